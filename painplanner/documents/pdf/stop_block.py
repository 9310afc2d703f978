"""The stop-and-call box, the same on every paper: emergency first under the octagon, then whom to call, numbers big."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from painplanner.documents.blocks import Rich, Run, Stop, StopLine
from painplanner.documents.pdf.lines import line, lines
from painplanner.documents.pdf.parts import Boxed, BoxPaint, Drawn, Lines, Paint, Part, Stack, stacked
from painplanner.documents.pdf.pen import WHITE, Box, Pen, line_operators
from painplanner.documents.pdf.setting import DOT_INDENT, Setting
from painplanner.documents.pdf.signs import BLACK, octagon
from painplanner.documents.pdf.tags import Tag

_PADDING = (14.0, 12.0)
_PHONE_GAP = 24.0
_SIGN = 3.6
"""How large the octagon is, as a share of the size of type; its word is no smaller than that type."""
_SIGN_GAP = 12.0
_BETWEEN = 28.0
_SHARES = (0.5, 0.48, 0.52, 0.46, 0.54, 0.44, 0.56, 0.42, 0.58)
"""How much of the width the left column may have; the most even of those that make the box lowest is taken."""
_LEAST = 14.0
"""How many sizes of type wide a part beside the other is at least."""
_MOST = 0.7
"""What would be higher than this share of the paper is set so that it can be parted."""


def stop(block: Stop, setting: Setting) -> Part:
    """Set the box: its parts side by side, the numbers below both; stacked in large print and on small paper."""
    padding = (_PADDING[0], setting.gap(_PADDING[1]))
    before = setting.gap(16)
    outline = _outline(setting.paper.inner)
    inner = setting.paper.inner - 2 * padding[0]
    if not setting.paper.is_large and (inner - _BETWEEN) / 2 >= _LEAST * setting.paper.body:
        box = Boxed(_beside(block, inner, setting), padding, outline, before=before)
        if box.height <= setting.paper.height * _MOST:
            return box
    box = Boxed(_below(block, inner, setting), padding, outline, before=before)
    box.is_loose = True
    return box


def stop_line(block: StopLine, setting: Setting) -> Part:
    """Set the two sentences in a box beside the octagon."""
    paper, padding = setting.paper, (_PADDING[0], setting.gap(8))
    inner = paper.inner - 2 * padding[0]
    holder = setting.root.child("Sect")
    sign = _Sign(block.sign, paper.body * _SIGN, holder.child("P"))
    said = [
        setting.words(holder.child("P"), words, paper.body, inner - sign.room, before=2, is_whole=True)
        for words in (block.emergency, block.call)
    ]
    return Boxed(_beside_sign(Stack(said), sign), padding, _outline(paper.inner), before=setting.gap(12))


def _beside(block: Stop, inner: float, setting: Setting) -> Part:
    """Set emergency at the left under the octagon, whom to call today at the right, both numbers in a row below."""
    holders = setting.root.child("Sect"), setting.root.child("Sect")
    columns = _columns(block, holders, inner, setting)
    phones = _phones(block, holders[1], inner, setting)
    phones.before = setting.gap(16)
    phones.lead = _rule(inner, phones.before)
    return Stack([columns, phones])


@lru_cache(maxsize=64)
def _left(emergency: tuple[str, ...], call: tuple[str, ...], room: float, indent: float, size: float) -> float:
    """Return how wide the left column is so that the longer list has the fewest lines."""

    def count(items: tuple[str, ...], width: float) -> int:
        return sum(len(lines((Run(item),), size, width - indent)) for item in items)

    def longer(share: float) -> int:
        return max(count(emergency, share * room), count(call, room - share * room))

    return min(_SHARES, key=longer) * room


def _columns(block: Stop, holders: tuple[Tag, Tag], inner: float, setting: Setting) -> Part:
    """Set both parts so that their lists begin at one height."""
    size = setting.paper.body
    left = _left(block.emergency, block.call, inner - _BETWEEN, size * DOT_INDENT, size)
    right = inner - _BETWEEN - left
    sign = _Sign(block.sign, setting.paper.body * _SIGN, holders[0].child("P"))
    first = _beside_sign(_head(holders[0], block.emergency_title, left - sign.room, setting), sign)
    second = _head(holders[1], block.call_title, right, setting)
    high = max(first.height, second.height)
    emergency = [_middle(first, high), *_list(holders[0], block.emergency, left, setting)]
    call = [_middle(second, high), *_list(holders[1], block.call, right, setting)]
    height = max(stacked(emergency), stacked(call))

    def paint(pen: Pen, x: float, top: float) -> None:
        Stack(emergency).draw(pen, x, top)
        middle = x + left + _BETWEEN / 2
        pen.shapes(line_operators(middle, top, middle, top - height, width=0.75, grey=0.55))
        Stack(call).draw(pen, x + left + _BETWEEN, top)

    return Drawn(height, paint)


def _below(block: Stop, inner: float, setting: Setting) -> Part:
    """Set both parts one below the other; where a page ends they may be two boxes, never half a list."""
    first, holder = setting.root.child("Sect"), setting.root.child("Sect")
    sign = _Sign(block.sign, setting.paper.body * _SIGN, first.child("P"))
    head = _beside_sign(_head(first, block.emergency_title, inner - sign.room, setting), sign)
    second = _head(holder, block.call_title, inner, setting)
    head.keeps_next = second.keeps_next = True
    emergency = Stack([head, *_list(first, block.emergency, inner, setting)])
    said, phones = _list(holder, block.call, inner, setting), _phones(block, holder, inner, setting)
    for one in said[-2:]:
        one.keeps_next = True  # the numbers never stand alone on a page
    call = Stack([second, *said, phones], before=setting.gap(16))
    call.lead = _rule(inner, call.before)
    return Stack([emergency, call])


class _Sign(NamedTuple):
    """The octagon with its word, which is heard first: other papers say "see STOP"."""

    word: str
    size: float
    tag: Tag

    @property
    def room(self) -> float:
        """Return how much width it takes with the space beside it."""
        return self.size + _SIGN_GAP

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it with its left edge at x."""
        middle = top - self.size / 2
        type_size = self.size / _SIGN
        word = line(self.word, type_size, bold=True)
        if word.width > self.size * 0.8:
            type_size *= self.size * 0.8 / word.width
            word = line(self.word, type_size, bold=True)
        pen.shapes(octagon(x + self.size / 2, middle, self.size))
        pen.text(self.tag, word, x + (self.size - word.width) / 2, middle - type_size * 0.357, ink=WHITE)


