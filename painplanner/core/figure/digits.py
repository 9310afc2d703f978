"""Fingers, thumb and toes as chains of joints: how each pose of the hand bends them, and where that puts them.

Lengths in hundredths of stature after Buryanov & Kotiuk 2010 (finger bones) and Garrett 1971 (breadths), rounded for
drawing; the bends are those of the tendon glides (Wehbé 1987): straight, hook, fist, tabletop, straight fist.
"""

from __future__ import annotations

import math
from types import MappingProxyType
from typing import NamedTuple

from painplanner.core.figure.vector import Turn, Vec, add, dot, length, lerp, mul, place, sub, unit

Bends = tuple[float, float, float]
"""Flexion of knuckle, middle joint and end joint in degrees."""


class Digit(NamedTuple):
    """A finger: where its knuckle is on the palm (to the thumb, along), its three bones, its radius, how it spreads."""

    across: float
    along: float
    bones: tuple[float, float, float]
    radius: float
    spread: float


class HandPose(NamedTuple):
    """Bends of the fingers (the index finger may differ), how far they spread, and where the thumb's tip goes."""

    fingers: Bends
    spread: float
    thumb: Vec
    """Towards the thumb, along the fingers, out of the palm."""
    pointing: Bends | None = None


FINGERS = (
    Digit(1.72, 5.0, (2.25, 1.45, 1.0), 0.62, 1.0),
    Digit(0.58, 5.25, (2.5, 1.65, 1.05), 0.64, 0.2),
    Digit(-0.56, 5.0, (2.3, 1.55, 1.0), 0.6, -0.5),
    Digit(-1.62, 4.4, (1.8, 1.1, 0.9), 0.53, -1.4),
)
"""From the index to the little finger."""
THUMB_ROOT: Vec = (1.35, 1.1, 0.5)
THUMB_BONES = (2.5, 3.1)
THUMB_RADII = (1.05, 0.86, 0.68)

HAND_POSES = MappingProxyType(
    {
        "open": HandPose((10.0, 14.0, 8.0), 3.0, (4.3, 4.9, 1.0)),
        "flat": HandPose((0.0, 0.0, 0.0), 2.0, (3.3, 5.4, 0.4)),
        "wide": HandPose((-6.0, 3.0, 2.0), 13.0, (5.4, 3.9, 0.3)),
        "hook": HandPose((0.0, 98.0, 62.0), 0.0, (3.3, 4.9, 0.8)),
        "fist": HandPose((84.0, 98.0, 62.0), 0.0, (0.2, 4.4, 2.9), (80.0, 96.0, 58.0)),
        "tabletop": HandPose((86.0, 0.0, 0.0), 0.0, (3.0, 5.2, 1.0)),
        "straight_fist": HandPose((86.0, 96.0, 4.0), 0.0, (2.9, 4.8, 1.4)),
        "pinch": HandPose((48.0, 44.0, 22.0), 3.0, (1.9, 6.6, 3.6), (46.0, 52.0, 14.0)),
        "grip": HandPose((52.0, 58.0, 34.0), 1.0, (1.2, 5.2, 3.6)),
    }
)


def bends_of(hand: str) -> Bends:
    """Return how the fingers bend in a pose of the hand."""
    return HAND_POSES[hand].fingers


def finger(wrist: Vec, palm: Turn, out: float, digit: Digit, bends: Bends, spread: float) -> list[Vec]:
    """Return knuckle, two joints and tip of a finger; `out` is the sign of the way out of the palm."""
    spots = [place(wrist, palm, digit.across, -digit.along, 0)]
    side = math.radians(spread * digit.spread * math.cos(math.radians(min(90.0, max(0.0, bends[0])))))
    straight = add(mul(palm[1], -math.cos(side)), mul(palm[0], math.sin(side)))
    outward, bend = mul(palm[2], out), 0.0
    for bone, more in zip(digit.bones, bends, strict=True):
        bend += more
        a = math.radians(bend)
        way = add(mul(straight, math.cos(a)), mul(outward, math.sin(a)))
        spots.append(add(spots[-1], mul(way, bone)))
    return spots


def thumb(wrist: Vec, palm: Turn, out: float, tip: Vec) -> list[Vec]:
    """Return root, knuckle, middle joint and tip of the thumb, whose tip reaches for a place (across, along, out)."""
    root = place(wrist, palm, THUMB_ROOT[0], -THUMB_ROOT[1], THUMB_ROOT[2] * out)
    goal = place(wrist, palm, tip[0], -tip[1], tip[2] * out)
    first, second = THUMB_BONES
    way = sub(goal, root)
    far = max(abs(first - second) + 0.6, min(first + second - 0.05, length(way)))
    axis = unit(way)
    along = (first * first - second * second + far * far) / (2 * far)
    off = math.sqrt(max(0.0, first * first - along * along))
    pole = unit(sub(add(palm[0], mul(palm[2], out * 0.35)), mul(axis, dot(palm[0], axis))))
    knuckle = add(add(root, mul(axis, along)), mul(pole, off))
    end = add(root, mul(axis, far))
    middle = add(lerp(knuckle, end, 0.56), mul(pole, 0.18))
    return [root, knuckle, middle, end]


class Toe(NamedTuple):
    """A toe: where its knuckle is on the foot (ahead, outwards), its two bones and its radius."""

    ahead: float
    outward: float
    bones: tuple[float, float]
    radius: float


TOES = (
    Toe(7.0, -1.5, (1.7, 1.5), 0.86),
    Toe(7.2, -0.3, (1.6, 1.1), 0.6),
    Toe(6.9, 0.6, (1.45, 1.0), 0.56),
    Toe(6.3, 1.4, (1.25, 0.9), 0.53),
    Toe(5.5, 2.1, (1.05, 0.8), 0.5),
)
"""From the big toe to the little one."""
SOLE = -3.9


def toe(ankle: Vec, foot: Turn, outward: float, one: Toe, bend: float) -> list[Vec]:
    """Return knuckle, joint and tip of a toe; `bend` above zero draws it up, below zero curls it in (degrees)."""
    start = place(ankle, foot, one.ahead, SOLE + one.radius + 0.25, one.outward * outward)
    first = bend if bend > 0 else -0.45 * bend
    second = bend * 0.9 if bend > 0 else bend * 1.1
    spots = [start]
    for bone, angle in zip(one.bones, (first, second), strict=True):
        a = math.radians(angle)
        spots.append(place(spots[-1], foot, bone * math.cos(a), bone * math.sin(a), 0))
    return spots
