"""Ctrl+P and Enter print, what was printed is final and kept for ever, and a cancelled print is nothing."""

from __future__ import annotations

from datetime import date, time

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from painplanner.core.edits import add_item, new_item
from painplanner.core.ids import printed_number
from painplanner.core.patient import Patient
from painplanner.core.plan import NextVisit
from painplanner.core.practice import Practice
from painplanner.core.values import Answer, replace
from painplanner.gui.printing.panel import PrintPanel
from painplanner.gui.printing.paper_words import whose_words


@pytest.fixture
def papers(ctx, patient):
    return lambda: ctx.store.papers_of(patient.id)


def words_of(ctx, row) -> str:
    document = pypdfium2.PdfDocument(ctx.store.paper_bytes(row.id))
    return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())


def print_all(qtbot, panel):
    with qtbot.waitSignal(panel.hand_out.kept, timeout=20_000):
        qtbot.keyClick(panel.print_button, Qt.Key.Key_Return)


def save_as(qtbot, panel, place):
    """Save through the dialog, as a person who types a place and presses Enter."""
    panel.save_pdf()
    qtbot.waitUntil(lambda: panel.findChild(QFileDialog) is not None, timeout=20_000)
    dialog = panel.findChild(QFileDialog)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.findChild(QLineEdit).setText(str(place))
    with qtbot.waitSignal(panel.hand_out.kept):
        dialog.accept()


def test_enter_prints_at_once(qtbot, panel, papers, ctx, printers, session):
    qtbot.waitUntil(panel.print_button.hasFocus)
    heard = []
    ctx.news.papers_changed.connect(heard.append)
    with qtbot.waitSignal(panel.closed, timeout=20_000):
        qtbot.keyClick(panel.print_button, Qt.Key.Key_Return)
    (paper,) = papers()
    assert paper.document == "handout+exercise-sheet"
    assert paper.pages == len(pypdfium2.PdfDocument(ctx.store.paper_bytes(paper.id)))
    assert printers.path.read_bytes().startswith(b"%PDF")
    assert printers.orders[0].title == "Handout, Exercise sheet"
    assert heard == [session.plan.patient]


def test_what_is_printed_is_final(qtbot, panel, ctx, session, papers):
    print_all(qtbot, panel)
    (revision,) = ctx.store.revisions(session.plan.id)
    assert revision.state == "final"
    assert ctx.store.revision_plan(revision.id) == session.plan
    assert not ctx.store.has_draft(session.plan.id)
    assert session.is_saved
    assert {row.revision for row in papers()} == {revision.id}
    assert "revision 1" in words_of(ctx, papers()[0])


def test_the_kept_paper_names_the_exercises_and_remembers_what_it_was_made_from(qtbot, panel, ctx, session, papers):
    print_all(qtbot, panel)
    (sheet,) = papers()
    for item in session.plan.steps[0].items:
        assert (item.texts[0].plain_name or item.texts[0].name) in words_of(ctx, sheet)
    assert b"Daniel Whitcombe" in ctx.store.paper_snapshot(sheet.id)


def test_more_papers_of_an_unchanged_plan_stay_with_its_revision(qtbot, panel, ctx, session, papers):
    print_all(qtbot, panel)
    panel.open_for("handout")
    print_all(qtbot, panel)
    assert len(ctx.store.revisions(session.plan.id)) == 1
    assert [row.document for row in papers()] == ["handout", "handout+exercise-sheet"]


def test_an_edit_after_printing_asks_for_the_next_revision(qtbot, panel, ctx, session, papers):
    print_all(qtbot, panel)
    session.apply("Title", lambda plan: replace(plan, title="Back to work"))
    panel.open_for("handout")
    print_all(qtbot, panel)
    assert [row.n for row in ctx.store.revisions(session.plan.id)] == [2, 1]
    assert "revision 2" in words_of(ctx, papers()[0])


def test_an_edit_while_papers_are_made_is_not_lost(qtbot, panel, ctx, session):
    with qtbot.waitSignal(panel.hand_out.kept, timeout=20_000):
        panel.print()
        session.apply("Title", lambda plan: replace(plan, title="Edited meanwhile"))
        session.save()
    assert ctx.store.load_plan(session.plan.id).title == "Edited meanwhile"
    newest = ctx.store.revisions(session.plan.id)[0]
    assert ctx.store.revision_plan(newest.id).title != "Edited meanwhile"


