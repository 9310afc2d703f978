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
        self._above = QVBoxLayout(self._line)
        self._above.setContentsMargins(0, 0, 0, 0)
        self._above.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._above.addLayout(row)
        row.addWidget(Field(_("Last good page"), self.page), 1)
        row.addWidget(self.go_on, 1, Qt.AlignmentFlag.AlignBottom)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        lines.addWidget(self.question, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addWidget(self._line)
        self._line.hide()
        self.hide()

    def add_above(self, field: QWidget) -> None:
        """Ask for something else first, such as for the patient."""
        self._above.insertWidget(0, field)

    def offer(self, pages: int) -> None:
        """Offer to go on with a file of so many pages."""
        self.set_pages(pages)
        self.offer_more()

    def set_pages(self, pages: int) -> None:
        """Offer the pages of a file, without its last one: after that nothing is left."""
        self.page.clear()
        self.page.addItem(_("None"), 0)
        for page in range(1, pages):
            self.page.addItem(str(page), page)

    def offer_more(self) -> None:
        """Show the question, with the line closed."""
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
