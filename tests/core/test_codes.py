"""The shared list: who concerns whom, and what not asked means."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from painplanner.core import codes
from painplanner.core.patient import Coded, FreeText, Patient, SafetyAnswers
from painplanner.core.values import Answer

LIBRARY = Path(__file__).parents[2] / "resources" / "library"


def library_entries() -> list[dict]:
    return [e for path in sorted(LIBRARY.rglob("*.toml")) for e in tomllib.loads(path.read_text()).get("entry", [])]


def test_every_id_is_on_the_list_once_and_says_its_kind() -> None:
    listed = [code for kind in ("condition", "allergy", "medicine", "red-flag") for code in codes.codes_of(kind)]
    assert len({code.id for code in listed}) == len(listed)
    assert all(code.id.startswith(f"{code.kind}.") for code in listed)
    assert codes.codes_of("colour") == ()


def test_what_a_condition_implies_is_a_caution() -> None:
    assert {c for code in codes.CONDITIONS for c in code.classes} <= set(codes.CAUTIONS)


@pytest.mark.parametrize("field", ["contraindications", "precautions"])
def test_the_library_warns_only_in_listed_cautions(field: str) -> None:
    assert {c for e in library_entries() for c in e.get(field, ())} <= set(codes.CAUTIONS)


def test_the_library_names_only_listed_drug_classes() -> None:
    assert {c for e in library_entries() for c in e.get("drug_classes", ())} <= set(codes.DRUG_CLASSES)


def test_an_allergy_to_naproxen_concerns_ibuprofen() -> None:
    assert codes.allergy_matches("allergy.naproxen", codes.classes_of("medicine.ibuprofen"))
    assert codes.allergy_matches("allergy.aspirin", codes.classes_of("medicine.diclofenac_gel"))
    assert codes.allergy_matches("allergy.lidocaine", codes.classes_of("medicine.lidocaine_patch"))


def test_an_allergy_does_not_concern_a_medicine_that_only_works_alike() -> None:
    assert not codes.allergy_matches("allergy.tramadol", codes.classes_of("medicine.duloxetine"))
    assert not codes.allergy_matches("allergy.naproxen", codes.classes_of("medicine.acetaminophen"))
    assert not codes.allergy_matches("allergy.unknown", ("nsaid",))


def test_every_medicine_has_a_class() -> None:
    assert [code.id for code in codes.MEDICINES if not code.classes] == []


def test_free_words_add_no_class() -> None:
    terms = (Coded(code="medicine.warfarin"), FreeText(text="ibuprofen"), Coded(code="medicine.unknown"))
    assert codes.classes_taken(terms) == {"anticoagulant"}


def test_not_asked_stays_not_asked() -> None:
    assert set(codes.cautions_of(Patient(id="p")).values()) == {Answer.NOT_ASKED}
    assert set(codes.cautions_of(Patient(id="p"))) == set(codes.CAUTIONS)


def test_a_safety_answer_is_the_answer_of_its_caution() -> None:
    patient = Patient(id="p", safety=SafetyAnswers(osteoporosis=Answer.YES, pregnancy=Answer.NO))
    cautions = codes.cautions_of(patient)
    assert cautions["osteoporosis"] is Answer.YES
    assert cautions["condition.osteoporosis"] is Answer.YES
    assert cautions["pregnancy"] is Answer.NO
    assert cautions["fall-risk"] is Answer.NOT_ASKED


def test_a_coded_condition_says_yes_even_where_the_question_says_no() -> None:
    patient = Patient(
        id="p",
        conditions=(Coded(code="condition.pacemaker"), Coded(code="condition.dialysis"), FreeText(text="osteoporosis")),
        safety=SafetyAnswers(kidney_disease=Answer.NO),
    )
    cautions = codes.cautions_of(patient)
    assert cautions["implanted-device"] is Answer.YES
    assert cautions["condition.pacemaker"] is Answer.YES
    assert cautions["kidney-disease"] is Answer.YES
    assert cautions["condition.kidney-disease"] is Answer.YES
    assert cautions["osteoporosis"] is Answer.NOT_ASKED


@pytest.mark.parametrize("medicine", ["medicine.apixaban", "medicine.clopidogrel", "medicine.aspirin_low_dose"])
def test_a_coded_blood_thinner_answers_the_question(medicine: str) -> None:
    patient = Patient(id="p", medicines=(Coded(code=medicine),))
    assert codes.cautions_of(patient)["blood-thinner"] is Answer.YES
