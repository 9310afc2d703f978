"""The heads of the columns: each puts the rows in its order, pressed again the other way round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy

from painplanner.gui.widgets.buttons import button
from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.store.due_list import Order

UP, DOWN = "▲", "▼"


class Heads(QObject):
    """What, who, why, when; by day, earliest first, until another one is pressed."""

    changed = Signal()

    def __init__(self, grid: QGridLayout, parent: QObject) -> None:
        """Put the heads into the first line of the grid."""
        super().__init__(parent)
        self.order: Order = "when"
        self.is_reversed = False
        self._words: dict[Order, str] = {"what": _("What"), "who": _("Who"), "why": _("Why"), "when": _("When")}
        self._buttons: dict[Order, QPushButton] = {}
        for column, (key, words) in enumerate(self._words.items()):
            made = button(words, lambda key=key: self.choose(key), kind="fold")
            made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._buttons[key] = made
            grid.addWidget(made, 0, column)
        self._show()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """Return the heads from left to right."""
        return tuple(self._buttons.values())

    def choose(self, order: Order) -> None:
        """Order by a column; by the same one again the other way round."""
        self.is_reversed = order == self.order and not self.is_reversed
        self.order = order
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        for key, made in self._buttons.items():
            words, is_on = self._words[key], key == self.order
            sign = (DOWN if self.is_reversed else UP) if is_on else ""
            made.setText(f"{words} {sign}".strip())
            how = (_("sorted, last first") if self.is_reversed else _("sorted, first first")) if is_on else _("sort")
            made.setAccessibleName(f"{words}, {how}")
