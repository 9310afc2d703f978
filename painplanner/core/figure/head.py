"""Neck, head, hair and a face so small that it only shows where a person looks."""

from __future__ import annotations

from painplanner.core.drawing import Area, Line, Shape, curve_through
from painplanner.core.figure.body import HAIR_BACK, HAIR_FRONT, HAIR_SIDE, HEAD_FRONT, HEAD_SIDE, HEAD_TOP
from painplanner.core.figure.layer import DETAIL, Layer
from painplanner.core.figure.outline import Camera, plate, tube
from painplanner.core.figure.round_head import round_head
from painplanner.core.figure.skeleton import Skeleton
from painplanner.core.figure.vector import Vec, place


def head(layer: Layer, body: Skeleton, camera: Camera) -> None:
    """Add neck, head, hair and face."""
    p, turn = body.points, body.turns["head"]
    from_behind = camera.depth(body.turns["thorax"][0]) < -0.5
    neck_from = place(p["neck"], body.turns["thorax"], 1.2, 0.8 if from_behind else -1.8, 0)
    skull = p["skull"]
    neck_to = place(skull, turn, -1.0, 2.6, 0)
    neck_shape = ((0.0, 0.0, 2.9), (0.5, 0.0, 2.7), (1.0, 0.0, 2.9))
    layer.add(tube(camera, neck_from, neck_to, body.turns["neck"], neck_shape), "skin")
    if max(abs(camera.depth(turn[0])), abs(camera.depth(turn[2]))) < _STRAIGHT:
        round_head(layer, skull, turn, camera)
        return
    middle = place(skull, turn, 0, 6.5, 0)
    for axes, spots, origin in (("fr", HEAD_TOP, middle), ("ru", HEAD_FRONT, skull), ("fu", HEAD_SIDE, skull)):
        layer.add(plate(camera, origin, turn, axes, spots), "skin")
    layer.details += _hair(body, camera)
    layer.details += _face(body, camera)


def _hair(body: Skeleton, camera: Camera) -> list[Shape]:
    skull, turn = body.points["skull"], body.turns["head"]
    towards = camera.depth(turn[0])
    from_above = camera.depth(turn[1])
    shapes: list[Shape] = []
    if from_above > 0.35:
        cap = plate(camera, place(skull, turn, -0.6, 9.5, 0), turn, "fr", HEAD_TOP)
        shapes += [Area(cap, fill="hair", line="ink", width=DETAIL)] if cap else []
    if abs(towards) > 0.3:
        front = plate(camera, skull, turn, "ru", HAIR_FRONT if towards > 0 else HAIR_BACK)
        shapes += [Area(front, fill="hair", line="ink", width=DETAIL)] if front else []
    if abs(camera.depth(turn[2])) > 0.3:
        profile = plate(camera, skull, turn, "fu", HAIR_SIDE)
        shapes += [Area(profile, fill="hair", line="ink", width=DETAIL)] if profile else []
    return shapes


def _face(body: Skeleton, camera: Camera) -> list[Shape]:
    skull, turn = body.points["skull"], body.turns["head"]
    shapes: list[Shape] = []
    near = 1.0 if camera.depth(turn[2]) > 0 else -1.0
    if abs(camera.depth(turn[2])) > 0.6:
        ear = plate(camera, place(skull, turn, -0.9, 4.1, near * 4), turn, "fu", _EAR)
        shapes += [Area(ear, fill="skin", line="ink", width=DETAIL)] if ear else []
        shapes.append(_stroke(camera, skull, turn, ((3.6, 5.5, 1.5 * near), (3.6, 6.2, 1.5 * near)), 0.9))
        shapes.append(_stroke(camera, skull, turn, ((3.3, 1.2, near), (4.3, 1.2, near)), DETAIL))
    if camera.depth(turn[0]) > 0.6:
        for side in (-1.0, 1.0):
            shapes.append(_stroke(camera, skull, turn, ((4.5, 5.5, 1.9 * side), (4.5, 6.2, 1.9 * side)), 0.9))
        shapes.append(_stroke(camera, skull, turn, ((5.0, 5.2, 0.1), (6.2, 3.6, 0.7), (5.4, 3.1, -0.1)), DETAIL))
        shapes.append(_stroke(camera, skull, turn, ((4.6, 1.3, -1.3), (4.8, 1.0, 0.0), (4.6, 1.3, 1.3)), DETAIL))
    return shapes


def _stroke(camera: Camera, skull: Vec, turn: tuple[Vec, Vec, Vec], spots: tuple[Vec, ...], width: float) -> Line:
    return Line(curve_through([camera.flat(place(skull, turn, *spot)) for spot in spots]), "ink", width)


_STRAIGHT = 0.93
_EAR = ((0.9, 1.2), (0.2, 1.7), (-0.7, 1.2), (-0.8, 0.0), (-0.1, -1.3), (0.6, -0.7))
