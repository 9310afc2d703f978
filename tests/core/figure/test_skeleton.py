"""Two bones reach for a place; bodies between two poses keep their bones."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from painplanner.core.figure import Figure, Frame, Pin, draw, draw_placeholder, encode_figure
from painplanner.core.figure.measure import angle
from painplanner.core.figure.pose import poses
from painplanner.core.figure.scene import skeletons
from painplanner.core.figure.skeleton import between, reach
from painplanner.core.figure.vector import length, sub
from painplanner.core.values import Impossible

number = st.floats(-40, 40)
spot = st.tuples(number, number, number)
bone = st.floats(8, 30)


@given(spot, spot, bone, bone, spot)
def test_two_bones_keep_their_length_wherever_they_reach(start, end, first, second, pole) -> None:
    middle, tip = reach(start, end, first, second, pole)
    assert length(sub(middle, start)) == pytest.approx(first, abs=1e-3)
    assert length(sub(tip, middle)) == pytest.approx(second, abs=1e-3)


@given(spot, spot, bone, bone, spot)
def test_two_bones_arrive_at_what_is_in_reach(start, end, first, second, pole) -> None:
    far = length(sub(end, start))
    _, tip = reach(start, end, first, second, pole)
    if abs(first - second) + 0.5 <= far <= first + second - 0.01:
        assert length(sub(tip, end)) == pytest.approx(0, abs=1e-6)
    else:
        assert length(sub(tip, start)) <= first + second


@given(st.floats(0, 1), st.floats(-20, 120), st.floats(0, 140))
def test_on_the_way_between_poses_no_bone_changes_length(t, hip, knee) -> None:
    figure = Figure(id="figure.x", frames=(Frame(base="supine"), Frame(right_hip=hip, right_knee=knee)))
    first, second = skeletons(figure)
    body = between(first, second, t)
    for a, b in (("hip", "knee"), ("knee", "ankle"), ("shoulder", "elbow"), ("elbow", "wrist")):
        was = length(sub(first.points[f"right_{a}"], first.points[f"right_{b}"]))
        assert length(sub(body.points[f"right_{a}"], body.points[f"right_{b}"])) == pytest.approx(was, abs=1e-6)


@given(st.floats(-20, 120), st.floats(0, 140), st.floats(-40, 170), st.floats(0, 140))
def test_angles_that_go_in_are_the_angles_that_stand(hip, knee, shoulder, elbow) -> None:
    frame = Frame(base="standing", right_hip=hip, right_knee=knee, right_shoulder=shoulder, right_elbow=elbow)
    (body,) = skeletons(Figure(id="figure.x", frames=(frame,)))
    assert angle(body, "right_hip") == pytest.approx(hip, abs=0.01)
    assert angle(body, "right_knee") == pytest.approx(knee, abs=0.01)
    assert angle(body, "right_shoulder") == pytest.approx(shoulder, abs=0.01)
    assert angle(body, "right_elbow") == pytest.approx(elbow, abs=0.01)


def test_a_standing_person_is_as_tall_as_their_stature() -> None:
    (body,) = skeletons(Figure(id="figure.x", frames=(Frame(base="standing"),)))
    assert body.points["crown"][1] == pytest.approx(100, abs=2.5)
    assert min(body.points["right_sole"][1], body.points["left_sole"][1]) == pytest.approx(0, abs=0.3)


def test_a_frame_without_a_base_starts_from_the_one_before() -> None:
    first, second = poses(Figure(id="figure.x", frames=(Frame(base="sitting", neck=20), Frame(right_knee=10))))
    assert second.angles["neck"] == first.angles["neck"] == (20.0, 0.0, 0.0)
    assert second.pins == first.pins


def test_a_pin_at_nowhere_lets_go_and_both_hands_are_mirror_images() -> None:
    both = Frame(base="standing", pins=(Pin(part="hands", at=(20, 70, 9)),))
    first, second = poses(Figure(id="figure.x", frames=(both, Frame(pins=(Pin(part="left_hand", at=()),)))))
    assert {pin.part: pin.at for pin in first.pins} == {"left_hand": (20, 70, -9), "right_hand": (20, 70, 9)}
    assert [pin.part for pin in second.pins] == ["right_hand"]


@pytest.mark.parametrize(
    "frame",
    [
        Frame(base="flying"),
        Frame(base="standing", pins=(Pin(part="tail", at=(0.0, 0.0)),)),
        Frame(base="standing", anchor="wing"),
    ],
)
def test_what_no_body_has_is_refused(frame: Frame) -> None:
    with pytest.raises(Impossible):
        draw(Figure(id="figure.x", frames=(frame,)), 0)


def test_equal_figures_have_equal_bytes() -> None:
    assert encode_figure(Figure(id="figure.x", frames=(Frame(knee=90),))) == encode_figure(
        Figure(id="figure.x", frames=(Frame(knee=90.0),))
    )


def test_the_placeholder_is_a_picture_without_words() -> None:
    drawing = draw_placeholder("Bridge")
    assert drawing.alt == "Bridge"
    assert drawing.shapes
    assert math.isclose(drawing.width / drawing.height, 4 / 3)
