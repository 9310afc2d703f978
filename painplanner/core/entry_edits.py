"""Changes of one part of an entry: words of a language, lines, ranges, reference amounts.

Each returns the new tuple of its field. A language in which nothing is said any more is left out, and one that says
something without a name takes the first name there is, so that no paper ever prints a nameless exercise.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from decimal import Decimal
from typing import Any

from painplanner.core.library import DoseRange, MedicineFact, MedicineReference
from painplanner.core.plan import Line, LineKind, Texts
from painplanner.core.values import LangText, replace


def words_in(texts: Iterable[Texts], lang: str) -> Texts:
    """Return the words of exactly this language, empty ones where nothing is said in it."""
    return next((one for one in texts if one.lang == lang), Texts(lang=lang, name=""))


def with_words(texts: tuple[Texts, ...], lang: str, **changes: Any) -> tuple[Texts, ...]:  # noqa: ANN401
    """Return the texts with other fields in a language."""
    changed: Texts = replace(words_in(texts, lang), **changes)
    if any(one.lang == lang for one in texts):
        new = tuple(changed if one.lang == lang else one for one in texts)
    else:
        new = (*texts, changed)
    return _named(tuple(one for one in new if _says_something(one)))


def _says_something(words: Texts) -> bool:
    return bool(words.name.strip() or words.plain_name.strip() or words.lines)


def _named(texts: tuple[Texts, ...]) -> tuple[Texts, ...]:
    name = next((one.name for one in texts if one.name.strip()), "")
    return tuple(one if one.name.strip() or not name else replace(one, name=name) for one in texts)


def with_line(
    lines: tuple[Line, ...], place: int, *, text: str | None = None, kind: LineKind | None = None
) -> tuple[Line, ...]:
    """Return the lines with other words, or another kind, at a place."""
    if not 0 <= place < len(lines):
        return lines
    old = lines[place]
    new: Line = replace(old, text=old.text if text is None else text, kind=kind or old.kind)
    return (*lines[:place], new, *lines[place + 1 :])


def with_new_line(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines with an empty one at the end, of the kind of the last one."""
    return (*lines, Line(kind=lines[-1].kind if lines else LineKind.STEP, text=""))


def without_line(lines: tuple[Line, ...], place: int) -> tuple[Line, ...]:
    """Return the lines without one."""
    return (*lines[:place], *lines[place + 1 :])


def with_moved_line(lines: tuple[Line, ...], place: int, by: int) -> tuple[Line, ...]:
    """Return the lines with one moved up or down, as far as there is room."""
    if not 0 <= place < len(lines):
        return lines
    rest = [*lines[:place], *lines[place + 1 :]]
    rest.insert(max(0, min(len(rest), place + by)), lines[place])
    return tuple(rest)


def exact_text(texts: Iterable[LangText], lang: str) -> str:
    """Return the text of exactly this language, nothing where there is none."""
    return next((one.text for one in texts if one.lang == lang), "")


def with_text(texts: tuple[LangText, ...], lang: str, text: str) -> tuple[LangText, ...]:
    """Return the texts with another one in a language; an empty one is left out."""
    kept = tuple(one for one in texts if one.lang != lang)
    if not text.strip():
        return kept
    new = LangText(lang=lang, text=text)
    if len(kept) == len(texts):
        return (*kept, new)
    return tuple(new if one.lang == lang else one for one in texts)


def texts_of(texts: Iterable[LangText], lang: str) -> tuple[str, ...]:
    """Return every text of exactly this language, such as its synonyms."""
    return tuple(one.text for one in texts if one.lang == lang)


def with_texts(texts: tuple[LangText, ...], lang: str, words: Collection[str]) -> tuple[LangText, ...]:
    """Return the texts with these of a language in the place of all that were of it."""
    return (*(one for one in texts if one.lang != lang), *(LangText(lang=lang, text=word) for word in words))


def range_of(ranges: Iterable[DoseRange], field: str) -> tuple[Decimal | None, Decimal | None]:
    """Return the lower and the upper end of a field of the dose."""
    return next(((one.low, one.high) for one in ranges if one.field == field), (None, None))


def with_range(
    ranges: tuple[DoseRange, ...], field: str, low: Decimal | None, high: Decimal | None
) -> tuple[DoseRange, ...]:
    """Return the ranges with other ends of a field; one without ends is left out. Raises Impossible."""
    others = tuple(one for one in ranges if one.field != field)
    if low is None and high is None:
        return others
    new = DoseRange(field=field, low=low, high=high)
    if len(others) == len(ranges):
        return (*others, new)
    return tuple(new if one.field == field else one for one in ranges)


def with_fact(reference: MedicineReference | None, which: str, **changes: Any) -> MedicineReference | None:  # noqa: ANN401
    """Return the reference with other fields of one amount; an amount that says nothing is none."""
    base = reference or MedicineReference()
    fact: MedicineFact = replace(getattr(base, which) or MedicineFact(), **changes)
    is_empty = fact.amount is None and not fact.text.strip()
    new: MedicineReference = replace(base, **{which: None if is_empty and not fact.unit else fact})
    return None if new == MedicineReference() else new
