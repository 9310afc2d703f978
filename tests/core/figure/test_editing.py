"""A body that is dragged: it goes where it is pulled, as far as joints and contacts allow, and comes back."""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from painplanner.core.figure import Figure, Frame, decode_figures
from painplanner.core.figure.body import FOREARM, LIMITS, SHANK, THIGH, UPPER_ARM
from painplanner.core.figure.editing import POINTS, dragged, handles, is_held, with_hand, with_hold
from painplanner.core.figure.pose import SIDES, poses
from painplanner.core.figure.scene import fit, skeletons
from painplanner.core.figure.skeleton import angle, lowest_of
from painplanner.core.figure.vector import length, sub
from painplanner.core.figure.whole import whole
from painplanner.core.values import Impossible

FOLDER = Path(__file__).parents[3] / "resources" / "library" / "figures"
BASES = ("standing", "sitting", "supine_hooklying", "quadruped", "prone", "side_lying", "half_kneeling")
BONES = (
    ("shoulder", "elbow", UPPER_ARM),
    ("elbow", "wrist", FOREARM),
    ("hip", "knee", THIGH),
    ("knee", "ankle", SHANK),
)

bases = st.sampled_from(BASES)
views = st.sampled_from(("side", "front", "three_quarter"))
names = st.sampled_from(tuple(POINTS))
clear = st.sampled_from([name for name in POINTS if name.split("_")[-1] in {"head", "chest", "pelvis", "hand", "foot"}])
way = st.floats(-45, 45)


def posed(base: str, view: str = "side") -> Figure:
    return Figure(id="figure.x", frames=(Frame(base=base),), view=view)  # type: ignore[arg-type]


@cache
def library() -> dict[str, Figure]:
    return {f.id: f for path in sorted(FOLDER.glob("*.toml")) for f in decode_figures(path.read_bytes())}


def place_of(figure: Figure, name: str, at=None) -> tuple[float, float]:
    found = next((one for one in handles(figure, 0, at) if one.name == name), None)
    if found is None:
        reject()
    return (found.x, found.y)


def pulled(figure: Figure, name: str, dx: float, dy: float) -> Figure:
    x, y = place_of(figure, name)
    return dragged(figure, 0, name, (x + dx, y + dy), fit(figure))


@settings(max_examples=150, deadline=None)
@given(bases, views, names, way, way)
def test_no_bone_changes_its_length_whatever_is_dragged(base, view, name, dx, dy) -> None:
    (body,) = skeletons(pulled(posed(base, view), name, dx, dy))
    for side in SIDES:
        for a, b, long in BONES:
            assert length(sub(body.points[f"{side}_{a}"], body.points[f"{side}_{b}"])) == pytest.approx(long, abs=0.05)


@settings(max_examples=150, deadline=None)
@given(bases, views, names, way, way)
def test_joints_stay_within_what_people_can_do(base, view, name, dx, dy) -> None:
    before = skeletons(posed(base, view))[0]
    after = skeletons(pulled(posed(base, view), name, dx, dy))[0]
    for joint in ("lumbar", "thorax", "neck", *(f"{s}_{n}" for s in SIDES for n in ("knee", "elbow", "ankle"))):
        low, high = LIMITS[joint.removeprefix("left_").removeprefix("right_")]
        was, now = angle(before, joint), angle(after, joint)
        assert min(low, was) - 0.5 <= now <= max(high, was) + 0.5, joint


@settings(max_examples=150, deadline=None)
@given(bases, views, names, way, way)
def test_nothing_is_dragged_into_the_floor(base, view, name, dx, dy) -> None:
    before = skeletons(posed(base, view))[0]
    after = skeletons(pulled(posed(base, view), name, dx, dy))[0]
    for part in ("trunk", "head", *(f"{s}_{p}" for s in SIDES for p in ("foot", "knee", "elbow", "wrist"))):
        assert lowest_of(after, part) >= min(0.0, lowest_of(before, part)) - 0.6, part


@settings(max_examples=120, deadline=None)
@given(bases, views, st.sampled_from(("right_hand", "left_hand", "right_foot", "left_foot")), way, way)
def test_what_is_within_reach_is_reached(base, view, name, dx, dy) -> None:
    figure = posed(base, view)
    after = pulled(figure, name, dx * 0.1, dy * 0.1)
    x, y = place_of(figure, name)
    nx, ny = place_of(after, name, fit(figure))
    start = math.hypot(dx * 0.1, dy * 0.1)
    assert math.hypot(x + dx * 0.1 - nx, y + dy * 0.1 - ny) <= start + 1.5


@settings(max_examples=120, deadline=None)
@given(bases, st.sampled_from(("side", "front")), clear, st.floats(-6, 6), st.floats(-6, 6))
def test_dragging_back_brings_the_point_back(base, view, name, dx, dy) -> None:
    figure = posed(base, view)
    at = fit(figure)
    there = pulled(figure, name, dx, dy)
    back = dragged(there, 0, name, place_of(figure, name), at)
    assert place_of(back, name, at) == pytest.approx(place_of(figure, name), abs=1.5)


