"""When a new checkpoint looks: so many days after its step begins, or the first such day that is still to come."""

from __future__ import annotations

from datetime import date

from painplanner.core.known_dates import known_dates
from painplanner.core.plan import AfterStep, Anchor, Plan

_LONGEST = 3650


def first_look(plan: Plan, step_id: str, days: int, today: date) -> AfterStep:
    """Return the day of the first look at a step, in whole multiples of `days`: nobody looks at a day gone by."""
    span = known_dates(plan, today).spans.get(step_id)
    gone = (today - span.start).days if span is not None else 0
    ahead = days * max(1, -(-gone // days))
    return AfterStep(step=step_id, anchor=Anchor.START, days=min(ahead, _LONGEST))
