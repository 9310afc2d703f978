"""The results of a practice follow its closed plans: closed, opened again, given up, by template."""

from __future__ import annotations

import pytest
from sqlalchemy.dialects import sqlite
from store.practices import ADA, TODAY, due_of, finalise, plan_for

from painplanner.core.edits.closing import close_plan, reopen_plan
from painplanner.core.outcomes import Tally
from painplanner.core.plan import Closing, Goal, GoalEnd, Plan
from painplanner.core.values import replace
from painplanner.store import Store
from painplanner.store.results import _summed

GOALS = (Goal(id="a", text="Sit"), Goal(id="b", text="Sleep"), Goal(id="c", text="Work"))


@pytest.fixture
def clinic(store: Store) -> Store:
    store.save_patient(ADA)
    return store


def closed(n: int, template: str, *ends: GoalEnd) -> Plan:
    plan = replace(plan_for(ADA, name=f"plan-{n}", number=1000 + n), template=template, goals=GOALS)
    goals = tuple(zip("abc", ends, strict=False))
    return close_plan(plan, Closing(on=TODAY, goals=goals))


def test_closed_plans_are_summed_up_by_template_those_with_most_plans_first(clinic: Store) -> None:
    finalise(clinic, closed(1, "template.neck", GoalEnd.REACHED))
    finalise(clinic, closed(2, "template.sciatica", GoalEnd.REACHED, GoalEnd.PARTLY, GoalEnd.NOT_REACHED))
    finalise(clinic, closed(3, "template.sciatica", GoalEnd.REACHED, GoalEnd.NO_LONGER_WANTED))
    finalise(clinic, closed(4, ""))
    assert clinic.results() == (
        Tally(
            template="template.sciatica", plans=2, judged=2, reached=2, partly=1, not_reached=1, no_longer_wanted=1,
            unknown=1,
        ),
        Tally(plans=1, unknown=3),
        Tally(template="template.neck", plans=1, judged=1, reached=1, unknown=2),
    )  # fmt: skip


def test_a_plan_that_is_opened_again_is_taken_out(clinic: Store) -> None:
    plan = closed(1, "template.neck", GoalEnd.REACHED)
    finalise(clinic, plan)
    again = reopen_plan(plan)
    clinic.save_draft(again, due_of(again, is_draft=True))
    assert clinic.results() == ()
    clinic.discard_draft(plan.id)
    assert [tally.reached for tally in clinic.results()] == [1]


def test_a_plan_that_is_closed_anew_counts_once(clinic: Store) -> None:
    finalise(clinic, closed(1, "template.neck", GoalEnd.NOT_REACHED))
    finalise(clinic, closed(1, "template.neck", GoalEnd.REACHED, GoalEnd.REACHED))
    (tally,) = clinic.results()
    assert (tally.plans, tally.reached, tally.not_reached, tally.unknown) == (1, 2, 0, 1)


def test_a_closed_plan_that_was_never_kept_leaves_with_its_draft(clinic: Store) -> None:
    plan = closed(1, "", GoalEnd.REACHED)
    clinic.save_draft(plan, due_of(plan, is_draft=True))
    assert len(clinic.results()) == 1
    clinic.discard_draft(plan.id)
    assert clinic.results() == ()


def test_a_practice_without_closed_plans_has_no_results(clinic: Store) -> None:
    finalise(clinic, plan_for(ADA))
    assert clinic.results() == ()


def test_the_results_are_read_from_one_index_in_its_order(clinic: Store) -> None:
    sql = str(_summed.compile(dialect=sqlite.dialect()))
    with clinic._db.reading() as unit:
        steps = " ".join(row[-1] for row in unit.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", (0, 1, 0)).all())
    assert "USING COVERING INDEX ix_closings_summed" in steps
    assert "TEMP B-TREE FOR GROUP BY" not in steps
