"""How hard a text is to read: Flesch-Kincaid grade of English, INFLESZ of Spanish; a line counts as a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pyphen

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*")
ENGLISH = pyphen.Pyphen(lang="en_US")
SPANISH = pyphen.Pyphen(lang="es", left=1, right=1)


def english_grade(lines: Sequence[str]) -> float:
    """Return the US school grade by Kincaid 1975."""
    words, syllables = _count(lines, ENGLISH)
    return 0.39 * words / len(lines) + 11.8 * syllables / words - 15.59


def inflesz(lines: Sequence[str]) -> float:
    """Return the ease of a Spanish text: 65 and over reads easily for most."""
    words, syllables = _count(lines, SPANISH)
    return 206.835 - 62.3 * syllables / words - words / len(lines)


def _count(lines: Sequence[str], hyphens: pyphen.Pyphen) -> tuple[int, int]:
    words = [word for line in lines for word in WORD.findall(line)]
    syllables = sum(1 if word[0].isdigit() else len(hyphens.positions(word.lower())) + 1 for word in words)
    return len(words), syllables
