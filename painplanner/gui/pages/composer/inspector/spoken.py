"""Words of a plan in the language of its patient: what was typed into the plan wins over the ready words."""

from __future__ import annotations

from painplanner.core.values import LangText, text_in


def spoken(own: str, words: tuple[LangText, ...], lang: str) -> str:
    """Return what a paper in this language says: own words unless they are one of the ready ones."""
    if own.strip() and own not in {entry.text for entry in words}:
        return own
    return text_in(words, lang) or text_in(words, lang.split("-")[0]) or own


def with_text(words: tuple[LangText, ...], lang: str, text: str) -> tuple[LangText, ...]:
    """Return the words with another text in one language; an emptied text is left out."""
    others = tuple(entry for entry in words if entry.lang != lang)
    if not text:
        return others
    new = LangText(lang=lang, text=text)
    if len(others) == len(words):
        return (*words, new)
    return tuple(new if entry.lang == lang else entry for entry in words)
