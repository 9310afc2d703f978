"""Which page goes on which side of paper: ranges, copies, order, and each paper on a sheet of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple


class Side(NamedTuple):
    """One side of a sheet: a page of one of the papers, both from 0."""

    paper: int
    page: int


Sides = tuple[Side | None, ...]
"""Sides in the order of printing; `None` stays blank."""


class Wishes(NamedTuple):
    """What was chosen in the system's dialog, as far as the program has to do it itself."""

    copies: int = 1
    is_collated: bool = True
    is_backwards: bool = False
    is_two_sided: bool = False


def sides(counts: Sequence[int], wishes: Wishes, is_wanted: Callable[[int], bool] = lambda _page: True) -> Sides:
    """Return the sides of papers with so many pages each; `is_wanted` takes page numbers from 1 through all papers."""
    all_of_them = [Side(paper, page) for paper, count in enumerate(counts) for page in range(count)]
    wanted = [side for number, side in enumerate(all_of_them, 1) if is_wanted(number)]
    if wishes.is_two_sided:
        wanted = _each_on_its_own(wanted, is_repeated=wishes.copies > 1)
    if wishes.is_backwards:
        wanted.reverse()
    if wishes.is_collated:
        return tuple(wanted * wishes.copies)
    return tuple(side for side in wanted for _copy in range(wishes.copies))


def _each_on_its_own(wanted: Sequence[Side | None], *, is_repeated: bool) -> list[Side | None]:
    """Leave a back blank where the next paper would begin on it."""
    placed: list[Side | None] = []
    for side in wanted:
        before = placed[-1] if placed else None
        if before is not None and side is not None and before.paper != side.paper and len(placed) % 2:
            placed.append(None)
        placed.append(side)
    if is_repeated and len(placed) % 2:
        placed.append(None)
    return placed
