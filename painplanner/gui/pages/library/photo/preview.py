"""The photograph in front as large as a sheet prints it, with its arrows, drawn as soon as it changes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from painplanner.core.figure import draw_placeholder
from painplanner.gui import person_drawn, theme
from painplanner.gui.pages.library.drawing.preview import PRINTED_POINTS
from painplanner.gui.pages.library.photo.painting import paint_framed
from painplanner.gui.pages.library.photo.shots import Shot
from painplanner.gui.widgets import drawing_painter
from painplanner.text import _


class PrintedPhoto(QWidget):
    """One photograph on white paper."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._shot: Shot | None = None
        self._pixmap: QPixmap | None = None
        wide = round(PRINTED_POINTS / 72 * self.logicalDpiX())
        self.setFixedSize(QSize(wide, wide * 3 // 4))
        self.setAccessibleName(_("Photograph as it is printed"))

    def show_shot(self, shot: Shot | None, pixmap: QPixmap | None) -> None:
        """Show a photograph."""
        self._shot, self._pixmap = shot, pixmap
        self.update()

    def show_drag(self, shot: Shot) -> None:
        """Show what a drag makes of it."""
        self.show_shot(shot, self._pixmap)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the paper and the photograph."""
        del event
        paper = person_drawn.palette("paper")
        painter = QPainter(self)
        painter.setPen(QPen(theme.current().color("line"), 1))
        painter.setBrush(QColor(paper["background"]))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._shot is not None and self._pixmap is not None:
            paint_framed(painter, self._pixmap, self._shot, room)
        elif self._shot is not None:
            drawing_painter.paint(painter, draw_placeholder(), room, paper)
        painter.end()
