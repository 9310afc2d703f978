"""What a solved body is: where every joint stands and how every part is turned."""

from __future__ import annotations

import math
from typing import NamedTuple

from painplanner.core.figure.vector import Turn, Vec, dot


class Skeleton(NamedTuple):
    """Where every joint is, how every part is turned, how toes and fingers bend and the jaw opens (degrees).

    `breath` and `arch` are shares: of a full breath in, and of how high the foot's arch can be drawn.
    """

    points: dict[str, Vec]
    turns: dict[str, Turn]
    toes: dict[str, float]
    breath: float
    jaw: float
    fingers: dict[str, Vec]
    arch: dict[str, float]


def ankle_flexion(turns: dict[str, Turn], side: str) -> float:
    """Return how far a foot is drawn up."""
    shank, foot = turns[f"{side}_shank"], turns[f"{side}_foot"]
    return math.degrees(math.atan2(dot(foot[0], shank[1]), dot(foot[0], shank[0])))
