"""Changes of an item's own copy of its words: a language that is not written yet begins as a copy of what is shown."""

from __future__ import annotations

from painplanner.core.plan import Item, Line, LineKind, Texts, texts_in
from painplanner.core.values import replace
from painplanner.gui.form.subject import Changes


def with_words(item: Item, lang: str, words: Texts) -> Changes:
    """Return the item's texts with these words in a language."""
    written = replace(words, lang=lang)
    if any(each.lang == lang for each in item.texts):
        return {"texts": tuple(written if each.lang == lang else each for each in item.texts)}
    return {"texts": (*item.texts, written)}


def named(item: Item, lang: str, name: str) -> Changes:
    """Return the item's texts with another name, in the language that is shown for `lang`."""
    words = texts_in(item.texts, lang)
    return with_words(item, words.lang, replace(words, name=name))


def plainly_named(item: Item, lang: str, name: str) -> Changes:
    """Return the item's texts with another name for the patient."""
    return with_words(item, lang, replace(own_copy(item, lang), plain_name=name))


def own_copy(item: Item, lang: str) -> Texts:
    """Return the words in a language; unchecked where they are still a copy of another one."""
    words = texts_in(item.texts, lang)
    return words if words.lang == lang else replace(words, lang=lang, checked_by="")


def with_line(item: Item, lang: str, place: int, *, text: str | None = None, kind: LineKind | None = None) -> Changes:
    """Return the item's texts with another sentence, or kind of sentence, at a place."""
    words = own_copy(item, lang)
    if place >= len(words.lines):
        return {}
    old = words.lines[place]
    new = replace(old, text=old.text if text is None else text, kind=kind or old.kind)
    return with_words(item, lang, replace(words, lines=(*words.lines[:place], new, *words.lines[place + 1 :])))


def with_new_line(item: Item, lang: str) -> Changes:
    """Return the item's texts with an empty sentence at the end, of the kind of the last one."""
    words = own_copy(item, lang)
    kind = words.lines[-1].kind if words.lines else LineKind.STEP
    return with_words(item, lang, replace(words, lines=(*words.lines, Line(kind=kind, text=""))))


def without_line(item: Item, lang: str, place: int) -> Changes:
    """Return the item's texts without the sentence at a place."""
    words = own_copy(item, lang)
    return with_words(item, lang, replace(words, lines=(*words.lines[:place], *words.lines[place + 1 :])))
