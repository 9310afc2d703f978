"""Where a word finds room beside a curve: of some places the first with nothing in it, else the one with least."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

Spot = tuple[float, float]


@dataclass(frozen=True)
class Ground:
    """What is drawn already: curves as runs of dots so wide, and upright lines."""

    runs: tuple[tuple[Spot, ...], ...]
    uprights: tuple[float, ...] = ()
    dot: float = 0.0


def freest(places: Iterable[Spot], wide: float, high: float, ground: Ground) -> Spot:
    """Return the lower right corner of a word among the places it may have."""
    return min(places, key=lambda place: _met(place[0] - wide, place[0], place[1], place[1] + high, ground))


def _met(left: float, right: float, low: float, top: float, ground: Ground) -> int:
    """Count the dots, lines and uprights that a box would lie on."""
    dot, found = ground.dot, 0
    for run in ground.runs:
        found += sum(left - dot < x < right + dot and low - dot < y < top + dot for x, y in run)
        found += sum(_crosses(pair, (left, right), (low, top)) for pair in pairwise(run))
    return found + sum(left < x < right for x in ground.uprights)


def _crosses(line: Sequence[Spot], across: Spot, up: Spot) -> bool:
    """Tell whether a line between two dots runs through a box."""
    (x0, y0), (x1, y1) = line
    left, right = max(x0, across[0]), min(x1, across[1])
    if left >= right:
        return False
    heights = [y0 + (y1 - y0) * (x - x0) / (x1 - x0) for x in (left, right)]
    return max(heights) > up[0] and min(heights) < up[1]
