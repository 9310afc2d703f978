"""Closing a plan that is finished, and opening it again: steps, doses and medicines stay as they are.

How the goals stand is proposed by `core.outcomes`; what a clinician says here counts.
"""

from __future__ import annotations

from painplanner.core.edits.parts import with_parts
from painplanner.core.plan import Closing, Plan, PlanStatus, items_of
from painplanner.core.values import Impossible, replace


def close_plan(plan: Plan, closing: Closing) -> Plan:
    """Close a plan, or change what was said when it was closed; what it does not hold is left out.

    Raises Impossible: `ends-before-start` for a day before the plan began.
    """
    if plan.start is not None and closing.on < plan.start:
        raise Impossible("ends-before-start", "on", start=plan.start, end=closing.on)
    items = {item.id for _step, item in items_of(plan)}
    goals = {goal.id for goal in plan.goals}
    kept = replace(
        closing,
        goals=tuple((goal, end) for goal, end in dict(closing.goals).items() if goal in goals),
        keep_doing=tuple(item for item in dict.fromkeys(closing.keep_doing) if item in items),
    )
    return with_parts(plan, status=PlanStatus.FINISHED, closing=kept)


def reopen_plan(plan: Plan) -> Plan:
    """Put a closed plan to work again, as it was before it was closed."""
    return with_parts(plan, status=PlanStatus.OPEN, closing=None)
