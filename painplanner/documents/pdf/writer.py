"""A document of blocks becomes a tagged PDF: set in the roomiest density that needs the fewest pages, then drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from io import BytesIO
from itertools import pairwise
from typing import Any

from painplanner.core.palette import Palette, palette
from painplanner.documents.blocks import (
    Block,
    Bullets,
    Callout,
    Cards,
    Charts,
    Document,
    Exercise,
    Fill,
    Heading,
    LogKey,
    LogTable,
    Message,
    Paragraph,
    Scale,
    StepRow,
    Stop,
    StopLine,
    TickGrid,
)
from painplanner.documents.pdf import box_blocks, text_blocks
from painplanner.documents.pdf.callouts import callouts, grouped
from painplanner.documents.pdf.chart_block import charts
from painplanner.documents.pdf.exercise_block import exercise
from painplanner.documents.pdf.explained import explained_message, unexplained
from painplanner.documents.pdf.furniture import Furniture
from painplanner.documents.pdf.grid_block import grid
from painplanner.documents.pdf.log_block import log_table
from painplanner.documents.pdf.log_key import log_key
from painplanner.documents.pdf.paper import Paper, paper
from painplanner.documents.pdf.parts import Part, Stack
from painplanner.documents.pdf.pdf_file import file_bytes
from painplanner.documents.pdf.pen import Pen
from painplanner.documents.pdf.scale_block import scale
from painplanner.documents.pdf.setting import Setting
from painplanner.documents.pdf.settling import settled
from painplanner.documents.pdf.step_block import step_row
from painplanner.documents.pdf.stop_block import stop, stop_line
from painplanner.documents.pdf.tags import Tag
from painplanner.documents.pdf.words import cleaned

_GAP = 10.0
_CLOSE, _CLOSE_LARGE = 1.3, 1.23
"""How far apart lines stand in the densest setting, in ordinary and in large print, as a share of their size."""
_SET: dict[type[Any], Callable[[Any, Setting], Part]] = {
    Heading: text_blocks.heading,
    Message: explained_message,
    Paragraph: text_blocks.paragraph,
    Bullets: text_blocks.bullets,
    Fill: text_blocks.fill,
    Cards: box_blocks.cards,
    StepRow: step_row,
    TickGrid: lambda block, setting: grid(block, setting.root, setting, before=setting.gap(10)),
    Exercise: exercise,
    Stop: stop,
    StopLine: stop_line,
    LogKey: log_key,
    LogTable: log_table,
    Scale: scale,
    Charts: charts,
}


def write_pdf(document: Document, palette_choice: Palette | None = None) -> bytes:
    """Return a document as a tagged PDF; `palette_choice` colours its pictures."""
    sheet = paper(document.paper, large=document.large)
    furniture = Furniture(document, sheet)
    top = sheet.height - sheet.top - furniture.header_height - _GAP
    room = top - sheet.bottom - furniture.footer_height - _GAP
    colours = palette_choice or palette("paper")
    pages, root = _set(document, sheet, colours, room)
    bare = unexplained(document)
    if bare is not document:
        without = _set(bare, sheet, colours, room)
        pages, root = without if len(without[0]) < len(pages) else (pages, root)
    pens: list[Pen] = []
    for n, parts in enumerate(pages, 1):
        pen = Pen()
        furniture.draw_header(pen)
        Stack(parts).draw(pen, sheet.side, top)
        furniture.draw_footer(pen, n, len(pages))
        pens.append(pen)
    return file_bytes(cleaned(document.title), cleaned(document.author), document.language, sheet, pens, root)


def _set(document: Document, sheet: Paper, colours: Palette, room: float) -> tuple[list[Sequence[Part]], Tag]:
    """Return the parts of each page, and the root of their tags."""
    root = Tag("Document")
    papers = (sheet, sheet, replace(sheet, spread=_CLOSE_LARGE if sheet.is_large else _CLOSE))
    settings = [Setting(one, colours, root, density) for density, one in enumerate(papers)]
    return settled([partial(_parts, document, one) for one in settings], room), root


def _parts(document: Document, setting: Setting) -> list[Part]:
    blocks = list(grouped(document.blocks))
    parts = [text_blocks.title(document.title, setting), *(_part(block, setting) for block in blocks)]
    for part, (block, after) in zip(parts[1:], pairwise(blocks), strict=False):
        part.keeps_next |= isinstance(block, Bullets) and isinstance(after, Bullets)
    return parts


def _part(block: Block | tuple[Callout, ...], setting: Setting) -> Part:
    return callouts(block, setting) if isinstance(block, tuple) else _SET[type(block)](block, setting)


def page_count(data: bytes) -> int:
    """Return how many pages a file has."""
    import pikepdf

    with pikepdf.open(BytesIO(data)) as pdf:
        return len(pdf.pages)
