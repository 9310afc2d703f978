"""The practice's own PDFs to tick, bound behind the papers; hidden while the practice has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from painplanner.gui.printing.paper_words import pages_words
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.layouts import empty
from painplanner.gui.widgets.ticks import ElidedBox
from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.documents.bundle import OwnPaper
    from painplanner.gui.context import AppContext
    from painplanner.store import OwnPaperRow

_REMEMBERED = "papers/own"


class OwnTicks(QWidget):
    """Those of last time are on; a PDF is read from the practice once and held while its box is on."""

    chosen = Signal()

    def __init__(self, ctx: AppContext) -> None:
        """Offer nothing yet."""
        super().__init__()
        self._ctx = ctx
        self._boxes: dict[str, ElidedBox] = {}
        self._held: dict[str, OwnPaper] = {}
        self._shown: tuple[OwnPaperRow, ...] = ()
        self.setAccessibleName(_("Papers of the practice"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 8)
        lines.setSpacing(0)
        lines.addWidget(label(_("Of the practice"), "strong"))
        lines.addLayout(self._rows)
        self.hide()

    def refresh(self) -> None:
        """Offer what the practice has now; what is on stays on."""
        rows = self._ctx.store.own_papers()
        if rows == self._shown:
            return
        self._shown = rows
        kept = self._ctx.settings.text(_REMEMBERED).split()
        empty(self._rows)
        self._boxes, self._held = {}, {}
        for row in rows:
            box = self._boxes[row.id] = ElidedBox()
            box.set_words(_("{title} ({pages})").format(title=row.title, pages=pages_words(row.pages)))
            box.setChecked(row.id in kept)
            box.clicked.connect(lambda _on=False: self._on_ticked())
            self._rows.addWidget(box)
        self.setVisible(bool(rows))

    def keys(self) -> tuple[str, ...]:
        """Return the ids of those that are on."""
        return tuple(key for key, box in self._boxes.items() if box.isChecked())

    def box(self, key: str) -> ElidedBox:
        """Return the box of one."""
        return self._boxes[key]

    def papers(self) -> tuple[OwnPaper, ...]:
        """Return those that are on, with their bytes. Raises KnownError where the practice cannot be read."""
        from painplanner.services.own_papers import own_papers_of

        wanted = self.keys()
        for key in wanted:
            if key not in self._held:
                self._held |= dict(zip((key,), own_papers_of(self._ctx.store, (key,)), strict=False))
        return tuple(self._held[key] for key in wanted if key in self._held)

    def _on_ticked(self) -> None:
        self._ctx.settings.remember(_REMEMBERED, " ".join(self.keys()))
        self.chosen.emit()
