"""Search as you type: every typed word must begin a word of the text, case and accents aside.

Words within words are found after those, one slip of a finger only when nothing else fits. Not here: what is searched.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from heapq import nlargest
from typing import NamedTuple

_WORD = re.compile(r"\w+")
# Letters that are one sign in Unicode and are typed as plain ones.
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ħ": "h"})
_SHORTEST_TYPO = 4


class SearchDoc(NamedTuple):
    """What can be found: `texts` begins with the name, `weight` lifts it among equals."""

    id: str
    texts: tuple[str, ...]
    weight: float = 1.0


def fold(text: str) -> str:
    """Return a text as it is compared: lower case, without accents."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(ch for ch in parts if not unicodedata.combining(ch)).translate(_PLAIN)


def words_of(text: str) -> list[str]:
    """Return the folded words of a text."""
    return _WORD.findall(fold(text))


class SearchIndex:
    """All words of all texts in order, each with the places of the docs it stands in."""

    def __init__(self, docs: Iterable[SearchDoc]) -> None:
        """Read every text once."""
        self._docs = tuple(docs)
        self._lines = [_lines(doc) for doc in self._docs]
        places: dict[str, set[int]] = {}
        for place, lines in enumerate(self._lines):
            for word in set(lines.replace("\n", " ").split()):
                places.setdefault(word, set()).add(place)
        self._vocabulary = sorted(places)
        self._places = [places[word] for word in self._vocabulary]
        self._letters = "".join(sorted(set("".join(self._vocabulary))))
        in_order = sorted(range(len(self._docs)), key=lambda p: (self._lines[p], self._docs[p].id), reverse=True)
        self._order = {place: order for order, place in enumerate(in_order)}

    def __len__(self) -> int:
        """Return the number of docs."""
        return len(self._docs)

    def find(self, text: str, limit: int, *, boosts: Mapping[str, float] | None = None) -> tuple[str, ...]:
        """Return the ids that fit best, best first; for no text the most weighted. `boosts` adds to the score by id."""
        typed = words_of(text)
        if not typed:
            return self._best(range(len(self._docs)), [], limit, boosts)
        found = self._matching(typed, self._begun)
        best = self._best(found, typed, limit, boosts)
        if len(best) < limit:
            inside = self._matching(typed, self._begun_or_inside) - found
            best += self._best(inside, typed, limit - len(best), boosts)
        if not best:
            best = self._best(self._matching(typed, self._begun_or_slipped), typed, limit, boosts)
        return best

    def _matching(self, typed: list[str], find_word: Callable[[str], set[int]]) -> set[int]:
        """Return the docs in which every typed word is found, the longest word first."""
        found: set[int] | None = None
        for word in sorted(typed, key=len, reverse=True):
            places = find_word(word)
            found = places if found is None else found & places
            if not found:
                break
        return found or set()

    def _begun(self, word: str) -> set[int]:
        found: set[int] = set()
        for at in range(bisect_left(self._vocabulary, word), len(self._vocabulary)):
            if not self._vocabulary[at].startswith(word):
                break
            found |= self._places[at]
        return found

    def _begun_or_inside(self, word: str) -> set[int]:
        return set[int]().union(*(self._places[at] for at, known in enumerate(self._vocabulary) if word in known))

    def _begun_or_slipped(self, word: str) -> set[int]:
        found = self._begun_or_inside(word)
        if found or len(word) < _SHORTEST_TYPO:
            return found
        return set[int]().union(*(self._begun(variant) for variant in _slips(word, self._letters)))

    def _best(
        self, places: Iterable[int], typed: list[str], limit: int, boosts: Mapping[str, float] | None
    ) -> tuple[str, ...]:
        lifts = boosts or {}
        query = " ".join(typed)

        def score(place: int) -> tuple[float, int]:
            doc = self._docs[place]
            lift = _rank(self._lines[place], query, typed) + doc.weight + lifts.get(doc.id, 0.0)
            return lift, self._order[place]

        return tuple(self._docs[place].id for place in nlargest(max(0, limit), places, key=score))


def _lines(doc: SearchDoc) -> str:
    """Return the folded texts of a doc, each a line of words."""
    return "\n" + "\n".join(" ".join(words_of(text)) for text in doc.texts) + "\n"


def _rank(lines: str, query: str, typed: list[str]) -> float:
    """Return 3 if the name begins as typed, 2 if a text does, 1 for words of the name; 0.5 more for a whole word."""
    if not query:
        return 0.0
    name = lines[1 : lines.index("\n", 1)]
    if name.startswith(query):
        rank = 3.0
    elif f"\n{query}" in lines:
        rank = 2.0
    else:
        rank = 1.0 if all(f" {word}" in f" {name}" for word in typed) else 0.0
    last = typed[-1]
    whole = f" {last} " in f" {name} "
    return rank + 0.5 if whole else rank


def _slips(word: str, letters: str) -> Iterator[str]:
    """Return every spelling one slip away: a letter missing, doubled up, wrong, or two changed about."""
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in letters)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        yield from (head + letter + tail for letter in letters)
