"""Readings of the open patient: written at once, each change one step to undo beside those of the plan. No widgets."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtGui import QUndoStack

from painplanner.core.measure import Measure, Reading, check_reading
from painplanner.core.values import Impossible, replace
from painplanner.errors import KnownError
from painplanner.gui.context import AppContext
from painplanner.gui.messages import sentence_for
from painplanner.gui.undo import SnapshotCommand


class _State(NamedTuple):
    """A reading as it stands in the store, or that there is none."""

    id: str
    reading: Reading | None


class Entering:
    """Puts readings into the store and takes them out again."""

    def __init__(self, ctx: AppContext, stack: Callable[[], QUndoStack], patient: Callable[[], str]) -> None:
        """Take the stack that undoes and who is open."""
        self._ctx, self._stack, self._patient = ctx, stack, patient

    @property
    def patient(self) -> str:
        """Return whose readings are entered."""
        return self._patient()

    def new_id(self) -> str:
        """Return the id of a new reading."""
        return self._ctx.new_id("reading")

    def put(self, words: str, measure: Measure, reading: Reading, before: Reading | None = None) -> str:
        """Write a reading, in the place of the one before; return the sentence of a refusal, or nothing."""
        try:
            check_reading(measure, reading.value)
            if reading.value_to is not None:
                check_reading(measure, reading.value_to)
        except Impossible as refusal:
            return sentence_for(refusal)
        return self._push(words, _State(reading.id, before), _State(reading.id, reading))

    def drop(self, words: str, reading: Reading) -> str:
        """Take a reading away; return the sentence of a failure, or nothing."""
        return self._push(words, _State(reading.id, reading), _State(reading.id, None))

    def mark_acted(self, words: str, reading: Reading) -> str:
        """Note that what an answer asks for was done today."""
        done: Reading = replace(reading, alert_done_on=self._ctx.today())
        return self._push(words, _State(reading.id, reading), _State(reading.id, done))

    def _push(self, words: str, old: _State, new: _State) -> str:
        try:
            self._write(new)
        except KnownError as error:
            return error.sentence
        self._stack().push(SnapshotCommand(words, old, new, self._show))
        return ""

    def _show(self, state: _State) -> None:
        """Bring the store to a state, which undo and redo ask for; a failure is said."""
        try:
            self._write(state)
        except KnownError as error:
            self._ctx.say(error.sentence, kind="stop")

    def _write(self, state: _State) -> None:
        store = self._ctx.store
        if state.reading is not None:
            store.save_reading(state.reading)
        else:
            store.delete_reading(state.id)
        self._ctx.news.readings_changed.emit(self._patient())
