"""Where a measure stands on a day: the newest number, or for daily numbers the mean of the last seven days.

Too few numbers are "not enough", which is never read as a bad result. Not here: what a number means for a target.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from painplanner.core.activities import answers
from painplanner.core.measure import Better, Criterion, Measure, MeasureKind, Reading
from painplanner.core.values import Side, Value, normal_decimal, replace

WEEK = 7
ENOUGH = 4
"""Days of the last seven that must be filled for a mean to stand for the week; clinical facts 1.6, issue 5."""


class Standing(Value, tag="standing", frozen=True, kw_only=True):
    """A number with the day of the newest reading in it, made of `count` readings of the `of` that were looked for.

    `value_from_days` says that it stands for the last seven days. `side` is the side that decided, where sides were
    told apart.
    """

    value: Decimal
    on: date
    count: int = 1
    of: int = 1
    value_from_days: bool = False
    side: Side | None = None


class NotEnough(Value, tag="not-enough", frozen=True, kw_only=True):
    """Too few readings: `count` of the `of` that were looked for, where `needed` would do."""

    count: int = 0
    of: int = 1
    needed: int = 1
    side: Side | None = None


def most_asked(measure: Measure) -> Decimal | None:
    """Return the highest number that can be asked for: a yes or no of each day is asked for in days a week."""
    is_by_week = measure.kind is MeasureKind.YES_NO and not measure.weekly
    return Decimal(WEEK) if is_by_week else measure.maximum


def standing(
    measure: Measure,
    readings: Iterable[Reading],
    criterion: Criterion,
    on: date,
    *,
    since: date | None = None,
    looked_on: date | None = None,
) -> Standing | NotEnough:
    """Return where a criterion stands on a day, counting only what was read after its baseline.

    Readings before `since`, the first day of the trial, do not count. A single number must be newer than `looked_on`,
    the day it was decided on before: an old one says nothing new. Of two sides that are asked, the worse one counts.
    """
    counted = _counted(series_of(measure, readings, criterion), criterion, since, on)
    found = [
        at_side(measure, mine, on, side=side, looked_on=looked_on)
        for side, mine in _by_side(measure, counted, criterion)
    ]
    missing = [one for one in found if isinstance(one, NotEnough)]
    known = [one for one in found if isinstance(one, Standing)]
    if not known or (missing and criterion.side is Side.BOTH):
        return min(missing, key=lambda one: one.count)
    return _worse(known, criterion.better)


def series_of(measure: Measure, readings: Iterable[Reading], criterion: Criterion) -> tuple[Reading, ...]:
    """Return the readings that a criterion asks about: its measure, side and activity, oldest first."""
    mine = (r for r in readings if r.measure == criterion.measure and _fits(r.side, criterion.side, measure))
    return answers(replace(criterion, side=None), measure, mine)


def _fits(side: Side | None, asked: Side | None, measure: Measure) -> bool:
    """Tell whether a reading is of the side that is asked; one without a side is, where sides are not told apart."""
    if side is None:
        return asked is None or not measure.by_side
    return asked in {None, Side.BOTH} or side in {asked, Side.BOTH}


def _counted(mine: Sequence[Reading], criterion: Criterion, since: date | None, on: date) -> list[Reading]:
    """Return the readings of the trial up to a day that are none of those the baseline was taken from."""
    known = {r.side for r in mine if r.on == criterion.baseline_on and r.middle == criterion.baseline}
    in_time = (r for r in mine if r.on <= on and (since is None or r.on >= since))
    return [r for r in in_time if _is_after_baseline(r, criterion, known)]


def _is_after_baseline(reading: Reading, criterion: Criterion, known: set[Side | None]) -> bool:
    """Tell whether a reading follows the baseline: on its day another number does, of a side that was `known` then."""
    if criterion.baseline is None or criterion.baseline_on is None or reading.on > criterion.baseline_on:
        return True
    is_other = reading.on == criterion.baseline_on and reading.middle != criterion.baseline
    return is_other and (not known or reading.side in known)


def _by_side(
    measure: Measure, readings: list[Reading], criterion: Criterion
) -> list[tuple[Side | None, list[Reading]]]:
    """Return the readings side by side where both are asked for, or where no side is named and both were read."""
    asked, sides = criterion.side, {r.side for r in readings} & {Side.LEFT, Side.RIGHT}
    if asked in {Side.LEFT, Side.RIGHT}:
        return [(asked, readings)]
    is_one = len(sides) < 2 if asked is None else not (measure.by_side or sides)
    if is_one:
        return [(None, readings)]
    unsided = {Side.BOTH} if measure.by_side else {Side.BOTH, None}
    return [(side, [r for r in readings if r.side in {side, *unsided}]) for side in (Side.LEFT, Side.RIGHT)]


def _worse(known: list[Standing], better: Better) -> Standing:
    pick = max if better is Better.LOWER else min
    return pick(known, key=lambda one: one.value)


def at_side(
    measure: Measure,
    series: Iterable[Reading],
    on: date,
    *,
    side: Side | None = None,
    looked_on: date | None = None,
) -> Standing | NotEnough:
    """Return where the readings of one thing stand on a day."""
    if measure.is_daily:
        return _of_week(measure, series, on, side)
    return _newest(series, on, side, looked_on)


def _newest(series: Iterable[Reading], on: date, side: Side | None, looked_on: date | None) -> Standing | NotEnough:
    """Return the newest reading; of two on one day the one measured in the clinic, else the later in the series."""
    fresh = [r for r in series if r.on <= on and (looked_on is None or r.on > looked_on)]
    if not fresh:
        return NotEnough(side=side)
    newest = _counting(fresh)
    return Standing(value=normal_decimal(newest.middle), on=newest.on, side=side)


def _counting(readings: Sequence[Reading]) -> Reading:
    place = max(range(len(readings)), key=lambda n: (readings[n].on, not readings[n].log, n))
    return readings[place]


def _of_week(measure: Measure, series: Iterable[Reading], on: date, side: Side | None) -> Standing | NotEnough:
    """Return the mean of the days of the last seven that are filled; a yes or no becomes days a week."""
    days = by_day(measure, (r for r in series if on - timedelta(days=WEEK) < r.on <= on))
    if len(days) < ENOUGH:
        return NotEnough(count=len(days), of=WEEK, needed=ENOUGH, side=side)
    mean = sum(days.values(), Decimal(0)) / len(days)
    value = mean * WEEK if measure.kind is MeasureKind.YES_NO else mean
    rounded = value.quantize(Decimal(1).scaleb(-measure.decimals - 1), ROUND_HALF_UP)
    return Standing(
        value=normal_decimal(rounded), on=max(days), count=len(days), of=WEEK, value_from_days=True, side=side
    )


def by_day(measure: Measure, series: Iterable[Reading]) -> dict[date, Decimal]:
    """Return one number for each day that has any; of several their mean for a daily number, else the one that counts.

    Two scores of one day are a score and its correction, and no mean of them was ever measured.
    """
    days: dict[date, list[Reading]] = {}
    for reading in series:
        days.setdefault(reading.on, []).append(reading)
    if not measure.is_daily:
        return {day: _counting(readings).middle for day, readings in days.items()}
    return {day: sum((r.middle for r in readings), Decimal(0)) / len(readings) for day, readings in days.items()}
