"""A figure with its sides exchanged: what the right limb did, the left one does; values in, values out.

Space is mirrored from one side of the body to the other; a turn goes the other way round, and its arrow with it.
"""

from __future__ import annotations

from typing import Any

from painplanner.core.drawing import Area, Line, Point, points_of
from painplanner.core.figure.drag import let_go
from painplanner.core.figure.marks import draw_mark
from painplanner.core.figure.outline import Camera
from painplanner.core.figure.pose import SIDES, Pose, poses
from painplanner.core.figure.scene import camera_of, skeletons
from painplanner.core.figure.skeleton import Skeleton, point
from painplanner.core.figure.value import Crop, Figure, Frame, Mark, Pin, Spot
from painplanner.core.figure.vector import add
from painplanner.core.figure.whole import START, whole, with_pose
from painplanner.core.values import replace

RIGHT_ALONE = {"hand", "knee", "foot"}
"""Close-ups that show the right limb by itself: there is no left one to exchange it with."""
_ROUND, _ROUND_AXIS = (150.0, -150.0), (200.0, 340.0)
"""From where to where an arrow round a point goes that does not say it, without and with an axis."""


def mirrored(figure: Figure) -> Figure:
    """Return the figure with its sides exchanged; a close-up of one limb stays as it is."""
    if figure.crop in RIGHT_ALONE:
        return figure
    frames = tuple(_pose(pose, body) for pose, body in zip(poses(figure), skeletons(figure), strict=True))
    swapped = whole(replace(figure, frames=(Frame(base=START),) * len(frames)))
    for number, pose in enumerate(frames):
        swapped = with_pose(swapped, number, pose)
    props = tuple(replace(p, at=_turned(p.at), way=_turned(p.way), points=_others(p.points)) for p in figure.props)
    marks = tuple(_mark(mark, figure) for mark in figure.marks)
    return replace(swapped, props=props, marks=marks, trains=_other(figure.trains), crop=_crop(figure.crop))


def _pose(pose: Pose, body: Skeleton) -> Pose:
    if pose.lie == "side":  # lying on one side, left and right are under and over: nothing is held at its old place
        for part in (f"{side}_{kind}" for side in SIDES for kind in ("hand", "foot")):
            pose = let_go(pose, body, part)
    angles = {_other(joint): (a, b, c) for joint, (a, b, c) in pose.angles.items()}
    for joint in ("pelvis", "lumbar", "thorax", "neck", "head"):
        a, b, c = angles[joint]
        angles[joint] = (a, -b, -c)
    fields: dict[str, Any] = pose._asdict()
    by_side = {name: _sides_exchanged(fields[name]) for name in fields if isinstance(fields[name], dict)}
    at = pose.at if pose.lie == "side" else _turned(pose.at)
    return pose._replace(
        **(by_side | {"angles": angles}),
        rest=tuple(_other(name) for name in pose.rest),
        anchor=_other(pose.anchor),
        at=at,
        pins=tuple(_pin(pin) for pin in pose.pins),
        gaze=_place(pose.gaze),
    )


def _sides_exchanged(by_side: dict[str, Any]) -> dict[str, Any]:
    return {_other(side): given for side, given in by_side.items()}


def _pin(pin: Pin) -> Pin:
    ways = {name: _turned(getattr(pin, name)) for name in ("by", "points", "palm", "bend")}
    return replace(pin, part=_other(pin.part), at=_place(pin.at), **ways)


def _crop(crop: Crop) -> Crop:
    return crop if isinstance(crop, str) else tuple(_other(name) for name in crop)


def _other(name: str) -> str:
    """Return the name of the same thing on the other side."""
    side, _, part = name.partition("_")
    swapped = {"left": "right", "right": "left"}.get(side)
    return name if swapped is None else f"{swapped}_{part}" if part else swapped


def _others(points: tuple[str | Spot, ...]) -> tuple[str | Spot, ...]:
    return tuple(_place(spot) for spot in points)


def _place(spot: str | Spot) -> str | Spot:
    return _other(spot) if isinstance(spot, str) else _turned(spot)


def _turned(spot: Spot) -> Spot:
    return (*spot[:2], -spot[2]) if len(spot) > 2 else spot


# Signs


def _mark(mark: Mark, figure: Figure) -> Mark:
    made = replace(mark, point=_other(mark.point), to=_other(mark.to), shift=_turned(mark.shift))
    if mark.kind != "circle":
        return replace(made, towards=_turned(mark.towards))
    return _about_axis(mark, made, figure) if mark.towards else _in_picture(mark, made, camera_of(figure))


def _flips(camera: Camera) -> tuple[bool, bool]:
    """Tell whether what is mirrored is seen mirrored from left to right, and from top to bottom."""
    along, up = camera.across()
    return abs(along[2]) > abs(along[0]), abs(up[2]) > abs(up[1])


def _in_picture(mark: Mark, made: Mark, camera: Camera) -> Mark:
    """Return an arrow round a point that goes the other way where the picture is mirrored."""
    across, upright = _flips(camera)
    first, last = mark.arc[:2] if len(mark.arc) > 1 else _ROUND
    if across == upright:  # as before, or mirrored twice: half a turn on
        return replace(made, arc=_arc(first + 180.0, last + 180.0)) if across else made
    return replace(made, arc=_arc(180.0 - first, 180.0 - last) if across else _arc(-first, -last))


def _about_axis(mark: Mark, made: Mark, figure: Figure) -> Mark:
    """Return an arrow about an axis: a nod stays one, a turn to a side goes to the other one where it was seen."""
    x, y, z = point(skeletons(figure)[0], mark.towards)
    if x * x + y * y <= z * z:
        return replace(made, towards=(-x, -y, z))
    first, last = mark.arc[:2] if len(mark.arc) > 1 else _ROUND_AXIS
    turned = replace(made, towards=(x, y, -z))
    across, upright = _flips(camera_of(figure))
    sx, sy = _off(mark, figure)
    wanted = (-sx if across else sx, -sy if upright else sy)
    either = (replace(turned, arc=_arc(more - first, more - last)) for more in (0.0, 180.0))
    return min(either, key=lambda one: _far(_off(one, figure), wanted))


def _off(mark: Mark, figure: Figure) -> Point:
    """Return how far in the picture the middle of a round arrow is from the point it goes round."""
    body, camera = skeletons(figure)[0], camera_of(figure)
    shapes = [shape for shape in draw_mark(mark, body, camera, None) if isinstance(shape, (Area, Line))]
    spots = [spot for shape in shapes for spot in points_of(shape.path)]
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    x, y = camera.flat(add(point(body, mark.point), point(body, mark.shift)))
    return ((min(xs) + max(xs)) / 2 - x, (min(ys) + max(ys)) / 2 - y)


def _far(a: Point, b: Point) -> float:
    return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2


def _arc(first: float, last: float) -> Spot:
    """Return an arc whose first angle is one of a full turn."""
    start = first % 360.0
    return (start, start + last - first)
