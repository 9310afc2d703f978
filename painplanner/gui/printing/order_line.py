"""Above the button that prints: what would be printed, in one line, and the way up to what is to be seen before."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.labels import ElidedLabel
from painplanner.text import ngettext


class OrderLine(QWidget):
    """Two lines at most; hidden while nothing is ticked."""

    def __init__(self, look: Callable[[], object]) -> None:
        """Begin with nothing; `look` leads to what is to be seen."""
        super().__init__()
        self.words = ElidedLabel("", "small", fills=True)
        self.first = button("", look, kind="link")
        self.first.setProperty("tone", "consider")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        lines.addWidget(self.first, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addWidget(self.words)
        self.first.hide()
        self.hide()

    def show_order(self, summary: str, notices: int) -> None:
        """Say what would be printed, and how many notices stand above the papers."""
        self.words.setText(summary)
        words = ngettext("{n} notice before printing", "{n} notices before printing", notices).format(n=notices)
        self.first.setText(words)
        self.first.setAccessibleName(words)
        self.first.setVisible(notices > 0)
        self.setVisible(bool(summary))
