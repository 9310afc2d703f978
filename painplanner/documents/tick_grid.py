"""Tick grids: whole weeks from the first day of the paper, one box for each time of each day, days off without boxes.

How a grid is broken into lines is the writer's affair; here it only ends where a page could not hold more.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from painplanner.core.dose import AnyDose, side_of
from painplanner.core.values import Side
from painplanner.documents.blocks import GridDay, GridRow, TickGrid
from painplanner.documents.day_words import day, weekday_short
from painplanner.documents.words import Words, capital

WEEK = 7
_LINES_OF_A_GRID = 18
_MOST_ROWS_BY_SIDE = 6


def tick_grid(
    dose: AnyDose | None, first: date, open_days: tuple[date, date], last: date, w: Words, *, is_by_side: bool = True
) -> TickGrid:
    """Return the grid of an exercise on a paper from `first` to `last` that is open between `open_days` (inclusive)."""
    rows = _rows(dose, w, is_by_side=is_by_side)
    start, end = _whole_weeks(first, open_days, last, len(rows))
    off = [_is_off(dose, start + timedelta(days=n), open_days, last) for n in range((end - start).days + 1)]
    columns = tuple(_column(start + timedelta(days=n), is_off, w) for n, is_off in enumerate(off))
    return TickGrid(days=columns, rows=rows, caption=_caption(start, end, rows, off, w))


def _whole_weeks(first: date, open_days: tuple[date, date], last: date, rows: int) -> tuple[date, date]:
    """Return the first and last column: whole weeks counted from the paper's first day, empty ones left out."""
    skipped = max((open_days[0] - first).days, 0) // WEEK
    start = first + timedelta(days=WEEK * skipped)
    wanted = -(-((min(open_days[1], last) - start).days + 1) // WEEK)
    fits = 2 * max(_LINES_OF_A_GRID // (rows + 1), 1)
    return start, start + timedelta(days=WEEK * max(1, min(wanted, fits)) - 1)


def _rows(dose: AnyDose | None, w: Words, *, is_by_side: bool) -> tuple[GridRow, ...]:
    times: int = getattr(dose, "times_per_day", None) or 1
    sides: tuple[str, ...] = ("",)
    if is_by_side and side_of(dose) is Side.BOTH and 2 * times <= _MOST_ROWS_BY_SIDE:
        sides = (w.t.gettext("left"), w.t.gettext("right"))
    labels = [_label(n, side, times, w) for n in range(1, times + 1) for side in sides]
    return tuple(GridRow(label=label) for label in labels)


def _label(n: int, side: str, times: int, w: Words) -> str:
    if times == 1:
        return capital(side) or w.t.gettext("Done")
    return w.t.gettext("{n}, {side}").format(n=n, side=side) if side else str(n)


def _is_off(dose: AnyDose | None, when: date, open_days: tuple[date, date], last: date) -> bool:
    if not open_days[0] <= when <= min(open_days[1], last):
        return True
    return is_rest_day((when - open_days[0]).days, getattr(dose, "days_per_week", None))


def is_rest_day(day_of_plan: int, days_per_week: int | None) -> bool:
    """Tell whether a day (0 = the first) is a day off when so many days of each week are done, spread evenly."""
    if days_per_week is None:
        return False
    place = day_of_plan % WEEK
    done_before, done = -(-place * days_per_week // WEEK), -(-(place + 1) * days_per_week // WEEK)
    return done == done_before


def _column(when: date, is_off: bool, w: Words) -> GridDay:
    return GridDay(weekday=weekday_short(when, w), day=str(when.day), is_off=is_off)


def _caption(start: date, end: date, rows: Sequence[GridRow], off: Sequence[bool], w: Words) -> str:
    """Return the grid in words: its days, its boxes a day, its days off."""
    t = w.t
    days = t.gettext("From {first} to {last}.").format(first=day(start, w), last=day(end, w))
    boxes = t.ngettext("{n} box for each day.", "{n} boxes for each day.", len(rows)).format(n=len(rows))
    rest = t.ngettext("{n} day off.", "{n} days off.", sum(off)).format(n=sum(off)) if any(off) else ""
    return " ".join(part for part in (days, boxes, rest) if part)
