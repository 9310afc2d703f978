"""A skeleton becomes layers of outlines: limbs, trunk, head, hands and feet, each with its role.

Within a layer all outlines are drawn first and all fills after them, so that joints have no seams.
"""

from __future__ import annotations

from painplanner.core.drawing import Line, Path, Point, Shape, curve_through
from painplanner.core.figure.body import (
    BALL,
    FIST_EDGE,
    FIST_WIDE,
    FOOT_FRONT,
    FOOT_SIDE,
    FOOT_TOP,
    FOREARM_SHAPE,
    PALM_EDGE,
    PALM_OPEN,
    SHANK_SHAPE,
    SHORTS_SHAPE,
    SLEEVE_SHAPE,
    THIGH_SHAPE,
    TRUNK,
    UPPER_ARM_SHAPE,
    Section,
)
from painplanner.core.figure.head import head
from painplanner.core.figure.layer import DETAIL, Layer, Piece
from painplanner.core.figure.outline import Camera, area, hull, plate, tube
from painplanner.core.figure.skeleton import Skeleton, section_centre
from painplanner.core.figure.vector import Vec, add, mul, place, sub, turned


def leg(body: Skeleton, camera: Camera, side: str, far: str) -> Layer:
    """Return a leg with shorts and shoe."""
    p, t = body.points, body.turns
    hip, knee, ankle = p[f"{side}_hip"], p[f"{side}_knee"], p[f"{side}_ankle"]
    layer = Layer((camera.depth(knee) + camera.depth(ankle)) / 2)
    layer.add(tube(camera, knee, ankle, t[f"{side}_shank"], SHANK_SHAPE), "skin" + far)
    _foot(layer, body, camera, side, far)
    layer.add(tube(camera, hip, knee, t[f"{side}_thigh"], THIGH_SHAPE), "skin" + far)
    layer.add(tube(camera, hip, knee, t[f"{side}_thigh"], SHORTS_SHAPE), "trousers" + far)
    return layer


def _foot(layer: Layer, body: Skeleton, camera: Camera, side: str, far: str) -> None:
    ankle, foot = body.points[f"{side}_ankle"], body.turns[f"{side}_foot"]
    toes = body.toes[side]
    layer.add(plate(camera, ankle, foot, "ru", FOOT_FRONT), "shoe" + far)
    top = place(ankle, foot, 0, -2.6, 0)
    layer.add(plate(camera, top, foot, "fr", FOOT_TOP), "shoe" + far)
    if abs(toes) < 1:
        layer.add(plate(camera, ankle, foot, "fu", FOOT_SIDE), "shoe" + far)
        return
    toe_turn = turned(foot, foot[2], toes)
    hinge = place(ankle, foot, BALL, -3.2, 0)
    points: list[Point] = []
    for f, u in FOOT_SIDE:
        bent = f > BALL
        spot = place(hinge, toe_turn, f - BALL, u + 3.2, 0) if bent else place(ankle, foot, f, u, 0)
        points.append(camera.flat(spot))
    if abs(area(points)) > 2:
        layer.add(curve_through(points, closed=True), "shoe" + far)


def upper_arm(layer: Layer, body: Skeleton, camera: Camera, side: str, far: str, *, bare: bool = False) -> None:
    """Add the upper arm with its sleeve."""
    p, turn = body.points, body.turns[f"{side}_upper_arm"]
    shoulder, elbow = p[f"{side}_shoulder"], p[f"{side}_elbow"]
    layer.add(tube(camera, shoulder, elbow, turn, UPPER_ARM_SHAPE), "skin" + far, bare=bare)
    layer.add(tube(camera, shoulder, elbow, turn, SLEEVE_SHAPE), "shirt" + far, bare=bare)


def forearm(layer: Layer, body: Skeleton, camera: Camera, side: str, far: str, shape: str) -> None:
    """Add forearm and hand."""
    p, t = body.points, body.turns
    elbow, wrist = p[f"{side}_elbow"], p[f"{side}_wrist"]
    hand(layer, body, camera, side, far, shape)
    layer.add(tube(camera, elbow, wrist, t[f"{side}_forearm"], FOREARM_SHAPE), "skin" + far)


def hand(layer: Layer, body: Skeleton, camera: Camera, side: str, far: str, shape: str) -> None:
    """Add a hand: open with its thumb, flat, or closed round something."""
    wrist, palm = body.points[f"{side}_wrist"], body.turns[f"{side}_palm"]
    closed = shape in {"fist", "grip"}
    wide = FIST_WIDE if closed else PALM_OPEN
    edge = FIST_EDGE if closed else PALM_EDGE
    sign = 1.0 if side == "right" else -1.0
    face = plate(camera, wrist, palm, "fu", tuple((a, -b) for a, b in wide))
    layer.add(face, "skin" + far)
    # The palm of the right hand looks to its own left.
    layer.add(plate(camera, wrist, palm, "ru", tuple((-a * sign, -b) for a, b in edge)), "skin" + far)
    if face is not None and abs(camera.depth(palm[2])) > 0.75:
        layer.details += _knuckles(camera, wrist, palm) if closed else _fingers(camera, wrist, palm)


def _fingers(camera: Camera, wrist: Vec, palm: tuple[Vec, Vec, Vec]) -> list[Shape]:
    lines = (((-0.8, 5.6), (-0.55, 8.8)), ((0.55, 5.5), (0.7, 8.9)))
    return [Line(tuple(camera.flat(place(wrist, palm, a, -b, 0)) for a, b in line), "ink", DETAIL) for line in lines]


