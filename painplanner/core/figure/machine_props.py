"""Things one gets on or into: cycles whose pedals meet the feet (or hands), car, wheelchair and walking frame."""

from __future__ import annotations

from painplanner.core.drawing import Area, Shape, polygon
from painplanner.core.figure.outline import Camera
from painplanner.core.figure.skeleton import Skeleton, point
from painplanner.core.figure.solid import bar, box, cylinder, disc, facing, place_of, size_of, slab, way_of
from painplanner.core.figure.value import Prop
from painplanner.core.figure.vector import Vec, place

_ACROSS = (0.0, 0.0, 1.0)


def cycle(prop: Prop, body: Skeleton, camera: Camera) -> list[Shape]:
    """Draw an upright cycle: `at` is the crank's axis, `size` saddle (back, up) and handlebar (ahead, up) from it."""
    x, y, z = place_of(prop, 0, 18, 0)
    back, up, ahead, high = size_of(prop, 14, 32, 22, 48)
    shapes = _base(camera, (x, 0, z), 26)
    saddle, grip = (x - back, y + up, z), (x + ahead, y + high, z)
    shapes += bar(camera, (x + 14, 3, z), (grip[0] - 5, grip[1] - 3, z), "prop", 3.4)
    shapes += bar(camera, (x, y, z), (saddle[0], saddle[1] - 2, z), "prop", 3.4)
    shapes += cylinder(camera, (x + 15, 16, z - 2), (x + 15, 16, z + 2), 12)
    shapes += bar(camera, (x, y, z), (x + 15, 16, z), "prop", 5.0)
    shapes += slab(camera, (saddle[0] + 1, saddle[1] - 1.4, z), _LEVEL, (13, 2.8, 7), "shoe", "ink")
    shapes += bar(camera, (grip[0] - 5, grip[1] - 3, z), (grip[0] - 4, grip[1], z), "prop", 3.4)
    for k in (-7.0, 7.0):
        shapes += bar(camera, (grip[0] - 4, grip[1], z), (grip[0], grip[1] + 1, z + k), "shoe", 2.2)
    return shapes + _cranks(prop, body, camera, (x, y, z), "ball")


