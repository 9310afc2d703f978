"""How many years of school an English text asks for (Flesch and Kincaid 1975), as a live estimate beside a field.

Syllables are counted by vowel groups; other languages have formulas of their own and get no grade here.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ'’]+|\d+")
_SENTENCE = re.compile(r"[^.!?:;\n]*[A-Za-zÀ-ÖØ-öø-ÿ\d][^.!?:;\n]*")
_VOWELS = re.compile(r"[aeiouy]+")
_LEAST_WORDS = 8


def reading_grade(text: str) -> float | None:
    """Return the grade to one decimal, `None` for a text too short to judge."""
    words = _WORD.findall(text)
    if len(words) < _LEAST_WORDS:
        return None
    sentences = max(1, len(_SENTENCE.findall(text)))
    syllables = sum(syllable_count(word) for word in words)
    grade = 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59
    return round(max(0.0, grade), 1)


def syllable_count(word: str) -> int:
    """Estimate the syllables of an English word: groups of vowels, less a silent e at the end."""
    lower = word.lower().strip("'’")
    count = len(_VOWELS.findall(lower))
    if count > 1 and lower.endswith("e") and not lower.endswith(("le", "ee", "ye")):
        count -= 1
    if count > 1 and lower.endswith("ed") and not lower.endswith(("ted", "ded")):
        count -= 1
    return max(1, count)
