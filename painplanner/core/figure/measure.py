"""How far each joint really stands, in the terms of the clinic: what tests and the movement's sign go by."""

from __future__ import annotations

import math
from collections.abc import Callable

from painplanner.core.figure.body import CHEST_AT, SHOULDER_AT, SHOULDER_HALF
from painplanner.core.figure.bones import Skeleton, ankle_flexion
from painplanner.core.figure.vector import Turn, Vec, across, cross, dot, mul, sub, unit
from painplanner.core.figure.wrists import arm_turns
from painplanner.core.values import Impossible

_CLAVICLE = 8.1
"""From the breastbone to the shoulder."""


def angle(body: Skeleton, joint: str) -> float:
    """Return the angle of a joint as it really stands, in the terms of the clinic (degrees, flexion positive).

    `breath` and `arch` are shares in percent, `fingers` the total active motion of the middle finger.
    """
    if joint in _MIDDLE:
        return _MIDDLE[joint](body)
    side, _, name = joint.partition("_")
    if side in {"left", "right"} and name in _PAIRED:
        return _PAIRED[name](body, side, 1.0 if side == "right" else -1.0)
    raise Impossible("unknown-joint", "joint", joint=joint)


def _flexion(parent: Turn, direction: Vec, upward: float) -> float:
    """Return how far a direction is swung forward from the parent's up (1) or down (-1)."""
    return math.degrees(math.atan2(dot(direction, parent[0]), upward * dot(direction, parent[1])))


def _down(turn: Turn) -> Vec:
    return mul(turn[1], -1.0)


def _leaning(share: float) -> float:
    return math.degrees(math.asin(max(-1.0, min(1.0, share))))


def _bend(part: str, parent: str) -> Callable[[Skeleton], float]:
    return lambda body: _flexion(body.turns[parent], body.turns[part][1], 1.0)


def _side_bend(part: str, parent: str) -> Callable[[Skeleton], float]:
    """Return the measure of a bend to the right."""
    return lambda body: _leaning(dot(body.turns[part][1], body.turns[parent][2]))


def _turn(part: str, parent: str) -> Callable[[Skeleton], float]:
    """Return the measure of a turn to the right."""

    def turn(body: Skeleton) -> float:
        ahead, own = body.turns[part][0], body.turns[parent]
        return math.degrees(math.atan2(dot(ahead, own[2]), dot(ahead, own[0])))

    return turn


def _shoulder_turn(body: Skeleton, side: str, sign: float) -> float:
    ahead, chest = body.turns[f"{side}_upper_arm"][0], body.turns["thorax"]
    return math.degrees(math.atan2(dot(ahead, chest[2]) * sign, dot(ahead, chest[0])))


def _shoulder_abduction(body: Skeleton, side: str, sign: float) -> float:
    way, chest = _down(body.turns[f"{side}_upper_arm"]), body.turns["thorax"]
    return math.degrees(math.atan2(dot(way, chest[2]) * sign, -dot(way, chest[1])))


def _about_own_length(limb: Turn, parent: Turn) -> tuple[float, float]:
    """Return how far a limb's forward has turned about its length, towards the parent's right and its front."""
    right = unit(across(parent[2], limb[1]), limb[2])
    return dot(limb[0], right), dot(limb[0], cross(limb[1], right))


def _hip_turn(body: Skeleton, side: str, sign: float) -> float:
    out, ahead = _about_own_length(body.turns[f"{side}_thigh"], body.turns["pelvis"])
    return math.degrees(math.atan2(out * sign, ahead))


def _hand(which: int) -> Callable[[Skeleton, str, float], float]:
    """Return the measure of a hand on its arm: palm down from thumb up, flexion, tilt to the thumb."""

    def measured(body: Skeleton, side: str, sign: float) -> float:
        upper, fore, palm = (body.turns[f"{side}_{part}"] for part in ("upper_arm", "forearm", "palm"))
        return arm_turns(upper, fore, palm, sign)[which]

    return measured


def _blade_way(body: Skeleton, side: str, sign: float) -> Vec:
    """Return how far a shoulder has come forward and up from where it hangs."""
    chest = body.turns["thorax"]
    off = sub(body.points[f"{side}_shoulder"], body.points["thorax"])
    ahead, up, out = dot(off, chest[0]) + 0.4, dot(off, chest[1]) - (SHOULDER_AT - CHEST_AT), dot(off, chest[2]) * sign
    return (ahead, up, out - SHOULDER_HALF)


_MIDDLE: dict[str, Callable[[Skeleton], float]] = {
    "lumbar": _bend("lumbar", "pelvis"),
    "thorax": _bend("thorax", "lumbar"),
    "neck": _bend("neck", "thorax"),
    "head": _bend("head", "neck"),
    "neck_side": _side_bend("head", "thorax"),
    "neck_turn": _turn("head", "thorax"),
    "trunk_side": _side_bend("thorax", "pelvis"),
    "trunk_turn": _turn("thorax", "pelvis"),
    "pelvis": lambda body: _leaning(body.turns["pelvis"][1][0]),
    "pelvis_side": lambda body: _leaning(body.turns["pelvis"][1][1]),
    "breath": lambda body: body.breath * 100,
    "jaw": lambda body: body.jaw,
}
_PAIRED: dict[str, Callable[[Skeleton, str, float], float]] = {
    "hip": lambda body, side, _: _flexion(body.turns["pelvis"], _down(body.turns[f"{side}_thigh"]), -1.0),
    "hip_abduction": lambda body, side, sign: _leaning(
        -dot(body.turns[f"{side}_thigh"][1], body.turns["pelvis"][2]) * sign
    ),
    "hip_turn": _hip_turn,
    "knee": lambda body, side, _: -_flexion(body.turns[f"{side}_thigh"], _down(body.turns[f"{side}_shank"]), -1.0),
    "ankle": lambda body, side, _: ankle_flexion(body.turns, side),
    "toes": lambda body, side, _: body.toes[side],
    "arch": lambda body, side, _: body.arch[side] * 100,
    "blade": lambda body, side, sign: math.degrees(math.atan2(_blade_way(body, side, sign)[1], _CLAVICLE)),
    "blade_forward": lambda body, side, sign: math.degrees(math.atan2(_blade_way(body, side, sign)[0], _CLAVICLE)),
    "shoulder": lambda body, side, _: _flexion(body.turns["thorax"], _down(body.turns[f"{side}_upper_arm"]), -1.0),
    "shoulder_abduction": _shoulder_abduction,
    "shoulder_turn": _shoulder_turn,
    "elbow": lambda body, side, _: _flexion(
        body.turns[f"{side}_upper_arm"], _down(body.turns[f"{side}_forearm"]), -1.0
    ),
    "forearm": _hand(0),
    "wrist": _hand(1),
    "wrist_side": _hand(2),
    "fingers": lambda body, side, _: sum(body.fingers[side]),
}
