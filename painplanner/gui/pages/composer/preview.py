"""The papers beside the plan, as they would print now; made anew shortly after each edit, and only while in sight."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from painplanner.core.plan import Plan
from painplanner.core.values import Impossible
from painplanner.documents.registry import kinds as all_kinds
from painplanner.errors import KnownError
from painplanner.gui.context import AppContext
from painplanner.gui.dates import near_day_words
from painplanner.gui.messages import sentence_for
from painplanner.gui.printing.handing_out import Order, is_same
from painplanner.gui.widgets.cards import Notice
from painplanner.gui.widgets.fields import choice
from painplanner.gui.widgets.labels import ElidedLabel
from painplanner.gui.widgets.pdf_view import PdfView
from painplanner.gui.widgets.zoom_bar import ZoomBar
from painplanner.text import _, current

if TYPE_CHECKING:
    from painplanner.gui.printing.panel import PrintPanel
    from painplanner.gui.session import PlanSession
    from painplanner.gui.tasks import Ticket
    from painplanner.store import NewPaper

REST_MS = 80
"""A pause in typing, after which the paper is made anew; the first change after a rest is shown at once."""
QUIET_MS = 400
LANE = "preview"
_REMEMBERED = "preview/kind"


class PreviewPanel(QWidget):
    """Shows one paper at a time; while it cannot be made, the last good one stays below a sentence.

    While the print panel is open it shows what that would print (`follow`), and `made` gives the very file to it.
    """

    made = Signal(object, object)

    def __init__(self, session: PlanSession, ctx: AppContext) -> None:
        """Lay out choice, days, pages and zoom; nothing is made yet."""
        super().__init__()
        self._session, self._ctx = session, ctx
        self._is_stale = True
        self._panel: PrintPanel | None = None
        self._ticket: Ticket | None = None
        self._asked: Order | None = None
        self.setAccessibleName(_("Preview"))
        kept = ctx.settings.text(_REMEMBERED)
        self.kinds = choice(((kind.id, kind.name(current())) for kind in all_kinds()), kept, name=_("Paper"))
        self.days = ElidedLabel("", "minor")
        self.notice = Notice("", "consider")
        self.view = PdfView(_("Preview of the paper"))
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._make)
        self._quiet = QElapsedTimer()
        self._quiet.start()
        self._lay_out()
        self.kinds.activated.connect(lambda _index: self._on_kind_chosen())
        if session.is_open:
            self._offer(session.plan)
        session.plan_changed.connect(self._on_plan_changed)
        news = ctx.news
        news.patient_changed.connect(self._on_patient_news)
        news.papers_changed.connect(self._on_patient_news)
        news.readings_changed.connect(self._on_patient_news)
        news.practice_changed.connect(self._make_soon)
        news.day_changed.connect(self._make_soon)

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 8)
        head.setSpacing(8)
        for part in (self.kinds, self.days, self.notice):
            head.addWidget(part)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addLayout(head)
        lines.addWidget(self.view, 1)
        lines.addWidget(ZoomBar(self.view))

    @property
    def is_waiting(self) -> bool:
        """Tell whether a paper is about to be made or under way."""
        return self._rest.isActive() or self._ticket is not None

    def follow(self, panel: PrintPanel) -> None:
        """Show what a print panel would print, while that is open."""
        self._panel = panel
        panel.order_changed.connect(self._on_order_changed)
        self.made.connect(panel.hand_out.know)
        self._on_order_changed()

    def _on_order_changed(self) -> None:
        is_printing = self._panel is not None and not self._panel.isHidden()
        self.kinds.setVisible(not is_printing)
        self._make_soon()

    # When to make it anew

    def _on_plan_changed(self, old: Plan | None, new: Plan | None) -> None:
        if new is None or old is None:
            self._drop()
            self.view.clear()
            self.days.setText("")
        if new is not None:
            self._offer(new)
            self._make_soon()

    def _offer(self, plan: Plan) -> None:
        """Let those papers be chosen that a plan can have."""
        chosen = self.kinds.currentData()
        offered = [kind for kind in all_kinds() if kind.is_offered(plan)]
        if [kind.id for kind in offered] != [self.kinds.itemData(n) for n in range(self.kinds.count())]:
            self.kinds.clear()
            for kind in offered:
                self.kinds.addItem(kind.name(current()), kind.id)
            self.kinds.setCurrentIndex(max(0, self.kinds.findData(chosen)))

    def _on_patient_news(self, patient: str) -> None:
        if self._session.is_open and self._session.plan.patient == patient:
            self._make_soon()

    def _on_kind_chosen(self) -> None:
        self._ctx.settings.remember(_REMEMBERED, str(self.kinds.currentData()))
        self._make()

    def _make_soon(self) -> None:
        self._is_stale = True
        if self.isVisible():
            is_first = not self.is_waiting and self._quiet.hasExpired(QUIET_MS)
            if is_first or not (self._rest.isActive() and self._rest.interval() == 0):
                self._rest.start(0 if is_first else REST_MS)
        self._quiet.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while it was hidden."""
        super().showEvent(event)
        if self._is_stale:
            self._rest.start(0)

    def hideEvent(self, event: QHideEvent) -> None:
        """Make nothing more."""
        super().hideEvent(event)
        self._is_stale = self._is_stale or self.is_waiting
        self._drop()

    def _drop(self) -> None:
        self._rest.stop()
        self._rest.setInterval(REST_MS)
        self._asked = None
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None

    # Making it

    def _make(self) -> None:
        """Gather here, write beside the window; only the newest result arrives, and nothing is made twice."""
        if not self._session.is_open or not self.isVisible():
            self._drop()
            return
        self._is_stale = False
        try:
            order = self._order()
        except (KnownError, Impossible) as error:
            self._drop()
            self._on_failed(error)
            return
        if order is None:
            self._drop()
            self.notice.say(_("No paper is ticked in the print panel."))
        elif self._asked is None or not is_same(self._asked, order):
            self._write(order)

    def _write(self, order: Order) -> None:
        from painplanner.services.publish import make_paper

        self._drop()
        self._asked = order
        if self.view.pages is None:
            self.days.setText(_("Making the preview…"))
        work = partial(make_paper, order.request, order.kinds, order.binding)
        self._ticket = self._ctx.tasks.run(work, partial(self._on_made, order), self._on_failed, lane=LANE)

    def _order(self) -> Order | None:
        """Return what the open print panel would print, else the one paper that is chosen here."""
        if self._panel is not None and not self._panel.isHidden():
            return self._panel.planned_order()
        from painplanner.services.gathering import gather

        session = self._session
        request = gather(
            self._ctx.store, session.plan, self._ctx.today(), patient=session.patient, findings=session.findings
        )
        return Order(request, (str(self.kinds.currentData()),))

    def _on_made(self, order: Order, paper: NewPaper) -> None:
        self._ticket, request = None, order.request
        try:
            self.view.show_pdf(paper.pdf, f"{request.plan.id} {paper.document}")
        except KnownError as error:
            self._on_failed(error)
            return
        self.made.emit(order, paper)
        self.notice.say("")
        first, last = near_day_words(request.start, request.today), near_day_words(request.end, request.today)
        self.days.setText(_("For {first} to {last}, as it would print now").format(first=first, last=last))

    def _on_failed(self, error: Exception) -> None:
        self._ticket = self._asked = None
        self.notice.say(sentence_for(error))
        if self.view.pages is None:
            self.days.setText("")
