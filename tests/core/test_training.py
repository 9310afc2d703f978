"""An item and a measure are of one thing by their names, and are compared only where both count the same."""

from __future__ import annotations

from decimal import Decimal

import pytest

from painplanner.core.dose import ActivityDose, AnyDose, ExerciseDose
from painplanner.core.plan import Item
from painplanner.core.training import counts_alike, trains

MINUTES = ActivityDose(minutes=Decimal(10))
STEPS = ActivityDose(distance=Decimal(4000), distance_unit="steps")
METRES = ActivityDose(distance=Decimal(400), distance_unit="m")


def item(source: str, dose: AnyDose | None = None) -> Item:
    return Item(id="i", kind="exercise", source=source, dose=dose)


@pytest.mark.parametrize(
    ("source", "measure", "activity", "is_one"),
    [
        ("lifestyle.graded_sitting", "measure.sitting_minutes", "", True),
        ("lifestyle.graded_sitting", "measure.psfs", "sit in a meeting", True),
        ("exercise.walking_programme", "measure.sitting_minutes", "", False),
        ("", "measure.sitting_minutes", "", False),
    ],
)
def test_what_is_trained_is_known_by_a_word_in_common(source: str, measure: str, activity: str, is_one: bool) -> None:
    assert trains(item(source), measure, activity) is is_one


@pytest.mark.parametrize(
    ("dose", "measure", "is_alike"),
    [
        (MINUTES, "measure.walking_minutes", True),
        (MINUTES, "measure.daily_steps", False),
        (STEPS, "measure.daily_steps", True),
        (STEPS, "measure.walking_minutes", False),
        (METRES, "measure.daily_steps", False),
        (ExerciseDose(), "measure.walking_minutes", False),
        (None, "measure.daily_steps", False),
    ],
)
def test_only_numbers_of_the_same_unit_are_compared(dose: AnyDose | None, measure: str, is_alike: bool) -> None:
    assert counts_alike(item("exercise.walking_programme", dose), measure) is is_alike
