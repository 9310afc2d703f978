"""Chips that open a menu: their word, or what was chosen in it, with an arrow that says there is more."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from painplanner.gui import theme


class MenuChip(QPushButton):
    """One of several choices, or none; it looks chosen while one is."""

    chosen = Signal(str)

    def __init__(self, word: str, nothing: str, parent: QWidget | None = None) -> None:
        """Name the chip, and the line of its menu that takes the choice back."""
        super().__init__(word, parent)
        self._word, self._nothing, self._key = word, nothing, ""
        self.setProperty("kind", "chip")
        self.setProperty("menu", True)
        self.setAutoDefault(True)
        self.setCheckable(True)
        self.setAccessibleName(word)
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        self.clicked.connect(self._on_clicked)

    def set_choices(self, choices: Iterable[tuple[str, str]]) -> None:
        """Offer (key, words)."""
        self._menu.clear()
        for key, words in (("", self._nothing), *choices):
            action = QAction(words, self._menu, checkable=True)  # type: ignore[call-overload]
            action.setData(key)
            action.setChecked(key == self._key)
            action.triggered.connect(lambda _on=False, picked=key: self.choose(picked))
            self._group.addAction(action)
            self._menu.addAction(action)

    def key(self) -> str:
        """Return the key of the choice, the empty one for none."""
        return self._key

    def choose(self, key: str) -> None:
        """Choose, and say so."""
        self._key = key
        action = next((a for a in self._menu.actions() if a.data() == key), None)
        if action is not None:
            action.setChecked(True)
        words = action.text() if action is not None and key else self._word
        self.setText(words)
        self.setChecked(bool(key))
        self.setAccessibleName(f"{self._word}: {words}" if key else self._word)
        self.updateGeometry()
        self.chosen.emit(key)

    def _on_clicked(self) -> None:
        self.setChecked(bool(self._key))
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip, then the arrow."""
        super().paintEvent(event)
        _draw_arrow(self, is_on=bool(self._key))


class MenuButton(QPushButton):
    """A chip whose menu is filled when it opens."""

    def __init__(self, word: str, fill: Callable[[QMenu], object], parent: QWidget | None = None) -> None:
        """Name the chip and say what fills its menu."""
        super().__init__(word, parent)
        self._fill = fill
        self.setProperty("kind", "chip")
        self.setProperty("menu", True)
        self.setAutoDefault(True)
        self.setAccessibleName(word)
        self.menu_of_chip = QMenu(self)
        self.clicked.connect(self.open_menu)

    def fill(self) -> QMenu:
        """Fill the menu anew and return it."""
        self.menu_of_chip.clear()
        self._fill(self.menu_of_chip)
        return self.menu_of_chip

    def open_menu(self) -> None:
        """Show the menu below the chip."""
        self.fill().popup(self.mapToGlobal(self.rect().bottomLeft()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip, then the arrow."""
        super().paintEvent(event)
        _draw_arrow(self, is_on=False)


def _draw_arrow(chip: QPushButton, *, is_on: bool) -> None:
    painter = QPainter(chip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.current().color("accent" if is_on else "muted"), 1.6))
    x, y = chip.width() - 15.0, chip.height() / 2 - 1.5
    painter.drawPolyline([QPointF(x - 3.5, y), QPointF(x, y + 3.5), QPointF(x + 3.5, y)])
    painter.end()
