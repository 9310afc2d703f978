"""Things and signs put into a picture by hand, moved and taken away; values in, values out.

What is put in comes with a place and size that can be seen at once, and is then moved where it belongs.
"""

from __future__ import annotations

import math
from typing import Any, Literal

from painplanner.core.drawing import Area, Line, Point, Shape, points_of
from painplanner.core.figure.editing import across_picture
from painplanner.core.figure.pose import SIDES
from painplanner.core.figure.props import draw_prop
from painplanner.core.figure.scene import IN_SPACE, USUAL, Fit, camera_of, fit, skeletons
from painplanner.core.figure.skeleton import point
from painplanner.core.figure.value import Figure, Mark, MarkKind, Prop, PropKind, Spot
from painplanner.core.figure.vector import Vec, add, length, sub, unit
from painplanner.core.values import replace

_ROUNDS = 4
LEAST_SIGN, LARGEST_SIGN = 2.0, 60.0
_SIZES = {
    "push": 13.0,
    "arrow": 13.0,
    "sway": 13.0,
    "circle": 8.0,
    "clock": 5.5,
    "repeat": 5.0,
    "press": 3.6,
    "shade": 3.4,
}
"""How large a sign is that does not say it."""
_ROUND_SIGNS = {"circle", "clock", "repeat", "press", "shade"}
_TIPS = {"push": 1.0, "arrow": 0.5, "sway": 0.5, **dict.fromkeys(_ROUND_SIGNS, 1.0)}
"""Which share of its size a sign reaches beyond the point that it is at."""
Over = Literal["behind", "body", "all"]
# Where things stand when they are put in, beside the person or in the hands; what is not here has a place of its own.
_PLACES: dict[str, dict[str, Any]] = {
    "band": {"points": ("left_hand", "right_hand"), "over": "body"},
    "strap": {"points": ("right_hand", "right_sole"), "over": "body"},
    "stick": {"points": ("left_hand", "right_hand"), "size": (6.0, 6.0), "over": "body"},
    "barbell": {"points": ("left_hand", "right_hand"), "over": "body"},
    "dumbbell": {"points": ("right",), "over": "body"},
    "hammer": {"points": ("right",), "over": "body"},
    "ankle_weight": {"points": ("right_ankle",), "over": "all"},
    "tape": {"points": ("right_hip", "right_knee"), "over": "all"},
    "cane": {"points": ("right_hand",), "over": "body"},
    "pole": {"points": ("right_hand",), "over": "body"},
    "kettlebell": {"points": ("right_hand",), "over": "body"},
    "weight": {"points": ("left_hand", "right_hand"), "over": "body"},
    "bag": {"points": ("right_hand",), "over": "body"},
    "book": {"points": ("left_hand", "right_hand"), "over": "body"},
    "phone": {"points": ("right_hand",), "over": "body"},
    "putty": {"points": ("right_hand",), "over": "all"},
    "pulley": {"points": ("left_hand", "right_hand")},
    "rail": {"points": ((-30.0, 55.0, -16.0), (40.0, 55.0, -16.0))},
    "pillow": {"at": (30.0, 3.0, 0.0)},
    "towel": {"at": (30.0, 3.5, 0.0)},
    "roll": {"at": (30.0, 4.5, 0.0)},
    "ball": {"at": (30.0, 8.0, 0.0), "size": (16.0, 16.0)},
    "foam_roller": {"at": (30.0, 4.0, 0.0)},
    "mirror": {"at": (45.0, 0.0, 0.0)},
    "target": {"at": (45.0, 70.0, 0.0)},
    "basin": {"at": (30.0, 0.0, 0.0)},
}


_SOFT_LINES = {"band", "strap", "tape"}
_APART, _HANGS = 10.0, 24.0
_OVER, _BESIDE = 9.0, 14.0


# Things in the scene


def with_prop(figure: Figure, kind: PropKind, frame: int = 0) -> Figure:
    """Return the figure with a thing more; a floor or mat that is there stays the only one."""
    if kind in {"floor", "mat"} and any(prop.kind == kind for prop in figure.props):
        return figure
    prop = replace(Prop(kind=kind), **_PLACES.get(kind, {}))
    if kind in _SOFT_LINES:
        prop = replace(prop, points=_seen_apart(figure, frame, prop.points))
    return replace(figure, props=(*figure.props, prop))


def _seen_apart(figure: Figure, frame: int, points: tuple[str | Spot, ...]) -> tuple[str | Spot, ...]:
    """Return two points that stand apart in the picture: where one hides the other, its end hangs free above it."""
    body, camera = skeletons(figure)[frame], camera_of(figure)
    (ax, ay), (bx, by) = (camera.flat(point(body, spot)) for spot in points)
    if math.hypot(bx - ax, by - ay) >= _APART:
        return points
    end = add(point(body, points[1]), across_picture(camera, (0.0, _HANGS)))
    return (points[1], tuple(round(n, 2) for n in end))


