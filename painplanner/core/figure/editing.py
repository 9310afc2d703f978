"""A figure edited by hand: points that can be dragged, and what a drag makes of a frame; values in, values out.

A drag in the picture is a way in space parallel to the picture. Props, marks and frames are in `arranging`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

from painplanner.core.drawing import Point
from painplanner.core.figure import carry, drag
from painplanner.core.figure.limits import Bounds
from painplanner.core.figure.outline import Camera
from painplanner.core.figure.placeholder import HEIGHT, WIDTH
from painplanner.core.figure.pose import SIDES, Pose, poses
from painplanner.core.figure.scene import Fit, camera_of, fit, skeletons
from painplanner.core.figure.skeleton import Skeleton, solve
from painplanner.core.figure.value import Figure, Hand
from painplanner.core.figure.vector import Vec, add, cross, dot, length, mul, sub, unit
from painplanner.core.figure.whole import shaped, with_pose
from painplanner.core.values import Impossible

_TRIES = 4
_FLAT = 0.96
_PIVOTS = {"elbow": "shoulder", "knee": "hip", "fingers": "wrist", "toe": "ankle"}
Move = Callable[[float], Pose]

# What is dragged -> the body point where it stands.
MIDDLE = {"head": "crown", "nose": "face", "chest": "neck", "waist": "belly", "pelvis": "pelvis"}
LIMB = {
    "shoulder": "shoulder",
    "elbow": "elbow",
    "hand": "hand",
    "fingers": "fingers",
    "knee": "knee",
    "foot": "ankle",
    "toe": "toe",
    "heel": "heel",
}
POINTS = {**MIDDLE, **{f"{side}_{name}": f"{side}_{at}" for side in SIDES for name, at in LIMB.items()}}
_LEGS = {"knee", "foot", "toe", "heel"}


class Handle(NamedTuple):
    """A point that can be dragged: its name, where it stands in the picture, and how near to the viewer."""

    name: str
    x: float
    y: float
    depth: float
    is_held: bool


def handles(figure: Figure, frame: int, at: Fit | None = None) -> tuple[Handle, ...]:
    """Return the points of a frame that can be dragged, from head to foot; a close-up has only what it shows."""
    camera, body, pose = camera_of(figure), skeletons(figure)[frame], poses(figure)[frame]
    scale, dx, dy = at or fit(figure)
    held = {pin.part.replace("_ankle", "_foot") for pin in pose.pins}
    found: list[Handle] = []
    for name, point in POINTS.items():
        if name.endswith("_heel") and body.turns[name.replace("heel", "foot")][1][1] < 0.3:
            continue  # a heel is raised over a foot that stands
        if figure.show == "upper" and name.partition("_")[2] in _LEGS:
            continue
        x, y = camera.flat(body.points[point])
        one = Handle(name, x * scale + dx, y * scale + dy, camera.depth(body.points[point]), name in held)
        if 0 <= one.x <= WIDTH and 0 <= one.y <= HEIGHT:
            found.append(one)
    return tuple(found)


def dragged(figure: Figure, frame: int, handle: str, to: Point, at: Fit | None = None) -> Figure:
    """Return the figure with a handle brought to a place in the picture, or as near as the body can go.

    `at` is the scale and place that the picture is shown at. Raises Impossible for a handle that no body has.
    """
    if handle not in POINTS:
        raise Impossible("unknown-point", "point", point=handle)
    scale, dx, dy = at or fit(figure)
    camera, body = camera_of(figure), skeletons(figure)[frame]
    pose = drag.standing_alone(poses(figure)[frame], body)
    wanted = ((to[0] - dx) / scale, (to[1] - dy) / scale)
    move = _move(pose, body, handle, camera, wanted)
    bounds = Bounds(body, has_floor=any(prop.kind == "floor" for prop in figure.props))
    return with_pose(figure, frame, _farthest(pose, move, bounds))


def _farthest(pose: Pose, move: Move, bounds: Bounds) -> Pose:
    """Return the pose at the end of the way, or as far along it as joints, floor and holds allow."""
    found = move(1.0)
    if bounds.allow(found, solve(found)):
        return found
    best, low, high = pose, 0.0, 1.0
    for _ in range(_TRIES):
        share = (low + high) / 2
        found = move(share)
        if bounds.allow(found, solve(found)):
            best, low = found, share
        else:
            high = share
    return best


def _move(pose: Pose, body: Skeleton, handle: str, camera: Camera, wanted: Point) -> Move:
    """Return what moves a handle by a share of the way to where it is wanted."""
    start = camera.flat(body.points[POINTS[handle]])
    way = across_picture(camera, (wanted[0] - start[0], wanted[1] - start[1]))
    side, _, part = handle.partition("_")
    is_free = drag.pin_of(pose, f"{side}_foot") is None
    if part in _PIVOTS and (part != "toe" or is_free):
        is_held = drag.pin_of(pose, f"{side}_hand") is not None
        pivot = "hand" if part == "fingers" and is_held else _PIVOTS[part]
        way = _swing(body, f"{side}_{pivot}", POINTS[handle], way, camera)
    if part in _LIMB_MOVES and (part != "toe" or is_free):
        return lambda share: _LIMB_MOVES[part](pose, body, side, mul(way, share))
    if handle == "pelvis":
        return lambda share: carry.pelvis_moved(pose, body, mul(way, share))
    bend = _bend(handle, body)
    a, b = carry.amounts(pose, bend, POINTS[handle], camera, wanted)
    return lambda share: bend(pose, a * share, b * share)


def _bend(handle: str, body: Skeleton) -> carry.Bend:
    side, _, part = handle.partition("_")
    if part == "shoulder":
        return carry.shoulder(side)
    if part == "toe":
        return carry.held_foot(body, side)
    if handle == "waist":
        return carry.waist(body)
    return {"head": carry.head, "nose": carry.nose, "chest": carry.chest}[handle]


def _swing(body: Skeleton, pivot: str, point: str, way: Vec, camera: Camera) -> Vec:
    """Return a way that ends as far from the pivot as it began, and in the picture where it was meant to end.

    A limb that lies flat in the picture stays flat, though a pointer cuts the curve a little.
    """
    start, along, up = sub(body.points[point], body.points[pivot]), *camera.across()
    towards = cross(along, up)
    long, near = length(start), dot(start, towards)
    flat = add(start, way)
    flat = sub(flat, mul(towards, dot(flat, towards)))
    is_flat = math.sqrt(max(0.0, long * long - near * near)) > _FLAT * long
    least = math.sqrt(max(0.0, long * long - near * near)) if is_flat else 0.0
    shown = max(least, min(long, length(flat)))
    depth = math.copysign(math.sqrt(max(0.0, long * long - shown * shown)), near)
    return sub(add(mul(unit(flat), shown), mul(towards, depth)), start)


def across_picture(camera: Camera, by: Point) -> Vec:
    """Return the way in space that a way in the picture stands for: neither nearer nor farther."""
    along, up = camera.across()
    return add(mul(along, by[0]), mul(up, by[1]))


_LIMB_MOVES = {
    "elbow": drag.elbow_moved,
    "hand": drag.hand_moved,
    "fingers": drag.fingers_moved,
    "knee": drag.knee_moved,
    "foot": drag.foot_moved,
    "toe": drag.toe_moved,
    "heel": drag.heel_moved,
}


# Hands and feet


def is_held(figure: Figure, frame: int, part: str) -> bool:
    """Tell whether a hand or foot stays where it is when the body moves; a foot may be held by its ankle."""
    pose = poses(figure)[frame]
    return any(drag.pin_of(pose, one) is not None for one in (part, part.replace("_foot", "_ankle")))


def with_hold(figure: Figure, frame: int, part: str, *, on: bool) -> Figure:
    """Return the figure with a hand or foot held where it is, or free to go along with the body."""
    body = skeletons(figure)[frame]
    pose = drag.standing_alone(poses(figure)[frame], body)
    return with_pose(figure, frame, drag.held(pose, body, part) if on else drag.let_go(pose, body, part))


def hand_shape(figure: Figure, frame: int, side: str) -> str:
    """Return how a hand is held: open, flat, or closed."""
    return poses(figure)[frame].hands[side]


def with_hand(figure: Figure, frame: int, side: str, shape: Hand) -> Figure:
    """Return the figure with a hand open, flat, or closed."""
    return with_pose(figure, frame, shaped(poses(figure)[frame], side, shape))
