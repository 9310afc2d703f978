"""What plans ask of the clinic, written anew where something else changed it.

Readings came or went: a look has its numbers then, or waits for them. A handout was printed, or is not yet.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from painplanner.core.codec import decode, decode_plan
from painplanner.core.due import DueItem, plan_due
from painplanner.core.measure import Reading
from painplanner.core.plan import Plan, PlanStatus
from painplanner.store.dialect import READING_ENTERED
from painplanner.store.due import replace_due
from painplanner.store.own_measures import measures_by_id
from painplanner.store.tables import drafts, due, papers, plans, readings, revisions

LOOKS = ("checkpoint", "reassess")
PRINT, HANDOUT = "print", "handout"
PRINT_HANDOVER, HANDOVER = "print-handover", "handover"
JOINED = "+"
"""What stands between the papers of one file that holds several."""

_looked_at = select(plans.c.id, plans.c.is_draft).where(
    plans.c.patient == bindparam("which"),
    select(due.c.kind).where(due.c.owner == plans.c.id, due.c.kind.in_(LOOKS)).exists(),
)
_drafted = select(drafts.c.payload, drafts.c.made_by).where(drafts.c.plan == bindparam("which"))
_newest = (
    select(revisions.c.payload, revisions.c.made_by)
    .where(revisions.c.plan == bindparam("which"))
    .order_by(revisions.c.n.desc())
    .limit(1)
)
_readings = (
    select(readings.c.payload)
    .where(readings.c.patient == bindparam("which"))
    .order_by(readings.c.taken_on, READING_ENTERED)
)
_final = (
    select(
        revisions.c.n,
        revisions.c.made_at,
        revisions.c.made_by,
        plans.c.title,
        plans.c.patient,
        plans.c.status,
        plans.c.is_draft,
    )
    .join(plans, revisions.c.plan == plans.c.id)
    .where(revisions.c.plan == bindparam("which"), revisions.c.state == "final")
    .order_by(revisions.c.n.desc())
    .limit(1)
)
_printed = (
    select(func.max(revisions.c.n))
    .join(papers, papers.c.revision == revisions.c.id)
    .where(
        revisions.c.plan == bindparam("which"),
        (JOINED + papers.c.document + JOINED).contains(bindparam("document")),
        papers.c.is_draft.is_(False),
    )
)


def renew_looks(unit: Connection, patient: str, today: date) -> None:
    """Write anew what the plans of a patient ask for, because readings came or went."""
    for row in unit.execute(_looked_at, {"which": patient}).all():
        kept = unit.execute(_drafted, {"which": row.id}).first() or unit.execute(_newest, {"which": row.id}).one()
        write_plan_due(unit, decode_plan(kept.payload), today, is_draft=row.is_draft, author=kept.made_by)


def write_plan_due(unit: Connection, plan: Plan, today: date, *, is_draft: bool, author: str) -> None:
    """Write what a plan asks for, in the light of its patient's readings."""
    measures = measures_by_id(unit, measures_looked_at(plan))
    found = unit.execute(_readings, {"which": plan.patient}).scalars() if measures else ()
    known = tuple(decode(data, Reading) for data in found)
    items = plan_due(plan, today, is_draft=is_draft, readings=known, measures=measures)
    replace_due(unit, items, patient=plan.patient, plan=plan.id, author=author)


def measures_looked_at(plan: Plan) -> frozenset[str]:
    """Return the measures that the checkpoints of a plan ask for."""
    return frozenset(criterion.measure for check in plan.checkpoints for criterion in check.criteria)


def expect_papers(unit: Connection, plan_id: str) -> None:
    """Wait for the handout of the newest final revision, or for the hand-over where that closed the plan.

    A plan that is closed in a draft only waits for neither: its visit is still to be ended.
    """
    final: Any = unit.execute(_final, {"which": plan_id}).first()
    is_closed = final is not None and final.status == PlanStatus.FINISHED.value
    items: Iterable[DueItem] = ()
    if final is not None and not (is_closed and final.is_draft):
        items = _waited_for(unit, plan_id, final, *((PRINT_HANDOVER, HANDOVER) if is_closed else (PRINT, HANDOUT)))
    known = {"patient": final.patient, "author": final.made_by} if final is not None else {}
    replace_due(unit, items, plan=plan_id, owner=f"{PRINT} {plan_id}", **known)


def _waited_for(unit: Connection, plan_id: str, final: Any, kind: str, document: str) -> tuple[DueItem, ...]:  # noqa: ANN401
    """Return the row for a paper of a revision, none where it was printed of this one or a later."""
    printed = unit.execute(_printed, {"which": plan_id, "document": JOINED + document + JOINED}).scalar() or 0
    if final.n <= printed:
        return ()
    on, args = final.made_at.astimezone().date(), (("title", final.title),)
    return (DueItem(kind=kind, patient=final.patient, plan=plan_id, on=on, subject=plan_id, args=args),)
