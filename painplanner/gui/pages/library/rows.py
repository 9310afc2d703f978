"""The rows of what was found. A row is worded when it comes into sight, so that ten thousand of them cost nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from painplanner.core.plan import FigureRef
from painplanner.text import _

AnyIndex = QModelIndex | QPersistentModelIndex


class EntryRow(NamedTuple):
    """One entry or template as a list shows it; `why` says why it is greyed out, `is_against` that it must not be."""

    id: str
    name: str
    dose: str
    kind: str
    figure: FigureRef | None = None
    is_liked: bool = False
    badges: tuple[str, ...] = ()
    why: str = ""
    is_against: bool = False

    @property
    def why_ink(self) -> str:
        """Return the colour of the reason: what speaks against an entry stops, an open question is to consider."""
        return "stop" if self.is_against else "consider"

    @property
    def spoken(self) -> str:
        """Return what is read out."""
        liked = _("favourite") if self.is_liked else ""
        return ", ".join(part for part in (self.name, self.dose, liked, *self.badges, self.why) if part)


class FoundModel(QAbstractListModel):
    """Ids in their order; `word` makes the row of one."""

    def __init__(self, word: Callable[[str], EntryRow], parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._word = word
        self._ids: tuple[str, ...] = ()
        self._places: dict[str, int] = {}
        self._rows: dict[str, EntryRow] = {}

    @property
    def ids(self) -> tuple[str, ...]:
        """Return what is shown, the best first."""
        return self._ids

    def set_ids(self, ids: Sequence[str], *, anew: bool = False) -> None:
        """Show others; `anew` words every row again."""
        if anew:
            self._rows.clear()
        if tuple(ids) == self._ids:
            self._repaint()
            return
        self.beginResetModel()
        self._ids, self._places = tuple(ids), {}
        self.endResetModel()

    def add_ids(self, ids: Sequence[str]) -> None:
        """Show more after those that are shown."""
        if ids:
            last = len(self._ids)
            self.beginInsertRows(QModelIndex(), last, last + len(ids) - 1)
            self._ids, self._places = (*self._ids, *ids), {}
            self.endInsertRows()

    def renew(self, entry_id: str) -> None:
        """Word one row again."""
        self._rows.pop(entry_id, None)
        place = self.place_of(entry_id)
        if place >= 0:
            self.dataChanged.emit(self.index(place), self.index(place))

    def _repaint(self) -> None:
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def place_of(self, entry_id: str) -> int:
        """Return where an entry stands, -1 when it is not shown."""
        if not self._places:
            self._places = {one: place for place, one in enumerate(self._ids)}
        return self._places.get(entry_id, -1)

    def row(self, place: int) -> EntryRow:
        """Return a row, worded now if it was not yet."""
        entry_id = self._ids[place]
        found = self._rows.get(entry_id)
        if found is None:
            found = self._rows[entry_id] = self._word(entry_id)
        return found

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what is read out, and the whole words as a tip; painting takes the row itself."""
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.row(index.row()).spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            row = self.row(index.row())
            return "\n".join(part for part in (row.name, row.dose, row.why) if part)
        return None