def _outline(width: float) -> BoxPaint:
    def paint(pen: Pen, x: float, top: float, height: float) -> None:
        pen.box(Box(x, top - height, width, height, 6), stroke=BLACK, width=2)

    return paint


def _rule(width: float, space: float) -> Paint:
    """Return what draws a line in the middle of a space."""

    def paint(pen: Pen, x: float, top: float) -> None:
        y = top - space / 2
        pen.shapes(line_operators(x, y, x + width, y, width=0.75, grey=0.55))

    return paint


def _head(holder: Tag, title: str, width: float, setting: Setting) -> Part:
    tag = holder.child(setting.heading(2))
    return setting.words(tag, title, setting.paper.subheading, width, bold=True, is_whole=True)


def _beside_sign(head: Part, sign: _Sign) -> Part:
    """Set a heading at the right of the sign, each in the middle of the other's height."""
    high = max(sign.size, head.height)

    def paint(pen: Pen, x: float, top: float) -> None:
        sign.draw(pen, x, top - (high - sign.size) / 2)
        head.draw(pen, x + sign.room, top - (high - head.height) / 2)

    return Drawn(high, paint)


def _middle(part: Part, high: float) -> Part:
    """Return a part in the middle of a height."""
    down = (high - part.height) / 2
    return Drawn(high, lambda pen, x, top: part.draw(pen, x, top - down))


def _list(holder: Tag, items: tuple[str, ...], width: float, setting: Setting) -> list[Lines]:
    rich: tuple[Rich, ...] = tuple((Run(item),) for item in items)
    listed = setting.listed(holder, rich, width, gap=(2.0, 1.0, 0.0)[setting.density])
    if listed:
        listed[0].before = 4
    return listed


def _phones(block: Stop, holder: Tag, width: float, setting: Setting) -> Part:
    """Set each number big beside its words; numbers share a row where they fit, and are broken where they must be."""
    size = max(16.0, setting.paper.number)
    rows: list[Part] = []
    used = 0.0
    for words, number in block.phones:
        phone = _Phone(words, number, holder.child("P"), size, setting)
        if phone.width > width:
            rich: Rich = (Run(f"{words} "), Run(number, bold=True))
            rows.append(setting.words(holder.child("P"), rich, size, width))
        elif rows and isinstance(rows[-1], _Phones) and used + _PHONE_GAP + phone.width <= width:
            rows[-1].phones.append((used + _PHONE_GAP, phone))
            used += _PHONE_GAP + phone.width
        else:
            rows.append(_Phones(phone))
            used = phone.width
    return Stack(rows, before=4)


class _Phone:
    """A number and the words before it."""

    def __init__(self, words: str, number: str, tag: Tag, size: float, setting: Setting) -> None:
        self._words = line(f"{words} ", setting.paper.body)
        self._number = line(f"{number} ", size, bold=True)
        self._tag = tag
        self.height = setting.paper.leading(size) + 2
        self._base = setting.paper.baseline(size)
        self.width = self._words.width + 6 + self._number.width

    def draw(self, pen: Pen, x: float, top: float) -> None:
        pen.text(self._tag, self._words, x, top - self._base)
        pen.text(self._tag, self._number, x + self._words.width + 6, top - self._base)


class _Phones(Part):
    """Numbers in one row."""

    def __init__(self, first: _Phone) -> None:
        self.phones = [(0.0, first)]
        self.height = first.height

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw each beside the one before."""
        for dx, phone in self.phones:
            phone.draw(pen, x + dx, top)
