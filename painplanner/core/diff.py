"""What changed from one version of a plan to the next, part by part and field by field, as codes and short texts.

Not here: the sentences of the history, which read these codes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import TypeVar

import msgspec

from painplanner.core.change_text import as_text, part_name
from painplanner.core.plan import Checkpoint, Closing, Decision, Driver, Flare, Goal, Plan, Step, items_of
from painplanner.core.values import Value

Part = TypeVar("Part", Driver, Goal, Step, Checkpoint)
Event = TypeVar("Event", Decision, Flare, Closing)

_PARTS = frozenset({"drivers", "goals", "steps", "checkpoints", "decisions", "flares", "closing"})
# What a reader of the history never asks for: identity, and what follows from the library entry.
_SILENT = frozenset(
    {"id", "schema", "items", "library_version", "figure", "cautions", "drug_classes", "safety_rule", "dosed_on"}
)


class ChangeKind(StrEnum):
    """What happened to a part; moved ones keep everything but their place."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


class Change(Value, frozen=True, kw_only=True):
    """One change at one part ("plan", "driver", "goal", "step", "item", "checkpoint", "decision", "flare", "closing").

    `name` is what the part is called, in the language asked for. Of a changed field `old` and `new` hold the values:
    text as it is, codes by their value, numbers plain, dates in ISO, lengths of time in ISO (P42D, P2W), days after a
    step as `start+2@step-1`, a dose as its line, lists joined by "; ". An item that moved to another step is changed in
    its field `step`. Empty means not set.

    A decision is called like its checkpoint and says its outcome and action (`met next-step step-2`), a flare like its
    items (empty: all of them) and says its days (`2026-01-14/2026-01-17`, the second one the day of the full plan). A
    closing says its day, and how its goals stood as `goal-1=reached`.
    """

    kind: ChangeKind
    part: str
    id: str
    name: str = ""
    field: str = ""
    old: str = ""
    new: str = ""


def plan_diff(old: Plan, new: Plan, lang: str = "en") -> tuple[Change, ...]:
    """Return what changed: the plan itself, goals, drivers, steps with items, checkpoints, then what happened to it."""
    if old is new:
        return ()
    changes = [*_fields(old, new, "plan", new.title, lang)]
    changes += _parts(old.goals, new.goals, "goal", lang)
    changes += _parts(old.drivers, new.drivers, "driver", lang)
    changes += _parts(old.steps, new.steps, "step", lang)
    changes += _items(old, new, lang)
    changes += _parts(old.checkpoints, new.checkpoints, "checkpoint", lang)
    changes += _happened(old, new, lang)
    return tuple(changes)


def added_ids(old: Plan, new: Plan) -> frozenset[str]:
    """Return the ids of steps, items, checkpoints and goals that only the new plan has, for the mark "new"."""
    return _ids(new) - _ids(old)


def _ids(plan: Plan) -> frozenset[str]:
    parts = (*plan.steps, *plan.checkpoints, *plan.goals, *(item for step in plan.steps for item in step.items))
    return frozenset(part.id for part in parts)


def _parts(old: tuple[Part, ...], new: tuple[Part, ...], kind: str, lang: str) -> Iterator[Change]:
    if old is new:
        return
    before = {part.id: part for part in old}
    after = {part.id: part for part in new}
    for part in new:
        if part.id not in before:
            yield Change(kind=ChangeKind.ADDED, part=kind, id=part.id, name=part_name(part, lang))
        elif before[part.id] is not part:
            yield from _fields(before[part.id], part, kind, part_name(part, lang), lang)
    for part_id in _moved(tuple(before), tuple(after)):
        yield Change(kind=ChangeKind.MOVED, part=kind, id=part_id, name=part_name(after[part_id], lang))
    for part in old:
        if part.id not in after:
            yield Change(kind=ChangeKind.REMOVED, part=kind, id=part.id, name=part_name(part, lang))


