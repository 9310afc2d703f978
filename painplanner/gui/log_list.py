"""The daily logs of a patient: those that are waited for, those that came back, and what was told at the visit."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painplanner.core.daily_log import FilledLog, LogSheet
from painplanner.gui.context import AppContext
from painplanner.gui.dates import near_day_words
from painplanner.gui.models.keyed_list import ICON_ROLE, RIGHT_ROLE, SECOND_LINE_ROLE, KeyedList
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.keyed_view import KeyedView
from painplanner.gui.widgets.labels import label
from painplanner.services import log_entry
from painplanner.services.logs import is_waited_for
from painplanner.text import _

MOST_ROWS = 5
ROW_HEIGHT = 54


class LogRow(NamedTuple):
    """One log: as it was printed, and what came back of it."""

    sheet: LogSheet
    log: FilledLog | None
    is_waited_for: bool = True

    @property
    def key(self) -> str:
        """Return what knows the row again."""
        return self.log.id if self.log is not None else self.sheet.id

    @property
    def state(self) -> str:
        """Return how far it is."""
        if self.log is None:
            return _("to enter") if self.is_waited_for else _("not waited for")
        return _("entered") if self.log.is_complete else _("begun")


class LogList(QWidget):
    """A short list, newest first; Enter types in."""

    def __init__(self, ctx: AppContext) -> None:
        """Start empty."""
        super().__init__()
        self._ctx = ctx
        self._patient = ""
        cells = {
            int(Qt.ItemDataRole.DisplayRole): lambda row: log_entry.sheet_words(row.sheet),
            SECOND_LINE_ROLE: self._second_line,
            RIGHT_ROLE: lambda row: row.state,
            ICON_ROLE: lambda _row: "clipboard",
        }
        self.list = KeyedView(KeyedList(lambda row: row.key, cells), _("Daily logs"))
        self.told_button = button(
            _("Told at the visit…"), self._on_told, tip=_("Type in what the patient tells, without paper")
        )
        head = QHBoxLayout()
        head.addWidget(label(_("Daily logs"), "section"))
        head.addStretch(1)
        head.addWidget(self.told_button)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addLayout(head)
        lines.addWidget(self.list)
        self.list.opened.connect(self._on_opened)

    def show_patient(self, patient_id: str) -> bool:
        """Show the logs of a patient; tell whether there are any."""
        self._patient = patient_id
        rows = rows_of(self._ctx, patient_id)
        self.list.set_rows(rows)
        self.list.setFixedHeight(min(MOST_ROWS, len(rows)) * ROW_HEIGHT + 4)
        self.list.setVisible(bool(rows))
        return bool(rows)

    def _second_line(self, row: LogRow) -> str:
        today, first = self._ctx.today(), row.log.first_day if row.log is not None else row.sheet.first_day
        last = first + timedelta(days=row.sheet.days - 1)
        span = f"{near_day_words(first, today)} – {near_day_words(last, today)}"
        if row.log is None:
            return span
        told = _("told at the visit") if row.log.was_told else ""
        return " · ".join(part for part in (span, log_entry.count(row.log, row.sheet).words, told) if part)

    def _on_opened(self, row: LogRow) -> None:
        if row.log is not None:
            self._ctx.go("filled-log", row.log.id)
        else:
            self._ctx.go("log", row.sheet.id)

    def _on_told(self) -> None:
        self._ctx.go("told-log", self._patient)


def rows_of(ctx: AppContext, patient_id: str) -> tuple[LogRow, ...]:
    """Return the logs of a patient, newest first; what was told has no row without a log."""
    store = ctx.store
    sheets = {sheet.id: sheet for sheet in store.log_sheets_of(patient_id)}
    filled = [LogRow(sheets[log.sheet], log) for log in store.logs(patient_id) if log.sheet in sheets]
    is_back = {row.sheet.id for row in filled}
    waiting = [LogRow(sheet, None, is_waited_for(store, sheet)) for sheet in sheets.values() if sheet.id not in is_back]
    return tuple(sorted((*filled, *waiting), key=lambda row: (row.sheet.first_day, row.sheet.number), reverse=True))
