"""Whether two names speak of one thing, such as a measure and what trains it: their words share a stem.

Ids are English, and so are the stems; words that stand in many names say nothing.
"""

from __future__ import annotations

import re

_SHORT = 4
_WORD = re.compile(r"[^\W_]+")
_SAY_NOTHING = frozenset(
    {"measure", "exercise", "lifestyle", "own", "minute", "min", "distance", "the", "a", "and", "with"}
)


def is_about(trained: str, asked: str) -> bool:
    """Tell whether what is trained and what is asked, by ids or words, have a stem in common."""
    return not _stems(asked).isdisjoint(_stems(trained))


def _stems(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in _WORD.findall(text.lower())) - _SAY_NOTHING


def _stem(word: str) -> str:
    """Return an English word without -ing or -s, so that sit, sits and sitting are one (walk, walking)."""
    bare = word.removesuffix("ing") if len(word) > _SHORT else word
    if bare != word and bare[-1] == bare[-2]:
        return bare[:-1]
    return bare.removesuffix("s") if len(bare) > _SHORT else bare
