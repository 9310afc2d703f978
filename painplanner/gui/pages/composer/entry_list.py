"""The list of the picker: entries with their picture, name, usual dose and star, painted row by row."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QEvent,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from painplanner.gui import icons
from painplanner.gui.context import AppContext
from painplanner.gui.pages.composer.entry_rows import AnyIndex, EntryModel, EntryRow, EntryRows
from painplanner.gui.pages.composer.look import Look, draw_picture, draw_ring, write
from painplanner.gui.thumbnails import Thumbnails
from painplanner.gui.widgets.fitted import Fitted
from painplanner.text import _

PICTURE = QSize(60, 45)
SMALL_PICTURE = QSize(48, 36)
NARROW = 240
"""Below this width the pictures are small, to leave room for names."""
STAR = 28
"""Width of the place of the star, at the right of a row."""


class EntryDelegate(QStyledItemDelegate):
    """Paints one entry."""

    def __init__(self, ctx: AppContext, thumbnails: Thumbnails) -> None:
        """Take the pictures it may show."""
        super().__init__()
        self._thumbnails = thumbnails
        self._theme = ctx.theme
        self.look = Look(ctx.theme)
        self.fitted = Fitted(self.look)

    def renew(self) -> None:
        """Take fonts and colours anew after the theme changed."""
        self.look = Look(self._theme)
        self.fitted = Fitted(self.look)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Give every row two lines of a name and one of a dose, or one of a name and two below it."""
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
        """Draw the name, the dose, and what speaks against it."""
        look, width = self.look, int(box.width())
        names, below = self.words(row, width)
        high, low = look.line(look.strong), look.line(look.minor)
        y = box.top() + (box.height() - len(names) * high - len(below) * low) / 2
        for line in names:
            ink = "muted" if row.is_grey else "text"
            write(painter, look, QRectF(box.left(), y, width, high), line, look.strong, ink)
            y += high
        for line, ink in below:
            write(painter, look, QRectF(box.left(), y, width, low), line, look.minor, ink)
            y += low

    def words(self, row: EntryRow, width: int) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
        """Return the lines of the name, and below it those of dose and reason with their inks: three lines in all.

        With a reason the name has one line; a long one takes the place of the kind where there is no dose.
        """
        look, most = self.look, 1 if row.reason and (row.has_dose or row.is_in_plan) else 2
        names = self.fitted.lines(look.strong, row.name, width, most)
        dose = _("{dose} · in the plan").format(dose=row.dose) if row.dose and row.is_in_plan else row.dose
        dose = dose or (_("in the plan") if row.is_in_plan else "")
        fits = not row.short or look.width(look.minor, row.reason) <= width
        reasons = self.fitted.lines(look.minor, row.reason if fits else row.short, width)
        room = 3 - len(names) - len(reasons)
        doses = self.fitted.lines(look.minor, dose, width, room) if room > 0 else ()
        return names, (*((line, "muted") for line in doses), *((line, _reason_ink(row)) for line in reasons))


def _reason_ink(row: EntryRow) -> str:
    """Return the colour of a reason: what speaks against an entry stops, a question that is open is to consider."""
    return "stop" if row.is_grey else "consider"


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

    def show_rows(self, rows: EntryRows, *, first: bool) -> None:
        """Show other rows, the first one chosen, or the one that was chosen where it is still there."""
        place = self.currentIndex().row()
        before = self.entries.rows.ids[place] if 0 <= place < len(self.entries.rows) else ""
        self.entries.set_rows(rows)
        self.choose(0 if first or before not in rows.ids else rows.ids.index(before))

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
