"""The list of Today and the results of the practice go on paper as the screen shows them, and nothing is kept."""

from __future__ import annotations

from datetime import timedelta

import pypdfium2
import pytest
from core.photographed import WIDE, jpeg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from painplanner.core.due import DueItem
from painplanner.core.edits.closing import close_plan
from painplanner.core.plan import Closing, Goal, GoalEnd
from painplanner.core.values import replace
from painplanner.documents.as_text import as_text
from painplanner.gui.pages.practice.results import ResultsSection
from painplanner.gui.pages.today import TodayPage
from painplanner.gui.printing.list_paper import ListPaper
from painplanner.services.plans import end_visit


def due(plan, kind, on, person="", title="Sciatica", **more):
    args = (("title", title), *more.items())
    return DueItem(kind=kind, patient=plan.patient, plan=plan.id, on=on, subject="part-1", person=person, args=args)


@pytest.fixture
def page(qtbot, ctx, new_plan):
    today = ctx.today()
    rows = [due(new_plan, "checkpoint", today - timedelta(days=n), "M. Reyes", f"Look {n}") for n in range(30)]
    rows += [
        due(new_plan, "next-visit", today, "Dr. Okafor", "Dr. Okafor", at="14:30"),
        due(new_plan, "goal", today + timedelta(days=60), "Dr. Okafor", "Drive to work"),
    ]
    ctx.store.save_draft(new_plan, tuple(rows))
    made = TodayPage(ctx)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.refresh()
    return made


def words(page: TodayPage) -> list[str]:
    return [" ".join(row.split()) for row in as_text(page._on_paper()).split("[ ] | ")[1:]]


def test_the_paper_holds_every_row_and_not_a_screenful(page: TodayPage, patient) -> None:
    rows = words(page)
    assert len(rows) == 31
    assert all(row.startswith(f"{patient.name} record {patient.record_number} | ") for row in rows)
    assert any("due today, 2:30 pm" in row for row in rows)


def test_the_filter_and_the_order_of_the_screen_hold_on_paper(page: TodayPage) -> None:
    page.person.choose("Dr. Okafor")
    assert len(words(page)) == 1
    assert "To do · Dr. Okafor." in as_text(page._on_paper())
    page.span.choose("all")
    assert "Drive to work" in words(page)[-1]
    page.heads.choose("when")
    assert "Drive to work" in words(page)[0]
    assert "Everything · Dr. Okafor." in as_text(page._on_paper())


def test_it_begins_as_all_papers_of_the_practice_do(page: TodayPage, ctx) -> None:
    before = ctx.practice
    ctx.store.save_practice(replace(before, logo=ctx.store.add_picture(jpeg(WIDE))))
    logo = page.on_paper._with_logo(page._on_paper()).logo
    assert logo is not None
    assert (logo.width, logo.height) == WIDE
    ctx.store.save_practice(before)
    assert page.on_paper._with_logo(page._on_paper()).logo is None


def test_it_is_saved_where_it_is_wanted_and_kept_nowhere(qtbot, page: TodayPage, ctx, patient, tmp_path) -> None:
    place = tmp_path / "today.pdf"
    heard = []
    ctx.news.said.connect(heard.append)
    page.on_paper.save_pdf()
    qtbot.waitUntil(lambda: page.findChild(QFileDialog) is not None, timeout=20_000)
    dialog = page.findChild(QFileDialog)
    field = dialog.findChild(QLineEdit)
    assert field.text() == f"Today {ctx.today().isoformat()}.pdf"
    field.setText(str(place))
    dialog.accept()
    assert len(pypdfium2.PdfDocument(place)) >= 2
    assert "today.pdf" in heard[-1].text
    assert ctx.store.papers_of(patient.id) == ()


def test_it_is_printed(qtbot, ctx, page: TodayPage, printers) -> None:
    paper = ListPaper(ctx, "Today", page._on_paper, printers)
    qtbot.addWidget(paper)
    with qtbot.waitSignal(paper.delivery.printed, timeout=20_000):
        qtbot.keyClick(paper.print_button, Qt.Key.Key_Return)
    assert printers.orders[-1].title == "Today"


def test_without_a_printer_the_list_can_be_saved(qtbot, ctx, page: TodayPage, printers) -> None:
    printers.installed = ()
    paper = ListPaper(ctx, "Today", page._on_paper, printers)
    qtbot.addWidget(paper)
    heard = []
    ctx.news.said.connect(heard.append)
    paper.print()
    assert "Save the PDF" in heard[-1].text


def test_results_go_on_paper_once_there_are_any(qtbot, ctx, new_plan) -> None:
    section = ResultsSection(ctx)
    qtbot.addWidget(section)
    goals = (Goal(id="a", text="Sit"), Goal(id="b", text="Sleep"))
    closing = Closing(on=ctx.today(), goals=(("a", GoalEnd.REACHED), ("b", GoalEnd.PARTLY)))
    end_visit(ctx.store, close_plan(replace(new_plan, goals=goals, template="template.knee"), closing), ctx.today())
    section.refresh()
    assert not section.on_paper.isHidden()
    text = as_text(section._on_paper())
    assert text.splitlines()[0] == ctx.practice.name
    assert "All plans: " in text
    assert "A percentage needs at least 10 closed plans" in text
    assert "1 of 2 goals reached; 1 partly | too few plans for a percentage" in text
