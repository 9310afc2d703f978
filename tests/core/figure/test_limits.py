"""What a dragged joint may do agrees with what every drawn joint may do."""

from __future__ import annotations

from pathlib import Path

import pytest

from painplanner.core.figure import Figure, Frame, Pin, decode_figures, joint_angle
from painplanner.core.figure.body import LIMITS
from painplanner.core.figure.limits import clamped
from painplanner.core.figure.scene import skeletons
from painplanner.core.figure.value import Spot

STRAIGHT = (0.0, 0.0, 0.0)


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("asked", [(200.0, 0.0, 0.0), (-200.0, 0.0, 0.0), (0.0, 200.0, 0.0), (0.0, -200.0, 0.0)])
def test_a_dragged_wrist_bends_and_tilts_as_far_as_a_drawn_one(side: str, asked: tuple[float, float, float]) -> None:
    bend, tilt, _ = clamped("wrist", asked, STRAIGHT)
    figure = Figure(id="figure.x", frames=(Frame(base="standing", wrist=(bend, tilt)),))
    for name, wanted in (("wrist", asked[0]), ("wrist_side", asked[1])):
        low, high = LIMITS[name]
        assert joint_angle(figure, 0, f"{side}_{name}") == pytest.approx(max(low, min(high, wanted)), abs=0.1)


def test_a_joint_that_stood_outside_goes_no_further_out_but_may_come_back() -> None:
    outside = (0.0, 60.0, 0.0)
    assert clamped("wrist", (0.0, 80.0, 0.0), outside) == outside
    assert clamped("wrist", (0.0, 50.0, 0.0), outside) == (0.0, 50.0, 0.0)


FOLDER = Path(__file__).parents[3] / "resources" / "library" / "figures"
FIGURES = [figure for path in sorted(FOLDER.glob("*.toml")) for figure in decode_figures(path.read_bytes())]


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.id)
def test_no_hand_of_the_library_is_wrung(figure: Figure) -> None:
    for i in range(len(figure.frames)):
        for side in ("left", "right"):
            for name in ("forearm", "wrist", "wrist_side"):
                low, high = LIMITS[name]
                assert low - 1 <= joint_angle(figure, i, f"{side}_{name}") <= high + 1, (i, side, name)


@pytest.mark.parametrize("palm", [(0, 1, 0), (0, -1, 0), (1, 0, 0), (-1, 0, 0), (0, 0, 1)])
@pytest.mark.parametrize("points", [(1, 0, 0), (-1, 0, 0), (0, 0, -1)])
def test_a_hand_keeps_its_place_and_turns_only_as_far_as_its_wrist_goes(points: Spot, palm: Spot) -> None:
    pin = Pin(part="right_hand", at=(24, 75, 8), points=points, palm=palm)
    figure = Figure(id="figure.x", frames=(Frame(base="standing", pins=(pin,)),))
    (body,) = skeletons(figure)
    assert body.points["right_hand"] == pytest.approx((24, 75, 8), abs=0.3)
    for name in ("forearm", "wrist", "wrist_side"):
        low, high = LIMITS[name]
        assert low - 1 <= joint_angle(figure, 0, f"right_{name}") <= high + 1, name


@pytest.mark.parametrize("near", [9.0, 6.0, 4.5])
def test_a_folded_arm_bends_about_one_axis(near: float) -> None:
    pin = Pin(part="right_hand", at=(near, 81, 9.6), points=(0, 1, 0), bend=(0.2, -1, 0.5))
    (body,) = skeletons(Figure(id="figure.x", frames=(Frame(base="standing", pins=(pin,)),)))
    assert body.turns["right_forearm"][2] == pytest.approx(body.turns["right_upper_arm"][2])