def test_the_line_above_the_button_says_what_would_be_printed(qtbot, panel):
    assert panel.order_line.words.text() == "2 papers · 20 Jan to 2 Feb · English"
    panel.choices.papers.box("handout").click()
    panel.choices.draft.click()
    assert panel.order_line.words.text() == "Exercise sheet · 20 Jan to 2 Feb · English · draft"
    panel.choices.papers.box("exercise-sheet").click()
    assert panel.order_line.isHidden()


def test_asking_for_the_panel_that_is_open_keeps_what_was_chosen(qtbot, panel):
    panel.choices.draft.setChecked(True)
    panel.choices.bind.two_sided.click()
    panel.open_for()
    assert panel.choices.is_draft
    assert panel.choices.bind.binding().is_two_sided
    panel.close_panel()
    panel.open_for()
    assert not panel.choices.is_draft


def test_nothing_is_kept_when_the_dialog_is_cancelled(qtbot, panel, ctx, session, papers, printers):
    printers.answer = "cancel"
    with qtbot.waitSignal(panel.hand_out.left, timeout=20_000):
        panel.print()
    assert papers() == ()
    assert ctx.store.revisions(session.plan.id) == ()
    assert not panel.hand_out.is_busy


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_nothing_is_kept_when_the_printer_refuses(qtbot, panel, ctx, session, papers, printers, tmp_path):
    printers.path = tmp_path / "no such folder" / "printed.pdf"
    with qtbot.waitSignal(panel.hand_out.failed, timeout=20_000):
        panel.print()
    assert "nothing was kept" in panel.notice.text
    assert papers() == ()


def test_a_draft_is_marked_and_the_plan_stays_open(qtbot, panel, ctx, session, papers):
    panel.choices.draft.setChecked(True)
    print_all(qtbot, panel)
    assert all(row.is_draft and not row.revision for row in papers())
    assert all("Draft. Not final yet." in words_of(ctx, row) for row in papers())
    assert ctx.store.revisions(session.plan.id) == ()


def test_only_what_is_ticked_is_printed(qtbot, panel, papers):
    panel.choices.papers.box("handout").click()
    print_all(qtbot, panel)
    assert [row.document for row in papers()] == ["exercise-sheet"]


def test_nothing_ticked_is_said(qtbot, panel, papers):
    for kind in ("handout", "exercise-sheet"):
        panel.choices.papers.box(kind).click()
    panel.print()
    assert panel.notice.text == "Tick a paper to print."
    assert not panel.hand_out.is_busy


def test_an_empty_sheet_does_not_go_along_with_a_handout(qtbot, ctx, session, printers, papers):
    panel = PrintPanel(session, ctx, printers=printers)
    qtbot.addWidget(panel)
    panel.show()
    panel.open_for()
    print_all(qtbot, panel)
    assert [row.document for row in papers()] == ["handout"]


def test_days_are_whole_weeks_and_follow_the_next_visit_until_they_are_chosen(qtbot, panel, session):
    assert panel.choices.days() == (date(2026, 1, 20), date(2026, 2, 2))
    session.apply("Visit", lambda plan: replace(plan, next_visit=NextVisit(on=date(2026, 2, 10))))
    assert panel.choices.days() == (date(2026, 1, 20), date(2026, 2, 9))
    panel.choices.weeks.setCurrentIndex(0)
    panel.choices.weeks.activated.emit(0)
    session.apply("Visit", lambda plan: replace(plan, next_visit=NextVisit(on=date(2026, 2, 17))))
    assert panel.choices.days() == (date(2026, 1, 20), date(2026, 1, 26))
    assert panel.choices.span.text() == "Tue 20 Jan to Mon 26 Jan"


