"""Words side by side, each with its remover: filters that are on, tags that were given."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from painplanner.gui.widgets.flow import FlowLayout
from painplanner.gui.widgets.layouts import empty
from painplanner.text import _


class _WordChip(QPushButton):
    """One word; a click, Enter, Space, Delete or Backspace removes it, the arrow keys go to its neighbours."""

    removed = Signal()
    left = Signal(int)

    def __init__(self, words: str) -> None:
        super().__init__(f"{words}  ×".replace("&", "&&"))
        self.setProperty("kind", "chip")
        self.setCheckable(True)
        self.setChecked(True)
        self.setAutoDefault(True)
        self.setAccessibleName(_("Remove {name}").format(name=words))
        self.setToolTip(_("Remove {name} (Delete)").format(name=words))
        self.clicked.connect(self.removed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit()
        elif step is not None:
            self.left.emit(step)
        else:
            super().keyPressEvent(event)


class WordChips(QWidget):
    """Shows (key, words); `removed` carries the key, `emptied` comes when the last one with the keys went."""

    removed = Signal(str)
    emptied = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._words: tuple[tuple[str, str], ...] = ()
        self._flow = FlowLayout(self, gap=6)
        self.chips: tuple[QPushButton, ...] = ()
        self.hide()

    def keys(self) -> tuple[str, ...]:
        """Return the keys that are shown."""
        return tuple(key for key, _words in self._words)

    def set_words(self, words: Iterable[tuple[str, str]]) -> None:
        """Show other words; the keys of a removed chip go to its neighbour."""
        wanted = tuple(words)
        if wanted == self._words:
            return
        place = next((n for n, one in enumerate(self.chips) if one.hasFocus()), None)
        self._words = wanted
        empty(self._flow)
        self.chips = tuple(self._made(place, key, word) for place, (key, word) in enumerate(wanted))
        self.setVisible(bool(wanted))
        self.updateGeometry()
        if place is not None:
            self._go(place)

    def _made(self, place: int, key: str, words: str) -> QPushButton:
        made = _WordChip(words)
        made.removed.connect(lambda: self.removed.emit(key))
        made.left.connect(lambda step: self._go(max(0, place + step)))
        self._flow.addWidget(made)
        made.show()
        return made

    def _go(self, place: int) -> None:
        if self.chips:
            self.chips[min(place, len(self.chips) - 1)].setFocus()
        else:
            self.emptied.emit()
