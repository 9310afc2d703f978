"""Things in the scene: boxes, tubes and soft bands, each from its place and size or the points it runs between."""

from __future__ import annotations

import math
from collections.abc import Callable

from painplanner.core.drawing import Area, Line, Path, Point, Shape, circle, curve_through, polygon, rectangle
from painplanner.core.figure import hand_props, machine_props, room_props
from painplanner.core.figure.outline import Camera
from painplanner.core.figure.skeleton import Skeleton, point
from painplanner.core.figure.solid import EDGE, box, place_of, size_of, way_of
from painplanner.core.figure.value import Prop
from painplanner.core.figure.vector import add, length, lerp, mul, sub, unit

MAT = 1.8
HELD = {"hammer", "putty", "dumbbell"}
"""What a close-up of the hand holds with it."""


def draw_prop(prop: Prop, body: Skeleton, camera: Camera) -> list[Shape]:
    """Return the shapes of a prop."""
    return _MAKERS[prop.kind](prop, body, camera)


def _mat(prop: Prop, _: Skeleton, camera: Camera) -> list[Shape]:
    if camera.depth((0.0, 1.0, 0.0)) < 0.1:
        return []  # seen from the side the scene draws it over the whole width
    middle, size = place_of(prop, 0, -MAT, 0), size_of(prop, 122, MAT, 40)
    return box(camera, middle, size, "mat")


