"""The checklist of someone who has no plan yet: printed before the first visit, by whoever is at the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from painplanner.gui.context import AppContext
from painplanner.gui.patient_session import PatientSession
from painplanner.gui.printing.list_paper import ListPaper
from painplanner.gui.printing.paper_words import whose_words
from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.documents.blocks import Document
    from painplanner.gui.printing.printers import Printers


class FirstVisit(ListPaper):
    """Its links, for the patient of a session; with a plan it is one of the papers that the plan prints."""

    def __init__(self, ctx: AppContext, session: PatientSession, printers: Printers | None = None) -> None:
        """Offer it."""
        self._session = session
        super().__init__(
            ctx,
            _("First visit checklist"),
            self._checklist,
            printers,
            words=(_("Print the first visit checklist…"), _("Save it as PDF…")),
            whose=lambda: whose_words(session.patient, 0, ctx.practice),
        )

    def refresh(self) -> None:
        """Show it while the patient has no plan."""
        self.setVisible(not self._ctx.store.plans_of(self._session.patient.id))

    def _checklist(self) -> Document:
        from painplanner.services.gathering import before_a_plan
        from painplanner.services.publish import make_document

        request = before_a_plan(self._ctx.store, self._session.patient, self._ctx.today())
        return make_document(request, "first-visit")
