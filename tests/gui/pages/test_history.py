"""The history says what changed between any two versions of a plan, and between the draft and what is kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from painplanner.core.edits import add_step
from painplanner.core.values import Side, replace
from painplanner.gui.pages.history import HistoryPage
from painplanner.gui.patient_session import PatientSession
from painplanner.services.plans import end_visit, save_draft


@pytest.fixture
def history(ctx, new_plan):
    """Three revisions of a plan: a first one, one with a step, one on the other side."""
    first = replace(new_plan, title="Sciatica")
    second = add_step(first, ctx.new_id)
    third = replace(second, side=Side.LEFT)
    for n, plan in enumerate((first, second, third), 1):
        end_visit(ctx.store, plan, ctx.today(), f"Visit {n}")
    return third


@pytest.fixture
def page(qtbot, ctx, patient, history):
    session = PatientSession(ctx)
    made = HistoryPage(ctx, session)
    qtbot.addWidget(made)
    session.open(patient)
    made.resize(1100, 700)
    made.show()
    return made


def lines(page: HistoryPage) -> list[tuple[str, str, str]]:
    return [(line.field, line.old, line.new) for group in page.compare.table._groups for line in group.lines]


def choose(editor, place: int) -> None:
    editor.setCurrentIndex(place)
    editor.activated.emit(place)


def test_the_newest_revision_is_compared_with_the_one_before(page) -> None:
    assert page.list.rows.rowCount() == 3
    assert lines(page) == [("side", "right", "left")]
    assert page.compare.count.text() == "1 change"
    assert page.compare.new.currentText().endswith("Visit 3")


def test_any_two_versions_can_be_chosen(page) -> None:
    choose(page.compare.old, 2)
    assert len(lines(page)) == 2
    choose(page.compare.old, 1)
    choose(page.compare.new, 1)
    assert page.compare.count.text() == "Choose two different versions."
    assert lines(page) == []
    choose(page.compare.old, 0)
    assert lines(page) == [("side", "left", "right")]


def test_the_draft_is_compared_with_the_last_revision(page, ctx, history) -> None:
    save_draft(ctx.store, replace(history, title="Sciatica, right"), ctx.today())
    page.refresh()
    page.list.select(0)
    assert page.list.current().what == "Draft, not kept yet"
    assert lines(page) == [("title", "Sciatica", "Sciatica, right")]
    assert page.compare.new.currentText() == "Draft, not kept yet"


def test_the_first_revision_has_nothing_before_it(page) -> None:
    page.list.select(2)
    assert page.compare.count.text().startswith("This is the first version")


def test_enter_goes_to_the_comparison_and_from_there_to_the_plan(page, ctx, history, qtbot) -> None:
    page.take_focus()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    qtbot.waitUntil(page.compare.new.hasFocus)
    with qtbot.waitSignal(ctx.news.go) as gone:
        page.compare.open_button.click()
    assert gone.args == ["plan", history.id]


def test_in_a_small_window_there_is_room_for_the_name_of_a_paper_and_for_two_versions(page) -> None:
    page.resize(950, 600)
    assert page.list.width() > page.list.fontMetrics().horizontalAdvance("Progress report for colleagues") + 140
    assert page.compare.table.is_wide


def test_in_a_narrow_window_changes_stand_below_one_another(page) -> None:
    assert page.compare.table.is_wide
    page.resize(600, 500)
    assert not page.compare.table.is_wide


def test_what_is_written_while_it_is_hidden_is_there_when_it_is_seen(page, ctx, history) -> None:
    page.hide()
    end_visit(ctx.store, replace(history, note="Seen again"), ctx.today(), "Visit 4")
    ctx.news.plans_changed.emit(history.patient)
    page.show()
    assert page.list.rows.rowCount() == 4
    assert page.list.current().more.startswith("Visit 4")
    assert lines(page) == [("note", "", "Seen again")]


def test_what_was_chosen_stays_while_no_version_is_newer(page) -> None:
    page.list.select(1)
    page.hide()
    page.show()
    assert page.list.current().more.startswith("Visit 2")
