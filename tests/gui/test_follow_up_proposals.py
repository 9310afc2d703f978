"""At the visit the log proposes the next dose of each exercise, one key takes it, and one key marks a flare."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from painplanner.core import edits
from painplanner.core.daily_log import CellState, FilledLog, LogCell, LogRow, LogRowKind, LogSheet
from painplanner.core.plan import OnDate
from painplanner.core.values import replace
from painplanner.gui.pages.composer.follow_up import FollowUpPanel
from painplanner.gui.pages.composer.follow_up_edits import Answer

TODAY = date(2026, 1, 20)
BEFORE = OnDate(on=date(2026, 1, 6))
FIRST = TODAY - timedelta(days=7)


@pytest.fixture
def given(ctx, session):
    """A plan begun two weeks ago: the bridge was done all week, the slider was too sore twice."""
    library, new_id = ctx.library.value, ctx.new_id
    plan = edits.add_step(session.plan, new_id, title="At home")
    for name in ("exercise.bridge", "exercise.sciatic_slider_sitting"):
        item = edits.new_item(library.entries[name], library, new_id, plan=plan)
        item = replace(item, dose=replace(item.dose, sets=2, reps=10, times_per_day=1, days_per_week=7))
        plan = edits.add_item(plan, item, new_id)
    plan = edits.set_step(plan, plan.steps[0].id, timing=BEFORE)
    ctx.store.save_draft(plan, ())
    session.open(plan)
    came_back(ctx, plan, "ddddddd", "ddsdsdd")
    return session


def came_back(ctx, plan, *days):
    """Keep a log of the plan's exercises: d done, s too sore."""
    rows = tuple(
        LogRow(id=f"r{n}", kind=LogRowKind.EXERCISE, item=item.id) for n, item in enumerate(plan.steps[0].items)
    )
    sheet = ctx.store.new_log_sheet(
        LogSheet(
            id=ctx.new_id("sheet"), number=0, plan=plan.id, patient=plan.patient, printed_on=FIRST, first_day=FIRST,
            days=7, rows=rows,
        )
    )  # fmt: skip
    states = {"d": CellState.DONE, "s": CellState.TOO_SORE}
    cells = tuple(
        LogCell(row=row.id, day=n, state=states[one])
        for row, line in zip(rows, days, strict=True)
        for n, one in enumerate(line)
    )
    log = FilledLog(
        id=ctx.new_id("log"), sheet=sheet.id, plan=plan.id, patient=plan.patient, first_day=FIRST, entered_on=TODAY,
        is_complete=True, cells=cells,
    )  # fmt: skip
    ctx.store.save_log(log, ())


@pytest.fixture
def panel(qtbot, ctx, given):
    made = FollowUpPanel(given, ctx)
    qtbot.addWidget(made)
    made.resize(340, 700)
    made.show()
    yield made
    made.hide()


def press(qtbot, panel, place, key):
    qtbot.keyClick(panel.pool.rows[place], key)


def bridge(session):
    return session.plan.steps[0].items[0]


def test_each_line_says_what_its_log_proposes_with_the_reason_and_the_source(panel):
    first, second = panel.pool.rows[:2]
    assert first.proposed.text() == "2 × 10 → 2 × 12: done on 7 of 7 days, never too sore. [D]"
    assert first.proposed.toolTip().startswith("[D] Product default")
    assert "too sore on 2 of 7 days" in second.proposed.text()
    assert second.proposed.text().endswith("[K]")
    assert first.accept.isVisible()
    assert "A\N{NO-BREAK SPACE}accept" in panel._hint.text()
    assert "2 × 12" in first.accessibleName()


def test_one_key_takes_the_proposal_and_goes_on_to_the_next_line(qtbot, panel, given):
    press(qtbot, panel, 0, Qt.Key.Key_A)
    assert (bridge(given).dose.reps, bridge(given).dosed_on) == (12, TODAY)
    line = panel.pool.rows[0]
    assert line.becomes.text() == "New dose from today"
    assert "× 12" in line.dose.text()
    assert not line.proposed.isVisible()
    assert panel.focusWidget() is panel.pool.rows[1]
    assert "1 changed" in panel._count.text()


def test_the_button_does_the_same_and_undo_takes_it_back(qtbot, panel, given):
    before = given.plan
    qtbot.mouseClick(panel.pool.rows[0].accept, Qt.MouseButton.LeftButton)
    assert bridge(given).dose.reps == 12
    given.undo()
    assert given.plan == before
    assert panel.pool.rows[0].proposed.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_S, Qt.Key.Key_X, Qt.Key.Key_E])
def test_another_answer_takes_the_new_dose_back_first(qtbot, panel, given, key):
    old = bridge(given)
    press(qtbot, panel, 0, Qt.Key.Key_A)
    press(qtbot, panel, 0, key)
    kept = edits.find_item(given.plan, old.id)
    assert (kept.dose, kept.dosed_on) == (old.dose, None)
    assert panel.pool.rows[0].answers[{Qt.Key.Key_S: Answer.SAME, Qt.Key.Key_X: Answer.STOP}.get(key, Answer.EASIER)]


def test_without_a_proposal_the_key_changes_nothing(qtbot, panel, given):
    press(qtbot, panel, 0, Qt.Key.Key_A)
    after = given.plan
    press(qtbot, panel, 0, Qt.Key.Key_A)
    assert given.plan is after


def test_a_log_that_is_entered_meanwhile_speaks_when_the_follow_up_is_seen_again(ctx, panel, given):
    panel.hide()
    came_back(ctx, given.plan, "sssssss", "ddddddd")
    panel.show()
    assert "too sore on 7 of 7 days" in panel.pool.rows[0].proposed.text()


def test_a_key_marks_a_flare_of_the_exercise_and_ends_it_again(qtbot, panel, given):
    press(qtbot, panel, 0, Qt.Key.Key_F)
    (flare,) = given.plan.flares
    assert flare.items == (bridge(given).id,)
    line = panel.pool.rows[0]
    assert line.becomes.text() == "In a flare, at half until 23 Jan 2026"
    assert not line.proposed.isVisible(), "nothing is proposed in a flare"
    press(qtbot, panel, 0, Qt.Key.Key_F)
    assert given.plan.flares == ()
    assert line.proposed.isVisible()
