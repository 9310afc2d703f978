"""A pose is told by how the body is and by the joints that say most, whoever drew it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from painplanner.core.figure import Figure, Frame, decode_figures
from painplanner.core.figure.described import MOST_FACTS, Fact, facts, position
from painplanner.core.figure.value import Prop
from painplanner.core.figure.whole import whole

FOLDER = Path(__file__).parents[3] / "resources" / "library" / "figures"
FIGURES = {figure.id: figure for path in sorted(FOLDER.glob("*.toml")) for figure in decode_figures(path.read_bytes())}
CHAIR = (Prop(kind="floor"), Prop(kind="chair"))


def own(*frames: Frame, **changes: object) -> Figure:
    return Figure(id="own.x", frames=frames, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("base", "place"),
    [
        ("standing", "standing"),
        ("supine", "supine"),
        ("supine_hooklying", "supine"),
        ("prone", "prone"),
        ("quadruped", "quadruped"),
        ("side_lying", "side-lying"),
        ("sitting", "sitting"),
        ("long_sitting", "floor-sitting"),
        ("half_kneeling", "half-kneeling"),
    ],
)
def test_a_starting_pose_is_known_by_how_it_stands_not_by_its_name(base: str, place: str) -> None:
    named = own(Frame(base=base), props=CHAIR if base == "sitting" else (Prop(kind="floor"),))
    assert position(named, 0) == position(whole(named), 0) == place


@pytest.mark.parametrize(
    ("name", "index", "place"),
    [
        ("bridge", 1, "supine"),
        ("bird_dog", 1, "quadruped"),
        ("front_plank", 1, "prone"),
        ("prone_press_up", 1, "prone"),
        ("sit_to_stand", 0, "sitting"),
        ("sit_to_stand", 1, "standing"),
        ("mini_squat", 1, "standing"),
        ("romanian_deadlift", 1, "standing"),
        ("side_lying_hip_abduction", 1, "side-lying"),
    ],
)
def test_the_library_is_told_rightly(name: str, index: int, place: str) -> None:
    assert position(FIGURES[f"figure.{name}"], index) == place


@given(st.integers(4, 12), st.sampled_from(["left", "right"]))
def test_a_bent_knee_is_told_with_its_side_and_about_its_degrees(tens: int, side: str) -> None:
    bent = own(Frame(base="supine"), Frame(**{f"{side}_knee": tens * 10.0}))  # type: ignore[arg-type]
    assert facts(bent, 1)[0] == Fact("knee-bent", side, tens * 10)


def test_what_both_sides_do_is_told_once() -> None:
    assert facts(own(Frame(base="standing", shoulder=(90, 0, 0))), 0) == (Fact("arm-forward", "both", 90),)


def test_of_a_later_picture_what_moved_is_told_even_when_it_is_plain_now() -> None:
    lowered = own(Frame(base="standing", right_shoulder=(0, 90, 0)), Frame(right_shoulder=0))
    assert facts(lowered, 0) == (Fact("arm-out", "right", 90),)
    assert facts(lowered, 1) == (Fact("arm-down", "right"),)


def test_the_joint_that_is_trained_comes_first() -> None:
    told = facts(own(Frame(base="standing"), Frame(right_elbow=30, left_hip=60), trains="right_elbow"), 1)
    assert told[0] == Fact("elbow-bent", "right", 30)


@pytest.mark.parametrize("code", ["head-turned", "head-tipped"])
def test_a_head_turns_and_tips_to_a_side(code: str) -> None:
    angles = (0, 0, 40) if code == "head-turned" else (0, 30, 0)
    assert facts(own(Frame(base="standing", neck=angles)), 0) == (Fact(code, "right"),)
    assert facts(own(Frame(base="standing", neck=tuple(-n for n in angles))), 0) == (Fact(code, "left"),)


@pytest.mark.parametrize("figure", FIGURES.values(), ids=lambda figure: figure.id)
def test_few_things_are_told_of_a_picture(figure: Figure) -> None:
    for index in range(len(figure.frames)):
        told = facts(figure, index)
        assert len(told) <= MOST_FACTS
        assert len(set(told)) == len(told)
