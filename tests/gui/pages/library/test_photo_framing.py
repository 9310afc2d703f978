"""A photograph that is turned and cut keeps its places: what is shown while it is worked on is what is kept."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from painplanner.core.figure import Photo, PhotoArrow
from painplanner.gui.pages.library.photo.framing import (
    LEAST,
    UNCUT,
    Straightening,
    box_of,
    is_uncut,
    quarter_turned,
    straightened,
    to_source,
    to_turned,
    turned_size,
    widest_box,
    with_edges_moved,
)
from painplanner.gui.pages.library.photo.grips import CORNERS, EDGES, grips, moved
from painplanner.gui.pages.library.photo.shots import Arrow, Shot, photo_of, seen_arrow, shot_of
from painplanner.services.photographs import Framing, framed, take_in

sides = st.integers(120, 2000)
sizes = st.tuples(sides, sides)
degrees = st.floats(-45, 45)
quarters = st.integers(0, 3)
shares = st.floats(0, 1)


@given(sizes, quarters, degrees, shares, shares)
def test_every_place_is_found_again(size, quarter, degree, x, y) -> None:
    framing = Framing(quarter, degree)
    spot = (x * size[0], y * size[1])
    turned = to_turned(size, framing, spot)
    assert to_source(size, framing, turned) == pytest.approx(spot, abs=1e-6)
    wide, high = turned_size(size, framing)
    assert -1e-6 <= turned[0] <= wide + 1e-6
    assert -1e-6 <= turned[1] <= high + 1e-6


@given(sizes, quarters, degrees)
def test_the_widest_cut_leaves_no_corner_bare(size, quarter, degree) -> None:
    framing = Framing(quarter, degree)
    left, top, right, bottom = widest_box(size, framing)
    assert right > left
    assert bottom > top
    for corner in ((left, top), (right, top), (right, bottom), (left, bottom)):
        x, y = to_source(size, framing, corner)
        assert -1e-6 <= x <= size[0] + 1e-6
        assert -1e-6 <= y <= size[1] + 1e-6


@given(sizes, degrees, st.sampled_from((*EDGES, *CORNERS)), st.floats(-3000, 3000), st.floats(-3000, 3000))
def test_however_an_edge_is_dragged_enough_is_left_inside(size, degree, edges, dx, dy) -> None:
    framing = with_edges_moved(size, straightened(size, UNCUT, degree), edges, (dx, dy))
    box, (wide, high) = box_of(size, framing), turned_size(size, framing)
    assert box.size[0] >= min(LEAST, wide) - 1e-6
    assert box.size[1] >= min(LEAST, high) - 1e-6
    assert min(framing.left, framing.top) >= -1e-9
    assert max(framing.right, framing.bottom) <= 1 + 1e-9


@given(sizes, degrees, shares, shares)
def test_a_quarter_turn_carries_the_cut_with_it(size, degree, left, top) -> None:
    framing = Framing(0, degree, left / 2, top / 2, 1, 1)
    corner = box_of(size, framing)[:2]
    turned = quarter_turned(framing, 1)
    there = to_turned(size, turned, to_source(size, framing, corner))
    box = box_of(size, turned)
    assert there == pytest.approx((box.right, box.top), abs=1e-6)
    again = quarter_turned(turned, 3)
    assert box_of(size, again) == pytest.approx(box_of(size, framing), abs=1e-6)


@given(sizes, degrees)
def test_turning_back_shows_all_of_what_was_never_cut(size, degree) -> None:
    framing = straightened(size, UNCUT, degree)
    assert is_uncut(size, framing)
    assert box_of(size, straightened(size, framing, 0)) == pytest.approx((0, 0, *size))


@pytest.mark.parametrize("quarter", range(4))
@pytest.mark.parametrize("degree", [0.0, 7.5, -20.0])
def test_what_is_kept_is_what_was_shown(quarter: int, degree: float) -> None:
    size, spot = (400, 300), (120.0, 210.0)
    framing = Framing(quarter, degree, 0.1, 0.05, 0.95, 0.9)
    image = Image.new("RGB", size, "white")
    image.paste("red", (112, 202, 129, 219))
    buffer = BytesIO()
    image.save(buffer, "PNG")
    made = framed(take_in(buffer.getvalue()), framing)
    box = box_of(size, framing)
    assert (made.width, made.height) == pytest.approx(box.size, abs=2)
    x, y = to_turned(size, framing, spot)
    pixel = Image.open(BytesIO(made.data)).getpixel((round(x - box.left), round(y - box.top)))
    assert pixel[0] > 200 > 60 > pixel[1]


def test_arrows_come_back_from_what_a_figure_holds() -> None:
    arrow = PhotoArrow(x0=100, y0=200, x1=900, y1=700, bend=-120)
    photo = Photo(sha256="0" * 64, width=640, height=480, arrows=(arrow,))
    shot = shot_of(photo)
    assert photo_of(shot, photo.sha256, 640, 480) == photo


def test_the_middle_of_an_arrow_is_where_it_bends_to() -> None:
    arrow = Arrow(100, 100, 300, 100)
    assert arrow.moved("bend", (222, 60)).middle == (200, 60)
    assert arrow.moved("bend", (200, 60)).bend == 40  # up is to the left of a way to the right


def test_an_arrow_that_is_cut_away_comes_back_with_the_rest() -> None:
    shot = Shot("0" * 64, 400, 300, Framing(right=0.4), (Arrow(300, 100, 380, 100),))
    assert seen_arrow(shot, shot.arrows[0]) is None
    assert not [one for one in grips(shot) if one.is_arrow]
    whole = Shot("0" * 64, 400, 300, arrows=shot.arrows)
    assert seen_arrow(whole, whole.arrows[0]) is not None


def test_an_end_that_is_dragged_out_stays_at_the_edge() -> None:
    shot = Shot("0" * 64, 400, 300, arrows=(Arrow(100, 100, 300, 100),))
    tip = next(one for one in grips(shot) if one.name == "tip:0")
    assert moved(shot, tip, (900, 100)).arrows[0].x1 == 400


cuts = st.tuples(st.floats(0, 0.4), st.floats(0, 0.4), st.floats(0.6, 1), st.floats(0.6, 1))


@given(st.tuples(st.integers(600, 2000), st.integers(600, 2000)), quarters, cuts, degrees)
def test_what_was_cut_by_hand_and_is_turned_has_no_bare_corner(size, quarter, cut, degree) -> None:
    by_hand = Framing(quarter, 0.0, *cut)
    left, top, right, bottom = box_of(size, straightened(size, by_hand, degree))
    if min(right - left, bottom - top) < LEAST + 1:
        return  # so little is never cut further
    for corner in ((left, top), (right, top), (right, bottom), (left, bottom)):
        x, y = to_source(size, straightened(size, by_hand, degree), corner)
        assert -0.01 <= x <= size[0] + 0.01
        assert -0.01 <= y <= size[1] + 0.01


@given(sizes, cuts, st.lists(degrees, min_size=1, max_size=4))
def test_turning_back_gives_all_of_a_cut_back(size, cut, ways) -> None:
    begun = framing = Framing(0, 0.0, *cut)
    turns = Straightening()
    for degree in (*ways, 0.0):
        framing = turns.turned(size, framing, degree)
    assert box_of(size, framing) == pytest.approx(box_of(size, with_edges_moved(size, begun, "", (0, 0))), abs=0.8)
