"""What changed since the last paper: what is new, what took the place of what, and what the patient may leave out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from painplanner.core.plan import Item, Plan, items_of
from painplanner.documents.blocks import Callout, Rich, rich
from painplanner.documents.plan_words import patient_name
from painplanner.documents.words import Words


def changes_since(plan: Plan, start: date, w: Words) -> date:
    """Return the day from which something counts as new on a paper that begins on `start`."""
    del plan
    return min(start, w.today)


def is_new(item: Item, since: date) -> bool:
    """Tell whether an item came in at or after a day, or took over from another one at an unknown day."""
    return item.added_on >= since if item.added_on is not None else bool(item.replaces)


def is_follow_up(plan: Plan, since: date) -> bool:
    """Tell whether there was a paper before: something older goes on, or was stopped; a first paper marks nothing."""
    items = [item for _step, item in items_of(plan)]
    return any(not is_new(item, since) for item in items) or any(item.stopped_on for item in items)


def new_items(plan: Plan, since: date) -> frozenset[str]:
    """Return the ids of the items to mark as new."""
    if not is_follow_up(plan, since):
        return frozenset()
    return frozenset(item.id for _step, item in items_of(plan) if not item.stopped_on and is_new(item, since))


def changes_box(plan: Plan, shown: Sequence[Item], since: date, w: Words, *, of_exercises: bool) -> Callout | None:
    """Return the box "What changed" for the items of a paper and those that left it; none on a first paper."""
    new = new_items(plan, since)
    every = {item.id: item for _step, item in items_of(plan)}
    lines = [_new_line(item, every, w) for item in shown if item.id in new]
    taken_over = {item.replaces for item in shown if item.id in new}
    gone = [item for item in every.values() if item.stopped_on is not None and item.stopped_on >= since]
    gone = [item for item in gone if item.id not in taken_over and (item.kind == "exercise" or not of_exercises)]
    lines += [_gone_line(item, w) for item in gone]
    return Callout(title=w.t.gettext("What changed"), items=tuple(lines)) if lines else None


def _new_line(item: Item, every: dict[str, Item], w: Words) -> Rich:
    name = patient_name(item, w)
    before = every.get(item.replaces)
    if before is None:
        return rich(w.t.gettext("New:") + " ", name)
    return rich(
        w.t.gettext("New:") + " ", name, " " + w.t.gettext("in place of: {name}").format(name=patient_name(before, w))
    )


def _gone_line(item: Item, w: Words) -> Rich:
    if item.kind == "medicine":
        return rich("", patient_name(item, w), ": " + w.t.gettext("stopped. Ask us if you are not sure how."))
    return rich("", patient_name(item, w), ": " + w.t.gettext("you can leave this out now."))
