"""The readings of one measure as a table, newest first: read by screen readers, and where a number is changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from painplanner.core.measure import Reading
from painplanner.gui.dates import day_words
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.labels import label
from painplanner.services.words import side_words
from painplanner.text import _

Words = Callable[[Reading], str]
HEIGHT = 170


class _Grid(QTableWidget):
    deleted = Signal()
    opened = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change with Enter, delete with Delete; Tab leaves the table."""
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.deleted.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        else:
            super().keyPressEvent(event)


class NumberTable(QWidget):
    """Days, values and notes; `change_wanted` and `delete_wanted` carry a reading."""

    change_wanted = Signal(object)
    delete_wanted = Signal(object)

    def __init__(self, name: str) -> None:
        """Start empty."""
        super().__init__()
        self._readings: tuple[Reading, ...] = ()
        self.grid = _Grid(0, 3)
        self.grid.setAccessibleName(_("Readings of {name}").format(name=name))
        self.grid.setHorizontalHeaderLabels((_("Day"), _("Value"), _("Note")))
        self.grid.verticalHeader().hide()
        self.grid.setTabKeyNavigation(False)
        self.grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.grid.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.grid.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.grid.horizontalHeader().setStretchLastSection(True)
        self.grid.setFixedHeight(HEIGHT)
        self.change = button(_("Change"), lambda: self._send(self.change_wanted), kind="quiet")
        self.delete = button(_("Delete"), lambda: self._send(self.delete_wanted), kind="quiet")
        self.of_log = label(_("This number came from a daily log and is changed there."), "small", wrap=True)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        lines.addWidget(self.grid)
        row = QHBoxLayout()
        row.addWidget(self.change)
        row.addWidget(self.delete)
        row.addWidget(self.of_log, 1)
        row.addStretch(0)
        lines.addLayout(row)
        self.grid.itemSelectionChanged.connect(self._show_buttons)
        self.grid.opened.connect(lambda: self._send(self.change_wanted))
        self.grid.deleted.connect(lambda: self._send(self.delete_wanted))
        self.grid.itemDoubleClicked.connect(lambda _item: self._send(self.change_wanted))
        self._show_buttons()

    def show_readings(self, readings: Sequence[Reading], words: Words) -> None:
        """Show readings, newest first; the row that was chosen stays chosen."""
        chosen = self.chosen
        self._readings = tuple(reversed(readings))
        self.grid.setRowCount(len(self._readings))
        for row, reading in enumerate(self._readings):
            for column, text in enumerate((day_words(reading.on), words(reading), _more(reading))):
                self.grid.setItem(row, column, QTableWidgetItem(text))
        if chosen is not None:
            self._select(next((n for n, r in enumerate(self._readings) if r.id == chosen.id), -1))
        self._show_buttons()

    def go_to(self, on: date) -> None:
        """Choose the reading of a day and put the keys there."""
        self._select(next((n for n, r in enumerate(self._readings) if r.on == on), -1))
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def chosen(self) -> Reading | None:
        """Return the reading that is chosen."""
        rows = self.grid.selectionModel().selectedRows()
        row = rows[0].row() if rows else -1
        return self._readings[row] if 0 <= row < len(self._readings) else None

    def _select(self, row: int) -> None:
        if row >= 0:
            self.grid.selectRow(row)
            self.grid.setCurrentCell(row, 0)

    def _send(self, signal: object) -> None:
        chosen = self.chosen
        if chosen is not None and not chosen.log:
            signal.emit(chosen)  # type: ignore[attr-defined]

    def _show_buttons(self) -> None:
        chosen = self.chosen
        can = chosen is not None and not chosen.log
        self.change.setEnabled(can)
        self.delete.setEnabled(can)
        self.of_log.setVisible(chosen is not None and bool(chosen.log))


def _more(reading: Reading) -> str:
    """Return side, activity, note and where a number came from."""
    side = side_words(reading.side) if reading.side is not None else ""
    log = _("daily log") if reading.log else ""
    return ", ".join(part for part in (side, reading.activity, reading.note, log) if part)
