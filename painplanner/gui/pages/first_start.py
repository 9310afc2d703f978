"""The first start: what papers must say of the practice, who you are, and the passphrase."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import Column, Section
from painplanner.gui.widgets.fields import Field, choice, line_edit
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.passphrase import PassphraseField, show_box
from painplanner.text import _


class PracticeForm(NamedTuple):
    """What was filled in."""

    folder: Path
    name: str
    phone: str
    after_hours: str
    person: str
    discipline: str
    passphrase: str


def disciplines() -> tuple[tuple[str, str], ...]:
    """Return the roles of a team with their words."""
    return (
        ("physical-therapist", _("Physical therapist")),
        ("physician", _("Physician")),
        ("physiatrist", _("Physiatrist")),
        ("interventional", _("Interventional pain physician")),
        ("occupational-therapist", _("Occupational therapist")),
        ("psychologist", _("Psychologist")),
        ("pharmacist", _("Pharmacist")),
        ("dietitian", _("Dietitian")),
        ("nurse", _("Nurse")),
        ("surgeon", _("Surgeon")),
        ("staff", _("Front desk")),
    )


class FirstStartPage(QWidget):
    """The form of a new practice; `submitted` carries a PracticeForm that is complete."""

    submitted = Signal(object)
    open_wanted = Signal(object)
    demo_wanted = Signal()

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        """Lay out the form."""
        super().__init__(parent)
        self._folder = folder
        self.name = line_edit(limit=300)
        self.phone = line_edit(limit=60)
        self.after_hours = line_edit(limit=60)
        self.person = line_edit(limit=300)
        self.discipline = choice(disciplines())
        self.passphrase = PassphraseField(_("Passphrase"))
        self.again = PassphraseField(_("Passphrase again"))
        self.fields = {
            "name": Field(_("Name of the practice"), self.name),
            "phone": Field(_("Phone in office hours"), self.phone),
            "after_hours": Field(_("Phone after hours"), self.after_hours),
            "person": Field(_("Your name, as it prints"), self.person),
            "discipline": Field(_("Your role"), self.discipline),
            "passphrase": Field(_("Passphrase"), self.passphrase),
            "again": Field(_("Passphrase again"), self.again),
        }
        self._problem = label("", "problem", wrap=True)
        self._caps = label(_("The caps-lock key seems to be on."), "consider")
        self.create_button = button(_("Create practice"), self._on_submitted, kind="primary")
        self._folder_words = label("", "minor", wrap=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        column = Column(width=640)
        outer.addWidget(column)
        column.lines.addWidget(label(_("Set up your practice"), "title"))
        column.lines.addWidget(
            label(
                _("Everything stays on this computer, encrypted. The two numbers print in every stop-and-call box."),
                "muted",
                wrap=True,
            )
        )
        column.lines.addLayout(self._ways())
        column.lines.addWidget(self._section(_("Practice"), ("name",), ("phone", "after_hours")))
        column.lines.addWidget(self._section(_("You"), ("person", "discipline")))
        secret = self._section(_("Passphrase"), ("passphrase", "again"))
        secret.lines.addWidget(show_box(_("Show the letters"), self.passphrase, self.again))
        secret.lines.addWidget(self._caps)
        secret.lines.addWidget(
            label(
                _("Without it nobody can open the practice, and nobody can reset it. Keep a copy on paper in a safe."),
                "minor",
                wrap=True,
            )
        )
        secret.lines.addLayout(self._folder_row())
        column.lines.addWidget(secret)
        foot = QHBoxLayout()
        foot.addWidget(self._problem, 1)
        foot.addStretch(1)
        foot.addWidget(self.create_button)
        self.create_button.setMinimumHeight(34)
        column.lines.addLayout(foot)
        self._caps.hide()
        self._problem.hide()
        self._show_folder()

    def _ways(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(button(_("Open an existing practice folder"), self._on_open_folder, kind="link"))
        row.addWidget(button(_("Try the demo with invented patients"), self.demo_wanted.emit, kind="link"))
        row.addStretch(1)
        return row

    def _section(self, title: str, *rows: tuple[str, ...]) -> Section:
        section = Section(title)
        for names in rows:
            row = QHBoxLayout()
            row.setSpacing(12)
            for name in names:
                row.addWidget(self.fields[name], 1, Qt.AlignmentFlag.AlignTop)
            section.lines.addLayout(row)
        return section

    def _folder_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._folder_words, 1)
        row.addWidget(button(_("Change folder"), self._on_change_folder, kind="link"))
        return row

    def _connect(self) -> None:
        for field in (self.passphrase, self.again):
            field.caps_changed.connect(self._caps.setVisible)
        self.passphrase.textEdited.connect(self._on_passphrase_edited)
        for name, editor in (
            ("name", self.name),
            ("phone", self.phone),
            ("person", self.person),
            ("again", self.again),
        ):
            editor.textEdited.connect(lambda _text, field=self.fields[name]: field.show_problem(""))
        for editor in (self.name, self.phone, self.after_hours, self.person, self.passphrase, self.again):
            editor.returnPressed.connect(self._on_submitted)

    def _names(self) -> tuple[str, ...]:
        return (self.name.text().strip(), self.person.text().strip())

    def _on_passphrase_edited(self, text: str) -> None:
        from painplanner.gui.passphrase_words import strength_sentence

        self.fields["passphrase"].show_hint(strength_sentence(text, self._names()))

    def show_problem(self, sentence: str) -> None:
        """Say why the practice could not be made."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.set_busy(on=False)

    def set_busy(self, *, on: bool) -> None:
        """Show that the practice is being made."""
        self.create_button.setEnabled(not on)
        self.create_button.setText(_("Creating…") if on else _("Create practice"))

    def problems(self) -> dict[str, str]:
        """Return what is missing or wrong, by field, in the order of the form."""
        from painplanner.gui.passphrase_words import passphrase_problem

        found = {
            "name": "" if self.name.text().strip() else _("The name heads every paper."),
            "phone": "" if self.phone.text().strip() else _("Patients call this number, so every paper needs it."),
            "person": "" if self.person.text().strip() else _("Your name stands on the plans you make."),
            "passphrase": passphrase_problem(self.passphrase.text(), self._names()),
            "again": "" if self.again.text() == self.passphrase.text() else _("The two passphrases differ."),
        }
        return {name: sentence for name, sentence in found.items() if sentence}

    def _on_submitted(self) -> None:
        problems = self.problems()
        for name, field in self.fields.items():
            field.show_problem(problems.get(name, ""))
        if problems:
            self.fields[next(iter(problems))].editor.setFocus()
            return
        self.show_problem("")
        self.set_busy(on=True)
        self.submitted.emit(self._filled())

    def _filled(self) -> PracticeForm:
        return PracticeForm(
            folder=self._folder,
            name=self.name.text().strip(),
            phone=self.phone.text().strip(),
            after_hours=self.after_hours.text().strip(),
            person=self.person.text().strip(),
            discipline=str(self.discipline.currentData()),
            passphrase=self.passphrase.text(),
        )

    def _show_folder(self) -> None:
        self._folder_words.setText(_("Folder: {folder}").format(folder=self._folder))

    def _on_change_folder(self) -> None:
        self._ask_folder(_("Choose an empty folder for the practice"), self._set_folder)

    def _set_folder(self, path: str) -> None:
        chosen = Path(path)
        self._folder = chosen / "PainPlanner" if any(chosen.iterdir()) else chosen
        self._show_folder()

    def _on_open_folder(self) -> None:
        self._ask_folder(_("Open a practice folder"), lambda path: self.open_wanted.emit(Path(path)))

    def _ask_folder(self, title: str, on_chosen: object) -> None:
        dialog = QFileDialog(self, title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(on_chosen)
        dialog.open()
