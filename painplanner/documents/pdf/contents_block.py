"""The contents of a bundle: titles at the left, the number of the page at the right, a thin line between rows."""

from __future__ import annotations

from painplanner.documents.blocks import Contents, ContentsRow
from painplanner.documents.pdf.lines import line
from painplanner.documents.pdf.parts import Drawn, Part, Stack
from painplanner.documents.pdf.pen import Pen, line_operators
from painplanner.documents.pdf.setting import Setting
from painplanner.documents.pdf.tags import Tag

_FOR_NUMBER = 48.0
_PADDING = 5.0


def contents(block: Contents, setting: Setting) -> Part:
    """Set the contents."""
    holder = setting.root.child("TOC")
    rows = [_row(row, holder, setting) for row in block.rows]
    return Stack(rows, before=setting.gap(14), is_loose=True)


def _row(row: ContentsRow, holder: Tag, setting: Setting) -> Part:
    """Set a title with the number of its page; both are one entry for those who listen."""
    paper = setting.paper
    tag = holder.child("TOCI").child("P")
    title = setting.words(tag, row.title, paper.message, paper.inner - _FOR_NUMBER)
    number = line(f" {row.page}", paper.message, bold=True)

    def paint(pen: Pen, x: float, top: float) -> None:
        title.draw(pen, x, top - _PADDING)
        low = top - title.height - 2 * _PADDING
        y = top - _PADDING - title.height + paper.leading(paper.message) - paper.baseline(paper.message)
        pen.text(tag, number, x + paper.inner - number.width, y)
        pen.shapes(line_operators(x, low, x + paper.inner, low, grey=0.55))

    return Drawn(title.height + 2 * _PADDING, paint)
