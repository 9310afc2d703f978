"""Taking a log away without asking: one step to undo beside what else was done for the patient. No widgets."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoStack

from painplanner.core.daily_log import FilledLog, LogSheet
from painplanner.core.values import replace
from painplanner.errors import KnownError
from painplanner.gui.context import AppContext
from painplanner.gui.messages import Message
from painplanner.gui.undo import SnapshotCommand
from painplanner.services import log_entry
from painplanner.text import _


class Deleting:
    """Takes logs out of the store and puts them back."""

    def __init__(self, ctx: AppContext, stack: Callable[[], QUndoStack]) -> None:
        """Take the stack that undoes."""
        self._ctx, self._stack = ctx, stack
        self._said: Message | None = None

    def delete(self, sheet: LogSheet, log: FilledLog) -> None:
        """Delete a log, if anything of it was ever kept, and say that it can be undone."""
        if not self._is_kept(log):
            return
        stack, gone = self._stack(), None
        stack.push(SnapshotCommand(_("Delete the log"), log, gone, lambda value: self._show(sheet, log, value)))
        self._said = self._ctx.say(_("The log was deleted."), kind="done", action=_("Undo"), on_action=stack.undo)

    def _is_kept(self, log: FilledLog) -> bool:
        return any(one.id == log.id for one in self._ctx.store.logs_of_sheet(log.sheet))

    def _show(self, sheet: LogSheet, log: FilledLog, value: FilledLog | None) -> None:
        """Bring the store to a log, or to none, which undo and redo ask for; a failure is said."""
        store = self._ctx.store
        try:
            if value is not None:
                kept = replace(sheet, number=0) if log.was_told else sheet  # what was told took its sheet along
                log_entry.keep(store, kept, value, self._ctx.today())
                self._ctx.hush(self._said)
            elif self._is_kept(log):
                store.delete_log(log.id)
        except KnownError as error:
            self._ctx.say(error.sentence, kind="stop")
        self._ctx.news.readings_changed.emit(log.patient)