def _items(old: Plan, new: Plan, lang: str) -> Iterator[Change]:
    if old.steps is new.steps:
        return
    before = {item.id: (step.id, item) for step in old.steps for item in step.items}
    after = {item.id: (step.id, item) for step in new.steps for item in step.items}
    for item_id, (step_id, item) in after.items():
        name = part_name(item, lang)
        if item_id not in before:
            yield Change(kind=ChangeKind.ADDED, part="item", id=item_id, name=name, field="step", new=step_id)
            continue
        home, former = before[item_id]
        if home != step_id:
            yield _changed("item", item_id, name, "step", home, step_id)
        yield from _fields(former, item, "item", name, lang)
    for step in new.steps:
        stayed = tuple(i for i, (home, _item) in before.items() if home == step.id)
        for item_id in _moved(stayed, tuple(item.id for item in step.items)):
            name = part_name(after[item_id][1], lang)
            yield Change(kind=ChangeKind.MOVED, part="item", id=item_id, name=name)
    for item_id, (step_id, item) in before.items():
        if item_id not in after:
            name = part_name(item, lang)
            yield Change(kind=ChangeKind.REMOVED, part="item", id=item_id, name=name, field="step", old=step_id)


def _happened(old: Plan, new: Plan, lang: str) -> Iterator[Change]:
    """Yield what was decided, which flares there were, and whether the plan was closed."""
    checks = {check.id: part_name(check, lang) for plan in (old, new) for check in plan.checkpoints}
    items = {item.id: part_name(item, lang) for plan in (old, new) for _step, item in items_of(plan)}
    closed, closing = (tuple(filter(None, [plan.closing])) for plan in (old, new))
    yield from _events("decision", old.decisions, new.decisions, lambda one: checks.get(one.checkpoint, ""), lang)
    yield from _events("flare", old.flares, new.flares, lambda one: _named(one.items, items), lang)
    yield from _events("closing", closed, closing, lambda _one: new.title, lang)


def _named(ids: tuple[str, ...], names: dict[str, str]) -> str:
    return "; ".join(name for each in ids if (name := names.get(each, "")))


def _events(
    kind: str, old: tuple[Event, ...], new: tuple[Event, ...], name: Callable[[Event], str], lang: str
) -> Iterator[Change]:
    """Yield parts that have no order of their own; an added or removed one says what it was."""
    before, after = ({_event_id(event): event for event in events} for events in (old, new))
    for event_id, event in after.items():
        if event_id in before:
            yield from _fields(before[event_id], event, kind, name(event), lang)
        else:
            said = as_text(event, lang)
            yield Change(kind=ChangeKind.ADDED, part=kind, id=event_id, name=name(event), new=said)
    for event_id, event in before.items():
        if event_id not in after:
            said = as_text(event, lang)
            yield Change(kind=ChangeKind.REMOVED, part=kind, id=event_id, name=name(event), old=said)


def _event_id(event: Decision | Flare | Closing) -> str:
    return "" if isinstance(event, Closing) else event.id


def _moved(old: Sequence[str], new: Sequence[str]) -> tuple[str, ...]:
    """Return the fewest ids that have to move for the order of those in both to become the new one."""
    place = {part_id: n for n, part_id in enumerate(old)}
    kept = [part_id for part_id in new if part_id in place]
    if kept == [part_id for part_id in old if part_id in set(new)]:
        return ()
    still = frozenset(_longest_rising([place[part_id] for part_id in kept]))
    return tuple(part_id for part_id in kept if place[part_id] not in still)


def _longest_rising(places: list[int]) -> list[int]:
    """Return the longest run of places that already stand in rising order."""
    runs: list[list[int]] = []
    longest: list[int] = []
    for place in places:
        before: list[int] = []
        for run in runs:
            if run[-1] < place and len(run) > len(before):
                before = run
        runs.append([*before, place])
        if len(runs[-1]) > len(longest):
            longest = runs[-1]
    return longest


def _fields(old: msgspec.Struct, new: msgspec.Struct, kind: str, name: str, lang: str) -> Iterator[Change]:
    if old is new:
        return
    part_id: str = getattr(new, "id", "")
    for field in new.__struct_fields__:
        before, after = getattr(old, field), getattr(new, field)
        if before is after or field in _SILENT or (kind == "plan" and field in _PARTS) or before == after:
            continue
        yield _changed(kind, part_id, name, field, as_text(before, lang), as_text(after, lang))


def _changed(part: str, part_id: str, name: str, field: str, old: str, new: str) -> Change:
    return Change(kind=ChangeKind.CHANGED, part=part, id=part_id, name=name, field=field, old=old, new=new)
