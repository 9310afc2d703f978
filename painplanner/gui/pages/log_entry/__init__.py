"""The entry screen of a daily log: row by row as it was printed, filled with the numeric keypad, saved as it is typed.

First it shows whose log it is and asks for the first day. What a key means is said in one line; what cannot wait is
said below the words of the patient.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from painplanner.core.daily_log import FilledLog, LogSheet
from painplanner.core.patient import Patient
from painplanner.core.plan import Plan
from painplanner.core.values import replace
from painplanner.gui.context import AppContext
from painplanner.gui.pages.log_entry.deleting import Deleting
from painplanner.gui.pages.log_entry.filling import Filling
from painplanner.gui.pages.log_entry.foot import LogFoot
from painplanner.gui.pages.log_entry.geometry import HEAD, ROW
from painplanner.gui.pages.log_entry.grid import LogGrid
from painplanner.gui.pages.log_entry.head import LogHead
from painplanner.gui.pages.log_entry.notes import Notes
from painplanner.gui.pages.log_entry.scan import ScanPane
from painplanner.gui.pages.log_entry.start import Start
from painplanner.gui.patient_session import PatientSession
from painplanner.gui.session import Session
from painplanner.gui.widgets.cards import EmptyState
from painplanner.gui.widgets.tabs import TabRow
from painplanner.services import log_entry, logs
from painplanner.text import _


class LogEntryPage(QWidget):
    """Start, then cells; a page of the open patient without a tab of its own."""

    undo_changed = Signal()

    def __init__(self, ctx: AppContext, patient: PatientSession) -> None:
        """Lay out both states."""
        super().__init__()
        self._ctx, self._patient = ctx, patient
        self._sheet: LogSheet | None = None
        self._begun: FilledLog | None = None
        self._plans: tuple[Plan, ...] = ()
        self.filling = Filling(ctx, self)
        self._deleting = Deleting(ctx, lambda: patient.undo_stack)
        self.start = Start(ctx)
        self.nothing = EmptyState(
            "document", _("No plan to tell of"), _("A log asks for what a plan measures. Begin a plan first.")
        )
        self.head = LogHead(ctx, self.filling)
        self.grid = LogGrid(ctx, self.filling)
        self.weeks = TabRow(tuple((str(n), _("Week {n}").format(n=n + 1)) for n in range(4)))
        self.foot = LogFoot(self.filling)
        self.notes = Notes(self.filling)
        self.scan = ScanPane(ctx, self.filling)
        self._stack, self._inner = QStackedWidget(), QWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for page in (self.start, self._entry(), self.nothing):
            self._stack.addWidget(page)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self._stack)

    def _entry(self) -> QWidget:
        entry, inner = QWidget(), self._inner
        inner.setProperty("role", "canvas")
        below = QVBoxLayout(inner)
        below.setContentsMargins(0, 0, 4, 0)
        below.setSpacing(8)
        below.addWidget(self.grid)
        below.addWidget(self.notes)
        below.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inner)
        row = QHBoxLayout()
        row.setContentsMargins(20, 8, 16, 8)
        row.setSpacing(0)
        cells = QVBoxLayout()
        cells.addWidget(self.weeks, 0, Qt.AlignmentFlag.AlignLeft)
        cells.addWidget(self._area, 1)
        row.addLayout(cells, 1)
        row.addWidget(self.scan)
        lines = QVBoxLayout(entry)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.head)
        lines.addLayout(row, 1)
        lines.addWidget(self.foot)
        return entry

    def _connect(self) -> None:
        card = self.start.card
        card.confirmed.connect(self._on_confirmed)
        card.second_copy.connect(self._on_second_copy)
        card.left.connect(self.leave)
        self.head.left.connect(self.leave)
        self.head.scan_wanted.connect(lambda: self.scan.setVisible(self.scan.isHidden()))
        self.head.delete_wanted.connect(self.delete)
        self.head.complete_wanted.connect(self.complete)
        self.foot.for_clinician.button.clicked.connect(self.take_focus)  # what was read leaves with the keys
        self.scan.closed.connect(self.scan.hide)
        self.grid.moved.connect(self._on_moved)
        self.grid.finished.connect(self.notes.take_focus)
        # Once the cells have their room: what is shown while a layout is at work gets no height of its own.
        self.grid.weeks_shown.connect(self._on_weeks_shown, Qt.ConnectionType.QueuedConnection)
        self.notes.finished.connect(self.head.complete_button.setFocus)
        self.weeks.chosen.connect(self._on_week_chosen)
        self.session.undo_stack.indexChanged.connect(lambda _i: self.undo_changed.emit())
        self._patient.changed.connect(self._on_patient_changed)

    # What the window asks

    @property
    def session(self) -> Session[FilledLog]:
        """Return what holds the log."""
        return self.filling.session

    @property
    def undo_stack(self) -> QUndoStack:
        """Return what undoes here: the typing, or outside of it what was done for the patient."""
        return self.session.undo_stack if self.is_entering else self._patient.undo_stack

    @property
    def is_entering(self) -> bool:
        """Tell whether the cells are in sight."""
        return self._stack.currentIndex() == 1

    def ask_for(self, sheet: LogSheet) -> None:
        """Show whose sheet it is and ask for the first day, before anything is typed."""
        if self.filling.close():  # what is open may be the log of this sheet
            begun = self._ctx.store.logs_of_sheet(sheet.id)
            self._ask(sheet, begun[-1] if begun else None)

    def ask_what_was_told(self) -> None:
        """Ask what the patient tells at the visit, without paper."""
        if not self.filling.close():
            return
        store, today = self._ctx.store, self._ctx.today()
        rows = store.plans_of(self._patient.patient.id)
        plans = tuple(store.load_plan(row.id) for row in rows)
        sheets = [log_entry.told_sheet(store, plan, today, self._ctx.new_id) for plan in plans]
        if not any(sheet.rows for sheet in sheets):
            self._stack.setCurrentWidget(self.nothing)
            return
        self._ask(sheets[0], None, plans)

    def _ask(self, sheet: LogSheet, begun: FilledLog | None, plans: tuple[Plan, ...] = ()) -> None:
        self._sheet, self._begun, self._plans = sheet, begun, plans
        self.start.card.ask(self._patient.patient, sheet, begun, plans)
        self._stack.setCurrentWidget(self.start)
        self.take_focus()
        self.undo_changed.emit()

    def open_log(self, log: FilledLog) -> None:
        """Show a log that was begun, at its first blank cell."""
        self._show(self._ctx.store.log_sheet(log.sheet), log)

    def take_focus(self) -> None:
        """Put the keys where typing begins."""
        if self.is_entering:
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._stack.currentWidget() is self.start:
            self.start.card.take_focus()

    def refresh(self) -> None:
        """Stay as it is: what is open is what is typed."""

    # Start

    def _on_confirmed(self, day: date, plan_id: str) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        if self._plans:
            self._begin_told(day, plan_id)
        elif self._begun is not None:
            self._show(sheet, self._begun)
            if day != self._begun.first_day:
                self.filling.set_first_day(day)
        else:
            self._begin(sheet, day)

    def _on_second_copy(self, day: date) -> None:
        if self._sheet is not None:
            self._begin(self._sheet, day)

    def _begin_told(self, day: date, plan_id: str) -> None:
        plan = next((one for one in self._plans if one.id == plan_id), self._plans[0])
        told = log_entry.told_sheet(self._ctx.store, plan, self._ctx.today(), self._ctx.new_id)
        self._begin(replace(told, first_day=day), day, was_told=True)

    def _begin(self, sheet: LogSheet, day: date, *, was_told: bool = False) -> None:
        log = logs.begin_log(sheet, self._ctx.today(), self._ctx.new_id, was_told=was_told)
        self._show(sheet, replace(log, first_day=day))

    def _show(self, sheet: LogSheet, log: FilledLog) -> None:
        if not self.filling.open(sheet, log):
            return
        self._sheet, self._begun = sheet, log
        self.head.show_patient(self._patient.patient)
        self.head.show_day(log.first_day)
        self.foot.show_log(self._ctx.practice)
        self.notes.show_log()
        self.scan.setVisible(False)
        self.head.scan_button.setVisible(not log.was_told)
        self._stack.setCurrentIndex(1)
        self.grid.show_log()
        at = self.grid.layout_now
        self._on_weeks_shown(at.first_week, at.weeks)
        self.take_focus()
        self.undo_changed.emit()

    # Entering

    def _on_moved(self) -> None:
        self.foot.show_cell(self.grid.spoken(), self.grid.problem)
        if self.grid.current is not None and self.filling.is_open:
            self.weeks.set_key(str(self.grid.current.day // log_entry.WEEK))
            box = self.grid.cell_box(self.grid.current)
            middle = self.grid.mapTo(self._inner, box.center())
            is_first = self.grid.current.row == self.filling.sheet.rows[0].id
            self._area.ensureVisible(middle.x(), middle.y(), 0, HEAD + ROW if is_first else ROW)

    def _on_weeks_shown(self, first: int, count: int) -> None:
        """Offer the other weeks as tabs, and the words of those in sight."""
        weeks = self.filling.sheet.days // log_entry.WEEK if self.filling.is_open else 0
        self.weeks.setVisible(weeks > count)
        self.weeks.show_only(tuple(str(n) for n in range(weeks)))
        self.notes.show_weeks(first, min(count, weeks - first), self.grid.layout_now)

    def _on_week_chosen(self, key: str) -> None:
        self.grid.show_week(int(key))
        self.grid.setFocus()

    def complete(self) -> None:
        """Mark the log as entered, once nothing stands in it that cannot be; or open it again."""
        wrong = self.filling.first_refused()
        if not self.filling.log.is_complete and wrong is not None:
            self.grid.setFocus()
            self.grid.go_to(wrong)
            return
        self.filling.set_complete(on=not self.filling.log.is_complete)
        if self.session.save() and self.filling.log.is_complete:
            words = log_entry.count(self.filling.log, self.filling.sheet).words
            self._ctx.say(_("The log is entered: {words}.").format(words=words), kind="done")

    def leave(self) -> None:
        """Save and go back to the documents of the patient."""
        patient = self._patient.patient.id
        if self.filling.close():
            self._ctx.go("documents", patient)

    def delete(self) -> None:
        """Delete the log without asking; undo brings it back."""
        log, sheet = self.filling.log, self.filling.sheet
        if self.filling.close():
            self._deleting.delete(sheet, log)
            self._ctx.go("documents", log.patient)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Complete with Ctrl+Enter; Esc goes from a field back to the cells, and from the cells to the documents."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.is_entering:
            self.complete()
        elif event.key() == Qt.Key.Key_Escape and self.is_entering and not self.grid.hasFocus():
            self.grid.setFocus()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _on_patient_changed(self, old: Patient | None, new: Patient | None) -> None:
        if new is None or (old is not None and old.id != new.id):
            self.filling.close()
            self._sheet, self._begun, self._plans = None, None, ()
