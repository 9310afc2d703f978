"""A log that comes back is found by its code, typed in by keys alone, and leads on to Today and to undoing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from painplanner.core.daily_log import LogRow, LogRowKind
from painplanner.core.ids import counting_ids, printed_number
from painplanner.core.values import LangText
from painplanner.services.logs import give_sheet


@pytest.fixture
def sheet(workspace):
    store, today = workspace.ctx.store, workspace.ctx.today()
    name = (LangText(lang="en", text="Sitting without a break"),)
    row = LogRow(id="", kind=LogRowKind.MEASURE, name=name, measure="measure.sitting_minutes")
    first = today - timedelta(days=8)
    return give_sheet(store, store.load_plan("plan"), first, counting_ids(90), first_day=first, rows=(row,))


def press(qtbot, *keys: Qt.Key | str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        if isinstance(key, str):
            for sign in key:  # the keys may move on with the first of them, as from Today to the patients
                qtbot.keyClicks(QApplication.focusWidget(), sign)
        else:
            qtbot.keyClick(QApplication.focusWidget(), key, held)


def log_page(workspace):
    return workspace.patient_page.pages.page("log")


@pytest.mark.parametrize("place", ["today", "patients"])
def test_a_scanned_code_opens_the_log_with_name_and_birth_date_first(qtbot, workspace, sheet, place):
    workspace.go(place)
    press(qtbot, printed_number(sheet.number), Qt.Key.Key_Return)
    page = log_page(workspace)
    assert workspace.patient_page.pages.currentWidget() is page
    assert (page.start.card.name.text(), page.start.card.born.text()[:15]) == ("Daniel Whitcombe", "born 3 Aug 1978")
    press(qtbot, Qt.Key.Key_Return)
    assert page.grid.hasFocus()
    assert workspace.patient_page.tabs.key() == "documents"


def test_a_wrong_digit_is_said_where_it_was_typed(qtbot, workspace, sheet):
    code = printed_number(sheet.number)
    workspace.go("patients")
    press(qtbot, f"{code[:-1]}{(int(code[-1]) + 1) % 10}", Qt.Key.Key_Return)
    assert "does not fit" in workspace._go_to.nothing.text()
    assert workspace._go_to.isVisible()


def test_from_go_to_anything_through_the_cells_and_back_by_keys_alone(qtbot, workspace, sheet):
    workspace.do("anything")
    press(qtbot, printed_number(sheet.number))
    qtbot.waitUntil(lambda: workspace._go_to.list.rows.rowCount() > 0)
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return)
    page, store = log_page(workspace), workspace.ctx.store
    press(qtbot, "10", Qt.Key.Key_Enter, "+", "15/20", Qt.Key.Key_Enter, "-", "*")
    workspace.do("undo")
    assert len(page.filling.log.cells) == 4
    workspace.do("redo")
    press(qtbot, Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
    assert store.logs("daniel")[0].is_complete
    press(qtbot, Qt.Key.Key_Escape)
    documents = workspace.patient_page.pages.page("documents")
    assert workspace.patient_page.pages.currentWidget() is documents
    assert [row.state for row in documents.logs.list.rows.rows] == ["entered"]
    assert len(store.readings("daniel")) == 3


def test_a_row_of_today_leads_to_its_log(qtbot, workspace, sheet):
    workspace.go("today")
    (row,) = [row for row in workspace.ctx.store.due(workspace.ctx.today()) if row.kind == "log-to-enter"]
    workspace.go("log", row.subject)
    assert log_page(workspace).start.card.isVisible()


def test_a_deleted_log_comes_back_with_undo_and_nothing_is_asked(qtbot, workspace, sheet):
    workspace.go("log", sheet.id)
    press(qtbot, Qt.Key.Key_Return, "10", Qt.Key.Key_Return)
    log_page(workspace).head.delete_button.click()
    store = workspace.ctx.store
    assert store.logs("daniel") == ()
    assert workspace.messages.text == "The log was deleted."
    workspace.do("undo")
    assert len(store.logs("daniel")[0].cells) == 1


def test_staff_type_logs_in(qtbot, workspace, sheet):
    workspace.set_staff_view(on=True)
    press(qtbot, printed_number(sheet.number), Qt.Key.Key_Return, Qt.Key.Key_Return, "10", Qt.Key.Key_Return)
    assert log_page(workspace).filling.log.cells[0].value == 10
    workspace.go("patients")
    qtbot.waitUntil(lambda: bool(workspace.ctx.store.logs("daniel")), timeout=5000)


def test_a_window_that_closes_keeps_what_was_typed(qtbot, workspace, sheet):
    workspace.go("log", sheet.id)
    press(qtbot, Qt.Key.Key_Return, "25")
    assert workspace.work.save()
    assert workspace.ctx.store.logs("daniel")[0].cells[0].value == 25


def test_what_is_told_is_reached_from_the_menu(qtbot, workspace, sheet):
    workspace.go("patient", "daniel")
    workspace.do("told-log")
    assert log_page(workspace).start.card.sheet_name.text().startswith("Told at the visit")
