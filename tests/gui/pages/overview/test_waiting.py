"""The overview of a patient says which trial is over and which checkpoint is ready, and leads to the decision."""

from datetime import timedelta

import pytest
from gui.conftest import TODAY

from painplanner.core.checkpoint import Checkpoint
from painplanner.core.edits.deciding import decide
from painplanner.core.plan import Action, ActionKind, Decision, Lasts, OnDate, Step, StepStatus
from painplanner.core.values import replace
from painplanner.gui.pages.overview import OverviewPage
from painplanner.gui.patient_session import PatientSession

BEGAN = TODAY - timedelta(days=14)


@pytest.fixture
def page(qtbot, ctx, patient):
    """The overview of the patient, shown."""
    session = PatientSession(ctx)
    session.open(patient)
    made = OverviewPage(ctx, session)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    session.close()


@pytest.fixture
def late(session):
    """A trial that ended yesterday, with a checkpoint today."""
    step = Step(
        id="step-a", title="Sit", timing=OnDate(on=BEGAN), started_on=BEGAN, trial_end=Lasts(days=14),
        status=StepStatus.ACTIVE,
    )  # fmt: skip
    check = Checkpoint(id="check-a", steps=("step-a",), when=OnDate(on=TODAY))
    plan = replace(session.plan, start=BEGAN, steps=(step,), checkpoints=(check,))
    session.apply("Begin", lambda _plan: plan)
    session.save()
    return session


def said(page):
    return [notice.text for notice in page.plans.waiting.notices]


def test_a_trial_past_its_end_and_a_ready_checkpoint_stand_under_the_plans(ctx, late, page):
    trial, check = said(page)
    assert "“Sit” ended on" in trial
    assert "ready to decide" in check
    asked = []
    ctx.news.go.connect(lambda place, subject: asked.append((place, subject)))
    page.plans.waiting.notices[0].button.click()
    assert asked == [("decide", f"{late.plan.id} step-a")]


def test_nothing_waits_once_it_was_decided(ctx, late, page):
    stop = Action(kind=ActionKind.STOP_TRIAL)
    made = Decision(id="d", checkpoint="check-a", on=TODAY, action=stop, reason="No use")
    late.apply("Decide", lambda plan: decide(plan, made, TODAY, ctx.new_id))
    late.save()
    page.hide()
    page.show()
    assert said(page) == []
    assert page.plans.waiting.isHidden()
