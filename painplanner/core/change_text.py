"""The short text of a value of a plan as a change carries it: codes by their value, numbers plain, dates in ISO.

Not here: what changed, and the sentences of the history.
"""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Any

import msgspec

from painplanner.core.dose import Dose
from painplanner.core.dose_text import dose_line
from painplanner.core.measure import Criterion, Target
from painplanner.core.plan import (
    Action,
    AfterStep,
    Checkpoint,
    Closing,
    Decision,
    Driver,
    EveryWeeks,
    Flare,
    Goal,
    Item,
    Lasts,
    NextVisit,
    OnDate,
    Owner,
    Step,
    Texts,
    texts_in,
)
from painplanner.core.values import LangText, plain, text_in


def part_name(part: Driver | Goal | Step | Item | Checkpoint, lang: str) -> str:
    """Return what a part is called: its own words, else those of the library."""
    if isinstance(part, Item):
        return texts_in(part.texts, lang).name
    if isinstance(part, Step):
        return part.title or texts_in(part.words, lang).name
    if isinstance(part, Checkpoint):
        return "; ".join(criterion_text(criterion, lang) for criterion in part.criteria)
    return part.text or text_in(part.words, lang)


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
    if values and isinstance(values[0], tuple):
        return "; ".join("=".join(as_text(value, lang) for value in pair) for pair in values)
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
            return criterion_text(value, lang)
        case Action() | NextVisit() | Owner():
            return _joined([getattr(value, field) for field in value.__struct_fields__], lang)
        case _:
            return _event_text(value, lang)


def _event_text(value: msgspec.Struct, lang: str) -> str:
    """Return what happened to a plan: what was decided, from when to when a flare went, when it was closed."""
    match value:
        case Decision():
            return _joined([value.outcome, value.action], lang)
        case Flare():
            return f"{as_text(value.on)}/{as_text(value.back_on)}"
        case Closing():
            return as_text(value.on)
        case _:
            return str(value)


def _joined(values: list[Any], lang: str) -> str:
    return " ".join(text for text in (as_text(value, lang) for value in values) if text)


def criterion_text(criterion: Criterion, lang: str) -> str:
    """Return a criterion as `name: baseline > partly > target`, leaving out what is not known."""
    asked = criterion.activity or text_in(criterion.name, lang) or criterion.measure
    partly = _target_text(criterion.partly)
    steps = (as_text(criterion.baseline), partly and f"partly {partly}", _target_text(criterion.target))
    numbers = " > ".join(text for text in steps if text)
    return f"{asked}: {numbers}" if numbers else asked


def _target_text(target: Target | None) -> str:
    return "" if target is None else " ".join(t for t in (target.kind.value, as_text(target.amount)) if t)
