"""A document of blocks becomes a tagged PDF: set in the roomiest density that needs the fewest pages, then drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any

from painplanner.core.palette import Palette, palette
from painplanner.documents.blocks import (
    Block,
    Bullets,
    Callout,
    Cards,
    Document,
    Exercise,
    Fill,
    Heading,
    Message,
    Paragraph,
    StepRow,
    Stop,
    TickGrid,
)
from painplanner.documents.pdf import box_blocks, text_blocks
from painplanner.documents.pdf.callouts import callouts, grouped
from painplanner.documents.pdf.exercise_block import exercise
from painplanner.documents.pdf.flow import Pages, flow
from painplanner.documents.pdf.furniture import Furniture
from painplanner.documents.pdf.grid_block import grid
from painplanner.documents.pdf.paper import paper
from painplanner.documents.pdf.parts import Part, Stack, stacked
from painplanner.documents.pdf.pdf_file import file_bytes
from painplanner.documents.pdf.pen import Pen
from painplanner.documents.pdf.setting import Setting
from painplanner.documents.pdf.step_block import step_row
from painplanner.documents.pdf.stop_block import stop
from painplanner.documents.pdf.tags import Tag
from painplanner.documents.pdf.words import cleaned

_GAP = 10.0
_HALF = 0.5
_CLOSE = 1.3
"""How far apart lines stand in the densest setting."""
_ONE_PAGE = (0, 1, 0)
_SPARE, _LITTLE = 0.25, 0.06
"""The share of a page that may stay empty so that things stay together, and the one where that costs a page."""
_WAYS = ((0, _SPARE), (1, _SPARE), (2, _SPARE), (0, _LITTLE), (1, _LITTLE), (2, _LITTLE))
_SET: dict[type[Any], Callable[[Any, Setting], Part]] = {
    Heading: text_blocks.heading,
    Message: text_blocks.message,
    Paragraph: text_blocks.paragraph,
    Bullets: text_blocks.bullets,
    Fill: text_blocks.fill,
    Cards: box_blocks.cards,
    StepRow: step_row,
    TickGrid: lambda block, setting: grid(block, setting.root, setting, before=setting.gap(10)),
    Exercise: exercise,
    Stop: stop,
}


def write_pdf(document: Document, palette_choice: Palette | None = None) -> bytes:
    """Return a document as a tagged PDF; `palette_choice` colours its pictures."""
    sheet = paper(document.paper, large=document.large)
    furniture = Furniture(document, sheet)
    top = sheet.height - sheet.top - furniture.header_height - _GAP
    room = top - sheet.bottom - furniture.footer_height - _GAP
    root = Tag("Document")
    colours = palette_choice or palette("paper")
    papers = (sheet, sheet, replace(sheet, spread=_CLOSE))
    settings = [Setting(one, colours, root, density) for density, one in enumerate(papers)]
    pages = _settled(document, settings, room)
    pens: list[Pen] = []
    for n, parts in enumerate(pages, 1):
        pen = Pen()
        furniture.draw_header(pen)
        Stack(parts).draw(pen, sheet.side, top)
        furniture.draw_footer(pen, n, len(pages))
        pens.append(pen)
    return file_bytes(cleaned(document.title), cleaned(document.author), document.language, sheet, pens, root)


def _settled(document: Document, settings: Sequence[Setting], room: float) -> list[Sequence[Part]]:
    """Return the pages of the roomiest setting that is no worse than the densest, else of the best of the closer ones.

    A page of a close setting that has room to spare is set as roomy as it can be, its pictures larger. Where it saves
    a page, steps and callouts go on over more ends of pages.
    """
    set_parts: dict[int, list[Part]] = {}

    def flowed(density: int, spare: float) -> Pages:
        if density not in set_parts:
            set_parts[density] = _parts(document, settings[density])
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
    return [_spread(page, set_parts[density], roomier, room) for page in best.pages]


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


def _parts(document: Document, setting: Setting) -> list[Part]:
    title = text_blocks.title(document.title, setting)
    return [title, *(_part(block, setting) for block in grouped(document.blocks))]


def _part(block: Block | tuple[Callout, ...], setting: Setting) -> Part:
    return callouts(block, setting) if isinstance(block, tuple) else _SET[type(block)](block, setting)


def page_count(data: bytes) -> int:
    """Return how many pages a file has."""
    import pikepdf

    with pikepdf.open(BytesIO(data)) as pdf:
        return len(pdf.pages)