def test_the_next_visit_is_written_into_the_plan_and_onto_the_paper(qtbot, panel, ctx, session, papers):
    visit = panel.visit
    for line, text in ((visit.on, "3 feb"), (visit.at, "2:30 pm"), (visit.with_whom, "M. Reyes")):
        line.clear()
        qtbot.keyClicks(line, text)
    print_all(qtbot, panel)
    assert session.plan.next_visit == NextVisit(on=date(2026, 2, 3), at=time(14, 30), with_whom="M. Reyes")
    assert "M. Reyes" in words_of(ctx, papers()[0])
    session.undo()
    assert session.plan.next_visit.with_whom == ""


def test_a_visit_that_is_not_understood_is_said_where_it_stands(qtbot, panel, papers, session):
    qtbot.keyClicks(panel.visit.on, "soonish")
    panel.print()
    assert not panel.hand_out.is_busy
    assert panel.visit.on.property("wrong") is True
    assert panel.visit.on.hasFocus()
    assert session.plan.next_visit.on is None


def test_an_open_red_flag_asks_for_a_reason_that_is_kept(qtbot, panel, ctx, session, patient, papers):
    flags = replace(patient.red_flags, overall=Answer.YES)
    ctx.store.save_patient(replace(patient, red_flags=flags))
    ctx.news.patient_changed.emit(patient.id)
    qtbot.waitUntil(lambda: panel.concerns.is_any)
    assert panel.print_button.text() == "Print anyway…"
    panel.print()
    assert not panel.hand_out.is_busy
    assert panel.concerns.reason.hasFocus()
    qtbot.keyClicks(panel.concerns.reason, "Sent to the emergency room by phone")
    with qtbot.waitSignal(panel.hand_out.kept, timeout=20_000):
        qtbot.keyClick(panel.concerns.reason, Qt.Key.Key_Return)
    assert ctx.store.revisions(session.plan.id)[0].reason == "Sent to the emergency room by phone"


def test_what_is_asked_for_first_is_scrolled_into_sight(qtbot, panel, ctx, patient):
    flags = replace(patient.red_flags, overall=Answer.YES)
    ctx.store.save_patient(replace(patient, red_flags=flags))
    ctx.news.patient_changed.emit(patient.id)
    qtbot.waitUntil(lambda: panel.concerns.is_any)
    assert panel.order_line.first.isHidden()
    bar = panel._column.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert panel.order_line.first.text() == "1 notice before printing"
    panel.print()
    assert not panel.concerns.reason.visibleRegion().isEmpty()


def test_a_reason_makes_a_revision_of_its_own_even_when_the_plan_is_unchanged(
    qtbot, panel, ctx, session, patient, papers
):
    print_all(qtbot, panel)
    ctx.store.save_patient(replace(patient, red_flags=replace(patient.red_flags, overall=Answer.YES)))
    ctx.news.patient_changed.emit(patient.id)
    panel.open_for("handout")
    qtbot.keyClicks(panel.concerns.reason, "Seen the same day")
    print_all(qtbot, panel)
    newest = ctx.store.revisions(session.plan.id)[0]
    assert (newest.n, newest.reason) == (2, "Seen the same day")
    assert "revision 2" in words_of(ctx, papers()[0])


def test_a_stop_can_be_mended_with_one_click(qtbot, panel, ctx, session):
    library = ctx.library.value
    naproxen = new_item(library.entries["medicine.naproxen"], library, ctx.new_id, plan=session.plan)
    session.apply("Add", lambda plan: add_item(plan, naproxen, ctx.new_id))
    qtbot.waitUntil(lambda: panel.concerns.is_any)
    notice = panel.concerns.notices[0]
    notice.button.click()
    qtbot.waitUntil(lambda: not panel.concerns.is_any)
    assert panel.print_button.text() == "Print…"


def test_without_a_printer_the_pdf_is_offered(qtbot, panel, printers):
    printers.installed = ()
    panel.open_for()
    qtbot.waitUntil(lambda: panel.print_button.text() == "Save PDF…")
    assert "No printer is installed" in panel.notice.text
    qtbot.keyClick(panel.print_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.findChild(QFileDialog) is not None, timeout=20_000)
    panel.findChild(QFileDialog).reject()


