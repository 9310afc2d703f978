"""A head seen from between its sides: two egg shapes for skull and jaw, a nose, ears, and hair that goes round them.

The hair is the part of a sphere inside its hairline; each way down from its middle is cut where the sphere turns away.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from painplanner.core.drawing import Area, Line, Path, Point, Shape, curve_through, polygon
from painplanner.core.figure.layer import DETAIL, Layer
from painplanner.core.figure.outline import Camera, around, hull, plate
from painplanner.core.figure.vector import Turn, Vec, across, add, cross, dot, lerp, mul, place, unit

Egg = tuple[Vec, Vec]
"""Its middle from the joint under the skull (to the front, up, to the right) and its half axes."""
_SKULL: Egg = ((-0.5, 7.2, 0.0), (5.35, 4.95, 4.4))
_FACE: Egg = ((0.9, 4.4, 0.0), (3.9, 4.6, 3.9))
_JAW: Egg = ((2.3, 1.2, 0.0), (2.3, 2.7, 2.5))
_HAIR: Egg = ((-0.6, 7.4, 0.0), (5.75, 5.5, 4.85))
_NOSE = ((4.5, 5.2, 0.0, 0.4), (5.75, 3.5, 0.0, 0.5), (4.4, 3.3, 0.8, 0.4), (4.4, 3.3, -0.8, 0.4))
# From the middle of the forehead round the temple, the sideburn and the ear to the middle of the nape.
_HAIRLINE = (
    (4.9, 9.2, 0.0), (4.5, 9.1, 1.6), (3.7, 8.6, 3.0), (2.6, 7.2, 4.0), (2.0, 5.4, 4.5), (0.9, 5.0, 4.7),
    (-0.2, 6.0, 4.8), (-1.6, 5.6, 4.7), (-2.4, 3.6, 4.2), (-3.4, 2.6, 3.4), (-4.4, 2.0, 1.8), (-4.8, 1.8, 0.0),
)  # fmt: skip
_MIDDLE_OF_HAIR = unit((-0.72, 0.7, 0.0))
_EAR = ((0.9, 1.3), (0.3, 1.8), (-0.7, 1.3), (-0.9, 0.0), (-0.2, -1.5), (0.6, -0.8))
_LIPS = ((4.2, 1.35, -1.4), (4.6, 1.15, -0.7), (4.75, 1.1, 0.0), (4.6, 1.15, 0.7), (4.2, 1.35, 1.4))


Features = Callable[[Vec, Turn, Camera], list[Shape]]


def round_head(layer: Layer, skull: Vec, turn: Turn, camera: Camera, face: Features | None = None) -> None:
    """Add head, hair and face; a face that is seen near brings features of its own."""
    shells = [spot for egg in (_SKULL, _FACE, _JAW) for spot in _limb(egg, skull, turn, camera)]
    layer.add(curve_through(hull(shells), closed=True), "skin")
    nose = [(camera.flat(place(skull, turn, f, u, r)), size) for f, u, r, size in _NOSE]
    layer.add(around(nose), "skin")
    layer.details += (face or _face)(skull, turn, camera)
    hair = _hair(skull, turn, camera)
    layer.details += [Area(hair, fill="hair", line="ink", width=DETAIL)] if hair else []
    layer.details += _ears(skull, turn, camera)


def to_viewer(turn: Turn, camera: Camera) -> Vec:
    """Return the way to the viewer as the head sees it: ahead, up, to the right."""
    return (camera.depth(turn[0]), camera.depth(turn[1]), camera.depth(turn[2]))


def _towards(egg: Egg, turn: Turn, camera: Camera) -> Vec:
    """Return the way to the viewer where the egg is drawn together to a sphere."""
    (a, b, c), (x, y, z) = egg[1], to_viewer(turn, camera)
    return unit((x / a, y / b, z / c))


def _on(egg: Egg, skull: Vec, turn: Turn, camera: Camera, q: Vec) -> Point:
    """Return where a place on the sphere stands in the picture."""
    (x, y, z), (a, b, c) = egg
    return camera.flat(place(skull, turn, x + a * q[0], y + b * q[1], z + c * q[2]))


def _limb(egg: Egg, skull: Vec, turn: Turn, camera: Camera) -> list[Point]:
    """Return the outline of an egg: where its sphere turns away."""
    to = _towards(egg, turn, camera)
    first = unit(across((0.0, 1.0, 0.0) if abs(to[1]) < 0.9 else (1.0, 0.0, 0.0), to))
    second = cross(to, first)
    around_it = [math.radians(15 * i) for i in range(24)]
    return [_on(egg, skull, turn, camera, add(mul(first, math.cos(a)), mul(second, math.sin(a)))) for a in around_it]


def _hairline() -> list[Vec]:
    """Return the hairline on the sphere, once round, in small steps."""
    (x, y, z), (a, b, c) = _HAIR
    right = [((f - x) / a, (u - y) / b, (r - z) / c) for f, u, r in _HAIRLINE]
    ring = [*right, *((f, u, -r) for f, u, r in reversed(right[1:-1]))]
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return [unit(lerp(one, other, k / _STEPS)) for one, other in pairs for k in range(_STEPS)]


_STEPS = 4
_LINE = _hairline()
_NAPE = 3.4
"""Hair that hangs lower than this is hidden by a face that looks down at the viewer."""
_FACING = 0.3


def _edge(q: Vec, to: Vec) -> Vec:
    """Return where the way from the middle of the hair to a place on its line crosses the sphere's outline."""
    way = cross(_MIDDLE_OF_HAIR, q)
    found = unit(cross(way, to))
    return found if dot(cross(_MIDDLE_OF_HAIR, found), way) > 0 else mul(found, -1.0)


