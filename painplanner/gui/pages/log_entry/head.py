"""The head of a log that is typed in: which one, its first day, how much is filled, and what can be done with it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from painplanner.core.patient import Patient
from painplanner.gui.context import AppContext
from painplanner.gui.dates import day_words
from painplanner.gui.pages.log_entry.filling import Filling
from painplanner.gui.widgets.buttons import button, icon_button
from painplanner.gui.widgets.fields import DateField
from painplanner.gui.widgets.labels import ElidedLabel, label
from painplanner.services import log_entry
from painplanner.text import _, pgettext


class LogHead(QFrame):
    """One line above the cells."""

    left = Signal()
    scan_wanted = Signal()
    delete_wanted = Signal()
    complete_wanted = Signal()

    def __init__(self, ctx: AppContext, filling: Filling) -> None:
        """Lay it out."""
        super().__init__()
        self.setProperty("role", "bar")
        self._ctx, self._filling = ctx, filling
        self.name = ElidedLabel("", "section", fills=True)
        self.who = ElidedLabel("", "minor", fills=True)
        self.first_day = DateField(_("First day"), None, ctx.today)
        self.first_day.line.setFixedWidth(128)
        self.count = label("", "strong")
        self.saved = label("", "small")
        self.scan_button = button(
            _("Scan…"), self.scan_wanted.emit, tip=_("Attach or show a scan or photo of the sheet")
        )
        self.delete_button = button(_("Delete"), self.delete_wanted.emit, tip=_("Delete this log; it can be undone"))
        self.complete_button = button(_("Complete"), self.complete_wanted.emit, kind="primary", tip="Ctrl+Enter")
        self._lay_out()
        self.first_day.line.editingFinished.connect(self._on_day)
        filling.changed.connect(self.show_log)
        filling.session.saved.connect(lambda _at: self._show_saved())
        filling.first_day_refused.connect(self.first_day.show_problem)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 16, 6)
        row.setSpacing(12)
        row.addWidget(icon_button("arrow-left", _("Back to the documents"), self.left.emit))
        for upper, lower, stretch in ((self.name, self.who, 2), (self.count, self.saved, 1)):
            pair = QVBoxLayout()
            pair.setSpacing(0)
            pair.addStretch(1)
            pair.addWidget(upper)
            pair.addWidget(lower)
            pair.addStretch(1)
            row.addLayout(pair, stretch)
            if upper is self.name:
                row.addWidget(self.first_day)
        for part in (self.scan_button, self.delete_button, self.complete_button):
            row.addWidget(part)

    def show_patient(self, patient: Patient) -> None:
        """Say whose log it is."""
        born = _("born {day}").format(day=day_words(patient.birth_date)) if patient.birth_date else ""
        self.who.setText(", ".join(part for part in (patient.name, born) if part))

    def show_log(self) -> None:
        """Show what changed."""
        if not self._filling.is_open:
            return
        log, sheet = self._filling.log, self._filling.sheet
        told = _("told at the visit") if log.was_told else log_entry.weeks_words(sheet)
        name = log_entry.sheet_words(sheet)
        self.name.setText(name if not sheet.number and log.was_told else f"{name} · {told}")
        if not self.first_day.line.hasFocus():
            self.show_day(log.first_day)
        self.count.setText(log_entry.count(log, sheet).words)
        self.scan_button.setText(_("Scan") if log.scan else _("Scan…"))
        self.complete_button.setText(_("Open again") if log.is_complete else _("Complete"))
        self._show_saved()

    def show_day(self, day: date) -> None:
        """Show the first day of the log."""
        self.first_day.line.setText(day_words(day))
        self.first_day.show_hint("")

    def _show_saved(self) -> None:
        session = self._filling.session
        at = session.saved_at
        state = (
            pgettext("state of a log", "Complete") + " · "
            if self._filling.is_open and self._filling.log.is_complete
            else ""
        )
        if session.problem:
            self.saved.setText(_("Not saved"))
        elif not session.is_saved:
            self.saved.setText(f"{state}{_('Saving…')}")
        else:
            self.saved.setText(state + (_("Saved {time}").format(time=f"{at:%H:%M}") if at else _("Saves itself")))

    def _on_day(self) -> None:
        day = self.first_day.day()
        if not self._filling.is_open or day is None or day == self._filling.log.first_day:
            return
        if day > self._ctx.today():
            self.first_day.show_problem(_("This day is still to come."))
        elif self._filling.set_first_day(day):
            self.show_day(day)
