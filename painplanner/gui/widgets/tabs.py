"""Tabs as a row of words with a line under the one that is on; pages are made when they are first shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QWidget

from painplanner.gui import theme
from painplanner.gui.widgets.buttons import button


class TabRow(QWidget):
    """The words; left and right move between them."""

    chosen = Signal(str)

    def __init__(self, tabs: tuple[tuple[str, str], ...], parent: QWidget | None = None) -> None:
        """Take (key, word) for each tab."""
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._tabs: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for key, word in tabs:
            made = button(word, kind="tab")
            made.setCheckable(True)
            made.setMinimumHeight(36)
            words = QFontMetrics(theme.current().font(bold=True))
            made.setMinimumWidth(words.horizontalAdvance(word) + 30)
            made.clicked.connect(lambda _on=False, tab=key: self.chosen.emit(tab))
            self._group.addButton(made)
            row.addWidget(made)
            self._tabs[key] = made

    def key(self) -> str:
        """Return the tab that is on."""
        return next((key for key, made in self._tabs.items() if made.isChecked()), "")

    def set_key(self, key: str) -> None:
        """Mark a tab without announcing it."""
        if key in self._tabs:
            self._tabs[key].setChecked(True)

    def show_only(self, keys: tuple[str, ...]) -> None:
        """Offer only some of the tabs."""
        for key, made in self._tabs.items():
            made.setVisible(key in keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between the tabs."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        shown = [key for key, made in self._tabs.items() if not made.isHidden()]
        if step is None or self.key() not in shown:
            super().keyPressEvent(event)
            return
        target = shown[max(0, min(len(shown) - 1, shown.index(self.key()) + step))]
        self._tabs[target].setFocus()
        self._tabs[target].click()


class LazyPages(QStackedWidget):
    """A stack whose pages are made by their factories when they are first shown."""

    def __init__(self, factories: dict[str, Callable[[], QWidget]], parent: QWidget | None = None) -> None:
        """Make nothing yet."""
        super().__init__(parent)
        self._factories = factories
        self._made: dict[str, QWidget] = {}

    def page(self, key: str) -> QWidget:
        """Return a page, made now if it was not yet."""
        if key not in self._made:
            self._made[key] = self._factories[key]()
            self.addWidget(self._made[key])
        return self._made[key]

    def made(self) -> dict[str, QWidget]:
        """Return the pages that exist."""
        return dict(self._made)

    def drop_page(self, key: str) -> None:
        """Let go of a page, which is made anew when it is wanted again."""
        page = self._made.pop(key, None)
        if page is not None:
            self.removeWidget(page)

    def show_page(self, key: str) -> QWidget:
        """Bring a page to the front."""
        page = self.page(key)
        self.setCurrentWidget(page)
        return page
