"""Words for people: gettext lookup that works without Qt, for the window and, language by language, for papers.

The message ids are the English sentences, so a missing catalogue simply shows English.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Protocol

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


_english: Translator = _English()
_current: Translator = _english
_current_language = "en"


@cache
def translator(lang: str) -> Translator:
    """Return the translator of a language (BCP 47 code); English where there is no catalogue."""
    if lang.split("-")[0] == "en":
        return _english
    return _catalogue(lang) or _english


def has_catalogue(lang: str) -> bool:
    """Tell whether fixed words exist in this language."""
    return lang.split("-")[0] == "en" or _catalogue(lang) is not None


def _catalogue(lang: str) -> NullTranslations | None:
    import gettext

    from painplanner.paths import resources

    folder = resources() / "translations"
    try:
        return gettext.translation("painplanner", folder, languages=[lang.replace("-", "_"), lang.split("-")[0]])
    except OSError:
        return None


def use_language(lang: str) -> None:
    """Set the language of the window for `_` and `ngettext`."""
    global _current, _current_language
    _current, _current_language = translator(lang), lang


def language() -> str:
    """Return the language of the window."""
    return _current_language


def _(message: str) -> str:
    """Return a message in the language of the window."""
    return _current.gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """Return the singular or plural form in the language of the window."""
    return _current.ngettext(singular, plural, n)


def pgettext(context: str, message: str) -> str:
    """Return a message as meant in `context` in the language of the window."""
    return _current.pgettext(context, message)
