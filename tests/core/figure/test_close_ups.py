"""A close-up shows its part large, with fingers, toes and a jaw that move, and nothing runs out of the picture."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from painplanner.core.drawing import Area, Line, points_of
from painplanner.core.figure import Figure, Frame, Mark, Pin, Prop, decode_figure, draw, encode_figure
from painplanner.core.figure.digits import FINGERS, HAND_POSES, TOES, finger, thumb, toe
from painplanner.core.figure.scene import fit, skeletons
from painplanner.core.figure.value import Hand, ViewName
from painplanner.core.figure.vector import UPRIGHT, length, sub
from painplanner.core.values import replace

PARTS = ("neck", "jaw", "shoulder", "hand", "knee", "foot", ("skull", "right_hand"))
POSES: tuple[Hand, ...] = get_args(Hand)
VIEWS = get_args(ViewName)
ORIGIN = (0.0, 0.0, 0.0)


def close(crop: str | tuple[str, ...], *frames: Frame, view: str = "side", **more: object) -> Figure:
    shown = frames or (Frame(base="sitting"),)
    return Figure(id="figure.x", frames=shown, crop=crop, view=view, **({"props": ()} | more))  # type: ignore[arg-type]


def spots_of(figure: Figure, i: int = 0, side: str | None = None) -> list[tuple[float, float]]:
    shapes = draw(figure, i, side).shapes  # type: ignore[arg-type]
    return [spot for shape in shapes if isinstance(shape, (Area, Line)) for spot in points_of(shape.path)]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("crop", PARTS, ids=str)
def test_a_close_up_stays_in_its_frame_and_fills_it(crop: str, view: str) -> None:
    figure = close(crop, view=view, props=(Prop(kind="floor"), Prop(kind="chair")))
    for side in (None, "left", "right"):
        spots = spots_of(figure, 0, side)
        assert all(-0.01 <= x <= 160.01 and -0.01 <= y <= 120.01 for x, y in spots)
        assert max(x for x, _ in spots) - min(x for x, _ in spots) > 40


@pytest.mark.parametrize("crop", PARTS, ids=str)
def test_it_is_larger_than_the_whole(crop: str) -> None:
    assert fit(close(crop))[0] > 1.2 * fit(close(""))[0]


@pytest.mark.parametrize("crop", PARTS, ids=str)
def test_the_left_is_the_mirror_of_the_right(crop: str) -> None:
    right, left = spots_of(close(crop), side="right"), spots_of(close(crop), side="left")
    assert [x for x, _ in left] == pytest.approx([160 - x for x, _ in right])
    assert [y for _, y in left] == pytest.approx([y for _, y in right])


@pytest.mark.parametrize("pose", POSES)
@pytest.mark.parametrize("view", ["side", "front", "back", "above"])
def test_every_pose_of_the_hand_is_drawn_from_every_side_and_looks_like_no_other(pose: Hand, view: str) -> None:
    drawn = {
        hand: spots_of(close("hand", Frame(base="standing", elbow=90, right_hand=hand), view=view))
        for hand in ("open", pose)
    }
    assert drawn[pose]
    assert pose == "open" or drawn["open"] != drawn[pose]


@given(st.tuples(st.floats(-20, 90), st.floats(0, 105), st.floats(0, 80)), st.floats(-5, 15))
def test_fingers_keep_the_length_of_their_bones(bends, spread) -> None:
    for digit in FINGERS:
        spots = finger(ORIGIN, UPRIGHT, -1.0, digit, bends, spread)
        for a, b, bone in zip(spots, spots[1:], digit.bones, strict=False):
            assert length(sub(a, b)) == pytest.approx(bone)


@given(st.floats(-60, 80))
def test_toes_keep_the_length_of_their_bones_and_go_the_way_they_are_bent(bend) -> None:
    for one in TOES:
        spots = toe(ORIGIN, UPRIGHT, 1.0, one, bend)
        for a, b, bone in zip(spots, spots[1:], one.bones, strict=False):
            assert length(sub(a, b)) == pytest.approx(bone)
        if bend > 5:
            assert spots[-1][1] > spots[0][1]


@pytest.mark.parametrize("pose", POSES)
def test_the_thumb_reaches_where_it_should(pose: Hand) -> None:
    tip = HAND_POSES[pose].thumb
    end = thumb(ORIGIN, UPRIGHT, -1.0, tip)[-1]
    assert length(sub(end, (tip[0], -tip[1], -tip[2]))) < 1.5


def test_in_a_pinch_thumb_and_index_meet() -> None:
    pose = HAND_POSES["pinch"]
    assert pose.pointing
    index = finger(ORIGIN, UPRIGHT, -1.0, FINGERS[0], pose.pointing, pose.spread)[-1]
    assert length(sub(index, thumb(ORIGIN, UPRIGHT, -1.0, pose.thumb)[-1])) < 1.6


def test_a_fist_comes_back_to_the_palm_and_a_tabletop_stands_out_of_it() -> None:
    ends = {
        pose: finger(ORIGIN, UPRIGHT, -1.0, FINGERS[1], HAND_POSES[pose].fingers, 0.0)[-1]
        for pose in ("fist", "tabletop")
    }
    assert abs(ends["fist"][2]) < 2.2
    assert ends["tabletop"][2] < -4


@settings(max_examples=20)
@given(st.floats(3, 40))
def test_the_more_the_jaw_opens_the_lower_the_chin(jaw) -> None:
    shut, open_ = skeletons(close("jaw", Frame(base="standing"), Frame(jaw=jaw)))
    assert open_.points["chin"][1] < shut.points["chin"][1] - 0.03 * jaw


def test_a_short_foot_lifts_its_arch_and_stays_on_the_floor() -> None:
    flat, short = Frame(base="sitting"), Frame(right_ankle=(0, 0, 100))
    figure = close("foot", flat, short, camera=(180, 0))
    assert spots_of(figure, 0) != spots_of(figure, 1)
    first, second = skeletons(figure)
    assert first.points["right_sole"] == pytest.approx(second.points["right_sole"])


def test_signs_keep_their_weight_when_the_body_is_near() -> None:
    push = (Mark(kind="push", point="right_hand", towards=(0, 1, 0), size=4),)
    figure = close("hand", Frame(base="standing", elbow=90), marks=push)
    widths = [shape.width for shape in draw(figure, 0).shapes if isinstance(shape, Line) and shape.role == "arrow"]
    assert widths
    assert max(widths) < 4


@pytest.mark.parametrize("kind", ["push", "arrow", "sway"])
def test_a_straight_arrow_is_as_long_as_it_is_beside_the_body(kind: str) -> None:
    mark = Mark(kind=kind, point="right_knee", towards=(0, 1, 0), size=8)  # type: ignore[arg-type]
    figure = close("knee", Frame(base="standing"), marks=(mark,))
    ys = [
        y
        for shape in draw(figure, 0).shapes
        if "arrow" in (getattr(shape, "fill", ""), getattr(shape, "role", ""))
        for _, y in points_of(shape.path)  # type: ignore[union-attr]
    ]
    assert max(ys) - min(ys) == pytest.approx(8 * fit(figure)[0], abs=0.6)


def test_a_hand_that_holds_the_other_is_seen_and_one_in_the_lap_is_not() -> None:
    alone = Frame(base="standing", right_elbow=90)
    helped = Frame(base="standing", right_elbow=90, pins=(Pin(part="left_hand", at="right_hand", by=(0, 2, 0)),))
    assert len(draw(close("hand", helped), 0).shapes) > 1.5 * len(draw(close("hand", alone), 0).shapes)


@pytest.mark.parametrize("turn", [-80, 0, 80])
def test_a_hammer_in_a_fist_is_seen_whole(turn: float) -> None:
    hold = Frame(base="standing", right_elbow=(90, turn), right_hand="fist")
    figure = close("hand", hold, view="three_quarter", props=(Prop(kind="hammer", points=("right",), over="body"),))
    handle = next(s for s in draw(figure, 0).shapes if isinstance(s, Line) and s.role == "wood")
    (ax, ay), (bx, by) = points_of(handle.path)[0], points_of(handle.path)[-1]
    assert ((ax - bx) ** 2 + (ay - by) ** 2) ** 0.5 > 30


def test_eyes_keep_to_what_they_look_at_while_the_head_turns() -> None:
    frames = [Frame(base="standing", neck=(0, 0, turn)) for turn in (0, 20)]
    kept = [replace(frame, gaze=(60, 95, 0)) for frame in frames]

    def eyes(frame: Frame) -> list[float]:
        shapes = draw(close("jaw", frame, view="front"), 0).shapes
        irises = [s for s in shapes if isinstance(s, Area) and s.fill == "ink" and not s.line]
        return [sum(x for x, _ in points_of(s.path)) / len(points_of(s.path)) for s in irises]

    assert eyes(frames[0]) == pytest.approx(eyes(kept[0]), abs=0.5)
    assert all(b - a > 1 for a, b in zip(eyes(frames[1]), eyes(kept[1]), strict=True))


def test_a_close_up_survives_writing_and_reading() -> None:
    for crop in PARTS:
        figure = close(crop)
        assert decode_figure(encode_figure(figure)) == figure
