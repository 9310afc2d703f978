"""Things that run between points: the points are moved, tied to the body, added and taken away; values in, values out.

A point is the name of a body point, which it follows in every frame, or a place of its own.
"""

from __future__ import annotations

import math
from itertools import pairwise

from painplanner.core.drawing import Point
from painplanner.core.figure.editing import across_picture
from painplanner.core.figure.pose import SIDES
from painplanner.core.figure.scene import Fit, camera_of, fit, skeletons
from painplanner.core.figure.skeleton import point
from painplanner.core.figure.value import Figure, Prop, Spot
from painplanner.core.figure.vector import Vec, add, mul
from painplanner.core.values import replace

STRUNG = {"band", "strap", "tape", "towel", "rail"}
"""What runs through as many points as one likes."""
_TIED = {"stick", "barbell", "pulley", "anchor", "cane", "pole", "kettlebell", "bag", "phone", "book", "weight"}
POINTS_ALONE = STRUNG | {"stick", "barbell"}
"""What stands nowhere but at its points."""
IN_ONE_HAND = {"dumbbell": "{side}", "hammer": "{side}", "putty": "{side}", "ankle_weight": "{side}_ankle"}
"""What is in or on one side, and how the file says it."""
FEWEST = 2
_SIDED = ("hand", "wrist", "elbow", "shoulder", "hip", "thigh", "knee", "shin", "ankle", "heel", "sole", "ball", "toe")
TIES = (
    "crown",
    "nape",
    "chest",
    "upper_back",
    "belly",
    "low_back",
    "sacrum",
    *(f"{s}_{p}" for s in SIDES for p in _SIDED),
)
"""Body points that a thing is tied to by hand; files may name any other."""


def is_strung(prop: Prop) -> bool:
    """Tell whether a thing runs through points that can be added and taken away."""
    return prop.kind in STRUNG and len(prop.points) >= FEWEST


def has_points(prop: Prop) -> bool:
    """Tell whether a thing runs between points that can be moved."""
    return is_strung(prop) or (prop.kind in _TIED and bool(prop.points))


def points_at(figure: Figure, frame: int, number: int, at: Fit | None = None) -> tuple[Point, ...]:
    """Return where the points of a thing are in the picture; none for what has none, or is not in the frame."""
    prop = figure.props[number]
    if not has_points(prop) or (prop.frames and frame not in prop.frames):
        return ()
    return tuple(_seen(figure, spot, at) for spot in _places(figure, frame, prop))


def _places(figure: Figure, frame: int, prop: Prop) -> tuple[Vec, ...]:
    body = skeletons(figure)[frame]
    return tuple(point(body, spot) for spot in prop.points)


def _seen(figure: Figure, place: Vec, at: Fit | None) -> Point:
    scale, dx, dy = at or fit(figure)
    x, y = camera_of(figure).flat(place)
    return (x * scale + dx, y * scale + dy)


def middles_at(figure: Figure, frame: int, number: int, at: Fit | None = None) -> tuple[Point, ...]:
    """Return the middles between the points of what can be bent there."""
    spots = points_at(figure, frame, number, at) if is_strung(figure.props[number]) else ()
    return tuple(((a + c) / 2, (b + d) / 2) for (a, b), (c, d) in pairwise(spots))


def moved_point(figure: Figure, frame: int, number: int, which: int, by: Point, at: Fit | None = None) -> Figure:
    """Return the figure with a point of a thing moved in the picture, to a place of its own."""
    prop = figure.props[number]
    scale = (at or fit(figure))[0]
    way = across_picture(camera_of(figure), (by[0] / scale, by[1] / scale))
    return _with_point(figure, number, which, _rounded(add(_places(figure, frame, prop)[which], way)))


def bent(figure: Figure, frame: int, number: int, after: int, by: Point, at: Fit | None = None) -> Figure:
    """Return the figure with a point more between two of a thing, moved from their middle."""
    prop = figure.props[number]
    places = _places(figure, frame, prop)
    middle = mul(add(places[after], places[after + 1]), 0.5)
    points = (*prop.points[: after + 1], _rounded(middle), *prop.points[after + 1 :])
    return moved_point(_with(figure, number, replace(prop, points=points)), frame, number, after + 1, by, at)


def moved_whole(figure: Figure, frame: int, number: int, by: Point, at: Fit | None = None) -> Figure:
    """Return the figure with all points of a thing moved in the picture, following nothing any more."""
    for which in range(len(figure.props[number].points)):
        figure = moved_point(figure, frame, number, which, by, at)
    return figure


def tied(figure: Figure, number: int, which: int, name: str) -> Figure:
    """Return the figure with a point of a thing at a body point, which it follows."""
    return _with_point(figure, number, which, name)


def freed(figure: Figure, frame: int, number: int, which: int) -> Figure:
    """Return the figure with a point of a thing where it is, following nothing."""
    return _with_point(figure, number, which, _rounded(_places(figure, frame, figure.props[number])[which]))


def without_point(figure: Figure, number: int, which: int) -> Figure:
    """Return the figure with a point less in a thing; the last two stay."""
    prop = figure.props[number]
    if not is_strung(prop) or len(prop.points) <= FEWEST:
        return figure
    return _with(figure, number, replace(prop, points=(*prop.points[:which], *prop.points[which + 1 :])))


def nearest_tie(figure: Figure, frame: int, place: Point, within: float, at: Fit | None = None) -> str:
    """Return the body point nearest to a place in the picture, nothing when none is near; the nearer to the viewer."""
    camera, body = camera_of(figure), skeletons(figure)[frame]
    best, found = (within, 0.0), ""
    for name in TIES:
        x, y = _seen(figure, body.points[name], at)
        far = (round(math.hypot(x - place[0], y - place[1]), 1), -camera.depth(body.points[name]))
        if far < best:
            best, found = far, name
    return found


def side_of(prop: Prop) -> str:
    """Return on which side a thing is that is in one hand or on one leg, nothing for others."""
    if prop.kind not in IN_ONE_HAND:
        return ""
    return str(prop.points[0]).partition("_")[0] if prop.points else "right"


def other_side_near(figure: Figure, frame: int, number: int, place: Point, at: Fit | None = None) -> str:
    """Return the side whose hand or ankle is nearest to a place in the picture; the side it is on when both are."""
    prop, body = figure.props[number], skeletons(figure)[frame]
    part = "ankle" if prop.kind == "ankle_weight" else "hand"

    def far(side: str) -> tuple[float, bool]:
        x, y = _seen(figure, body.points[f"{side}_{part}"], at)
        return round(math.hypot(x - place[0], y - place[1]), 1), side != side_of(prop)

    return min(SIDES, key=far)


def on_side(figure: Figure, number: int, side: str) -> Figure:
    """Return the figure with such a thing on the other side."""
    prop = figure.props[number]
    return _with(figure, number, replace(prop, points=(IN_ONE_HAND[prop.kind].format(side=side),)))


def _with_point(figure: Figure, number: int, which: int, spot: str | Spot) -> Figure:
    prop = figure.props[number]
    return _with(figure, number, replace(prop, points=(*prop.points[:which], spot, *prop.points[which + 1 :])))


def _with(figure: Figure, number: int, prop: Prop) -> Figure:
    return replace(figure, props=(*figure.props[:number], prop, *figure.props[number + 1 :]))


def _rounded(place: Vec) -> Spot:
    return tuple(round(n, 2) for n in place)