def _knuckles(camera: Camera, wrist: Vec, palm: tuple[Vec, Vec, Vec]) -> list[Shape]:
    lines = (((-1.2, 3.2), (-1.1, 5.0)), ((-0.1, 3.2), (0.0, 5.3)), ((1.0, 3.2), (1.0, 5.1)))
    return [Line(tuple(camera.flat(place(wrist, palm, a, -b, 0)) for a, b in line), "ink", DETAIL) for line in lines]


def trunk(body: Skeleton, camera: Camera, parts: tuple[Section, ...]) -> Path:
    """Return the outline of the trunk or of a part of it."""
    rings = [_ring(body, camera, section) for section in parts]
    centres = [camera.flat(section_centre(body, s.part, s.height)) for s in parts]
    (x0, y0), (x1, y1) = centres[0], centres[-1]
    if abs(x1 - x0) + abs(y1 - y0) < 0.45 * (parts[-1].height - parts[0].height):
        return curve_through(hull([spot for ring in rings for spot in ring]), closed=True)
    left: list[Point] = []
    right: list[Point] = []
    for i, ring in enumerate(rings):
        (ax, ay), (bx, by) = centres[max(0, i - 1)], centres[min(len(rings) - 1, i + 1)]
        nx, ny = ay - by, bx - ax
        left.append(max(ring, key=lambda q: q[0] * nx + q[1] * ny))
        right.append(min(ring, key=lambda q: q[0] * nx + q[1] * ny))
    return curve_through([*left, *reversed(right)], closed=True)


def _ring(body: Skeleton, camera: Camera, section: Section) -> list[Point]:
    centre = section_centre(body, section.part, section.height)
    turn = body.turns[section.part]
    swell = 1.0 + body.breath * 0.3 if 4 < section.height < 18 else 1.0
    spots: list[Point] = []
    for i in range(16):
        x, z = _RING[i]
        depth = x * (section.front * swell if x > 0 else section.back)
        spots.append(camera.flat(place(centre, turn, depth, 0, z * section.half)))
    return spots


def layers(
    body: Skeleton, camera: Camera, hands: dict[str, str], *, upper: bool = False
) -> tuple[list[Layer], list[Layer]]:
    """Return the layers of the body in painting order: those behind what is held, then those before it."""
    centre = camera.depth(body.points["thorax"])
    hips = camera.depth(body.points["pelvis"])
    arms = {side: _arm_depth(body, camera, side) - centre for side in ("left", "right")}
    across = camera.depth(sub(body.points["right_shoulder"], body.points["left_shoulder"]))
    sideways = abs(across) > 9.0
    far_side = "left" if across > 0 else "right"
    behind: list[Layer] = []
    before: list[Layer] = []
    core = Layer()
    core.add(trunk(body, camera, TRUNK[3:] if upper else TRUNK), "shirt")
    head(core, body, camera)
    legs = {s: leg(body, camera, s, "_far" if sideways and s == far_side else "") for s in ("left", "right")}
    below = sorted(legs.values(), key=lambda one: one.depth)
    lap = below[-1] if sideways else _merged(below)
    lap.add(trunk(body, camera, TRUNK[:4]), "trousers")
    for side in ("left", "right"):
        far = "_far" if sideways and side == far_side else ""
        if sideways or abs(arms[side]) > 5.5:
            arm = Layer(arms[side])
            upper_arm(arm, body, camera, side, far)
            forearm(arm, body, camera, side, far, hands[side])
            is_behind = bool(far) if sideways else arms[side] < 0
            (behind if is_behind else before).append(arm)
        else:
            upper_arm(core, body, camera, side, "")
            low = Layer(arms[side])
            forearm(low, body, camera, side, "", hands[side])
            upper_arm(low, body, camera, side, "", bare=True)
            before.append(low)
    if upper:
        return [*behind, core], before
    if camera.depth(body.turns["pelvis"][1]) < -_END_ON:
        feet_first = [part for one in below for part in _from_the_feet(one)]
        return [*behind, core, Layer(pieces=[Piece(trunk(body, camera, TRUNK[:4]), "trousers")]), *feet_first], before
    if sideways:
        behind.append(below[0])
    elif lap.depth < hips - 6:
        return [*behind, lap, core], before
    return [*behind, core, lap], before


def _from_the_feet(leg_layer: Layer) -> list[Layer]:
    """Return a leg as the feet's end sees it: shin and foot before the thigh."""
    return [Layer(pieces=leg_layer.pieces[-2:]), Layer(pieces=leg_layer.pieces[:-2])]


def _merged(parts: list[Layer]) -> Layer:
    whole = Layer(sum(part.depth for part in parts) / len(parts))
    for part in parts:
        whole.pieces += part.pieces
        whole.details += part.details
    return whole


def _arm_depth(body: Skeleton, camera: Camera, side: str) -> float:
    p = body.points
    return camera.depth(mul(add(p[f"{side}_elbow"], p[f"{side}_wrist"]), 0.5))


_END_ON = 0.7
_RING = tuple(
    (c, s)
    for c, s in (
        (1.0, 0.0), (0.92, 0.38), (0.71, 0.71), (0.38, 0.92), (0.0, 1.0), (-0.38, 0.92), (-0.71, 0.71), (-0.92, 0.38),
        (-1.0, 0.0), (-0.92, -0.38), (-0.71, -0.71), (-0.38, -0.92), (0.0, -1.0), (0.38, -0.92), (0.71, -0.71),
        (0.92, -0.38),
    )
)  # fmt: skip
