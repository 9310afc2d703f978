"""The stop-and-call box, the same on every paper: emergency first under the octagon, then whom to call, numbers big."""

from __future__ import annotations

from typing import NamedTuple

from painplanner.documents.blocks import Rich, Run, Stop
from painplanner.documents.pdf.lines import line
from painplanner.documents.pdf.parts import Boxed, Drawn, Part, Stack
from painplanner.documents.pdf.pen import WHITE, Box, Pen, line_operators
from painplanner.documents.pdf.setting import Setting
from painplanner.documents.pdf.signs import BLACK, octagon
from painplanner.documents.pdf.step_block import Indented
from painplanner.documents.pdf.tags import Tag

_PADDING = (14.0, 12.0)
_PHONE_GAP = 24.0
_SIGN_GAP = 14.0


def stop(block: Stop, setting: Setting) -> Part:
    """Set the box; in large print the lists stand under the sign, and its two parts may be two boxes."""
    paper = setting.paper
    sign = _Sign(block.sign, paper.body * (3.4 if paper.is_large else 4.2))
    indent = 0.0 if paper.is_large else sign.size + _SIGN_GAP
    padding = (_PADDING[0], setting.gap(_PADDING[1]))
    inner = paper.inner - 2 * padding[0] - indent
    first, holder = setting.root.child("Sect"), setting.root.child("Sect")
    beside = sign if paper.is_large else None
    emergency = _section(first, block.emergency_title, block.emergency, inner, setting, sign=beside)
    call = _section(holder, block.call_title, block.call, inner, setting)
    call.append(_phones(block, holder, inner, setting))

    def outline(pen: Pen, x: float, top: float, height: float) -> None:
        pen.box(Box(x, top - height, paper.inner, height, 6), stroke=BLACK, width=2)
        if indent:
            sign.draw(pen, x + padding[0], top - padding[1])

    def rule(pen: Pen, x: float, top: float) -> None:
        pen.shapes(line_operators(x, top - 8, x + inner, top - 8, width=0.75, grey=0.55))

    below = Stack(call, before=16.0)
    below.lead = rule
    stack = Stack([Stack(emergency), below])
    least = sign.size + 2 * padding[1]
    box = Boxed(Indented(stack, indent), padding, outline, before=setting.gap(16), height=least)
    box.is_loose = paper.is_large
    return box


class _Sign(NamedTuple):
    """The octagon with its word."""

    word: str
    size: float

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it with its left edge at x."""
        middle = top - self.size / 2
        type_size = self.size / 4
        word = line(self.word, type_size, bold=True)
        if word.width > self.size * 0.8:
            type_size *= self.size * 0.8 / word.width
            word = line(self.word, type_size, bold=True)
        pen.shapes(octagon(x + self.size / 2, middle, self.size))
        pen.artifact_text(word, x + (self.size - word.width) / 2, middle - type_size * 0.357, ink=WHITE)


def _section(
    holder: Tag, title: str, items: tuple[str, ...], width: float, setting: Setting, *, sign: _Sign | None = None
) -> list[Part]:
    """Set a heading and its list; a heading that has the sign beside it is as high as the sign."""
    paper = setting.paper
    tag = holder.child(setting.heading(2))
    head: Part = setting.words(
        tag, title, paper.subheading, width, bold=True, indent=sign.size + _SIGN_GAP if sign else 0.0, is_whole=True
    )
    if sign:
        head = _beside_sign(head, sign)
    head.keeps_next = True
    rich: tuple[Rich, ...] = tuple((Run(item),) for item in items)
    listed = setting.listed(holder, rich, width)
    if listed:
        listed[0].before = 4
    return [head, *listed]


def _beside_sign(head: Part, sign: _Sign) -> Part:
    high = max(sign.size, head.height)

    def paint(pen: Pen, x: float, top: float) -> None:
        sign.draw(pen, x, top - (high - sign.size) / 2)
        head.draw(pen, x, top - (high - head.height) / 2)

    return Drawn(high, paint)


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
