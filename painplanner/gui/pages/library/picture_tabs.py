"""Tabs over one picture of several: a row that shows which is in front, to be followed by what can be done to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from painplanner.gui import theme
from painplanner.gui.widgets.buttons import button


class PictureTabs(QWidget):
    """`chosen` carries the picture whose tab was pressed; subclasses add their buttons to `row`."""

    chosen = Signal(int)

    def __init__(self) -> None:
        """Lay out; the tabs come with pictures."""
        super().__init__()
        self._group = QButtonGroup(self)
        self.tabs: list[QPushButton] = []
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(4)
        self._places = QHBoxLayout()
        self._places.setSpacing(2)
        self.row.addLayout(self._places)

    def show_tabs(self, names: Sequence[str], place: int) -> None:
        """Show a tab for each name, wide enough for it in bold, and which one is in front."""
        while len(self.tabs) > len(names):
            gone = self.tabs.pop()
            self._group.removeButton(gone)
            self._places.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.tabs) < len(names):
            self._make_tab(len(self.tabs))
        for tab, words in zip(self.tabs, names, strict=True):
            tab.setText(words)
            tab.setMinimumWidth(QFontMetrics(theme.current().font(bold=True)).horizontalAdvance(words) + 30)
            tab.setAccessibleName(words)
        if names:
            self.tabs[place].setChecked(True)

    def _make_tab(self, place: int) -> None:
        made = button("", kind="tab")
        made.setCheckable(True)
        made.setMinimumHeight(34)
        made.clicked.connect(lambda _on=False: self.chosen.emit(place))
        self._group.addButton(made)
        self._places.addWidget(made)
        self.tabs.append(made)
