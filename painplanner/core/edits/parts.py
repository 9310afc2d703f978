"""Finding and changing one part of a plan, every other part staying the same object.

The ground of all edits; nothing here knows what a change means.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from painplanner.core.ids import IdFactory
from painplanner.core.measure import Criterion
from painplanner.core.plan import Checkpoint, Driver, Goal, Item, Plan, Step, When
from painplanner.core.progress.rules import with_default_rules
from painplanner.core.values import Impossible, replace

Part = TypeVar("Part", Step, Item, Checkpoint, Goal, Driver)


def place_of(parts: Sequence[Part], part_id: str) -> int:
    """Return where a part stands. Raises Impossible `no-such-part`."""
    for place, part in enumerate(parts):
        if part.id == part_id:
            return place
    raise Impossible("no-such-part", "id", id=part_id)


def swapped(parts: tuple[Part, ...], place: int, *new: Part) -> tuple[Part, ...]:
    """Return the parts with the one at `place` replaced by these."""
    return (*parts[:place], *new, *parts[place + 1 :])


def inserted(parts: tuple[Part, ...], at: int | None, new: Iterable[Part]) -> tuple[Part, ...]:
    """Return the parts with new ones before place `at`, at the end for `None`."""
    place = len(parts) if at is None else max(0, at)
    return (*parts[:place], *new, *parts[place:])


def moved(parts: tuple[Part, ...], ids: Iterable[str], at: int) -> tuple[Part, ...]:
    """Return the parts with those of `ids`, in their order, before the part that now stands at `at`."""
    chosen = frozenset(ids)
    place = max(0, at)
    before = [p for p in parts[:place] if p.id not in chosen]
    after = [p for p in parts[place:] if p.id not in chosen]
    return (*before, *(p for p in parts if p.id in chosen), *after)


def find_step(plan: Plan, step_id: str) -> Step:
    """Return a step. Raises Impossible `no-such-part`."""
    return plan.steps[place_of(plan.steps, step_id)]


def step_of(plan: Plan, item_id: str) -> Step:
    """Return the step that holds an item. Raises Impossible `no-such-part`."""
    for step in plan.steps:
        if any(item.id == item_id for item in step.items):
            return step
    raise Impossible("no-such-part", "id", id=item_id)


def find_item(plan: Plan, item_id: str) -> Item:
    """Return an item. Raises Impossible `no-such-part`."""
    items = step_of(plan, item_id).items
    return items[place_of(items, item_id)]


def with_step(plan: Plan, step: Step) -> Plan:
    """Return the plan with this version of a step; the same plan when it is the same."""
    place = place_of(plan.steps, step.id)
    if plan.steps[place] == step:
        return plan
    return with_parts(plan, steps=swapped(plan.steps, place, step))


def with_items(plan: Plan, step: Step, items: tuple[Item, ...]) -> Plan:
    """Return the plan with other items in a step."""
    return with_step(plan, replace(step, items=items))


def with_parts(plan: Plan, **changes: object) -> Plan:
    """Return the plan with changed fields."""
    return replace(plan, **changes)


def changed(part: Part, changes: dict[str, Any]) -> Part:
    """Return a part with changed fields. A typed text takes the place of the ready words in every language."""
    for field in ("title", "text"):
        if field in changes and "words" not in changes and changes[field] != getattr(part, field):
            changes = {**changes, "words": ()}
    return replace(part, **changes)


def set_plan(plan: Plan, **changes: Any) -> Plan:  # noqa: ANN401  (the fields of Plan)
    """Change fields of the plan itself. A typed title or reason takes the place of its ready words."""
    new = with_parts(plan, **changes)
    ready = {"title": "plain_title", "why": "why_words"}
    retold = {
        words: ()
        for field, words in ready.items()
        if words not in changes and getattr(new, field) != getattr(plan, field)
    }
    new = with_parts(new, **retold)
    return plan if new == plan else new


def set_step(plan: Plan, step_id: str, **changes: Any) -> Plan:  # noqa: ANN401  (the fields of Step)
    """Change fields of a step."""
    return with_step(plan, changed(find_step(plan, step_id), changes))


def set_item(plan: Plan, item_id: str, **changes: Any) -> Plan:  # noqa: ANN401  (the fields of Item)
    """Change fields of an item."""
    step = step_of(plan, item_id)
    place = place_of(step.items, item_id)
    return with_items(plan, step, swapped(step.items, place, replace(step.items[place], **changes)))


def set_checkpoint(plan: Plan, checkpoint_id: str, **changes: Any) -> Plan:  # noqa: ANN401  (the fields of Checkpoint)
    """Change fields of a checkpoint."""
    place = place_of(plan.checkpoints, checkpoint_id)
    new = changed(plan.checkpoints[place], changes)
    return with_parts(plan, checkpoints=swapped(plan.checkpoints, place, new))


def set_goal(plan: Plan, goal_id: str, **changes: Any) -> Plan:  # noqa: ANN401  (the fields of Goal)
    """Change fields of a goal."""
    place = place_of(plan.goals, goal_id)
    return with_parts(plan, goals=swapped(plan.goals, place, changed(plan.goals[place], changes)))


def set_driver(plan: Plan, driver_id: str, **changes: Any) -> Plan:  # noqa: ANN401  (the fields of Driver)
    """Change fields of a driver."""
    place = place_of(plan.drivers, driver_id)
    return with_parts(plan, drivers=swapped(plan.drivers, place, changed(plan.drivers[place], changes)))


def add_checkpoint(
    plan: Plan,
    new_id: IdFactory,
    *,
    steps: Iterable[str] = (),
    when: When | None = None,
    criteria: Iterable[Criterion] = (),
) -> Plan:
    """Add a checkpoint of these steps at the end, with the default rules of what follows."""
    made = Checkpoint(id=new_id("checkpoint"), steps=tuple(steps), when=when, criteria=tuple(criteria))
    return with_parts(plan, checkpoints=(*plan.checkpoints, with_default_rules(made, plan.steps)))


def add_goal(plan: Plan, new_id: IdFactory, text: str = "") -> Plan:
    """Add a goal in these words."""
    return with_parts(plan, goals=(*plan.goals, Goal(id=new_id("goal"), text=text)))


def add_driver(plan: Plan, new_id: IdFactory, text: str = "") -> Plan:
    """Add a driver in these words."""
    return with_parts(plan, drivers=(*plan.drivers, Driver(id=new_id("driver"), text=text)))
