"""Papers as they were handed out: the bytes, kept for ever, with the snapshot they were made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, select

from painplanner.core.codec import content_hash
from painplanner.store.faults import NotFound, damaged
from painplanner.store.plan_due import expect_papers, renew_draft
from painplanner.store.rows import NewPaper, PaperRow
from painplanner.store.shelf import AnyRow, Shelf, made_id
from painplanner.store.tables import papers, plans, snapshots
from painplanner.text import _

_insert = papers.insert()
_listed = select(*(column for column in papers.c if column.name != "pdf"))
_of_patient = _listed.where(papers.c.patient == bindparam("which")).order_by(papers.c.made_at.desc(), papers.c.document)
_bytes = select(papers.c.pdf, papers.c.sha256).where(papers.c.id == bindparam("which"))
_snapshot = select(snapshots.c.data).where(snapshots.c.sha256 == bindparam("which"))


class PaperShelf(Shelf):
    """The papers of a patient."""

    def add_paper(self, plan_id: str, paper: NewPaper, *, revision: str = "", snapshot: bytes = b"") -> PaperRow:
        """Keep a further paper of a plan: a print of a draft, or one more of a revision."""
        made = {"made_at": self._desk.clock(), "made_by": self.person.name, "person": self.person.id}
        with self._db.writing() as unit:
            patient = unit.execute(select(plans.c.patient).where(plans.c.id == plan_id)).scalar()
            if patient is None:
                raise NotFound(_("The plan of this paper is not in the practice, so it was not kept. Save it first."))
            shared = {"plan": plan_id, "patient": patient, "revision": revision or None, **made}
            kept = keep_papers(unit, (paper,), {**shared, "snapshot": keep_snapshot(unit, snapshot)})
            if revision:
                expect_papers(unit, plan_id)
                renew_draft(unit, plan_id, self._today())
            return _row(unit.execute(_listed.where(papers.c.id == kept[0])).one())

    def papers_of(self, patient_id: str) -> tuple[PaperRow, ...]:
        """Return the papers given to a patient, newest first."""
        with self._db.reading() as unit:
            return tuple(_row(row) for row in unit.execute(_of_patient, {"which": patient_id}))

    def paper_bytes(self, paper_id: str) -> bytes:
        """Return a paper as it was printed. Raises NotFound."""
        with self._db.reading() as unit:
            row = unit.execute(_bytes, {"which": paper_id}).first()
        if row is None:
            raise NotFound(_("This paper is not in the practice. Nothing was changed. Print the plan again."))
        if content_hash(row.pdf) != row.sha256:
            raise damaged(self.folder)
        return row.pdf

    def paper_snapshot(self, paper_id: str) -> bytes:
        """Return what a paper was made from, empty where it was not kept."""
        with self._db.reading() as unit:
            name = unit.execute(select(papers.c.snapshot).where(papers.c.id == paper_id)).scalar()
            return unit.execute(_snapshot, {"which": name}).scalar() or b""


def keep_snapshot(unit: Connection, data: bytes) -> str | None:
    """Keep what papers are made from, once; return its name."""
    if not data:
        return None
    name = content_hash(data)
    if unit.execute(_snapshot, {"which": name}).first() is None:
        unit.execute(snapshots.insert(), {"sha256": name, "data": data})
    return name


def keep_papers(unit: Connection, new: Iterable[NewPaper], shared: Mapping[str, Any]) -> list[str]:
    """Keep papers with what they share; return their ids."""
    rows: list[dict[str, Any]] = [
        {
            **shared,
            "id": made_id("paper"),
            "document": paper.document,
            "title": paper.title,
            "language": paper.language,
            "pages": paper.pages,
            "is_draft": paper.is_draft,
            "sha256": content_hash(paper.pdf),
            "pdf": paper.pdf,
        }
        for paper in new
    ]
    if rows:
        unit.execute(_insert, rows)
    return [row["id"] for row in rows]


def _row(row: AnyRow) -> PaperRow:
    return PaperRow(
        id=row.id,
        plan=row.plan,
        revision=row.revision or "",
        document=row.document,
        title=row.title,
        language=row.language,
        pages=row.pages,
        printed_at=row.made_at,
        by=row.made_by,
        is_draft=row.is_draft,
    )
