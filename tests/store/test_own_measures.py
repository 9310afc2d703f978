"""Measures of the practice's own stand beside the built-in ones for everybody, through every version of the library."""

from __future__ import annotations

from decimal import Decimal

import pytest
from core.whole_plans import small_library
from store.practices import Open

from painplanner.core.measure import Better, Measure, MeasureKind
from painplanner.core.own import PRACTICE, library_for
from painplanner.core.practice import Person
from painplanner.core.values import LangText, replace
from painplanner.errors import KnownError
from painplanner.store import Store
from painplanner.store.tables import own_measures

LAPS = Measure(
    id="own.measure-1",
    name=(LangText(lang="en", text="Laps in the pool"),),
    kind=MeasureKind.TRACKED,
    maximum=Decimal(100),
    better=Better.HIGHER,
)
FIGURES = {"a" * 64: b"bridge", "b" * 64: b"glide"}


def test_an_own_measure_stands_beside_the_built_in_ones(store: Store) -> None:
    store.replace_library(small_library(), FIGURES)
    store.save_own_measure(LAPS)
    seen = store.library().measures
    assert list(seen) == [*small_library().measures, LAPS.id]
    assert seen[LAPS.id] == LAPS
    assert store.own_measures() == store.own_library().measures == (LAPS,)
    assert LAPS.id not in store.built_in_library().measures


def test_it_stays_through_another_library_and_for_another_person(store: Store, opened: Open) -> None:
    store.save_own_measure(LAPS)
    store.replace_library(small_library(), FIGURES)
    store.save_person(Person(id="person-2", name="Dr. Zed"))
    store.close()
    again = opened(store.folder)
    again._desk.person = Person(id="person-2", name="Dr. Zed")
    assert again.library().measures[LAPS.id] == LAPS
    shared = library_for(PRACTICE, again.built_in_library(), again.own_library())
    assert shared.measures[LAPS.id] == LAPS


def test_it_can_be_changed_and_taken_out(store: Store) -> None:
    store.save_own_measure(LAPS)
    longer = replace(LAPS, maximum=Decimal(200))
    store.save_own_measure(longer)
    assert store.own_measures() == (longer,)
    store.drop_own_measure(LAPS.id)
    assert store.own_measures() == ()
    assert LAPS.id not in store.library().measures


@pytest.mark.parametrize(
    ("values", "words"), [({"schema": 99}, "newer"), ({"payload": b"{}"}, "damaged"), ({"payload": b"\xff"}, "damaged")]
)
def test_what_cannot_be_read_is_told(store: Store, values: dict[str, object], words: str) -> None:
    store.save_own_measure(LAPS)
    with store._db.writing() as unit:
        unit.execute(own_measures.update().values(**values))
    with pytest.raises(KnownError, match=words):
        store.own_measures()
