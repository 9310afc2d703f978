"""A pose becomes a skeleton in space, set down on what carries it, its hands and feet brought to where they are held.

Bones stand by their angles first; two-bone inverse kinematics then moves only the limbs that are pinned.
"""

from __future__ import annotations

import math

from painplanner.core.figure.body import (
    BALL,
    CHEST_AT,
    FOOT_SIDE,
    HIP_HALF,
    LUMBAR_AT,
    NECK_AT,
    RADIUS,
    SHOULDER_AT,
    SHOULDER_HALF,
    SKULL_AT,
    TRUNK,
)
from painplanner.core.figure.bones import Skeleton, named, point, set_arm, set_leg
from painplanner.core.figure.holding import hold, reach
from painplanner.core.figure.measure import angle
from painplanner.core.figure.pose import SIDES, Pose, Triple
from painplanner.core.figure.surface import name_surface
from painplanner.core.figure.vector import (
    UPRIGHT,
    Turn,
    Vec,
    add,
    dot,
    frame_from,
    lerp,
    place,
    spun,
    sub,
    turned,
)

LIES: dict[str, Turn] = {
    "upright": UPRIGHT,
    "back": ((0.0, 1.0, 0.0), (-1.0, 0.0, 0.0), (0.0, 0.0, 1.0)),
    "front": ((0.0, -1.0, 0.0), (1.0, 0.0, 0.0), (0.0, 0.0, 1.0)),
    "side": ((0.0, 0.0, 1.0), (1.0, 0.0, 0.0), (0.0, 1.0, 0.0)),
}


def solve(pose: Pose) -> Skeleton:
    """Return the skeleton of a pose, set down and with its hands and feet where they are held."""
    body = _hang(pose)
    body = _shifted(body, _set_down(pose, body))
    for pin in sorted(pose.pins, key=lambda p: ("hand" in p.part, isinstance(p.at, str))):
        name_surface(body)
        hold(body, pin)
    name_surface(body)
    if pose.gaze:
        body.points["gaze"] = point(body, pose.gaze)
    return body


def _bent(parent: Turn, angles: Triple) -> Turn:
    """Return a trunk part's frame: turned right, bent forward, bent to the right."""
    flexion, side, turn = angles
    frame = turned(parent, parent[1], -turn)
    frame = turned(frame, frame[2], -flexion)
    return turned(frame, frame[0], side)


def _swung(parent: Turn, angles: Triple, sign: float) -> Turn:
    """Return a limb's frame: flexed, then taken outwards, then turned outwards about its own length."""
    flexion, outward, turn = angles
    frame = turned(parent, parent[2], flexion)
    frame = turned(frame, frame[0], -outward * sign)
    return turned(frame, frame[1], -turn * sign)


def _hang(pose: Pose) -> Skeleton:
    a = pose.angles
    body = Skeleton({}, {}, {}, pose.breath, pose.jaw, pose.fingers, {})
    p, t = body.points, body.turns
    t["pelvis"] = _bent(LIES[pose.lie], a["pelvis"])
    t["lumbar"] = _bent(t["pelvis"], a["lumbar"])
    t["thorax"] = _bent(t["lumbar"], a["thorax"])
    t["neck"] = _bent(t["thorax"], a["neck"])
    t["head"] = _bent(t["neck"], a["head"])
    p["pelvis"] = (0.0, 0.0, 0.0)
    _stack_trunk(body)
    for side, sign in (("left", -1.0), ("right", 1.0)):
        _hang_arm(body, a, side, sign)
        _hang_leg(body, a, side, sign)
    return body


def _stack_trunk(body: Skeleton) -> None:
    p, t = body.points, body.turns
    p["lumbar"] = place(p["pelvis"], t["pelvis"], 0, LUMBAR_AT, 0)
    p["thorax"] = place(p["lumbar"], t["lumbar"], 0, CHEST_AT - LUMBAR_AT, 0)
    p["neck"] = place(p["thorax"], t["thorax"], -1.3, NECK_AT - CHEST_AT, 0)
    p["skull"] = place(p["neck"], t["neck"], 1.0, SKULL_AT - NECK_AT, 0)
    p["crown"] = place(p["skull"], t["head"], 0, 12.5, 0)


def _hang_arm(body: Skeleton, a: dict[str, Triple], side: str, sign: float) -> None:
    p, t = body.points, body.turns
    blade = a[f"{side}_blade"]
    p[f"{side}_shoulder"] = place(
        p["thorax"], t["thorax"], blade[0] - 0.4, SHOULDER_AT - CHEST_AT + blade[1], SHOULDER_HALF * sign
    )
    upper = _swung(t["thorax"], a[f"{side}_shoulder"], sign)
    flexion, pronation, _ = a[f"{side}_elbow"]
    fore = turned(upper, upper[2], flexion)
    fore = turned(fore, fore[1], pronation * sign)
    wrist = a[f"{side}_wrist"]
    palm_turn = turned(fore, fore[0], wrist[0] * sign)
    palm_turn = turned(palm_turn, palm_turn[2], wrist[1])
    set_arm(body, side, upper, fore, palm_turn)


