"""What a solved body is: where every joint stands and how every part is turned."""

from __future__ import annotations

import math
from typing import NamedTuple

from painplanner.core.figure.body import ANKLE_HEIGHT, BALL, FOREARM, HAND, PALM, SHANK, THIGH, UPPER_ARM
from painplanner.core.figure.vector import Turn, Vec, dot, place
from painplanner.core.values import Impossible


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


def set_arm(body: Skeleton, side: str, upper: Turn, fore: Turn, palm: Turn) -> None:
    """Put the bones of an arm where their turns lead."""
    p, t = body.points, body.turns
    t[f"{side}_upper_arm"], t[f"{side}_forearm"], t[f"{side}_palm"] = upper, fore, palm
    p[f"{side}_elbow"] = place(p[f"{side}_shoulder"], upper, 0, -UPPER_ARM, 0)
    p[f"{side}_wrist"] = place(p[f"{side}_elbow"], fore, 0, -FOREARM, 0)
    p[f"{side}_hand"] = place(p[f"{side}_wrist"], palm, 0, -PALM, 0)
    p[f"{side}_fingers"] = place(p[f"{side}_wrist"], palm, 0, -HAND + 1, 0)


def set_leg(body: Skeleton, side: str, thigh: Turn, shank: Turn, foot: Turn) -> None:
    """Put the bones of a leg where their turns lead."""
    p, t = body.points, body.turns
    t[f"{side}_thigh"], t[f"{side}_shank"], t[f"{side}_foot"] = thigh, shank, foot
    p[f"{side}_knee"] = place(p[f"{side}_hip"], thigh, 0, -THIGH, 0)
    p[f"{side}_ankle"] = place(p[f"{side}_knee"], shank, 0, -SHANK, 0)
    ankle = p[f"{side}_ankle"]
    p[f"{side}_heel"] = place(ankle, foot, -3.2, -ANKLE_HEIGHT, 0)
    p[f"{side}_ball"] = place(ankle, foot, BALL, -ANKLE_HEIGHT, 0)
    p[f"{side}_sole"] = place(ankle, foot, 0, -ANKLE_HEIGHT, 0)
    p[f"{side}_toe"] = place(ankle, foot, 10.5, -3.0, 0)


def named(body: Skeleton, name: str) -> Vec:
    """Return a body point, and refuse what no body has."""
    if name not in body.points:
        raise Impossible("unknown-point", "point", point=name)
    return body.points[name]


def point(body: Skeleton, spot: str | tuple[float, ...]) -> Vec:
    """Return a named body point, or a place given as numbers."""
    if isinstance(spot, str):
        return named(body, spot)
    x, y, z, *_ = (*spot, 0.0, 0.0, 0.0)
    return (x, y, z)
