"""The painful region and side, entered once and taken by every two-sided item whose dose names a side."""

from __future__ import annotations

from painplanner.core.edits.items import with_side
from painplanner.core.edits.parts import with_parts
from painplanner.core.plan import Plan, Step
from painplanner.core.values import Region, Side, replace


def set_painful(plan: Plan, region: Region | None, side: Side | None) -> Plan:
    """Set the painful region and side; two-sided items that were unset or on the former side take the new one."""
    steps = tuple(_on_side(step, side, plan.side) for step in plan.steps)
    kept = all(new is old for new, old in zip(steps, plan.steps, strict=True))
    return with_parts(plan, region=region, side=side, steps=plan.steps if kept else steps)


def _on_side(step: Step, side: Side | None, former: Side | None) -> Step:
    items = tuple(with_side(item, side, former) for item in step.items)
    kept = all(new is old for new, old in zip(items, step.items, strict=True))
    return step if kept else replace(step, items=items)
