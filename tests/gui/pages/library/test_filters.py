"""Filters combine; those that are on are shown, counted and taken back with keys and mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt

from painplanner.gui.context import AppContext
from painplanner.gui.pages.library import LibraryPage


def tick(page: LibraryPage, field: str, *keys: str) -> None:
    for key in keys:
        page.pane.filters.ticks[field].list.ticked.emit(key)


def entries(page: LibraryPage):
    return [page.finding.thing(one) for one in page.pane.found.ids]


def test_kind_and_region_narrow_together(page: LibraryPage) -> None:
    tick(page, "kinds", "exercise", "hands_on")
    tick(page, "regions", "knee")
    found = entries(page)
    assert found
    assert {one.kind.value for one in found} <= {"exercise", "hands_on"}
    assert all("knee" in one.regions for one in found)
    assert page.pane.count.text().startswith(f"{len(found)} ")


def test_each_way_of_filing_is_offered_in_words(page: LibraryPage) -> None:
    offered = {field: [words for _key, words in made.choices()] for field, made in page.pane.filters.ticks.items()}
    assert "Exercise" in offered["kinds"]
    assert "Lower back" in offered["regions"]
    assert "Neuropathic" in offered["mechanisms"]
    assert "On the back" in offered["positions"]
    assert "Band" in offered["equipment"]


def test_what_is_on_stands_below_and_goes_with_a_click(page: LibraryPage) -> None:
    tick(page, "kinds", "exercise")
    tick(page, "positions", "sitting")
    few = page.pane.found.rowCount()
    assert [chip.accessibleName() for chip in page.pane.filters.active.chips] == ["Remove Exercise", "Remove Sitting"]
    page.pane.filters.active.chips[1].click()
    assert page.pane.found.rowCount() > few
    assert page.pane.filters.ticks["positions"].ticked() == ()


def test_delete_removes_a_filter_and_the_keys_go_on(qtbot, page: LibraryPage) -> None:
    tick(page, "kinds", "exercise")
    tick(page, "regions", "knee")
    chip = page.pane.filters.active.chips[0]
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    left = page.pane.filters.active.chips[0]
    assert left.hasFocus()
    qtbot.keyClick(left, Qt.Key.Key_Delete)
    assert page.pane.search.hasFocus()


def test_backspace_in_the_empty_search_takes_the_last_filter_back(qtbot, page: LibraryPage) -> None:
    tick(page, "kinds", "exercise")
    tick(page, "regions", "knee")
    qtbot.keyClick(page.pane.search, Qt.Key.Key_Backspace)
    assert page.pane.filters.ticks["regions"].ticked() == ()
    assert page.pane.filters.ticks["kinds"].ticked() == ("exercise",)


def test_clear_all_takes_words_and_filters_back(page: LibraryPage) -> None:
    page.pane.search.setText("knee")
    tick(page, "kinds", "exercise")
    page.pane.clear_link.click()
    assert page.pane.search.text() == ""
    assert not page.pane.filters.is_on
    assert not page.pane.clear_link.isVisible()


def test_rarer_filters_wait_behind_more_and_that_is_remembered(qtbot, ctx: AppContext, page: LibraryPage) -> None:
    equipment = page.pane.filters.ticks["equipment"]
    assert not equipment.isVisible()
    page.pane.filters.more.click()
    assert equipment.isVisible()
    again = LibraryPage(ctx)
    qtbot.addWidget(again)
    assert again.pane.filters.more.isChecked()


def test_a_filter_out_of_sight_is_still_seen_to_be_on(page: LibraryPage) -> None:
    page.pane.filters.more.click()
    page.pane.filters.switches["with_hidden"].click()
    assert page.pane.filters.active.keys() == ()
    page.pane.filters.more.click()
    assert page.pane.filters.active.keys() == ("with_hidden",)
    page.pane.filters.active.chips[0].click()
    assert not page.pane.filters.is_on


def test_favourites_alone(ctx: AppContext, page: LibraryPage) -> None:
    page.marking.toggle_favourite("exercise.bird_dog")
    page.pane.filters.switches["favourites"].click()
    assert page.pane.found.ids == ("exercise.bird_dog",)
    page.undo_stack.undo()
    page.pane.find()
    assert page.pane.found.ids == ()