def _seat(prop: Prop, _: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a chair that faces right: `at` is the middle of the seat's top edge at the back, `size` its depth."""
    x, y, z = place_of(prop, -9, 26, 0)
    depth, back, width = size_of(prop, 27, 30, 26)
    shapes: list[Shape] = []
    for dz in (-width / 2 + 1.2, width / 2 - 1.2):
        for dx in (1.2, depth - 1.2):
            shapes += box(camera, (x + dx, 0, z + dz), (2.4, y - 3, 2.4), "prop_dark" if dz < 0 else "prop")
    if back > 0:
        shapes += box(camera, (x + 0.2, y - 3, z), (2.8, back + 3, width))
    return shapes + box(camera, (x + depth / 2, y - 3, z), (depth + 1.6, 3, width))


def _stool(prop: Prop, body: Skeleton, camera: Camera) -> list[Shape]:
    plain = Prop(kind="chair", at=prop.at, size=(prop.size[0] if prop.size else 26.0, 0.0))
    return _seat(plain, body, camera)


def _table(prop: Prop, _: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a table: `at` is the middle of its top surface."""
    x, y, z = place_of(prop, 40, 42, 0)
    width, thick, deep = size_of(prop, 40, 3, 30)
    shapes: list[Shape] = []
    for dz in (-deep / 2 + 1.5, deep / 2 - 1.5):
        for dx in (-width / 2 + 2, width / 2 - 2):
            shapes += box(camera, (x + dx, 0, z + dz), (2.6, y - thick, 2.6))
    return shapes + box(camera, (x, y - thick, z), (width, thick, deep), "wood" if prop.kind == "desk" else "prop")


def _desk(prop: Prop, body: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a desk with screen and keyboard."""
    x, y, z = place_of(prop, 45, 41, 0)
    shapes = _table(prop, body, camera)
    shapes += box(camera, (x + 8, y, z), (9, 1.2, 12), "prop_dark")
    shapes += box(camera, (x + 9.5, y + 1, z), (2, 14, 4), "prop_dark")
    shapes += box(camera, (x + 6.5, y + 9, z), (2.4, 24, 30))
    return shapes + box(camera, (x - 11, y, z), (10, 1.1, 20), "prop_dark")


def _wall(prop: Prop, _: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a wall whose surface is at x, on the side of the person."""
    x, y, z = place_of(prop, 40, 0, 0)
    thick, high, deep = size_of(prop, 5, 108, 30)
    return box(camera, (x + thick / 2, y, z), (abs(thick), high, deep))


def _doorway(prop: Prop, _: Skeleton, camera: Camera) -> list[Shape]:
    x, y, z = place_of(prop, 12, 0, 0)
    thick, high, _w = size_of(prop, 5, 112, 60)
    shapes = box(camera, (x, y, z), (thick, high, 6))
    return shapes + box(camera, (x, high, z), (thick + 4, 4, 8))


def _step(prop: Prop, _: Skeleton, camera: Camera) -> list[Shape]:
    middle, size = place_of(prop, 20, 0, 0), size_of(prop, 26, 10, 30)
    return box(camera, middle, size)


def _wooden(prop: Prop, _: Skeleton, camera: Camera) -> list[Shape]:
    middle, size = place_of(prop, 20, 0, 0), size_of(prop, 18, 14, 20)
    shapes = box(camera, middle, size, "wood")
    x, y, z = middle
    band = [(x - size[0] / 2, y + size[1] * 0.62, z), (x + size[0] / 2, y + size[1] * 0.62, z)]
    return [*shapes, Line(polygon([camera.flat(v) for v in band]), "prop_line", EDGE)]


def _soft(prop: Prop, body: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a pillow, towel roll, foam roll or ball as seen from the side; a towel between two points is a cloth."""
    if prop.kind == "towel" and len(prop.points) > 1:
        return hand_props.cloth(prop, body, camera)
    where = point(body, prop.points[0]) if prop.points else (0.0, 0.0, 0.0)
    x, y = camera.flat(add(where, place_of(prop, 0, 0, 0)))
    defaults = {"pillow": (20.0, 5.0), "towel": (8.0, 7.0), "roll": (9.0, 9.0), "ball": (6.0, 6.0)}
    wide, high, _d = size_of(prop, *defaults[prop.kind], 0)
    fill = {"pillow": "background", "towel": "band", "roll": "mat", "ball": "band"}[prop.kind]
    path = rectangle(x - wide / 2, y - high / 2, wide, high, min(wide, high) / 2)
    path = _leaning(path, (x, y), prop, camera) if prop.way else path
    shapes: list[Shape] = [Area(path, fill=fill, line="prop_line" if fill != "band" else "ink", width=EDGE)]
    if prop.kind in {"towel", "roll"}:
        shapes += [
            Area(circle(x, y, high * k), line="prop_line" if fill != "band" else "ink", width=0.5) for k in (0.3, 0.15)
        ]
    return shapes


def _leaning(path: Path, middle: Point, prop: Prop, camera: Camera) -> Path:
    """Return a path turned about its middle so that its length lies along `way`."""
    dx, dy = camera.flat(way_of(prop, (1.0, 0.0, 0.0)))
    long = math.hypot(dx, dy) or 1.0
    c, s, (x, y) = dx / long, dy / long, middle
    return tuple(
        tuple(n for i in range(0, len(row), 2) for n in _about(row[i] - x, row[i + 1] - y, c, s, middle))
        for row in path
    )


def _about(dx: float, dy: float, c: float, s: float, middle: Point) -> Point:
    return (middle[0] + dx * c - dy * s, middle[1] + dx * s + dy * c)


def _stretched(prop: Prop, body: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a band or strap through its points."""
    spots = [camera.flat(point(body, spot)) for spot in prop.points]
    width = 1.9 if prop.kind == "band" else 1.6
    path = polygon(spots) if len(spots) == 2 else curve_through(spots)
    return [Line(path, "ink", width + 0.9), Line(path, "band", width)]


def _stick(prop: Prop, body: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a stick through two points, sticking out by `size`."""
    a, b = point(body, prop.points[0]), point(body, prop.points[1])
    way = unit(sub(b, a))
    if len(prop.size) > 1:
        a, b = sub(a, mul(way, prop.size[0])), add(b, mul(way, prop.size[1]))
    path = polygon([camera.flat(a), camera.flat(b)])
    return [Line(path, "ink", 3.0), Line(path, "wood", 1.9)]


def _dumbbell(prop: Prop, body: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a dumbbell in a hand; its bar runs across the palm."""
    side = prop.points[0] if prop.points else "right"
    turn = body.turns[f"{side}_palm"]
    hold = point(body, f"{side}_hand")
    shapes: list[Shape] = []
    bar = [add(hold, mul(turn[0], k)) for k in (-5.5, 5.5)]
    shapes.append(Line(polygon([camera.flat(v) for v in bar]), "ink", 2.2))
    for end in bar:
        x, y = camera.flat(end)
        long = length(sub((*camera.flat(bar[1]), 0.0), (*camera.flat(bar[0]), 0.0)))
        half = 1.6 if long > 4 else 2.8
        shapes.append(Area(rectangle(x - half, y - 2.8, 2 * half, 5.6, 1.2), fill="shoe", line="ink", width=EDGE))
    return shapes


def _bed(prop: Prop, _: Skeleton, camera: Camera) -> list[Shape]:
    x, y, z = place_of(prop, 0, 24, 0)
    wide, thick, deep = size_of(prop, 118, 8, 34)
    shapes: list[Shape] = []
    for dx in (-wide / 2 + 3, wide / 2 - 3):
        shapes += box(camera, (x + dx, 0, z), (3, y - thick, deep))
    return shapes + box(camera, (x, y - thick, z), (wide, thick, deep), "mat")


def _floor(*_: object) -> list[Shape]:
    """Draw nothing: the floor is drawn by the scene, over the whole width of the picture."""
    return []


_MAKERS: dict[str, Callable[[Prop, Skeleton, Camera], list[Shape]]] = {
    "floor": _floor, "mat": _mat, "chair": _seat, "stool": _stool, "table": _table, "counter": _table, "desk": _desk,
    "wall": _wall, "doorway": _doorway, "step": _step, "box": _wooden, "pillow": _soft, "towel": _soft, "roll": _soft,
    "ball": _soft, "band": _stretched, "strap": _stretched, "stick": _stick, "dumbbell": _dumbbell, "bed": _bed,
    **room_props.MAKERS, **hand_props.MAKERS, **machine_props.MAKERS,
}  # fmt: skip

__all__ = ["box", "draw_prop", "lerp"]
