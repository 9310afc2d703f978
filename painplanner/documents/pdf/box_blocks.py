"""Boxes: what draws one round a part, and cards side by side."""

from __future__ import annotations

import math
from collections.abc import Sequence

from painplanner.documents.blocks import Card, Cards
from painplanner.documents.pdf.abreast import abreast
from painplanner.documents.pdf.parts import Boxed, BoxPaint, Part, Stack
from painplanner.documents.pdf.pen import Box, Pen
from painplanner.documents.pdf.setting import Setting
from painplanner.documents.pdf.signs import BLACK

GAP = 12.0
_PADDING = (12.0, 10.0)


class Row(Part):
    """Boxes of one height side by side; where a page ends they move on together."""

    def __init__(self, boxes: Sequence[Part], step: float, *, before: float = 0.0) -> None:
        self.before = before
        self.height = max(box.height for box in boxes)
        self._boxes = boxes
        self._step = step
        for box in boxes:
            box.height = self.height

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw each box beside the one before."""
        for n, box in enumerate(self._boxes):
            box.draw(pen, x + n * self._step, top)

    def split(self, room: float, *, force: bool = False) -> tuple[Part, Part] | None:
        """Put the boxes one after the other where no page can hold them side by side."""
        first, *others = self._boxes
        found = first.split(room, force=force) if force else None
        if found is None:
            return None
        rest = [found[1], *others]
        for box in others:
            box.before = GAP
        return Row([found[0]], self._step, before=self.before), Stack(rest, is_loose=True)


def padding(setting: Setting) -> tuple[float, float]:
    """Return the space between a box and what is in it, beside and above."""
    return _PADDING[0], setting.gap(_PADDING[1])


def outline(width: float, *, line: float = 1.0) -> BoxPaint:
    """Return what draws a box of a width round a part."""

    def paint(pen: Pen, x: float, top: float, height: float) -> None:
        pen.box(Box(x, top - height, width, height, 5), stroke=BLACK, width=line)

    return paint


def cards(block: Cards, setting: Setting) -> Part:
    """Set boxes side by side, at most three in a row, rows evenly filled; in large print one below the other."""
    paper = setting.paper
    count = len(block.cards)
    most = max(1, min(3, count, int(paper.inner // (13 * paper.body))))
    rows = math.ceil(count / most)
    across = 1 if paper.is_large else math.ceil(count / rows)
    width = (paper.inner - (across - 1) * GAP) / across
    boxes = [_card(card, width, setting) for card in block.cards]
    made = [
        Row(boxes[start : start + across], width + GAP, before=GAP if start else 0.0)
        for start in range(0, count, across)
    ]
    return Stack(made, before=setting.gap(8))


def _card(card: Card, width: float, setting: Setting) -> Part:
    paper = setting.paper
    pads = padding(setting)
    inner = width - 2 * pads[0]
    holder = setting.root.child("Sect")
    parts: list[Part] = [setting.words(holder.child("P"), card.title, paper.subheading, inner, bold=True)]
    below = [setting.words(holder.child("P"), text, paper.body, inner, before=2) for text in card.lines]
    parts += abreast(below, inner, paper.body) if width == paper.inner and not paper.is_large else below
    return Boxed(Stack(parts), pads, outline(width))
