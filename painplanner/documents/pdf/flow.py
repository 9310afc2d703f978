"""Parts fill pages from top to bottom: what belongs together moves on together, what no page can hold is parted."""

from __future__ import annotations

from collections.abc import Sequence

from painplanner.documents.pdf.parts import Part, fitting


def flow(parts: Sequence[Part], room: float) -> list[Sequence[Part]]:
    """Return the pages that the parts fill; there is always at least one."""
    pages: list[Sequence[Part]] = []
    rest = parts
    while rest:
        found = fitting(rest, room) or fitting(rest, room, force=True) or (rest[:1], rest[1:])
        pages.append(found[0])
        rest = found[1]
    return pages or [()]
