"""What was typed into a search, and which of its words tell most where no entry holds them all."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from painplanner.core.folding import words_of
from painplanner.core.levels import read_levels

_MOST_WORDS = 8
_LONGEST_WORD = 24
_MOST_LEFT_OUT_OF = 6
_TELLING_ENOUGH = 0.6
_SHORTEST_JOINED = 4


class Typed(NamedTuple):
    """What was typed: its words, the levels of the spine among them, and the whole as one line."""

    words: tuple[str, ...]
    levels: frozenset[str]
    line: str


def read_typed(text: str) -> Typed:
    """Read a search."""
    levels = read_levels(text)
    rest = [word[:_LONGEST_WORD] for word in words_of(levels.rest)]
    words = tuple(dict.fromkeys((*rest, *levels.words)))[:_MOST_WORDS]
    return Typed(words, frozenset(levels.words), " ".join(words))


def joined_typed(typed: Typed) -> Iterator[Typed]:
    """Yield what was typed with two neighbours as one word, which is no level then."""
    for n in range(len(typed.words) - 1):
        two = typed.words[n : n + 2]
        if len("".join(two)) >= _SHORTEST_JOINED:
            words = (*typed.words[:n], "".join(two), *typed.words[n + 2 :])
            yield Typed(words, typed.levels, " ".join(words))


def most_telling(words: Sequence[str], by_word: list[int], size: int) -> Iterator[tuple[str, ...]]:
    """Yield which of the words some entry holds together: as many as can be, the rarest first."""
    known = [(math.log(1.0 + size / bits.bit_count()), n) for n, bits in enumerate(by_word) if bits]
    known = sorted(known, reverse=True)[:_MOST_LEFT_OUT_OF]
    for count in range(min(len(known), len(words) - 1), 0, -1):
        subsets = [
            (sum(weight for weight, _n in some), tuple(n for _w, n in some)) for some in combinations(known, count)
        ]
        held = sorted((one for one in subsets if every_one(by_word[n] for n in one[1])), reverse=True)
        if held:
            least = held[0][0] * _TELLING_ENOUGH
            yield from (tuple(words[n] for n in sorted(places)) for weight, places in held if weight >= least)
            return


def every_one(numbers: Iterable[int]) -> int:
    """Return the bits that are set in every number."""
    held = -1
    for bits in numbers:
        held &= bits
    return held
