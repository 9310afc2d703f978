"""What a filled log says: readings of its measures, and for each exercise how often it was done.

A blank is nobody's "not done": it is counted apart. Not here: what follows from either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal

from painplanner.core.daily_log import CellState, FilledLog, LogCell, LogRow, LogRowKind, LogSheet
from painplanner.core.log_making import cell_days
from painplanner.core.measure import Reading
from painplanner.core.values import Impossible, Value

_WEEK = 7
_ANSWERS = {CellState.YES: Decimal(1), CellState.NO: Decimal(0)}
_TICKS = {CellState.DONE, CellState.TOO_SORE, CellState.NOT_DONE, CellState.UNREADABLE}


class Adherence(Value, frozen=True, kw_only=True):
    """How an exercise went: days of each kind, days it was asked for, and of these the days nobody wrote down."""

    item: str
    done: int = 0
    too_sore: int = 0
    not_done: int = 0
    unreadable: int = 0
    blank: int = 0
    expected: int = 0


def reading_id(log: str, row: str, day: int) -> str:
    """Return the id of the reading that a cell becomes: the same whenever the log is read again."""
    return f"{log}:{row}:{day}"


def cell_reading_ids(log: FilledLog) -> tuple[str, ...]:
    """Return the ids of all readings that a log may have become."""
    return tuple(reading_id(log.id, cell.row, cell.day) for cell in log.cells)


def day_of(log: FilledLog, cell: LogCell) -> date:
    """Return the date of a cell, counted from the day the patient wrote first."""
    return log.first_day + timedelta(days=cell.day)


def check_days(log: FilledLog, today: date) -> None:
    """Refuse a log that says something of days to come: its first day is wrong."""
    last = max((day_of(log, cell) for cell in log.cells), default=log.first_day)
    if last > today:
        raise Impossible("days-to-come", "first_day", day=last)


def readings_of(log: FilledLog, sheet: LogSheet) -> tuple[Reading, ...]:
    """Return a reading for every cell of a measure with a number or an answer, by row and day.

    "Not done" and what cannot be read are no numbers. A range keeps both its ends.
    """
    rows = {row.id: (place, row) for place, row in enumerate(sheet.rows) if row.kind is LogRowKind.MEASURE}
    mine = [cell for cell in log.cells if cell.row in rows and cell.day in cell_days(rows[cell.row][1], sheet.days)]
    ordered = sorted(mine, key=lambda cell: (rows[cell.row][0], cell.day))
    found = (_reading(log, rows[cell.row][1], cell) for cell in ordered)
    return tuple(reading for reading in found if reading is not None)


def _reading(log: FilledLog, row: LogRow, cell: LogCell) -> Reading | None:
    value = _ANSWERS.get(cell.state, cell.value)
    if value is None:
        return None
    return Reading(
        id=reading_id(log.id, row.id, cell.day),
        patient=log.patient,
        measure=row.measure,
        on=day_of(log, cell),
        value=value,
        value_to=cell.value_to,
        side=row.side,
        activity=row.activity,
        log=log.id,
    )


def adherence(logs: Iterable[FilledLog], sheets: Iterable[LogSheet]) -> tuple[Adherence, ...]:
    """Return how each exercise went in logs that were entered to their end, in the order of the sheets' rows.

    Where two logs speak of one day, the one entered later counts.
    """
    by_id = {sheet.id: sheet for sheet in sheets}
    ticks: dict[str, dict[date, CellState]] = {}
    asked: dict[str, dict[date, LogRow]] = {}
    for log in sorted((log for log in logs if log.is_complete), key=lambda log: (log.entered_on, log.id)):
        sheet = by_id.get(log.sheet)
        if sheet is None:
            continue
        for row in (row for row in sheet.rows if row.kind is LogRowKind.EXERCISE):
            asked.setdefault(row.item, {}).update(dict.fromkeys(_days_asked(log, row, sheet), row))
            ticks.setdefault(row.item, {}).update(_ticks(log, row, sheet))
    return tuple(_counted(item, asked[item], ticks[item]) for item in asked)


def _days_asked(log: FilledLog, row: LogRow, sheet: LogSheet) -> Iterator[date]:
    """Yield the days a row asks for that were over when the log came back.

    The day itself counts where something stands there.
    """
    filled = max((cell.day for cell in log.cells), default=-1) + 1
    over = max((log.entered_on - log.first_day).days, filled)
    return (log.first_day + timedelta(days=n) for n in cell_days(row, sheet.days) if n < over)


def _ticks(log: FilledLog, row: LogRow, sheet: LogSheet) -> dict[date, CellState]:
    mine = (cell for cell in log.cells if cell.row == row.id and cell.day < sheet.days and cell.state in _TICKS)
    return {day_of(log, cell): cell.state for cell in mine}


def _counted(item: str, asked: dict[date, LogRow], ticks: dict[date, CellState]) -> Adherence:
    states = list(ticks.values())
    expected = _expected(asked)
    return Adherence(
        item=item,
        done=states.count(CellState.DONE),
        too_sore=states.count(CellState.TOO_SORE),
        not_done=states.count(CellState.NOT_DONE),
        unreadable=states.count(CellState.UNREADABLE),
        blank=max(expected - len(states), 0),
        expected=expected,
    )


def _expected(asked: dict[date, LogRow]) -> int:
    """Return on how many of the days it was asked for, rounded to whole days: 3 of each 7, of 10 days 4."""
    sevenths = sum(row.days_per_week or _WEEK for row in asked.values())
    return (2 * sevenths + _WEEK) // (2 * _WEEK)
