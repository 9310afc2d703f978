"""The print panel: what to print, the next visit, what stands in the way, and two buttons; no dialog of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from painplanner.core.values import Impossible
from painplanner.documents.registry import kind_of
from painplanner.errors import KnownError
from painplanner.gui.context import AppContext
from painplanner.gui.messages import sentence_for
from painplanner.gui.printing.choices import PaperChoices
from painplanner.gui.printing.concerns import Concerns
from painplanner.gui.printing.handing_out import HandOut, Kept, Order
from painplanner.gui.printing.paper_words import no_printer_words
from painplanner.gui.printing.saved_notice import SavedNotice
from painplanner.gui.printing.visit import VisitFields
from painplanner.gui.widgets.buttons import button, icon_button
from painplanner.gui.widgets.cards import Column
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.work_row import WorkRow
from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.documents.request import Request
    from painplanner.gui.printing.printers import Printers
    from painplanner.gui.session import PlanSession
    from painplanner.store import RevisionRow


class PrintPanel(QWidget):
    """Prints the plan of a session; with a `revision`, new papers of that one, which stays as it is."""

    closed = Signal()

    def __init__(
        self,
        session: PlanSession,
        ctx: AppContext,
        *,
        revision: RevisionRow | None = None,
        printers: Printers | None = None,
    ) -> None:
        """Lay out the panel; `printers` are those of the system unless others are given."""
        super().__init__()
        self._session, self._ctx, self._revision = session, ctx, revision
        self._begun_for = ""
        self._has_printer = True
        self._go_on: Callable[[], None] = self.print
        self.setAccessibleName(_("Print"))
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.concerns = Concerns(session, ctx, is_staff=revision is not None)
        self.choices = PaperChoices(ctx)
        self.visit = VisitFields(session, ctx)
        self.notice = SavedNotice(is_stacked=True)
        self.work = WorkRow()
        self.print_button = button(_("Print…"), self.print, kind="primary")
        self.save_button = button(_("Save PDF…"), self.save_pdf)
        self.hand_out = HandOut(session, ctx, self, printers)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 8, 0)
        head.addWidget(label(_("New papers") if self._revision else _("Print"), "section"))
        head.addStretch(1)
        head.addWidget(icon_button("close", _("Close the print panel"), self.close_panel))
        column = Column(margin=16, gap=16)
        canvas = column.widget()
        if canvas is not None:
            canvas.setProperty("role", "pane")
        for part in (self.concerns, self.choices):
            column.lines.addWidget(part)
        column.lines.addStretch(1)
        if self._revision is None:
            self.choices.lines.insertWidget(1, self.visit)
        else:
            self.choices.draft.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(column, 1)
        outer.addWidget(self._foot())

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("role", "foot")
        lines = QVBoxLayout(foot)
        lines.setContentsMargins(16, 12, 16, 12)
        lines.setSpacing(8)
        for part in (self.notice, self.work):
            lines.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(8)
        for made in (self.print_button, self.save_button):
            row.addWidget(made, 1)
        lines.addLayout(row)
        return foot

    def _connect(self) -> None:
        self._session.plan_changed.connect(self._on_plan_changed)
        self._session.findings_changed.connect(self._follow)
        self.choices.changed.connect(self._show_choices)
        self.concerns.changed.connect(self._show_choices)
        self.work.cancelled.connect(self.hand_out.cancel)
        self.hand_out.progressed.connect(self.work.show_work)
        self.hand_out.made.connect(self.work.rest)
        self.concerns.reason.returnPressed.connect(lambda: self._go_on())
        self.hand_out.kept.connect(self._on_kept)
        self.hand_out.failed.connect(self._on_failed)
        self.hand_out.left.connect(self.work.rest)

    # Opening and closing

    def open_for(self, kind: str = "") -> None:
        """Begin anew for the plan as it is now, with the keys on the button that prints."""
        self._begin(kind)
        QTimer.singleShot(0, self, self._look_for_printers)
        self.print_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _begin(self, kind: str = "") -> None:
        self.hand_out.drop()
        self.notice.tell("")
        self.concerns.forget_reason()
        self._begun_for = self._session.plan.id
        try:
            self.choices.begin(self._session.plan, self._session.patient, kind)
        except Impossible as refusal:
            self.notice.tell(sentence_for(refusal), "stop")
        self._follow()

    def _look_for_printers(self) -> None:
        """Say it when nothing can be printed from here, and offer the other way."""
        self._has_printer = self.hand_out.has_printer()
        self._show_choices()
        if not self._has_printer:
            self.notice.tell(no_printer_words(), "consider")
            self.save_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_panel(self) -> None:
        """Let the side be shown that was there before; what is at the printer goes on."""
        self.hand_out.drop()
        self.closed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with the plan."""
        super().showEvent(event)
        self._follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc, or cancel what is under way."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.hand_out.is_busy:
            self.hand_out.cancel()
        else:
            self.close_panel()

    # Following the plan

    def _on_plan_changed(self, old: object, new: object) -> None:
        if old is None or new is None:
            self.hand_out.drop()
        self._follow()

    def _follow(self) -> None:
        if not self._session.is_open or self.isHidden():
            return
        plan = self._session.plan
        if plan.id != self._begun_for:
            self._begin()
            return
        self.visit.show_visit(plan.next_visit)
        self.concerns.show_findings(self._session.findings, plan)
        try:
            self.choices.follow(plan)
        except Impossible as refusal:
            self.notice.tell(sentence_for(refusal), "stop")
        self._show_choices()

    def _show_choices(self) -> None:
        """Name the button by what it does now, and say when a sheet would be empty."""
        if not self._session.is_open:
            return
        is_anyway = self.concerns.is_any and not self.choices.is_draft
        words = _("Print anyway…") if is_anyway and not self.concerns.is_final else _("Print…")
        self.print_button.setText(words)
        self.print_button.setAccessibleName(words)
        self.print_button.setEnabled(self._has_printer and not self.concerns.is_final)
        self.save_button.setEnabled(not self.concerns.is_final)
        self.choices.show_emptiness(self._session.plan)

    # Printing and saving

    def print(self) -> None:
        """Make the papers and hand them to a printer."""
        self._go_on = self.print
        if not self.hand_out.has_printer():
            self._look_for_printers()
            return
        order = self._order()
        if order is not None:
            self.hand_out.print(order)

    def save_pdf(self) -> None:
        """Make the papers and save them as files."""
        self._go_on = self.save_pdf
        if self._session.plan.id != self._begun_for:
            self._begin()
        order = self._order()
        if order is not None:
            self.hand_out.save(order)

    def _order(self) -> Order | None:
        """Return what to hand out; `None` after saying what is missing."""
        self.notice.tell("")
        if self.hand_out.is_busy or self._has_unread() or not self.visit.take_all() or not self._session.save():
            return None
        if self.choices.days() is None:
            self.choices.start.line.setFocus()
            return None
        kinds = self.choices.kinds(self._session.plan)
        if not kinds:
            self.notice.tell(_("Tick a paper to print."), "consider")
            return None
        reason = "" if self.choices.is_draft else self.concerns.given_reason()
        request = self._request(reason, kinds) if reason is not None else None
        return Order(request, kinds, reason or "", self._revision) if request is not None else None

    def _has_unread(self) -> bool:
        """Lead back to a text that was typed for the plan and not understood; tell whether there is one."""
        found = self._session.unread.first()
        if found is None:
            return False
        self.close_panel()
        found.go()
        words = _("Nothing was printed: “{text}” was not understood, and the plan does not hold it. Correct it first.")
        self._ctx.say(words.format(text=found.text), kind="stop")
        return True

    def _request(self, reason: str, kinds: tuple[str, ...]) -> Request | None:
        """Gather what the papers say, under the number of the revision that they will be kept with."""
        from painplanner.services.publish import gather, with_log

        store, plan = self._ctx.store, self._session.plan
        try:
            request = gather(
                store,
                plan,
                self._ctx.today(),
                days=self.choices.days(),
                language=self.choices.lang(),
                is_draft=self.choices.is_draft,
                patient=self._session.patient,
                findings=self._session.findings,
            )
            if any(kind_of(kind).takes_log for kind in kinds):
                request = with_log(store, request, self._ctx.new_id)
        except (KnownError, Impossible) as error:
            self.notice.tell(sentence_for(error), "stop")
            return None
        if self._revision is not None:
            return replace(request, revision=self._revision.n)
        newest = next(iter(store.revisions(plan.id)), None)
        if reason and newest is not None:
            return replace(request, revision=newest.n + 1)  # the reason asks for a revision of its own
        return request

    def _on_kept(self, kept: Kept) -> None:
        self.work.rest()
        is_shown = self._session.is_open and self._session.plan.id == kept.plan
        if kept.places and is_shown:
            self.notice.tell(kept.words, "done", folder=kept.places[0].parent)
        else:
            self._ctx.say(kept.words, kind="done")
            if is_shown:
                self.closed.emit()

    def _on_failed(self, sentence: str) -> None:
        self.work.rest()
        self.notice.tell(sentence, "stop")
