"""Readings: numbers measured on a day, rows of their own and never a part of a plan."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from painplanner.core.codec import decode, encode
from painplanner.core.measure import Reading
from painplanner.store.database import put
from painplanner.store.faults import readable
from painplanner.store.shelf import Shelf
from painplanner.store.tables import readings

_of_patient = (
    select(readings.c.payload)
    .where(readings.c.patient == bindparam("which"))
    .order_by(readings.c.taken_on, readings.c.id)
)


class ReadingShelf(Shelf):
    """The readings of a patient."""

    def readings(self, patient_id: str) -> tuple[Reading, ...]:
        """Return the readings of a patient, oldest first."""
        with self._db.reading() as unit:
            found = unit.execute(_of_patient, {"which": patient_id}).scalars().all()
        with readable(self.folder):
            return tuple(decode(data, Reading) for data in found)

    def save_reading(self, reading: Reading) -> None:
        """Write a reading, in the place of the one with its id."""
        row = {
            "id": reading.id,
            "patient": reading.patient,
            "measure": reading.measure,
            "taken_on": reading.on,
            "payload": encode(reading),
        }
        with self._db.writing() as unit:
            put(unit, readings, row)

    def delete_reading(self, reading_id: str) -> None:
        """Take a reading away."""
        with self._db.writing() as unit:
            unit.execute(readings.delete().where(readings.c.id == reading_id))
