"""What a plan asks for at home between two days: exercises and timed activities, and the lessons that have pictures.

A lesson of the day, such as how to lie at night, is shown on a sheet; it is never ticked and never logged.
"""

from __future__ import annotations

from datetime import date

from painplanner.core.dose import ActivityDose, Where
from painplanner.core.known_dates import known_dates
from painplanner.core.plan import Item, Plan
from painplanner.core.schedule import OpenItem, open_items
from painplanner.core.values import replace

LESSONS = frozenset({"lifestyle", "education", "behavioural"})
"""The kinds of item that teach something; their pictures are scenes, not the start and finish of a movement."""


def home_items(plan: Plan, start: date, end: date, today: date) -> tuple[OpenItem, ...]:
    """Return the exercises and timed activities whose step is open then and that are done at home."""
    return tuple(each for each in _open(plan, start, end, today) if is_home_item(each.item))


def scene_items(plan: Plan, start: date, end: date, today: date) -> tuple[OpenItem, ...]:
    """Return the lessons with pictures whose step is open then, one that several steps teach only once."""
    found: dict[tuple[str, str], OpenItem] = {}
    for each in _open(plan, start, end, today):
        if is_scene_item(each.item):
            found.setdefault((each.item.source or each.item.id, each.item.note), each)
    return tuple(found.values())


def has_sheet(plan: Plan, start: date, end: date, today: date) -> bool:
    """Tell whether a sheet of these days has anything to show."""
    return any(is_home_item(each.item) or is_scene_item(each.item) for each in _open(plan, start, end, today))


def _open(plan: Plan, start: date, end: date, today: date) -> tuple[OpenItem, ...]:
    undated = set(known_dates(plan, today).undated)
    dated: Plan = replace(plan, steps=tuple(s for s in plan.steps if s.id not in undated)) if undated else plan
    return open_items(dated, start, end, today)


def is_home_item(item: Item) -> bool:
    """Tell whether an item is an exercise or timed activity, not only in the clinic."""
    return (item.kind == "exercise" or is_timed(item)) and not is_only_clinic(item)


def is_scene_item(item: Item) -> bool:
    """Tell whether an item is a lesson with pictures that is no exercise of the sheet and not only for the clinic."""
    return is_lesson(item) and item.figure is not None and not is_timed(item) and not is_only_clinic(item)


def is_lesson(item: Item) -> bool:
    """Tell whether an item teaches something rather than trains it."""
    return item.kind in LESSONS


def is_timed(item: Item) -> bool:
    """Tell whether an item goes by minutes or distance, such as walking."""
    return isinstance(item.dose, ActivityDose)


def is_only_clinic(item: Item) -> bool:
    """Tell whether an item is never done at home."""
    return item.dose is not None and item.dose.where is Where.CLINIC
