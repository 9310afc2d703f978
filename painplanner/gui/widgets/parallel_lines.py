"""Texts that say the same in two languages, line beside line; one below the other where the place is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from painplanner.gui.widgets.labels import label, rule

SIDE_BY_SIDE_FROM = 560
"""Pixels below which the texts are set one below the other."""
KIND_WIDTH = 84


class ParallelLine(NamedTuple):
    """What kind of line it is, and its words in each language; an empty word is a line that this language lacks."""

    kind: str
    words: tuple[str, ...]


class ParallelLines(QWidget):
    """Columns of (title, remark); lines of one kind stand together and name their kind once."""

    def __init__(self, columns: Sequence[tuple[str, str]], lines: Sequence[ParallelLine]) -> None:
        """Take the texts."""
        super().__init__()
        self.lines = tuple(lines)
        self._titles = tuple(label(title, "strong", wrap=True) for title, _remark in columns)
        self._remarks = tuple(label(remark, "small", wrap=True) for _title, remark in columns)
        self._words = tuple(tuple(self._word(line.kind, text) for text in line.words) for line in self.lines)
        self._kinds: list[QLabel] = []
        self._rule = rule()
        self._has_kinds = any(line.kind for line in self.lines)
        self._first = 1 if self._has_kinds else 0
        self._is_wide: bool | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._set_out(is_wide=True)

    def _word(self, kind: str, text: str) -> QLabel:
        made = label(text or "—", "body" if text else "muted", wrap=True)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        made.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        made.setAccessibleName(f"{kind}: {text}")
        return made

    @property
    def is_side_by_side(self) -> bool:
        """Tell whether the languages stand beside one another."""
        return bool(self._is_wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the texts beside or below one another, as there is room."""
        super().resizeEvent(event)
        self._set_out(is_wide=event.size().width() >= SIDE_BY_SIDE_FROM)

    def _set_out(self, *, is_wide: bool) -> None:
        if is_wide == self._is_wide:
            return
        self._is_wide = is_wide
        while self._grid.takeAt(0) is not None:
            pass
        for old in self._kinds:
            old.deleteLater()
        self._kinds.clear()
        for column in range(len(self._titles) + 1):
            is_first, is_text = column == self._first, 0 <= column - self._first < len(self._titles)
            self._grid.setColumnStretch(column, 1 if is_first or (is_wide and is_text) else 0)
        self._grid.setHorizontalSpacing(16 if self._has_kinds or is_wide else 0)
        self._set_wide() if is_wide else self._set_narrow()

    def _set_wide(self) -> None:
        for column, (title, remark) in enumerate(zip(self._titles, self._remarks, strict=True), self._first):
            self._put(title, 0, column)
            self._put_remark(remark, 1, column)
        self._grid.addWidget(self._rule, 2, 0, 1, len(self._titles) + 1)
        for row, line in enumerate(self.lines, 3):
            self._put_kind(row, row - 3)
            for column in range(len(line.words)):
                self._put(self._words[row - 3][column], row, column + self._first)

    def _set_narrow(self) -> None:
        row = 0
        for column, title in enumerate(self._titles):
            if column:
                self._grid.addWidget(self._rule, row, 0, 1, 2)
                row += 1
            self._put(title, row, self._first)
            self._put_remark(self._remarks[column], row + 1, self._first)
            row += 2
            for place in range(len(self.lines)):
                self._put_kind(row, place)
                self._put(self._words[place][column], row, self._first)
                row += 1

    def _put(self, words: QLabel, row: int, column: int) -> None:
        self._grid.addWidget(words, row, column, Qt.AlignmentFlag.AlignTop)

    def _put_remark(self, words: QLabel, row: int, column: int) -> None:
        if words.text():
            self._put(words, row, column)
        else:
            words.hide()

    def _put_kind(self, row: int, place: int) -> None:
        """Name the kind of a line where it differs from the line before."""
        if not self._has_kinds or (place and self.lines[place].kind == self.lines[place - 1].kind):
            return
        made = label(self.lines[place].kind, "minor", wrap=True)
        made.setFixedWidth(KIND_WIDTH)
        self._kinds.append(made)
        self._put(made, row, 0)
        if self.isVisible():
            made.show()
