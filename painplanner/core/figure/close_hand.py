"""A hand seen near: a palm with creases, four fingers and a thumb, each bone by itself, nails on their backs."""

from __future__ import annotations

from painplanner.core.drawing import Area, Line, Shape, curve_through
from painplanner.core.figure.digits import FINGERS, HAND_POSES, THUMB_RADII, THUMB_ROOT, Digit, finger, thumb
from painplanner.core.figure.layer import DETAIL, OUTLINE, Layer
from painplanner.core.figure.outline import Camera, around, tube
from painplanner.core.figure.skeleton import Skeleton
from painplanner.core.figure.vector import UPRIGHT, Turn, Vec, add, cross, lerp, mul, place, sub, unit

_FACING = 0.45
# Round places that the palm is stretched over: to the thumb, along, out of the palm, radius.
_PALM = (
    (0.75, 0.2, 0.0, 1.0),
    (-0.75, 0.2, 0.0, 1.0),
    (-1.35, 1.9, 0.3, 1.15),
    (1.66, 4.85, 0.0, 0.84),
    (0.58, 5.1, 0.0, 0.84),
    (-0.56, 4.85, 0.0, 0.82),
    (-1.6, 4.25, 0.0, 0.78),
)
_CREASES = (
    ((2.0, 4.1), (0.9, 3.8), (-0.2, 2.8), (-0.9, 1.6)),
    ((-2.2, 3.9), (-1.1, 4.0), (0.2, 4.3), (1.1, 4.9)),
    ((1.4, 3.9), (0.5, 3.2), (0.1, 2.1), (0.25, 0.9)),
)
_KNUCKLES = ((1.66, 4.9), (0.58, 5.15), (-0.56, 4.9), (-1.6, 4.3))


def close_hand(layer: Layer, body: Skeleton, camera: Camera, side: str, far: str, shape: str) -> None:
    """Add a hand with jointed fingers; what is behind the palm is painted before it, the rest after."""
    layer.details += palm_and_fingers(layer, body, camera, side, far, shape)


def palm_and_fingers(layer: Layer, body: Skeleton, camera: Camera, side: str, far: str, shape: str) -> list[Shape]:
    """Add a palm with the fingers behind it, and return the fingers before it: between them is what a hand holds."""
    wrist, palm = body.points[f"{side}_wrist"], body.turns[f"{side}_palm"]
    out = -1.0 if side == "right" else 1.0
    skin = "skin" + far
    digits = _digits(body, side, out, shape)
    middle = camera.depth(place(wrist, palm, 0, -3.5, 0))
    digits.sort(key=lambda one: _nearness(camera, one[0]))
    fore: list[Shape] = []
    for spots, radii in digits:
        if _nearness(camera, spots) < middle - _BEHIND:
            for path in _bones(camera, spots, radii):
                layer.add(path, skin)
        else:
            fore += _digit(camera, spots, radii, skin, _back(palm, out, spots))
    layer.add(_palm(camera, wrist, palm, out), skin)
    root = place(wrist, palm, THUMB_ROOT[0], -THUMB_ROOT[1], THUMB_ROOT[2] * out)
    knuckle = next(spots for spots, radii in digits if radii == THUMB_RADII[1:])[0]
    layer.add(tube(camera, root, knuckle, UPRIGHT, ((0.0, 0.0, THUMB_RADII[0]), (1.0, 0.0, THUMB_RADII[1]))), skin)
    layer.details += _lines(camera, wrist, palm, out)
    return fore


_BEHIND = 0.7


def _nearness(camera: Camera, spots: list[Vec]) -> float:
    return sum(camera.depth(spot) for spot in spots[1:]) / (len(spots) - 1)


def _digits(body: Skeleton, side: str, out: float, shape: str) -> list[tuple[list[Vec], tuple[float, ...]]]:
    """Return the joints and radii of four fingers and of the free part of the thumb."""
    wrist, palm = body.points[f"{side}_wrist"], body.turns[f"{side}_palm"]
    pose = HAND_POSES[shape]
    found: list[tuple[list[Vec], tuple[float, ...]]] = []
    for digit in FINGERS:
        points_out = pose.pointing if digit is FINGERS[0] and pose.pointing else body.fingers[side]
        found.append((finger(wrist, palm, out, digit, points_out, pose.spread), _radii(digit)))
    found.append((thumb(wrist, palm, out, pose.thumb)[1:], THUMB_RADII[1:]))
    return found


