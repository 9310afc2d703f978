"""Graded activity: what a dose with a progression comes to on a day, counted by the calendar from when it began.

Not here: how it is said, and which days a paper shows.
"""

from __future__ import annotations

from datetime import date
from decimal import ROUND_FLOOR, Decimal

from painplanner.core.dose import MOST_DISTANCE, MOST_MINUTES, ActivityDose, AnyDose, Progression
from painplanner.core.plan import Item
from painplanner.core.values import replace

_MOST_RUNGS = 400
_SMALL = Decimal(10)


def item_start(item: Item, opens: date) -> date:
    """Return the day an item begins: with its step, which opens on `opens`, or when it was added later."""
    return max(opens, item.added_on or opens)


def counts_from(item: Item, opens: date) -> date:
    """Return the day a graded dose is counted from: the day its rule names, else the day the item begins."""
    rule = progression_of(item.dose)
    return (rule.since if rule is not None else None) or item_start(item, opens)


def progression_of(dose: AnyDose | None) -> Progression | None:
    """Return how a dose grows, nothing where it stays as it is."""
    return dose.progression if isinstance(dose, ActivityDose) else None


def graded_amount(dose: AnyDose | None) -> Decimal | None:
    """Return the amount that a progression grows: the minutes, else the distance."""
    if not isinstance(dose, ActivityDose):
        return None
    return dose.minutes if dose.minutes is not None else dose.distance


def amount_after(dose: ActivityDose, days: int) -> Decimal | None:
    """Return the amount of a dose so many days after its rule began, `None` where no amount is set."""
    start, rule = graded_amount(dose), dose.progression
    if start is None or rule is None or rule.every_days is None:
        return start
    rungs = min(max(days, 0) // rule.every_days, _MOST_RUNGS)
    top = MOST_MINUTES if dose.minutes is not None else MOST_DISTANCE
    grown = min(_grown(start, rule, rungs), Decimal(top))
    return min(grown, max(rule.up_to, start)) if rule.up_to is not None else grown


def _grown(start: Decimal, rule: Progression, rungs: int) -> Decimal:
    """Return the amount so many rungs up; a part of a whole is rounded down to what a patient can count."""
    if rule.add is not None:
        return start + rule.add * rungs
    if rule.percent is None or not rungs:
        return start
    try:
        grown = start * (1 + rule.percent / 100) ** rungs
        return max(grown.quantize(Decimal(1) if start >= _SMALL else Decimal("0.1"), ROUND_FLOOR), start)
    except ArithmeticError:  # beyond what can be counted; the caller holds it to the most there can be
        return Decimal(MOST_DISTANCE)


def rungs(dose: ActivityDose, first: int, last: int) -> tuple[tuple[int, Decimal], ...]:
    """Return (day, amount) at the first of these days and wherever it grows after it; days count from the rule's."""
    at_first, rule = amount_after(dose, first), dose.progression
    if at_first is None or rule is None or rule.every_days is None:
        return ()
    found = [(first, at_first)]
    for day in range(max(first, 0) // rule.every_days * rule.every_days + rule.every_days, last + 1, rule.every_days):
        amount = amount_after(dose, day)
        if amount is not None and amount > found[-1][1]:
            found.append((day, amount))
    return tuple(found)


def on_day(item: Item, opens: date, day: date) -> Item:
    """Return an item with the amount its dose has come to on a day; its step opens on `opens`."""
    dose = item.dose
    if not isinstance(dose, ActivityDose) or dose.progression is None:
        return item
    amount = amount_after(dose, (day - counts_from(item, opens)).days)
    if amount is None or amount == graded_amount(dose):
        return item
    field = "minutes" if dose.minutes is not None else "distance"
    return replace(item, dose=replace(dose, **{field: amount}))


def is_at_top(dose: ActivityDose) -> bool:
    """Tell whether an amount has come as far as its rule goes."""
    amount, rule = graded_amount(dose), dose.progression
    return amount is not None and rule is not None and rule.up_to is not None and amount >= rule.up_to


def restarted(old: AnyDose | None, new: AnyDose | None, today: date) -> AnyDose | None:
    """Return a new dose that counts from today where its amount is another one, or where it did not grow before."""
    if not isinstance(new, ActivityDose) or new.progression is None:
        return new
    if progression_of(old) is not None and graded_amount(old) == graded_amount(new):
        return new
    return replace(new, progression=replace(new.progression, since=today))


def uncounted(dose: AnyDose | None) -> AnyDose | None:
    """Return a dose as it is given anew: counted from the day it begins, not from a day of a former plan."""
    rule = progression_of(dose)
    if rule is None or rule.since is None:
        return dose
    return replace(dose, progression=replace(rule, since=None))
