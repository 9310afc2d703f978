"""The habits of the person at the desk: favourites, usual doses, and what was used last; and pictures by their hash."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

import msgspec
from sqlalchemy import Connection, and_, select

from painplanner.core.codec import content_hash, encode
from painplanner.core.dose import AnyDose
from painplanner.store.database import put
from painplanner.store.faults import NotFound
from painplanner.store.shelf import Shelf
from painplanner.store.tables import favourites, pictures, uses, usual_doses
from painplanner.text import _


class HabitShelf(Shelf):
    """What this person reaches for."""

    def favourites(self) -> frozenset[str]:
        """Return the entries this person marked."""
        query = select(favourites.c.entry).where(favourites.c.person == self.person.id)
        with self._db.reading() as unit:
            return frozenset(unit.execute(query).scalars())

    def set_favourite(self, entry_id: str, on: bool) -> None:
        """Mark an entry, or take the mark away."""
        row = {"person": self.person.id, "entry": entry_id}
        with self._db.writing() as unit:
            mine = and_(favourites.c.person == self.person.id, favourites.c.entry == entry_id)
            unit.execute(favourites.delete().where(mine))
            if on:
                unit.execute(favourites.insert(), row)

    def usual_doses(self) -> dict[str, AnyDose]:
        """Return this person's usual dose of each entry that has one."""
        query = select(usual_doses.c.entry, usual_doses.c.payload).where(usual_doses.c.person == self.person.id)
        with self._db.reading() as unit:
            rows = unit.execute(query).all()
        found = ((row.entry, _readable_dose(row.payload)) for row in rows)
        return {entry: dose for entry, dose in found if dose is not None}

    def set_usual_dose(self, entry_id: str, dose: AnyDose | None) -> None:
        """Keep a dose as the usual one, or forget it."""
        with self._db.writing() as unit:
            if dose is None:
                mine = and_(usual_doses.c.person == self.person.id, usual_doses.c.entry == entry_id)
                unit.execute(usual_doses.delete().where(mine))
            else:
                put(unit, usual_doses, {"person": self.person.id, "entry": entry_id, "payload": encode(dose)})

    def recent_entries(self, limit: int) -> tuple[str, ...]:
        """Return what this person used last, newest first, then most often used."""
        query = (
            select(uses.c.entry)
            .where(uses.c.person == self.person.id)
            .order_by(uses.c.last_at.desc(), uses.c.count.desc(), uses.c.entry)
            .limit(limit)
        )
        with self._db.reading() as unit:
            return tuple(unit.execute(query).scalars())

    def use_counts(self) -> dict[str, int]:
        """Return how often this person used each entry."""
        query = select(uses.c.entry, uses.c.count).where(uses.c.person == self.person.id)
        with self._db.reading() as unit:
            return {row.entry: row[1] for row in unit.execute(query)}

    def count_use(self, entry_ids: Iterable[str]) -> None:
        """Count that entries were used now."""
        at = self._desk.clock()
        with self._db.writing() as unit:
            for entry in dict.fromkeys(entry_ids):
                mine = and_(uses.c.person == self.person.id, uses.c.entry == entry)
                before = unit.execute(select(uses.c.count).where(mine)).scalar() or 0
                put(unit, uses, {"person": self.person.id, "entry": entry, "count": before + 1, "last_at": at})


def _readable_dose(payload: bytes) -> AnyDose | None:
    """Return a dose, or nothing for one of another version: a habit is not worth the whole list."""
    try:
        return msgspec.json.decode(payload, type=AnyDose)
    except msgspec.MsgspecError:
        return None


class PictureShelf(Shelf):
    """Pictures by the hash of their content; a plan holds only the hash."""

    def add_picture(self, data: bytes) -> str:
        """Keep a picture, once; return its hash."""
        sha256 = content_hash(data)
        with self._db.writing() as unit:
            add_pictures(unit, {sha256: data}, self._desk.clock())
        return sha256

    def picture(self, sha256: str) -> bytes:
        """Return a picture. Raises NotFound."""
        data = self.pictures((sha256,)).get(sha256)
        if data is None:
            raise NotFound(_("This picture is not in the practice. Nothing was changed. Add it again."))
        return data

    def pictures(self, hashes: Iterable[str]) -> dict[str, bytes]:
        """Return those of some pictures that the practice has, by their hash."""
        wanted = select(pictures.c.sha256, pictures.c.data).where(pictures.c.sha256.in_(tuple(hashes)))
        with self._db.reading() as unit:
            return {row.sha256: row.data for row in unit.execute(wanted)}

    def picture_hashes(self, hashes: Iterable[str]) -> frozenset[str]:
        """Return those of some hashes that the practice has a picture of."""
        with self._db.reading() as unit:
            return _known(unit, tuple(hashes))


def add_pictures(unit: Connection, by_hash: Mapping[str, bytes], at: datetime) -> None:
    """Keep pictures by the hash of their content, each once."""
    known = _known(unit, tuple(by_hash))
    rows = [{"sha256": key, "added_at": at, "data": data} for key, data in by_hash.items() if key not in known]
    if rows:
        unit.execute(pictures.insert(), rows)


def _known(unit: Connection, hashes: tuple[str, ...]) -> frozenset[str]:
    return frozenset(unit.execute(select(pictures.c.sha256).where(pictures.c.sha256.in_(hashes))).scalars())
