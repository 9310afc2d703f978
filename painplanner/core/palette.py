"""Which colour a role has: on paper, on paper printed grey, and on a light or dark screen.

A practice chooses skin tone, hair and clothes; the far side of the body and the outline follow from them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

Medium = Literal["paper", "grey", "light", "dark"]
Palette = Mapping[str, str]

SKIN_TONES = ("#F3D3BC", "#E6BD9A", "#C99468", "#9A6742", "#6B442D")
HAIR = ("#3B2A22", "#6B4A2F", "#B98B4E", "#8C8F92", "#1D1A1A")
CLOTHES = (("#2F8191", "#38506A"), ("#5C7F4A", "#4B4A55"), ("#8A5A83", "#3F4A63"), ("#B0683F", "#44505A"))

_PAPER = {
    "ink": "#22303A", "prop": "#E4EAED", "prop_dark": "#CBD5DA", "prop_line": "#8799A2", "floor": "#A9B6BC",
    "mat": "#D3E3E2", "arrow": "#C8324A", "stretch": "#E2654F", "band": "#B8860B", "wood": "#C9A27A", "shoe": "#6B767D",
    "muted": "#56676E", "background": "#FFFFFF", "frame": "#C3CDD1", "ghost": "#DDE4E7", "accent": "#0B6B63",
    "good": "#0B6B63", "warning": "#8A5A00", "stop": "#B3261E", "series_1": "#0B6B63", "series_2": "#A1500B",
    "series_3": "#1F5FBF", "series_4": "#6B3FA0", "grid": "#D9E0E2",
    "water": "#CDE6F3", "water_line": "#5C9DBF",
    "bone": "#F4EAD6", "cartilage": "#A9CBD6", "tendon": "#D3BC86", "muscle": "#B98F78", "nerve": "#D69A1C",
    "relief": "#A1500B", "diagnostic": "#6B3FA0", "root_cause": "#0B6B63", "self_management": "#1F5FBF",
}  # fmt: skip
_DARK = {
    "ink": "#0C1114", "prop": "#3A484E", "prop_dark": "#2C383D", "prop_line": "#7E929B", "floor": "#6E8087",
    "mat": "#2B4442", "arrow": "#FF7A8A", "stretch": "#FF8A70", "band": "#E2B84A", "wood": "#8E6C4C", "shoe": "#9AA6AC",
    "muted": "#98A9B0", "background": "#1A2225", "frame": "#2D393D", "ghost": "#333F44", "accent": "#4FC9BC",
    "good": "#4FC9BC", "warning": "#F0C14B", "stop": "#FF8A80", "series_1": "#4FC9BC", "series_2": "#F0A35E",
    "series_3": "#86B5F5", "series_4": "#BFA0EE", "grid": "#2D393D",
    "water": "#24475A", "water_line": "#7DB9D8",
    "bone": "#CFC6B3", "cartilage": "#7FA9B8", "tendon": "#AD9866", "muscle": "#8F6B59", "nerve": "#F0C14B",
    "relief": "#F0A35E", "diagnostic": "#BFA0EE", "root_cause": "#4FC9BC", "self_management": "#86B5F5",
}  # fmt: skip
_WET = ("ink", "skin", "skin_far", "shirt", "shirt_far", "trousers", "trousers_far", "shoe", "shoe_far", "hair")
"""What of a body is seen through water."""


@lru_cache(maxsize=64)
def palette(medium: Medium = "paper", skin: int = 1, hair: int = 0, clothes: int = 0) -> Palette:
    """Return the colours (`#RRGGBB`) of every role for a medium and the practice's choice of person."""
    colours = dict(_DARK if medium == "dark" else _PAPER)
    shirt, trousers = CLOTHES[clothes]
    if medium == "dark":
        shirt, trousers = _mixed(shirt, "#FFFFFF", 0.18), _mixed(trousers, "#FFFFFF", 0.28)
    for role, colour in (
        ("skin", SKIN_TONES[skin]),
        ("shirt", shirt),
        ("trousers", trousers),
        ("shoe", colours["shoe"]),
    ):
        colours[role] = colour
        colours[role + "_far"] = _mixed(colour, "#22303A", 0.22)
    colours["hair"] = HAIR[hair]
    for role in _WET:
        colours[role + "_wet"] = _mixed(colours[role], colours["water"], 0.5)
    colours["text"] = "#E4EBED" if medium == "dark" else "#1B2A2F"
    if medium == "grey":
        colours = {role: _grey(colour) for role, colour in colours.items()}
        colours |= {"arrow": "#111111", "stretch": "#555555", "shirt": "#8C8C8C", "shirt_far": "#6A6A6A"}
        colours |= {"trousers": "#4A4A4A", "trousers_far": "#363636"}
        colours |= {"bone": "#EEEEEE", "cartilage": "#C4C4C4", "tendon": "#A8A8A8", "muscle": "#8E8E8E"}
        colours |= {"nerve": "#5E5E5E"}
    return MappingProxyType(colours)


def rgb(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue of `#RRGGBB`."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _mixed(colour: str, other: str, share: float) -> str:
    mixed = (round(a + (b - a) * share) for a, b in zip(rgb(colour), rgb(other), strict=True))
    return "#{:02X}{:02X}{:02X}".format(*mixed)


def _grey(colour: str) -> str:
    red, green, blue = rgb(colour)
    level = round(0.299 * red + 0.587 * green + 0.114 * blue)
    return f"#{level:02X}{level:02X}{level:02X}"
