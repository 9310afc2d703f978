"""The picture in front as large as a sheet prints it, drawn a moment after a change so that no drag waits for it."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from painplanner.core.drawing import Drawing
from painplanner.core.figure import Figure, draw
from painplanner.gui import person_drawn, theme
from painplanner.gui.widgets import drawing_painter
from painplanner.text import _

PRINTED_POINTS = 140.0
"""How wide one of several pictures is on a sheet, in printer's points (1/72 inch)."""
AFTER_MS = 90


class PrintedPicture(QWidget):
    """One frame on white paper; of many changes in a row, the last one counts."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._picture: QPixmap | None = None
        self._wanted: tuple[Figure, int] | Drawing | None = None
        self._later = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._later.timeout.connect(self.show_now)
        wide = round(PRINTED_POINTS / 72 * self.logicalDpiX())
        self.setFixedSize(QSize(wide, wide * 3 // 4))

    def show_figure(self, figure: Figure, frame: int) -> None:
        """Show a frame soon."""
        self.setAccessibleName(_("Picture {n} as it is printed").format(n=frame + 1))
        self._show_soon((figure, frame))

    def show_drawing(self, drawing: Drawing) -> None:
        """Show what a drag makes soon, as it is drawn already."""
        self._show_soon(drawing)

    def _show_soon(self, wanted: tuple[Figure, int] | Drawing) -> None:
        self._wanted = wanted
        if not self._later.isActive():
            self._later.start()

    def show_now(self) -> None:
        """Draw what is to be shown, in the colours of paper."""
        self._later.stop()
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        drawn = wanted if isinstance(wanted, Drawing) else draw(*wanted)
        self._picture = drawing_painter.pixmap(
            drawn, self.size(), person_drawn.palette("paper"), self.devicePixelRatioF()
        )
        self.update()

    def stop(self) -> None:
        """Draw nothing more."""
        self._later.stop()
        self._wanted = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the paper and the picture."""
        del event
        painter = QPainter(self)
        painter.setPen(QPen(theme.current().color("line"), 1))
        painter.setBrush(QColor(person_drawn.palette("paper")["background"]))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if self._picture is not None:
            painter.drawPixmap(0, 0, self._picture)
        painter.end()
