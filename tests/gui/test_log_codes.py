"""The code of a log leads to it from wherever the keys are, typed or scanned; a wrong digit is said in place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from painplanner.core.daily_log import LogSheet
from painplanner.core.ids import printed_number
from painplanner.gui.go_to import GoTo
from painplanner.gui.log_codes import LONGEST_GAP_S, CodeFilter
from painplanner.gui.log_list import LogList
from painplanner.services.logs import begin_log, give_sheet, keep_log
from painplanner.services.plans import save_draft


@pytest.fixture
def sheet(ctx, new_plan) -> Iterator[LogSheet]:
    save_draft(ctx.store, new_plan, ctx.today())
    made = give_sheet(ctx.store, new_plan, ctx.today(), ctx.new_id)
    yield made
    ctx.store.let_sheet_go(made.id)


@pytest.fixture
def code(sheet) -> str:
    return printed_number(sheet.number)


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 600)
    return made


@pytest.fixture
def field(qtbot, window):
    made = QLineEdit(window)
    with qtbot.waitActive(window):
        window.show()
    made.setFocus()
    return made


class Fingers:
    """A clock that a test turns, so that keys come as fast as those of a reader, or as slow as those of a person."""

    def __init__(self) -> None:
        self.now, self.gap = 0.0, 0.0

    def __call__(self) -> float:
        self.now += self.gap / 2  # it is asked twice for each key
        return self.now


@pytest.fixture
def heard(qapp, ctx, field, window):
    fingers = Fingers()
    ear = CodeFilter(qapp, window, ctx, lambda: True, fingers)
    found: list[tuple[str, str]] = []
    ear.found.connect(lambda sheet: found.append(("found", sheet)))
    ear.plan_found.connect(lambda plan: found.append(("plan", plan)))
    ear.refused.connect(lambda text: found.append(("refused", text)))
    ear.start()
    yield found, fingers
    ear.stop()


def wrong(code: str) -> str:
    return f"{code[:-1]}{(int(code[-1]) + 1) % 10}"


def type_in(qtbot, field, text: str) -> None:
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_a_reader_leads_to_the_log_and_leaves_no_digits_behind(qtbot, field, heard, sheet, code):
    found, _fingers = heard
    field.setText("Ada ")
    type_in(qtbot, field, code)
    assert found == [("found", sheet.id)]
    assert field.text() == "Ada "


def test_a_reader_that_leaves_the_hyphen_out_is_understood(qtbot, field, heard, sheet, code):
    found, _fingers = heard
    type_in(qtbot, field, code.replace("-", ""))
    assert found == [("found", sheet.id)]


def test_a_reader_is_heard_where_no_field_has_the_keys(qtbot, window, heard, sheet, code):
    found, _fingers = heard
    window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.setFocus()
    type_in(qtbot, window, code)
    assert found == [("found", sheet.id)]


def test_fingers_may_take_their_time_over_a_code_as_printed(qtbot, field, heard, sheet, code):
    found, fingers = heard
    fingers.gap = 10 * LONGEST_GAP_S
    type_in(qtbot, field, code)
    assert found == [("found", sheet.id)]


def test_digits_that_fingers_type_stay_what_the_field_takes_them_for(qtbot, field, heard, code):
    found, fingers = heard
    fingers.gap = 10 * LONGEST_GAP_S
    type_in(qtbot, field, code.replace("-", ""))
    assert found == []
    assert field.text() == code.replace("-", "")


def test_a_wrong_digit_is_handed_on_to_be_said(qtbot, field, heard, code):
    found, _fingers = heard
    type_in(qtbot, field, wrong(code))
    assert found == [("refused", wrong(code))]


def test_the_code_of_a_plan_leads_to_the_plan(qtbot, field, heard, sheet, new_plan):
    found, _fingers = heard
    type_in(qtbot, field, printed_number(new_plan.number))
    assert found == [("plan", new_plan.id)]


def test_names_and_short_numbers_are_no_codes(qtbot, field, heard):
    found, _fingers = heard
    for text in ("Ada", "R12", "12", "3 Aug 1978"):
        field.clear()
        type_in(qtbot, field, text)
    assert found == []


# Go to anything


@pytest.fixture
def go_to(ctx, window, field):
    made = GoTo(ctx, lambda: (), window)
    made.open()
    return made


def test_a_typed_code_shows_whose_log_it_is_before_it_opens(qtbot, go_to, ctx, sheet, code):
    went = []
    ctx.news.go.connect(lambda place, subject: went.append((place, subject)))
    qtbot.keyClicks(go_to.search, code)
    qtbot.waitUntil(lambda: go_to.list.rows.rowCount() == 1)
    (target,) = go_to.list.rows.rows
    assert target.words == f"Log {code}"
    assert target.more == "Daniel Whitcombe · 3 Aug 1978"
    qtbot.keyClick(go_to.search, Qt.Key.Key_Return)
    assert went == [("log", sheet.id)]


def test_a_typed_code_of_a_plan_shows_whose_it_is_before_it_opens(qtbot, go_to, ctx, sheet, new_plan):
    went = []
    ctx.news.go.connect(lambda place, subject: went.append((place, subject)))
    go_to.open(printed_number(new_plan.number))
    (target,) = go_to.list.rows.rows
    assert target.words == f"Plan {printed_number(new_plan.number)}"
    assert target.more == "Daniel Whitcombe · 3 Aug 1978"
    qtbot.keyClick(go_to.search, Qt.Key.Key_Return)
    assert went == [("plan", new_plan.id)]


def test_it_goes_when_the_window_goes_somewhere_else(qtbot, go_to, ctx, sheet):
    ctx.go("log", sheet.id)
    assert not go_to.isVisible()


def test_it_goes_when_the_keys_go_somewhere_else(qtbot, go_to, field):
    qtbot.waitUntil(go_to.search.hasFocus)
    field.setFocus()
    assert not go_to.isVisible()


def test_a_wrong_check_digit_is_said_in_place(qtbot, go_to, code):
    qtbot.keyClicks(go_to.search, wrong(code))
    qtbot.waitUntil(lambda: "does not fit" in go_to.nothing.text())
    assert go_to.nothing.isVisible()
    assert go_to.search.text() == wrong(code)


def test_a_code_of_no_log_is_said_in_place(qtbot, go_to):
    go_to.open(printed_number(77_000))
    assert "not in the practice" in go_to.nothing.text()


# The list of a patient


def test_the_logs_of_a_patient_lead_to_where_they_are_typed_in(qtbot, ctx, sheet, patient):
    went = []
    ctx.news.go.connect(lambda place, subject: went.append((place, subject)))
    shown = LogList(ctx)
    qtbot.addWidget(shown)
    assert shown.show_patient(patient.id)
    shown.list.open_current()
    assert (shown.list.rows.rows[0].state, went[-1]) == ("to enter", ("log", sheet.id))
    log = begin_log(sheet, ctx.today(), ctx.new_id)
    keep_log(ctx.store, log, ctx.today())
    shown.show_patient(patient.id)
    shown.list.open_current()
    assert (shown.list.rows.rows[0].state, went[-1]) == ("begun", ("filled-log", log.id))
    shown.told_button.click()
    assert went[-1] == ("told-log", patient.id)
