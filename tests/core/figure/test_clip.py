"""What is cut at the edge of a picture stays inside it, and what was inside stays as it was."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from painplanner.core.drawing import Area, Line, circle, points_of, polygon, rectangle
from painplanner.core.figure.clip import clipped, submerged
from painplanner.core.palette import palette

WINDOW = (0.0, 0.0, 100.0, 80.0)
number = st.floats(-200, 300)


def area_of(spots: list[tuple[float, float]]) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(spots, spots[1:] + spots[:1], strict=True)) / 2)


@given(st.lists(st.tuples(number, number), min_size=3, max_size=12), st.booleans())
def test_nothing_is_left_outside(spots, filled) -> None:
    shape = Area(polygon(spots), fill="skin", line="ink", width=1) if filled else Line(polygon(spots), "ink")
    for part in clipped(shape, WINDOW):
        for x, y in points_of(part.path):  # type: ignore[union-attr]
            assert -1e-6 <= x <= 100 + 1e-6
            assert -1e-6 <= y <= 80 + 1e-6


@given(st.floats(5, 95), st.floats(5, 75), st.floats(1, 4))
def test_what_is_inside_is_not_touched(x, y, radius) -> None:
    shape = Area(circle(x, y, radius), fill="skin", line="ink", width=1)
    assert clipped(shape, WINDOW) == [shape]


@given(st.floats(-150, 250), st.floats(-150, 250), st.floats(1, 120), st.floats(1, 120))
def test_a_fill_keeps_the_area_that_is_inside(x, y, wide, high) -> None:
    parts = clipped(Area(rectangle(x, y, wide, high), fill="skin"), WINDOW)
    inside = max(0.0, min(100, x + wide) - max(0, x)) * max(0.0, min(80, y + high) - max(0, y))
    got = sum(area_of(points_of(part.path)) for part in parts)  # type: ignore[union-attr]
    assert abs(got - inside) < 1e-6 * (1 + inside)


def test_an_outline_does_not_run_along_the_edge_of_the_picture() -> None:
    parts = clipped(Area(rectangle(-20, 20, 60, 30), fill="skin", line="ink", width=1), WINDOW)
    lines = [part for part in parts if isinstance(part, Line)]
    assert lines
    for line in lines:
        spots = points_of(line.path)
        assert not any(a[0] == b[0] == 0 for a, b in pairwise(spots))


def test_what_is_under_water_has_its_own_colours_and_what_is_over_it_keeps_its_own() -> None:
    leg, box = Area(rectangle(0, 0, 10, 60), fill="skin", line="ink", width=1), Area(rectangle(0, 0, 9, 9), fill="prop")
    parts = submerged([leg, box], 40.0)
    wet = [part for part in parts if isinstance(part, Area) and part.fill == "skin_wet"]
    dry = [part for part in parts if isinstance(part, Area) and part.fill == "skin"]
    assert max(y for part in wet for _, y in points_of(part.path)) == 40
    assert min(y for part in dry for _, y in points_of(part.path)) == 40
    assert box in parts
    for medium in ("paper", "grey", "light", "dark"):
        assert palette(medium)["skin_wet"] not in {palette(medium)["skin"], palette(medium)["water"]}  # type: ignore[arg-type]
