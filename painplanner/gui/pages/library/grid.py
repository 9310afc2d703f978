"""What was found as a grid: large pictures with name and dose, as many abreast as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from painplanner.gui.pages.library.rows import EntryRow, FoundModel
from painplanner.gui.pages.library.view import STAR, AnyIndex, FoundView, RowPainter
from painplanner.gui.theme import Theme
from painplanner.gui.thumbnails import Thumbnails
from painplanner.gui.widgets.look import draw_tag, write

CARD = 164
"""The least width of a card."""
EDGE = 8


class GridPainter(RowPainter):
    """Sets the picture over two lines of a name, the dose, and where there is a patient the reason."""

    width = CARD

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Give every card the same size."""
        del option, index
        look = self.look
        words = 2 * look.line(look.strong) + look.line(look.minor) * (2 if self.has_reasons else 1)
        return QSize(self.width, self._picture_height() + words + 2 * EDGE + 8)

    def _picture_height(self) -> int:
        return (self.width - 2 * EDGE) * 3 // 4

    def star_box(self, box: QRect) -> QRect:
        """Return the upper corner of the picture."""
        return QRect(box.right() - EDGE - STAR, box.top() + EDGE, STAR, STAR)

    def paint_row(self, painter: QPainter, box: QRectF, row: EntryRow) -> None:
        """Draw picture, star, badges and words."""
        look = self.look
        inner = box.adjusted(EDGE, EDGE, -EDGE, -EDGE)
        picture = QRectF(inner.left(), inner.top(), inner.width(), self._picture_height())
        self.paint_picture(painter, picture, row)
        self.paint_star(painter, QRectF(self.star_box(box.toRect())), row)
        x = picture.left() + 6
        for word in row.badges:
            x = draw_tag(painter, look, x, picture.bottom() - 14, word, "info", on_soft=True) + 4
        self._paint_words(painter, QRectF(inner.left(), picture.bottom() + 4, inner.width(), 0), row)

    def _paint_words(self, painter: QPainter, box: QRectF, row: EntryRow) -> None:
        look, y, width = self.look, box.top(), int(box.width())
        for line in self.fitted.lines(look.strong, row.name, width, 2):
            role = "muted" if row.why else "text"
            write(painter, look, QRectF(box.left(), y, width, look.line(look.strong)), line, look.strong, role)
            y += look.line(look.strong)
        for text, role in ((row.dose, "muted"), (row.why, row.why_ink)):
            for line in self.fitted.lines(look.minor, text, width):
                write(painter, look, QRectF(box.left(), y, width, look.line(look.minor)), line, look.minor, role)
                y += look.line(look.minor)


class EntryGrid(FoundView):
    """The grid; its cards share the whole width."""

    painter_of_rows: GridPainter

    def __init__(self, model: FoundModel, theme: Theme, thumbnails: Thumbnails) -> None:
        """Show the model."""
        super().__init__(model, GridPainter, theme, thumbnails)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def across(self) -> int:
        """Return how many cards stand beside one another."""
        return max(1, self.viewport().width() // CARD)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the cards."""
        width = max(CARD // 2, (self.viewport().width() - 1) // self.across())
        if width != self.painter_of_rows.width:
            self.painter_of_rows.width = width
            self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move across the end of a line as in a text."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self.step(step)
            return
        super().keyPressEvent(event)
