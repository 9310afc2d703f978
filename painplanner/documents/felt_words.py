"""What a step may feel like and when, hedged, one line of a kind.

Times are those of the article and of hospitals' sheets [R], else general knowledge [K]. A kind
without a sourced time has what its item may help with, in the words of the library.
"""

from __future__ import annotations

from painplanner.core.library import Category, SafetyRule
from painplanner.core.plan import Item, LineKind, Step
from painplanner.documents.aftercare import relief_line
from painplanner.documents.blocks import Rich, rich
from painplanner.documents.plan_words import patient_name
from painplanner.documents.words import Words

_MOST_LINES = 2
_SLOW = frozenset({"gabapentinoid", "snri", "tca"})


def felt_lines(step: Step, w: Words) -> tuple[Rich, ...]:
    """Return when a change may be felt in a step: a line for each of its first items that says something."""
    items = [item for item in step.items if item.stopped_on is None]
    own = {item.id: next(iter(w.texts(item.texts).of_kind(LineKind.BENEFIT)), "") for item in items}
    dated = {item.id: own[item.id] if _has_number(own[item.id]) else _timed(item, w) for item in items}
    said = [_line(item, line, w) for item in items if (line := dated[item.id])]
    said += [_named(item, own[item.id], w) for item in items if own[item.id] and not dated[item.id]]
    return tuple(dict.fromkeys(said))[:_MOST_LINES]


def _has_number(line: str) -> bool:
    return any(sign.isdigit() for sign in line)


def _line(item: Item, line: str, w: Words) -> Rich:
    """Return a time under the name of what it is about; exercises share theirs."""
    return rich(line) if item.kind == "exercise" else _named(item, line, w)


def _named(item: Item, line: str, w: Words) -> Rich:
    return rich("", patient_name(item, w), f": {line}")


def _timed(item: Item, w: Words) -> str:
    if item.kind == "procedure":
        return _procedure(item, w)
    if item.kind == "medicine":
        return _medicine(item, w)
    if item.kind == "behavioural" and "insomnia" in item.source:
        return w.t.gettext("Better sleep may take 4 to 8 weeks.")
    return _exercise(item, w) if item.kind == "exercise" else ""


def _procedure(item: Item, w: Words) -> str:
    t = w.t
    if "radiofrequency" in item.source:
        return t.gettext("It may be sore for 1 to 2 weeks. Relief often comes after 2 to 3 weeks.")
    if "corticosteroid" in item.drug_classes or "epidural" in item.source:
        numb = t.gettext("The first hours may feel numb, then pain may come back.")
        return f"{numb} {relief_line(item, w) or t.gettext('Relief often comes in 1 to 14 days.')}"
    return ""


def _medicine(item: Item, w: Words) -> str:
    if _SLOW & set(item.drug_classes):
        return w.t.gettext("It may take 4 to 8 weeks to know if it helps you.")
    if "nsaid" in item.drug_classes:
        return w.t.gettext("It may take 1 to 2 weeks to know if it helps you.")
    return ""


def _exercise(item: Item, w: Words) -> str:
    t = w.t
    if item.safety_rule == SafetyRule.TENDON:
        return t.gettext("Tendons are slow: they often need 12 weeks or more.")
    return {
        Category.STRENGTH.value: t.gettext("You may feel stronger in 2 to 4 weeks, more so in 6 to 8."),
        Category.AEROBIC.value: t.gettext("You may have more stamina after 4 to 6 weeks."),
    }.get(item.category, "")
