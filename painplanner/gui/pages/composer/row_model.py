"""The rows of the sequence as a Qt model: new rows are compared with the old, and views hear only what changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from painplanner.gui.pages.composer.rows import CheckRow, FindingRow, ItemRow, Row, StepRow

AnyIndex = QModelIndex | QPersistentModelIndex
PARTS_MIME = "application/x-painplanner-parts"
ENTRIES_MIME = "application/x-painplanner-entries"


class RowModel(QAbstractListModel):
    """Rows by place; the key of a row tells whether it is the same one as before."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return the rows in their order."""
        return self._rows

    def at(self, index: AnyIndex) -> Row | None:
        """Return the row of an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def place(self, subject: str) -> int:
        """Return where a part of the plan stands by its id, -1 when it has no row."""
        return next((i for i, row in enumerate(self._rows) if row.key == subject), -1)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what is read out; painting takes the row itself."""
        row = self.at(index)
        if row is not None and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let parts of the plan be chosen and dragged; headings are neither."""
        row = self.at(index)
        if isinstance(row, StepRow | ItemRow):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        if isinstance(row, CheckRow | FindingRow):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsDropEnabled if row is None else Qt.ItemFlag.NoItemFlags

    def mimeTypes(self) -> list[str]:
        """Take parts of the plan and entries of the library."""
        return [PARTS_MIME, ENTRIES_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Carry the ids of what is dragged."""
        ids = (row.subject for index in sorted(indexes, key=lambda i: i.row()) if (row := self.at(index)) is not None)
        data = QMimeData()
        data.setData(PARTS_MIME, "\n".join(dict.fromkeys(ids)).encode())
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        """Move parts, copy entries."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def set_rows(self, rows: tuple[Row, ...]) -> tuple[int, ...]:
        """Take new rows: what is the same at both ends stays, what lies between is exchanged.

        Return the places of rows that stayed but say something else; whoever shows them paints them anew.
        """
        old = self._rows
        head = _same_keys(old, rows)
        tail = _same_keys(old[head:][::-1], rows[head:][::-1])
        gone, come = len(old) - tail, len(rows) - tail
        if gone > head:
            self.beginRemoveRows(QModelIndex(), head, gone - 1)
            self._rows = (*old[:head], *old[gone:])
            self.endRemoveRows()
        if come > head:
            self.beginInsertRows(QModelIndex(), head, come - 1)
            self._rows = (*old[:head], *rows[head:come], *old[gone:])
            self.endInsertRows()
        before, self._rows = self._rows, rows
        return tuple(i for i, (a, b) in enumerate(zip(before, rows, strict=True)) if a is not b and a != b)

    def tell(self, places: tuple[int, ...]) -> None:
        """Let every view hear that rows say something else and may need another height."""
        if places:
            self.dataChanged.emit(self.index(places[0]), self.index(places[-1]))


def _same_keys(old: tuple[Row, ...], new: tuple[Row, ...]) -> int:
    """Return how many rows at the beginning are the same ones."""
    count = 0
    for a, b in zip(old, new, strict=False):
        if a is not b and a.key != b.key:
            break
        count += 1
    return count
