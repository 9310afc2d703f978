"""A dose moves by little, one number at a time, and never past its range."""

from __future__ import annotations

from decimal import Decimal

import pytest
from core.drawn_plans import doses
from hypothesis import given

from painplanner.core.dose import ActivityDose, AnyDose, ExerciseDose, minutes_a_day
from painplanner.core.dose_moves import less, more_activity, more_exercise, more_glide, more_tendon


def kg(load: str, *, reps: int, sets: int | None = None) -> ExerciseDose:
    return ExerciseDose(sets=sets, reps=reps, load=Decimal(load), load_unit="kg")


@pytest.mark.parametrize(
    ("dose", "smaller"),
    [
        (ExerciseDose(sets=3, reps=10), ExerciseDose(sets=3, reps=7)),
        (ExerciseDose(sets=3, reps=8, reps_to=12), ExerciseDose(sets=3, reps=6, reps_to=9)),
        (kg("20", reps=10), kg("15", reps=10)),
        (kg("0.5", reps=8), kg("0.5", reps=6)),
        (ExerciseDose(sets=5, reps=1, hold_s=45), ExerciseDose(sets=5, reps=1, hold_s=30)),
        (ExerciseDose(sets=2, reps=3, hold_s=2), ExerciseDose(sets=1, reps=3, hold_s=2)),
        (ExerciseDose(sets=1, reps=1, times_per_day=1), None),
        (ActivityDose(minutes=Decimal(20)), ActivityDose(minutes=Decimal(15))),
        (ActivityDose(minutes=Decimal("0.1")), None),
        (ActivityDose(), None),
    ],
)
def test_a_quarter_less_is_taken_from_what_loads_most(
    dose: ExerciseDose | ActivityDose, smaller: ExerciseDose | ActivityDose | None
) -> None:
    assert less(dose) == smaller


@pytest.mark.parametrize(
    ("dose", "bigger"),
    [
        (ExerciseDose(sets=2, reps=10), ExerciseDose(sets=2, reps=12)),
        (ExerciseDose(sets=2, reps=15), ExerciseDose(sets=3, reps=15)),
        (ExerciseDose(sets=3, reps=15), None),
        (kg("20", sets=3, reps=15), kg("21", sets=3, reps=15)),
        (kg("2", sets=3, reps=15), None),
        (ExerciseDose(sets=3, duration_s=30), ExerciseDose(sets=3, duration_s=35)),
        (ExerciseDose(sets=1, reps=1, hold_s=43), ExerciseDose(sets=1, reps=1, hold_s=45)),
    ],
)
def test_an_exercise_gets_repetitions_then_load_then_a_round(dose: ExerciseDose, bigger: ExerciseDose | None) -> None:
    assert more_exercise(dose, {}) == bigger


def test_the_range_of_the_library_ends_every_move() -> None:
    assert more_exercise(ExerciseDose(sets=3, reps=10), {"reps": Decimal(10), "sets": Decimal(3)}) is None
    assert more_exercise(kg("20", reps=15), {"load": Decimal(20)}) is None
    assert more_activity(ActivityDose(minutes=Decimal(20)), {"minutes": Decimal(21)}) == ActivityDose(
        minutes=Decimal(21)
    )
    assert more_glide(ExerciseDose(sets=1), {"sets": Decimal(1)}) is None


def test_a_tendon_goes_down_the_repetitions_as_the_weight_goes_up() -> None:
    dose, seen = kg("40", sets=4, reps=15), list[tuple[int | None, Decimal | None]]()
    for _ in range(5):
        found = more_tendon(dose, {})
        assert found is not None
        dose = found
        seen.append((dose.reps, dose.load))
    assert seen == [(12, 42), (10, Decimal("44.5")), (8, 47), (6, Decimal("49.5")), (6, 52)]
    assert more_tendon(ExerciseDose(sets=5, reps=1, hold_s=45), {}) is None
    assert more_tendon(ExerciseDose(sets=3, reps=15), {}) is None, "nothing is known of its weight"


@given(dose=doses)
def test_less_asks_less_time_and_more_asks_no_other_kind_of_thing(dose: AnyDose) -> None:
    if not isinstance(dose, ExerciseDose | ActivityDose):
        return
    smaller = less(dose)
    assert smaller is None or (smaller != dose and minutes_a_day(smaller) <= minutes_a_day(dose))
    bigger = more_exercise(dose, {}) if isinstance(dose, ExerciseDose) else more_activity(dose, {})
    assert bigger is None or (bigger != dose and bigger.where is dose.where and bigger.note == dose.note)
