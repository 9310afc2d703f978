"""Bands, straps and bars run between points that are moved, tied to the body, added and taken away."""

from __future__ import annotations

from typing import get_args

import pytest

from painplanner.core.figure import Figure, Prop, draw
from painplanner.core.figure.arranging import new_figure, with_view
from painplanner.core.figure.scene import fit, skeletons
from painplanner.core.figure.scenery import with_prop
from painplanner.core.figure.stringing import (
    TIES,
    bent,
    freed,
    has_points,
    is_strung,
    middles_at,
    moved_point,
    moved_whole,
    nearest_tie,
    on_side,
    other_side_near,
    points_at,
    side_of,
    tied,
    without_point,
)
from painplanner.core.figure.value import PropKind
from painplanner.core.values import replace


@pytest.fixture
def banded() -> Figure:
    """Return one person from the front with a band between the hands."""
    return with_prop(with_view(new_figure("own.x"), "front"), "band")


def test_a_point_of_a_band_goes_where_it_is_moved(banded: Figure) -> None:
    at = fit(banded)
    x, y = points_at(banded, 0, 1, at)[0]
    moved = moved_point(banded, 0, 1, 0, (6.0, 9.0), at)
    assert points_at(moved, 0, 1, at)[0] == pytest.approx((x + 6, y + 9), abs=0.1)
    assert points_at(moved, 0, 1, at)[1] == points_at(banded, 0, 1, at)[1]


def test_a_band_is_bent_and_straight_again(banded: Figure) -> None:
    at = fit(banded)
    ((x, y),) = middles_at(banded, 0, 1, at)
    made = bent(banded, 0, 1, 0, (0.0, -12.0), at)
    assert points_at(made, 0, 1, at)[1] == pytest.approx((x, y - 12), abs=0.1)
    assert len(middles_at(made, 0, 1, at)) == 2
    assert without_point(made, 1, 1).props == banded.props
    assert without_point(banded, 1, 1) == banded


def test_a_point_that_is_tied_follows_the_body(banded: Figure) -> None:
    made = tied(banded, 1, 0, "right_knee")
    assert made.props[1].points == ("right_knee", "right_hand")
    free = freed(made, 0, 1, 0)
    assert free.props[1].points[0] == pytest.approx(skeletons(made)[0].points["right_knee"], abs=0.01)
    assert list(points_at(free, 0, 1)) == [pytest.approx(spot, abs=0.1) for spot in points_at(made, 0, 1)]


def test_every_tie_is_a_point_of_the_body() -> None:
    assert set(TIES) <= set(skeletons(new_figure("own.x"))[0].points)


def test_the_body_point_under_a_place_is_found(banded: Figure) -> None:
    at = fit(banded)
    there = points_at(tied(banded, 1, 0, "left_knee"), 0, 1, at)[0]
    assert nearest_tie(banded, 0, (there[0] + 0.5, there[1]), 4.0, at) == "left_knee"
    assert nearest_tie(banded, 0, (1.0, 1.0), 4.0, at) == ""


@pytest.mark.parametrize("kind", get_args(PropKind))
def test_what_runs_between_points_can_be_moved_as_a_whole(kind) -> None:
    figure = with_prop(new_figure("own.x"), kind)
    number = len(figure.props) - 1
    prop = figure.props[number]
    if not has_points(prop):
        assert points_at(figure, 0, number) == ()
        return
    at = fit(figure)
    after = moved_whole(figure, 0, number, (5.0, 3.0), at)
    for (x, y), (a, b) in zip(points_at(figure, 0, number, at), points_at(after, 0, number, at), strict=True):
        assert (a, b) == pytest.approx((x + 5, y + 3), abs=0.1)
    assert draw(after, 0).shapes
    assert is_strung(prop) == (kind in {"band", "strap", "tape", "rail"})


def test_what_one_hand_holds_goes_to_the_other() -> None:
    figure = with_view(with_prop(new_figure("own.x"), "dumbbell"), "front")
    assert side_of(figure.props[1]) == "right"
    there = points_at(replace(figure, props=(figure.props[0], Prop(kind="band", points=("left_hand", "crown")))), 0, 1)[
        0
    ]
    assert other_side_near(figure, 0, 1, there) == "left"
    assert on_side(figure, 1, "left").props[1].points == ("left",)
    weight = with_prop(new_figure("own.x"), "ankle_weight")
    assert on_side(weight, 1, "left").props[1].points == ("left_ankle",)


def test_a_thing_of_another_frame_has_no_points(banded: Figure) -> None:
    band = replace(banded.props[1], frames=(1,))
    assert points_at(replace(banded, props=(banded.props[0], band)), 0, 1) == ()


@pytest.mark.parametrize("view", ["side", "front", "above"])
def test_a_band_can_be_seen_when_it_is_put_in(view) -> None:
    figure = with_prop(with_view(new_figure("own.x"), view), "band")
    (ax, ay), (bx, by) = points_at(figure, 0, 1)
    assert abs(bx - ax) + abs(by - ay) > 10
