"""Plans: one draft row that is overwritten while somebody works, and revisions that are only ever added."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, bindparam, func, select

from painplanner.core.codec import content_hash, decode_plan, encode_plan
from painplanner.core.due import DueItem
from painplanner.core.plan import PLAN_SCHEMA, Plan
from painplanner.store import counters
from painplanner.store.database import put
from painplanner.store.due import replace_due
from painplanner.store.faults import NotFound, damaged, readable
from painplanner.store.logs import expect_sheets, forget_sheets
from painplanner.store.papers import keep_papers, keep_snapshot
from painplanner.store.plan_due import PRINT, expect_papers, put_plan_due, write_plan_due
from painplanner.store.results import forget_result, keep_result
from painplanner.store.rows import NewPaper, PlanRow, RevisionRow
from painplanner.store.shelf import AnyRow, Desk, Shelf, made_id
from painplanner.store.tables import drafts, patients, plans, revisions
from painplanner.text import _

FIXED = ("number", "patient")

_draft = select(drafts.c.payload).where(drafts.c.plan == bindparam("which"))
_newest = (
    select(revisions.c.payload, revisions.c.state, revisions.c.made_by)
    .where(revisions.c.plan == bindparam("which"))
    .order_by(revisions.c.n.desc())
    .limit(1)
)
_highest = select(func.coalesce(func.max(revisions.c.n), 0)).where(revisions.c.plan == bindparam("which"))
_forget_draft = drafts.delete().where(drafts.c.plan == bindparam("which"))
_status = select(plans.c.status).where(plans.c.id == bindparam("which"))
_numbered = select(plans.c.id).where(plans.c.number == bindparam("which"))
_forget_plan = plans.delete().where(plans.c.id == bindparam("which"))
_insert_revision = revisions.insert()
_revision_columns = (
    revisions.c.id,
    revisions.c.plan,
    revisions.c.n,
    revisions.c.state,
    revisions.c.made_at,
    revisions.c.made_by,
    revisions.c.reason,
    revisions.c.sha256,
)
_history = select(*_revision_columns).where(revisions.c.plan == bindparam("which")).order_by(revisions.c.n.desc())
_revision_payload = select(revisions.c.payload, revisions.c.sha256).where(revisions.c.id == bindparam("which"))
_listed = select(plans, patients.c.name.label("patient_name")).join(patients, plans.c.patient == patients.c.id)
_of_patient = _listed.where(plans.c.patient == bindparam("which")).order_by(plans.c.edited_at.desc())
_left_open = (
    _listed.join(drafts, drafts.c.plan == plans.c.id)
    .where(drafts.c.session.not_in(("", bindparam("mine"))))
    .order_by(drafts.c.made_at.desc())
)


class PlanShelf(Shelf):
    """Drafts, revisions and the lists of plans."""

    def __init__(self, desk: Desk) -> None:
        """Remember that nothing was offered back yet."""
        super().__init__(desk)
        self._offered: tuple[str, ...] = ()

    def new_plan_number(self) -> int:
        """Give the next plan number."""
        with self._db.writing() as unit:
            return counters.take(unit, counters.PLAN)

    def save_draft(self, plan: Plan, due: Iterable[DueItem]) -> None:
        """Overwrite the draft of a plan and what is due in it."""
        at = self._desk.clock()
        row = {
            "plan": plan.id,
            "session": self._desk.session,
            "schema": PLAN_SCHEMA,
            **self._made(at),
            "payload": encode_plan(plan),
        }
        with self._db.writing() as unit:
            is_turned = _put_plan(unit, _plan_row(plan, at, is_draft=True))
            put(unit, drafts, row)
            keep_result(unit, plan)
            if is_turned:
                expect_papers(unit, plan.id)
            put_plan_due(unit, plan, due, author=self.person.name)

    def load_plan(self, plan_id: str) -> Plan:
        """Return a plan as it was left: its draft, else its newest revision. Raises NotFound."""
        with self._db.reading() as unit:
            data = unit.execute(_draft, {"which": plan_id}).scalar()
            data = data or unit.execute(_newest, {"which": plan_id}).scalar()
        return self._plan(data)

    def plan_by_number(self, number: int) -> Plan:
        """Return the plan with this printed number, as it was left. Raises NotFound."""
        with self._db.reading() as unit:
            found = unit.execute(_numbered, {"which": number}).scalar()
        return self.load_plan(found or "")

    def draft(self, plan_id: str) -> Plan | None:
        """Return the draft of a plan, `None` where it has none."""
        with self._db.reading() as unit:
            data = unit.execute(_draft, {"which": plan_id}).scalar()
        return self._plan(data) if data is not None else None

    def has_draft(self, plan_id: str) -> bool:
        """Tell whether a plan has a draft."""
        with self._db.reading() as unit:
            return unit.execute(select(drafts.c.plan).where(drafts.c.plan == plan_id)).first() is not None

    def discard_draft(self, plan_id: str) -> None:
        """Drop the draft of a plan, and the plan with it where nothing else was ever kept."""
        with self._db.writing() as unit:
            unit.execute(_forget_draft, {"which": plan_id})
            newest = unit.execute(_newest, {"which": plan_id}).first()
            if newest is None:
                replace_due(unit, (), plan=plan_id)
                replace_due(unit, (), owner=f"{PRINT} {plan_id}")
                forget_sheets(unit, plan_id)
                forget_result(unit, plan_id)
                unit.execute(_forget_plan, {"which": plan_id})
                return
            plan, is_draft, at = self._plan(newest.payload), newest.state != "final", self._desk.clock()
            _put_plan(unit, _plan_row(plan, at, is_draft=is_draft))
            keep_result(unit, plan)
            expect_papers(unit, plan_id)
            with readable(self.folder):
                write_plan_due(unit, plan, self._today(), is_draft=is_draft, author=newest.made_by)

    def add_revision(
        self,
        plan: Plan,
        *,
        state: Literal["draft", "final"],
        reason: str,
        due: Iterable[DueItem],
        papers: Iterable[NewPaper] = (),
        snapshot: bytes = b"",
    ) -> RevisionRow:
        """Keep a plan for ever, with its papers and what they were made from; its draft is done."""
        at, payload = self._desk.clock(), encode_plan(plan)
        row: dict[str, Any] = {
            "id": made_id("revision"),
            "plan": plan.id,
            "state": state,
            "reason": reason,
            "schema": PLAN_SCHEMA,
            "sha256": content_hash(payload),
            **self._made(at),
            "payload": payload,
        }
        with self._db.writing() as unit:
            _put_plan(unit, _plan_row(plan, at, is_draft=state != "final"))
            unit.execute(_forget_draft, {"which": plan.id})  # first, so that its pages are used again
            row["snapshot"] = keep_snapshot(unit, snapshot)
            row["n"] = unit.execute(_highest, {"which": plan.id}).scalar_one() + 1
            unit.execute(_insert_revision, row)
            shared = {"plan": plan.id, "patient": plan.patient, "revision": row["id"], "snapshot": row["snapshot"]}
            keep_papers(unit, papers, {**shared, **self._made(at)})
            keep_result(unit, plan)
            expect_papers(unit, plan.id)
            put_plan_due(unit, plan, due, author=self.person.name)
        return RevisionRow(
            id=row["id"], plan=plan.id, n=row["n"], state=state, at=at, by=self.person.name, reason=reason,
            sha256=row["sha256"],
        )  # fmt: skip

    def revisions(self, plan_id: str) -> tuple[RevisionRow, ...]:
        """Return the history of a plan, newest first."""
        with self._db.reading() as unit:
            return tuple(_revision_row(row) for row in unit.execute(_history, {"which": plan_id}))

    def revision_plan(self, revision_id: str) -> Plan:
        """Return the plan as a revision keeps it."""
        return self._plan(self.revision_bytes(revision_id))

    def revision_bytes(self, revision_id: str) -> bytes:
        """Return the bytes that were kept, checked against their hash. Raises NotFound, Damaged."""
        with self._db.reading() as unit:
            row = unit.execute(_revision_payload, {"which": revision_id}).first()
        if row is None:
            raise _no_plan()
        if content_hash(row.payload) != row.sha256:
            raise damaged(self.folder)
        return row.payload

    def plans_of(self, patient_id: str) -> tuple[PlanRow, ...]:
        """Return the plans of a patient, last edited first."""
        with self._db.reading() as unit:
            return tuple(_row(row) for row in unit.execute(_of_patient, {"which": patient_id}))

    def left_open(self) -> tuple[PlanRow, ...]:
        """Return the plans that were being written when the program ended without closing the practice."""
        with self._db.reading() as unit:
            rows = tuple(_row(row) for row in unit.execute(_left_open, {"mine": self._desk.session}))
        self._offered = tuple(row.id for row in rows)
        return rows

    def _close_drafts(self) -> None:
        """Mark what was written here, and what was offered back here, as closed in order."""
        mine = drafts.c.session == self._desk.session
        with self._db.reading() as unit:
            if not self._offered and unit.execute(select(drafts.c.plan).where(mine).limit(1)).first() is None:
                return
        with self._db.writing() as unit:
            unit.execute(drafts.update().where(mine | drafts.c.plan.in_(self._offered)).values(session=""))

    def _made(self, at: datetime) -> dict[str, Any]:
        return {"made_at": at, "made_by": self.person.name, "person": self.person.id}

    def _plan(self, data: bytes | None) -> Plan:
        if data is None:
            raise _no_plan()
        with readable(self.folder):
            return decode_plan(data)


def _no_plan() -> NotFound:
    return NotFound(_("This plan is not in the practice. Nothing was changed. Open the patient and choose a plan."))


def _put_plan(unit: Connection, row: dict[str, Any]) -> bool:
    """Write the row of a plan; tell whether it is new, was closed or opened again, and so waits for other papers."""
    before = unit.execute(_status, {"which": row["id"]}).scalar()
    put(unit, plans, row, *FIXED)
    if before not in {None, row["status"]}:
        expect_sheets(unit, row["id"])
    return before != row["status"]


def _plan_row(plan: Plan, at: datetime, *, is_draft: bool) -> dict[str, Any]:
    return {
        "id": plan.id,
        "number": plan.number,
        "patient": plan.patient,
        "title": plan.title,
        "status": plan.status.value,
        "is_draft": is_draft,
        "edited_at": at,
    }


def _row(row: AnyRow) -> PlanRow:
    return PlanRow(
        id=row.id,
        number=row.number,
        title=row.title,
        status=row.status,
        is_draft=row.is_draft,
        edited_at=row.edited_at,
        patient=row.patient,
        patient_name=row.patient_name,
    )


def _revision_row(row: AnyRow) -> RevisionRow:
    return RevisionRow(
        id=row.id,
        plan=row.plan,
        n=row.n,
        state=row.state,
        at=row.made_at,
        by=row.made_by,
        reason=row.reason,
        sha256=row.sha256,
    )
