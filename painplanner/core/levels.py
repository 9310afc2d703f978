"""Levels of the spine as they are typed (L5, C5/6, L5-S1, L5S1), and which of them belong to a region of the body."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from painplanner.core.values import Region

_LAST = {"c": 8, "t": 12, "l": 6, "s": 5}
_LEVEL = re.compile(r"(?<!\w)([ctls])(\d{1,2})(?:(?:\s*[-–/]\s*|(?=[ctls]))([ctls]?)(\d{1,2}))?(?!\w)", re.IGNORECASE)


def _run(letter: str, first: int, last: int) -> tuple[str, ...]:
    return tuple(f"{letter}{number}" for number in range(first, last + 1))


_OF_REGION: dict[str, tuple[str, ...]] = {
    Region.HEAD: _run("c", 1, 3),
    Region.NECK: (*_run("c", 1, 8), "t1"),
    Region.UPPER_BACK: _run("t", 1, 12),
    Region.LUMBAR: ("t12", *_run("l", 1, 6), "s1"),
    Region.PELVIS: ("l5", *_run("s", 1, 5)),
}


class TypedLevels(NamedTuple):
    """A text without its levels, the levels as words, and as a dose writes them (L5, L4-L5)."""

    rest: str
    words: tuple[str, ...] = ()
    level: str = ""


def levels_of(regions: Iterable[str]) -> tuple[str, ...]:
    """Return the levels of the spine in regions of the body, as words."""
    return tuple(dict.fromkeys(level for region in regions for level in _OF_REGION.get(region, ())))


def read_levels(text: str) -> TypedLevels:
    """Take the levels out of a typed text; what is no level of a spine (C9, T50) stays a word."""
    found: list[str] = []
    spoken: list[str] = []

    def take(match: re.Match[str]) -> str:
        letter, number, other, last = match.groups()
        ends = [letter.lower() + number.lstrip("0")]
        if last:
            ends.append((other or letter).lower() + last.lstrip("0"))
        if not all(_is_level(end) for end in ends):
            return match.group()
        found.extend(ends)
        spoken.append("-".join(end.upper() for end in ends))
        return " "

    rest = _LEVEL.sub(take, text)
    return TypedLevels(rest, tuple(dict.fromkeys(found)), ", ".join(dict.fromkeys(spoken)))


def _is_level(word: str) -> bool:
    return word[1:].isdigit() and 1 <= int(word[1:]) <= _LAST[word[0]]
