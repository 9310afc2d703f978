"""What changed between two versions of a plan, in plain words: by part, with what stood before and what stands now.

Also the short reasons that a clinician may give for a revision, taken from what changed. For the clinician.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from painplanner.core.diff import Change, ChangeKind, plan_diff
from painplanner.core.plan import (
    Checkpoint,
    Closing,
    Decision,
    Driver,
    Flare,
    Goal,
    Item,
    Outcome,
    Plan,
    Step,
    item_name,
    items_of,
    texts_in,
)
from painplanner.core.values import text_in
from painplanner.services.words.change_values import check_name, end_words, field_words, value_words
from painplanner.services.words.plan import action_words, outcome_words, step_title
from painplanner.text import _, ngettext

MOST_REASONS = 5
_PARTS = ("plan", "closing", "decision", "flare", "goal", "driver", "step", "item", "checkpoint")
# What only follows from another change, or is kept for the program alone.
_QUIET = frozenset({"added_on", "source", "category", "kind", "two_sided", "number", "patient", "template", "found"})
_IN_LANGUAGES = frozenset({"words", "plain_title", "why_words", "flare", "early_signs", "texts"})
_READY_WORDS = {"words": ("title", "text"), "plain_title": ("title",), "why_words": ("why",)}


class ChangeLine(NamedTuple):
    """One change: which part, what of it, and what the two versions say; the empty text is "not there"."""

    kind: ChangeKind
    name: str
    field: str
    old: str
    new: str


class ChangeGroup(NamedTuple):
    """The changes of one kind of part."""

    part: str
    title: str
    lines: tuple[ChangeLine, ...]


def change_groups(old: Plan, new: Plan, lang: str = "en") -> tuple[ChangeGroup, ...]:
    """Return what changed from one version to another; texts of the plan are in `lang`."""
    changes = plan_diff(old, new, lang)
    said = {(change.part, change.id, change.field) for change in changes}
    lines: dict[str, list[ChangeLine]] = {part: [] for part in _PARTS}
    for change in changes:
        if not _is_quiet(change, said):
            line = _line(change, old, new, lang)
            if line.old != line.new:
                lines[change.part].append(line)
    titles = _titles()
    return tuple(ChangeGroup(part, titles[part], tuple(found)) for part, found in lines.items() if found)


def count_words(groups: tuple[ChangeGroup, ...]) -> str:
    """Return how many changes there are."""
    count = sum(len(group.lines) for group in groups)
    return ngettext("{n} change", "{n} changes", count).format(n=count) if count else _("Nothing changed.")


def line_words(line: ChangeLine) -> str:
    """Return a change in one line, for where there is no room for two columns."""
    what = _("{name}, {field}").format(name=line.name, field=line.field) if line.field else line.name
    if line.kind is ChangeKind.ADDED:
        return _("New: {what}").format(what=_with(what, line.new if line.new != _("added") else ""))
    if line.kind is ChangeKind.REMOVED:
        return _("Removed: {what}").format(what=what)
    return _("{what}: {old} → {new}").format(what=what, old=line.old or _("not set"), new=line.new or _("not set"))


def reason_suggestions(old: Plan | None, new: Plan, lang: str = "en") -> tuple[str, ...]:
    """Return short reasons for keeping a revision, what decides most first; none is said twice."""
    if old is None:
        return (_("First plan"),)
    found = [reason for change in _by_weight(plan_diff(old, new, lang)) if (reason := _reason(change, old, new, lang))]
    return tuple(dict.fromkeys(found))[:MOST_REASONS]


def _titles() -> dict[str, str]:
    return {
        "plan": _("Plan"),
        "closing": _("Closing"),
        "decision": _("Decisions"),
        "flare": _("Flares"),
        "goal": _("Goals"),
        "driver": _("What drives the pain"),
        "step": _("Steps"),
        "item": _("In the steps"),
        "checkpoint": _("Checkpoints"),
    }


def _is_quiet(change: Change, said: set[tuple[str, str, str]]) -> bool:
    typed = _READY_WORDS.get(change.field, ())
    return change.field in _QUIET or any((change.part, change.id, field) in said for field in typed)


def _with(what: str, more: str) -> str:
    return f"{what}, {more}" if more else what


def _line(change: Change, old: Plan, new: Plan, lang: str) -> ChangeLine:
    before, after = (_part(change, plan) for plan in (old, new))
    name = _name(after or before, new if after is not None else old, lang)
    if change.kind is ChangeKind.ADDED:
        return ChangeLine(change.kind, name, "", "", _summary(after, new, lang) or _("added"))
    if change.kind is ChangeKind.REMOVED:
        return ChangeLine(change.kind, name, "", _summary(before, old, lang) or _("was there"), "")
    if change.kind is ChangeKind.MOVED:
        places = (_("place {n}").format(n=_place(change.id, plan)) for plan in (old, new))
        return ChangeLine(change.kind, name, _("order"), *places)
    if change.field == "step" and change.part == "item":
        homes = (value_words(step, "step", plan, lang) for step, plan in ((change.old, old), (change.new, new)))
        return ChangeLine(change.kind, name, field_words("step"), *homes)
    return ChangeLine(change.kind, name, field_words(change.field), *_values(change, before, after, old, new, lang))


def _values(change: Change, before: Any, after: Any, old: Plan, new: Plan, lang: str) -> tuple[str, str]:  # noqa: ANN401
    """Return what a field said and says; where only another language was worded anew, that."""
    was, now = (_said(part, change.field, lang) for part in (before, after))
    said = value_words(was, change.field, old, lang), value_words(now, change.field, new, lang)
    if said[0] == said[1] and change.field in _IN_LANGUAGES:
        return said[0], _("{text} (worded anew in another language)").format(text=said[1]).strip()
    return said


def _said(part: Any, field: str, lang: str) -> Any:  # noqa: ANN401  (any field of any part)
    """Return what a field says; where nothing was typed, the ready words that stand in its place."""
    typed = getattr(part, field)
    if typed or not isinstance(part, Step | Goal | Driver) or field not in {"title", "text"}:
        return typed
    return texts_in(part.words, lang).name if isinstance(part, Step) else text_in(part.words, lang)


def _part(change: Change, plan: Plan) -> Any:  # noqa: ANN401  (any part of a plan)
    if change.part == "plan":
        return plan
    if change.part == "closing":
        return plan.closing
    if change.part == "item":
        return next((item for _step, item in items_of(plan) if item.id == change.id), None)
    parts = getattr(plan, f"{change.part}s")
    return next((part for part in parts if part.id == change.id), None)


def _place(part_id: str, plan: Plan) -> int:
    rows = (plan.steps, plan.goals, plan.drivers, plan.checkpoints, *(step.items for step in plan.steps))
    return next((place for row in rows for place, part in enumerate(row, 1) if part.id == part_id), 0)


def _name(part: Any, plan: Plan, lang: str) -> str:  # noqa: ANN401  (any part of a plan)
    match part:
        case Step():
            return step_title(part, plan)
        case Item():
            return item_name(part, lang) or _("Without a name yet")
        case Goal() | Driver():
            return part.text or text_in(part.words, lang) or _("Without words yet")
        case Checkpoint():
            return check_name(part.criteria, lang)
        case Decision():
            return value_words(part.checkpoint, "checkpoint", plan, lang)
        case Flare():
            return value_words(part.items, "items", plan, lang) or _("Everything that is done")
        case _:
            return _("The plan")


def _summary(part: Any, plan: Plan, lang: str) -> str:  # noqa: ANN401  (any part of a plan)
    """Return what a part that came or went holds, in few words."""
    match part:
        case Item():
            step = next((step for step, item in items_of(plan) if item.id == part.id), None)
            home = _("in “{step}”").format(step=step_title(step, plan)) if step is not None else ""
            return ", ".join(filter(None, (value_words(part.dose, "dose", plan, lang), home)))
        case Step():
            return ", ".join(item_name(item, lang) for item in part.items) or _("empty")
        case Goal():
            return value_words(part.criterion, "criterion", plan, lang)
        case Checkpoint():
            when = value_words(part.when, "when", plan, lang)
            criteria = value_words(part.criteria, "criteria", plan, lang)
            return "; ".join(filter(None, (criteria, when)))
        case Decision():
            return _decided(part, plan, lang)
        case Flare():
            return " – ".join(filter(None, (value_words(d, "on", plan, lang) for d in (part.on, part.back_on))))
        case Closing():
            return "; ".join(filter(None, (value_words(part.on, "on", plan, lang), _ends(part, plan, lang))))
        case _:
            return ""


def _ends(closing: Closing, plan: Plan, lang: str) -> str:
    return value_words(closing.goals, "goals", plan, lang)


def _decided(decision: Decision, plan: Plan, lang: str) -> str:
    outcome: Outcome | None = decision.outcome
    what = outcome_words(outcome) if outcome is not None else _("not enough data")
    return ", ".join(filter(None, (what, action_words(decision.action, plan, lang), decision.reason)))


# Reasons


def _by_weight(changes: tuple[Change, ...]) -> list[Change]:
    """Return changes with those first that are a reason by themselves."""
    order = ("closing", "decision", "flare", "step", "item", "goal", "checkpoint", "driver", "plan")
    return sorted(changes, key=lambda change: order.index(change.part))


def _reason(change: Change, old: Plan, new: Plan, lang: str) -> str:
    after = _part(change, new)
    name = _name(after or _part(change, old), new if after is not None else old, lang)
    by_kind = {
        ("closing", ChangeKind.ADDED): _("Plan closed"),
        ("closing", ChangeKind.REMOVED): _("Plan opened again"),
        ("flare", ChangeKind.ADDED): _("Flare"),
        ("step", ChangeKind.ADDED): _("New step: {name}"),
        ("step", ChangeKind.REMOVED): _("Step removed: {name}"),
        ("item", ChangeKind.ADDED): _("New: {name}"),
        ("item", ChangeKind.REMOVED): _("Removed: {name}"),
        ("goal", ChangeKind.ADDED): _("New goal"),
    }
    if change.part == "decision" and change.kind is ChangeKind.ADDED and after is not None:
        return f"{name}: {_decided(after, new, lang)}"
    if change.kind is ChangeKind.CHANGED:
        return _field_reason(change).format(name=name)
    return by_kind.get((change.part, change.kind), "").format(name=name)


def _field_reason(change: Change) -> str:
    known = {
        ("item", "dose"): _("Dose of {name} changed"),
        ("item", "stopped_on"): _("Stopped: {name}") if change.new else _("Taken up again: {name}"),
        ("step", "status"): _step_reason(change.new),
        ("goal", "criterion"): _("Goal changed"),
        ("goal", "text"): _("Goal changed"),
        ("plan", "side"): _("Side changed"),
    }
    return known.get((change.part, change.field), "")


def _step_reason(status: str) -> str:
    known = {"active": _("Step begun: {name}"), "done": _("Step done: {name}"), "stopped": _("Step stopped: {name}")}
    return known.get(status, "")


def ends_words(closing: Closing, plan: Plan, lang: str = "en") -> tuple[str, ...]:
    """Return how each goal of a closed plan ended, in the order of the goals."""
    said = dict(closing.goals)
    names = ((goal.text or text_in(goal.words, lang), said.get(goal.id)) for goal in plan.goals)
    return tuple(
        _("{goal}: {end}").format(goal=name, end=end_words(end) if end is not None else _("not known"))
        for name, end in names
    )
