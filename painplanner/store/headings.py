"""The library as it is opened: names at once, headings and words in small parts, whole entries when they are asked for.

The parts are derived from the entries and written with them; a file without them is read from the entries themselves.
"""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping, ValuesView
from functools import cached_property
from typing import Any, Generic, TypeVar

import msgspec
from sqlalchemy import Connection, Table, bindparam, select

from painplanner.core.catalogue import Called, Heading, called_in, heading_of, text_words
from painplanner.core.codec import decode
from painplanner.core.library import Intervention
from painplanner.store.database import Database
from painplanner.store.faults import readable
from painplanner.store.shelf import Shelf
from painplanner.store.tables import library_entries, library_parts

T = TypeVar("T", bound=msgspec.Struct)
Words = list[tuple[str, dict[str, str]]]
"""Each entry with the words of its texts by language."""

PART = 100
"""How many entries a part holds: few enough to be read between two letters."""
IDS, CALLED, HEADINGS, WORDS = "ids.1", "called.1", "headings.1", "words.1"
"""The kinds of part; another shape, or another way to fold words, takes another number: older ones are not read."""

_write = msgspec.msgpack.Encoder().encode
_ids = msgspec.msgpack.Decoder(list[str])
_called = msgspec.msgpack.Decoder(list[Called])
_words = msgspec.msgpack.Decoder(Words)
_headings = msgspec.msgpack.Decoder(list[Heading])
_part = select(library_parts.c.data).where(
    library_parts.c.kind == bindparam("kind"), library_parts.c.n == bindparam("n")
)
_count = select(library_parts.c.n).where(library_parts.c.kind == bindparam("kind")).order_by(library_parts.c.n)


class Kept(Mapping[str, T], Generic[T]):
    """Values of a table by id in their order; ids and each value are read when they are asked for, and then kept."""

    def __init__(
        self, database: Database, table: Table, kind: type[T], ids: Callable[[], list[str]] | None = None
    ) -> None:
        """Remember where to read from; `ids` knows a shorter way to all ids than the table itself."""
        self._db, self._table, self._kind, self._read_ids = database, table, kind, ids or self._ids_of_table
        self._values: dict[str, T] = {}
        self._one = select(table.c.payload).where(table.c.id == bindparam("which"))

    @cached_property
    def _ids(self) -> dict[str, None]:
        return dict.fromkeys(self._read_ids())

    def _ids_of_table(self) -> list[str]:
        with self._db.reading() as unit:
            return list(unit.execute(select(self._table.c.id).order_by(self._table.c.place)).scalars())

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._ids)

    def __iter__(self) -> Iterator[str]:
        """Return the ids in their order."""
        return iter(self._ids)

    def __contains__(self, key: object) -> bool:
        """Tell whether there is such an id, without reading its value."""
        return key in self._values or key in self._ids

    def __getitem__(self, key: str) -> T:
        """Return a value."""
        found = self._values.get(key)
        if found is None:
            with self._db.reading() as unit, readable(self._db.folder):
                data = unit.execute(self._one, {"which": key}).scalar()
                if data is None:
                    raise KeyError(key)
                found = self._values[key] = decode(data, self._kind)
        return found

    def values(self) -> ValuesView[T]:
        """Return all values, read in one go."""
        return self._read_all().values()

    def items(self) -> ItemsView[str, T]:
        """Return all ids with their values, read in one go."""
        return self._read_all().items()

    def _read_all(self) -> dict[str, T]:
        if len(self._values) < len(self._ids):
            query = select(self._table.c.id, self._table.c.payload)
            with self._db.reading() as unit, readable(self._db.folder):
                for row in unit.execute(query):
                    if row.id not in self._values:
                        self._values[row.id] = decode(row.payload, self._kind)
        return {key: self._values[key] for key in self._ids}

    def __reduce__(self) -> tuple[type[dict[str, T]], tuple[dict[str, T]]]:
        """Travel to another process as a plain mapping."""
        return dict, (self._read_all(),)


class HeadingShelf(Shelf):
    """What search and filters need of the built-in entries."""

    def called(self, lang: str) -> list[Called]:
        """Return how the built-in entries are called in a language, else in English, in order of name."""
        for kind in (f"{CALLED}.{lang}", f"{CALLED}.en"):
            data = self._part(kind, 0)
            if data is not None:
                return _called.decode(data)
        return called_in(self._entries(), lang)

    def entry_ids(self) -> list[str]:
        """Return the ids of the built-in entries in the order of the library."""
        data = self._part(IDS, 0)
        return _ids.decode(data) if data is not None else [entry.id for entry in self._entries()]

    def heading_parts(self) -> Iterator[list[Heading]]:
        """Yield the headings of the built-in entries, a small part at a time."""
        return self._parts(HEADINGS, _headings.decode, heading_of)

    def word_parts(self) -> Iterator[Words]:
        """Yield the words of the texts of the built-in entries by language, a small part at a time."""
        return self._parts(WORDS, _words.decode, lambda entry: (entry.id, text_words(entry)))

    def _parts(
        self, kind: str, read: Callable[[bytes], list[Any]], derive: Callable[[Intervention], Any]
    ) -> Iterator[Any]:
        with self._db.reading() as unit:
            numbers = list(unit.execute(_count, {"kind": kind}).scalars())
        for n in numbers:
            data = self._part(kind, n)
            if data is not None:
                yield read(data)
        if not numbers:
            for some in _in_parts(self._entries()):
                yield [derive(entry) for entry in some]

    def _part(self, kind: str, n: int) -> bytes | None:
        with self._db.reading() as unit:
            return unit.execute(_part, {"kind": kind, "n": n}).scalar()

    def _entries(self) -> list[Intervention]:
        with self._db.reading() as unit, readable(self.folder):
            found = unit.execute(select(library_entries.c.payload).order_by(library_entries.c.place)).scalars()
            return [decode(data, Intervention) for data in found]


def keep_parts(unit: Connection, entries: Iterable[Intervention]) -> None:
    """Write the parts of a library anew."""
    given = list(entries)
    unit.execute(library_parts.delete())
    langs = sorted({texts.lang for entry in given for texts in entry.texts} | {"en"})
    rows = [{"kind": f"{CALLED}.{lang}", "n": 0, "data": _write(called_in(given, lang))} for lang in langs]
    rows.append({"kind": IDS, "n": 0, "data": _write([entry.id for entry in given])})
    for n, some in enumerate(_in_parts(given)):
        rows.append({"kind": HEADINGS, "n": n, "data": _write([heading_of(entry) for entry in some])})
        rows.append({"kind": WORDS, "n": n, "data": _write([(entry.id, text_words(entry)) for entry in some])})
    unit.execute(library_parts.insert(), rows)


def _in_parts(entries: list[Intervention]) -> Iterator[list[Intervention]]:
    return (entries[at : at + PART] for at in range(0, len(entries), PART))
