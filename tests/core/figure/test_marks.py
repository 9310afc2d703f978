"""Signs stand where they are asked for, turn the way that is asked, and leave the picture to the body."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from painplanner.core.drawing import Area, Line, points_of
from painplanner.core.figure import Figure, Frame, Mark, draw
from painplanner.core.figure.marks import draw_mark
from painplanner.core.figure.outline import Camera
from painplanner.core.figure.scene import camera_of, skeletons

(BODY,) = skeletons(Figure(id="figure.x", frames=(Frame(base="standing"),)))
SIDE, FRONT = Camera(0, 0), Camera(90, 0)


def spots(mark: Mark, camera: Camera = SIDE) -> list[tuple[float, float]]:
    shapes = draw_mark(mark, BODY, camera, None)
    return [p for shape in shapes if isinstance(shape, (Area, Line)) for p in points_of(shape.path)]


@pytest.mark.parametrize("kind", ["push", "circle", "arrow", "sway", "shade", "press", "clock", "repeat", "breath"])
@pytest.mark.parametrize("point", ["right_knee", "left_upper_trap", "right_arch", "left_temple", "right_outer_elbow"])
def test_a_sign_stands_at_its_point(kind: str, point: str) -> None:
    x, y = SIDE.flat(BODY.points[point])
    for px, py in spots(Mark(kind=kind, point=point, towards=(1, 0, 0))):  # type: ignore[arg-type]
        assert math.hypot(px - x, py - y) < 20


@given(st.floats(3, 20))
def test_a_circle_keeps_its_distance(radius: float) -> None:
    x, y = SIDE.flat(BODY.points["right_knee"])
    line = draw_mark(Mark(kind="circle", point="right_knee", size=radius), BODY, SIDE, None)[0]
    assert isinstance(line, Line)
    for row in line.path:
        assert math.hypot(row[-2] - x, row[-1] - y) == pytest.approx(radius, rel=0.35)


def test_a_turn_about_an_upright_axis_is_open_enough_to_be_read() -> None:
    ring = spots(Mark(kind="circle", point="crown", towards=(0, 1, 0), size=10), FRONT)
    wide = max(x for x, _ in ring) - min(x for x, _ in ring)
    high = max(y for _, y in ring) - min(y for _, y in ring)
    assert wide > 15
    assert high > 2


def test_an_arc_goes_from_its_first_angle_to_its_second() -> None:
    x, y = SIDE.flat(BODY.points["crown"])
    line, head = draw_mark(Mark(kind="circle", point="crown", arc=(0, 90), size=10), BODY, SIDE, None)
    assert isinstance(line, Line)
    assert isinstance(head, Area)
    assert line.path[0] == pytest.approx((x + 10, y))
    assert head.path[0] == pytest.approx((x, y + 10))


def test_an_arrow_points_where_it_is_asked_to() -> None:
    _, head = draw_mark(Mark(kind="arrow", point="pelvis", towards=(0, -1, 0), size=10), BODY, SIDE, None)
    assert isinstance(head, Area)
    x, y = SIDE.flat(BODY.points["pelvis"])
    assert head.path[0] == pytest.approx((x, y - 5))


@pytest.mark.parametrize(("base", "lie"), [("supine", -1), ("prone", 1)])
def test_from_the_head_end_the_crown_is_nearest_and_from_the_foot_end_the_feet(base: str, lie: int) -> None:
    for view, near, far in (("head_end", "crown", "right_heel"), ("foot_end", "right_heel", "crown")):
        figure = Figure(id="figure.x", frames=(Frame(base=base),), view=view)  # type: ignore[arg-type]
        camera, (body,) = camera_of(figure), skeletons(figure)
        assert camera.depth(body.points[near]) > camera.depth(body.points[far])
        assert draw(figure, 0).shapes
