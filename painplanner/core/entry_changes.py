"""What differs between two versions of an entry or a template, field by field, for "compare with the original".

Not here: how a field is called on the screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Any, NamedTuple, TypeVar, cast

import msgspec

from painplanner.core.change_text import as_text, part_name
from painplanner.core.library import DoseRange, Intervention, MedicineFact, MedicineReference, Template
from painplanner.core.plan import Checkpoint, Driver, Goal, Item, Line, Step, Texts
from painplanner.core.source import Source
from painplanner.core.values import LangText, Value

V = TypeVar("V", Intervention, Template)


class EntryChange(Value, frozen=True, kw_only=True):
    """One difference: `field` is a dotted path (`dose.sets`, `texts.lines.step`), `lang` a language where it is words.

    `old` and `new` are text as it is, codes by their value, numbers plain, lists joined by "; ". Empty means not there.
    """

    field: str
    lang: str = ""
    old: str = ""
    new: str = ""


class _At(NamedTuple):
    field: str
    lang: str = ""

    def __truediv__(self, part: str) -> _At:
        return _At(f"{self.field}.{part}" if self.field else part, self.lang)


def entry_changes(old: V, new: V) -> tuple[EntryChange, ...]:
    """Return what is other in the new version, in the order of the fields."""
    return tuple(_fields(old, new, _At("")))


def _fields(old: msgspec.Struct, new: msgspec.Struct, at: _At) -> Iterator[EntryChange]:
    for name in new.__struct_fields__:
        yield from _values(getattr(old, name), getattr(new, name), at / name)


def _values(old: Any, new: Any, at: _At) -> Iterator[EntryChange]:  # noqa: ANN401  (any field of an entry)
    if old == new:
        return
    old, new = _filled(old, new), _filled(new, old)
    if isinstance(old, tuple) or isinstance(new, tuple):
        yield from _tuples(cast("tuple[Any, ...]", old or ()), cast("tuple[Any, ...]", new or ()), at)
    elif isinstance(old, msgspec.Struct) and type(old) is type(new):
        yield from _fields(old, cast("msgspec.Struct", new), at)
    else:
        yield _change(at, _said(old), _said(new))


def _filled(value: Any, other: Any) -> Any:  # noqa: ANN401  (any field of an entry)
    """Return an empty reference where only the other version has one, so that its amounts are told one by one."""
    return type(other)() if value is None and isinstance(other, MedicineReference | MedicineFact) else value


def _tuples(old: tuple[Any, ...], new: tuple[Any, ...], at: _At) -> Iterator[EntryChange]:
    first: Any = (old or new)[0]
    if isinstance(first, Texts):
        yield from _by_language(old, new, at)
    elif isinstance(first, LangText):
        yield from _words_by_language(old, new, at)
    elif isinstance(first, Line):
        yield from _lines(old, new, at)
    elif isinstance(first, DoseRange):
        yield from _keyed(_by("field", old), _by("field", new), at)
    elif isinstance(first, msgspec.Struct) and "id" in first.__struct_fields__:
        yield from _keyed(_by("id", old), _by("id", new), at)
    else:
        yield _change(at, "; ".join(map(_said, old)), "; ".join(map(_said, new)))


def _by(field: str, parts: Iterable[Any]) -> dict[str, Any]:
    return {getattr(part, field): part for part in parts}


def _keyed(old: dict[str, Any], new: dict[str, Any], at: _At) -> Iterator[EntryChange]:
    """Compare parts that are known by a name; where they only stand in another order, that is the one change."""
    for key in dict.fromkeys((*old, *new)):
        yield from _values(old.get(key), new.get(key), at / key)
    if set(old) == set(new) and list(old) != list(new):
        yield _change(at, "; ".join(old), "; ".join(new))


def _by_language(old: tuple[Texts, ...], new: tuple[Texts, ...], at: _At) -> Iterator[EntryChange]:
    before, after = _by("lang", old), _by("lang", new)
    for lang in dict.fromkeys((*before, *after)):
        empty = Texts(lang=lang, name="")
        yield from _fields(before.get(lang, empty), after.get(lang, empty), _At(at.field, lang))


def _words_by_language(old: tuple[LangText, ...], new: tuple[LangText, ...], at: _At) -> Iterator[EntryChange]:
    for lang in dict.fromkeys(word.lang for word in (*old, *new)):
        before, after = ("; ".join(word.text for word in words if word.lang == lang) for words in (old, new))
        if before != after:
            yield _change(_At(at.field, lang), before, after)


def _lines(old: tuple[Line, ...], new: tuple[Line, ...], at: _At) -> Iterator[EntryChange]:
    """Set lines against one another where they differ; a line whose kind changed is one taken out and one put in."""
    before, after = [(line.kind, line.text) for line in old], [(line.kind, line.text) for line in new]
    for _verb, low, high, new_low, new_high in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, come = before[low:high], after[new_low:new_high]
        if gone == come:
            continue
        for n in range(max(len(gone), len(come))):
            yield from _line(gone[n : n + 1], come[n : n + 1], at)


def _line(gone: list[tuple[Any, str]], come: list[tuple[Any, str]], at: _At) -> Iterator[EntryChange]:
    if gone and come and gone[0][0] == come[0][0]:
        yield _change(at / gone[0][0].value, gone[0][1], come[0][1])
        return
    for kind, text in gone:
        yield _change(at / kind.value, text, "")
    for kind, text in come:
        yield _change(at / kind.value, "", text)


def _change(at: _At, old: str, new: str) -> EntryChange:
    return EntryChange(field=at.field, lang=at.lang, old=old, new=new)


def _said(value: Any) -> str:  # noqa: ANN401  (any field of an entry)
    match value:
        case Source():
            return f"[{value.tag.value}] {value.text}"
        case DoseRange():
            return f"{as_text(value.low)}–{as_text(value.high)}"
        case Driver() | Goal() | Step() | Item() | Checkpoint():
            return part_name(value, "en") or value.id
        case _:
            return as_text(value)
