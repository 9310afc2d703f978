"""What was decided and what was handed out: the revisions of each plan and the papers, newest first."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from painplanner.core.ids import printed_number
from painplanner.core.patient import Patient
from painplanner.gui.context import AppContext
from painplanner.gui.models.keyed_list import ICON_ROLE, RIGHT_ROLE, SECOND_LINE_ROLE, KeyedList
from painplanner.gui.patient_session import PatientSession
from painplanner.gui.widgets.cards import EmptyState
from painplanner.gui.widgets.keyed_view import KeyedView
from painplanner.text import _, ngettext

if TYPE_CHECKING:
    from painplanner.store import PaperRow, PlanRow, RevisionRow


class Event(NamedTuple):
    """One thing that happened, and the place that shows it."""

    key: str
    at: datetime
    what: str
    more: str
    icon: str
    place: str
    subject: str


class HistoryPage(QWidget):
    """One list of everything that is kept for ever."""

    def __init__(self, ctx: AppContext, session: PatientSession) -> None:
        """Lay out the list."""
        super().__init__()
        self._ctx, self._session = ctx, session
        cells = {
            int(Qt.ItemDataRole.DisplayRole): lambda event: event.what,
            SECOND_LINE_ROLE: lambda event: event.more,
            RIGHT_ROLE: lambda event: _when(event.at),
            ICON_ROLE: lambda event: event.icon,
        }
        self.list = KeyedView(KeyedList(lambda event: event.key, cells), _("History"))
        self.list.opened.connect(self._on_opened)
        self._empty = EmptyState(
            "history",
            _("Nothing is final yet"),
            _("Revisions and papers appear here once a plan is printed or a visit ends."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(20, 16, 20, 16)
        lines.addWidget(self._stack)
        session.changed.connect(self._on_changed)
        for signal in (ctx.news.plans_changed, ctx.news.papers_changed):
            signal.connect(lambda _id: self.refresh())
        if session.is_open:
            self.refresh()

    def _on_changed(self, old: Patient | None, new: Patient | None) -> None:
        if new is not None and (old is None or old.id != new.id):
            self.refresh()

    def take_focus(self) -> None:
        """Put the keys into the list."""
        if self.list.current() is None:
            self.list.select(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the history anew."""
        if not self._session.is_open:
            return
        entries = sorted(self._entries(), key=lambda event: str(event.at), reverse=True)
        self.list.set_rows(entries)
        self._stack.setCurrentWidget(self.list if entries else self._empty)

    def _entries(self) -> list[Event]:
        store, patient = self._ctx.store, self._session.patient.id
        plans = store.plans_of(patient)
        events = [_of_revision(plan, revision) for plan in plans for revision in store.revisions(plan.id)]
        return [*events, *(_of_paper(paper, patient) for paper in store.papers_of(patient))]

    def _on_opened(self, event: Event) -> None:
        self._ctx.go(event.place, event.subject)


def _of_revision(plan: PlanRow, revision: RevisionRow) -> Event:
    state = _("final") if str(revision.state) == "final" else _("draft")
    title = plan.title or _("Plan {number}").format(number=printed_number(plan.number))
    what = _("{title}: revision {n}, {state}").format(title=title, n=revision.n, state=state)
    more = " · ".join(part for part in (revision.reason, revision.by) if part)
    return Event(f"r-{revision.id}", revision.at, what, more, "clipboard", "plan", plan.id)


def _of_paper(paper: PaperRow, patient: str) -> Event:
    words = _("Handout") if paper.document == "handout" else _("Exercise sheet")
    pages = ngettext("{n} page", "{n} pages", paper.pages).format(n=paper.pages)
    more = " · ".join(part for part in (pages, paper.by) if part)
    what = _("{paper} printed").format(paper=words)
    return Event(f"p-{paper.id}", paper.printed_at, what, more, "printer", "documents", patient)


def _when(moment: datetime) -> str:
    from PySide6.QtCore import QDateTime, QLocale

    local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    return QLocale().toString(local, "d MMM yyyy, HH:mm")
