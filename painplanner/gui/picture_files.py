"""A drawing as a PNG picture, painted by the painter of the screen; needs no display and opens no window."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from painplanner.core.drawing import Drawing
from painplanner.core.palette import Palette
from painplanner.errors import BugError
from painplanner.gui.widgets import drawing_painter

WIDTH = 1600
"""Pixels across: a hand's breadth on paper at 300 to the inch."""


def png(drawing: Drawing, palette: Palette, width: int = WIDTH) -> bytes:
    """Return a drawing as PNG on the ground of the palette; the drawing's alt text travels as its description."""
    keep = QGuiApplication.instance() or QGuiApplication(["painplanner", "-platform", "offscreen"])
    image = QImage(width, round(width * drawing.height / drawing.width), QImage.Format.Format_RGB32)
    image.fill(QColor(palette["background"]))
    if drawing.alt:
        image.setText("Description", drawing.alt)
    painter = QPainter(image)
    drawing_painter.paint(painter, drawing, QRectF(image.rect()), palette)
    painter.end()
    written = _as_png(image)
    del keep
    return written


def _as_png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise BugError("a picture could not be written into memory")
    return bytes(buffer.data().data())
