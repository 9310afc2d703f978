"""Which pages a document gets: the roomiest setting that needs no more of them than the densest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from painplanner.documents.pdf.flow import Pages, flow
from painplanner.documents.pdf.parts import Part, stacked

_HALF = 0.5
_ONE_PAGE = (0, 1, 0)
_SPARE, _LITTLE = 0.25, 0.06
"""The share of a page that may stay empty so that things stay together, and the one where that costs a page."""
_SCRAPS = (0.25, 0.15)
"""The shares of a page that are too little for a last page: the first where it can be had, the second in any case."""
_WAYS = ((0, _SPARE), (1, _SPARE), (2, _SPARE), (0, _LITTLE), (1, _LITTLE), (2, _LITTLE))


def settled(settings: Sequence[Callable[[], list[Part]]], room: float) -> list[Sequence[Part]]:
    """Return the pages of the roomiest setting that is no worse than the densest, else of the best of the closer ones.

    A page of a close setting that has room to spare is set as roomy as it can be, its pictures larger. Where it saves
    a page, steps and callouts go on over more ends of pages.
    """
    set_parts: dict[int, list[Part]] = {}

    def flowed(density: int, spare: float) -> Pages:
        if density not in set_parts:
            set_parts[density] = settings[density]()
        return flow(set_parts[density], room, room * spare)

    best, density = flowed(0, _SPARE), 0
    if _cost(best, room) <= _ONE_PAGE:
        return best.pages
    dense = min((flowed(2, spare) for spare in (_SPARE, _LITTLE)), key=lambda pages: _cost(pages, room))
    for density, spare in _WAYS:
        best = flowed(density, spare)
        if _cost(best, room) <= _cost(dense, room):
            break
    roomier = [set_parts[n] for n in range(density)]
    return [_spread(page, set_parts[density], roomier, room) for page in _evened(best.pages, room)]


def _evened(pages: Sequence[Sequence[Part]], room: float) -> list[Sequence[Part]]:
    """Return the pages with more on the last one where little is left for it and the page before stays half full."""
    *before, last = pages
    if not before or last[0].starts_page:
        return [*pages]
    for scrap in _SCRAPS:
        cuts = _cuts(before[-1]) if stacked(last) < scrap * room else ()
        for kept, moved in cuts:
            if stacked(kept) >= _HALF * room and scrap * room <= stacked([*moved, *last]) <= room:
                return [*before[:-1], kept, [*moved, *last]]
    return [*pages]


def _cuts(page: Sequence[Part]) -> Iterator[tuple[Sequence[Part], Sequence[Part]]]:
    """Return where a page may end earlier, the latest places first: between parts, at last inside its last one."""
    for count in range(len(page) - 1, 0, -1):
        if not page[count - 1].keeps_next:
            yield page[:count], page[count:]
    *whole, part = page
    found = part.split(part.height - 1) if part.is_loose else None
    if found is not None:
        yield [*whole, found[0]], [found[1]]


def _spread(page: Sequence[Part], parts: list[Part], roomier: list[list[Part]], room: float) -> Sequence[Part]:
    """Return the same parts of a page from the roomiest setting in which the page still holds them."""
    places = {id(part): n for n, part in enumerate(parts)}
    if all(id(part) in places for part in page):
        for other in roomier:
            wider = [other[places[id(part)]] for part in page]
            if stacked(wider) <= room:
                return wider
    return page


def _cost(found: Pages, room: float) -> tuple[int, int, int]:
    """Return what speaks against pages: things parted, how many pages, and pages half empty before the last."""
    half_empty = sum(stacked(page) < room * _HALF for page in found.pages[:-1])
    return found.forced, len(found.pages), half_empty
