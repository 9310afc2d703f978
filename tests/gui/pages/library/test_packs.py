"""Library packs in the page: what goes out, what would come in, and a refused pack that changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from painplanner.core.library import Kind
from painplanner.core.own import OwnEntry, edited_copy, new_entry
from painplanner.core.values import replace
from painplanner.gui.pages.library import LibraryPage

pytestmark = pytest.mark.usefixtures("nothing_own")
BRIDGE = "exercise.bridge"


@pytest.fixture
def own(ctx, page: LibraryPage) -> LibraryPage:
    """Return the page with an edited bridge and an entry of our own."""
    bridge = ctx.library.built_in.entries[BRIDGE]
    ctx.store.keep_own_entry(OwnEntry(value=replace(bridge, two_sided=True), original=edited_copy(bridge).original))
    ctx.store.keep_own_entry(new_entry(Kind.EXERCISE, "own.clock", name="Wall clock reach"))
    page.side.owning.forget()
    page.refresh()
    return page


@pytest.fixture
def pack(qtbot, own: LibraryPage, tmp_path: Path) -> Path:
    """Return a pack with both."""
    own.own_bar.exports.click()
    export = own.side.page("export")
    export.save_to(tmp_path / "ours.painpack")
    qtbot.waitUntil(lambda: own.side.is_detail, timeout=20_000)
    return tmp_path / "ours.painpack"


def read(qtbot, page: LibraryPage, place: Path):
    page.own_bar.imports.click()
    made = page.side.page("import")
    made.read_from(place)
    qtbot.waitUntil(lambda: made.preview is not None or bool(made.problem.text), timeout=20_000)
    return made


def test_everything_own_is_ticked_and_one_may_be_left_out(own: LibraryPage) -> None:
    own.side.export()
    export = own.side.page("export")
    assert set(export.ticks.keys()) == {BRIDGE, "own.clock"}
    export.none.click()
    assert not export.save.isEnabled()
    own.side.export("own.clock")
    assert export.ticks.keys() == ("own.clock",)


def test_a_pack_shows_what_is_new_different_and_the_same_before_it_is_taken_in(
    qtbot, own: LibraryPage, pack: Path, ctx
) -> None:
    ctx.store.drop_own_entry("own.clock")
    bridge = ctx.library.built_in.entries[BRIDGE]
    ctx.store.keep_own_entry(OwnEntry(value=replace(bridge, purpose="relief"), original=bridge))
    own.side.owning.forget()
    page = read(qtbot, own, pack)
    assert page.preview.new == ("own.clock",)
    assert page.preview.different == (BRIDGE,)
    assert page.take.text() == "Take in 1"
    page.replace.box(BRIDGE).click()
    assert page.take.text() == "Take in 2"


def test_what_was_taken_in_is_taken_back(qtbot, own: LibraryPage, pack: Path, ctx, spoken) -> None:
    ctx.store.drop_own_entry("own.clock")
    ctx.store.drop_own_entry(BRIDGE)
    own.side.owning.forget()
    page = read(qtbot, own, pack)
    page.whom.segment("me").click()
    page.replace.box(BRIDGE).click()
    page.take.click()
    qtbot.waitUntil(lambda: own.side.is_detail, timeout=20_000)
    mine = {one.value.id: one for one in ctx.store.own_library().entries}
    assert mine["own.clock"].owner == ctx.person.id
    assert mine[BRIDGE].original == ctx.library.built_in.entries[BRIDGE]
    assert own.shown_stack.undoText() == "Import a pack"
    spoken[-1].on_action()
    assert ctx.store.own_library().entries == ()
    own.shown_stack.redo()
    assert len(ctx.store.own_library().entries) == 2


def test_different_ones_stay_ours_unless_they_are_ticked(qtbot, own: LibraryPage, pack: Path, ctx) -> None:
    ctx.store.drop_own_entry("own.clock")
    ctx.store.drop_own_entry(BRIDGE)
    own.side.owning.forget()
    page = read(qtbot, own, pack)
    page.take.click()
    qtbot.waitUntil(lambda: own.side.is_detail, timeout=20_000)
    assert [one.value.id for one in ctx.store.own_library().entries] == ["own.clock"]


def test_a_damaged_pack_is_refused_in_the_page_with_its_line(qtbot, own: LibraryPage, pack: Path, ctx) -> None:
    lines = pack.read_text(encoding="utf-8").splitlines(keepends=True)
    pack.write_text("".join([lines[0], lines[1].replace("Bridge", "Brigde"), *lines[2:]]), encoding="utf-8")
    before = ctx.store.own_library()
    page = read(qtbot, own, pack)
    assert "ours.painpack" in page.problem.text
    assert "line 2" in page.problem.text
    assert page.preview is None
    assert page.choose.hasFocus()
    assert not page.take.isVisible()
    assert ctx.store.own_library() == before


def test_a_file_that_is_no_pack_is_refused(qtbot, page: LibraryPage, tmp_path: Path) -> None:
    place = tmp_path / "picture.painpack"
    place.write_bytes(b"\x89PNG\r\n")
    assert "picture.painpack" in read(qtbot, page, place).problem.text


def test_a_folder_that_refuses_the_pack_says_so_in_the_page(qtbot, own: LibraryPage, tmp_path: Path) -> None:
    own.side.export()
    export = own.side.page("export")
    export.save_to(tmp_path / "nowhere" / "ours.painpack")
    qtbot.waitUntil(lambda: bool(export.problem.text), timeout=20_000)
    assert "its folder does not exist" in export.problem.text
    assert not own.side.is_detail


def test_a_pack_that_brings_nothing_says_so_and_offers_another_file(qtbot, own: LibraryPage, pack: Path, ctx) -> None:
    page = read(qtbot, own, pack)
    assert not page.preview.new
    assert not page.preview.different
    assert not page.whom.isVisible()
    assert page.choose.isVisible()
    assert page.choose.hasFocus()


def test_the_keys_are_on_the_taking_in_once_a_pack_was_read(qtbot, own: LibraryPage, pack: Path, ctx) -> None:
    ctx.store.drop_own_entry("own.clock")
    own.side.owning.forget()
    assert read(qtbot, own, pack).take.hasFocus()
