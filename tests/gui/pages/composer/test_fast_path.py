"""A programme is made by typing: first letters, Enter, the next one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from painplanner.core.dose import ExerciseDose
from painplanner.core.plan import Purpose

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_three_exercises_are_added_without_the_mouse(page, add, names):
    add("bri", "bird", "calf")
    assert names() == [["Bridge", "Bird dog", "Calf raise"]]
    assert page.picker.search.text() == ""
    assert QGuiApplication.focusObject() is page.picker.search


def test_typing_into_an_empty_plan_makes_its_first_step(page, add, session):
    add("bri")
    assert len(session.plan.steps) == 1
    assert session.plan.steps[0].purpose is Purpose.ROOT_CAUSE


def test_what_was_added_is_selected_and_can_be_undone(page, add, session, names):
    add("bri", "bird")
    assert session.selection == (session.plan.steps[0].items[1].id,)
    session.undo()
    assert names() == [["Bridge"]]


def test_control_enter_begins_a_new_step(page, add, names):
    add("bri")
    add("bird", held=CONTROL)
    add("calf")
    assert names() == [["Bridge"], ["Bird dog", "Calf raise"]]


def test_an_item_goes_behind_the_selected_one(page, add, session, names):
    add("bri", "bird")
    session.select(session.plan.steps[0].items[0].id)
    add("calf")
    assert names() == [["Bridge", "Calf raise", "Bird dog"]]


def test_the_arrows_move_in_the_list_while_the_search_keeps_the_keys(qtbot, page, names):
    qtbot.keyClicks(page.picker.search, "bri")
    qtbot.waitUntil(lambda: page.picker.list.entries.rows[0].name == "Bridge")
    second = page.picker.list.entries.rows[1].name
    qtbot.keyClick(page.picker.search, Qt.Key.Key_Down)
    assert page.picker.search.hasFocus()
    qtbot.keyClick(page.picker.search, Qt.Key.Key_Return)
    assert names() == [[second]]


def test_the_usual_dose_of_the_clinician_is_taken_and_shown(page, add, session, ctx):
    usual = ExerciseDose(sets=4, reps=6)
    ctx.store.set_usual_dose("exercise.bridge", usual)
    try:
        page.picker.renew()
        shown = {row.id: row.dose for row in page.picker.list.entries.rows}
        add("bri")
    finally:
        ctx.store.set_usual_dose("exercise.bridge", None)
    dose = session.plan.steps[0].items[0].dose
    assert (dose.sets, dose.reps) == (4, 6)
    assert shown["exercise.bridge"].startswith("4 × 6")


def test_a_two_sided_exercise_takes_the_painful_side(page, add, session):
    add("sciatic nerve slider")
    item = session.plan.steps[0].items[0]
    assert item.two_sided
    assert item.dose.side is session.plan.side


def test_control_d_puts_a_star_and_the_favourites_come_first(qtbot, page, ctx):
    qtbot.keyClicks(page.picker.search, "calf")
    qtbot.keyClick(page.picker.search, Qt.Key.Key_Return)
    qtbot.keyClicks(page.picker.search, "wall slide")
    qtbot.waitUntil(lambda: page.picker.list.current().id == "exercise.wall_slide")
    qtbot.keyClick(page.picker.search, Qt.Key.Key_D, CONTROL)
    try:
        assert "exercise.wall_slide" in ctx.store.favourites()
        qtbot.keyClick(page.picker.search, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: page.picker.list.entries.rows[0].id == "exercise.wall_slide")
        page.picker.filter_row.favourites.click()
        assert [row.id for row in page.picker.list.entries.rows] == ["exercise.wall_slide"]
    finally:
        ctx.store.set_favourite("exercise.wall_slide", on=False)


def test_kind_and_region_narrow_the_list_and_escape_widens_it(qtbot, page):
    everything = len(page.picker.list.entries.rows)
    page.picker.filter_row.kinds.choose("medicine")
    assert {row.kind for row in page.picker.list.entries.rows} == {"medicine"}
    page.picker.filter_row.regions.choose("neck")
    qtbot.keyClick(page.picker.search, Qt.Key.Key_Escape)
    assert len(page.picker.list.entries.rows) == everything


def test_rows_say_what_is_in_the_plan(page, add):
    add("bri")
    page.picker.renew()
    row = next(row for row in page.picker.list.entries.rows if row.id == "exercise.bridge")
    assert row.is_in_plan
    assert "in the plan" in row.spoken


def test_search_and_lists_have_names_for_screen_readers(page):
    picker = page.picker
    chips = picker.filter_row.findChildren(QPushButton)
    for control in (picker.search, picker.list, *chips, page.middle.sequence):
        assert control.accessibleName()
