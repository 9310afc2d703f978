"""Papers given are listed newest first and stay the same for ever; staff make new ones without composing."""

from __future__ import annotations

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from painplanner.core.edits import add_item, new_item
from painplanner.core.values import Answer, replace
from painplanner.documents.registry import kind_ids
from painplanner.gui.pages.documents import DocumentsPage
from painplanner.gui.patient_session import PatientSession
from painplanner.services import gathering, publish
from painplanner.services.plans import end_visit, save_draft


@pytest.fixture
def patient_session(ctx, patient):
    made = PatientSession(ctx)
    made.open(patient)
    yield made
    made.close()


@pytest.fixture
def plan(ctx, new_plan):
    library = ctx.library.value
    bridge = new_item(library.entries["exercise.bridge"], library, ctx.new_id, plan=new_plan)
    return add_item(replace(new_plan, title="Sciatica"), bridge, ctx.new_id)


@pytest.fixture
def give(ctx):
    """Print a plan without the window."""

    def print_plan(plan, *kinds, is_draft=False):
        if is_draft:
            save_draft(ctx.store, plan, ctx.today())
        request = gathering.gather(ctx.store, plan, ctx.today(), is_draft=is_draft)
        return publish.keep(ctx.store, request, publish.make_papers(request, kinds or kind_ids()))

    return print_plan


@pytest.fixture
def page(qtbot, ctx, patient_session, printers):
    made = DocumentsPage(patient_session, ctx, printers=printers)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    with qtbot.waitActive(made):
        made.show()
    return made


def rows(page):
    return [(given.title, given.more) for given in page.list.rows.rows]


def shown(page) -> str:
    return " ".join(page.paper.view.pages.text(0).split())


def test_without_papers_it_says_what_to_do(page, ctx, patient):
    heard = []
    ctx.news.go.connect(lambda place, subject: heard.append((place, subject)))
    assert page.empty.isVisible()
    page.empty.action.click()
    assert heard == [("new-plan", patient.id)]


def test_papers_are_listed_newest_first_with_what_they_belong_to(page, ctx, plan, give, patient):
    give(plan, "handout")
    give(replace(plan, title="Back to work"), "exercise-sheet")
    ctx.news.papers_changed.emit(patient.id)
    (newer, newer_more), (older, older_more) = rows(page)
    assert (newer, older) == ("Exercise sheet", "Handout")
    assert newer_more.startswith("revision 2 · ")
    assert older_more.startswith("revision 1 · ")
    assert older_more.endswith(" · English · M. Reyes · Back to work")
    assert page.paper.facts.text().endswith(newer_more)


def test_a_draft_is_told_from_a_final_paper(page, ctx, plan, give, patient):
    give(plan, "handout", is_draft=True)
    ctx.news.papers_changed.emit(patient.id)
    assert rows(page)[0][0] == "Handout, draft"


def test_the_paper_is_shown_beside_the_list_and_read_with_the_keys(qtbot, page, ctx, plan, give, patient):
    give(plan, "handout", "exercise-sheet")
    ctx.news.papers_changed.emit(patient.id)
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert "Your exercises at home" in shown(page) or "Sciatica" in shown(page)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert page.paper.view.hasFocus()
    qtbot.keyClick(page.paper.view, Qt.Key.Key_Escape)
    assert page.list.hasFocus()


def test_a_paper_is_saved_again_byte_for_byte_after_the_plan_moved_on(qtbot, page, ctx, plan, give, patient, tmp_path):
    give(plan, "handout")
    ctx.news.papers_changed.emit(patient.id)
    before = ctx.store.paper_bytes(page.list.current().row.id)
    save_draft(ctx.store, replace(plan, title="Something else"), ctx.today())
    page.do_save_pdf()
    dialog = page.findChild(QFileDialog)
    dialog.findChild(QLineEdit).setText(str(tmp_path / "again.pdf"))
    dialog.accept()
    assert (tmp_path / "again.pdf").read_bytes() == before
    assert page.paper.notice.text == "Saved as “again.pdf”, as it was given."


def test_printing_again_keeps_nothing_new(qtbot, page, ctx, plan, give, patient, printers):
    give(plan, "handout")
    ctx.news.papers_changed.emit(patient.id)
    with qtbot.waitSignal(page.paper.delivery.printed, timeout=20_000):
        qtbot.keyClick(page.paper.print_button, Qt.Key.Key_Return)
    assert printers.path.exists()
    assert len(ctx.store.papers_of(patient.id)) == 1


def test_after_a_jam_the_rest_of_a_kept_paper_is_printed(qtbot, page, ctx, plan, give, patient, printers):
    request = gathering.gather(ctx.store, plan, ctx.today())
    several = publish.make_paper(request, ("handout", "exercise-sheet", "daily-log"))
    publish.keep(ctx.store, request, (several,))
    ctx.news.papers_changed.emit(patient.id)
    page.paper.resume.question.click()
    page.paper.resume.page.setCurrentIndex(page.paper.resume.page.findText("2"))
    with qtbot.waitSignal(page.paper.delivery.printed, timeout=20_000):
        qtbot.keyClick(page.paper.resume.go_on, Qt.Key.Key_Return)
    assert printers.orders[-1].after == 2
    assert len(pypdfium2.PdfDocument(printers.path)) == several.pages - 2
    assert len(ctx.store.papers_of(patient.id)) == 1


