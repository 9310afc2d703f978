"""A plan whose checkpoint is ready today, with the readings that meet it, on a Progress page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

import pytest
from gui.conftest import TODAY

from painplanner.core.checkpoint import Action, ActionKind, Checkpoint
from painplanner.core.measure import Criterion, Reading, Target
from painplanner.core.plan import Lasts, OnDate, Step, StepStatus
from painplanner.core.values import replace
from painplanner.gui.pages.progress import ProgressPage
from painplanner.gui.patient_session import PatientSession

BEGAN = TODAY - timedelta(days=14)


@pytest.fixture
def patients(ctx, patient) -> Iterator[PatientSession]:
    made = PatientSession(ctx)
    made.open(patient)
    yield made
    made.close()


@pytest.fixture
def looked(ctx, session):
    """Step 1 asks for 20 minutes of sitting by today; step 2 waits."""
    measure = ctx.library.measures["measure.sitting_minutes"]
    criterion = Criterion(
        measure=measure.id, name=measure.name, unit=measure.unit, better=measure.better, baseline=Decimal(10),
        baseline_on=BEGAN, target=Target(amount=Decimal(20)),
    )  # fmt: skip
    first = Step(
        id="step-a", title="Sit", timing=OnDate(on=BEGAN), started_on=BEGAN, trial_end=Lasts(days=14),
        status=StepStatus.ACTIVE,
    )  # fmt: skip
    check = Checkpoint(
        id="check-a", steps=("step-a",), when=OnDate(on=TODAY), criteria=(criterion,),
        on_met=Action(kind=ActionKind.NEXT_STEP, target="step-b"),
        on_partly=Action(kind=ActionKind.RECHECK, days=7),
    )  # fmt: skip
    plan = replace(session.plan, start=BEGAN, steps=(first, Step(id="step-b", title="Strength")), checkpoints=(check,))
    session.open(plan)
    return session


@pytest.fixture
def sit(ctx, patient):
    """Write a week of minutes of sitting up to today."""

    def write(*minutes: int) -> None:
        for back, value in enumerate(reversed(minutes)):
            ctx.store.save_reading(
                Reading(
                    id=ctx.new_id("reading"), patient=patient.id, measure="measure.sitting_minutes",
                    on=TODAY - timedelta(days=back), value=Decimal(value),
                )
            )  # fmt: skip
        ctx.news.readings_changed.emit(patient.id)

    return write


@pytest.fixture
def show(qtbot, ctx, patients):
    """Show the page of a session, as wide as asked."""

    def shown(session, width: int = 1300) -> ProgressPage:
        page = ProgressPage(ctx, patients, session)
        qtbot.addWidget(page)
        page.resize(width, 800)
        with qtbot.waitExposed(page):
            page.show()
        return page

    return shown
