"""How a typed line falls into tokens: patterns of numbers, units and texts, and the reader that tries rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from painplanner.core.values import Impossible, parse_decimal

Found = Mapping[str, object]
Match = re.Match[str]

WHOLE = r"(\d{1,6})"
DECIMAL = r"(\d{1,9}(?:[.,]\d{1,30})?)"
DASH = r"[-–—−]"
QUOTED = r'"((?:[^"]|"")*)"'
FREE_WORD = r"([^\W\d_][\w'’./&-]*)"
JOINED = frozenset({"times", "site", "when", "to"})
"""Fields that several tokens may add to: times of the day, and free words."""

_GAP = re.compile(r"(?:[\s·;|]|,(?=\s|$))+")
_END = r"(?=$|[\s·;|]|,(?:\s|$))"
_WORD = re.compile(r"[^\s·;|]+")


class Rule(NamedTuple):
    """One kind of token, and the fields it fills."""

    pattern: str
    fields: Callable[[Match], Found]


def rule(pattern: str, fields: Callable[[Match], Found]) -> Rule:
    """Return a rule whose pattern must end where a token ends."""
    return Rule(f"(?:{pattern}){_END}", fields)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def whole_number(field: str, pattern: str) -> Rule:
    """Return a rule that fills a field with the whole number of the pattern's first group."""
    return rule(pattern, lambda m: {field: int(m[1])})


def decimal_number(field: str, pattern: str) -> Rule:
    """Return a rule that fills a field with the number of the pattern's first group."""
    return rule(pattern, lambda m: {field: parse_decimal(m[1], field)})


def said(field: str, value: object, pattern: str) -> Rule:
    """Return a rule of words that stand for one value of a field."""
    return rule(pattern, lambda _m: {field: value})


def quoted(field: str, before: str) -> Rule:
    """Return a rule for a text in quotes after a word that names its field."""
    return rule(rf"{before}\s*{QUOTED}", lambda m: {field: unquote(m[1])})


def kept(field: str, words: Iterable[str]) -> Rule:
    """Return a rule for known words that a text field keeps as typed."""
    longest_first = sorted(words, key=len, reverse=True)
    return rule(f"({'|'.join(re.escape(w) for w in longest_first)})", lambda m: {field: m[1]})


def free_words(field: str) -> Rule:
    """Return a rule that takes any word, for the one free text of a kind."""
    return rule(f"{FREE_WORD}|{QUOTED}", lambda m: {field: m[1] if m[2] is None else unquote(m[2])})


def quote(text: str) -> str:
    """Return a text in quotes."""
    return '"' + text.replace('"', '""') + '"'


def unquote(text: str) -> str:
    """Return what stood in quotes."""
    return text.replace('""', '"')


def read(text: str, rules: Sequence[Rule]) -> dict[str, object]:
    """Return the fields a line fills. Raises Impossible `dose-unreadable` for a word without a rule, or said twice."""
    found: dict[str, object] = {}
    at = _skip(text, 0)
    while at < len(text):
        match, fields = _first(text, at, rules)
        for field, value in fields.items():
            if field in found and field not in JOINED:
                raise _unreadable(text, match.group().strip())
            found[field] = _joined(found.get(field), value)
        at = _skip(text, match.end())
    return found


def _skip(text: str, at: int) -> int:
    gap = _GAP.match(text, at)
    return gap.end() if gap else at


def _first(text: str, at: int, rules: Sequence[Rule]) -> tuple[Match, Found]:
    for each in rules:
        match = _compiled(each.pattern).match(text, at)
        if match:
            return match, each.fields(match)
    word = _WORD.match(text, at)
    raise _unreadable(text, word.group() if word else text[at:])


def _joined(former: object, value: object) -> object:
    if isinstance(former, tuple) and isinstance(value, tuple):
        return (*former, *(v for v in value if v not in former))  # pyright: ignore[reportUnknownVariableType]
    return value if former is None else f"{former} {value}"


def _unreadable(text: str, word: str) -> Impossible:
    return Impossible("dose-unreadable", "dose", text=text, word=word)
