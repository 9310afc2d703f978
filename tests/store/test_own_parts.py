"""Own entries are found by small parts that follow every change of them."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from store.practices import Open

from painplanner.core.catalogue import heading_of, text_words
from painplanner.core.library import Intervention
from painplanner.core.own import Held, OwnChange, OwnEntry, held_of, own_entry, owners_seen
from painplanner.core.shelved import Shelved
from painplanner.core.values import replace
from painplanner.errors import KnownError
from painplanner.services.library import read_library
from painplanner.store import Store

BRIDGE = read_library()[0].entries["exercise.bridge"]


def named(key: str, name: str) -> Intervention:
    texts = tuple(replace(one, name=name) if one.lang == "en" else one for one in BRIDGE.texts)
    return replace(BRIDGE, id=key, texts=texts)


def called(store: Store, lang: str = "en") -> dict[str, str]:
    return {one.id: one.name for one in store.own_called(lang)}


def test_parts_follow_keeping_changing_and_taking_away(store: Store) -> None:
    store.keep_own_entry(OwnEntry(value=named("own.one", "First")))
    store.keep_own_entry(OwnEntry(value=named("own.two", "Second")))
    assert called(store) == {"own.one": "First", "own.two": "Second"}
    assert called(store, "es") == dict.fromkeys(("own.one", "own.two"), "Puente")
    back = store.keep_own_entry(OwnEntry(value=named("own.one", "Other")))
    assert called(store)["own.one"] == "Other"
    store.change_own(back)
    assert called(store)["own.one"] == "First"
    store.drop_own_entry("own.one")
    assert called(store) == {"own.two": "Second"}
    store.drop_own_entry("own.two")
    with store._db.reading() as unit:
        assert unit.execute(text("select count(*) from own_parts")).scalar() == 0


def test_what_a_person_has_counts_over_what_the_practice_has(store: Store) -> None:
    mine = store.person.id
    store.keep_own_entry(OwnEntry(value=named("own.one", "Everybody's")))
    store.keep_own_entry(OwnEntry(value=named("own.one", "Mine"), owner=mine))
    store.keep_own_entry(OwnEntry(value=named("own.one", "Somebody else's"), owner="person-9"))
    own = store.own_library()
    assert held_of(own.entries) == (Held("own.one"), Held("own.one", mine))
    seen = owners_seen(held_of(own.entries))
    assert seen == {"own.one": mine}
    assert called(store) == {"own.one": "Mine"}
    headings = [one for part in store.own_heading_parts(seen) for one in part]
    assert headings == [heading_of(named("own.one", "Mine"))]
    words = [one for part in store.own_word_parts(seen) for one in part]
    assert words == [("own.one", text_words(BRIDGE))]
    assert store.library().entries["own.one"].texts[0].name == "Mine"


def test_many_are_kept_in_a_few_parts_and_read_one_by_one(store: Store) -> None:
    entries = {Held(f"own.n{n}"): OwnEntry(value=named(f"own.n{n}", f"Number {n}")) for n in range(250)}
    store.change_own(OwnChange(entries=entries))
    own = store.own_library()
    assert len(own.entries) == 250
    assert store.library().entries["own.n17"].texts[0].name == "Number 17"
    assert isinstance(own.entries, Shelved)
    assert tuple(own.entries) == tuple(sorted(entries.values(), key=lambda one: one.value.id))
    with store._db.reading() as unit:
        assert unit.execute(text("select count(*) from own_parts where kind = 'names.1'")).scalar() <= 64


def test_one_of_very_many_that_was_taken_out_meanwhile_is_told_in_words(store: Store) -> None:
    entries = {Held(f"own.n{n}"): OwnEntry(value=named(f"own.n{n}", f"Number {n}")) for n in range(250)}
    store.change_own(OwnChange(entries=entries))
    own = store.own_library()
    store.drop_own_entry("own.n9")
    with pytest.raises(KnownError, match="taken out of the library"):
        own_entry("own.n9", own)
    assert own_entry("own.n9", store.own_library()) is None


def test_a_newer_program_derives_the_parts_anew_when_it_brings_its_library(store: Store) -> None:
    entries = {Held(f"own.n{n}"): OwnEntry(value=named(f"own.n{n}", f"Number {n}")) for n in range(250)}
    store.change_own(OwnChange(entries=entries))
    store.keep_own_entry(OwnEntry(value=named("own.mine", "Mine"), owner=store.person.id))
    before = called(store)
    with store._db.writing() as unit:
        unit.execute(text("delete from own_parts where n % 2 = 0"))
        unit.execute(text("update own_parts set kind = 'names.0' where kind = 'names.1'"))
    library, figures = read_library()
    store.replace_library(library, figures)
    assert called(store) == before
    assert len(store.own_library().entries) == 251
    with store._db.reading() as unit:
        assert unit.execute(text("select count(*) from own_parts where kind = 'names.0'")).scalar() == 0


def test_what_is_own_is_there_again_after_the_practice_was_closed(store: Store, opened: Open) -> None:
    store.keep_own_entry(OwnEntry(value=named("own.one", "First")))
    folder = store.folder
    store.close()
    assert called(opened(folder)) == {"own.one": "First"}
