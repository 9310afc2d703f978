"""The foot of the list: a new entry of a kind, and packs in and out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from painplanner.core.library import Kind
from painplanner.gui.widgets.buttons import button
from painplanner.services import words
from painplanner.text import _


class OwnBar(QWidget):
    """`new_wanted` carries the kind of an entry."""

    new_wanted = Signal(object)
    import_wanted = Signal()
    export_wanted = Signal()

    def __init__(self) -> None:
        """Lay out the three."""
        super().__init__()
        self.new = button(_("New entry"), self.open_kinds, icon="plus", tip=_("Choose its kind first (Ctrl+Shift+E)"))
        self.kinds = QMenu(self.new)
        for kind in Kind:
            action = QAction(words.kind_words(kind), self.kinds)
            action.triggered.connect(lambda _on=False, picked=kind: self.new_wanted.emit(picked))
            self.kinds.addAction(action)
        self.imports = button(_("Import…"), self.import_wanted.emit, kind="quiet", tip=_("Take in a library pack"))
        self.exports = button(_("Export…"), self.export_wanted.emit, kind="quiet", tip=_("Save what is own as a pack"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.new)
        row.addStretch(1)
        row.addWidget(self.imports)
        row.addWidget(self.exports)

    def open_kinds(self) -> None:
        """Offer the kinds, above the button."""
        height = self.kinds.sizeHint().height()
        corner = self.new.mapToGlobal(self.new.rect().topLeft())
        corner.setY(corner.y() - height - 2)
        self.kinds.popup(corner)
        self.kinds.setActiveAction(self.kinds.actions()[0])
