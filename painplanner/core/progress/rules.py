"""What follows an outcome: the rule of the checkpoint, or where it has none the default of the product.

Met goes on to the next step, partly goes on and looks again, not met thinks again; defaults of the product [D], to be
edited like any rule.
"""

from __future__ import annotations

from collections.abc import Sequence

from painplanner.core.checkpoint import Action, ActionKind, Checkpoint, Outcome
from painplanner.core.plan import Step
from painplanner.core.values import replace

RECHECK_DAYS = 14
"""Reassess in 2 to 3 weeks [R, the article]; the shorter of the two is the default [D]."""

_FIELDS = {Outcome.MET: "on_met", Outcome.PARTLY: "on_partly", Outcome.NOT_MET: "on_not_met"}


def default_action(outcome: Outcome) -> Action:
    """Return what follows an outcome where nobody said: the next step, a recheck, or thinking again."""
    return {
        Outcome.MET: Action(kind=ActionKind.NEXT_STEP),
        Outcome.PARTLY: Action(kind=ActionKind.RECHECK, days=RECHECK_DAYS),
        Outcome.NOT_MET: Action(kind=ActionKind.RECONSIDER),
    }[outcome]


def rule_of(checkpoint: Checkpoint, outcome: Outcome | None) -> Action | None:
    """Return what the rule of a checkpoint says of an outcome; nothing follows from too little data."""
    if outcome is None:
        return None
    typed: Action | None = getattr(checkpoint, _FIELDS[outcome])
    return typed or default_action(outcome)


def has_rules(checkpoint: Checkpoint) -> bool:
    """Tell whether a checkpoint says what follows any of its outcomes."""
    return any(getattr(checkpoint, field) is not None for field in _FIELDS.values())


def with_default_rules(checkpoint: Checkpoint, steps: Sequence[Step]) -> Checkpoint:
    """Return a checkpoint without any rule with those of the product, led to the steps and drivers of its plan.

    After the last step comes self-management; without a driver that its steps name, what to think again stays open.
    """
    if has_rules(checkpoint):
        return checkpoint
    mine = [place for place, step in enumerate(steps) if step.id in checkpoint.steps]
    if not mine:
        return checkpoint
    after = next((step.id for step in steps[mine[-1] + 1 :]), "")
    driver = next((each for place in mine for each in steps[place].drivers), "")
    on_met = default_action(Outcome.MET) if after else Action(kind=ActionKind.HAND_OVER)
    ready: Checkpoint = replace(
        checkpoint,
        on_met=replace(on_met, target=after),
        on_partly=default_action(Outcome.PARTLY),
        on_not_met=replace(default_action(Outcome.NOT_MET), target=driver),
    )
    return ready
