"""Small signs drawn as shapes, never as glyphs: the box to tick, the disc of a number, the octagon of stop."""

from __future__ import annotations

import math
from collections.abc import Iterable

from painplanner.core.drawing import Path, circle, polygon
from painplanner.core.palette import Palette, rgb
from painplanner.documents.pdf.drawing_painter import number
from painplanner.documents.pdf.pen import shape_operators

BLACK = "0 0 0"
WHITE = "1 1 1"
RED = "0.702 0.149 0.118"


def tick_box(x: float, y: float, size: float) -> str:
    """Return the operators of an empty box to tick with its lower left corner at x and y."""
    return tick_boxes(((x, y),), size)


def tick_boxes(places: Iterable[tuple[float, float]], size: float) -> str:
    """Return the operators of many boxes to tick, each with its lower left corner at a place."""
    boxes = " ".join(f"{x:.2f} {y:.2f} {size:g} {size:g} re" for x, y in places)
    return f"q 0 G {max(0.9, size / 14):.2f} w 0 j {boxes} S Q"


def dot(x: float, y: float, size: float) -> str:
    """Return the operators of the dot of a list for type of a size."""
    return shape_operators(circle(x, y, size * 0.17), fill=BLACK)


def disc(x: float, y: float, radius: float) -> str:
    """Return the operators of the disc behind a number."""
    return shape_operators(circle(x, y, radius), fill=BLACK)


def octagon(x: float, y: float, size: float, *, colour: str = RED) -> str:
    """Return the operators of the stop sign, its centre at x and y, with a white line inside its edge."""
    outer = shape_operators(_octagon(x, y, size / 2), fill=colour)
    return outer + " " + shape_operators(_octagon(x, y, size / 2 - size * 0.055), stroke=WHITE, width=size * 0.03)


def _octagon(x: float, y: float, radius: float) -> Path:
    reach = radius / math.cos(math.pi / 8)
    corners = ((2 * n + 1) * math.pi / 8 for n in range(8))
    return polygon([(x + reach * math.cos(a), y + reach * math.sin(a)) for a in corners])


def accent(colours: Palette) -> str:
    """Return the one accent of a paper as operators write it."""
    return colour(colours["accent"])


def colour(value: str) -> str:
    """Return a colour of a palette as operators write it."""
    return " ".join(number(part / 255) for part in rgb(value))
