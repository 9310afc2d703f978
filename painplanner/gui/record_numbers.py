"""Record numbers that are taken: who has one already, and the sentence that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.store import PatientRow, Store


def who_has(store: Store, record_number: str, *, but: str = "") -> tuple[PatientRow, ...]:
    """Return the patients with this record number, without the one whose id is `but`."""
    return tuple(row for row in store.near_doubles("", None, record_number) if row.id != but)


def taken_words(rows: tuple[PatientRow, ...]) -> str:
    """Return the sentence about a record number that these patients have already; none where it is free."""
    if not rows:
        return ""
    return _("{name} has this record number too. Give each patient a number of their own.").format(name=rows[0].name)
