"""One invented patient whose plan has ended: what was measured, how its goals ended, and what goes on alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from painplanner.core.edits import set_step
from painplanner.core.edits.closing import close_plan
from painplanner.core.measure import Criterion, Measure, Reading, target_value
from painplanner.core.outcomes import goals_seen, would_keep
from painplanner.core.plan import Closing, NextVisit, Plan, StepStatus
from painplanner.core.progress.standing import WEEK
from painplanner.core.schedule import schedule
from painplanner.core.values import replace
from painplanner.services.plans import end_visit

if TYPE_CHECKING:
    from painplanner.store import Store

WHO = "patient-adeyemi"
"""Whose plan it is."""


def closed(store: Store, plan: Plan, today: date) -> Plan:
    """Return a plan as it was closed today, after its first revision and the numbers of the last week were kept."""
    end_visit(store, plan, today, "First plan")
    measures = store.library().measures
    for reading in _last_week(plan, measures, today):
        store.save_reading(reading)
    done = _done(plan, today)
    seen = goals_seen(done, measures, store.readings(plan.patient), today)
    ends = tuple((one.goal, one.end) for one in seen if one.end is not None)
    done = replace(done, next_visit=NextVisit())
    return close_plan(done, Closing(on=today, goals=ends, keep_doing=would_keep(done, today)))


def _done(plan: Plan, today: date) -> Plan:
    """Return the plan with the steps done whose days are over."""
    for span in schedule(plan, today).spans:
        if span.end is not None and span.end < today:
            plan = set_step(plan, span.step, status=StepStatus.DONE, ended_on=span.end)
    return plan


def _last_week(plan: Plan, measures: Mapping[str, Measure], today: date) -> Iterator[Reading]:
    """Yield what was measured at the end: each goal at its target, the last one on the way there."""
    asked = [goal.criterion for goal in plan.goals if goal.criterion is not None]
    for place, criterion in enumerate(asked):
        measure = measures[criterion.measure]
        days = WEEK if measure.is_daily else 1
        for day in range(days):
            reading = _reading(plan, criterion, measure, today - timedelta(days=day), is_last=place == len(asked) - 1)
            if reading is not None:
                yield reading


def _reading(plan: Plan, criterion: Criterion, measure: Measure, on: date, *, is_last: bool) -> Reading | None:
    target = target_value(criterion, measure)
    if target is None:
        return None
    start = criterion.baseline if criterion.baseline is not None else target
    value = (start + target) / 2 if is_last else target
    whole = round(value, measure.decimals)
    return Reading(
        id=f"reading-{measure.id}-{on.isoformat()}", patient=plan.patient, measure=measure.id, on=on, value=whole,
        side=criterion.side, activity=criterion.activity,
    )  # fmt: skip
