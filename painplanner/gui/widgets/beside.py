"""Two versions side by side, field by field; where the place is narrow the second stands below the first."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from painplanner.gui.widgets.labels import label, rule

SIDE_BY_SIDE_FROM = 520
NAME_WIDTH = 132


class Beside(QWidget):
    """Rows of (name, first, second) below the titles of the two versions."""

    def __init__(self, titles: tuple[str, str], rows: Iterable[tuple[str, str, str]]) -> None:
        """Take the versions; an empty text is shown as a dash."""
        super().__init__()
        self.rows = tuple(rows)
        self._is_wide: bool | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._titles = tuple(label(title, "strong", wrap=True) for title in titles)
        self._lines = tuple(self._line(titles, row) for row in self.rows)
        self._rules = tuple(rule() for _row in self.rows)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._set_out(is_wide=True)

    @staticmethod
    def _line(titles: tuple[str, str], row: tuple[str, str, str]) -> tuple[QLabel, QLabel, QLabel]:
        name = label(row[0], "muted", wrap=True)
        words = tuple(label(text or "—", "body" if text else "muted", wrap=True) for text in row[1:])
        for title, made, text in zip(titles, words, row[1:], strict=True):
            made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            made.setAccessibleName(f"{row[0]}, {title}: {text or '—'}")
        return name, words[0], words[1]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the columns as the room asks for."""
        super().resizeEvent(event)
        self._set_out(is_wide=event.size().width() >= SIDE_BY_SIDE_FROM)

    def _set_out(self, *, is_wide: bool) -> None:
        if is_wide == self._is_wide:
            return
        self._is_wide = is_wide
        while self._grid.takeAt(0) is not None:
            pass
        self._grid.setColumnMinimumWidth(0, NAME_WIDTH if is_wide else 0)
        for column, share in enumerate((0, 1, 1) if is_wide else (1, 0, 0)):
            self._grid.setColumnStretch(column, share)
        self._set_wide() if is_wide else self._set_narrow()

    def _set_wide(self) -> None:
        for column, title in enumerate(self._titles, 1):
            title.show()
            self._grid.addWidget(title, 0, column)
        for place, (line, between) in enumerate(zip(self._lines, self._rules, strict=True)):
            self._grid.addWidget(between, 2 * place + 1, 0, 1, 3)
            line[0].setFixedWidth(NAME_WIDTH)
            for column, part in enumerate(line):
                self._grid.addWidget(part, 2 * place + 2, column, Qt.AlignmentFlag.AlignTop)

    def _set_narrow(self) -> None:
        for title in self._titles:
            title.hide()
        for place, (line, between) in enumerate(zip(self._lines, self._rules, strict=True)):
            self._grid.addWidget(between, 4 * place, 0)
            line[0].setMaximumWidth(16777215)
            line[0].setMinimumWidth(0)
            for below, part in enumerate(line, 1):
                self._grid.addWidget(part, 4 * place + below, 0)
