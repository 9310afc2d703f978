"""The paper on which an explaining picture is drawn: outlines first, then fills, cords over them, labels with leaders.

A unit is a point at the printed size, so words of `SIZE` stay readable however the picture is used. The words come in
from outside by their role; a line break in them is a line break in the picture.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from painplanner.core.drawing import (
    Anchor,
    Area,
    Drawing,
    Line,
    Path,
    Point,
    Shape,
    Text,
    arrowhead,
    circle,
    curve_through,
)

Words = Mapping[str, str]
WIDTH, HEIGHT = 300.0, 190.0
SIZE = 12.0
LEADING = 14.0
OUTLINE = 0.9
_HALO = 2.6
_LEADER = 0.8
_DOT = 1.7
_RISE = 4.0
"""From a baseline to the middle of its small letters."""
Side = Literal["left", "right"]


def round_shape(*points: Point) -> Path:
    """Return a closed smooth outline."""
    return curve_through(list(points), closed=True)


class Sketch:
    """Shapes in painting order, with the words that belong to them."""

    def __init__(self, words: Words) -> None:
        """Start with an empty paper."""
        self._words = words
        self._shapes: list[Shape] = []
        self._labels: list[Shape] = []

    def solid(self, *pieces: tuple[Path, str]) -> None:
        """Draw the outlines of some pieces, then their fills: pieces that touch have no seam."""
        self._shapes += [Area(path, line="ink", width=2 * OUTLINE) for path, _role in pieces]
        self._shapes += [Area(path, fill=role) for path, role in pieces]

    def apart(self, *pieces: tuple[Path, str]) -> None:
        """Draw pieces each with its whole outline, one over the other."""
        for piece in pieces:
            self.solid(piece)

    def cord(self, points: list[Point], role: str, width: float) -> None:
        """Draw something long and thin, such as a nerve, with an outline."""
        path = curve_through(points)
        self._shapes += [Line(path, "ink", width + 2 * OUTLINE), Line(path, role, width)]

    def stroke(self, path: Path, role: str = "ink", width: float = OUTLINE, dash: tuple[float, ...] = ()) -> None:
        """Draw a bare line."""
        self._shapes.append(Line(path, role, width, dash=dash))

    def fill(self, path: Path, role: str) -> None:
        """Fill an outline without drawing it."""
        self._shapes.append(Area(path, fill=role))

    def head(self, tip: Point, angle: float, size: float, role: str) -> None:
        """Draw the head of an arrow."""
        self._shapes.append(Area(arrowhead(tip, angle, size), fill=role))

    def write(
        self, role: str, x: float, y: float, anchor: Anchor = "start", *, bold: bool = False, ink: str = "text"
    ) -> None:
        """Write words whose first line stands on y."""
        for n, line in enumerate(self._words[role].split("\n")):
            self._labels.append(Text(x, y - n * LEADING, line, ink, SIZE, anchor, bold))

    def label(self, role: str, x: float, y: float, side: Side, to: Point) -> None:
        """Write words that stand at the left or right of the picture, with a leader from their edge to a spot."""
        lines = self._words[role].count("\n")
        from_x = x + 4 if side == "left" else x - 4
        leader = ((from_x, y + _RISE - lines * LEADING / 2), to)
        # A light line below the dark one keeps it clear of whatever it crosses.
        self._labels += [Line(leader, "background", _HALO), Line(leader, "text", _LEADER)]
        self._labels += [Area(circle(*to, _DOT + 0.8), fill="background"), Area(circle(*to, _DOT), fill="text")]
        self.write(role, x, y, "end" if side == "left" else "start")

    def drawing(self, alt: str) -> Drawing:
        """Return the picture with its words on top."""
        return Drawing(WIDTH, HEIGHT, (*self._shapes, *self._labels), alt)
