"""What was found as a list: a small picture, the name, the dose, badges and the star, one below the other."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from painplanner.gui.pages.library.rows import EntryRow, FoundModel
from painplanner.gui.pages.library.view import STAR, AnyIndex, FoundView, RowPainter
from painplanner.gui.theme import Theme
from painplanner.gui.thumbnails import Thumbnails
from painplanner.gui.widgets.look import draw_tag, write

PICTURE = QSize(64, 48)
SMALL_PICTURE = QSize(48, 36)
NARROW = 260
"""Below this width the pictures are small, to leave room for names."""


class ListPainter(RowPainter):
    """Sets two lines of a name, the dose with badges, and where there is a patient the reason."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Give every row the same height."""
        del option, index
        look = self.look
        words = 2 * look.line(look.strong) + look.line(look.minor) * (2 if self.has_reasons else 1) + 14
        return QSize(120, max(PICTURE.height() + 14, words))

    def paint_row(self, painter: QPainter, box: QRectF, row: EntryRow) -> None:
        """Draw the line below, picture, words and star."""
        painter.setPen(QPen(self.look.colour("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        size = PICTURE if box.width() >= NARROW else SMALL_PICTURE
        place = QRectF(box.left() + 8, box.top() + (box.height() - size.height()) / 2, size.width(), size.height())
        self.paint_picture(painter, place, row)
        self._paint_words(painter, box.adjusted(size.width() + 18, 0, -STAR - 2, 0), row)
        self.paint_star(painter, QRectF(box.right() - STAR, box.top(), STAR, box.height()), row)

    def _paint_words(self, painter: QPainter, box: QRectF, row: EntryRow) -> None:
        look = self.look
        names = self.fitted.lines(look.strong, row.name, int(box.width()), 2)
        high, low = look.line(look.strong), look.line(look.minor)
        below = bool(row.dose or row.badges)
        total = len(names) * high + low * (int(below) + int(bool(row.why)))
        y = box.top() + (box.height() - total) / 2
        for line in names:
            write(
                painter,
                look,
                QRectF(box.left(), y, box.width(), high),
                line,
                look.strong,
                "muted" if row.why else "text",
            )
            y += high
        if below:
            self._paint_dose(painter, QRectF(box.left(), y, box.width(), low), row)
            y += low
        for line in self.fitted.lines(look.minor, row.why, int(box.width())):
            write(painter, look, QRectF(box.left(), y, box.width(), low), line, look.minor, row.why_ink)

    def _paint_dose(self, painter: QPainter, box: QRectF, row: EntryRow) -> None:
        """Write the dose, and the badges after it, which keep their room."""
        look = self.look
        wide = sum(look.width(look.small_strong, word) + 22 for word in row.badges)
        room = int(box.width() - wide)
        x = box.left()
        for line in self.fitted.lines(look.minor, row.dose, room):
            write(painter, look, QRectF(x, box.top(), room, box.height()), line, look.minor, "muted")
            x += look.width(look.minor, line) + 6
        for word in row.badges:
            x = draw_tag(painter, look, x, box.center().y(), word, "info", on_soft=True) + 6


class EntryList(FoundView):
    """The list."""

    def __init__(self, model: FoundModel, theme: Theme, thumbnails: Thumbnails) -> None:
        """Show the model."""
        super().__init__(model, ListPainter, theme, thumbnails)
