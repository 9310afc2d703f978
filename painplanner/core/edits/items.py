"""Items: the plan's own copies of library entries, taken in, moved, given another dose, swapped and stopped."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from painplanner.core.dose import AnyDose, MedicineDose, ProcedureDose, has_side, side_of
from painplanner.core.edits.parts import (
    find_item,
    find_step,
    inserted,
    place_of,
    set_item,
    step_of,
    swapped,
    with_items,
    with_parts,
)
from painplanner.core.graded import restarted, uncounted
from painplanner.core.ids import IdFactory
from painplanner.core.known_dates import known_dates
from painplanner.core.library import Intervention, Kind, Library, default_safety_rule
from painplanner.core.plan import FigureRef, Item, Plan, Step
from painplanner.core.values import Side, replace


def new_item(
    entry: Intervention,
    library: Library,
    new_id: IdFactory,
    *,
    plan: Plan | None = None,
    dose: AnyDose | None = None,
    today: date | None = None,
) -> Item:
    """Return the plan's own copy of a library entry with a dose (the clinician's usual one, else the entry's).

    A two-sided item takes the painful side of `plan`; a medicine comes without any amount.
    """
    cautions = dict.fromkeys((*entry.contraindications, *entry.precautions))
    item = Item(
        id=new_id("item"),
        source=entry.id,
        library_version=library.version,
        kind=entry.kind.value,
        category=entry.category.value if entry.category else "",
        safety_rule=default_safety_rule(entry).value,
        texts=entry.texts,
        dose=_first_dose(entry, uncounted(dose or entry.dose)),
        two_sided=entry.two_sided,
        figure=FigureRef(id=entry.figure, sha256=library.figures[entry.figure])
        if entry.figure in library.figures
        else None,
        cautions=tuple(cautions),
        drug_classes=entry.drug_classes,
        added_on=today,
    )
    return with_side(item, plan.side if plan else None)


def _first_dose(entry: Intervention, dose: AnyDose | None) -> AnyDose | None:
    if entry.kind is not Kind.MEDICINE:
        return dose
    blank = blank_medicine(dose)
    if blank.stop_rule is None and entry.reference is not None:
        return replace(blank, stop_rule=entry.reference.stop_rule)
    return blank


def blank_medicine(dose: AnyDose | None) -> MedicineDose:
    """Return a medicine dose without amounts: only what a clinician types for this patient may be printed."""
    if not isinstance(dose, MedicineDose):
        return MedicineDose()
    return MedicineDose(where=dose.where, stop_rule=dose.stop_rule)


def with_side(item: Item, side: Side | None, former: Side | None = None) -> Item:
    """Return a two-sided item whose dose has a side on `side` if that is unset or `former`; any other as it is."""
    dose = item.dose
    if not item.two_sided or not has_side(dose) or side_of(dose) not in {None, former}:
        return item
    return item if side_of(dose) is side else replace(item, dose=replace(dose, side=side))


def with_level(item: Item, level: str) -> Item:
    """Return a procedure at a level of the spine; any other item, or one without a level, as it is."""
    dose = item.dose
    if not level or not isinstance(dose, ProcedureDose) or dose.level == level:
        return item
    return replace(item, dose=replace(dose, level=level))


def add_item(plan: Plan, item: Item, new_id: IdFactory, *, step: str = "", at: int | None = None) -> Plan:
    """Add an item to a step (the last one when none is named; a first one is made), before place `at` or at the end."""
    return add_items(plan, (item,), new_id, step=step, at=at)


def add_items(plan: Plan, items: Iterable[Item], new_id: IdFactory, *, step: str = "", at: int | None = None) -> Plan:
    """Add items to a step in their order."""
    if not plan.steps and not step:
        return with_parts(plan, steps=(Step(id=new_id("step"), items=tuple(items)),))
    home = find_step(plan, step) if step else plan.steps[-1]
    return with_items(plan, home, inserted(home.items, at, items))


def move_items(plan: Plan, item_ids: Iterable[str], step: str, at: int) -> Plan:
    """Move items, in plan order, into a step before the item that now stands at `at` there."""
    ids = frozenset(item_ids)
    home = find_step(plan, step)
    place = max(0, at)
    picked = tuple(item for s in plan.steps for item in s.items if item.id in ids)
    before = tuple(i for i in home.items[:place] if i.id not in ids)
    after = tuple(i for i in home.items[place:] if i.id not in ids)
    steps = tuple(_with(s, (*before, *picked, *after)) if s is home else _without(s, ids) for s in plan.steps)
    return plan if steps == plan.steps else with_parts(plan, steps=steps)


def _with(step: Step, items: tuple[Item, ...]) -> Step:
    return step if items == step.items else replace(step, items=items)


def _without(step: Step, ids: frozenset[str]) -> Step:
    kept = tuple(item for item in step.items if item.id not in ids)
    return step if len(kept) == len(step.items) else replace(step, items=kept)


def set_dose(plan: Plan, item_id: str, dose: AnyDose | None, today: date | None = None) -> Plan:
    """Give an item another dose.

    Where its step began before `today`, the change has its day, and a graded dose whose amount changed is counted from
    it on.
    """
    old = find_item(plan, item_id).dose
    if today is None or dose == old or not _has_begun(plan, item_id, today):
        return set_item(plan, item_id, dose=dose)
    return set_item(plan, item_id, dose=restarted(old, dose, today), dosed_on=today)


def _has_begun(plan: Plan, item_id: str, today: date) -> bool:
    span = known_dates(plan, today).spans.get(step_of(plan, item_id).id)
    return span is not None and span.start < today


def swap_item(
    plan: Plan,
    item_id: str,
    entry: Intervention,
    library: Library,
    new_id: IdFactory,
    *,
    today: date,
    dose: AnyDose | None = None,
) -> Plan:
    """Put a new item in the place of one, which is kept right after it as stopped today."""
    step = step_of(plan, item_id)
    place = place_of(step.items, item_id)
    old = step.items[place]
    new = replace(new_item(entry, library, new_id, plan=plan, dose=dose, today=today), replaces=old.id)
    return with_items(plan, step, swapped(step.items, place, new, replace(old, stopped_on=today)))


def stop_item(plan: Plan, item_id: str, today: date) -> Plan:
    """Stop an item today; one that was stopped before keeps its day."""
    return set_item(plan, item_id, stopped_on=find_item(plan, item_id).stopped_on or today)


def resume_item(plan: Plan, item_id: str) -> Plan:
    """Take a stopped item up again."""
    return set_item(plan, item_id, stopped_on=None)
