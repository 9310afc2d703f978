"""A list whose rows are known by key: new rows are compared with the old, so that the selection survives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

Row = TypeVar("Row")
AnyIndex = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
SECOND_LINE_ROLE = Qt.ItemDataRole.UserRole + 2
RIGHT_ROLE = Qt.ItemDataRole.UserRole + 3
ICON_ROLE = Qt.ItemDataRole.UserRole + 4


class KeyedList(QAbstractListModel, Generic[Row]):
    """Rows with a key and cells by role; `cells` names them."""

    def __init__(self, key: Callable[[Row], str], cells: dict[int, Callable[[Row], Any]]) -> None:
        """Start empty."""
        super().__init__()
        self._key, self._cells = key, cells
        self._rows: list[Row] = []

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return the rows in their order."""
        return tuple(self._rows)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return one cell."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        cell = self._cells.get(role)
        if cell is None and role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return cell(row) if cell is not None else None

    def _spoken(self, row: Row) -> str:
        order = (int(Qt.ItemDataRole.DisplayRole), SECOND_LINE_ROLE, RIGHT_ROLE)
        return ", ".join(str(self._cells[role](row)) for role in order if role in self._cells)

    def row_of(self, key: str) -> int:
        """Return the place of a key, -1 when it is not there."""
        return next((i for i, row in enumerate(self._rows) if self._key(row) == key), -1)

    def at(self, index: AnyIndex) -> Row | None:
        """Return the row of an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Take new rows, telling the views only what changed."""
        wanted = {self._key(row) for row in rows}
        for i in reversed(range(len(self._rows))):
            if self._key(self._rows[i]) not in wanted:
                self.beginRemoveRows(QModelIndex(), i, i)
                del self._rows[i]
                self.endRemoveRows()
        for i, row in enumerate(rows):
            self._bring(i, row)

    def _bring(self, i: int, row: Row) -> None:
        here = self.row_of(self._key(row))
        if here < 0:
            self.beginInsertRows(QModelIndex(), i, i)
            self._rows.insert(i, row)
            self.endInsertRows()
            return
        if here != i:
            self.beginMoveRows(QModelIndex(), here, here, QModelIndex(), i)
            self._rows.insert(i, self._rows.pop(here))
            self.endMoveRows()
        if self._rows[i] != row:
            self._rows[i] = row
            self.dataChanged.emit(self.index(i), self.index(i))
