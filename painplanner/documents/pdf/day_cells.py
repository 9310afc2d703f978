"""A tick grid as a calendar: weekdays above, a line or two for each week, several boxes side by side in a day's cell.

It is taken where it is lower than one row for each time of the day; every box is a cell of the table for who listens.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from painplanner.documents.blocks import GridDay, TickGrid
from painplanner.documents.pdf.lines import line
from painplanner.documents.pdf.paper import Paper
from painplanner.documents.pdf.parts import Part
from painplanner.documents.pdf.pen import Pen, line_operators
from painplanner.documents.pdf.signs import tick_boxes
from painplanner.documents.pdf.tags import Tag

WEEK = 7
TH_COLUMN = "/O/Table/Scope/Column"
TH_ROW = "/O/Table/Scope/Row"
SHADE = "0.88"
_MOST = 3
"""More boxes than these side by side are hard to tell apart."""
_SMALLER = 0.82
"""How much of its size a box keeps where that lets one more stand beside it; never less than 10 points."""
_PAD, _GAP, _AFTER_DAY = 4.0, 5.0, 6.0
_PAD_LARGE, _GAP_LARGE, _AFTER_DAY_LARGE = 2.0, 3.0, 4.0
"""In large print, whose boxes stand out, so that a day holds two of them or its number and one."""
_NUMBERED = re.compile(r"(\d+)(.*)", re.DOTALL)


class _Boxes(NamedTuple):
    """One line of boxes in each day's cell, with its label at the left."""

    label: str
    count: int


class Cells(NamedTuple):
    """How a grid stands as a calendar: widths, the size of a box, and the lines of each week."""

    label: float
    column: float
    size: float
    apart: float
    number: float
    across: int
    lines: tuple[_Boxes, ...]
    weeks: int
    heads: tuple[tuple[str, ...], ...]
    """The words above each day, on one line or on two."""

    def height(self, paper: Paper, gap: float) -> float:
        """Return how high the calendar is when so much is between its lines."""
        return self.head(paper) + self.weeks * self.week(gap)

    def head(self, paper: Paper) -> float:
        """Return how high the words above the days are."""
        return paper.leading(paper.body) * max(map(len, self.heads)) + 4

    def week(self, gap: float) -> float:
        """Return how high the cells of a week are."""
        return len(self.lines) * (self.size + gap) + (2.0 if len(self.lines) > 1 else 0.0)


@lru_cache(maxsize=256)
def cells(block: TickGrid, paper: Paper, box: float) -> Cells | None:
    """Return how a grid stands as a calendar with as many boxes side by side as fit, or nothing where it cannot."""
    weeks, rest = divmod(len(block.days), WEEK)
    pairs = zip(block.days, block.days[WEEK:], strict=False)
    is_whole = weeks and not rest and all(one.weekday == next_week.weekday for one, next_week in pairs)
    groups = _groups([row.label for row in block.rows])
    if not is_whole or not groups:
        return None
    widest = min(_MOST, max(map(len, groups)))
    large, usual = (_PAD_LARGE, _GAP_LARGE, _AFTER_DAY_LARGE), (_PAD, _GAP, _AFTER_DAY)
    pad, gap, after = large if paper.is_large else usual
    number = max(line(day.day, paper.body).width for day in block.days) + after if weeks > 1 else 0.0
    for across, size in product(range(widest, 0, -1), (box,) if paper.is_large else (box, box * _SMALLER)):
        lines = tuple(boxes for group in groups for boxes in _lines(group, across))
        label = max([line(boxes.label, paper.body).width + 10 for boxes in lines] + [44.0])
        column = (paper.inner - label) / WEEK
        room = column - number - 2 * pad - (across - 1) * gap
        heads = _heads(block.days[:WEEK], weeks, column - pad, paper.body)
        if across * size <= room and heads and label <= paper.inner * 0.3:
            most = max(boxes.count for boxes in lines)
            return Cells(label, column, size, gap, number, most, lines, weeks, heads)
    return None


def _heads(days: Sequence[GridDay], weeks: int, room: float, size: float) -> tuple[tuple[str, ...], ...]:
    """Return the words above the days: weekday and day of a single week on a line or two, nothing where too wide."""
    alone = tuple((day.weekday,) for day in days)
    both = tuple((f"{day.weekday} {day.day}".strip(),) for day in days)
    parted = tuple((day.weekday, day.day) for day in days)
    for heads in (both, parted) if weeks == 1 else (alone,):
        if max(line(words, size).width for head in heads for words in head) <= room:
            return heads
    return ()


def _groups(labels: Sequence[str]) -> list[list[str]]:
    """Return labels that differ in their number only together, such as those of one side."""
    found: dict[str, list[str]] = {}
    for n, label in enumerate(labels):
        match = _NUMBERED.fullmatch(label)
        found.setdefault(match[2] if match else f"{label}\n{n}", []).append(label)
    return list(found.values())


