"""What stands on every page round its content: the header above; whom to call, visit, plan and page below."""

from __future__ import annotations

from typing import NamedTuple

from painplanner.core.palette import Palette
from painplanner.documents.blocks import Document
from painplanner.documents.pdf.barcode import bar_operators, bars_width
from painplanner.documents.pdf.header import GAP, MOST_LINES, RULE_GAP, Header
from painplanner.documents.pdf.lines import Line, line, shortened
from painplanner.documents.pdf.paper import Paper
from painplanner.documents.pdf.pen import Pen, line_operators

_MOST_LINES, _FEWER_LINES = 12, (6, 4, 3, 2, 1)
_FOOTER, _SHORTENED = 0.36, 0.2
"""How much of the height a footer may take; what is too long for that gives up words in its middle and takes less."""
_MODULE = 0.8
_BARS = 14.0
_DOT = " · "
_SHORT = 36.0
"""How many sizes of type wide lines are at least that are not short."""


class _Foot(NamedTuple):
    """One way to set a footer: words at the left, plan and page beside or below them, and where the bars are."""

    left: tuple[Line, ...]
    is_below: bool
    bars_are_last: bool
    rows: int


class Furniture:
    """Header and footer of a document, measured once and drawn on each page.

    On short lines, as in large print and on small paper, the next visit stands on the first page only.
    """

    def __init__(self, document: Document, paper: Paper, colours: Palette) -> None:
        self._document = document
        self._paper = paper
        self._leading = paper.leading(paper.furniture)
        self._header = Header(document, paper, colours)
        self.header_height = self._header.height
        self._bars = bars_width(document.code) * _MODULE if document.code else 0.0
        is_short = paper.inner < _SHORT * paper.furniture
        self._first_foot = self._foot(document.footer_left)
        self._foot_after = self._foot("") if is_short else self._first_foot
        self.footer_height = RULE_GAP + self._foot_after.rows * self._leading
        self.foot_on_first = (self._first_foot.rows - self._foot_after.rows) * self._leading
        """How much higher the footer of the first page is."""
        self.less_on_first = self._header.more_on_first + self.foot_on_first
        """How much less room the first page has."""

    def _foot(self, visit: str) -> _Foot:
        """Return the lowest way to set the footer, with as many words as it has room for."""
        foot, row = self._lowest(visit, _MOST_LINES), self._leading / self._paper.height
        if foot.rows * row <= _FOOTER:
            return foot
        feet = (self._lowest(visit, count) for count in _FEWER_LINES)
        return next((one for one in feet if one.rows * row <= _SHORTENED), self._lowest(visit, 1))

    def _lowest(self, visit: str, most: int) -> _Foot:
        """Return the lowest way where each of its words may take so many lines."""
        right, below = self._right(99, 99), self._below(999, 999)
        has_bars, wide = bool(self._bars), max((one.width for one in right), default=0.0)
        beside = self._left(visit, max(wide, self._bars), most)
        above, whole = self._left(visit, self._bars, most), self._left(visit, 0.0, most)
        ways = [
            _Foot(beside, False, False, max(len(beside), len(right) + has_bars)),
            _Foot(above, True, False, max(len(above), int(has_bars)) + len(below)),
        ]
        if len(below) == 1 and below[0].width + GAP + self._bars <= self._paper.inner:
            ways.append(_Foot(whole, True, True, len(whole) + 1))
        return min(ways, key=lambda way: way.rows)

    def _left(self, visit: str, taken: float, most: int) -> tuple[Line, ...]:
        """Return whom to call and the next visit, beside what is so wide at the right."""
        size = self._paper.furniture
        room = self._paper.inner - taken - (GAP if taken else 0.0)
        said = shortened(visit, size, room, most) if visit else ()
        return (*_listed(self._document.footer_note, size, room, most), *said)

    def _right(self, page: int, pages: int) -> tuple[Line, ...]:
        """Return plan and page, on one line where nothing stands beside them."""
        parts = self._parts(page, pages)
        is_short = not self._document.footer_note and not self._bars
        return tuple(line(text, self._paper.furniture) for text in ([_DOT.join(parts)] if is_short else parts))

    def _below(self, page: int, pages: int) -> tuple[Line, ...]:
        """Return plan and page below the other words, as much on a line as fits."""
        return _listed(_DOT.join(self._parts(page, pages)), self._paper.furniture, self._paper.inner, MOST_LINES)

    def _parts(self, page: int, pages: int) -> list[str]:
        document = self._document
        number = document.page_words.format(page=page, pages=pages)
        return [part for part in (document.code_words, document.footer_right, number) if part]

    def draw_header(self, pen: Pen, *, is_first: bool) -> None:
        """Draw practice and patient, with the logo on the first page of a paper."""
        self._header.draw(pen, is_first=is_first)

    def draw_footer(self, pen: Pen, page: int, pages: int, *, is_first: bool) -> None:
        """Draw whom to call and the next visit; bar code, plan and number of the page at the right or below."""
        paper, foot = self._paper, self._first_foot if is_first else self._foot_after
        top = paper.bottom + RULE_GAP + foot.rows * self._leading
        right = paper.width - paper.side
        pen.shapes(line_operators(paper.side, top, right, top, width=1), kind="Footer")
        first = top - RULE_GAP - paper.baseline(paper.furniture)
        for n, one in enumerate(foot.left):
            pen.artifact_text(one, paper.side, first - n * self._leading, kind="Footer")
        last = paper.bottom + self._leading - paper.baseline(paper.furniture)
        shown = self._below(page, pages) if foot.is_below else self._right(page, pages)
        for n, one in enumerate(reversed(shown)):
            x = paper.side if foot.is_below else right - one.width
            pen.artifact_text(one, x, last + n * self._leading, kind="Footer")
        if self._bars:
            row = paper.bottom if foot.bars_are_last else top - RULE_GAP - self._leading
            self._draw_bars(pen, right - self._bars, row + (self._leading - _BARS) / 2)

    def _draw_bars(self, pen: Pen, x: float, low: float) -> None:
        with pen.kept(x, self._bars):
            pen.shapes(bar_operators(self._document.code, x, low, _BARS, _MODULE), kind="Footer")


def _listed(text: str, size: float, width: float, most: int) -> tuple[Line, ...]:
    """Return what stands between dots, as much on a line as fits, no line beginning or ending with a dot.

    What is very long gives up its middle: a footer never takes the room of the page.
    """
    rows: list[str] = []
    for part in filter(None, text.split(_DOT)):
        if rows and line(rows[-1] + _DOT + part, size).width <= width:
            rows[-1] += _DOT + part
        else:
            rows.append(part)
    return tuple(one for row in rows for one in shortened(row, size, width, most))
