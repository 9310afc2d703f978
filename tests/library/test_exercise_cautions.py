"""The exercises that ship ask care of those for whom they ask it, and each ladder leads up and never round."""

from __future__ import annotations

import pytest

from painplanner.core.library import Category, Intervention, Kind
from painplanner.services.library import read_library

LIBRARY = read_library()[0]
EXERCISES = tuple(entry for entry in LIBRARY.entries.values() if entry.kind is Kind.EXERCISE)
# One only passes through lying on the back here, on the way out of bed.
NOT_FOR_LONG_ON_THE_BACK = {"exercise.log_roll"}


def cautions(entry: Intervention) -> set[str]:
    return {*entry.contraindications, *entry.precautions}


@pytest.mark.parametrize("position", ["supine", "prone"])
def test_lying_on_the_back_or_belly_asks_of_a_pregnancy(position: str) -> None:
    lying = {entry.id for entry in EXERCISES if entry.position == position} - NOT_FOR_LONG_ON_THE_BACK
    assert lying
    assert {name for name in lying if "pregnancy" not in cautions(LIBRARY.entries[name])} == set()


def test_balance_asks_of_falls() -> None:
    balance = [entry for entry in EXERCISES if entry.category is Category.BALANCE]
    assert len(balance) >= 5
    assert [entry.id for entry in balance if "fall-risk" not in cautions(entry)] == []


def test_aerobic_work_that_can_be_hard_asks_of_the_heart_and_says_what_to_do_in_chest_pain() -> None:
    for entry in EXERCISES:
        if "condition.heart-disease" in cautions(entry):
            for words in entry.texts:
                assert any("911" in line.text for line in words.lines), (entry.id, words.lang)


def test_a_fractured_vertebra_is_as_good_a_reason_for_care_as_osteoporosis() -> None:
    spine = {"lumbar", "upper-back", "neck"}
    bends = [e for e in EXERCISES if "osteoporosis" in cautions(e) and spine & {region.value for region in e.regions}]
    assert len(bends) >= 10
    assert [entry.id for entry in bends if "condition.vertebral-fracture" not in cautions(entry)] == []


def test_what_is_meant_for_a_condition_is_not_held_against_it() -> None:
    meant = {
        "exercise.mirror_movement": "condition.crps",
        "exercise.texture_desensitisation": "condition.crps",
        "exercise.median_nerve_glide_wrist": "condition.carpal-tunnel",
        "exercise.stick_external_rotation": "condition.frozen-shoulder",
    }
    assert [name for name, condition in meant.items() if condition in cautions(LIBRARY.entries[name])] == []


def test_no_ladder_leads_round() -> None:
    for entry in EXERCISES:
        for link in ("harder", "easier"):
            passed = [entry.id]
            while following := getattr(LIBRARY.entries[passed[-1]], link):
                assert following not in passed, (link, passed)
                passed.append(following)


def test_a_small_bend_at_a_counter_comes_before_rising_from_a_chair_and_poles_before_running() -> None:
    assert LIBRARY.entries["exercise.mini_squat"].harder == "exercise.sit_to_stand"
    assert LIBRARY.entries["exercise.sit_to_stand"].harder == "exercise.step_up"
    assert LIBRARY.entries["exercise.walking_programme"].harder == "exercise.nordic_walking"
