"""The stop-and-call box, the same on every paper: emergency first under the octagon, then whom to call, numbers big."""

from __future__ import annotations

from painplanner.core.drawing import rectangle
from painplanner.documents.blocks import Rich, Run, Stop
from painplanner.documents.pdf.lines import line
from painplanner.documents.pdf.parts import Boxed, Drawn, Part, Stack
from painplanner.documents.pdf.pen import WHITE, Pen, line_operators
from painplanner.documents.pdf.setting import Setting
from painplanner.documents.pdf.signs import BLACK, octagon
from painplanner.documents.pdf.step_block import Indented
from painplanner.documents.pdf.tags import Tag

_PADDING = (14.0, 12.0)


def stop(block: Stop, setting: Setting) -> Part:
    """Set the box."""
    paper = setting.paper
    width = paper.inner - 2 * _PADDING[0]
    sign = paper.body * 4.2
    indent = sign + 14
    inner = width - indent
    emergency = _section(block.emergency_title, block.emergency, inner, setting)
    call = _section(block.call_title, block.call, inner, setting)
    holder = setting.root.child("Sect")
    call.append(_phones(block, holder, inner, setting))

    def outline(pen: Pen, x: float, top: float, height: float) -> None:
        pen.shape(rectangle(x, top - height, paper.inner, height, 6), stroke=BLACK, width=2)
        middle = top - _PADDING[1] - sign / 2
        pen.shapes(octagon(x + _PADDING[0] + sign / 2, middle, sign))
        word = line("STOP", paper.body, bold=True)
        left = x + _PADDING[0] + (sign - word.width) / 2
        pen.artifact_text(word, left, middle - paper.body * 0.357, ink=WHITE)

    def rule(pen: Pen, x: float, top: float) -> None:
        pen.shapes(line_operators(x, top - 8, x + inner, top - 8, width=0.75, grey=0.6))

    stack = Stack([*emergency, Drawn(16, rule), *call])
    return Boxed(Indented(stack, indent), _PADDING, outline, before=setting.gap(16), height=sign + 2 * _PADDING[1])


def _section(title: str, items: tuple[str, ...], width: float, setting: Setting) -> list[Part]:
    """Set a heading and its list, in two columns where they are wide enough."""
    paper = setting.paper
    holder = setting.root.child("Sect")
    head = setting.words(holder.child(setting.heading(2)), title, paper.subheading, width, bold=True, is_whole=True)
    head.keeps_next = True
    rich: tuple[Rich, ...] = tuple((Run(item),) for item in items)
    listed = setting.listed(holder, rich, width)
    if listed:
        listed[0].before = 4
    return [head, *listed]


def _phones(block: Stop, holder: Tag, width: float, setting: Setting) -> Part:
    """Set each number big beside its words; numbers share a row where they fit."""
    paper = setting.paper
    size = max(16.0, paper.number)
    made = [(line(words + "  ", paper.body), line(number + " ", size, bold=True)) for words, number in block.phones]
    places: list[tuple[float, float]] = []
    x = row = 0.0
    high = paper.leading(size) + 2
    for words, number in made:
        wide = words.width + number.width + 6
        if x and x + wide > width:
            x, row = 0.0, row + high
        places.append((x, row))
        x += wide + 24

    def paint(pen: Pen, left: float, top: float) -> None:
        for (words, number), (dx, down) in zip(made, places, strict=True):
            tag = holder.child("P")
            y = top - down - 4 - paper.baseline(size)
            pen.text(tag, words, left + dx, y)
            pen.text(tag, number, left + dx + words.width + 6, y)

    return Drawn(row + high + 4, paint)
