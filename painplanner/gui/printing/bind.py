"""How several papers become one file: with a page of contents, and made for two-sided printing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from painplanner.documents.bundle import Binding
from painplanner.gui.printing.printer_memory import SEVERAL, remembered
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.ticks import ElidedBox
from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.gui.settings import Settings


class Bind(QWidget):
    """Two boxes; the second follows how such papers were printed last."""

    changed = Signal()

    def __init__(self, settings: Settings) -> None:
        """Start with contents, and as the printer was set last."""
        super().__init__()
        self._settings = settings
        self.setAccessibleName(_("Bind"))
        self.contents, self.two_sided = ElidedBox(), ElidedBox()
        self.contents.set_words(_("Contents page"))
        self.two_sided.set_words(_("Two-sided, each on a new sheet"))
        self.two_sided.setAccessibleDescription(_("Each paper begins on a front page."))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        for part in (label(_("Bind"), "strong"), self.contents, self.two_sided):
            lines.addWidget(part)
        for box in (self.contents, self.two_sided):
            box.clicked.connect(lambda _on=False: self.changed.emit())
        self.hide()
        self.begin()

    def begin(self) -> None:
        """Offer what is usual."""
        self.contents.setChecked(True)
        self.two_sided.setChecked(remembered(self._settings, SEVERAL).is_two_sided)

    def binding(self) -> Binding:
        """Return how papers are to be bound."""
        return Binding(has_contents=self.contents.isChecked(), is_two_sided=self.two_sided.isChecked())