def test_several_papers_in_one_file_are_listed_by_their_names(page, ctx, plan, give, patient):
    request = gathering.gather(ctx.store, plan, ctx.today())
    publish.keep(ctx.store, request, (publish.make_paper(request, ("handout", "exercise-sheet")),))
    ctx.news.papers_changed.emit(patient.id)
    assert [title for title, _more in rows(page)] == ["Handout, Exercise sheet"]


def test_without_a_printer_the_file_is_offered(page, ctx, plan, give, patient, printers):
    give(plan, "handout")
    ctx.news.papers_changed.emit(patient.id)
    printers.installed = ()
    page.do_print()
    assert "No printer is installed" in page.paper.notice.text
    assert page.paper.actions_button.arrow.hasFocus()


def test_new_papers_are_made_in_the_composer(page, ctx, plan, give, patient):
    give(plan)
    ctx.news.papers_changed.emit(patient.id)
    heard = []
    ctx.news.go.connect(lambda place, subject: heard.append((place, subject)))
    page.new_button.click()
    assert heard == [("print", plan.id)]


def test_staff_print_the_final_plan_and_leave_the_draft_of_a_colleague_alone(qtbot, page, ctx, plan, give, patient):
    revision = give(plan, "handout")
    draft = replace(plan, title="Not ready yet")
    save_draft(ctx.store, draft, ctx.today())
    page.set_staff_view(on=True)
    ctx.news.papers_changed.emit(patient.id)
    page.new_button.click()
    assert page.panel.isVisible()
    assert not page.panel.choices.draft.isVisible()
    assert not page.panel.visit.isVisible()
    with qtbot.waitSignal(page.panel.hand_out.kept, timeout=20_000):
        page.do_print()
    papers = ctx.store.papers_of(patient.id)
    assert {row.revision for row in papers} == {revision.id}
    assert len(papers) == 2
    assert ctx.store.draft(plan.id) == draft
    assert page.panel is None
    assert "revision 1" in shown(page)


def test_staff_ask_a_clinician_where_something_stands_in_the_way(qtbot, page, ctx, plan, give, patient):
    give(plan, "handout")
    ctx.store.save_patient(replace(patient, red_flags=replace(patient.red_flags, overall=Answer.YES)))
    page.set_staff_view(on=True)
    ctx.news.papers_changed.emit(patient.id)
    page.new_button.click()
    assert page.panel.concerns.staff_words.isVisible()
    assert not page.panel.print_button.isEnabled()
    assert not page.panel.actions_button.arrow.isEnabled()
    page.do_print()
    page.do_save_pdf()
    assert not page.panel.hand_out.is_busy
    qtbot.keyClick(page.panel, Qt.Key.Key_Escape)
    assert page.panel is None
    ctx.store.save_patient(patient)


def test_staff_print_the_last_final_plan_even_when_a_visit_ended_since(qtbot, page, ctx, plan, give, patient):
    revision = give(plan, "handout")
    end_visit(ctx.store, replace(plan, title="In between"), ctx.today())
    page.set_staff_view(on=True)
    ctx.news.papers_changed.emit(patient.id)
    page.new_button.click()
    with qtbot.waitSignal(page.panel.hand_out.kept, timeout=20_000):
        page.do_print()
    assert {row.revision for row in ctx.store.papers_of(patient.id)} == {revision.id}
    assert [row.n for row in ctx.store.revisions(plan.id)] == [2, 1]


def test_another_patient_brings_other_papers(page, ctx, plan, give, patient, patient_session):
    give(plan)
    ctx.news.papers_changed.emit(patient.id)
    other = replace(patient, id=ctx.new_id("patient"), name="Anna Berg")
    ctx.store.save_patient(other)
    patient_session.open(other)
    assert rows(page) == []
    assert page.empty.isVisible()


def test_a_plan_made_from_a_template_carries_the_picture_that_explains_it(ctx, plan):
    request = gathering.gather(ctx.store, replace(plan, template="template.sciatica"), ctx.today(), language="es")
    assert request.explaining is not None
    assert request.explaining.alt.startswith("La parte baja de la espalda")
    assert gathering.gather(ctx.store, plan, ctx.today()).explaining is None


def test_the_desk_prints_the_checklist_of_someone_who_has_no_plan_yet(qtbot, page, ctx, patient, printers):
    page.set_staff_view(on=True)
    assert page.first_visit.isVisible()
    assert page.empty.action is not None
    assert not page.empty.action.isVisible()
    with qtbot.waitSignal(page.first_visit.delivery.printed, timeout=20_000):
        page.do_print()
    assert printers.orders[-1].title == "First visit checklist"
    assert ctx.store.papers_of(patient.id) == ()


def test_the_desk_is_told_that_a_clinician_prints_first(page, ctx, plan, patient):
    save_draft(ctx.store, plan, ctx.today())
    ctx.news.plans_changed.emit(patient.id)
    page.set_staff_view(on=True)
    said = []
    ctx.news.said.connect(said.append)
    page.do_print()
    assert "A clinician prints it first" in said[-1].text
    assert not page.first_visit.isVisible()
