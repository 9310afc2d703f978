"""What a plan asks to be done at home between two days: the exercises and timed activities of sheets and logs."""

from __future__ import annotations

from datetime import date

from painplanner.core.dose import ActivityDose, Where
from painplanner.core.known_dates import known_dates
from painplanner.core.plan import Item, Plan
from painplanner.core.schedule import OpenItem, open_items
from painplanner.core.values import replace


def home_items(plan: Plan, start: date, end: date, today: date) -> tuple[OpenItem, ...]:
    """Return the exercises and timed activities whose step is open then and that are done at home."""
    undated = set(known_dates(plan, today).undated)
    dated: Plan = replace(plan, steps=tuple(s for s in plan.steps if s.id not in undated)) if undated else plan
    return tuple(each for each in open_items(dated, start, end, today) if is_home_item(each.item))


def is_home_item(item: Item) -> bool:
    """Tell whether an item is an exercise or timed activity, not only in the clinic."""
    return (item.kind == "exercise" or is_timed(item)) and not is_only_clinic(item)


def is_timed(item: Item) -> bool:
    """Tell whether an item goes by minutes or distance, such as walking."""
    return isinstance(item.dose, ActivityDose)


def is_only_clinic(item: Item) -> bool:
    """Tell whether an item is never done at home."""
    return item.dose is not None and item.dose.where is Where.CLINIC
