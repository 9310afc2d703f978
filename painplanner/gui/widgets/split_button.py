"""A button with the usual thing to do, and beside it a menu of other ways to do it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from painplanner.gui import theme
from painplanner.gui.widgets.buttons import button

Way = tuple[str, Callable[[], object]]


class _Arrow(QPushButton):
    """The right part: an arrow that opens the menu."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, then the arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = "on-accent" if self.property("kind") == "primary" else "text"
        painter.setPen(QPen(theme.current().color(role if self.isEnabled() else "muted"), 1.6))
        x, y = self.width() / 2, self.height() / 2 - 2
        painter.drawPolyline([QPointF(x - 4, y), QPointF(x, y + 4), QPointF(x + 4, y)])
        painter.end()


class SplitButton(QWidget):
    """`main` does the usual thing; Alt+Down on it, or the arrow beside it, opens the menu. Nothing is remembered."""

    def __init__(self, text: str, on_click: Callable[[], object], ways: Iterable[Way], *, more: str) -> None:
        """Name the usual thing, the other ways, and (read out) what the arrow offers."""
        super().__init__()
        self.main = button(text, on_click, kind="primary")
        self.arrow = _Arrow()
        self.arrow.setProperty("kind", "primary")
        self.arrow.setAutoDefault(True)
        self.arrow.setAccessibleName(more)
        self.arrow.setToolTip(more)
        self.arrow.setFixedWidth(32)
        self.menu = QMenu(self)
        for words, call in ways:
            self.menu.addAction(words).triggered.connect(lambda _on=False, call=call: call())
        self.arrow.clicked.connect(self.open_menu)
        for part in (self.main, self.arrow):
            part.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        row.addWidget(self.main, 1)
        row.addWidget(self.arrow)

    def open_menu(self) -> None:
        """Show the other ways above or below the arrow, with the first one chosen."""
        self.menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        self.menu.setActiveAction(self.menu.actions()[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the menu with Alt+Down, or with F4, before the button takes the key for a move."""
        if not (isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress):
            return super().eventFilter(watched, event)
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_F4 or (is_alt and event.key() == Qt.Key.Key_Down):
            self.open_menu()
            return True
        return super().eventFilter(watched, event)
