"""What changed from one version of a plan to the next, part by part and field by field, as codes and short texts.

Not here: the sentences of the history, which read these codes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

import msgspec

from painplanner.core.dose import Dose
from painplanner.core.dose_text import dose_line
from painplanner.core.measure import Criterion
from painplanner.core.plan import (
    Action,
    AfterStep,
    Checkpoint,
    Driver,
    EveryWeeks,
    Goal,
    Item,
    Lasts,
    NextVisit,
    OnDate,
    Owner,
    Plan,
    Step,
    Texts,
    texts_in,
)
from painplanner.core.values import LangText, Value, plain, text_in

Part = TypeVar("Part", Driver, Goal, Step, Checkpoint)

_PARTS = frozenset({"drivers", "goals", "steps", "checkpoints"})
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
    """One change at one part ("plan", "driver", "goal", "step", "item", "checkpoint").

    `name` is what the part is called, in the language asked for. Of a changed field `old` and `new` hold the values:
    text as it is, codes by their value, numbers plain, dates in ISO, lengths of time in ISO (P42D, P2W), days after a
    step as `start+2@step-1`, a dose as its line, lists joined by "; ". An item that moved to another step is changed in
    its field `step`. Empty means not set.
    """

    kind: ChangeKind
    part: str
    id: str
    name: str = ""
    field: str = ""
    old: str = ""
    new: str = ""


def plan_diff(old: Plan, new: Plan, lang: str = "en") -> tuple[Change, ...]:
    """Return what changed, the plan itself first, then goals, drivers, steps with their items, and checkpoints."""
    if old is new:
        return ()
    changes = [*_fields(old, new, "plan", new.title, lang)]
    changes += _parts(old.goals, new.goals, "goal", lang)
    changes += _parts(old.drivers, new.drivers, "driver", lang)
    changes += _parts(old.steps, new.steps, "step", lang)
    changes += _items(old, new, lang)
    changes += _parts(old.checkpoints, new.checkpoints, "checkpoint", lang)
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


def part_name(part: Driver | Goal | Step | Item | Checkpoint, lang: str) -> str:
    """Return what a part is called: its own words, else those of the library."""
    if isinstance(part, Item):
        return texts_in(part.texts, lang).name
    if isinstance(part, Step):
        return part.title or texts_in(part.words, lang).name
    if isinstance(part, Checkpoint):
        return "; ".join(_criterion(criterion, lang) for criterion in part.criteria)
    return part.text or text_in(part.words, lang)


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


def as_text(value: Any, lang: str = "en") -> str:  # noqa: ANN401  (any field of a plan)
    """Return a value of a plan as the short text that a change carries."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.value if isinstance(value, StrEnum) else value
    if isinstance(value, tuple):
        return _list_text(value, lang)  # pyright: ignore[reportUnknownArgumentType]
    if isinstance(value, msgspec.Struct):
        return _struct_text(value, lang)
    if isinstance(value, date | time):
        return value.isoformat()
    return plain(value) if isinstance(value, Decimal) else str(value).lower()


def _list_text(values: tuple[Any, ...], lang: str) -> str:
    if values and isinstance(values[0], LangText):
        return text_in(values, lang)
    if values and isinstance(values[0], Texts):
        return texts_in(values, lang).name
    return "; ".join(as_text(value, lang) for value in values)


def _struct_text(value: msgspec.Struct, lang: str) -> str:
    match value:
        case OnDate():
            return value.on.isoformat()
        case AfterStep():
            return f"{value.anchor.value}+{value.days}@{value.step}"
        case EveryWeeks():
            return f"P{value.weeks}W@{value.step}" if value.step else f"P{value.weeks}W"
        case Lasts():
            return f"P{value.days}D"
        case Dose():
            return dose_line(value)  # pyright: ignore[reportArgumentType]
        case Criterion():
            return _criterion(value, lang)
        case Action() | NextVisit() | Owner():
            return " ".join(
                text for text in (as_text(getattr(value, f), lang) for f in value.__struct_fields__) if text
            )
        case _:
            return str(value)


def _criterion(criterion: Criterion, lang: str) -> str:
    """Return a criterion as `name: baseline > target`, leaving out what is not known."""
    asked = criterion.activity or text_in(criterion.name, lang) or criterion.measure
    target = criterion.target
    aim = "" if target is None else " ".join(t for t in (target.kind.value, as_text(target.amount)) if t)
    numbers = " > ".join(text for text in (as_text(criterion.baseline), aim) if text)
    return f"{asked}: {numbers}" if numbers else asked
