"""Documents of blocks become one tagged PDF: each in the roomiest density that needs the fewest pages, then drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from itertools import accumulate
from typing import Any

from painplanner.core.palette import Palette, palette
from painplanner.documents.blocks import (
    Block,
    BodyMap,
    Bullets,
    Callout,
    Cards,
    Charts,
    Contents,
    Document,
    Exercise,
    Fill,
    FoldCard,
    Heading,
    LogKey,
    LogTable,
    Message,
    Moments,
    Paragraph,
    Scale,
    StepRow,
    Stop,
    StopLine,
    Table,
    TickGrid,
)
from painplanner.documents.bundle import Bundle, Entry, Written
from painplanner.documents.pdf import box_blocks, text_blocks
from painplanner.documents.pdf.body_block import body_map
from painplanner.documents.pdf.callouts import callouts, grouped
from painplanner.documents.pdf.chart_block import charts
from painplanner.documents.pdf.contents_block import contents
from painplanner.documents.pdf.direction import LEFTWARDS, running
from painplanner.documents.pdf.exercise_block import ManyOnAPage, exercise, exercises, many_on_a_page
from painplanner.documents.pdf.explained import explained_message, unexplained
from painplanner.documents.pdf.fold_block import fold_card
from painplanner.documents.pdf.furniture import Furniture
from painplanner.documents.pdf.grid_block import grid
from painplanner.documents.pdf.log_block import log_table
from painplanner.documents.pdf.log_key import log_key
from painplanner.documents.pdf.moments_block import moments
from painplanner.documents.pdf.own_papers import with_own
from painplanner.documents.pdf.paper import Paper, paper
from painplanner.documents.pdf.parts import Part, Space, Stack
from painplanner.documents.pdf.pdf_file import file_bytes
from painplanner.documents.pdf.pen import Pen
from painplanner.documents.pdf.scale_block import scale
from painplanner.documents.pdf.setting import Setting, closest
from painplanner.documents.pdf.settling import settled
from painplanner.documents.pdf.step_block import step_row
from painplanner.documents.pdf.stop_block import stop, stop_line
from painplanner.documents.pdf.table_block import table
from painplanner.documents.pdf.tags import Tag
from painplanner.documents.pdf.weight import weighted
from painplanner.documents.pdf.words import cleaned

_GAP = 10.0
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
    Contents: contents,
    Moments: moments,
    BodyMap: body_map,
    Table: table,
    FoldCard: fold_card,
}


def write_pdf(document: Document, palette_choice: Palette | None = None) -> bytes:
    """Return a document as a tagged PDF; `palette_choice` colours its pictures."""
    return write_bundle(Bundle((document,)), palette_choice).pdf


def write_bundle(bundle: Bundle, palette_choice: Palette | None = None) -> Written:
    """Return papers as one tagged PDF, its pages numbered through; `palette_choice` colours the pictures."""
    colours, root = palette_choice or palette("paper"), Tag("Document")
    is_alone = len(bundle.documents) == 1 and not bundle.is_listed
    laid = [
        _laid(one, colours, root if is_alone else root.child("Part", lang=one.language)) for one in bundle.documents
    ]
    if bundle.is_listed:
        laid = [_listing(bundle, laid, colours, root), *laid]
    pages = sum(len(one.pages) for one in laid)
    drawn: list[tuple[Pen, Paper]] = []
    number = 1
    for one in laid:
        if bundle.binding.is_two_sided and len(drawn) % 2:
            drawn.append((Pen(), drawn[-1][1]))
        drawn += one.drawn(number, pages)
        number += len(one.pages)
    first = bundle.documents[0]
    pens, papers = [pen for pen, _paper in drawn], [paper for _pen, paper in drawn]
    title, author = cleaned(first.title), cleaned(first.author)
    data = file_bytes(title, author, first.language, papers, pens, root, made_on=first.made_on)
    return with_own(Written(data, len(drawn)), bundle.binding)


@dataclass
class _Laid:
    """A document that is set: its paper, what stands round its content, and the parts of each page."""

    sheet: Paper
    furniture: Furniture
    pages: list[Sequence[Part]]
    language: str
    is_bold: bool

    @property
    def top(self) -> float:
        """Return where the content of a page begins."""
        return self.sheet.height - self.sheet.top - self.furniture.header_height - _GAP

    def drawn(self, first: int, count: int) -> list[tuple[Pen, Paper]]:
        """Draw the pages, numbered from `first` among `count`."""
        found: list[tuple[Pen, Paper]] = []
        with running(self.language) as is_leftwards, weighted(self.is_bold):
            for n, parts in enumerate(self.pages, first):
                pen = Pen(self.sheet.width if is_leftwards else 0.0)
                self.furniture.draw_header(pen, is_first=n == first)
                up = self.furniture.foot_on_first if n == first else 0.0
                Stack(parts).draw(pen, self.sheet.side, self.top + up)
                self.furniture.draw_footer(pen, n, count, is_first=n == first)
                found.append((pen, self.sheet))
        return found


def _laid(document: Document, colours: Palette, root: Tag) -> _Laid:
    """Set a document below an element, with the picture that explains its message where that costs no page."""
    sheet = paper(document.paper, large=document.large, is_close=document.is_close)
    with running(document.language) as is_leftwards, weighted(document.large and document.bold):
        root.attributes = LEFTWARDS if is_leftwards else ""
        furniture = Furniture(document, sheet, colours)
        laid = _Laid(sheet, furniture, [], document.language, document.large and document.bold)
        room = laid.top - sheet.bottom - laid.furniture.footer_height - _GAP
        less = furniture.less_on_first
        laid.pages = _set(document, sheet, colours, (room, less), root)
        bare = unexplained(document)
        if bare is not document:
            without = _set(bare, sheet, colours, (room, less), root)
            laid.pages = without if len(without) < len(laid.pages) else laid.pages
    return laid


def _listing(bundle: Bundle, laid: Sequence[_Laid], colours: Palette, root: Tag) -> _Laid:
    """Set the contents: once to see how many pages they take, and again when that moves the rest on."""
    pages, found = 1, None
    while found is None or len(found.pages) != pages:
        pages = len(found.pages) if found is not None else pages
        listing = bundle.contents(_entries(bundle, laid, pages))
        found = _laid(listing, colours, root.child("Part", lang=listing.language))
    return found


def _entries(bundle: Bundle, laid: Sequence[_Laid], before: int) -> tuple[Entry, ...]:
    starts = list(accumulate((len(one.pages) for one in laid), initial=before + 1))
    listed = [Entry(one.title, one.language, at) for one, at in zip(bundle.documents, starts, strict=False)]
    at = starts[-1]
    for own in bundle.binding.own:
        listed.append(Entry(own.title, "", at))
        at += own.pages
    return tuple(listed)


def _set(
    document: Document, sheet: Paper, colours: Palette, rooms: tuple[float, float], root: Tag
) -> list[Sequence[Part]]:
    """Return the parts of each page: `rooms` are the height of a page and how much less the first one has."""
    room, less = rooms
    papers = (sheet, sheet, closest(sheet))
    settings = [Setting(one, colours, root, density) for density, one in enumerate(papers)]
    return settled([partial(_parts, document, one, less) for one in settings], room)


def _parts(document: Document, setting: Setting, less: float) -> list[Part]:
    blocks = [*many_on_a_page(grouped(document.blocks))]
    parts = [text_blocks.title(document.title, setting)]
    for block, after in zip(blocks, [*blocks, None][1:], strict=True):
        made = exercises(block.exercises, setting) if isinstance(block, ManyOnAPage) else [_part(block, setting)]
        made[-1].keeps_next |= isinstance(block, Bullets) and isinstance(after, Bullets)
        parts += made
    # The first page begins so much lower, or higher up by what its footer takes more.
    return [Space(less, keeps_next=True), *parts] if less else parts


def _part(block: Block | tuple[Callout, ...], setting: Setting) -> Part:
    return callouts(block, setting) if isinstance(block, tuple) else _SET[type(block)](block, setting)


def page_count(data: bytes) -> int:
    """Return how many pages a file has."""
    import pikepdf

    with pikepdf.open(BytesIO(data)) as pdf:
        return len(pdf.pages)
