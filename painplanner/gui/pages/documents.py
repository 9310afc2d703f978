"""The papers that were given, newest first, with the kept paper beside the list: the same paper for ever.

New papers of the newest final plan are made in the composer; in the staff view, which has none, they are made here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from painplanner.core.patient import Patient
from painplanner.gui.context import AppContext
from painplanner.gui.log_list import LogList
from painplanner.gui.models.keyed_list import ICON_ROLE, RIGHT_ROLE, SECOND_LINE_ROLE, KeyedList
from painplanner.gui.patient_session import PatientSession
from painplanner.gui.printing.first_visit import FirstVisit
from painplanner.gui.printing.kept_paper import Given, KeptPaper
from painplanner.gui.printing.paper_words import near_moment_words, whose_words
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import EmptyState
from painplanner.gui.widgets.keyed_view import KeyedView
from painplanner.gui.widgets.labels import label
from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.gui.printing.panel import PrintPanel
    from painplanner.gui.printing.printers import Printers
    from painplanner.gui.session import PlanSession
    from painplanner.store import PlanRow, RevisionRow

PANEL_WIDTH = 340
LEAST_PAPER = 400
QWIDGETSIZE_MAX = 16_777_215
"""Qt's own largest width, which stands for no limit."""


class DocumentsPage(QWidget):
    """List at the left, paper at the right; Enter goes into the paper, Esc back to the list."""

    def __init__(self, session: PatientSession, ctx: AppContext, *, printers: Printers | None = None) -> None:
        """Lay out list and paper; `printers` are those of the system unless others are given."""
        super().__init__()
        self._session, self._ctx, self._printers = session, ctx, printers
        self._is_staff_view = False
        self._plan_session: PlanSession | None = None
        self.panel: PrintPanel | None = None
        cells = {
            int(Qt.ItemDataRole.DisplayRole): lambda given: given.title,
            SECOND_LINE_ROLE: lambda given: given.more,
            RIGHT_ROLE: lambda given: near_moment_words(given.row.printed_at, ctx.today()),
            ICON_ROLE: lambda _given: "document",
        }
        self.list = KeyedView(KeyedList(lambda given: given.row.id, cells), _("Papers given"))
        self.paper = KeptPaper(ctx, printers)
        self.logs = LogList(ctx)
        self.new_button = button(_("New papers…"), self.print_new, tip=_("Print the newest final plan for other days"))
        self.empty = EmptyState(
            "document",
            _("No papers yet"),
            _("Papers appear here once a plan is printed or saved as PDF."),
            _("Open a plan"),
            self._on_plan_wanted,
        )
        self.first_visit = FirstVisit(ctx, session, printers)
        self.empty.add_below(self.first_visit)
        self._right, self._stack = QWidget(), QStackedWidget()
        self._right_row = QHBoxLayout(self._right)
        self._lay_out()
        self.list.pointed.connect(self.paper.show_paper)
        self.list.opened.connect(self._on_opened)
        session.changed.connect(self._on_patient_changed)
        ctx.news.papers_changed.connect(self._on_papers_changed)
        ctx.news.readings_changed.connect(self._on_readings_changed)
        ctx.news.plans_changed.connect(self._on_plans_changed)
        if session.is_open:
            self.refresh()

    def _lay_out(self) -> None:
        self._right_row.setContentsMargins(0, 0, 0, 0)
        self._right_row.setSpacing(0)
        self._right_row.addWidget(self.paper, 1)
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._left())
        splitter.addWidget(self._right)
        splitter.setHandleWidth(1)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([420, 880])
        self._stack.addWidget(splitter)
        self._stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _left(self) -> QWidget:
        left = QWidget()
        left.setMinimumWidth(320)
        head = QHBoxLayout()
        head.addWidget(label(_("Papers given"), "section"))
        head.addStretch(1)
        head.addWidget(self.new_button)
        lines = QVBoxLayout(left)
        lines.setContentsMargins(20, 12, 16, 16)
        lines.setSpacing(12)
        lines.addLayout(head)
        lines.addWidget(self.list, 1)
        lines.addWidget(self.logs)
        QWidget.setTabOrder(self.list, self.new_button)
        return left

    # What is shown

    def set_staff_view(self, *, on: bool) -> None:
        """Make new papers here, or leave them to the composer."""
        self._is_staff_view = on
        self._close_panel()
        self._show_new_button()

    def _on_patient_changed(self, old: Patient | None, new: Patient | None) -> None:
        if new is not None and (old is None or old.id != new.id):
            self._close_panel()
            self.refresh()

    def _on_papers_changed(self, _patient: str) -> None:
        self.refresh()

    def _on_readings_changed(self, patient: str) -> None:
        if self._session.is_open and self._session.patient.id == patient:
            self._show_logs()

    def _show_logs(self) -> None:
        has_logs = self.logs.show_patient(self._session.patient.id)
        has_papers = self.list.rows.rowCount() > 0
        self._stack.setCurrentIndex(0 if has_papers or has_logs or self.panel is not None else 1)

    def _on_plans_changed(self, _patient: str) -> None:
        self._show_new_button()

    def refresh(self) -> None:
        """Read the papers anew; the selection stays where it still is."""
        if not self._session.is_open:
            return
        given, before = self._given(), self.list.rows.rows
        self.list.set_rows(given)
        self._show_logs()
        if given and given[:1] != before[:1]:
            self.list.select(0)
        self._show_new_button()

    def _given(self) -> tuple[Given, ...]:
        store, patient = self._ctx.store, self._session.patient
        plans = {plan.id: plan for plan in store.plans_of(patient.id)}
        titles = {plan.id: plan.title or _("Plan") for plan in plans.values()}
        numbers = {revision.id: revision.n for plan in titles for revision in store.revisions(plan)}
        return tuple(
            Given(row, self._whose(plans.get(row.plan)), titles.get(row.plan, ""), numbers.get(row.revision, 0))
            for row in store.papers_of(patient.id)
        )

    def _whose(self, plan: PlanRow | None) -> str:
        return whose_words(self._session.patient, plan.number if plan is not None else 0, self._ctx.practice)

    def _on_opened(self, given: Given) -> None:
        self.paper.show_paper(given)
        self.paper.view.setFocus()

    def take_focus(self) -> None:
        """Put the keys into the list, or onto what makes the first papers."""
        here = self.list if self.list.rows.rowCount() else self.new_button
        if self._stack.currentIndex() and self.empty.action is not None:
            here = self.empty.action
        here.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list with Esc."""
        if event.key() == Qt.Key.Key_Escape and not self.list.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    # What the menu asks for

    def do_print(self) -> None:
        """Print what is selected again, or what the open panel says."""
        if self.panel is not None:
            self.panel.print()
        elif self.list.current() is not None:
            self.paper.print()
        elif not self._ctx.store.plans_of(self._session.patient.id):
            self.first_visit.print()
        elif self._is_staff_view:
            self.print_new()
        else:
            self._ctx.go("print", self._ctx.store.plans_of(self._session.patient.id)[0].id)

    def do_save_pdf(self) -> None:
        """Save what is selected again, or what the open panel says."""
        if self.panel is not None:
            self.panel.save_pdf()
        elif self.list.current() is None and not self._ctx.store.plans_of(self._session.patient.id):
            self.first_visit.save_pdf()
        else:
            self.paper.save_pdf()

    # New papers

    def _final(self) -> RevisionRow | None:
        """Return the newest final revision of the patient's plans."""
        store = self._ctx.store
        revisions = (row for plan in store.plans_of(self._session.patient.id) for row in store.revisions(plan.id))
        return max((row for row in revisions if row.state == "final"), key=lambda row: row.at, default=None)

    def _show_new_button(self) -> None:
        if self._session.is_open:
            self.new_button.setVisible(self._final() is not None)
            self.first_visit.refresh()
        if self.empty.action is not None:
            self.empty.action.setVisible(not self._is_staff_view)

    def _on_plan_wanted(self) -> None:
        patient = self._session.patient.id
        plans = self._ctx.store.plans_of(patient)
        if plans:
            self._ctx.go("plan", plans[0].id)
        else:
            self._ctx.go("new-plan", patient)

    def print_new(self) -> None:
        """Make new papers of the newest final plan."""
        revision = self._final()
        if revision is None:
            self._ctx.say(_("No plan is final yet. A clinician prints it first; then more can be printed here."))
            return
        if self._is_staff_view:
            self._open_panel(revision)
        else:
            self._ctx.go("print", revision.plan)

    def _open_panel(self, revision: RevisionRow) -> None:
        from painplanner.gui.printing.panel import PrintPanel
        from painplanner.gui.session import PlanSession

        self._close_panel()
        self._plan_session = PlanSession(self._ctx, self)
        self._plan_session.open(self._ctx.store.revision_plan(revision.id))
        self.panel = PrintPanel(self._plan_session, self._ctx, revision=revision, printers=self._printers)
        self.panel.closed.connect(self._close_panel)
        self._right_row.addWidget(self.panel, 1)
        self._stack.setCurrentIndex(0)
        self._fit()
        self.panel.show()
        self.panel.open_for()

    def _fit(self) -> None:
        """Show the paper beside the panel where both have room."""
        has_room = self.panel is None or self._right.width() >= PANEL_WIDTH + LEAST_PAPER
        self.paper.setVisible(has_room)
        if self.panel is not None:
            self.panel.setMaximumWidth(PANEL_WIDTH if has_room else QWIDGETSIZE_MAX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        self._fit()

    def _close_panel(self) -> None:
        panel, session = self.panel, self._plan_session
        if panel is None or session is None:
            return
        self.panel = self._plan_session = None
        panel.hand_out.cancel()  # its spool goes with it
        session.close()
        self._right_row.removeWidget(panel)
        panel.hide()
        self._fit()
        for gone in (panel, session):
            gone.deleteLater()
        self.list.setFocus()
        self.refresh()
