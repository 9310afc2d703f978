"""A line of time: moments below one another with their signs on the line, when at its left and what at its right.

On narrow lines, as in large print, when stands above what. A step thickens the line in the colour of its purpose, whose
word stands beside it, so that grey printing loses nothing.
"""

from __future__ import annotations

from copy import copy
from typing import NamedTuple

from painplanner.core.drawing import circle, polygon
from painplanner.documents.moments import Moment, Moments
from painplanner.documents.pdf.parts import Part, Stack
from painplanner.documents.pdf.pen import Pen, line_operators, shape_operators
from painplanner.documents.pdf.setting import Setting
from painplanner.documents.pdf.signs import BLACK, WHITE, colour
from painplanner.documents.pdf.step_block import disc_radius, numbered_disc
from painplanner.documents.pdf.tags import Tag

_WIDE_ENOUGH = 36.0
"""How many sizes of type a line must hold for two columns."""
_WHEN = 0.2
_BAND, _THIN = 7.0, 1.5
_LIST = "/O/List/ListNumbering/None"


class _Columns(NamedTuple):
    """Where the line stands, where words begin beside it, and how wide the days at its left are (0: above)."""

    when: float
    line: float
    words: float


def moments(block: Moments, setting: Setting) -> Part:
    """Set moments along one line."""
    holder = setting.root.child("L", attributes=_LIST)
    columns = _columns(setting)
    last = len(block.moments) - 1
    parts = [
        _Moment(one, holder, columns, setting, (n == 0 and not block.is_rest, n == last and not block.goes_on))
        for n, one in enumerate(block.moments)
    ]
    return Stack(parts, before=setting.gap(10), is_loose=True)


def _columns(setting: Setting) -> _Columns:
    paper, radius = setting.paper, disc_radius(setting)
    is_wide = paper.inner >= _WIDE_ENOUGH * paper.body
    when = round(paper.inner * _WHEN) if is_wide else 0.0
    line = when + (10.0 if is_wide else 0.0) + radius
    return _Columns(when, line, line + radius + 10.0)


class _Moment(Part):
    """One moment with its part of the line; `ends` tells whether the line begins and ends with it."""

    is_rest = False

    def __init__(self, one: Moment, holder: Tag, columns: _Columns, setting: Setting, ends: tuple[bool, bool]) -> None:
        self.before = setting.gap(12)
        self._one, self._columns, self._setting, self._ends = one, columns, setting, ends
        entry = holder.child("LI")
        self._when_tag, body = entry.child("Lbl"), entry.child("LBody")
        self._title_tag = body.child("P")
        paper, room = setting.paper, setting.paper.inner - columns.words
        when = setting.words(self._when_tag, one.when, paper.body, columns.when or room, is_whole=True)
        title = setting.words(self._title_tag, one.title, paper.body + 1.5, room, bold=True, is_whole=True)
        said = [setting.words(body.child("P"), words, paper.body, room, before=2, is_whole=True) for words in one.lines]
        self._when = when
        self._words: Part = Stack([title, *said] if columns.when else [when, title, *said])
        self.height = max(self._words.height, when.height, 2 * disc_radius(setting))
        self.lead = self._lead

    def split(self, room: float, *, force: bool = False) -> tuple[Part, Part] | None:
        """Part between lines, only where no page can hold it; what goes on has no sign."""
        found = self._words.split(room, force=True) if force else None
        if found is None:
            return None
        first, rest = copy(self), copy(self)
        first._words, rest._words = found[0], found[1]
        first.height, rest.height = max(found[0].height, 2 * disc_radius(self._setting)), found[1].height
        first._ends, rest._ends = (self._ends[0], False), (False, self._ends[1])
        rest.is_rest = True
        return first, rest

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the line, the days, the sign, then the words."""
        middle = top - self._setting.paper.leading(self._setting.paper.body + 1.5) / 2
        self._draw_line(pen, x + self._columns.line, top, middle)
        if self.is_rest:
            self._words.draw(pen, x + self._columns.words, top)
            return
        if self._columns.when:
            self._when.draw(pen, x, top)
        if self._one.sign != "step":
            self._draw_sign(pen, x + self._columns.line, middle)
            self._words.draw(pen, x + self._columns.words, top)
            return
        self._draw_step(pen, x, top, middle)

    def _draw_step(self, pen: Pen, x: float, top: float, middle: float) -> None:
        """Draw a step: above its title the days are read before its number."""
        left = x + self._columns.line - disc_radius(self._setting)
        words = self._words.parts if isinstance(self._words, Stack) else (self._words,)
        y = top
        if not self._columns.when:
            words[0].draw(pen, x + self._columns.words, top)
            y, words = top - words[0].height, words[1:]
        numbered_disc(pen, self._title_tag, self._one.number, left, middle, self._setting)
        Stack(words).draw(pen, x + self._columns.words, y)

    def _draw_line(self, pen: Pen, at: float, top: float, middle: float) -> None:
        is_first, is_last = self._ends
        start, end = middle if is_first else top, middle if is_last else top - self.height
        if start > end:
            pen.shapes(line_operators(at, start, at, end, width=_THIN))
        if self._one.sign == "step":
            role = self._setting.colours.get(self._one.role, "")
            ink = colour(role) if role else BLACK
            pen.shapes(f"q {ink} RG {_BAND} w {at:.2f} {middle:.2f} m {at:.2f} {top - self.height:.2f} l S Q")

    def _draw_sign(self, pen: Pen, at: float, middle: float) -> None:
        size = self._setting.paper.body * 0.62
        if self._one.sign == "now":
            shape = polygon([(at - size, middle + size), (at + size * 1.2, middle), (at - size, middle - size)])
            pen.shapes(shape_operators(shape, fill=BLACK))
        elif self._one.sign == "check":
            shape = polygon([(at, middle + size), (at + size, middle), (at, middle - size), (at - size, middle)])
            pen.shapes(shape_operators(shape, fill=WHITE, stroke=BLACK, width=1.6))
        else:
            pen.shapes(shape_operators(circle(at, middle, size * 0.7), fill=WHITE, stroke=BLACK, width=1.6))

    def _lead(self, pen: Pen, x: float, top: float) -> None:
        at = x + self._columns.line
        pen.shapes(line_operators(at, top, at, top - self.before, width=_THIN))
