"""What the painted lists of the composer share beyond the kit: the colour of a purpose, the sign of a checkpoint."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from painplanner.core.plan import Purpose
from painplanner.gui.widgets.look import ELIDE, LEFT, RIGHT, Look, draw_picture, draw_ring, draw_tag, write

__all__ = [
    "ELIDE",
    "LEFT",
    "RIGHT",
    "Look",
    "draw_diamond",
    "draw_picture",
    "draw_ring",
    "draw_tag",
    "purpose_role",
    "write",
]


def purpose_role(purpose: Purpose | None) -> str:
    """Return the role of the colour that carries a purpose."""
    return purpose.value if purpose is not None else "border"


def draw_diamond(painter: QPainter, look: Look, middle: QPointF, radius: float, role: str = "text") -> None:
    """Draw the sign of a checkpoint."""
    x, y = middle.x(), middle.y()
    points = [QPointF(x, y - radius), QPointF(x + radius, y), QPointF(x, y + radius), QPointF(x - radius, y)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(role))
    painter.drawPolygon(QPolygonF(points))
