"""Small plans with a log for the tests of progression: one exercise, one sheet, and days written as letters."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from painplanner.core.daily_log import CellState, FilledLog, LogCell, LogRow, LogRowKind, LogSheet
from painplanner.core.dose import AnyDose
from painplanner.core.measure import Reading
from painplanner.core.plan import Flare, Item, OnDate, Plan, Step

TODAY = date(2026, 3, 16)
BEGAN = date(2026, 2, 2)

_STATES = {"d": CellState.DONE, "s": CellState.TOO_SORE, "n": CellState.NOT_DONE, "?": CellState.UNREADABLE}
Logged = tuple[tuple[FilledLog, ...], tuple[LogSheet, ...]]


def day(before: int) -> date:
    """Return the day so many days before the visit."""
    return TODAY - timedelta(days=before)


def item(dose: AnyDose | None, **fields: object) -> Item:
    return Item(**{"id": "i", "category": "strength", "dose": dose, **fields})  # type: ignore[arg-type]


def plan_of(*items: Item, flares: tuple[Flare, ...] = (), **fields: object) -> Plan:
    steps = (Step(id="s", timing=OnDate(on=BEGAN), items=items),)
    return Plan(**{"id": "p", "steps": steps, "flares": flares, **fields})  # type: ignore[arg-type]


def log_of(days: str, *, ends: int = 1, row_item: str = "i", is_complete: bool = True, log: str = "l") -> Logged:
    """Return the log of an exercise up to `ends` days ago: d done, s too sore, n not done, ? unreadable, . blank."""
    first = day(ends + len(days) - 1)
    length = next(n for n in (7, 14, 28) if len(days) <= n)
    row = LogRow(id="r1", kind=LogRowKind.EXERCISE, item=row_item)
    sheet = LogSheet(
        id=f"{log}-sheet", number=1, plan="p", patient="x", printed_on=first, first_day=first, days=length, rows=(row,)
    )
    cells = tuple(LogCell(row="r1", day=n, state=_STATES[one]) for n, one in enumerate(days) if one in _STATES)
    filled = FilledLog(
        id=log, sheet=sheet.id, plan="p", patient="x", first_day=first, entered_on=TODAY, is_complete=is_complete,
        cells=cells,
    )  # fmt: skip
    return (filled,), (sheet,)


def measured(measure: str, *values: int | str, ends: int = 1) -> tuple[Reading, ...]:
    """Return a reading for each day up to `ends` days ago."""
    return tuple(
        Reading(id=f"{measure}-{n}", patient="x", measure=measure, on=day(ends + n), value=Decimal(value))
        for n, value in enumerate(reversed(values))
    )
