"""What is due, as prepared rows: written with every save of a plan or patient, and read as they stand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec
from sqlalchemy import Connection, bindparam, nulls_last, select

from painplanner.core.due import DueItem
from painplanner.store.rows import DueRow
from painplanner.store.shelf import Shelf
from painplanner.store.tables import due, patients

_forget_plan = due.delete().where(due.c.plan == bindparam("which"))
_forget_patient = due.delete().where(due.c.patient == bindparam("which"), due.c.plan.is_(None))
_insert = due.insert()
_all = (
    select(due, patients.c.name)
    .join(patients, due.c.patient == patients.c.id)
    .order_by(nulls_last(due.c.due_on), patients.c.name, due.c.id)
)


class DueShelf(Shelf):
    """The rows of Today."""

    def due(self, today: date) -> tuple[DueRow, ...]:
        """Return everything that is open, sorted by date; a visit that is over is no longer open."""
        with self._db.reading() as unit:
            rows = unit.execute(_all).all()
        return tuple(
            DueRow(
                kind=row.kind,
                patient=row.patient,
                patient_name=row.name,
                plan=row.plan or "",
                on=row.due_on,
                subject=row.subject,
                args=msgspec.json.decode(row.args, type=tuple[tuple[str, str], ...]),
            )
            for row in rows
            if not (row.kind == "next-visit" and row.due_on is not None and row.due_on < today)
        )


def replace_due(unit: Connection, items: Iterable[DueItem], *, patient: str, plan: str = "") -> None:
    """Put these rows in the place of those that a plan, or a patient without a plan, had."""
    if plan:
        unit.execute(_forget_plan, {"which": plan})
    else:
        unit.execute(_forget_patient, {"which": patient})
    rows = [
        {
            "kind": item.kind,
            "patient": patient,
            "plan": plan or None,
            "due_on": item.on,
            "subject": item.subject,
            "args": msgspec.json.encode(item.args),
        }
        for item in items
    ]
    if rows:
        unit.execute(_insert, rows)
