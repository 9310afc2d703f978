"""What was decided and what was handed out: the revisions of each plan and the papers, newest first."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from painplanner.core.patient import Patient
from painplanner.gui.context import AppContext
from painplanner.gui.models.keyed_list import ICON_ROLE, RIGHT_ROLE, SECOND_LINE_ROLE, KeyedList
from painplanner.gui.patient_session import PatientSession
from painplanner.gui.widgets.cards import EmptyState
from painplanner.gui.widgets.keyed_view import KeyedView
from painplanner.text import _, ngettext


class HistoryPage(QWidget):
    """One list of everything that is kept for ever."""

    def __init__(self, ctx: AppContext, session: PatientSession) -> None:
        """Lay out the list."""
        super().__init__()
        self._ctx, self._session = ctx, session
        cells = {
            int(Qt.ItemDataRole.DisplayRole): lambda row: row[2],
            SECOND_LINE_ROLE: lambda row: row[3],
            RIGHT_ROLE: lambda row: row[4],
            ICON_ROLE: lambda row: row[5],
        }
        self.list = KeyedView(KeyedList(lambda row: row[0], cells), _("History"))
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
        entries = sorted(self._entries(), key=lambda row: str(row[1]), reverse=True)
        self.list.set_rows(entries)
        self._stack.setCurrentWidget(self.list if entries else self._empty)

    def _entries(self) -> list[tuple[str, object, str, str, str, str]]:
        store, patient = self._ctx.store, self._session.patient.id
        rows: list[tuple[str, object, str, str, str, str]] = []
        for plan in store.plans_of(patient):
            for revision in store.revisions(plan.id):
                state = _("final") if str(revision.state) == "final" else _("draft")
                what = _("{title}: revision {n}, {state}").format(
                    title=plan.title or _("Plan"), n=revision.n, state=state
                )
                rows.append(
                    (
                        f"r-{revision.id}",
                        revision.at,
                        what,
                        revision.reason or _("no reason given"),
                        _when(revision.at),
                        "clipboard",
                    )
                )
        for paper in store.papers_of(patient):
            pages = ngettext("{n} page", "{n} pages", paper.pages).format(n=paper.pages)
            words = _("Handout") if paper.document == "handout" else _("Exercise sheet")
            rows.append(
                (
                    f"p-{paper.id}",
                    paper.printed_at,
                    _("{paper} printed").format(paper=words),
                    pages,
                    _when(paper.printed_at),
                    "printer",
                )
            )
        return rows

    def _on_opened(self, row: tuple[str, ...]) -> None:
        if row[0].startswith("p-"):
            self._ctx.go("documents", self._session.patient.id)


def _when(moment: datetime) -> str:
    from PySide6.QtCore import QDateTime, QLocale

    local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    return QLocale().toString(local, "d MMM yyyy, HH:mm")
