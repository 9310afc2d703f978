"""What was decided and what was handed out, newest first, and beside it what changed from one version to another."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from painplanner.core.patient import Patient
from painplanner.gui.context import AppContext
from painplanner.gui.models.keyed_list import ICON_ROLE, RIGHT_ROLE, SECOND_LINE_ROLE, KeyedList
from painplanner.gui.pages.history.compare import CompareView
from painplanner.gui.pages.history.events import Event, events_of
from painplanner.gui.patient_session import PatientSession
from painplanner.gui.printing.paper_words import near_moment_words
from painplanner.gui.widgets.cards import EmptyState
from painplanner.gui.widgets.keyed_view import KeyedView
from painplanner.text import _

LEAST_LIST, LEAST_COMPARED = 260, 300


class HistoryPage(QWidget):
    """List at the left, what changed at the right; Enter on a revision goes there, on a paper to the documents."""

    def __init__(self, ctx: AppContext, session: PatientSession) -> None:
        """Lay out list and comparison."""
        super().__init__()
        self._ctx, self._session = ctx, session
        cells = {
            int(Qt.ItemDataRole.DisplayRole): lambda event: event.what,
            SECOND_LINE_ROLE: lambda event: event.more,
            RIGHT_ROLE: lambda event: near_moment_words(event.at, ctx.today()),
            ICON_ROLE: lambda event: event.icon,
        }
        self.list = KeyedView(KeyedList(lambda event: event.key, cells), _("History"))
        self.compare = CompareView(ctx)
        self._empty = EmptyState(
            "history",
            _("Nothing is final yet"),
            _("Revisions and papers appear here once a plan is printed or a visit ends."),
        )
        self._stack = QStackedWidget()
        self._lay_out()
        self.list.pointed.connect(self._on_pointed)
        self.list.opened.connect(self._on_opened)
        self.compare.plan_wanted.connect(lambda plan: ctx.go("plan", plan))
        session.changed.connect(self._on_changed)
        for signal in (ctx.news.plans_changed, ctx.news.papers_changed):
            signal.connect(lambda _id: self._on_news())
        if session.is_open:
            self.refresh()

    def _lay_out(self) -> None:
        left = QWidget()
        left.setMinimumWidth(LEAST_LIST)
        row = QHBoxLayout(left)
        row.setContentsMargins(20, 12, 8, 12)
        row.addWidget(self.list)
        self.compare.setMinimumWidth(LEAST_COMPARED)
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(left)
        splitter.addWidget(self.compare)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([420, 880])
        self._stack.addWidget(splitter)
        self._stack.addWidget(self._empty)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self._stack)

    def _on_changed(self, old: Patient | None, new: Patient | None) -> None:
        if new is not None and (old is None or old.id != new.id):
            self.list.set_rows(())
            self.refresh()

    def _on_news(self) -> None:
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was written while it was hidden."""
        super().showEvent(event)
        self.refresh()

    def take_focus(self) -> None:
        """Put the keys into the list."""
        if self.list.current() is None:
            self.list.select(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the history anew; the selection stays where it still is, until another version is the newest one."""
        if not self._session.is_open:
            return
        entries, before = events_of(self._ctx.store, self._session.patient.id), self.list.rows.rows
        self.list.set_rows(entries)
        self._stack.setCurrentIndex(0 if entries else 1)
        self.compare.setVisible(any(event.plan for event in entries))
        if self.list.current() is None or _newest(entries) != _newest(before):
            self.list.select(next((place for place, event in enumerate(entries) if event.plan), 0))
        elif (event := self.list.current()) is not None and event.plan:
            self._on_pointed(event)

    def _on_pointed(self, event: Event) -> None:
        """Show what a version changed; a paper leaves what is shown."""
        if event.plan:
            self.compare.show_version(event.plan, event.version)

    def _on_opened(self, event: Event) -> None:
        if event.plan:
            self._on_pointed(event)
            (self.compare.new if self.compare.new.isVisible() else self.compare.open_button).setFocus()
        else:
            self._ctx.go("documents", self._session.patient.id)


def _newest(entries: Iterable[Event]) -> str:
    """Return which version is the newest one."""
    return next((event.key for event in entries if event.plan), "")
