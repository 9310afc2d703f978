"""A text not understood leaves the plan as it was, also what was readable on the way; nothing is printed then."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from painplanner.core import edits
from painplanner.core.dose import ActivityDose, MedicineDose, Progression
from painplanner.core.plan import OnDate
from painplanner.core.values import replace
from painplanner.gui.pages.composer import ComposerPage
from painplanner.gui.printing.panel import PrintPanel
from painplanner.gui.session import PlanSession


class Clock:
    seconds = 10.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def session(ctx, new_plan, clock):
    made = PlanSession(ctx, clock=clock)
    made.open(new_plan)
    yield made
    made.close()


def medicine(session):
    return session.plan.steps[0].items[0]


def exercise(session):
    return session.plan.steps[1].items[0]


def type_over(qtbot, line, text):
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)


@pytest.fixture
def dosed(filled):
    """The session, whose medicine has a typed dose and its exercise one too; nothing to undo."""
    here, there = medicine(filled), exercise(filled)
    plan = edits.set_dose(filled.plan, here.id, MedicineDose(amount=Decimal(300), unit="mg", times_per_day=1))
    plan = edits.set_dose(plan, there.id, replace(there.dose, sets=2, reps=10, times_per_day=3, days_per_week=7))
    filled.open(plan)
    return filled


def form_of(qtbot, inspector, session, item):
    qtbot.waitActive(inspector)
    session.select(item.id)
    return inspector.form("item")


WRONG = ("1,000 mg 3/d", "1 000", "1.000,5", "100 xx", "1,000", "1.500 mg", "12 bananas")


@pytest.mark.parametrize("text", WRONG)
def test_a_refused_dose_leaves_the_dose_before(qtbot, inspector, dosed, text):
    form, before = form_of(qtbot, inspector, dosed, medicine(dosed)), dosed.plan
    type_over(qtbot, form.dose.line, text)
    assert dosed.plan == before
    assert form.dose.line.text() == text
    assert form.dose.field.sentence
    assert not dosed.undo_stack.canUndo()
    form.dose.line.editingFinished.emit()
    assert dosed.plan == before
    assert form.dose.line.property("wrong") is True


def test_a_refused_dose_of_an_exercise_leaves_all_of_it(qtbot, inspector, dosed):
    form, before = form_of(qtbot, inspector, dosed, exercise(dosed)), dosed.plan
    type_over(qtbot, form.dose.line, "3x1,000 5s")
    assert dosed.plan == before
    assert form.dose_fields["exercise"].rows["sets"].number.line.text() == "2"


def test_looking_at_a_dose_of_another_kind_makes_no_dose_unreadable(qtbot, inspector, dosed):
    for item in (medicine(dosed), exercise(dosed), medicine(dosed), exercise(dosed)):
        form = form_of(qtbot, inspector, dosed, item)
        assert not form.dose.line.property("wrong")
        assert dosed.unread.first() is None


@pytest.mark.parametrize("text", ["1,000", "1 000", "1.000", "1x", "1-", "5,"])
def test_a_refused_number_leaves_the_number_before(qtbot, inspector, dosed, text):
    form, before = form_of(qtbot, inspector, dosed, medicine(dosed)), dosed.plan
    line = form.dose_fields["medicine"].rows["amount"].number.line
    type_over(qtbot, line, text)
    if text != "5,":
        assert dosed.plan == before
    assert line.text() == text


def test_a_number_out_of_range_leaves_the_number_before(qtbot, inspector, dosed):
    form, before = form_of(qtbot, inspector, dosed, exercise(dosed)), dosed.plan
    line = form.dose_fields["exercise"].rows["sets"].number.line
    type_over(qtbot, line, "999")
    assert dosed.plan == before
    assert line.text() == "999"


def test_a_pause_while_typing_changes_nothing_about_it(qtbot, inspector, dosed, clock):
    form, before = form_of(qtbot, inspector, dosed, medicine(dosed)), dosed.plan
    type_over(qtbot, form.dose.line, "1")
    assert medicine(dosed).dose.amount == 1
    clock.seconds += 60
    qtbot.keyClicks(form.dose.line, ",000 mg")
    assert dosed.plan == before


def test_looking_into_another_program_while_typing_changes_nothing_about_it(qtbot, qapp, inspector, dosed):
    form, before = form_of(qtbot, inspector, dosed, medicine(dosed)), dosed.plan
    type_over(qtbot, form.dose.line, "1")
    qapp.focusChanged.emit(form.dose.line, None)
    qapp.focusChanged.emit(None, form.dose.line)
    qtbot.keyClicks(form.dose.line, ",000 mg")
    assert dosed.plan == before


def test_correcting_the_text_enters_the_new_dose_as_one_step_to_undo(qtbot, inspector, dosed):
    form, before = form_of(qtbot, inspector, dosed, medicine(dosed)), dosed.plan
    line = form.dose.line
    type_over(qtbot, line, "1,000 mg 3/d")
    line.setCursorPosition(2)
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    assert line.text() == "1000 mg 3/d"
    assert (medicine(dosed).dose.amount, medicine(dosed).dose.times_per_day) == (1000, 3)
    dosed.undo()
    assert dosed.plan == before
    assert line.text().startswith("300 mg")
    dosed.redo()
    assert medicine(dosed).dose.amount == 1000


def test_undo_goes_back_to_what_was_done_before_a_refused_text(qtbot, inspector, dosed):
    form, before = form_of(qtbot, inspector, dosed, medicine(dosed)), dosed.plan
    type_over(qtbot, form.dose.line, "600 mg 3/d")
    type_over(qtbot, form.dose_fields["medicine"].rows["amount"].number.line, "1,000")
    assert medicine(dosed).dose.amount == 600
    dosed.undo()
    assert dosed.plan == before
    type_over(qtbot, form.dose.line, "1,000 mg")
    assert dosed.plan == before


def test_a_graded_dose_under_way_is_put_back_with_the_day_it_counts_from(qtbot, inspector, filled, ctx):
    here, begun = exercise(filled), ctx.today() - timedelta(days=14)
    graded = ActivityDose(
        minutes=Decimal(8),
        times_per_day=6,
        days_per_week=7,
        progression=Progression(add=Decimal(2), every_days=3, since=begun),
    )
    plan = edits.set_item(filled.plan, here.id, dose=graded)
    filled.open(edits.set_step(plan, plan.steps[1].id, timing=OnDate(on=begun)))
    form, before = form_of(qtbot, inspector, filled, here), filled.plan
    type_over(qtbot, form.dose.line, "12 min 6/d 7/w +2 every 3 d xx")
    assert filled.plan == before


def test_a_refused_day_leaves_the_day_before(qtbot, inspector, dosed):
    dosed.select()
    form, before = inspector.form("plan"), dosed.plan
    type_over(qtbot, form.start.day.line, "3 Feb 2026 at noon")
    assert dosed.plan == before


def test_a_refused_number_of_a_timing_leaves_the_timing_before(qtbot, inspector, dosed):
    dosed.select(dosed.plan.checkpoints[0].id)
    form, before = inspector.form("checkpoint"), dosed.plan
    type_over(qtbot, form.when.number.line, "21,5")
    assert dosed.plan == before


def test_refused_days_of_several_leave_each_of_them(qtbot, inspector, dosed):
    dosed.select(*(item.id for item in dosed.plan.steps[1].items))
    form, before = inspector.form("several"), dosed.plan
    for text in ("3,5", "99"):
        type_over(qtbot, form.days.line, text)
        assert dosed.plan == before
        assert dosed.unread.first().text == text
    type_over(qtbot, form.days.line, "3")
    assert dosed.unread.first() is None


# Printing


@pytest.fixture
def panel(qtbot, ctx, dosed, printers):
    made = PrintPanel(dosed, ctx, printers=printers)
    qtbot.addWidget(made)
    made.show()
    made.open_for()
    return made


@pytest.fixture
def said(ctx):
    heard = []
    ctx.news.said.connect(lambda message: heard.append((message.kind, message.text)))
    return heard


def test_nothing_is_printed_while_a_text_is_not_understood(qtbot, inspector, dosed, panel, said, printers):
    form = form_of(qtbot, inspector, dosed, medicine(dosed))
    type_over(qtbot, form.dose.line, "1,000 mg 3/d")
    with qtbot.waitSignal(panel.closed):
        panel.print()
    assert not panel.hand_out.is_busy
    assert not printers.path.exists()
    assert said[-1][0] == "stop"
    assert "1,000 mg 3/d" in said[-1][1]
    assert inspector.focusWidget() is form.dose.line


def test_the_way_leads_back_to_a_part_that_is_no_longer_shown(qtbot, inspector, dosed, panel, said):
    form, here = form_of(qtbot, inspector, dosed, medicine(dosed)), medicine(dosed)
    type_over(qtbot, form.dose_fields["medicine"].rows["amount"].number.line, "1,000")
    dosed.select(exercise(dosed).id)
    dosed.select()
    panel.save_pdf()
    assert dosed.selection == (here.id,)
    assert form.dose_fields["medicine"].rows["amount"].number.line.text() == "1,000"
    assert not panel.hand_out.is_busy


def test_a_text_of_a_part_that_is_gone_or_of_another_plan_is_no_hindrance(qtbot, ctx, inspector, dosed, new_plan):
    form, here = form_of(qtbot, inspector, dosed, medicine(dosed)), medicine(dosed)
    type_over(qtbot, form.dose.line, "1,000 mg 3/d")
    assert dosed.unread.first() is not None
    dosed.apply("Remove", lambda plan: edits.remove(plan, (here.id,)))
    assert dosed.unread.first() is None
    dosed.select()
    type_over(qtbot, inspector.form("plan").start.day.line, "soon")
    assert dosed.unread.first() is not None
    dosed.open(replace(new_plan, id=ctx.new_id("plan")))
    assert dosed.unread.first() is None


def test_a_text_that_was_corrected_is_no_hindrance(qtbot, inspector, dosed):
    form = form_of(qtbot, inspector, dosed, medicine(dosed))
    type_over(qtbot, form.dose.line, "1,000 mg")
    type_over(qtbot, form.dose.line, "1000 mg")
    assert dosed.unread.first() is None


def test_a_field_behind_a_fold_is_shown_on_the_way(qtbot, inspector, dosed):
    form = form_of(qtbot, inspector, dosed, exercise(dosed))
    fields = form.dose_fields["exercise"]
    fields.more.set_open(True)
    line = fields.rows["load"].number.line
    type_over(qtbot, line, "1,000")
    fields.more.set_open(False)
    found = dosed.unread.first()
    assert found is not None
    found.go()
    assert fields.more.is_open
    assert line.hasFocus()


def test_the_print_panel_of_the_composer_gives_way_to_the_field(qtbot, ctx, dosed, said):
    page = ComposerPage(dosed, ctx)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    with qtbot.waitActive(page):
        page.show()
    dosed.select(medicine(dosed).id)
    page.edit_selected()
    line = page.side.page("inspector").form("item").dose.line
    type_over(qtbot, line, "1,000 mg 3/d")
    page.do_print()
    dosed.select()
    page.do_save_pdf()
    assert page.side.currentWidget() is page.side.page("inspector")
    qtbot.waitUntil(line.hasFocus)
    assert line.text() == "1,000 mg 3/d"
    assert said[-1][0] == "stop"
