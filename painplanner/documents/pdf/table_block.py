"""A plain table: heads above columns as wide as their words need, a thin line between rows.

Rows go on to the next page whole, below the heads again; only one that no page can hold is parted between its lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from painplanner.documents.blocks import Column, Rich, Run, Table
from painplanner.documents.pdf.day_cells import TH_COLUMN, TH_ROW
from painplanner.documents.pdf.lines import Line, lines
from painplanner.documents.pdf.parts import Part
from painplanner.documents.pdf.pen import Pen, line_operators
from painplanner.documents.pdf.setting import Setting
from painplanner.documents.pdf.signs import tick_box
from painplanner.documents.pdf.tags import Tag, text_string

_GAP = 12.0
"""Between two columns."""
_PADDING = (5.0, 4.0, 2.0)
"""Above and below the words of a row at each density."""
_BOX = 1.12
_ENDLESS = 1e6


class _Cell(NamedTuple):
    """The words of one cell, set into the lines of its column."""

    tag: Tag
    lines: tuple[Line, ...]


class _Row(NamedTuple):
    """The cells of a row with its height; `is_begun` says that the page before has its first lines."""

    cells: tuple[_Cell, ...]
    height: float
    is_begun: bool = False


def table(block: Table, setting: Setting) -> Part:
    """Set a table over the whole width."""
    summary = f"/O/Table/Summary {text_string(block.caption)}" if block.caption else ""
    holder = setting.root.child("Table", attributes=summary)
    widths = _widths(block, setting)
    heads = tuple((Run(column.title, bold=True),) for column in block.columns)
    named = next((n for n, column in enumerate(block.columns) if column.kind == "text"), -1)
    kinds = [(holder.child("TR"), heads, -2), *((holder.child("TR"), row, named) for row in block.rows)]
    head, *rows = (_row(tag, cells, widths, setting, named=name) for tag, cells, name in kinds)
    return _Table(block.columns, widths, head, rows, setting)


def _row(tag: Tag, words: Sequence[Rich], widths: Sequence[float], setting: Setting, *, named: int) -> _Row:
    """Set a row; `named` is the cell that names it, -2 for a row of heads."""
    size = setting.paper.body
    cells = [
        _Cell(_cell_tag(tag, n, named), lines(rich, size, width))
        for n, (rich, width) in enumerate(zip(words, widths, strict=True))
    ]
    return _of(cells, setting)


def _cell_tag(row: Tag, n: int, named: int) -> Tag:
    if named == -2:
        return row.child("TH", attributes=TH_COLUMN)
    return row.child("TH", attributes=TH_ROW) if n == named else row.child("TD")


def _of(cells: Sequence[_Cell], setting: Setting, *, is_begun: bool = False) -> _Row:
    high = max(len(cell.lines) for cell in cells) * setting.paper.leading(setting.paper.body)
    return _Row(tuple(cells), high + 2 * _PADDING[setting.density], is_begun)


def _widths(block: Table, setting: Setting) -> list[float]:
    """Return how wide each column is: as its words need, and where that is too much, the longest give way."""
    paper = setting.paper
    room = paper.inner - _GAP * (len(block.columns) - 1)
    fair = room / len(block.columns)
    wanted, least = [], []
    for n, column in enumerate(block.columns):
        words = [(Run(column.title, bold=True),), *(row[n] for row in block.rows)]
        whole = max(one.width for rich in words for one in lines(rich, paper.body, _ENDLESS))
        wanted.append(max(whole + 1, paper.body * _BOX))
        least.append(min(wanted[-1], fair, _longest_word(words, paper.body) + 1))
    if sum(wanted) <= room:
        texts = [n for n, column in enumerate(block.columns) if column.kind == "text"]
        last = texts[-1] if texts else -1
        return [wide + (room - sum(wanted)) * (n == last) for n, wide in enumerate(wanted)]
    return _shared(wanted, least, room)


def _shared(wanted: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """Return widths that fill a room: what wants less than its part gets it all, and the others share the rest."""
    widths, left = [0.0] * len(wanted), room
    for done, n in enumerate(sorted(range(len(wanted)), key=lambda n: wanted[n])):
        widths[n] = max(least[n], min(wanted[n], left / (len(wanted) - done)))
        left -= widths[n]
    return widths


def _longest_word(words: Sequence[Rich], size: float) -> float:
    parts = {(part, run.bold) for rich in words for run in rich for part in run.text.split()}
    return max((lines((Run(part, bold),), size, _ENDLESS)[0].width for part, bold in parts), default=0.0)


class _Table(Part):
    """Rows below their heads; parted, the heads stand above the rest again."""

    is_loose = True

    def __init__(
        self, columns: Sequence[Column], widths: Sequence[float], head: _Row, rows: Sequence[_Row], setting: Setting,
        *, is_rest: bool = False,
    ) -> None:  # fmt: skip
        self.before = setting.gap(8)
        self._columns, self._widths = columns, widths
        self._head, self._rows = head, rows
        self._setting, self._is_rest = setting, is_rest
        self.height = head.height + sum(row.height for row in rows)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the heads, then each row with a line below it."""
        self._draw_cells(pen, self._head, x, top)
        y = top - self._head.height
        pen.shapes(self._rule(x, y, 1.0))
        for row in self._rows:
            self._draw_cells(pen, row, x, y)
            y -= row.height
            pen.shapes(self._rule(x, y, 0.6))

    def _rule(self, x: float, y: float, width: float) -> str:
        return line_operators(x, y, x + self._setting.paper.inner, y, width=width, grey=0.0 if width > 0.9 else 0.45)

    def _draw_cells(self, pen: Pen, row: _Row, x: float, top: float) -> None:
        """Draw the cells of a row; heads above a rest are no part of the table again."""
        paper = self._setting.paper
        first = top - _PADDING[self._setting.density] - paper.baseline(paper.body)
        is_again = row is self._head and self._is_rest
        for column, width, cell in zip(self._columns, self._widths, row.cells, strict=True):
            if not is_again:
                cell.tag.join()
            for n, one in enumerate(cell.lines):
                left = x + (width - one.width if column.kind == "number" else 0.0)
                y = first - n * paper.leading(paper.body)
                if is_again:
                    pen.artifact_text(one, left, y)
                elif one.text:
                    pen.text(cell.tag, one, left, y)
            if column.kind == "box" and row is not self._head and not row.is_begun:
                size = paper.body * _BOX
                pen.shapes(tick_box(x, first + paper.body * 0.357 - size / 2, size))
            x += width + _GAP

    def split(self, room: float, *, force: bool = False) -> tuple[Part, Part] | None:
        """Part between rows; with `force` also a first row that finds no room."""
        used, count = self._head.height, 0
        while count < len(self._rows) and used + self._rows[count].height <= room + 0.01:
            used += self._rows[count].height
            count += 1
        is_lonely = count == 1 < len(self._rows) - 1 and not self._is_rest  # heads and one row, then a page
        if is_lonely and not force:
            return None
        if count in {0, len(self._rows)}:
            return self._parted_row(room) if force and self._rows and not count else None
        return self._some(self._rows[:count], is_rest=self._is_rest), self._some(self._rows[count:], is_rest=True)

    def _parted_row(self, room: float) -> tuple[Part, Part] | None:
        """Part the first row between its lines."""
        setting, row = self._setting, self._rows[0]
        left = room - self._head.height - 2 * _PADDING[setting.density]
        count = int(left // setting.paper.leading(setting.paper.body))
        if count < 1 or count >= max(len(cell.lines) for cell in row.cells):
            return None
        empty = lines((), setting.paper.body, _ENDLESS)
        firsts = [cell._replace(lines=cell.lines[:count]) for cell in row.cells]
        rests = [cell._replace(lines=cell.lines[count:] or empty) for cell in row.cells]
        rest = [_of(rests, setting, is_begun=True), *self._rows[1:]]
        return self._some([_of(firsts, setting, is_begun=row.is_begun)], is_rest=self._is_rest), self._some(
            rest, is_rest=True
        )

    def _some(self, rows: Sequence[_Row], *, is_rest: bool) -> Part:
        some = _Table(self._columns, self._widths, self._head, rows, self._setting, is_rest=is_rest)
        some.before = self.before
        return some
