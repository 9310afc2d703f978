"""Whomever a practice chooses to see in its pictures, a grey print shows skin, hair and clothes apart."""

from __future__ import annotations

from itertools import product

import pytest

from painplanner.core.codec import encode
from painplanner.core.dressing import CLOTHES, HAIR, SKIN_TONES, STEP, luminance
from painplanner.core.palette import Medium, palette
from painplanner.core.practice import PersonDrawn, Practice
from painplanner.core.values import Impossible, replace

CHOICES = list(product(range(len(SKIN_TONES)), range(len(HAIR)), range(len(CLOTHES))))
NEIGHBOURS = (
    ("skin", "shirt"), ("skin", "trousers"), ("skin", "shoe"), ("skin", "hair"), ("shirt", "trousers"),
    ("skin", "background"), ("skin", "ink"), ("shirt", "ink"), ("trousers", "ink"), ("shoe", "ink"),
    ("shirt", "background"), ("trousers", "background"),
)  # fmt: skip
MEDIA: tuple[Medium, ...] = ("paper", "grey", "light", "dark")


def test_a_practice_has_a_choice() -> None:
    assert len(SKIN_TONES) >= 5
    assert min(len(HAIR), len(CLOTHES)) >= 4


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize(("one", "other"), NEIGHBOURS)
def test_neighbours_keep_a_step_apart_when_the_print_is_grey(medium: Medium, one: str, other: str) -> None:
    for choice in CHOICES:
        colours = palette(medium, *choice)
        assert abs(luminance(colours[one]) - luminance(colours[other])) >= STEP - 1, choice


@pytest.mark.parametrize("choice", CHOICES)
def test_hair_is_seen_on_a_dark_screen(choice: tuple[int, int, int]) -> None:
    colours = palette("dark", *choice)
    assert luminance(colours["hair"]) - luminance(colours["background"]) >= 16


@pytest.mark.parametrize("medium", MEDIA)
def test_the_far_side_of_the_body_is_darker(medium: Medium) -> None:
    for choice in CHOICES:
        colours = palette(medium, *choice)
        for part in ("skin", "shirt", "trousers", "shoe"):
            assert luminance(colours[part]) > luminance(colours[part + "_far"]), (choice, part)


def test_skin_is_what_was_chosen_and_tones_keep_their_order() -> None:
    seen = [palette("paper", n)["skin"] for n in range(len(SKIN_TONES))]
    assert seen == list(SKIN_TONES)
    greys = [luminance(palette("grey", n)["skin"]) for n in range(len(SKIN_TONES))]
    assert greys == sorted(greys, reverse=True)


def test_a_choice_that_no_row_has_is_refused() -> None:
    for change in ({"skin": len(SKIN_TONES)}, {"hair": -1}, {"clothes": 99}):
        with pytest.raises(Impossible):
            PersonDrawn(**change)


def test_a_practice_that_never_chose_is_written_as_before() -> None:
    practice = Practice(id="p", name="Riverside")
    assert b"person_drawn" not in encode(practice)
    assert b"person_drawn" in encode(replace(practice, person_drawn=PersonDrawn(skin=4)))
