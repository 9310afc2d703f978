"""Blocks of running words: title, headings, the one message, paragraphs, lists, and lines to write on."""

from __future__ import annotations

from painplanner.documents.blocks import Bullets, Fill, Heading, Message, Paragraph
from painplanner.documents.pdf.lines import line
from painplanner.documents.pdf.parts import Boxed, Drawn, Part, Stack
from painplanner.documents.pdf.pen import Box, Pen, line_operators
from painplanner.documents.pdf.setting import Setting
from painplanner.documents.pdf.signs import accent

_FEW = 4


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
    part = setting.words(tag, block.text, size, paper.inner, bold=True, is_whole=True)
    part.before = setting.gap(18 if block.level <= 2 else 12)
    part.keeps_next = True
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


def fill(block: Fill, setting: Setting) -> Part:
    """Set a line to write on."""
    paper = setting.paper
    tag = setting.root.child("P")
    label = line(block.label + " ", paper.body)

    def paint(pen: Pen, x: float, top: float) -> None:
        y = top - height + paper.leading(paper.body) - paper.baseline(paper.body)
        pen.text(tag, label, x, y)
        pen.shapes(line_operators(x + label.width + 6, y - 2, x + paper.inner, y - 2))

    height = paper.leading(paper.body) + 10
    return Drawn(height, paint, before=setting.gap(8))
