"""Levels of the spine as clinicians type them."""

from __future__ import annotations

import pytest

from painplanner.core.levels import levels_of, read_levels
from painplanner.core.values import Region


@pytest.mark.parametrize(
    ("typed", "words", "level"),
    [
        ("epidural L5", ("l5",), "L5"),
        ("l4-5 epidural", ("l4", "l5"), "L4-L5"),
        ("L5/S1", ("l5", "s1"), "L5-S1"),
        ("L5S1 epidural", ("l5", "s1"), "L5-S1"),
        ("c5c6", ("c5", "c6"), "C5-C6"),
        ("T12-L1", ("t12", "l1"), "T12-L1"),
        ("l5s9", (), ""),
        ("block c5 c6", ("c5", "c6"), "C5, C6"),
        ("T12", ("t12",), "T12"),
        ("C05", ("c5",), "C5"),
        ("epidural", (), ""),
        ("epidural L", (), ""),
        ("C9", (), ""),
        ("T50", (), ""),
        ("l5x", (), ""),
        ("Coenzyme Q10", (), ""),
    ],
)
def test_a_level_is_taken_out_of_what_was_typed(typed: str, words: tuple[str, ...], level: str) -> None:
    found = read_levels(typed)
    assert (found.words, found.level) == (words, level)
    assert ("epidural" in found.rest) == ("epidural" in typed)


def test_what_is_no_level_stays_a_word() -> None:
    assert read_levels("C9 block").rest == "C9 block"


def test_each_region_of_the_spine_has_its_levels() -> None:
    assert {"l1", "l5", "s1"} <= set(levels_of([Region.LUMBAR]))
    assert {"c1", "c8"} <= set(levels_of([Region.NECK, Region.LUMBAR]))
    assert levels_of([Region.KNEE]) == ()