def _radii(digit: Digit) -> tuple[float, ...]:
    r = digit.radius
    return (r * 1.06, r, r * 0.92, r * 0.78)


def _bones(camera: Camera, spots: list[Vec], radii: tuple[float, ...]) -> list[tuple[tuple[float, ...], ...]]:
    full = (*radii, *[radii[-1]] * len(spots))
    pairs = zip(spots, spots[1:], full, full[1:], strict=False)
    return [tube(camera, a, b, UPRIGHT, ((0.0, 0.0, ra), (1.0, 0.0, rb))) for a, b, ra, rb in pairs]


def _digit(camera: Camera, spots: list[Vec], radii: tuple[float, ...], skin: str, back: Vec) -> list[Shape]:
    """Return a finger with its outline, open where it grows out of the palm, and its nail."""
    paths = _bones(camera, spots, radii)
    x, y = camera.flat(lerp(spots[0], spots[1], -0.12))
    shapes: list[Shape] = [Area(path, line="ink", width=2 * OUTLINE) for path in paths]
    shapes += [Area(path, fill=skin) for path in paths]
    shapes.append(Area(around([((x, y), radii[0] * 1.08)]), fill=skin))
    return shapes + _nail(camera, spots, radii[-1], back)


def _back(palm: Turn, out: float, spots: list[Vec]) -> Vec:
    """Return where the back of a finger's end looks."""
    way = unit(sub(spots[-1], spots[-2]))
    across = palm[0] if len(spots) > 3 else palm[2]
    first = unit(cross(way, across))
    if len(spots) == 3:
        return mul(first, 1.0 if _dot(first, palm[0]) > 0 else -1.0)
    knuckle = unit(cross(unit(sub(spots[1], spots[0])), across))
    sign = -1.0 if _dot(knuckle, mul(palm[2], out)) > 0 or _dot(unit(sub(spots[1], spots[0])), palm[1]) > 0.5 else 1.0
    return mul(first, sign)


def _dot(a: Vec, b: Vec) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def _nail(camera: Camera, spots: list[Vec], radius: float, back: Vec) -> list[Shape]:
    if camera.depth(back) < _FACING:
        return []
    way = unit(sub(spots[-1], spots[-2]))
    across = cross(way, back)
    middle = add(lerp(spots[-2], spots[-1], 0.86), mul(back, radius * 0.6))
    rim = ((0.75, 0.0), (0.6, 0.52), (-0.35, 0.56), (-0.6, 0.0), (-0.35, -0.56), (0.6, -0.52))
    flat = [camera.flat(add(add(middle, mul(way, a * radius)), mul(across, b * radius))) for a, b in rim]
    return [Area(curve_through(flat, closed=True), line="ink", width=DETAIL * 0.8)]


def _palm(camera: Camera, wrist: Vec, palm: Turn, out: float) -> tuple[tuple[float, ...], ...]:
    return around([(camera.flat(place(wrist, palm, a, -b, c * out)), r) for a, b, c, r in _PALM])


def _lines(camera: Camera, wrist: Vec, palm: Turn, out: float) -> list[Shape]:
    """Return creases on a palm that is seen, or knuckles on the back of a hand."""
    towards = camera.depth(mul(palm[2], out))
    if towards > _FACING:
        lines = [[place(wrist, palm, a, -b, 0.9 * out) for a, b in crease] for crease in _CREASES]
    elif towards < -_FACING:
        lines = [[place(wrist, palm, a + k * 0.35, -b + 0.18 * abs(k), 0) for k in (-1, 0, 1)] for a, b in _KNUCKLES]
    else:
        return []
    return [Line(curve_through([camera.flat(spot) for spot in line]), "ink", DETAIL) for line in lines]
