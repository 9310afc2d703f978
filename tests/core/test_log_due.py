"""An answer that calls for action, words for the clinician and a sheet that should be back stand among what is due."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from painplanner.core.daily_log import FilledLog, LogNote, LogSheet
from painplanner.core.ids import printed_number
from painplanner.core.log_due import log_due, reading_due, sheet_due
from painplanner.core.measure import Reading

TODAY = date(2026, 1, 14)


@pytest.mark.parametrize(
    ("alert", "done_on", "is_due"),
    [(None, None, False), (0, None, False), (1, None, True), (3, None, True), (2, TODAY, False)],
)
def test_an_answer_above_zero_asks_for_action_until_it_was_taken(
    alert: int | None, done_on: date | None, is_due: bool
) -> None:
    reading = Reading(
        id="r", patient="p", measure="measure.phq9", on=TODAY, value=Decimal(9), alert=alert, alert_done_on=done_on
    )
    rows = reading_due(reading, "PHQ-9")
    assert bool(rows) is is_due
    for row in rows:
        assert (row.kind, row.patient, row.on, row.subject) == ("same-day", "p", TODAY, "r")
        assert row.args == (("title", "PHQ-9"), ("answer", str(alert)))


@pytest.mark.parametrize(
    ("notes", "seen", "title"),
    [
        ((), None, None),
        ((LogNote(text="slept badly"),), None, None),
        ((LogNote(text="slept badly"), LogNote(text="foot is numb", day=3, for_clinician=True)), None, "foot is numb"),
        ((LogNote(text="foot is numb", for_clinician=True),), TODAY, None),
    ],
)
def test_words_for_the_clinician_are_due_on_the_day_they_were_entered(
    notes: tuple[LogNote, ...], seen: date | None, title: str | None
) -> None:
    log = FilledLog(
        id="log-1", sheet="s", plan="plan", patient="p", first_day=TODAY - timedelta(days=7), entered_on=TODAY,
        notes=notes, seen_on=seen,
    )  # fmt: skip
    assert [(row.kind, row.on, row.args[0][1], row.subject) for row in log_due(log)] == (
        [("log-note", TODAY, title, "log-1")] if title else []
    )


def test_a_sheet_is_due_on_the_day_after_its_last() -> None:
    sheet = LogSheet(id="s", number=1001, plan="plan", patient="p", printed_on=TODAY, first_day=TODAY, days=7, rows=())
    (row,) = sheet_due(sheet)
    assert (row.kind, row.on, row.subject, row.plan) == ("log-to-enter", TODAY + timedelta(days=7), "s", "plan")
    assert row.args == (("title", printed_number(1001)),)
