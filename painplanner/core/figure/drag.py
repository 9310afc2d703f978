"""A hand, foot, elbow or knee is moved and its limb follows; poses in, poses out, ways in space.

What moves the trunk is in `carry`; how a drag in the picture becomes a way in space is said in `editing`.
"""

from __future__ import annotations

import math

from painplanner.core.figure.body import FOREARM, RADIUS, SHANK, THIGH, UPPER_ARM
from painplanner.core.figure.limits import clamped
from painplanner.core.figure.pose import Pose, Triple
from painplanner.core.figure.skeleton import Skeleton, lowest_of, reach, solve
from painplanner.core.figure.value import Pin
from painplanner.core.figure.vector import (
    Turn,
    Vec,
    across,
    add,
    cross,
    dot,
    frame_from,
    length,
    mul,
    place,
    spun,
    sub,
    turned,
    unit,
)
from painplanner.core.figure.whole import (
    arm_of,
    elbow_way,
    foot_pin,
    hand_pin,
    leg_of,
    limb_angles,
    sign_of,
)
from painplanner.core.values import replace

LIFTED = 3.0
"""A hand or foot that is taken so far off the floor is not held there any more."""
_ROUNDS_OF_HAND = 8
_ROUNDS_OF_FOOT = 4
_LEVEL, _GIVES = 0.9, 25.0


def standing_alone(pose: Pose, body: Skeleton) -> Pose:
    """Return the same pose with its pelvis where it is, so that nothing but what is dragged moves the body."""
    at = tuple(round(n, 4) for n in body.points["pelvis"])
    return pose._replace(anchor="pelvis", at=at, pins=tuple(_placed(pin, body) for pin in pose.pins))


def _placed(pin: Pin, body: Skeleton) -> Pin:
    """Return a pin whose place hangs on nothing that moves: what it did not say was taken from hip or shoulder."""
    if isinstance(pin.at, str):
        return pin
    side, _, kind = pin.part.partition("_")
    joint = {"hand": "shoulder", "foot": "hip"}.get(kind, kind)
    z = body.points[f"{side}_{joint}"][2]
    missing = (0.0, 0.0, z)
    return replace(pin, at=(*pin.at, *missing[len(pin.at) :]))


def pin_of(pose: Pose, part: str) -> Pin | None:
    """Return what holds a hand or foot."""
    return next((pin for pin in pose.pins if pin.part == part), None)


def with_pin(pose: Pose, pin: Pin) -> Pose:
    """Return a pose that holds a part so."""
    return pose._replace(pins=(*(one for one in pose.pins if one.part != pin.part), pin))


def let_go(pose: Pose, body: Skeleton, part: str) -> Pose:
    """Return a pose that stands as before and holds a hand or foot no more."""
    side, _, kind = part.partition("_")
    angles = arm_of(body, side) if kind == "hand" else leg_of(body, side)
    gone = {part} if kind == "hand" else {part, f"{side}_ankle"}
    return pose._replace(angles=pose.angles | angles, pins=tuple(pin for pin in pose.pins if pin.part not in gone))


def held(pose: Pose, body: Skeleton, part: str) -> Pose:
    """Return a pose that holds a hand or foot where it is."""
    side, _, kind = part.partition("_")
    pin = hand_pin(body, side) if kind == "hand" else foot_pin(body, side)
    return pose if pin is None else with_pin(pose, pin)


# Limbs


def hand_moved(pose: Pose, body: Skeleton, side: str, by: Vec) -> Pose:
    """Bring a hand somewhere: one that is held moves its hold, a free one takes its arm along."""
    part = f"{side}_hand"
    here = body.points[part]
    to = _above(add(here, by), RADIUS["hand"], here)
    pin = pin_of(pose, part)
    if pin is not None and not _is_left(pin, here, to):
        return with_pin(pose, replace(hand_pin(body, side), at=to))
    free = pose if pin is None else let_go(pose, body, part)
    upper, flexion = _arm_reaching(body, side, to)
    elbow = free.angles[f"{side}_elbow"]
    angles = {
        f"{side}_shoulder": limb_angles(body.turns["thorax"], upper, sign_of(side)),
        f"{side}_elbow": (flexion, elbow[1], elbow[2]),
    }
    return free._replace(angles=free.angles | angles)


def _is_left(pin: Pin, here: Vec, to: Vec) -> bool:
    """Tell whether a held part leaves what holds it: a place on the body, or the floor."""
    return isinstance(pin.at, str) or (here[1] < LIFTED <= to[1])


