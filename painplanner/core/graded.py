"""What is asked on a day: a dose that grows by the calendar from when it began, and less of it in a flare.

Growth waits while a flare lasts. Not here: how it is said, and which days a paper shows.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import ROUND_FLOOR, Decimal

from painplanner.core.dose import MOST_DISTANCE, MOST_MINUTES, ActivityDose, AnyDose, Progression
from painplanner.core.flares import flare_dose, flare_on, waiting_days
from painplanner.core.plan import Flare, Item
from painplanner.core.values import replace

_MOST_RUNGS = 400
_SMALL = Decimal(10)
Rung = tuple[date, Decimal]


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


def grown_days(item: Item, opens: date, day: date, flares: Iterable[Flare] = ()) -> int:
    """Return the days that a graded dose has grown for by a day; below 0 it has not begun."""
    counted = counts_from(item, opens)
    return (day - counted).days - waiting_days(item, flares, counted, day)


def on_day(item: Item, opens: date, day: date, flares: Iterable[Flare] = ()) -> Item:
    """Return an item with the amount its full dose has come to on a day; its step opens on `opens`."""
    dose = item.dose
    if not isinstance(dose, ActivityDose) or dose.progression is None:
        return item
    amount = amount_after(dose, grown_days(item, opens, day, flares))
    return item if amount is None else _with_amount(item, dose, amount)


def asked_on(item: Item, opens: date, day: date, flares: Iterable[Flare] = ()) -> Item:
    """Return an item with what it asks on a day: what its dose has come to, in a flare the flare dose of that."""
    flares = tuple(flares)
    full = on_day(item, opens, day, flares)
    return full if flare_on(item, flares, day) is None else replace(full, dose=flare_dose(full.dose))


def changes(item: Item, opens: date, first: date, last: date, flares: Iterable[Flare] = ()) -> tuple[Rung, ...]:
    """Return (day, amount) on the first of these days and wherever it is another one after it; `()` without any."""
    flares = tuple(flares)
    found: list[Rung] = []
    for n in range((last - first).days + 1):
        day = first + timedelta(days=n)
        amount = graded_amount(asked_on(item, opens, day, flares).dose)
        if amount is not None and (not found or amount != found[-1][1]):
            found.append((day, amount))
    return tuple(found)


def with_amount(dose: ActivityDose, amount: Decimal) -> ActivityDose:
    """Return a dose with another amount: its minutes, else its distance."""
    field = "distance" if dose.minutes is None and dose.distance is not None else "minutes"
    changed: ActivityDose = replace(dose, **{field: amount})
    return changed


def _with_amount(item: Item, dose: ActivityDose, amount: Decimal) -> Item:
    return item if amount == graded_amount(dose) else replace(item, dose=with_amount(dose, amount))


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
