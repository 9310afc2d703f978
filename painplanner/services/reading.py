"""How hard a text is to read, by language: the Flesch-Kincaid grade of English, the INFLESZ ease of Spanish.

Syllables are counted with pyphen; a line counts as a sentence. Other languages have formulas of their own and get no
figure here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import cast

from painplanner.text import _

EASY_GRADE = 6.0
"""Patient print is written for US grade 5 to 6 (Hersh et al., Am Fam Physician 2015;92:118)."""
EASY_INFLESZ = 65.0
"""From 65 a Spanish text is read easily by most (Barrio-Cantalejo et al., An Sist Sanit Navar 2008;31:135)."""
_LEAST_WORDS = 8
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?:;])\s+|\n")


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a text that was written in one piece."""
    return [part for part in _SENTENCE_END.split(text) if _WORD.search(part)]


def english_grade(lines: Sequence[str]) -> float:
    """Return the US school grade of English lines (Kincaid 1975); zero for no words."""
    words, syllables = _count(lines, "en_US", 2, 2)
    return 0.39 * words / len(lines) + 11.8 * syllables / words - 15.59 if words else 0.0


def inflesz(lines: Sequence[str]) -> float:
    """Return the ease of Spanish lines (Szigriszt-Pazos, read on the INFLESZ scale); 100 for no words."""
    words, syllables = _count(lines, "es", 1, 1)
    return 206.835 - 62.3 * syllables / words - words / len(lines) if words else 100.0


def reading_words(lines: Sequence[str], lang: str) -> str:
    """Return how a text reads, as it stands beside the field; nothing for a few words or another language."""
    spoken = [line for line in lines if _WORD.search(line)]
    if sum(len(_WORD.findall(line)) for line in spoken) < _LEAST_WORDS:
        return ""
    short = lang.split("-")[0]
    if short == "en":
        return _english_words(english_grade(spoken))
    return _spanish_words(inflesz(spoken)) if short == "es" else ""


def is_easy(lines: Sequence[str], lang: str) -> bool:
    """Tell whether lines are as easy to read as a patient's should be; true where the language has no figure."""
    short = lang.split("-")[0]
    if short == "en":
        return english_grade(lines) <= EASY_GRADE
    return short != "es" or inflesz(lines) >= EASY_INFLESZ


def _english_words(grade: float) -> str:
    shown = f"{max(0.0, grade):.1f}"
    if grade <= EASY_GRADE:
        return _("reads at grade {grade}").format(grade=shown)
    return _("reads at grade {grade}; aim for 6: shorter words, shorter lines").format(grade=shown)


def _spanish_words(ease: float) -> str:
    shown = f"{ease:.0f}"
    if ease >= EASY_INFLESZ:
        return _("reads easily (INFLESZ {ease})").format(ease=shown)
    return _("hard to read (INFLESZ {ease}); aim for 65: shorter words, shorter lines").format(ease=shown)


def _count(lines: Sequence[str], lang: str, left: int, right: int) -> tuple[int, int]:
    words = [word for line in lines for word in _WORD.findall(line)]
    breaks = _hyphens(lang, left, right)
    return len(words), sum(1 if word[0].isdigit() else breaks(word.lower()) + 1 for word in words)


@cache
def _hyphens(lang: str, left: int, right: int) -> Callable[[str], int]:
    """Return what counts the places where a word may be broken."""
    import pyphen

    broken = pyphen.Pyphen(lang=lang, left=left, right=right)
    patterns = cast("dict[str, object]", broken.hd.patterns)
    met: dict[object, object] = {}
    for pattern, breaks in patterns.items():  # thousands of patterns say one of some hundred things: each is held once
        patterns[pattern] = met.setdefault(breaks, breaks)
    return lambda word: len(broken.positions(word))
