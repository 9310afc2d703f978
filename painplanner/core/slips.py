"""Slips of the finger: which known words may have been meant by a typed one that is perhaps not finished yet.

A letter left out, added, wrong or changed about with its neighbour is one slip, wherever it stands. One slip is looked
up spelling by spelling; two are counted by pairs of letters over the whole vocabulary at once, then looked at closely.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import compress

LETTERS_FOR_ONE = 4
LETTERS_FOR_TWO = 8
_MOST_LOOKED_AT = 300
_WORDS_AT_ONCE, _PAIRS_AT_ONCE = 1000, 60
_BITS = bytes.maketrans(b"01", b"\x00\x01")
_BITS_OF = tuple(tuple(bit for bit in range(8) if byte >> bit & 1) for byte in range(256))
_SOME = re.compile(rb"[^\x00]")
_SPARSE = 30


def places_in(bits: int) -> list[int]:
    """Return the places of the bits that are set, in order."""
    if bits <= 0:
        return []
    if bits.bit_count() * _SPARSE > bits.bit_length():
        text = bin(bits)[:1:-1].encode().translate(_BITS)
        return list(compress(range(len(text)), text))
    data = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
    return [m.start() * 8 + bit for m in _SOME.finditer(data) for bit in _BITS_OF[data[m.start()]]]


def begun_with(prefix: str, words: Sequence[str]) -> Sequence[str]:
    """Return the words of a sorted vocabulary that begin so."""
    first = bisect_left(words, prefix)
    return words[first : bisect_left(words, prefix + "\U0010ffff", first)]


class Vocabulary:
    """Known words in order, for finding those that were meant."""

    def __init__(self, words: Sequence[str]) -> None:
        """Take sorted words."""
        self.words = words
        self._letters = "".join(sorted(set("".join(words))))
        self._pairs: dict[str, int] = {}
        self._getting_ready: Iterator[object] | None = self._read_pairs()

    def near(self, typed: str, slips: int) -> frozenset[str]:
        """Return the words that begin as typed but for exactly so many slips at most; none for a word too short."""
        if len(typed) < (LETTERS_FOR_TWO if slips > 1 else LETTERS_FOR_ONE):
            return frozenset()
        return frozenset(self._two_away(typed) if slips > 1 else self._one_away(typed))

    def _one_away(self, typed: str) -> Iterator[str]:
        words, last = self.words, len(self.words)
        for variant in set(_spellings(typed, self._letters)):
            at = bisect_left(words, variant)
            while at < last and words[at].startswith(variant):
                yield words[at]
                at += 1

    def _two_away(self, typed: str) -> Iterator[str]:
        """Look closely at the words that share most pairs of letters with the typed one."""
        pairs = self._pairs_of_words()
        counts = _counted(pairs.get(pair, 0) for pair in _pairs(typed))
        looked_at = 0
        for shared in range(len(typed) - 1, max(0, len(typed) - 7), -1):
            for place in places_in(_exactly(shared, counts)):
                looked_at += 1
                if begins_within(typed, self.words[place], 2):
                    yield self.words[place]
            if looked_at > _MOST_LOOKED_AT:
                return

    def get_ready(self) -> bool:
        """Do a little of what finding two slips needs; tell whether there is more to do."""
        if self._getting_ready is not None and next(self._getting_ready, None) is None:
            self._getting_ready = None
        return self._getting_ready is not None

    def _pairs_of_words(self) -> dict[str, int]:
        """Return, for each pair of letters, a bit for every word that holds it."""
        while self.get_ready():
            pass
        return self._pairs

    def _read_pairs(self) -> Iterator[object]:
        holders: dict[str, list[int]] = {}
        for place, word in enumerate(self.words):
            for pair in set(_pairs(word)):
                holders.setdefault(pair, []).append(place)
            if place % _WORDS_AT_ONCE == _WORDS_AT_ONCE - 1:
                yield word
        for n, (pair, places) in enumerate(holders.items()):
            self._pairs[pair] = bits_of(places, len(self.words))
            if n % _PAIRS_AT_ONCE == _PAIRS_AT_ONCE - 1:
                yield pair


def bits_of(places: Sequence[int], size: int) -> int:
    """Return a number with a bit for each place below `size`."""
    marks = bytearray(b"0") * max(1, size)
    for place in places:
        marks[~place] = 49
    return int(marks, 2)


def begins_within(typed: str, word: str, slips: int) -> bool:
    """Tell whether a beginning of a word is at most so many slips away from what was typed."""
    before: list[int] = []
    row = list(range(min(len(word), len(typed) + slips) + 1))
    for n, letter in enumerate(typed, 1):
        older, before, row = before, row, [n]
        for m in range(1, len(before)):
            known = word[m - 1]
            best = min(before[m - 1] + (letter != known), before[m] + 1, row[m - 1] + 1)
            if n > 1 and m > 1 and letter == word[m - 2] and typed[n - 2] == known:
                best = min(best, older[m - 2] + 1)
            row.append(best)
        if min(row) > slips:
            return False
    return min(row) <= slips


def _pairs(word: str) -> list[str]:
    return [word[at : at + 2] for at in range(len(word) - 1)]


def _counted(holders: Iterator[int]) -> list[int]:
    """Return how often each bit is set among numbers, as a column of binary digits, the lowest first."""
    digits = [0, 0, 0, 0, 0]
    for carry in holders:
        for n, digit in enumerate(digits):
            digits[n], carry = digit ^ carry, digit & carry
            if not carry:
                break
    return digits


def _exactly(count: int, digits: list[int]) -> int:
    """Return the bits that were counted so often."""
    held = some = 0
    for digit in digits:
        some |= digit
    held = some
    for n, digit in enumerate(digits):
        held &= digit if count >> n & 1 else ~digit
    return held


def _spellings(word: str, letters: str) -> Iterator[str]:
    """Return every spelling one slip away: a letter missing, doubled up, wrong, or two changed about."""
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in letters)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        yield from (head + letter + tail for letter in letters)
