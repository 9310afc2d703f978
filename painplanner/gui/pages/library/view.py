"""What list and grid have in common: keys, the star under the mouse, and a painter of rows."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from painplanner.gui import icons
from painplanner.gui.pages.library.rows import EntryRow, FoundModel
from painplanner.gui.theme import Theme
from painplanner.gui.thumbnails import Thumbnails
from painplanner.gui.widgets.fitted import Fitted
from painplanner.gui.widgets.look import Look, draw_ring
from painplanner.text import _

AnyIndex = QModelIndex | QPersistentModelIndex
STAR = 28
"""The side of the place of the star."""
FADED = 0.45
"""How much is left of the picture of what does not fit."""


class RowPainter(QStyledItemDelegate):
    """Paints one row; list and grid say how."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QObject) -> None:
        """Take the pictures it may show."""
        super().__init__(parent)
        self._theme, self._thumbnails = theme, thumbnails
        self.has_reasons = False
        self.renew()

    def renew(self) -> None:
        """Take fonts and colours anew after the theme changed."""
        self.look = Look(self._theme)
        self.fitted = Fitted(self.look)

    def star_box(self, box: QRect) -> QRect:
        """Return where the star of a row stands."""
        return QRect(box.right() - STAR, box.top(), STAR, box.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the ground of a row, and the row."""
        model: FoundModel = index.model()  # type: ignore[assignment]
        box = QRectF(option.rect)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, box)
        self.paint_row(painter, box, model.row(index.row()))
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF) -> None:
        state = option.state  # type: ignore[attr-defined]
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        if not is_chosen and not state & QStyle.StateFlag.State_MouseOver:
            return
        ground = box.adjusted(1, 1, -1, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.colour("accent-soft" if is_chosen else "sunken"))
        painter.drawRoundedRect(ground, 5, 5)
        if is_chosen and state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, self.look, ground)

    def paint_row(self, painter: QPainter, box: QRectF, row: EntryRow) -> None:
        """Draw picture, words and star."""
        raise NotImplementedError

    def paint_picture(self, painter: QPainter, box: QRectF, row: EntryRow) -> None:
        """Draw the picture in its frame, or the sign of its kind; faded where the entry does not fit."""
        size = QSize(int(box.width()) - 4, int(box.height()) - 4)
        drawn = None
        if row.figure is not None:
            drawn = self._thumbnails.picture(row.figure, size, painter.device().devicePixelRatioF())
        painter.setOpacity(FADED if row.why else 1.0)
        painter.setPen(QPen(self.look.colour("line"), 1))
        painter.setBrush(self.look.colour("surface"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if drawn is not None:
            painter.drawPixmap(box.topLeft() + QPointF(2, 2), drawn)
        else:
            self._paint_sign(painter, box, row.kind)
        painter.setOpacity(1.0)

    def _paint_sign(self, painter: QPainter, box: QRectF, kind: str) -> None:
        """Draw the sign of a kind, small enough to stand back behind the pictures."""
        side = min(36.0, box.height() * 0.5)
        sign = QRectF(0, 0, side, side)
        sign.moveCenter(box.center())
        icons.paint(painter, kind if kind in icons.GLYPHS else "clipboard", sign, self.look.colour("border"))

    def paint_star(self, painter: QPainter, box: QRectF, row: EntryRow) -> None:
        """Draw the star, filled for a favourite."""
        sign = QRectF(0, 0, 18, 18)
        sign.moveCenter(box.center())
        ink = self.look.colour("consider" if row.is_liked else "border")
        icons.paint(painter, "star" if row.is_liked else "star-outline", sign, ink)


class FoundView(QListView):
    """Shows what was found; letters are left to the search, Enter opens, Esc leaves."""

    opened = Signal(str)
    liked = Signal(str)
    left = Signal()

    def __init__(self, model: FoundModel, painter: type[RowPainter], theme: Theme, thumbnails: Thumbnails) -> None:
        """Show the model with a painter of this kind."""
        super().__init__()
        self.found = model
        self.setModel(model)
        self.painter_of_rows = painter(theme, thumbnails, self)
        self.setItemDelegate(self.painter_of_rows)
        self.setAccessibleName(_("Library"))
        self.setProperty("bare", True)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        thumbnails.drawn.connect(self.viewport().update)
        theme.changed.connect(self._on_theme_changed)

    def _on_theme_changed(self) -> None:
        self.painter_of_rows.renew()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def show_reasons(self, *, on: bool) -> None:
        """Leave room for the line that says why a row is greyed out, or take it back."""
        if on != self.painter_of_rows.has_reasons:
            self.painter_of_rows.has_reasons = on
            self.scheduleDelayedItemsLayout()

    def current_id(self) -> str:
        """Return the chosen entry, nothing when there is none."""
        place = self.currentIndex().row()
        return self.found.ids[place] if 0 <= place < len(self.found.ids) else ""

    def across(self) -> int:
        """Return how many rows stand beside one another."""
        return 1

    def page(self) -> int:
        """Return how many rows are in sight."""
        high = max(1, self.sizeHintForIndex(self.found.index(0)).height()) if self.found.ids else 1
        return max(1, self.viewport().height() // high - 1) * self.across()

    def choose(self, place: int) -> None:
        """Choose a row by its place and bring it into sight."""
        if 0 <= place < len(self.found.ids):
            self.setCurrentIndex(self.found.index(place))

    def step(self, by: int) -> None:
        """Move the choice, for a search field that keeps the keys."""
        self.choose(max(0, min(len(self.found.ids) - 1, self.currentIndex().row() + by)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, leave, or move; letters are not for the list."""
        key, first = event.key(), self.currentIndex().row() < self.across()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_id():
            self.opened.emit(self.current_id())
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Up and first):
            self.left.emit()
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _star_of(self, point: QPoint) -> str:
        index = self.indexAt(point)
        if index.isValid() and self.painter_of_rows.star_box(self.visualRect(index)).contains(point):
            return self.found.ids[index.row()]
        return ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Turn the star on or off, or choose."""
        starred = self._star_of(event.position().toPoint())
        if starred and event.button() is Qt.MouseButton.LeftButton:
            self.liked.emit(starred)
            return
        super().mousePressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show a hand over stars."""
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseMove:
            on_star = bool(self._star_of(event.position().toPoint()))
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if on_star else Qt.CursorShape.ArrowCursor)
        return super().viewportEvent(event)
