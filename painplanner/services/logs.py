"""The way of a daily log through the practice: printed with a number, found again by its code, kept with its readings.

Not here: how it is typed in, and what follows from it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from painplanner.core.daily_log import FilledLog, LogRow, LogSheet
from painplanner.core.ids import IdFactory, read_number
from painplanner.core.log_due import LOG_TO_ENTER
from painplanner.core.log_making import last_day, make_sheet
from painplanner.core.log_reading import check_days, readings_of
from painplanner.core.measure import Reading
from painplanner.core.plan import Plan
from painplanner.core.values import replace

if TYPE_CHECKING:
    from painplanner.store import Store

DAYS_TOLD = 7


def give_sheet(
    store: Store,
    plan: Plan,
    today: date,
    new_id: IdFactory,
    *,
    days: int = 7,
    first_day: date | None = None,
    rows: Iterable[LogRow] | None = None,
    lang: str = "en",
) -> LogSheet:
    """Keep the log that is about to be printed for a plan, and return it with its number."""
    measures = store.library().measures
    sheet = make_sheet(
        plan, measures, today, sheet_id=new_id("sheet"), days=days, first_day=first_day, rows=rows, lang=lang
    )
    return store.new_log_sheet(sheet)


def sheet_to_print(store: Store, asked: LogSheet) -> LogSheet:
    """Return a log under its number before it is printed: one that says the same and is not back keeps its code.

    Nothing is waited for until it was handed out, so a print that was given up leaves nothing to do.
    """
    return printed_sheet(store, asked) or store.new_log_sheet(asked, is_given=False)


def printed_sheet(store: Store, asked: LogSheet) -> LogSheet | None:
    """Return the log that was printed before, says the same and is not back."""
    for kept in reversed(store.log_sheets(asked.plan)):
        if _says(kept) == _says(asked) and not store.logs_of_sheet(kept.id):
            return kept
    return None


def _says(sheet: LogSheet) -> LogSheet:
    """Return a log without what differs from print to print."""
    same: LogSheet = replace(sheet, id="", number=0, printed_on=sheet.first_day)
    return same


def paper_of_code(store: Store, code: str) -> LogSheet | Plan:
    """Return the log or the plan whose printed code was typed or scanned. Raises Impossible, NotFound."""
    from painplanner.store.faults import NotFound

    number = read_number(code)
    try:
        return store.log_sheet_by_number(number)
    except NotFound:
        return store.plan_by_number(number)


def is_waited_for(store: Store, sheet: LogSheet) -> bool:
    """Tell whether a log should still come back."""
    waited = store.due_of(sheet.patient, last_day(sheet) + timedelta(days=1))
    return any(row.kind == LOG_TO_ENTER and row.subject == sheet.id for row in waited)


def begin_log(sheet: LogSheet, today: date, new_id: IdFactory, *, was_told: bool = False) -> FilledLog:
    """Return an empty log of a sheet that came back today."""
    return FilledLog(
        id=new_id("log"), sheet=sheet.id, plan=sheet.plan, patient=sheet.patient, first_day=sheet.first_day,
        entered_on=today, was_told=was_told,
    )  # fmt: skip


def keep_log(store: Store, log: FilledLog, today: date) -> tuple[Reading, ...]:
    """Keep a log with the readings that follow from it; return them. Raises Impossible for days still to come."""
    check_days(log, today)
    found = readings_of(log, store.log_sheet(log.sheet))
    store.save_log(log, found)
    return found


def mark_acted(store: Store, reading: Reading, today: date) -> Reading:
    """Note that the action which an answer called for was taken today."""
    done: Reading = replace(reading, alert_done_on=today)
    store.save_reading(done)
    return done
