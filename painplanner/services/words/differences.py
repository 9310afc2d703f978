"""What differs between two versions of an entry, in words: how each field is called, and what the two versions say."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from painplanner.core.entry_changes import EntryChange
from painplanner.core.library import Category, SafetyRule
from painplanner.core.plan import LineKind, Purpose
from painplanner.core.values import Discipline, Mechanism, Region, plain
from painplanner.services.words.body import region_words
from painplanner.services.words.codes import code_name
from painplanner.services.words.exercising import category_words, safety_words
from painplanner.services.words.library import equipment_words, position_words
from painplanner.services.words.pictures import figure_name
from painplanner.services.words.plan import discipline_words, mechanism_words, purpose_words
from painplanner.services.words.refusals import field_name
from painplanner.text import _

Word = Callable[[str], str]


class Difference(NamedTuple):
    """One field: its name, what the first version says and what the second; the empty text is "not there"."""

    name: str
    old: str
    new: str


def difference_words(
    changes: Iterable[EntryChange], entry_name: Word, language: Word, picture: Word = figure_name
) -> tuple[Difference, ...]:
    """Word every change that words tell apart; names come by the id of an entry, a language or a picture."""
    told = (_difference(change, entry_name, language, picture) for change in changes)
    return tuple(one for one in told if one.old != one.new)


def _difference(change: EntryChange, entry_name: Word, language: Word, picture: Word) -> Difference:
    name = _field_words(change.field)
    if change.lang:
        name = f"{name}, {language(change.lang)}"
    word = _value_word(change.field, entry_name, picture)
    old, new = (" · ".join(filter(None, map(word, _parts(change.field, text)))) for text in (change.old, change.new))
    return Difference(name, old, new)


_LISTS = frozenset(
    ["regions", "mechanisms", "equipment", "contraindications", "precautions", "drug_classes", "sources", "synonyms"]
)


def _parts(field: str, text: str) -> list[str]:
    """Return the parts of a list, or the text as it is."""
    if field in {"expect_days", "reassess_days"}:
        return [text.replace("; ", "–")]
    return text.split("; ") if field in _LISTS else [text]


def _value_word(field: str, entry_name: Word, picture: Word) -> Word:
    """Return how a value of a field is worded."""
    root = field.split(".")[0]
    known: dict[str, Word] = {
        "regions": _one_of(Region, region_words),
        "mechanisms": _one_of(Mechanism, mechanism_words),
        "mechanism": _one_of(Mechanism, mechanism_words),
        "discipline": _one_of(Discipline, discipline_words),
        "purpose": _one_of(Purpose, purpose_words),
        "category": _one_of(Category, category_words),
        "safety_rule": _one_of(SafetyRule, safety_words),
        "position": position_words,
        "equipment": equipment_words,
        "contraindications": code_name,
        "precautions": code_name,
        "drug_classes": code_name,
        "easier": lambda key: entry_name(key) or key,
        "harder": lambda key: entry_name(key) or key,
        "figure": picture,
        "two_sided": lambda text: _("chosen in the plan") if text == "true" else _("has no side"),
        "expect_days": lambda text: _("{n} days").format(n=text),
        "reassess_days": lambda text: _("{n} days").format(n=text),
    }
    word = known.get(root, _plain_value)
    return lambda text: word(text) if text else ""


def _one_of(kind: type, word: Callable[..., str]) -> Word:
    def said(text: str) -> str:
        try:
            return word(kind(text))
        except ValueError:
            return text

    return said


def _plain_value(text: str) -> str:
    try:
        return plain(Decimal(text))
    except InvalidOperation:
        return text


def _field_words(field: str) -> str:
    """Return how a field is called: the whole path where it has a name, else its own with what it stands in."""
    whole = _whole_fields().get(field)
    if whole is not None:
        return whole
    root, _dot, inner = field.partition(".")
    last = field.rsplit(".", 1)[-1]
    if field.startswith("texts.lines."):
        return _line_words(last)
    if root == "ranges":
        return _("Range of {field}").format(field=field_name(inner))
    if root == "dose":
        return _("Dose: {field}").format(field=field_name(last))
    if root == "reference":
        return _("Reference amount: {field}").format(field=_fact_words(inner))
    inside = _parts_words().get(root)
    return inside if inside is not None else field_name(field).capitalize()


def _whole_fields() -> dict[str, str]:
    return {
        "kind": _("Kind"), "texts.name": _("Name"), "texts.plain_name": _("Name for patients"),
        "texts.checked_by": _("Checked by"), "synonyms": _("Also called"), "regions": _("Region"),
        "category": _("Trains"), "mechanisms": _("Mechanism"), "mechanism": _("Mechanism"),
        "discipline": _("Discipline"), "purpose": _("Purpose"), "position": _("Position"),
        "equipment": _("Equipment"), "dose": _("Dose"), "ranges": _("Usual range"),
        "easier_how": _("Made easier"), "harder_how": _("Made harder"), "easier": _("Easier entry"),
        "harder": _("Harder entry"), "two_sided": _("Side"), "safety_rule": _("Safety line"),
        "drug_classes": _("Counts as"), "contraindications": _("Not with"), "precautions": _("Take care with"),
        "expect_days": _("Expect an effect after"), "reassess_days": _("Reassess after"), "figure": _("Picture"),
        "sources": _("Sources"), "reference": _("Reference amounts"), "why": _("Why"),
        "flare": _("Plan for a flare"), "texts.lines": _("Lines"),
    }  # fmt: skip


def _parts_words() -> dict[str, str]:
    return {
        "drivers": _("What drives the pain"),
        "goals": _("Goals"),
        "steps": _("Steps"),
        "checkpoints": _("Checkpoints"),
        "texts": _("Words"),
    }


def _line_words(kind: str) -> str:
    known = {
        LineKind.SETUP: _("Line: set-up"),
        LineKind.STEP: _("Line: step"),
        LineKind.CUE: _("Line: form"),
        LineKind.BREATHING: _("Line: breathing"),
        LineKind.SAFETY: _("Line: safety"),
        LineKind.BENEFIT: _("Line: benefit"),
        LineKind.RISK: _("Line: risk"),
        LineKind.PREPARE: _("Line: before"),
        LineKind.AFTERCARE: _("Line: afterwards"),
        LineKind.CALL: _("Line: stop and call"),
        LineKind.INFO: _("Line: good to know"),
    }
    return known.get(LineKind(kind), _("Lines")) if kind in set(LineKind) else _("Lines")


def _fact_words(path: str) -> str:
    facts = {"start": _("start"), "usual": _("usual"), "maximum": _("maximum"), "trial": _("trial")}
    which, _dot, part = path.partition(".")
    return ", ".join(word for word in (facts.get(which, field_name(which)), field_name(part) if part else "") if word)
