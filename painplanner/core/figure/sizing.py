"""How large a thing is: its measures with their bounds, and where the handles stand that change them; values only.

Each handle stands at the edge that moves when its measure grows, as the thing is really seen: one that no edge answers
to, such as the depth of a table from the side, has none.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from painplanner.core.drawing import Area, Line, Point, Shape, points_of
from painplanner.core.figure.outline import Camera
from painplanner.core.figure.props import draw_prop
from painplanner.core.figure.scene import Fit, camera_of, fit, skeletons
from painplanner.core.figure.skeleton import Skeleton
from painplanner.core.figure.value import Figure, Prop
from painplanner.core.values import replace

_LEAST_ANSWER = 0.2
_SHARES = (0.5, 0.85, 0.15)
"""Where along an edge its handles stand, one after the other."""
_PLACES = 2
Box = tuple[float, float, float, float]


class Measure(NamedTuple):
    """One number of a thing's size: what it is called, what it usually is, and its bounds."""

    name: str
    usual: float
    least: float
    most: float
    is_count: bool = False


class SizeHandle(NamedTuple):
    """A handle: which number it changes, where it stands, which way is larger, and the way for one more of it."""

    number: int
    x: float
    y: float
    way: Point
    step: float


def _length(usual: float, most: float = 140.0, least: float = 4.0) -> Measure:
    return Measure("length", usual, least, most)


def _height(usual: float, most: float = 140.0, least: float = 2.0) -> Measure:
    return Measure("height", usual, least, most)


def _depth(usual: float, most: float = 90.0, least: float = 3.0) -> Measure:
    return Measure("depth", usual, least, most)


def _width(usual: float, most: float = 90.0, least: float = 2.0) -> Measure:
    return Measure("width", usual, least, most)


def _thickness(usual: float) -> Measure:
    return Measure("thickness", usual, 0.5, 20.0)


_TOP = (_length(40), _thickness(3), _depth(30))
_USUAL: dict[str, tuple[Measure, ...]] = {
    "chair": (_depth(27), Measure("back", 30, 0, 60), _width(26)),
    "stool": (_depth(26),),
    "table": _TOP,
    "counter": _TOP,
    "desk": _TOP,
    "wall": (_thickness(5), _height(108, 160, 20), _depth(30)),
    "doorway": (_thickness(5), _height(112, 160, 60)),
    "step": (_length(26), _height(10, 60), _depth(30)),
    "box": (_length(18), _height(14, 90), _depth(20)),
    "pillow": (_width(20, 60), _height(5, 30)),
    "towel": (_width(8, 60), _height(7, 30)),
    "roll": (_width(9, 40),),
    "ball": (_width(6, 60),),
    "stick": (Measure("end", 0, 0, 60), Measure("end", 0, 0, 60)),
    "bed": (_length(118, 160, 40), _thickness(8), _depth(34)),
    "bench": (_length(70), _thickness(4), _depth(20)),
    "stairs": (
        Measure("tread", 17, 6, 40),
        Measure("rise", 10, 3, 25),
        _width(34),
        Measure("count", 3, 1, 8, is_count=True),
    ),
    "rail": (_height(50, 90, 5),),
    "door": (_thickness(4), _height(112, 160, 60), _width(46)),
    "anchor": (_height(112, 160, 0),),
    "mirror": (_width(26), _height(20)),
    "target": (Measure("radius", 6, 1, 30),),
    "decline_board": (_length(22, 80), _height(9, 40), _depth(30)),
    "basin": (_width(24), _height(9, 40)),
    "plant": (_width(12), _height(22)),
    "pool": (_width(130, 160, 40), _depth(66, 120, 10)),
    "cycle": (
        Measure("saddle_back", 14, 4, 30),
        Measure("saddle_up", 32, 15, 60),
        Measure("bar_ahead", 22, 5, 45),
        Measure("bar_up", 48, 25, 75),
    ),
    "recumbent_cycle": (Measure("saddle_back", 46, 25, 65), Measure("saddle_up", 2, -12, 25)),
    "arm_cycle": (_height(13, 40),),
    "foam_roller": (Measure("diameter", 9, 3, 30), _length(34, 90)),
    "ankle_weight": (_length(6, 16, 2), Measure("radius", 3.1, 2, 8)),
    "hammer": (_length(15, 40),),
    "balls": (_width(4, 14), Measure("gap", 4.6, 2, 16)),
    "putty": (_width(5, 16),),
    "book": (_width(16, 50), _height(12, 40)),
    "phone": (_width(5, 30), _height(9, 40)),
    "weight": (_length(13, 40), _width(8, 24)),
    "kettlebell": (_width(9, 24),),
    "bag": (_width(13, 40), _height(14, 40)),
    "barbell": (Measure("end", 16, 4, 50), Measure("radius", 8, 2, 25)),
    "wheelchair": (_depth(26, 40, 15), _width(24, 40, 15)),
    "walker": (_depth(20, 50, 8), _width(30, 60, 12)),
}
_ROUND = {"ball", "roll"}
"""What is as high as it is wide."""


