"""A list of calm two-line rows: a name, a muted line, something at the right; Enter or a click opens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from painplanner.gui import icons, theme
from painplanner.gui.models.keyed_list import ICON_ROLE, RIGHT_ROLE, SECOND_LINE_ROLE, KeyedList

AnyIndex = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Paints one row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Give each row two lines of type and air."""
        del option
        colours = theme.current()
        second = colours.pixels("minor") + 4 if index.data(SECOND_LINE_ROLE) else 0
        return QSize(120, max(34, colours.pixels() + second + 24))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw ground, sign, two lines, the word at the right and the line below."""
        colours = theme.current()
        box: QRect = option.rect  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.color("line"), 1))
        painter.drawLine(box.left() + 12, box.bottom(), box.right() - 12, box.bottom())
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            is_selected = bool(state & QStyle.StateFlag.State_Selected)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.color("accent-soft" if is_selected else "sunken"))
            painter.drawRoundedRect(QRectF(box).adjusted(3, 2, -3, -2), 4, 4)
        self._draw_words(painter, box.adjusted(14, 0, -14, 0), index)
        painter.restore()

    def _draw_words(self, painter: QPainter, box: QRect, index: AnyIndex) -> None:
        colours = theme.current()
        sign = index.data(ICON_ROLE)
        if sign:
            icons.paint(painter, sign, QRectF(box.left(), box.center().y() - 10, 20, 20), colours.color("muted"))
            box = box.adjusted(32, 0, 0, 0)
        right = index.data(RIGHT_ROLE) or ""
        painter.setFont(colours.font("minor"))
        width = painter.fontMetrics().horizontalAdvance(right) + 16 if right else 0
        painter.setPen(colours.color("muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, right)
        words = box.adjusted(0, 0, -width, 0)
        second = index.data(SECOND_LINE_ROLE)
        if second:
            middle = words.center().y() + 1
            low = QRect(words.left(), middle + 2, words.width(), words.bottom() - middle)
            shown = painter.fontMetrics().elidedText(second, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(low, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, shown)
            words.setBottom(middle)
        painter.setFont(colours.font(bold=True))
        painter.setPen(colours.color("text"))
        place = Qt.AlignmentFlag.AlignBottom if second else Qt.AlignmentFlag.AlignVCenter
        name = painter.fontMetrics().elidedText(index.data() or "", Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | place, name)


class KeyedView(QListView):
    """Shows a KeyedList; `opened` carries the row that was asked for."""

    opened = Signal(object)
    pointed = Signal(object)

    def __init__(self, model: KeyedList[Any], name: str, parent: QWidget | None = None) -> None:
        """Show the model."""
        super().__init__(parent)
        self.rows = model
        model.setParent(self)
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self))
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_clicked)
        self.selectionModel().currentChanged.connect(self._on_pointed)

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows, keeping the selection where it still is."""
        self.rows.set_rows(rows)

    def current(self) -> Any:
        """Return the selected row or `None`."""
        return self.rows.at(self.currentIndex())

    def select(self, row: int) -> None:
        """Select a row by its place."""
        if 0 <= row < self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(row))

    def step(self, by: int) -> None:
        """Move the selection, for a search field that keeps the focus."""
        here = self.currentIndex().row()
        self.select(max(0, min(self.rows.rowCount() - 1, here + by)))

    def open_current(self) -> None:
        """Ask for the selected row, or for the first when none is selected."""
        row = self.current() or (self.rows.rows[0] if self.rows.rows else None)
        if row is not None:
            self.opened.emit(row)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys are, also when nothing was chosen yet."""
        super().focusInEvent(event)
        here = self.currentIndex()
        if here.isValid() and not self.selectionModel().hasSelection():
            self.setCurrentIndex(here)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_current()
            return
        super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows.at(index))

    def _on_pointed(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = self.rows.at(index)
        if row is not None:
            self.pointed.emit(row)
