"""What stays in sight however many rows a log has: the cell in words, the keys, and what cannot wait."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from painplanner.core.practice import Practice
from painplanner.gui.pages.log_entry.filling import Filling
from painplanner.gui.pages.log_entry.legend import Legend
from painplanner.gui.widgets.cards import Notice
from painplanner.gui.widgets.labels import label
from painplanner.services import log_entry
from painplanner.text import _, pgettext


class LogFoot(QFrame):
    """Below the cells; a cell that cannot be says why in the place of its words."""

    def __init__(self, filling: Filling) -> None:
        """Lay it out."""
        super().__init__()
        self.setProperty("role", "foot")
        self._filling = filling
        self.here = label("", "minor")
        self.problem = label("", "problem", wrap=True)
        self.legend = Legend()
        self.for_clinician = Notice("", "stop", pgettext("was read", "Read"), filling.set_seen)
        self.warning = Notice("", "stop")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(20, 6, 16, 8)
        lines.setSpacing(6)
        for part in (self.here, self.problem, self.legend, self.for_clinician, self.warning):
            lines.addWidget(part)
        filling.changed.connect(self._show_to_read)

    def show_log(self, practice: Practice) -> None:
        """Show what a log that was opened needs."""
        self.legend.show_keys(self._filling.sheet)
        self.warning.say(log_entry.warning_line(practice))

    def show_cell(self, words: str, problem: str) -> None:
        """Say which cell has the keys, or what is wrong."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.here.setText(words)
        self.here.setVisible(not problem)

    def _show_to_read(self) -> None:
        words = log_entry.to_read(self._filling.log) if self._filling.is_open else ()
        self.for_clinician.say(_("For the clinician today: {words}").format(words="; ".join(words)) if words else "")
        self.for_clinician.button.setVisible(bool(words))
