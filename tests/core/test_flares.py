"""In a flare half is done, for some days; medicines and what calms go on as they are."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from core.drawn_plans import doses, items
from hypothesis import given
from hypothesis import strategies as st

from painplanner.core.dose import ActivityDose, AnyDose, ExerciseDose, MedicineDose, minutes_a_day
from painplanner.core.flares import flare_dose, flare_on, has_flare_dose, last_back, waiting_days
from painplanner.core.plan import Flare, Item
from painplanner.core.values import Side

DAY = date(2026, 3, 2)


def later(days: int) -> date:
    return DAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("full", "half"),
    [
        (ExerciseDose(sets=2, reps=10), ExerciseDose(sets=1, reps=10)),
        (ExerciseDose(sets=3, reps=10), ExerciseDose(sets=3, reps=5)),
        (ExerciseDose(sets=3, reps=8, reps_to=12), ExerciseDose(sets=3, reps=4, reps_to=6)),
        (ExerciseDose(sets=1, duration_s=45), ExerciseDose(sets=1, duration_s=22)),
        (ExerciseDose(sets=5, reps=1, hold_s=45), ExerciseDose(sets=2, reps=1, hold_s=45)),
        (ExerciseDose(sets=1, reps=1, hold_s=30), ExerciseDose(sets=1, reps=1, hold_s=15)),
        (ExerciseDose(), ExerciseDose()),
        (ActivityDose(minutes=Decimal(15)), ActivityDose(minutes=Decimal(7))),
        (ActivityDose(minutes=Decimal(1), rounds=3), ActivityDose(minutes=Decimal(1), rounds=1)),
        (
            ActivityDose(distance=Decimal("0.8"), distance_unit="miles"),
            ActivityDose(distance=Decimal("0.4"), distance_unit="miles"),
        ),
        (ActivityDose(), ActivityDose()),
        (MedicineDose(amount=Decimal(300)), MedicineDose(amount=Decimal(300))),
    ],
)
def test_half_of_a_dose_is_what_can_still_be_counted(full: AnyDose, half: AnyDose) -> None:
    assert flare_dose(full) == half


@given(dose=doses)
def test_a_flare_dose_never_asks_more_and_keeps_the_side(dose: AnyDose) -> None:
    half = flare_dose(dose)
    assert minutes_a_day(half) <= minutes_a_day(dose)
    assert getattr(half, "side", Side.LEFT) == getattr(dose, "side", Side.LEFT)


@given(item=items("i"))
def test_a_medicine_has_no_flare_dose(item: Item) -> None:
    if item.kind == "medicine" or isinstance(item.dose, MedicineDose):
        assert not has_flare_dose(item)


def test_what_calms_goes_on_in_full() -> None:
    breathing = Item(id="i", category="relaxation", dose=ActivityDose(minutes=Decimal(5)))
    assert flare_on(breathing, (Flare(id="f", on=DAY),), DAY) is None


def test_a_flare_lasts_until_the_day_the_plan_is_back() -> None:
    item, flare = Item(id="i", dose=ExerciseDose(sets=2)), Flare(id="f", on=DAY, back_on=later(3))
    days = [flare_on(item, (flare,), later(n)) is flare for n in range(-1, 5)]
    assert days == [False, True, True, True, False, False]
    longer = Flare(id="g", on=DAY, back_on=later(9), items=("i",))
    assert flare_on(item, (flare, longer), DAY) is longer


@given(
    spans=st.lists(st.tuples(st.integers(-20, 40), st.integers(0, 15) | st.none()), max_size=5),
    last=st.integers(0, 60),
)
def test_days_that_wait_are_counted_once(spans: list[tuple[int, int | None]], last: int) -> None:
    item = Item(id="i", dose=ExerciseDose(sets=2))
    flares = [
        Flare(id=f"f{n}", on=later(on), back_on=None if lasts is None else later(on + lasts))
        for n, (on, lasts) in enumerate(spans)
    ]
    real = [f for f in flares if f.back_on != f.on]  # one that is over on its first day was none
    held = [d for d in range(1, last + 1) if any(f.on <= later(d) <= (f.back_on or date.max) for f in real)]
    assert waiting_days(item, flares, DAY, later(last)) == len(held)


def test_the_day_an_item_came_back_is_the_last_one_that_has_come() -> None:
    item = Item(id="i", dose=ExerciseDose(sets=2))
    flares = [Flare(id=f"f{n}", on=later(n - 3), back_on=later(n)) for n in (0, 5, 30)]
    assert last_back(item, flares, later(10)) == later(5)
    assert last_back(item, flares, later(-1)) is None
