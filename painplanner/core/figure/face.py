"""A face seen near, from any side that shows it: eye, brow, ear, lips and a jaw that opens on its hinge."""

from __future__ import annotations

from painplanner.core.drawing import Area, Line, Shape, circle, curve_through
from painplanner.core.figure.body import HAIR_FRONT, HAIR_SIDE
from painplanner.core.figure.head import head
from painplanner.core.figure.layer import DETAIL, Layer
from painplanner.core.figure.outline import Camera, plate, tube
from painplanner.core.figure.round_head import round_head
from painplanner.core.figure.skeleton import Skeleton
from painplanner.core.figure.surface import JAW_JOINT, jaw_joint
from painplanner.core.figure.turned_face import turned_face
from painplanner.core.figure.vector import Turn, Vec, dot, place, sub, unit

_SIDEWAYS, _SQUARE_ON, _AWAY = 0.87, 0.9, 0.05
_UPPER = (
    (5.15, 1.75), (5.35, 2.2), (4.9, 2.75), (5.6, 2.8), (6.35, 3.4), (5.9, 4.3), (5.2, 5.6), (4.95, 6.3), (5.3, 7.2),
    (4.9, 9.2), (2.7, 11.4), (-0.7, 12.1), (-4.1, 10.4), (-5.5, 6.8), (-4.9, 3.2), (-3.7, 0.4), (-1.6, 0.6), (1.2, 1.4),
)  # fmt: skip
_LOWER = (
    (5.0, 1.7), (5.2, 1.2), (4.65, 0.6), (4.55, 0.2), (4.8, -0.5), (4.3, -1.4), (3.2, -1.6), (1.0, -0.7), (-1.3, 0.9),
    (-1.6, 3.4), (-0.4, 4.2), (1.6, 3.2), (3.6, 2.2),
)  # fmt: skip
_JAW_LINE = ((-1.5, 2.6), (-1.25, 0.9), (0.4, -0.2), (2.4, -1.2))
_EAR = ((0.9, 1.3), (0.3, 1.8), (-0.7, 1.4), (-1.0, 0.3), (-0.6, -1.0), (0.0, -1.7), (0.5, -1.1), (0.4, -0.2))
_EAR_FOLD = ((0.4, 0.9), (-0.2, 1.1), (-0.5, 0.3), (0.0, -0.3))
_NECK = ((0.0, 0.0, 2.9), (0.5, 0.0, 2.7), (1.0, 0.0, 2.9))


def close_head(layer: Layer, body: Skeleton, camera: Camera) -> None:
    """Add the head with a face in detail; one that looks away is the plain one."""
    turn = body.turns["head"]
    if abs(camera.depth(turn[2])) > _SIDEWAYS:
        _from_the_side(layer, body, camera)
    elif camera.depth(turn[0]) > _SQUARE_ON:
        _from_the_front(layer, body, camera)
    elif camera.depth(turn[0]) > _AWAY:
        _neck(layer, body, camera)
        round_head(layer, body.points["skull"], turn, camera, turned_face(_looking(body)))
    else:
        head(layer, body, camera)


def _neck(layer: Layer, body: Skeleton, camera: Camera) -> None:
    start = place(body.points["neck"], body.turns["thorax"], 1.2, -1.8, 0)
    end = place(body.points["skull"], body.turns["head"], -1.0, 2.6, 0)
    layer.add(tube(camera, start, end, body.turns["neck"], _NECK), "skin")


