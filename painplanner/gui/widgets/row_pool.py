"""Rows of a list that are made once and shown again with other values: a form never builds itself anew for an edit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

W = TypeVar("W", bound=QWidget)


class RowPool(QWidget, Generic[W]):
    """As many rows as are wanted; `make` is called with the place of a new one."""

    def __init__(self, make: Callable[[int], W], *, gap: int = 8, parent: QWidget | None = None) -> None:
        """Make no row yet."""
        super().__init__(parent)
        self._make, self._rows, self._count = make, list[W](), 0
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(gap)
        self.hide()

    @property
    def rows(self) -> tuple[W, ...]:
        """Return the rows that are shown."""
        return tuple(self._rows[: self._count])

    def prepare(self, count: int) -> None:
        """Have so many rows ready without showing them."""
        while len(self._rows) < count:
            row = self._make(len(self._rows))
            row.hide()
            self._lines.addWidget(row)
            self._rows.append(row)

    def show_rows(self, count: int) -> tuple[W, ...]:
        """Show so many rows, making what is missing and hiding what is over."""
        self.prepare(count)
        if count != self._count:
            for place, row in enumerate(self._rows):
                row.setVisible(place < count)
            self._count = count
            self.setVisible(count > 0)
        return self.rows
