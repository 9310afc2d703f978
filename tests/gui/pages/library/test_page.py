"""Reading the library: the search keeps the keys, and what is pointed to is shown."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from painplanner.core.practice import Person, Practice, PracticeSetup
from painplanner.gui.context import AppContext
from painplanner.gui.pages.library import LibraryPage
from painplanner.gui.pages.library.detail.usual_dose import UsualDose
from painplanner.services.practice import create_practice


def names(page: LibraryPage) -> list[str]:
    return [page.pane.found.row(place).name for place in range(page.pane.found.rowCount())]


def type_in(qtbot, page: LibraryPage, text: str) -> None:
    qtbot.keyClicks(page.pane.search, text)
    qtbot.waitUntil(lambda: page.pane.is_up_to_date)


def test_every_entry_is_there_and_counted(qtbot, page: LibraryPage) -> None:
    count = len(page.finding.shelf.catalogue)
    qtbot.waitUntil(lambda: page.pane.found.rowCount() == count)
    assert page.pane.count.text() == f"{count} entries"
    assert len(set(page.pane.found.ids)) == count


def test_nothing_is_shown_before_something_is_chosen(page: LibraryPage) -> None:
    assert page.detail.subject == ""
    assert page.pane.search.hasFocus()


def test_typing_finds_and_shows_the_best_hit(qtbot, page: LibraryPage) -> None:
    qtbot.keyClicks(page.pane.search, "gabapentn")
    qtbot.waitUntil(lambda: page.detail.subject == "medicine.gabapentin")
    assert names(page)[0] == "Gabapentin"


def test_arrows_move_while_the_search_keeps_the_keys(qtbot, page: LibraryPage) -> None:
    qtbot.keyClick(page.pane.search, Qt.Key.Key_Down)
    qtbot.keyClick(page.pane.search, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.detail.subject == page.pane.found.ids[1])
    assert page.pane.list.currentIndex().row() == 1
    assert page.pane.search.hasFocus()


def test_enter_goes_into_the_detail_and_esc_comes_back(qtbot, page: LibraryPage) -> None:
    qtbot.keyClicks(page.pane.search, "bird dog")
    qtbot.keyClick(page.pane.search, Qt.Key.Key_Return)
    assert page.detail.subject == "exercise.bird_dog"
    assert page.detail.body.hasFocus()
    qtbot.keyClick(page.detail.body, Qt.Key.Key_Escape)
    assert page.pane.search.hasFocus()


def test_tab_goes_from_the_list_below_it_and_then_through_the_detail(qtbot, page: LibraryPage) -> None:
    page.show_thing("exercise.bridge")
    head, bar = page.detail.head, page.own_bar
    usual = next(part for part in page.detail.findChildren(UsualDose) if part.isVisible())
    wanted = (page.pane.list, bar.new, bar.imports, bar.exports, head.star, head.hide_button)
    wanted += (page.own_actions.edit, page.own_actions.more, head.tags.line, page.detail.body, usual.line)
    page.pane.list.setFocus()
    for one in wanted:
        assert one.hasFocus()
        qtbot.keyClick(one, Qt.Key.Key_Tab)


def test_letters_typed_elsewhere_go_to_the_search(qtbot, page: LibraryPage) -> None:
    page.pane.list.setFocus()
    qtbot.keyClick(page.pane.list, Qt.Key.Key_B)
    assert page.pane.search.text() == "b"
    qtbot.keyClicks(page.pane.search, "ridge")
    assert page.pane.search.text() == "bridge"


def test_esc_takes_back_the_words_and_then_the_filters(qtbot, page: LibraryPage) -> None:
    page.pane.filters.ticks["kinds"].set_keys(("exercise",))
    qtbot.keyClicks(page.pane.search, "bridge")
    qtbot.keyClick(page.pane.search, Qt.Key.Key_Escape)
    assert page.pane.search.text() == ""
    assert page.pane.filters.is_on
    qtbot.keyClick(page.pane.search, Qt.Key.Key_Escape)
    assert not page.pane.filters.is_on


def test_what_fits_nothing_says_what_to_do(qtbot, page: LibraryPage) -> None:
    type_in(qtbot, page, "qqqqzzzz")
    assert page.pane.found.rowCount() == 0
    assert page.pane._empty.isVisible()
    page.pane._empty.action.click()
    qtbot.waitUntil(lambda: page.pane.found.rowCount() > 100)
    assert page.pane.search.hasFocus()


def test_filters_that_nothing_passes_are_told_as_the_reason(page: LibraryPage) -> None:
    page.pane.scope.segment("templates").click()
    page.pane.filters.switches["own_only"].click()
    assert "as a template" in page.pane._empty.sentence.text()
    page.pane.filters.switches["favourites"].click()
    page.pane.filters.switches["own_only"].click()
    assert page.pane._empty.sentence.text() == "Nothing passes all of these filters."


def test_a_link_jumps_and_back_returns(qtbot, page: LibraryPage) -> None:
    page.show_thing("exercise.bridge")
    harder = page.finding.thing("exercise.bridge").harder
    page.jump(harder)
    assert page.detail.subject == harder
    assert "Bridge" in page.detail.head.back.text()
    qtbot.keyClick(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.detail.subject == "exercise.bridge"
    assert not page.detail.head.back.isVisible()


def test_list_or_grid_is_remembered(qtbot, ctx: AppContext, page: LibraryPage) -> None:
    qtbot.keyClick(page.pane.search, Qt.Key.Key_Down)
    page.pane.look.segment("grid").click()
    assert page.pane.grid.isVisible()
    assert page.pane.grid.current_id() == page.pane.found.ids[0], "what was chosen stays chosen"
    again = LibraryPage(ctx)
    qtbot.addWidget(again)
    assert again.pane.view == "grid"


def test_the_grid_moves_across_and_down(qtbot, page: LibraryPage) -> None:
    page.pane.toggle_view()
    page.pane.grid.setFocus()
    page.pane.grid.choose(0)
    qtbot.keyClick(page.pane.grid, Qt.Key.Key_Right)
    assert page.pane.grid.currentIndex().row() == 1
    qtbot.keyClick(page.pane.grid, Qt.Key.Key_Down)
    assert page.pane.grid.currentIndex().row() == 1 + page.pane.grid.across()


def test_the_line_between_the_parts_is_remembered(qtbot, ctx: AppContext, page: LibraryPage) -> None:
    page.splitter.setSizes([520, 580])
    page.splitter.splitterMoved.emit(520, 1)
    again = LibraryPage(ctx)
    qtbot.addWidget(again)
    again.resize(1100, 760)
    again.show()
    assert abs(again.splitter.sizes()[0] - page.splitter.sizes()[0]) <= 2


def test_rows_say_name_dose_and_marks(ctx: AppContext, page: LibraryPage) -> None:
    ctx.store.set_favourite("exercise.bridge", True)
    ctx.store.set_usual_dose("exercise.bridge", None)  # another test of this practice may have kept one
    page.refresh()
    row = page.finding.row("exercise.bridge")
    ctx.store.set_favourite("exercise.bridge", False)
    assert row.spoken.startswith("Bridge, 3")
    assert row.spoken.endswith("favourite")


def test_the_pages_own_usual_dose_is_shown(ctx: AppContext, page: LibraryPage) -> None:
    from painplanner.core.dose_text import parse_dose

    usual = parse_dose("2x8", ctx.library.entries["exercise.bridge"].dose)
    ctx.store.set_usual_dose("exercise.bridge", usual)
    page.refresh()
    page.show_thing("exercise.bridge")
    ctx.store.set_usual_dose("exercise.bridge", None)
    assert page.finding.row("exercise.bridge").dose == "2 × 8"
    assert ("Your usual dose", "2 × 8") in facts(page)


def test_nothing_of_one_practice_is_left_in_the_next(qtbot, ctx: AppContext, page: LibraryPage, tmp_path: Path) -> None:
    page.show_thing("exercise.bridge")
    page.marking.toggle_favourite("exercise.bridge")
    page.undo_stack.undo()
    type_in(qtbot, page, "bridge")
    setup = PracticeSetup(practice=Practice(id="other", name="Other"), person=Person(id="other-1", name="A. Other"))
    other = create_practice(tmp_path / "other", setup, "orange ladder quiet boat")
    ctx.attach(other)
    page.refresh()
    assert page.undo_stack.count() == 0
    assert page.detail.subject == ""
    assert page.pane.search.text() == ""
    page.forget()
    other.close()
    page.repaint()
    assert page.pane.found.rowCount() == 0


def test_a_large_library_is_found_anew_when_it_has_been_taken_in_whole(ctx: AppContext, page: LibraryPage) -> None:
    before = page.finding.shelf
    page.show_thing("exercise.bridge")
    ctx.news.library_read.emit()
    assert page.finding.shelf is not before
    assert page.detail.subject == page.pane.current_id() == "exercise.bridge"


def facts(page: LibraryPage) -> list[tuple[str, str]]:
    from painplanner.gui.widgets.facts import Facts

    return [line for each in page.detail.findChildren(Facts) for line in each.shown]
