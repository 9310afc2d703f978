"""A medicine that must never stop suddenly asks in place how it is taken down, whichever way it would end."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from painplanner.core import edits
from painplanner.core.dose import StopRule
from painplanner.core.plan import StepStatus
from painplanner.core.values import replace
from painplanner.gui.pages.composer import ComposerPage
from painplanner.gui.pages.composer.inspector import Inspector
from painplanner.gui.pages.composer.stopping import StopPanel


@pytest.fixture
def begun(ctx, session):
    """A plan whose gabapentin is taken since last week."""
    library, last_week = ctx.library.value, ctx.today() - timedelta(days=7)
    plan = edits.add_step(replace(session.plan, start=last_week), ctx.new_id, title="Calm it")
    plan = edits.set_step(plan, plan.steps[0].id, status=StepStatus.ACTIVE, started_on=last_week)
    item = edits.new_item(library.entries["medicine.gabapentin"], library, ctx.new_id, plan=plan, today=last_week)
    plan = edits.add_item(plan, item, ctx.new_id)
    session.open(edits.add_step(plan, ctx.new_id, title="Load it"))
    return session


@pytest.fixture
def panel(qtbot, begun):
    made = StopPanel(begun)
    qtbot.addWidget(made)
    yield made
    made.hide()


def pill(session):
    return next(item for step in session.plan.steps for item in step.items)


@pytest.fixture
def item_form(qtbot, ctx, begun):
    made = Inspector(begun, ctx)
    qtbot.addWidget(made)
    made.show()
    begun.select(pill(begun).id)
    yield made.form("item")
    made.hide()


def press(qtbot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_stopping_it_asks_first_and_the_line_is_kept_in_one_edit(qtbot, begun, panel, item_form):
    before = begun.plan
    press(qtbot, item_form.stop)
    assert panel.isVisible()
    assert "Gabapentin is not to stop suddenly" in panel.notice.text
    assert begun.plan is before
    qtbot.keyClicks(panel.how, "Down by one capsule a week")
    qtbot.keyClick(panel.how, Qt.Key.Key_Return)
    assert pill(begun).stop_plan == "Down by one capsule a week"
    assert pill(begun).stopped_on is not None
    assert not panel.isVisible()
    begun.undo()
    assert begun.plan == before


def test_removing_it_keeps_it_in_the_record_with_its_line(qtbot, begun, panel, item_form):
    press(qtbot, item_form.remove)
    qtbot.keyClicks(panel.how, "As written for the pharmacy")
    press(qtbot, panel.stop)
    assert pill(begun).stopped_on is not None
    assert pill(begun).stop_plan == "As written for the pharmacy"


def test_one_that_was_never_taken_can_be_removed(qtbot, begun, panel, item_form):
    press(qtbot, item_form.remove)
    assert panel.anyway.text() == "It was never taken: remove it"
    press(qtbot, panel.anyway)
    assert not begun.plan.steps[0].items


def test_it_can_be_stopped_now_and_the_review_asks_for_the_line(qtbot, begun, panel, item_form):
    press(qtbot, item_form.stop)
    press(qtbot, panel.anyway)
    assert pill(begun).stopped_on is not None
    assert "stopped-suddenly" in {finding.code for finding in begun.findings}
    item_form.stop_plan.area.setFocus()
    qtbot.keyClicks(item_form.stop_plan.area, "Slowly")
    assert "stopped-suddenly" not in {finding.code for finding in begun.findings}


def test_without_a_line_nothing_is_stopped(qtbot, begun, panel, item_form):
    before = begun.plan
    press(qtbot, item_form.stop)
    press(qtbot, panel.stop)
    assert panel.isVisible()
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert begun.plan is before


def test_closing_its_step_asks_and_the_field_says_why_it_waits(qtbot, ctx, begun, panel):
    inspector = Inspector(begun, ctx)
    qtbot.addWidget(inspector)
    inspector.show()
    begun.select(begun.plan.steps[0].id)
    form = inspector.form("step")
    status = form.status.choice
    status.setCurrentIndex(status.findData("stopped"))
    status.activated.emit(status.currentIndex())
    assert begun.plan.steps[0].status is StepStatus.ACTIVE
    assert "is not to stop suddenly" in form.status.field.sentence
    qtbot.keyClicks(panel.how, "Slowly")
    press(qtbot, panel.stop)
    assert begun.plan.steps[0].status is StepStatus.STOPPED
    assert form.status.field.sentence == ""
    inspector.hide()


def test_a_line_that_was_written_before_lets_it_stop(qtbot, begun, panel, item_form):
    assert item_form.stop_plan.field.isVisibleTo(item_form)
    qtbot.keyClicks(item_form.stop_plan.area, "Slowly")
    press(qtbot, item_form.stop)
    assert pill(begun).stopped_on is not None
    assert not panel.isVisible()


def test_one_that_stops_on_the_date_asks_for_no_line(qtbot, begun, panel, item_form):
    one = pill(begun)
    begun.apply("Change", lambda plan: edits.set_item(plan, one.id, dose=replace(one.dose, stop_rule=StopRule.ON_DATE)))
    assert not item_form.stop_plan.field.isVisibleTo(item_form)
    press(qtbot, item_form.stop)
    assert pill(begun).stopped_on is not None


def test_after_the_answer_the_keys_are_back_in_the_plan(qtbot, ctx, begun):
    page = ComposerPage(begun, ctx)
    qtbot.addWidget(page)
    page.resize(1300, 760)
    with qtbot.waitActive(page):
        page.show()
    begun.select(pill(begun).id)
    page.middle.focus_sequence()
    qtbot.keyClick(page.middle.sequence, Qt.Key.Key_Delete)
    assert page.stopping.how.hasFocus()
    qtbot.keyClicks(page.stopping.how, "Slowly")
    qtbot.keyClick(page.stopping.how, Qt.Key.Key_Return)
    assert pill(begun).stop_plan == "Slowly"
    assert page.middle.sequence.hasFocus()
    page.hide()


def test_another_plan_leaves_the_question_behind(qtbot, ctx, begun, panel, item_form):
    press(qtbot, item_form.stop)
    assert panel.isVisible()
    begun.open(replace(begun.plan, id=ctx.new_id("plan")))
    assert not panel.isVisible()
