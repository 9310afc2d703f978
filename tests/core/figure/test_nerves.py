"""A nerve slider gives slack at one end while it pulls at the other; a tensioner pulls at both.

What lengthens a nerve goes by the neurodynamic tests: Butler, The Sensitive Nervous System 2000; Shacklock, Clinical
Neurodynamics 2005 (ULNT 1, 2b and 3, slump, prone knee bend). Figures are drawn for the right limb.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from painplanner.core.figure import Figure, decode_figures, joint_angle
from painplanner.core.library import Intervention
from painplanner.services.library import read_library

FOLDER = Path(__file__).parents[3] / "resources" / "library" / "figures"
FIGURES = {figure.id: figure for path in sorted(FOLDER.glob("*.toml")) for figure in decode_figures(path.read_bytes())}


class Nerve(NamedTuple):
    """Which way a joint lengthens a nerve: 1 as its angle grows, -1 as it shrinks."""

    limb: Mapping[str, int]
    neck: Mapping[str, int]


AWAY, BENT_FORWARD = {"neck_side": -1}, {"neck": 1, "head": 1}
NERVES = {
    "median": Nerve({"right_elbow": -1, "right_wrist": -1, "right_shoulder_abduction": 1}, AWAY),
    "ulnar": Nerve({"right_elbow": 1, "right_wrist": -1, "right_shoulder_abduction": 1}, AWAY),
    "radial": Nerve({"right_elbow": -1, "right_wrist": 1, "right_forearm": 1, "right_blade": -1}, AWAY),
    "sciatic": Nerve({"right_knee": -1, "right_hip": 1, "right_ankle": 1}, BENT_FORWARD),
    "femoral": Nerve({"right_knee": 1, "right_hip": -1}, BENT_FORWARD),
}
SLIDERS = {
    "exercise.median_nerve_slider": "median",
    "exercise.ulnar_nerve_slider": "ulnar",
    "exercise.radial_nerve_slider": "radial",
    "exercise.sciatic_slider_sitting": "sciatic",
    "exercise.sciatic_slider_supine": "sciatic",
    "exercise.femoral_nerve_slider": "femoral",
}
TENSIONERS = {"exercise.sciatic_tensioner": "sciatic"}
PULLED = 40.0
AGAINST = -12.0
"""As far as a joint may go the other way beside a movement that pulls."""
NECK = 20.0
ENTRIES = read_library()[0].entries


def pull(figure: Figure, joints: Mapping[str, int]) -> list[float]:
    """Return by how many degrees each joint lengthens the nerve from the first frame to the last."""
    last = len(figure.frames) - 1
    return [(joint_angle(figure, last, joint) - joint_angle(figure, 0, joint)) * way for joint, way in joints.items()]


def said(entry: Intervention, lang: str) -> str:
    return " ".join(line.text for words in entry.texts if words.lang == lang for line in words.lines).casefold()


def test_every_slider_and_tensioner_of_the_library_is_judged() -> None:
    named = {key for key in ENTRIES if key.startswith("exercise.") and ("slider" in key or "tensioner" in key)}
    assert named == {*SLIDERS, *TENSIONERS}


@pytest.mark.parametrize(("entry", "nerve"), {**SLIDERS, **TENSIONERS}.items())
def test_the_limb_takes_up_the_nerve(entry: str, nerve: str) -> None:
    pulls = pull(FIGURES[ENTRIES[entry].figure], NERVES[nerve].limb)
    assert sum(pulls) >= PULLED
    assert min(pulls) >= AGAINST


@pytest.mark.parametrize(("entry", "nerve"), SLIDERS.items())
def test_in_a_slider_the_neck_gives_slack_as_the_limb_pulls(entry: str, nerve: str) -> None:
    assert sum(pull(FIGURES[ENTRIES[entry].figure], NERVES[nerve].neck)) <= -NECK


@pytest.mark.parametrize(("entry", "nerve"), TENSIONERS.items())
def test_in_a_tensioner_neck_and_limb_pull_together(entry: str, nerve: str) -> None:
    assert sum(pull(FIGURES[ENTRIES[entry].figure], NERVES[nerve].neck)) >= NECK


@pytest.mark.parametrize("entry", [*SLIDERS, *TENSIONERS])
def test_arrows_show_both_ends_of_the_nerve(entry: str) -> None:
    points = [mark.point for mark in FIGURES[ENTRIES[entry].figure].marks if mark.kind == "path"]
    assert any(point in {"crown", "face", "brow"} for point in points)
    assert any(point.startswith("right_") for point in points)


@pytest.mark.parametrize("entry", [*SLIDERS, *TENSIONERS])
def test_the_words_move_the_neck_as_the_picture_does(entry: str) -> None:
    assert any(word in said(ENTRIES[entry], "en") for word in ("head", "look"))
    assert any(word in said(ENTRIES[entry], "es") for word in ("cabeza", "mir"))


def test_a_slider_is_never_held_and_a_tensioner_is_for_a_short_time() -> None:
    assert [key for key in SLIDERS if getattr(ENTRIES[key].dose, "hold_s", None)] == []
    assert all(2 <= getattr(ENTRIES[key].dose, "hold_s", 0) <= 3 for key in TENSIONERS)
