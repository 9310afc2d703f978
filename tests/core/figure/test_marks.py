"""Signs stand where they are asked for, turn the way that is asked, and leave the picture to the body."""

from __future__ import annotations

import math
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from painplanner.core.drawing import Area, Line, points_of
from painplanner.core.figure import Figure, Frame, Mark, decode_figures, draw
from painplanner.core.figure.marks import HEAD, draw_mark
from painplanner.core.figure.outline import Camera
from painplanner.core.figure.scene import camera_of, skeletons
from painplanner.core.figure.skeleton import between, point
from painplanner.core.figure.vector import add
from painplanner.core.values import replace

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


LIBRARY = Path(__file__).parents[3] / "resources" / "library" / "figures"
FIGURES = [figure for path in sorted(LIBRARY.glob("*.toml")) for figure in decode_figures(path.read_bytes())]
PATHS = [
    pytest.param(figure, mark, i, id=f"{figure.id}-{mark.point}-{i}")
    for figure in FIGURES
    for mark in figure.marks
    if mark.kind == "path"
    for i in (mark.frames or (len(figure.frames) - 1,))
]


@pytest.mark.parametrize(("figure", "mark", "i"), PATHS)
def test_an_arrow_follows_the_way_that_its_point_really_takes(figure: Figure, mark: Mark, i: int) -> None:
    camera, bodies = camera_of(figure), skeletons(figure)
    before, now = bodies[i - 1], bodies[i]
    line, head = draw_mark(replace(mark, size=0.0), now, camera, before)
    assert isinstance(line, Line)
    assert isinstance(head, Area)
    shift = point(now, mark.shift)
    way = [camera.flat(add(point(between(before, now, t / 40), mark.point), shift)) for t in range(41)]
    assert line.path[0][-2:] == pytest.approx(way[0], abs=HEAD)
    assert head.path[0][-2:] == pytest.approx(way[-1])
    for row in line.path:
        assert min(math.hypot(row[-2] - x, row[-1] - y) for x, y in way) < HEAD / 2


@pytest.mark.parametrize(("figure", "mark", "i"), PATHS)
def test_an_arrow_starts_where_its_point_was_and_ends_where_it_is(figure: Figure, mark: Mark, i: int) -> None:
    camera, bodies = camera_of(figure), skeletons(figure)
    (x0, y0), (x1, y1) = (camera.flat(body.points[mark.point]) for body in bodies[i - 1 : i + 1])
    line, head = draw_mark(mark, bodies[i], camera, bodies[i - 1])
    assert isinstance(line, Line)
    assert isinstance(head, Area)
    (ax, ay), (bx, by) = line.path[0][-2:], head.path[0][-2:]
    if math.hypot(x1 - x0, y1 - y0) > HEAD:
        assert (bx - ax) * (x1 - x0) + (by - ay) * (y1 - y0) > 0


@pytest.mark.parametrize("size", [0.0, 4.0, 8.0])
def test_the_sign_of_repetition_is_a_ring_that_is_open_and_has_a_head(size: float) -> None:
    line, head = draw_mark(Mark(kind="repeat", point="crown", size=size), BODY, SIDE, None)
    assert isinstance(line, Line)
    assert isinstance(head, Area)
    x, y = SIDE.flat(BODY.points["crown"])
    radius = size or 5.0
    turned = [math.degrees(math.atan2(row[-1] - y, row[-2] - x)) % 360 for row in line.path]
    swept = sum((a - b) % 360 for a, b in pairwise(turned))
    assert 180 < swept < 330
    assert all(abs(math.hypot(row[-2] - x, row[-1] - y) - radius) < 0.6 * radius for row in line.path)


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.id)
def test_signs_are_mirrored_with_the_side_of_the_dose(figure: Figure) -> None:
    for i in range(len(figure.frames)):
        left, right = draw(figure, i, "left"), draw(figure, i, "right")
        for a, b in zip(left.shapes, right.shapes, strict=True):
            if isinstance(a, Area) and isinstance(b, Area) and "arrow" in {a.fill, a.line}:
                for (ax, ay), (bx, by) in zip(points_of(a.path), points_of(b.path), strict=True):
                    assert (ax, ay) == pytest.approx((left.width - bx, by))
