"""The facts of an exercise in boxes with big numbers, in as few rows as they fit, the rows as even as may be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import copy
from typing import NamedTuple

from painplanner.documents.blocks import Run
from painplanner.documents.pdf.lines import Line, joined, lines
from painplanner.documents.pdf.paper import Paper
from painplanner.documents.pdf.parts import Part
from painplanner.documents.pdf.pen import Box, Pen
from painplanner.documents.pdf.setting import Setting
from painplanner.documents.pdf.signs import BLACK
from painplanner.documents.pdf.tags import Tag

_LIST = "/O/List/ListNumbering/None"
_PADDING, _GAP = 7.0, 5.0
_NUMBERS = re.compile(r"(\d+(?:[.,]\d+)?)")


class _Fact(NamedTuple):
    """One box: its size and its lines."""

    width: float
    height: float
    lines: tuple[Line, ...]


class Facts(Part):
    """Boxes side by side, as many in a row as fit."""

    before = 7.0

    def __init__(self, facts: Sequence[str], holder: Tag, width: float, setting: Setting) -> None:
        self._holder = holder
        self._paper = setting.paper
        self._listed: Tag | None = None
        self._take(_balanced([_fact(fact, width, setting.paper) for fact in facts], width))

    def _take(self, rows: Sequence[Sequence[_Fact]]) -> None:
        self._rows = rows
        self.height = sum(row[0].height + _GAP for row in rows) - _GAP

    def split(self, room: float, *, force: bool = False) -> tuple[Part, Part] | None:
        """Part between rows, only where it must be."""
        count, used = 0, -_GAP
        while force and count < len(self._rows) - 1 and used + _GAP + self._rows[count][0].height <= room:
            used += _GAP + self._rows[count][0].height
            count += 1
        if not count:
            return None
        first, rest = copy(self), copy(self)
        first._listed = rest._listed = self._listed or self._holder.child("L", attributes=_LIST)
        first._take(self._rows[:count])
        rest._take(self._rows[count:])
        return first, rest

    @property
    def rows(self) -> int:
        """Return in how many rows the boxes stand."""
        return len(self._rows)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw each box and its words."""
        listed = self._listed or self._holder.child("L", attributes=_LIST)
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
        for one in fact.lines:
            pen.text(tag, one, x + _PADDING, y)
            y -= leading


def _fact(fact: str, room: float, paper: Paper) -> _Fact:
    """Set a fact on one line, its numbers big; words too long for that are broken into lines of ordinary size."""
    height = round(paper.number * 1.55, 1)
    sizes = ((part, paper.number if part[0].isdigit() else paper.body + 0.5) for part in _split(fact))
    one = joined(tuple(sizes))
    if one.width + 2 * _PADDING <= room:
        return _Fact(one.width + 2 * _PADDING, height, (one,))
    made = lines((Run(fact, bold=True),), paper.body, room - 2 * _PADDING)
    return _Fact(
        room,
        height + (len(made) - 1) * paper.leading(paper.body),
        made,
    )


def _split(fact: str) -> list[str]:
    return [part for part in _NUMBERS.split(fact) if part]


def _balanced(facts: Sequence[_Fact], room: float) -> list[list[_Fact]]:
    """Return the fewest rows in their order, of all ways to fill them the one that leaves the ends most alike."""
    best: list[tuple[int, float, list[list[_Fact]]]] = [(0, 0.0, [])]
    for end in range(1, len(facts) + 1):
        ways = [
            (best[start][0] + 1, best[start][1] + (room - _width(row)) ** 2, [*best[start][2], row])
            for start in range(end)
            if _fits(row := list(facts[start:end]), room)
        ]
        best.append(min(ways, key=lambda way: way[:2]))
    return best[-1][2]


def _fits(row: Sequence[_Fact], room: float) -> bool:
    return len(row) == 1 or (_width(row) <= room and len({fact.height for fact in row}) == 1)


def _width(row: Sequence[_Fact]) -> float:
    return sum(fact.width for fact in row) + (len(row) - 1) * _GAP
