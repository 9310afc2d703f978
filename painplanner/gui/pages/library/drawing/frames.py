"""The frames of a picture as tabs, and what can be done to them: one more, one less, the pose of another."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from painplanner.core.figure import Figure
from painplanner.core.figure.arranging import MOST_FRAMES
from painplanner.gui import theme
from painplanner.gui.widgets.buttons import button, icon_button
from painplanner.gui.widgets.chips import chip
from painplanner.gui.widgets.figure_view import captions
from painplanner.text import _


class FrameTabs(QWidget):
    """`chosen` carries a frame; the other signals ask for a change of the frame that is shown."""

    chosen = Signal(int)
    add_wanted = Signal()
    copy_wanted = Signal()
    remove_wanted = Signal()
    onion_changed = Signal(bool)

    def __init__(self) -> None:
        """Lay out; the tabs come with a figure."""
        super().__init__()
        self._group = QButtonGroup(self)
        self.tabs: list[QPushButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._places = QHBoxLayout()
        self._places.setSpacing(2)
        row.addLayout(self._places)
        self.add = icon_button("plus", _("Add a picture after this one"), self.add_wanted.emit)
        self.copy = icon_button("copy", _("Take the pose of the picture before"), self.copy_wanted.emit)
        self.remove = icon_button("delete", _("Remove this picture"), self.remove_wanted.emit)
        for made in (self.add, self.copy, self.remove):
            row.addWidget(made)
        row.addStretch(1)
        self.onion = chip(_("Show the picture before"))
        self.onion.setChecked(True)
        self.onion.toggled.connect(self.onion_changed)
        row.addWidget(self.onion)

    def show_frames(self, figure: Figure, frame: int) -> None:
        """Show a tab for each frame, and which one is in front."""
        count = len(figure.frames)
        while len(self.tabs) > count:
            gone = self.tabs.pop()
            self._group.removeButton(gone)
            self._places.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.tabs) < count:
            self._make_tab(len(self.tabs))
        for tab, words in zip(
            self.tabs, captions(count) if count > 1 else (_("{n} Picture").format(n=1),), strict=True
        ):
            tab.setText(words)
            tab.setMinimumWidth(QFontMetrics(theme.current().font(bold=True)).horizontalAdvance(words) + 30)
            tab.setAccessibleName(words)
        self.tabs[frame].setChecked(True)
        self.add.setEnabled(count + len(figure.photos) < MOST_FRAMES)
        self.copy.setEnabled(frame > 0)
        self.remove.setEnabled(count > 1)
        self.onion.setVisible(frame > 0)

    def _make_tab(self, place: int) -> None:
        made = button("", kind="tab")
        made.setCheckable(True)
        made.setMinimumHeight(34)
        made.clicked.connect(lambda _on=False: self.chosen.emit(place))
        self._group.addButton(made)
        self._places.addWidget(made)
        self.tabs.append(made)
