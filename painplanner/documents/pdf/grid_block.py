"""The tick grid: days across in whole weeks, a real box for each time to tick, days off shaded and without boxes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from painplanner.documents.blocks import GridDay, TickGrid
from painplanner.documents.pdf.day_cells import SHADE, TH_COLUMN, TH_ROW, WEEK, Calendar, cells
from painplanner.documents.pdf.lines import Line, elided, line
from painplanner.documents.pdf.paper import Paper
from painplanner.documents.pdf.parts import Part, Stack
from painplanner.documents.pdf.pen import Pen, line_operators
from painplanner.documents.pdf.setting import Setting
from painplanner.documents.pdf.signs import tick_boxes
from painplanner.documents.pdf.tags import Tag, text_string

_PAD = 3.0
_CLEAR = 4.0
"""How much lower a calendar must be to be taken."""


class _Columns(NamedTuple):
    """The columns of a grid: how wide labels and days are, and the days of each band of weeks."""

    label: float
    day: float
    bands: tuple[tuple[GridDay, ...], ...]


def grid(block: TickGrid, holder: Tag, setting: Setting, *, before: float = 0.0) -> Part:
    """Set a grid in the lowest way: a row for each time, or one calendar, or a calendar for each week."""
    paper = setting.paper
    gap = (8.0, 7.0, 6.0)[setting.density]
    columns = _columns(block, paper)
    table = _table(block, holder)
    best = _stacked([_Band(block, band, table, columns, gap, paper) for band in columns.bands])
    for blocks in ((block,), _weeks(block)):
        found = [(one, cells(one, paper, _box(paper))) for one in blocks]
        table = _table(block, holder)
        made = [Calendar(one, plan, table, gap, paper) for one, plan in found if plan is not None]
        calendars = _stacked(made)
        if len(made) == len(blocks) > 0 and calendars.height < best.height - _CLEAR:
            best = calendars
    best.before = before
    return best


def _table(block: TickGrid, holder: Tag) -> Tag:
    return holder.child("Table", attributes=f"/O/Table/Summary {text_string(block.caption)}" if block.caption else "")


def _stacked(parts: Sequence[Part]) -> Part:
    for part in parts[1:]:
        part.before = 6
    return Stack(parts)


@lru_cache(maxsize=256)
def _weeks(block: TickGrid) -> tuple[TickGrid, ...]:
    """Return each week of a grid of several as a grid."""
    if len(block.days) <= WEEK:
        return ()
    starts = range(0, len(block.days), WEEK)
    return tuple(TickGrid(block.days[start : start + WEEK], block.rows, block.caption) for start in starts)


@lru_cache(maxsize=256)
def _columns(block: TickGrid, paper: Paper) -> _Columns:
    label = min(max([line(row.label, paper.body).width + 10 for row in block.rows] + [44.0]), paper.inner * 0.3)
    room = paper.inner - label
    least = max([_day_width(day, paper) for day in block.days], default=room)
    days = 7 * max(1, int(room // (7 * least)))
    bands = tuple(block.days[start : start + days] for start in range(0, len(block.days), days))
    return _Columns(label, room / max((len(band) for band in bands), default=1), bands)


def _day_width(day: GridDay, paper: Paper) -> float:
    words = max(line(day.weekday, paper.body).width, line(day.day, paper.body).width)
    return max(words, _box(paper)) + 2 * _PAD


def _set_days(days: tuple[GridDay, ...], column: float, size: float) -> tuple[tuple[Line, ...], ...]:
    """Return weekday and day on one line where the columns are wide enough, else one above the other."""
    both = tuple((line(f"{day.weekday} {day.day}".strip(), size),) for day in days)
    if max((one.width for (one,) in both), default=0.0) <= column - _PAD or not any(day.day for day in days):
        return both
    return tuple((line(f"{day.weekday} ", size), line(day.day, size)) for day in days)


def _box(paper: Paper) -> float:
    return paper.tick


class _Band(Part):
    """Some weeks of a grid with their own row of days, all bands one table: a shorter one has cells of no day."""

    def __init__(
        self,
        block: TickGrid,
        days: tuple[GridDay, ...],
        table: Tag,
        columns: _Columns,
        gap: float,
        paper: Paper,
    ) -> None:
        self._block = block
        self._days = days
        self._label = columns.label
        self._column = columns.day
        self._paper = paper
        self._days_set = _set_days(days, columns.day, paper.body)
        self._head = paper.leading(paper.body) * max(map(len, self._days_set)) + 4
        self._row = _box(paper) + gap
        self.height = self._head + self._row * len(block.rows)
        self._table = table
        self._missing = max(map(len, columns.bands)) - len(days)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the shades, the words, the boxes and the lines."""
        pen.shapes(self._shades(x, top))
        self._draw_days(pen, x, top)
        for n, row in enumerate(self._block.rows):
            self._draw_row(pen, row.label, x, top - self._head - n * self._row)
        pen.shapes(self._rules(x, top))

    def _left(self, x: float, n: int) -> float:
        return x + self._label + n * self._column

    def _shades(self, x: float, top: float) -> str:
        boxes = [
            f"{self._left(x, n):.2f} {top - self.height:.2f} {self._column:.2f} {self.height:.2f} re"
            for n, day in enumerate(self._days)
            if day.is_off
        ]
        return f"q {SHADE} g {' '.join(boxes)} f Q" if boxes else ""

    def _draw_days(self, pen: Pen, x: float, top: float) -> None:
        row = self._table.child("TR")
        row.child("TD").join()
        paper = self._paper
        for n, lines_of_day in enumerate(self._days_set):
            tag = row.child("TH", attributes=TH_COLUMN)
            y = top - 2 - paper.baseline(paper.body)
            for text in lines_of_day:
                pen.text(tag, text, self._left(x, n) + (self._column - text.width) / 2, y)
                y -= paper.leading(paper.body)
        for _ in range(self._missing):
            row.child("TD").join()

    def _draw_row(self, pen: Pen, label: str, x: float, top: float) -> None:
        paper, size = self._paper, _box(self._paper)
        row = self._table.child("TR")
        text = line(elided(label, paper.body, self._label - 6), paper.body)
        pen.text(row.child("TH", attributes=TH_ROW), text, x, top - self._row / 2 - paper.body * 0.357)
        y = top - self._row / 2 - size / 2
        left = x + self._label + (self._column - size) / 2
        for _ in range(len(self._days) + self._missing):
            row.child("TD").join()
        places = [(left + n * self._column, y) for n, day in enumerate(self._days) if not day.is_off]
        pen.shapes(tick_boxes(places, size))

    def _rules(self, x: float, top: float) -> str:
        """Return a line above, one below each row, and one between weeks."""
        right = self._left(x, len(self._days))
        levels = [top - self._head - n * self._row for n in range(len(self._block.rows) + 1)]
        across = [line_operators(x, y, right, y, width=0.6, grey=0.45) for y in [top, *levels]]
        between = (self._left(x, n) for n in range(7, len(self._days), 7))
        return " ".join(across + [line_operators(at, top, at, levels[-1], width=0.6, grey=0.45) for at in between])
