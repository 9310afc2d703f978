"""Daily logs: as they were printed, each with a number of its own, and as they came back with their readings.

A printed log never changes. What is still to come back, or to be read by a clinician, stands among what is due.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from sqlalchemy import Connection, and_, bindparam, select

from painplanner.core.codec import decode, encode
from painplanner.core.daily_log import FilledLog, LogSheet
from painplanner.core.log_due import log_due, sheet_due
from painplanner.core.log_making import last_day
from painplanner.core.log_reading import cell_reading_ids
from painplanner.core.measure import Reading
from painplanner.core.plan import PlanStatus
from painplanner.core.values import replace
from painplanner.store import counters
from painplanner.store.database import put
from painplanner.store.due import replace_due
from painplanner.store.faults import NotFound, readable
from painplanner.store.plan_due import renew_looks
from painplanner.store.readings import put_in_place
from painplanner.store.shelf import AnySelect, Shelf
from painplanner.store.tables import log_sheets, logs, plans
from painplanner.text import _

T = TypeVar("T", LogSheet, FilledLog)

_sheet = select(log_sheets.c.payload).where(log_sheets.c.id == bindparam("which"))
_numbered = select(log_sheets.c.payload).where(log_sheets.c.number == bindparam("which"))
_sheets = select(log_sheets.c.payload).order_by(log_sheets.c.number)
_sheets_of_plan = _sheets.where(log_sheets.c.plan == bindparam("which"))
_sheets_of_patient = _sheets.where(log_sheets.c.patient == bindparam("which"))
_sheet_ids = select(log_sheets.c.id).where(log_sheets.c.plan == bindparam("which"))
_awaited = select(log_sheets.c.payload).where(log_sheets.c.plan == bindparam("which"), log_sheets.c.is_awaited)
_is_open = select(log_sheets.c.id).where(
    log_sheets.c.id == bindparam("which"),
    log_sheets.c.is_awaited,
    log_sheets.c.plan.in_(select(plans.c.id).where(plans.c.status == PlanStatus.OPEN.value)),
)
_overlapping = _sheet_ids.where(
    and_(log_sheets.c.first_day <= bindparam("last"), log_sheets.c.last_day >= bindparam("first"))
)
_log = select(logs.c.payload).where(logs.c.id == bindparam("which"))
_logs = select(logs.c.payload).order_by(logs.c.first_day, logs.c.id)
_logs_of_patient = _logs.where(logs.c.patient == bindparam("which"))
_logs_of_sheet = _logs.where(logs.c.sheet == bindparam("which"))
_is_back = select(logs.c.id).where(logs.c.sheet == bindparam("which"), logs.c.is_complete).limit(1)
_forget_log = logs.delete().where(logs.c.id == bindparam("which"))
_forget_sheet = log_sheets.delete().where(
    log_sheets.c.id == bindparam("which"), log_sheets.c.id.not_in(select(logs.c.sheet))
)
_forget_sheets = log_sheets.delete().where(
    log_sheets.c.plan == bindparam("which"), log_sheets.c.id.not_in(select(logs.c.sheet))
)


class LogShelf(Shelf):
    """The logs of a plan and of a patient."""

    def new_log_sheet(self, sheet: LogSheet, *, is_given: bool = True) -> LogSheet:
        """Keep a log and return it with its number.

        One that is given to the patient is waited for, and no longer an earlier one of the same days.
        """
        with self._db.writing() as unit:
            numbered: LogSheet = replace(sheet, number=counters.take(unit, counters.LOG))
            unit.execute(log_sheets.insert(), _sheet_row(numbered))
            if is_given:
                _give(unit, numbered)
        return numbered

    def give_log_sheet(self, sheet_id: str) -> None:
        """Wait for a log that was handed out now. Raises NotFound."""
        with self._db.writing() as unit:
            _give(unit, self.log_sheet(sheet_id))

    def log_sheet(self, sheet_id: str) -> LogSheet:
        """Return a log as it was printed. Raises NotFound."""
        return self._one_sheet(_sheet, sheet_id)

    def log_sheet_by_number(self, number: int) -> LogSheet:
        """Return the log with this printed number. Raises NotFound."""
        return self._one_sheet(_numbered, number)

    def log_sheets(self, plan_id: str) -> tuple[LogSheet, ...]:
        """Return the logs printed for a plan, in the order of their numbers."""
        return self._all_logs(_sheets_of_plan, plan_id, LogSheet)

    def log_sheets_of(self, patient_id: str) -> tuple[LogSheet, ...]:
        """Return the logs printed for a patient, in the order of their numbers."""
        return self._all_logs(_sheets_of_patient, patient_id, LogSheet)

    def let_sheet_go(self, sheet_id: str) -> None:
        """No longer wait for a log that will not come back; it can still be entered."""
        with self._db.writing() as unit:
            _let_go(unit, sheet_id)

    def logs(self, patient_id: str) -> tuple[FilledLog, ...]:
        """Return what came back from a patient, by first day."""
        return self._all_logs(_logs_of_patient, patient_id, FilledLog)

    def logs_of_sheet(self, sheet_id: str) -> tuple[FilledLog, ...]:
        """Return what came back of a sheet: one log, or more where it was copied and filled again."""
        return self._all_logs(_logs_of_sheet, sheet_id, FilledLog)

    def log(self, log_id: str) -> FilledLog:
        """Return a filled log. Raises NotFound."""
        with self._db.reading() as unit, readable(self.folder):
            data = unit.execute(_log, {"which": log_id}).scalar()
            if data is None:
                raise _no_log()
            return decode(data, FilledLog)

    def save_log(self, filled: FilledLog, readings: Iterable[Reading]) -> None:
        """Write a filled log with its readings, in the place of what it said before."""
        row: dict[str, Any] = {
            "id": filled.id,
            "sheet": filled.sheet,
            "patient": filled.patient,
            "first_day": filled.first_day,
            "is_complete": filled.is_complete,
            "payload": encode(filled),
        }
        with self._db.writing() as unit:
            former = _former_readings(unit, filled.id)
            put(unit, logs, row)
            put_in_place(unit, former, readings)
            replace_due(unit, log_due(filled), patient=filled.patient, plan=filled.plan, owner=filled.id)
            if not filled.was_told:
                _came_back(unit, self.log_sheet(filled.sheet))
            self._renew_looks(unit, filled.patient)

    def delete_log(self, log_id: str) -> None:
        """Take a filled log away with its readings; its sheet is waited for again, or goes too if on no paper."""
        with self._db.writing() as unit:
            filled = self.log(log_id)
            put_in_place(unit, cell_reading_ids(filled), ())
            replace_due(unit, (), owner=log_id)
            unit.execute(_forget_log, {"which": log_id})
            if filled.was_told:
                unit.execute(_forget_sheet, {"which": filled.sheet})
            else:
                _came_back(unit, self.log_sheet(filled.sheet))
            self._renew_looks(unit, filled.patient)

    def _renew_looks(self, unit: Connection, patient: str) -> None:
        with readable(self.folder):
            renew_looks(unit, patient, self._today())

    def _one_sheet(self, query: AnySelect, which: str | int) -> LogSheet:
        with self._db.reading() as unit, readable(self.folder):
            data = unit.execute(query, {"which": which}).scalar()
            if data is None:
                raise _no_log()
            return decode(data, LogSheet)

    def _all_logs(self, query: AnySelect, which: str, kind: type[T]) -> tuple[T, ...]:
        with self._db.reading() as unit:
            found = unit.execute(query, {"which": which}).scalars().all()
        with readable(self.folder):
            return tuple(decode(data, kind) for data in found)


def expect_sheets(unit: Connection, plan_id: str) -> None:
    """Show the logs of a plan that are waited for as due; those of a closed plan rest until it is opened again."""
    for data in unit.execute(_awaited, {"which": plan_id}).scalars().all():
        _expect(unit, decode(data, LogSheet))


def forget_sheets(unit: Connection, plan_id: str) -> None:
    """Drop the printed logs of a plan that is dropped itself; what came back is never dropped."""
    for sheet in unit.execute(_sheet_ids, {"which": plan_id}).scalars().all():
        _let_go(unit, sheet)
    unit.execute(_forget_sheets, {"which": plan_id})


def _give(unit: Connection, sheet: LogSheet) -> None:
    """Wait for a sheet, and no longer for an earlier one of the same days."""
    days = {"first": sheet.first_day, "last": last_day(sheet)}
    for one in unit.execute(_overlapping, {"which": sheet.plan, **days}).scalars().all():
        _let_go(unit, one)
    _came_back(unit, sheet)


def _came_back(unit: Connection, sheet: LogSheet) -> None:
    """Wait for the rest of a sheet of which something came back: it was handed out, whatever was thought of it."""
    _await(unit, sheet.id, on=True)
    _expect(unit, sheet)


def _let_go(unit: Connection, sheet_id: str) -> None:
    _await(unit, sheet_id, on=False)
    replace_due(unit, (), owner=sheet_id)


def _await(unit: Connection, sheet_id: str, *, on: bool) -> None:
    changed = log_sheets.c.is_awaited.is_not(on)
    unit.execute(log_sheets.update().where(log_sheets.c.id == sheet_id, changed).values(is_awaited=on))


def _expect(unit: Connection, sheet: LogSheet) -> None:
    """Show a sheet that is waited for as due, until a log of it was entered to its end or its plan is closed."""
    is_open = unit.execute(_is_open, {"which": sheet.id}).first() is not None
    is_back = not is_open or unit.execute(_is_back, {"which": sheet.id}).first() is not None
    replace_due(unit, () if is_back else sheet_due(sheet), patient=sheet.patient, plan=sheet.plan, owner=sheet.id)


def _former_readings(unit: Connection, log_id: str) -> tuple[str, ...]:
    data = unit.execute(_log, {"which": log_id}).scalar()
    return cell_reading_ids(decode(data, FilledLog)) if data is not None else ()


def _sheet_row(sheet: LogSheet) -> dict[str, Any]:
    return {
        "id": sheet.id,
        "number": sheet.number,
        "plan": sheet.plan,
        "patient": sheet.patient,
        "first_day": sheet.first_day,
        "last_day": last_day(sheet),
        "payload": encode(sheet),
    }


def _no_log() -> NotFound:
    return NotFound(
        _("This log is not in the practice. Nothing was changed. Open the patient and choose the log from the list.")
    )
