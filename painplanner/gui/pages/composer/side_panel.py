"""A panel beside the plan: a head with its title and the way out, a column, and buttons at the foot."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from painplanner.gui.pages.composer.inspector.form import as_pane
from painplanner.gui.widgets.buttons import icon_button
from painplanner.gui.widgets.cards import Column
from painplanner.gui.widgets.labels import label

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SidePanel(QWidget):
    """`closed` says that it is done with; Esc closes, Ctrl+Enter does what `on_enter` does."""

    closed = Signal()

    def __init__(self, title: str, leave: str, on_enter: Callable[[], None] | None = None) -> None:
        """Lay out head and column; `leave` says what closing leaves as it is."""
        super().__init__()
        self._on_enter = on_enter
        self.setAccessibleName(title)
        self.setProperty("role", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 8, 8)
        head.addWidget(label(title, "section"))
        head.addStretch(1)
        head.addWidget(icon_button("close", leave, self.closed.emit))
        column = Column(margin=16)
        as_pane(column)
        self.lines = column.lines
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._outer.addLayout(head)
        self._outer.addWidget(column, 1)

    def add_foot(self, *buttons: QPushButton) -> None:
        """Put buttons of one width below the column, where they stay in sight."""
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.setSpacing(8)
        for made in buttons:
            foot.addWidget(made, 1)
        self._outer.addLayout(foot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do the main thing with Ctrl+Enter, leave with Esc."""
        is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self._on_enter is not None and is_control and event.key() in ENTER:
            self._on_enter()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
