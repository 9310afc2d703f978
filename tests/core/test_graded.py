"""Graded activity is counted by the calendar from the day it began, not from the day a paper is printed."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from core.drawn_plans import progressions
from hypothesis import given
from hypothesis import strategies as st

from painplanner.core.dose import ActivityDose, ExerciseDose, Progression
from painplanner.core.graded import (
    amount_after,
    asked_on,
    changes,
    counts_from,
    graded_amount,
    grown_days,
    is_at_top,
    on_day,
)
from painplanner.core.plan import Flare, Item
from painplanner.core.values import replace

FIRST = date(2026, 1, 15)


def day(after: int) -> date:
    return FIRST + timedelta(days=after)


def sitting(minutes: int = 8, *, up_to: int | None = None, **rule: object) -> ActivityDose:
    top = None if up_to is None else Decimal(up_to)
    progression = Progression(**{"add": Decimal(2), "every_days": 3, "up_to": top, **rule})  # type: ignore[arg-type]
    return ActivityDose(minutes=Decimal(minutes), progression=progression)


def test_two_minutes_more_every_third_day_come_to_sixteen_on_day_fourteen() -> None:
    found = [amount_after(sitting(), days) for days in (0, 2, 3, 13, 14, 15)]
    assert found == [8, 8, 10, 16, 16, 18]


def test_it_never_passes_its_top_and_a_top_below_the_start_takes_nothing_away() -> None:
    assert amount_after(sitting(up_to=11), 90) == 11
    assert amount_after(sitting(up_to=5), 90) == 8
    assert amount_after(sitting(), 36500) == 808, "four hundred rungs are enough for anyone"


def test_a_percentage_grows_in_whole_minutes_and_short_distances_by_parts() -> None:
    weekly = {"add": None, "percent": Decimal(10), "every_days": 7}
    assert [amount_after(sitting(20, **weekly), days) for days in (0, 7, 14)] == [20, 22, 24]
    rule = Progression(percent=Decimal(25), every_days=7)
    walk = ActivityDose(distance=Decimal("0.8"), distance_unit="miles", progression=rule)
    assert [amount_after(walk, days) for days in (0, 7, 14)] == [Decimal("0.8"), Decimal(1), Decimal("1.2")]


def test_what_has_no_rule_or_no_amount_stays_as_it_is() -> None:
    assert amount_after(ActivityDose(minutes=Decimal(8)), 14) == 8
    assert amount_after(sitting(every_days=None), 14) == 8
    assert amount_after(ActivityDose(progression=Progression(add=Decimal(2), every_days=3)), 14) is None


def test_an_item_counts_from_its_step_from_when_it_was_added_or_from_the_day_its_rule_names() -> None:
    item = Item(id="i", dose=sitting())
    assert counts_from(item, FIRST) == FIRST
    assert counts_from(replace(item, added_on=day(5)), FIRST) == day(5)
    assert counts_from(replace(item, added_on=day(-5)), FIRST) == FIRST
    assert counts_from(replace(item, dose=sitting(since=day(9)), added_on=day(5)), FIRST) == day(9)


def test_an_item_is_given_with_what_it_has_come_to_on_a_day() -> None:
    item = Item(id="i", dose=sitting())
    assert on_day(item, FIRST, day(14)).dose == replace(item.dose, minutes=Decimal(16))
    assert on_day(item, FIRST, FIRST) is item
    assert on_day(item, FIRST, day(-3)) is item, "it has not begun"
    other = Item(id="o", dose=ExerciseDose(sets=3))
    assert on_day(other, FIRST, day(14)) is other


def found(dose: ActivityDose, first: int, last: int, *flares: Flare) -> list[tuple[int, Decimal]]:
    item = Item(id="i", dose=dose)
    return [((on - FIRST).days, n) for on, n in changes(item, FIRST, day(first), day(last), flares)]


def test_a_range_of_days_begins_with_its_amount_and_names_every_day_on_which_it_grows() -> None:
    assert found(sitting(), 14, 20) == [(14, 16), (15, 18), (18, 20)]
    assert found(sitting(), 0, 2) == [(0, 8)]
    assert found(sitting(up_to=17), 14, 20) == [(14, 16), (15, 17)]
    assert found(sitting(), -2, 3) == [(-2, 8), (3, 10)]
    assert found(ActivityDose(), 0, 20) == []


FLARE = Flare(id="f", on=day(4), back_on=day(7))


def test_in_a_flare_half_is_asked_and_then_the_amount_that_was_reached_before_it() -> None:
    assert found(sitting(), 3, 12, FLARE) == [(3, 10), (4, 5), (7, 10), (10, 12)]
    assert found(sitting(), 5, 20, replace(FLARE, back_on=None)) == [(5, 5)], "nobody knows yet when it is over"


def test_growth_waits_for_a_flare_once_however_many_are_marked_on_its_days() -> None:
    item = Item(id="i", dose=sitting())
    twice = (FLARE, replace(FLARE, id="g", on=day(5)), replace(FLARE, id="h", on=day(30), back_on=day(33)))
    assert grown_days(item, FIRST, day(13), twice) == grown_days(item, FIRST, day(13), (FLARE,)) == 9
    assert grown_days(item, FIRST, day(3), (FLARE,)) == 3
    assert grown_days(item, FIRST, day(13), (replace(FLARE, on=day(-9), back_on=day(-6)),)) == 13


def test_a_flare_of_one_exercise_leaves_the_others_as_they_are() -> None:
    mine, other = Item(id="i", dose=ExerciseDose(sets=2)), Item(id="o", dose=ExerciseDose(sets=2))
    flares = (replace(FLARE, items=("i",)),)
    assert asked_on(mine, FIRST, day(5), flares).dose == ExerciseDose(sets=1)
    assert asked_on(mine, FIRST, day(7), flares) is mine
    assert asked_on(other, FIRST, day(5), flares) is other


def test_the_top_is_reached_when_nothing_is_left_to_add() -> None:
    assert not is_at_top(sitting(up_to=10))
    assert is_at_top(sitting(10, up_to=10))
    assert not is_at_top(sitting())


@pytest.mark.parametrize("percent", [Decimal(0), Decimal(100)])
def test_the_most_a_day_has_is_the_most_a_dose_may_have(percent: Decimal) -> None:
    dose = sitting(1, add=None, percent=percent, every_days=1)
    item = on_day(Item(id="i", dose=dose), FIRST, day(4000))
    assert graded_amount(item.dose) == (1 if percent == 0 else 1440)


@given(
    minutes=st.decimals(Decimal(0), Decimal(1440), places=1),
    rule=progressions,
    days=st.lists(st.integers(-10, 5000), min_size=2, max_size=2).map(sorted),
)
def test_a_dose_never_shrinks_and_is_always_one_that_can_be(
    minutes: Decimal, rule: Progression, days: list[int]
) -> None:
    item = Item(id="i", dose=ActivityDose(minutes=minutes, progression=rule))
    sooner, later = (graded_amount(on_day(item, FIRST, day(after)).dose) for after in days)
    assert sooner is not None
    assert later is not None
    assert minutes <= sooner <= later <= 1440
