"""How words are compared when people search: without case and accents, in every script."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\w+")
_HYPHENED = re.compile(r"\w+(?:-\w+)+")
# Letters that are one sign in Unicode and are typed as plain ones.
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ħ": "h"})


def fold(text: str) -> str:
    """Return a text as it is compared: lower case, without accents."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(ch for ch in parts if not unicodedata.combining(ch)).translate(_PLAIN)


def words_of(text: str) -> list[str]:
    """Return the folded words of a text."""
    return _WORD.findall(fold(text))


def joined_words(text: str) -> list[str]:
    """Return the folded words of a text that have hyphens, as one word each."""
    return [word.replace("-", "") for word in _HYPHENED.findall(fold(text))]
