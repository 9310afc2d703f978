"""Parts fill pages from top to bottom: what belongs together moves on together, what no page can hold is parted."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import NamedTuple

from painplanner.documents.pdf.parts import Boxed, Part, fitting


class Pages(NamedTuple):
    """The parts of each page, and how often something had to be parted that belongs together."""

    pages: list[Sequence[Part]]
    forced: int


def flow(parts: Sequence[Part], room: float, spare: float = inf) -> Pages:
    """Return the pages that the parts fill; there is always at least one.

    A box that is higher than a page begins where there is room; an exercise begins on a page of its own. Where more
    than `spare` of a page would stay empty, steps go on and callouts follow on the next page.
    """
    for part in parts:
        if isinstance(part, Boxed) and part.height > room:
            part.is_loose = True
    pages: list[Sequence[Part]] = []
    forced = 0
    rest = parts
    while rest:
        found = fitting(rest, room, spare=spare)
        if found is None:
            forced += 1
            found = fitting(rest, room, force=True) or (rest[:1], rest[1:])
        pages.append(found[0])
        rest = found[1]
    return Pages(pages or [()], forced)
