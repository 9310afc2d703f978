"""What stands at the right in the place of the detail for a while: a head with its title and actions, and a column."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import Column
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.layouts import empty
from painplanner.text import _

WIDTH = 940


def reading_column() -> Column:
    """Return a column that begins where the detail begins, however wide the window is."""
    made = Column(width=WIDTH)
    canvas = made.widget()
    row = canvas.layout() if canvas is not None else None
    if isinstance(row, QHBoxLayout):
        row.setStretch(0, 100)
        row.addStretch(1)
    return made


class SidePage(QWidget):
    """`left` asks to show the detail again; Esc asks for it too."""

    left = Signal()

    def __init__(self, title: str = "") -> None:
        """Lay out the head and an empty column."""
        super().__init__()
        self.title = label(title, "title", wrap=True)
        self.remark = label("", "muted", wrap=True)
        self.remark.hide()
        self.close_button = button(_("Close"), self.left.emit, tip=_("Back to the entry (Esc)"))
        self.action_row = QHBoxLayout()
        self.action_row.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.title, 1)
        top.addLayout(self.action_row)
        top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        head = QFrame()
        head.setProperty("role", "bar")
        lines = QVBoxLayout(head)
        lines.setContentsMargins(20, 10, 16, 12)
        lines.setSpacing(4)
        lines.addLayout(top)
        lines.addWidget(self.remark)
        self.column = reading_column()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(head)
        outer.addWidget(self.column, 1)

    def say(self, remark: str) -> None:
        """Say something below the title."""
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))

    def clear(self) -> None:
        """Empty the column."""
        empty(self.column.lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc; letters stay here."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif not event.text().isprintable():
            super().keyPressEvent(event)
