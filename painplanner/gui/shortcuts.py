"""Undo and redo belong to the plan: one filter takes them from Qt's text fields, which would otherwise swallow them.

So does a picture that is pasted where one is wanted, whatever field has the keys.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget


class FocusFilter(QObject):
    """Looks only at the widget that has the keys: an ear on the whole application would be called for every event."""

    def __init__(self, app: QApplication, parent: QObject) -> None:
        """Wait to be started."""
        super().__init__(parent)
        self._app, self._is_started = app, False

    def start(self) -> None:
        """Follow the keys from one widget to the next."""
        if not self._is_started:
            self._is_started = True
            self._app.focusChanged.connect(self._on_focus_changed)
            self._on_focus_changed(None, self._app.focusWidget())

    def stop(self) -> None:
        """Let the keys go where they go."""
        if self._is_started:
            self._is_started = False
            self._app.focusChanged.disconnect(self._on_focus_changed)
            self._on_focus_changed(self._app.focusWidget(), None)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if new is not None:
            new.installEventFilter(self)


class UndoFilter(FocusFilter):
    """Leaves Undo and Redo to the actions of the window, and Paste while `takes_paste` says so."""

    def __init__(self, app: QApplication, parent: QObject, takes_paste: Callable[[], bool] = bool) -> None:
        """Wait to be started."""
        super().__init__(app, parent)
        self._takes_paste = takes_paste

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep text fields from claiming the keys."""
        del watched
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.ShortcutOverride:
            return False
        if not self._is_ours(event):
            return False
        event.ignore()
        return True

    def _is_ours(self, event: QKeyEvent) -> bool:
        keys = QKeySequence.StandardKey
        return (
            event.matches(keys.Undo) or event.matches(keys.Redo) or (event.matches(keys.Paste) and self._takes_paste())
        )
