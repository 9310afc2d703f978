"""What moved since the last visit and the start, in the right direction, and what was won."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from core.progress.numbers import NIGHTS, PAIN, SCREEN, SITTING, SLEPT, TODAY, day, read, week
from hypothesis import given
from hypothesis import strategies as st

from painplanner.core.measure import Measure, Reading
from painplanner.core.progress.since import Delta, Since, Win, WinKind, since


def moved(of: Measure, *readings: Reading, visit: int | None = None, **known: Any) -> Since:
    return since(readings, of.better, measure=of, on=TODAY, visit=None if visit is None else day(visit), **known)


def test_a_change_says_from_what_to_what_and_how_much_better_that_is() -> None:
    found = moved(PAIN, read(PAIN, 7, -28), read(PAIN, 5, -14), read(PAIN, 4), visit=-14)
    assert found.start == Delta(since=day(-28), was=Decimal(7), on=TODAY, now=Decimal(4), gain=Decimal(3))
    assert found.visit == Delta(since=day(-14), was=Decimal(5), on=TODAY, now=Decimal(4), gain=Decimal(1))


@pytest.mark.parametrize(("of", "gain"), [(PAIN, -2), (NIGHTS, 2), (SCREEN, None)], ids=lambda of: str(of))
def test_the_direction_is_that_of_the_scale(of: Measure, gain: int | None) -> None:
    found = moved(of, read(of, 3, -7), read(of, 5))
    assert found.start is not None
    assert found.start.gain == gain


def test_daily_numbers_are_compared_week_with_week() -> None:
    days = (*week(SITTING, (10,) * 7, ends=-14), *week(SITTING, (14,) * 7, ends=-7), *week(SITTING, (20,) * 7))
    found = moved(SITTING, *days, visit=-7)
    assert found.start is not None
    assert found.visit is not None
    assert (found.start.was, found.visit.was, found.visit.now) == (10, 14, 20)


def test_one_week_alone_has_nothing_to_be_compared_with() -> None:
    found = moved(SITTING, *week(SITTING, (10, 12, 14, 16, 18, 20, 22)))
    assert (found.start, found.visit) == (None, None)


def test_too_few_days_say_nothing_of_a_change() -> None:
    found = moved(SITTING, *week(SITTING, (10,) * 7, ends=-14), *week(SITTING, (30, 30, 30)), visit=-7)
    assert (found.start, found.visit) == (None, None)


def test_the_start_is_the_baseline_and_one_set_anew_leaves_what_was_before_out() -> None:
    days = (read(PAIN, 9, -30), read(PAIN, 5, -5), read(PAIN, 4))
    first = moved(PAIN, *days, baseline=Decimal(8), baseline_on=day(-40)).start
    anew = moved(PAIN, *days, baseline=Decimal(6), baseline_on=day(-10)).start
    assert first is not None
    assert anew is not None
    assert (first.since, first.was) == (day(-40), 8)
    assert (anew.since, anew.was, anew.gain) == (day(-10), 6, 2)


def test_a_baseline_without_a_date_is_that_of_the_first_reading_that_has_one() -> None:
    found = moved(PAIN, read(PAIN, 6, -28), read(PAIN, 4), baseline=Decimal(7)).start
    assert found == Delta(since=day(-28), was=Decimal(7), on=TODAY, now=Decimal(4), gain=Decimal(3))
    assert moved(PAIN, read(PAIN, 4), baseline=Decimal(7)).start is None, "no day is known to say since when"


def test_a_visit_before_the_baseline_was_set_anew_is_nothing_to_compare_with() -> None:
    days = (read(PAIN, 8, -30), read(PAIN, 7, -14), read(PAIN, 5))
    found = moved(PAIN, *days, visit=-20, baseline=Decimal(7), baseline_on=day(-14))
    assert found.visit is None
    assert found.start is not None
    assert found.start.gain == 2


def test_on_one_day_nothing_has_changed_yet() -> None:
    found = moved(PAIN, read(PAIN, 7, id="a"), read(PAIN, 5, id="b"), visit=0)
    assert (found.start, found.visit) == (None, None)


def test_nothing_was_read_since_the_visit() -> None:
    start = Delta(since=day(-20), was=Decimal(7), on=day(-10), now=Decimal(5), gain=Decimal(2))
    assert moved(PAIN, read(PAIN, 7, -20), read(PAIN, 5, -10), visit=-10) == Since(start=start), "which still stands"
    assert moved(PAIN) == Since()


def test_nights_slept_through_since_the_visit_are_called_out() -> None:
    nights = (*week(SLEPT, (1, 1, 1), ends=-8), *week(SLEPT, (0, 1, 0, None, 0, 1, 0)))
    assert moved(SLEPT, *nights, visit=-7).wins == (Win(kind=WinKind.YES_DAYS, count=2),)
    assert moved(SLEPT, *nights).wins == (Win(kind=WinKind.YES_DAYS, count=5),)
    assert moved(SLEPT, read(SLEPT, 1), visit=-7).wins == (Win(kind=WinKind.YES_DAYS, count=1),), "one day is a win too"
    assert moved(SLEPT, *week(SLEPT, (0,) * 7), visit=-7).wins == ()


@pytest.mark.parametrize(
    ("of", "before", "now", "is_win"),
    [(NIGHTS, 3, 5, True), (NIGHTS, 5, 5, False), (PAIN, 5, 3, True), (PAIN, 3, 5, False), (SCREEN, 3, 5, False)],
)
def test_the_best_so_far_is_called_out_once_there_was_something_before(
    of: Measure, before: int, now: int, is_win: bool
) -> None:
    found = moved(of, read(of, before, -14), read(of, now, -1), visit=-14)
    assert (Win(kind=WinKind.BEST, value=Decimal(now)) in found.wins) is is_win
    assert moved(of, read(of, now)).wins == ()


def test_a_target_is_a_win_when_it_is_reached_and_was_not_before() -> None:
    won = Win(kind=WinKind.TARGET, value=Decimal(4))
    days = (read(PAIN, 6, -14), read(PAIN, 4, -7), read(PAIN, 3))
    assert won in moved(PAIN, *days[:2], visit=-14, target=Decimal(4)).wins
    assert won not in moved(PAIN, *days, visit=-7, target=Decimal(4)).wins


@given(values=st.lists(st.none() | st.integers(0, 100), max_size=30), visit=st.integers(-40, 5))
def test_any_series_has_moved_somewhere_or_not(values: list[int | None], visit: int) -> None:
    found = moved(SITTING, *week(SITTING, values), visit=visit)
    for delta in (found.start, found.visit):
        assert delta is None or (delta.since < delta.on and delta.gain == delta.now - delta.was)


def test_a_score_that_was_corrected_the_same_day_is_no_best_number() -> None:
    found = moved(PAIN, read(PAIN, 6, -14), read(PAIN, 2, id="z"), read(PAIN, 6, id="a"), visit=-7)
    assert found.wins == ()
