"""A quiet frame with a sign and a word, where a picture will be."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from painplanner.gui import icons, theme


class Placeholder(QWidget):
    """As large as the picture would be."""

    def __init__(self, sign: str, words: str, size: QSize) -> None:
        """Choose the sign and what is said."""
        super().__init__()
        self._sign, self._words = sign, words
        self.setFixedSize(size)
        self.setAccessibleName(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame, sign and words."""
        del event
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.color("line"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(colours.color("sunken"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, 5, 5)
        sign = QRectF(0, 0, 36, 36)
        sign.moveCenter(box.center() - QRectF(0, 0, 0, 20).bottomRight())
        icons.paint(painter, self._sign, sign, colours.color("border"))
        painter.setFont(colours.font("small"))
        painter.setPen(colours.color("muted"))
        painter.drawText(box.adjusted(0, box.height() / 2 + 6, 0, 0), Qt.AlignmentFlag.AlignHCenter, self._words)
        painter.end()
