"""The print panel: what to print, the next visit, what stands in the way, and one button; no dialog of its own."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QWidget

from painplanner.core.values import Impossible
from painplanner.errors import KnownError
from painplanner.gui.context import AppContext
from painplanner.gui.messages import sentence_for
from painplanner.gui.printing.choices import PaperChoices
from painplanner.gui.printing.concerns import Concerns
from painplanner.gui.printing.frame import foot_with, framed, head_with
from painplanner.gui.printing.handing_out import HandOut, Order
from painplanner.gui.printing.order_line import OrderLine
from painplanner.gui.printing.ordering import Asked, leads_to_unread, order_of
from painplanner.gui.printing.outcome import Outcome
from painplanner.gui.printing.paper_words import no_printer_words
from painplanner.gui.printing.proof_notes import ProofNotes
from painplanner.gui.printing.resume import Resume
from painplanner.gui.printing.saved_notice import SavedNotice
from painplanner.gui.printing.visit import VisitFields
from painplanner.gui.widgets.split_button import SplitButton
from painplanner.gui.widgets.work_row import WorkRow
from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.core.patient import Patient
    from painplanner.gui.printing.printers import Printers
    from painplanner.gui.session import PlanSession
    from painplanner.store import RevisionRow


class PrintPanel(QWidget):
    """Prints the plan of a session; with a `revision`, new papers of that one, which stays as it is."""

    closed = Signal()
    order_changed = Signal()

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
        self._begun_with: Patient | None = None
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
        self.resume = Resume()
        self.proof = ProofNotes(session, ctx, self.planned_order)
        self.order_line = OrderLine(self._look_first)
        ways = ((_("Save PDF…"), self.save_pdf), (_("Open in the PDF viewer"), self.open_pdf))
        self.actions_button = SplitButton(_("Print…"), self._on_pressed, ways, more=_("Save or open"))
        self.print_button = self.actions_button.main
        self.hand_out = HandOut(session, ctx, self, printers)
        self.outcome = Outcome(session, ctx, self.hand_out, leads_to_documents=revision is not None)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        title = _("New papers") if self._revision else _("Print")
        head = head_with(title, _("Close the print panel"), self.close_panel)
        foot = foot_with(self.notice, self.resume, self.work, self.order_line, self.actions_button)
        content = (self.concerns, self.proof.above, self.choices, self.proof)
        self._column = framed(self, head, content, foot)
        if self._revision is None:
            self.choices.lines.insertWidget(1, self.visit)
            stops = (self.choices.bind.two_sided, self.visit.on, self.visit.at, self.visit.with_whom)
            for one, other in pairwise((*stops, self.choices.start.line)):
                QWidget.setTabOrder(one, other)
        else:
            self.choices.draft.hide()

    def _connect(self) -> None:
        self._session.plan_changed.connect(self._on_plan_changed)
        self._session.findings_changed.connect(self._follow)
        self.choices.changed.connect(self._show_choices)
        self.order_changed.connect(self.proof.soon)
        self.proof.changed.connect(self._show_order)
        self._column.verticalScrollBar().valueChanged.connect(lambda _value: self._show_order())
        self.concerns.changed.connect(self._show_choices)
        self.concerns.reason.returnPressed.connect(lambda: self._go_on())
        self.outcome.tell_through(self.notice, self.work, self.resume)
        self.outcome.printed.connect(self._leave)

    # Opening and closing

    def open_for(self, kind: str = "") -> None:
        """Begin anew unless it is open already, with the keys on the button that prints."""
        self.choices.own.refresh()
        begun = self._begun_for == self._session.plan.id and self._begun_with == self._session.patient
        if kind or not begun:
            self._begin(kind)
        else:
            self._follow()
        QTimer.singleShot(0, self, self._look_for_printers)
        self.print_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _begin(self, kind: str = "") -> None:
        self.hand_out.drop()
        self.outcome.begin()
        self.concerns.forget_reason()
        self._begun_for, self._begun_with = self._session.plan.id, self._session.patient
        self._column.verticalScrollBar().setValue(0)
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

    def close_panel(self) -> None:
        """Let the side be shown that was there before; what is at the printer goes on."""
        self.hand_out.drop()
        self._leave()

    def _leave(self) -> None:
        self._begun_for = ""
        self.closed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with the plan."""
        super().showEvent(event)
        self._follow()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell the preview that other papers may be looked at."""
        super().hideEvent(event)
        self.order_changed.emit()
        self.proof.drop()

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
        self.print_button.setText(words if self._has_printer else _("Save PDF…"))
        self.print_button.setAccessibleName(self.print_button.text())
        self.actions_button.setEnabled(not self.concerns.is_final)
        self.choices.show_emptiness(self._session.plan)
        self._show_order()
        self.order_changed.emit()

    def _show_order(self) -> None:
        """Say what would be printed, and how much stands above the papers where that is scrolled out of sight."""
        above = len(self.proof.notices) + (len(self.concerns.notices) if self.concerns.is_any else 0)
        is_seen = self._column.verticalScrollBar().value() == 0
        self.order_line.show_order(self.choices.summary(), 0 if is_seen else above)

    def _look_first(self) -> None:
        """Scroll up to what is to be seen before printing, and put the keys there."""
        self._column.verticalScrollBar().setValue(0)
        seen = (*self.concerns.notices, *self.proof.notices)
        ways = [notice.button for notice in seen if not notice.button.isHidden()]
        if ways:
            ways[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Printing and saving

    def _on_pressed(self) -> None:
        if self._has_printer:
            self.print()
        else:
            self.save_pdf()

    def print(self) -> None:
        """Make the papers and hand them to a printer."""
        self._go_on = self.print
        if not self.hand_out.has_printer():
            self._look_for_printers()
            return
        order = self._seen_order()
        if order is not None:
            self.hand_out.print(order)

    def save_pdf(self) -> None:
        """Make the papers and save them as a file."""
        self._go_on = self.save_pdf
        if self._session.plan.id != self._begun_for:
            self._begin()
        order = self._seen_order()
        if order is not None:
            self.hand_out.save(order)

    def open_pdf(self) -> None:
        """Make the papers and open them in the system's viewer."""
        order = self._seen_order(is_look=True)
        if order is not None:
            self.hand_out.open(order)

    def planned_order(self) -> Order | None:
        """Return what would be handed out as things stand, `None` where nothing is ticked; nothing is kept for it.

        Raises KnownError or Impossible.
        """
        plan = self._session.plan
        if self.isHidden() or plan.id != self._begun_for or self.choices.days() is None:
            return None
        kinds = self.choices.kinds(plan)
        return self._ordered(kinds, is_look=True) if kinds else None

    def _seen_order(self, *, is_look: bool = False) -> Order | None:
        """Return the order, or scroll to the field that has the keys because it is asked for first."""
        order, field = self._order(is_look=is_look), self.focusWidget()
        canvas = self._column.widget()
        if order is None and field is not None and canvas is not None and canvas.isAncestorOf(field):
            self._column.ensureWidgetVisible(field, 0, self._column.viewport().height() // 3)
        return order

    def _order(self, *, is_look: bool = False) -> Order | None:
        """Return what to hand out, or only to look at; `None` after saying what is missing."""
        self.notice.tell("")
        if (
            self.hand_out.is_busy
            or leads_to_unread(self._session, self._ctx, self.close_panel)
            or not self.visit.take_all()
            or not self._session.save()
        ):
            return None
        if self.choices.days() is None:
            self.choices.start.line.setFocus()
            return None
        kinds = self.choices.kinds(self._session.plan)
        if not kinds:
            self.notice.tell(_("Tick a paper to print."), "consider")
            return None
        reason = "" if self.choices.is_draft or is_look else self.concerns.given_reason()
        if reason is None:
            return None
        try:
            return self._ordered(kinds, reason, is_look=is_look)
        except (KnownError, Impossible) as error:
            self.notice.tell(sentence_for(error), "stop")
            return None

    def _ordered(self, kinds: tuple[str, ...], reason: str = "", *, is_look: bool) -> Order:
        asked = Asked(self._session, self.choices, kinds, reason, self._revision, is_look=is_look)
        return order_of(self._ctx, asked)
