"""The morning list: what is late, what is to decide, what is open. It reads only the prepared rows of the store.

What there is to say about each kind of row stands in `kinds`.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from painplanner.gui.context import AppContext
from painplanner.gui.dates import long_day_words
from painplanner.gui.pages.today.counts import count_words, left_words
from painplanner.gui.pages.today.heads import Heads
from painplanner.gui.pages.today.kinds import kind_of, kinds_by_name, urgent_kinds
from painplanner.gui.pages.today.on_paper import list_on_paper
from painplanner.gui.pages.today.row import TodayRow
from painplanner.gui.printing.list_paper import ListPaper
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import Card, Column, EmptyState
from painplanner.gui.widgets.chips import ChipRow
from painplanner.gui.widgets.fields import SearchField
from painplanner.gui.widgets.labels import label
from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.documents.blocks import Document
    from painplanner.store import DueList
    from painplanner.store.due_list import DueAsk

SOON_DAYS = 7
FIRST_ROWS = 20
"""More than a window shows at once; the rest is one button away."""
MORE_ROWS = 60
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}


class TodayPage(QWidget):
    """Rows of what is due, with the action at the end of each."""

    find_wanted = Signal(str)
    morning_wanted = Signal(object)

    def __init__(self, ctx: AppContext) -> None:
        """Lay out head, filters and list."""
        super().__init__()
        self._ctx = ctx
        self._day = label("", "muted")
        self.search = SearchField(_("Find a patient"))
        self.search.setMaximumWidth(320)
        self.search.textEdited.connect(self._on_find)
        self.span = ChipRow((("now", _("To do")), ("soon", _("Next 7 days")), ("all", _("Everything"))), name=_("When"))
        self.span.chosen.connect(self._on_filtered)
        self.person = ChipRow(name=_("For whom"))
        self.person.chosen.connect(self._on_filtered)
        self.morning = button(_("Print the morning…"), self._on_morning, tip=_("Papers for several patients in one go"))
        self._names: tuple[str, ...] | None = None
        self.counts = label("", "minor", wrap=True)
        self.on_paper = ListPaper(ctx, _("Today"), self._on_paper)
        self._card = Card(margin=8, gap=0)
        self._grid = QGridLayout()
        self.heads = Heads(self._grid, self)
        self.heads.changed.connect(self._on_filtered)
        self._lines: list[TodayRow] = []
        self._asked = FIRST_ROWS
        self._acted: int | None = None
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
        news = ctx.news
        for signal in (news.patient_changed, news.plans_changed, news.papers_changed, news.readings_changed):
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
        self._column = Column(width=1240)
        self._lay_out_list()
        self._stack.addWidget(self._column)
        for watched in (self.search, *self.heads.buttons, self.more):
            watched.installEventFilter(self)
        self._stack.addWidget(self._empty)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(head)
        lines.addWidget(self._stack, 1)

    def _lay_out_list(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(24)
        filters.addWidget(self.span, 1)
        filters.addWidget(self.person, 1)
        filters.addWidget(self.morning)
        self._column.lines.addLayout(filters)
        below = QHBoxLayout()
        below.addWidget(self.counts, 1)
        below.addWidget(self.on_paper)
        self._column.lines.addLayout(below)
        self._column.lines.addWidget(self._card)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 2)
        self._grid.setColumnStretch(2, 5)
        self._nothing.setContentsMargins(8, 12, 0, 12)
        self._card.lines.addLayout(self._grid)
        self._card.lines.addWidget(self._nothing)
        self._card.lines.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_find(self, text: str) -> None:
        self.search.clear()
        self.find_wanted.emit(text)

    # The keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move along the lines with the arrows, from the search and the heads into them, and back."""
        if not (isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress):
            return super().eventFilter(watched, event)
        stops = self._stops()
        at = next((n for n, stop in enumerate(stops) if stop is watched), -1)
        target = _target(Qt.Key(event.key()), at, len(stops))
        if target is None or (watched is self.search and event.key() != Qt.Key.Key_Down):
            return super().eventFilter(watched, event)
        (stops[target] if target >= 0 else self.search).setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _stops(self) -> list[QWidget]:
        """Return what the arrows lead to: the action of each line, and what shows more of them."""
        lines: list[QWidget] = [line.act for line in self._lines if line.is_shown]
        return [*lines, self.more] if not self.more.isHidden() else lines

    def take_focus(self) -> None:
        """Put the keys into the first field, or back to the line that was acted on."""
        shown = [line for line in self._lines if line.is_shown]
        if self._acted is not None and shown:
            shown[min(self._acted, len(shown) - 1)].act.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.search.setFocus()
        self._acted = None

    def _on_act(self, line: TodayRow) -> None:
        self._acted = self._lines.index(line)
        self._ctx.go(*line.target)

    # The rows

    def refresh(self) -> None:
        """Read what is due on this day."""
        self._day.setText(long_day_words(self._ctx.today()))
        found = self._read(self.person.key(), self._asked)
        if found.people != self._names:
            self._offer(found.people)
            found = self._read(self.person.key(), self._asked)
        is_filtered = bool(self.person.key()) or self.span.key() != "all"
        is_empty = not found.rows and not (is_filtered and self._read("", 1, is_all=True).rows)
        self._stack.setCurrentWidget(self._empty if is_empty else self._column)
        self._show(found)

    def _on_morning(self) -> None:
        self.morning_wanted.emit(self._ask(self.person.key(), FIRST_ROWS))

    def _on_paper(self) -> Document:
        spans = {"now": _("To do"), "soon": _("Next 7 days"), "all": _("Everything")}
        who = self.person.key()
        return list_on_paper(self._ctx, self._ask(who, FIRST_ROWS), (spans.get(self.span.key(), ""), who))

    def _read(self, person: str, most: int, *, is_all: bool = False) -> DueList:
        return self._ctx.store.due_list(self._ask(person, most, is_all=is_all))

    def _ask(self, person: str, most: int, *, is_all: bool = False) -> DueAsk:
        from painplanner.store.due_list import DueAsk

        today, days = self._ctx.today(), {"now": 0, "soon": SOON_DAYS}.get(self.span.key())
        until = today + timedelta(days=days) if days is not None and not is_all else None
        return DueAsk(
            today=today, until=until, person=person, order=self.heads.order, is_reversed=self.heads.is_reversed,
            first=urgent_kinds(), kinds=kinds_by_name(), most=most,
        )  # fmt: skip

    def _offer(self, names: tuple[str, ...]) -> None:
        """Offer everyone and each person, where there is more than one to tell apart."""
        self._names = names
        self.person.set_choices((("", _("Everyone")), *((name, name) for name in names)))
        self.person.setVisible(len(names) > 1)

    def _show(self, found: DueList) -> None:
        """Show the due rows in lines that are kept."""
        today = self._ctx.today()
        kinds = {row.kind: kind_of(row.kind) for row in found.rows}
        self.make_lines(len(found.rows))
        for line, row in zip(self._lines, found.rows, strict=False):
            line.show_due(row, kinds[row.kind], today)
        for line in self._lines[len(found.rows) :]:
            line.hide()
        self.counts.setText(count_words(found.counts))
        self._nothing.setVisible(not found.rows)
        left = left_words(found)
        self.more.setVisible(bool(left))
        self.more.setText(left)

    def make_lines(self, count: int = FIRST_ROWS) -> None:
        """Make lines until there are so many, in idle moments or when they are needed."""
        while len(self._lines) < count:
            before: QPushButton = self._lines[-1].act if self._lines else self.heads.buttons[-1]
            self._lines.append(TodayRow(self._grid, len(self._lines) * 2 + 1, self._on_act))
            self._lines[-1].act.installEventFilter(self)
            QWidget.setTabOrder(before, self._lines[-1].act)

    def _on_filtered(self) -> None:
        self._asked = FIRST_ROWS
        self.refresh()

    def _on_more(self) -> None:
        first = sum(line.is_shown for line in self._lines)
        self._asked += MORE_ROWS
        self.refresh()
        self._lines[min(first, len(self._lines) - 1)].act.setFocus()


def _target(key: Qt.Key, at: int, count: int) -> int | None:
    """Return where a key leads from a line: its place, -1 for the search above, `None` where the key means nothing."""
    if count == 0:
        return None
    if key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
        return None if at < 0 else (0 if key == Qt.Key.Key_Home else count - 1)
    step = _MOVES.get(key)
    if step is None:
        return None
    return max(0 if step < -1 else -1, min(at + step, count - 1))
