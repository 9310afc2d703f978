"""The morning list: what is late, what is to decide, what is open. It reads only the prepared rows of the store."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from painplanner.gui.context import AppContext
from painplanner.gui.dates import long_day_words
from painplanner.gui.pages.today.row import TodayRow, is_late
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import Card, Column, EmptyState
from painplanner.gui.widgets.chips import ChipRow
from painplanner.gui.widgets.fields import SearchField
from painplanner.gui.widgets.labels import label
from painplanner.text import _, ngettext

if TYPE_CHECKING:
    from painplanner.store import DueRow

SOON_DAYS = 7
FIRST_ROWS = 20
"""More than a window shows at once; the rest is one button away."""
MORE_ROWS = 60


class TodayPage(QWidget):
    """Rows of what is due, with the action at the end of each."""

    find_wanted = Signal(str)

    def __init__(self, ctx: AppContext) -> None:
        """Lay out head, filters and list."""
        super().__init__()
        self._ctx = ctx
        self._day = label("", "muted")
        self.search = SearchField(_("Find a patient"))
        self.search.setMaximumWidth(320)
        self.search.textEdited.connect(self._on_find)
        self.span = ChipRow((("now", _("To do")), ("soon", _("Next 7 days")), ("all", _("Everything"))), name=_("When"))
        self.span.chosen.connect(self.refresh)
        self._count = label("", "minor")
        self._card = Card(margin=8, gap=0)
        self._grid = QGridLayout()
        self._rows: list[DueRow] = []
        self._lines: list[TodayRow] = []
        self._asked = FIRST_ROWS
        self._nothing = label(_("Nothing is due in this span."), "muted")
        self.more = button("", self._on_more, kind="link")
        self._stack = QStackedWidget()
        self._empty = EmptyState(
            "check",
            _("Nothing is due"),
            _("Find a patient to go on with a plan, or add a new one."),
            _("Find a patient"),
            lambda: ctx.go("patients"),
        )
        self._lay_out()
        for signal in (ctx.news.patient_changed, ctx.news.plans_changed):
            signal.connect(lambda _id: self.isVisible() and self.refresh())
        ctx.news.day_changed.connect(self.refresh)

    def _lay_out(self) -> None:
        head = QFrame()
        head.setProperty("role", "bar")
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 10, 16, 10)
        row.setSpacing(12)
        row.addWidget(label(_("Today"), "title"))
        row.addWidget(self._day)
        row.addStretch(1)
        row.addWidget(self.search, 2)
        filters = QHBoxLayout()
        filters.addWidget(self.span, 1)
        filters.addWidget(self._count)
        self._column = Column(width=1240)
        self._column.lines.addLayout(filters)
        self._column.lines.addWidget(self._card)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 2)
        self._grid.setColumnStretch(2, 5)
        for column, words in enumerate((_("What"), _("Who"), _("Why"), _("When"))):
            name = label(words, "small")
            name.setContentsMargins(8, 6, 0, 6)
            self._grid.addWidget(name, 0, column)
        self._nothing.setContentsMargins(8, 12, 0, 12)
        self._card.lines.addLayout(self._grid)
        self._card.lines.addWidget(self._nothing)
        self._card.lines.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._stack.addWidget(self._column)
        self.search.installEventFilter(self)
        self._stack.addWidget(self._empty)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(head)
        lines.addWidget(self._stack, 1)

    def _on_find(self, text: str) -> None:
        self.search.clear()
        self.find_wanted.emit(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the search to the first line with the arrow down."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            first = next((line.act for line in self._lines if line.act.isVisible()), None)
            if event.key() == Qt.Key.Key_Down and first is not None:
                first.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def take_focus(self) -> None:
        """Put the keys into the first field."""
        self.search.setFocus()

    def refresh(self) -> None:
        """Read what is due on this day."""
        today = self._ctx.today()
        self._day.setText(long_day_words(today))
        everything = tuple(self._ctx.store.due(today))
        rows = [row for row in everything if self._is_in_span(row.on, today)]
        rows.sort(key=lambda row: (row.kind != "red-flag", row.on or today, row.patient_name))
        self._stack.setCurrentWidget(self._column if everything else self._empty)
        late = sum(is_late(row, today) for row in rows)
        words = ngettext("{n} thing to do", "{n} things to do", len(rows)).format(n=len(rows))
        self._count.setText(f"{words} · " + _("{n} late").format(n=late) if late else words)
        self._rows = rows
        self._show_rows()

    def _is_in_span(self, on: date | None, today: date) -> bool:
        limit = {"now": 0, "soon": SOON_DAYS}.get(self.span.key())
        return on is None or limit is None or (on - today).days <= limit

    def _show_rows(self) -> None:
        """Show the due rows in lines that are kept, and only as many as were asked for."""
        rows, today = self._rows, self._ctx.today()
        self.make_lines(min(len(rows), self._asked))
        for line, row in zip(self._lines, rows[: self._asked], strict=False):
            line.show_due(row, today)
        for line in self._lines[min(len(rows), self._asked) :]:
            line.hide()
        self._nothing.setVisible(not rows)
        left = len(rows) - self._asked
        self.more.setVisible(left > 0)
        self.more.setText(ngettext("Show {n} more", "Show {n} more", left).format(n=left) if left > 0 else "")

    def make_lines(self, count: int = FIRST_ROWS) -> None:
        """Make lines until there are so many, in idle moments or when they are needed."""
        while len(self._lines) < count:
            before = self._lines[-1].act if self._lines else self.span.findChildren(QPushButton)[-1]
            self._lines.append(TodayRow(self._grid, len(self._lines) * 2 + 1, self._ctx.go))
            QWidget.setTabOrder(before, self._lines[-1].act)

    def _on_more(self) -> None:
        self._asked += MORE_ROWS
        first = len(self._lines)
        self._show_rows()
        self._lines[min(first, len(self._lines) - 1)].act.setFocus()
