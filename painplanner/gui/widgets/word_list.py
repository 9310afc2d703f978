"""Words that were chosen, each with its remover, and after them a field that finds one more or takes a new one."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from painplanner.gui.widgets.finder import Finder, Found
from painplanner.gui.widgets.word_chips import WordChips


class MoreLine(Finder):
    """The field for one more; Backspace in the empty field asks for the last word."""

    last_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back into the words from the empty field."""
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.last_wanted.emit()
            return
        super().keyPressEvent(event)


class WordList(QWidget):
    """`changed` carries all keys after a person added or removed one; `free` takes words that nothing was found for."""

    changed = Signal(tuple)

    def __init__(
        self,
        find: Callable[[str], Found],
        word: Callable[[str], str],
        *,
        name: str,
        add: str,
        free: bool = False,
        read: Callable[[str], str] = str.strip,
        limit: int = 100,
    ) -> None:
        """Find with a function; `word` says how a key is called, `read` makes the key of free words."""
        super().__init__()
        self._find, self._word, self._read = find, word, read
        self._keys: tuple[str, ...] = ()
        self.setAccessibleName(name)
        self.chips = WordChips(name)
        self.chips.removed.connect(self._remove)
        self.line = MoreLine(self._fresh, name=f"{name}: {add}", placeholder=add, free=free)
        self.line.setMaxLength(limit)
        self.line.picked.connect(self._add)
        self.line.entered_words.connect(lambda text: self._add(self._read(text)))
        self.line.last_wanted.connect(self._on_last_wanted)
        self.chips.emptied.connect(self.line.setFocus)
        self.setFocusProxy(self.line)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        lines.addWidget(self.chips)
        lines.addWidget(self.line)

    @property
    def keys(self) -> tuple[str, ...]:
        """Return what is shown."""
        return self._keys

    def set_keys(self, keys: Iterable[str]) -> None:
        """Show these and no others, without announcing it."""
        self._keys = tuple(keys)
        self.chips.set_words((key, self._word(key)) for key in self._keys)

    def _fresh(self, text: str) -> Found:
        return [pair for pair in self._find(text) if pair[0] not in self._keys]

    def _add(self, key: str) -> None:
        self.line.set_words("")
        if key and key.casefold() not in {one.casefold() for one in self._keys}:
            self.changed.emit((*self._keys, key))

    def _remove(self, key: str) -> None:
        self.changed.emit(tuple(one for one in self._keys if one != key))

    def _on_last_wanted(self) -> None:
        if self.chips.chips:
            self.chips.chips[-1].setFocus()


def matching(options: Iterable[tuple[str, str]], text: str) -> Found:
    """Return the (key, words) in which the text stands, those that begin with it first."""
    typed = text.strip().casefold()
    found = [pair for pair in options if typed in pair[1].casefold()]
    found.sort(key=lambda pair: (not pair[1].casefold().startswith(typed), pair[1].casefold()))
    return found
