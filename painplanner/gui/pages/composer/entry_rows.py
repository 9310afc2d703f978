"""What the list of the picker shows of an entry, made row by row as it comes into sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, overload

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from painplanner.core.plan import FigureRef
from painplanner.gui.pages.composer.row_model import ENTRIES_MIME
from painplanner.text import _

AnyIndex = QModelIndex | QPersistentModelIndex


class EntryRow(NamedTuple):
    """One entry as it is shown; without a dose of its own `dose` holds its kind.

    `short` is the reason for a narrow place.
    """

    id: str
    name: str
    dose: str
    kind: str
    figure: FigureRef | None
    is_liked: bool
    is_in_plan: bool
    is_template: bool = False
    reason: str = ""
    short: str = ""
    is_grey: bool = False
    has_dose: bool = True

    @property
    def spoken(self) -> str:
        """Return what is read out."""
        marks = (_("favourite") if self.is_liked else "", _("in the plan") if self.is_in_plan else "", self.reason)
        return ", ".join(part for part in (self.name, self.dose, *marks) if part)


class EntryRows(Sequence[EntryRow]):
    """Rows that are made when they are looked at: of a long list only those in sight ever are."""

    def __init__(self, ids: Sequence[str] = (), make: Callable[[int], EntryRow] | None = None) -> None:
        """Take the ids in their order, and what makes the row at a place."""
        self.ids = tuple(ids)
        self._make = make
        self._made: dict[int, EntryRow] = {}

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.ids)

    @overload
    def __getitem__(self, at: int) -> EntryRow: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[EntryRow, ...]: ...
    def __getitem__(self, at: int | slice) -> EntryRow | tuple[EntryRow, ...]:
        """Return a row, or several."""
        if isinstance(at, slice):
            return tuple(self._row(place) for place in range(*at.indices(len(self))))
        if not -len(self) <= at < len(self):
            raise IndexError(at)
        return self._row(at % len(self))

    def _row(self, place: int) -> EntryRow:
        if place not in self._made and self._make is not None:
            self._made[place] = self._make(place)
        return self._made[place]


class EntryModel(QAbstractListModel):
    """Rows that are exchanged all at once."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.rows = EntryRows()

    def set_rows(self, rows: EntryRows) -> None:
        """Take other rows."""
        if rows.ids == self.rows.ids:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what is read out; painting takes the row itself."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.rows[index.row()].spoken
        row = self.rows[index.row()] if role == Qt.ItemDataRole.ToolTipRole else None
        return "\n".join(part for part in (row.name, row.dose, row.reason) if part) if row is not None else None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let every row be chosen, and every entry be dragged."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        can = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return can if self.rows[index.row()].is_template else can | Qt.ItemFlag.ItemIsDragEnabled

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Carry the ids of what is dragged."""
        data = QMimeData()
        data.setData(ENTRIES_MIME, "\n".join(self.rows.ids[index.row()] for index in indexes).encode())
        return data

    def supportedDragActions(self) -> Qt.DropAction:
        """Copy into the plan."""
        return Qt.DropAction.CopyAction
