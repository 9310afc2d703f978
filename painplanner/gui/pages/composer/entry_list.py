"""The list of the picker: entries with their picture, name, usual dose and star, painted row by row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from painplanner.core.plan import FigureRef
from painplanner.gui import icons
from painplanner.gui.context import AppContext
from painplanner.gui.pages.composer.look import Look, draw_picture, draw_ring, write
from painplanner.gui.pages.composer.row_model import ENTRIES_MIME
from painplanner.gui.thumbnails import Thumbnails
from painplanner.text import _

AnyIndex = QModelIndex | QPersistentModelIndex
PICTURE = QSize(60, 45)
SMALL_PICTURE = QSize(48, 36)
NARROW = 240
"""Below this width the pictures are small, to leave room for names."""
STAR = 28
"""Width of the place of the star, at the right of a row."""


class EntryRow(NamedTuple):
    """One entry as it is shown."""

    id: str
    name: str
    dose: str
    kind: str
    figure: FigureRef | None
    is_liked: bool
    is_in_plan: bool
    is_template: bool = False

    @property
    def spoken(self) -> str:
        """Return what is read out."""
        marks = (_("favourite") if self.is_liked else "", _("in the plan") if self.is_in_plan else "")
        return ", ".join(part for part in (self.name, self.dose, *marks) if part)


class EntryModel(QAbstractListModel):
    """Rows that are exchanged all at once."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.rows: tuple[EntryRow, ...] = ()

    def set_rows(self, rows: tuple[EntryRow, ...]) -> None:
        """Take other rows."""
        if [row.id for row in rows] == [row.id for row in self.rows]:
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
        return self.rows[index.row()].name if role == Qt.ItemDataRole.ToolTipRole else None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let every row be chosen, and every entry be dragged."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        can = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return can if self.rows[index.row()].is_template else can | Qt.ItemFlag.ItemIsDragEnabled

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Carry the ids of what is dragged."""
        data = QMimeData()
        data.setData(ENTRIES_MIME, "\n".join(self.rows[index.row()].id for index in indexes).encode())
        return data

    def supportedDragActions(self) -> Qt.DropAction:
        """Copy into the plan."""
        return Qt.DropAction.CopyAction


class EntryDelegate(QStyledItemDelegate):
    """Paints one entry."""

    def __init__(self, ctx: AppContext, thumbnails: Thumbnails) -> None:
        """Take the pictures it may show."""
        super().__init__()
        self._thumbnails = thumbnails
        self._theme = ctx.theme
        self.look = Look(ctx.theme)
        self._broken: dict[tuple[str, int], tuple[str, ...]] = {}

    def renew(self) -> None:
        """Take fonts and colours anew after the theme changed."""
        self.look = Look(self._theme)
        self._broken.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Give every row two lines of a name and one of a dose."""
        del option, index
        look = self.look
        return QSize(120, max(PICTURE.height() + 14, 2 * look.line(look.strong) + look.line(look.minor) + 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw ground, picture, words and star."""
        model: EntryModel = index.model()  # type: ignore[assignment]
        row, look = model.rows[index.row()], self.look
        state = option.state  # type: ignore[attr-defined]
        box = QRectF(option.rect)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            is_chosen = bool(state & QStyle.StateFlag.State_Selected)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent-soft" if is_chosen else "sunken"))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -2), 5, 5)
            if is_chosen and state & QStyle.StateFlag.State_HasFocus:
                draw_ring(painter, look, box.adjusted(0, 1, 0, -2))
        size = PICTURE if box.width() >= NARROW else SMALL_PICTURE
        picture = QRectF(box.left() + 6, box.top() + (box.height() - size.height()) / 2, *size.toTuple())
        draw_picture(painter, look, picture, self._picture(row, size, painter.device().devicePixelRatioF()), row.kind)
        words = box.adjusted(size.width() + 14, 0, -STAR, 0)
        self._paint_words(painter, row, words)
        if not row.is_template:
            star = QRectF(box.right() - STAR, box.top(), STAR, box.height()).adjusted(4, 0, -6, 0)
            ink = look.colour("consider" if row.is_liked else "border")
            icons.paint(painter, "star" if row.is_liked else "star-outline", star, ink)
        painter.restore()

    def _picture(self, row: EntryRow, size: QSize, ratio: float) -> Any:
        if row.figure is None:
            return None
        return self._thumbnails.picture(row.figure, QSize(size.width() - 4, size.height() - 4), ratio)

    def _paint_words(self, painter: QPainter, row: EntryRow, box: QRectF) -> None:
        look = self.look
        lines = self._lines(row.name, int(box.width()))
        high = look.line(look.strong)
        below = _("{dose} · in the plan").format(dose=row.dose) if row.dose and row.is_in_plan else row.dose
        below = below or (_("in the plan") if row.is_in_plan else "")
        total = len(lines) * high + (look.line(look.minor) if below else 0)
        y = box.top() + (box.height() - total) / 2
        for line in lines:
            write(painter, look, QRectF(box.left(), y, box.width(), high), line, look.strong, "text")
            y += high
        last = QRectF(box.left(), y, box.width(), look.line(look.minor))
        write(painter, look, last, below, look.minor, "muted")

    def _lines(self, name: str, width: int) -> tuple[str, ...]:
        """Return a name in one or two lines."""
        key = (name, width)
        if key not in self._broken:
            look = self.look
            words, first = name.split(" "), 0
            while first < len(words) and look.width(look.strong, " ".join(words[: first + 1])) <= width:
                first += 1
            first = max(1, first)
            lines = (" ".join(words[:first]), " ".join(words[first:]))
            self._broken[key] = tuple(line for line in lines if line)
        return self._broken[key]


class EntryView(QListView):
    """Shows entries; `added` carries the id and whether it begins a new step."""

    added = Signal(str, bool)
    liked = Signal(str)

    def __init__(self, ctx: AppContext, thumbnails: Thumbnails) -> None:
        """Show nothing yet."""
        super().__init__()
        self.entries = EntryModel()
        self.entries.setParent(self)
        self.setModel(self.entries)
        self.painter_of_rows = EntryDelegate(ctx, thumbnails)
        self.painter_of_rows.setParent(self)
        self.setItemDelegate(self.painter_of_rows)
        self.setAccessibleName(_("Library"))
        self.setProperty("bare", True)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        thumbnails.drawn.connect(self.viewport().update)

    def show_rows(self, rows: tuple[EntryRow, ...], *, first: bool) -> None:
        """Show other rows, the first one chosen, or the one that was chosen where it is still there."""
        before = self.current()
        self.entries.set_rows(rows)
        kept = next((n for n, row in enumerate(rows) if before and row.id == before.id), 0)
        self.choose(0 if first else kept)

    def current(self) -> EntryRow | None:
        """Return the chosen entry."""
        place = self.currentIndex().row()
        return self.entries.rows[place] if 0 <= place < len(self.entries.rows) else None

    def choose(self, place: int) -> None:
        """Choose a row."""
        if 0 <= place < len(self.entries.rows):
            self.setCurrentIndex(self.entries.index(place))

    def step(self, by: int) -> None:
        """Move the choice, for a search field that keeps the keys."""
        self.choose(max(0, min(len(self.entries.rows) - 1, self.currentIndex().row() + by)))

    def page(self) -> int:
        """Return how many rows are in sight."""
        return max(1, self.viewport().height() // max(1, self.sizeHintForRow(0)) - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add with Enter."""
        row = self.current()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self.added.emit(row.id, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
            return
        super().keyPressEvent(event)

    def _star_of(self, point: QPoint) -> EntryRow | None:
        index = self.indexAt(point)
        box = self.visualRect(index)
        place = QRect(box.right() - STAR, box.top(), STAR + 1, box.height())
        row = self.entries.rows[index.row()] if index.isValid() and place.contains(point) else None
        return None if row is not None and row.is_template else row

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Turn the star on or off, or choose."""
        row = self._star_of(event.position().toPoint())
        if row is not None:
            self.liked.emit(row.id)
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Add what was clicked."""
        row = self.current()
        if row is not None and self._star_of(event.position().toPoint()) is None:
            self.added.emit(row.id, False)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show a hand over stars."""
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseMove:
            on_star = self._star_of(event.position().toPoint()) is not None
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if on_star else Qt.CursorShape.ArrowCursor)
        return super().viewportEvent(event)
