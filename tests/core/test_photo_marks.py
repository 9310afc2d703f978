"""Arrows on a photograph point where they were put, at any size of the picture, and stay on it."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from painplanner.core.drawing import Area, Line, points_of
from painplanner.core.figure import PhotoArrow
from painplanner.core.figure.value import SHORTEST_ARROW
from painplanner.core.palette import palette
from painplanner.core.photo_marks import arrows_drawn
from painplanner.core.values import Impossible

place = st.integers(0, 1000)


@given(place, place, place, place, st.integers(-500, 500), st.sampled_from([(400, 300), (300, 400), (2000, 48)]))
def test_the_tip_is_where_it_was_put(x0: int, y0: int, x1: int, y1: int, bend: int, size: tuple[int, int]) -> None:
    assume((x1 - x0) ** 2 + (y1 - y0) ** 2 >= SHORTEST_ARROW**2)
    drawing = arrows_drawn((PhotoArrow(x0=x0, y0=y0, x1=x1, y1=y1, bend=bend),), *size)
    (head,) = [shape for shape in drawing.shapes if isinstance(shape, Area) and shape.fill == "arrow"]
    assert head.path[0] == pytest.approx((x1 / 1000 * drawing.width, y1 / 1000 * drawing.height))
    assert drawing.height / drawing.width == pytest.approx(size[1] / size[0])


def test_a_bent_arrow_leaves_the_straight_way_on_its_side() -> None:
    for bend in (200, -200):
        drawing = arrows_drawn((PhotoArrow(x0=100, y0=500, x1=900, y1=500, bend=bend),), 400, 300)
        (line,) = [shape for shape in drawing.shapes if isinstance(shape, Line) and shape.role == "arrow"]
        middle = drawing.height / 2
        highest = max(points_of(line.path), key=lambda spot: abs(spot[1] - middle))
        assert highest[1] - middle == pytest.approx(bend / 1000 * drawing.width, rel=0.07)


def test_every_colour_lies_on_a_light_edge_and_has_a_role() -> None:
    shapes = arrows_drawn((PhotoArrow(x0=0, y0=0, x1=1000, y1=1000),), 4, 3).shapes
    roles = [shape.fill if isinstance(shape, Area) else shape.role for shape in shapes]
    assert roles == ["background", "background", "arrow", "arrow"]
    assert set(roles) <= set(palette("paper"))


def test_arrows_outside_the_picture_are_refused() -> None:
    for change in ({"x1": 1001}, {"y0": -1}, {"bend": 501}):
        with pytest.raises(Impossible):
            PhotoArrow(**({"x0": 0, "y0": 0, "x1": 500, "y1": 500} | change))


def test_a_click_without_a_drag_leaves_nothing() -> None:
    assert arrows_drawn((PhotoArrow(x0=500, y0=500, x1=500, y1=500),), 4, 3).shapes == ()