@given(st.floats(-4, 4), st.floats(-4, 4))
@settings(max_examples=60, deadline=None)
def test_a_free_hand_that_is_dragged_back_leaves_no_trace(dx, dy) -> None:
    figure = pulled(posed("standing"), "right_hand", 20, 15)
    at = fit(figure)
    x, y = place_of(figure, "right_hand", at)
    there = dragged(figure, 0, "right_hand", (x + dx, y + dy), at)
    back = dragged(there, 0, "right_hand", (x, y), at)
    before, after = skeletons(figure)[0], skeletons(back)[0]
    for name in ("right_elbow", "right_hand", "right_fingers", "left_hand", "crown"):
        assert length(sub(after.points[name], before.points[name])) < 0.4, name


@given(way, way)
@settings(max_examples=60, deadline=None)
def test_feet_that_stand_stay_where_they_are_when_the_pelvis_moves(dx, dy) -> None:
    for base in ("standing", "sitting", "supine_hooklying"):
        figure = posed(base)
        before, after = skeletons(figure)[0], skeletons(pulled(figure, "pelvis", dx, dy))[0]
        for side in SIDES:
            assert length(sub(after.points[f"{side}_ball"], before.points[f"{side}_ball"])) < 0.7


def test_a_squat_is_one_drag_of_the_pelvis() -> None:
    figure = posed("standing")
    after = skeletons(pulled(figure, "pelvis", -10, -30))[0]
    assert angle(after, "right_knee") > 50
    assert lowest_of(after, "right_foot") == pytest.approx(0, abs=0.3)


def test_a_bridge_is_one_drag_of_the_pelvis() -> None:
    figure = posed("supine_hooklying")
    before, after = skeletons(figure)[0], skeletons(pulled(figure, "pelvis", 0, 14))[0]
    assert after.points["pelvis"][1] > before.points["pelvis"][1] + 6
    assert length(sub(after.points["neck"], before.points["neck"])) < 0.5
    assert length(sub(after.points["crown"], before.points["crown"])) < 1.5


def test_hands_and_knees_hold_the_floor_while_the_back_arches() -> None:
    figure = posed("quadruped")
    before = skeletons(figure)[0]
    after_figure = pulled(figure, "waist", 0, 8)
    after = skeletons(after_figure)[0]
    for name in ("right_hand", "left_hand"):
        assert length(sub(after.points[name], before.points[name])) < 0.5
    assert after_figure != figure


def test_a_hand_taken_off_the_floor_is_free_and_one_that_slides_is_held() -> None:
    figure = posed("quadruped")
    assert is_held(pulled(figure, "right_hand", 5, 0), 0, "right_hand")
    assert not is_held(pulled(figure, "right_hand", 10, 30), 0, "right_hand")
    assert is_held(pulled(figure, "right_hand", 10, 30), 0, "left_hand")


def test_holding_and_letting_go_changes_nothing_to_be_seen() -> None:
    for base in BASES:
        figure = posed(base)
        for part in ("right_hand", "left_hand", "right_foot"):
            for on in (True, False):
                before, after = skeletons(figure)[0], skeletons(with_hold(figure, 0, part, on=on))[0]
                for name in ("right_elbow", "right_hand", "left_hand", "right_ankle", "right_knee", "crown"):
                    assert length(sub(after.points[name], before.points[name])) < 0.5, (base, part, on, name)


def test_a_hand_closes() -> None:
    assert poses(with_hand(posed("standing"), 0, "right", "fist"))[0].hands == {"left": "open", "right": "fist"}


def test_every_picture_of_the_library_looks_the_same_written_out() -> None:
    for figure in library().values():
        for a, b in zip(skeletons(figure), skeletons(whole(figure)), strict=True):
            for name, point in a.points.items():
                assert length(sub(point, b.points[name])) < 0.05, (figure.id, name)


def test_one_frame_changes_and_the_others_stay() -> None:
    figure = library()["figure.bridge"]
    x, y = place_of(figure, "right_hand")
    changed = dragged(figure, 0, "right_hand", (x + 5, y + 20))
    assert length(sub(skeletons(changed)[1].points["right_hand"], skeletons(figure)[1].points["right_hand"])) < 0.05
    assert length(sub(skeletons(changed)[0].points["right_hand"], skeletons(figure)[0].points["right_hand"])) > 3


def test_nobody_has_a_tail_to_drag() -> None:
    with pytest.raises(Impossible):
        dragged(posed("standing"), 0, "tail", (0, 0))


def test_a_knee_opens_and_closes_about_an_ankle_that_lies_on_the_other_one() -> None:
    figure = library()["figure.clamshell"]
    at = fit(figure)
    knee = next(one for one in handles(figure, 1) if one.name == "right_knee")
    closed = dragged(figure, 1, "right_knee", (knee.x, knee.y - 10), at)
    lower = next(one for one in handles(closed, 1, at) if one.name == "right_knee")
    assert lower.y == pytest.approx(knee.y - 10, abs=2)
    feet = [skeletons(one)[1].points for one in (figure, closed)]
    assert feet[1]["right_ankle"] == pytest.approx(feet[0]["right_ankle"], abs=0.1)


def test_a_foot_that_its_ankle_holds_counts_as_held_and_can_be_let_go() -> None:
    figure = library()["figure.clamshell"]
    assert is_held(figure, 1, "right_foot")
    assert next(one for one in handles(figure, 1) if one.name == "right_foot").is_held
    assert not is_held(with_hold(figure, 1, "right_foot", on=False), 1, "right_foot")
