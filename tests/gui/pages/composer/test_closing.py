"""A plan closes with an end for each goal, proposed from the numbers, and is opened again by one undo."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from painplanner.core.measure import Criterion, Reading, Target
from painplanner.core.plan import Goal, GoalEnd, PlanStatus
from painplanner.core.values import replace

PEG = "measure.peg"


@pytest.fixture
def closing(page, add, session, ctx, patient):
    """The panel of a plan with a measured goal, one that is not measured, and an exercise."""
    add("bri")
    lower = ctx.library.measures[PEG].better
    asked = Criterion(measure=PEG, better=lower, baseline=Decimal(8), target=Target(amount=Decimal(4)))
    goals = (Goal(id="pain", text="Less pain at work", criterion=asked), Goal(id="dog", text="Walk the dog"))
    start = ctx.today() - timedelta(days=60)
    session.apply("Goals", lambda plan: replace(plan, goals=goals, start=start))
    ctx.store.save_reading(
        Reading(id=ctx.new_id("reading"), patient=patient.id, measure=PEG, on=ctx.today(), value=Decimal(3))
    )
    session.reload()
    page.do_close_plan()
    return page.side.page("closing")


def end(panel, goal):
    return panel.ends[goal].currentData()


def choose(panel, goal, what):
    editor = panel.ends[goal]
    editor.setCurrentIndex(editor.findData(what.value))


def test_the_numbers_propose_how_a_goal_ended_and_nothing_is_guessed(closing):
    assert end(closing, "pain") == GoalEnd.REACHED
    assert end(closing, "dog") == ""


def test_what_is_at_work_is_kept_by_itself(closing, session):
    assert closing.keep.keys() == (session.plan.steps[0].items[0].id,)


def test_closing_is_one_edit_that_undo_takes_back(closing, session, page, qtbot):
    before = session.plan
    choose(closing, "dog", GoalEnd.NO_LONGER_WANTED)
    qtbot.keyClicks(closing.note, "Goes to the pool on Fridays")
    qtbot.keyClick(closing.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    plan = session.plan
    assert plan.status is PlanStatus.FINISHED
    assert plan.closing is not None
    assert dict(plan.closing.goals) == {"pain": GoalEnd.REACHED, "dog": GoalEnd.NO_LONGER_WANTED}
    assert plan.closing.note == "Goes to the pool on Fridays"
    assert page.middle.closed_bar.text.startswith("Closed on 20 Jan 2026. Less pain at work: reached; Walk the dog")
    session.undo()
    assert session.plan == before
    assert page.middle.closed_bar.text == ""


def test_a_closed_plan_is_opened_again_from_the_line_above_it(closing, session, page):
    closing.close_it()
    page.middle.closed_bar.button.click()
    assert session.plan.status is PlanStatus.OPEN
    assert session.plan.closing is None
    session.undo()
    assert session.plan.status is PlanStatus.FINISHED


def test_what_was_said_at_closing_can_be_changed(closing, session, page):
    closing.close_it()
    page.do_close_plan()
    assert closing.close_button.text() == "Save"
    assert end(closing, "pain") == GoalEnd.REACHED
    choose(closing, "pain", GoalEnd.PARTLY)
    closing.close_it()
    assert dict(session.plan.closing.goals)["pain"] is GoalEnd.PARTLY


@pytest.mark.parametrize(("typed", "said"), [("gibberish", "Type the day"), ("24 Dec 2027", "still to come")])
def test_a_day_that_cannot_be_is_asked_for_again(closing, session, typed, said):
    closing.day.line.setText(typed)
    closing.close_it()
    assert said in closing.problem.text
    assert session.plan.status is PlanStatus.OPEN


def test_the_hand_over_is_one_click_away(closing, page):
    closing.close_it()
    page.middle.closed_bar.print_button.click()
    panel = page.side.page("print")
    assert panel.choices.papers.keys() == ("handover",)
    assert not panel.choices._empty.isVisible()


def test_a_plan_at_work_prints_no_hand_over(page, add):
    add("bri")
    panel = page._open_print_panel("handover")
    assert panel.choices.papers.box("handover").isHidden()
    ticked = panel.choices.papers.keys()
    assert "handover" not in ticked
