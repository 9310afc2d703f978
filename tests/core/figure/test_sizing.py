"""Things are made larger and smaller by handles at the edges that really move, within bounds."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from painplanner.core.figure import Figure, Prop, draw
from painplanner.core.figure.arranging import new_figure, with_view
from painplanner.core.figure.props import draw_prop
from painplanner.core.figure.scene import camera_of, fit, skeletons
from painplanner.core.figure.scenery import with_prop
from painplanner.core.figure.sizing import measures, nudged, pulled, resized, size_handles, size_now, with_size
from painplanner.core.figure.value import PropKind
from painplanner.core.values import replace

SIZED = sorted(kind for kind in get_args(PropKind) if measures(Prop(kind=kind)))
kinds = st.sampled_from(SIZED)
views = st.sampled_from(("side", "front", "three_quarter", "above"))


def scene(kind: str, view: str = "side") -> tuple[Figure, int]:
    figure = with_view(with_prop(new_figure("own.x"), kind), view)  # type: ignore[arg-type]
    return figure, len(figure.props) - 1


@pytest.mark.parametrize("kind", SIZED)
def test_the_usual_size_is_the_one_that_is_drawn(kind: str) -> None:
    figure, number = scene(kind, "three_quarter")
    prop, body, camera = figure.props[number], skeletons(figure)[0], camera_of(figure)
    said = replace(prop, size=tuple(size_now(prop, n) for n in range(len(measures(prop)))))
    said = with_size(prop, 0, size_now(prop, 0)) if len(said.size) == 1 and kind in {"ball", "roll"} else said
    assert draw_prop(said, body, camera) == draw_prop(prop, body, camera)


@pytest.mark.parametrize("kind", [kind for kind in SIZED if kind != "stick"])
def test_everything_with_a_size_has_a_handle(kind: str) -> None:
    assert size_handles(*scene(kind)[:1], 0, scene(kind)[1])


@settings(max_examples=120, deadline=None)
@given(kinds, views, st.floats(-80, 80), st.floats(-80, 80))
def test_no_thing_grows_out_of_its_bounds(kind: str, view: str, dx: float, dy: float) -> None:
    figure, number = scene(kind, view)
    at = fit(figure)
    for handle in size_handles(figure, 0, number, at):
        after = pulled(figure, number, handle, (dx, dy))
        one = measures(after.props[number])[handle.number]
        assert one.least <= size_now(after.props[number], handle.number) <= one.most
        assert draw(after, 0).shapes


@settings(max_examples=80, deadline=None)
@given(kinds, views, st.floats(0.5, 8))
def test_a_handle_goes_where_it_is_pulled(kind: str, view: str, far: float) -> None:
    figure, number = scene(kind, view)
    at = fit(figure)
    for handle in size_handles(figure, 0, number, at):
        one = measures(figure.props[number])[handle.number]
        if one.is_count or size_now(figure.props[number], handle.number) + far / handle.step > one.most:
            continue
        after = pulled(figure, number, handle, (handle.way[0] * far, handle.way[1] * far))
        now = next((h for h in size_handles(after, 0, number, at) if h.number == handle.number), None)
        if now is not None and now.way == handle.way:
            gone = (now.x - handle.x) * handle.way[0] + (now.y - handle.y) * handle.way[1]
            assert gone == pytest.approx(far, abs=0.35 + far * 0.25)


def test_the_depth_of_a_table_is_pulled_where_it_is_seen() -> None:
    figure, number = scene("table")
    names = {measures(figure.props[number])[one.number].name for one in size_handles(figure, 0, number)}
    assert names == {"length"}
    figure, number = scene("table", "front")
    names = {measures(figure.props[number])[one.number].name for one in size_handles(figure, 0, number)}
    assert names == {"depth"}


def test_a_ball_stays_round() -> None:
    figure, number = scene("ball")
    assert resized(figure, number, 0, 21.0).props[number].size == (21.0, 21.0)


def test_stairs_have_whole_steps() -> None:
    figure, number = scene("stairs")
    handle = next(one for one in size_handles(figure, 0, number) if one.number == 3)
    assert size_now(nudged(figure, number, handle, (1.0, 0.0)).props[number], 3) == 4
    assert size_now(nudged(figure, number, handle, (0.0, -1.0)).props[number], 3) == 2
    assert size_now(pulled(figure, number, handle, (handle.step * 1.4, 0.0)).props[number], 3) == 4


def test_a_wall_on_the_other_side_stays_there_when_it_grows() -> None:
    figure = replace(new_figure("own.x"), props=(Prop(kind="wall", at=(-10.0,), size=(-5.0, 80.0)),))
    handle = next(one for one in size_handles(figure, 0, 0) if one.number == 1)
    assert pulled(figure, 0, handle, (0.0, handle.step * 10)).props[0].size[:2] == (-5.0, 90.0)


def test_a_thing_of_another_frame_has_no_handle() -> None:
    figure, number = scene("ball")
    prop = replace(figure.props[number], frames=(1,))
    assert size_handles(replace(figure, props=(*figure.props[:number], prop)), 0, number) == ()
