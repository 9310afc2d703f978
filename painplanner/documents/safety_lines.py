"""The safety lines of a sheet: one for each kind of exercise, said once; pain alone never says stop and call.

The rules [K]: 24-hour rule, pain-monitoring model of tendons (Silbernagel et al. 2007), nerve glides, graded activity.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from painplanner.core.library import Category, SafetyRule
from painplanner.core.plan import Item, LineKind
from painplanner.documents.blocks import Callout, Rich, rich
from painplanner.documents.words import Words, listed


def rule_of(item: Item) -> SafetyRule:
    """Return which safety line an item takes, by its own rule, else by its category."""
    if item.safety_rule in set(SafetyRule) and item.safety_rule != SafetyRule.GENERAL:
        return SafetyRule(item.safety_rule)
    return {
        Category.NERVE_GLIDE.value: SafetyRule.NERVE_GLIDE,
        Category.GRADED_ACTIVITY.value: SafetyRule.GRADED_ACTIVITY,
        Category.AEROBIC.value: SafetyRule.GRADED_ACTIVITY,
    }.get(item.category, SafetyRule.GENERAL)


def rule_words(rule: SafetyRule, w: Words) -> str:
    """Return the line of a rule."""
    t = w.t
    return {
        SafetyRule.GENERAL: t.gettext(
            "A mild pull or ache is fine. It should be back to your usual by the next day."
            " If it is more than your usual the next day, do half."
        ),
        SafetyRule.TENDON: t.gettext(
            "Pain up to 5 of 10 is fine if it settles by morning. If you are more stiff each morning, do less."
        ),
        SafetyRule.NERVE_GLIDE: t.gettext(
            "Move until you feel a light pull, and do not hold. A light tingle is fine if it is gone within seconds."
            " If it lasts more than 10 minutes, make it smaller next time. If it still lasts, leave it out and tell us."
        ),
        SafetyRule.GRADED_ACTIVITY: t.gettext(
            "Go by the clock, not by the pain. Do no more on a good day and no less on a bad day."
            " After more than 3 days off, start again with a little less."
        ),
    }[rule]


def own_lines(item: Item, items: Sequence[Item], w: Words) -> tuple[str, ...]:
    """Return the safety lines that only this item of the sheet has; shared ones stand in the box."""
    shared = set(_shared(items, w))
    covered = rule_words(rule_of(item), w)
    return tuple(line for line in _lines(item, w) if line not in shared and line not in covered)


def safety_box(items: Sequence[Item], w: Words) -> Callout | None:
    """Return the box "How it may feel" of a sheet: a line for each rule, with the numbers it holds for."""
    if not items:
        return None
    rules = list(dict.fromkeys(rule_of(item) for item in items))
    lines = [_line(rule_words(rule, w), _numbers(rule, items), len(rules), w) for rule in rules]
    said = " ".join(rule_words(rule, w) for rule in rules)
    lines += [rich(line) for line in _shared(items, w) if line not in said]
    return Callout(title=w.t.gettext("How it may feel"), items=tuple(lines))


def _line(text: str, numbers: list[str], rules: int, w: Words) -> Rich:
    if rules == 1:
        return rich(text)
    lead = w.t.ngettext("Exercise {numbers}:", "Exercises {numbers}:", len(numbers))
    return rich("", lead.format(numbers=listed(numbers, w)), f" {text}")


def _numbers(rule: SafetyRule, items: Sequence[Item]) -> list[str]:
    return [str(n) for n, item in enumerate(items, 1) if rule_of(item) is rule]


def _shared(items: Sequence[Item], w: Words) -> tuple[str, ...]:
    count = Counter(line for item in items for line in dict.fromkeys(_lines(item, w)))
    return tuple(line for line, times in count.items() if times > 1)


def _lines(item: Item, w: Words) -> tuple[str, ...]:
    return w.texts(item.texts).of_kind(LineKind.SAFETY)