def measures(prop: Prop) -> tuple[Measure, ...]:
    """Return what can be changed of a thing's size; a towel that is pulled between points has its width alone."""
    return () if prop.kind == "towel" and len(prop.points) > 1 else _USUAL.get(prop.kind, ())


def size_now(prop: Prop, number: int) -> float:
    """Return one number of a thing's size."""
    return prop.size[number] if number < len(prop.size) else measures(prop)[number].usual


def resized(figure: Figure, number: int, which: int, value: float) -> Figure:
    """Return the figure with another number in a thing's size, as near as the thing may be."""
    made = with_size(figure.props[number], which, value)
    return replace(figure, props=(*figure.props[:number], made, *figure.props[number + 1 :]))


def with_size(prop: Prop, which: int, value: float) -> Prop:
    """Return a thing with another number in its size; what is round stays round."""
    known = measures(prop)
    one = known[which]
    value = float(max(one.least, min(one.most, round(value) if one.is_count else round(value, _PLACES))))
    if prop.kind in _ROUND:
        return replace(prop, size=(value, value))
    size = [prop.size[n] if n < len(prop.size) else known[n].usual for n in range(max(len(known), len(prop.size)))]
    size[which] = value
    return replace(prop, size=tuple(float(n) for n in size))


def size_handles(figure: Figure, frame: int, number: int, at: Fit | None = None) -> tuple[SizeHandle, ...]:
    """Return the handles of a thing in a frame."""
    prop = figure.props[number]
    if prop.frames and frame not in prop.frames:
        return ()
    body, camera = skeletons(figure)[frame], camera_of(figure)
    box = _box(draw_prop(prop, body, camera))
    scale, dx, dy = at or fit(figure)
    found: list[SizeHandle] = []
    for which in range(len(measures(prop))):
        edge, step = _answer(prop, which, box, body, camera)
        if step < _LEAST_ANSWER or measures(prop)[which].name == "thickness":
            continue
        beside = sum(1 for one in found if one.way == _WAYS[edge])
        x, y = _spot(box, edge, _SHARES[min(beside, len(_SHARES) - 1)])
        found.append(SizeHandle(which, x * scale + dx, y * scale + dy, _WAYS[edge], step * scale))
    return tuple(found)


# Left, bottom, right, top: as in a box.
_WAYS: tuple[Point, ...] = ((-1.0, 0.0), (0.0, -1.0), (1.0, 0.0), (0.0, 1.0))


def _answer(prop: Prop, which: int, box: Box, body: Skeleton, camera: Camera) -> tuple[int, float]:
    """Return the edge that moves most when a measure grows by one, and how far."""
    now, most = size_now(prop, which), measures(prop)[which].most
    more = 1.0 if now + 1.0 <= most else -1.0
    size = tuple(float(size_now(prop, n)) for n in range(len(measures(prop))))
    grown = (now + more,) * 2 if prop.kind in _ROUND else (*size[:which], now + more, *size[which + 1 :])
    after = _box(draw_prop(replace(prop, size=(*grown, *prop.size[len(grown) :])), body, camera))
    out = [(b - a) * more * sum(way) for a, b, way in zip(box, after, _WAYS, strict=True)]
    edge = max((2, 3, 0, 1), key=lambda n: round(out[n], 3))
    return edge, out[edge]


def _box(shapes: list[Shape]) -> Box:
    spots = [spot for shape in shapes if isinstance(shape, (Area, Line)) for spot in points_of(shape.path)]
    if not spots:
        return (0.0, 0.0, 0.0, 0.0)
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    return (min(xs), min(ys), max(xs), max(ys))


def _spot(box: Box, edge: int, share: float) -> Point:
    """Return a place along an edge of a box."""
    left, low, right, top = box
    if edge in (0, 2):
        return (box[edge], low + (top - low) * share)
    return (left + (right - left) * share, box[edge])


def pulled(figure: Figure, number: int, handle: SizeHandle, by: Point) -> Figure:
    """Return the figure with a handle pulled by a way in the picture."""
    along = by[0] * handle.way[0] + by[1] * handle.way[1]
    return resized(figure, number, handle.number, size_now(figure.props[number], handle.number) + along / handle.step)


def nudged(figure: Figure, number: int, handle: SizeHandle, by: Point) -> Figure:
    """Return the figure with a measure larger or smaller by a step of the arrow keys; right and up are larger."""
    along = by[0] * handle.way[0] + by[1] * handle.way[1]
    more = along or by[0] + by[1]
    is_count = measures(figure.props[number])[handle.number].is_count
    step = math.copysign(1.0, more) if is_count else more
    return resized(figure, number, handle.number, size_now(figure.props[number], handle.number) + step)
