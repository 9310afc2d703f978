"""Graded progress in words and dates: add so much every so many days, by the clock and not by the pain.

The ladder counts from the first day of the paper, because the dose on the paper is what is done on that day.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import ROUND_FLOOR, Decimal

from painplanner.core.dose import ActivityDose, Progression
from painplanner.core.values import plain
from painplanner.documents.day_words import short_day
from painplanner.documents.dose_words import minutes
from painplanner.documents.words import Words

MOST_RUNGS = 6
_SMALL = Decimal(10)


def progress_sentence(dose: ActivityDose, w: Words) -> str:
    """Return "Add 2 minutes every third day, up to 45 minutes, by the clock, not by the pain."; "" without a rule."""
    rule = dose.progression
    if rule is None or rule.every_days is None or (rule.add is None and rule.percent is None):
        return ""
    added = w.t.gettext("Add {amount} {often}").format(amount=_added(rule, dose, w), often=_often(rule.every_days, w))
    top = w.t.gettext("up to {amount}").format(amount=_amount(rule.up_to, dose, w)) if rule.up_to is not None else ""
    by = w.t.gettext("by the clock, not by the pain")
    return ", ".join(part for part in (added, top, by) if part) + "."


def _added(rule: Progression, dose: ActivityDose, w: Words) -> str:
    if rule.add is not None:
        return _amount(rule.add, dose, w)
    return w.t.gettext("{n} percent").format(n=plain(rule.percent or Decimal(0)))


def _amount(n: Decimal, dose: ActivityDose, w: Words) -> str:
    if dose.minutes is not None or dose.distance is None:
        return minutes(n, w)
    return f"{plain(n)} {dose.distance_unit}".strip()


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


def ladder(dose: ActivityDose, first: date, last: date, w: Words) -> tuple[str, ...]:
    """Return what is done from which day between two days, at most six lines; nothing where it does not grow."""
    rungs = _rungs(dose, (last - first).days)
    if len(rungs) < 2:
        return ()
    if len(rungs) > MOST_RUNGS:
        rungs = _by_week(rungs, (last - first).days)
    return tuple(
        w.t.gettext("from {day}: {amount}").format(
            day=short_day(first + timedelta(days=after), w), amount=_amount(n, dose, w)
        )
        for after, n in rungs
    )


def _rungs(dose: ActivityDose, days: int) -> list[tuple[int, Decimal]]:
    """Return (days after the first, amount) wherever the amount grows."""
    start = dose.minutes if dose.minutes is not None else dose.distance
    rule = dose.progression
    if start is None or rule is None or rule.every_days is None:
        return []
    found = [(0, start)]
    for after in range(rule.every_days, days + 1, rule.every_days):
        grown = _grown(start, rule, after // rule.every_days)
        if grown <= found[-1][1]:
            continue
        found.append((after, grown))
    return found


def _grown(start: Decimal, rule: Progression, steps: int) -> Decimal:
    if rule.add is not None:
        grown = start + rule.add * steps
    else:
        grown = start * (1 + (rule.percent or Decimal(0)) / 100) ** steps
        grown = grown.quantize(Decimal(1) if start >= _SMALL else Decimal("0.1"), ROUND_FLOOR)
    return min(grown, max(rule.up_to, start)) if rule.up_to is not None else grown


def _by_week(rungs: list[tuple[int, Decimal]], days: int) -> list[tuple[int, Decimal]]:
    """Return the amounts at whole weeks, spaced so that six lines are enough."""
    weeks = days // 7 + 1
    every = -(-weeks // MOST_RUNGS)
    found: list[tuple[int, Decimal]] = []
    for week in range(0, weeks, every):
        amount = [n for after, n in rungs if after <= week * 7][-1]
        if not found or amount != found[-1][1]:
            found.append((week * 7, amount))
    return found
