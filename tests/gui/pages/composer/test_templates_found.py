"""The search of the library finds templates by name too, below the entries, and Enter adds them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from painplanner.core.shelf import Filters


def rows(page):
    return page.picker.list.entries.rows


@pytest.fixture
def only_a_template(page):
    """Words that a template is named by, of which no entry has all."""
    words = "Sciatica from"
    assert page.picker.shelf.look(Filters(text=words)).is_partial
    return words


def test_a_template_that_has_every_word_comes_before_entries_that_have_some(qtbot, page, only_a_template):
    qtbot.keyClicks(page.picker.search, only_a_template)
    qtbot.waitUntil(lambda: rows(page) and rows(page)[0].id == "template.sciatica")
    assert rows(page)[0].is_template
    assert "Template" in rows(page)[0].spoken


def test_enter_adds_the_steps_of_the_template(page, add, session, ctx, only_a_template):
    add(only_a_template)
    assert len(session.plan.steps) == len(ctx.library.templates["template.sciatica"].steps)
    assert page.picker.search.text() == ""


def test_entries_come_first_and_templates_last(qtbot, page):
    qtbot.keyClicks(page.picker.search, "exercise")
    qtbot.waitUntil(lambda: page.picker.search.text() == "exercise" and page.picker._shown_for.text == "exercise")
    kinds = [row.is_template for row in rows(page)]
    assert kinds == sorted(kinds)


def test_a_filter_leaves_templates_out(qtbot, page, only_a_template):
    page.picker.filter_row.kinds.choose("exercise")
    qtbot.keyClicks(page.picker.search, only_a_template)
    qtbot.waitUntil(lambda: page.picker._shown_for.text == only_a_template)
    assert not any(row.is_template for row in rows(page))


def test_nothing_typed_shows_no_template(page):
    assert not any(row.is_template for row in rows(page))


def test_a_template_is_neither_a_favourite_nor_dragged_as_an_entry(qtbot, page, ctx, only_a_template):
    qtbot.keyClicks(page.picker.search, only_a_template)
    qtbot.waitUntil(lambda: rows(page) and rows(page)[0].id == "template.sciatica")
    liked = ctx.store.favourites()
    qtbot.keyClick(page.picker.search, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert ctx.store.favourites() == liked
    entries = page.picker.list.entries
    assert not entries.flags(entries.index(0)) & Qt.ItemFlag.ItemIsDragEnabled


def test_return_in_the_list_adds_the_template(qtbot, page, session, only_a_template):
    qtbot.keyClicks(page.picker.search, only_a_template)
    qtbot.waitUntil(lambda: rows(page) and rows(page)[0].id == "template.sciatica")
    qtbot.keyClick(page.picker.list, Qt.Key.Key_Return)
    assert len(session.plan.steps) > 1
