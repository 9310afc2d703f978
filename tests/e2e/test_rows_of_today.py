"""Every row of Today opens exactly the place it is about, with the keys there."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from e2e.conftest import TODAY
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from painplanner.core.edits.closing import close_plan
from painplanner.core.measure import Criterion, Reading, Target
from painplanner.core.plan import Checkpoint, Closing, OnDate, Plan, Step, StepStatus
from painplanner.core.values import replace
from painplanner.gui.workspace import Workspace
from painplanner.services.logs import give_sheet
from painplanner.services.plans import save_draft

SITTING = "measure.sitting"


@pytest.fixture
def today(workspace: Workspace) -> Workspace:
    """The window on the day of the plan, in front of Today."""
    workspace.ctx.today = lambda: TODAY
    workspace.go("today")
    return workspace


def press_row(qtbot, workspace: Workspace, what: str) -> None:
    """Go to the first row of a kind with the arrows, and act with Enter."""
    workspace.go("today")
    page = workspace.pages.page("today")
    page.span.choose("all")  # type: ignore[attr-defined]
    page.search.setFocus()  # type: ignore[attr-defined]
    rows = [line.words[0] for line in page._lines if line.is_shown]  # type: ignore[attr-defined]
    for _press in range(rows.index(what) + 1):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def holds_the_keys(widget: QWidget) -> bool:
    return widget.isAncestorOf(QApplication.focusWidget()) or widget.hasFocus()


def looked_at(plan: Plan) -> Plan:
    """Return the plan with two checkpoints whose day has come; the second one is about the second step."""
    steps = tuple(
        Step(id=f"step-{n}", title=f"Step {n}", timing=OnDate(on=TODAY), status=StepStatus.ACTIVE) for n in range(2)
    )
    asked = Criterion(measure=SITTING, baseline=Decimal(10), target=Target(amount=Decimal(20)))
    checks = tuple(
        Checkpoint(id=f"check-{n}", steps=(f"step-{n}",), when=OnDate(on=TODAY - timedelta(days=n)), criteria=(asked,))
        for n in range(2)
    )
    return replace(plan, steps=steps, checkpoints=checks)


def test_a_draft_opens_its_plan(qtbot, today: Workspace) -> None:
    save_draft(today.ctx.store, today.ctx.store.load_plan("plan"), TODAY)
    press_row(qtbot, today, "Draft")
    assert today.patient_page.tabs.key() == "plan"
    assert today.plan_tab.session.plan.id == "plan"


def test_a_closed_plan_opens_the_print_panel_with_its_hand_over(qtbot, today: Workspace) -> None:
    later = TODAY + timedelta(days=3650)  # every paper of this practice was printed before
    save_draft(today.ctx.store, close_plan(today.ctx.store.load_plan("plan"), Closing(on=later)), TODAY)
    press_row(qtbot, today, "Hand-over to print")
    assert today.patient_page.tabs.key() == "plan"
    panel = today.plan_tab.composer.side.made()["print"]
    assert panel.isVisible()
    assert panel.choices.papers.keys() == ("handover",)  # type: ignore[attr-defined]


def test_a_checkpoint_opens_its_decision_and_no_other_one(qtbot, today: Workspace) -> None:
    plan = looked_at(today.ctx.store.load_plan("plan"))
    save_draft(today.ctx.store, plan, TODAY)
    today.ctx.go("decide", "plan check-1")
    assert today.patient_page.tabs.key() == "progress"
    cards = today.patient_page.pages.page("progress").looks.cards  # type: ignore[attr-defined]
    (mine,) = (card for card in cards if card.view.look.checkpoint.id == "check-1")
    assert holds_the_keys(mine)
    today.ctx.go("decide", "plan step-0")
    (mine,) = (card for card in cards if card.view.look.checkpoint.id == "check-0")
    assert holds_the_keys(mine), "the end of a trial is decided at the checkpoint of its step"


def test_the_end_of_a_trial_without_a_checkpoint_opens_its_step(today: Workspace) -> None:
    plan = replace(looked_at(today.ctx.store.load_plan("plan")), checkpoints=())
    save_draft(today.ctx.store, plan, TODAY)
    today.ctx.go("decide", "plan step-1")
    assert today.patient_page.tabs.key() == "plan"
    assert today.plan_tab.session.selection == ("step-1",)


def test_an_answer_for_today_opens_where_it_is_marked_as_done(qtbot, today: Workspace) -> None:
    reading = Reading(id="r-1", patient="daniel", measure="measure.phq9", on=TODAY, value=Decimal(9), alert=2)
    today.ctx.store.save_reading(reading)
    press_row(qtbot, today, "Same day")
    assert today.patient_page.tabs.key() == "progress"
    alerts = today.patient_page.pages.page("progress").alerts  # type: ignore[attr-defined]
    assert alerts.bars[0].button.hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    today.go("today")
    assert "same-day" not in {row.kind for row in today.ctx.store.due(TODAY)}


def test_a_handout_to_print_opens_the_print_panel(qtbot, today: Workspace) -> None:
    store = today.ctx.store
    plan = replace(store.load_plan("plan"), title="Sciatica, calmer")
    store.add_revision(plan, state="final", reason="visit", due=())
    press_row(qtbot, today, "Handout to print")
    assert today.patient_page.tabs.key() == "plan"
    assert today.plan_tab.composer.side.made()["print"].isVisible()


def test_a_log_to_enter_opens_where_it_is_typed_in(qtbot, today: Workspace) -> None:
    store = today.ctx.store
    sheet = give_sheet(store, store.load_plan("plan"), TODAY - timedelta(days=14), today.ctx.new_id)
    press_row(qtbot, today, "Log to enter")
    page = today.patient_page.pages.page("log")
    assert page.isVisible()
    assert page._sheet == sheet  # type: ignore[attr-defined]
    assert holds_the_keys(page)


def test_a_plan_that_is_gone_is_said_and_today_stays(today: Workspace) -> None:
    today.ctx.go("decide", "plan-that-is-gone step-1")
    assert today.place == "today"
    assert "not in the practice" in today.messages.text
