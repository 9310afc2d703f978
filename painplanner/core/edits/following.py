"""What a plan follows besides what it asks: measures that were chosen and have no number yet."""

from __future__ import annotations

from painplanner.core.course import bare_criterion
from painplanner.core.edits.parts import with_parts
from painplanner.core.measure import Measure
from painplanner.core.plan import Plan


def follow(plan: Plan, measure: Measure) -> Plan:
    """Follow a measure, under the name it has now; one that is followed stays as it is."""
    if any(one.measure == measure.id for one in plan.followed):
        return plan
    return with_parts(plan, followed=(*plan.followed, bare_criterion(measure)))


def follow_no_longer(plan: Plan, measure_id: str) -> Plan:
    """Follow a measure no longer; its readings stay."""
    return with_parts(plan, followed=tuple(one for one in plan.followed if one.measure != measure_id))
