"""The trunk is moved and carries the rest: it bends, the head turns, the pelvis goes and what rests stays in its place.

Bends are found by trying: the amounts that bring a point nearest to where it is wanted in the picture.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from painplanner.core.drawing import Point
from painplanner.core.figure.body import RADIUS, THIGH
from painplanner.core.figure.drag import pin_of, with_pin
from painplanner.core.figure.limits import clamped
from painplanner.core.figure.outline import Camera
from painplanner.core.figure.pose import SIDES, Pose, Triple
from painplanner.core.figure.skeleton import LIES, Skeleton, lowest_of, solve
from painplanner.core.figure.vector import Vec, add, cross, dot, frame_from, mul, spun, sub, unit
from painplanner.core.figure.whole import bent, foot_pin, leg_of, limb_angles, sign_of, trunk_angles
from painplanner.core.values import replace

TOUCHING = 1.2
"""A part that is no higher over the floor rests on it."""
_ROUNDS = 4
_STEP = 2.0
_MOST = 25.0
_ENOUGH = 0.15
_BY_HOLDS = {"left_toe", "right_toe"}
_DAMPING = 0.02
Bend = Callable[[Pose, float, float], Pose]


def amounts(pose: Pose, bend: Bend, name: str, camera: Camera, to: Point) -> Point:
    """Return the two amounts of a bend that bring a point nearest to a place in the picture.

    How the point answers is looked at in every other round: it changes little, and each look is two bodies.
    """
    if name not in _BY_HOLDS:
        pose = pose._replace(pins=())
    a = b = damp = 0.0
    here, by_a, by_b = _seen(pose, name, camera), (0.0, 0.0), (0.0, 0.0)
    for number in range(_ROUNDS):
        if number % 2 == 0:
            by_a = _slope(here, _seen(bend(pose, a + _STEP, b), name, camera))
            by_b = _slope(here, _seen(bend(pose, a, b + _STEP), name, camera))
        damp = damp or _DAMPING * max(_square(by_a), _square(by_b))
        da, db = _least(by_a, by_b, (to[0] - here[0], to[1] - here[1]), damp)
        a, b = a + max(-_MOST, min(_MOST, da)), b + max(-_MOST, min(_MOST, db))
        if abs(da) + abs(db) < _ENOUGH:
            break
        here = _seen(bend(pose, a, b), name, camera)
    return round(a, 3), round(b, 3)


def _seen(pose: Pose, name: str, camera: Camera) -> Point:
    return camera.flat(solve(pose).points[name])


def _slope(here: Point, there: Point) -> Point:
    return ((there[0] - here[0]) / _STEP, (there[1] - here[1]) / _STEP)


def _square(way: Point) -> float:
    return way[0] ** 2 + way[1] ** 2


def _least(u: Point, v: Point, miss: Point, damp: float) -> Point:
    """Return the damped least-squares solution: what hardly moves the point is hardly used."""
    uu, vv, uv = _square(u) + damp, _square(v) + damp, u[0] * v[0] + u[1] * v[1]
    p, q = u[0] * miss[0] + u[1] * miss[1], v[0] * miss[0] + v[1] * miss[1]
    det = uu * vv - uv * uv
    return ((p * vv - q * uv) / det, (q * uu - p * uv) / det) if det > 1e-12 else (0.0, 0.0)


def _more(pose: Pose, joint: str, by: Triple) -> dict[str, Triple]:
    was = pose.angles[joint]
    name = joint.removeprefix("left_").removeprefix("right_")
    return {joint: clamped(name, (was[0] + by[0], was[1] + by[1], was[2] + by[2]), was)}


def chest(pose: Pose, forward: float, aside: float) -> Pose:
    """Bend the trunk over its two lower parts."""
    low, high = (
        _more(pose, "lumbar", (forward * 0.5, aside * 0.5, 0.0)),
        _more(pose, "thorax", (forward * 0.5, aside * 0.5, 0.0)),
    )
    return pose._replace(angles=pose.angles | low | high)


def head(pose: Pose, forward: float, aside: float) -> Pose:
    """Bend neck and head."""
    neck, top = (
        _more(pose, "neck", (forward * 0.7, aside * 0.8, 0.0)),
        _more(pose, "head", (forward * 0.3, aside * 0.2, 0.0)),
    )
    return pose._replace(angles=pose.angles | neck | top)


def nose(pose: Pose, turn: float, nod: float) -> Pose:
    """Turn the head, and nod."""
    neck, top = _more(pose, "neck", (nod * 0.4, 0.0, turn * 0.6)), _more(pose, "head", (nod * 0.6, 0.0, turn * 0.4))
    return pose._replace(angles=pose.angles | neck | top)


def shoulder(side: str) -> Bend:
    """Return what turns the trunk and lifts the shoulder of a side."""

    def bend(pose: Pose, turn: float, lift: float) -> Pose:
        low, high = _more(pose, "lumbar", (0.0, 0.0, turn * 0.2)), _more(pose, "thorax", (0.0, 0.0, turn * 0.8))
        return pose._replace(angles=pose.angles | low | high | _more(pose, f"{side}_blade", (0.0, lift * 0.3, 0.0)))

    return bend


def waist(body: Skeleton) -> Bend:
    """Return what tilts the pelvis between chest and thighs, which stay as they are turned."""

    def bend(pose: Pose, tilt: float, aside: float) -> Pose:
        was, low = pose.angles["pelvis"], pose.angles["lumbar"]
        pelvis = (was[0] + tilt, was[1] + aside, was[2])
        lumbar = clamped("lumbar", (low[0] - tilt, low[1], low[2]), low)
        under = bent(LIES[pose.lie], pelvis)
        over = trunk_angles(bent(under, lumbar), body.turns["thorax"])
        angles = {"pelvis": pelvis, "lumbar": lumbar, "thorax": clamped("thorax", over, pose.angles["thorax"])}
        legs = {f"{s}_hip": limb_angles(under, body.turns[f"{s}_thigh"], sign_of(s)) for s in SIDES}
        return pose._replace(angles=pose.angles | angles | legs)

    return bend


def held_foot(body: Skeleton, side: str) -> Bend:
    """Return what turns a foot that is held about its sole, and tips it over its ball."""
    pin = foot_pin(body, side)

    def bend(pose: Pose, turn: float, tip: float) -> Pose:
        if pin is None or isinstance(pin.at, str):
            return pose
        x, y, z, *_ = pin.points
        ahead = spun((x, y, z), (0.0, 1.0, 0.0), max(-60.0, min(60.0, turn)))
        return with_pin(pose, replace(pin, points=ahead, slope=max(-70.0, min(70.0, pin.slope + tip))))

    return bend


# The pelvis


def pelvis_moved(pose: Pose, body: Skeleton, by: Vec) -> Pose:
    """Move the body: feet that rest and hands that are held stay; over resting shoulders or knees it tips."""
    pose = _feet_kept(pose, body)
    if _lies_on_shoulders(body):
        return _tipped(pose, body, by)
    knee = next((f"{s}_knee" for s in SIDES if _kneels(pose, body, s)), "")
    to = add(body.points["pelvis"], by)
    if knee:
        hip = sub(body.points[knee.replace("knee", "hip")], body.points["pelvis"])
        way = sub(add(to, hip), body.points[knee])
        to = sub(add(body.points[knee], mul(unit(way), THIGH)), hip)
    moved = pose._replace(at=to)
    for side in SIDES:
        if _kneels(pose, body, side):
            moved = _knelt(moved, body, side, sub(to, body.points["pelvis"]))
    return moved


def _feet_kept(pose: Pose, body: Skeleton) -> Pose:
    """Return a pose that holds the feet that rest on something, unless the knee carries that leg."""
    for side in SIDES:
        part = f"{side}_foot"
        rests = part in pose.rest or lowest_of(body, part) < TOUCHING
        if rests and pin_of(pose, part) is None and not _kneels(pose, body, side):
            pin = foot_pin(body, side)
            pose = pose if pin is None else with_pin(pose, pin)
    return pose


def _kneels(pose: Pose, body: Skeleton, side: str) -> bool:
    if pin_of(pose, f"{side}_foot") is not None:
        return False
    low = body.points[f"{side}_knee"][1] - RADIUS["knee"]
    return low < TOUCHING and abs(body.turns[f"{side}_thigh"][1][1]) > 0.35


def _knelt(pose: Pose, body: Skeleton, side: str, by: Vec) -> Pose:
    """Return a pose whose knee stays where it was, and its shank and foot with it, after the hip went."""
    hip, knee = add(body.points[f"{side}_hip"], by), body.points[f"{side}_knee"]
    thigh = frame_from(sub(hip, knee), body.turns[f"{side}_thigh"][0])
    turned = body._replace(turns=body.turns | {f"{side}_thigh": thigh})
    return pose._replace(angles=pose.angles | leg_of(turned, side))


def _lies_on_shoulders(body: Skeleton) -> bool:
    return body.turns["thorax"][0][1] > 0.4 and body.points["upper_back"][1] < TOUCHING + 1.5


def _tipped(pose: Pose, body: Skeleton, by: Vec) -> Pose:
    """Raise the pelvis of a body that lies on its shoulders, as in a bridge; head and arms stay as they lie."""
    pivot, here = body.points["neck"], body.points["pelvis"]
    axis = body.turns["pelvis"][2]
    old, new = sub(here, pivot), sub(add(here, by), pivot)
    tip = math.degrees(math.atan2(dot(axis, cross(old, new)), dot(old, new)))
    was = pose.angles["pelvis"]
    tipped = pose._replace(angles=pose.angles | {"pelvis": (was[0] - tip, was[1], was[2])})
    moved = solve(tipped)
    at = add(here, sub(pivot, moved.points["neck"]))
    turns = moved.turns
    kept = {
        "neck": trunk_angles(turns["thorax"], body.turns["neck"]),
        **{f"{s}_shoulder": limb_angles(turns["thorax"], body.turns[f"{s}_upper_arm"], sign_of(s)) for s in SIDES},
        **{
            f"{s}_hip": limb_angles(turns["pelvis"], body.turns[f"{s}_thigh"], sign_of(s))
            for s in SIDES
            if pin_of(pose, f"{s}_foot") is None
        },
    }
    return tipped._replace(at=at, angles=tipped.angles | kept)


__all__ = ["amounts", "chest", "head", "held_foot", "nose", "pelvis_moved", "shoulder", "waist"]
