"""Every figure of the library is a body that can stand like that, touches what it should and stays in its frame."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from painplanner.core.drawing import Area, Drawing, Line, points_of
from painplanner.core.figure import (
    Figure,
    alt_text,
    decode_figure,
    decode_figures,
    draw,
    encode_figure,
    frame_count,
    joint_angle,
)
from painplanner.core.figure.body import FOREARM, LIMITS, SHANK, THIGH, UPPER_ARM
from painplanner.core.figure.pose import SIDES, poses
from painplanner.core.figure.scene import Side, skeletons
from painplanner.core.figure.skeleton import lowest_of
from painplanner.core.figure.vector import dot, length, sub
from painplanner.core.palette import palette

FOLDER = Path(__file__).parents[3] / "resources" / "library" / "figures"
FIGURES = [figure for path in sorted(FOLDER.glob("*.toml")) for figure in decode_figures(path.read_bytes())]
BY_ID = {figure.id: figure for figure in FIGURES}
PROMISED = [
    "bridge",
    "bird_dog",
    "calf_raise",
    "calf_raise_single",
    "seated_knee_extension_slider",
    "sciatic_slider_supine",
    "hip_hinge_stick",
    "hamstring_stretch_strap",
    "walking",
    "sit_to_stand",
    "mini_squat",
    "straight_leg_raise",
    "quad_set",
    "clamshell",
    "side_lying_hip_abduction",
    "step_up",
    "standing_hip_extension",
    "prone_press_up",
    "knee_to_chest",
    "cat_camel",
    "pelvic_tilt",
    "chin_tuck",
    "scapular_retraction",
    "band_row",
    "band_external_rotation",
    "wall_slide",
    "wall_push_up_plus",
    "pendulum",
    "side_plank_knees",
    "dead_bug",
    "hip_flexor_stretch",
    "calf_stretch_wall",
    "seated_lumbar_support",
    "desk_setup",
    "lifting_box",
    "diaphragmatic_breathing",
    "thoracic_extension_chair",
]


@cache
def drawn(figure_id: str, i: int, side: Side | None = None) -> Drawing:
    """Return a picture of the library, drawn once for all that is looked for in it."""
    return draw(BY_ID[figure_id], i, side)


every_figure = pytest.mark.parametrize("figure", FIGURES, ids=lambda f: f.id)


def test_every_promised_exercise_is_drawn_once() -> None:
    ids = [figure.id for figure in FIGURES]
    assert len(ids) == len(set(ids))
    assert {f"figure.{name}" for name in PROMISED} <= set(ids)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda p: p.name)
def test_a_file_holds_at_most_thirty_figures(path: Path) -> None:
    assert 1 <= len(decode_figures(path.read_bytes())) <= 30


@every_figure
def test_nothing_leaves_the_frame(figure: Figure) -> None:
    for side in (None, "left", "right"):
        for i in range(frame_count(figure)):
            drawing = drawn(figure.id, i, side)
            for shape in drawing.shapes:
                assert isinstance(shape, (Area, Line))
                outside = [
                    (x, y)
                    for x, y in points_of(shape.path)
                    if not (-0.01 <= x <= drawing.width + 0.01 and -0.01 <= y <= drawing.height + 0.01)
                ]
                assert outside == [], (i, side)


@every_figure
def test_the_figure_fills_its_frame(figure: Figure) -> None:
    wide = high = 0.0
    for i in range(frame_count(figure)):
        drawing = drawn(figure.id, i)
        seen = [s for s in drawing.shapes if getattr(s, "fill", "") != "mat" and getattr(s, "role", "arrow") == "arrow"]
        spots = [p for s in seen if isinstance(s, (Area, Line)) for p in points_of(s.path)]
        wide = max(wide, (max(x for x, _ in spots) - min(x for x, _ in spots)) / drawing.width)
        high = max(high, (max(y for _, y in spots) - min(y for _, y in spots)) / drawing.height)
    assert max(wide, high) > 0.75


@every_figure
def test_bones_keep_their_length(figure: Figure) -> None:
    bones = (
        ("shoulder", "elbow", UPPER_ARM),
        ("elbow", "wrist", FOREARM),
        ("hip", "knee", THIGH),
        ("knee", "ankle", SHANK),
    )
    for body in skeletons(figure):
        for side in SIDES:
            for a, b, long in bones:
                assert length(sub(body.points[f"{side}_{a}"], body.points[f"{side}_{b}"])) == pytest.approx(
                    long, abs=0.02
                )


@every_figure
def test_joints_stay_within_what_people_can_do(figure: Figure) -> None:
    for i in range(frame_count(figure)):
        for name in ("lumbar", "thorax", "neck"):
            low, high = LIMITS[name]
            assert low <= joint_angle(figure, i, name) <= high, (i, name)
        for side in SIDES:
            for name in ("knee", "elbow", "ankle", "hip_abduction"):
                low, high = LIMITS[name]
                assert low <= joint_angle(figure, i, f"{side}_{name}") <= high, (i, side, name)


@every_figure
def test_hips_and_shoulders_go_no_further_forward_or_back_than_people_can(figure: Figure) -> None:
    for i, body in enumerate(skeletons(figure)):
        for side in SIDES:
            for name, bone, parent in (("hip", "thigh", "pelvis"), ("shoulder", "upper_arm", "thorax")):
                if abs(dot(body.turns[f"{side}_{bone}"][1], body.turns[parent][2])) > 0.5:
                    continue  # out to the side: how far it is forward says nothing
                low, high = LIMITS[name]
                found = joint_angle(figure, i, f"{side}_{name}")
                overhead = found + 360 if name == "shoulder" and found < -120 else found
                assert low <= overhead <= high, (i, side, name)


@every_figure
def test_what_is_seen_near_stays_within_what_people_can_do(figure: Figure) -> None:
    for i in range(frame_count(figure)):
        for name in ("neck_turn", "neck_side", "trunk_turn", "trunk_side", "jaw"):
            low, high = LIMITS[name]
            assert low <= joint_angle(figure, i, name) <= high, (i, name)
        for side in SIDES:
            for name in ("blade", "blade_forward", "fingers", "toes"):
                low, high = LIMITS[name]
                assert low <= joint_angle(figure, i, f"{side}_{name}") <= high, (i, side, name)
        for name in ("forearm", "wrist", "wrist_side") if figure.crop == "hand" else ():
            low, high = LIMITS[name]
            assert low <= joint_angle(figure, i, f"right_{name}") <= high, (i, name)


@every_figure
def test_held_hands_and_feet_reach_their_place(figure: Figure) -> None:
    for pose, body in zip(poses(figure), skeletons(figure), strict=True):
        for pin in pose.pins:
            if isinstance(pin.at, str):
                continue
            part = (
                "sole"
                if pin.part.endswith("foot") and not pin.lift and not pin.slope
                else "ball"
                if pin.part.endswith("foot")
                else "hand"
            )
            side = pin.part.split("_")[0]
            here = body.points[f"{side}_{part}"]
            there = (pin.at[0] + (6.8 if part == "ball" else 0.0), *pin.at[1:])
            for number, (got, wanted) in enumerate(zip(here, there, strict=False)):
                assert got == pytest.approx(wanted, abs=0.6), (pin.part, "xyz"[number])


@every_figure
def test_nobody_sinks_into_the_floor(figure: Figure) -> None:
    for i, body in enumerate(skeletons(figure)):
        parts = ["trunk", "head"] + [f"{s}_{p}" for s in SIDES for p in ("foot", "knee", "elbow", "wrist")]
        lows = {part: lowest_of(body, part) for part in parts if not (figure.show == "upper" and "_" in part)}
        assert {part: round(low, 2) for part, low in lows.items() if low < -0.9} == {}, i


@every_figure
def test_the_joint_that_is_trained_moves(figure: Figure) -> None:
    if frame_count(figure) == 1:
        assert not figure.trains
        return
    angles = [joint_angle(figure, i, figure.trains) for i in range(frame_count(figure))]
    assert all(abs(a - b) >= 8 for a, b in pairwise(angles)), angles


@every_figure
def test_each_picture_has_words_of_its_own(figure: Figure) -> None:
    words = [alt_text(figure, i, "en") for i in range(frame_count(figure))]
    assert all(words)
    assert len(set(words)) == len(words)
    assert drawn(figure.id, 0).alt == words[0]


@every_figure
def test_moving_figures_show_the_way(figure: Figure) -> None:
    if frame_count(figure) > 1:
        assert any(getattr(shape, "fill", "") == "arrow" for shape in drawn(figure.id, frame_count(figure) - 1).shapes)


@every_figure
def test_every_role_has_a_colour_on_every_medium(figure: Figure) -> None:
    roles = {
        role
        for i in range(frame_count(figure))
        for s in drawn(figure.id, i).shapes
        for role in ((s.fill, s.line) if isinstance(s, Area) else (s.role,))
    }
    for medium in ("paper", "grey", "light", "dark"):
        assert roles - {""} <= set(palette(medium))


@every_figure
def test_a_figure_survives_writing_and_reading(figure: Figure) -> None:
    data = encode_figure(figure)
    assert decode_figure(data) == figure
    assert encode_figure(decode_figure(data)) == data


@every_figure
def test_the_left_side_is_the_mirror_of_the_right(figure: Figure) -> None:
    left, right = drawn(figure.id, 0, "left"), drawn(figure.id, 0, "right")
    for a, b in zip(left.shapes, right.shapes, strict=True):
        ground = isinstance(a, Line) and a.role == "floor"
        if not ground and isinstance(a, (Area, Line)) and isinstance(b, (Area, Line)):
            both = zip(points_of(a.path), points_of(b.path), strict=True)
            is_mat = getattr(a, "fill", "") == "mat"
            apart = [
                (max(0.0 if is_mat else abs(ax - (left.width - bx)), abs(ay - by)), (ax, ay), (bx, by))
                for (ax, ay), (bx, by) in both
            ]
            assert [one for one in apart if one[0] > 1e-6] == []