def _lines(labels: Sequence[str], across: int) -> list[_Boxes]:
    """Return the boxes of one kind in as few lines as need be, as even as may be."""
    each = math.ceil(len(labels) / math.ceil(len(labels) / across))
    return [_Boxes(_joined(labels[n : n + each]), len(labels[n : n + each])) for n in range(0, len(labels), each)]


def _joined(labels: Sequence[str]) -> str:
    """Return one label for several that differ in their number."""
    first = _NUMBERED.fullmatch(labels[0])
    if len(labels) == 1 or first is None:
        return labels[0]
    last = _NUMBERED.fullmatch(labels[-1])
    return f"{first[1]}\u2013{last[1] if last else ''}{first[2]}"


class Calendar(Part):
    """A grid as a calendar; its rows belong to a table, which calendars of several weeks share."""

    def __init__(self, block: TickGrid, found: Cells, table: Tag, gap: float, paper: Paper) -> None:
        self._days = block.days
        self._found = found
        self._paper = paper
        self._gap = gap
        self.height = found.height(paper, gap)
        self._table = table

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the shades, the words, the boxes and the lines."""
        found, first = self._found, top - self._found.head(self._paper)
        pen.shapes(self._shades(x, top, first))
        self._draw_head(pen, x, top)
        for week in range(found.weeks):
            self._draw_week(pen, week, x, first - week * found.week(self._gap))
        pen.shapes(self._rules(x, top, first))

    def _left(self, x: float, n: int) -> float:
        return x + self._found.label + n * self._found.column

    def _shades(self, x: float, top: float, first: float) -> str:
        """Return the ground of days off; of a single week with the day above."""
        high = self._found.week(self._gap)
        above = top - first if self._found.weeks == 1 else 0.0
        boxes = [
            f"{self._left(x, n % WEEK):.2f} {first - (n // WEEK + 1) * high:.2f} "
            f"{self._found.column:.2f} {high + above:.2f} re"
            for n, day in enumerate(self._days)
            if day.is_off
        ]
        return f"q {SHADE} g {' '.join(boxes)} f Q" if boxes else ""

    def _draw_head(self, pen: Pen, x: float, top: float) -> None:
        paper, found = self._paper, self._found
        row = self._table.child("TR")
        row.child("TD").join()
        span = f"/ColSpan {found.across}" if found.across > 1 else ""
        for n, head in enumerate(found.heads):
            tag = row.child("TH", attributes=TH_COLUMN + span)
            y = top - 2 - paper.baseline(paper.body)
            for place, words in enumerate(head, 1):
                text = line(words if place == len(head) else f"{words} ", paper.body)
                pen.text(tag, text, self._left(x, n) + (found.column - text.width) / 2, y)
                y -= paper.leading(paper.body)

    def _draw_week(self, pen: Pen, week: int, x: float, top: float) -> None:
        paper, found = self._paper, self._found
        down = (found.week(self._gap) - len(found.lines) * (found.size + self._gap)) / 2
        for n, boxes in enumerate(found.lines):
            row = self._table.child("TR")
            middle = top - down - (n + 0.5) * (found.size + self._gap)
            label = line(boxes.label, paper.body)
            pen.text(row.child("TH", attributes=TH_ROW), label, x, middle - paper.body * 0.357)
            self._draw_boxes(pen, row, self._days[week * WEEK : (week + 1) * WEEK], n, (x, middle))

    def _draw_boxes(self, pen: Pen, row: Tag, days: Sequence[GridDay], n: int, at: tuple[float, float]) -> None:
        """Draw the boxes of one line of a week, in its first line the number of each day before them."""
        found, size = self._found, self._found.size
        wide = found.number + found.across * size + (found.across - 1) * found.apart
        places: list[tuple[float, float]] = []
        for place, day in enumerate(days):
            left = self._left(at[0], place) + (found.column - wide) / 2
            for box in range(found.across):
                cell = row.child("TD").join()
                if found.number and not n and not box:
                    y = at[1] - self._paper.body * 0.357
                    pen.text(cell, line(f"{day.day} ", self._paper.body), left, y)
                if not day.is_off and box < found.lines[n].count:
                    places.append((left + found.number + box * (size + found.apart), at[1] - size / 2))
        pen.shapes(tick_boxes(places, size))

    def _rules(self, x: float, top: float, first: float) -> str:
        """Return a line above, one below the weekdays and below each week, and one between days."""
        found = self._found
        high, right = found.week(self._gap), self._left(x, WEEK)
        levels = [top, *(first - n * high for n in range(found.weeks + 1))]
        across = [line_operators(x, y, right, y, width=0.6, grey=0.45) for y in levels]
        between = [self._left(x, n) for n in range(1, WEEK)]
        width, grey = (1.2, 0.3) if self._paper.is_large else (0.6, 0.75)
        return " ".join(across + [line_operators(at, top, at, levels[-1], width=width, grey=grey) for at in between])
