"""The sequence of a plan as a list: choosing, moving by key and by drag, and asking for edits. It paints nothing."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView

from painplanner.core.edits import remove
from painplanner.gui.context import AppContext
from painplanner.gui.pages.composer.cards import MARGIN, CardDelegate
from painplanner.gui.pages.composer.moves import Spot, moved_by_one, moved_to, neighbour_of, spot_between
from painplanner.gui.pages.composer.row_model import ENTRIES_MIME, PARTS_MIME, RowModel
from painplanner.gui.pages.composer.rows import FindingRow, Row, StepRow
from painplanner.gui.session import PlanSession
from painplanner.gui.thumbnails import Thumbnails
from painplanner.text import _, ngettext

_PICK = QItemSelectionModel.SelectionFlag


class SequenceView(QListView):
    """Shows rows, keeps the selection of the session, and moves or removes what is selected."""

    edit_wanted = Signal()
    remedy_wanted = Signal(object)
    entries_dropped = Signal(tuple, object)
    clipboard_wanted = Signal(str)
    menu_wanted = Signal(QPoint)
    typed = Signal(str)

    def __init__(self, session: PlanSession, ctx: AppContext, thumbnails: Thumbnails) -> None:
        """Show nothing yet."""
        super().__init__()
        self._session = session
        self.rows = RowModel()
        self.rows.setParent(self)
        self.setModel(self.rows)
        self.cards = CardDelegate(ctx, thumbnails)
        self.cards.setParent(self)
        self.setItemDelegate(self.cards)
        self._heights: tuple[int, ...] = ()
        self._is_syncing = False
        self._drop: tuple[int, bool] | None = None
        self.setAccessibleName(_("Steps of the plan"))
        self.setProperty("bare", True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.selectionModel().selectionChanged.connect(self._on_selected)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        session.selection_changed.connect(self.show_selection)
        thumbnails.drawn.connect(self.viewport().update)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show other rows, the selection staying where it is."""
        known = dict(zip(map(id, self.rows.rows), self._heights, strict=True))
        heights = tuple(known.get(id(row)) or self.cards.height(row) for row in rows)
        before = self.rows.rows  # kept until here, so that no id was given away
        self._is_syncing = True
        changed = self.rows.set_rows(rows)
        self._is_syncing = False
        is_taller = heights != self._heights
        self._heights, self.cards.heights = heights, heights
        if is_taller or len(before) != len(rows):
            self.rows.tell(changed)
            self.scheduleDelayedItemsLayout()
            self.executeDelayedItemsLayout()  # now, for a layout in the middle of painting asks to paint once more
        else:
            for place in changed:
                self.update(self.rows.index(place))
        self.show_selection()

    def show_selection(self) -> None:
        """Show what the session has selected."""
        chosen = self._session.selection
        if chosen != self._selected_ids():
            picked = QItemSelection()
            places = [self.rows.place(one) for one in chosen]
            for place in places:
                picked.select(self.rows.index(place), self.rows.index(place))
            self._is_syncing = True
            self.selectionModel().select(picked, _PICK.ClearAndSelect)
            if places and places[-1] >= 0:
                index = self.rows.index(places[-1])
                self.selectionModel().setCurrentIndex(index, _PICK.NoUpdate)
                self._bring_into_sight(places[-1])
            self._is_syncing = False
        self._show_focus()

    def _bring_into_sight(self, place: int) -> None:
        """Scroll as little as shows a part, and of a step its whole card where it fits."""
        rows = self.rows.rows
        last = place
        while isinstance(rows[place], StepRow) and last + 1 < len(rows) and not getattr(rows[last], "is_last", True):
            last += 1
        self.scrollTo(self.rows.index(last))
        self.scrollTo(self.rows.index(place))

    def _show_focus(self) -> None:
        row = self.rows.at(self.currentIndex())
        focused = row.key if row is not None and self.hasFocus() else ""
        chosen = frozenset(self._session.selection)
        if (focused, chosen) != (self.cards.focused, self.cards.selected):
            self.cards.focused, self.cards.selected = focused, chosen
            self.viewport().update()

    def _selected_ids(self) -> tuple[str, ...]:
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        subjects = (self.rows.rows[place].subject for place in places)
        return tuple(dict.fromkeys(subject for subject in subjects if subject))

    def _on_selected(self, _new: QItemSelection, _old: QItemSelection) -> None:
        if not self._is_syncing:
            self._session.select(*self._selected_ids())
            self._show_focus()

    def _on_current_changed(self, _new: QModelIndex, _old: QModelIndex) -> None:
        if not self._is_syncing:
            self._show_focus()

    # Edits

    def move_selected(self, by: int) -> None:
        """Move what is selected one place up (-1) or down (1)."""
        ids = self._session.selection
        self._session.apply(_("Move up") if by < 0 else _("Move down"), lambda plan: moved_by_one(plan, ids, by))
        self._scroll_to_selected()

    def remove_selected(self) -> None:
        """Take what is selected out of the plan."""
        ids = self._session.selection
        if not ids:
            return
        stays = neighbour_of(self.rows.rows, ids)
        label = ngettext("Remove a part of the plan", "Remove {n} parts of the plan", len(ids)).format(n=len(ids))
        if self._session.apply(label, lambda plan: remove(plan, ids)) and stays:
            self._session.select(stays)

    def _scroll_to_selected(self) -> None:
        place = self.rows.place(self._session.selection[-1]) if self._session.selection else -1
        if place >= 0:
            self._bring_into_sight(place)

    def reveal(self, part: str) -> None:
        """Scroll until a part of the plan is in sight."""
        place = self.rows.place(part)
        if place >= 0:
            self.scrollTo(self.rows.index(place), QListView.ScrollHint.PositionAtCenter)

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit, move, remove; letters go to the search of the library."""
        if not (self._pressed_with_alt(event) or self._pressed_command(event) or self._pressed_letter(event)):
            super().keyPressEvent(event)

    def _pressed_with_alt(self, event: QKeyEvent) -> bool:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if by is None or not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        self.move_selected(by)
        return True

    def _pressed_command(self, event: QKeyEvent) -> bool:
        key, standard = event.key(), QKeySequence.StandardKey
        for name, keys in (("copy", standard.Copy), ("cut", standard.Cut), ("paste", standard.Paste)):
            if event.matches(keys):
                self.clipboard_wanted.emit(name)
                return True
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_selected()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._open_current()
        else:
            return False
        return True

    def _pressed_letter(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        text = event.text()
        if held or not text.strip() or not text.isprintable():
            return False
        self.typed.emit(text)
        return True

    def _open_current(self) -> None:
        row = self.rows.at(self.currentIndex())
        if isinstance(row, FindingRow) and row.remedy:
            self.remedy_wanted.emit(row.finding)
        elif row is not None:
            self.edit_wanted.emit()

    def _remedy_at(self, point: QPoint) -> FindingRow | None:
        index = self.indexAt(point)
        row = self.rows.at(index)
        if isinstance(row, FindingRow) and self.cards.is_remedy(row, QRectF(self.visualRect(index)), point.toPointF()):
            return row
        return None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow the link of a finding."""
        super().mouseReleaseEvent(event)
        row = self._remedy_at(event.position().toPoint())
        if row is not None and event.button() is Qt.MouseButton.LeftButton:
            self.remedy_wanted.emit(row.finding)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over links."""
        on_link = self._remedy_at(event.position().toPoint()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if on_link else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit what was clicked."""
        if self.indexAt(event.position().toPoint()).isValid():
            self.edit_wanted.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the selection."""
        self.menu_wanted.emit(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys go; the first part when nothing was chosen."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            first = next((n for n, row in enumerate(self.rows.rows) if row.subject), -1)
            self.setCurrentIndex(self.rows.index(first))
        self._show_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self._show_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure again at the new width."""
        if self.cards.width != self.viewport().width():
            self.cards.width = self.viewport().width()
            self.measure()
        super().resizeEvent(event)

    def measure(self) -> None:
        """Measure every row anew."""
        self._heights = self.cards.heights = tuple(self.cards.height(row) for row in self.rows.rows)
        self.scheduleDelayedItemsLayout()

    # Dragging

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take parts of this plan and entries of the library."""
        if event.mimeData().hasFormat(PARTS_MIME) or event.mimeData().hasFormat(ENTRIES_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show between which rows it would fall."""
        super().dragMoveEvent(event)
        self._drop = self._gap_at(event.position().toPoint())
        self.viewport().update()
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the line away."""
        super().dragLeaveEvent(event)
        self._drop = None
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Move parts, or ask for entries to be added there."""
        place, below = self._gap_at(event.position().toPoint())
        self._drop = None
        spot = spot_between(self._session.plan, self.rows.rows, place, below=below)
        data = event.mimeData()
        if data.hasFormat(ENTRIES_MIME):
            self.entries_dropped.emit(_ids(data.data(ENTRIES_MIME).data()), spot)
        else:
            self.drop_parts(_ids(data.data(PARTS_MIME).data()), spot)
        event.acceptProposedAction()
        self.viewport().update()

    def drop_parts(self, ids: tuple[str, ...], spot: Spot) -> None:
        """Move parts of the plan to a place."""
        self._session.apply(_("Move"), lambda plan: moved_to(plan, ids, spot))

    def _gap_at(self, point: QPoint) -> tuple[int, bool]:
        index = self.indexAt(point)
        if not index.isValid():
            return len(self.rows.rows), True
        return index.row(), point.y() > self.visualRect(index).center().y()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and the line where a drop would fall."""
        super().paintEvent(event)
        if self._drop is None or not self.rows.rows:
            return
        place, below = self._drop
        box = self.visualRect(self.rows.index(min(place, len(self.rows.rows) - 1)))
        y = box.bottom() if below else box.top()
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self.cards.look.colour("accent"), 2))
        painter.drawLine(MARGIN, y, self.viewport().width() - MARGIN, y)
        painter.end()


def _ids(data: bytes | bytearray | memoryview) -> tuple[str, ...]:
    return tuple(part for part in bytes(data).decode().split("\n") if part)
