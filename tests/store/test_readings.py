"""The readings of a patient come oldest first, and of one day in the order in which they were entered."""

from __future__ import annotations

from decimal import Decimal

from store.practices import ADA, TODAY

from painplanner.core.measure import Reading
from painplanner.store import Store


def score(of: str, value: int, note: str = "") -> Reading:
    return Reading(id=of, patient=ADA.id, measure="measure.phq9", on=TODAY, value=Decimal(value), note=note)


def test_two_numbers_of_one_day_stand_as_they_were_entered_whatever_their_ids_are(store: Store) -> None:
    store.save_patient(ADA)
    for made in (score("reading-f", 6), score("reading-a", 12)):
        store.save_reading(made)
    assert [int(r.value) for r in store.readings(ADA.id)] == [6, 12]
    assert [int(r.value) for r in store.series(ADA.id, "measure.phq9")] == [6, 12]


def test_a_number_that_is_written_again_keeps_its_place(store: Store) -> None:
    store.save_patient(ADA)
    for made in (score("reading-f", 6), score("reading-a", 12), score("reading-f", 7, "read again")):
        store.save_reading(made)
    assert [int(r.value) for r in store.readings(ADA.id)] == [7, 12]
