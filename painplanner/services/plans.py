"""Keeping a plan: its draft while it is worked on, a revision when the visit ends."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from painplanner.core.due import DueItem, plan_due
from painplanner.core.plan import Plan

if TYPE_CHECKING:
    from painplanner.store import RevisionRow, Store


def save_draft(store: Store, plan: Plan, today: date) -> None:
    """Write the draft of a plan and what is due in it, in one transaction."""
    store.save_draft(plan, due_of(store, plan, today, is_draft=True))


def end_visit(store: Store, plan: Plan, today: date, reason: str = "") -> RevisionRow:
    """Keep the plan as it stands as a revision that stays a draft until it is printed."""
    return store.add_revision(plan, state="draft", reason=reason, due=due_of(store, plan, today, is_draft=True))


def due_of(store: Store, plan: Plan, today: date, *, is_draft: bool) -> tuple[DueItem, ...]:
    """Return what is due in a plan, in the light of what was measured."""
    measures = store.measures_by_id(sorted({c.measure for check in plan.checkpoints for c in check.criteria}))
    readings = store.readings(plan.patient) if measures else ()
    return plan_due(plan, today, is_draft=is_draft, readings=readings, measures=measures)


def next_revision(store: Store, plan: Plan) -> int:
    """Return the number that this plan has, or will have when it is kept."""
    newest = next(iter(store.revisions(plan.id)), None)
    if newest is None:
        return 1
    return newest.n if is_final(store, plan) else newest.n + 1


def is_final(store: Store, plan: Plan) -> bool:
    """Tell whether the newest revision is final and says exactly this."""
    newest = next(iter(store.revisions(plan.id)), None)
    return newest is not None and newest.state == "final" and store.revision_plan(newest.id) == plan
