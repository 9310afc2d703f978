"""What plans ask of the clinic, written anew where something else changed it.

Readings came or went: a look has its numbers then, or waits for them. A handout was printed, or is not yet.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, func, select

from painplanner.core.codec import decode, decode_plan
from painplanner.core.due import DueItem, plan_due
from painplanner.core.measure import Reading
from painplanner.core.plan import Plan, PlanStatus
from painplanner.store.dialect import READING_ENTERED
from painplanner.store.due import replace_due
from painplanner.store.own_measures import measures_by_id
from painplanner.store.tables import closings, drafts, due, papers, plans, readings, revisions

LOOKS = ("checkpoint", "reassess")
PRINT, HANDOUT = "print", "handout"
PRINT_HANDOVER, HANDOVER = "print-handover", "handover"
DRAFT = "draft"
JOINED = "+"
"""What stands between the papers of one file that holds several."""


def _holds(document: str) -> ColumnElement[bool]:
    """Tell whether a print is of a document, alone or bound with others."""
    return (JOINED + papers.c.document + JOINED).contains(JOINED + document + JOINED)


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
_waiting = select(due.c.owner).where(due.c.owner == bindparam("which"), due.c.kind == PRINT_HANDOVER)
_readings = (
    select(readings.c.payload)
    .where(readings.c.patient == bindparam("which"))
    .order_by(readings.c.taken_on, READING_ENTERED)
)
_final = (
    select(revisions.c.n, revisions.c.made_at, revisions.c.made_by, plans.c.title, plans.c.patient)
    .join(plans, revisions.c.plan == plans.c.id)
    .where(revisions.c.plan == bindparam("which"), revisions.c.state == "final")
    .order_by(revisions.c.n.desc())
    .limit(1)
)
_printed = (
    select(func.max(revisions.c.n))
    .join(papers, papers.c.revision == revisions.c.id)
    .where(revisions.c.plan == bindparam("which"), _holds(HANDOUT), papers.c.is_draft.is_(False))
)
_handed_over = select(func.max(papers.c.made_at)).where(
    papers.c.plan == bindparam("which"), _holds(HANDOVER), papers.c.is_draft.is_(False)
)
_of_plan = (
    select(plans.c.id, plans.c.title, plans.c.patient, plans.c.status, plans.c.edited_at, closings.c.closed_on)
    .outerjoin(closings, closings.c.plan == plans.c.id)
    .where(plans.c.id == bindparam("which"))
)


def renew_looks(unit: Connection, patient: str, today: date) -> None:
    """Write anew what the plans of a patient ask for, because readings came or went."""
    for row in unit.execute(_looked_at, {"which": patient}).all():
        _renew(unit, row.id, today, is_draft=row.is_draft)


def renew_draft(unit: Connection, plan_id: str, today: date) -> None:
    """Write anew what a plan with a draft asks for, because papers of it were printed."""
    if unit.execute(_drafted, {"which": plan_id}).first() is not None:
        _renew(unit, plan_id, today, is_draft=True)


def _renew(unit: Connection, plan_id: str, today: date, *, is_draft: bool) -> None:
    kept = unit.execute(_drafted, {"which": plan_id}).first() or unit.execute(_newest, {"which": plan_id}).one()
    write_plan_due(unit, decode_plan(kept.payload), today, is_draft=is_draft, author=kept.made_by)


def write_plan_due(unit: Connection, plan: Plan, today: date, *, is_draft: bool, author: str) -> None:
    """Write what a plan asks for, in the light of its patient's readings."""
    measures = measures_by_id(unit, measures_looked_at(plan))
    found = unit.execute(_readings, {"which": plan.patient}).scalars() if measures else ()
    known = tuple(decode(data, Reading) for data in found)
    items = plan_due(plan, today, is_draft=is_draft, readings=known, measures=measures)
    put_plan_due(unit, plan, items, author=author)


def put_plan_due(unit: Connection, plan: Plan, items: Iterable[DueItem], *, author: str) -> None:
    """Put the rows of a plan in the place of those it had; one that waits for its hand-over has none for its draft.

    Printing the hand-over ends the visit too, so that both rows would ask for the same.
    """
    if unit.execute(_waiting, {"which": f"{PRINT} {plan.id}"}).first() is not None:
        items = [item for item in items if item.kind != DRAFT]
    replace_due(unit, items, patient=plan.patient, plan=plan.id, author=author)


def measures_looked_at(plan: Plan) -> frozenset[str]:
    """Return the measures that the checkpoints of a plan ask for."""
    return frozenset(criterion.measure for check in plan.checkpoints for criterion in check.criteria)


def expect_papers(unit: Connection, plan_id: str) -> None:
    """Wait for the handout of the newest final revision, or for the hand-over where the plan is closed."""
    plan: Any = unit.execute(_of_plan, {"which": plan_id}).first()
    is_closed = plan is not None and plan.status == PlanStatus.FINISHED.value
    item, author = (_handover(unit, plan) if is_closed else _handout(unit, plan_id)) or (None, "")
    patient = item.patient if item is not None else ""
    items = (item,) if item is not None else ()
    replace_due(unit, items, patient=patient, plan=plan_id, owner=f"{PRINT} {plan_id}", author=author)


def _handout(unit: Connection, plan_id: str) -> tuple[DueItem, str] | None:
    """Return the row for the handout of the newest final revision with its author, none once one was printed of it."""
    final: Any = unit.execute(_final, {"which": plan_id}).first()
    if final is None or final.n <= (unit.execute(_printed, {"which": plan_id}).scalar() or 0):
        return None
    return _row(PRINT, plan_id, final, final.made_at.astimezone().date()), final.made_by


def _handover(unit: Connection, plan: Any) -> tuple[DueItem, str] | None:  # noqa: ANN401
    """Return the row for the hand-over of a closed plan with its author, none once one was printed since it closed."""
    printed = unit.execute(_handed_over, {"which": plan.id}).scalar()
    if printed is not None and (plan.closed_on is None or printed.astimezone().date() >= plan.closed_on):
        return None
    kept: Any = unit.execute(_drafted, {"which": plan.id}).first() or unit.execute(_newest, {"which": plan.id}).first()
    on = plan.closed_on or plan.edited_at.astimezone().date()
    return _row(PRINT_HANDOVER, plan.id, plan, on), kept.made_by if kept is not None else ""


def _row(kind: str, plan_id: str, of: Any, on: date) -> DueItem:  # noqa: ANN401
    return DueItem(kind=kind, patient=of.patient, plan=plan_id, on=on, subject=plan_id, args=(("title", of.title),))
