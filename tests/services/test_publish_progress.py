"""A progress report tells of what the store holds: readings, logs that came back, and the visit before."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from services.test_logs import clinic, walking_plan
from store.practices import TODAY, folder, made, opened, store

from painplanner.core.measure import Measure, Reading
from painplanner.core.plan import Plan
from painplanner.core.values import LangText, replace
from painplanner.documents.blocks import Charts
from painplanner.services import gathering, publish
from painplanner.services.plans import save_draft
from painplanner.store import Store

__all__ = ["clinic", "folder", "made", "opened", "store"]
ODI = Measure(
    id="measure.odi", name=(LangText(lang="en", text="Back questions"),), unit=(LangText(lang="en", text="percent"),)
)
PATIENTS, TEAM = "progress-report", "team-report"


@pytest.fixture
def plan(clinic: Store) -> Plan:
    made: Plan = replace(walking_plan(), id="plan-progress", number=1998)
    save_draft(clinic, made, TODAY)
    return made


def measured(clinic: Store, plan: Plan, measure: str = "measure.odi") -> None:
    clinic.save_own_measure(ODI)
    for days, value in ((14, 46), (0, 34)):
        clinic.save_reading(
            Reading(
                id=f"{measure}-{days}",
                patient=plan.patient,
                measure=measure,
                on=TODAY - timedelta(days=days),
                value=Decimal(value),
            )
        )


@pytest.mark.parametrize("kind", [PATIENTS, TEAM])
def test_there_is_nothing_to_report_before_anything_was_measured(clinic: Store, plan: Plan, kind: str) -> None:
    assert publish.is_empty(kind, gathering.gather(clinic, plan, TODAY))
    measured(clinic, plan)
    assert not publish.is_empty(kind, gathering.gather(clinic, plan, TODAY))


def test_what_the_plan_did_not_ask_for_is_shown_too(clinic: Store, plan: Plan) -> None:
    measured(clinic, plan)
    document = publish.make_document(gathering.gather(clinic, plan, TODAY), TEAM)
    charts = next(block for block in document.blocks if isinstance(block, Charts))
    assert [one.title for one in charts.charts] == ["Back questions, percent"]


def test_colleagues_read_the_language_of_the_practice(clinic: Store, plan: Plan) -> None:
    measured(clinic, plan)
    request = gathering.gather(clinic, plan, TODAY, language="es", is_draft=True)
    patients, team = publish.make_papers(request, (PATIENTS, TEAM))
    assert (patients.language, patients.title) == ("es", "Cómo le va")
    assert (team.language, team.title) == ("en", "Progress report")