def test_one_paper_is_saved_where_it_was_asked_for(qtbot, panel, ctx, papers, tmp_path):
    panel.open_for("handout")
    save_as(qtbot, panel, tmp_path / "Daniel.pdf")
    assert (tmp_path / "Daniel.pdf").read_bytes() == ctx.store.paper_bytes(papers()[0].id)
    assert panel.notice.text == "Saved as “Daniel.pdf”. It is kept with revision 1."
    assert panel.notice.button.text() == "Open folder"
    assert ctx.settings.text("papers/folder") == str(tmp_path)


def proposed_name(qtbot, panel) -> str:
    """Return the name under which the dialog would save, and leave it."""
    panel.save_pdf()
    qtbot.waitUntil(lambda: panel.findChild(QFileDialog) is not None, timeout=20_000)
    dialog = panel.findChild(QFileDialog)
    name = dialog.findChild(QLineEdit).text()
    dialog.reject()
    dialog.setParent(None)
    dialog.deleteLater()
    return name


def test_files_are_named_by_record_number_and_several_papers_are_one_file(qtbot, panel, patient):
    assert proposed_name(qtbot, panel) == f"{patient.record_number} 2026-01-20 papers.pdf"
    panel.open_for("handout")
    assert proposed_name(qtbot, panel) == f"{patient.record_number} 2026-01-20 handout.pdf"
    panel.choices.draft.setChecked(True)
    assert proposed_name(qtbot, panel) == f"{patient.record_number} 2026-01-20 handout draft.pdf"


def test_a_practice_may_want_names_in_files():
    patient, practice = Patient(id="p", name="Daniel Whitcombe", record_number="20418"), Practice(id="practice")
    assert whose_words(patient, 1001, practice) == "20418"
    assert whose_words(replace(patient, record_number=""), 1001, practice) == printed_number(1001)
    assert whose_words(patient, 1001, replace(practice, names_in_files=True)) == "Daniel Whitcombe"


def test_nothing_is_kept_when_saving_is_given_up(qtbot, panel, ctx, session, papers):
    panel.save_pdf()
    qtbot.waitUntil(lambda: panel.findChild(QFileDialog) is not None, timeout=20_000)
    panel.findChild(QFileDialog).reject()
    assert papers() == ()
    assert ctx.store.revisions(session.plan.id) == ()
    assert not panel.hand_out.is_busy


def test_nothing_is_kept_when_a_file_cannot_be_written(qtbot, panel, ctx, session, papers, tmp_path):
    panel.open_for("handout")
    panel.save_pdf()
    qtbot.waitUntil(lambda: panel.findChild(QFileDialog) is not None, timeout=20_000)
    dialog = panel.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "no such folder" / "Daniel.pdf"))
    dialog.close()
    assert "could not be written" in panel.notice.text
    assert papers() == ()


def test_esc_gives_up_what_is_under_way_and_then_closes(qtbot, panel, papers):
    panel.print()
    assert panel.hand_out.is_busy
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.hand_out.is_busy
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert papers() == ()


def test_a_language_without_fixed_words_is_said(qtbot, ctx, exercises, patient, printers):
    ctx.store.save_patient(replace(patient, language="pl"))
    exercises.reload()
    panel = PrintPanel(exercises, ctx, printers=printers)
    qtbot.addWidget(panel)
    panel.show()
    panel.open_for()
    assert panel.choices.lang() == "pl"
    assert "print in English" in panel.choices.language_field.sentence


def test_the_keys_go_through_the_panel_in_the_order_of_the_eye(qtbot, panel):
    panel.close_panel()
    panel.open_for()
    order = [panel.choices.bind.two_sided, panel.visit.on, panel.visit.at, panel.visit.with_whom]
    order[0].setFocus()
    for field in (*order[1:], panel.choices.start.line):
        qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Tab)
        assert panel.focusWidget() is field


def test_every_control_has_a_name(qtbot, panel):
    reachable = [
        w for w in panel.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisibleTo(panel)
    ]
    assert [type(w).__name__ for w in reachable if not w.accessibleName()] == []


def test_the_panel_leaves_nothing_behind(qtbot, ctx, exercises, printers):
    panel = PrintPanel(exercises, ctx, printers=printers)
    panel.show()
    panel.open_for()
    panel.close()
    with qtbot.waitSignal(panel.destroyed):
        panel.deleteLater()
    exercises.apply("Title", lambda plan: replace(plan, title="Nobody listens any more"))
