"""From a request to papers in somebody's hand: made beside the window, printed or saved, and only then kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from painplanner.core.plan import Plan
from painplanner.core.values import replace as changed
from painplanner.documents.bundle import Binding
from painplanner.errors import BugError, KnownError
from painplanner.gui.context import AppContext
from painplanner.gui.messages import sentence_for
from painplanner.gui.printing.delivery import Delivery, Paper
from painplanner.gui.printing.paper_words import file_name, kind_words, whose_words
from painplanner.gui.printing.viewer import Viewer
from painplanner.text import _, ngettext

if TYPE_CHECKING:
    from painplanner.documents.request import Request
    from painplanner.gui.printing.printers import Printers
    from painplanner.gui.session import PlanSession
    from painplanner.gui.tasks import Ticket
    from painplanner.store import NewPaper, RevisionRow

LANE = "print"


class Order(NamedTuple):
    """What is to be handed out and how it is bound, why it is although something stands in the way, its revision."""

    request: Request
    kinds: tuple[str, ...]
    reason: str = ""
    revision: RevisionRow | None = None
    binding: Binding = Binding()


class Known(NamedTuple):
    """A file that was made already, and of what."""

    order: Order
    paper: NewPaper


class Kept(NamedTuple):
    """What was done with papers of a plan, in words, and where files lie."""

    plan: str
    words: str
    places: tuple[Path, ...] = ()


class HandOut(QObject):
    """One order at a time. Ends with `kept`, `failed` (a sentence), or `left` when it was given up.

    `opened` ends a mere look and `rest_printed` the rest of what was kept before; neither keeps anything. What a
    preview made of the very same order (`know`) is handed out as it is.
    """

    made = Signal()
    kept = Signal(object)
    opened = Signal(bool)
    rest_printed = Signal()
    noted = Signal(str)
    failed = Signal(str)
    left = Signal()
    progressed = Signal(float, str)

    def __init__(self, session: PlanSession, ctx: AppContext, over: QWidget, printers: Printers | None = None) -> None:
        """Dialogs open over a widget."""
        super().__init__(over)
        self._session, self._ctx = session, ctx
        self._order: Order | None = None
        self._paper: NewPaper | None = None
        self._known: Known | None = None
        self.last: Paper | None = None
        self._viewer = Viewer(self)
        self._ticket: Ticket | None = None
        self._delivery = Delivery(ctx, over, printers)
        self._delivery.printed.connect(self._on_printed)
        self._delivery.noted.connect(self.noted)
        self._delivery.saved.connect(self._keep)
        self._delivery.failed.connect(self._fail)
        self._delivery.left.connect(self._leave)
        self._delivery.progressed.connect(self.progressed)

    @property
    def is_busy(self) -> bool:
        """Tell whether an order is under way."""
        return self._order is not None

    def has_printer(self) -> bool:
        """Tell whether any printer is installed."""
        return self._delivery.has_printer()

    def print(self, order: Order) -> None:
        """Make the papers and print them."""
        self._make(order, self._to_printer)

    def save(self, order: Order) -> None:
        """Make the papers and save them as files."""
        self._make(order, self._to_files)

    def open(self, order: Order) -> None:
        """Make the papers and open them in the system's viewer."""
        self._make(order, self._to_viewer)

    def print_rest(self, after: int) -> None:
        """Print what was printed last once more, without pages up to `after`."""
        if self.last is not None and not self.is_busy:
            self._delivery.print(self.last, kind_words(self.last.document), after)

    def know(self, order: Order, paper: NewPaper) -> None:
        """Take what a preview made, so that what is printed is what was seen."""
        self._known = Known(order, paper)

    def cancel(self) -> None:
        """Give the order up; nothing is kept."""
        self.drop()
        self._delivery.cancel()

    def drop(self) -> None:
        """Give up papers that are still being made; those at the printer go on."""
        if self._ticket is not None:
            self._ticket.cancel()
            self._leave()

    # Making

    def _make(self, order: Order, hand_out: Callable[[], None]) -> None:
        if self.is_busy:
            return
        from painplanner.services.publish import make_paper

        self._order = order
        known = self._known
        if known is not None and is_same(known.order, order):
            self._on_made(hand_out, known.paper)
            return
        self.progressed.emit(0.0, _("Making the papers…"))
        work = partial(make_paper, order.request, order.kinds, order.binding)
        self._ticket = self._ctx.tasks.run(work, partial(self._on_made, hand_out), self._on_error, lane=LANE)

    def _on_made(self, hand_out: Callable[[], None], paper: NewPaper) -> None:
        self._ticket, self._paper = None, paper
        self.made.emit()
        hand_out()

    def _on_error(self, error: Exception) -> None:
        self._fail(sentence_for(error))

    # Handing out

    def _to_printer(self) -> None:
        paper, order = self._named(), self._open_order()
        is_two_sided = order.binding.is_two_sided and len(order.kinds) > 1
        self._delivery.print(paper, kind_words(paper.document), is_two_sided=is_two_sided)

    def _to_files(self) -> None:
        self._delivery.save((self._named(),))

    def _to_viewer(self) -> None:
        is_draft, pdf = self._open_order().request.is_draft, self._made_paper().pdf
        self._end()
        try:
            self._viewer.open(pdf)
        except KnownError as error:
            self.failed.emit(error.sentence)
            return
        self.opened.emit(is_draft)

    def _named(self) -> Paper:
        request, paper = self._open_order().request, self._made_paper()
        whose, today = whose_words(request.patient, request.plan.number, request.practice), request.today
        return Paper(file_name(whose, paper.document, today, is_draft=paper.is_draft), paper.pdf, paper.document)

    def _made_paper(self) -> NewPaper:
        if self._paper is None:
            raise BugError("an order without papers")
        return self._paper

    def _open_order(self) -> Order:
        if self._order is None:
            raise BugError("papers without an order")
        return self._order

    def _leave(self) -> None:
        self._end()
        self.left.emit()

    def _fail(self, sentence: str) -> None:
        self._end()
        self.failed.emit(sentence)

    def _end(self) -> None:
        self._order, self._paper, self._ticket = None, None, None

    # Keeping

    def _on_printed(self) -> None:
        if self.is_busy:
            self.last = self._named()
            self._keep(())
        else:
            self.rest_printed.emit()

    def _keep(self, places: tuple[Path, ...]) -> None:
        order, papers = self._open_order(), (self._made_paper(),)
        self._end()
        try:
            revision = self._keep_papers(order, papers)
        except KnownError as error:
            self.failed.emit(_("The papers are out, but they were not kept. {why}").format(why=error.sentence))
            return
        plan = order.request.plan
        self._settle(plan, order)
        self._ctx.news.plans_changed.emit(plan.patient)
        self._ctx.news.papers_changed.emit(plan.patient)
        self.kept.emit(Kept(plan.id, kept_words(places, revision), places))

    def _keep_papers(self, order: Order, papers: tuple[NewPaper, ...]) -> RevisionRow | None:
        """Keep papers with their revision and return it, `None` for a draft."""
        from painplanner.services import publish
        from painplanner.services.plans import save_draft

        store, request = self._ctx.store, order.request
        if order.revision is not None:
            publish.keep_with(store, request, papers, order.revision)
            return order.revision
        if request.is_draft:
            save_draft(store, request.plan, request.today)  # one that was never saved has no place for papers yet
        return publish.keep(store, request, papers, order.reason)

    def _settle(self, printed: Plan, order: Order) -> None:
        """Leave no draft of what became final, and lose none of what was edited since."""
        session = self._session
        if order.revision is not None or order.request.is_draft:
            return
        if not session.is_open or session.plan.id != printed.id:
            return
        if session.plan == printed:
            session.forget_edits()
            return
        from painplanner.services.plans import save_draft

        save_draft(self._ctx.store, session.plan, self._ctx.today())


def is_same(one: Order, other: Order) -> bool:
    """Tell whether two orders make the same file; a daily log without a number is named by nothing on paper."""
    return (one.kinds, one.binding, _said(one.request)) == (other.kinds, other.binding, _said(other.request))


def _said(request: Request) -> Request:
    log = request.log
    return replace(request, log=changed(log, id="")) if log is not None and not log.number else request


def kept_words(places: tuple[Path, ...], revision: RevisionRow | None) -> str:
    """Return what was done with papers, in one sentence."""
    if len(places) > 1:
        done = ngettext("{n} file saved", "{n} files saved", len(places)).format(n=len(places))
    else:
        done = _("Saved as “{name}”").format(name=places[0].name) if places else _("Printed")
    if revision is None:
        return _("{done}. It is a draft, and the plan stays open.").format(done=done)
    return _("{done}. It is kept with revision {n}.").format(done=done, n=revision.n)
