"""Graded progress in words and dates: add so much every so many days, by the clock and not by the pain.

What a paper says of a day is what the dose has come to by then; `core.graded` counts it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal

from painplanner.core.dose import ActivityDose, Progression
from painplanner.core.graded import Rung, changes, graded_amount, is_at_top
from painplanner.core.plan import Flare, Item
from painplanner.core.values import plain
from painplanner.documents.day_words import short_day
from painplanner.documents.dose_words import distance_words, minutes
from painplanner.documents.words import Words

MOST_RUNGS = 6


def progress_sentence(dose: ActivityDose, w: Words) -> str:
    """Return "Add 2 minutes every third day, up to 45 minutes, by the clock, not by the pain."; "" without a rule.

    `dose` is as of the day of the paper; once it has come to its top, it stays there.
    """
    rule = dose.progression
    if rule is None or rule.every_days is None or (rule.add is None and rule.percent is None):
        return ""
    if is_at_top(dose):
        stay = w.t.gettext("Stay at {amount}").format(amount=_amount(graded_amount(dose) or Decimal(0), dose, w))
        return f"{stay}, {w.t.gettext('by the clock, not by the pain')}."
    added = w.t.gettext("Add {amount} {often}").format(amount=_added(rule, dose, w), often=_often(rule.every_days, w))
    top = w.t.gettext("up to {amount}").format(amount=_amount(rule.up_to, dose, w)) if rule.up_to is not None else ""
    by = w.t.gettext("by the clock, not by the pain")
    return ", ".join(part for part in (added, top, by) if part) + "."


def graded_words(item: Item, w: Words) -> str:
    """Return the amount that grows, "16 minutes", as the item has it; nothing for a dose that does not grow."""
    dose = item.dose
    amount = graded_amount(dose)
    return _amount(amount, dose, w) if amount is not None and isinstance(dose, ActivityDose) else ""


def _added(rule: Progression, dose: ActivityDose, w: Words) -> str:
    if rule.add is not None:
        return _amount(rule.add, dose, w)
    return w.t.gettext("{n} percent").format(n=plain(rule.percent or Decimal(0)))


def _amount(n: Decimal, dose: ActivityDose, w: Words) -> str:
    if dose.minutes is not None or dose.distance is None:
        return minutes(n, w)
    return distance_words(n, dose.distance_unit, w)


def _often(days: int, w: Words) -> str:
    t = w.t
    known = {
        1: t.gettext("every day"),
        2: t.gettext("every second day"),
        3: t.gettext("every third day"),
        7: t.gettext("every week"),
        14: t.gettext("every 2 weeks"),
    }
    return known.get(days) or t.gettext("every {n} days").format(n=days)


def ladder(item: Item, opens: date, first: date, last: date, w: Words, flares: Iterable[Flare] = ()) -> tuple[str, ...]:
    """Return what is done from which day between two days, at most six lines; nothing where it does not change.

    `item` is as the plan has it: its amount is that of the day its rule is counted from; its step opens on `opens`.
    """
    dose = item.dose
    if not isinstance(dose, ActivityDose) or dose.progression is None:
        return ()
    found = changes(item, opens, first, last, flares)
    if len(found) < 2:
        return ()
    if len(found) > MOST_RUNGS:
        found = _by_week(found, first, last)
    return tuple(
        w.t.gettext("from {day}: {amount}").format(day=short_day(day, w), amount=_amount(n, dose, w))
        for day, n in found
    )


def _by_week(found: Sequence[Rung], first: date, last: date) -> tuple[Rung, ...]:
    """Return the amounts at whole weeks from the first day, spaced so that six lines are enough."""
    weeks = (last - first).days // 7 + 1
    every = -(-weeks // MOST_RUNGS)
    kept: list[Rung] = []
    for week in range(0, weeks, every):
        day = first + timedelta(weeks=week)
        amount = [n for on, n in found if on <= day][-1]
        if not kept or amount != kept[-1][1]:
            kept.append((day, amount))
    return tuple(kept)
