"""Where a place of a photograph comes to lie when it is turned, and what a cut leaves of it; no widget here.

Places are pixels from the upper left corner, of the photograph as it was taken in or of the photograph as it is turned.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from painplanner.services.photographs import SHORTEST_SIDE, Framing

Size = tuple[float, float]
Spot = tuple[float, float]
UNCUT = Framing()
LEAST = SHORTEST_SIDE + 2
"""Pixels that a cut leaves at least: as many as are wanted however the edges are rounded."""
_SAME = 0.75
"""Pixels that an edge may lie beside another one and still be taken for it."""


class Box(NamedTuple):
    """What is left of a turned photograph, in its pixels."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def size(self) -> Size:
        """Return width and height."""
        return self.right - self.left, self.bottom - self.top

    @property
    def middle(self) -> Spot:
        """Return the middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


def turned_size(size: Size, framing: Framing) -> Size:
    """Return how large a photograph is once it is turned."""
    cos, sin = _turn(framing)
    width, height = size
    return abs(width * cos) + abs(height * sin), abs(width * sin) + abs(height * cos)


def to_turned(size: Size, framing: Framing, spot: Spot) -> Spot:
    """Return where a place of a photograph lies once it is turned."""
    return _carried(spot, size, turned_size(size, framing), _turn(framing))


def to_source(size: Size, framing: Framing, spot: Spot) -> Spot:
    """Return which place of a photograph lies at a place of the turned one."""
    cos, sin = _turn(framing)
    return _carried(spot, turned_size(size, framing), size, (cos, -sin))


def _turn(framing: Framing) -> tuple[float, float]:
    angle = math.radians(90 * framing.quarters + framing.degrees)
    return math.cos(angle), math.sin(angle)


def _carried(spot: Spot, old: Size, new: Size, turn: tuple[float, float]) -> Spot:
    cos, sin = turn
    x, y = spot[0] - old[0] / 2, spot[1] - old[1] / 2
    return x * cos - y * sin + new[0] / 2, x * sin + y * cos + new[1] / 2


# The cut


def box_of(size: Size, framing: Framing) -> Box:
    """Return what is left of a turned photograph."""
    wide, high = turned_size(size, framing)
    return Box(framing.left * wide, framing.top * high, framing.right * wide, framing.bottom * high)


def with_box(size: Size, framing: Framing, box: Box) -> Framing:
    """Return a framing that leaves a box, as far as there is a photograph, and never too little of it."""
    wide, high = turned_size(size, framing)
    left, right = _kept(box.left, box.right, wide)
    top, bottom = _kept(box.top, box.bottom, high)
    return framing._replace(left=left / wide, top=top / high, right=right / wide, bottom=bottom / high)


def _kept(low: float, high: float, room: float) -> tuple[float, float]:
    low, high = max(0.0, min(low, room)), max(0.0, min(high, room))
    lacking = min(LEAST, room) - (high - low)
    if lacking > 0:
        low = max(0.0, min(low - lacking / 2, room - LEAST))
        high = min(room, low + LEAST)
    return low, high


def with_edges_moved(size: Size, framing: Framing, edges: str, by: Spot) -> Framing:
    """Return a framing whose named edges ("left", "bottom_right") are moved; the others stay where they are."""
    box = box_of(size, framing)
    wide, high = turned_size(size, framing)
    left, top, right, bottom = box
    least_wide, least_high = min(LEAST, wide), min(LEAST, high)
    if "left" in edges:
        left = min(max(0.0, left + by[0]), right - least_wide)
    if "right" in edges:
        right = max(min(wide, right + by[0]), left + least_wide)
    if "top" in edges:
        top = min(max(0.0, top + by[1]), bottom - least_high)
    if "bottom" in edges:
        bottom = max(min(high, bottom + by[1]), top + least_high)
    return with_box(size, framing, Box(left, top, right, bottom))


# Turning


def quarter_turned(framing: Framing, quarters: int) -> Framing:
    """Return a framing turned on by quarters clockwise; what was cut off stays cut off."""
    for _one in range(quarters % 4):
        framing = Framing(
            (framing.quarters + 1) % 4,
            framing.degrees,
            left=1 - framing.bottom,
            top=framing.left,
            right=1 - framing.top,
            bottom=framing.right,
        )
    return framing


def straightened(size: Size, framing: Framing, degrees: float) -> Framing:
    """Return a framing with another free turn, cut no more than is needed for no corner to be bare."""
    before, turned = box_of(size, framing), framing._replace(degrees=degrees)
    if _is_same(before, widest_box(size, framing)):
        return with_box(size, turned, widest_box(size, turned))
    middle = to_source(size, framing, before.middle)
    share = _share_inside(size, turned, middle, before.size)
    wide, high = before.size
    return with_box(size, turned, _around(to_turned(size, turned, middle), wide * share, high * share))


def _share_inside(size: Size, framing: Framing, middle: Spot, box: Size) -> float:
    """Return how much of a box around a place of the photograph keeps all four corners on it."""
    cos, sin = _turn(framing)
    share = 1.0
    for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
        to_corner = (x * box[0] * cos + y * box[1] * sin) / 2, (y * box[1] * cos - x * box[0] * sin) / 2
        for at, way, room in zip(middle, to_corner, size, strict=True):
            edge = room if way > 0 else 0.0
            if abs(way) > abs(edge - at):
                share = min(share, (edge - at) / way)
    return max(0.0, share)


class Straightening:
    """Remembers the cut from before a row of free turns, so that turning back gives all of it back."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._began, self._made = UNCUT, UNCUT

    def turned(self, size: Size, framing: Framing, degrees: float) -> Framing:
        """Return a framing with another free turn, from where the row of turns began."""
        if framing != self._made:
            self._began = framing
        self._made = straightened(size, self._began, degrees)
        return self._made


def uncut(size: Size, framing: Framing) -> Framing:
    """Return a framing that leaves as much as can be without a bare corner."""
    return with_box(size, framing, widest_box(size, framing))


def is_uncut(size: Size, framing: Framing) -> bool:
    """Tell whether a framing leaves as much as can be."""
    return _is_same(box_of(size, framing), widest_box(size, framing))


def widest_box(size: Size, framing: Framing) -> Box:
    """Return the largest box of a turned photograph that has no bare corner."""
    wide, high = turned_size(size, framing)
    if not framing.degrees % 90:
        return Box(0.0, 0.0, wide, high)
    upright = size if framing.quarters % 2 == 0 else (size[1], size[0])
    return _around((wide / 2, high / 2), *_inside(*upright, math.radians(framing.degrees)))


def _inside(width: float, height: float, angle: float) -> Size:
    """Return the largest upright rectangle inside a turned one: by its corners where it is slim, else by all sides."""
    sin, cos = abs(math.sin(angle)), abs(math.cos(angle))
    long, short = max(width, height), min(width, height)
    if short <= 2 * sin * cos * long or abs(sin - cos) < 1e-9:
        half = short / 2
        return (half / sin, half / cos) if width >= height else (half / cos, half / sin)
    double = cos * cos - sin * sin
    return (width * cos - height * sin) / double, (height * cos - width * sin) / double


def _around(middle: Spot, wide: float, high: float) -> Box:
    return Box(middle[0] - wide / 2, middle[1] - high / 2, middle[0] + wide / 2, middle[1] + high / 2)


def _is_same(one: Box, other: Box) -> bool:
    return all(abs(a - b) < _SAME for a, b in zip(one, other, strict=True))
