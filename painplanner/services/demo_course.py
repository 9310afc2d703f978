"""Three weeks in the life of one invented patient: two daily logs that came back, and scores of two visits.

It is what the Progress page of the demonstration practice shows; nothing in it depends on anything but the day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from typing import TYPE_CHECKING

from painplanner.core.daily_log import CellState, FilledLog, LogCell, LogNote, LogRow, LogRowKind, LogSheet
from painplanner.core.edits.flaring import begin_flare
from painplanner.core.flares import has_flare_dose
from painplanner.core.ids import IdFactory
from painplanner.core.log_making import cell_days
from painplanner.core.measure import Reading
from painplanner.core.plan import Plan, items_of
from painplanner.core.values import replace
from painplanner.services.logs import begin_log, give_sheet, keep_log

if TYPE_CHECKING:
    from painplanner.store import Store

WHO = "patient-whitcombe"
"""Whose course it is."""
_DAYS = (14, 7)
# A day that is None was left blank, as people do.
_SITTING = (9, 10, 10, 12, 11, 13, 14, None, None, None, 15, 16, 16, 17, 18, 19, 20, None, 21, 22, 24)
_WALKING = (8, 8, 9, 9, 10, None, 11, None, None, None, 11, 12, 12, 13, 13, 14, 14, None, 15, 15, 16)
_SLEPT = (0, 0, 0, 1, 0, 0, 1, None, None, None, 0, 1, 0, 1, 1, 0, 1, None, 1, 1, 0)
_WEEKLY = {"measure.nrs": (6, 5, 4), "measure.nights_slept_through": (1, 3, 4)}
_DAILY = {
    "measure.sitting_minutes": _SITTING,
    "measure.walking_minutes": _WALKING,
    "measure.slept_through": _SLEPT,
}
_SORE, _LEFT_OUT, _BLANK = {5, 12}, {3, 16}, {7, 8, 9, 17}
_SCORES = {"measure.odi": {0: 46, 21: 34}, "measure.nrs_leg": {0: 7, 7: 6, 14: 5, 21: 4}, "measure.phq9": {0: 8, 21: 6}}
# How many days ago a flare began, after how many it was over, and why. Both are tied to the second exercise: the first
# must reach the target of its checkpoint.
_FLARES = ((15, 3, "After a long drive"), (1, 4, "Heavy week in the warehouse"))
_TIED_TO = 1
_SAID = {6: "Slept badly after a long drive", 16: "Sat through a meal with the family"}


def with_flares(plan: Plan, today: date) -> Plan:
    """Return the plan with a flare of an exercise that is over, and one that runs now."""
    tied = [item.id for _step, item in items_of(plan) if has_flare_dose(item)][_TIED_TO]
    numbers = count(1)

    def new_id(kind: str) -> str:
        return f"{kind}-demo-{next(numbers)}"

    for ago, back, note in _FLARES:
        on = today - timedelta(days=ago)
        plan = begin_flare(plan, on, new_id, items=(tied,), back_on=on + timedelta(days=back), note=note)
    return plan


def add_course(store: Store, plan: Plan, today: date) -> None:
    """Enter what came back and was measured in the three weeks up to today."""
    numbers = count(1)

    def new_id(kind: str) -> str:
        return f"{kind}-demo-{next(numbers)}"

    begun = 0
    for days in _DAYS:
        first = today - timedelta(days=sum(_DAYS) - begun)
        sheet = give_sheet(store, plan, first, new_id, days=days, first_day=first, lang="en")
        keep_log(store, _filled(sheet, first + timedelta(days=days), begun, new_id), today)
        begun += days
    for measure, scores in _SCORES.items():
        for at, value in scores.items():
            store.save_reading(_score(plan, measure, value, today - timedelta(days=sum(_DAYS) - at), new_id))


def _score(plan: Plan, measure: str, value: int, on: date, new_id: IdFactory) -> Reading:
    alert = 0 if measure == "measure.phq9" else None
    return Reading(
        id=new_id("reading"), patient=plan.patient, measure=measure, on=on, value=Decimal(value), alert=alert
    )


def _filled(sheet: LogSheet, back: date, begun: int, new_id: IdFactory) -> FilledLog:
    cells = tuple(cell for row in sheet.rows for cell in _cells(row, sheet.days, begun))
    notes = tuple(LogNote(text=_SAID[at], day=at - begun) for at in _SAID if begun <= at < begun + sheet.days)
    made: FilledLog = replace(begin_log(sheet, back, new_id), cells=cells, notes=notes, is_complete=True)
    return made


def _cells(row: LogRow, days: int, begun: int) -> Iterator[LogCell]:
    for day in cell_days(row, days):
        at = begun + day
        if row.kind is LogRowKind.EXERCISE:
            state = _tick(at)
            if state is not None:
                yield LogCell(row=row.id, day=day, state=state)
            continue
        value = _WEEKLY[row.measure][at // 7] if row.measure in _WEEKLY else _DAILY.get(row.measure, (None,) * 28)[at]
        if value is not None:
            yield _answer(row, day, value)


def _tick(at: int) -> CellState | None:
    if at in _BLANK:
        return None
    return CellState.TOO_SORE if at in _SORE else CellState.NOT_DONE if at in _LEFT_OUT else CellState.DONE


def _answer(row: LogRow, day: int, value: int) -> LogCell:
    if row.measure == "measure.slept_through":
        return LogCell(row=row.id, day=day, state=CellState.YES if value else CellState.NO)
    return LogCell(row=row.id, day=day, state=CellState.NUMBER, value=Decimal(value))
