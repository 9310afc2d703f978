"""A visit ends with a reason that takes no typing, and what changed since the last revision stands beside it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from painplanner.core.edits import stop_item


@pytest.fixture
def ended(page, add, qtbot):
    """The panel of a plan that has one revision and one exercise more since."""
    add("bri")
    page.do_save_visit()
    page.side.page("visit").keep()
    add("bird")
    page.do_save_visit()
    return page.side.page("visit")


def reasons(ctx, session):
    return [row.reason for row in ctx.store.revisions(session.plan.id)]


def test_a_first_visit_ends_as_the_first_plan(page, add, ctx, session):
    add("bri")
    page.do_save_visit()
    panel = page.side.page("visit")
    assert panel.count.text() == "This is the first revision of the plan."
    assert panel.keep_button.text() == "Keep as revision 1"
    panel.keep()
    assert reasons(ctx, session) == ["First plan"]


def test_the_panel_says_what_changed_and_offers_it_as_the_reason(ended):
    assert ended.count.text() == "1 change"
    assert [chip.text() for chip in ended.chips] == ["New: Bird dog"]
    assert ended.keep_button.text() == "Keep as revision 2"


def test_left_empty_the_suggestions_are_the_reason(ended, qtbot, ctx, session):
    qtbot.keyClick(ended.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert reasons(ctx, session) == ["New: Bird dog", "First plan"]
    assert session.is_saved
    assert ctx.store.draft(session.plan.id) is None


def test_a_suggestion_is_added_to_what_is_typed_and_taken_out_again(ended, qtbot, ctx, session):
    qtbot.keyClicks(ended.reason, "Sits longer")
    ended.chips[0].click()
    assert ended.reason.text() == "Sits longer; New: Bird dog"
    ended.chips[0].click()
    assert ended.reason.text() == "Sits longer"
    ended.keep()
    assert reasons(ctx, session)[0] == "Sits longer"


def test_the_panel_follows_the_plan_while_it_is_open(ended, session, ctx):
    item = session.plan.steps[0].items[0]
    session.apply("Stop", lambda plan: stop_item(plan, item.id, ctx.today()))
    assert [chip.text() for chip in ended.chips] == ["Stopped: Bridge", "New: Bird dog"]


def test_a_visit_without_a_change_can_be_kept_too(ended, ctx, session, page):
    ended.keep()
    page.do_save_visit()
    assert ended.count.text() == "Nothing changed."
    ended.keep()
    assert reasons(ctx, session)[0] == "Nothing changed"


def test_esc_keeps_nothing(ended, qtbot, ctx, session, page):
    qtbot.keyClick(ended.reason, Qt.Key.Key_Escape)
    assert len(reasons(ctx, session)) == 1
    assert page.side.currentWidget() is page.side.page("inspector")
