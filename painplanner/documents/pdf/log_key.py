"""How a log is filled in: each mark in a box as a pen would write it, its meaning beside it, in as few rows as fit."""

from __future__ import annotations

from typing import NamedTuple

from painplanner.documents.blocks import LogKey, LogMark
from painplanner.documents.pdf.lines import Line, line
from painplanner.documents.pdf.paper import Paper
from painplanner.documents.pdf.parts import Part
from painplanner.documents.pdf.pen import Pen
from painplanner.documents.pdf.setting import Setting
from painplanner.documents.pdf.tags import Tag

_GAP, _BETWEEN = 6.0, 16.0
_BOX = 1.5
_TICK = "✓"


class _Mark(NamedTuple):
    """A mark with its place: row and distance from the left, the width of its box, and its meaning."""

    mark: LogMark
    row: int
    left: float
    box: float
    meaning: Line


def log_key(block: LogKey, setting: Setting) -> Part:
    """Set the key."""
    return _Key(block, setting)


class _Key(Part):
    """A row of marks, or two."""

    def __init__(self, block: LogKey, setting: Setting) -> None:
        self.before = setting.gap(10)
        self._paper = setting.paper
        self._lead = line(f"{block.lead} ", self._paper.body, bold=True)
        self._tags = setting.root.child("P"), setting.root.child("L", attributes="/O/List/ListNumbering/None")
        self._size = round(self._paper.body * _BOX, 1)
        self._marks = _placed(block, self._lead.width + _GAP, self._size, self._paper)
        self._step = self._size + 7
        self.height = self._step * (1 + max((mark.row for mark in self._marks), default=0)) - 3

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw what leads in, then every mark with its meaning."""
        first = top - self._size / 2
        pen.text(self._tags[0], self._lead, x, self._base(first))
        for mark in self._marks:
            self._draw_mark(pen, mark, x + mark.left, first - mark.row * self._step)

    def _base(self, middle: float) -> float:
        return middle - self._paper.body * 0.357

    def _draw_mark(self, pen: Pen, mark: _Mark, x: float, middle: float) -> None:
        entry = self._tags[1].child("LI")
        low = middle - self._size / 2
        pen.shapes(f"q 0 G 1 w 0 j {x:.2f} {low:.2f} {mark.box:.2f} {self._size} re S Q")
        self._draw_sign(pen, mark, entry, x, middle)
        pen.text(entry.child("LBody"), mark.meaning, x + mark.box + _GAP, self._base(middle))

    def _draw_sign(self, pen: Pen, mark: _Mark, entry: Tag, x: float, middle: float) -> None:
        if not mark.mark.sign:
            low, size = middle - self._size / 2, self._size
            with pen.kept(x, size):
                pen.sign(entry.child("Lbl", alt=_TICK), _tick(x, low, size))
            return
        text = line(f"{mark.mark.sign} ", self._paper.body, bold=True)
        pen.text(entry.child("Lbl"), text, x + (mark.box - text.width) / 2, self._base(middle))


def _placed(block: LogKey, first: float, size: float, paper: Paper) -> list[_Mark]:
    placed: list[_Mark] = []
    row, left = 0, first
    for mark in block.marks:
        box = max(size, line(mark.sign, paper.body, bold=True).width + 14) if len(mark.sign) > 1 else size
        meaning = line(f"{mark.meaning} ", paper.body)
        wide = box + _GAP + meaning.width
        if left + wide > paper.inner and left > 0:
            row, left = row + 1, 0.0
        placed.append(_Mark(mark, row, left, box, meaning))
        left += wide + _BETWEEN
    return placed


def _tick(x: float, low: float, size: float) -> str:
    """Return the operators of a tick as a pen makes it: Open Sans has no glyph for it."""
    points = ((0.18, 0.5), (0.42, 0.2), (0.88, 0.92))
    (x0, y0), (x1, y1), (x2, y2) = ((x + dx * size, low + dy * size) for dx, dy in points)
    return f"q 0 G {size / 9:.2f} w 1 j 1 J {x0:.2f} {y0:.2f} m {x1:.2f} {y1:.2f} l {x2:.2f} {y2:.2f} l S Q"
