"""A quiet sheet over the window for things to read, closed with Esc."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import Column
from painplanner.gui.widgets.labels import label
from painplanner.text import _


def keys_sheet(parent: QWidget, lines: tuple[tuple[str, str], ...]) -> QDialog:
    """Return the sheet of keyboard shortcuts."""
    sheet = QDialog(parent)
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    sheet.setWindowTitle(_("Keyboard shortcuts"))
    sheet.resize(460, 520)
    column = Column(margin=16)
    grid = QGridLayout()
    grid.setColumnStretch(0, 1)
    grid.setVerticalSpacing(6)
    for place, (words, keys) in enumerate(lines):
        grid.addWidget(label(words), place, 0)
        grid.addWidget(label(keys, "muted"), place, 1, Qt.AlignmentFlag.AlignRight)
    column.lines.addLayout(grid)
    outer = QVBoxLayout(sheet)
    outer.addWidget(column)
    close = button(_("Close"), sheet.accept)
    outer.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
    return sheet
