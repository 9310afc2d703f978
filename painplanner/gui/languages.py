"""The languages a patient may read, each named in its own words."""

from __future__ import annotations

from PySide6.QtCore import QLocale

CODES = (
    "en",
    "es",
    "zh",
    "vi",
    "ko",
    "tl",
    "ru",
    "uk",
    "ar",
    "fa",
    "fr",
    "ht",
    "pt",
    "pl",
    "de",
    "it",
    "hi",
    "pa",
    "so",
    "am",
    "ja",
)


def language_choices() -> tuple[tuple[str, str], ...]:
    """Return (code, own name) for each language."""
    return tuple((code, language_name(code)) for code in CODES)


def language_name(code: str) -> str:
    """Return the name of a language in that language."""
    plain = {"en": "English", "es": "Español"}.get(code.split("-")[0])
    if plain is not None:  # Qt adds the country to these two
        return plain
    own = QLocale(code).nativeLanguageName()
    return own[:1].upper() + own[1:] if own else code
