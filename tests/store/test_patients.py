"""Patients are found at once by whatever is typed, in every script, and near doubles are seen before they are made."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from store.practices import ADA

from painplanner.core.patient import Patient, RedFlags
from painplanner.core.values import Answer
from painplanner.errors import KnownError
from painplanner.store import Store

PEOPLE = (
    ADA,
    Patient(id="patient-2", name="Ngô Thị Ánh", birth_date=date(1990, 12, 1), record_number="2002"),
    Patient(id="patient-3", name="Юлия Петрова", birth_date=date(1985, 3, 8), record_number="AB-17"),
    Patient(id="patient-4", name="王小明", birth_date=date(1978, 8, 4), record_number="2004"),
    Patient(id="patient-5", name="Siobhán O'Brien-Smith", birth_date=date(1961, 1, 31), record_number="2005"),
    Patient(id="patient-6", name="Smilla Jensen", birth_date=date(1999, 9, 9), record_number="2006"),
)


@pytest.fixture
def full(store: Store) -> Store:
    for patient in PEOPLE:
        store.save_patient(patient)
    return store


def names(store: Store, typed: str, limit: int = 50) -> list[str]:
    return [row.name for row in store.search_patients(typed, limit)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("łuk", "Łukasz Żak"),
        ("luk", "Łukasz Żak"),
        ("zak", "Łukasz Żak"),
        ("ŻAK łukasz", "Łukasz Żak"),
        ("ngo", "Ngô Thị Ánh"),
        ("anh", "Ngô Thị Ánh"),
        ("Ánh Ngô", "Ngô Thị Ánh"),
        ("thi an", "Ngô Thị Ánh"),
        ("юл", "Юлия Петрова"),
        ("ПЕТР", "Юлия Петрова"),
        ("王", "王小明"),
        ("小明", "王小明"),
        ("obrien", "Siobhán O'Brien-Smith"),
        ("o'brien", "Siobhán O'Brien-Smith"),
        ("smith siob", "Siobhán O'Brien-Smith"),
    ],
)
def test_any_part_of_a_name_is_found_by_its_beginning(full: Store, typed: str, found: str) -> None:
    assert names(full, typed) == [found]


@pytest.mark.parametrize(
    "typed",
    [
        "1978-08-03",
        "3 Aug 1978",
        "3 August 1978",
        "Aug 3, 1978",
        "august 3 1978",
        "8/3/1978",
        "3/8/1978",
        "3.8.1978",
        "8/3/78",
    ],
)
def test_a_birth_date_is_found_as_it_is_typed(full: Store, typed: str) -> None:
    assert names(full, typed) == ["Łukasz Żak"]


@pytest.mark.parametrize("typed", ["2001", "AB-17", "ab17", "ab 17"])
def test_a_record_number_is_found(full: Store, typed: str) -> None:
    assert len(names(full, typed)) == 1


def test_a_name_and_a_birth_date_narrow_one_another(full: Store) -> None:
    assert names(full, "zak 1978-08-03") == ["Łukasz Żak"]
    assert names(full, "jensen 1978-08-03") == []


def test_whose_name_begins_with_it_comes_first(full: Store) -> None:
    assert names(full, "sm") == ["Smilla Jensen", "Siobhán O'Brien-Smith"]


def test_nothing_typed_shows_who_was_edited_last(full: Store) -> None:
    full.save_patient(msgspec.structs.replace(ADA, note="called"))
    assert names(full, "", 2) == ["Łukasz Żak", "Smilla Jensen"]


def test_nobody_is_found_by_what_nobody_has(full: Store) -> None:
    assert names(full, "zzz") == []
    assert names(full, "-- //") == names(full, "")
    assert names(full, "31 Foo 1978") == []


def test_a_search_ends_at_its_limit(full: Store) -> None:
    for number in range(20):
        full.save_patient(Patient(id=f"more-{number}", name=f"Ann Ander{number:02}"))
    assert len(names(full, "an", 8)) == 8
    assert len(set(names(full, "an", 50))) == 21


def test_a_changed_name_is_found_and_the_old_one_is_not(full: Store) -> None:
    full.save_patient(msgspec.structs.replace(ADA, name="Łukasz Kowalski"))
    assert names(full, "zak") == []
    assert names(full, "kowal") == ["Łukasz Kowalski"]


def test_a_patient_comes_back_whole(full: Store) -> None:
    assert full.patient("patient-2") == PEOPLE[1]
    row = full.search_patients("anh")[0]
    assert (row.birth_date, row.record_number, row.language) == (date(1990, 12, 1), "2002", "en")


def test_an_unknown_patient_is_said_in_words(full: Store) -> None:
    with pytest.raises(KnownError, match="not in the practice"):
        full.patient("nobody")


def test_a_double_is_the_same_name_in_whatever_spelling(full: Store) -> None:
    assert [row.id for row in full.near_doubles("Zak Lukasz", None)] == ["patient-1"]
    assert [row.id for row in full.near_doubles("ngo thi anh", date(2001, 1, 1))] == ["patient-2"]


def test_a_double_is_the_same_day_and_a_name_that_is_alike(full: Store) -> None:
    day = date(1978, 8, 3)
    assert [row.id for row in full.near_doubles("Lukas Zack", day)] == ["patient-1"]
    assert [row.id for row in full.near_doubles("Barbara Żak", day)] == ["patient-1"]
    assert full.near_doubles("Maria Lopez", day) == ()
    assert full.near_doubles("Lukas Zack", None) == ()


def test_a_double_is_the_same_record_number_however_it_is_written(full: Store) -> None:
    assert [row.id for row in full.near_doubles("Maria Lopez", date(1970, 1, 1), "ab 17")] == ["patient-3"]
    assert [row.id for row in full.near_doubles("", None, "2001")] == ["patient-1"]
    assert {row.id for row in full.near_doubles("Zak Lukasz", None, "AB-17")} == {"patient-1", "patient-3"}
    assert full.near_doubles("Maria Lopez", None, "200") == ()
    full.save_patient(Patient(id="patient-8", name="No Number"))
    assert full.near_doubles("Maria Lopez", None, "") == ()
    assert full.near_doubles("Maria Lopez", None, "--") == ()


def test_a_patient_is_found_by_number_or_id_for_the_command_line(full: Store) -> None:
    assert full.find_patient("2001") == ADA
    assert full.find_patient("patient-1") == ADA
    assert full.find_patient("ab17") == PEOPLE[2]
    assert full.find_patient("9999") is None
    assert full.find_patient("") is None


def test_a_number_that_two_patients_have_is_refused(full: Store) -> None:
    full.save_patient(Patient(id="patient-9", name="Somebody Else", record_number="2001"))
    with pytest.raises(KnownError, match="2 patients have the record number 2001"):
        full.find_patient("2001")


def test_record_numbers_are_proposed_and_used_up_when_saved(store: Store) -> None:
    assert store.next_record_number() == store.next_record_number() == "1001"
    store.save_patient(Patient(id="a", name="A", record_number="1001"))
    assert store.next_record_number() == "1002"
    store.save_patient(Patient(id="b", name="B", record_number="1500"))
    assert store.next_record_number() == "1501"
    store.save_patient(Patient(id="c", name="C", record_number="X-77"))
    assert store.next_record_number() == "1501"


def test_an_open_red_flag_shows_in_the_list_and_is_due(store: Store) -> None:
    flagged = msgspec.structs.replace(ADA, red_flags=RedFlags(overall=Answer.YES, asked_on=date(2026, 3, 1)))
    store.save_patient(flagged)
    assert store.search_patients("zak")[0].red_flag_open
    assert [row.kind for row in store.due(date(2026, 3, 2))] == ["red-flag"]
    store.save_patient(ADA)
    assert not store.search_patients("zak")[0].red_flag_open
    assert store.due(date(2026, 3, 2)) == ()
