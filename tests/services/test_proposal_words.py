"""A proposal reads as one line with its reason and the tag of its source."""

from __future__ import annotations

from decimal import Decimal

import pytest
from core.logged import TODAY, item, log_of, measured, plan_of

from painplanner.core.dose import ActivityDose, ExerciseDose, Progression
from painplanner.core.plan import Item
from painplanner.core.progression import proposals
from painplanner.core.progression_rules import RULES
from painplanner.services.words.proposals import _reasons, proposal_sentence, source_words

DAILY = ExerciseDose(sets=3, reps=10, times_per_day=1, days_per_week=7)
RULE = Progression(add=Decimal(2), every_days=7)
WALK = {"category": "aerobic", "safety_rule": "graded-activity", "source": "exercise.walking_programme"}
WALKING = item(ActivityDose(minutes=Decimal(20), times_per_day=1, days_per_week=7), **WALK)
GLIDE = item(ExerciseDose(sets=1, reps=2, times_per_day=1), category="nerve-glide", safety_rule="nerve-glide")
TENDON = item(ExerciseDose(sets=3, reps=8, days_per_week=7), safety_rule="tendon")
BEGIN = item(ActivityDose(progression=RULE), **WALK)
TWENTY = measured("measure.walking_minutes", 20, 20, 20, 20, 20, 20, 40)
TOLERATED = measured("measure.walking_minutes", 25)
PAIN = measured("measure.nrs", *[6] * 14)
OVERDONE = "40 on 15 Mar 2026, more than 110 % of 20, the mean of the week before. [D]"


@pytest.mark.parametrize(
    ("one", "days", "readings", "sentence"),
    [
        (item(DAILY), "ddddddd", (), "3 × 10 → 3 × 12: done on 7 of 7 days, never too sore. [D]"),
        (item(DAILY), "dddsdsd", (), "3 × 10 → 3 × 7: too sore on 2 of 7 days. [K]"),
        (item(DAILY), "dddddds", (), "Stay at 3 × 10 · 1/d · 7/w: too sore on 1 of 7 days. [K]"),
        (item(DAILY), "ddnnnnn", (), "3 × 10 → 3 × 7: left out 5 days in a row. [D]"),
        (WALKING, "ddddddd", (), "20 min → 22 min: done on 7 of 7 days, never too sore. [D]"),
        (WALKING, "dddsddd", (), "20 min → 22 min: done on 6 of 7 days; by the clock, a sore day changes nothing. [D]"),
        (WALKING, "sssssdd", (), "20 min → 15 min: too sore on 5 of 7 days, so the amount was set too high. [D]"),
        (WALKING, "", TWENTY, "Stay at 20 min · 1/d · 7/w: " + OVERDONE),
        (BEGIN, "", TOLERATED, "Begin with 20 min: about 80 % of the 25 that are tolerated. [D]"),
        (GLIDE, "sdsdddd", (), "Consider stopping: too sore on 2 of 7 days at the smallest dose. [K]"),
        (TENDON, "d" * 14, PAIN, "Stay at 3 × 8 · 7/w: pain is at 6 of 10; up to 5 is allowed. [K]"),
    ],
)  # fmt: skip
def test_a_proposal_says_what_why_and_how_well_the_rule_was_checked(
    one: Item, days: str, readings: tuple[object, ...], sentence: str
) -> None:
    (found,) = proposals(plan_of(one), *log_of(days), readings, TODAY)  # type: ignore[arg-type]
    assert proposal_sentence(found) == sentence


def test_every_rule_has_a_source_to_show() -> None:
    (found,) = proposals(plan_of(item(DAILY)), *log_of("ddddddd"), (), TODAY)
    assert source_words(found) == f"[D] {found.source.text}"
    assert all(rule.source.text and rule.source.tag for rule in RULES)


def test_every_reason_has_words() -> None:
    codes = set(_reasons())
    given = {
        "tolerated", "regular", "by-the-clock", "at-top", "does-less", "missed", "sore", "sore-once", "sore-smallest",
        "sore-most-days", "glide-sore", "glide-smallest", "overdone", "pain-rises", "pain-high",
    }  # fmt: skip
    assert codes == given
