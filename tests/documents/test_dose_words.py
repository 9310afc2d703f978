"""Doses and days read like sentences, numbers as people write them."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from documents.sciatica import INJECTION, NAPROXEN, TODAY

from painplanner.core.dose import (
    ActivityDose,
    AnyDose,
    BehaviouralDose,
    CourseDose,
    DeviceDose,
    ExerciseDose,
    HandsOnDose,
    MedicineDose,
    ProcedureDose,
    ReferralDose,
    TimeOfDay,
    Urgency,
)
from painplanner.core.plan import Item
from painplanner.core.values import Side, replace
from painplanner.documents.day_words import brief_span, clock, day, full_day
from painplanner.documents.dose_words import item_dose, medicine_facts
from painplanner.documents.words import sentences, words_in

EN, ES = words_in("en", TODAY), words_in("es", TODAY)


def said(dose: AnyDose | None, lang: str = "en", *, kind: str = "other", two_sided: bool = False) -> str:
    item = Item(id="i", kind=kind, dose=dose, two_sided=two_sided)
    return item_dose(item, ES if lang == "es" else EN)


@pytest.mark.parametrize(
    ("dose", "words"),
    [
        (
            ExerciseDose(sets=1, reps=8, reps_to=12, times_per_day=1, days_per_week=1),
            "1 round, 8 to 12 times, 1 time a day, 1 day a week",
        ),
        (ExerciseDose(sets=5, duration_s=45, times_per_day=1, days_per_week=7),
         "5 rounds, 45 seconds, 1 time a day, every day"),
        (ExerciseDose(sets=1, reps=1, times_per_day=2, days_per_week=7), "2 times a day, every day"),
        (ExerciseDose(duration_s=300, times_per_day=1, days_per_week=7), "5 minutes, 1 time a day, every day"),
        (
            ExerciseDose(sets=3, reps=10, hold_s=1, load=Decimal("2.50"), load_unit="kg", side=Side.LEFT),
            "3 rounds, 10 times, hold 1 second, with 2.5 kg, left side, ____ times a day, ____ days a week",
        ),
        (ActivityDose(distance=Decimal("0.5"), distance_unit="miles", times_per_day=2, days_per_week=5),
         "0.5 miles, 2 times a day, 5 days a week"),
        (BehaviouralDose(sessions=6, per_week=1), "6 sessions, 1 time a week"),
        (BehaviouralDose(minutes=10, times_per_day=2), "10 minutes, 2 times a day"),
        (CourseDose(visits=12, per_week=2, weeks=6), "12 visits, 2 times a week, for 6 weeks"),
        (DeviceDose(minutes=20, times_per_day=3, when="at the desk", side=Side.RIGHT),
         "20 minutes, 3 times a day, at the desk, right side"),
        (HandsOnDose(minutes=15, visits=1), "1 visit, 15 minutes each time"),
        (ReferralDose(to="Sleep clinic", urgency=Urgency.SOON), "Sleep clinic, soon"),
        (ProcedureDose(site="L5", side=Side.BOTH), "L5, left and right"),
    ],
)  # fmt: skip
def test_a_dose_is_said_in_words(dose: AnyDose, words: str) -> None:
    assert said(dose) == words


def test_a_medicine_says_what_was_typed_and_no_more() -> None:
    full = MedicineDose(amount=Decimal("0.50"), unit="mg", route="PO", times_per_day=2)
    assert said(full) == "0.5 mg, by mouth, 2 times a day"
    assert said(MedicineDose(amount=Decimal(1), unit="tablet", times=(TimeOfDay.AS_NEEDED,))) == (
        "1 tablet, only when you need it"
    )
    assert said(MedicineDose(route="into the ear")) == "____________, into the ear"
    assert said(None, kind="medicine") == "____________"


def test_two_sided_things_always_say_a_side() -> None:
    unset = "left / right / both (circle one)"
    assert unset in said(ExerciseDose(), two_sided=True)
    assert unset in said(ProcedureDose(level="L5"), two_sided=True)
    assert said(None, two_sided=True) == unset
    assert said(ProcedureDose(level="L5")) == "L5"


def test_spanish_doses_have_their_own_plurals() -> None:
    assert said(ExerciseDose(sets=1, reps=2, times_per_day=3, days_per_week=7), "es") == (
        "1 serie, 2 veces, 3 veces al día, todos los días"
    )
    carry = ActivityDose(distance=Decimal(30), distance_unit="m", rounds=3, times_per_day=1, days_per_week=3)
    assert said(carry, "es") == "3 series, 30 metros, 1 vez al día, 3 días a la semana"
    assert said(replace(carry, distance_unit="steps"), "es").startswith("3 series, 30 pasos")
    assert said(replace(carry, distance_unit="laps")).startswith("3 rounds, 30 laps")
    assert item_dose(INJECTION, ES) == "L5, lado derecho"
    assert item_dose(replace(NAPROXEN, dose=None), ES) == "____________"


@pytest.mark.parametrize(
    ("amount", "unit", "english", "spanish"),
    [
        ("1", "tablet", "1 tablet", "1 tableta"),
        ("2", "tablet", "2 tablets", "2 tabletas"),
        ("0.5", "tablets", "0.5 tablets", "0.5 tabletas"),
        ("3", "patches", "3 patches", "3 parches"),
        ("400", "mg", "400 mg", "400 mg"),
        ("1", "thin {layer}", "1 thin {layer}", "1 thin {layer}"),
    ],
)
def test_an_amount_counts_what_has_a_word(amount: str, unit: str, english: str, spanish: str) -> None:
    for lang, words in (("en", english), ("es", spanish)):
        dose = MedicineDose(amount=Decimal(amount), unit=unit)
        assert medicine_facts(dose, words_in(lang, TODAY)) == (words,)


@pytest.mark.parametrize("route", ["po", "oral", "by mouth", "By mouth"])
def test_by_mouth_is_said_in_the_language_of_the_paper(route: str) -> None:
    dose = MedicineDose(amount=Decimal(400), unit="mg", route=route)
    assert medicine_facts(dose, words_in("es", TODAY)) == ("400 mg", "por la boca")


def test_months_are_named_and_the_year_goes_without_saying() -> None:
    assert day(date(2026, 1, 15), EN) == "Thursday, January 15"
    assert day(date(2027, 5, 3), EN) == "Monday, May 3, 2027"
    assert full_day(date(1978, 8, 3), EN) == "August 3, 1978"
    assert day(date(2026, 1, 15), ES) == "jueves 15 de enero"
    assert full_day(date(1978, 5, 3), ES) == "3 de mayo de 1978"


def test_days_from_and_to_are_said_as_such() -> None:
    assert brief_span(date(2026, 1, 15), date(2026, 2, 15), EN) == "Jan 15 to Feb 15"
    assert brief_span(date(2026, 1, 15), None, ES) == "desde el 15 ene"
    assert brief_span(TODAY, TODAY, EN) == "Jan 13"


@pytest.mark.parametrize(
    ("hour", "words"),
    [(time(0, 5), "12:05 am"), (time(9), "9:00 am"), (time(12), "12:00 pm"), (time(15, 30), "3:30 pm")],
)
def test_hours_are_said_with_their_half_of_the_day(hour: time, words: str) -> None:
    assert clock(hour, EN) == words


def test_a_text_is_cut_into_sentences_or_lines() -> None:
    assert sentences("Take 0.5 of it. Then rest! Good?") == ("Take 0.5 of it.", "Then rest!", "Good?")
    assert sentences("- Walk\n- Rest 2 days. Then go") == ("Walk", "Rest 2 days. Then go")
    assert sentences("  ") == ()
