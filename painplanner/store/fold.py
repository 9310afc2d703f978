"""How names and numbers are compared, without case and accents in every script; and dates as people type them.

The columns of the patients keep folded words: a change here or of `core.search.fold` writes them anew in a migration.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from painplanner.core.search import fold

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATES = re.compile(
    r"(?P<iso>\d{4}-\d{1,2}-\d{1,2})"
    r"|(?P<parts>\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})(?!\d))"
    r"|(?P<day_first>\d{1,2}\.?\s+[a-z]{3,9}\.?,?\s+\d{4})"
    r"|(?P<month_first>[a-z]{3,9}\.?\s+\d{1,2},?\s+\d{4})",
    re.IGNORECASE,
)
LAST_CHARACTER = "\U0010ffff"


def words_of(name: str) -> tuple[str, ...]:
    """Return the folded words of a name in their order; an apostrophe joins, a hyphen parts."""
    folded = re.sub(r"['’ʼ`´]", "", fold(name))
    return tuple(re.findall(r"[^\W_]+", folded))


def name_key(name: str) -> str:
    """Return what two spellings of one name share, whatever the order of its words."""
    return " ".join(sorted(words_of(name)))


def findable_words(name: str) -> dict[str, int]:
    """Return the words a name is found by, each with its rank: 0 the first word, 1 another, 2 inside a word.

    Scripts that write names without spaces are found from every character on.
    """
    found: dict[str, int] = {}
    for place, word in enumerate(words_of(name)):
        found.setdefault(word, min(place, 1))
    for part in re.findall(r"[^\W\d_]+", name):
        if any(_is_unspaced(ch) for ch in part):
            for start in range(1, len(part)):
                for word in words_of(part[start:]):
                    found.setdefault(word, 2)
    return found


def _is_unspaced(ch: str) -> bool:
    return "\u3040" <= ch <= "\u30ff" or "\u3400" <= ch <= "\u9fff" or "\uac00" <= ch <= "\ud7a3" or ch >= "\U00020000"


def record_key(number: str) -> str:
    """Return a record number as it is compared: without case, spaces and separators."""
    return "".join(ch for ch in fold(number) if ch.isalnum())


def split_dates(text: str) -> tuple[str, tuple[frozenset[date], ...]]:
    """Return a typed text without its dates, and for each date the days it can mean."""
    found: list[frozenset[date]] = []

    def take(match: re.Match[str]) -> str:
        days = frozenset(_days(match))
        if not days:
            return match.group()
        found.append(days)
        return " "

    return _DATES.sub(take, text), tuple(found)


def _days(match: re.Match[str]) -> Iterator[date]:
    text = match.group()
    numbers = [int(n) for n in re.findall(r"\d+", text)]
    if match["iso"]:
        yield from _day(*numbers)
    elif match["parts"]:
        first, second, year = numbers
        years = (year,) if year > 99 else (1900 + year, 2000 + year)
        for full in years:
            yield from _day(full, first, second)
            yield from _day(full, second, first)
    else:
        letters = re.findall(r"[a-z]+", text.lower())[0]
        month = next((i for i, name in enumerate(_MONTHS, 1) if letters.startswith(name)), 0)
        yield from _day(numbers[1], month, numbers[0])


def _day(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        return
