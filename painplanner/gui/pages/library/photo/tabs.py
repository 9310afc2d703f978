"""The photographs of a picture as tabs, and what can be done to their row: one more, one less, another order."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from painplanner.gui import theme
from painplanner.gui.widgets.buttons import button, icon_button
from painplanner.text import _


class PhotoTabs(QWidget):
    """`chosen` carries a photograph, `move_wanted` how far the one in front is to be moved."""

    chosen = Signal(int)
    add_wanted = Signal()
    move_wanted = Signal(int)
    remove_wanted = Signal()

    def __init__(self) -> None:
        """Lay out; the tabs come with photographs."""
        super().__init__()
        self._group = QButtonGroup(self)
        self.tabs: list[QPushButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._places = QHBoxLayout()
        self._places.setSpacing(2)
        row.addLayout(self._places)
        self.add = button(_("Add a photograph…"), self.add_wanted.emit, kind="quiet", icon="plus")
        self.back = icon_button("arrow-left", _("Move this photograph to the front"), lambda: self.move_wanted.emit(-1))
        self.on = icon_button("arrow-right", _("Move this photograph to the back"), lambda: self.move_wanted.emit(1))
        self.remove = icon_button("delete", _("Remove this photograph"), self.remove_wanted.emit)
        for made in (self.add, self.back, self.on, self.remove):
            row.addWidget(made)
        row.addStretch(1)

    def show_photos(self, count: int, place: int, room: int) -> None:
        """Show a tab for each photograph, which one is in front, and whether there is room for more."""
        self._have(count)
        for number, tab in enumerate(self.tabs):
            words = _("Photograph {n}").format(n=number + 1) if count > 1 else _("Photograph")
            tab.setText(words)
            tab.setMinimumWidth(QFontMetrics(theme.current().font(bold=True)).horizontalAdvance(words) + 30)
            tab.setAccessibleName(words)
        if count:
            self.tabs[place].setChecked(True)
        self.add.setEnabled(room > 0)
        self.add.setToolTip("" if room > 0 else _("At most four pictures stand in a row."))
        for part in (self.back, self.on):
            part.setVisible(count > 1)
        self.back.setEnabled(place > 0)
        self.on.setEnabled(place < count - 1)
        self.remove.setVisible(count > 0)

    def _have(self, count: int) -> None:
        while len(self.tabs) > count:
            gone = self.tabs.pop()
            self._group.removeButton(gone)
            self._places.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.tabs) < count:
            self._make_tab(len(self.tabs))

    def _make_tab(self, place: int) -> None:
        made = button("", kind="tab")
        made.setCheckable(True)
        made.setMinimumHeight(34)
        made.clicked.connect(lambda _on=False: self.chosen.emit(place))
        self._group.addButton(made)
        self._places.addWidget(made)
        self.tabs.append(made)
