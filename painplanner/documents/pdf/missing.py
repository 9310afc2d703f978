"""Which characters no font of this computer has: told before a paper is printed with empty boxes in it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from painplanner.documents.pdf.fonts import face_of, open_sans
from painplanner.documents.pdf.words import cleaned


def missing_characters(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the characters of some texts that would print as an empty box, each once, in their order."""
    plain = open_sans(bold=False).characters & open_sans(bold=True).characters
    asked = dict.fromkeys(sign for text in texts for sign in cleaned(text) if ord(sign) not in plain and sign != "\n")
    return tuple(sign for sign in asked if _is_missing(sign))


@lru_cache(maxsize=4096)
def _is_missing(character: str) -> bool:
    """Tell it by setting the character: a letter with a mark may be put together from both."""
    return any(glyph.id == 0 for bold in (False, True) for glyph in face_of(character, bold=bold).shape(character))
