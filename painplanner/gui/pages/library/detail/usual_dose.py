"""This person's own usual dose, typed in place: read as it is entered, emptied to forget it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from painplanner.core.dose import AnyDose, MedicineDose
from painplanner.core.dose_text import parse_dose
from painplanner.core.library import Intervention
from painplanner.core.values import Impossible, replace
from painplanner.gui.messages import impossible_sentence
from painplanner.gui.widgets.fields import line_edit
from painplanner.gui.widgets.labels import label
from painplanner.services.words import dose_typed
from painplanner.text import _


class UsualDose(QWidget):
    """`wanted` carries the dose once the field is left or Enter pressed, nothing to forget it."""

    wanted = Signal(object)

    def __init__(self, entry: Intervention, usual: AnyDose | None) -> None:
        """Show what is usual for this person, nothing where it is the entry's own dose."""
        super().__init__()
        self._entry, self._usual = entry, usual
        same = _("The same; type yours") if dose_typed(entry.dose) else _("None; type yours")
        self.line = line_edit(self.words, name=_("Your usual dose"), placeholder=same)
        self.line.setToolTip(_("Comes with the entry when you add it to a plan. Empty it to forget it."))
        self.line.setMaximumWidth(260)
        self.line.editingFinished.connect(self._on_left)
        self.problem = label("", "problem", wrap=True)
        self.problem.hide()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        lines.addWidget(self.line)
        lines.addWidget(self.problem)

    @property
    def words(self) -> str:
        """Return the usual dose as a line."""
        return dose_typed(self._usual) if self._usual is not None and self._usual != self._entry.dose else ""

    def _on_left(self) -> None:
        text, base = self.line.text().strip(), self._entry.dose
        if text == self.words or base is None:
            self._say("")
            return
        try:
            dose = parse_dose(text, base) if text else None
            replace(self._entry, dose=dose if dose is not None else base)  # refuses a dose outside the range
        except Impossible as refusal:
            self._say(impossible_sentence(refusal))
            return
        self._say("")
        # Later, because whoever hears it makes these fields anew, and one of them is still at work.
        QTimer.singleShot(0, self, lambda: self.wanted.emit(dose))

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.line.setAccessibleDescription(sentence)


def may_have_usual(entry: Intervention) -> bool:
    """Tell whether an entry has a dose of its own; a medicine is dosed for each patient."""
    return entry.dose is not None and not isinstance(entry.dose, MedicineDose)
