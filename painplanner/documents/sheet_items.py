"""What an item asks for on the days of a sheet: its dose on the first one, its last day, the minutes a day of all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_CEILING, Decimal

from painplanner.core.dose import ActivityDose, ExerciseDose, minutes_a_day
from painplanner.core.graded import asked_on
from painplanner.core.plan import Flare, Item
from painplanner.core.schedule import OpenItem


def as_of_first_day(opened: OpenItem, flares: Sequence[Flare] = ()) -> Item:
    """Return an item as it is on its first day of the sheet: with what it has come to by then, less in a flare."""
    return asked_on(opened.item, opened.opens, opened.start, flares)


def last_day(opened: OpenItem) -> date:
    """Return the last day of an item; the day it is stopped on is no longer one."""
    return opened.last


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
