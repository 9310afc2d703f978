"""What readings and logs ask of the clinic, as fixed days.

It is an answer that calls for action the same day, words for the clinician, or a sheet whose days are over.
"""

from __future__ import annotations

from datetime import timedelta

from painplanner.core.daily_log import FilledLog, LogSheet
from painplanner.core.due import DueItem
from painplanner.core.ids import printed_number
from painplanner.core.log_making import last_day
from painplanner.core.measure import Reading

SAME_DAY = "same-day"
LOG_NOTE = "log-note"
LOG_TO_ENTER = "log-to-enter"


def reading_due(reading: Reading, name: str = "") -> tuple[DueItem, ...]:
    """Return the action that a reading calls for the same day, until it was taken; `name` is that of its measure."""
    if not reading.alert or reading.alert_done_on is not None:
        return ()
    args = (("title", name or reading.measure), ("answer", str(reading.alert)))
    return (DueItem(kind=SAME_DAY, patient=reading.patient, on=reading.on, subject=reading.id, args=args),)


def log_due(log: FilledLog) -> tuple[DueItem, ...]:
    """Return the words of a log that a clinician should read today, until they did."""
    words = [note.text for note in log.notes if note.for_clinician]
    if not words or log.seen_on is not None:
        return ()
    told = (("told", "yes"),) if log.was_told else ()
    args = (("title", words[0]), *(("more", more) for more in words[1:]), *told)
    return (DueItem(kind=LOG_NOTE, patient=log.patient, plan=log.plan, on=log.entered_on, subject=log.id, args=args),)


def sheet_due(sheet: LogSheet) -> tuple[DueItem, ...]:
    """Return the log that should be back and entered: it is due on the day after its last one."""
    on, args = last_day(sheet) + timedelta(days=1), (("title", printed_number(sheet.number)),)
    return (DueItem(kind=LOG_TO_ENTER, patient=sheet.patient, plan=sheet.plan, on=on, subject=sheet.id, args=args),)
