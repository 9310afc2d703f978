"""A figure whose sides are exchanged: limbs, eyes, things, and arrows that turn the other way round."""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path

import pytest

from painplanner.core.drawing import Line, points_of
from painplanner.core.figure import Figure, Frame, Mark, Prop, decode_figures, joint_angle
from painplanner.core.figure.marks import draw_mark
from painplanner.core.figure.mirroring import mirrored
from painplanner.core.figure.pose import poses
from painplanner.core.figure.scene import camera_of, skeletons
from painplanner.core.figure.vector import length, sub

FOLDER = Path(__file__).parents[3] / "resources" / "library" / "figures"


@cache
def library() -> dict[str, Figure]:
    return {f.id: f for path in sorted(FOLDER.glob("*.toml")) for f in decode_figures(path.read_bytes())}


def far(a: Figure, b: Figure, frame: int) -> float:
    one, two = skeletons(a)[frame], skeletons(b)[frame]
    return max(length(sub(one.points[n], two.points[n])) for n in one.points)


def stands(view: str = "front", **given: object) -> Figure:
    return Figure(id="own.x", frames=(Frame(base="standing"),), view=view, **given)  # type: ignore[arg-type]


def way_of_arrow(figure: Figure, number: int = 0) -> list[tuple[float, float]]:
    """Return the spots of an arrow's stem in the picture, from its beginning to its end."""
    shapes = draw_mark(figure.marks[number], skeletons(figure)[0], camera_of(figure), None)
    stem = next(shape for shape in shapes if isinstance(shape, Line))
    return points_of(stem.path)


@pytest.mark.parametrize("key", sorted(library())[::5])
def test_exchanging_the_sides_twice_changes_nothing(key: str) -> None:
    figure = library()[key]
    again = mirrored(mirrored(figure))
    for n in range(len(figure.frames)):
        # a foot that pointed outwards looks ahead once nothing holds it
        assert far(figure, again, n) < (6.0 if poses(again)[n].lie == "side" else 1.0)


def test_what_the_right_leg_did_the_left_leg_does() -> None:
    figure = library()["figure.straight_leg_raise"]
    one, two = skeletons(figure)[1], skeletons(mirrored(figure))[1]
    assert two.points["left_ankle"][1] == pytest.approx(one.points["right_ankle"][1], abs=0.05)


def test_eyes_follow_the_other_hand_and_look_at_the_other_place() -> None:
    seen = Figure(id="own.x", frames=(Frame(base="standing", gaze="right_hand"), Frame(gaze=(20.0, 90.0, 30.0))))
    first, second = poses(mirrored(seen))
    assert first.gaze == "left_hand"
    assert second.gaze == (20.0, 90.0, -30.0)


def test_things_hang_on_the_other_side() -> None:
    figure = stands(
        props=(Prop(kind="band", points=("right_hand", (10.0, 0.0, 8.0))), Prop(kind="dumbbell", points=("right",)))
    )
    band, weight = mirrored(figure).props
    assert band.points == ("left_hand", (10.0, 0.0, -8.0))
    assert weight.points == ("left",)


def test_an_arrow_round_a_point_is_seen_in_a_looking_glass_from_the_front() -> None:
    figure = stands(marks=(Mark(kind="circle", point="crown", arc=(85.0, 160.0), size=10.0),))
    before, after = way_of_arrow(figure), way_of_arrow(mirrored(figure))
    assert after == [pytest.approx((-x, y), abs=0.01) for x, y in before]


def test_an_arrow_round_a_point_goes_as_before_from_the_side() -> None:
    figure = stands("side", marks=(Mark(kind="circle", point="crown", arc=(85.0, 160.0), size=10.0),))
    assert way_of_arrow(mirrored(figure)) == [pytest.approx(spot, abs=0.01) for spot in way_of_arrow(figure)]


@pytest.mark.parametrize("arc", [(), (330.0, 205.0), (210.0, 335.0)])
@pytest.mark.parametrize("view", ["front", "back", "side"])
def test_the_arrow_of_a_turn_of_the_head_goes_the_other_way_where_it_was_seen(
    view: str, arc: tuple[float, ...]
) -> None:
    figure = stands(view, marks=(Mark(kind="circle", point="crown", towards=(0.0, 1.0, 0.0), arc=arc, size=6.0),))
    before, after = way_of_arrow(figure), way_of_arrow(mirrored(figure))
    assert math.copysign(1, before[-1][0] - before[0][0]) == -math.copysign(1, after[-1][0] - after[0][0])
    middle = len(before) // 2
    assert (before[middle][1] < before[0][1]) == (after[middle][1] < after[0][1])


def test_the_arrow_of_a_nod_goes_as_before() -> None:
    figure = stands("side", marks=(Mark(kind="circle", point="crown", towards=(0.0, 0.0, 1.0), size=6.0),))
    assert way_of_arrow(mirrored(figure)) == [pytest.approx(spot, abs=0.05) for spot in way_of_arrow(figure)]


@pytest.mark.parametrize(
    "key", sorted(key for key, one in library().items() if any(m.kind == "circle" for m in one.marks))
)
def test_arrows_come_back_when_the_sides_are_exchanged_twice(key: str) -> None:
    figure = library()[key]
    again = mirrored(mirrored(figure))
    for number, mark in enumerate(figure.marks):
        if mark.kind == "circle":
            before, after = way_of_arrow(figure, number), way_of_arrow(again, number)
            assert after == [pytest.approx(spot, abs=1.0) for spot in before]


def test_a_close_up_of_one_limb_has_no_other_side() -> None:
    figure = library()["figure.tendon_glides"]
    assert figure.crop == "hand"
    assert mirrored(figure) == figure
    assert joint_angle(mirrored(figure), 0, "right_elbow") == joint_angle(figure, 0, "right_elbow")
