"""Blocks in boxes: cards side by side, callouts, and two callouts that share a row."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from painplanner.documents.blocks import Callout, Card, Cards, Pair
from painplanner.documents.pdf.parts import Boxed, Part, Stack
from painplanner.documents.pdf.pen import Box, Pen
from painplanner.documents.pdf.setting import Setting
from painplanner.documents.pdf.signs import BLACK

_GAP = 12.0
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
            box.before = _GAP
        return Row([found[0]], self._step, before=self.before), Stack(rest, is_loose=True)


def outline(width: float, *, line: float = 1.0) -> Callable[[Pen, float, float, float], None]:
    """Return what draws a box of a width round a part."""

    def paint(pen: Pen, x: float, top: float, height: float) -> None:
        pen.box(Box(x, top - height, width, height, 5), stroke=BLACK, width=line)

    return paint


def cards(block: Cards, setting: Setting) -> Part:
    """Set boxes side by side, at most three in a row, rows evenly filled."""
    paper = setting.paper
    count = len(block.cards)
    most = max(1, min(3, count, int(paper.inner // (13 * paper.body))))
    rows = math.ceil(count / most)
    across = math.ceil(count / rows)
    width = (paper.inner - (across - 1) * _GAP) / across
    boxes = [_card(card, width, setting) for card in block.cards]
    made = [
        Row(boxes[start : start + across], width + _GAP, before=_GAP if start else 0.0)
        for start in range(0, count, across)
    ]
    return Stack(made, before=setting.gap(8))


def _card(card: Card, width: float, setting: Setting) -> Part:
    paper = setting.paper
    inner = width - 2 * _PADDING[0]
    holder = setting.root.child("Sect")
    parts: list[Part] = [setting.words(holder.child("P"), card.title, paper.subheading, inner, bold=True)]
    parts += [setting.words(holder.child("P"), text, paper.body, inner, before=2) for text in card.lines]
    return Boxed(Stack(parts), _PADDING, outline(width))


def callout(block: Callout, setting: Setting) -> Part:
    """Set a box with a heading and a short list over the whole width."""
    return _callout(block, setting.paper.inner, setting, before=setting.gap(14))


def pair(block: Pair, setting: Setting) -> Part:
    """Set two callouts side by side, one below the other in large print."""
    paper = setting.paper
    if paper.is_large:
        left, right = (_callout(one, paper.inner, setting, before=setting.gap(14)) for one in (block.left, block.right))
        return Stack([left, right], before=left.before, is_loose=True)
    width = (paper.inner - _GAP) / 2
    boxes = [_callout(one, width, setting) for one in (block.left, block.right)]
    return Row(boxes, width + _GAP, before=setting.gap(14))


def _callout(block: Callout, width: float, setting: Setting, *, before: float = 0.0) -> Part:
    paper = setting.paper
    holder = setting.root.child("Sect")
    inner = width - 2 * _PADDING[0]
    head = setting.words(
        holder.child(setting.heading(2)), block.title, paper.subheading, inner, bold=True, is_whole=True
    )
    head.keeps_next = True
    parts = setting.listed(holder, block.items, inner)
    if parts:
        parts[0].before = 4
    return Boxed(Stack([head, *parts]), _PADDING, outline(width), before=before)
