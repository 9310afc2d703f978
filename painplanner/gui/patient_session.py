"""The patient who is open: one value, its undo stack, and a save shortly after each edit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from painplanner.core.patient import Patient
from painplanner.core.values import Impossible
from painplanner.errors import BugError
from painplanner.gui.context import AppContext

SAVE_AFTER_MS = 700


class _Change(QUndoCommand):
    """From one patient value to another; typing in one field merges."""

    def __init__(self, session: PatientSession, label: str, old: Patient, new: Patient, merge_key: str) -> None:
        super().__init__(label)
        self._session, self._old, self._new, self._merge_key = session, old, new, merge_key

    def id(self) -> int:
        return 1 if self._merge_key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Change) or other._merge_key != self._merge_key:
            return False
        self._new = other._new
        return True

    def redo(self) -> None:
        self._session.show(self._new)

    def undo(self) -> None:
        self._session.show(self._old)


class PatientSession(QObject):
    """Holds the open patient; `changed(old, new)` follows every edit, undo and redo."""

    changed = Signal(object, object)
    refused = Signal(str, str)

    def __init__(self, ctx: AppContext, parent: QObject | None = None) -> None:
        """Hold nobody yet."""
        super().__init__(parent)
        self._ctx = ctx
        self._patient: Patient | None = None
        self._unsaved = False
        self.undo_stack = QUndoStack(self)
        self._pause = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._pause.timeout.connect(self.save)

    @property
    def patient(self) -> Patient:
        """Return the open patient."""
        if self._patient is None:
            raise BugError("no patient is open")
        return self._patient

    @property
    def is_open(self) -> bool:
        """Tell whether somebody is open."""
        return self._patient is not None

    def open(self, patient: Patient) -> None:
        """Save the one before and hold another patient."""
        self.save()
        before, self._patient = self._patient, patient
        self.undo_stack.clear()
        self.changed.emit(before, patient)

    def apply(self, label: str, fn: Callable[[Patient], Patient], merge_key: str = "", field: str = "") -> bool:
        """Propose an edit; a value that cannot be is refused with its sentence, and nothing changes."""
        from painplanner.gui.messages import sentence_for

        try:
            new = fn(self.patient)
        except Impossible as refusal:
            self.refused.emit(field or refusal.field, sentence_for(refusal))
            return False
        if new != self.patient:
            self.undo_stack.push(_Change(self, label, self.patient, new, merge_key))
        return True

    def show(self, patient: Patient) -> None:
        """Hold this value of the same patient; called by undo and redo."""
        old, self._patient = self._patient, patient
        self._unsaved = True
        self._pause.start()
        self.changed.emit(old, patient)

    def save(self) -> None:
        """Write what is not written yet."""
        self._pause.stop()
        if not self._unsaved or self._patient is None:
            return
        self._unsaved = False
        self._ctx.store.save_patient(self._patient)
        self._ctx.news.patient_changed.emit(self._patient.id)
