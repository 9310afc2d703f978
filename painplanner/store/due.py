"""What is due, as prepared rows: written with every save of what asks for it, and read as they stand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from operator import itemgetter

import msgspec
from sqlalchemy import Connection, Date, bindparam, literal_column, nulls_last, or_, select

from painplanner.core.due import DueItem
from painplanner.store.due_list import DueAsk, counted, found, people
from painplanner.store.rows import DueList, DueRow
from painplanner.store.shelf import AnyRow, Shelf
from painplanner.store.tables import due, patients

_args = msgspec.json.Decoder(tuple[tuple[str, str], ...])
_COLUMNS = tuple(due.c.keys())
_insert = due.insert()
_known = select(due).where(due.c.owner == bindparam("which")).order_by(due.c.place)
_forget = due.delete().where(due.c.owner == bindparam("which"), due.c.place == bindparam("at"))
_all = (
    select(due, patients.c.name)
    .join(patients, due.c.patient == patients.c.id)
    .order_by(nulls_last(due.c.due_on), patients.c.name, due.c.owner, due.c.place)
)
_of_patient = _all.where(due.c.patient == bindparam("which"), due.c.due_on <= bindparam("until", type_=Date()))
_late_trials = (
    select(due.c.patient)
    .where(due.c.patient.in_(bindparam("which", expanding=True)), due.c.due_on < bindparam("today", type_=Date()))
    .where(due.c.kind == literal_column("'trial-end'"))
    .distinct()
)
_soon = _all.where(or_(due.c.due_on.is_(None), due.c.due_on <= bindparam("until", type_=Date())))


class DueShelf(Shelf):
    """The rows of Today."""

    def due(self, today: date, until: date | None = None) -> tuple[DueRow, ...]:
        """Return what is open, sorted by day: all of it, or what has no day or one no later than `until`.

        A visit that is over is no longer open.
        """
        with self._db.reading() as unit:
            rows = unit.execute(_all if until is None else _soon, {"until": until}).all()
        return tuple(
            _row(row)
            for row in rows
            if not (row.kind == "next-visit" and row.due_on is not None and row.due_on < today)
        )

    def due_of(self, patient_id: str, until: date) -> tuple[DueRow, ...]:
        """Return what is due for a patient by a day, sorted by day; what has no day is left out."""
        with self._db.reading() as unit:
            return tuple(map(_row, unit.execute(_of_patient, {"which": patient_id, "until": until}).all()))

    def late_trials(self, patients_asked: Iterable[str], today: date) -> frozenset[str]:
        """Return who of these patients (by id) has a trial past its end without a decision."""
        with self._db.reading() as unit:
            return frozenset(unit.execute(_late_trials, {"which": list(patients_asked), "today": today}).scalars())

    def due_list(self, ask: DueAsk) -> DueList:
        """Return the first rows of what is open, how many there are by kind, and everybody who has any."""
        with self._db.reading() as unit:
            counts = counted(unit, ask)
            rows = found(unit, ask, [count.kind for count in counts])
            return DueList(rows=tuple(map(_row, rows)), counts=counts, people=people(unit))


def replace_due(
    unit: Connection,
    items: Iterable[DueItem],
    *,
    patient: str = "",
    plan: str = "",
    owner: str = "",
    author: str = "",
) -> None:
    """Put these rows in the place of those that their owner had; equal ones stay untouched.

    The owner is the reading or log that is named, else the plan, else the patient. A row that names nobody is for the
    author, and for everybody where there is none.
    """
    owner = owner or plan or patient
    known = [tuple(row) for row in unit.execute(_known, {"which": owner})]
    wanted = [
        (
            owner, place, item.kind, patient, plan or None, item.on, item.subject, msgspec.json.encode(item.args),
            item.person or author or None,
        )
        for place, item in enumerate(items)
    ]  # fmt: skip
    gone, new = set(known) - set(wanted), set(wanted) - set(known)
    if gone:
        unit.execute(_forget, [{"which": owner, "at": row[1]} for row in gone])
    if new:
        unit.execute(_insert, [dict(zip(_COLUMNS, row, strict=True)) for row in sorted(new, key=itemgetter(1))])


def _row(row: AnyRow) -> DueRow:
    return DueRow(
        kind=row.kind,
        patient=row.patient,
        patient_name=row.name,
        plan=row.plan or "",
        on=row.due_on,
        subject=row.subject,
        args=_args.decode(row.args),
        person=row.person or "",
    )
