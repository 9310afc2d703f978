"""Words as glyphs: what a user typed, made clean, divided among faces, shaped and kept ready as text operators.

Nothing here is ever read as markup: a word becomes numbers of glyphs, so "<b>" prints as it stands.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from painplanner.documents.pdf.fonts import Face, Glyph, face_of, open_sans

# Controls, halves of surrogate pairs and the signs that turn the order of text round; none of them is ever seen.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
_BLANKS = re.compile(r"[\t\u2028\u2029 ]+")
_JOINERS = "\u200c\u200d\ufe0e\ufe0f"


class Chunk(NamedTuple):
    """Glyphs of one face on one height: the inner part of a TJ.

    `says` are the words where the glyphs cannot tell them; the first chunk of a word says all, the others nothing ("").
    """

    face: Face
    show: str
    width: float
    glyphs: frozenset[int]
    rise: float = 0.0
    says: str | None = None


class Word(NamedTuple):
    """Shaped words of one weight and one direction; `width` in thousandths of the type size."""

    text: str
    bold: bool
    level: int
    chunks: tuple[Chunk, ...]
    width: float


def cleaned(text: str) -> str:
    """Return what can be printed of a text: composed, without controls, with single blanks; line ends stay."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text
    return _BLANKS.sub(" ", _UNSEEN.sub("", unicodedata.normalize("NFC", text.replace("\r\n", "\n"))))


@lru_cache(maxsize=32768)
def word(text: str, *, bold: bool = False, level: int = 0) -> Word:
    """Return a word shaped; odd levels run from right to left."""
    rightwards = level % 2 == 0
    runs = _runs(text, bold)
    chunks = [chunk for face, part in (runs if rightwards else runs[::-1]) for chunk in _chunks(face, part, rightwards)]
    return Word(text, bold, level, tuple(chunks), sum(chunk.width for chunk in chunks))


def _runs(text: str, bold: bool) -> list[tuple[Face, str]]:
    first = open_sans(bold=bold)
    if first.characters.issuperset(map(ord, text)):
        return [(first, text)]
    runs: list[tuple[Face, str]] = []
    for character in text:
        face = _face_for(character, runs[-1][0] if runs else None, bold)
        if runs and runs[-1][0] is face:
            runs[-1] = (face, runs[-1][1] + character)
        else:
            runs.append((face, character))
    return runs


def _face_for(character: str, before: Face | None, bold: bool) -> Face:
    """Keep marks, joiners and signs that the face before has with the letters they follow."""
    if before is not None:
        if character in _JOINERS or (unicodedata.combining(character) and ord(character) in before.characters):
            return before
        if before is not open_sans(bold=bold) and not character.isalnum() and ord(character) in before.characters:
            return before
    return face_of(character, bold=bold)


def _chunks(face: Face, text: str, rightwards: bool) -> list[Chunk]:
    glyphs = face.shape(text, rightwards=rightwards)
    if not rightwards:
        face.learn(glyphs, text)
    if not rightwards or _tell(face, glyphs, text):
        return [_chunk(face, part, None, rise) for part, rise in _by_height(glyphs)]
    return [_chunk(face, part, "" if n else text, rise) for n, (part, rise) in enumerate(_by_height(glyphs))]


def _by_height(glyphs: list[Glyph]) -> list[tuple[list[Glyph], float]]:
    """Part glyphs where their height above the baseline changes, such as before a mark; heights in type sizes."""
    parts: list[tuple[list[Glyph], float]] = []
    for glyph in glyphs:
        rise = round(glyph.dy / 1000, 2)
        if parts and parts[-1][1] == rise:
            parts[-1][0].append(glyph)
        else:
            parts.append(([glyph], rise))
    return parts


def _tell(face: Face, glyphs: list[Glyph], text: str) -> bool:
    """Tell whether each glyph stands for its own character, so that a reader finds the words without help."""
    if len(glyphs) != len(text):
        return False
    meanings = face.meanings
    return all(
        glyph.cluster == n and meanings.get(glyph.id) in (text[n], text[n].replace("\xa0", " "))
        for n, glyph in enumerate(glyphs)
    )


def _chunk(face: Face, glyphs: list[Glyph], says: str | None, rise: float) -> Chunk:
    show: list[str] = []
    pending = 0.0
    for glyph in glyphs:
        pending += glyph.dx
        if abs(pending) >= 1:
            show.append(f">{-pending:.0f}<")
            pending = 0.0
        show.append(f"{glyph.id:04X}")
        pending += glyph.advance - face.width(glyph.id) - glyph.dx
    end = f">{-pending:.0f}<" if abs(pending) >= 1 else ""
    ids = frozenset(glyph.id for glyph in glyphs)
    return Chunk(face, "".join(show) + end, sum(glyph.advance for glyph in glyphs), ids, rise, says)
