"""The picture vocabulary of figures and charts: areas, lines and words with a colour role, never a colour; photographs.

Units are the drawing's own, y points up, and a painter scales the whole to the place it is given.
A path is a tuple of points: 2 numbers draw a line to, 6 numbers a Bézier curve to; the first is where it starts.
"""

from __future__ import annotations

import math
from typing import Literal

import msgspec

Point = tuple[float, float]
Path = tuple[tuple[float, ...], ...]
Anchor = Literal["start", "middle", "end"]
Cap = Literal["butt", "round"]

_KAPPA = 0.5522847498


class Area(msgspec.Struct, frozen=True, tag="area"):
    """A closed outline: filled with a role, drawn round with a role, or both; an empty role leaves that out."""

    path: Path
    fill: str = ""
    line: str = ""
    width: float = 0.0


class Line(msgspec.Struct, frozen=True, tag="line"):
    """An open line or curve."""

    path: Path
    role: str
    width: float = 1.0
    cap: Cap = "round"
    dash: tuple[float, ...] = ()


class Text(msgspec.Struct, frozen=True, tag="text"):
    """One line of words on its baseline; `size` is in the drawing's units."""

    x: float
    y: float
    text: str
    role: str = "ink"
    size: float = 8.0
    anchor: Anchor = "start"
    bold: bool = False


class Photograph(msgspec.Struct, frozen=True, eq=False, tag="photograph"):
    """A JPEG in a box, lower left corner first; the content hash stands for its bytes wherever two are compared."""

    x: float
    y: float
    width: float
    height: float
    sha256: str
    data: bytes = b""

    @property
    def _key(self) -> tuple[object, ...]:
        return (self.x, self.y, self.width, self.height, self.sha256)

    def __eq__(self, other: object) -> bool:
        """Tell whether the other is the same photograph in the same place."""
        return isinstance(other, Photograph) and self._key == other._key

    def __hash__(self) -> int:
        """Return a number for place and content."""
        return hash(self._key)

    def __repr__(self) -> str:
        """Return place and content hash, and not a megabyte of bytes."""
        return f"Photograph{self._key}"


Shape = Area | Line | Text | Photograph


class Drawing(msgspec.Struct, frozen=True, cache_hash=True):
    """Shapes in painting order inside a box of `width` by `height`, with words for who cannot see it."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    alt: str = ""


def without_bytes(drawing: Drawing) -> Drawing:
    """Return an equal drawing that holds no bytes of a photograph: what is kept by drawing must not keep those."""
    if Photograph not in map(type, drawing.shapes):
        return drawing
    shapes = (msgspec.structs.replace(s, data=b"") if isinstance(s, Photograph) else s for s in drawing.shapes)
    return Drawing(drawing.width, drawing.height, tuple(shapes), drawing.alt)


def polygon(points: list[Point] | tuple[Point, ...]) -> Path:
    """Return the path through `points` with straight sides."""
    return tuple((x, y) for x, y in points)


def rectangle(x: float, y: float, width: float, height: float, radius: float = 0.0) -> Path:
    """Return a rectangle, with rounded corners when `radius` is given."""
    x1, y1 = x + width, y + height
    if radius <= 0:
        return ((x, y), (x1, y), (x1, y1), (x, y1))
    r = min(radius, width / 2, height / 2)
    k = r * (1 - _KAPPA)
    return (
        (x + r, y),
        (x1 - r, y),
        (x1 - k, y, x1, y + k, x1, y + r),
        (x1, y1 - r),
        (x1, y1 - k, x1 - k, y1, x1 - r, y1),
        (x + r, y1),
        (x + k, y1, x, y1 - k, x, y1 - r),
        (x, y + r),
        (x, y + k, x + k, y, x + r, y),
    )


def circle(x: float, y: float, radius: float) -> Path:
    """Return a circle."""
    return ellipse(x, y, radius, radius)


def ellipse(x: float, y: float, rx: float, ry: float) -> Path:
    """Return an upright ellipse."""
    a, b = rx * _KAPPA, ry * _KAPPA
    return (
        (x + rx, y),
        (x + rx, y + b, x + a, y + ry, x, y + ry),
        (x - a, y + ry, x - rx, y + b, x - rx, y),
        (x - rx, y - b, x - a, y - ry, x, y - ry),
        (x + a, y - ry, x + rx, y - b, x + rx, y),
    )


def curve_through(points: list[Point], *, closed: bool = False) -> Path:
    """Return a smooth path through `points` (Catmull-Rom, written as Bézier curves)."""
    count = len(points)
    if count < 3:
        return polygon(points)
    steps = count if closed else count - 1
    path: list[tuple[float, ...]] = [points[0]]
    for i in range(steps):
        p0, p1 = _neighbour(points, i - 1, closed), points[i]
        p2, p3 = points[(i + 1) % count], _neighbour(points, i + 2, closed)
        path.append(
            (
                p1[0] + (p2[0] - p0[0]) / 6,
                p1[1] + (p2[1] - p0[1]) / 6,
                p2[0] - (p3[0] - p1[0]) / 6,
                p2[1] - (p3[1] - p1[1]) / 6,
                p2[0],
                p2[1],
            )
        )
    return tuple(path)


def _neighbour(points: list[Point], i: int, closed: bool) -> Point:
    count = len(points)
    return points[i % count] if closed else points[max(0, min(count - 1, i))]


def arrowhead(tip: Point, angle: float, size: float) -> Path:
    """Return a filled arrowhead whose point is at `tip`; `angle` in radians is where it points."""
    back = [(-size, size * 0.52), (-size * 0.72, 0.0), (-size, -size * 0.52)]
    c, s = math.cos(angle), math.sin(angle)
    return ((tip[0], tip[1]), *((tip[0] + x * c - y * s, tip[1] + x * s + y * c) for x, y in back))


def moved(path: Path, scale: float, dx: float, dy: float, *, mirrored: float | None = None) -> Path:
    """Return a path scaled, then shifted, then mirrored about the middle of a width when one is given."""
    out: list[tuple[float, ...]] = []
    for numbers in path:
        row: list[float] = []
        for i in range(0, len(numbers), 2):
            x = numbers[i] * scale + dx
            row += (x if mirrored is None else mirrored - x, numbers[i + 1] * scale + dy)
        out.append(tuple(row))
    return tuple(out)


def points_of(path: Path) -> list[Point]:
    """Return every point of a path, control points included: their hull holds the curve."""
    return [(numbers[i], numbers[i + 1]) for numbers in path for i in range(0, len(numbers), 2)]
