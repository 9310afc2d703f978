"""A list of boxes to tick, one below the other, whose words are shortened rather than widening the page."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from painplanner.gui import theme

Options = tuple[tuple[str, str], ...]


SIGN = 16
"""The side of the box to tick in pixels."""


class ElidedBox(QCheckBox):
    """A box whose words end in dots where they do not fit; the whole words are its tip and its name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without words."""
        super().__init__(parent)
        self._words, self._is_muted = "", False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str) -> None:
        """Show other words."""
        if words != self._words:
            self._words = words
            self.setAccessibleName(words)
            self._fit()
            self.update()

    def set_muted(self, *, on: bool) -> None:
        """Step back, although it can be ticked."""
        if on != self._is_muted:
            self._is_muted = on
            self.update()

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere on the line."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """Ask for the words and the box."""
        return QSize(
            self.fontMetrics().horizontalAdvance(self._words) + SIGN + 16, max(28, self.fontMetrics().height())
        )

    def minimumSizeHint(self) -> QSize:
        """Be content with any width."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the whole words as a tip where they do not fit."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setToolTip(self._words if self.sizeHint().width() > self.width() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box in the colours of a field, then the words."""
        del event
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sign = QRectF(2.5, (self.height() - SIGN) / 2 + 0.5, SIGN - 1, SIGN - 1)
        is_on = self.isChecked()
        painter.setPen(
            QPen(colours.color("accent" if is_on or self.hasFocus() else "border"), 2 if self.hasFocus() else 1)
        )
        painter.setBrush(colours.color("accent" if is_on else "surface"))
        painter.drawRoundedRect(sign, 3, 3)
        if is_on:
            painter.setPen(QPen(colours.color("on-accent"), 2))
            x, y = sign.left(), sign.top()
            painter.drawPolyline([QPointF(x + 3.5, y + 8), QPointF(x + 6.5, y + 11), QPointF(x + 11.5, y + 4.5)])
        words = self.rect().adjusted(SIGN + 10, 0, 0, 0)
        painter.setPen(colours.color("text" if self.isEnabled() and not self._is_muted else "muted"))
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()


class TickList(QWidget):
    """Any number of options may be on; `chosen` follows a person's tick."""

    chosen = Signal()

    def __init__(self, *, name: str = "", parent: QWidget | None = None) -> None:
        """Offer nothing yet."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._boxes: list[ElidedBox] = []
        self._options: Options = ()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)

    def set_options(self, options: Options) -> None:
        """Offer these, keeping what is on."""
        if options == self._options:
            return
        on = self.keys()
        self._options = options
        while len(self._boxes) < len(options):
            box = ElidedBox()
            box.clicked.connect(lambda _on=False: self.chosen.emit())
            self._lines.addWidget(box)
            self._boxes.append(box)
        for place, box in enumerate(self._boxes):
            box.setVisible(place < len(options))
            if place < len(options):
                box.set_words(options[place][1])
        self.set_keys(on)

    def keys(self) -> tuple[str, ...]:
        """Return the keys that are on, in their order."""
        return tuple(key for (key, _words), box in zip(self._options, self._boxes, strict=False) if box.isChecked())

    def set_keys(self, keys: tuple[str, ...]) -> None:
        """Show what is on without announcing it."""
        for (key, _words), box in zip(self._options, self._boxes, strict=False):
            box.setChecked(key in keys)

    def box(self, key: str) -> ElidedBox:
        """Return the box of an option."""
        return self._boxes[next(place for place, (one, _w) in enumerate(self._options) if one == key)]
