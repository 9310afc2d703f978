"""Frames, things, signs and sides of a drawn figure can be changed, and every change can be drawn."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from painplanner.core.figure import Figure, decode_figure, decode_figures, draw, encode_figure
from painplanner.core.figure.arranging import (
    MOST_FRAMES,
    based_on,
    new_figure,
    picture_of,
    pose_from,
    with_alt,
    with_frame_added,
    with_frame_copied,
    with_frame_removed,
    with_view,
)
from painplanner.core.figure.bases import BASES
from painplanner.core.figure.scene import alt_text, fit, skeletons
from painplanner.core.figure.scenery import (
    mark_place,
    moved_mark,
    moved_prop,
    prop_place,
    pulled_mark,
    tip_place,
    with_mark,
    with_prop,
    without_mark,
    without_prop,
)
from painplanner.core.figure.value import Mark, MarkKind, PropKind, ViewName
from painplanner.core.figure.vector import length, sub
from painplanner.core.values import Impossible, replace

FOLDER = Path(__file__).parents[3] / "resources" / "library" / "figures"


@cache
def library() -> dict[str, Figure]:
    return {f.id: f for path in sorted(FOLDER.glob("*.toml")) for f in decode_figures(path.read_bytes())}


def far(a: Figure, b: Figure, frame: int, other: int, *names: str) -> float:
    one, two = skeletons(a)[frame], skeletons(b)[other]
    return max(length(sub(one.points[n], two.points[n])) for n in names or one.points)


def test_a_new_figure_is_one_person_who_stands() -> None:
    figure = new_figure("own.x")
    assert len(figure.frames) == 1
    assert draw(figure, 0).shapes


@pytest.mark.parametrize("base", list(BASES))
def test_every_named_pose_can_be_taken(base: str) -> None:
    assert draw(based_on(new_figure("own.x"), 0, base), 0).shapes


@pytest.mark.parametrize("kind", get_args(PropKind))
def test_every_thing_can_be_put_in_moved_and_taken_away(kind) -> None:
    figure = new_figure("own.x")
    with_it = with_prop(figure, kind)
    number = len(with_it.props) - 1
    place = prop_place(with_it, 0, number)
    assert draw(with_it, 0).shapes
    if kind == "floor":
        assert with_it == figure
        return
    if place is not None and kind not in {"cane", "pole"} and with_it.props[number].kind != "mat":
        at = fit(with_it)
        there = moved_prop(with_it, 0, number, (10, 5), at)
        back = moved_prop(there, 0, number, (-10, -5), at)
        assert prop_place(back, 0, number, at) == pytest.approx(prop_place(with_it, 0, number, at), abs=2.5)
    assert without_prop(with_it, number) == figure


@pytest.mark.parametrize("kind", get_args(MarkKind))
def test_every_sign_can_be_put_in_moved_and_taken_away(kind) -> None:
    figure = library()["figure.bridge"]
    signed = with_mark(figure, kind, "", 1)
    number = len(signed.marks) - 1
    at = fit(signed)
    x, y = mark_place(signed, 1, number, at) or (0, 0)
    assert mark_place(moved_mark(signed, number, (4, 6), at), 1, number, at) == pytest.approx((x + 4, y + 6), abs=0.01)
    assert draw(signed, 1) != draw(figure, 1)
    assert without_mark(signed, number) == figure


def test_a_clock_stands_clear_of_the_body_and_of_other_signs() -> None:
    figure = library()["figure.bridge"]
    first = with_mark(figure, "clock", "", 1)
    second = with_mark(first, "repeat", "", 1)
    (ax, ay), (bx, by) = (mark_place(second, 1, len(second.marks) - n) or (0.0, 0.0) for n in (2, 1))
    assert abs(ax - bx) + abs(ay - by) > 12
    (bare,) = (with_mark(new_figure("own.x"), "clock", "", 0),)
    crown = mark_place(replace(bare, marks=(Mark(kind="clock", point="crown"),)), 0, 0, fit(bare)) or (0.0, 0.0)
    assert (mark_place(bare, 0, 0, fit(bare)) or (0.0, 0.0))[1] > crown[1] + 5


@pytest.mark.parametrize("kind", ["push", "arrow", "sway", "circle", "clock", "repeat", "press", "shade"])
@pytest.mark.parametrize("key", ["figure.bridge", "figure.tendon_glides"])
def test_a_sign_is_as_large_as_its_end_is_pulled(kind, key: str) -> None:
    figure = with_mark(library()[key], kind, "right_hand", 1)
    number, at = len(figure.marks) - 1, fit(library()[key])
    x, y = mark_place(figure, 1, number, at) or (0, 0)
    assert tip_place(figure, 1, number, at) is not None
    end = (14.0, 0.0) if kind in {"circle", "clock", "repeat", "press", "shade"} else (0.0, 14.0)
    pulled = pulled_mark(figure, number, end, at)
    assert tip_place(pulled, 1, number, at) == pytest.approx((x + end[0], y + end[1]), abs=0.1)
    assert draw(pulled, 1) != draw(figure, 1)


@pytest.mark.parametrize("view", get_args(ViewName))
def test_every_view_can_be_drawn(view) -> None:
    assert draw(with_view(library()["figure.bridge"], view), 0).shapes


def test_frames_are_added_up_to_four_and_taken_away() -> None:
    figure = library()["figure.bridge"]
    more = with_frame_added(with_frame_added(figure, 1), 2)
    assert len(more.frames) == MOST_FRAMES
    assert far(more, figure, 3, 1) < 0.05
    with pytest.raises(Impossible):
        with_frame_added(more, 0)
    less = with_frame_removed(with_frame_removed(more, 3), 2)
    assert far(less, figure, 1, 1) < 0.05
    assert len(with_frame_removed(with_frame_removed(less, 0), 0).frames) == 1


def test_signs_and_things_stay_with_their_frame() -> None:
    figure = with_mark(with_frame_added(new_figure("own.x"), 0), "clock", "", 1)
    assert with_frame_added(figure, 0).marks[-1].frames == (2,)
    assert with_frame_removed(figure, 0).marks[-1].frames == (0,)
    assert all(mark.kind != "clock" for mark in with_frame_removed(figure, 1).marks)


def test_a_pose_is_taken_from_another_exercise() -> None:
    bridge, squat = library()["figure.bridge"], library()["figure.mini_squat"]
    taken = pose_from(bridge, 0, squat, 1)
    assert far(taken, squat, 0, 1) < 0.05
    assert far(taken, bridge, 1, 1) < 0.05
    assert far(with_frame_copied(bridge, 0, 1), bridge, 1, 0) < 0.05
    assert picture_of(new_figure("own.x"), squat).id == "own.x"
    assert far(picture_of(new_figure("own.x"), squat), squat, 1, 1) < 0.05


def test_words_are_kept_by_language_and_frame() -> None:
    figure = with_alt(with_alt(new_figure("own.x"), 0, "en", "Stands."), 0, "es", "De pie.")
    assert (alt_text(figure, 0, "en"), alt_text(figure, 0, "es")) == ("Stands.", "De pie.")
    assert alt_text(with_alt(figure, 0, "en", ""), 0, "es") == "De pie."


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(get_args(PropKind)), st.sampled_from(list(BASES)), st.sampled_from(get_args(ViewName)))
def test_what_was_made_by_hand_survives_writing_and_reading(kind, base, view) -> None:
    figure = with_view(with_prop(based_on(new_figure("own.x"), 0, base), kind), view)
    assert encode_figure(decode_figure(encode_figure(figure))) == encode_figure(figure)
    assert draw(figure, 0).shapes
