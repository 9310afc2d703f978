"""The form of a new patient: name, birth date, language, record number; near doubles are shown before it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from painplanner.core.patient import Patient, age
from painplanner.gui.context import AppContext
from painplanner.gui.dates import day_words
from painplanner.gui.languages import language_choices
from painplanner.gui.record_numbers import taken_words, who_has
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import Card, Column
from painplanner.gui.widgets.fields import DateField, Field, choice, line_edit
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.layouts import empty
from painplanner.text import _, ngettext

if TYPE_CHECKING:
    from datetime import date

    from painplanner.store import PatientRow


class NewPatientForm(Column):
    """Name, birth date, language, record number; a near double asks first."""

    saved = Signal(str)
    cancelled = Signal()

    def __init__(self, ctx: AppContext, name: str = "") -> None:
        """Start with what was typed in the search."""
        super().__init__(width=560, margin=0)
        self._ctx = ctx
        self.name = line_edit(name, limit=300)
        self.name_field = Field(_("Name"), self.name)
        self.birth = DateField(_("Birth date"), None, ctx.today, after=self._age_words)
        self.language = choice(language_choices(), ctx.practice.language)
        self.number = line_edit(ctx.store.next_record_number(), limit=40)
        self.number_field = Field(_("Record number"), self.number)
        self.save_button = button(_("Save patient"), self.submit, kind="primary")
        self.doubles = Card()
        self._confirmed_for: tuple[str, date | None, str] | None = None
        self._lay_out()

    def _lay_out(self) -> None:
        card = Card()
        card.lines.addWidget(label(_("New patient"), "section"))
        card.lines.addWidget(self.name_field)
        row = QHBoxLayout()
        row.setSpacing(12)
        for part in (self.birth, Field(_("Reads"), self.language), self.number_field):
            row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        card.lines.addLayout(row)
        card.lines.addWidget(self.doubles)
        self.doubles.hide()
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button(_("Cancel"), self.cancelled.emit))
        foot.addWidget(self.save_button)
        card.lines.addLayout(foot)
        self.lines.addWidget(card)
        for editor in (self.name, self.birth.line, self.number):
            editor.returnPressed.connect(self.submit)
        self.name.textEdited.connect(lambda: self.name_field.show_problem(""))
        self.number.textChanged.connect(lambda: self.number_field.show_problem(""))

    def is_begun(self) -> bool:
        """Tell whether something was typed."""
        return bool(self.name.text().strip() or self.birth.line.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save with Enter from any field, leave with Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _age_words(self, day: date) -> str:
        years = age(day, self._ctx.today())
        return " · " + ngettext("{n} year", "{n} years", years).format(n=years)

    def submit(self) -> None:
        """Save, after saying what is missing and who is nearly the same."""
        name, day = self.name.text().strip(), self.birth.day()
        if not self._is_complete(name, day):
            return
        number = self.number.text().strip()
        doubles = self._ctx.store.near_doubles(name, day, number)
        if doubles and self._confirmed_for != (name, day, number):
            self._show_doubles(doubles, (name, day, number))
            return
        patient = Patient(
            id=self._ctx.new_id("patient"),
            name=name,
            birth_date=day,
            record_number=number,
            language=str(self.language.currentData()),
        )
        self._ctx.store.save_patient(patient)
        self._ctx.news.patient_changed.emit(patient.id)
        self.saved.emit(patient.id)

    def _is_complete(self, name: str, day: date | None) -> bool:
        self.name_field.show_problem("" if name else _("A patient needs a name."))
        if day is None:
            self.birth.show_problem(_("A patient needs a birth date, such as 3 Aug 1978."))
        elif day > self._ctx.today():
            self.birth.show_problem(_("This birth date lies in the future."))
        wrong = self.name if not name else self.birth.line if day is None or day > self._ctx.today() else None
        if wrong is not None:
            wrong.setFocus()
        return wrong is None

    def _show_doubles(self, rows: tuple[PatientRow, ...], asked: tuple[str, date | None, str]) -> None:
        self._confirmed_for = asked
        same_number = who_has(self._ctx.store, asked[-1])
        self.number_field.show_problem(taken_words(same_number))
        empty(self.doubles.lines)
        self.doubles.lines.addWidget(label(_("Is it one of these?"), "strong"))
        for row in rows[:5]:
            born = day_words(row.birth_date) if row.birth_date else ""
            number = _("same record number {number}") if row in same_number else "{number}"
            number = number.format(number=row.record_number) if row.record_number else ""
            words = " · ".join(part for part in (row.name, born, number) if part)
            self.doubles.lines.addWidget(
                button(_("Open {who}").format(who=words), lambda at=row.id: self.saved.emit(at), kind="link")
            )
        self.doubles.show()
        self.save_button.setText(_("Save as a new patient"))
        self.save_button.setAccessibleName(_("Save as a new patient"))
