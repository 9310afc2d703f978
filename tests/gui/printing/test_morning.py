"""A morning's papers print one job for each patient in order, are kept once printed, and go on after a stop."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from painplanner.core.edits import add_item, new_item
from painplanner.core.patient import Patient
from painplanner.core.plan import Plan
from painplanner.core.values import Answer, replace
from painplanner.gui.printing.morning import MorningPage
from painplanner.services.plans import due_of, save_draft
from painplanner.store.due_list import DueAsk

LONG = 60_000


@pytest.fixture
def add(ctx):
    """Add a patient with a final plan whose handout waits to be printed."""

    def make(name, *, is_final=True, **changes):
        patient = Patient(id=ctx.new_id("patient"), name=name, birth_date=date(1980, 1, 1), **changes)
        ctx.store.save_patient(patient)
        library = ctx.library.value
        number = ctx.store.new_plan_number()
        plan = Plan(id=ctx.new_id("plan"), number=number, patient=patient.id, title="Back", start=ctx.today())
        plan = add_item(plan, new_item(library.entries["exercise.bridge"], library, ctx.new_id, plan=plan), ctx.new_id)
        due = due_of(ctx.store, plan, ctx.today(), is_draft=False)
        ctx.store.add_revision(plan, state="final", reason="", due=due)
        if not is_final:
            save_draft(ctx.store, replace(plan, title="Edited since"), ctx.today())
        return plan

    return make


@pytest.fixture
def page(qtbot, ctx, printers):
    made = MorningPage(ctx, printers)
    qtbot.addWidget(made)
    made.resize(600, 800)
    made.show()
    yield made
    made.forget()


def begin(page, ctx):
    page.begin(DueAsk(today=ctx.today(), until=None))


def print_all(qtbot, page):
    with qtbot.waitSignal(page.run.over, timeout=LONG):
        qtbot.keyClick(page.print_button, Qt.Key.Key_Return)


def documents_of(ctx, plan):
    return [row.document for row in ctx.store.papers_of(plan.patient)]


def test_those_for_whom_papers_wait_are_ticked(page, ctx, add):
    plans = [add("Anna Berg"), add("Ben Carrow")]
    begin(page, ctx)
    assert set(page.patients.keys()) == {plan.id for plan in plans}
    assert page.print_button.text() == "Print for 2 patients…"
    page._tick(on=False)
    assert not page.print_button.isEnabled()


def test_the_keys_begin_with_the_first_patient_while_nobody_is_ticked(qtbot, page, ctx, add):
    for name in ("Anna Berg", "Ben Carrow"):
        add(name)
    begin(page, ctx)
    page._tick(on=False)
    assert page.print_button.text() == "Print…"
    page.take_focus()
    qtbot.waitUntil(page.patients.box(page._order[0]).hasFocus)
    assert page.patients._options[0][0] == page._order[0]


def test_nothing_else_is_taken_while_it_prints(qtbot, page, ctx, add):
    plans = [add(name) for name in ("Anna Berg", "Ben Carrow")]
    begin(page, ctx)
    seen = []
    page.run.progressed.connect(lambda _share, _words: seen.append(page.print_button.isEnabled()))
    with qtbot.waitSignal(page.run.over, timeout=LONG):
        page.print()
        page.print()
    assert set(seen) == {False}
    assert [documents_of(ctx, plan) for plan in plans] == [["handout+exercise-sheet"]] * 2
    assert page.patients.isEnabled()


def test_the_keys_stay_on_the_page_so_that_escape_stops_it(qtbot, page, ctx, add):
    add("Anna Berg")
    add("Ben Carrow")
    begin(page, ctx)
    page.print_button.setFocus()
    qtbot.waitUntil(page.print_button.hasFocus)
    page.print()
    assert page.hasFocus()
    with qtbot.waitSignal(page.run.over, timeout=LONG):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert not page.run.is_busy


def test_everyone_gets_a_job_of_their_own_and_it_is_kept(qtbot, page, ctx, add, printers):
    plans = [add("Anna Berg"), add("Ben Carrow"), add("Carl Dorn")]
    begin(page, ctx)
    said = []
    page.run.progressed.connect(lambda _share, words: said.append(words))
    print_all(qtbot, page)
    for plan in plans:
        assert documents_of(ctx, plan) == ["handout+exercise-sheet"]
        assert ctx.store.papers_of(plan.patient)[0].revision == ctx.store.revisions(plan.id)[0].id
    assert len(printers.orders) == 1, "one printer is asked for once"
    assert page.notice.text == "Printed and kept for 3 patients."
    assert said[0] == "Printing for patient 1 of 3"
    assert [row for row in ctx.store.due(ctx.today()) if row.kind == "print"] == []
    assert page.patients.keys() == ()


def test_a_plan_that_is_not_final_or_that_the_review_stops_is_named_and_not_printed(qtbot, page, ctx, add):
    open_one = add("Anna Berg", is_final=False)
    stopped = add("Ben Carrow")
    patient = ctx.store.patient(stopped.patient)
    ctx.store.save_patient(replace(patient, red_flags=replace(patient.red_flags, overall=Answer.YES)))
    fine = add("Carl Dorn")
    begin(page, ctx)
    print_all(qtbot, page)
    assert documents_of(ctx, fine) == ["handout+exercise-sheet"]
    assert documents_of(ctx, open_one) == documents_of(ctx, stopped) == []
    head, *lines = page.skipped.text.split("\n")
    assert head == "2 patients got nothing:"
    assert {line.split(":")[0] for line in lines} == {"Anna Berg", "Ben Carrow"}
    assert "Anna Berg: This plan is not final yet. Print it from the plan." in lines


def test_a_cancelled_morning_keeps_what_is_out_and_goes_on_with_the_rest(qtbot, page, ctx, add):
    plans = [add(name) for name in ("Anna Berg", "Ben Carrow", "Carl Dorn")]
    begin(page, ctx)
    ctx.news.papers_changed.connect(lambda _patient: page.run.cancel() if len(page.run.done) == 1 else None)
    print_all(qtbot, page)
    assert [len(documents_of(ctx, plan)) for plan in plans].count(1) == 1
    assert page.notice.text == "Printed and kept for 1 patient. 2 patients are left."
    page.resume.question.click()
    assert page.who.currentText() == "Nobody; go on with the rest"
    with qtbot.waitSignal(page.run.over, timeout=LONG):
        page.resume.go_on.click()
    assert [documents_of(ctx, plan) for plan in plans] == [["handout+exercise-sheet"]] * 3


def test_after_a_jam_it_goes_on_from_a_patient_and_a_page_with_the_kept_files(qtbot, page, ctx, add, printers):
    plans = [add("Anna Berg"), add("Ben Carrow")]
    begin(page, ctx)
    print_all(qtbot, page)
    page.resume.question.click()
    page.who.setCurrentIndex(1)
    page.who.activated.emit(1)
    page.resume.page.setCurrentIndex(1)
    with qtbot.waitSignal(page.run.over, timeout=LONG):
        page.resume.go_on.click()
    last = page.run.done[1].row
    assert len(pypdfium2.PdfDocument(printers.path)) == last.pages - 1
    assert [len(documents_of(ctx, plan)) for plan in plans] == [1, 1]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_stops_the_morning_and_nothing_of_that_patient_is_kept(
    qtbot, page, ctx, add, printers, tmp_path
):
    plan = add("Anna Berg")
    begin(page, ctx)
    printers.path = tmp_path / "no such folder" / "printed.pdf"
    with qtbot.waitSignal(page.run.failed, timeout=LONG):
        page.print()
    assert documents_of(ctx, plan) == []
    printers.path = tmp_path / "printed.pdf"
    page.resume.question.click()
    with qtbot.waitSignal(page.run.over, timeout=LONG):
        page.resume.go_on.click()
    assert documents_of(ctx, plan) == ["handout+exercise-sheet"]


def test_no_job_of_the_printer_names_a_patient(qtbot, page, ctx, add, printers):
    add("Anna Berg")
    begin(page, ctx)
    print_all(qtbot, page)
    assert page.run._printer.docName() == "Handout, Exercise sheet"
    assert printers.orders[0].title == "Papers of the morning"


def test_without_a_printer_it_says_so(page, ctx, add, printers):
    add("Anna Berg")
    begin(page, ctx)
    printers.installed = ()
    page.print()
    assert "No printer is installed" in page.notice.text
    assert not page.run.is_busy


def test_every_control_has_a_name_and_esc_leads_back(qtbot, page, ctx, add):
    add("Anna Berg")
    begin(page, ctx)
    parts = page.findChildren(QWidget)
    reachable = [part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isVisibleTo(page)]
    assert [type(part).__name__ for part in reachable if not part.accessibleName()] == []
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_a_closed_practice_leaves_no_names_behind(page, ctx, add):
    add("Anna Berg")
    begin(page, ctx)
    page.forget()
    assert page.patients.keys() == ()
    assert not page.print_button.isEnabled()
