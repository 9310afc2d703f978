"""Shows one picture: as wide as its place, or zoomed and scrolled; what is in the middle stays there."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget

from painplanner.gui.widgets.zooming import larger, smaller, zoomed_by_key, zoomed_by_wheel

ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0)
"""Steps of the zoom; at 1 a pixel of the picture is a pixel of the window."""


class _Canvas(QWidget):
    """The picture at the size it is given."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.picture = QPixmap()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it smoothly."""
        del event
        if not self.picture.isNull():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(self.rect(), self.picture)
            painter.end()


class PictureView(QScrollArea):
    """A view of one picture, which counts as one page for the bar below it."""

    page_changed = Signal(int)
    zoom_changed = Signal()
    page = 0

    def __init__(self, name: str) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 120)
        self._canvas = _Canvas()
        self._zoom: float | None = None
        self.setWidget(self._canvas)

    @property
    def zoom(self) -> float | None:
        """Return the zoom, `None` while the picture fits the width."""
        return self._zoom

    @property
    def shown_width(self) -> int:
        """Return how wide the picture is now."""
        return self._canvas.width()

    def show_bytes(self, data: bytes) -> None:
        """Show a kept picture from its top."""
        self._canvas.picture = QPixmap()
        self._canvas.picture.loadFromData(data)
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self._canvas.update()

    def zoom_in(self) -> None:
        """Show it larger."""
        self._set_zoom(larger(ZOOMS, self._scale()))

    def zoom_out(self) -> None:
        """Show it smaller."""
        self._set_zoom(smaller(ZOOMS, self._scale()))

    def fit(self) -> None:
        """Fit it to the width."""
        self._set_zoom(None)

    def _set_zoom(self, zoom: float | None) -> None:
        if zoom != self._zoom:
            self._zoom = zoom
            self._lay_out()
            self.zoom_changed.emit()

    def _scale(self) -> float:
        """Return the pixels of the window for a pixel of the picture."""
        if self._zoom is not None:
            return self._zoom
        bar = self.verticalScrollBar().sizeHint().width()  # in sight or not, so that the picture never jumps
        return max(0.05, (self.width() - bar) / max(1, self._canvas.picture.width()))

    def _lay_out(self) -> None:
        """Give the picture its size, and put what was in the middle back there."""
        bars = (self.horizontalScrollBar(), self.verticalScrollBar())
        middles = [_middle(bar) for bar in bars]
        size, scale = self._canvas.picture.size(), self._scale()
        self._canvas.resize(QSize(round(size.width() * scale), round(size.height() * scale)))
        for bar, middle in zip(bars, middles, strict=True):
            bar.setValue(round(middle * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the width, or the zoom."""
        super().resizeEvent(event)
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom with plus, minus and 0, else scroll."""
        if not zoomed_by_key(self, event):
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if not zoomed_by_wheel(self, event):
            super().wheelEvent(event)


def _middle(bar: QScrollBar) -> float:
    """Return which share of the picture is in the middle of the view."""
    return (bar.value() + bar.pageStep() / 2) / max(1, bar.maximum() + bar.pageStep())
