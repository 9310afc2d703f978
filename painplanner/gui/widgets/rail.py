"""The rail at the left: the few places of the program, each a sign with its word."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QVBoxLayout, QWidget

from painplanner.gui import icons, theme


class RailButton(QAbstractButton):
    """One place."""

    def __init__(self, icon: str, word: str, tip: str, parent: QWidget | None = None) -> None:
        """Show a sign over a word."""
        super().__init__(parent)
        self._icon = icon
        self.setText(word)
        self.setToolTip(tip)
        self.setAccessibleName(word)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """Ask for the word with its margins, at least a comfortable target."""
        self.setFont(theme.current().font("small"))
        width = max(64, self.fontMetrics().horizontalAdvance(self.text()) + 16)
        return QSize(width, 34 + self.fontMetrics().height() + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, sign, word and the ring of the focus."""
        del event
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.color("accent-soft" if self.isChecked() else "sunken"))
            painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(colours.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 6, 6)
        ink = colours.color("accent" if self.isChecked() else "muted")
        icons.paint(painter, self._icon, QRectF(0, 7, self.width(), 23), ink)
        painter.setPen(ink)
        painter.setFont(colours.font("small", bold=self.isChecked()))
        words = QRectF(0, 31, self.width(), self.height() - 34)
        painter.drawText(words, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self.text())
        painter.end()


class Rail(QFrame):
    """All places, one of them on."""

    chosen = Signal(str)

    def __init__(self, places: tuple[tuple[str, str, str, str], ...], parent: QWidget | None = None) -> None:
        """Take (key, icon, word, tip) for each place."""
        super().__init__(parent)
        self.setProperty("role", "side")
        self._group = QButtonGroup(self)
        self._buttons: dict[str, RailButton] = {}
        lines = QVBoxLayout(self)
        lines.setContentsMargins(4, 8, 4, 8)
        lines.setSpacing(4)
        for key, icon, word, tip in places:
            made = RailButton(icon, word, tip)
            made.clicked.connect(lambda _on=False, place=key: self.chosen.emit(place))
            self._group.addButton(made)
            lines.addWidget(made)
            self._buttons[key] = made
        lines.addStretch(1)

    def show_place(self, key: str) -> None:
        """Mark where we are."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def show_only(self, keys: tuple[str, ...]) -> None:
        """Offer only some of the places."""
        for key, made in self._buttons.items():
            made.setVisible(key in keys)
