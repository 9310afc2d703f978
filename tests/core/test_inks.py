"""The inks of papers: each is read on white, stays dark in grey, and none is the red of stop."""

from __future__ import annotations

import pytest

from painplanner.core.dressing import grey, rgb
from painplanner.core.inks import INKS, Ink
from painplanner.core.palette import palette
from painplanner.core.practice import PersonDrawn, Practice


def brightness(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    parts = (part / 255 for part in rgb(colour))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_on_white(colour: str) -> float:
    return 1.05 / (brightness(colour) + 0.05)


@pytest.mark.parametrize("ink", Ink)
def test_an_ink_is_read_on_white_in_colour_and_in_grey(ink: Ink) -> None:
    assert contrast_on_white(INKS[ink]) >= 4.5
    assert contrast_on_white(grey(INKS[ink])) >= 4.5


@pytest.mark.parametrize("ink", Ink)
def test_no_ink_looks_like_stop(ink: Ink) -> None:
    red, green, blue = rgb(INKS[ink])
    assert red < 1.8 * max(green, blue) or red < 0.55 * 255


def test_a_practice_prints_with_its_ink_and_draws_its_person() -> None:
    usual, blue = Practice(id="p"), Practice(id="p", ink=Ink.BLUE, person_drawn=PersonDrawn(skin=4))
    assert usual.paper_colours() == palette("paper")
    assert blue.paper_colours() == {**palette("paper", skin=4), "accent": INKS[Ink.BLUE]}