def _above(to: Vec, radius: float, here: Vec) -> Vec:
    """Return a place that is not under the floor, unless the part was there before."""
    return (to[0], max(to[1], min(radius, here[1])), to[2])


def _arm_reaching(body: Skeleton, side: str, to: Vec) -> tuple[Turn, float]:
    """Return upper arm and bend of the elbow that bring a hand to a place, its wrist kept as it is.

    The hand goes along with the forearm, so that where the wrist must be is found in a few rounds.
    """
    p, start = body.points, body.points[f"{side}_shoulder"]
    upper, bend = body.turns[f"{side}_upper_arm"], arm_of(body, side)[f"{side}_elbow"][0]
    fore = turned(upper, upper[2], bend)
    hand = sub(p[f"{side}_hand"], p[f"{side}_wrist"])
    hand_in_fore = (dot(hand, fore[0]), dot(hand, fore[1]), dot(hand, fore[2]))
    pole = _carried(elbow_way(body, side), sub(p[f"{side}_hand"], start), sub(to, start))
    for _ in range(_ROUNDS_OF_HAND):
        elbow, wrist = reach(start, sub(to, place((0.0, 0.0, 0.0), fore, *hand_in_fore)), UPPER_ARM, FOREARM, pole)
        upper = frame_from(sub(start, elbow), mul(_off(start, elbow, wrist, pole), -1.0))
        up = unit(sub(elbow, wrist))
        bend = math.degrees(math.atan2(-dot(up, upper[0]), dot(up, upper[1])))
        fore = turned(upper, upper[2], bend)
    return upper, bend


def foot_moved(pose: Pose, body: Skeleton, side: str, by: Vec) -> Pose:
    """Bring a foot somewhere: one that is held moves its hold, a free one takes its leg along."""
    part = f"{side}_foot"
    pin, low = pin_of(pose, part), lowest_of(body, part)
    if pin is not None and not (low < LIFTED <= low + by[1]):
        by = (by[0], max(by[1], min(0.0, -low)), by[2])
        now = foot_pin(body, side) or pin
        return with_pin(pose, replace(now, at=add(_three(now.at), by)))
    free = let_go(pose, body, part)
    moved, is_on_floor = free, False
    for _ in range(_ROUNDS_OF_FOOT):
        moved = free._replace(angles=free.angles | _leg_reaching(body, side, by))
        sunk = min(0.0, low) - lowest_of(solve(moved), part)
        if sunk <= 0.02 and not (is_on_floor and sunk < -0.1):
            break
        is_on_floor = True
        by = (by[0], by[1] + sunk, by[2])
    return moved


def _leg_reaching(body: Skeleton, side: str, by: Vec) -> dict[str, Triple]:
    """Return the angles that bring an ankle to a place; the foot goes with the shank, one that stood stays level."""
    start, ankle = body.points[f"{side}_hip"], body.points[f"{side}_ankle"]
    to = add(ankle, by)
    pole = _carried(body.turns[f"{side}_thigh"][0], sub(ankle, start), sub(to, start))
    knee, end = reach(start, to, THIGH, SHANK, pole)
    thigh = frame_from(sub(start, knee), _off(start, knee, end, pole))
    shank_up = unit(sub(knee, end))
    fold = math.degrees(math.atan2(dot(shank_up, thigh[0]), dot(shank_up, thigh[1])))
    return {
        f"{side}_hip": limb_angles(body.turns["pelvis"], thigh, sign_of(side)),
        f"{side}_knee": (fold, 0.0, 0.0),
        f"{side}_ankle": _ankle_of(body, side, turned(thigh, thigh[2], -fold)),
    }


def _ankle_of(body: Skeleton, side: str, shank: Turn) -> Triple:
    bend, toes, rest = leg_of(body, side)[f"{side}_ankle"]
    foot = body.turns[f"{side}_foot"]
    if foot[1][1] > _LEVEL:
        level = math.degrees(math.atan2(dot(foot[0], shank[1]), dot(foot[0], shank[0])))
        bend = max(bend - _GIVES, min(bend + _GIVES, level))
    return (bend, toes, rest)


def elbow_moved(pose: Pose, body: Skeleton, side: str, by: Vec) -> Pose:
    """Swing an upper arm, or turn an arm whose hand is held about the line to it."""
    start, elbow = body.points[f"{side}_shoulder"], body.points[f"{side}_elbow"]
    to = add(elbow, by)
    if pin_of(pose, f"{side}_hand") is not None:
        return with_pin(pose, replace(hand_pin(body, side), bend=sub(to, start)))
    upper = _swung_to(body.turns[f"{side}_upper_arm"], sub(elbow, start), sub(to, start))
    angles = {f"{side}_shoulder": limb_angles(body.turns["thorax"], upper, sign_of(side))}
    return pose._replace(angles=pose.angles | angles)


