"""Undo and redo belong to the plan: one filter takes them from Qt's text fields, which would otherwise swallow them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence


class UndoFilter(QObject):
    """Leaves Undo and Redo to the actions of the window. Install it on the application."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep text fields from claiming the two keys."""
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            event.ignore()
            return True
        return super().eventFilter(watched, event)
