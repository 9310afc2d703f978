"""Arrows on top of a photograph: the same arrows as on a drawn figure, with a light edge so that any ground shows them.

Places are in thousandths of the picture, from its lower left corner, so that they stay where they are at any size.
"""

from __future__ import annotations

import math

from painplanner.core.drawing import Area, Drawing, Line, Point, Shape
from painplanner.core.figure.marks import STROKE, arrow
from painplanner.core.figure.placeholder import HEIGHT, WIDTH
from painplanner.core.figure.scene import USUAL
from painplanner.core.figure.value import PhotoArrow

_EDGE = 1.0
_STEPS = 12


def arrows_drawn(arrows: tuple[PhotoArrow, ...], width: int, height: int, alt: str = "") -> Drawing:
    """Return the arrows as a drawing that lies over a photograph of this many pixels.

    A figure's box that holds the photograph is `USUAL` times as large as the drawing: arrows are as thick on both.
    """
    share = min(WIDTH / width, HEIGHT / height) / USUAL
    size = (width * share, height * share)
    shapes = [shape for one in arrows if one.is_seen for shape in _edged(arrow(_way(one, size)))]
    return Drawing(*size, tuple(shapes), alt)


def _way(one: PhotoArrow, size: Point) -> list[Point]:
    """Return places along an arrow: straight, or along a parabola through its bend."""
    (x0, y0), (x1, y1) = _spot(one.x0, one.y0, size), _spot(one.x1, one.y1, size)
    out = one.bend / 1000 * size[0]
    long = math.hypot(x1 - x0, y1 - y0)
    aside = (-(y1 - y0) / long, (x1 - x0) / long)
    spots: list[Point] = []
    for i in range(_STEPS + 1):
        t = i / _STEPS
        far = 4 * t * (1 - t) * out
        spots.append((x0 + (x1 - x0) * t + aside[0] * far, y0 + (y1 - y0) * t + aside[1] * far))
    return spots


def _spot(x: int, y: int, size: Point) -> Point:
    return x / 1000 * size[0], y / 1000 * size[1]


def _edged(shapes: list[Shape]) -> list[Shape]:
    """Put each shape on a wider light one; all edges lie below all colours."""
    edges: list[Shape] = []
    for shape in shapes:
        if isinstance(shape, Line):
            edges.append(Line(shape.path, "background", STROKE + 2 * _EDGE))
        elif isinstance(shape, Area):
            edges.append(Area(shape.path, "background", "background", 2 * _EDGE))
    return [*edges, *shapes]
