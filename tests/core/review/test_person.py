"""The review of what is known of the patient: red flags, allergies, questions, words that cannot be checked."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from core.review.made import (
    codes,
    day,
    exercise,
    findings,
    found,
    item,
    measure,
    medicine,
    patient,
    plan,
    procedure,
    step,
    words,
)

from painplanner.core.findings import Severity
from painplanner.core.library import Kind, Library
from painplanner.core.measure import Reading
from painplanner.core.patient import Coded, RedFlagAnswer, RedFlags, SafetyAnswers
from painplanner.core.source import SourceTag
from painplanner.core.values import Answer, LangText, replace

FEVER = RedFlags(answers=(RedFlagAnswer(flag="red-flag.spinal-infection", answer=Answer.YES),))


def answered(answer: int | None, *, done: int | None = None, measure_id: str = "measure.phq9") -> Reading:
    """A score of the mood questionnaire with the answer to its question 9."""
    done_on = None if done is None else day(done)
    return Reading(
        id="r",
        patient="patient",
        measure=measure_id,
        on=day(-1),
        value=Decimal(11),
        alert=answer,
        alert_done_on=done_on,
    )


def test_an_answer_above_0_to_the_question_of_the_same_day_stops_until_something_was_done() -> None:
    asked = measure("measure.phq9", alert=(LangText(lang="en", text="Question 9"),))
    shelf = Library(measures={asked.id: asked})
    seen = found("alert-open", plan(step(exercise())), shelf=shelf, readings=(answered(1),))
    assert (seen.subject_kind, seen.severity, seen.source.tag) == ("patient", Severity.STOP, SourceTag.K)
    assert (seen.arg("name"), seen.arg("asked"), seen.arg("answer")) == ("measure.phq9", "Question 9", "1")
    assert seen.arg("on") == day(-1).isoformat()


@pytest.mark.parametrize("reading", [answered(0), answered(None), answered(2, done=-1), answered(3, done=0)])
def test_no_answer_above_0_or_one_that_was_acted_on_stops_nothing(reading: Reading) -> None:
    assert "alert-open" not in codes(plan(step(exercise())), readings=(reading,))


def test_an_answer_stops_a_plan_whose_library_lost_the_questionnaire_too() -> None:
    assert found("alert-open", plan(), readings=(answered(3, measure_id="own.gone"),)).arg("name") == "own.gone"


def test_a_red_flag_stops_until_something_was_done_and_dated() -> None:
    seen = found("red-flag-open", plan(), patient(red_flags=FEVER))
    assert (seen.severity, seen.arg("flag"), seen.subject_kind) == ("stop", "red-flag.spinal-infection", "patient")
    undated = replace(FEVER, action="Sent to the emergency room")
    assert "red-flag-open" in codes(plan(), patient(red_flags=undated))
    done = replace(undated, action_on=day(0))
    assert "red-flag-open" not in codes(plan(), patient(red_flags=done))


def test_red_flags_that_were_not_asked_are_not_taken_for_none() -> None:
    assert found("red-flags-not-asked", plan(), patient(red_flags=RedFlags())).severity == "should"
    assert "red-flags-not-asked" not in codes(plan())
    assert "red-flags-not-asked" not in codes(plan(), patient(red_flags=FEVER))


def test_an_allergy_stops_every_medicine_of_its_class() -> None:
    allergic = patient(allergies=(Coded(code="allergy.naproxen"),))
    seen = found("allergy", plan(step(medicine("ibuprofen"))), allergic)
    assert (seen.severity, seen.subject, seen.arg("code")) == ("stop", "ibuprofen", "allergy.naproxen")
    assert seen.remedy == "remove-item"
    assert "allergy" not in codes(plan(step(medicine("gabapentin"))), allergic)
    assert "allergy" not in codes(plan(step(medicine("ibuprofen"))))


def test_an_allergy_stops_what_is_injected_too() -> None:
    allergic = patient(allergies=(Coded(code="allergy.lidocaine"),))
    numbing = plan(step(procedure(drug_classes=("local-anaesthetic",))))
    assert "allergy" in codes(numbing, allergic)


def test_allergies_are_asked_for_before_a_medicine_or_needle() -> None:
    unknown = patient(allergies_answer=Answer.NOT_ASKED)
    assert found("allergies-not-asked", plan(step(medicine())), unknown).severity == "consider"
    assert "allergies-not-asked" in codes(plan(step(procedure())), unknown)
    assert "allergies-not-asked" not in codes(plan(step(exercise())), unknown)
    assert "allergies-not-asked" not in codes(plan(step(medicine())))


def test_a_yes_to_allergies_names_one() -> None:
    assert "allergies-not-named" in codes(plan(), patient(allergies_answer=Answer.YES))
    named = patient(allergies_answer=Answer.YES, allergies=(Coded(code="allergy.latex"),))
    assert "allergies-not-named" not in codes(plan(), named)


def test_free_words_are_said_to_be_unchecked_once_for_each_kind() -> None:
    free = patient(allergies=words("Aspirina", "bees"), conditions=words("bad back"), medicines=words("white pill"))
    assert found("allergy-not-checked", plan(), free).all_args("text") == ("Aspirina", "bees")
    assert found("condition-not-checked", plan(), free).severity == "consider"
    assert found("medicine-not-checked", plan(), free).severity == "should"
    assert not [code for code in codes(plan()) if code.endswith("not-checked")]


def test_a_code_of_no_list_is_unchecked_too() -> None:
    strange = patient(conditions=(Coded(code="condition.unheard-of"),))
    assert found("condition-not-checked", plan(), strange).arg("text") == "condition.unheard-of"


def test_a_question_that_the_plan_needs_is_asked_once_with_all_items_that_need_it() -> None:
    unknown = patient(safety={"fall_risk": Answer.NOT_ASKED, "osteoporosis": Answer.NOT_ASKED})
    balance = [exercise(name, cautions=("fall-risk",)) for name in ("one_leg", "heel_walk")]
    seen = found("safety-not-asked", plan(step(*balance)), unknown)
    assert (seen.arg("question"), seen.all_args("item")) == ("fall-risk", ("one_leg", "heel_walk"))
    assert "safety-not-asked" not in codes(plan(step(*balance)))


def test_a_needle_asks_for_blood_thinners() -> None:
    unknown = patient(safety={"blood_thinner": Answer.NOT_ASKED})
    assert found("safety-not-asked", plan(step(procedure())), unknown).arg("question") == "blood-thinner"


def test_pregnancy_is_asked_for_only_at_an_age_where_it_may_be() -> None:
    def asks(birth: date | None) -> bool:
        unknown = patient(safety={"pregnancy": Answer.NOT_ASKED}, birth_date=birth)
        return "safety-not-asked" in codes(plan(step(item(Kind.DIAGNOSTIC, "ct_lumbar"))), unknown)

    assert asks(date(1985, 1, 1))
    assert asks(None)
    assert not asks(date(1950, 1, 1))


def test_an_exercise_on_the_back_asks_for_pregnancy_only_at_an_age_where_it_may_be() -> None:
    on_the_back = plan(step(exercise(cautions=("pregnancy", "osteoporosis"))))
    for birth, asked in ((date(1985, 1, 1), {"pregnancy", "osteoporosis"}), (date(1950, 1, 1), {"osteoporosis"})):
        unknown = replace(patient(birth_date=birth), safety=SafetyAnswers())
        seen = [one for one in findings(on_the_back, unknown) if one.code == "safety-not-asked"]
        assert {finding.arg("question") for finding in seen} == asked


def test_an_ultrasound_asks_for_no_pregnancy() -> None:
    unknown = patient(safety={"pregnancy": Answer.NOT_ASKED}, birth_date=date(1985, 1, 1))
    assert "safety-not-asked" not in codes(plan(step(item(Kind.DIAGNOSTIC, "ultrasound"))), unknown)


def test_a_patient_who_was_asked_nothing_is_told_so_and_nothing_is_taken_for_no() -> None:
    blank = patient(red_flags=RedFlags(), allergies_answer=Answer.NOT_ASKED)
    blank = replace(blank, safety=SafetyAnswers())
    seen = codes(plan(step(medicine())), blank)
    assert {"red-flags-not-asked", "allergies-not-asked"} <= set(seen)
    assert seen.count("safety-not-asked") == 3
