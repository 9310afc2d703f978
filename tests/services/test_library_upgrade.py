"""A newer program brings a newer library into a practice, which keeps its own and tells what changed."""

from __future__ import annotations

from datetime import date

import pytest
from store.practices import folder, key, made, opened, store

from painplanner.core.library import Library
from painplanner.core.own import OwnEntry, Standing, standing_of
from painplanner.core.values import replace
from painplanner.services.library import bring_up_to_date, read_library
from painplanner.services.own_library import export_pack, import_pack, open_pack
from painplanner.services.words.library_news import news_lines, news_sentence
from painplanner.store import Store

__all__ = ["folder", "key", "made", "opened", "store"]
NEW, FIGURES = read_library()
BRIDGE = NEW.entries["exercise.bridge"]


@pytest.fixture
def older(store: Store) -> Store:
    """Return a practice with an older library: one entry was otherwise, one was not there, one is there no more."""
    entries = {key: one for key, one in NEW.entries.items() if key != "exercise.clamshell"}
    entries["exercise.bridge"] = replace(BRIDGE, position="prone")
    entries["exercise.former"] = replace(BRIDGE, id="exercise.former")
    store.replace_library(Library("0.1", entries, NEW.templates, NEW.measures, NEW.figures), FIGURES)
    return store


def test_the_program_brings_its_library_and_says_what_changed(older: Store) -> None:
    ours = replace(BRIDGE, position="standing")
    original = older.built_in_library().entries["exercise.bridge"]
    older.keep_own_entry(OwnEntry(value=ours, original=original))
    assert bring_up_to_date(older)
    assert older.built_in_library() == NEW
    assert older.library().entries["exercise.bridge"] == ours
    assert standing_of("exercise.bridge", NEW, older.own_library()) is Standing.NEW_ORIGINAL
    news = older.library_news()
    assert news is not None
    assert (news.added, news.changed, news.gone) == (
        ("exercise.clamshell",),
        ("exercise.bridge",),
        ("exercise.former",),
    )
    assert news_sentence(news) == (
        "The library is new: 1 added, 1 changed, 1 gone. 1 of yours has a new original. Your own stay as they are."
    )
    lines = news_lines(news, older.library(), "en")
    assert [(line.code, line.id, line.name) for line in lines] == [
        ("new-original", "exercise.bridge", BRIDGE.texts[0].name),
        ("gone", "exercise.former", BRIDGE.texts[0].name),
        ("changed", "exercise.bridge", BRIDGE.texts[0].name),
        ("added", "exercise.clamshell", NEW.entries["exercise.clamshell"].texts[0].name),
    ]
    assert all(line.sentence for line in lines)


def test_the_same_library_is_brought_once(older: Store) -> None:
    assert bring_up_to_date(older)
    assert not bring_up_to_date(older)


def test_the_whole_library_fits_in_a_pack(older: Store) -> None:
    bring_up_to_date(older)
    data = export_pack(older, [*NEW.entries, *NEW.templates], "All", today=date(2026, 3, 2))
    preview = open_pack(older, data, "all.painpack")
    assert (preview.new, preview.different) == ((), ())
    assert set(preview.same) >= {*NEW.entries, *NEW.templates}
    older.replace_library(Library(version="none", measures=NEW.measures), {})
    preview = open_pack(older, data, "all.painpack")
    assert set(preview.new) == set(preview.records)
    import_pack(older, preview)
    assert dict(older.library().entries) == dict(NEW.entries)
