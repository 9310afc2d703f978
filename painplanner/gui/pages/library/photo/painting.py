"""How a photograph is painted while it is worked on: turned, what is cut off dimmed, its arrows and points on top."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPixmap, QTransform

from painplanner.core.photo_marks import arrows_drawn
from painplanner.gui import person_drawn, theme
from painplanner.gui.pages.library.photo.framing import Box, Spot, box_of, turned_size
from painplanner.gui.pages.library.photo.grips import Grip
from painplanner.gui.pages.library.photo.shots import Shot, seen_arrows
from painplanner.gui.widgets import drawing_painter
from painplanner.services.photographs import CleanPicture

WORKING_SIDE = 1400
"""Pixels of the long side that are painted while a photograph is worked on."""
SMALL, LARGE = 4.5, 7.5
_DIM = 175
_CORNER = 15.0


def working_pixmap(picture: CleanPicture) -> QPixmap:
    """Return a photograph as it is painted while it is worked on: decoded once, no larger than a screen shows it."""
    image = QImage.fromData(picture.data, "JPG")  # type: ignore[call-overload]
    if max(image.width(), image.height()) > WORKING_SIDE:
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        image = image.scaled(WORKING_SIDE, WORKING_SIDE, keep, smooth)
    return QPixmap.fromImage(image)


class Place:
    """Where a turned photograph is on the screen."""

    def __init__(self, shot: Shot, room: QRectF) -> None:
        """Fit it into a room, in its middle."""
        wide, high = turned_size(shot.size, shot.framing)
        self.scale = min(room.width() / wide, room.height() / high)
        self.rect = QRectF(0, 0, wide * self.scale, high * self.scale)
        self.rect.moveCenter(room.center())

    def on_screen(self, spot: Spot) -> QPointF:
        """Return where a place of the turned photograph is."""
        return QPointF(self.rect.left() + spot[0] * self.scale, self.rect.top() + spot[1] * self.scale)

    def in_picture(self, spot: QPointF) -> Spot:
        """Return which place of the turned photograph is there."""
        return (spot.x() - self.rect.left()) / self.scale, (spot.y() - self.rect.top()) / self.scale

    def box(self, box: Box) -> QRectF:
        """Return where a box of the turned photograph is."""
        return QRectF(self.on_screen((box.left, box.top)), self.on_screen((box.right, box.bottom)))


def paint_turned(painter: QPainter, pixmap: QPixmap, shot: Shot, place: Place) -> None:
    """Paint a whole photograph as it is turned, white where a turn lays a corner bare."""
    painter.fillRect(place.rect, Qt.GlobalColor.white)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setClipRect(place.rect)
    painter.setTransform(_turn(shot, place), True)
    painter.drawPixmap(QRectF(0, 0, *shot.size), pixmap, QRectF(pixmap.rect()))
    painter.restore()


def _turn(shot: Shot, place: Place) -> QTransform:
    middle = place.rect.center()
    turned = QTransform().translate(middle.x(), middle.y())
    turned.rotate(90.0 * shot.framing.quarters + shot.framing.degrees)
    turned.scale(place.scale, place.scale)
    return turned.translate(-shot.width / 2, -shot.height / 2)


def paint_framed(painter: QPainter, pixmap: QPixmap, shot: Shot, room: QRectF) -> None:
    """Paint what a cut leaves with its arrows, as large as a room holds, as it will be printed."""
    box = box_of(shot.size, shot.framing)
    wide, high = box.size
    scale = min(room.width() / wide, room.height() / high)
    seen = QRectF(0, 0, wide * scale, high * scale)
    seen.moveCenter(room.center())
    all_wide, all_high = turned_size(shot.size, shot.framing)
    whole = QRectF(seen.left() - box.left * scale, seen.top() - box.top * scale, all_wide * scale, all_high * scale)
    painter.save()
    painter.setClipRect(seen)
    paint_turned(painter, pixmap, shot, Place(shot, whole))
    painter.restore()
    paint_arrows(painter, shot, seen)


def paint_arrows(painter: QPainter, shot: Shot, seen: QRectF) -> None:
    """Paint the arrows over what a cut leaves, in the colours of paper."""
    wide, high = box_of(shot.size, shot.framing).size
    arrows = arrows_drawn(seen_arrows(shot), max(1, round(wide)), max(1, round(high)))
    drawing_painter.paint(painter, arrows, seen, person_drawn.palette("paper"))


def paint_cut(painter: QPainter, place: Place, shot: Shot, *, is_on: bool) -> None:
    """Dim what is cut off, and draw the line around what stays; its corners show that they can be dragged."""
    colours = theme.current()
    box = place.box(box_of(shot.size, shot.framing))
    off = QPainterPath()
    off.setFillRule(Qt.FillRule.OddEvenFill)
    off.addRect(place.rect)
    off.addRect(box)
    dim = QColor(colours.color("sunken"))
    dim.setAlpha(_DIM)
    painter.fillPath(off, dim)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((colours.color("surface"), 3.0), (colours.color("accent"), 1.5)):
        painter.setPen(QPen(colour, width))
        painter.drawRect(box)
    if is_on:
        _paint_corners(painter, box)


def _paint_corners(painter: QPainter, box: QRectF) -> None:
    colours = theme.current()
    long = min(_CORNER, box.width() / 3, box.height() / 3)
    for colour, width in ((colours.color("surface"), 7.0), (colours.color("accent"), 4.0)):
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin))
        for corner, x, y in (
            (box.topLeft(), 1, 1),
            (box.topRight(), -1, 1),
            (box.bottomRight(), -1, -1),
            (box.bottomLeft(), 1, -1),
        ):
            painter.drawPolyline([corner + QPointF(x * long, 0), corner, corner + QPointF(0, y * long)])
        for middle, along in (
            (QPointF(box.center().x(), box.top()), QPointF(long / 2, 0)),
            (QPointF(box.center().x(), box.bottom()), QPointF(long / 2, 0)),
            (QPointF(box.left(), box.center().y()), QPointF(0, long / 2)),
            (QPointF(box.right(), box.center().y()), QPointF(0, long / 2)),
        ):
            painter.drawLine(middle - along, middle + along)


def paint_grip(painter: QPainter, there: QPointF, grip: Grip, *, is_on: bool) -> None:
    """Paint a point of an arrow; of the cut, only the one that is in hand."""
    if not grip.is_arrow and not is_on:
        return
    colours, size = theme.current(), LARGE if is_on else SMALL
    painter.setPen(QPen(colours.color("surface"), 2))
    painter.setBrush(colours.color("accent" if is_on else "border"))
    if grip.part == "bend":
        painter.drawRect(QRectF(there.x() - size * 0.85, there.y() - size * 0.85, size * 1.7, size * 1.7))
    else:
        painter.drawEllipse(there, size, size)
