"""One frame of a figure in a quiet frame of its own; the picture follows when it is drawn, so that nothing waits."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from painplanner.core.plan import FigureRef
from painplanner.core.values import Side
from painplanner.gui import icons, theme
from painplanner.gui.thumbnails import LAST, Thumbnails


class Thumb(QWidget):
    """Shows another figure on demand; a sign stands for one that is not drawn."""

    def __init__(self, thumbnails: Thumbnails, size: QSize) -> None:
        """Show nothing yet."""
        super().__init__()
        self._thumbnails = thumbnails
        self._ref: FigureRef | None = None
        self._side: Side | None = None
        self._frame = LAST
        self.setFixedSize(size)
        thumbnails.drawn.connect(self.update)

    def show_figure(self, ref: FigureRef | None, side: Side | None, frame: int = LAST, words: str = "") -> None:
        """Show a frame of a figure; `words` is what is read out."""
        if (ref, side, frame) != (self._ref, self._side, self._frame):
            self._ref, self._side, self._frame = ref, side, frame
            self.update()
        self.setAccessibleName(words)
        self.setToolTip(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame and picture."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.current().color("line"), 1))
        painter.setBrush(theme.current().color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if self._ref is None:
            self._paint_sign(painter)
        else:
            inner = self.size() - QSize(4, 4)
            drawn = self._thumbnails.picture(
                self._ref, inner, self.devicePixelRatioF(), frame=self._frame, side=self._side
            )
            if drawn is not None:
                painter.drawPixmap(QPointF(2, 2), drawn)
        painter.end()

    def _paint_sign(self, painter: QPainter) -> None:
        side = min(self.width(), self.height()) * 0.5
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(self.rect()).center())
        icons.paint(painter, "exercise", box, theme.current().color("line"))
