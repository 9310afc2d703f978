"""What logs and readings say of one exercise under the dose it has now, as numbers that a rule can ask about.

A blank is nobody's "not done", and days of another dose or of a flare say nothing of this one. Not here: any rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal

from painplanner.core.daily_log import CellState, FilledLog, LogRow, LogRowKind, LogSheet
from painplanner.core.log_making import PAIN, cell_days
from painplanner.core.log_reading import day_of
from painplanner.core.measure import Reading
from painplanner.core.plan import Item
from painplanner.core.training import counts_alike, trains
from painplanner.core.values import Value

WEEK = 7
MOST_AGE_DAYS = 21
"""A log whose last day is older says nothing of today: the length of a first trial [D]."""
ENOUGH_DAYS = 4
"""Of 7 days, for a mean; the same that a checkpoint asks for [D]."""

_KNOWN = {CellState.DONE, CellState.TOO_SORE, CellState.NOT_DONE}
Ticks = dict[date, CellState | None]


class Went(Value, frozen=True, kw_only=True):
    """How an exercise went in the week up to the last day somebody wrote of it, `last`.

    `asked` is on how many of 7 days it is to be done, `days` how many days were logged under this dose, and `missed`
    how many it was left out in a row at the end, beyond its days off.
    """

    last: date
    days: int
    done: int = 0
    too_sore: int = 0
    not_done: int = 0
    missed: int = 0
    asked: int = WEEK

    @property
    def is_regular(self) -> bool:
        """Tell whether it was done on at least four of five days that it was asked for, over a whole week [D]."""
        return self.days >= WEEK and self.done * 5 >= self.asked * 4


def ticks(item: str, logs: Iterable[FilledLog], sheets: Iterable[LogSheet]) -> Ticks:
    """Return what stands for an exercise on each day that was over of logs entered to their end, `None` for a blank.

    Where two logs speak of one day, the one entered later counts, but for its blanks.
    """
    by_id = {sheet.id: sheet for sheet in sheets}
    found: Ticks = {}
    for log in sorted((log for log in logs if log.is_complete), key=lambda log: (log.entered_on, log.id)):
        sheet = by_id.get(log.sheet)
        rows = [row for row in sheet.rows if _is_row_of(row, item)] if sheet is not None else []
        if sheet is not None and rows:
            over, known = (log.entered_on - log.first_day).days, {row.id for row in rows}
            asked = {n for row in rows for n in cell_days(row, sheet.days) if n < over}
            found = {log.first_day + timedelta(days=n): None for n in sorted(asked)} | found
            found |= {day_of(log, cell): cell.state for cell in log.cells if cell.row in known}
    return found


def _is_row_of(row: LogRow, item: str) -> bool:
    return row.kind is LogRowKind.EXERCISE and row.item == item


def went(found: Ticks, item: Item, since: date, today: date) -> Went | None:
    """Return how an exercise went from a day on; `None` where nobody wrote, or too long ago."""
    logged = [day for day in found if since <= day <= today]
    known = {day: state for day in logged if (state := found[day]) in _KNOWN}
    if not known or max(known) < today - timedelta(days=MOST_AGE_DAYS):
        return None
    last, asked = max(known), getattr(item.dose, "days_per_week", None) or WEEK
    week = [state for day, state in known.items() if day > last - timedelta(days=WEEK)]
    return Went(
        last=last,
        days=len(logged),
        done=week.count(CellState.DONE),
        too_sore=week.count(CellState.TOO_SORE),
        not_done=week.count(CellState.NOT_DONE),
        missed=max(_left_out(known) - _days_off(asked), 0),
        asked=asked,
    )


def _left_out(known: Ticks) -> int:
    """Return on how many days in a row, up to the last one, it was written that it was not done."""
    count = 0
    for day in sorted(known, reverse=True):
        if known[day] is not CellState.NOT_DONE:
            break
        count += 1
    return count


def _days_off(asked: int) -> int:
    """Return how many days lie between two on which it is asked for: 2 at three days a week."""
    return -(-WEEK // asked) - 1


def pain_weeks(readings: Iterable[Reading], today: date) -> tuple[Decimal, Decimal | None] | None:
    """Return the pain of the newest week that was written down and of the week before it; the pain that rose most.

    Where pain is asked for once a week there is one number for each; `None` where the newest is too old.
    """
    by_measure: dict[str, dict[date, Decimal]] = {}
    for reading in readings:
        if (reading.measure == PAIN or reading.measure.startswith(f"{PAIN}_")) and reading.on <= today:
            by_measure.setdefault(reading.measure, {})[reading.on] = reading.middle
    pairs = [pair for series in by_measure.values() if (pair := _weeks(series, today)) is not None]
    return max(pairs, key=lambda pair: pair[0] - pair[1] if pair[1] is not None else Decimal(-99), default=None)


def _weeks(series: dict[date, Decimal], today: date) -> tuple[Decimal, Decimal | None] | None:
    last = max(series)
    if last < today - timedelta(days=MOST_AGE_DAYS):
        return None
    middle = last - timedelta(days=WEEK)
    now = _mean(n for day, n in series.items() if day > middle)
    before = _mean(n for day, n in series.items() if middle - timedelta(days=WEEK) < day <= middle)
    return (now, before) if now is not None else None


def _mean(numbers: Iterable[Decimal]) -> Decimal | None:
    found = list(numbers)
    return sum(found, Decimal(0)) / len(found) if found else None


def measured(item: Item, readings: Iterable[Reading], today: date) -> dict[date, Decimal]:
    """Return what was measured of an activity, by day: a measure that speaks of it, in the unit of its dose."""
    return {
        reading.on: reading.middle
        for reading in sorted(readings, key=lambda one: one.on)
        if reading.on <= today and _is_of(item, reading)
    }


def _is_of(item: Item, reading: Reading) -> bool:
    return counts_alike(item, reading.measure) and trains(item, reading.measure, reading.activity)


def week_mean(series: Mapping[date, Decimal], last: date) -> Decimal | None:
    """Return the mean of the 7 days up to `last`, at least 4 of them filled."""
    week = [n for day, n in series.items() if last - timedelta(days=WEEK) < day <= last]
    return _mean(week) if len(week) >= ENOUGH_DAYS else None


def overdone(series: Mapping[date, Decimal], today: date, most: Decimal) -> tuple[date, Decimal, Decimal] | None:
    """Return the newest day of the last week that passed so many times the mean of the week before it, with both."""
    for day in sorted((one for one in series if one > today - timedelta(days=WEEK)), reverse=True):
        mean = week_mean(series, day - timedelta(days=1))
        if mean and series[day] > mean * most:
            return day, series[day], mean
    return None
