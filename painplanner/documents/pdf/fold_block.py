"""A card for the wallet: four sides of its size in two rows, the lower row upside down, with marks to cut and to fold.

The lower half is folded back, then the half of the back: the front stands before, and inside all is upright.
In large print and on narrow paper the sides are boxes one below the other, which nobody folds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from painplanner.documents.blocks import FoldCard, FoldPanel, Run
from painplanner.documents.pdf.box_blocks import outline, padding
from painplanner.documents.pdf.lines import line
from painplanner.documents.pdf.parts import Boxed, Drawn, Part, Stack
from painplanner.documents.pdf.pen import WHITE, Pen, line_operators
from painplanner.documents.pdf.setting import Setting
from painplanner.documents.pdf.signs import octagon
from painplanner.documents.pdf.tags import Tag

_MM = 72 / 25.4
_WIDE, _HIGH = 85.6 * _MM, 53.98 * _MM
"""A card of the size ID-1 of ISO/IEC 7810, such as a bank card."""
_PADDING = 7.0
_SMALL, _SMALL_PADDING = 300.0, (10.0, 6.0)
"""Narrower paper than this is as small as a card, and the space in its boxes."""
_SPREADS = (1.36, 1.26, 1.16)
"""How far apart the lines of a side may be; the first at which all four sides hold their words is taken."""
_MOST = 0.7
"""A card that would be higher than this share of the paper is not folded."""
_OUTSIDE = 14.0
"""The place for marks round the card."""
_SIGN = 3.6
"""How large the octagon is, as a share of the size of type."""
_DASHED = "[3 3] 0 d"
_LEAST_BLANK = 19.0
_BESIDE = 6.0


class _Side(NamedTuple):
    """What stands on one side, and how high that is with the space round it."""

    inside: Part
    height: float


def fold_card(block: FoldCard, setting: Setting) -> Part:
    """Set the four sides as a card to cut out; a side that holds too much makes the card higher."""
    paper = setting.paper
    if paper.is_large or paper.inner < 2 * _WIDE:
        return _unfolded(block, setting)
    sides: list[_Side] = []
    for spread in _SPREADS:
        close = Setting(replace(paper, spread=spread), setting.colours, setting.root, 2)
        sides = [_side(panel, setting.heading(2), close) for panel in _read(block)]
        if all(side.height <= _HIGH for side in sides):
            break
    high = max(_HIGH, *(side.height for side in sides))
    if 2 * high > paper.height * _MOST:
        return _unfolded(block, setting)
    left = (paper.inner - 2 * _WIDE) / 2
    return Drawn(2 * (high + _OUTSIDE), _Card(sides, high, left).draw, before=setting.gap(10))


def _read(block: FoldCard) -> tuple[FoldPanel, ...]:
    """Return the sides in the order in which a card is read."""
    return block.front, block.left, block.right, block.back


def _side(panel: FoldPanel, level: str, setting: Setting) -> _Side:
    inside = Stack(_parts(panel, level, _WIDE - 2 * _PADDING, setting))
    return _Side(inside, inside.height + 2 * _PADDING)


def _unfolded(block: FoldCard, setting: Setting) -> Part:
    """Set the sides as boxes, close on paper as small as a card."""
    paper = setting.paper
    is_small = paper.inner < _SMALL and not paper.is_large
    close = replace(paper, spread=_SPREADS[2 if setting.density == 2 else 1]) if is_small else paper
    of = Setting(close, setting.colours, setting.root, setting.density)
    pads, gap = (_SMALL_PADDING if is_small else padding(setting)), setting.gap(10) * (0.7 if is_small else 1)
    boxes: list[Part] = []
    for panel in _read(block):
        parts = _parts(panel, setting.heading(2), paper.inner - 2 * pads[0], of)
        boxes.append(Boxed(Stack(parts), pads, outline(paper.inner), before=gap))
    return Stack(boxes, before=gap, is_loose=True)


def _parts(panel: FoldPanel, level: str, width: float, setting: Setting) -> list[Part]:
    """Return the parts of one side from top to bottom."""
    holder, size = setting.root.child("Sect"), setting.paper.body
    sign = holder.child("P")
    parts: list[Part] = [_head(panel, sign, holder.child(level), width, setting)]
    if panel.mark:
        listed = setting.listed(holder, panel.items, width, mark=panel.mark)
        if listed:
            listed[0].before = 3
        parts += listed
    else:
        parts += [setting.words(holder.child("P"), words, size, width, before=2) for words in panel.items]
    numbers = range(len(panel.items) + 1, len(panel.items) + panel.blanks + 1)
    parts += [_blank(n, holder.child("P"), width, setting) for n in numbers]
    parts += [_phone(words, number, holder.child("P"), width, setting) for words, number in panel.phones]
    if panel.last:
        parts.append(setting.words(holder.child("P"), panel.last, size, width, before=4))
    return parts


def _head(panel: FoldPanel, said: Tag, tag: Tag, width: float, setting: Setting) -> Part:
    """Set the heading of a side, beside the octagon where there is one, whose word is heard first."""
    size = setting.paper.body
    sign = size * _SIGN if panel.sign else 0.0
    left = sign + 8 if sign else 0.0
    head = setting.words(tag, panel.heading, size + 1, width - left, bold=True, is_whole=True)
    high = max(sign, head.height)

    def paint(pen: Pen, x: float, top: float) -> None:
        if sign:
            _draw_sign(pen, said, panel.sign, x, top - (high - sign) / 2, sign)
        head.draw(pen, x + left, top - (high - head.height) / 2)

    return Drawn(high, paint)


def _draw_sign(pen: Pen, tag: Tag, text: str, x: float, top: float, size: float) -> None:
    type_size = size / _SIGN
    word = line(text, type_size, bold=True)
    if word.width > size * 0.8:
        type_size *= size * 0.8 / word.width
        word = line(text, type_size, bold=True)
    pen.shapes(octagon(x + size / 2, top - size / 2, size))
    pen.text(tag, word, x + (size - word.width) / 2, top - size / 2 - type_size * 0.357, ink=WHITE)


def _blank(n: int, tag: Tag, width: float, setting: Setting) -> Part:
    """Set a number with a line to write on."""
    size = setting.paper.body
    number = line(f"{n}. ", size)
    height = max(_LEAST_BLANK, setting.paper.leading(size) + 3)

    def paint(pen: Pen, x: float, top: float) -> None:
        y = top - height + 5
        pen.text(tag, number, x, y)
        pen.shapes(line_operators(x + number.width + 4, y - 2, x + width, y - 2))

    return Drawn(height, paint)


def _phone(words: str, number: str, tag: Tag, width: float, setting: Setting) -> Part:
    """Set a number big beside its words, broken where it is too long."""
    paper = setting.paper
    big = max(16.0, paper.number)
    label, called = line(f"{words} ", paper.body), line(f"{number} ", big, bold=True)
    if label.width + _BESIDE + called.width > width:
        return setting.words(tag, (Run(f"{words} "), Run(number, bold=True)), big, width, before=2)
    height = paper.leading(big) + 1

    def paint(pen: Pen, x: float, top: float) -> None:
        pen.text(tag, label, x, top - paper.baseline(big))
        pen.text(tag, called, x + label.width + _BESIDE, top - paper.baseline(big))

    return Drawn(height, paint, before=2)


class _Card:
    """The four sides in their places, with the marks."""

    def __init__(self, sides: Sequence[_Side], high: float, left: float) -> None:
        self._sides, self._high, self._left = sides, high, left

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the marks, then the sides in the order in which the card is read."""
        x, top = x + self._left, top - _OUTSIDE
        front, first, second, back = (side.inside for side in self._sides)
        across, down = x + _WIDE + _PADDING, top - _PADDING
        pen.shapes(self._marks(x, top))
        front.draw(pen, across, down)
        with pen.upside_down(x + _WIDE, top - 1.5 * self._high):
            first.draw(pen, x + _PADDING, down - self._high)
            second.draw(pen, across, down - self._high)
        back.draw(pen, x + _PADDING, down)

    def _marks(self, x: float, top: float) -> str:
        """Return the outer line to cut along, and dashed lines to fold at, which reach out of the card."""
        right, low = x + 2 * _WIDE, top - 2 * self._high
        middle, half = x + _WIDE, top - self._high
        outer = f"q 0 G 0.75 w {x:.2f} {low:.2f} {right - x:.2f} {top - low:.2f} re S Q"
        inner = [(middle, top, middle, low), (x, half, right, half)]
        reach = [
            (middle, top + 3, middle, top + _OUTSIDE), (middle, low - 3, middle, low - _OUTSIDE),
            (x - _OUTSIDE, half, x - 3, half), (right + 3, half, right + _OUTSIDE, half),
        ]  # fmt: skip
        folds = [line_operators(*ends, width=0.5, grey=0.6) for ends in inner]
        outside = [line_operators(*ends, width=1.25) for ends in reach]
        return " ".join([outer, *(f"q {_DASHED} {one} Q" for one in [*folds, *outside])])
