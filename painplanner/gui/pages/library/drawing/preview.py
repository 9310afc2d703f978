"""The pictures as large as a sheet prints them, drawn a moment after the hand rests so that no drag waits for them."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from painplanner.core.drawing import Drawing
from painplanner.core.figure import Figure, draw
from painplanner.gui import theme
from painplanner.gui.person_drawn import palette
from painplanner.gui.widgets import drawing_painter
from painplanner.gui.widgets.figure_view import captions
from painplanner.gui.widgets.flow import FlowLayout
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.layouts import empty
from painplanner.text import _

PRINTED_POINTS = 140.0
"""How wide one of several pictures is on a sheet, in printer's points (1/72 inch)."""
AFTER_MS = 90


class Printed(QWidget):
    """One frame on white paper, at the size of print."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._picture: QPixmap | None = None
        wide = round(PRINTED_POINTS / 72 * self.logicalDpiX())
        self.setFixedSize(QSize(wide, wide * 3 // 4))

    def show_frame(self, figure: Figure, frame: int) -> None:
        """Draw a frame in the colours of paper."""
        self.show_drawing(draw(figure, frame))
        self.setAccessibleName(_("Picture {n} as it is printed").format(n=frame + 1))

    def show_drawing(self, drawn: Drawing) -> None:
        """Show a drawing in the colours of paper."""
        self._picture = drawing_painter.pixmap(drawn, self.size(), palette("paper"), self.devicePixelRatioF())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the paper and the picture."""
        del event
        painter = QPainter(self)
        painter.setPen(QPen(theme.current().color("line"), 1))
        painter.setBrush(palette("paper")["background"])
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if self._picture is not None:
            painter.drawPixmap(0, 0, self._picture)
        painter.end()


class PrintedPictures(QWidget):
    """All frames beside or below one another."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._flow = FlowLayout(self, gap=8)
        self.frames: list[Printed] = []
        self._figure: Figure | None = None
        self._dragged: tuple[Drawing, int] | None = None
        self._later = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._later.timeout.connect(self.show_now)

    def show_figure(self, figure: Figure) -> None:
        """Show a figure soon; of many that come in a row, the last one counts."""
        self._figure, self._dragged = figure, None
        if not self._later.isActive():
            self._later.start()

    def show_drawing(self, drawing: Drawing, frame: int) -> None:
        """Show how a frame looks in the middle of a drag soon, as it is drawn already."""
        self._dragged = (drawing, frame)
        if not self._later.isActive():
            self._later.start()

    def show_now(self) -> None:
        """Draw what is to be shown."""
        self._later.stop()
        if self._dragged is not None:
            (drawing, frame), self._dragged = self._dragged, None
            if frame < len(self.frames):
                self.frames[frame].show_drawing(drawing)
            return
        figure = self._figure
        if figure is None:
            return
        if len(self.frames) != len(figure.frames):
            self._make(len(figure.frames))
        for number, printed in enumerate(self.frames):
            printed.show_frame(figure, number)

    def _make(self, count: int) -> None:
        empty(self._flow)
        self.frames = []
        for words in captions(count):
            box = QWidget()
            lines = QVBoxLayout(box)
            lines.setContentsMargins(0, 0, 0, 0)
            lines.setSpacing(4)
            self.frames.append(Printed())
            lines.addWidget(self.frames[-1])
            if words:
                lines.addWidget(label(words, "minor"))
            self._flow.addWidget(box)
            box.show()

    def stop(self) -> None:
        """Draw nothing more."""
        self._later.stop()
        self._figure = self._dragged = None