def _along_the_outline(spots: list[Vec], to: Vec) -> list[Vec]:
    """Return places with others between where two that follow each other stand far apart on the sphere's outline."""
    filled: list[Vec] = []
    for here, after in zip(spots, [*spots[1:], spots[0]], strict=True):
        filled.append(here)
        if dot(here, after) < _NEAR and max(abs(dot(here, to)), abs(dot(after, to))) < _ON_EDGE:
            filled += [unit(lerp(here, after, k / 8)) for k in range(1, 8)]
    return filled


_NEAR, _ON_EDGE = 0.95, 0.2


def _hair(skull: Vec, turn: Turn, camera: Camera) -> Path | None:
    """Return the hair that is seen."""
    to = _towards(_HAIR, turn, camera)
    if dot(_MIDDLE_OF_HAIR, to) > 0:
        spots = [q if dot(q, to) > 0 else _edge(q, to) for q in _LINE]
    else:
        run = _shown(to)
        spots = [*run, *(_edge(q, to) for q in reversed(run))]
    flat = [_on(_HAIR, skull, turn, camera, q) for q in _along_the_outline(spots, to)] if spots else []
    return curve_through(flat, closed=True) if flat else None


def _shown(to: Vec) -> list[Vec]:
    """Return the run of the hairline that is seen when the middle of the hair is turned away."""
    lowest = (_NAPE - _HAIR[0][1]) / _HAIR[1][1] if to[0] > _FACING else -1.0
    shown = [dot(q, to) > 0 and q[1] > lowest for q in _LINE]
    if not any(shown):
        return []
    start = next((i for i, seen in enumerate(shown) if seen and not shown[i - 1]), 0)
    return [q for q, seen in zip(_LINE[start:] + _LINE[:start], shown[start:] + shown[:start], strict=True) if seen]


def _ears(skull: Vec, turn: Turn, camera: Camera) -> list[Shape]:
    shapes: list[Shape] = []
    for side in (-1.0, 1.0):
        if camera.depth(turn[2]) * side > 0.18:
            ear = plate(camera, place(skull, turn, -0.8, 4.1, side * 4.2), turn, "fu", _EAR)
            shapes += [Area(ear, fill="skin", line="ink", width=DETAIL)] if ear else []
    return shapes


def _face(skull: Vec, turn: Turn, camera: Camera) -> list[Shape]:
    """Return eyes, nose and mouth where they look at the viewer."""
    ahead, up, right = to_viewer(turn, camera)
    shapes: list[Shape] = []

    def stroke(spots: list[Vec], width: float) -> None:
        flat = [camera.flat(place(skull, turn, *spot)) for spot in spots]
        shapes.append(Line(curve_through(flat) if len(flat) > 2 else polygon(flat), "ink", width))

    for side in (-1.0, 1.0):
        if ahead * 0.9 + right * side * 0.44 > 0.22:
            stroke([(4.3, 5.5, 1.9 * side), (4.3, 6.2, 1.9 * side)], 0.9)
    lips = [spot for spot in _LIPS if ahead * 0.85 + right * spot[2] * 0.38 - up * 0.25 > 0.1]
    if len(lips) > 1:
        stroke(lips, DETAIL)
    if ahead > 0.15:
        near = math.copysign(0.7, -right)
        stroke([(4.9, 5.0, near * 0.5), (5.9, 3.7, near), (5.1, 3.0, near * 0.6)], DETAIL)
    return shapes
