"""Blocks of running words: title, headings, the one message, paragraphs, lists, and lines to write on."""

from __future__ import annotations

from painplanner.documents.blocks import Bullets, Fill, Heading, Message, Paragraph
from painplanner.documents.pdf.lines import Line, line
from painplanner.documents.pdf.parts import Boxed, Drawn, Part, Stack
from painplanner.documents.pdf.pen import Box, Pen, line_operators
from painplanner.documents.pdf.setting import Setting
from painplanner.documents.pdf.signs import accent
from painplanner.documents.pdf.tags import Tag

_FEW = 5
"""As many points as a list has before a heading: so many stay together."""
_LEAST_TO_WRITE = 72.0
"""How wide the place to write beside a label is at least; a longer label stands above it."""
_FOR_HEADS = 0.75
"""The share of the width that a heading and the words beside it leave to a line to write on."""


def title(text: str, setting: Setting) -> Part:
    """Set the title of the paper."""
    paper = setting.paper
    part = setting.words(
        setting.root.child(setting.heading(1)), text, paper.title, paper.inner, bold=True, is_whole=True
    )
    part.keeps_next = True
    return part


def heading(block: Heading, setting: Setting) -> Part:
    """Set a heading, which stays with what follows."""
    paper = setting.paper
    size = paper.heading if block.level <= 2 else paper.subheading
    tag = setting.root.child(setting.heading(block.level))
    if block.fill:
        return _filled(block, tag, size, setting)
    part = setting.words(tag, block.text, size, paper.inner, bold=True, is_whole=True)
    part.before = setting.gap(18 if block.level <= 2 else 12)
    part.keeps_next = True
    part.starts_page = block.new_page
    return part


def _filled(block: Heading, tag: Tag, size: float, setting: Setting) -> Part:
    """Set a heading with a line to write on beside it, or below it where there is little room."""
    paper, label = setting.paper, Fill(block.fill)
    head = line(f"{block.text} ", size, bold=True)
    line_below = fill(label, setting)
    left = head.width + 14
    is_beside = left + line(block.fill, paper.body).width <= paper.inner * _FOR_HEADS
    high = paper.leading(size)
    height = max(high, line_below.height) if is_beside else high + line_below.height
    written = fill(label, setting, left=left) if is_beside else line_below

    def paint(pen: Pen, x: float, top: float) -> None:
        y = top - (height if is_beside else high) + high - paper.baseline(size)
        pen.text(tag, head, x, y)
        written.draw(pen, x, top - (height - written.height))

    part = Drawn(height, paint, before=setting.gap(14))
    part.keeps_next, part.starts_page = True, block.new_page
    return part


def message(block: Message, setting: Setting, width: float | None = None) -> Part:
    """Set the one message of the paper beside a bar, over the whole width where no other is given."""
    paper = setting.paper
    indent = 14.0
    room = (width or paper.inner) - indent
    inside = setting.words(setting.root.child("P"), block.words, paper.message, room)

    def bar(pen: Pen, x: float, top: float, height: float) -> None:
        pen.box(Box(x, top - height, 4, height), fill=accent(setting.colours))

    return Boxed(inside, (indent, 3), bar, before=setting.gap(8))


def paragraph(block: Paragraph, setting: Setting) -> Part:
    """Set running words."""
    paper = setting.paper
    tag = setting.root.child("P")
    return setting.words(tag, block.words, paper.body, paper.inner, before=setting.gap(8))


def bullets(block: Bullets, setting: Setting) -> Part:
    """Set a list."""
    parts = setting.listed(setting.root, block.items, setting.paper.inner, mark=block.mark, gap=setting.gap(4))
    return Stack(parts, before=setting.gap(8), is_loose=len(parts) > _FEW)


def fill(block: Fill, setting: Setting, *, left: float = 0.0) -> Part:
    """Set a line to write on, beginning so far from the left; further ones go over the whole width."""
    paper = setting.paper
    tag = setting.root.child("P")
    label = line(block.label + " ", paper.body)
    if left + label.width + _LEAST_TO_WRITE > paper.inner:
        words = setting.words(tag, block.label, paper.body, paper.inner, is_whole=True)
        return Stack([words, _written(tag, line("", paper.body), block.lines, 0.0, setting)], before=setting.gap(8))
    part = _written(tag, label, block.lines, left, setting)
    part.before = setting.gap(8)
    return part


def _written(tag: Tag, label: Line, count: int, left: float, setting: Setting) -> Part:
    """Set so many lines to write on, the first beside its label."""
    paper = setting.paper
    step = paper.leading(paper.body) + 10
    begins = left + label.width + 6 if label.text else 0.0

    def paint(pen: Pen, x: float, top: float) -> None:
        y = top - step + paper.leading(paper.body) - paper.baseline(paper.body)
        if label.text:
            pen.text(tag, label, x + left, y)
        pen.shapes(line_operators(x + begins, y - 2, x + paper.inner, y - 2))
        for n in range(1, count):
            pen.shapes(line_operators(x, y - 2 - n * step, x + paper.inner, y - 2 - n * step))

    return Drawn(count * step, paint)
