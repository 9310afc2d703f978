"""At the visit the checkpoint that waits is decided with one key, and one undo takes it back."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from painplanner.core import edits
from painplanner.core.checkpoint import Action, ActionKind, Outcome
from painplanner.core.daily_log import CellState, FilledLog, LogCell, LogRow, LogRowKind, LogSheet
from painplanner.core.dose import ActivityDose, Progression
from painplanner.core.edits.parts import set_checkpoint
from painplanner.core.plan import Flare, Item, Lasts, OnDate, StepStatus
from painplanner.core.values import replace


def words(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def states(session) -> list[StepStatus]:
    return [step.status for step in session.plan.steps]


def test_each_criterion_is_shown_with_its_way_its_outcome_and_its_reason(looked, sit, show):
    sit(20, 21, 22, 23, 24)
    card = show(looked).looks.cards[0]
    assert "ready to decide" in card.name
    said = words(card)
    assert "10 → 22 minutes; target 20: met" in said
    assert "5 of the last 7 days filled" in said
    assert "go on to “Strength”" in said


@pytest.mark.parametrize(
    ("more", "said"),
    [(5, "comes to 30 minutes, so 20 is within reach"), (1, "comes to 14 minutes: 20 is out of reach")],
)
def test_what_the_step_itself_comes_to_is_shown_whether_it_is_enough_or_not(looked, show, more, said):
    growing = ActivityDose(minutes=Decimal(10), progression=Progression(add=Decimal(more), every_days=3))
    sitting = Item(id="sit", source="exercise.graded_sitting", dose=growing)
    first = replace(looked.plan.steps[0], trial_end=Lasts(days=15), items=(sitting,))
    looked.open(replace(looked.plan, steps=(first, *looked.plan.steps[1:])))
    assert said in words(show(looked).looks.cards[0])


def test_enter_takes_what_the_rule_says_and_the_plan_moves(qtbot, looked, sit, show):
    sit(20, 21, 22, 23, 24)
    page = show(looked)
    page.take_focus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert states(looked) == [StepStatus.DONE, StepStatus.ACTIVE]
    decision = looked.plan.decisions[0]
    assert (decision.found, decision.outcome) == (Outcome.MET, Outcome.MET)
    assert not page.looks.cards
    assert "Met; go on to “Strength”" in words(page.looks)


def test_one_undo_takes_a_decision_back(looked, sit, show):
    sit(20, 21, 22, 23, 24)
    before = looked.plan
    page = show(looked)
    page.looks.cards[0].buttons[0].click()
    looked.undo()
    assert looked.plan == before
    assert page.looks.cards[0].view.look.is_ready


def test_the_message_of_a_decision_goes_when_it_was_undone_or_something_else_was_done(ctx, looked, sit, show):
    said, gone = [], []
    ctx.news.said.connect(said.append)
    ctx.news.hushed.connect(gone.append)
    sit(20, 21, 22, 23, 24)
    page = show(looked)
    page.looks.cards[0].buttons[0].click()
    assert (len(said), gone) == (1, [])
    looked.undo()
    assert gone == said
    page.looks.cards[0].buttons[0].click()
    looked.apply("Change title", lambda plan: replace(plan, title="Sciatica, better"))
    assert gone == said
    said[1].on_action()
    assert looked.plan.title == "Sciatica, better", "it never takes back what it does not speak of"


def test_another_decision_asks_for_its_reason_in_place(qtbot, looked, sit, show):
    sit(20, 21, 22, 23, 24)
    card = show(looked).looks.cards[0]
    other = next(one for one in card.buttons if "Recheck" in one.text())
    other.click()
    assert states(looked) == [StepStatus.ACTIVE, StepStatus.PLANNED]
    line = card.override.reason_line
    assert QApplication.focusWidget() is line
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert "reason" in card.override.reason.sentence
    assert QApplication.focusWidget() is line
    assert not looked.plan.decisions
    qtbot.keyClicks(line, "Flare last week")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    decision = looked.plan.decisions[0]
    assert (decision.found, decision.outcome) == (Outcome.MET, Outcome.PARTLY)
    assert decision.action.kind is ActionKind.RECHECK
    assert decision.reason == "Flare last week"


def test_what_stands_beside_a_result_may_decide_it_and_is_its_reason_then(qtbot, looked, sit, show, ctx):
    sit(20, 21, 22, 23, 24)
    assert show(looked).looks.cards[0].by_this.isHidden(), "nothing stands beside it"
    days = [ctx.today() + timedelta(days=n) for n in (-2, 2)]
    flare = Flare(id="flare-a", on=days[0], back_on=days[1], note="Long drive")
    looked.apply("Flare", lambda plan: replace(plan, flares=(flare,)))
    card = show(looked).looks.cards[0]
    card.by_this.click()
    box = card.override
    assert box.reason_line.text() == card.view.beside[0]
    assert "Long drive" in box.reason_line.text()
    assert QApplication.focusWidget() is box.action.kind
    box.action.kind.setCurrentIndex(box.action.kind.findData(ActionKind.RECHECK.value))
    qtbot.keyClick(box.reason_line, Qt.Key.Key_Return)
    assert looked.plan.decisions[0].reason == card.view.beside[0]


def test_too_little_data_is_not_read_as_a_bad_result_and_going_on_needs_no_reason(looked, sit, show):
    sit(20, 21)
    card = show(looked).looks.cards[0]
    assert "2 of the last 7 days are filled" in words(card)
    assert "not met" not in card.view.parts[0].outcome
    card.buttons[0].click()
    assert looked.plan.decisions[0].found is None
    assert looked.plan.decisions[0].action.kind is ActionKind.RECHECK


def test_moving_on_from_too_little_data_asks_for_a_reason(looked, sit, show):
    sit(20, 21)
    card = show(looked).looks.cards[0]
    next(one for one in card.buttons if "step 2" in one.text()).click()
    assert not looked.plan.decisions
    assert card.override is not None
    assert not card.override.isHidden()


def test_anything_of_the_list_can_be_decided(qtbot, looked, sit, show):
    sit(20, 21, 22, 23, 24)
    card = show(looked).looks.cards[0]
    card.buttons[-1].click()
    box = card.override
    box.action.kind.setCurrentIndex(box.action.kind.findData(ActionKind.STOP_TRIAL.value))
    qtbot.keyClicks(box.reason_line, "Wants a pause")
    qtbot.keyClick(box.reason_line, Qt.Key.Key_Return)
    assert states(looked)[0] is StepStatus.STOPPED


def test_escape_leaves_another_decision_as_it_was(qtbot, looked, sit, show):
    sit(20, 21, 22, 23, 24)
    card = show(looked).looks.cards[0]
    card.buttons[-1].click()
    qtbot.keyClick(card.override.reason_line, Qt.Key.Key_Escape)
    assert card.override.isHidden()
    assert QApplication.focusWidget() is card.buttons[0]


def test_a_checkpoint_whose_day_is_still_to_come_can_be_decided_early(looked, sit, show, ctx):
    sit(20, 21, 22, 23, 24)
    later = OnDate(on=ctx.today() + timedelta(days=5))
    looked.apply("Later", lambda plan: set_checkpoint(plan, "check-a", when=later))
    card = show(looked).looks.cards[0]
    assert card.choices.isHidden()
    card.early.click()
    card.buttons[0].click()
    assert states(looked) == [StepStatus.DONE, StepStatus.ACTIVE]


def test_the_checkpoint_stands_beside_the_charts_or_above_them(qtbot, looked, sit, show):
    sit(20, 21, 22, 23, 24)
    page = show(looked, width=1300)
    assert page.looks.x() > page.cards.x()
    page.resize(900, 700)
    qtbot.waitUntil(lambda: page.looks.x() == page.cards.x() and page.looks.y() < page.cards.y())


@pytest.fixture
def growing(ctx, looked, sit):
    """The bridge was done on every day of the last week, and the rule of the checkpoint is to progress."""
    library, new_id = ctx.library.value, ctx.new_id
    item = edits.new_item(library.entries["exercise.bridge"], library, new_id, plan=looked.plan)
    item = replace(item, dose=replace(item.dose, sets=2, reps=10, times_per_day=1, days_per_week=7))
    check = replace(looked.plan.checkpoints[0], on_met=Action(kind=ActionKind.PROGRESS))
    steps = (replace(looked.plan.steps[0], items=(item,)), looked.plan.steps[1])
    plan = replace(looked.plan, steps=steps, checkpoints=(check,))
    ctx.store.save_draft(plan, ())
    looked.open(plan)
    first = ctx.today() - timedelta(days=7)
    row = LogRow(id="r1", kind=LogRowKind.EXERCISE, item=item.id)
    sheet = ctx.store.new_log_sheet(
        LogSheet(
            id=ctx.new_id("sheet"), number=0, plan=plan.id, patient=plan.patient, printed_on=first, first_day=first,
            days=7, rows=(row,),
        )
    )  # fmt: skip
    cells = tuple(LogCell(row="r1", day=day, state=CellState.DONE) for day in range(7))
    filled = FilledLog(
        id=ctx.new_id("log"), sheet=sheet.id, plan=plan.id, patient=plan.patient, first_day=first,
        entered_on=ctx.today(), cells=cells, is_complete=True,
    )  # fmt: skip
    ctx.store.save_log(filled, ())
    sit(20, 21, 22, 23, 24)
    return looked


def test_progressing_takes_the_doses_that_are_ticked_in_the_same_step(growing, show):
    before = growing.plan
    card = show(growing).looks.cards[0]
    assert "done on 7 of 7 days" in words(card)
    assert len(card.doses) == 1
    card.buttons[0].click()
    assert growing.plan.steps[0].items[0].dose != before.steps[0].items[0].dose
    growing.undo()
    assert growing.plan == before


def test_a_dose_that_is_not_ticked_stays(growing, show):
    card = show(growing).looks.cards[0]
    card.doses[0][0].setChecked(False)
    card.buttons[0].click()
    assert growing.plan.decisions
    assert growing.plan.steps[0].items[0].dose.reps == 10
    assert growing.plan.steps[0].items[0].dose.sets == 2


def test_what_is_not_met_before_its_day_is_not_met_yet(looked, sit, show, ctx):
    sit(8, 8, 8, 8, 8)
    later = OnDate(on=ctx.today() + timedelta(days=5))
    looked.apply("Later", lambda plan: set_checkpoint(plan, "check-a", when=later))
    assert show(looked).looks.cards[0].view.parts[0].outcome == "not yet"


@pytest.fixture
def taken(ctx, looked):
    """The only step that is open holds gabapentin, begun with it, and its checkpoint stops the trial."""
    library = ctx.library.value
    pill = edits.new_item(library.entries["medicine.gabapentin"], library, ctx.new_id, plan=looked.plan)
    first, second = looked.plan.steps
    stop = Action(kind=ActionKind.STOP_TRIAL)
    plan = replace(looked.plan, steps=(replace(first, items=(pill,)), second))
    looked.open(set_checkpoint(plan, "check-a", on_met=stop))
    return looked


def test_a_trial_that_stops_over_gabapentin_asks_in_place_how_it_is_taken_down(qtbot, taken, sit, show):
    sit(20, 21, 22, 23, 24)
    before = taken.plan
    card = show(taken).looks.cards[0]
    card.buttons[0].click()
    assert taken.plan == before
    asked = card.taking_down
    assert "Gabapentin" in words(asked)
    assert QApplication.focusWidget() is asked.how
    qtbot.keyClick(asked.how, Qt.Key.Key_Return)
    assert "Write a line" in asked.field.sentence
    qtbot.keyClicks(asked.how, "As written for the pharmacy")
    qtbot.keyClick(asked.how, Qt.Key.Key_Return)
    assert states(taken)[0] is StepStatus.STOPPED
    assert taken.plan.steps[0].items[0].stop_plan == "As written for the pharmacy"
    taken.undo()
    assert taken.plan == before


def test_leaving_the_question_of_taking_down_decides_nothing(qtbot, taken, sit, show):
    sit(20, 21, 22, 23, 24)
    before = taken.plan
    card = show(taken).looks.cards[0]
    card.buttons[0].click()
    qtbot.keyClick(card.taking_down.how, Qt.Key.Key_Escape)
    assert taken.plan == before
    assert card.taking_down.isHidden()
    assert QApplication.focusWidget() is card.buttons[0]


def test_a_question_that_opens_in_a_low_window_is_scrolled_to(qtbot, taken, sit, show):
    sit(20, 21, 22, 23, 24)
    page = show(taken, width=900)
    page.resize(900, 420)
    card = page.looks.cards[0]
    card.buttons[0].click()
    asked = card.taking_down
    qtbot.waitUntil(lambda: not asked.go_on.visibleRegion().isEmpty())
    card.buttons[-1].click()
    qtbot.waitUntil(lambda: not card.override.reason_line.visibleRegion().isEmpty())
