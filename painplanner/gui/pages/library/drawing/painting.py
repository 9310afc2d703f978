"""How the canvas paints points and their names, and the frame before that shines through."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF

from painplanner.core.figure import Figure
from painplanner.core.figure.scene import Fit, draw_at
from painplanner.core.palette import Palette
from painplanner.gui import person_drawn, theme
from painplanner.gui.pages.library.drawing.grips import Grip
from painplanner.gui.widgets import drawing_painter

SMALL, LARGE = 4.0, 7.0
_ONION = 0.28


def colours_of_person() -> Palette:
    """Return the colours of the person drawn, on the screen as it is."""
    return person_drawn.palette("dark" if theme.current().is_dark else "light")


class Ghost:
    """One frame painted faintly; it is drawn once for each look."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._looks: object = None
        self._picture: QPixmap | None = None

    def paint(self, painter: QPainter, figure: Figure, frame: int, at: Fit, box: QRectF) -> None:
        """Paint a frame into a box at a scale and place."""
        colours, ratio = colours_of_person(), painter.device().devicePixelRatioF()
        looks = (figure.frames[frame], figure.view, figure.camera, figure.props, at, box.size(), colours, ratio)
        if self._picture is None or self._looks != looks:
            drawn = draw_at(figure, frame, at)
            self._picture = drawing_painter.pixmap(drawn, box.size().toSize(), colours, ratio)
            self._looks = looks
        painter.setOpacity(_ONION)
        painter.drawPixmap(box.topLeft(), self._picture)
        painter.setOpacity(1.0)


def paint_grip(painter: QPainter, middle: QPointF, grip: Grip, *, is_on: bool) -> None:
    """Paint a point: round for a joint, square for a hand or foot that is held, a diamond for things and signs.

    A measure of a thing is a small square, the end of a sign and a point of a band are round.
    """
    colours = theme.current()
    shape = _SHAPES["held" if grip.is_held or grip.kind == "size" else _LOOKS.get(grip.kind, "thing")]
    painter.setBrush(colours.color("accent" if is_on else "border"))
    for ring in (True, False):
        painter.setPen(QPen(colours.color("surface"), 3) if ring else Qt.PenStyle.NoPen)
        shape(painter, middle, LARGE if is_on else SMALL)


def paint_limb(painter: QPainter, spots: list[QPointF]) -> None:
    """Trace a limb from joint to joint."""
    colours = theme.current()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for role, wide in (("surface", 6.0), ("accent", 3.0)):
        pen = QPen(colours.color(role), wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(spots))


def paint_name(painter: QPainter, there: QPointF, words: str, room: QSize, more: str = "") -> None:
    """Write the name of a point beside it, within the room there is, and below it what else there is to know."""
    colours = theme.current()
    fonts = [(colours.font("minor", bold=True), words), *([(colours.font("small"), more)] if more else ())]
    high = [QFontMetricsF(font).height() for font, _words in fonts]
    wide = max(QFontMetricsF(font).horizontalAdvance(line) for font, line in fonts) + 16
    left = max(4.0, min(room.width() - wide - 4, there.x() + 14))
    top = max(4.0, min(room.height() - sum(high) - 12, there.y() - sum(high) - 18))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.color("accent"))
    painter.drawRoundedRect(QRectF(left, top, wide, sum(high) + 8), 5, 5)
    painter.setPen(colours.color("on-accent"))
    top += 4
    for (font, line), tall in zip(fonts, high, strict=True):
        painter.setFont(font)
        painter.drawText(QRectF(left + 8, top, wide, tall), Qt.AlignmentFlag.AlignVCenter, line)
        top += tall


def _round(painter: QPainter, middle: QPointF, size: float) -> None:
    painter.drawEllipse(middle, size, size)


def _square(painter: QPainter, middle: QPointF, size: float) -> None:
    painter.drawRect(QRectF(middle.x() - size, middle.y() - size, 2 * size, 2 * size))


def _diamond(painter: QPainter, middle: QPointF, size: float) -> None:
    size *= 1.3
    ways = ((0, -size), (size, 0), (0, size), (-size, 0))
    painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in ways]))


_LOOKS = {"joint": "joint", "point": "joint", "tip": "joint"}
_SHAPES: dict[str, Callable[[QPainter, QPointF, float], None]] = {
    "joint": _round,
    "held": _square,
    "thing": _diamond,
}
