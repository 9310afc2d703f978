"""The practice's own papers: PDFs that may go along with those of a plan, in the order in which they were taken in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import bindparam, select

from painplanner.store.database import put
from painplanner.store.faults import NotFound
from painplanner.store.rows import KeptOwnPaper, OwnPaperRow
from painplanner.store.shelf import Shelf, made_id
from painplanner.store.tables import own_papers
from painplanner.text import _

_listed = select(own_papers.c.id, own_papers.c.title, own_papers.c.pages, own_papers.c.added_at).order_by(
    own_papers.c.added_at, own_papers.c.id
)
_one = select(own_papers).where(own_papers.c.id == bindparam("which"))
_at = own_papers.c.id == bindparam("which")


class OwnPaperShelf(Shelf):
    """PDFs of the practice."""

    def own_papers(self) -> tuple[OwnPaperRow, ...]:
        """Return what there is, without the bytes."""
        with self._db.reading() as unit:
            return tuple(_row(row) for row in unit.execute(_listed))

    def own_paper(self, paper_id: str) -> KeptOwnPaper:
        """Return one with its bytes. Raises NotFound."""
        with self._db.reading() as unit:
            row = unit.execute(_one, {"which": paper_id}).first()
        if row is None:
            raise NotFound(_("This paper was taken away. Nothing was changed. Add it again on the Practice page."))
        return KeptOwnPaper(row=_row(row), pdf=row.pdf)

    def own_paper_bytes(self, ids: Iterable[str]) -> dict[str, KeptOwnPaper]:
        """Return those of some papers that there are, by id."""
        with self._db.reading() as unit:
            found = unit.execute(select(own_papers).where(own_papers.c.id.in_(tuple(ids)))).all()
        return {row.id: KeptOwnPaper(row=_row(row), pdf=row.pdf) for row in found}

    def add_own_paper(self, title: str, pdf: bytes, pages: int) -> OwnPaperRow:
        """Keep a PDF that was taken in."""
        made = OwnPaperRow(id=made_id("own-paper"), title=title, pages=pages, added_at=self._desk.clock())
        self.put_own_paper(KeptOwnPaper(row=made, pdf=pdf))
        return made

    def put_own_paper(self, kept: KeptOwnPaper) -> None:
        """Keep a paper under its own id, as undoing its removal does."""
        row = kept.row
        values = {"id": row.id, "title": row.title, "pages": row.pages, "added_at": row.added_at, "pdf": kept.pdf}
        with self._db.writing() as unit:
            put(unit, own_papers, values)

    def rename_own_paper(self, paper_id: str, title: str) -> None:
        """Give a paper another title."""
        with self._db.writing() as unit:
            unit.execute(own_papers.update().where(_at).values(title=title), {"which": paper_id})

    def remove_own_paper(self, paper_id: str) -> KeptOwnPaper:
        """Take a paper away; return it, so that it can be put back. Papers given with it stay. Raises NotFound."""
        with self._db.writing() as unit:
            kept = self.own_paper(paper_id)
            unit.execute(own_papers.delete().where(_at), {"which": paper_id})
        return kept


def _row(row: Any) -> OwnPaperRow:  # noqa: ANN401  (a row with or without bytes)
    return OwnPaperRow(id=row.id, title=row.title, pages=row.pages, added_at=row.added_at)
