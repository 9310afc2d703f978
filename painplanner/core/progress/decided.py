"""Whether a look or the end of a trial was decided; a trial past its end without a decision is overdue."""

from __future__ import annotations

from datetime import date

from painplanner.core.known_dates import known_dates
from painplanner.core.outline import CLOSED
from painplanner.core.plan import Plan, PlanStatus, Step
from painplanner.core.values import Value


class Overdue(Value, frozen=True, kw_only=True):
    """A trial (its step by id) that ended on a day and waits for a decision."""

    step: str
    end: date


def is_decided(plan: Plan, checkpoint_id: str, day: date) -> bool:
    """Tell whether a checkpoint was decided on the day of a look, or since."""
    return any(d.checkpoint == checkpoint_id and d.on >= day for d in plan.decisions)


def is_end_decided(plan: Plan, step: Step, end: date) -> bool:
    """Tell whether a checkpoint that looks at a step was decided on the day its trial ended, or since."""
    looking = {check.id for check in plan.checkpoints if step.id in check.steps}
    return any(d.checkpoint in looking and d.on >= end for d in plan.decisions)


def overdue(plan: Plan, today: date) -> tuple[Overdue, ...]:
    """Return the trials of a plan at work that are past their end without a decision, in plan order."""
    if plan.status is not PlanStatus.OPEN:
        return ()
    spans = known_dates(plan, today).spans
    found: list[Overdue] = []
    for step in plan.steps:
        end = spans[step.id].end if step.id in spans else None
        if step.trial_end is None or step.status in CLOSED or end is None or end >= today:
            continue
        if not is_end_decided(plan, step, end):
            found.append(Overdue(step=step.id, end=end))
    return tuple(found)
