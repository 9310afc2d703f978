"""A document of blocks becomes a tagged PDF: set in the roomiest density that needs the fewest pages, then drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
    Pair,
    Paragraph,
    StepRow,
    Stop,
    TickGrid,
)
from painplanner.documents.pdf import box_blocks, text_blocks
from painplanner.documents.pdf.exercise_block import exercise
from painplanner.documents.pdf.flow import flow
from painplanner.documents.pdf.furniture import Furniture
from painplanner.documents.pdf.grid_block import grid
from painplanner.documents.pdf.paper import paper
from painplanner.documents.pdf.parts import Part
from painplanner.documents.pdf.pdf_file import file_bytes
from painplanner.documents.pdf.pen import Pen
from painplanner.documents.pdf.setting import Setting
from painplanner.documents.pdf.step_block import step_row
from painplanner.documents.pdf.stop_block import stop

_GAP = 12.0
_SET: dict[type[Any], Callable[[Any, Setting], Part]] = {
    Heading: text_blocks.heading,
    Message: text_blocks.message,
    Paragraph: text_blocks.paragraph,
    Bullets: text_blocks.bullets,
    Fill: text_blocks.fill,
    Cards: box_blocks.cards,
    Callout: box_blocks.callout,
    Pair: box_blocks.pair,
    StepRow: step_row,
    TickGrid: lambda block, setting: grid(block, setting.root, setting, before=setting.gap(10)),
    Exercise: exercise,
    Stop: stop,
}


def write_pdf(document: Document, palette_choice: Palette | None = None) -> bytes:
    """Return a document as a tagged PDF; `palette_choice` colours its pictures."""
    sheet = paper(document.paper, large=document.large)
    furniture = Furniture(document, sheet)
    room = sheet.height - sheet.top - sheet.bottom - furniture.header_height - furniture.footer_height - 2 * _GAP
    colours = palette_choice or palette("paper")
    setting, pages = _best([_set(document, Setting(sheet, colours, density), room) for density in range(3)])
    top = sheet.height - sheet.top - furniture.header_height - _GAP
    pens: list[Pen] = []
    for n, parts in enumerate(pages):
        pen = Pen()
        furniture.draw_header(pen)
        y = top
        for k, part in enumerate(parts):
            y -= part.before if k else 0.0
            part.draw(pen, sheet.side, y)
            y -= part.height
        furniture.draw_footer(pen, n + 1, len(pages))
        pens.append(pen)
    return file_bytes(document.title, document.author, document.language, sheet, pens, setting.root)


def _set(document: Document, setting: Setting, room: float) -> tuple[Setting, list[Sequence[Part]]]:
    parts = [text_blocks.title(document.title, setting), *(_part(block, setting) for block in document.blocks)]
    return setting, flow(parts, room)


def _best(tried: list[tuple[Setting, list[Sequence[Part]]]]) -> tuple[Setting, list[Sequence[Part]]]:
    """Return the roomiest of those with the fewest pages."""
    return min(tried, key=lambda one: len(one[1]))


def _part(block: Block, setting: Setting) -> Part:
    return _SET[type(block)](block, setting)


def page_count(data: bytes) -> int:
    """Return how many pages a file has."""
    from io import BytesIO

    import pikepdf

    with pikepdf.open(BytesIO(data)) as pdf:
        return len(pdf.pages)
