"""Paints a drawing with QPainter: the same picture as on paper, its paths kept where it is painted over and over."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen, QPixmap

from painplanner.core.drawing import Area, Drawing, Line, Path, Photograph, Shape, Text, without_bytes
from painplanner.core.jpeg import clean_jpeg_size
from painplanner.core.palette import Palette

_CAPS = {"butt": Qt.PenCapStyle.FlatCap, "round": Qt.PenCapStyle.RoundCap}


def paint(painter: QPainter, drawing: Drawing, rect: QRectF, palette: Palette) -> None:
    """Paint a drawing into a rectangle, as large as fits and centred, and keep its paths for the next time."""
    _paint_paths(painter, drawing, _paths(without_bytes(drawing)), rect, palette)


def _paint_paths(
    painter: QPainter, drawing: Drawing, paths: Iterable[QPainterPath], rect: QRectF, palette: Palette
) -> None:
    scale = min(rect.width() / drawing.width, rect.height() / drawing.height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(
        rect.x() + (rect.width() - drawing.width * scale) / 2, rect.y() + (rect.height() + drawing.height * scale) / 2
    )
    painter.scale(scale, -scale)
    for shape, path in zip(drawing.shapes, paths, strict=True):
        _paint_shape(painter, shape, path, palette)
    painter.restore()


def pixmap(drawing: Drawing, size: QSize, palette: Palette, dpr: float = 1.0) -> QPixmap:
    """Return a drawing on a transparent pixmap of `size` logical pixels, sharp at the screen's pixel ratio."""
    picture = QPixmap(size * dpr)
    picture.setDevicePixelRatio(dpr)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    # Who asks for a pixmap keeps that, so its paths are not kept beside it.
    _paint_paths(painter, drawing, map(_path, drawing.shapes), QRectF(0, 0, size.width(), size.height()), palette)
    painter.end()
    return picture


def _paint_shape(painter: QPainter, shape: Shape, path: QPainterPath, palette: Palette) -> None:
    if isinstance(shape, Text):
        _write(painter, shape, palette)
        return
    if isinstance(shape, Photograph):
        _show(painter, shape)
        return
    if isinstance(shape, Area):
        painter.setPen(_pen(palette[shape.line], shape.width) if shape.line else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette[shape.fill]) if shape.fill else Qt.BrushStyle.NoBrush)
    else:
        painter.setPen(_line_pen(shape, palette))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def _show(painter: QPainter, photo: Photograph) -> None:
    """Paint a photograph, smaller ones in steps so that it stays smooth; what cannot be decoded is left out."""
    image = QImage.fromData(photo.data) if clean_jpeg_size(photo.data) else QImage()
    if image.isNull():
        return
    seen = painter.deviceTransform().mapRect(QRectF(0, 0, photo.width, photo.height)).size().toSize()
    if 0 < seen.width() < image.width() and 0 < seen.height() < image.height():
        image = image.scaled(seen, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(photo.x, photo.y + photo.height)
    painter.scale(1, -1)
    painter.drawImage(QRectF(0, 0, photo.width, photo.height), image)
    painter.restore()


def _pen(colour: str, width: float) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _line_pen(line: Line, palette: Palette) -> QPen:
    pen = _pen(palette[line.role], line.width)
    pen.setCapStyle(_CAPS[line.cap])
    if line.dash:
        pen.setDashPattern([part / line.width for part in line.dash])
    return pen


def _write(painter: QPainter, text: Text, palette: Palette) -> None:
    painter.save()
    painter.scale(1, -1)
    font = QFont(painter.font())
    font.setPixelSize(100)  # measured large and scaled down: small sizes would be rounded to whole pixels
    font.setBold(text.bold)
    shrink = text.size / 100
    wide = QFontMetricsF(font).horizontalAdvance(text.text) * shrink
    back = wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor]
    painter.translate(text.x - back, -text.y)
    painter.scale(shrink, shrink)
    painter.setFont(font)
    painter.setPen(QColor(palette[text.role]))
    painter.drawText(QPointF(0, 0), text.text)
    painter.restore()


@lru_cache(maxsize=32)
def _paths(drawing: Drawing) -> tuple[QPainterPath, ...]:
    return tuple(_path(shape) for shape in drawing.shapes)


def _path(shape: Shape) -> QPainterPath:
    path = QPainterPath()
    if isinstance(shape, Text | Photograph):
        return path
    _trace(path, shape.path)
    if isinstance(shape, Area):
        path.closeSubpath()
        path.setFillRule(Qt.FillRule.WindingFill)
    return path


def _trace(path: QPainterPath, points: Path) -> None:
    path.moveTo(*points[0])
    for numbers in points[1:]:
        if len(numbers) == 2:
            path.lineTo(*numbers)
        else:
            path.cubicTo(*numbers)
