"""The stop box sends the right worry to the right place, and says no more than the plan gives reason for."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from documents.sciatica import BRIDGE, INJECTION, NAPROXEN, PATIENT, PLAN, PRACTICE, TODAY, request, with_items

from painplanner.core.patient import Coded, SafetyAnswers
from painplanner.core.plan import Item, Plan
from painplanner.core.values import Answer, Region, replace
from painplanner.documents.blocks import Document, Stop, StopLine, plain
from painplanner.documents.daily_log import daily_log
from painplanner.documents.exercise_sheet import exercise_sheet
from painplanner.documents.handout import handout
from painplanner.documents.medicine_schedule import medicine_schedule
from painplanner.documents.procedure import procedure
from painplanner.documents.progress_report import progress_report
from painplanner.documents.request import Request
from painplanner.documents.stop import stop_box
from painplanner.documents.timeline import timeline
from painplanner.documents.words import words_in

W = words_in("en", TODAY)
EXERCISE_ONLY = with_items(BRIDGE)


def box(plan: Plan, **patient: object) -> Stop:
    return stop_box(plan, replace(PATIENT, **patient), PRACTICE, W)


def with_medicine(*classes: str) -> Plan:
    return with_items(replace(NAPROXEN, drug_classes=classes))


def says(lines: tuple[str, ...], words: str) -> bool:
    return any(words in line for line in lines)


def test_it_has_two_parts_and_both_numbers() -> None:
    found = box(EXERCISE_ONLY)
    assert found.emergency_title == "Call 911 or go to the emergency room now"
    assert found.call_title == "Call us today"
    assert found.phones == (("In office hours", "555-0142"), ("After hours", "555-0199"))


def test_its_sign_is_in_the_language_of_the_paper() -> None:
    assert box(EXERCISE_ONLY).sign == "STOP"
    assert stop_box(EXERCISE_ONLY, PATIENT, PRACTICE, words_in("es", TODAY)).sign == "ALTO"


def test_it_is_the_same_on_every_paper() -> None:
    made = (handout, procedure, medicine_schedule)
    assert [[b for b in make(request()).blocks if isinstance(b, Stop)] for make in made] == [[box(PLAN)]] * 3


@pytest.mark.parametrize("make", [exercise_sheet, timeline, daily_log, progress_report])
def test_what_is_read_beside_the_handout_says_it_in_two_sentences(make: Callable[[Request], Document]) -> None:
    (line, *_others) = [block for block in make(request()).blocks if isinstance(block, StopLine)]
    said = plain(line.emergency)
    for worry in ("Call 911", "chest pain", "newly weak arm or leg", "numbness between the legs", "urine"):
        assert worry in said
    assert "555-0142" in plain(line.call)


@pytest.mark.parametrize(
    "worry", ["New weakness", "numb between your legs", "cannot pass urine", "Chest pain", "hard to breathe"]
)
def test_every_paper_sends_the_great_worries_to_the_emergency_room(worry: str) -> None:
    assert says(box(EXERCISE_ONLY).emergency, worry)
    assert not says(box(EXERCISE_ONLY).call, worry)


def test_dark_thoughts_have_the_crisis_line_beside_the_practice() -> None:
    assert says(box(EXERCISE_ONLY).call, "988")


def test_a_line_never_ends_between_a_fever_and_its_degrees() -> None:
    (fever,) = [line for line in box(with_items(INJECTION)).emergency if "fever" in line]
    assert fever.startswith("After a shot: fever of 100.4\u00a0°F (38\u00a0°C) or more")


@pytest.mark.parametrize("words", ["After a shot: fever", "Bleeding that will not stop", "change in how you see"])
def test_emergencies_after_a_shot_stand_there_only_with_a_procedure(words: str) -> None:
    assert says(box(with_items(INJECTION)).emergency, words)
    assert not says(box(EXERCISE_ONLY).emergency, words)


def test_headache_and_a_red_spot_are_for_a_call_after_a_spine_procedure() -> None:
    spine = box(replace(with_items(INJECTION), region=Region.LUMBAR))
    assert says(spine.call, "headache that is worse when you sit or stand up")
    assert says(spine.call, "red, warm or leaks pus, or hurts more after day 3")
    knee = replace(INJECTION, source="procedure.knee_steroid")
    assert not says(box(with_items(knee)).call, "headache")
    assert says(box(with_items(knee)).emergency, "joint is hot and swollen")


def test_a_procedure_that_was_left_out_gives_no_reason() -> None:
    assert not says(box(with_items(replace(INJECTION, stopped_on=TODAY))).emergency, "fever")


@pytest.mark.parametrize(
    ("drug_class", "words"),
    [
        ("nsaid", "Black stools"),
        ("acetaminophen", "turn yellow"),
        ("snri", "turn yellow"),
        ("cns-active", "very sleepy"),
    ],
)
def test_a_class_of_medicine_brings_its_line(drug_class: str, words: str) -> None:
    assert says(box(with_medicine(drug_class)).call, words)
    assert not says(box(with_medicine("other")).call, words)
    assert not says(box(EXERCISE_ONLY).call, words)


def test_an_opioid_brings_the_line_about_naloxone_to_the_emergencies() -> None:
    assert says(box(with_medicine("opioid", "cns-active")).emergency, "naloxone")
    assert not says(box(with_medicine("nsaid")).emergency, "naloxone")


def test_a_gel_is_no_pill_even_beside_one() -> None:
    gel: Item = replace(NAPROXEN, id="item-gel", drug_classes=("nsaid", "topical-nsaid"))
    assert not says(box(with_items(gel)).call, "Black stools")
    assert says(box(with_items(gel, NAPROXEN)).call, "Black stools")
    thinned = SafetyAnswers(blood_thinner=Answer.YES)
    assert says(box(with_items(gel), safety=thinned).call, "Black stools")


def test_a_blood_thinner_and_diabetes_of_the_patient_count() -> None:
    assert says(box(EXERCISE_ONLY, safety=SafetyAnswers(blood_thinner=Answer.YES)).emergency, "Bleeding")
    plan = with_items(INJECTION)
    assert says(box(plan, conditions=(Coded(code="condition.diabetes"),)).call, "blood sugar over 300")
    assert not says(box(plan).call, "blood sugar")


def test_a_number_that_is_not_known_is_a_line_to_write_on() -> None:
    found = stop_box(EXERCISE_ONLY, PATIENT, replace(PRACTICE, after_hours=""), W)
    assert dict(found.phones)["After hours"] == "____________"


def test_the_numbers_are_those_of_the_practice() -> None:
    abroad = replace(PRACTICE, emergency="112", crisis_line="116 123")
    found = stop_box(EXERCISE_ONLY, PATIENT, abroad, W)
    assert "112" in found.emergency_title
    assert says(found.call, "116 123")
