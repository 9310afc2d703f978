"""The one colour beside black that a practice prints with: a few dark inks, each to be read on white and in grey.

Red is not among them: on paper it means stop.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from painplanner.core.palette import Palette


class Ink(StrEnum):
    """What the ink is called."""

    GREEN = "green"
    FOREST = "forest"
    BLUE = "blue"
    NAVY = "navy"
    PURPLE = "purple"
    WINE = "wine"
    BROWN = "brown"
    BLACK = "black"


INKS: Mapping[Ink, str] = MappingProxyType(
    {
        Ink.GREEN: "#0B6B63",
        Ink.FOREST: "#2C6326",
        Ink.BLUE: "#1B5AA8",
        Ink.NAVY: "#1E3A6E",
        Ink.PURPLE: "#5B3A8E",
        Ink.WINE: "#86204A",
        Ink.BROWN: "#7A4310",
        Ink.BLACK: "#1B2A2F",
    }
)


def inked(colours: Palette, ink: Ink) -> Palette:
    """Return the colours of paper with an ink as their accent."""
    return MappingProxyType({**colours, "accent": INKS[ink]})
