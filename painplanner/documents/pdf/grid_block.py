"""The tick grid: days across in whole weeks, a real box for each time to tick, days off shaded and without boxes."""

from __future__ import annotations

from collections.abc import Sequence

from painplanner.documents.blocks import GridDay, TickGrid
from painplanner.documents.pdf.lines import Line, elided, line
from painplanner.documents.pdf.parts import Part, Stack
from painplanner.documents.pdf.pen import Pen, line_operators
from painplanner.documents.pdf.setting import Setting
from painplanner.documents.pdf.signs import tick_boxes
from painplanner.documents.pdf.tags import Tag, text_string

_SHADE = "0.88"
_PAD = 3.0
_TH_COLUMN = "/O/Table/Scope/Column"
_TH_ROW = "/O/Table/Scope/Row"


def grid(block: TickGrid, holder: Tag, setting: Setting, *, before: float = 0.0) -> Part:
    """Set a grid; weeks that do not fit beside one another stand one below the other."""
    paper = setting.paper
    days = block.days
    label = _label_width(block, setting)
    room = paper.inner - label
    least = max([_day_width(day, setting) for day in days], default=0.0)
    weeks = max(1, int(room // (7 * least))) if least else 1
    bands = [days[start : start + 7 * weeks] for start in range(0, len(days), 7 * weeks)]
    column = room / max((len(band) for band in bands), default=1)
    made = [_Band(block, band, holder, label, column, setting) for band in bands]
    for band in made[1:]:
        band.before = 6
    return Stack(made, before=before)


def _label_width(block: TickGrid, setting: Setting) -> float:
    size = setting.paper.body
    widest = max((line(row.label, size).width for row in block.rows), default=0.0)
    return min(max(widest + 10, 44.0), setting.paper.inner * 0.3)


def _day_width(day: GridDay, setting: Setting) -> float:
    size = setting.paper.body
    return max(line(day.weekday, size).width, line(day.day, size).width, _box(setting)) + 2 * _PAD


def _day_lines(day: GridDay, column: float, setting: Setting) -> list[Line]:
    """Return weekday and day on one line where the column is wide enough, else one above the other."""
    size = setting.paper.body
    both = line(f"{day.weekday} {day.day}".strip(), size)
    if not day.day or both.width <= column - 2 * _PAD:
        return [both]
    return [line(day.weekday + " ", size), line(day.day, size)]


def _box(setting: Setting) -> float:
    return setting.paper.body * (1.15 if setting.paper.is_large else 1.3)


class _Band(Part):
    """Some weeks of a grid with their own row of days."""

    def __init__(
        self, block: TickGrid, days: Sequence[GridDay], holder: Tag, label: float, column: float, setting: Setting
    ) -> None:
        self._block = block
        self._days = days
        self._label = label
        self._column = column
        self._setting = setting
        self._days_set = [_day_lines(day, column, setting) for day in days]
        paper = setting.paper
        self._head = paper.leading(paper.body) * max(map(len, self._days_set)) + 4
        self._row = _box(setting) + (8, 7, 6)[setting.density]
        self.height = self._head + self._row * len(block.rows)
        summary = f"/O/Table/Summary {text_string(block.caption)}" if block.caption else ""
        self._table = holder.child("Table", attributes=summary)

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
        return f"q {_SHADE} g {' '.join(boxes)} f Q" if boxes else ""

    def _draw_days(self, pen: Pen, x: float, top: float) -> None:
        row = self._table.child("TR")
        row.child("TD").join()
        paper = self._setting.paper
        for n, lines_of_day in enumerate(self._days_set):
            tag = row.child("TH", attributes=_TH_COLUMN)
            y = top - 2 - paper.baseline(paper.body)
            for text in lines_of_day:
                pen.text(tag, text, self._left(x, n) + (self._column - text.width) / 2, y)
                y -= paper.leading(paper.body)

    def _draw_row(self, pen: Pen, label: str, x: float, top: float) -> None:
        paper, size = self._setting.paper, _box(self._setting)
        row = self._table.child("TR")
        text = line(elided(label, paper.body, self._label - 6), paper.body)
        pen.text(row.child("TH", attributes=_TH_ROW), text, x, top - self._row / 2 - paper.body * 0.357)
        y = top - self._row / 2 - size / 2
        left = x + self._label + (self._column - size) / 2
        for _ in self._days:
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
