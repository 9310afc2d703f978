"""A choice between a few words that all stay in sight."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from painplanner.gui import theme
from painplanner.gui.widgets.buttons import button


class Segmented(QWidget):
    """Words side by side, at most one of them on; left and right move the choice."""

    chosen = Signal(str)

    def __init__(
        self, options: Iterable[tuple[str, str]], key: str = "", *, name: str = "", parent: QWidget | None = None
    ) -> None:
        """Make one segment for each (key, word)."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._segments: dict[str, QPushButton] = {}
        last = len(options := tuple(options)) - 1
        for place, (one, word) in enumerate(options):
            made = button(word, kind="segment", name=f"{name}: {word}" if name else word)
            made.setCheckable(True)
            made.setProperty("first", place == 0)
            made.setProperty("last", place == last)
            bold = QFontMetrics(theme.current().font(bold=True))
            made.setMinimumWidth(bold.horizontalAdvance(word) + 30)
            made.clicked.connect(lambda _on=False, picked=one: self.chosen.emit(picked))
            self._group.addButton(made)
            row.addWidget(made)
            self._segments[one] = made
        self.set_key(key)

    def key(self) -> str:
        """Return the key that is on, or nothing."""
        return next((key for key, made in self._segments.items() if made.isChecked()), "")

    def set_key(self, key: str) -> None:
        """Show a choice without announcing it."""
        self._group.setExclusive(False)
        for one, made in self._segments.items():
            made.setChecked(one == key)
        self._group.setExclusive(True)

    def segment(self, key: str) -> QPushButton:
        """Return the button of a choice."""
        return self._segments[key]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the choice with the arrow keys."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        keys = list(self._segments)
        if step is None or not keys:
            super().keyPressEvent(event)
            return
        here = keys.index(self.key()) if self.key() in keys else 0
        target = keys[max(0, min(len(keys) - 1, here + step))]
        self._segments[target].setFocus()
        self._segments[target].click()
