"""A log is printed with its code, takes the boxes of the exercise sheet, and costs no number when nothing went out."""

from __future__ import annotations

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from painplanner.core.edits import new_item
from painplanner.core.ids import printed_number
from painplanner.core.measure import Criterion
from painplanner.core.plan import Goal
from painplanner.core.values import replace
from painplanner.gui.printing.panel import PrintPanel


@pytest.fixture
def panel(panel):
    panel.choices.papers.set_keys(("exercise-sheet", "daily-log"))
    return panel


@pytest.fixture
def printed(qtbot, panel, ctx, patient):
    def words() -> dict[str, str]:
        with qtbot.waitSignal(panel.hand_out.kept, timeout=20_000):
            qtbot.keyClick(panel.print_button, Qt.Key.Key_Return)
        found: dict[str, str] = {}
        for row in ctx.store.papers_of(patient.id):
            document = pypdfium2.PdfDocument(ctx.store.paper_bytes(row.id))
            text = " ".join(page.get_textpage().get_text_bounded() for page in document)
            found.setdefault(row.document, " ".join(text.split()))
        return found

    return words


def waited_for(ctx, session):
    due = ctx.store.due(ctx.today().replace(year=2027))
    return [row for row in due if row.kind == "log-to-enter" and row.plan == session.plan.id]


def test_a_log_goes_out_with_its_code_and_is_waited_for(printed, ctx, session):
    words = printed()
    (sheet,) = ctx.store.log_sheets(session.plan.id)
    assert f"Log {printed_number(sheet.number)}" in words["exercise-sheet+daily-log"]
    assert len(waited_for(ctx, session)) == 1


def test_the_exercise_sheet_beside_it_has_no_boxes_of_its_own(printed):
    words = printed()["exercise-sheet+daily-log"]
    assert "Mark each day in your daily log." in words
    assert "Tick a box" not in words


def test_an_exercise_sheet_alone_has_its_boxes(printed, panel, ctx, session):
    panel.choices.papers.set_keys(("exercise-sheet",))
    assert "Tick a box" in printed()["exercise-sheet"]
    assert ctx.store.log_sheets(session.plan.id) == ()


def test_printing_the_same_log_again_keeps_its_code(printed, panel, ctx, session):
    printed()
    panel.open_for("daily-log")
    printed()
    assert len(ctx.store.log_sheets(session.plan.id)) == 1
    assert len(waited_for(ctx, session)) == 1


def test_a_print_that_was_given_up_is_not_waited_for_and_its_number_is_used_later(
    qtbot, printed, panel, ctx, session, printers
):
    printers.answer = "cancel"
    with qtbot.waitSignal(panel.hand_out.left, timeout=20_000):
        panel.print()
    assert waited_for(ctx, session) == []
    (given_up,) = ctx.store.log_sheets(session.plan.id)
    printers.answer = "accept"
    assert printed_number(given_up.number) in printed()["exercise-sheet+daily-log"]
    assert len(ctx.store.log_sheets(session.plan.id)) == 1


def test_a_draft_takes_no_number(printed, panel, ctx, session):
    panel.choices.draft.setChecked(True)
    assert "Mark each day in your daily log." in printed()["exercise-sheet+daily-log"]
    assert ctx.store.log_sheets(session.plan.id) == ()
    assert waited_for(ctx, session) == []


def test_three_weeks_print_a_log_of_four_and_say_so(panel, ctx):
    panel.choices.weeks.setCurrentIndex(2)
    panel.choices.weeks.activated.emit(2)
    assert panel.choices._empty.text() == "The daily log has 1, 2 or 4 weeks: it prints 4."
    panel.choices.papers.set_keys(("handout",))
    panel.choices.changed.emit()
    assert panel.choices._empty.isHidden()


def test_a_questionnaire_without_activities_goes_along_with_nothing_and_prints_alone(panel, session):
    both = panel.choices.papers.set_keys
    both(("handout", "function-questionnaire"))
    assert list(panel.choices.kinds(session.plan)) == ["handout"]
    both(("function-questionnaire",))
    panel.choices.changed.emit()
    assert list(panel.choices.kinds(session.plan)) == ["function-questionnaire"]
    assert "names no activities" in panel.choices._empty.text()


def test_a_questionnaire_prints_for_a_plan_that_names_activities(printed, panel, session):
    goal = Goal(id="goal-1", text="Dig in my garden", criterion=Criterion(measure="measure.psfs"))
    session.apply("Goal", lambda plan: replace(plan, goals=(goal,)))
    panel.choices.papers.set_keys(("handout", "function-questionnaire"))
    assert "Dig in my garden" in printed()["handout+function-questionnaire"]
    assert panel.choices._empty.isHidden()


def test_a_sheet_goes_along_for_lessons_with_pictures_alone(panel, ctx, session):
    library = ctx.library.value

    def taught(entry: str) -> None:
        item = new_item(library.entries[entry], library, ctx.new_id, plan=session.plan)
        steps = tuple(replace(step, items=(item,) if n == 0 else ()) for n, step in enumerate(session.plan.steps))
        session.apply("Teach", lambda plan: replace(plan, steps=steps))

    panel.choices.papers.set_keys(("handout", "exercise-sheet"))
    taught("lifestyle.sleep_positions")
    assert list(panel.choices.kinds(session.plan)) == ["handout", "exercise-sheet"]
    taught("lifestyle.alcohol")
    assert list(panel.choices.kinds(session.plan)) == ["handout"]


def test_what_is_ticked_first_is_a_handout_and_an_exercise_sheet(qtbot, ctx, exercises, printers):
    ctx.settings.remember("papers/kinds", "")
    panel = PrintPanel(exercises, ctx, printers=printers)
    qtbot.addWidget(panel)
    assert panel.choices.papers.keys() == ("handout", "exercise-sheet")
