"""The common visit by keyboard: one key for each exercise of the last sheet, every answer taken back by another."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from painplanner.core import edits
from painplanner.core.patient import Coded
from painplanner.core.plan import OnDate
from painplanner.core.values import Side, replace
from painplanner.gui.pages.composer.follow_up import FollowUpPanel
from painplanner.gui.pages.composer.follow_up_edits import Answer

TODAY = date(2026, 1, 20)
BEFORE = OnDate(on=date(2026, 1, 6))


@pytest.fixture
def given(ctx, session):
    """A plan that was begun two weeks ago with three exercises."""
    library, new_id = ctx.library.value, ctx.new_id
    plan = edits.add_step(session.plan, new_id, title="At home")
    for name in ("exercise.bridge", "exercise.sciatic_slider_sitting", "exercise.bridge_single"):
        item = edits.new_item(library.entries[name], library, new_id, plan=plan)
        plan = edits.add_item(plan, item, new_id)
    plan = edits.set_step(plan, plan.steps[0].id, timing=BEFORE)
    session.open(plan)
    return session


@pytest.fixture
def panel(qtbot, ctx, given):
    made = FollowUpPanel(given, ctx)
    qtbot.addWidget(made)
    made.resize(340, 700)
    made.show()
    yield made
    made.hide()


def press(qtbot, panel, place, key):
    qtbot.keyClick(panel.pool.rows[place], key)


def items(session):
    return session.plan.steps[0].items


def working(session):
    return [item.source for item in items(session) if item.stopped_on is None]


def test_the_last_sheet_is_on_screen(panel):
    assert [line.name.text() for line in panel.pool.rows] == [
        "Bridge",
        "Sciatic nerve slider, sitting",
        "Single-leg bridge",
    ]
    assert "3" in panel._hint.text()


def test_one_key_makes_an_exercise_harder_and_shows_its_new_dose(qtbot, panel, given):
    press(qtbot, panel, 0, Qt.Key.Key_H)
    assert working(given)[0] == "exercise.bridge_single"
    new, old = items(given)[:2]
    assert (new.added_on, new.replaces, old.stopped_on) == (TODAY, old.id, TODAY)
    line = panel.pool.rows[0]
    assert line.name.text() == "Bridge"
    assert "Single-leg bridge" in line.becomes.text()
    assert "×" in line.becomes.text()
    assert line.answers[Answer.HARDER].isChecked()


def test_an_answer_goes_to_the_next_line_and_the_arrows_move(qtbot, panel):
    press(qtbot, panel, 0, Qt.Key.Key_S)
    assert panel.focusWidget() is panel.pool.rows[1]
    press(qtbot, panel, 1, Qt.Key.Key_Down)
    press(qtbot, panel, 2, Qt.Key.Key_Down)
    assert panel.focusWidget() is panel.print_button
    panel.take_focus()
    assert panel.focusWidget() is panel.pool.rows[0]


def test_the_line_with_the_keys_is_selected_in_the_plan(qtbot, panel, given):
    panel.activateWindow()
    qtbot.waitUntil(lambda: panel.pool.rows[0].hasFocus())
    panel.go_to(1)
    assert given.selection == (items(given)[1].id,)


def test_an_easier_one_follows_its_link(qtbot, panel, given):
    press(qtbot, panel, 0, Qt.Key.Key_E)
    assert working(given)[0] == "exercise.bridge_small"
    assert panel.pool.rows[0].answers[Answer.EASIER].isChecked()


def test_what_has_no_harder_one_says_so_and_nothing_changes(qtbot, panel, given):
    before = given.plan
    line = panel.pool.rows[2]
    assert not line.answers[Answer.HARDER].isEnabled()
    assert "no harder one" in line.neighbours.text()
    press(qtbot, panel, 2, Qt.Key.Key_H)
    assert given.plan is before
    assert not line.answers[Answer.HARDER].isChecked()


def test_another_answer_takes_the_first_one_back(qtbot, panel, given):
    before = given.plan
    press(qtbot, panel, 0, Qt.Key.Key_H)
    press(qtbot, panel, 0, Qt.Key.Key_E)
    assert [item.source for item in items(given)][:2] == ["exercise.bridge_small", "exercise.bridge"]
    assert len(items(given)) == 4
    press(qtbot, panel, 0, Qt.Key.Key_S)
    assert given.plan == before
    assert panel.pool.rows[0].answers[Answer.SAME].isChecked()


def test_an_exercise_stops_and_its_line_stays_to_be_taken_up_again(qtbot, panel, given):
    press(qtbot, panel, 1, Qt.Key.Key_X)
    assert items(given)[1].stopped_on == TODAY
    assert panel.pool.rows[1].becomes.text() == "Stops today"
    press(qtbot, panel, 1, Qt.Key.Key_S)
    assert items(given)[1].stopped_on is None


def test_stopping_after_a_change_stops_what_was_given(qtbot, panel, given):
    press(qtbot, panel, 0, Qt.Key.Key_H)
    press(qtbot, panel, 0, Qt.Key.Key_X)
    first = items(given)[0]
    assert (first.source, first.stopped_on) == ("exercise.bridge", TODAY)
    assert len(items(given)) == 3


def test_a_swap_is_searched_in_its_line(qtbot, panel, given):
    press(qtbot, panel, 1, Qt.Key.Key_W)
    assert panel.finder.isVisible()
    qtbot.keyClicks(panel.finder, "piriformis")
    qtbot.keyClick(panel.finder, Qt.Key.Key_Return)
    assert "exercise.piriformis_stretch" in working(given)
    assert not panel.finder.isVisible()
    assert panel.pool.rows[1].answers[Answer.SWAP].isChecked()


def test_what_speaks_against_a_swap_stands_beside_it(qtbot, ctx, panel, given):
    patient = replace(given.patient, conditions=(Coded(code="condition.cervical-instability"),))
    ctx.store.save_patient(patient)
    ctx.news.patient_changed.emit(patient.id)
    press(qtbot, panel, 1, Qt.Key.Key_W)
    qtbot.keyClicks(panel.finder, "SNAG")
    assert any("Not with" in words for words in panel.finder.matches), panel.finder.matches


def test_escape_leaves_the_search_and_then_the_panel(qtbot, panel, given):
    before = given.plan
    press(qtbot, panel, 1, Qt.Key.Key_W)
    qtbot.keyClick(panel.finder, Qt.Key.Key_Escape)
    assert not panel.finder.isVisible()
    assert given.plan is before
    with qtbot.waitSignal(panel.closed):
        press(qtbot, panel, 1, Qt.Key.Key_Escape)


def test_the_new_one_keeps_the_side_of_the_old_one(qtbot, ctx, given):
    slider = items(given)[1]
    dose = slider.dose.__class__(
        **{**{f: getattr(slider.dose, f) for f in slider.dose.__struct_fields__}, "side": Side.LEFT}
    )
    given.apply("Left", lambda plan: edits.set_dose(plan, slider.id, dose))
    panel = FollowUpPanel(given, ctx)
    qtbot.addWidget(panel)
    panel.show()
    press(qtbot, panel, 1, Qt.Key.Key_H)
    assert items(given)[1].replaces == slider.id
    assert items(given)[1].dose.side is Side.LEFT
    panel.hide()


def test_every_answer_is_one_step_to_undo(qtbot, panel, given):
    before = given.plan
    press(qtbot, panel, 0, Qt.Key.Key_H)
    press(qtbot, panel, 0, Qt.Key.Key_E)
    given.undo()
    assert working(given)[0] == "exercise.bridge_single"
    assert panel.pool.rows[0].answers[Answer.HARDER].isChecked()
    given.undo()
    assert given.plan == before


def test_a_visit_of_six_keys_is_counted(qtbot, panel):
    for place, key in enumerate((Qt.Key.Key_S, Qt.Key.Key_X, Qt.Key.Key_E)):
        press(qtbot, panel, place, key)
    assert panel._count.text() == "3 of 3 looked at, 2 changed"
    with qtbot.waitSignal(panel.print_wanted):
        panel.print_button.click()


def test_a_letter_with_control_is_not_an_answer(qtbot, panel, given):
    before = given.plan
    qtbot.keyClick(panel.pool.rows[0], Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(panel.pool.rows[0], Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert given.plan is before


def test_a_plan_without_exercises_says_what_to_do(qtbot, ctx, session):
    panel = FollowUpPanel(session, ctx)
    qtbot.addWidget(panel)
    panel.show()
    assert "Add exercises" in panel._hint.text()
    assert panel.focusWidget() is panel.close_button
    panel.hide()


def test_every_answer_reads_out_what_it_would_bring(panel):
    line = panel.pool.rows[0]
    assert line.answers[Answer.HARDER].accessibleName().startswith("Harder: Single-leg bridge")
    assert line.accessibleName().startswith("Bridge")
