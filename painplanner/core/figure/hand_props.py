"""Things that are held, worn or lain on: rollers, canes, poles, weights, hammer, tape, balls, putty, book and phone."""

from __future__ import annotations

from painplanner.core.drawing import Area, Line, Shape, circle, curve_through, polygon
from painplanner.core.figure.outline import Camera
from painplanner.core.figure.skeleton import Skeleton, point
from painplanner.core.figure.solid import (
    EDGE,
    bar,
    cylinder,
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
from painplanner.core.figure.vector import Turn, Vec, add, lerp, mul, place, sub, unit


def foam_roller(prop: Prop, body: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a foam roller: `at` is its middle, `size` diameter and length, `way` its axis (across: [0, 0, 1])."""
    middle = middle_of(prop, body)
    thick, long = size_of(prop, 9, 34)
    half = mul(way_of(prop, (0.0, 0.0, 1.0)), long / 2)
    ends = (sub(middle, half), add(middle, half))
    shapes = cylinder(camera, *ends, thick / 2, "accent", "ink")
    near = max(ends, key=camera.depth)
    if camera.depth(sub(ends[1], ends[0])) ** 2 > 1:
        shapes += disc(camera, near, unit(half), thick * 0.2, "background", "ink", 0.5)
    return shapes


def cane(prop: Prop, body: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a walking cane from a hand down to `at` on the floor."""
    hand = point(body, prop.points[0] if prop.points else "right_hand")
    tip = place_of(prop, hand[0] + 2, 0, hand[2])
    shapes = bar(camera, tip, hand, "wood", 1.9)
    shapes += bar(camera, add(hand, (-2.6, 0, 0)), add(hand, (3.0, 0, 0)), "prop_dark", 2.2)
    return shapes + bar(camera, tip, lerp(tip, hand, 0.05), "shoe", 2.6)


def pole(prop: Prop, body: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a walking pole from a hand to `at` on the floor, with grip, strap and tip."""
    hand = point(body, prop.points[0] if prop.points else "right_hand")
    tip = place_of(prop, hand[0] - 14, 0, hand[2])
    way = unit(sub(hand, tip))
    shapes = bar(camera, tip, hand, "prop_dark", 1.5)
    shapes += bar(camera, add(hand, mul(way, -2.4)), add(hand, mul(way, 3.0)), "shoe", 2.4)
    return shapes + bar(camera, lerp(tip, hand, 0.06), lerp(tip, hand, 0.09), "shoe", 3.0)


def ankle_weight(prop: Prop, body: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a weight cuff round the shin above an ankle; `size` is its length and radius."""
    side = (prop.points[0] if prop.points else "right_ankle") or "right_ankle"
    name = str(side).split("_", maxsplit=1)[0]
    knee, ankle = body.points[f"{name}_knee"], body.points[f"{name}_ankle"]
    long, radius = size_of(prop, 6, 3.1)
    up = unit(sub(knee, ankle))
    low = add(ankle, mul(up, 1.8))
    shapes = cylinder(camera, low, add(low, mul(up, long)), radius, "accent", "ink")
    middle = add(low, mul(up, long / 2))
    return shapes + bar(camera, add(middle, mul(up, 1.4)), add(middle, mul(up, -1.4)), "background", 0.8)


def _in_hand(body: Skeleton, prop: Prop) -> tuple[Vec, Turn, float]:
    """Return where a hand holds, how its palm is turned, and the sign that goes out of the palm."""
    side = str(prop.points[0]).split("_", maxsplit=1)[0] if prop.points else "right"
    out = -1.0 if side == "right" else 1.0
    turn = body.turns[f"{side}_palm"]
    return place(point(body, f"{side}_hand"), turn, 0, 0, 0.8 * out), turn, out


def hammer(prop: Prop, body: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a hammer in a hand, its head on the thumb's side; `size` is the length over the hand."""
    hold, turn, _ = _in_hand(body, prop)
    (long,) = size_of(prop, 15)
    head = place(hold, turn, long, 0, 0)
    shapes = bar(camera, place(hold, turn, -4.5, 0, 0), head, "wood", 2.0)
    shapes += bar(camera, place(head, turn, 0, -3.4, 0), place(head, turn, 0, 2.6, 0), "shoe", 4.2)
    return shapes


def tape(prop: Prop, body: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a strip of tape on the skin through its points; `size` is its width."""
    (wide,) = size_of(prop, 2.4)
    return rod([camera.flat(point(body, spot)) for spot in prop.points], "series_3", wide, curved=True)


def balls(prop: Prop, body: Skeleton, camera: Camera) -> list[Shape]:
    """Draw two small balls side by side, under the back of the head unless points say where; `size` is (width, gap)."""
    wide, gap = size_of(prop, 4, 4.6)
    head = body.turns["head"]
    under = place(body.points["skull"], head, -5.6 - wide / 2, 2.0, 0)
    middle = middle_of(prop, body) if prop.points else add(under, place_of(prop, 0, 0, 0))
    both = sorted((place(middle, head, 0, k * 0.8, k * gap / 2) for k in (-1, 1)), key=camera.depth)
    return [Area(circle(*camera.flat(spot), wide / 2), fill="band", line="ink", width=EDGE) for spot in both]


def putty(prop: Prop, body: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a soft ball of putty in a palm; `size` is its width."""
    hold, turn, out = _in_hand(body, prop)
    (wide,) = size_of(prop, 5)
    x, y = camera.flat(place(hold, turn, 0, 0, out * wide * 0.3))
    r = wide / 2
    lump = [
        (x + r, y),
        (x + r * 0.5, y + r * 0.9),
        (x - r * 0.6, y + r * 0.8),
        (x - r, y - r * 0.1),
        (x - r * 0.3, y - r),
    ]
    lump.append((x + r * 0.7, y - r * 0.8))
    return [Area(curve_through(lump, closed=True), fill="band", line="ink", width=EDGE)]


def book(prop: Prop, body: Skeleton, camera: Camera) -> list[Shape]:
    """Draw an open book about its points: `way` is where its pages look, `size` width, height, thickness."""
    middle = middle_of(prop, body)
    wide, high, thick = size_of(prop, 16, 12, 1.4)
    frame = facing(way_of(prop, (-0.9, 0.4, 0.0)))
    shapes = slab(camera, middle, frame, (thick, high, wide), "accent", "ink")
    for k in (-1, 1):
        page = [place(middle, frame, thick / 2, u * (high / 2 - 0.7), r * k) for u, r in ((-1, 0), (1, 0))]
        page += [place(middle, frame, thick / 2, u * (high / 2 - 0.7), k * (wide / 2 - 0.7)) for u in (1, -1)]
        if camera.depth(frame[0]) > 0.1:
            shapes.append(sheet(camera, page, "background"))
    return shapes


def phone(prop: Prop, body: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a phone or tablet about its points: `way` is where its screen looks, `size` width, height."""
    middle = middle_of(prop, body)
    wide, high = size_of(prop, 5, 9)
    frame = facing(way_of(prop, (-0.9, 0.4, 0.0)))
    shapes = slab(camera, middle, frame, (1.0, high, wide), "shoe", "ink")
    if camera.depth(frame[0]) > 0.1:
        corners = ((-1, -1), (1, -1), (1, 1), (-1, 1))
        screen = [place(middle, frame, 0.5, u * (high / 2 - 0.8), r * (wide / 2 - 0.6)) for u, r in corners]
        shapes.append(sheet(camera, screen, "water"))
    return shapes


def weight(prop: Prop, body: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a dumbbell held upright between its points (a goblet squat); `way` is its axis, `size` length and width."""
    middle = middle_of(prop, body)
    long, wide = size_of(prop, 13, 8)
    way = way_of(prop, (0.0, 1.0, 0.0))
    shapes = bar(camera, add(middle, mul(way, -long / 2)), add(middle, mul(way, long / 2)), "prop_dark", 2.4)
    for a, b in ((-0.5, -0.2), (0.2, 0.5)):
        shapes += cylinder(
            camera, add(middle, mul(way, a * long)), add(middle, mul(way, b * long)), wide / 2, "shoe", "ink"
        )
    return shapes


def kettlebell(prop: Prop, body: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a weight with a handle that hangs from its points (one hand or both); `size` is its width."""
    x, y = camera.flat(middle_of(prop, body))
    (wide,) = size_of(prop, 9)
    r = wide / 2
    handle = [(x - r * 0.7, y - r * 0.9), (x - r * 0.65, y + 0.2), (x + r * 0.65, y + 0.2), (x + r * 0.7, y - r * 0.9)]
    ball = Area(circle(x, y - r * 1.5, r), fill="shoe", line="ink", width=EDGE)
    return [*rod(handle, "shoe", 1.8, curved=True), ball]


def bag(prop: Prop, body: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a bag that hangs from its points; `size` is width and height."""
    x, y = camera.flat(middle_of(prop, body))
    wide, high = size_of(prop, 13, 14)
    top = y - 7
    loop = [(x - wide * 0.28, top), (x - wide * 0.12, y - 0.6), (x + wide * 0.12, y - 0.6), (x + wide * 0.28, top)]
    sack = [(x - wide * 0.42, top), (x - wide / 2, top - high), (x + wide / 2, top - high), (x + wide * 0.42, top)]
    return [*rod(loop, "wood", 1.2, curved=True), Area(polygon(sack), fill="wood", line="ink", width=EDGE)]


def barbell(prop: Prop, body: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a bar with discs through two points; `size` is how far it sticks out and the radius of its discs."""
    a, b = (point(body, spot) for spot in (prop.points or ("left_hand", "right_hand")))
    out, radius = size_of(prop, 16, 8)
    way = unit(sub(b, a))
    a, b = sub(a, mul(way, out)), add(b, mul(way, out))
    shapes = bar(camera, a, b, "prop_dark", 1.8)
    for end, inner in sorted(((a, mul(way, 3.0)), (b, mul(way, -3.0))), key=lambda one: camera.depth(one[0])):
        shapes += cylinder(camera, end, add(end, inner), radius, "shoe", "ink")
    return shapes


def cloth(prop: Prop, body: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a towel pulled between points: a wide soft strip with its seams."""
    spots = [camera.flat(point(body, spot)) for spot in prop.points]
    wide = prop.size[0] if prop.size else 3.4
    path = curve_through(spots) if len(spots) > 2 else polygon(spots)
    return [Line(path, "ink", wide + 1.0), Line(path, "background", wide), Line(path, "band", wide * 0.3)]


MAKERS = {
    "foam_roller": foam_roller, "cane": cane, "pole": pole, "ankle_weight": ankle_weight, "hammer": hammer,
    "tape": tape, "balls": balls, "putty": putty, "book": book, "phone": phone, "weight": weight, "bag": bag,
    "kettlebell": kettlebell, "barbell": barbell,
}  # fmt: skip
