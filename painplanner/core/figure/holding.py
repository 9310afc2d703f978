"""Hands, feet and ankles are brought to where they are held: two bones reach, the middle joint bends the way it can."""

from __future__ import annotations

import math

from painplanner.core.figure.body import ANKLE_HEIGHT, BALL, FOREARM, PALM, SHANK, THIGH, UPPER_ARM
from painplanner.core.figure.bones import Skeleton, ankle_flexion, named, point, set_arm, set_leg
from painplanner.core.figure.pose import SIDES
from painplanner.core.figure.value import Pin
from painplanner.core.figure.vector import (
    Turn,
    Vec,
    across,
    add,
    cross,
    frame_from,
    length,
    mul,
    place,
    sub,
    turned,
    unit,
)
from painplanner.core.figure.wrists import allowed
from painplanner.core.values import Impossible


def hold(body: Skeleton, pin: Pin) -> None:
    """Bring a hand, foot or ankle to where it is held."""
    side, _, part = pin.part.partition("_")
    if side not in SIDES or part not in _HOLDS:
        raise Impossible("unknown-part", "part", part=pin.part)
    _HOLDS[part](body, pin, side)


def _target(body: Skeleton, pin: Pin, default: Vec) -> Vec:
    if isinstance(pin.at, str):
        return add(named(body, pin.at), point(body, pin.by))
    given = pin.at
    return (given[0], given[1] if len(given) > 1 else default[1], given[2] if len(given) > 2 else default[2])


def _hold_foot(body: Skeleton, pin: Pin, side: str) -> None:
    p, t = body.points, body.turns
    hip = p[f"{side}_hip"]
    sole = _target(body, pin, (0.0, 0.0, hip[2]))
    ahead = unit(point(body, pin.points)) if pin.points else _level(t["pelvis"])
    level = frame_from((0.0, 1.0, 0.0), ahead)
    foot = turned(level, level[2], -pin.lift - pin.slope)
    ball = place(sole, level, BALL, 0, 0)
    ankle = place(ball, foot, -BALL, ANKLE_HEIGHT, 0)
    body.toes[side] = pin.lift or body.toes[side]
    pole = point(body, pin.bend) if pin.bend else add(mul(foot[0], 1.0), mul(t["pelvis"][0], 0.6))
    knee, ankle = reach(hip, ankle, THIGH, SHANK, pole)
    ahead = _bend_way(hip, knee, ankle, pole)
    set_leg(body, side, frame_from(sub(hip, knee), ahead), frame_from(sub(knee, ankle), ahead), foot)


def _level(turn: Turn) -> Vec:
    """Return where a body's front, or for a lying body its feet, point along the floor."""
    ahead = turn[0] if abs(turn[0][1]) < 0.75 else mul(turn[1], 1.0 if turn[0][1] < 0 else -1.0)
    return unit((ahead[0], 0.0, ahead[2]))


def _hold_hand(body: Skeleton, pin: Pin, side: str) -> None:
    """Bring a hand to a place; a wrist that cannot turn as far as is asked turns as far as it can."""
    p, t = body.points, body.turns
    sign = 1.0 if side == "right" else -1.0
    shoulder = p[f"{side}_shoulder"]
    target = _target(body, pin, (0.0, 0.0, shoulder[2]))
    fingers = unit(point(body, pin.points)) if pin.points else unit(sub(target, shoulder))
    normal = unit(point(body, pin.palm)) if pin.palm else None
    f, u, r = t["thorax"]
    pole = point(body, pin.bend) if pin.bend else add(add(mul(u, -1.0), mul(f, -0.45)), mul(r, 0.35 * sign))
    _, fore = _arm_to(shoulder, sub(target, mul(fingers, PALM)), pole)
    thumb = mul(cross(fingers, normal or mul(fore[2], -sign)), sign)
    asked = frame_from(mul(fingers, -1.0), thumb)
    set_arm(body, side, *_settled(shoulder, target, pole, asked, sign))


def _settled(shoulder: Vec, target: Vec, pole: Vec, palm: Turn, sign: float) -> tuple[Turn, Turn, Turn]:
    """Return upper arm, forearm and hand once they agree: a hand that is turned back moves its forearm."""
    tried: list[tuple[float, tuple[Turn, Turn, Turn]]] = []
    for _ in range(_ROUNDS):
        upper, fore = _arm_to(shoulder, add(target, mul(palm[1], PALM)), pole)
        excess, nearest = allowed(fore, palm, sign)
        tried.append((excess, (upper, fore, palm)))
        if excess == 0:
            break
        palm = nearest
    return min(tried, key=lambda one: one[0])[1]


_ROUNDS = 8


def _arm_to(shoulder: Vec, wrist: Vec, pole: Vec) -> tuple[Turn, Turn]:
    """Return upper arm and forearm that reach for a wrist with the elbow towards `pole`."""
    elbow, wrist = reach(shoulder, wrist, UPPER_ARM, FOREARM, pole)
    upper = frame_from(sub(shoulder, elbow), mul(_bend_way(shoulder, elbow, wrist, pole), -1.0))
    up = unit(sub(elbow, wrist))  # an elbow bends about one axis, however far it is folded
    return upper, (cross(up, upper[2]), up, upper[2])


def reach(start: Vec, end: Vec, first: float, second: float, pole: Vec) -> tuple[Vec, Vec]:
    """Return the middle joint and the end of two bones that reach for `end`, bent towards `pole`.

    A place too far away is approached as near as straight bones go, one too near as far as a folded limb allows.
    """
    way = sub(end, start)
    axis = unit(way, (0.0, -1.0, 0.0))
    far = max(abs(first - second) + 0.5, min(first + second - 0.01, length(way)))
    end = add(start, mul(axis, far))
    along = (first * first - second * second + far * far) / (2 * far)
    off = math.sqrt(max(0.0, first * first - along * along))
    side = across(pole, axis)
    if length(side) < 1e-6:
        side = across((0.3, 0.2, 1.0), axis)
    return add(add(start, mul(axis, along)), mul(unit(side), off)), end


def _hold_ankle(body: Skeleton, pin: Pin, side: str) -> None:
    """Bring an ankle to a place and leave the foot as it is to the shin."""
    p, t = body.points, body.turns
    lift = ankle_flexion(t, side)
    pole = point(body, pin.bend) if pin.bend else t["pelvis"][0]
    target = _target(body, pin, p[f"{side}_ankle"])
    knee, ankle = reach(p[f"{side}_hip"], target, THIGH, SHANK, pole)
    hip = p[f"{side}_hip"]
    ahead = _bend_way(hip, knee, ankle, pole)
    shank = frame_from(sub(knee, ankle), ahead)
    set_leg(body, side, frame_from(sub(hip, knee), ahead), shank, turned(shank, shank[2], lift))


def _bend_way(start: Vec, middle: Vec, end: Vec, pole: Vec) -> Vec:
    """Return where the middle joint stands off the straight line; the pole when the limb is straight."""
    off = across(sub(middle, start), unit(sub(end, start)))
    return unit(off) if length(off) > 0.5 else pole


_HOLDS = {"foot": _hold_foot, "hand": _hold_hand, "ankle": _hold_ankle}
