"""Arrows on top of a photograph: the same arrows as on a drawn figure, with a light edge so that any ground shows them.

Places are in thousandths of the picture, from its lower left corner, so that they stay where they are at any size.
"""

from __future__ import annotations

import math

from painplanner.core.drawing import Area, Drawing, Line, Point, Shape
from painplanner.core.figure.marks import STROKE, arrow
from painplanner.core.values import Value, whole

WIDTH = 200.0
"""The width of the drawing over a photograph, in the units of a figure: arrows are as thick on both."""
SHORTEST = 40
_EDGE = 1.6
_STEPS = 12


class PhotoArrow(Value, frozen=True, kw_only=True):
    """An arrow from a place to another; its middle stands out to the left of the way by `bend`, in thousandths."""

    x0: int
    y0: int
    x1: int
    y1: int
    bend: int = 0

    def __post_init__(self) -> None:
        """Refuse what lies outside the picture."""
        for field in ("x0", "y0", "x1", "y1"):
            whole(self, field, 0, 1000)
        whole(self, "bend", -500, 500)

    @property
    def is_seen(self) -> bool:
        """Tell whether it is long enough to point anywhere: a click without a drag is not."""
        return math.hypot(self.x1 - self.x0, self.y1 - self.y0) >= SHORTEST


def arrows_drawn(arrows: tuple[PhotoArrow, ...], width: int, height: int, alt: str = "") -> Drawing:
    """Return the arrows as a drawing that lies over a photograph of this many pixels."""
    high = WIDTH * height / width
    shapes = [shape for one in arrows if one.is_seen for shape in _edged(arrow(_way(one, high)))]
    return Drawing(WIDTH, high, tuple(shapes), alt)


def _way(one: PhotoArrow, high: float) -> list[Point]:
    """Return places along an arrow: straight, or along a parabola through its bend."""
    (x0, y0), (x1, y1) = _spot(one.x0, one.y0, high), _spot(one.x1, one.y1, high)
    out = one.bend / 1000 * WIDTH
    long = math.hypot(x1 - x0, y1 - y0)
    aside = (-(y1 - y0) / long, (x1 - x0) / long)
    spots: list[Point] = []
    for i in range(_STEPS + 1):
        t = i / _STEPS
        far = 4 * t * (1 - t) * out
        spots.append((x0 + (x1 - x0) * t + aside[0] * far, y0 + (y1 - y0) * t + aside[1] * far))
    return spots


def _spot(x: int, y: int, high: float) -> Point:
    return x / 1000 * WIDTH, y / 1000 * high


def _edged(shapes: list[Shape]) -> list[Shape]:
    """Put each shape on a wider light one; all edges lie below all colours."""
    edges: list[Shape] = []
    for shape in shapes:
        if isinstance(shape, Line):
            edges.append(Line(shape.path, "background", STROKE + 2 * _EDGE))
        elif isinstance(shape, Area):
            edges.append(Area(shape.path, "background", "background", 2 * _EDGE))
    return [*edges, *shapes]
