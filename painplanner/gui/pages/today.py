"""The morning list: what is late, what is to decide, what is open. It reads only the prepared rows of the store."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from painplanner.gui.context import AppContext
from painplanner.gui.dates import day_words, long_day_words
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import Card, Column, EmptyState
from painplanner.gui.widgets.chips import ChipRow, Tag
from painplanner.gui.widgets.fields import SearchField
from painplanner.gui.widgets.labels import ElidedLabel, label, rule
from painplanner.gui.widgets.layouts import empty
from painplanner.text import _, ngettext

if TYPE_CHECKING:
    from painplanner.store import DueRow

SOON_DAYS = 7
SHOWN_ROWS = 60


def kind_words(kind: str) -> tuple[str, str, str]:
    """Return (what, action, place) of a kind of row."""
    known = {
        "red-flag": (_("Red flag"), _("Act"), "patient"),
        "checkpoint": (_("To decide"), _("Decide"), "plan"),
        "trial-end": (_("Trial ends"), _("Decide"), "plan"),
        "reassess": (_("Reassess"), _("Open"), "plan"),
        "next-visit": (_("Visit"), _("Open"), "plan"),
        "goal": (_("Goal due"), _("Open"), "plan"),
        "step-start": (_("Step starts"), _("Open"), "plan"),
        "print": (_("To print"), _("Print"), "print"),
        "draft": (_("Draft"), _("Continue"), "plan"),
    }
    return known.get(kind, (kind.replace("-", " ").capitalize(), _("Open"), "plan"))


def lateness(on: date | None, today: date) -> tuple[str, str]:
    """Return when a row is due, in words, and the role they are shown in."""
    if on is None:
        return _("any time"), "info"
    days = (today - on).days
    if days > 0:
        return ngettext("{n} day late", "{n} days late", days).format(n=days), "stop"
    if days == 0:
        return _("due today"), "consider"
    return day_words(on, weekday=True), "info"


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
        self._card.lines.addLayout(self._grid)
        self._stack.addWidget(self._column)
        self._stack.addWidget(self._empty)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(head)
        lines.addWidget(self._stack, 1)

    def _on_find(self, text: str) -> None:
        self.search.clear()
        self.find_wanted.emit(text)

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
        late = sum(1 for row in rows if row.on is not None and row.on < today)
        words = ngettext("{n} thing to do", "{n} things to do", len(rows)).format(n=len(rows))
        self._count.setText(f"{words} · " + _("{n} late").format(n=late) if late else words)
        self._fill(rows[:SHOWN_ROWS], today)

    def _is_in_span(self, on: date | None, today: date) -> bool:
        limit = {"now": 0, "soon": SOON_DAYS}.get(self.span.key())
        return on is None or limit is None or (on - today).days <= limit

    def _fill(self, rows: list[DueRow], today: date) -> None:
        empty(self._grid)
        for column, words in enumerate((_("What"), _("Who"), _("Why"), _("When"))):
            head = label(words, "small")
            head.setContentsMargins(8, 6, 0, 6)
            self._grid.addWidget(head, 0, column)
        for place, row in enumerate(rows):
            self._add_row(place * 2 + 1, row, today)
        if not rows:
            nothing = label(_("Nothing is due in this span."), "muted")
            nothing.setContentsMargins(8, 12, 0, 12)
            self._grid.addWidget(nothing, 1, 0, 1, 5)

    def _add_row(self, line: int, row: DueRow, today: date) -> None:
        what, action, place = kind_words(row.kind)
        when, role = lateness(row.on, today)
        self._grid.addWidget(rule(), line, 0, 1, 5)
        tag = Tag(what, "stop" if row.kind == "red-flag" else role if role != "info" else "info")
        holder = QWidget()
        inside = QHBoxLayout(holder)
        inside.setContentsMargins(8, 0, 0, 0)
        inside.addWidget(tag)
        inside.addStretch(1)
        self._grid.addWidget(holder, line + 1, 0)
        self._grid.addWidget(ElidedLabel(row.patient_name, "strong", fills=True), line + 1, 1)
        self._grid.addWidget(ElidedLabel(self._reason(row), fills=True), line + 1, 2)
        self._grid.addWidget(label(when, "minor"), line + 1, 3)
        subject = row.patient if place == "patient" or not row.plan else row.plan
        target = place if row.plan or place == "patient" else "patient"
        act = button(
            action,
            lambda: self._ctx.go(target, subject),
            name=_("{action}: {who}, {what}").format(action=action, who=row.patient_name, what=what),
        )
        self._grid.addWidget(act, line + 1, 4)
        self._grid.setRowMinimumHeight(line + 1, 42)

    def _reason(self, row: DueRow) -> str:
        try:
            from painplanner.services import words

            return words.due_sentence(row)
        except (ImportError, AttributeError):
            return str(getattr(row, "subject", ""))
