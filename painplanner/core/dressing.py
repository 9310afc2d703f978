"""The colours of the person in the pictures: neighbours always differ in lightness, so that a grey print shows them.

A practice chooses skin, hair and clothes freely; what would print as the same grey beside the skin moves away from it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

Rgb = tuple[int, int, int]

SKIN_TONES = ("#F3D3BC", "#E6BD9A", "#C99468", "#9A6742", "#6B442D")
HAIR = ("#3B2A22", "#6B4A2F", "#B98B4E", "#8C8F92", "#1D1A1A")
CLOTHES = (("#2F8191", "#38506A"), ("#5C7F4A", "#4B4A55"), ("#8A5A83", "#3F4A63"), ("#B0683F", "#44505A"))

STEP = 24
"""The least difference in lightness (0 to 255) of two neighbours: what still shows on a worn office printer."""
_ABOVE_INK = 26
_FAR, _FAR_GREY = 0.22, 0.34
_SHADE = "#22303A"


def rgb(colour: str) -> Rgb:
    """Return red, green and blue of `#RRGGBB`."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """Return how light a colour is printed grey, 0 to 255."""
    red, green, blue = rgb(colour)
    return 0.299 * red + 0.587 * green + 0.114 * blue


def mixed(colour: str, other: str, share: float) -> str:
    """Return a colour with a share of another in it."""
    parts = (round(a + (b - a) * share) for a, b in zip(rgb(colour), rgb(other), strict=True))
    return "#{:02X}{:02X}{:02X}".format(*parts)


def grey(colour: str) -> str:
    """Return what a printer without colours makes of a colour."""
    level = round(luminance(colour))
    return f"#{level:02X}{level:02X}{level:02X}"


def dressed(
    medium: Literal["paper", "grey", "light", "dark"], person: tuple[int, int, int], role: Callable[[str], str]
) -> dict[str, str]:
    """Return the colours of skin, hair, clothes and shoes of a choice; `role` tells those of the medium itself."""
    skin, hair = SKIN_TONES[person[0]], HAIR[person[1]]
    shirt, trousers = _clothes(medium, person[2])
    darkest = luminance(role("ink")) + _ABOVE_INK
    trousers = _apart(trousers, luminance(skin), darkest)
    above = luminance(trousers) + STEP
    shirt = _apart(_lightened(shirt, above), luminance(skin), above)
    near = {"skin": skin, "shirt": shirt, "trousers": trousers, "shoe": _apart(role("shoe"), luminance(skin), darkest)}
    share = _FAR_GREY if medium == "grey" else _FAR
    far = {f"{name}_far": mixed(colour, _SHADE, share) for name, colour in near.items()}
    ground = luminance(role("background")) + 18 if medium == "dark" else 0
    return near | far | {"hair": _apart(_lightened(hair, ground), luminance(skin), ground)}


def _clothes(medium: str, n: int) -> tuple[str, str]:
    shirt, trousers = CLOTHES[n]
    if medium == "dark":
        return mixed(shirt, "#FFFFFF", 0.18), mixed(trousers, "#FFFFFF", 0.28)
    return ("#8C8C8C", "#4A4A4A") if medium == "grey" else (shirt, trousers)


def _apart(colour: str, other: float, darkest: float) -> str:
    """Return a colour at least a step from a lightness: darker when it was and there is room, else lighter."""
    own = luminance(colour)
    if abs(own - other) >= STEP:
        return colour
    if own <= other and other - STEP >= darkest:
        return mixed(colour, "#000000", 1 - (other - STEP - 1) / own)
    return _lightened(colour, other + STEP)


def _lightened(colour: str, least: float) -> str:
    """Return a colour with as much white as it takes to be that light."""
    own = luminance(colour)
    return colour if own >= least else mixed(colour, "#FFFFFF", (least + 1 - own) / (255 - own))
