"""Progress reports are offered beside the other papers, and wait for a number to report."""

from __future__ import annotations

from decimal import Decimal

import pytest

from painplanner.core.measure import Reading

KINDS = ("handout", "progress-report", "team-report")


@pytest.fixture
def panel(panel):
    panel.choices.papers.set_keys(KINDS)
    return panel


def test_before_anything_was_measured_no_report_goes_along_and_the_panel_says_why(panel, session):
    panel.choices.show_emptiness(session.plan)
    assert panel.choices.kinds(session.plan) == ("handout",)
    assert panel.choices._empty.text() == "A progress report prints once something was measured."


def test_with_a_number_both_reports_go_along(panel, session, ctx):
    ctx.store.save_reading(
        Reading(id="r", patient=session.plan.patient, measure="measure.nrs", on=ctx.today(), value=Decimal(4))
    )
    panel.choices.show_emptiness(session.plan)
    assert panel.choices.kinds(session.plan) == KINDS
    assert "measured" not in panel.choices._empty.text()
