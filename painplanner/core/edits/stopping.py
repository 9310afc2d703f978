"""Medicines that must never stop suddenly: which ones an edit would end, and how their taking down is kept.

Nothing here says by how much a medicine goes down; the plan for that is a line that a clinician writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from painplanner.core.dose import MedicineDose, StopRule
from painplanner.core.edits.parts import inserted, set_item, with_items, with_parts
from painplanner.core.graded import item_start
from painplanner.core.known_dates import known_dates
from painplanner.core.library import Kind
from painplanner.core.outline import CLOSED
from painplanner.core.plan import Item, Plan, Step, StepStatus, item_name, items_of
from painplanner.core.values import NOTE_LIMIT, replace

SOON = timedelta(days=1)


def is_never_sudden(item: Item) -> bool:
    """Tell whether an item is a medicine that must never stop suddenly."""
    dose = item.dose
    return item.kind == Kind.MEDICINE and isinstance(dose, MedicineDose) and dose.stop_rule is StopRule.NEVER_SUDDENLY


def stopped_suddenly(before: Plan, after: Plan, today: date) -> tuple[Item, ...]:
    """Return the medicines that an edit would end without a line that says how they are taken down.

    Only those count that were begun before today, and that do not go on as another item of the same medicine.
    """
    if before.steps is after.steps:
        return ()
    there = tuple(item for _step, item in items_of(after))
    still = {item.id for _step, item in _open(after, today)}
    ended = {i.id for _step, i in _open(before, today) if is_never_sudden(i) and i.id not in still}
    ended -= {item.id for item in there if item.stop_plan.strip()}
    if not ended:
        return ()
    goes_on = {item.source for item in _begun(after, today, today + SOON) if item.source}
    begun = _begun(before, today, today - SOON)
    return tuple(item for item in begun if item.id in ended and item.source not in goes_on)


def _open(plan: Plan, today: date) -> Iterator[tuple[Step, Item]]:
    """Yield the medicines of steps that are not closed, but for those that were stopped."""
    for step, item in items_of(plan):
        is_stopped = item.stopped_on is not None and item.stopped_on <= today
        if item.kind == Kind.MEDICINE and step.status not in CLOSED and not is_stopped:
            yield step, item


def _begun(plan: Plan, today: date, day: date) -> tuple[Item, ...]:
    """Return the open medicines that have begun by a day; of a step without dates, those of one that is at work."""
    spans = known_dates(plan, today).spans
    found: list[Item] = []
    for step, item in _open(plan, today):
        span = spans.get(step.id)
        if (span is None and step.status is StepStatus.ACTIVE) or (span and item_start(item, span.start) <= day):
            found.append(item)
    return tuple(found)


def with_stop_plan(before: Plan, after: Plan, ids: Iterable[str], how: str, today: date) -> Plan:
    """Return what an edit made, with a line at each of these medicines that says how it is taken down.

    One that the edit took out stays in the plan as stopped today, so that the line is not lost.
    """
    wanted = frozenset(ids)
    there = {item.id for _step, item in items_of(after)}
    for step, item in items_of(before):
        if item.id in wanted and item.id in there:
            after = set_item(after, item.id, stop_plan=how)
        elif item.id in wanted:
            after = _kept(after, step, before, replace(item, stopped_on=item.stopped_on or today, stop_plan=how))
    return after


def _kept(plan: Plan, home: Step, before: Plan, item: Item) -> Plan:
    """Return the plan with an item in its step, else in the nearest one before it; without any step, in the note."""
    order = [step.id for step in before.steps]
    near = [order[n] for n in range(order.index(home.id), -1, -1)] + order
    steps = {step.id: step for step in plan.steps}
    place = next((steps[step] for step in near if step in steps), plan.steps[0] if plan.steps else None)
    if place is None:
        lines = (plan.note, f"{item_name(item, 'en')}: {item.stop_plan}")
        return with_parts(plan, note="\n".join(line for line in lines if line)[-NOTE_LIMIT:])
    at = [each.id for each in home.items].index(item.id) if place.id == home.id else None
    return with_items(plan, place, inserted(place.items, at, (item,)))
