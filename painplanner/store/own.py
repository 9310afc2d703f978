"""What the practice and the person at the desk made their own, over the built-in library; every change can be undone.

A change of several things is one unit, and its answer is the change that takes it back.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, Table, and_, bindparam, select

from painplanner.core.codec import content_hash, encode
from painplanner.core.library import Library
from painplanner.core.library_news import LibraryNews, all_news, concerning
from painplanner.core.own import (
    LIBRARY_SCHEMA,
    PRACTICE,
    Held,
    OwnChange,
    OwnEntry,
    OwnLibrary,
    OwnTemplate,
    clean_tags,
    with_own,
)
from painplanner.core.own_codec import decode_own
from painplanner.core.shelved import Shelved
from painplanner.core.values import Impossible
from painplanner.store.database import put
from painplanner.store.faults import NotFound, damaged, newer_practice
from painplanner.store.habits import add_pictures
from painplanner.store.library import LibraryShelf, add_figures, kept_news
from painplanner.store.own_measures import OwnMeasureShelf
from painplanner.store.own_parts import OwnPartShelf, keep_own_parts
from painplanner.store.tables import (
    figures,
    hidden_ids,
    library_news,
    library_news_seen,
    own_entries,
    own_figures,
    own_parts,
    own_templates,
    tags,
)
from painplanner.text import _

Own = TypeVar("Own", OwnEntry, OwnTemplate)
READ_AT_ONCE = 200
_OWN_ID = re.compile(rb'"(own\.[^"\\]+)"')
_with_data = select(own_figures.c.id, figures.c.data).join(figures, figures.c.sha256 == own_figures.c.sha256)
_as_tags = msgspec.json.Decoder(tuple[str, ...])


class OwnShelf(LibraryShelf, OwnPartShelf, OwnMeasureShelf):
    """The library as this person sees it."""

    def library(self) -> Library:
        """Return everything a plan may take from: this person's own over the practice's over the built-in."""
        with self._db.reading():
            return with_own(self.built_in_library(), self.own_library())

    def replace_library(self, new: Library, figures_by_hash: Mapping[str, bytes]) -> None:
        """Put a version of the library in the place of another; own entries stay, and are made ready to be found anew.

        Another version comes with another program, which may find by other words.
        """
        with self._db.writing() as unit:
            super().replace_library(new, figures_by_hash)
            own = [(Held(row.id, row.owner), self._read(row, OwnEntry)) for row in unit.execute(select(own_entries))]
            unit.execute(own_parts.delete())
            keep_own_parts(unit, dict(own))

    def own_library(self) -> OwnLibrary:
        """Return everything own that this person sees; of very many entries, each is read when it is asked for."""
        with self._db.reading() as unit:
            return OwnLibrary(
                entries=self._own_entries(unit),
                templates=self._own(unit, own_templates, OwnTemplate),
                measures=self.own_measures(),
                hidden=_owners(self._mine(unit, hidden_ids)),
                tags=_joined(self._mine(unit, tags)),
                figures={row.id: row.sha256 for row in unit.execute(select(own_figures))},
            )

    def _own_entries(self, unit: Connection) -> Sequence[OwnEntry]:
        held = self.own_held()
        if len(held) <= READ_AT_ONCE:
            return self._own(unit, own_entries, OwnEntry)
        return Shelved(held, self._own_entry, self._all_own_entries)

    def _own_entry(self, held: Held) -> OwnEntry:
        with self._db.reading() as unit:
            found = self._kept(unit, own_entries, held, OwnEntry)
        if found is None:
            raise NotFound(_("This entry was taken out of the library. Nothing was changed. Look for it again."))
        return found

    def _all_own_entries(self) -> list[tuple[Held, OwnEntry]]:
        with self._db.reading() as unit:
            found = self._own(unit, own_entries, OwnEntry)
        return [(Held(one.value.id, one.owner), one) for one in found]

    def own_tags(self, owner: str = PRACTICE) -> Mapping[str, tuple[str, ...]]:
        """Return the tags that one owner gave, by id."""
        with self._db.reading() as unit:
            rows = unit.execute(select(tags).where(tags.c.owner == owner)).all()
            return {row.id: _as_tags.decode(row.payload) for row in rows}

    def _mine(self, unit: Connection, table: Table) -> list[Any]:
        seen = table.c.owner.in_((PRACTICE, self.person.id))
        return list(unit.execute(select(table).where(seen).order_by(table.c.owner, table.c.id)))

    def _own(self, unit: Connection, table: Table, kind: type[Own]) -> tuple[Own, ...]:
        return tuple(self._read(row, kind) for row in self._mine(unit, table))

    def _kept(self, unit: Connection, table: Table, at: Held, kind: type[Own]) -> Own | None:
        row = _row(unit, table, at)
        return None if row is None else self._read(row, kind)

    def _read(self, row: Any, kind: type[Own]) -> Own:  # noqa: ANN401  (a row of either table)
        try:
            return decode_own(row.payload, row.schema, kind)
        except Impossible as refusal:
            is_newer = refusal.code == "newer-schema"
            raise (newer_practice(self.folder) if is_newer else damaged(self.folder)) from refusal

    def change_own(self, change: OwnChange) -> OwnChange:
        """Make a change whole; return the change that takes it back. Raises Impossible for tags that cannot be."""
        words = {at: clean_tags(given) for at, given in change.tags.items()}
        with self._db.writing() as unit:
            before = OwnChange(
                entries={at: self._kept(unit, own_entries, at, OwnEntry) for at in change.entries},
                templates={at: self._kept(unit, own_templates, at, OwnTemplate) for at in change.templates},
                hidden={at: _row(unit, hidden_ids, at) is not None for at in change.hidden},
                tags={at: _kept_tags(unit, at) for at in change.tags},
                figures=_kept_figures(unit, change.figures),
            )
            add_figures(unit, change.pictures)
            add_pictures(unit, change.photos, self._desk.clock())
            _put_all(unit, own_entries, change.entries)
            keep_own_parts(unit, change.entries)
            _put_all(unit, own_templates, change.templates)
            _put_rows(unit, hidden_ids, {at: {} if on else None for at, on in change.hidden.items()})
            encoded = {at: {"payload": msgspec.json.encode(given)} if given else None for at, given in words.items()}
            _put_rows(unit, tags, encoded)
            _put_figures(unit, change.figures)
        return before

    def keep_own_entry(self, entry: OwnEntry) -> OwnChange:
        """Keep an own entry in the place of what its owner had there; return what takes it back."""
        return self.change_own(OwnChange(entries={Held(entry.value.id, entry.owner): entry}))

    def drop_own_entry(self, entry_id: str, owner: str = PRACTICE) -> OwnChange:
        """Take an own entry away, so that what lies under it is seen again; return what takes that back."""
        return self.change_own(OwnChange(entries={Held(entry_id, owner): None}))

    def keep_own_template(self, template: OwnTemplate) -> OwnChange:
        """Keep an own template in the place of what its owner had there; return what takes it back."""
        return self.change_own(OwnChange(templates={Held(template.value.id, template.owner): template}))

    def drop_own_template(self, template_id: str, owner: str = PRACTICE) -> OwnChange:
        """Take an own template away, so that what lies under it is seen again; return what takes that back."""
        return self.change_own(OwnChange(templates={Held(template_id, owner): None}))

    def set_hidden(self, thing_id: str, on: bool, owner: str = PRACTICE) -> OwnChange:
        """Hide an entry or template from lists, or show it again; return what takes it back."""
        return self.change_own(OwnChange(hidden={Held(thing_id, owner): on}))

    def set_tags(self, thing_id: str, given: Collection[str], owner: str = PRACTICE) -> OwnChange:
        """Give an entry or template these tags and no others; return what takes it back. Raises Impossible."""
        return self.change_own(OwnChange(tags={Held(thing_id, owner): tuple(given)}))

    def keep_own_figure(self, figure_id: str, data: bytes, photos: Collection[bytes] = ()) -> OwnChange:
        """Keep a picture of our own under an id, with its photographs; return what takes it back."""
        sha256 = content_hash(data)
        jpegs = {content_hash(photo): photo for photo in photos}
        return self.change_own(OwnChange(figures={figure_id: sha256}, pictures={sha256: data}, photos=jpegs))

    def drop_unused_figures(self) -> int:
        """Take away the own pictures that no own entry or template names, nor one that is kept; return how many.

        What a plan shows it finds by content hash, which stays.
        """
        with self._db.writing() as unit:
            named: set[str] = set()
            for table in (own_entries, own_templates):
                for payload in unit.execute(select(table.c.payload)).scalars():
                    named |= _own_ids(payload)
            every = {row.id: row.data for row in unit.execute(_with_data)}
            new = named & every.keys()
            while new:  # photographs name the drawing that they stand instead of
                new = {one for key in new for one in _own_ids(every[key]) & every.keys()} - named
                named |= new
            unused = {one: None for one in every if one.startswith("own.") and one not in named}
            _put_figures(unit, unused)
        return len(unused)

    def library_news(self) -> LibraryNews | None:
        """Return what changed in the built-in library since this person last looked, nothing when all is known."""
        with self._db.reading() as unit:
            kept = kept_news(unit, after=self._seen(unit))
            if not kept:
                return None
            return concerning(all_news(kept), self.built_in_library(), self.own_library())

    def library_news_seen(self) -> None:
        """Remember that this person knows what changed until now."""
        with self._db.writing() as unit:
            newest = unit.execute(select(library_news.c.n).order_by(library_news.c.n.desc()).limit(1)).scalar()
            put(unit, library_news_seen, {"person": self.person.id, "n": newest or 0})

    def _seen(self, unit: Connection) -> int:
        mine = library_news_seen.c.person == self.person.id
        return unit.execute(select(library_news_seen.c.n).where(mine)).scalar() or 0


def _row(unit: Connection, table: Table, at: Held) -> Any:  # noqa: ANN401  (a row of any of the tables)
    return unit.execute(_reading[table], _named(at)).first()


def _at(table: Table) -> Any:  # noqa: ANN401  (a clause of the database library)
    return and_(table.c.id == bindparam("which"), table.c.owner == bindparam("whose"))


def _named(at: Held) -> dict[str, str]:
    return {"which": at.id, "whose": at.owner}


_reading = {table: select(table).where(_at(table)) for table in (own_entries, own_templates, hidden_ids, tags)}


def _kept_tags(unit: Connection, at: Held) -> tuple[str, ...]:
    row = _row(unit, tags, at)
    return () if row is None else _as_tags.decode(row.payload)


def _kept_figures(unit: Connection, ids: Iterable[str]) -> dict[str, str | None]:
    found = {row.id: row.sha256 for row in unit.execute(select(own_figures))}
    return {figure: found.get(figure) for figure in ids}


def _put_all(
    unit: Connection, table: Table, values: Mapping[Held, OwnEntry | None] | Mapping[Held, OwnTemplate | None]
) -> None:
    rows = {at: value and {"schema": LIBRARY_SCHEMA, "payload": encode(value)} for at, value in values.items()}
    _put_rows(unit, table, rows)


def _put_rows(unit: Connection, table: Table, rows: Mapping[Held, Mapping[str, Any] | None]) -> None:
    """Put rows at their places, all in one go, or take away what is there."""
    if rows:
        unit.execute(table.delete().where(_at(table)), [_named(at) for at in rows])
    new = [{"id": at.id, "owner": at.owner, **row} for at, row in rows.items() if row is not None]
    if new:
        unit.execute(table.insert(), new)


def _put_figures(unit: Connection, figures: Mapping[str, str | None]) -> None:
    for figure, sha256 in figures.items():
        unit.execute(own_figures.delete().where(own_figures.c.id == figure))
        if sha256 is not None:
            unit.execute(own_figures.insert(), {"id": figure, "sha256": sha256})


def _owners(rows: Iterable[Any]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in rows:
        found[row.id] = found.get(row.id, frozenset()) | {row.owner}
    return found


def _joined(rows: Iterable[Any]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in rows:
        found[row.id] = tuple(dict.fromkeys((*found.get(row.id, ()), *_as_tags.decode(row.payload))))
    return found


def _own_ids(payload: bytes) -> set[str]:
    return {found.decode() for found in _OWN_ID.findall(payload)}
