"""Favourites, hidden entries and tags: each is kept at once and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from painplanner.gui.context import AppContext
from painplanner.gui.messages import Message
from painplanner.gui.pages.library import LibraryPage

BRIDGE = "exercise.bridge"


@pytest.fixture(autouse=True)
def unmarked(page: LibraryPage) -> Iterator[None]:
    """Leave the shared practice as it was."""
    page.show_thing(BRIDGE)
    yield
    while page.undo_stack.canUndo():
        page.undo_stack.undo()


@pytest.fixture
def said(ctx: AppContext) -> list[Message]:
    messages: list[Message] = []
    ctx.news.said.connect(messages.append)
    return messages


def test_ctrl_d_makes_a_favourite_and_undo_takes_it_back(qtbot, ctx: AppContext, page: LibraryPage) -> None:
    qtbot.keyClick(page.pane.search, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert BRIDGE in ctx.store.favourites()
    assert page.detail.head.star.isChecked()
    page.undo_stack.undo()
    assert BRIDGE not in ctx.store.favourites()
    assert not page.detail.head.star.isChecked()


def test_a_click_on_a_star_marks_that_row(qtbot, ctx: AppContext, page: LibraryPage) -> None:
    page.pane.search.setText("bridge")
    page.pane.find()
    view = page.pane.list
    star = view.painter_of_rows.star_box(view.visualRect(page.pane.found.index(1))).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=star)
    assert page.pane.found.ids[1] in ctx.store.favourites()
    assert page.detail.subject == BRIDGE, "a star is not a choice"


def test_hiding_is_for_me_and_says_how_to_undo_it(ctx: AppContext, page: LibraryPage, said: list[Message]) -> None:
    page.marking.toggle_hidden(BRIDGE)
    assert ctx.store.own_library().hidden == {BRIDGE: frozenset({ctx.person.id})}
    assert BRIDGE not in page.pane.found.ids
    assert said[-1].action == "Undo"
    assert said[-1].on_action is not None
    said[-1].on_action()
    assert ctx.store.own_library().hidden == {}
    page.pane.show_rest()
    assert BRIDGE in page.pane.found.ids
    assert page.pane.current_id() == page.detail.subject == BRIDGE


def test_what_was_hidden_stays_open_but_is_no_longer_chosen(page: LibraryPage) -> None:
    page.pane.search.setText("bridge")
    page.pane.find()
    page.show_thing(BRIDGE)
    page.marking.toggle_hidden(BRIDGE)
    assert page.detail.subject == BRIDGE
    assert page.pane.current_id() == ""


def test_undo_of_the_message_never_takes_another_step_back(
    ctx: AppContext, page: LibraryPage, said: list[Message]
) -> None:
    page.marking.toggle_hidden(BRIDGE)
    undo = said[-1].on_action
    page.marking.toggle_favourite("exercise.bird_dog")
    undo()
    assert ctx.store.own_library().hidden == {}
    assert "exercise.bird_dog" in ctx.store.favourites()
    assert said[-1].text == "Bridge is offered again."


def test_what_is_hidden_for_everyone_is_offered_again_to_everyone(ctx: AppContext, page: LibraryPage) -> None:
    page.marking.toggle_hidden(BRIDGE, for_everyone=True)
    assert ctx.store.own_library().hidden == {BRIDGE: frozenset({""})}
    assert page.detail.head.hide_button.text() == "Show again"
    page.detail.head.hide_button.click()
    assert ctx.store.own_library().hidden == {}


def test_a_hidden_entry_is_found_on_demand_with_its_badge(page: LibraryPage) -> None:
    page.marking.toggle_hidden(BRIDGE)
    page.pane.filters.switches["with_hidden"].click()
    page.pane.show_rest()
    assert BRIDGE in page.pane.found.ids
    assert "Hidden" in page.finding.row(BRIDGE).badges


def test_hiding_asks_for_whom(ctx: AppContext, page: LibraryPage) -> None:
    mine, everyone = page.offer_hiding(BRIDGE).actions()
    assert [mine.text(), everyone.text()] == ["Hide for me", "Hide for everyone in the practice"]
    everyone.trigger()
    assert ctx.store.own_library().hidden == {BRIDGE: frozenset({""})}


def test_a_tag_is_typed_in_place_found_and_removed(qtbot, ctx: AppContext, page: LibraryPage) -> None:
    line = page.detail.head.tags.line
    qtbot.keyClick(page.pane.search, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert line.hasFocus()
    qtbot.keyClicks(line, "  week  one ")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert ctx.store.own_library().tags == {BRIDGE: ("week one",)}
    assert page.detail.head.tags.tags == ("week one",)
    page.pane.search.setText("week one")
    page.pane.find()
    assert page.pane.found.ids[0] == BRIDGE
    page.detail.head.tags.chips.chips[0].click()
    assert ctx.store.own_library().tags == {}
    page.undo_stack.undo()
    assert ctx.store.own_library().tags == {BRIDGE: ("week one",)}


def test_several_tags_are_typed_with_commas(qtbot, ctx: AppContext, page: LibraryPage) -> None:
    page.show_thing(BRIDGE)
    line = page.detail.head.tags.line
    qtbot.keyClicks(line, "Monday, knee class")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert set(ctx.store.own_library().tags[BRIDGE]) == {"Monday", "knee class"}


def test_known_tags_are_offered_while_typing(qtbot, page: LibraryPage) -> None:
    page.marking.set_tags("exercise.bird_dog", ("morning set",))
    page.show_thing(BRIDGE)
    line = page.detail.head.tags.line
    line.setFocus()
    qtbot.keyClicks(line, "mor")
    assert line.matches == ("morning set",)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert page.detail.head.tags.tags == ("morning set",)


def test_a_tag_filters(page: LibraryPage) -> None:
    page.marking.set_tags("exercise.bird_dog", ("morning set",))
    page.pane.filters.ticks["tags"].list.ticked.emit("morning set")
    assert page.pane.found.ids == ("exercise.bird_dog",)
