"""The review of a plan: every rule looks once at one index of the plan, and what they see comes back worst first.

A rule family is a module with its `RULES`; here they are only joined and sorted.
"""

from __future__ import annotations

from datetime import date

from painplanner.core.findings import Finding
from painplanner.core.library import Library
from painplanner.core.measure import Reading
from painplanner.core.patient import Patient
from painplanner.core.plan import Plan
from painplanner.core.review import (
    exercises,
    frame,
    function,
    interactions,
    limits,
    medicines,
    opioids,
    person,
    procedures,
    steroids,
    stopping,
    targets,
    timing,
)
from painplanner.core.review.rule import Rule
from painplanner.core.review.sight import Sight

__all__ = ["RULES", "Rule", "review"]

RULES: tuple[Rule, ...] = (
    *person.RULES,
    *interactions.RULES,
    *exercises.RULES,
    *procedures.RULES,
    *steroids.RULES,
    *medicines.RULES,
    *stopping.RULES,
    *opioids.RULES,
    *limits.RULES,
    *timing.RULES,
    *frame.RULES,
    *function.RULES,
    *targets.RULES,
)


def review(
    plan: Plan, patient: Patient, library: Library, today: date, readings: tuple[Reading, ...] = ()
) -> tuple[Finding, ...]:
    """Return everything the rules see, worst first, then in the order of the plan. Never raises for a plan."""
    sight = Sight(plan, patient, library, today, readings)
    found = [finding for rule in RULES for finding in rule.findings(sight)]
    places = _places(plan)
    return tuple(sorted(found, key=lambda finding: (finding.severity.rank, places.get(finding.subject, -1))))


def _places(plan: Plan) -> dict[str, int]:
    """Return the place of every part: goals, then steps with their items, each checkpoint behind its last step."""
    behind: dict[str, list[str]] = {}
    steps = {step.id: place for place, step in enumerate(plan.steps)}
    for checkpoint in plan.checkpoints:
        mine = [step for step in checkpoint.steps if step in steps]
        last = max(mine, key=lambda step: steps[step], default="")
        behind.setdefault(last, []).append(checkpoint.id)
    order = [goal.id for goal in plan.goals]
    for step in plan.steps:
        order += (step.id, *(item.id for item in step.items), *behind.get(step.id, ()))
    order += behind.get("", ())
    return {part: place for place, part in enumerate(order)}
