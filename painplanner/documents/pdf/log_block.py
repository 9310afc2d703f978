"""A week of a daily log: days across, a box for every day that is asked, square for a mark and wide for a number.

In large print what is asked stands above its boxes, which then have the whole width. Where a page ends the table goes
on below its days.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from painplanner.documents.blocks import LogLine, LogTable, Run
from painplanner.documents.pdf.day_cells import SHADE, TH_COLUMN, TH_ROW
from painplanner.documents.pdf.lines import Line, line, lines
from painplanner.documents.pdf.parts import Part
from painplanner.documents.pdf.pen import Pen, line_operators
from painplanner.documents.pdf.setting import Setting
from painplanner.documents.pdf.tags import Tag, text_string

_LABELS = 0.4
"""The share of the width for what is asked, where it stands beside its boxes."""
_BOXES, _BOXES_LARGE = (1.6, 1.6, 1.5), (1.5, 1.5, 1.4)
"""How high a box is at each density, as a share of the size of type."""
_GAPS = (11.0, 9.0, 5.0)
_BESIDE = 6.0
_SHORT = 24
_LEAST_ROWS = 2


class _Row(NamedTuple):
    """A row with its words set, the height of these, and its own."""

    line: LogLine
    words: tuple[Line, ...]
    high: float
    height: float


class _Shape(NamedTuple):
    """What all rows share: the width of labels (0: they stand above) and of a day, the size of a box, the space."""

    label: float
    column: float
    box: float
    gap: float


def log_table(block: LogTable, setting: Setting) -> Part:
    """Set a week."""
    paper = setting.paper
    label = 0.0 if paper.is_large else paper.inner * _LABELS
    column = (paper.inner - label) / max(len(block.days), 1)
    box = round(paper.body * (_BOXES_LARGE if paper.is_large else _BOXES)[setting.density], 1)
    shape = _Shape(label, column, box, _GAPS[setting.density])
    tag = setting.root.child("Table", attributes=f"/O/Table/Summary {text_string(block.caption)}")
    rows = [_row(each, shape, setting) for each in block.rows]
    return _Table(block, rows, shape, tag, setting)


def _row(each: LogLine, shape: _Shape, setting: Setting) -> _Row:
    paper = setting.paper
    beside = shape.label or (0.0 if each.is_weekly else paper.inner)
    room = beside + (shape.column * each.asked.index(True) if each.is_weekly and True in each.asked else 0.0) - _BESIDE
    words = lines((Run(each.label, bold=True), Run(f" {_whole(each.note)} ")), paper.body, room)
    high = len(words) * paper.leading(paper.body)
    if shape.label or each.is_weekly:
        return _Row(each, words, high, max(high + min(_BESIDE, shape.gap), shape.box + shape.gap))
    return _Row(each, words, high, high + shape.box + shape.gap)


def _whole(note: str) -> str:
    """Return a note whose short parts are not broken: "3 days a week"."""
    parts = note.split("; ")
    return "; ".join(part.replace(" ", "\u00a0") if len(part) <= _SHORT else part for part in parts)


class _Table(Part):
    """Rows of a week; parted, the days stand above the rest again."""

    def __init__(
        self, block: LogTable, rows: Sequence[_Row], shape: _Shape, tag: Tag, setting: Setting, *, is_rest: bool = False
    ) -> None:
        self.before = setting.gap(10)
        self._block = block
        self._rows = rows
        self._shape = shape
        self._tag = tag
        self._setting = setting
        self._is_rest = is_rest
        self._head = setting.paper.leading(setting.paper.body) + 4
        self.height = self._head + sum(row.height for row in rows)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the days, then each row and the lines between."""
        self._draw_days(pen, x, top)
        y = top - self._head
        for row in self._rows:
            self._draw_row(pen, row, x, y)
            y -= row.height
        pen.shapes(self._rules(x, top))

    def split(self, room: float, *, force: bool = False) -> tuple[Part, Part] | None:
        """Part between rows, only where it must be."""
        return self._parted(room, 1) if force else None

    def yielded(self, room: float) -> tuple[Part, Part] | None:
        """Part where several rows are left on both pages."""
        return self._parted(room, _LEAST_ROWS)

    def _parted(self, room: float, least: int) -> tuple[Part, Part] | None:
        used, count = self._head, 0
        while count < len(self._rows) and used + self._rows[count].height <= room:
            used += self._rows[count].height
            count += 1
        count = min(count, len(self._rows) - least)
        if count < least:
            return None
        return self._some(self._rows[:count], is_rest=self._is_rest), self._some(self._rows[count:], is_rest=True)

    def _some(self, rows: Sequence[_Row], *, is_rest: bool) -> Part:
        some = _Table(self._block, rows, self._shape, self._tag, self._setting, is_rest=is_rest)
        some.before = self.before
        return some

    def _left(self, x: float, n: int) -> float:
        return x + self._shape.label + n * self._shape.column

    def _draw_days(self, pen: Pen, x: float, top: float) -> None:
        """Draw the days; above a rest they are no part of the table again."""
        paper = self._setting.paper
        row = self._tag.child("TR")
        if not self._is_rest:
            row.child("TD").join()
        y = top - 2 - paper.baseline(paper.body)
        for n, day in enumerate(self._block.days):
            text = line(f"{day.weekday} ", paper.body, bold=True)
            left = self._left(x, n) + (self._shape.column - text.width) / 2
            if self._is_rest:
                pen.artifact_text(text, left, y)
            else:
                pen.text(row.child("TH", attributes=TH_COLUMN), text, left, y)

    def _draw_row(self, pen: Pen, row: _Row, x: float, top: float) -> None:
        paper, shape = self._setting.paper, self._shape
        table_row = self._tag.child("TR")
        head = table_row.child("TH", attributes=TH_ROW)
        is_beside = shape.label or row.line.is_weekly
        low = row.height if is_beside else row.height - row.high
        if not row.line.is_weekly:
            pen.shapes(self._shades(row, x, top - row.height, low))
        y = top - ((row.height - row.high) / 2 if is_beside else 2) - paper.baseline(paper.body)
        for text in row.words:
            pen.text(head, text, x, y)
            y -= paper.leading(paper.body)
        for _ in self._block.days:
            table_row.child("TD").join()
        pen.shapes(self._boxes(row, x, top - row.height + low / 2))

    def _shades(self, row: _Row, x: float, low: float, high: float) -> str:
        """Return the ground of days on which nothing is asked."""
        wide = self._shape.column
        off = [
            f"{self._left(x, n):.2f} {low:.2f} {wide:.2f} {high:.2f} re"
            for n, is_asked in enumerate(row.line.asked)
            if not is_asked
        ]
        return f"q {SHADE} g {' '.join(off)} f Q" if off else ""

    def _boxes(self, row: _Row, x: float, middle: float) -> str:
        shape = self._shape
        wide = shape.column - 8 if row.line.is_number else shape.box
        boxes = [
            f"{self._left(x, n) + (shape.column - wide) / 2:.2f} {middle - shape.box / 2:.2f} {wide:.2f} {shape.box} re"
            for n, is_asked in enumerate(row.line.asked)
            if is_asked
        ]
        return f"q 0 G 1 w 0 j {' '.join(boxes)} S Q" if boxes else ""

    def _rules(self, x: float, top: float) -> str:
        """Return a line above, one below the days and below each row."""
        right, y = self._left(x, len(self._block.days)), top - self._head
        levels = [top, y]
        for row in self._rows:
            y -= row.height
            levels.append(y)
        return " ".join(line_operators(x, at, right, at, width=0.6, grey=0.45) for at in levels)