def knee_moved(pose: Pose, body: Skeleton, side: str, by: Vec) -> Pose:
    """Swing a thigh, or turn a leg whose foot is held about the line to it."""
    start, knee = body.points[f"{side}_hip"], body.points[f"{side}_knee"]
    to = add(knee, by)
    pin = pin_of(pose, f"{side}_foot")
    if pin is not None:
        return with_pin(pose, replace(foot_pin(body, side) or pin, bend=sub(to, start)))
    ankle = pin_of(pose, f"{side}_ankle")
    if ankle is not None:
        return with_pin(pose, replace(ankle, bend=sub(to, start)))
    thigh = _swung_to(body.turns[f"{side}_thigh"], sub(knee, start), sub(to, start))
    angles = {f"{side}_hip": limb_angles(body.turns["pelvis"], thigh, sign_of(side))}
    return pose._replace(angles=pose.angles | angles)


def fingers_moved(pose: Pose, body: Skeleton, side: str, by: Vec) -> Pose:
    """Turn a hand at the wrist so that its fingers point somewhere else."""
    is_held = pin_of(pose, f"{side}_hand") is not None
    fingers, pivot = body.points[f"{side}_fingers"], body.points[f"{side}_{'hand' if is_held else 'wrist'}"]
    old, new = sub(fingers, pivot), sub(add(fingers, by), pivot)
    if is_held:
        pin = hand_pin(body, side)
        points, palm = (_carried(_three(way), old, new) for way in (pin.points, pin.palm))
        return with_pin(pose, replace(pin, points=points, palm=palm))
    palm = _swung_to(body.turns[f"{side}_palm"], old, new)
    bent = body._replace(turns=body.turns | {f"{side}_palm": palm})
    angles = arm_of(bent, side)
    wrist_name = f"{side}_wrist"
    angles[wrist_name] = clamped("wrist", angles[wrist_name], pose.angles[wrist_name])
    return pose._replace(angles=pose.angles | angles)


def toe_moved(pose: Pose, body: Skeleton, side: str, by: Vec) -> Pose:
    """Bend an ankle that nothing holds."""
    ankle, toe, right = body.points[f"{side}_ankle"], body.points[f"{side}_toe"], body.turns[f"{side}_foot"][2]
    old, new = across(sub(toe, ankle), right), across(sub(add(toe, by), ankle), right)
    by_degrees = math.degrees(math.atan2(dot(right, cross(old, new)), dot(old, new)))
    name = f"{side}_ankle"
    bend, toes, rest = pose.angles[name]
    return pose._replace(angles=pose.angles | {name: (bend + by_degrees, toes, rest)})


def _rise(way: Vec) -> float:
    return math.degrees(math.atan2(way[1], math.hypot(way[0], way[2])))


def heel_moved(pose: Pose, body: Skeleton, side: str, by: Vec) -> Pose:
    """Raise a heel over the ball of the foot, which stays where it is."""
    pin = foot_pin(body, side)
    if pin is None:
        return pose
    ball, heel = body.points[f"{side}_ball"], body.points[f"{side}_heel"]
    lift = pin.lift + _rise(sub(add(heel, by), ball)) - _rise(sub(heel, ball))
    return with_pin(pose, replace(pin, lift=max(0.0, min(70.0, lift))))


def _off(start: Vec, middle: Vec, end: Vec, pole: Vec) -> Vec:
    """Return where a middle joint stands off the straight line; the pole when the limb is straight."""
    off = across(sub(middle, start), unit(sub(end, start)))
    return unit(off) if length(off) > 0.5 else pole


def _carried(way: Vec, old: Vec, new: Vec) -> Vec:
    """Return a direction turned as one line is turned to another, by the shortest way."""
    a, b = unit(old), unit(new)
    axis = cross(a, b)
    size = length(axis)
    if size < 1e-9:
        return way
    return spun(way, mul(axis, 1 / size), math.degrees(math.atan2(size, dot(a, b))))


def _swung_to(turn: Turn, old: Vec, new: Vec) -> Turn:
    return (_carried(turn[0], old, new), _carried(turn[1], old, new), _carried(turn[2], old, new))


def _three(spot: tuple[float, ...] | str) -> Vec:
    if isinstance(spot, str):
        return (0.0, 0.0, 0.0)
    x, y, z, *_ = (*spot, 0.0, 0.0, 0.0)
    return (x, y, z)
