"""How a measure has moved since the last visit and since the start, in the right direction, and what was won.

Daily numbers are compared week with week, as one day alone says little. Not here: targets of checkpoints, and words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from painplanner.core.measure import Better, Measure, MeasureKind, Reading
from painplanner.core.progress.standing import WEEK, Standing, at_side, by_day
from painplanner.core.values import Value, normal_decimal


class Delta(Value, frozen=True, kw_only=True):
    """From what it was on one day to what it is on another; `gain` is how much better, below 0 worse.

    `gain` is `None` where a measure has no better direction.
    """

    since: date
    was: Decimal
    on: date
    now: Decimal
    gain: Decimal | None = None


class WinKind(StrEnum):
    """What may be called out: days with a yes, the best so far, a target reached for the first time."""

    YES_DAYS = "yes-days"
    BEST = "best"
    TARGET = "target"


class Win(Value, frozen=True, kw_only=True):
    """Something won since the last visit: on how many days, or with which number."""

    kind: WinKind
    count: int = 0
    value: Decimal | None = None


class Since(Value, frozen=True, kw_only=True):
    """What changed of one series; `None` where there is nothing to compare."""

    start: Delta | None = None
    visit: Delta | None = None
    wins: tuple[Win, ...] = ()


def since(
    series: Iterable[Reading],
    direction: Better,
    *,
    measure: Measure,
    on: date,
    visit: date | None = None,
    baseline: Decimal | None = None,
    baseline_on: date | None = None,
    target: Decimal | None = None,
) -> Since:
    """Return what changed up to a day in the readings of one measure, side and activity (`standing.series_of`).

    The start is the baseline, else the first reading. A baseline that was set anew leaves what lies before it out.
    """
    known = _from_baseline(series, baseline, baseline_on, on)
    now = at_side(measure, known, on)
    fresh = [r for r in known if visit is None or r.on > visit]
    if not isinstance(now, Standing):
        return Since(wins=_yes_days(fresh, measure, direction))
    start = _delta(_start(known, measure, baseline, baseline_on), now, direction)
    if not fresh:
        return Since(start=start)
    before = at_side(measure, known, visit) if visit is not None else None
    return Since(
        start=start,
        visit=_delta(before if isinstance(before, Standing) else None, now, direction),
        wins=(
            *_yes_days(fresh, measure, direction),
            *_best(known, fresh, direction, baseline, measure),
            *_target(before, now, target, direction),
        ),
    )


def _from_baseline(
    series: Iterable[Reading], baseline: Decimal | None, baseline_on: date | None, on: date
) -> list[Reading]:
    first = date.min if baseline is None or baseline_on is None else baseline_on
    return sorted((r for r in series if first <= r.on <= on), key=lambda r: r.on)


def _start(
    known: Sequence[Reading], measure: Measure, baseline: Decimal | None, baseline_on: date | None
) -> Standing | None:
    first = known[0].on
    if baseline is not None:
        return Standing(value=baseline, on=baseline_on or first)
    found = at_side(measure, known, first + timedelta(days=WEEK - 1) if measure.is_daily else first)
    return found if isinstance(found, Standing) else None


def _delta(was: Standing | None, now: Standing, direction: Better) -> Delta | None:
    """Return a change between two days; of one day, or of the same readings, there is none."""
    if was is None or was.on >= now.on:
        return None
    change = now.value - was.value
    gain = {Better.HIGHER: change, Better.LOWER: -change, Better.NONE: None}[direction]
    return Delta(since=was.on, was=was.value, on=now.on, now=now.value, gain=gain)


def _is_better(one: Decimal, other: Decimal, direction: Better) -> bool:
    return one < other if direction is Better.LOWER else one > other


def _yes_days(fresh: Sequence[Reading], measure: Measure, direction: Better) -> tuple[Win, ...]:
    """Return on how many days a yes was written, where yes is what is wanted."""
    if measure.kind is not MeasureKind.YES_NO or direction is not Better.HIGHER:
        return ()
    count = sum(1 for answer in by_day(measure, fresh).values() if answer == 1)
    return (Win(kind=WinKind.YES_DAYS, count=count),) if count else ()


def _best(
    known: Sequence[Reading], fresh: Sequence[Reading], direction: Better, baseline: Decimal | None, measure: Measure
) -> tuple[Win, ...]:
    """Return the best number since the last visit where it is better than all before it."""
    if direction is Better.NONE or measure.kind is MeasureKind.YES_NO:
        return ()
    pick = min if direction is Better.LOWER else max
    before = list(by_day(measure, (r for r in known if r not in fresh)).values())
    if baseline is not None:
        before.append(baseline)
    best = pick(by_day(measure, fresh).values())
    if not before or not _is_better(best, pick(before), direction):
        return ()
    return (Win(kind=WinKind.BEST, value=normal_decimal(best)),)


def _target(before: object, now: Standing, target: Decimal | None, direction: Better) -> tuple[Win, ...]:
    """Return a target that is reached now and was not before."""
    if target is None or direction is Better.NONE or _is_better(target, now.value, direction):
        return ()
    was_there = isinstance(before, Standing) and not _is_better(target, before.value, direction)
    return () if was_there else (Win(kind=WinKind.TARGET, value=target),)
