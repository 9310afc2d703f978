"""The library is opened by names and small parts; a whole entry is read when it is asked for."""

from __future__ import annotations

import pickle

import pytest
from sqlalchemy import text
from store.practices import Open

from painplanner.core.catalogue import called_in, heading_of, text_words
from painplanner.services.library import read_library
from painplanner.store import Store


@pytest.fixture
def filled(store: Store) -> Store:
    """Return a practice with the library of the program."""
    store.replace_library(*read_library())
    return store


@pytest.fixture(params=["with its parts", "written before there were parts"])
def either(request: pytest.FixtureRequest, filled: Store) -> Store:
    if request.param != "with its parts":
        with filled._db.writing() as unit:
            unit.execute(text("delete from library_parts"))
    return filled


def test_names_headings_and_words_are_those_of_the_entries(either: Store) -> None:
    entries = read_library()[0].entries
    called = either.called("es")
    assert called == called_in(entries.values(), "es")
    assert sorted(one.id for one in called) == sorted(entries)
    assert either.called("de") == either.called("en")
    headings = [heading for part in either.heading_parts() for heading in part]
    assert headings == [heading_of(entry) for entry in entries.values()]
    words = dict(pair for part in either.word_parts() for pair in part)
    assert words == {key: text_words(entry) for key, entry in entries.items()}


def test_a_part_is_small(filled: Store) -> None:
    assert max(len(part) for part in filled.heading_parts()) <= 100


def test_an_entry_is_read_when_it_is_asked_for(filled: Store) -> None:
    entries = filled.built_in_library().entries
    assert len(entries) == len(read_library()[0].entries)
    assert "exercise.bridge" in entries
    assert "exercise.nothing" not in entries
    assert entries._values == {}
    assert entries["exercise.bridge"] == read_library()[0].entries["exercise.bridge"]
    assert entries["exercise.bridge"] is entries["exercise.bridge"]
    assert entries._values.keys() == {"exercise.bridge"}
    assert entries.get("exercise.nothing") is None


def test_all_entries_are_read_in_one_go_and_travel_to_another_process(filled: Store) -> None:
    library = filled.built_in_library()
    assert dict(library.entries.items()) == read_library()[0].entries
    assert tuple(library.templates.values()) == tuple(read_library()[0].templates.values())
    assert pickle.loads(pickle.dumps(library.entries)) == read_library()[0].entries


def test_another_library_takes_the_place_of_names_and_parts(filled: Store, opened: Open) -> None:
    library = read_library()[0]
    few = {key: library.entries[key] for key in ("exercise.bridge", "exercise.bird_dog")}
    filled.replace_library(type(library)(version="2", entries=few), {})
    assert {one.id for one in filled.called("en")} == few.keys()
    assert [heading.id for part in filled.heading_parts() for heading in part] == list(few)
