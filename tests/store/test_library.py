"""The library is replaced whole; pictures that a plan may point to are never deleted; habits belong to a person."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import msgspec
import pytest
from core.whole_plans import small_library
from store.practices import ADA

from painplanner.core.codec import content_hash
from painplanner.core.dose import ExerciseDose, MedicineDose
from painplanner.core.library import Library
from painplanner.core.measure import Reading
from painplanner.core.practice import Person
from painplanner.errors import KnownError
from painplanner.store import Store
from painplanner.store.tables import usual_doses

OLD, NEW = b"the bridge as it was drawn first", b"the bridge drawn again"


def library(version: str, figure: bytes) -> tuple[Library, dict[str, bytes]]:
    base = small_library()
    value = Library(
        version=version,
        entries=base.entries,
        templates=base.templates,
        measures=base.measures,
        figures={"figure.bridge": content_hash(figure)},
    )
    return value, {content_hash(figure): figure}


def test_a_new_practice_has_no_library(store: Store) -> None:
    assert store.library_version() == ""
    assert store.library() == Library()


def test_a_library_comes_back_in_its_order(store: Store) -> None:
    value, figures = library("1", OLD)
    store.replace_library(value, figures)
    assert store.library() == value
    assert store.library_version() == "1"
    assert tuple(entry.id for entry in store.entries()) == tuple(value.entries)
    assert tuple(store.measures()) == tuple(value.measures.values())


def test_an_older_picture_is_still_there_by_its_hash(store: Store) -> None:
    store.replace_library(*library("1", OLD))
    store.replace_library(*library("2", NEW))
    assert store.figure_bytes("figure.bridge") == NEW
    assert store.figure_bytes(content_hash(OLD)) == OLD
    assert store.figure_bytes(content_hash(NEW)) == NEW
    assert store.figure_bytes("figure.unknown") is None


def test_an_entry_that_left_the_library_is_gone(store: Store) -> None:
    value, figures = library("1", OLD)
    store.replace_library(value, figures)
    fewer = {key: entry for key, entry in value.entries.items() if key != "exercise.bridge"}
    store.replace_library(Library(version="2", entries=fewer), {})
    assert "exercise.bridge" not in store.library().entries
    assert store.library().figures == {}


def test_favourites_come_and_go(store: Store) -> None:
    store.set_favourite("exercise.bridge", True)
    store.set_favourite("exercise.bridge", True)
    store.set_favourite("exercise.calf", True)
    store.set_favourite("exercise.calf", False)
    assert store.favourites() == frozenset({"exercise.bridge"})


def test_one_usual_dose_of_another_version_does_not_hide_the_others(store: Store) -> None:
    dose = ExerciseDose(sets=2)
    store.set_usual_dose("exercise.bridge", dose)
    row = {"person": store.person.id, "entry": "exercise.plank", "payload": b'{"type":"exercise","colour":"red"}'}
    with store._db.writing() as unit:
        unit.execute(usual_doses.insert(), row)
    assert store.usual_doses() == {"exercise.bridge": dose}


def test_a_usual_dose_is_kept_with_its_kind(store: Store) -> None:
    dose = ExerciseDose(sets=3, reps=10, load=Decimal("2.5"))
    store.set_usual_dose("exercise.bridge", dose)
    store.set_usual_dose("medicine.ibuprofen", MedicineDose(amount=Decimal(400), unit="mg"))
    store.set_usual_dose("medicine.ibuprofen", None)
    assert store.usual_doses() == {"exercise.bridge": dose}


def test_what_was_used_last_comes_first(store: Store) -> None:
    store.count_use(("exercise.bridge", "exercise.calf"))
    store.count_use(("exercise.glide",))
    store.count_use(("exercise.bridge",))
    assert store.recent_entries(2) == ("exercise.bridge", "exercise.glide")


def test_a_picture_is_kept_once_by_its_hash(store: Store) -> None:
    name = store.add_picture(b"pixels")
    assert store.add_picture(b"pixels") == name == content_hash(b"pixels")
    assert store.picture(name) == b"pixels"
    with pytest.raises(KnownError, match="not in the practice"):
        store.picture("0" * 64)


def test_readings_are_rows_of_their_own(store: Store) -> None:
    store.save_patient(ADA)
    later = Reading(id="r-1", patient=ADA.id, measure="measure.peg", on=date(2026, 3, 2), value=Decimal("4.5"))
    earlier = msgspec.structs.replace(later, id="r-2", on=date(2026, 2, 1))
    for reading in (later, earlier):
        store.save_reading(reading)
    assert store.readings(ADA.id) == (earlier, later)
    store.save_reading(msgspec.structs.replace(later, value=Decimal(5)))
    store.delete_reading("r-2")
    assert [reading.value for reading in store.readings(ADA.id)] == [Decimal(5)]


def test_the_practice_and_its_person_can_change(store: Store) -> None:
    store.save_practice(msgspec.structs.replace(store.practice, phone="555 0199"))
    store.save_person(msgspec.structs.replace(store.person, name="Dr. Ada Okafor-Bell"))
    store.save_person(Person(id="person-2", name="Front desk"))
    assert store.practice.phone == "555 0199"
    assert store.person.name == "Dr. Ada Okafor-Bell"
