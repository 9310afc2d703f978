"""Which words stand where: for each word the places that hold it, asked for as one number with a bit for each place."""

from __future__ import annotations

from collections.abc import Iterable

from painplanner.core.slips import begun_with

_MOST_KEPT = 4000


class WordTable:
    """The words of one field of everything that can be found; it may be asked while it is still being filled."""

    def __init__(self, size: int) -> None:
        """Make room for so many places."""
        self._size = max(1, size)
        # Four bytes for each place: of many thousand lists of numbers, Python's collector would look at every one.
        self._places: dict[str, bytearray] = {}
        self._in_order: list[str] = []
        self._new: list[str] = []
        self._line = ""
        self._kept: dict[tuple[str, str], int] = {}

    def add(self, place: int, words: Iterable[str]) -> None:
        """Note the words of a place."""
        places, mark = self._places, bytearray(4)
        memoryview(mark).cast("I")[0] = place
        for word in words:
            holders = places.get(word)
            if holders is None:
                places[word] = bytearray(mark)
                self._new.append(word)
            elif not holders.endswith(mark):
                holders += mark
        if self._kept:
            self._kept.clear()

    @property
    def words(self) -> list[str]:
        """Return all words in order."""
        if self._new:
            self._in_order = sorted(self._in_order + self._new)
            self._new = []
        return self._in_order

    def whole(self, word: str) -> int:
        """Return the places that hold a word."""
        return self._keep(("whole", word)) if word in self._places else 0

    def begun(self, prefix: str) -> int:
        """Return the places with a word that begins so."""
        return self._keep(("begun", prefix))

    def inside(self, part: str) -> int:
        """Return the places with a word that holds a part."""
        return self._keep(("inside", part))

    def any_of(self, words: Iterable[str]) -> int:
        """Return the places that hold at least one of the words."""
        marks = bytearray(b"0") * self._size
        for word in words:
            for place in memoryview(self._places.get(word, b"")).cast("I"):
                marks[~place] = 49
        return int(marks, 2)

    def _keep(self, asked: tuple[str, str]) -> int:
        """Answer, and keep the answer for the next letter."""
        found = self._kept.get(asked)
        if found is None:
            if len(self._kept) > _MOST_KEPT:
                self._kept.clear()
            found = self._kept[asked] = self.any_of(self._meant(*asked))
        return found

    def _meant(self, how: str, word: str) -> Iterable[str]:
        if how == "whole":
            return (word,)
        return begun_with(word, self.words) if how == "begun" else self._holding(word)

    def _holding(self, part: str) -> Iterable[str]:
        """Yield the words that hold a part, looked for in all of them at once."""
        joined = self._joined()
        at = joined.find(part)
        while at >= 0:
            end = joined.index("\n", at)
            yield joined[joined.rindex("\n", 0, at) + 1 : end]
            at = joined.find(part, end)

    def _joined(self) -> str:
        if self._new or not self._line:
            self._line = "\n".join(("", *self.words, ""))
        return self._line
