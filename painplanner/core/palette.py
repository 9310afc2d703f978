"""Which colour a role has: on paper, on paper printed grey, and on a light or dark screen.

A practice chooses skin tone, hair and clothes; how they keep apart is in `dressing`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from painplanner.core.dressing import dressed, grey, mixed, rgb

__all__ = ["Medium", "Palette", "palette", "rgb"]

Medium = Literal["paper", "grey", "light", "dark"]
Palette = Mapping[str, str]

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
    colours |= dressed(medium, (skin, hair, clothes), colours.__getitem__)
    for role in _WET:
        colours[role + "_wet"] = mixed(colours[role], colours["water"], 0.5)
    colours["text"] = "#E4EBED" if medium == "dark" else "#1B2A2F"
    if medium == "grey":
        colours = {role: grey(colour) for role, colour in colours.items()}
        colours |= {"arrow": "#111111", "stretch": "#555555"}
        colours |= {"bone": "#EEEEEE", "cartilage": "#C4C4C4", "tendon": "#A8A8A8", "muscle": "#8E8E8E"}
        colours |= {"nerve": "#5E5E5E"}
    return MappingProxyType(colours)
