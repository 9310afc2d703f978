"""Words for people: gettext lookup that works without Qt, for the window and, language by language, for papers.

The message ids are the English sentences, so a missing catalogue simply shows English.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from gettext import NullTranslations


class Translator(Protocol):
    """What a document needs of a language."""

    def gettext(self, message: str, /) -> str:
        """Return the message in this language."""
        ...

    def ngettext(self, singular: str, plural: str, n: int, /) -> str:
        """Return the singular or plural form for `n`."""
        ...

    def pgettext(self, context: str, message: str, /) -> str:
        """Return the message as meant in `context`."""
        ...


class _English:
    """The source language, which needs no catalogue and no import."""

    def gettext(self, message: str) -> str:
        return message

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        return singular if n == 1 else plural

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002
        return message


class _Lacking(_English):
    """What a catalogue falls back on: English, noted for who listens."""

    def gettext(self, message: str) -> str:
        _note(message)
        return message

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        _note(singular)
        return super().ngettext(singular, plural, n)

    def pgettext(self, context: str, message: str) -> str:
        _note(message)
        return super().pgettext(context, message)


_lacked: ContextVar[list[str] | None] = ContextVar("lacked", default=None)
_english: Translator = _English()
_current: Translator = _english
_current_language = "en"


@cache
def translator(lang: str) -> Translator:
    """Return the translator of a language (BCP 47 code); English where there is no catalogue."""
    if lang.split("-")[0] == "en":
        return _english
    found = _catalogue(lang)
    if found is None:
        return _Lacking()
    found.add_fallback(cast("NullTranslations", _Lacking()))
    return found


@contextmanager
def noting_missing() -> Generator[list[str]]:
    """Note which fixed words are looked up meanwhile in a language that does not have them, each time they are."""
    before = _lacked.set(found := [])
    try:
        yield found
    finally:
        _lacked.reset(before)


_said: ContextVar[str] = ContextVar("said", default="")


@contextmanager
def speaking(lang: str) -> Generator[None]:
    """Say in another language meanwhile what is worded for the window: the words of a paper for colleagues."""
    before = _said.set(lang)
    try:
        yield
    finally:
        _said.reset(before)


def _note(message: str) -> None:
    lacked = _lacked.get()
    if lacked is not None:
        lacked.append(message)


def has_catalogue(lang: str) -> bool:
    """Tell whether fixed words exist in this language."""
    return lang.split("-")[0] == "en" or _catalogue(lang) is not None


def _catalogue(lang: str) -> NullTranslations | None:
    import gettext

    from painplanner.paths import translations

    languages = [lang.replace("-", "_"), lang.split("-")[0]]
    for folder in translations():
        try:
            return gettext.translation("painplanner", folder, languages=languages)
        except OSError:
            continue
    return None


def use_language(lang: str) -> None:
    """Set the language of the window for `_` and `ngettext`."""
    global _current, _current_language
    _current, _current_language = translator(lang), lang


def language() -> str:
    """Return the language of the window."""
    return _current_language


def spoken() -> str:
    """Return the language that `_` says words in now: that of the window, or of what is worded meanwhile."""
    return _said.get() or _current_language


def current() -> Translator:
    """Return the translator of the window's language, for words that a room below says in any language."""
    lang = _said.get()
    return translator(lang) if lang else _current


def _(message: str) -> str:
    """Return a message in the language of the window."""
    return current().gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """Return the singular or plural form in the language of the window."""
    return current().ngettext(singular, plural, n)


def pgettext(context: str, message: str) -> str:
    """Return a message as meant in `context` in the language of the window."""
    return current().pgettext(context, message)
