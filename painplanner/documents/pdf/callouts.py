"""Callouts: one over the whole width, several that follow one another in two columns; a page may end between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from painplanner.documents.blocks import Block, Callout, Pair
from painplanner.documents.pdf.box_blocks import GAP, outline, padding
from painplanner.documents.pdf.parts import Boxed, Part, Stack
from painplanner.documents.pdf.pen import Pen
from painplanner.documents.pdf.setting import Setting

_MANY = 8
_LEAST = 15.0
"""How many sizes of type wide a column is at least."""
_WORTH = 0.9
"""Columns are taken unless boxes over the whole width need less than this share of their height."""


def grouped(blocks: Sequence[Block]) -> Iterator[Block | tuple[Callout, ...]]:
    """Return the blocks, callouts and pairs that follow one another as one."""
    run: list[Callout] = []
    for block in blocks:
        if isinstance(block, Callout | Pair):
            run += [block] if isinstance(block, Callout) else [block.left, block.right]
            continue
        if run:
            yield tuple(run)
            run = []
        yield block
    if run:
        yield tuple(run)


def callouts(blocks: Sequence[Callout], setting: Setting) -> Part:
    """Set callouts: in two columns where the paper is wide enough and that saves room, else each below the other."""
    before = setting.gap(14)
    boxes = [_box(block, setting.paper.inner, setting, before=before) for block in blocks]
    if len(boxes) == 1:
        return boxes[0]
    below = Stack(boxes, before=before, is_loose=True)
    if setting.paper.is_large or (setting.paper.inner - GAP) / 2 < _LEAST * setting.paper.body:
        return below
    columns = _Columns(blocks, setting)
    return columns if below.height > columns.height * _WORTH else below


class _Place(NamedTuple):
    """A box with its place below the upper edge of the columns, and how high it is drawn there."""

    box: Part
    column: int
    down: float
    height: float


class _Columns(Part):
    """Boxes in two columns, in each in their order, the columns as even as may be and their last boxes ending level."""

    def __init__(self, blocks: Sequence[Callout], setting: Setting) -> None:
        self.before = setting.gap(14)
        self._blocks = blocks
        self._setting = setting
        width = (setting.paper.inner - GAP) / 2
        self._step = width + GAP
        boxes = [_box(block, width, setting) for block in blocks]
        ends = [0.0, 0.0]
        places: list[_Place] = []
        for box, column in zip(boxes, _even([box.height for box in boxes]), strict=True):
            places.append(_Place(box, column, ends[column], box.height))
            ends[column] += box.height + GAP
        self.height = max(ends) - GAP
        for n in {place.column: n for n, place in enumerate(places)}.values():
            places[n] = places[n]._replace(height=self.height - places[n].down)
        self._places = places

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the boxes in the order in which they are read."""
        for place in self._places:
            place.box.height = place.height
            place.box.draw(pen, x + place.column * self._step, top - place.down)

    def yielded(self, room: float) -> tuple[Part, Part] | None:
        """Part between callouts."""
        for count in range(len(self._blocks) - 1, 0, -1):
            first = callouts(self._blocks[:count], self._setting)
            if first.height <= room:
                return first, callouts(self._blocks[count:], self._setting)
        return None

    def split(self, room: float, *, force: bool = False) -> tuple[Part, Part] | None:
        """Part inside a box where no page can hold it, the boxes one below the other."""
        if not force:
            return None
        inner = self._setting.paper.inner
        boxes = [_box(block, inner, self._setting, before=self.before) for block in self._blocks]
        return Stack(boxes, before=self.before, is_loose=True).split(room, force=True)


def _even(heights: Sequence[float]) -> Sequence[int]:
    """Return a column (0 or 1) for each height so that the higher column is as low as may be, the first at the left."""
    if len(heights) > _MANY:
        return [n % 2 for n in range(len(heights))]

    def higher(columns: Sequence[int]) -> float:
        pairs = list(zip(columns, heights, strict=True))
        return round(max(sum(high + GAP for column, high in pairs if column == side) for side in (0, 1)))

    return min(((0, *rest) for rest in product((1, 0), repeat=len(heights) - 1)), key=higher)


def _box(block: Callout, width: float, setting: Setting, *, before: float = 0.0) -> Part:
    """Set a box with a heading and a short list."""
    paper = setting.paper
    holder = setting.root.child("Sect")
    pads = padding(setting)
    inner = width - 2 * pads[0]
    head = setting.words(
        holder.child(setting.heading(2)), block.title, paper.subheading, inner, bold=True, is_whole=True
    )
    head.keeps_next = True
    parts = setting.listed(holder, block.items, inner, mark=block.mark)
    if parts:
        parts[0].before = 4
    return Boxed(Stack([head, *parts]), pads, outline(width), before=before)