def _hang_leg(body: Skeleton, a: dict[str, Triple], side: str, sign: float) -> None:
    p, t = body.points, body.turns
    p[f"{side}_hip"] = place(p["pelvis"], t["pelvis"], 0, 0, HIP_HALF * sign)
    thigh = _swung(t["pelvis"], a[f"{side}_hip"], sign)
    shank = turned(thigh, thigh[2], -a[f"{side}_knee"][0])
    foot = turned(shank, shank[2], a[f"{side}_ankle"][0])
    _, body.toes[side], arch = a[f"{side}_ankle"]
    body.arch[side] = arch / 100
    set_leg(body, side, thigh, shank, foot)


def _shifted(body: Skeleton, by: Vec) -> Skeleton:
    return body._replace(points={name: add(point, by) for name, point in body.points.items()})


def _set_down(pose: Pose, body: Skeleton) -> Vec:
    """Return the way to move so that the body rests where it should and its anchor stands at its place."""
    anchor = named(body, pose.anchor)
    at = pose.at
    up = at[1] - anchor[1] if len(at) > 1 else pose.height - _lowest(pose, body)
    depth = at[2] - anchor[2] if len(at) > 2 else 0.0
    return (at[0] - anchor[0] if at else 0.0, up, depth)


def _lowest(pose: Pose, body: Skeleton) -> float:
    held = {pin.part for pin in pose.pins}
    names = pose.rest or tuple(
        name
        for name in ("trunk", "head", *(f"{s}_{part}" for s in SIDES for part in ("hand", "foot")))
        if name not in held
    )
    return min(lowest_of(body, name) for name in names)


def lowest_of(body: Skeleton, name: str) -> float:
    """Return the height of the lowest surface of a body part."""
    if name in {"trunk", "seat"}:
        return _lowest_of_trunk(body, seat=name == "seat")
    if name == "head":
        return (
            min(place(body.points["skull"], body.turns["head"], f, u, 0)[1] for f, u in ((-6.2, 7.0), (5.3, 6.0))) - 0.0
        )
    side, _, part = name.partition("_")
    if part == "foot":
        foot = body.turns[f"{side}_foot"]
        rear = [spot for spot in FOOT_SIDE if spot[0] <= BALL or not body.toes[side]]
        return min(place(body.points[f"{side}_ankle"], foot, f, u, 0)[1] for f, u in rear)
    if part == "hand":
        return min(body.points[f"{side}_{p}"][1] - RADIUS[p] for p in ("elbow", "wrist", "hand"))
    if part in RADIUS:
        return body.points[name][1] - RADIUS[part]
    return named(body, name)[1]


def _lowest_of_trunk(body: Skeleton, *, seat: bool) -> float:
    lows: list[float] = []
    for section in TRUNK[:3] if seat else TRUNK[1:-1]:
        centre = section_centre(body, section.part, section.height)
        f, _, r = body.turns[section.part]
        depth = section.front if f[1] < 0 else section.back
        lows.append(centre[1] - math.hypot(f[1] * depth, r[1] * section.half))
    if seat:
        lows += [body.points[f"{s}_hip"][1] - RADIUS["hip"] for s in SIDES]
    return min(lows)


def section_centre(body: Skeleton, part: str, height: float) -> Vec:
    """Return the middle of a cross-section of the trunk."""
    start = {"pelvis": 0.0, "lumbar": LUMBAR_AT, "thorax": CHEST_AT}[part]
    return place(body.points[part], body.turns[part], 0, height - start, 0)


def between(a: Skeleton, b: Skeleton, t: float) -> Skeleton:
    """Return the skeleton at share t of the way from a to b: every bone turns, none changes its length."""
    turns = {
        name: frame_from(lerp(a.turns[name][1], b.turns[name][1], t), lerp(a.turns[name][0], b.turns[name][0], t))
        for name in a.turns
    }
    toes = {side: a.toes[side] + (b.toes[side] - a.toes[side]) * t for side in SIDES}
    fingers = {side: lerp(a.fingers[side], b.fingers[side], t) for side in SIDES}
    arch = {side: a.arch[side] + (b.arch[side] - a.arch[side]) * t for side in SIDES}
    body = Skeleton({}, turns, toes, a.breath + (b.breath - a.breath) * t, a.jaw + (b.jaw - a.jaw) * t, fingers, arch)
    p = body.points
    p["pelvis"] = lerp(a.points["pelvis"], b.points["pelvis"], t)
    _stack_trunk(body)
    for side, sign in (("left", -1.0), ("right", 1.0)):
        blade = lerp(_blade(a, side), _blade(b, side), t)
        p[f"{side}_shoulder"] = place(p["thorax"], turns["thorax"], *blade)
        p[f"{side}_hip"] = place(p["pelvis"], turns["pelvis"], 0, 0, HIP_HALF * sign)
        set_arm(body, side, turns[f"{side}_upper_arm"], turns[f"{side}_forearm"], turns[f"{side}_palm"])
        set_leg(body, side, turns[f"{side}_thigh"], turns[f"{side}_shank"], turns[f"{side}_foot"])
    name_surface(body)
    return body


def _blade(body: Skeleton, side: str) -> Vec:
    """Return where a shoulder stands in the frame of the thorax."""
    offset = sub(body.points[f"{side}_shoulder"], body.points["thorax"])
    f, u, r = body.turns["thorax"]
    return (dot(offset, f), dot(offset, u), dot(offset, r))


__all__ = ["Skeleton", "angle", "between", "lowest_of", "point", "reach", "section_centre", "solve", "spun"]
