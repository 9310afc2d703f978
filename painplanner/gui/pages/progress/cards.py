"""The cards of all measures, as many beside one another as find room, their charts on one time axis."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from painplanner.gui.context import AppContext
from painplanner.gui.pages.progress.entering import Entering
from painplanner.gui.pages.progress.measure_card import MeasureCard
from painplanner.services.progress import Row

NARROWEST = 390
MOST_ABREAST = 3


class CardGrid(QWidget):
    """Keeps a card for each measure, so that an open form stays open when numbers change."""

    refused = Signal(str)
    form_opened = Signal(object)
    dropped = Signal(str)

    def __init__(self, ctx: AppContext, entering: Entering) -> None:
        """Show nothing yet."""
        super().__init__()
        self._ctx, self._entering = ctx, entering
        self._cards: dict[str, MeasureCard] = {}
        self._order: tuple[str, ...] = ()
        self._abreast = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)

    @property
    def cards(self) -> tuple[MeasureCard, ...]:
        """Return the cards in their order."""
        return tuple(self._cards[key] for key in self._order)

    def clear(self) -> None:
        """Let go of all cards, with what was begun in them."""
        self.show_rows(())

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show measures in their order."""
        keys = tuple(row.key for row in rows)
        for key in set(self._cards) - set(keys):
            card = self._cards.pop(key)
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        for row in rows:
            if row.key not in self._cards:
                self._cards[row.key] = self._made(row)
        is_moved, self._order = keys != self._order, keys
        self._show(rows)
        if is_moved:
            self._set_out(anew=True)

    def _made(self, row: Row) -> MeasureCard:
        card = MeasureCard(self._ctx, self._entering, row)
        card.refused.connect(self.refused)
        card.form_opened.connect(self.form_opened)
        card.dropped.connect(self.dropped)
        return card

    def _show(self, rows: Sequence[Row]) -> None:
        """Show each row, the numbers at the left of all charts as wide as the widest."""
        for row in rows:
            self._cards[row.key].show_row(row)
        gutter = max((card.gutter() for card in self.cards), default=0.0)
        for row in rows:
            self._cards[row.key].show_row(row, gutter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the cards beside one another as the room asks for."""
        super().resizeEvent(event)
        self._set_out()

    def _set_out(self, *, anew: bool = False) -> None:
        abreast = max(1, min(MOST_ABREAST, self.width() // NARROWEST))
        if abreast == self._abreast and not anew:
            return
        for card in self.cards:
            self._grid.removeWidget(card)
        for column in range(max(abreast, self._abreast)):
            self._grid.setColumnStretch(column, 1 if column < abreast else 0)
        for line in range(self._grid.rowCount()):
            self._grid.setRowStretch(line, 0)
        self._abreast = abreast
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // abreast, place % abreast, Qt.AlignmentFlag.AlignTop)
            card.show()
        self._grid.setRowStretch(-(-len(self.cards) // abreast), 1)

    def open_form(self, measure_id: str) -> None:
        """Enter a number of a measure."""
        for card in self.cards:
            if card.row.series.measure.id == measure_id:
                card.open_form()
                return

    def take_focus(self) -> bool:
        """Put the keys onto the first number to enter; tell whether there is one."""
        first = next(iter(self.cards), None)
        if first is not None:
            first.add.setFocus(Qt.FocusReason.OtherFocusReason)
        return first is not None
