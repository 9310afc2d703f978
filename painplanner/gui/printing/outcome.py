"""What became of an order of the print panel: said where it is seen, with the way to the rest after a jam."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from painplanner.gui.context import AppContext
from painplanner.gui.printing.resume import Resume, trouble_words
from painplanner.gui.printing.viewer import opened_words
from painplanner.gui.widgets.pdf_pages import PdfPages
from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.gui.printing.handing_out import HandOut, Kept
    from painplanner.gui.printing.saved_notice import SavedNotice
    from painplanner.gui.session import PlanSession
    from painplanner.gui.widgets.work_row import WorkRow


class Outcome(QObject):
    """Follows the orders of one panel. `printed` asks it to go, where `leads_to_documents` for good."""

    printed = Signal()

    def __init__(self, session: PlanSession, ctx: AppContext, hand_out: HandOut, *, leads_to_documents: bool) -> None:
        """Begin with nothing handed out."""
        super().__init__(hand_out)
        self._session, self._ctx, self._hand_out = session, ctx, hand_out
        self._leads_to_documents = leads_to_documents
        self._printed_plan = ""

    def tell_through(self, notice: SavedNotice, work: WorkRow, resume: Resume) -> None:
        """Say everything through these parts of the panel."""
        self._notice, self._resume = notice, resume
        out, ctx = self._hand_out, self._ctx
        work.cancelled.connect(out.cancel)
        out.progressed.connect(work.show_work)
        for end in (out.made, out.left, out.kept, out.failed, out.opened, out.rest_printed):
            end.connect(work.rest)
        out.kept.connect(self._on_kept)
        out.failed.connect(lambda sentence: notice.tell(sentence, "stop"))
        out.noted.connect(lambda sentence: notice.tell(sentence, "consider"))
        out.opened.connect(lambda is_draft: notice.tell(opened_words(is_draft=is_draft), "info"))
        out.rest_printed.connect(lambda: ctx.say(_("The rest is printed, of the same papers."), kind="done"))
        out.rest_printed.connect(resume.offer_more)
        resume.wanted.connect(out.print_rest)

    def begin(self) -> None:
        """Say nothing yet; what was printed of this plan can still have gone wrong."""
        self._notice.tell("")
        last = self._hand_out.last
        if last is not None and self._printed_plan == self._session.plan.id:
            self._resume.offer(len(PdfPages(last.pdf)))
        else:
            self._resume.rest()

    def _on_kept(self, kept: Kept) -> None:
        is_shown = self._session.is_open and self._session.plan.id == kept.plan
        if kept.places and is_shown:
            self._notice.tell(kept.words, "done", folder=kept.places[0].parent)
        elif kept.places:
            self._ctx.say(kept.words, kind="done")
        else:
            self._printed_plan = kept.plan
            self._ctx.say(kept.words, kind="done", action=trouble_words(), on_action=self._way_back(kept.plan))
            if is_shown:
                self.printed.emit()

    def _way_back(self, plan: str) -> Callable[[], None]:
        """Return the way to the rest of what was printed: here, or beside the kept paper where this panel goes."""
        ctx, patient = self._ctx, self._session.plan.patient if self._session.is_open else ""
        if self._leads_to_documents:
            return lambda: ctx.go("documents", patient)
        return lambda: self._ask_last_page(plan)

    def _ask_last_page(self, plan: str) -> None:
        last = self._hand_out.last
        if last is None:
            return
        self._ctx.go("print", plan)
        if self._session.is_open and self._session.plan.id == plan:
            self._resume.offer(len(PdfPages(last.pdf)))
            self._resume.ask()
