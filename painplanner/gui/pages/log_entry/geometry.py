"""Where the cells of a log stand on the screen: names at the left, as many weeks beside them as have room."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect

WEEK = 7
HEAD = 48
ROW = 38
GAP = 14
"""Between two weeks."""
NARROW, GOOD, WIDE = 36, 42, 58
"""Pixels of a cell: the narrowest that shows a range, what it needs before names get more, and what is enough."""
LEAST_NAME, MOST_NAME = 190, 300


class Geometry(NamedTuple):
    """How wide names and cells are, and how many weeks are shown from `first_week` on."""

    name: int
    cell: float
    weeks: int
    first_week: int

    def box(self, row: int, day: int) -> QRect:
        """Return the box of a cell by the place of its row and its day."""
        at = day - self.first_week * WEEK
        left = self.name + at * self.cell + (at // WEEK) * GAP
        return QRect(round(left) + 1, HEAD + row * ROW + 4, round(self.cell) - 3, ROW - 9)

    def week_left(self, week: int) -> int:
        """Return where a week begins."""
        return self.box(0, week * WEEK).left()

    def week_width(self) -> int:
        """Return how wide a week is."""
        return round(self.cell * WEEK)

    def shows(self, day: int) -> bool:
        """Tell whether a day is in sight."""
        return self.first_week <= day // WEEK < self.first_week + self.weeks


def fitted(width: int, weeks: int, week: int) -> Geometry:
    """Return the layout for a width: 4, 2 or 1 weeks side by side, with this one in sight."""
    shown = next((n for n in (4, 2, 1) if n <= weeks and _needed(n) <= width), 1)
    room = width - (shown - 1) * GAP
    name = max(LEAST_NAME, min(MOST_NAME, room - GOOD * shown * WEEK))
    cell = min(WIDE, max(NARROW, (room - name) / (shown * WEEK)))
    return Geometry(name, cell, shown, week // shown * shown)


def _needed(weeks: int) -> int:
    return LEAST_NAME + weeks * WEEK * NARROW + (weeks - 1) * GAP
