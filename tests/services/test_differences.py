"""What differs between two versions is told in the words of the clinic."""

from __future__ import annotations

from itertools import pairwise

import pytest

from painplanner.core.entry_changes import entry_changes
from painplanner.core.library import Category, Intervention, Library, SafetyRule
from painplanner.core.plan import Purpose
from painplanner.core.values import Discipline, Region, replace
from painplanner.services.library import read_library
from painplanner.services.words.differences import Difference, difference_words


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library()[0]


def told(old: Intervention, new: Intervention, library: Library) -> tuple[Difference, ...]:
    def named(key: str) -> str:
        return library.entries[key].texts[0].name if key in library.entries else ""

    return difference_words(entry_changes(old, new), named, lambda lang: {"en": "English", "es": "Español"}[lang])


def test_codes_are_told_in_words(library: Library) -> None:
    bridge = library.entries["exercise.bridge"]
    changed = replace(
        bridge,
        regions=(Region.KNEE, Region.HIP),
        discipline=Discipline.NURSE,
        purpose=Purpose.RELIEF.value,
        equipment=("towel",),
        contraindications=("osteoporosis",),
        position="prone",
        easier="exercise.bird_dog",
        category=Category.BALANCE,
        safety_rule=SafetyRule.NERVE_GLIDE,
    )
    found = {one.name: one.new for one in told(bridge, changed, library)}
    assert found["Region"] == "Knee · Hip"
    assert found["Discipline"] == "Nurse"
    assert found["Purpose"] == "Symptom relief"
    assert found["Equipment"] == "Towel"
    assert found["Position"] == "On the belly"
    assert found["Easier entry"] == "Bird dog"
    assert found["Trains"] == "balance"
    assert found["Safety line"] == "Nerve glide: tingling passes"
    assert found["Not with"] == "Osteoporosis"


def test_a_dose_is_told_field_by_field(library: Library) -> None:
    bridge = library.entries["exercise.bridge"]
    changed = replace(bridge, dose=replace(bridge.dose, sets=2), ranges=())
    found = {one.name: (one.old, one.new) for one in told(bridge, changed, library)}
    assert found["Dose: sets"] == ("3", "2")
    assert found["Range of sets"][1] == ""


def test_words_name_their_language(library: Library) -> None:
    bridge = library.entries["exercise.bridge"]
    english, spanish = bridge.texts
    changed = replace(bridge, texts=(replace(english, name="Hip lift"), replace(spanish, lines=spanish.lines[1:])))
    names = [one.name for one in told(bridge, changed, library)]
    assert names[0] == "Name, English"
    assert names[1].startswith("Line: ")
    assert names[1].endswith("Español")


def test_every_change_between_two_entries_has_a_name(library: Library) -> None:
    entries = list(library.entries.values())
    for old, new in pairwise(entries):
        for one in told(old, new, library):
            assert one.name
            assert one.old != one.new
            assert "." not in one.name
