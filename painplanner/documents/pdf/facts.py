"""The facts of an exercise in boxes with big numbers, in as few rows as they fit, the rows as even as may be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from painplanner.documents.blocks import Run
from painplanner.documents.pdf.lines import Used, joined, lines
from painplanner.documents.pdf.paper import Paper
from painplanner.documents.pdf.parts import Part
from painplanner.documents.pdf.pen import Box, Pen
from painplanner.documents.pdf.setting import Setting
from painplanner.documents.pdf.signs import BLACK
from painplanner.documents.pdf.tags import Tag

_PADDING, _GAP = 7.0, 5.0
_STEP = 8.0
_NUMBERS = re.compile(r"(\d+(?:[.,]\d+)?)")


class _Fact(NamedTuple):
    """One box: its size, and its lines as operators with the glyphs they need."""

    width: float
    height: float
    lines: tuple[tuple[str, Used], ...]


class Facts(Part):
    """Boxes side by side, as many in a row as fit."""

    before = 7.0

    def __init__(self, facts: Sequence[str], holder: Tag, width: float, setting: Setting) -> None:
        self._holder = holder
        self._paper = setting.paper
        self._rows = _balanced([_fact(fact, width, setting.paper) for fact in facts], width)
        self.height = sum(row[0].height + _GAP for row in self._rows) - _GAP

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw each box and its words."""
        listed = self._holder.child("L", attributes="/O/List/ListNumbering/None")
        for row in self._rows:
            left = x
            for fact in row:
                self._draw_fact(pen, listed.child("LI").child("LBody"), fact, left, top)
                left += fact.width + _GAP
            top -= row[0].height + _GAP

    def _draw_fact(self, pen: Pen, tag: Tag, fact: _Fact, x: float, top: float) -> None:
        pen.box(Box(x, top - fact.height, fact.width, fact.height), stroke=BLACK, width=1.1)
        leading = self._paper.leading(self._paper.body)
        y = top - fact.height / 2 + (len(fact.lines) - 1) * leading / 2 - self._paper.number * 0.357
        for show, used in fact.lines:
            pen.show(tag, show, used, x + _PADDING, y)
            y -= leading


def _fact(fact: str, room: float, paper: Paper) -> _Fact:
    """Set a fact on one line, its numbers big; words too long for that are broken into lines of ordinary size."""
    height = round(paper.number * 1.55, 1)
    sizes = ((part, paper.number if part[0].isdigit() else paper.body + 0.5, True) for part in _split(fact))
    show, width, used = joined(tuple(sizes))
    if width + 2 * _PADDING <= room:
        return _Fact(width + 2 * _PADDING, height, ((show, used),))
    made = lines((Run(fact, bold=True),), paper.body, room - 2 * _PADDING)
    return _Fact(
        room,
        height + (len(made) - 1) * paper.leading(paper.body),
        tuple((f"{one.show} ", one.used) for one in made),
    )


def _split(fact: str) -> list[str]:
    return [part for part in _NUMBERS.split(fact) if part]


def _balanced(facts: Sequence[_Fact], room: float) -> list[list[_Fact]]:
    """Return the fewest rows, made as even as may be by narrowing the room as long as no row is added."""
    rows = _rows(facts, room)
    widest = max(fact.width for fact in facts)
    while room - _STEP > widest and len(narrower := _rows(facts, room - _STEP)) == len(rows):
        rows, room = narrower, room - _STEP
    return rows


def _rows(facts: Sequence[_Fact], room: float) -> list[list[_Fact]]:
    rows: list[list[_Fact]] = []
    used = 0.0
    for fact in facts:
        if rows and used + _GAP + fact.width <= room and fact.height == rows[-1][0].height:
            rows[-1].append(fact)
            used += _GAP + fact.width
        else:
            rows.append([fact])
            used = fact.width
    return rows
