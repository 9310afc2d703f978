"""The words of the patient, a line for each week as on the paper, each of which can be marked for a clinician today."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from painplanner.core.values import LINE_LIMIT
from painplanner.gui.pages.log_entry.filling import Filling
from painplanner.gui.pages.log_entry.geometry import GAP, Geometry
from painplanner.gui.widgets.chips import chip
from painplanner.gui.widgets.fields import line_edit
from painplanner.gui.widgets.labels import label
from painplanner.services import log_entry
from painplanner.text import _

WEEKS = 4


class WeekNote(QWidget):
    """One line with its mark."""

    def __init__(self, filling: Filling, week: int) -> None:
        """Start empty."""
        super().__init__()
        self._filling, self._week = filling, week
        name = _("Anything new in week {n}?").format(n=week + 1)
        self.line = line_edit(name=name, placeholder=_("Week {n}").format(n=week + 1), limit=LINE_LIMIT)
        self.mark: QPushButton = chip(_("For the clinician today"))
        self.mark.setAccessibleName(_("Week {n}: for the clinician today").format(n=week + 1))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        lines.addWidget(self.line)
        row = QHBoxLayout()
        row.addWidget(self.mark)
        row.addStretch(1)
        lines.addLayout(row)
        self.line.textEdited.connect(lambda _text: self._keep())
        self.mark.clicked.connect(self._on_marked)

    def _keep(self) -> None:
        self._filling.set_note(self._week, self.line.text(), for_clinician=self.mark.isChecked())

    def _on_marked(self) -> None:
        """Mark words that are there; without any, wait for them."""
        self._keep()
        if not self.line.text().strip():
            self.line.setFocus()

    def show_note(self) -> None:
        """Show what stands in the log, and leave what is being typed as it is."""
        note = log_entry.note_of(self._filling.log, self._week)
        if note is None or note.text != self.line.text().strip():
            is_marked_first = note is None and not self.line.text().strip() and self.mark.isChecked()
            self.line.setText(note.text if note is not None else "")
            self.mark.setChecked(note.for_clinician if note is not None else is_marked_first)
        elif note.for_clinician != self.mark.isChecked():
            self.mark.setChecked(note.for_clinician)

    def forget(self) -> None:
        """Be empty for another log."""
        self.line.clear()
        self.mark.setChecked(False)


class Notes(QWidget):
    """The weeks that are in sight, below their columns; Enter goes on to the next one."""

    finished = Signal()

    def __init__(self, filling: Filling) -> None:
        """Make the lines of four weeks."""
        super().__init__()
        self._filling = filling
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._name = label(_("Anything new?"), "strong")
        left = QVBoxLayout()
        left.setContentsMargins(0, 7, 0, 0)
        left.addWidget(self._name)
        left.addStretch(1)
        self._row.addLayout(left)
        self.weeks = tuple(WeekNote(filling, week) for week in range(WEEKS))
        for week in self.weeks:
            self._row.addWidget(week, 100)
            week.line.returnPressed.connect(lambda at=week: self._on_enter(at))
        self._row.addStretch(1)  # takes what is left of the width, as the columns leave it
        filling.changed.connect(self._show)

    def show_log(self) -> None:
        """Show the words of another log."""
        for week in self.weeks:
            week.forget()
        self._show()

    def show_weeks(self, first: int, count: int, at: Geometry) -> None:
        """Show the lines of the weeks in sight, each below its columns."""
        self._name.setFixedWidth(max(0, at.name - GAP))
        for place, week in enumerate(self.weeks):
            week.setMaximumWidth(at.week_width())  # not fixed, as the columns could never get narrower then
            week.setVisible(first <= place < first + count)

    def take_focus(self) -> None:
        """Put the keys into the first line in sight."""
        next((week.line for week in self.weeks if not week.isHidden()), self.weeks[0].line).setFocus()

    def _on_enter(self, here: WeekNote) -> None:
        shown = [week for week in self.weeks if not week.isHidden()]
        after = shown[shown.index(here) + 1 :]
        if after:
            after[0].line.setFocus()
        else:
            self.finished.emit()

    def _show(self) -> None:
        if self._filling.is_open:
            for week in self.weeks:
                week.show_note()
