"""Things that stand in a room: bench, stairs, rail, door, band anchor, mirror, target, pulley, board, basin, pool."""

from __future__ import annotations

import math

from painplanner.core.drawing import Area, Line, Path, Shape, circle, curve_through, polygon, rectangle
from painplanner.core.figure.outline import Camera, hull
from painplanner.core.figure.skeleton import Skeleton, point
from painplanner.core.figure.solid import (
    EDGE,
    bar,
    box,
    disc,
    facing,
    middle_of,
    place_of,
    rod,
    sheet,
    size_of,
    slab,
    way_of,
)
from painplanner.core.figure.value import Prop
from painplanner.core.figure.vector import Vec, place

_UP = (0.0, 1.0, 0.0)


def bench(prop: Prop, _: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a padded bench: `at` is the middle of its top, `size` length, thickness and depth."""
    x, y, z = place_of(prop, 0, 26, 0)
    long, thick, deep = size_of(prop, 70, 4, 20)
    shapes: list[Shape] = []
    for dx in (-long / 2 + 7, long / 2 - 7):
        shapes += box(camera, (x + dx, 0, z), (3, y - thick, deep - 4), "prop_dark")
        shapes += box(camera, (x + dx, 0, z), (9, 1.6, deep), "prop_dark")
    return shapes + box(camera, (x, y - thick, z), (long, thick, deep), "mat")


def stairs(prop: Prop, _: Skeleton, camera: Camera) -> list[Shape]:
    """Draw stairs that go up to the right: `at` is the foot of the first riser, `size` tread, rise, width, count."""
    x, y, z = place_of(prop, 10, 0, 0)
    tread, rise, wide, count = size_of(prop, 17, 10, 34, 3)
    if camera.depth((0.0, 0.0, 1.0)) > 0.99:
        spots = [(x, y)]
        for i in range(int(count)):
            spots += [(x + i * tread, y + (i + 1) * rise), (x + (i + 1) * tread, y + (i + 1) * rise)]
        spots.append((x + count * tread, y))
        return [Area(polygon(spots), fill="prop", line="prop_line", width=EDGE)]
    order = range(int(count)) if camera.depth((1.0, 0.0, 0.0)) > 0 else reversed(range(int(count)))
    shapes: list[Shape] = []
    for i in order:
        shapes += box(camera, (x + (i + 0.5) * tread, y, z), (tread, (i + 1) * rise, wide))
    return shapes


def rail(prop: Prop, body: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a handrail through its points on posts as high as `size`."""
    spots = [point(body, spot) for spot in prop.points]
    (high,) = size_of(prop, 50)
    shapes: list[Shape] = []
    for spot in spots:
        shapes += bar(camera, (spot[0], spot[1] - high, spot[2]), spot, "prop_dark", 1.8)
    return shapes + rod([camera.flat(spot) for spot in spots], "wood", 2.6)


def door(prop: Prop, _: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a door leaf: `at` is the middle of its foot, `size` thickness, height and width, `way` where it looks."""
    foot = place_of(prop, 40, 0, 0)
    thick, high, wide = size_of(prop, 4, 112, 46)
    frame = facing(way_of(prop, (-1.0, 0.0, 0.0)))
    shapes = slab(camera, place(foot, frame, 0, high / 2, 0), frame, (thick, high, wide))
    handle = place(foot, frame, thick / 2 + 1.6, high * 0.47, wide * 0.38)
    return shapes + bar(camera, place(foot, frame, 0, high * 0.47, wide * 0.38), handle, "prop_dark", 1.6)


def anchor(prop: Prop, body: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a post with a ring at `at`, and the band from the ring to every point; `size` is the post's height."""
    x, y, z = place_of(prop, 50, 58, 0)
    (high,) = size_of(prop, 112)
    shapes = box(camera, (x + 2.6, 0, z), (3.4, high, 3.4)) if high > 0 else []
    for spot in prop.points:
        shapes += rod([camera.flat((x, y, z)), camera.flat(point(body, spot))], "band", 1.9)
    return [*shapes, Area(circle(*camera.flat((x, y, z)), 1.8), fill="prop_dark", line="ink", width=EDGE)]


def mirror(prop: Prop, body: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a mirror (box) that stands on `at`: `way` is where its glass looks, `size` its width, height, depth."""
    foot = middle_of(prop, body)
    wide, high, deep = size_of(prop, 26, 20, 1.6)
    frame = facing(way_of(prop, (0.0, 0.0, 1.0)))
    shapes = slab(camera, place(foot, frame, 0, high / 2, 0), frame, (deep, high, wide), "prop_dark")
    d = deep / 2
    corners = ((1.2, -1), (high - 1.2, -1), (high - 1.2, 1), (1.2, 1))
    shapes.append(sheet(camera, [place(foot, frame, d, u, r * (wide / 2 - 1.2)) for u, r in corners], "water"))
    for r in (-0.2, 0.05):
        glint = [place(foot, frame, d, high * u, wide * (r + k)) for u, k in ((0.3, 0.0), (0.75, 0.18))]
        shapes.append(Line(polygon([camera.flat(spot) for spot in glint]), "background", 1.4))
    return shapes


def target(prop: Prop, body: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a target of two rings at `at` that looks along `way`; `size` is its radius."""
    middle = middle_of(prop, body)
    (radius,) = size_of(prop, 6)
    way = way_of(prop, (-1.0, 0.0, 0.35))
    shapes: list[Shape] = []
    for share, fill in ((1.0, "background"), (0.62, "accent"), (0.26, "background")):
        shapes += disc(camera, middle, way, radius * share, fill, "ink")
    return shapes


def pulley(prop: Prop, body: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a pulley that hangs at `at`, its rope running down to both points; `size` is the wheel's radius."""
    x, y, z = place_of(prop, 0, 118, 0)
    (radius,) = size_of(prop, 3)
    top = camera.flat((x, y, z))
    shapes = rod([(top[0], top[1] + radius + 4), top], "prop_dark", 1.6)
    for k, spot in zip((-1.0, 1.0), prop.points, strict=False):
        end = camera.flat(point(body, spot))
        shapes += rod([(top[0] + radius * k, top[1]), end], "background", 0.9)
        shapes += rod([(end[0] - 2.6, end[1]), (end[0] + 2.6, end[1])], "wood", 1.9)
    shapes.append(Area(circle(*top, radius), fill="prop", line="ink", width=EDGE))
    return [*shapes, Area(circle(*top, radius * 0.3), fill="prop_dark", line="ink", width=0.5)]


def decline_board(prop: Prop, _: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a wedge: `at` is the floor under its high edge, `size` length, height, depth; `way` where it slopes down."""
    foot = place_of(prop, -6, 0, 0)
    long, high, deep = size_of(prop, 22, 9, 30)
    frame = facing(way_of(prop, (1.0, 0.0, 0.0)))
    corners = [place(foot, frame, f, u, r * deep / 2) for f, u in ((0, 0), (0, high), (long, 0)) for r in (-1, 1)]
    shapes: list[Shape] = [
        Area(polygon(hull([camera.flat(spot) for spot in corners])), fill="wood", line="prop_line", width=EDGE)
    ]
    if camera.depth(_UP) > 0.05:
        top = [place(foot, frame, f, u, r * deep / 2) for f, u, r in ((0, high, -1), (0, high, 1), (long, 0, 1))]
        top.append(place(foot, frame, long, 0, -deep / 2))
        shapes.append(sheet(camera, top, "wood"))
    return shapes


def basin(prop: Prop, body: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a basin of water that stands on `at`; `size` is its width and height."""
    x, y, z = middle_of(prop, body)
    wide, high = size_of(prop, 24, 9)
    shapes: list[Shape] = []
    for share, fill in ((1.0, "prop"), (0.9, "water")):
        shapes += disc(camera, (x, y + high, z), _UP, wide / 2 * share, fill, "prop_line")
    rim, low = camera.flat((x, y + high, z)), camera.flat((x, y, z))
    half = wide / 2
    front = [(rim[0] - half, rim[1]), (low[0] - half * 0.75, low[1]), (low[0] + half * 0.75, low[1])]
    front.append((rim[0] + half, rim[1]))
    dip = camera.depth(_UP) * half
    front += [(rim[0] + half * math.cos(a), rim[1] - dip * math.sin(a)) for a in (0.5, 1.0, 1.57, 2.1, 2.6)]
    return [*shapes, Area(polygon(front), fill="prop", line="prop_line", width=EDGE)]


def plant(prop: Prop, _: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a plant in its pot that stands on `at`; `size` is width and height of the whole."""
    spot = place_of(prop, 30, 0, 0)
    wide, high = size_of(prop, 12, 22)
    x, y = camera.flat(spot)
    pot = [
        (x - wide * 0.42, y + high * 0.4),
        (x - wide * 0.3, y),
        (x + wide * 0.3, y),
        (x + wide * 0.42, y + high * 0.4),
    ]
    shapes: list[Shape] = []
    for k, top in ((-0.5, 0.8), (0.5, 0.85), (0.0, 1.0)):
        tip, root = (x + wide * k, y + high * top), (x, y + high * 0.38)
        bulge = wide * 0.2
        middle = ((tip[0] + root[0]) / 2, (tip[1] + root[1]) / 2)
        leaf = [root, (middle[0] - bulge, middle[1] + 1), tip, (middle[0] + bulge, middle[1] - 1)]
        shapes.append(Area(curve_through(leaf, closed=True), fill="good", line="ink", width=EDGE))
    return [*shapes, Area(polygon(pot), fill="wood", line="ink", width=EDGE)]


def surface_of(prop: Prop) -> Vec:
    """Return the middle of a pool's surface."""
    return place_of(prop, 0, 66, 0)


def pool(prop: Prop, _: Skeleton, camera: Camera) -> list[Shape]:
    """Draw water up to y of `at`: in front of the body it is waves, behind it the body of water."""
    x, y, z = surface_of(prop)
    wide, deep = size_of(prop, 130, 66)
    cx, top = camera.flat((x, y, z))
    left = cx - wide / 2
    if prop.over == "behind":
        return [Area(rectangle(left, top - deep, wide, deep), fill="water")]
    shapes: list[Shape] = [Line(_waves(left, top, wide), "water_line", 1.8)]
    for row in range(1, int(deep / 9)):
        starts = range(4 + (row % 2) * 18, int(wide) - 14, 36)
        shapes += [Line(_waves(left + start, top - row * 9, 12), "water_line", 0.9) for start in starts]
    return shapes


def _waves(left: float, level: float, wide: float) -> Path:
    count = round(wide / 3)
    step = wide / count
    return curve_through([(left + k * step, level + (0.9 if k % 2 else -0.9)) for k in range(count + 1)])


MAKERS = {
    "bench": bench, "stairs": stairs, "rail": rail, "door": door, "anchor": anchor, "mirror": mirror, "target": target,
    "pulley": pulley, "decline_board": decline_board, "basin": basin, "plant": plant, "pool": pool,
}  # fmt: skip