def without_prop(figure: Figure, number: int) -> Figure:
    """Return the figure without a thing."""
    return replace(figure, props=(*figure.props[:number], *figure.props[number + 1 :]))


def moved_prop(figure: Figure, frame: int, number: int, by: Point, at: Fit | None = None) -> Figure:
    """Return the figure with a thing moved by a way in the picture; what hangs on body points hangs beside them."""
    prop, camera = figure.props[number], camera_of(figure)
    scale = (at or fit(figure))[0]
    way = across_picture(camera, (by[0] / scale, by[1] / scale))
    place = tuple(round(n, 3) for n in add(_place_of(figure, frame, prop), way))
    return _with_prop(figure, number, replace(prop, at=place))


def with_prop_over(figure: Figure, number: int, over: Over) -> Figure:
    """Return the figure with a thing behind the body, before it, or over everything."""
    return _with_prop(figure, number, replace(figure.props[number], over=over))


def is_only_in(prop: Prop, frame: int) -> bool:
    """Tell whether a thing is in one frame alone."""
    return prop.frames == (frame,)


def with_prop_only(figure: Figure, number: int, frame: int, *, on: bool) -> Figure:
    """Return the figure with a thing in one frame only, or in all of them."""
    return _with_prop(figure, number, replace(figure.props[number], frames=(frame,) if on else ()))


def _with_prop(figure: Figure, number: int, prop: Prop) -> Figure:
    return replace(figure, props=(*figure.props[:number], prop, *figure.props[number + 1 :]))


def prop_place(figure: Figure, frame: int, number: int, at: Fit | None = None) -> Point | None:
    """Return the middle of a thing in the picture, nothing where it is not to be seen."""
    prop = figure.props[number]
    if prop.kind == "floor" or (prop.frames and frame not in prop.frames):
        return None
    middle = _middle(draw_prop(prop, skeletons(figure)[frame], camera_of(figure)))
    scale, dx, dy = at or fit(figure)
    return None if middle is None else (middle[0] * scale + dx, middle[1] * scale + dy)


def _place_of(figure: Figure, frame: int, prop: Prop) -> Vec:
    """Return where a thing stands; a place that is not written down is seen from where it is drawn."""
    if len(prop.at) > 2:
        return point(skeletons(figure)[frame], prop.at)
    body, camera = skeletons(figure)[frame], camera_of(figure)
    wanted = _top(draw_prop(prop, body, camera))
    x, y, z, *_ = (*prop.at, *(0.0, 30.0, 0.0)[len(prop.at) :])
    place: Vec = (x, y, z)
    for _round in range(_ROUNDS):
        found = _top(draw_prop(replace(prop, at=place), body, camera))
        if wanted is None or found is None:
            break
        place = add(place, across_picture(camera, (wanted[0] - found[0], wanted[1] - found[1])))
    return place


def _middle(shapes: list[Shape]) -> Point | None:
    spots = _spots(shapes)
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    return ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2) if spots else None


def _top(shapes: list[Shape]) -> Point | None:
    """Return the middle of the upper edge: the legs of a table grow with its height, its top goes along."""
    spots = _spots(shapes)
    xs = [x for x, _ in spots]
    return ((min(xs) + max(xs)) / 2, max(y for _, y in spots)) if spots else None


def _spots(shapes: list[Shape]) -> list[Point]:
    return [spot for shape in shapes if isinstance(shape, (Area, Line)) for spot in points_of(shape.path)]


# Marks


def with_mark(figure: Figure, kind: MarkKind, name: str, frame: int) -> Figure:
    """Return the figure with a sign more, at a body point of a frame."""
    given: dict[str, Any] = {
        "path": {"point": name or most_moved(figure, frame)},
        "push": {"point": name or "chest", "towards": (1.0, 0.0, 0.0), "shift": (6.0, 0.0, 0.0)},
        "arrow": {"point": name or "chest", "towards": (0.0, 1.0, 0.0), "shift": (0.0, 14.0, 0.0)},
        "sway": {"point": name or "chest", "towards": (1.0, 0.0, 0.0), "shift": (0.0, 14.0, 0.0)},
        "clock": _above_all(figure, frame),
        "repeat": _above_all(figure, frame),
        "breath": {"point": "face", "shift": (3.0, 0.0, 0.0)},
        "stretch": _stretched(name),
    }.get(kind, {"point": name or "chest"})
    return replace(figure, marks=(*figure.marks, replace(Mark(kind=kind, frames=(frame,)), **given)))


def _above_all(figure: Figure, frame: int) -> dict[str, Any]:
    """Return a place above the body and beside the signs that are there, where a sign hides nothing."""
    body, camera = skeletons(figure)[frame], camera_of(figure)
    x, top = max((camera.flat(place) for place in body.points.values()), key=lambda spot: spot[1])
    scale, dx, dy = fit(figure)
    places = (mark_place(figure, frame, number) for number in range(len(figure.marks)))
    taken = [((a - dx) / scale, (b - dy) / scale) for a, b in (place for place in places if place is not None)]
    y = top + _OVER
    while any(math.hypot(x - a, y - b) < _BESIDE for a, b in taken):
        x += _BESIDE
    px, py = camera.flat(body.points["pelvis"])
    shift = across_picture(camera, (x - px, y - py))
    return {"point": "pelvis", "shift": tuple(round(n, 2) for n in shift)}


