"""The list of patients says at its right what must not be overlooked: an open red flag, a trial without a decision."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from painplanner.core.due import DueItem
from painplanner.core.patient import Patient, RedFlagAnswer, RedFlags
from painplanner.core.plan import Plan
from painplanner.core.values import Answer, replace
from painplanner.gui.models.keyed_list import RIGHT_ROLE
from painplanner.gui.pages.patients import PatientsPage


@pytest.fixture
def page(qtbot, ctx):
    made = PatientsPage(ctx)
    qtbot.addWidget(made)
    return made


def trial(plan: Plan, on: date) -> DueItem:
    return DueItem(kind="trial-end", patient=plan.patient, plan=plan.id, on=on, subject="step-1")


def right(page: PatientsPage, patient: Patient) -> str:
    """Return what stands at the right of the line of a patient."""
    page.find(patient.record_number)
    return page.list.rows.index(page.list.rows.row_of(patient.id)).data(RIGHT_ROLE)


def test_a_trial_past_its_end_without_a_decision_shows_beside_the_name(ctx, page, patient, new_plan):
    assert right(page, patient) == f"No. {patient.record_number}"
    ctx.store.save_draft(new_plan, (trial(new_plan, ctx.today()),))
    assert right(page, patient) == f"No. {patient.record_number}", "it may be decided all day"
    ctx.store.save_draft(new_plan, (trial(new_plan, ctx.today() - timedelta(days=1)),))
    assert right(page, patient) == "Overdue trial"
    flags = RedFlags(answers=(RedFlagAnswer(flag="red-flag.fever", answer=Answer.YES),), asked_on=ctx.today())
    ctx.store.save_patient(replace(patient, red_flags=flags))
    assert right(page, patient) == "Red flag open", "which comes first"
    ctx.store.save_patient(patient)
    ctx.store.save_draft(new_plan, ())
    assert right(page, patient) == f"No. {patient.record_number}"
