"""The size of the page and of the type on it: any paper, ordinary or large print, from one object."""

from __future__ import annotations

from dataclasses import dataclass, replace

from painplanner.core.practice import PaperSize

_SIZES = {
    PaperSize.LETTER: (612.0, 792.0),
    PaperSize.LEGAL: (612.0, 1008.0),
    PaperSize.A4: (595.28, 841.89),
    PaperSize.A5: (419.53, 595.28),
    PaperSize.A6: (297.64, 419.53),
}
_SMALL = {PaperSize.A5: 28.0, PaperSize.A6: 18.0}
"""The margins of small paper; type keeps its size."""
_LARGE, _LARGE_SMALL = 72.0, {PaperSize.A5: 36.0, PaperSize.A6: 18.0}
"""The margins of large print: an inch, half of it on A5, which is half a sheet."""
_LONGEST = 432.0
"""How long a line of large print may be: six inches."""
_FURNITURE_AT = 0.5
"""Header and footer of large print stand in the margins, so far from the edge: as a share of the margin."""


@dataclass(frozen=True)
class Paper:
    """A page: its size, its margins, and the sizes of its type; lengths in points (1/72 inch)."""

    width: float
    height: float
    side: float = 42.0
    top: float = 32.0
    bottom: float = 30.0
    body: float = 12.0
    message: float = 14.0
    title: float = 22.0
    heading: float = 17.0
    subheading: float = 16.0
    number: float = 16.0
    furniture: float = 12.0
    spread: float = 1.36
    """The distance of the lines of running words, as a share of their size."""
    gaps: float = 1.0
    """How large spaces between blocks are, as a share of the usual ones."""
    is_large: bool = False
    tick: float = 15.6
    """How large a box to tick in a grid is."""

    @property
    def inner(self) -> float:
        """Return the width between the margins."""
        return self.width - 2 * self.side

    def leading(self, size: float) -> float:
        """Return the distance of the lines of a size of type: the larger the type, the closer."""
        return round(size * min(self.spread, 1.36 if size < 15 else 1.28 if size < 20 else 1.22), 1)

    def baseline(self, size: float) -> float:
        """Return how far below the top of a line its baseline is: capital letters stand in the middle of the line."""
        return self.leading(size) / 2 + size * 0.357


def paper(size: PaperSize, *, large: bool, is_close: bool = False) -> Paper:
    """Return the page for a size of paper, in ordinary or in large print; or closer, as colleagues read."""
    width, height = _SIZES[size]
    if is_close and not large:
        usual = paper(size, large=False)
        return replace(usual, message=13.0, title=19.0, heading=16.0, subheading=16.0, spread=1.22, gaps=0.75)
    if not large:
        margin = _SMALL.get(size)
        return Paper(width, height) if margin is None else Paper(width, height, side=margin, top=margin, bottom=margin)
    margin = _LARGE_SMALL.get(size, _LARGE)
    return Paper(
        width,
        height,
        body=18,
        message=20,
        title=28,
        heading=23,
        subheading=21,
        number=22,
        furniture=18,
        is_large=True,
        tick=24.0,
        side=max(margin, (width - _LONGEST) / 2),
        top=margin * _FURNITURE_AT,
        bottom=margin * _FURNITURE_AT,
    )
