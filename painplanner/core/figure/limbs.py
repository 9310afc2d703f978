"""Legs with shorts and shoes, arms with sleeves and hands, as outlines on a layer."""

from __future__ import annotations

from collections.abc import Callable

from painplanner.core.drawing import Line, Point, Shape, curve_through
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
    UPPER_ARM_SHAPE,
)
from painplanner.core.figure.layer import DETAIL, Layer
from painplanner.core.figure.outline import Camera, area, plate, tube
from painplanner.core.figure.skeleton import Skeleton
from painplanner.core.figure.vector import Vec, place, turned

FootMaker = Callable[[Layer, Skeleton, Camera, str, str], None]
HandMaker = Callable[[Layer, Skeleton, Camera, str, str, str], None]


def leg(body: Skeleton, camera: Camera, side: str, far: str, foot: FootMaker) -> Layer:
    """Return a leg with shorts and shoe."""
    p, t = body.points, body.turns
    hip, knee, ankle = p[f"{side}_hip"], p[f"{side}_knee"], p[f"{side}_ankle"]
    layer = Layer((camera.depth(knee) + camera.depth(ankle)) / 2)
    layer.add(tube(camera, knee, ankle, t[f"{side}_shank"], SHANK_SHAPE), "skin" + far)
    foot(layer, body, camera, side, far)
    layer.add(tube(camera, hip, knee, t[f"{side}_thigh"], THIGH_SHAPE), "skin" + far)
    layer.add(tube(camera, hip, knee, t[f"{side}_thigh"], SHORTS_SHAPE), "trousers" + far)
    return layer


def shoe(layer: Layer, body: Skeleton, camera: Camera, side: str, far: str) -> None:
    """Add a shoe that bends at the toes."""
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


def forearm(
    layer: Layer, body: Skeleton, camera: Camera, side: str, far: str, shape: str, hand_maker: HandMaker
) -> None:
    """Add forearm and hand."""
    p, t = body.points, body.turns
    elbow, wrist = p[f"{side}_elbow"], p[f"{side}_wrist"]
    hand_maker(layer, body, camera, side, far, shape)
    layer.add(tube(camera, elbow, wrist, t[f"{side}_forearm"], FOREARM_SHAPE), "skin" + far)


def hand(layer: Layer, body: Skeleton, camera: Camera, side: str, far: str, shape: str) -> None:
    """Add a hand: open with its thumb, flat, or closed round something."""
    wrist, palm = body.points[f"{side}_wrist"], body.turns[f"{side}_palm"]
    closed = shape in {"fist", "grip", "hook", "straight_fist"}
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
