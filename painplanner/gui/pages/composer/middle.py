"""The middle of the composer: the timeline over the sequence, or the ways to begin while there is no step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from painplanner.core.findings import Finding
from painplanner.core.outline import Outline
from painplanner.core.plan import Plan
from painplanner.gui.context import AppContext
from painplanner.gui.pages.composer.cards import MARGIN
from painplanner.gui.pages.composer.closing import ClosedBar
from painplanner.gui.pages.composer.flaring import FlareBar
from painplanner.gui.pages.composer.kept_work import KeptWork
from painplanner.gui.pages.composer.row_maker import RowMaker
from painplanner.gui.pages.composer.rows import FindingRow
from painplanner.gui.pages.composer.sequence import SequenceView
from painplanner.gui.pages.composer.start import StartPage
from painplanner.gui.pages.composer.timeline import Timeline
from painplanner.gui.session import PlanSession
from painplanner.gui.thumbnails import Thumbnails
from painplanner.gui.widgets.buttons import button
from painplanner.text import _

TIMELINE_SHARE = 0.26
"""How much of the height the timeline may take."""
LEAST_WIDTH = 360


class Middle(QWidget):
    """Shows the plan by its outline and findings; `command` carries what a button or menu asks for."""

    command = Signal(str)

    def __init__(self, session: PlanSession, ctx: AppContext, thumbnails: Thumbnails) -> None:
        """Lay out notice, timeline, sequence and the row of buttons."""
        super().__init__()
        self._session, self._ctx = session, ctx
        practice = ctx.practice if ctx.store is not None else None
        self._maker = RowMaker(*((practice.language, practice.crisis_line) if practice is not None else ("en",)))
        self.setMinimumWidth(LEAST_WIDTH)
        self.kept_work = KeptWork(session, ctx)
        self.flares = FlareBar(session, ctx)
        self.closed_bar = ClosedBar(session, ctx)
        self.timeline = Timeline(ctx)
        self.sequence = SequenceView(session, ctx, thumbnails)
        self.start = StartPage(session, ctx)
        self._stack = QStackedWidget()
        self._lay_out()
        self.timeline.part_clicked.connect(self._on_part_clicked)
        self.sequence.menu_wanted.connect(self._open_menu)
        session.selection_changed.connect(lambda: self.timeline.show_selection(session.selection))
        ctx.theme.changed.connect(self._on_theme_changed)

    def _lay_out(self) -> None:
        page = QWidget()
        lines = QVBoxLayout(page)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(MARGIN, 12, MARGIN, 4)
        top.setSpacing(8)
        top.addWidget(self.closed_bar)
        top.addWidget(self.flares)
        top.addWidget(self.timeline)
        lines.addLayout(top)
        lines.addWidget(self.sequence, 1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(MARGIN - 4, 2, MARGIN, 4)
        buttons.setSpacing(4)
        for words, key in ((_("Add step"), "add-step"), (_("Add checkpoint"), "add-checkpoint")):
            buttons.addWidget(button(words, lambda key=key: self.command.emit(key), kind="quiet", icon="plus"))
        buttons.addStretch(1)
        lines.addLayout(buttons)
        for each in (page, self.start):
            self._stack.addWidget(each)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        holder = QVBoxLayout()
        holder.setContentsMargins(MARGIN, 0, MARGIN, 0)
        holder.addWidget(self.kept_work)
        outer.addLayout(holder)
        outer.addWidget(self._stack, 1)

    def show_plan(self, plan: Plan, outline: Outline, findings: tuple[Finding, ...]) -> None:
        """Show a plan with what the review said about it."""
        today = self._ctx.today()
        self._maker.lang = self._ctx.practice.language
        self._maker.measures = self._ctx.library.measures
        is_begun = bool(plan.steps)
        self.closed_bar.show_plan(plan)
        self.flares.show_plan(plan)
        if is_begun:
            self.timeline.show_plan(plan, outline, today)
            self.sequence.show_rows(self._maker.rows(plan, outline, findings, today))
        elif self._stack.currentWidget() is not self.start or not self.start.isVisible():
            self.start.renew()
        self._stack.setCurrentIndex(0 if is_begun else 1)

    def find_next(self, severities: frozenset[str]) -> None:
        """Go to the next finding of these severities."""
        rows = self.sequence.rows.rows
        here = self.sequence.currentIndex().row()
        places = [n for n, row in enumerate(rows) if isinstance(row, FindingRow) and row.severity.value in severities]
        after = [n for n in places if n > here]
        if places:
            self.sequence.setFocus()
            self.sequence.setCurrentIndex(self.sequence.rows.index((after or places)[0]))

    def focus_sequence(self) -> None:
        """Put the keys into the sequence, or the list of templates while there is no step."""
        (self.sequence if self._stack.currentIndex() == 0 else self.start.templates).setFocus()

    def _on_part_clicked(self, part: str) -> None:
        self._session.select(part)
        self.sequence.reveal(part)

    def _open_menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        calls: tuple[tuple[str, str, Callable[[], object]] | None, ...] = (
            (_("Edit"), "F2", self.sequence.edit_wanted.emit),
            (_("Move up"), "Alt+Up", lambda: self.sequence.move_selected(-1)),
            (_("Move down"), "Alt+Down", lambda: self.sequence.move_selected(1)),
            None,
            (_("Cut"), "Ctrl+X", lambda: self.command.emit("cut")),
            (_("Copy"), "Ctrl+C", lambda: self.command.emit("copy")),
            (_("Paste"), "Ctrl+V", lambda: self.command.emit("paste")),
            None,
            (_("Add step"), "", lambda: self.command.emit("add-step")),
            (_("Add checkpoint"), "", lambda: self.command.emit("add-checkpoint")),
            None,
            (_("Flare of the exercise, on or off"), "F7", lambda: self.command.emit("flare-item")),
            None,
            (_("Remove"), "Del", self.sequence.remove_selected),
        )
        for entry in calls:
            if entry is None:
                menu.addSeparator()
                continue
            words, keys, call = entry
            menu.addAction(f"{words}\t{keys}" if keys else words, call)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the timeline its share of the height."""
        super().resizeEvent(event)
        self.timeline.set_room(max(90, int(self.height() * TIMELINE_SHARE)))

    def _on_theme_changed(self) -> None:
        self.sequence.cards.renew()
        self.sequence.measure()
        self.sequence.viewport().update()
