"""Who the person is and how they read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painplanner.core.patient import Patient
from painplanner.core.values import replace
from painplanner.gui.context import AppContext
from painplanner.gui.languages import language_choices
from painplanner.gui.patient_session import PatientSession
from painplanner.gui.record_numbers import taken_words, who_has
from painplanner.gui.widgets.cards import Section
from painplanner.gui.widgets.fields import DateField, Field, choice, line_edit, text_area
from painplanner.gui.widgets.ticks import ElidedBox
from painplanner.text import _


class IdentitySection(Section):
    """Name, birth date, record number, language, large print, a note for the team."""

    def __init__(self, ctx: AppContext, session: PatientSession) -> None:
        """Lay out the fields."""
        super().__init__(_("Person"))
        self._ctx, self._session = ctx, session
        self.name = line_edit(limit=300)
        self.name_field = Field(_("Name"), self.name)
        self.birth = DateField(_("Birth date"), None, ctx.today)
        self.number = line_edit(limit=40)
        self.number_field = Field(_("Record number"), self.number)
        self._number_of = ("", "")
        self.language = choice(language_choices())
        self.large = ElidedBox()
        self.large.set_words(_("Prints in large type"))
        self.bold = ElidedBox()
        self.bold.set_words(_("All words bold"))
        self.bold.setAccessibleDescription(_("In large type only."))
        self.note = text_area(lines=3)
        self.lines.addWidget(self.name_field)
        for parts in (
            (self.birth, self.number_field),
            (Field(_("Reads"), self.language), self._print_size()),
        ):
            row = QHBoxLayout()
            row.setSpacing(12)
            for part in parts:
                row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
            self.lines.addLayout(row)
        self.lines.addWidget(Field(_("Note for the team, never printed"), self.note))
        self._connect()

    def _print_size(self) -> QWidget:
        """Return the two choices of print one below the other: bold words are for large ones."""
        both = QWidget()
        lines = QVBoxLayout(both)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        lines.addWidget(self.large)
        lines.addWidget(self.bold)
        return both

    def _connect(self) -> None:
        self.name.textEdited.connect(self._on_name)
        self.birth.changed.connect(self._on_birth)
        self.number.textEdited.connect(
            lambda text: self._session.apply(
                _("Change record number"), lambda p: replace(p, record_number=text.strip()), "number"
            )
        )
        self.language.activated.connect(self._on_language)
        self.large.clicked.connect(
            lambda on: self._session.apply(_("Change print size"), lambda p: replace(p, large_print=bool(on)))
        )
        self.bold.clicked.connect(
            lambda on: self._session.apply(_("Change print weight"), lambda p: replace(p, bold_print=bool(on)))
        )
        self.note.textChanged.connect(self._on_note)

    def _on_name(self, text: str) -> None:
        self.name_field.show_problem("" if text.strip() else _("A patient needs a name; the last one is kept."))
        if text.strip():
            self._session.apply(_("Change name"), lambda p: replace(p, name=text.strip()), "name")

    def _on_birth(self) -> None:
        day = self.birth.day()
        if day is not None:
            self._session.apply(_("Change birth date"), lambda p: replace(p, birth_date=day), "birth")

    def _on_language(self) -> None:
        lang = str(self.language.currentData())
        self._session.apply(_("Change language"), lambda p: replace(p, language=lang))

    def _on_note(self) -> None:
        text = self.note.toPlainText()
        if text != self._session.patient.note:
            self._session.apply(_("Change note"), lambda p: replace(p, note=text), "note")

    def show_patient(self, patient: Patient) -> None:
        """Show these facts, leaving alone what is being typed and says the same."""
        for line, text in ((self.name, patient.name), (self.number, patient.record_number)):
            if line.text().strip() != text:
                line.setText(text)
        self._show_whose_number(patient)
        if self.birth.day() != patient.birth_date:
            self.birth.set_day(patient.birth_date)
        if self.language.findData(patient.language) < 0:
            self.language.addItem(patient.language, patient.language)
        self.language.setCurrentIndex(self.language.findData(patient.language))
        self.large.setChecked(patient.large_print)
        self.bold.setChecked(patient.bold_print)
        self.bold.setEnabled(patient.large_print)
        if self.note.toPlainText() != patient.note:
            self.note.setPlainText(patient.note)

    def _show_whose_number(self, patient: Patient) -> None:
        if self._number_of == (patient.id, patient.record_number):
            return
        self._number_of = (patient.id, patient.record_number)
        self.number_field.show_problem(taken_words(who_has(self._ctx.store, patient.record_number, but=patient.id)))