def _from_the_side(layer: Layer, body: Skeleton, camera: Camera) -> None:
    skull, turn = body.points["skull"], body.turns["head"]
    hinge, jaw = jaw_joint(body)
    near = 1.0 if camera.depth(turn[2]) > 0 else -1.0

    def lower(spots: tuple[tuple[float, float], ...]) -> list[Vec]:
        return [place(hinge, jaw, f - JAW_JOINT[0], u - JAW_JOINT[1], 0) for f, u in spots]

    _neck(layer, body, camera)
    layer.add(plate(camera, skull, turn, "fu", _UPPER), "skin")
    mouth = [place(skull, turn, f, u, 0) for f, u in ((2.8, 1.9), (4.2, 1.95), (5.05, 1.8))]
    mouth += lower(((4.95, 1.6), (4.0, 1.6), (2.8, 1.8)))
    if body.jaw > _OPEN:
        layer.add(curve_through([camera.flat(spot) for spot in mouth], closed=True), "ink")
    layer.add(curve_through([camera.flat(spot) for spot in lower(_LOWER)], closed=True), "skin")
    if body.jaw > _OPEN:
        layer.details.append(Area(curve_through([camera.flat(spot) for spot in mouth], closed=True), fill="ink"))
        teeth = [place(skull, turn, f, u, 0) for f, u in ((3.4, 1.95), (4.7, 1.9), (4.7, 1.45), (3.5, 1.6))]
        layer.details.append(Area(tuple(camera.flat(spot) for spot in teeth), fill="background"))
    else:
        layer.details.append(_stroke(camera, skull, turn, ((3.5, 1.6, near), (4.4, 1.75, near), (5.1, 1.7, 0)), 0.7))
    layer.details.append(Line(curve_through([camera.flat(spot) for spot in lower(_JAW_LINE)]), "ink", DETAIL))
    profile = plate(camera, skull, turn, "fu", HAIR_SIDE)
    layer.details += [Area(profile, fill="hair", line="ink", width=DETAIL)] if profile else []
    layer.details += _eye_and_ear(camera, skull, turn, near, _looking(body))


_OPEN = 2.0


def _looking(body: Skeleton) -> Vec:
    """Return where the eyes look, as the head sees it: ahead, up and to the right; straight on without a gaze."""
    turn = body.turns["head"]
    if "gaze" not in body.points:
        return (1.0, 0.0, 0.0)
    way = unit(sub(body.points["gaze"], place(body.points["skull"], turn, 3.0, 5.8, 0)))
    return (dot(way, turn[0]), dot(way, turn[1]), dot(way, turn[2]))


def _eye_and_ear(camera: Camera, skull: Vec, turn: Turn, near: float, looking: Vec) -> list[Shape]:
    shapes: list[Shape] = []
    for spots, fill in ((_EAR, "skin"), (_EAR_FOLD, "")):
        ear = plate(camera, place(skull, turn, -1.1, 4.3, near * 4), turn, "fu", spots)
        shapes += [Area(ear, fill=fill, line="ink", width=DETAIL)] if ear else []
    white = [camera.flat(place(skull, turn, f, u, near)) for f, u in ((3.3, 5.75), (3.9, 6.2), (4.5, 5.9), (4.0, 5.5))]
    shapes.append(Area(curve_through(white, closed=True), fill="background", line="ink", width=DETAIL))
    ahead, up = 4.2 - 0.45 * (1.0 - max(0.0, looking[0])), 5.85 + 0.25 * looking[1]
    shapes.append(Area(circle(*camera.flat(place(skull, turn, ahead, up, near)), 0.3), fill="ink"))
    brow = ((3.1, 6.9, near), (4.0, 7.35, near), (4.9, 7.2, near))
    nostril = ((5.0, 3.3, near), (5.3, 3.0, near), (5.6, 3.15, near))
    return [*shapes, _stroke(camera, skull, turn, brow, 1.4, "hair"), _stroke(camera, skull, turn, nostril, DETAIL)]


