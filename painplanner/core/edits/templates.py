"""A template becomes a plan, or joins one: its items become copies of the library entries that they name."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from painplanner.core.edits.items import new_item, with_side
from painplanner.core.edits.parts import with_parts
from painplanner.core.edits.renewal import Parts, renewed
from painplanner.core.ids import IdFactory
from painplanner.core.library import Library, Template
from painplanner.core.measure import Better, Criterion
from painplanner.core.plan import Checkpoint, Goal, Item, OnDate, Plan, Step, texts_in
from painplanner.core.progress.rules import with_default_rules
from painplanner.core.values import LangText, Side, replace


def plan_from_template(
    template: Template,
    library: Library,
    new_id: IdFactory,
    *,
    patient: str,
    today: date,
    number: int,
    lang: str = "en",
) -> Plan:
    """Return a new plan of a patient with everything of a template, beginning today, titled in a language."""
    plan = Plan(id=new_id("plan"), number=number, patient=patient, start=today)
    return _with_parts_of(_with_story(plan, template, lang), _parts(template, library, new_id, None, today, lang))


def join_template(
    plan: Plan, template: Template, library: Library, new_id: IdFactory, *, today: date, lang: str = "en"
) -> Plan:
    """Add everything of a template to a plan; what the plan says already stays.

    In a plan that began before today the added steps begin today, and their items are marked as new.
    """
    parts = _parts(template, library, new_id, plan.side, today, lang)
    if plan.start is not None and plan.start < today:
        parts = parts._replace(steps=tuple(_joined_later(step, today) for step in parts.steps))
    return _with_parts_of(_with_story(plan, template, lang), parts)


def _joined_later(step: Step, today: date) -> Step:
    items = tuple(replace(item, added_on=today) for item in step.items)
    return replace(step, items=items, timing=step.timing or OnDate(on=today))


def _with_story(plan: Plan, template: Template, lang: str) -> Plan:
    """Fill what the plan does not say yet."""
    ready: dict[str, Any] = {
        "title": texts_in(template.texts, lang).name,
        "plain_title": tuple(LangText(lang=t.lang, text=t.plain_name or t.name) for t in template.texts),
        "region": next(iter(template.regions), None),
        "mechanism": template.mechanism,
        "flare": template.flare,
        "template": template.id,
        "why_words": template.why if not plan.why else (),
    }
    if plan.title:
        ready.pop("plain_title")
    return with_parts(plan, **{field: new for field, new in ready.items() if not getattr(plan, field)})


def _with_parts_of(plan: Plan, parts: Parts) -> Plan:
    return with_parts(plan, **{field: (*getattr(plan, field), *new) for field, new in parts._asdict().items() if new})


def _parts(template: Template, library: Library, new_id: IdFactory, side: Side | None, today: date, lang: str) -> Parts:
    source = Parts(
        drivers=template.drivers, goals=template.goals, steps=template.steps, checkpoints=template.checkpoints
    )
    parts = renewed(source, new_id)
    return Parts(
        drivers=parts.drivers,
        goals=tuple(_goal(g, library, today) for g in parts.goals),
        steps=tuple(_step(s, library, side, lang) for s in parts.steps),
        checkpoints=tuple(_checkpoint(c, library, parts.steps) for c in parts.checkpoints),
    )


def _step(step: Step, library: Library, side: Side | None, lang: str) -> Step:
    title = step.title or texts_in(step.words, lang).name
    return replace(step, title=title, items=tuple(with_side(_item(i, library), side) for i in step.items))


def _item(item: Item, library: Library) -> Item:
    """Return the copy of the entry that the item names; the item as it is when the library has no such entry."""
    entry = library.entries.get(item.source)
    if entry is None:
        return item
    copy = new_item(entry, library, lambda _kind: item.id, dose=item.dose)
    return replace(copy, note=item.note, replaces=item.replaces, figure=copy.figure or item.figure)


def _goal(goal: Goal, library: Library, today: date) -> Goal:
    by = goal.by or (today + timedelta(days=goal.by_days) if goal.by_days else None)
    criterion = goal.criterion and _criterion(goal.criterion, library)
    return replace(goal, by=by, by_days=None, criterion=criterion)


def _checkpoint(checkpoint: Checkpoint, library: Library, steps: tuple[Step, ...]) -> Checkpoint:
    """Return a checkpoint that measures what the library knows; one without any rule takes the default ones."""
    filled = replace(checkpoint, criteria=tuple(_criterion(c, library) for c in checkpoint.criteria))
    return with_default_rules(filled, steps)


def _criterion(criterion: Criterion, library: Library) -> Criterion:
    measure = library.measures.get(criterion.measure)
    if measure is None:
        return criterion
    return replace(
        criterion,
        name=criterion.name or measure.name,
        plain_name=criterion.plain_name or (() if criterion.name else measure.plain_name),
        unit=criterion.unit or measure.unit,
        better=measure.better if criterion.better is Better.HIGHER else criterion.better,
    )
