"""Finding a patient with the first letters, and adding one: near doubles are shown before a new one is saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from painplanner.core.patient import Patient, age
from painplanner.gui.context import AppContext
from painplanner.gui.dates import day_words
from painplanner.gui.languages import language_choices, language_name
from painplanner.gui.models.keyed_list import ICON_ROLE, RIGHT_ROLE, SECOND_LINE_ROLE, KeyedList
from painplanner.gui.record_numbers import taken_words, who_has
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import Card, Column, EmptyState
from painplanner.gui.widgets.fields import DateField, Field, SearchField, choice, line_edit
from painplanner.gui.widgets.keyed_view import KeyedView
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.layouts import empty
from painplanner.text import _, ngettext

if TYPE_CHECKING:
    from datetime import date

    from painplanner.store import PatientRow


class PatientsPage(QWidget):
    """The list with its search, and in its place the form of a new patient."""

    def __init__(self, ctx: AppContext) -> None:
        """Lay out the list; the form is made when it is asked for."""
        super().__init__()
        self._ctx = ctx
        self.search = SearchField(_("Find a patient by name, birth date or record number"))
        self.search.searched.connect(self._on_searched)
        self.search.returnPressed.connect(lambda: self.list.open_current())
        self.search.installEventFilter(self)
        self.new_button = button(_("New patient"), self.start_new, kind="primary", icon="plus")
        self.list = KeyedView(KeyedList(lambda row: row.id, self._cells()), _("Patients"))
        self.list.opened.connect(lambda row: ctx.go("patient", row.id))
        self._count = label("", "small")
        self._stack = QStackedWidget()
        self._nobody = EmptyState(
            "accounts",
            _("No patients yet"),
            _("Add the first one with a name and a birth date."),
            _("New patient"),
            self.start_new,
        )
        self._not_found = EmptyState(
            "search",
            _("Nobody found"),
            _("Try the first letters, a birth date, or a record number."),
            _("Add as a new patient"),
            self.start_new,
        )
        self._form: NewPatientForm | None = None
        self._lay_out()
        ctx.news.patient_changed.connect(lambda _id: self.isVisible() and self.refresh())

    def _cells(self) -> dict[int, Callable[[Any], Any]]:
        return {
            int(Qt.ItemDataRole.DisplayRole): lambda row: row.name,
            SECOND_LINE_ROLE: self._second_line,
            RIGHT_ROLE: lambda row: (
                _("Red flag open") if row.red_flag_open else _("No. {number}").format(number=row.record_number)
            ),
            ICON_ROLE: lambda row: "flag" if row.red_flag_open else "account",
        }

    def _second_line(self, row: PatientRow) -> str:
        parts = []
        if row.birth_date is not None:
            years = age(row.birth_date, self._ctx.today())
            parts = [day_words(row.birth_date), ngettext("{n} year", "{n} years", years).format(n=years)]
        return " · ".join([*parts, language_name(row.language)])

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(20, 16, 20, 12)
        lines.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(label(_("Patients"), "title"))
        head.addStretch(1)
        head.addWidget(self.new_button)
        lines.addLayout(head)
        lines.addWidget(self.search)
        for page in (self.list, self._nobody, self._not_found):
            self._stack.addWidget(page)
        lines.addWidget(self._stack, 1)
        lines.addWidget(self._count)

    def set_staff_view(self, *, on: bool) -> None:
        """Offer new patients, or only find those there are."""
        if on:
            self._close_form()
        for made in (self.new_button, self._nobody.action, self._not_found.action):
            if made is not None:
                made.setVisible(not on)

    def refresh(self) -> None:
        """Read the list anew."""
        self._on_searched(self.search.text())

    def find(self, text: str) -> None:
        """Search for a text that was begun elsewhere, and go on typing here."""
        if not text and self._form is not None and self._form.is_begun():
            self._form.name.setFocus()
            return
        self._close_form()
        self.search.show_sign() if not self.search.actions() else None
        self.search.setText(text)
        self.search.setFocus()
        self.search.setCursorPosition(len(text))
        self.refresh()

    def _on_searched(self, text: str) -> None:
        rows = self._ctx.store.search_patients(text.strip(), limit=50)
        self.list.set_rows(rows)
        if text.strip():
            self.list.select(0)
        empty = self._not_found if text.strip() else self._nobody
        if self._form is None or self._stack.currentWidget() is not self._form:
            self._stack.setCurrentWidget(self.list if rows else empty)
        self._count.setText(ngettext("{n} patient", "{n} patients", len(rows)).format(n=len(rows)) if rows else "")

    def eventFilter(self, watched: object, event: object) -> bool:
        """Let the arrow keys of the search field move in the list."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() is QKeyEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self.list.step(step)
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return False

    def forget(self) -> None:
        """Leave nothing of a practice that is closed: no form, no words, no rows."""
        self._close_form()
        self.search.blockSignals(True)  # searching would read the closed practice
        self.search.clear()
        self.search.blockSignals(False)
        self.list.set_rows(())

    def start_new(self, name: str = "") -> None:
        """Show the form of a new patient, with what was searched as the name; one that is begun stays."""
        if not name and self._form is not None and self._form.is_begun():
            self._form.name.setFocus()
            return
        typed = name or self.search.text().strip()
        self._close_form()
        self._form = NewPatientForm(self._ctx, "" if any(ch.isdigit() for ch in typed) else typed)
        self._form.saved.connect(self._on_saved)
        self._form.cancelled.connect(self._on_cancelled)
        self._stack.addWidget(self._form)
        self._stack.setCurrentWidget(self._form)
        self.search.setEnabled(False)
        self.new_button.setEnabled(False)
        self._form.name.setFocus()

    @property
    def form(self) -> NewPatientForm | None:
        """Return the form of a new patient while it is open."""
        return self._form

    def _close_form(self) -> None:
        if self._form is not None:
            self._stack.removeWidget(self._form)
            self._form.deleteLater()
            self._form = None
        self.search.setEnabled(True)
        self.new_button.setEnabled(True)

    def _on_saved(self, patient_id: str) -> None:
        self._close_form()
        self.search.clear()
        self.refresh()
        self._ctx.go("patient", patient_id)

    def _on_cancelled(self) -> None:
        self._close_form()
        self.refresh()
        self.search.setFocus()


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
