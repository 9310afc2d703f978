"""What is done at home and when: which items an exercise sheet shows, and the minutes a day that items ask for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal

from painplanner.core.dose import ActivityDose, ExerciseDose, Where, minutes_a_day
from painplanner.core.graded import on_day
from painplanner.core.known_dates import known_dates
from painplanner.core.plan import Item, Plan
from painplanner.core.schedule import OpenItem, open_items
from painplanner.core.values import replace


def sheet_items(plan: Plan, start: date, end: date, today: date) -> tuple[OpenItem, ...]:
    """Return what a sheet shows: exercises and timed activities whose step is open then and that are done at home."""
    undated = set(known_dates(plan, today).undated)
    dated: Plan = replace(plan, steps=tuple(s for s in plan.steps if s.id not in undated)) if undated else plan
    return tuple(each for each in open_items(dated, start, end, today) if is_sheet_item(each.item))


def is_sheet_item(item: Item) -> bool:
    """Tell whether an item belongs on an exercise sheet: an exercise or timed activity, not only in the clinic."""
    return (item.kind == "exercise" or is_timed(item)) and not is_only_clinic(item)


def is_timed(item: Item) -> bool:
    """Tell whether an item goes by minutes or distance, such as walking."""
    return isinstance(item.dose, ActivityDose)


def is_only_clinic(item: Item) -> bool:
    """Tell whether an item is never done at home."""
    return item.dose is not None and item.dose.where is Where.CLINIC


def as_of_first_day(opened: OpenItem) -> Item:
    """Return an item as it is on its first day of the sheet: a graded dose with what it has come to by then."""
    return on_day(opened.item, opened.opens, opened.start)


def last_day(opened: OpenItem) -> date:
    """Return the last day of an item; the day it is stopped on is no longer one."""
    stopped = opened.item.stopped_on
    return min(opened.end, stopped - timedelta(days=1)) if stopped is not None else opened.end


def whole_minutes(items: Sequence[Item]) -> int:
    """Return the minutes a day that items ask, rounded up; 0 while a number that counts is still open."""
    if any(_is_unknown(item) for item in items):
        return 0
    total = sum((minutes_a_day(item.dose) for item in items), Decimal(0))
    return int(total.to_integral_value(ROUND_CEILING))


def _is_unknown(item: Item) -> bool:
    dose = item.dose
    if isinstance(dose, ExerciseDose):
        has_work = dose.duration_s is not None or (dose.sets is not None and (dose.reps or dose.reps_to) is not None)
        return not has_work or dose.times_per_day is None
    if isinstance(dose, ActivityDose):
        return dose.minutes is None or dose.times_per_day is None
    return item.kind == "exercise" and dose is None
