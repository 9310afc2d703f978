"""A chart at the size of its place, in the colours of the theme; the mouse or the arrow keys read its points."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from painplanner.core.charts import Chart, ChartWords, Plot, Spot, drawn
from painplanner.core.palette import palette
from painplanner.gui import theme
from painplanner.gui.widgets import drawing_painter

REACH = 28
"""Pixels to the side of a point within which the mouse reads it."""
HEIGHT = 138
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class _Shown(NamedTuple):
    chart: Chart
    words: ChartWords
    gutter: float


class ChartView(QWidget):
    """Paints a chart; `read` carries the day under the mouse or the keys, nothing when none is read."""

    read = Signal(object)
    opened = Signal(object)

    def __init__(self, name: str = "") -> None:
        """Show nothing yet."""
        super().__init__()
        self._shown: _Shown | None = None
        self._at: date | None = None
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_chart(self, chart: Chart, words: ChartWords, gutter: float = 0.0) -> None:
        """Show a chart; one that looks the same is not painted again."""
        shown = _Shown(chart, words, gutter)
        if self._shown is None or self._shown.chart != chart or self._shown.gutter != gutter:
            self._shown = shown
            if self._at is not None and self.spot is None:
                self._go(None)
            self.update()

    @property
    def plot(self) -> Plot | None:
        """Return the chart laid out for this place."""
        if self._shown is None:
            return None
        size = float(theme.current().pixels("small"))
        return Plot(self._shown.chart, self.width(), self.height(), size, self._shown.gutter)

    @property
    def spot(self) -> Spot | None:
        """Return the point that is read."""
        spots = self._shown.chart.spots if self._shown is not None else ()
        return next((spot for spot in spots if spot.on == self._at), None)

    def sizeHint(self) -> QSize:
        """Ask for a picture that is twice as wide as high."""
        return QSize(360, HEIGHT * theme.current().pixels() // 13)

    def minimumSizeHint(self) -> QSize:
        """Be content with less width, never with less height."""
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chart, then the point that is read, then the ring of the keys."""
        del event
        plot = self.plot
        if plot is None or self._shown is None or self.width() < 40:
            return
        painter = QPainter(self)
        painter.setFont(theme.current().font("small"))
        colours = palette("dark" if theme.current().is_dark else "light")
        drawing_painter.paint(painter, drawn(plot, self._shown.words), QRectF(self.rect()), colours)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.spot is not None:
            self._mark(painter, plot, self.spot)
        if self.hasFocus():
            painter.setPen(QPen(theme.current().color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        painter.end()

    def _mark(self, painter: QPainter, plot: Plot, spot: Spot) -> None:
        """Draw a line at a day and a filled dot on its number."""
        x, y = plot.x(spot.on), self.height() - plot.y(spot.value)
        painter.setPen(QPen(theme.current().color("accent"), 1))
        painter.drawLine(QPointF(x, self.height() - plot.bottom), QPointF(x, self.height() - plot.top))
        painter.setBrush(theme.current().color("accent"))
        painter.drawEllipse(QPointF(x, y), 4.5, 4.5)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read the point nearest to the mouse."""
        plot = self.plot
        found = plot.spot_at(event.position().x(), REACH) if plot is not None else None
        self._go(found.on if found is not None else None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the point that is read."""
        del event
        self._open()

    def leaveEvent(self, event: object) -> None:
        """Read nothing any more, unless the keys do."""
        del event
        if not self.hasFocus():
            self._go(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Read the newest point when the keys come."""
        super().focusInEvent(event)
        if self._at is None and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self._go(max((spot.on for spot in self._spots()), default=None))
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Read nothing any more."""
        super().focusOutEvent(event)
        self._go(None)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from point to point with the arrows, to the ends with Home and End; Enter opens the point."""
        key, days = Qt.Key(event.key()), sorted(spot.on for spot in self._spots())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.spot is not None:
            self._open()
        elif key in _STEPS and days:
            at = len(days) - 1 if self._at is None or self._at not in days else days.index(self._at) + _STEPS[key]
            self._go(days[max(0, min(len(days) - 1, at))])
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End} and days:
            self._go(days[0 if key is Qt.Key.Key_Home else -1])
        else:
            super().keyPressEvent(event)

    def _spots(self) -> tuple[Spot, ...]:
        return self._shown.chart.spots if self._shown is not None else ()

    def _open(self) -> None:
        if self.spot is not None:
            self.opened.emit(self.spot.on)

    def _go(self, on: date | None) -> None:
        if on != self._at:
            self._at = on
            self.update()
            self.read.emit(self.spot)
