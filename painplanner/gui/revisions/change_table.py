"""What changed, grouped by part: in two columns side by side where there is room, in one line for each where not."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from painplanner.core.diff import ChangeKind
from painplanner.gui.widgets.labels import label, rule
from painplanner.gui.widgets.layouts import empty
from painplanner.services.words.changes import ChangeGroup, ChangeLine, line_words
from painplanner.text import _

WIDE = 400
"""From this width on, in pixels, there is room for two columns."""
TOP = Qt.AlignmentFlag.AlignTop


class ChangeTable(QWidget):
    """Shows groups of changes; `is_always_short` is for narrow places."""

    def __init__(self, *, is_always_short: bool = False) -> None:
        """Start empty."""
        super().__init__()
        self._groups: tuple[ChangeGroup, ...] = ()
        self._heads = ("", "")
        self._is_always_short, self._is_wide = is_always_short, False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)

    def show_groups(self, groups: tuple[ChangeGroup, ...], old: str = "", new: str = "") -> None:
        """Show these changes, under the names of the two versions."""
        if groups == self._groups and (old, new) == self._heads:
            return
        self._groups, self._heads = groups, (old, new)
        self._fill()

    @property
    def is_wide(self) -> bool:
        """Tell whether the two versions stand side by side."""
        return self._is_wide

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set them side by side, or below one another."""
        super().resizeEvent(event)
        is_wide = self.width() >= WIDE and not self._is_always_short
        if is_wide is not self._is_wide:
            self._is_wide = is_wide
            self._fill()

    def _fill(self) -> None:
        empty(self._lines)
        if self._is_wide and self._groups:
            self._lines.addWidget(self._grid())
            return
        for group in self._groups:
            self._lines.addWidget(label(group.title, "strong"))
            for line in group.lines:
                self._lines.addWidget(label(line_words(line), "minor", wrap=True))
            self._lines.addSpacing(4)

    def _grid(self) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        for column, share in enumerate((3, 4, 4)):
            grid.setColumnStretch(column, share)
        for column, head in enumerate(self._heads, 1):
            grid.addWidget(label(head, "minor", wrap=True), 0, column, TOP)
        for group in self._groups:
            row = grid.rowCount()
            grid.addWidget(label(group.title, "section"), row, 0, 1, 3)
            grid.addWidget(rule(), row + 1, 0, 1, 3)
            before = ("", *(line.name for line in group.lines))
            for line, (former, _name) in zip(group.lines, pairwise(before), strict=True):
                self._add(grid, line, is_same=line.name == former)
        return made

    def _add(self, grid: QGridLayout, line: ChangeLine, *, is_same: bool) -> None:
        """Add one line; a name that stands above already is not said again."""
        row = grid.rowCount()
        what = QVBoxLayout()
        what.setSpacing(0)
        name = "" if is_same and line.field else line.name
        for text, role in ((name, "strong"), (line.field, "minor")):
            if text:
                what.addWidget(label(text, role, wrap=True))
        what.addStretch(1)
        grid.addLayout(what, row, 0)  # not aligned, so that words that wrap get their height
        for column, text in ((1, line.old), (2, line.new)):
            shown = label(text or _nothing(line), "body" if text else "muted", wrap=True)
            shown.setAlignment(TOP)
            shown.setAccessibleName(line_words(line))
            grid.addWidget(shown, row, column)


def _nothing(line: ChangeLine) -> str:
    """Return what stands for a side that says nothing."""
    return _("not set") if line.kind is ChangeKind.CHANGED else _("not there")
