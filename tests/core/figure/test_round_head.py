"""A head that is seen from between its sides is round: hair on top and behind, a face only where it looks at you."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from painplanner.core.drawing import Area, Line, points_of
from painplanner.core.figure import Figure, Frame, draw
from painplanner.core.figure.layer import Layer
from painplanner.core.figure.outline import Camera, area, hull
from painplanner.core.figure.round_head import round_head
from painplanner.core.figure.scene import skeletons

(BODY,) = skeletons(Figure(id="figure.x", frames=(Frame(base="standing"),)))
angles = st.tuples(st.floats(-180, 180), st.floats(-90, 90))


def seen_from(yaw: float, pitch: float) -> Layer:
    layer = Layer()
    round_head(layer, BODY.points["skull"], BODY.turns["head"], Camera(yaw, pitch))
    return layer


def size(path: tuple[tuple[float, ...], ...]) -> float:
    return abs(area([(row[-2], row[-1]) for row in path]))


def hair(layer: Layer) -> float:
    return sum(size(s.path) for s in layer.details if isinstance(s, Area) and s.fill == "hair")


def strokes(layer: Layer) -> int:
    return sum(isinstance(s, Line) for s in layer.details)


@given(angles)
def test_hair_sits_on_the_head_from_wherever_it_is_seen(way: tuple[float, float]) -> None:
    layer = seen_from(*way)
    outline = hull([(row[-2], row[-1]) for row in layer.pieces[0].path])
    middle = (sum(x for x, _ in outline) / len(outline), sum(y for _, y in outline) / len(outline))
    for shape in layer.details:
        assert isinstance(shape, (Area, Line))
        assert all(math.dist(spot, middle) < 10.5 for spot in points_of(shape.path))


@given(angles)
def test_a_head_is_as_large_as_a_head_from_wherever_it_is_seen(way: tuple[float, float]) -> None:
    assert 55 < size(seen_from(*way).pieces[0].path) < 130


@given(st.floats(-180, 180))
def test_from_above_it_is_nearly_all_hair(yaw: float) -> None:
    above = seen_from(yaw, 85)
    assert hair(above) > 0.85 * size(above.pieces[0].path)


@given(st.floats(35, 60), st.floats(-20, 30))
def test_who_looks_at_you_shows_a_face_and_who_looks_away_shows_hair(off: float, pitch: float) -> None:
    towards, away = seen_from(90 - off, pitch), seen_from(-90 - off, pitch)
    assert strokes(towards) >= 3
    assert strokes(away) == 0
    assert hair(away) > hair(towards) > 0


def eyes(yaw: float, gaze: tuple[float, ...] = (200, 95, 0)) -> list[float]:
    """Return where the irises of a near face stand across the picture."""
    frame = Frame(base="standing", gaze=gaze)
    figure = Figure(id="figure.x", frames=(frame,), camera=(yaw, 12), props=(), crop="neck")
    dots = [s for s in draw(figure, 0).shapes if isinstance(s, Area) and s.fill == "ink" and not s.line]
    return [sum(x for x, _ in points_of(s.path)) / len(points_of(s.path)) for s in dots]


def test_a_near_face_that_is_turned_half_away_hides_the_eye_round_its_corner() -> None:
    assert [len(eyes(yaw)) for yaw in (60, 40, 140, 120)] == [2, 1, 1, 2]


def test_eyes_of_a_face_that_is_turned_half_away_keep_to_what_they_look_at() -> None:
    for left, right in zip(eyes(60, (60, 95, 40)), eyes(60, (60, 95, -40)), strict=True):
        assert right - left > 2
