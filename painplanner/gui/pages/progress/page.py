"""The Progress page: every measure on one time axis, the checkpoint that waits beside them, numbers entered in place.

It shows the open plan and the readings of its patient, and holds neither; what is decided is an edit of the plan.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from painplanner.core.edits.following import follow, follow_no_longer
from painplanner.core.measure import Reading
from painplanner.core.plan import Plan
from painplanner.gui.context import AppContext
from painplanner.gui.pages.progress.alerts import AlertBars
from painplanner.gui.pages.progress.cards import CardGrid
from painplanner.gui.pages.progress.deciding import Deciding
from painplanner.gui.pages.progress.entering import Entering
from painplanner.gui.pages.progress.foot import Foot
from painplanner.gui.pages.progress.looks import LookColumn
from painplanner.gui.pages.progress.own_measure import OwnMeasureForm
from painplanner.gui.patient_session import PatientSession
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import Column, EmptyState
from painplanner.gui.widgets.finder import Finder
from painplanner.services.progress import Progress, last_visit, progress
from painplanner.services.readings import find_measures
from painplanner.text import _

if TYPE_CHECKING:
    from PySide6.QtGui import QUndoStack

    from painplanner.gui.session import PlanSession

WIDE = 1080
"""Pixels from which the checkpoint stands beside the charts; below, it stands above them."""
LOOK_WIDTH = 380


class ProgressPage(QWidget):
    """Charts, checkpoints, and the ways to enter a number."""

    def __init__(self, ctx: AppContext, patients: PatientSession, session: PlanSession) -> None:
        """Follow the open plan and its patient."""
        super().__init__()
        self._ctx, self._patients, self._session = ctx, patients, session
        self._also: tuple[str, ...] = ()
        self._is_stale = True
        self._is_wide: bool | None = None
        self.shown: Progress | None = None
        self.entering = Entering(ctx, self._stack, lambda: patients.patient.id)
        self.cards = CardGrid(ctx, self.entering)
        self.looks = LookColumn(ctx, session, Deciding(session, ctx))
        self.alerts = AlertBars(ctx, self._on_acted)
        self.finder = Finder(self._find, name=_("Measure to add"), placeholder=_("Add a measure: PHQ-9, grip, steps…"))
        self.finder.setMaximumWidth(420)
        self.own = OwnMeasureForm(ctx)
        self.own_button = button(_("A measure of your own"), self._on_own, kind="link")
        self.foot = Foot()
        self._empty = EmptyState(
            "target",
            _("No numbers yet"),
            _(
                "They come from the daily log that the patient brings back, from scores and tests entered here at the "
                "visit, and from the values in the goals and checkpoints of the plan. Find a measure below to enter "
                "the first one."
            ),
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = self._column = Column(width=2400, margin=16)
        self._place = QWidget()
        self._grid = QGridLayout(self._place)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        add = QHBoxLayout()
        add.setSpacing(8)
        add.addWidget(self.finder, 1)
        add.addWidget(self.own_button)
        add.addStretch(1)
        column.lines.addWidget(self.alerts)
        column.lines.addWidget(self._empty)
        column.lines.addWidget(self._place)
        column.lines.addLayout(add)
        column.lines.addWidget(self.own)
        column.lines.addStretch(1)
        self.own.hide()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(column, 1)
        lines.addWidget(self.foot)

    def _connect(self) -> None:
        news = self._ctx.news
        self._session.plan_changed.connect(lambda _old, _new: self._on_stale())
        self._patients.changed.connect(lambda old, new: self._on_patient(old, new))
        news.readings_changed.connect(lambda _id: self._on_stale())
        news.library_changed.connect(self._on_stale)
        news.day_changed.connect(self._on_stale)
        self.finder.picked.connect(self.add_measure)
        self.own.made.connect(self._on_own_made)
        self.own.left.connect(self._on_own_left)
        self.looks.decided.connect(self.take_focus)
        self.looks.asked.connect(self._reveal)
        self.cards.form_opened.connect(self._reveal)
        self.cards.dropped.connect(self._on_dropped)
        self.alerts.raised.connect(lambda: self._reveal(self.alerts))
        self.cards.refused.connect(lambda sentence: self._ctx.say(sentence, kind="stop"))

    @property
    def plan(self) -> Plan | None:
        """Return the open plan of this patient, if there is one."""
        is_mine = (
            self._session.is_open and self._patients.is_open and self._session.plan.patient == self._patients.patient.id
        )
        return self._session.plan if is_mine else None

    def _stack(self) -> QUndoStack:
        return self._session.undo_stack if self.plan is not None else self._patients.undo_stack

    # Showing

    def _on_patient(self, old: object, new: object) -> None:
        if getattr(old, "id", "") != getattr(new, "id", ""):
            self._also = ()
            self.cards.clear()
        self._on_stale()

    def _on_stale(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while another tab was in front."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def refresh(self) -> None:
        """Show plan and readings as they are now."""
        if not self._patients.is_open:
            return
        self._is_stale = False
        ctx, plan, today = self._ctx, self.plan, self._ctx.today()
        found = self.shown = progress(
            plan,
            ctx.library.measures,
            ctx.store.readings(self._patients.patient.id),
            today,
            lang=ctx.practice.language,
            visit=last_visit(ctx.store, plan, today) if plan is not None else None,
            also=(*(one.measure for one in plan.followed), *self._also) if plan is not None else self._also,
        )
        self.alerts.show_alerts(found.alerts)
        self.cards.show_rows(found.rows)
        self.looks.show_plan(plan)
        self.foot.show_progress(found)
        self._empty.setVisible(not found.rows and not self.looks.has_any)
        self._place.setVisible(bool(found.rows) or self.looks.has_any)
        self._set_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the checkpoint beside the charts where there is room."""
        super().resizeEvent(event)
        self._set_out()

    def _set_out(self) -> None:
        is_wide = self.width() >= WIDE and self.looks.has_any
        if is_wide is self._is_wide:
            return
        self._is_wide = is_wide
        for part in (self.cards, self.looks):
            self._grid.removeWidget(part)
        self.looks.setMinimumWidth(LOOK_WIDTH if is_wide else 0)
        self.looks.setMaximumWidth(LOOK_WIDTH if is_wide else 16777215)
        self._grid.addWidget(self.looks, 0, 1 if is_wide else 0)
        self._grid.addWidget(self.cards, 0 if is_wide else 1, 0)

    def take_focus(self) -> None:
        """Put the keys where the visit goes on: the decision that waits, the first chart, or the first number."""
        if self._is_stale:
            self.refresh()
        if not self.looks.take_focus() and not self.cards.take_focus():
            self.finder.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_decision(self, part: str) -> None:
        """Put the keys onto the checkpoint that decides about a part of the plan."""
        self.looks.take_focus(part)

    def show_alert(self, reading_id: str) -> None:
        """Put the keys onto an answer that asks for action the same day."""
        self.alerts.take_focus(reading_id)
        self._reveal(self.alerts)

    def _reveal(self, widget: QWidget) -> None:
        """Scroll to a widget once it has its place."""
        QTimer.singleShot(0, self, lambda: self._column.ensureWidgetVisible(widget, 0, 24))

    # Entering

    def _find(self, text: str) -> tuple[tuple[str, str], ...]:
        return find_measures(self._ctx.library.measures, text, self._ctx.practice.language)

    def add_measure(self, measure_id: str) -> None:
        """Show a measure and enter its first number."""
        self.finder.set_words("")
        self._follow(measure_id)
        self.refresh()
        self.cards.open_form(measure_id)

    def _follow(self, measure_id: str) -> None:
        """Keep a measure on the page: with the plan, or without one for as long as the patient is open."""
        rows = self.shown.rows if self.shown is not None else ()
        if any(row.series.measure.id == measure_id for row in rows):
            return
        measure = self._ctx.library.measures[measure_id]
        if self.plan is None or not self._session.apply(_("Follow a measure"), lambda plan: follow(plan, measure)):
            self._also = tuple(dict.fromkeys((*self._also, measure_id)))

    def _on_dropped(self, measure_id: str) -> None:
        """Follow a measure no longer that nothing was written of."""
        self._also = tuple(one for one in self._also if one != measure_id)
        if self.plan is not None:
            self._session.apply(_("Follow a measure no longer"), lambda plan: follow_no_longer(plan, measure_id))
        self.refresh()
        self.finder.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_own(self) -> None:
        self.own.show()
        self.own.begin(self.finder.text().strip())
        self.finder.set_words("")

    def _on_own_left(self) -> None:
        self.own.hide()
        self.own_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_own_made(self, measure_id: str) -> None:
        self.own.hide()
        self.add_measure(measure_id)

    def _on_acted(self, reading: Reading) -> None:
        refusal = self.entering.mark_acted(_("Note what was done"), reading)
        if refusal:
            self._ctx.say(refusal, kind="stop")
