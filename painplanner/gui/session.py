"""The open value of a page with its undo stack and its saving; widgets show it, propose edits, and own no state.

`Session` serves any value; `PlanSession` adds what only a plan has: selection, findings, and a draft within 2 s.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from painplanner.core.values import Impossible
from painplanner.errors import BugError, KnownError
from painplanner.gui.theme import application
from painplanner.gui.undo import SnapshotCommand
from painplanner.gui.unread import UnreadTexts

if TYPE_CHECKING:
    from painplanner.core.findings import Finding
    from painplanner.core.measure import Reading
    from painplanner.core.patient import Patient
    from painplanner.core.plan import Item, Plan
    from painplanner.gui.context import AppContext

T = TypeVar("T")

SAVE_AFTER_MS = 1200
"""From the first unsaved edit to the save; typing on does not put it off."""
RETRY_AFTER_MS = 5000
TYPING_PAUSE_S = 1.0
REVIEW_AFTER_MS = 120


@dataclass(frozen=True)
class StopQuestion:
    """An edit that would end medicines suddenly: how undo names it, what it does, and which medicines they are.

    `gone` are those that it would take out of the plan, `asked` is the question in words.
    """

    label: str
    fn: Callable[[Plan], Plan]
    items: tuple[Item, ...]
    gone: frozenset[str]
    asked: str


@dataclass(frozen=True)
class _Typing(Generic[T]):
    """A run of edits that are one step to undo: its key, the value before it, and the one it has come to."""

    key: str
    before: T
    now: T


class Session(QObject, Generic[T]):
    """Holds one value; `changed(old, new)` follows every edit, undo and redo."""

    changed = Signal(object, object)
    refused = Signal(str, str)
    saved = Signal(object)

    def __init__(
        self,
        write: Callable[[T], None],
        now: Callable[[], datetime],
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        saves_itself: bool = True,
    ) -> None:
        """Hold nothing yet; `write` stores a value, `clock` tells when typing has paused.

        What does not save itself as it goes is saved when that is wanted, and before it is let go.
        """
        super().__init__(parent)
        self._write, self._now, self._clock, self._saves_itself = write, now, clock, saves_itself
        self._value: T | None = None
        self._unsaved = False
        self._typed_at, self._run = 0.0, 0
        self._typing: _Typing[T] | None = None
        self._typing_in: QWidget | None = None
        self.saved_at: datetime | None = None
        self.problem = ""
        """Why the last save failed, nothing once one worked."""
        self.held_back = ""
        """Why the last edit waits for an answer, nothing when it was made."""
        self.undo_stack = QUndoStack(self)
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._on_pause_over)
        application().focusChanged.connect(self._on_focus_changed)

    @property
    def value(self) -> T:
        """Return the open value."""
        if self._value is None:
            raise BugError("nothing is open")
        return self._value

    @property
    def is_open(self) -> bool:
        """Tell whether a value is open."""
        return self._value is not None

    @property
    def is_saved(self) -> bool:
        """Tell whether every edit is written."""
        return not self._unsaved

    def open(self, value: T) -> bool:
        """Save the value before and hold another one, which nothing undoes; what cannot be saved stays."""
        return self._hold(value)

    def close(self) -> bool:
        """Save and hold nothing; what cannot be saved stays."""
        return self._hold(None)

    def _hold(self, value: T | None) -> bool:
        if not self.save():
            return False
        before, self._value = self._value, value
        self.saved_at = None
        self.undo_stack.clear()
        if before is not None or value is not None:
            self.changed.emit(before, value)
        return True

    def apply(self, label: str, fn: Callable[[T], T], merge_key: str = "", field: str = "") -> bool:
        """Propose an edit; a value that cannot be is refused with its sentence, and nothing changes."""
        old = self.value
        try:
            new = fn(old)
        except Impossible as refusal:
            from painplanner.gui.messages import sentence_for

            self.refused.emit(field or refusal.field, sentence_for(refusal))
            return False
        if new is not old and new != old:
            self.held_back = self._asks_first(label, fn, old, new)
            if self.held_back:
                return False
            key = self._run_key(merge_key)
            is_going_on = self._typing is not None and self._typing.key == key and self._typing.now is old
            before = self._typing.before if self._typing is not None and is_going_on else old
            self._typing = _Typing(key, before, new)
            self.undo_stack.push(SnapshotCommand(label, old, new, self._show, key))
        return True

    def _asks_first(self, label: str, fn: Callable[[T], T], old: T, new: T) -> str:
        """Return why an edit waits for an answer, which is asked for here; nothing lets it be made."""
        del label, fn, old, new
        return ""

    def take_back(self, merge_key: str) -> None:
        """Put back the value from before the typing that goes on, which leaves nothing to undo."""
        typing = self._typing
        if typing is None or typing.key != f"{self._run}:{merge_key}" or typing.now is not self._value:
            return
        if typing.now is not typing.before:
            self._typing = _Typing(typing.key, typing.before, typing.before)
            self.undo_stack.push(SnapshotCommand("", typing.now, typing.before, self._show, typing.key))

    def keep_typing(self) -> None:
        """Let the next edit belong to the same step to undo, however long the fingers rested."""
        self._typed_at = self._clock()

    def undo(self) -> None:
        """Take the last edit back."""
        self.end_typing()
        self.undo_stack.undo()

    def redo(self) -> None:
        """Do the edit again that was taken back."""
        self.end_typing()
        self.undo_stack.redo()

    def end_typing(self) -> None:
        """Let the next edit be a step of its own to undo."""
        self._run += 1

    def save(self) -> bool:
        """Write what is not written yet; tell whether everything is, and try again soon when it is not."""
        self._pause.stop()
        if not self._unsaved or self._value is None:
            return True
        return self._save(self._value, said="")

    def _save(self, value: T, *, said: str) -> bool:
        """Write the value; a sentence that was said already is not said again."""
        try:
            self._write(value)
        except KnownError as error:
            self.problem = error.sentence
            if self._saves_itself:
                self._pause.start(RETRY_AFTER_MS)
            if self.problem != said:
                self.refused.emit("", self.problem)
            return False
        self._unsaved, self.problem = False, ""
        self.saved_at = self._now()
        self.saved.emit(self.saved_at)
        return True

    def forget_edits(self) -> None:
        """Write nothing of what is not written yet, because it was stored another way or given up."""
        self._pause.stop()
        self._unsaved, self.problem = False, ""

    def _on_pause_over(self) -> None:
        if self._unsaved and self._value is not None:
            self._save(self._value, said=self.problem)

    def _run_key(self, merge_key: str) -> str:
        now = self._clock()
        if now - self._typed_at > TYPING_PAUSE_S:
            self.end_typing()
        self._typed_at = now
        return f"{self._run}:{merge_key}" if merge_key else ""

    def _show(self, value: T) -> None:
        old, self._value = self._value, value
        self._unsaved = True
        if self._saves_itself and not self._pause.isActive():
            self._pause.start(SAVE_AFTER_MS)
        self.changed.emit(old, value)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        """End typing when another field gets the keys; a look into another program is none."""
        if now is not None and now is not self._typing_in:
            self._typing_in = now
            self.end_typing()


class PlanSession(Session["Plan"]):
    """The open plan, what is selected in it, and what the review sees.

    `plan_changed(old, new)` has no old plan when another one was opened, and no new one when it was closed. An edit
    that would end a medicine suddenly waits until `stop_asked` is answered by `stop_as_planned` or `stop_anyway`.
    """

    plan_changed = Signal(object, object)
    selection_changed = Signal()
    findings_changed = Signal()
    stop_asked = Signal(object)

    def __init__(
        self, ctx: AppContext, parent: QObject | None = None, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Hold no plan yet."""
        super().__init__(self._save_draft, ctx.now, parent, clock=clock)
        self._ctx = ctx
        self._selection: tuple[str, ...] = ()
        self.unread = UnreadTexts()
        self._patient: Patient | None = None
        self._readings: tuple[Reading, ...] | None = None
        self._findings: tuple[Finding, ...] | None = None
        self._listed: tuple[object, ...] = ()
        self._may_stop = False
        self._review = QTimer(self, singleShot=True, interval=REVIEW_AFTER_MS)
        self._review.timeout.connect(self.findings_changed)
        self.changed.connect(self._on_changed)
        ctx.news.patient_changed.connect(self._on_patient_changed)
        ctx.news.readings_changed.connect(self._on_patient_changed)
        ctx.news.day_changed.connect(self._review_soon)

    @property
    def plan(self) -> Plan:
        """Return the open plan."""
        return self.value

    @property
    def patient(self) -> Patient:
        """Return whose plan it is, as last saved."""
        if self._patient is None:
            self._patient = self._ctx.store.patient(self.plan.patient)
        return self._patient

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Return what was measured of the patient so far."""
        if self._readings is None:
            self._readings = tuple(self._ctx.store.readings(self.plan.patient))
        return self._readings

    @property
    def selection(self) -> tuple[str, ...]:
        """Return the ids of the selected parts; nothing selected means the plan itself."""
        return self._selection

    def select(self, *ids: str) -> None:
        """Select steps, items, checkpoints, goals or drivers of the plan by id; others are left out."""
        known = part_ids(self.plan) if self.is_open else frozenset[str]()
        wanted = tuple(dict.fromkeys(one for one in ids if one in known))
        if wanted != self._selection:
            self._selection = wanted
            self.selection_changed.emit()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return what the review sees, worst first; worked out when it is asked for."""
        if self._findings is None:
            self._findings = self._reviewed()
        return self._findings

    def _asks_first(self, label: str, fn: Callable[[Plan], Plan], old: Plan, new: Plan) -> str:
        """Ask how medicines are taken down that this edit would end suddenly."""
        from painplanner.core.edits import stopped_suddenly
        from painplanner.services.words import stop_question

        items = () if self._may_stop else stopped_suddenly(old, new, self._ctx.today())
        if not items:
            return ""
        left = {item.id for step in new.steps for item in step.items}
        asked = stop_question(items, self._ctx.practice.language)
        gone = frozenset(item.id for item in items if item.id not in left)
        self.stop_asked.emit(StopQuestion(label, fn, items, gone, asked))
        return asked

    def stop_as_planned(self, question: StopQuestion, how: str) -> bool:
        """Make the edit, with the line that says how its medicines are taken down, as one edit."""
        from painplanner.core.edits import with_stop_plan

        ids, today = [item.id for item in question.items], self._ctx.today()
        return self.apply(question.label, lambda plan: with_stop_plan(plan, question.fn(plan), ids, how.strip(), today))

    def stop_anyway(self, question: StopQuestion) -> bool:
        """Make the edit without such a line; the review asks for it where the medicine stays in the plan."""
        self._may_stop = True
        try:
            return self.apply(question.label, question.fn)
        finally:
            self._may_stop = False

    def reload(self) -> None:
        """Read patient and readings anew and review again."""
        self._patient = self._readings = None
        self._review_soon()

    def _reviewed(self) -> tuple[Finding, ...]:
        if not self.is_open:
            return ()
        from painplanner.core.review import review

        return review(self.plan, self.patient, self._ctx.library.value, self._ctx.today(), self.readings)

    def _review_soon(self) -> None:
        self._findings = None
        self._review.start()

    def _on_changed(self, old: Plan | None, new: Plan | None) -> None:
        is_other = old is None or new is None or old.id != new.id
        if is_other:
            self._patient = self._readings = None
            self._listed = ()
        self._review_soon()
        if new is None:
            self._review.stop()
        kept = () if is_other else tuple(one for one in self._selection if one in part_ids(self.plan))
        self.plan_changed.emit(None if is_other and new is not None else old, new)
        if kept != self._selection:
            self._selection = kept
            self.selection_changed.emit()

    def _on_patient_changed(self, patient_id: str) -> None:
        if self.is_open and self.plan.patient == patient_id:
            self.reload()

    def _save_draft(self, plan: Plan) -> None:
        from painplanner.services.plans import save_draft

        save_draft(self._ctx.store, plan, self._ctx.today())
        listed = (plan.id, plan.title, plan.status)
        if listed != self._listed:
            self._listed = listed
            self._ctx.news.plans_changed.emit(plan.patient)


def part_ids(plan: Plan) -> frozenset[str]:
    """Return the ids of everything in a plan that can be selected."""
    parts = (plan.steps, plan.checkpoints, plan.goals, plan.drivers, *(step.items for step in plan.steps))
    return frozenset(part.id for group in parts for part in group)
