"""Steps and items are chosen, moved, removed and carried to another patient by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent

from painplanner.core.findings import Severity
from painplanner.core.plan import Plan
from painplanner.gui.pages.composer.row_model import ENTRIES_MIME
from painplanner.gui.pages.composer.rows import CheckRow, FindingRow, ItemRow, StepRow

ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def sequence(page, add):
    add("bri", "bird", "calf")
    page.middle.sequence.setFocus()
    return page.middle.sequence


def press(qtbot, sequence, key, held=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(sequence, key, held)


def wait_for_review(qtbot, session):
    """Wait until all is reviewed, which on a busy computer may have been before this was asked."""
    qtbot.waitUntil(lambda: not session._review.isActive())


def test_the_arrows_choose_and_the_session_follows(qtbot, sequence, session):
    items = session.plan.steps[0].items
    assert session.selection == (items[2].id,)
    press(qtbot, sequence, Qt.Key.Key_Up)
    assert session.selection == (items[1].id,)
    press(qtbot, sequence, Qt.Key.Key_Up, SHIFT)
    assert session.selection == (items[0].id, items[1].id)


def test_alt_and_an_arrow_move_an_exercise_which_stays_selected(qtbot, sequence, session, names):
    press(qtbot, sequence, Qt.Key.Key_Up, ALT)
    assert names() == [["Bridge", "Calf raise", "Bird dog"]]
    assert session.selection == (session.plan.steps[0].items[1].id,)
    session.undo()
    assert names() == [["Bridge", "Bird dog", "Calf raise"]]


def test_an_exercise_moves_on_into_the_next_step(qtbot, page, add, sequence, session, names):
    add("clam", held=CONTROL)
    session.select(session.plan.steps[0].items[2].id)
    press(qtbot, sequence, Qt.Key.Key_Down, ALT)
    assert names() == [["Bridge", "Bird dog"], ["Calf raise", "Clamshell"]]


def test_a_whole_step_moves(qtbot, page, add, sequence, session, names):
    add("clam", held=CONTROL)
    session.select(session.plan.steps[1].id)
    press(qtbot, sequence, Qt.Key.Key_Up, ALT)
    assert names() == [["Clamshell"], ["Bridge", "Bird dog", "Calf raise"]]


def test_delete_removes_everything_selected_and_chooses_a_neighbour(qtbot, sequence, session, names):
    items = session.plan.steps[0].items
    session.select(items[0].id, items[1].id)
    press(qtbot, sequence, Qt.Key.Key_Delete)
    assert names() == [["Calf raise"]]
    assert session.selection == (items[2].id,)
    session.undo()
    assert names() == [["Bridge", "Bird dog", "Calf raise"]]


def test_parts_are_pasted_into_another_plan_with_new_ids(qtbot, page, sequence, session, ctx, names):
    old = session.plan
    session.select(old.steps[0].id)
    press(qtbot, sequence, Qt.Key.Key_C, CONTROL)
    session.open(Plan(id=ctx.new_id("plan"), patient=old.patient, start=old.start))
    page.do_paste()
    assert names() == [["Bridge", "Bird dog", "Calf raise"]]
    assert session.plan.steps[0].id != old.steps[0].id
    assert session.selection == (session.plan.steps[0].id,)


def test_cutting_takes_away_what_pasting_brings_back(qtbot, page, sequence, session, names):
    session.select(session.plan.steps[0].items[0].id)
    press(qtbot, sequence, Qt.Key.Key_X, CONTROL)
    assert names() == [["Bird dog", "Calf raise"]]
    session.select(session.plan.steps[0].items[1].id)
    press(qtbot, sequence, Qt.Key.Key_V, CONTROL)
    assert names() == [["Bird dog", "Calf raise", "Bridge"]]


def test_letters_typed_into_the_sequence_go_to_the_search(qtbot, page, sequence):
    press(qtbot, sequence, Qt.Key.Key_W)
    assert page.picker.search.text() == "w"
    assert page.picker.search.hasFocus()


def test_f2_puts_the_keys_into_the_details(qtbot, page, sequence):
    press(qtbot, sequence, Qt.Key.Key_F2)
    assert page.side.currentWidget().isAncestorOf(page.window().focusWidget())


def test_a_finding_stands_in_the_card_and_enter_mends_it(qtbot, page, sequence, session):
    wait_for_review(qtbot, session)
    rows = sequence.rows.rows
    place = next(n for n, row in enumerate(rows) if isinstance(row, FindingRow) and row.remedy and row.step)
    finding = rows[place].finding
    sequence.setCurrentIndex(sequence.rows.index(place))
    before = session.plan
    press(qtbot, sequence, Qt.Key.Key_Return)
    assert session.plan != before
    assert finding not in session.findings
    session.undo()
    assert session.plan == before


def test_a_click_on_the_link_mends_too(qtbot, page, sequence, session):
    wait_for_review(qtbot, session)
    rows = sequence.rows.rows
    place = next(n for n, row in enumerate(rows) if isinstance(row, FindingRow) and row.remedy and row.step)
    box = sequence.visualRect(sequence.rows.index(place))
    point = next(
        QPointF(x, box.center().y()).toPoint()
        for x in range(box.left(), box.right(), 3)
        if sequence.cards.is_remedy(rows[place], box.toRectF(), QPointF(x, box.center().y()))
    )
    before = session.plan
    qtbot.mouseClick(sequence.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert session.plan != before


def test_an_entry_dropped_on_the_sequence_is_added_where_it_falls(page, sequence, session, names):
    row = sequence.rows.place(session.plan.steps[0].items[1].id)
    box = sequence.visualRect(sequence.rows.index(row))
    data = QMimeData()
    data.setData(ENTRIES_MIME, b"exercise.clamshell")
    drop = QDropEvent(
        QPointF(box.center().x(), box.top() + 2),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    sequence.dropEvent(drop)
    assert names() == [["Bridge", "Clamshell", "Bird dog", "Calf raise"]]


def test_parts_dropped_on_the_sequence_move_there(page, sequence, session, names):
    first, _second, third = session.plan.steps[0].items
    index = sequence.rows.index(sequence.rows.place(first.id))
    box = sequence.visualRect(sequence.rows.index(sequence.rows.place(third.id)))
    data = sequence.rows.mimeData([index])
    drop = QDropEvent(
        QPointF(box.center().x(), box.bottom() - 8),
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    sequence.dropEvent(drop)
    assert names() == [["Bird dog", "Calf raise", "Bridge"]]


def test_a_checkpoint_stands_behind_the_step_it_decides_about(page, add, session):
    add("bri")
    add("bird", held=CONTROL)
    session.select(session.plan.steps[0].id)
    page.do_add_checkpoint()
    kinds = [type(r) for r in page.middle.sequence.rows.rows if isinstance(r, StepRow | ItemRow | CheckRow)]
    assert kinds == [StepRow, ItemRow, CheckRow, StepRow, ItemRow]
    assert session.selection == (session.plan.checkpoints[0].id,)


def test_the_keys_lead_from_finding_to_finding(qtbot, page, sequence, session):
    wait_for_review(qtbot, session)
    page.do_next_finding()
    first = sequence.rows.at(sequence.currentIndex())
    page.do_next_finding()
    second = sequence.rows.at(sequence.currentIndex())
    assert isinstance(first, FindingRow)
    assert isinstance(second, FindingRow)
    assert first != second


def test_the_foot_counts_what_the_review_sees(qtbot, page, sequence, session):
    wait_for_review(qtbot, session)
    others = [f for f in session.findings if f.severity is not Severity.STOP]
    assert page.foot.consider.text() == f"{len(others)} to consider"
    assert "min a day" in page.foot.minutes.text()
    assert page.foot.things.text() == "· 3 things to do"


def test_the_arrows_pass_every_part_and_no_heading(qtbot, page, sciatica):
    sequence = page.middle.sequence
    sequence.setFocus()
    press(qtbot, sequence, Qt.Key.Key_Home)
    places = [sequence.currentIndex().row()]
    for _ in sequence.rows.rows:
        press(qtbot, sequence, Qt.Key.Key_Down)
        places.append(sequence.currentIndex().row())
    choosable = [n for n, row in enumerate(sequence.rows.rows) if sequence.rows.flags(sequence.rows.index(n))]
    assert sorted(set(places)) == choosable
    assert all(sequence.rows.rows[n].spoken for n in choosable)


def test_a_selected_step_is_brought_into_sight_with_its_card(page, sciatica):
    sequence = page.middle.sequence
    last = sciatica.plan.steps[-1]
    sciatica.select(last.id)
    head, item = (sequence.rows.index(sequence.rows.place(one)) for one in (last.id, last.items[-1].id))
    seen = sequence.viewport().rect()
    assert seen.contains(sequence.visualRect(head))
    assert seen.intersects(sequence.visualRect(item))
