"""Before a log is typed in: whose it is, by name and birth date, and the day the patient wrote first; Enter goes on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painplanner.core.daily_log import FilledLog, LogSheet
from painplanner.core.patient import Patient, age
from painplanner.core.plan import Plan
from painplanner.gui.context import AppContext
from painplanner.gui.dates import day_words, long_day_words
from painplanner.gui.pages.log_entry.waiting import Waiting
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import Card
from painplanner.gui.widgets.fields import DateField, Field, choice
from painplanner.gui.widgets.labels import label
from painplanner.services import log_entry
from painplanner.text import _


class StartCard(Card):
    """Asks before anything is typed; `confirmed` carries the first day and the plan that was chosen."""

    confirmed = Signal(object, str)
    second_copy = Signal(object)
    left = Signal()

    def __init__(self, ctx: AppContext) -> None:
        """Lay out the card."""
        super().__init__(margin=24, gap=12)
        self._ctx = ctx
        self._sheet: LogSheet | None = None
        self.sheet_name = label("", "minor")
        self.name = label("", "title", wrap=True)
        self.born = label("", "section")
        self.plan = choice((), name=_("Plan"))
        self._plan_field = Field(_("Plan"), self.plan)
        self.first_day = DateField(_("First day the patient wrote"), None, ctx.today, after=self._after)
        self.said = label("", "minor", wrap=True)
        self.go_button = button("", self.confirm, kind="primary")
        self.copy_button = button(_("Enter a second copy"), self._on_copy, kind="link")
        self.back_button = button(_("Not this patient"), self.left.emit)
        for part in (self.sheet_name, self.name, self.born, self._plan_field, self.first_day, self.said):
            self.lines.addWidget(part)
        self.waiting = Waiting(ctx)
        row = QHBoxLayout()
        for part in (self.go_button, self.back_button, self.copy_button, self.waiting):
            row.addWidget(part)
        row.addStretch(1)
        self.lines.addLayout(row)
        self.first_day.line.installEventFilter(self)
        self.first_day.line.returnPressed.connect(self.confirm)

    def ask(self, patient: Patient, sheet: LogSheet, log: FilledLog | None, plans: Sequence[Plan] = ()) -> None:
        """Ask for a sheet, or for what is told of one of some plans; `log` was begun before."""
        self._sheet = sheet
        parts = (log_entry.sheet_words(sheet), log_entry.weeks_words(sheet))
        printed = _("printed {day}").format(day=day_words(sheet.printed_on)) if sheet.number and not plans else ""
        self.sheet_name.setText(" · ".join(part for part in (*parts, printed) if part))
        self.name.setText(patient.name)
        self.born.setText(self._born(patient))
        self.plan.clear()
        for plan in plans:
            self.plan.addItem(plan.title or _("Plan"), plan.id)
        self._plan_field.setVisible(len(plans) > 1)
        self.first_day.set_name(_("First day it is about") if plans else _("First day the patient wrote"))
        self._show_day(log.first_day if log is not None else sheet.first_day)
        self.said.setText(self._state(log))
        self.said.setVisible(log is not None)
        self.copy_button.setVisible(log is not None)
        self.waiting.show_sheet(sheet if log is None and sheet.number and not plans else None)
        self.go_button.setText(_("Enter the log") if log is None else _("Go on with it"))

    def _born(self, patient: Patient) -> str:
        if patient.birth_date is None:
            return _("Birth date not known")
        words = _("born {day}, {years} years old")
        return words.format(day=day_words(patient.birth_date), years=age(patient.birth_date, self._ctx.today()))

    @staticmethod
    def _state(log: FilledLog | None) -> str:
        if log is None:
            return ""
        words = _("Entered to its end on {day}.") if log.is_complete else _("Begun on {day}.")
        return words.format(day=day_words(log.entered_on))

    def _after(self, day: date) -> str:
        """Say the weekday of a typed day, and where it is not that of the first column."""
        words = f", {long_day_words(day).split()[0]}"
        if self._sheet is not None and self._sheet.number and day.weekday() != self._sheet.first_day.weekday():
            column = long_day_words(self._sheet.first_day).split()[0]
            return words + ". " + _("The first column on paper is {weekday}.").format(weekday=column)
        return words

    def _show_day(self, day: date) -> None:
        self.first_day.line.setText(day_words(day))
        self.first_day.show_hint(f"{day_words(day)}{self._after(day)}")

    def take_focus(self) -> None:
        """Put the keys where Enter goes on."""
        self.first_day.line.setFocus()
        self.first_day.line.selectAll()

    def confirm(self) -> None:
        """Go on with the day that stands there."""
        day = self.first_day.day()
        if day is None:
            self.first_day.show_problem(_("Type the first day like 3 Aug 2026 or 2026-08-03."))
            self.take_focus()
        elif day > self._ctx.today():
            self.first_day.show_problem(_("This day is still to come. Type the day that the patient wrote."))
            self.take_focus()
        else:
            self.confirmed.emit(day, self.plan.currentData() or "")

    def _on_copy(self) -> None:
        day = self.first_day.day()
        if day is not None and day <= self._ctx.today():
            self.second_copy.emit(day)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the day with up and down."""
        if watched is self.first_day.line and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
            day = self.first_day.day()
            if step is not None and day is not None:
                self._show_day(day + timedelta(days=step))
                return True
        return super().eventFilter(watched, event)


class Start(QWidget):
    """The card in the middle of the page."""

    def __init__(self, ctx: AppContext) -> None:
        """Set it in the middle."""
        super().__init__()
        self.card = StartCard(ctx)
        self.card.setFixedWidth(520)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.card)
        row.addStretch(1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(20, 32, 20, 20)
        lines.addLayout(row)
        lines.addStretch(1)
