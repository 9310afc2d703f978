"""Measures of the practice's own, which stand beside the built-in ones for everybody."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, select

from painplanner.core.codec import decode, encode
from painplanner.core.measure import Measure
from painplanner.core.own import LIBRARY_SCHEMA
from painplanner.core.own_codec import refuse_newer
from painplanner.core.values import Impossible, text_in
from painplanner.store.database import put
from painplanner.store.faults import damaged, newer_practice, readable
from painplanner.store.shelf import AnyRow, Shelf
from painplanner.store.tables import library_measures, own_measures

_all = select(own_measures).order_by(own_measures.c.id)
_named = tuple(
    select(table.c.payload).where(table.c.id == bindparam("which")) for table in (own_measures, library_measures)
)


class OwnMeasureShelf(Shelf):
    """What this practice counts and rates in its own way."""

    def own_measures(self) -> tuple[Measure, ...]:
        """Return the practice's own measures by id."""
        with self._db.reading() as unit:
            return tuple(self._measure(row) for row in unit.execute(_all))

    def measures_by_id(self, ids: Iterable[str]) -> dict[str, Measure]:
        """Return the measures with these ids that are known, read alone: all of them are in `library`."""
        with self._db.reading() as unit, readable(self.folder):
            return measures_by_id(unit, ids)

    def save_own_measure(self, measure: Measure) -> None:
        """Keep a measure of the practice's own, in the place of the one with its id."""
        row = {"id": measure.id, "schema": LIBRARY_SCHEMA, "payload": encode(measure)}
        with self._db.writing() as unit:
            put(unit, own_measures, row)

    def drop_own_measure(self, measure_id: str) -> None:
        """Take a measure out of what may be chosen; plans and readings that name it stay as they are."""
        with self._db.writing() as unit:
            unit.execute(own_measures.delete().where(own_measures.c.id == measure_id))

    def _measure(self, row: AnyRow) -> Measure:
        try:
            refuse_newer(row.schema)
            return decode(row.payload, Measure)
        except Impossible as refusal:
            is_newer = refusal.code == "newer-schema"
            raise (newer_practice(self.folder) if is_newer else damaged(self.folder)) from refusal


def measure_name(unit: Connection, measure_id: str, lang: str = "en") -> str:
    """Return the name of a measure, its id where it is not known."""
    found = measures_by_id(unit, (measure_id,)).get(measure_id)
    return text_in(found.name, lang) if found is not None else measure_id


def measures_by_id(unit: Connection, ids: Iterable[str]) -> dict[str, Measure]:
    """Return the measures with these ids that are known, the practice's own before the built-in ones."""
    found: dict[str, Measure] = {}
    for which in ids:
        data = next((d for query in _named if (d := unit.execute(query, {"which": which}).scalar()) is not None), None)
        if data is not None:
            found[which] = decode(data, Measure)
    return found
