"""What search and filters need of own entries, kept beside them in a few parts that are rewritten with each change.

Parts are shared out by id, so that a change rewrites little and ten thousand entries are read in a few rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple
from zlib import crc32

import msgspec
from sqlalchemy import Connection, and_, select

from painplanner.core.catalogue import Called, Heading, called_in, heading_of, name_in, text_words
from painplanner.core.library import Intervention
from painplanner.core.own import PRACTICE, Held, OwnEntry
from painplanner.store.shelf import Shelf
from painplanner.store.tables import own_parts

Names = dict[str, tuple[str, str]]
"""By language: the name, and its folded words as one line."""

PARTS = 64
IDS, NAMES, HEADINGS, WORDS = "ids.1", "names.1", "headings.1", "words.1"

_write = msgspec.msgpack.Encoder().encode


class _Kind(NamedTuple):
    """A kind of part: what it holds of an entry, and how it is read."""

    derive: Callable[[Intervention], object]
    read: Callable[[bytes], dict[str, Any]]


def _names_of(entry: Intervention) -> Names:
    langs = {texts.lang for texts in entry.texts}
    return {lang: (one.name, one.line) for lang in langs for one in called_in((entry,), lang)}


def _nothing_of(_entry: Intervention) -> None:
    """Return nothing beside the id."""


_KINDS: dict[str, _Kind] = {
    IDS: _Kind(_nothing_of, msgspec.msgpack.Decoder(dict[str, None]).decode),
    NAMES: _Kind(_names_of, msgspec.msgpack.Decoder(dict[str, Names]).decode),
    HEADINGS: _Kind(heading_of, msgspec.msgpack.Decoder(dict[str, Heading]).decode),
    WORDS: _Kind(text_words, msgspec.msgpack.Decoder(dict[str, dict[str, str]]).decode),
}


class OwnPartShelf(Shelf):
    """Own entries as they are found; where a person and the practice have one under one id, the person's counts."""

    def own_held(self) -> list[Held]:
        """Return where each own entry that this person sees is kept: the practice's, then the person's, by id."""
        found = [Held(key, owner) for owner, part in self._own_parts(IDS) for key in part]
        return sorted(found, key=lambda held: (held.owner != PRACTICE, held.id))

    def own_called(self, lang: str) -> list[Called]:
        """Return how own entries are called in a language, else in English."""
        found: dict[str, Called] = {}
        for _owner, part in self._own_parts(NAMES):
            for key, names in part.items():
                name, line = name_in(names, lang)
                found[key] = Called(key, name, line)
        return list(found.values())

    def own_heading_parts(self, seen: Mapping[str, str]) -> Iterator[list[Heading]]:
        """Yield headings of own entries, a part at a time; `seen` gives the owner whose entry counts."""
        for owner, part in self._own_parts(HEADINGS):
            yield [heading for key, heading in part.items() if seen.get(key) == owner]

    def own_word_parts(self, seen: Mapping[str, str]) -> Iterator[list[tuple[str, dict[str, str]]]]:
        """Yield the words of own entries, a part at a time."""
        for owner, part in self._own_parts(WORDS):
            yield [(key, words) for key, words in part.items() if seen.get(key) == owner]

    def _own_parts(self, kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield the parts of a kind with their owner, the practice's before the person's."""
        table = own_parts.c
        mine = and_(table.kind == kind, table.owner.in_((PRACTICE, self.person.id)))
        with self._db.reading() as unit:
            where = unit.execute(select(table.owner, table.n).where(mine)).all()
        for owner, n in sorted(tuple(row) for row in where):
            with self._db.reading() as unit:
                at = and_(table.kind == kind, table.owner == owner, table.n == n)
                data = unit.execute(select(table.data).where(at)).scalar()
            if data is not None:
                yield owner, _KINDS[kind].read(data)


def keep_own_parts(unit: Connection, changed: Mapping[Held, OwnEntry | None]) -> None:
    """Bring the parts up to own entries that are kept, or taken away."""
    together: dict[tuple[str, int], dict[str, OwnEntry | None]] = {}
    for held, entry in changed.items():
        together.setdefault((held.owner, crc32(held.id.encode()) % PARTS), {})[held.id] = entry
    for (owner, n), entries in together.items():
        for name, kind in _KINDS.items():
            at = and_(own_parts.c.kind == name, own_parts.c.owner == owner, own_parts.c.n == n)
            data = unit.execute(select(own_parts.c.data).where(at)).scalar()
            part = _changed(kind.read(data) if data is not None else {}, entries, kind)
            unit.execute(own_parts.delete().where(at))
            if part:
                unit.execute(own_parts.insert(), {"kind": name, "owner": owner, "n": n, "data": _write(part)})


def _changed(part: dict[str, Any], entries: Mapping[str, OwnEntry | None], kind: _Kind) -> dict[str, Any]:
    kept = {key: value for key, value in part.items() if key not in entries}
    return kept | {key: kind.derive(entry.value) for key, entry in entries.items() if entry is not None}
