"""What stands beside a result and may decide it: flares, words of the patient, and days an exercise made too sore.

Since the last look; whether a side effect is among the words is for the clinician to read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from painplanner.core.checkpoint import Checkpoint
from painplanner.core.daily_log import CellState, FilledLog, LogNote, LogRowKind, LogSheet
from painplanner.core.known_dates import KnownDates
from painplanner.core.log_reading import day_of
from painplanner.core.measure import Reading
from painplanner.core.plan import Flare, Plan
from painplanner.core.progress.judge import first_day, last_decided
from painplanner.core.values import Value

_TRIED = frozenset({CellState.DONE, CellState.TOO_SORE})


class Note(Value, frozen=True, kw_only=True):
    """Words that came with a log or a reading, on their day; `for_clinician` were marked to be read the same day."""

    on: date
    text: str
    for_clinician: bool = False


class Sore(Value, frozen=True, kw_only=True):
    """How often an item (by its id) left the patient too sore, of the days on which it was done."""

    item: str
    days: int
    of: int


class Beside(Value, frozen=True, kw_only=True):
    """What happened from one day to another, both included, newest words first."""

    since: date | None
    on: date
    flares: tuple[Flare, ...] = ()
    notes: tuple[Note, ...] = ()
    too_sore: tuple[Sore, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing stands beside the result."""
        return not (self.flares or self.notes or self.too_sore)


def last_look(plan: Plan, checkpoint: Checkpoint, dates: KnownDates, on: date) -> date | None:
    """Return the day from which a look goes back no further: the last decision, else the start of the steps."""
    return last_decided(plan, checkpoint.id, on) or first_day(checkpoint, dates) or plan.start


def beside(
    plan: Plan,
    logs: Iterable[FilledLog],
    sheets: Iterable[LogSheet],
    readings: Iterable[Reading],
    since: date | None,
    on: date,
) -> Beside:
    """Return what happened since a day, as the logs of a plan and the readings of its patient tell it."""
    first = since or date.min
    mine = tuple(log for log in logs if log.plan == plan.id)
    notes = [*_log_notes(mine), *(Note(on=r.on, text=r.note) for r in readings if r.note.strip())]
    return Beside(
        since=since,
        on=on,
        flares=tuple(f for f in plan.flares if f.on <= on and _last_day(f) >= first),
        notes=tuple(sorted((n for n in notes if first <= n.on <= on), key=_order)),
        too_sore=_too_sore(mine, {sheet.id: sheet for sheet in sheets}, first, on),
    )


def _last_day(flare: Flare) -> date:
    """Return the last day of a flare: on the day it is back by, the full plan is done."""
    return date.max if flare.back_on is None else max(flare.back_on - timedelta(days=1), flare.on)


def _order(note: Note) -> tuple[bool, int]:
    return not note.for_clinician, -note.on.toordinal()


def _log_notes(logs: Iterable[FilledLog]) -> Iterator[Note]:
    for log in logs:
        for note in log.notes:
            yield Note(on=_day(log, note), text=note.text, for_clinician=note.for_clinician)
        if log.remark.strip():
            yield Note(on=log.entered_on, text=log.remark)


def _day(log: FilledLog, note: LogNote) -> date:
    return log.entered_on if note.day is None else log.first_day + timedelta(days=note.day)


def _too_sore(logs: Iterable[FilledLog], sheets: dict[str, LogSheet], first: date, last: date) -> tuple[Sore, ...]:
    """Count the days of each exercise; where two logs speak of one day, the one entered later counts."""
    ticks: dict[str, dict[date, CellState]] = {}
    for log in sorted(logs, key=lambda one: (one.entered_on, one.id)):
        sheet = sheets.get(log.sheet)
        items = {row.id: row.item for row in sheet.rows if row.kind is LogRowKind.EXERCISE} if sheet else {}
        for cell in log.cells:
            if cell.row in items and first <= day_of(log, cell) <= last:
                ticks.setdefault(items[cell.row], {})[day_of(log, cell)] = cell.state
    counted = ((item, [state for state in days.values() if state in _TRIED]) for item, days in ticks.items())
    return tuple(
        Sore(item=item, days=tried.count(CellState.TOO_SORE), of=len(tried))
        for item, tried in counted
        if CellState.TOO_SORE in tried
    )
