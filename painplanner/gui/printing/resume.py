"""After something went wrong at the printer: which page came out last, and the rest of the very same file."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.fields import Field, choice
from painplanner.text import _


def trouble_words() -> str:
    """Return the question that leads here."""
    return _("Something went wrong at the printer?")


class Resume(QWidget):
    """A question that opens into one line; `wanted` carries the last good page, 0 where none came out."""

    wanted = Signal(int)

    def __init__(self) -> None:
        """Start hidden, as nothing was printed yet."""
        super().__init__()
        self.question = button(trouble_words(), self.ask, kind="link")
        self.page = choice((), name=_("Last good page"))
        self.go_on = button(_("Print the rest…"), self._on_go_on)
        self._line = QWidget()
        row = QHBoxLayout(self._line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Field(_("Last good page"), self.page), 1)
        row.addWidget(self.go_on, 1, Qt.AlignmentFlag.AlignBottom)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        lines.addWidget(self.question, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addWidget(self._line)
        self._line.hide()
        self.hide()

    def offer(self, pages: int) -> None:
        """Offer to go on with a file of so many pages."""
        self.page.clear()
        self.page.addItem(_("None"), 0)
        for page in range(1, pages):
            self.page.addItem(str(page), page)
        self._line.hide()
        self.question.show()
        self.show()

    def ask(self) -> None:
        """Ask for the page."""
        self.question.hide()
        self._line.show()
        self.show()
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def rest(self) -> None:
        """Go, because there is nothing to go on with."""
        self.hide()

    def _on_go_on(self) -> None:
        self.wanted.emit(int(self.page.currentData() or 0))
