"""The only undo command of the window: from one whole value to another, which share the parts that did not change.

When typing ends and which keys merge is the session's business, not the command's.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtGui import QUndoCommand

T = TypeVar("T")


class SnapshotCommand(QUndoCommand, Generic[T]):
    """Shows the new value, or the old one again; commands with one merge key become one."""

    def __init__(self, label: str, old: T, new: T, show: Callable[[T], None], merge_key: str = "") -> None:
        """Keep both values and the way to show one."""
        super().__init__(label)
        self._old, self._new, self._show, self._merge_key = old, new, show, merge_key

    def id(self) -> int:
        """Return the constant by which Qt asks for a merge, or none for commands that stand alone."""
        return 1 if self._merge_key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take over the value of a command with the same key; what ends where it began is forgotten."""
        if not isinstance(other, SnapshotCommand) or other._merge_key != self._merge_key:
            return False
        self._new = other._new
        self.setObsolete(self._new == self._old)
        return True

    def redo(self) -> None:
        """Show the new value."""
        self._show(self._new)

    def undo(self) -> None:
        """Show the old value."""
        self._show(self._old)
