"""Papers for colleagues name codes and findings in the language of the practice, whatever the window speaks."""

from __future__ import annotations

import pytest
from services.test_logs import clinic, walking_plan
from store.practices import TODAY, folder, made, opened, store

from painplanner.core.patient import Coded, RedFlagAnswer, RedFlags
from painplanner.core.values import Answer, replace
from painplanner.services import gathering
from painplanner.services.colleague_words import findings_said, names_said
from painplanner.store import Store
from painplanner.text import _, speaking, use_language

__all__ = ["clinic", "folder", "made", "opened", "store"]


def test_what_the_review_sees_goes_along_worst_first_each_sentence_once(clinic: Store) -> None:
    plan = replace(walking_plan(), id="plan-seen", number=1998)
    findings = gathering.reviewed(clinic, plan, clinic.patient(plan.patient), TODAY)
    request = gathering.gather(clinic, plan, TODAY)
    assert request.findings == findings_said((*findings, *findings), plan, clinic.practice)
    assert request.findings
    assert gathering.gather(clinic, plan, TODAY, findings=()).findings == ()
    assert gathering.gather_words(clinic, plan, TODAY).findings == ()


def test_the_codes_of_a_patient_have_their_names(clinic: Store) -> None:
    patient = replace(
        clinic.patient(walking_plan().patient),
        allergies=(Coded(code="allergy.naproxen"),),
        red_flags=RedFlags(answers=(RedFlagAnswer(flag="red-flag.cancer", answer=Answer.YES),)),
    )
    names = names_said(patient, clinic.practice)
    assert names["allergy.naproxen"] == "Naproxen"
    assert names["red-flag.cancer"] == "History or signs of cancer"
    assert names["blood-thinner"] == "Blood thinner"


def test_a_spanish_practice_reads_them_in_spanish_and_the_window_goes_on_as_it_was(clinic: Store) -> None:
    patient = replace(clinic.patient(walking_plan().patient), allergies=(Coded(code="allergy.naproxen"),))
    names = names_said(patient, replace(clinic.practice, language="es"))
    assert names["blood-thinner"] == "Anticoagulante"
    assert names["allergy.naproxen"] == "Naproxeno"
    assert _("Blood thinner") == "Blood thinner"


def test_another_language_is_spoken_only_meanwhile() -> None:
    use_language("en")
    with speaking("es"):
        assert _("Call us today") == "Llámenos hoy"
    assert _("Call us today") == "Call us today"
    with pytest.raises(ZeroDivisionError), speaking("es"):
        raise ZeroDivisionError
    assert _("Call us today") == "Call us today"