def _stretched(name: str) -> dict[str, str]:
    """Return the two ends of the bone that a point is the end of; the back of the thigh for the trunk."""
    side, _, part = name.partition("_")
    start = {"hand": "elbow", "elbow": "shoulder", "foot": "knee", "ankle": "knee", "toe": "ankle"}.get(part)
    if start is not None:
        return {"point": f"{side}_{start}", "to": name.replace("foot", "ankle")}
    if name in {"neck", "crown", "skull"}:
        return {"point": "neck", "to": "skull"}
    return {"point": f"{side if side in SIDES else 'right'}_hip", "to": f"{side if side in SIDES else 'right'}_knee"}


def most_moved(figure: Figure, frame: int) -> str:
    """Return the body point that moves most into a frame."""
    if not frame:
        return "right_hand"
    before, now = skeletons(figure)[frame - 1], skeletons(figure)[frame]
    names = (
        "crown",
        "chest",
        "front_pelvis",
        *(f"{s}_{p}" for s in ("right", "left") for p in ("hand", "knee", "ankle")),
    )
    return max(names, key=lambda name: length(sub(now.points[name], before.points[name])))


def without_mark(figure: Figure, number: int) -> Figure:
    """Return the figure without a sign."""
    return replace(figure, marks=(*figure.marks[:number], *figure.marks[number + 1 :]))


def is_shown_in_all(figure: Figure, number: int) -> bool:
    """Tell whether a sign is in every frame."""
    return set(figure.marks[number].frames or (len(figure.frames) - 1,)) == set(range(len(figure.frames)))


def with_mark_in_all(figure: Figure, number: int, frame: int, *, on: bool) -> Figure:
    """Return the figure with a sign in every frame, or in one only."""
    frames = tuple(range(len(figure.frames))) if on else (frame,)
    return _with_mark(figure, number, replace(figure.marks[number], frames=frames))


def moved_mark(figure: Figure, number: int, by: Point, at: Fit | None = None) -> Figure:
    """Return the figure with a sign moved by a way in the picture."""
    mark = figure.marks[number]
    scale = (at or fit(figure))[0]
    way = across_picture(camera_of(figure), (by[0] / scale, by[1] / scale))
    shift = tuple(round(n, 3) for n in add(point(skeletons(figure)[0], mark.shift), way))
    return _with_mark(figure, number, replace(mark, shift=shift))


def pulled_mark(figure: Figure, number: int, to: Point, at: Fit | None = None) -> Figure:
    """Return the figure with the end of an arrow, or the edge of a round sign, at a way from its place."""
    mark = figure.marks[number]
    long = math.hypot(*to) / (at or fit(figure))[0] / _TIPS[mark.kind]
    size = round(max(LEAST_SIGN, min(LARGEST_SIGN, long)), 2)
    if mark.kind in _ROUND_SIGNS:
        return _with_mark(figure, number, replace(mark, size=size))
    way = across_picture(camera_of(figure), to)
    return _with_mark(figure, number, replace(mark, size=size, towards=tuple(round(n, 3) for n in way)))


def _with_mark(figure: Figure, number: int, mark: Mark) -> Figure:
    return replace(figure, marks=(*figure.marks[:number], mark, *figure.marks[number + 1 :]))


def mark_place(figure: Figure, frame: int, number: int, at: Fit | None = None) -> Point | None:
    """Return where a sign is in the picture, nothing in a frame that does not show it."""
    mark = figure.marks[number]
    if frame not in (mark.frames or (len(figure.frames) - 1,)) or (mark.kind == "path" and not frame):
        return None
    body = skeletons(figure)[frame]
    start = point(body, mark.point or "crown")
    x, y = camera_of(figure).flat(add(start, point(body, mark.shift)))
    scale, dx, dy = at or fit(figure)
    return (x * scale + dx, y * scale + dy)


def tip_place(figure: Figure, frame: int, number: int, at: Fit | None = None) -> Point | None:
    """Return where the end of an arrow or the edge of a round sign is, nothing for signs whose size says nothing."""
    mark, start = figure.marks[number], mark_place(figure, frame, number, at)
    if mark.kind not in _TIPS or start is None:
        return None
    is_usual = figure.crop and not mark.size and mark.kind not in IN_SPACE
    scale = USUAL if is_usual else (at or fit(figure))[0]
    long = (mark.size or _SIZES[mark.kind]) * _TIPS[mark.kind] * scale
    if mark.kind in _ROUND_SIGNS:
        return (start[0] + long, start[1])
    x, y = camera_of(figure).flat(unit(point(skeletons(figure)[frame], mark.towards or (1.0, 0.0, 0.0))))
    return (start[0] + x * long, start[1] + y * long)
