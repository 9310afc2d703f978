"""Several selected parts are changed together, in one step to undo."""

import pytest

from painplanner.core.plan import Purpose
from painplanner.core.values import Side


@pytest.fixture
def items_form(inspector, filled):
    filled.select(*(item.id for item in filled.plan.steps[1].items))
    return inspector.form("several")


def test_they_say_how_many_they_are(items_form):
    assert items_form._heading.text() == "2 selected"
    assert items_form._kind.text() == "2 items"


def test_they_move_to_another_step(items_form, filled):
    ids = filled.selection
    items_form.step.setCurrentIndex(items_form.step.findData(filled.plan.steps[0].id))
    items_form.step.activated.emit(1)
    assert [item.id for item in filled.plan.steps[0].items][1:] == list(ids)
    filled.undo()
    assert [item.id for item in filled.plan.steps[1].items] == list(ids)


def test_they_move_to_a_new_step(items_form, filled):
    ids = filled.selection
    items_form.step.setCurrentIndex(items_form.step.findData("+"))
    items_form.step.activated.emit(1)
    assert [item.id for item in filled.plan.steps[2].items] == list(ids)


def test_they_take_one_side_and_the_same_days(qtbot, items_form, filled):
    items_form.side.segment("left").click()
    assert {item.dose.side for item in filled.plan.steps[1].items} == {Side.LEFT}
    items_form.days.line.clear()
    qtbot.keyClicks(items_form.days.line, "5")
    assert {item.dose.days_per_week for item in filled.plan.steps[1].items} == {5}
    filled.undo()
    assert len({item.dose.days_per_week for item in filled.plan.steps[1].items}) >= 1


def test_eight_days_a_week_are_refused_in_words(qtbot, items_form, filled):
    before = filled.plan
    items_form.days.line.clear()
    qtbot.keyClicks(items_form.days.line, "8")
    assert filled.plan.steps == before.steps
    assert "from 1 to 7" in items_form.days.sentence


def test_steps_take_one_purpose(inspector, filled):
    filled.select(*(step.id for step in filled.plan.steps))
    form = inspector.form("several")
    assert not form.side.isVisible()
    form.purpose.segment("self-management").click()
    assert {step.purpose for step in filled.plan.steps} == {Purpose.SELF_MANAGEMENT}


def test_they_are_removed_together(items_form, filled):
    items_form.remove.click()
    assert filled.plan.steps[1].items == ()
    filled.undo()
    assert len(filled.plan.steps[1].items) == 2
