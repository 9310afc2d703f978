"""A large library is opened by its names; the rest is taken in between two letters."""

from __future__ import annotations

import pytest

from painplanner.core.figure import Figure, Photo
from painplanner.core.own import OwnEntry
from painplanner.core.values import replace
from painplanner.gui import library_cache
from painplanner.gui.library_cache import LibraryCache


@pytest.fixture
def large(monkeypatch):
    """Let the library of the program count as a large one."""
    monkeypatch.setattr(library_cache, "TAKEN_AT_ONCE", 10)


def test_a_small_library_is_taken_in_whole_at_once(ctx):
    cache = LibraryCache(ctx.store)
    assert cache.catalogue.read == cache.catalogue.everything
    assert cache.is_read


def test_of_a_large_one_every_name_is_found_at_once_and_the_rest_soon(qtbot, ctx, large):
    told = []
    cache = LibraryCache(ctx.store, lambda: told.append(True))
    assert cache.index.find("bridge", 1) == ("exercise.bridge",)
    assert cache.catalogue.read == 0
    assert not cache.is_read
    qtbot.waitUntil(lambda: cache.is_read)
    assert told == [True]
    assert cache.catalogue.read == cache.catalogue.everything
    assert cache.index.find("puente", 1) == ("exercise.bridge",)


def test_a_practice_that_is_closed_meanwhile_is_read_no_further(qtbot, ctx, large):
    cache = LibraryCache(ctx.store, lambda: pytest.fail("it was let go"))
    assert cache.index.find("bridge", 1)
    cache.let_go()
    qtbot.wait(1)
    cache.take_in()
    assert cache.catalogue.read == 0


def test_the_picker_shows_what_could_not_be_found_before(qtbot, ctx, large):
    ctx.library.forget()
    shelf = ctx.shelf()
    with qtbot.waitSignal(ctx.news.library_read):
        assert shelf.facets()["kind"] == ()
    assert "exercise" in ctx.shelf().facets()["kind"]


def test_nothing_but_what_is_looked_at_is_read_whole(ctx):
    cache = LibraryCache(ctx.store)
    cache.index.find("bridge", 5)
    assert cache.entries["exercise.bridge"].id == "exercise.bridge"
    assert cache.entries._values.keys() == {"exercise.bridge"}


def test_an_entry_is_found_by_region_equipment_and_position_as_the_window_says_them(ctx):
    index = LibraryCache(ctx.store).index
    for words in ("bridge low back", "bridge lumbar spine", "bridge mat", "bridge on the back"):
        assert "exercise.bridge" in index.find(words, 5), words


def test_an_edited_copy_is_found_by_its_own_name_and_words(ctx):
    original = ctx.library.entries["exercise.bridge"]
    texts = tuple(replace(one, name="Zebra lift") if one.lang == "en" else one for one in original.texts)
    back = ctx.store.keep_own_entry(OwnEntry(value=replace(original, texts=texts), original=original))
    try:
        cache = LibraryCache(ctx.store)
        assert cache.index.find("zebra", 5) == ("exercise.bridge",)
        assert cache.catalogue.names[cache.catalogue.place["exercise.bridge"]] == "Zebra lift"
        assert cache.entries["exercise.bridge"].texts == texts
        assert len(cache.catalogue) == len(cache.built_in.entries)
    finally:
        ctx.store.change_own(back)


def test_forgetting_reads_everything_anew(ctx):
    cache = LibraryCache(ctx.store)
    before = cache.catalogue
    cache.forget_own(only_hidden=True)
    assert cache.catalogue is before
    cache.forget()
    assert cache.catalogue is not before


def of(*hashes):
    photos = tuple(Photo(sha256=one, width=400, height=300) for one in hashes)
    return Figure(id="own.lift", frames=(), photos=photos)


def test_the_photographs_of_a_figure_are_found_and_a_missing_one_is_left_out(ctx):
    cache = LibraryCache(ctx.store)
    kept = ctx.store.add_picture(b"a photograph")
    assert cache.photos(of(kept, "0" * 64)) == {kept: b"a photograph"}
    assert cache.photos(None) == {}


def test_no_more_photographs_are_held_than_were_meant_to_be(ctx, monkeypatch):
    monkeypatch.setattr(library_cache, "PHOTOS_KEPT", 250)
    cache = LibraryCache(ctx.store)
    hashes = [ctx.store.add_picture(bytes([n]) * 100) for n in range(4)]
    for one in hashes:
        assert len(cache.photos(of(one))[one]) == 100
    assert list(cache._photos) == hashes[-2:]
    assert len(cache.photos(of(*hashes))) == 4