def _from_the_front(layer: Layer, body: Skeleton, camera: Camera) -> None:
    skull, turn = body.points["skull"], body.turns["head"]
    drop = body.jaw * _DROP
    looking = _looking(body)
    _neck(layer, body, camera)
    for side in (-1.0, 1.0):
        ear = tuple((side * (4.3 - 0.8 * f), 4.2 + u) for f, u in _EAR)
        layer.add(plate(camera, skull, turn, "ru", ear), "skin")
    outline = tuple((r, u - drop * max(0.0, min(1.0, (2.6 - u) / 3.2))) for r, u in _FACE)
    face = place(skull, turn, _FACE_AHEAD, 0, 0)
    layer.add(plate(camera, face, turn, "ru", outline), "skin")
    layer.add(plate(camera, skull, turn, "ru", _BACK_OF_HEAD), "skin")
    low = [camera.flat(place(face, turn, 0, u, r)) for r, u in sorted(outline) if u < _CHEEK]
    layer.details.append(Line(curve_through(low), "ink", 2 * DETAIL))
    front = plate(camera, skull, turn, "ru", HAIR_FRONT)
    layer.details += [Area(front, fill="hair", line="ink", width=DETAIL)] if front else []
    for side in (-1.0, 1.0):
        eye = ((2.7, 5.7), (1.9, 6.15), (1.1, 5.75), (1.9, 5.35))
        white = [camera.flat(place(skull, turn, 4.5, u, r * side)) for r, u in eye]
        layer.details.append(Area(curve_through(white, closed=True), fill="background", line="ink", width=DETAIL))
        iris = place(skull, turn, 4.5, 5.75 + 0.3 * looking[1], 1.9 * side + _EYE_TURN * looking[2])
        layer.details.append(Area(circle(*camera.flat(iris), 0.36), fill="ink"))
        brow = ((4.5, 7.0, 0.9 * side), (4.5, 7.4, 1.9 * side), (4.5, 7.0, 2.9 * side))
        layer.details.append(_stroke(camera, skull, turn, brow, 1.4, "hair"))
    nose = ((5.0, 5.2, 0.35), (5.6, 3.5, 0.8), (5.6, 3.05, 0.4), (5.6, 2.9, 0.0), (5.6, 3.1, -0.6))
    layer.details.append(_stroke(camera, skull, turn, nose, DETAIL))
    layer.details += _mouth(camera, skull, turn, drop)


_CHEEK = 1.2
_FACE_AHEAD = 1.2
_BACK_OF_HEAD = ((-4.2, 4.4), (-4.5, 6.8), (-4.0, 9.6), (-2.2, 11.6), (2.2, 11.6), (4.0, 9.6), (4.5, 6.8), (4.2, 4.4))
_EYE_TURN = 0.75
_DROP = 0.085
"""How far the chin comes down for each degree, seen from the front."""
_FACE = (
    (0.0, -1.5), (1.5, -1.3), (2.9, 0.0), (3.8, 2.4), (4.2, 4.4), (4.5, 6.8), (4.0, 9.6), (2.2, 11.6), (0.0, 12.1),
    (-2.2, 11.6), (-4.0, 9.6), (-4.5, 6.8), (-4.2, 4.4), (-3.8, 2.4), (-2.9, 0.0), (-1.5, -1.3),
)  # fmt: skip


def _mouth(camera: Camera, skull: Vec, turn: Turn, drop: float) -> list[Shape]:
    def line(spots: tuple[tuple[float, float], ...]) -> tuple[tuple[float, ...], ...]:
        return curve_through([camera.flat(place(skull, turn, 3.9, u, r)) for r, u in spots], closed=True)

    lips = ((-1.5, 1.3), (-0.5, 1.75), (0.0, 1.6), (0.5, 1.75), (1.5, 1.3), (0.7, 0.7 - drop), (-0.7, 0.7 - drop))
    shapes: list[Shape] = [Area(line(lips), line="ink", width=DETAIL)]
    if drop > _OPEN * _DROP:
        inside = ((-1.2, 1.2), (0.0, 1.4), (1.2, 1.2), (0.6, 1.0 - drop), (-0.6, 1.0 - drop))
        teeth = ((-0.9, 1.25), (0.0, 1.4), (0.9, 1.25), (0.8, 0.95), (-0.8, 0.95))
        return [*shapes, Area(line(inside), fill="ink"), Area(line(teeth), fill="background")]
    return [*shapes, _stroke(camera, skull, turn, ((3.9, 1.25, -1.4), (3.9, 1.15, 0.0), (3.9, 1.25, 1.4)), 0.7)]


def _stroke(camera: Camera, skull: Vec, turn: Turn, spots: tuple[Vec, ...], width: float, role: str = "ink") -> Line:
    return Line(curve_through([camera.flat(place(skull, turn, *spot)) for spot in spots]), role, width)
