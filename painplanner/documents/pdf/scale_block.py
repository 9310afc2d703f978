"""A question with a row of numbered boxes, what its two ends mean below them.

It is heard in the order of the scale: what the first box means, the boxes, what the last one means.
"""

from __future__ import annotations

from painplanner.documents.blocks import Run, Scale
from painplanner.documents.pdf.lines import line, lines
from painplanner.documents.pdf.parts import Drawn, Part, Stack
from painplanner.documents.pdf.pen import Box, Pen, line_operators
from painplanner.documents.pdf.setting import Setting
from painplanner.documents.pdf.signs import BLACK
from painplanner.documents.pdf.tags import Tag

_GAP = 4.0
_HIGH = 2.2


def scale(block: Scale, setting: Setting) -> Part:
    """Set a question with its boxes, which stay together."""
    holder = setting.root.child("Sect")
    title = _title(block, holder, setting)
    boxes, (low, high) = _boxes(block, holder, setting), _ends(block, holder, setting)
    below = boxes.height + 2

    def paint(pen: Pen, x: float, top: float) -> None:
        low.draw(pen, x, top - below)
        boxes.draw(pen, x, top)
        high.draw(pen, x, top - below)

    answers = Drawn(below + max(low.height, high.height), paint, before=setting.gap(6))
    return Stack([title, answers], before=setting.gap(20))


def _title(block: Scale, holder: Tag, setting: Setting) -> Part:
    """Set what is rated, or a line to write it on."""
    paper = setting.paper
    if block.title:
        words = f"{block.number}. {block.title}"
        return setting.words(holder.child("P"), (Run(words, bold=True),), paper.message, paper.inner, is_whole=True)
    number, height = line(f"{block.number}. ", paper.message, bold=True), paper.leading(paper.message) + 12
    tag = holder.child("P")

    def paint(pen: Pen, x: float, top: float) -> None:
        y = top - height + paper.leading(paper.message) - paper.baseline(paper.message)
        pen.text(tag, number, x, y)
        pen.shapes(line_operators(x + number.width + 6, y - 2, x + paper.inner, y - 2))

    return Drawn(height, paint)


def _boxes(block: Scale, holder: Tag, setting: Setting) -> Part:
    paper = setting.paper
    step = (paper.inner + _GAP) / max(len(block.steps), 1)
    wide, high = min(step - _GAP, paper.body * 6), round(paper.body * _HIGH, 1)
    step = wide + _GAP
    listed = holder.child("L", attributes="/O/List/ListNumbering/None")

    def paint(pen: Pen, x: float, top: float) -> None:
        for n, each in enumerate(block.steps):
            left = x + n * step
            pen.box(Box(left, top - high, wide, high, 3), stroke=BLACK, width=1.1)
            text = line(f"{each} ", paper.body)
            y = top - high / 2 - paper.body * 0.357
            pen.text(listed.child("LI").child("LBody"), text, left + (wide - text.width) / 2, y)

    return Drawn(high, paint)


def _ends(block: Scale, holder: Tag, setting: Setting) -> tuple[Part, Part]:
    """Set what the first box means at the left, and what the last one means at the right."""
    paper = setting.paper
    wide = (paper.inner + _GAP) / max(len(block.steps), 1) - _GAP
    right = min(wide, paper.body * 6) * len(block.steps) + _GAP * (len(block.steps) - 1)

    def end(words: str, *, is_right: bool) -> Part:
        made, tag = lines((Run(f"{words} "),), paper.body, paper.inner / 2 - 12), holder.child("P")

        def paint(pen: Pen, x: float, top: float) -> None:
            y = top - paper.baseline(paper.body)
            for each in made:
                pen.text(tag, each, x + right - each.width if is_right else x, y)
                y -= paper.leading(paper.body)

        return Drawn(len(made) * paper.leading(paper.body), paint)

    return end(block.low, is_right=False), end(block.high, is_right=True)
