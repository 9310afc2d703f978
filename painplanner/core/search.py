"""Search as you type in memory: every typed word must begin a word of the entry; best hits come first.

A hit in the name is better than one in the English name, a synonym, a tag, the text, another language; slips of the
finger are forgiven where the names hold nothing else, and where no entry holds every word, those with the most telling
ones are found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from painplanner.core.folding import fold, joined_words, words_of
from painplanner.core.slips import Vocabulary, bits_of, places_in
from painplanner.core.typed import Typed, every_one, joined_typed, most_telling, read_typed
from painplanner.core.word_table import WordTable

__all__ = ["Field", "SearchDoc", "SearchIndex", "fold", "words_of"]

_SHORTEST_IN_TEXT = 3


class Field(IntEnum):
    """Where a word stands, the best place first."""

    NAME = 0
    ENGLISH_NAME = 1
    SYNONYM = 2
    TAG = 3
    TEXT = 4
    OTHER_NAME = 5
    OTHER_SYNONYM = 6
    OTHER_TEXT = 7


_OWN_NAMES = (Field.NAME, Field.ENGLISH_NAME, Field.SYNONYM, Field.TAG)
_IN_TEXT = (Field.TEXT, Field.OTHER_TEXT)
_NAMES = (*_OWN_NAMES, Field.OTHER_NAME, Field.OTHER_SYNONYM)
_IN_LINES = tuple(field for field in _NAMES if field is not Field.TAG)
_WITHIN = (Field.NAME, Field.ENGLISH_NAME, Field.SYNONYM)


class SearchDoc(NamedTuple):
    """What can be found; `levels` are the levels of the spine where it may be done."""

    id: str
    names: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    text: str = ""
    other_names: tuple[str, ...] = ()
    other_text: str = ""
    levels: tuple[str, ...] = ()


class Group(NamedTuple):
    """Equally good hits as bits, those that begin as typed first; `is_partial` where some of the words are missing."""

    parts: tuple[int, ...]
    is_partial: bool = False


class SearchIndex:
    """The words of everything that can be found, by field; it may be searched while it is still being filled.

    Each doc is a bit at its place; `ids` stand in the order in which equally good hits are shown.
    """

    def __init__(self, docs: Iterable[SearchDoc] = (), *, ids: Sequence[str] = ()) -> None:
        """Take docs at once, or make room for `ids` that are filled in later."""
        given = tuple(docs)
        self.ids = tuple(ids) or tuple(doc.id for doc in given)
        size = len(self.ids)
        self._tables = {field: WordTable(size) for field in Field}
        self._levels = {field: WordTable(size) for field in (Field.NAME, Field.TAG)}
        self._lines = {field: ["\n"] * size for field in _IN_LINES}
        self._firsts = {field: WordTable(size) for field in _IN_LINES}
        self._alone = {field: WordTable(size) for field in _IN_LINES}
        self._known: dict[tuple[Field, ...], Vocabulary] = {}
        for place, doc in enumerate(given):
            self.add_doc(place, doc)

    def __len__(self) -> int:
        """Return the number of docs."""
        return len(self.ids)

    def add_doc(self, place: int, doc: SearchDoc) -> None:
        """Take in all that a doc is found by."""
        for field, texts in (
            (Field.NAME, doc.names),
            (Field.SYNONYM, doc.synonyms),
            (Field.TAG, doc.tags),
            (Field.OTHER_NAME, doc.other_names),
        ):
            self.add(place, field, texts)
        self.add_words(place, Field.TEXT, words_of(doc.text))
        self.add_words(place, Field.OTHER_TEXT, words_of(doc.other_text))
        self.add_levels(place, doc.levels)

    def add(self, place: int, field: Field, texts: Iterable[str]) -> None:
        """Take in texts of a field."""
        given = tuple(texts)
        self.add_lines(place, field, [words_of(text) for text in given])
        self.add_joined(place, field, given)

    def add_lines(self, place: int, field: Field, lines: Sequence[Sequence[str]]) -> None:
        """Take in texts of a field as folded words."""
        if field in self._lines:
            self._lines[field][place] += "".join(" ".join(words) + "\n" for words in lines)
            self._firsts[field].add(place, (words[0] for words in lines if words))
            self._alone[field].add(place, (words[0] for words in lines if len(words) == 1))
        self.add_words(place, field, (word for words in lines for word in words))

    def add_joined(self, place: int, field: Field, texts: Iterable[str]) -> None:
        """Take in the words with hyphens of texts as one word too (press-up: pressup)."""
        joined = [word for text in texts if "-" in text for word in joined_words(text)]
        if joined:
            self.add_words(place, field, joined)

    def add_words(self, place: int, field: Field, words: Iterable[str]) -> None:
        """Take in folded words of a field."""
        self._tables[field].add(place, words)
        self._known.clear()

    def add_levels(self, place: int, levels: Iterable[str], *, is_done_there: bool = True) -> None:
        """Take in the levels of the spine where it may be done, or that it merely concerns."""
        self._levels[Field.NAME if is_done_there else Field.TAG].add(place, levels)

    def find(self, text: str, limit: int) -> tuple[str, ...]:
        """Return the ids that fit best, best first; for no text the first ones."""
        if not words_of(text):
            return self.ids[: max(0, limit)]
        found: list[int] = []
        for group in self.groups(text):
            for bits in group.parts:
                found += places_in(bits)
            if len(found) >= limit:
                break
        return tuple(self.ids[place] for place in found[: max(0, limit)])

    def groups(self, text: str) -> Iterator[Group]:
        """Yield groups of hits that no earlier group holds, best first; nothing for no text."""
        typed = read_typed(text)
        seen = 0
        for group in self._groups(typed) if typed.words else ():
            fresh: list[int] = []
            for bits in group.parts:
                new = bits & ~seen
                seen |= new
                if new:
                    fresh.append(new)
            if fresh:
                yield group._replace(parts=tuple(fresh))

    def _groups(self, typed: Typed) -> Iterator[Group]:
        by_word = [0] * len(typed.words)
        named = 0
        for field in _OWN_NAMES:
            every = self._every(typed, field, by_word)
            yield from self._by_line(every, field, typed)
            named |= every
        if not named:
            for group in self._joined(typed):
                named |= group.parts[-1]
                yield group
        yield Group((self._every(typed, Field.TEXT, by_word),))
        inside = self._inside(typed, by_word)
        yield Group((inside,))
        for field in (Field.OTHER_NAME, Field.OTHER_SYNONYM):
            every = self._every(typed, field, by_word)
            yield from self._by_line(every, field, typed)
            named |= every
        if not named | inside:
            yield from self._slipped(typed, by_word, _NAMES, 1)
        yield Group((self._every(typed, Field.OTHER_TEXT, by_word),))
        if not every_one(by_word):
            yield from self._last_resort(typed, by_word)

    def _joined(self, typed: Typed) -> Iterator[Group]:
        """Yield what has names that hold two of the words as one (pre hab: prehabilitation)."""
        for other in joined_typed(typed):
            by_word = [0] * len(other.words)
            for field in _OWN_NAMES:
                yield from self._by_line(self._every(other, field, by_word), field, other)

    def _every(
        self, typed: Typed, field: Field, by_word: list[int], meant: Sequence[frozenset[str]] | None = None
    ) -> int:
        """Return what holds every word in this field or a better one; `by_word` grows by what this field holds.

        Words that may have been meant instead count as the typed one does.
        """
        table = self._tables[field]
        for n, word in enumerate(typed.words):
            is_whole = field in _IN_TEXT and len(word) < _SHORTEST_IN_TEXT
            by_word[n] |= table.whole(word) if is_whole or word in typed.levels else table.begun(word)
            if word in typed.levels and field in self._levels:
                by_word[n] |= self._levels[field].whole(word)
            if meant and meant[n]:
                by_word[n] |= table.any_of(meant[n])
        return every_one(by_word)

    def _inside(self, typed: Typed, by_word: list[int]) -> int:
        """Return what holds every word, within words of the names too, or a level as their beginning."""
        found = list(by_word)
        for n, word in enumerate(typed.words):
            for table in (self._tables[field] for field in _WITHIN):
                if word in typed.levels:
                    found[n] |= table.begun(word)
                elif len(word) >= _SHORTEST_IN_TEXT:
                    found[n] |= table.inside(word)
        return every_one(found)

    def _slipped(self, typed: Typed, by_word: list[int], fields: tuple[Field, ...], slips: int) -> Iterator[Group]:
        """Yield what holds every word but for slips, field by field; `by_word` grows by what was meant.

        A word that names begin with is taken as it is, unless nothing is found so.
        """
        known = self._vocabulary(fields)
        near = [known.near(word, slips) if word not in typed.levels else frozenset[str]() for word in typed.words]
        unknown = [frozenset[str]() if self._is_named(word) else near[n] for n, word in enumerate(typed.words)]
        for meant in (unknown, near):
            slipped = [0] * len(typed.words)
            for field in Field if any(meant) else ():
                every = self._every(typed, field, slipped, meant if field in fields else None)
                yield from self._by_line(every, field, typed)
            by_word[:] = (before | now for before, now in zip(by_word, slipped, strict=True))
            if every_one(by_word):
                return

    def _vocabulary(self, fields: tuple[Field, ...]) -> Vocabulary:
        known = self._known.get(fields)
        if known is None:
            words = set[str]().union(*(self._tables[field].words for field in fields))
            known = self._known[fields] = Vocabulary(sorted(words))
        return known

    def get_ready(self) -> bool:
        """Do a little of what forgiving slips needs, once everything is taken in; tell whether there is more to do."""
        missing = next((fields for fields in (_NAMES, _IN_TEXT) if fields not in self._known), None)
        return self._vocabulary(missing or _NAMES).get_ready() or missing is not None

    def _is_named(self, word: str) -> bool:
        return any(self._tables[field].begun(word) for field in _NAMES)

    def _last_resort(self, typed: Typed, by_word: list[int]) -> Iterator[Group]:
        """Yield what more slips find, then what holds the most telling words."""
        for fields, slips in ((_NAMES, 1), (_NAMES, 2), (_IN_TEXT, 1)):
            yield from self._slipped(typed, by_word, fields, slips)
            if every := every_one(by_word):
                yield Group((every,))
                return
        for words in most_telling(typed.words, by_word, len(self.ids)):
            for group in self._groups(Typed(words, typed.levels, " ".join(words))):
                yield group._replace(is_partial=True)

    def _by_line(self, bits: int, field: Field, typed: Typed) -> Iterator[Group]:
        """Yield the hits with a line as typed, then those with a line that begins so, then the others."""
        if not bits or field not in self._lines:
            yield Group((bits,))
            return
        first, *others = typed.words
        firsts, table = self._firsts[field], self._tables[field]
        if others:
            begun, as_words, exact = self._lines_begun(bits & firsts.whole(first), field, typed.line)
        else:
            begun, as_words, exact = (
                bits & found for found in (firsts.begun(first), firsts.whole(first), self._alone[field].whole(first))
            )
        yield Group((exact,))
        yield Group((as_words, begun))
        yield Group((bits & table.whole(typed.words[-1]), bits))

    def _lines_begun(self, bits: int, field: Field, line: str) -> tuple[int, int, int]:
        """Return which of these have a line that begins so, begins so with whole words, and is just so."""
        lines, size = self._lines[field], len(self.ids)
        begun = [place for place in places_in(bits) if f"\n{line}" in lines[place]]
        as_words = [place for place in begun if f"\n{line} " in lines[place]]
        exact = [place for place in begun if f"\n{line}\n" in lines[place]]
        return bits_of(begun, size), bits_of(as_words, size), bits_of(exact, size)
