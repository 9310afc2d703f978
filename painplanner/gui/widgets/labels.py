"""Text on the screen: always plain text, so that nothing a person typed is ever read as markup."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

_PLAIN = ("textFormat", 0)
"""`Qt.TextFormat.PlainText`, written as a property: the name would load all of `Qt` before the first window."""


def label(text: str = "", role: str = "body", *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """Return a label of a role: title, heading, section, strong, body, minor, muted, small, problem, consider."""
    made = QLabel(parent)
    made.setProperty(*_PLAIN)
    made.setText(text)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        made.setMinimumWidth(0)
    return made


class ElidedLabel(QLabel):
    """One line that is shortened in the middle of nowhere rather than widening its page; the whole text is its tip."""

    def __init__(
        self, text: str = "", role: str = "body", parent: QWidget | None = None, *, fills: bool = False
    ) -> None:
        """Start with a text; `fills` takes all the room there is."""
        super().__init__(parent)
        self.setProperty(*_PLAIN)
        self.setProperty("role", role)
        across = QSizePolicy.Policy.Ignored if fills else QSizePolicy.Policy.Maximum
        self.setSizePolicy(across, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self.setToolTip(text if self._is_cut() else "")

    def sizeHint(self) -> QSize:
        """Ask for the whole line."""
        hint = super().sizeHint()
        sides = self.contentsMargins().left() + self.contentsMargins().right()
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + sides + 4, hint.height())

    def minimumSizeHint(self) -> QSize:
        """Be content with a few letters."""
        return QSize(
            min(self.sizeHint().width(), self.fontMetrics().averageCharWidth() * 8), super().minimumSizeHint().height()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the whole text as a tip when it is shortened."""
        super().resizeEvent(event)
        self.setToolTip(self.text() if self._is_cut() else "")

    def _is_cut(self) -> bool:
        return self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line with an ellipsis where it ends."""
        if not self._is_cut():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), QtCore.Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, QtCore.Qt.AlignmentFlag.AlignVCenter | QtCore.Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()


def rule(parent: QWidget | None = None) -> QFrame:
    """Return a line of one pixel."""
    made = QFrame(parent)
    made.setProperty("role", "rule")
    made.setFixedHeight(1)
    return made
