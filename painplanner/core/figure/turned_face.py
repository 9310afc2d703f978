"""Eyes, nose and mouth of a face that is seen near and turned half away: what is round its corner is left out."""

from __future__ import annotations

from collections.abc import Callable

from painplanner.core.drawing import Area, Line, Path, Point, Shape, circle, curve_through
from painplanner.core.figure.layer import DETAIL
from painplanner.core.figure.outline import Camera
from painplanner.core.figure.round_head import Features, to_viewer
from painplanner.core.figure.vector import Turn, Vec, place

_CORNER, _EYE_CORNER = 0.16, 0.42
_EYE_TURN = 0.75
# Ahead, up and to the side, from the joint under the skull.
_EYE = ((4.6, 5.7, 1.0), (4.5, 6.2, 1.8), (3.9, 5.75, 2.7), (4.4, 5.35, 1.8))
_BROW = ((4.7, 7.0, 0.9), (4.5, 7.4, 1.8), (3.9, 7.1, 2.8))
_LIPS = (
    (4.2, 1.3, -1.5), (4.7, 1.75, -0.5), (4.75, 1.6, 0.0), (4.7, 1.75, 0.5), (4.2, 1.3, 1.5), (4.6, 0.7, 0.7),
    (4.6, 0.7, -0.7),
)  # fmt: skip
_MOUTH = ((4.3, 1.25, -1.4), (4.7, 1.15, 0.0), (4.3, 1.25, 1.4))


def turned_face(looking: Vec) -> Features:
    """Return the features of a face whose eyes look ahead, up and to the right as the head sees it."""

    def features(skull: Vec, turn: Turn, camera: Camera) -> list[Shape]:
        ahead, _, right = to_viewer(turn, camera)
        shapes: list[Shape] = []

        def flat(spots: tuple[Vec, ...]) -> list[Point]:
            return [camera.flat(place(skull, turn, *spot)) for spot in spots]

        for side in (-1.0, 1.0):
            if ahead * 0.9 + right * side * 0.44 > _EYE_CORNER:
                shapes += _eye(side, looking, flat)
        near = -0.7 if right > 0 else 0.7
        shapes.append(_line(flat(((5.0, 5.3, near * 0.3), (5.9, 3.7, near), (5.2, 3.0, 0.0)))))
        lips, gap = (_this_side(spots, ahead, right) for spots in (_LIPS, _MOUTH))
        if len(lips) > 2:
            shapes.append(Area(curve_through(flat(lips), closed=True), line="ink", width=DETAIL))
        return [*shapes, _line(flat(gap), 0.7)] if len(gap) > 1 else shapes

    return features


def _this_side(spots: tuple[Vec, ...], ahead: float, right: float) -> tuple[Vec, ...]:
    """Return the places on the curve of the mouth that look at the viewer."""
    return tuple(spot for spot in spots if ahead * 0.85 + right * spot[2] * 0.35 > _CORNER)


def _eye(side: float, looking: Vec, flat: Callable[[tuple[Vec, ...]], list[Point]]) -> list[Shape]:
    white: Path = curve_through(flat(tuple((f, u, r * side) for f, u, r in _EYE)), closed=True)
    ((x, y),) = flat(((4.5, 5.78 + 0.3 * looking[1], 1.8 * side + _EYE_TURN * looking[2]),))
    return [
        Area(white, fill="background", line="ink", width=DETAIL),
        Area(circle(x, y, 0.36), fill="ink"),
        _line(flat(tuple((f, u, r * side) for f, u, r in _BROW)), 1.4, "hair"),
    ]


def _line(spots: list[Point], width: float = DETAIL, role: str = "ink") -> Line:
    return Line(curve_through(spots), role, width)
