"""The common visit: the last sheet's exercises, one key for each, and then print.

A accepts what the log proposes, S same, H harder, E easier, W swap, X stop, F flare; an answer goes to the next line,
the arrow keys move, Ctrl+P ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painplanner.core.flares import flare_on
from painplanner.core.follow_up import FollowUpRow, follow_up_rows
from painplanner.core.plan import item_name
from painplanner.core.proposal import Proposal
from painplanner.core.shelf import Filters, Found, Shelf
from painplanner.gui.context import AppContext
from painplanner.gui.pages.composer.flaring import Flaring
from painplanner.gui.pages.composer.follow_up_edits import (
    Answer,
    accepted,
    answer_of,
    entry_for,
    given,
    same,
    stopped,
    swapped,
)
from painplanner.gui.pages.composer.follow_up_proposals import Proposed
from painplanner.gui.pages.composer.follow_up_row import FollowUpLine, keys_words
from painplanner.gui.thumbnails import Thumbnails
from painplanner.gui.widgets.buttons import button, icon_button
from painplanner.gui.widgets.cards import Column
from painplanner.gui.widgets.finder import Finder
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.row_pool import RowPool
from painplanner.services.words import fitness_sentence
from painplanner.text import _, ngettext

if TYPE_CHECKING:
    from painplanner.gui.session import PlanSession


class FollowUpPanel(QWidget):
    """Shows the session's plan as the lines of its last sheet; hidden, it waits until it is seen again."""

    print_wanted = Signal()
    template_wanted = Signal()
    closed = Signal()

    def __init__(self, session: PlanSession, ctx: AppContext) -> None:
        """Lay out the lines; they come with the plan."""
        super().__init__()
        self._session, self._ctx = session, ctx
        self._rows: tuple[FollowUpRow, ...] = ()
        self._seen: set[str] = set()
        self._proposed, self._flaring = Proposed(ctx), Flaring(session, ctx)
        self._proposals: dict[str, Proposal] = {}
        self._swapping = -1
        self._plan = ""
        self.setAccessibleName(_("Follow-up"))
        self.setProperty("role", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._thumbnails = Thumbnails(ctx, self)
        self.column = Column(margin=16, gap=8)
        canvas = self.column.widget()
        if canvas is not None:
            canvas.setProperty("role", "pane")
        self._hint = label("", "minor", wrap=True)
        self.pool: RowPool[FollowUpLine] = RowPool(self._make_line, gap=8)
        self.finder = Finder(self._find, name=_("Swap for"), placeholder=_("Swap for: type a name"))
        self.finder.picked.connect(self._on_picked)
        self.close_button = icon_button("close", _("Close the follow-up"), self.closed.emit)
        self._count = label("", "minor", wrap=True)
        self.print_button = button(_("Print…"), self.print_wanted.emit, kind="primary", tip=_("Print (Ctrl+P)"))
        self.template_button = button(_("Save as a template…"), self.template_wanted.emit, kind="link")
        self._lay_out()
        session.plan_changed.connect(lambda _old, _new: self._show_if_seen())
        ctx.news.day_changed.connect(self._show_if_seen)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(label(_("Follow-up"), "section"))
        head.addStretch(1)
        head.addWidget(self.close_button)
        top = QVBoxLayout()
        top.setContentsMargins(16, 12, 8, 8)
        top.setSpacing(2)
        top.addLayout(head)
        top.addWidget(self._hint)
        for widget in (self.pool, self.finder):
            self.column.lines.addWidget(widget)
        self.finder.hide()
        self.column.lines.addWidget(self.template_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.lines.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.addWidget(self._count, 1)
        foot.addWidget(self.print_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.column, 1)
        outer.insertLayout(0, top)  # after the lines, so that the keys come to them first
        outer.addLayout(foot)

    def _make_line(self, place: int) -> FollowUpLine:
        line = FollowUpLine(self._ctx, self._thumbnails)
        line.answered.connect(lambda key: self.answer(place, Answer(key)))
        line.moved.connect(lambda step: self.go_to(place + step))
        line.flared.connect(lambda: self._flaring.of_items((given(self._rows[place]).id,)))
        line.entered.connect(lambda: self._on_entered(place))
        return line

    @property
    def rows(self) -> tuple[FollowUpRow, ...]:
        """Return the lines as they stand."""
        return self._rows

    def showEvent(self, event: QShowEvent) -> None:
        """Show the plan as it is now, and take the keys."""
        super().showEvent(event)
        if self._session.is_open:
            self._proposed.read(self._session.plan)
        self._show()
        self.go_to(0)

    def _show_if_seen(self) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        if not self._session.is_open:
            return
        plan, today = self._session.plan, self._ctx.today()
        if plan.id != self._plan:
            self._plan, self._seen = plan.id, set()
            self._proposed.read(plan)
        self._proposals = self._proposed.of(plan)
        self._rows = follow_up_rows(plan, self._ctx.library.value, today)
        self.pool.show_rows(len(self._rows))
        for place in range(len(self._rows)):
            self._show_line(place)
        self._show_counts()

    def _show_line(self, place: int) -> None:
        row, plan = self._rows[place], self._session.plan
        self.pool.rows[place].show_row(
            row,
            is_seen=given(row).id in self._seen,
            proposal=self._proposals.get(row.item.id),
            flare=flare_on(row.item, plan.flares, self._ctx.today()),
        )

    def _show_counts(self) -> None:
        changed = sum(answer_of(row, self._ctx) is not None for row in self._rows)
        looked_at = sum(answer_of(row, self._ctx) is not None or given(row).id in self._seen for row in self._rows)
        self._count.setText(
            _("{done} of {all} looked at, {changed} changed").format(
                done=looked_at, all=len(self._rows), changed=changed
            )
        )
        self._count.setVisible(bool(self._rows))
        self.print_button.setVisible(bool(self._rows))
        count = ngettext("{n} exercise on the last sheet.", "{n} exercises on the last sheet.", len(self._rows))
        keys = keys_words(can_accept=any(proposal.is_change for proposal in self._proposals.values()))
        nothing = _("Nothing is done at home yet. Add exercises to the plan; they stand here at the next visit.")
        self._hint.setText(f"{count.format(n=len(self._rows))}\n{keys}" if self._rows else nothing)

    def take_focus(self) -> None:
        """Put the keys on the first line."""
        self.go_to(0)

    def go_to(self, place: int) -> None:
        """Put the keys on a line; past the last one, on the button that prints; without any, on the one that closes."""
        lines = self.pool.rows[: len(self._rows)]
        if not lines:
            self.close_button.setFocus()
        elif place >= len(lines):
            self.print_button.setFocus()
        elif place >= 0:
            lines[place].setFocus()
            self.column.ensureWidgetVisible(lines[place], 0, 40)

    def _on_entered(self, place: int) -> None:
        self._session.select(self._rows[place].item.id)
        if self._swapping not in {-1, place}:
            self._end_swap()

    # Answers

    def answer(self, place: int, answer: Answer) -> None:
        """Do what a key says to a line, and go on to the next."""
        row = self._rows[place]
        before = self._proposed.before(given(row))
        if answer is Answer.SWAP:
            self._begin_swap(place)
            return
        if answer is Answer.ACCEPT:
            if not self._accept(row):
                return
        elif answer is Answer.SAME:
            self._seen.add(given(row).id)
            self._session.apply(_("Keep {name}").format(name=self._name(row)), same(row, before))
            self._show()
        elif answer is Answer.STOP:
            self._session.apply(_("Stop {name}").format(name=self._name(row)), stopped(row, self._ctx, before))
        elif not self._go_harder_or_easier(row, answer):
            return
        self._end_swap()
        self.go_to(place + 1)

    def _accept(self, row: FollowUpRow) -> bool:
        """Take the proposal of a line; one to stay is an answer too, and without any nothing happens."""
        proposal, item = self._proposals.get(row.item.id), given(row)
        if proposal is None:
            return False
        if not proposal.is_change:
            self._seen.add(item.id)
            self._show()
        elif self._session.apply(
            _("New dose of {name}").format(name=self._name(row)), accepted(row, proposal, self._ctx)
        ):
            self._proposed.keep(item)
        return True

    def _go_harder_or_easier(self, row: FollowUpRow, answer: Answer) -> bool:
        entry = entry_for(row, answer, self._ctx)
        if entry is None:
            self._show()
            return False
        words = _("Make {name} harder") if answer is Answer.HARDER else _("Make {name} easier")
        if answer_of(row, self._ctx) is not answer:
            self._session.apply(
                words.format(name=self._name(row)), swapped(row, entry, self._ctx, self._proposed.before(given(row)))
            )
        return True

    def _name(self, row: FollowUpRow) -> str:
        return item_name(given(row), self._ctx.practice.language)

    # Swapping

    def _begin_swap(self, place: int) -> None:
        self._swapping = place
        self.finder.set_words("")
        self.finder.setAccessibleName(_("Swap {name} for").format(name=self._name(self._rows[place])))
        self.finder.setPlaceholderText(_("Swap {name} for").format(name=self._name(self._rows[place])))
        line = self.pool.rows[place].layout()
        if isinstance(line, QVBoxLayout):
            line.addWidget(self.finder)
        self.finder.show()
        self.finder.setFocus()
        self._show_line(place)

    def _end_swap(self) -> None:
        self._swapping = -1
        self.finder.close_matches()
        self.finder.hide()

    def _find(self, text: str) -> tuple[tuple[str, str], ...]:
        taken = {row.item.source for row in self._rows}
        shelf = self._ctx.shelf(patient=self._session.patient)
        found = shelf.shown(Filters(text=text, kinds=frozenset({"exercise", "lifestyle", "behavioural"})), 20)
        return tuple((one.id, _offered(shelf, one)) for one in found if one.id not in taken)[:8]

    def _on_picked(self, entry_id: str) -> None:
        place = self._swapping
        if place < 0:
            return
        row, entry = self._rows[place], self._ctx.library.entries[entry_id]
        self._end_swap()
        self._session.apply(
            _("Swap {name}").format(name=self._name(row)),
            swapped(row, entry, self._ctx, self._proposed.before(given(row))),
        )
        self._ctx.store.count_use((entry_id,))
        self.go_to(place + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the search with Esc, and the follow-up with another."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._swapping >= 0:
            place = self._swapping
            self._end_swap()
            self.go_to(place)
        else:
            self.closed.emit()


def _offered(shelf: Shelf, found: Found) -> str:
    """Return the name of an entry with what speaks against it for this patient."""
    name = shelf.name(found.id)
    return f"{name} · {fitness_sentence(found.fitness)}" if found.fitness.against else name
