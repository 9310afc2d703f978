"""A card of the editor: rows over the entry, shown again when it changed."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from painplanner.core.library import Intervention
from painplanner.gui.form.rows import Row
from painplanner.gui.pages.library.editor.rows import Entry
from painplanner.gui.widgets.cards import Section


class EditSection(Section):
    """Subclasses add rows; `refresh` shows what hangs on more than one field."""

    def __init__(self, subject: Entry, title: str, sentence: str = "") -> None:
        """Start with the title."""
        super().__init__(title, sentence)
        self.subject = subject
        self._rows: list[Row[Intervention, Any]] = []

    def row(self, row: Row[Intervention, Any]) -> QWidget:
        """Let a row follow the entry; return what is to be placed."""
        self._rows.append(row)
        return row.field

    def add(self, *rows: Row[Intervention, Any], into: QVBoxLayout | None = None) -> None:
        """Set rows below one another."""
        for row in rows:
            (into or self.lines).addWidget(self.row(row))

    def show_entry(self) -> None:
        """Show the entry as it is now."""
        for row in self._rows:
            row.show()
        self.refresh(self.subject.value)

    def refresh(self, entry: Intervention) -> None:
        """Show what hangs on more than one field."""


def column(*parts: QWidget | QLayout) -> QWidget:
    """Return widgets and layouts below one another, as one side of a card."""
    box = QWidget()
    lines = QVBoxLayout(box)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(12)
    for part in parts:
        lines.addWidget(part) if isinstance(part, QWidget) else lines.addLayout(part)
    lines.addStretch(1)
    return box
