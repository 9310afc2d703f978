"""What the clinic calls a joint's angle is what went in, on both sides and for hands that are held somewhere."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from painplanner.core.figure import Figure, Frame, Pin, joint_angle
from painplanner.core.figure.body import LIMITS
from painplanner.core.figure.value import Hand
from painplanner.core.values import Impossible

SIDES = pytest.mark.parametrize("side", ["left", "right"])


def figure(**frame: object) -> Figure:
    return Figure(id="figure.x", frames=(Frame(**({"base": "standing"} | frame)),))  # type: ignore[arg-type]


@given(st.floats(-80, 80), st.floats(-70, 70))
def test_wrist_and_forearm_stand_as_they_are_asked_to(turn: float, bend: float) -> None:
    for side in ("left", "right"):
        plain = figure(elbow=(90, turn))
        assert joint_angle(plain, 0, f"{side}_forearm") == pytest.approx(turn, abs=0.01)
        assert joint_angle(figure(elbow=(90, turn), wrist=bend), 0, f"{side}_wrist") == pytest.approx(bend, abs=0.01)


@given(st.floats(-80, 80), st.floats(-40, 40))
def test_head_turns_and_bends_to_the_right(turn: float, bend: float) -> None:
    assert joint_angle(figure(neck=(0, 0, turn)), 0, "neck_turn") == pytest.approx(turn, abs=0.01)
    assert joint_angle(figure(neck=(0, bend, 0)), 0, "neck_side") == pytest.approx(bend, abs=0.01)


@given(st.floats(-40, 40), st.floats(0, 90))
def test_a_thigh_turns_outwards_about_its_own_length(turn: float, flexion: float) -> None:
    for side in ("left", "right"):
        assert joint_angle(figure(hip=(flexion, 0, turn)), 0, f"{side}_hip_turn") == pytest.approx(turn, abs=0.01)


@SIDES
@pytest.mark.parametrize(("palm", "forearm"), [((0, -1, 0), 90), ((0, 1, 0), -90), ((0, 0, 0), 0)])
def test_a_held_hand_has_its_thumb_where_thumbs_are(side: str, palm: tuple[float, ...], forearm: float) -> None:
    inwards = (0, 0, -1 if side == "right" else 1)
    z = 9.6 if side == "right" else -9.6
    pin = Pin(part=f"{side}_hand", at=(22, 67, z), points=(1, 0, 0), palm=palm if any(palm) else inwards)
    got = joint_angle(figure(pins=(pin,)), 0, f"{side}_forearm")
    assert got == pytest.approx(forearm, abs=25)


@SIDES
def test_the_shoulder_blade_goes_up_down_forward_and_back(side: str) -> None:
    assert joint_angle(figure(blade=(0, 3)), 0, f"{side}_blade") > 15
    assert joint_angle(figure(blade=(0, -1.4)), 0, f"{side}_blade") < -8
    assert joint_angle(figure(blade=(3, 0)), 0, f"{side}_blade_forward") > 15
    assert joint_angle(figure(blade=(-3, 0)), 0, f"{side}_blade_forward") < -15
    assert joint_angle(figure(), 0, f"{side}_blade") == pytest.approx(0, abs=0.01)


@SIDES
def test_the_glides_of_the_tendons_differ_and_are_within_what_fingers_can_do(side: str) -> None:
    glides: tuple[Hand, ...] = ("flat", "tabletop", "hook", "straight_fist", "fist")
    bends = [joint_angle(figure(hand=hand), 0, f"{side}_fingers") for hand in glides]
    assert all(b - a >= 8 for a, b in pairwise(bends)), bends
    assert all(LIMITS["fingers"][0] <= bend <= LIMITS["fingers"][1] for bend in bends)


def test_fingers_can_be_bent_one_joint_at_a_time() -> None:
    assert joint_angle(figure(fingers=(10, 20, 30)), 0, "left_fingers") == 60
    assert joint_angle(figure(right_fingers=(1, 2, 3), hand="fist"), 0, "right_fingers") == 6
    assert joint_angle(figure(right_fingers=(1, 2, 3), hand="fist"), 0, "left_fingers") > 200


def test_jaw_toes_and_arch_are_measured() -> None:
    body = figure(jaw=20, ankle=(0, -30, 60))
    assert joint_angle(body, 0, "jaw") == 20
    assert joint_angle(body, 0, "right_toes") == -30
    assert joint_angle(body, 0, "left_arch") == pytest.approx(60)


def test_what_no_body_has_is_not_measured() -> None:
    with pytest.raises(Impossible):
        joint_angle(figure(), 0, "right_tail")
