"""Colours can be told apart from their ground, in both themes, at every place they are used."""

import pytest

from painplanner.gui.theme import DARK, LIGHT, SCALE, Theme

ON_SURFACES = ("text", "muted", "accent", "relief", "diagnostic", "root-cause", "self-management", "stop", "consider")
SURFACES = ("background", "surface", "sunken")
ON_SOFT = ("relief", "diagnostic", "root-cause", "self-management", "stop", "consider", "done", "info")


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("roles", [LIGHT, DARK], ids=["light", "dark"])
class TestContrast:
    @pytest.mark.parametrize("ink", ON_SURFACES)
    def test_words_stand_out_from_every_surface(self, roles, ink):
        assert min(contrast(roles[ink], roles[ground]) for ground in SURFACES) >= 4.5

    @pytest.mark.parametrize("role", ON_SOFT)
    def test_words_stand_out_from_their_soft_ground(self, roles, role):
        assert contrast(roles[role], roles[f"{role}-soft"]) >= 4.5

    def test_text_stands_out_from_every_soft_ground(self, roles):
        assert min(contrast(roles["text"], roles[f"{role}-soft"]) for role in ON_SOFT) >= 4.5

    def test_a_primary_button_can_be_read(self, roles):
        assert contrast(roles["on-accent"], roles["accent"]) >= 4.5

    def test_the_edge_of_a_field_can_be_seen(self, roles):
        assert contrast(roles["border"], roles["surface"]) >= 3.0


def test_both_themes_know_the_same_roles():
    assert LIGHT.keys() == DARK.keys()


def test_the_theme_can_be_set_and_says_so(qtbot):
    theme = Theme("light")
    assert not theme.is_dark
    with qtbot.waitSignal(theme.changed):
        theme.choose("dark")
    assert theme.is_dark
    assert theme.hex("text") == DARK["text"]


def test_type_grows_along_one_scale(qapp):
    theme = Theme("light")
    sizes = [theme.pixels(size) for size in SCALE]
    assert sizes == sorted(sizes)
    assert theme.pixels("body") >= 13
