"""Readings: numbers measured on a day, rows of their own and never a part of a plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, select

from painplanner.core.codec import decode, encode
from painplanner.core.log_due import reading_due
from painplanner.core.measure import Reading
from painplanner.store.database import put
from painplanner.store.dialect import READING_ENTERED
from painplanner.store.due import replace_due
from painplanner.store.faults import readable
from painplanner.store.own_measures import measure_name
from painplanner.store.plan_due import renew_looks
from painplanner.store.shelf import Shelf
from painplanner.store.tables import readings

_of_patient = (
    select(readings.c.payload)
    .where(readings.c.patient == bindparam("which"))
    .order_by(readings.c.taken_on, READING_ENTERED)
)
_series = _of_patient.where(readings.c.measure == bindparam("of"))
_kept = select(readings.c.id, readings.c.payload).where(readings.c.id.in_(bindparam("ids", expanding=True)))
_patient = select(readings.c.patient).where(readings.c.id == bindparam("which"))
_insert = readings.insert()
_forget = readings.delete().where(readings.c.id == bindparam("which"))


class ReadingShelf(Shelf):
    """The readings of a patient."""

    def readings(self, patient_id: str) -> tuple[Reading, ...]:
        """Return the readings of a patient, oldest first."""
        with self._db.reading() as unit:
            return self._series(unit.execute(_of_patient, {"which": patient_id}).scalars().all())

    def series(self, patient_id: str, measure_id: str) -> tuple[Reading, ...]:
        """Return the readings of one measure of a patient, oldest first."""
        with self._db.reading() as unit:
            return self._series(unit.execute(_series, {"which": patient_id, "of": measure_id}).scalars().all())

    def _series(self, found: Sequence[bytes]) -> tuple[Reading, ...]:
        with readable(self.folder):
            return tuple(decode(data, Reading) for data in found)

    def save_reading(self, reading: Reading) -> None:
        """Write a reading, in the place of the one with its id, and the action it calls for."""
        with self._db.writing() as unit:
            put(unit, readings, _row(reading))
            name = measure_name(unit, reading.measure) if reading.alert else ""
            replace_due(unit, reading_due(reading, name), patient=reading.patient, owner=reading.id)
            self._renew_looks(unit, reading.patient)

    def delete_reading(self, reading_id: str) -> None:
        """Take a reading away, and what it asked for."""
        with self._db.writing() as unit:
            replace_due(unit, (), owner=reading_id)
            patient = unit.execute(_patient, {"which": reading_id}).scalar()
            unit.execute(_forget, {"which": reading_id})
            if patient is not None:
                self._renew_looks(unit, patient)

    def _renew_looks(self, unit: Connection, patient: str) -> None:
        with readable(self.folder):
            renew_looks(unit, patient, self._today())


def put_in_place(unit: Connection, former: Iterable[str], new: Iterable[Reading]) -> None:
    """Put readings in the place of former ones; those that say the same stay untouched."""
    wanted = {reading.id: _row(reading) for reading in new}
    asked = {"ids": sorted({*former, *wanted})}
    known = {row.id: row.payload for row in unit.execute(_kept, asked)} if asked["ids"] else {}
    new_rows = [row for key, row in wanted.items() if known.get(key) != row["payload"]]
    gone = [key for key in known if key not in wanted or known[key] != wanted[key]["payload"]]
    if gone:
        unit.execute(_forget, [{"which": key} for key in gone])
    if new_rows:
        unit.execute(_insert, new_rows)


def _row(reading: Reading) -> dict[str, Any]:
    return {
        "id": reading.id,
        "patient": reading.patient,
        "measure": reading.measure,
        "taken_on": reading.on,
        "payload": encode(reading),
    }