def recumbent_cycle(prop: Prop, body: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a cycle with a seat and backrest: `at` is the crank's axis, `size` how far back and up the seat is."""
    x, y, z = place_of(prop, 36, 24, 0)
    back, up = size_of(prop, 46, 2)
    seat = (x - back, y + up, z)
    shapes = _base(camera, (x - back / 2, 0, z), back / 2 + 14)
    shapes += bar(camera, (seat[0] + 4, 2, z), (seat[0] + 4, seat[1] - 3, z), "prop", 3.6)
    shapes += bar(camera, (x, 2, z), (x, y, z), "prop", 4.0)
    shapes += cylinder(camera, (x + 2, y, z - 2), (x + 2, y, z + 2), 9)
    shapes += slab(camera, (seat[0] + 5, seat[1] - 1.8, z), _LEVEL, (24, 3.6, 22), "shoe", "ink")
    lean = facing((0.95, 0.3, 0.0))
    shapes += slab(camera, place(seat, lean, -9.5, 16, 0), lean, (3.4, 32, 22), "shoe", "ink")
    return shapes + _cranks(prop, body, camera, (x, y, z), "ball")


def arm_cycle(prop: Prop, body: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a hand crank that stands on a table at `at`, its handles in the hands; `size` is the axis' height."""
    x, y, z = place_of(prop, 34, 42, 0)
    (high,) = size_of(prop, 13)
    shapes = box(camera, (x, y, z), (16, 1.6, 14), "prop_dark")
    shapes += bar(camera, (x, y + 1, z), (x, y + high, z), "prop", 4.0)
    shapes += cylinder(camera, (x, y + high, z - 2), (x, y + high, z + 2), 5)
    return shapes + _cranks(prop, body, camera, (x, y + high, z), "hand")


def _base(camera: Camera, middle: Vec, half: float) -> list[Shape]:
    x, y, z = middle
    shapes: list[Shape] = []
    for dx in (-half, half):
        shapes += box(camera, (x + dx, y, z), (4, 2.2, 22), "prop_dark")
    return shapes + box(camera, (x, y + 0.8, z), (2 * half, 2.2, 4), "prop_dark")


def _cranks(prop: Prop, body: Skeleton, camera: Camera, axis: Vec, part: str) -> list[Shape]:
    """Draw the arms of the crank to both feet or hands, or to the points that are given."""
    spots = prop.points or (f"left_{part}", f"right_{part}")
    shapes: list[Shape] = []
    for spot in sorted((point(body, s) for s in spots), key=camera.depth):
        level = (axis[0], axis[1], spot[2] * 0.7)
        shapes += bar(camera, level, (spot[0], spot[1], spot[2] * 0.7), "prop_dark", 1.9)
        if part == "ball":
            shapes += slab(camera, (spot[0], spot[1] - 0.7, spot[2]), _LEVEL, (6, 1.4, 6), "shoe", "ink")
        else:
            shapes += bar(camera, (spot[0], spot[1], spot[2] * 0.6), (spot[0], spot[1], spot[2] * 1.3), "shoe", 2.2)
    return [*shapes, *disc(camera, (axis[0], axis[1], axis[2] + 2), _ACROSS, 2.2, "prop_dark", "ink")]


def car(prop: Prop, _: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a car's seat in its door opening: `at` is the seat's top edge at the back, `way` where the car drives."""
    spot = place_of(prop, -9, 22, 0)
    frame = facing(way_of(prop, (1.0, 0.0, 0.0)))
    ground: Vec = (spot[0], 0.0, spot[2])
    up = spot[1]

    def at(forward: float, height: float, right: float = 0.0) -> Vec:
        return place(ground, frame, forward, height, right)

    shapes: list[Shape] = []
    for outline, fill in ((_CAR, "prop"), (_CAR_DOOR, "background")):
        flat = [camera.flat(at(f, h)) for f, h in outline]
        shapes.append(Area(polygon(flat), fill=fill, line="prop_line", width=1.2))
    for radius, fill in ((15.0, "shoe"), (8.0, "prop")):
        shapes += disc(camera, at(66, 15), frame[2], radius, fill, "ink")
    lean = facing(unit_in(frame, 0.96, 0.26))
    shapes += slab(camera, place(at(0, up), lean, -2.4, 17, 0), lean, (5, 34, 22), "prop_dark", "ink")
    shapes += slab(camera, place(at(0, up), lean, -2.4, 40, 0), lean, (4, 9, 12), "prop_dark", "ink")
    shapes += slab(camera, at(11, up - 2.4), frame, (27, 5, 24), "prop_dark", "ink")
    shapes += slab(camera, at(11, (up + 2) / 2, 0), frame, (20, up - 8, 18), "prop")
    return shapes + bar(camera, at(33, up + 18), at(28, up + 30), "shoe", 2.4)


def unit_in(frame: tuple[Vec, Vec, Vec], forward: float, up: float) -> Vec:
    """Return a direction given in a frame."""
    return place((0.0, 0.0, 0.0), frame, forward, up, 0)


def wheelchair(prop: Prop, _: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a wheelchair that faces right: `at` is the seat's top edge at the back, `size` its depth and width."""
    x, y, z = place_of(prop, -9, 26, 0)
    deep, wide = size_of(prop, 26, 24)
    shapes: list[Shape] = []
    for k in (-1.0, 1.0):
        side = z + k * wide / 2
        shapes += disc(camera, (x + 3, 17, side), _ACROSS, 17, "", "shoe", 1.6)
        shapes += disc(camera, (x + 3, 17, side), _ACROSS, 2, "prop_dark", "ink")
        shapes += disc(camera, (x + deep + 1, 5, side), _ACROSS, 5, "prop", "shoe", 1.4)
        for a, b in (
            ((0, -2), (-1, 30)),
            ((-1, 30), (-7, 31)),
            ((0, 9), (deep - 4, 9)),
            ((deep, -2), (deep + 9, 5 - y)),
        ):
            shapes += bar(camera, (x + a[0], y + a[1], side), (x + b[0], y + b[1], side), "prop_dark", 1.8)
    shapes += box(camera, (x - 0.6, y + 2, z), (2.2, 26, wide))
    shapes += box(camera, (x + deep / 2, y - 2.4, z), (deep, 2.4, wide))
    return shapes + box(camera, (x + deep + 12, 4, z), (10, 1.4, wide - 6), "prop_dark")


def walker(prop: Prop, _: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a walking frame: `at` is the middle of its grips, `size` its depth and width."""
    x, y, z = place_of(prop, 16, 50, 0)
    deep, wide = size_of(prop, 20, 30)
    shapes: list[Shape] = []
    for k in (-1.0, 1.0):
        side = z + k * wide / 2
        legs = ((x - 5, y), (x - deep / 2, 0)), ((x + 5, y), (x + deep / 2, 0))
        for (ax, ay), (bx, by) in legs:
            shapes += bar(camera, (ax, ay, side), (bx, by + 1, side), "prop_dark", 1.8)
        shapes += bar(camera, (x - 6, y, side), (x + 5, y, side), "shoe", 2.4)
        shapes += bar(camera, (x - 7, y * 0.45, side), (x + 7, y * 0.45, side), "prop_dark", 1.6)
    return shapes + bar(camera, (x + 7, y * 0.5, z - wide / 2), (x + 7, y * 0.5, z + wide / 2), "prop_dark", 1.8)


_LEVEL = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
# A car's body and door opening: ahead of the seat's back, up from the ground.
_CAR = (
    (-22, 10), (-25, 44), (-22, 62), (-14, 80), (-6, 87), (6, 89), (24, 88), (34, 84), (46, 66), (54, 54), (76, 51),
    (86, 47), (89, 38), (89, 12), (86, 9), (-20, 8),
)  # fmt: skip
_CAR_DOOR = (
    (-10, 13), (-15, 44), (-12, 62), (-6, 76), (0, 81), (10, 83), (24, 82), (30, 79), (41, 61), (45, 50), (45, 26),
    (38, 13),
)  # fmt: skip
MAKERS = {
    "cycle": cycle, "recumbent_cycle": recumbent_cycle, "arm_cycle": arm_cycle, "car": car, "wheelchair": wheelchair,
    "walker": walker,
}  # fmt: skip
