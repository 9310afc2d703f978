"""A bare foot seen near: heel, arch and five toes that bend."""

from __future__ import annotations

from painplanner.core.drawing import Area, Shape, curve_through
from painplanner.core.figure.digits import TOES, toe
from painplanner.core.figure.layer import DETAIL, OUTLINE, Layer
from painplanner.core.figure.outline import Camera, around, plate, tube
from painplanner.core.figure.skeleton import Skeleton
from painplanner.core.figure.vector import UPRIGHT, Turn, Vec, add, cross, lerp, mul, place, sub, unit

# Seen from its inner side: ahead, up; the arch rises where the third number says so.
_SIDE = (
    (-3.1, -3.9, 0.0),
    (-4.2, -3.1, 0.0),
    (-4.3, -1.7, 0.0),
    (-3.2, 0.3, 0.0),
    (-1.95, 2.4, 0.0),
    (1.85, 2.2, 0.0),
    (3.0, 0.3, 0.25),
    (4.9, -1.0, 0.35),
    (6.7, -2.0, 0.1),
    (7.6, -2.6, 0.0),
    (7.9, -3.4, 0.0),
    (7.1, -3.9, 0.0),
    (5.4, -3.85, 0.0),
    (3.9, -3.35, 0.9),
    (2.0, -3.0, 1.0),
    (0.2, -3.3, 0.7),
    (-1.4, -3.86, 0.0),
)
_TOP = (
    (-4.3, 0.0),
    (-3.2, -1.5),
    (0.5, -1.6),
    (4.0, -1.9),
    (6.6, -2.4),
    (7.7, -1.7),
    (7.6, -0.3),
    (7.2, 0.9),
    (6.5, 1.8),
    (5.4, 2.6),
    (3.0, 2.2),
    (0.0, 1.7),
    (-3.2, 1.5),
)
_FRONT = ((-2.3, -3.9), (-2.3, -2.4), (-1.8, -0.4), (-1.8, 2.2), (1.8, 2.2), (1.8, -0.4), (2.6, -2.6), (2.6, -3.9))
_LOWER_OUTSIDE = 0.35
"""The outer border of a foot has less of an arch."""
_FACING = 0.4
_END_ON, _SIDE_ON = 0.85, 0.9
# Heel and the two ends of the ball as round cushions: ahead, up, outwards, radius.
_PAD = ((-2.6, -2.5, 0.0, 1.4), (6.7, -2.8, -1.3, 1.1), (5.2, -3.0, 1.8, 0.9))
_COVER = 0.92


def bare_foot(layer: Layer, body: Skeleton, camera: Camera, side: str, far: str) -> None:
    """Add a bare foot; the toes that are farther away are painted first."""
    ankle, foot = body.points[f"{side}_ankle"], body.turns[f"{side}_foot"]
    outward = 1.0 if side == "right" else -1.0
    skin = "skin" + far
    inner = camera.depth(mul(foot[2], outward)) < 0
    rise = 0.95 * body.arch[side] * (1.0 if inner else _LOWER_OUTSIDE)
    low = 0.0 if inner else 0.45
    profile = tuple((f, u + k * rise - (low * k if u < -2.5 else 0)) for f, u, k in _SIDE)
    layer.add(plate(camera, ankle, foot, "fu", profile), skin)
    if abs(camera.depth(foot[0])) > _END_ON:
        layer.add(plate(camera, ankle, foot, "ru", tuple((r * outward, u) for r, u in _FRONT)), skin)
    elif abs(camera.depth(foot[2])) < _SIDE_ON:
        pad = [(camera.flat(place(ankle, foot, f, u, r * outward)), radius) for f, u, r, radius in _PAD]
        layer.add(around(pad), skin)
    sole = add(ankle, mul(foot[1], -2.9))
    layer.add(plate(camera, sole, foot, "fr", tuple((f, r * outward) for f, r in _TOP)), skin)
    chains = [(toe(ankle, foot, outward, one, body.toes[side]), one.radius) for one in TOES]
    for spots, radius in sorted(chains, key=lambda one: camera.depth(one[0][1])):
        layer.details += _toe(camera, foot, spots, radius, skin)


def _toe(camera: Camera, foot: Turn, spots: list[Vec], radius: float, skin: str) -> list[Shape]:
    radii = (radius * 1.05, radius * 0.92, radius * 0.9)
    pairs = zip(spots, spots[1:], radii, radii[1:], strict=False)
    paths = [tube(camera, a, b, UPRIGHT, ((0.0, 0.0, ra), (1.0, 0.0, rb))) for a, b, ra, rb in pairs]
    root = lerp(spots[0], spots[1], -0.22)
    shapes: list[Shape] = [Area(path, line="ink", width=2 * OUTLINE) for path in paths]
    shapes += [Area(path, fill=skin) for path in paths]
    wide = radii[0] * _COVER
    shapes.append(Area(tube(camera, root, spots[0], UPRIGHT, ((0.0, 0.0, wide), (1.0, 0.0, wide))), fill=skin))
    return shapes + _nail(camera, foot, spots, radius)


def _nail(camera: Camera, foot: Turn, spots: list[Vec], radius: float) -> list[Shape]:
    way = unit(sub(spots[-1], spots[-2]))
    back = cross(foot[2], way)
    if camera.depth(back) < _FACING:
        return []
    middle = add(lerp(spots[-2], spots[-1], 0.95), mul(back, radius * 0.6))
    rim = ((0.6, 0.0), (0.4, 0.5), (-0.5, 0.5), (-0.6, 0.0), (-0.5, -0.5), (0.4, -0.5))
    flat = [camera.flat(add(add(middle, mul(way, a * radius)), mul(foot[2], b * radius))) for a, b in rim]
    return [Area(curve_through(flat, closed=True), line="ink", width=DETAIL * 0.8)]
