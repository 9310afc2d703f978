"""Where a measure stands on a day, in tables: gaps, sides, ranges, equal dates, a baseline that was set anew."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from core.progress.numbers import (
    NIGHTS,
    PAIN,
    PSFS,
    RAISES,
    SITTING,
    SLEPT,
    TODAY,
    asks,
    day,
    read,
    week,
)
from hypothesis import given
from hypothesis import strategies as st

from painplanner.core.measure import Measure, Reading
from painplanner.core.progress.standing import NotEnough, Standing, standing
from painplanner.core.values import Side

L, R = Side.LEFT, Side.RIGHT


def stands(of: Measure, *readings: Reading, baseline: float | None = None, **asked: Any) -> Standing | NotEnough:
    return standing(of, readings, asks(of, 20, baseline, **asked), TODAY)


def value(found: Standing | NotEnough) -> str:
    return str(found.value) if isinstance(found, Standing) else f"{found.count} of {found.of}"


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ((20, 20, 20, 20, 20, 20, 20), "20"),
        ((None, 10, None, 20, None, 30, 40), "25"),
        ((None, 10, None, 20, None, 30, None), "3 of 7"),
        ((), "0 of 7"),
        ((99, 10, 20, None, None, 30, 40, None), "25"),
        ((99, 99, 99, 99, 10, None, None, None, None, None, None), "1 of 7"),
        ((10, 10, 11, None, None, None, 10), "10.3"),
        ((0, 0, 0, 0), "0"),
    ],
    ids=["full", "four filled", "three filled", "nothing", "the eighth day", "old numbers", "rounded", "zeros count"],
)
def test_daily_numbers_count_as_the_mean_of_seven_days_with_four_filled(days: Any, expected: str) -> None:
    assert value(stands(SITTING, *week(SITTING, days))) == expected


def test_a_mean_says_how_many_days_it_is_of_and_which_was_the_last() -> None:
    found = stands(SITTING, *week(SITTING, (10, 20, None, 30, 40, None)))
    assert found == Standing(value=Decimal(25), on=day(-1), count=4, of=7, value_from_days=True)


@pytest.mark.parametrize(
    ("nights", "expected"),
    [((1, 0, 1, 1, 0, 0, 1), "4"), ((1, 1, 1, 0, None, None, None), "5.3"), ((1, 1, 1, None, None), "3 of 7")],
    ids=["a whole week", "blanks are no", "too few"],
)
def test_a_yes_or_no_counts_by_the_week_and_a_blank_is_no_no(nights: Any, expected: str) -> None:
    assert value(stands(SLEPT, *week(SLEPT, nights))) == expected


@pytest.mark.parametrize("of", [PAIN, NIGHTS, RAISES], ids=lambda of: of.id)
def test_of_any_other_number_the_newest_up_to_the_day_counts(of: Measure) -> None:
    assert value(stands(of, read(of, 6, -20), read(of, 4, -3), read(of, 9, 1))) == "4"
    assert value(stands(of, read(of, 9, 1))) == "0 of 1"


def test_a_range_counts_by_its_middle() -> None:
    assert value(stands(PAIN, read(PAIN, 3, value_to=Decimal(6)))) == "4.5"
    mixed = (*week(SITTING, (20, 20, 20), ends=-1), read(SITTING, 20, value_to=Decimal(40)))
    assert value(stands(SITTING, *mixed)) == "22.5"


def test_of_two_numbers_of_one_day_that_of_the_clinic_counts_then_the_later_one() -> None:
    assert value(stands(PAIN, read(PAIN, 5), read(PAIN, 7, log="log"))) == "5"
    assert value(stands(PAIN, read(PAIN, 7, log="log"), read(PAIN, 5))) == "5"
    assert value(stands(PAIN, read(PAIN, 5, id="a"), read(PAIN, 6, id="b"))) == "6"


def test_two_numbers_of_one_day_are_one_filled_day() -> None:
    twice = (*week(SITTING, (10, 10, 10)), read(SITTING, 30, log="log"))
    assert value(stands(SITTING, *twice)) == "3 of 7"
    assert value(stands(SITTING, *week(SITTING, (10, 10, 10), ends=-1), read(SITTING, 20), read(SITTING, 40))) == "15"


def test_what_was_read_before_the_baseline_does_not_count() -> None:
    old = (read(PAIN, 3, -30), read(PAIN, 4, -20))
    assert value(stands(PAIN, *old, baseline=6, baseline_on=day(-10))) == "0 of 1"
    assert value(stands(PAIN, *old, read(PAIN, 5, -9), baseline=6, baseline_on=day(-10))) == "5"


def test_on_the_day_of_the_baseline_only_another_number_is_a_result() -> None:
    """A block is measured before and after on one day; the number that is the baseline itself says nothing."""
    assert value(stands(PAIN, read(PAIN, 6), baseline=6, baseline_on=TODAY)) == "0 of 1"
    assert value(stands(PAIN, read(PAIN, 6, id="a"), read(PAIN, 2, id="b"), baseline=6, baseline_on=TODAY)) == "2"


def test_the_other_side_of_the_day_of_the_baseline_is_no_result() -> None:
    """Both sides are measured at a first visit; the worse one is the baseline, and the better one is no gain."""
    first = (read(RAISES, 10, side=Side.LEFT), read(RAISES, 15, side=Side.RIGHT))
    for asked in (None, Side.BOTH):
        assert value(stands(RAISES, *first, baseline=10, baseline_on=TODAY, side=asked)) == "0 of 1"
    after = read(RAISES, 12, side=Side.LEFT, id="after")
    assert value(stands(RAISES, *first, after, baseline=10, baseline_on=TODAY)) == "12", "measured again that day"


def test_a_baseline_without_a_day_leaves_nothing_out() -> None:
    assert value(stands(PAIN, read(PAIN, 6, -90), baseline=6)) == "6"


def test_readings_of_before_the_trial_and_of_before_the_last_decision_do_not_count() -> None:
    asked, readings = asks(PAIN, 3), [read(PAIN, 4, -14)]
    assert value(standing(PAIN, readings, asked, TODAY, since=day(-14))) == "4"
    assert value(standing(PAIN, readings, asked, TODAY, since=day(-13))) == "0 of 1"
    assert value(standing(PAIN, readings, asked, TODAY, looked_on=day(-14))) == "0 of 1"
    assert value(standing(PAIN, readings, asked, TODAY, looked_on=day(-15))) == "4"


def test_a_mean_of_days_needs_no_newer_look() -> None:
    days = week(SITTING, (20,) * 7)
    assert value(standing(SITTING, days, asks(SITTING, 20), TODAY, looked_on=day(-2))) == "20"


@pytest.mark.parametrize(
    ("side", "readings", "expected"),
    [
        (L, (read(RAISES, 20, side=L), read(RAISES, 5, side=R)), "20"),
        (R, (read(RAISES, 20, side=L), read(RAISES, 5, side=R)), "5"),
        (L, (read(RAISES, 20, side=R),), "0 of 1"),
        (L, (read(RAISES, 20),), "0 of 1"),
        (L, (read(RAISES, 12, side=Side.BOTH),), "12"),
        (Side.BOTH, (read(RAISES, 20, side=L), read(RAISES, 5, side=R)), "5"),
        (Side.BOTH, (read(RAISES, 20, side=L),), "0 of 1"),
        (None, (read(RAISES, 20, side=L), read(RAISES, 5, side=R)), "5"),
        (None, (read(RAISES, 20, side=L),), "20"),
    ],
    ids=["left", "right", "only the other", "no side", "read of both", "worse", "one missing", "unset", "unset, one"],
)
def test_of_two_sides_the_one_that_is_asked_counts_or_the_worse_one(
    side: Side | None, readings: tuple[Reading, ...], expected: str
) -> None:
    assert value(stands(RAISES, *readings, side=side)) == expected


def test_the_worse_side_of_a_reversed_scale_is_the_higher_one_and_is_named() -> None:
    found = stands(PAIN, read(PAIN, 2, side=L), read(PAIN, 7, side=R), side=Side.BOTH)
    assert (value(found), found.side) == ("7", R)


def test_a_number_without_a_side_answers_where_sides_are_not_told_apart() -> None:
    assert value(stands(PAIN, read(PAIN, 4), side=L)) == "4"
    assert value(stands(PAIN, read(PAIN, 4), side=Side.BOTH)) == "4"


def test_an_activity_is_found_however_it_is_spaced_and_no_other_one_answers_for_it() -> None:
    rated = (read(PSFS, 3, activity="Walk  the dog"), read(PSFS, 8, activity="Drive"))
    assert value(stands(PSFS, *rated, activity="walk the dog")) == "3"
    assert value(stands(PSFS, *rated, activity="Knit")) == "0 of 1"
    assert value(stands(PSFS, *rated)) == "5.5", "a criterion without an activity asks for the mean"


@given(
    days=st.lists(st.none() | st.integers(0, 600), max_size=40),
    baseline=st.none() | st.integers(0, 600),
)
def test_any_log_stands_somewhere_or_is_not_enough(days: list[int | None], baseline: int | None) -> None:
    found = stands(SITTING, *week(SITTING, days), baseline=baseline)
    filled = [n for n in days[-7:] if n is not None]
    assert isinstance(found, Standing) is (len(filled) >= 4)
    if isinstance(found, Standing):
        assert min(filled) <= found.value <= max(filled)


def test_of_two_scores_of_one_day_the_one_entered_last_counts_whatever_their_ids_are() -> None:
    entered = read(PAIN, 3, id="reading-f"), read(PAIN, 6, id="reading-a")
    assert value(stands(PAIN, *entered)) == "6"
    assert value(stands(PAIN, *reversed(entered))) == "3"
