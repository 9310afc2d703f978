"""Paints the rows of the sequence: weeks, cards with their items, checkpoints between them, findings in their place.

A card is several rows that are painted as one surface, so that an edit repaints a line and not a card of widgets.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from painplanner.core.findings import Severity
from painplanner.core.plan import Outcome
from painplanner.gui.context import AppContext
from painplanner.gui.pages.composer.look import (
    LEFT,
    RIGHT,
    Look,
    draw_diamond,
    draw_picture,
    draw_ring,
    draw_tag,
    purpose_role,
    write,
)
from painplanner.gui.pages.composer.row_model import RowModel
from painplanner.gui.pages.composer.rows import CardRow, CheckRow, FindingRow, HeadRow, ItemRow, Row, StepRow, WeekRow
from painplanner.gui.pages.composer.text_flow import Piece, Placed, Sentence, place
from painplanner.gui.thumbnails import LAST, Thumbnails
from painplanner.gui.widgets.fitted import Fitted

AnyIndex = QModelIndex | QPersistentModelIndex

MARGIN = 16
GAP = 8
STRIPE = 4
INDENT = 40
"""From the left edge of a card to its words."""
PAD = 12
WIDE = 540
"""From here on dates stand at the right and a movement shows its start and its end."""
PICTURE = QSize(52, 39)
OUTCOME_ROLES = {Outcome.MET: "done", Outcome.PARTLY: "muted", Outcome.NOT_MET: "consider"}
_MOST_KEPT = 500


class CardDelegate(QStyledItemDelegate):
    """Measures and paints; width, heights of all rows, selection and focus are set by the view."""

    def __init__(self, ctx: AppContext, thumbnails: Thumbnails) -> None:
        """Take the pictures it may show."""
        super().__init__()
        self._ctx, self._thumbnails = ctx, thumbnails
        self.width = 600
        self.heights: tuple[int, ...] = ()
        self.selected: frozenset[str] = frozenset()
        self.focused = ""
        self.look = Look(ctx.theme)
        self._fitted = Fitted(self.look)
        self._sentences: dict[tuple[str, str, int], Sentence] = {}
        self._flows: dict[tuple[tuple[Piece, ...], int], tuple[tuple[Placed, ...], int]] = {}

    def renew(self) -> None:
        """Take fonts and colours anew after the theme changed."""
        self.look = Look(self._ctx.theme)
        self._fitted = Fitted(self.look)
        self._sentences.clear()
        self._flows.clear()

    @property
    def is_wide(self) -> bool:
        """Tell whether there is room for dates at the right."""
        return self.width - 2 * MARGIN >= WIDE

    # Measuring

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the height of a row at the width of the view."""
        del option
        place = index.row()
        if place < len(self.heights):
            return QSize(100, self.heights[place])
        model: RowModel = index.model()  # type: ignore[assignment]
        return QSize(100, self.height(model.rows[place]))

    def height(self, row: Row) -> int:
        """Return how high a row is."""
        look = self.look
        if isinstance(row, ItemRow):
            high = max(PICTURE.height() + 9, look.line(look.body) + look.line(look.minor) + 12)
        elif isinstance(row, StepRow):
            lines = 1 + (not self.is_wide) + bool(row.more or row.owner)
            high = look.line(look.lead) + (lines - 1) * (look.line(look.minor) + 3) + 18
        elif isinstance(row, FindingRow):
            high = self._sentence(row).height + (12 if row.step else 16)
        elif isinstance(row, CheckRow):
            high = self._check_height(row)
        else:
            high = look.line(look.small) + 16
        return high + self._below(row)

    def _below(self, row: Row) -> int:
        """Return the room below the last row of a card: inside the card, and to the next one."""
        if not getattr(row, "is_last", False):
            return 0
        return GAP + 4 + (0 if isinstance(row, StepRow) else 6)

    def _check_height(self, row: CheckRow) -> int:
        high = self._flow(self._criteria(row))[1]
        more = self._flow(self._outcomes(row))[1]
        return self.look.line(self.look.strong) + 4 + high + (high and 2) + more + (more and 2) + 10

    def _flow(self, pieces: tuple[Piece, ...]) -> tuple[tuple[Placed, ...], int]:
        key = (pieces, self._words_width())
        if key not in self._flows:
            if len(self._flows) > _MOST_KEPT:
                self._flows.clear()
            self._flows[key] = place(self.look, pieces, key[1], gap=8)
        return self._flows[key]

    def _sentence(self, row: FindingRow) -> Sentence:
        inside = self._words_width() - 24 if row.step else self._words_width() - 12
        key = (row.text, row.remedy, inside)
        if key not in self._sentences:
            if len(self._sentences) > _MOST_KEPT:
                self._sentences.clear()
            self._sentences[key] = Sentence(row.text, row.remedy, self.look.minor, inside)
        return self._sentences[key]

    def _words_width(self) -> int:
        return self.width - 2 * MARGIN - INDENT - PAD

    def _criteria(self, row: CheckRow) -> tuple[Piece, ...]:
        return tuple(Piece(text, "text", "surface") for text in row.criteria)

    def _outcomes(self, row: CheckRow) -> tuple[Piece, ...]:
        return tuple(Piece(text, OUTCOME_ROLES[outcome]) for outcome, text in row.outcomes)

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one row."""
        model: RowModel = index.model()  # type: ignore[assignment]
        row = model.rows[index.row()]
        box = QRectF(option.rect).adjusted(MARGIN, 0, -MARGIN, 0)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, StepRow | ItemRow) or (isinstance(row, FindingRow) and row.step):
            # A pixel into the rows above and below, so that no seam shows at a scale such as 125 %.
            over = (0 if isinstance(row, StepRow) else -1, 0 if row.is_last else 1)
            painter.setClipRect(option.rect.adjusted(0, over[0], 0, over[1]))  # type: ignore[attr-defined]
            self._paint_card(painter, row, box)
        elif isinstance(row, CheckRow):
            self._paint_check(painter, row, box)
        elif isinstance(row, FindingRow):
            self._paint_finding(painter, row, box.adjusted(INDENT * row.is_indented, 0, 0, 0))
        else:
            self._paint_heading(painter, row, box)
        painter.restore()

    def _paint_heading(self, painter: QPainter, row: WeekRow | HeadRow, box: QRectF) -> None:
        look = self.look
        words = box.adjusted(2, 4, 0, 0)
        write(painter, look, words, row.text, look.small, "muted")
        painter.setPen(QPen(look.colour("line"), 1))
        left = box.left() + look.width(look.small, row.text) + 14
        y = round(words.center().y()) + 0.5
        painter.drawLine(QPointF(left, y), QPointF(box.right(), y))

    def _paint_card(self, painter: QPainter, row: CardRow, box: QRectF) -> None:
        body = box.adjusted(0, 0, 0, -(GAP + 4) if row.is_last else 0)
        self._paint_surface(painter, row, body)
        if isinstance(row, StepRow):
            self._paint_head(painter, row, body)
        elif isinstance(row, ItemRow):
            self._paint_item(painter, row, body.adjusted(0, 0, 0, -6 if row.is_last else 0))
        else:
            self._paint_finding(painter, row, body.adjusted(INDENT, 1, -PAD, -8 if row.is_last else -2))

    def _paint_surface(self, painter: QPainter, row: CardRow, body: QRectF) -> None:
        """Paint this row's part of the card: what lies beyond the row is clipped away."""
        look = self.look
        is_chosen, is_focused = row.step in self.selected, self.focused == row.step
        frame = QPen(look.colour("accent" if is_chosen or is_focused else "line"), 2 if is_focused else 1)
        if not isinstance(row, StepRow) and not row.is_last:
            beyond = body.adjusted(0, -2, 0, 2)
            painter.fillRect(beyond.adjusted(STRIPE, 0, 0, 0), look.colour("surface"))
            painter.fillRect(beyond.adjusted(0, 0, STRIPE - body.width(), 0), look.colour(purpose_role(row.purpose)))
            painter.setPen(frame)
            inset = 1.0 if is_focused else 0.5
            for x in (body.left() + inset, body.right() - inset):
                painter.drawLine(QPointF(x, beyond.top()), QPointF(x, beyond.bottom()))
            return
        whole = body.adjusted(0.5, 0.5 if isinstance(row, StepRow) else -20, -0.5, -0.5 if row.is_last else 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(purpose_role(row.purpose)))
        painter.drawRoundedRect(whole, 6, 6)
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(whole.adjusted(STRIPE - 0.5, 0, 0, 0), 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(frame)
        painter.drawRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5) if is_focused else whole, 6, 6)

    def _paint_head(self, painter: QPainter, row: StepRow, body: QRectF) -> None:
        look = self.look
        high = look.line(look.lead)
        first = QRectF(body.left() + INDENT, body.top() + 9, body.width() - INDENT - PAD, high)
        ink = "muted" if row.is_over else "text"
        number = QRectF(body.left() + STRIPE + 4, first.top(), INDENT - STRIPE - 14, high)
        role = purpose_role(row.purpose) if row.purpose else "muted"
        write(painter, look, number, row.number, look.strong, role, Qt.AlignmentFlag.AlignCenter)
        if not self.is_wide:
            write(painter, look, first, row.title, look.lead, ink)
            self._paint_narrow(painter, row, first, role)
            return
        dates = look.width(look.minor, row.dates) + 12
        tag = look.width(look.small_strong, row.purpose_word) + 26 if row.purpose_word else 0
        wide = min(look.width(look.lead, row.title) + 1, first.width() - dates - tag)
        write(painter, look, QRectF(first.left(), first.top(), wide, high), row.title, look.lead, ink)
        if row.purpose_word:
            left = first.left() + wide + 9
            draw_tag(painter, look, left, first.center().y() + 1, row.purpose_word, role, on_soft=True)
        write(painter, look, first, row.dates, look.minor, "muted", RIGHT)
        self._paint_below_title(painter, row, first)

    def _paint_narrow(self, painter: QPainter, row: StepRow, first: QRectF, role: str) -> None:
        """Write purpose and dates under the title, then owner and reason."""
        look = self.look
        high = look.line(look.minor) + 3
        line = QRectF(first.left(), first.bottom() + 2, first.width(), high)
        left = line.left()
        if row.purpose_word:
            left = 8 + draw_tag(painter, look, left, line.center().y(), row.purpose_word, role, on_soft=True)
        write(painter, look, QRectF(left, line.top(), line.right() - left, high), row.dates, look.minor, "muted")
        more = " · ".join(text for text in (row.owner, row.more) if text)
        write(painter, look, line.translated(0, high), more, look.minor, "muted")

    def _paint_below_title(self, painter: QPainter, row: StepRow, first: QRectF) -> None:
        """Write the reason under the title and the owner under the dates."""
        look = self.look
        line = QRectF(first.left(), first.bottom() + 1, first.width(), look.line(look.minor) + 3)
        owner = min(look.width(look.minor, row.owner) + 2, first.width() / 2) if row.owner else 0
        right = QRectF(line.right() - owner, line.top(), owner, line.height())
        write(painter, look, right, row.owner, look.minor, "muted", RIGHT)
        write(painter, look, line.adjusted(0, 0, -owner - 12, 0), row.more, look.minor, "muted")

    def _paint_item(self, painter: QPainter, row: ItemRow, body: QRectF) -> None:
        look = self.look
        line = body.adjusted(INDENT - 8, 1, -PAD + 4, -1)
        if row.key in self.selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent-soft"))
            painter.drawRoundedRect(line, 5, 5)
        if self.focused == row.key:
            draw_ring(painter, look, line)
        left = self._paint_pictures(painter, row, line)
        words = QRectF(left + 10, line.top(), line.right() - left - 18, line.height())
        names, doses = look.line(look.body), look.line(look.minor)
        top = line.center().y() - (names + (doses if row.dose else 0)) / 2
        mark = look.width(look.small_strong, row.mark) + 26 if row.mark else 0
        name = " ".join(self._fitted.lines(look.body, row.name, int(words.width() - mark)))
        wide = min(look.width(look.body, name) + 1, words.width() - mark)
        ink = "muted" if row.is_over else "text"
        write(painter, look, QRectF(words.left(), top, wide, names), name, look.body, ink)
        if row.mark:
            middle = top + names / 2 + 1
            draw_tag(painter, look, words.left() + wide + 9, middle, row.mark, "muted", on_soft=False)
        write(painter, look, QRectF(words.left(), top + names, words.width(), doses), row.dose, look.minor, "muted")

    def _paint_pictures(self, painter: QPainter, row: ItemRow, line: QRectF) -> float:
        """Draw start and end where there is room, the end alone where there is not; return where they end."""
        box = QRectF(line.left() + 8, line.top() + (line.height() - PICTURE.height()) / 2, *PICTURE.toTuple())
        ratio = painter.device().devicePixelRatioF()
        size = QSize(PICTURE.width() - 4, PICTURE.height() - 4)
        if row.figure is None:
            draw_picture(painter, self.look, box, None, row.kind)
            return box.right()
        frames = (0, LAST) if self.is_wide and self._thumbnails.is_moving(row.figure) else (LAST,)
        for frame in frames:
            found = self._thumbnails.picture(row.figure, size, ratio, frame=frame, side=row.side)
            draw_picture(painter, self.look, box, found, row.kind if frame == frames[-1] else "")
            box.translate(PICTURE.width() + 4, 0)
        return box.left() - 4

    def _paint_check(self, painter: QPainter, row: CheckRow, box: QRectF) -> None:
        look = self.look
        if row.key in self.selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent-soft"))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -3), 6, 6)
        if self.focused == row.key:
            draw_ring(painter, look, box.adjusted(0, 1, 0, -3), 6)
        high = look.line(look.strong)
        title = QRectF(box.left() + INDENT, box.top() + 5, box.width() - INDENT - PAD, high)
        draw_diamond(painter, look, QPointF(box.left() + 19, title.center().y()), 7)
        write(painter, look, title, row.title, look.strong, "text", LEFT)
        y = title.bottom() + 4
        for pieces in (self._criteria(row), self._outcomes(row)):
            placed, tall = self._flow(pieces)
            for piece, at in placed:
                self._paint_piece(painter, piece, at.translated(title.left(), y))
            y += tall + 2 if tall else 0

    def _paint_piece(self, painter: QPainter, piece: Piece, box: QRectF) -> None:
        if piece.ground:
            painter.setPen(QPen(self.look.colour("line"), 1))
            painter.setBrush(self.look.colour(piece.ground))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            box = box.adjusted(6, 0, -5, 0)
        write(painter, self.look, box, piece.text, self.look.minor, piece.role)

    def _finding_words(self, row: FindingRow, box: QRectF) -> QPointF:
        return QPointF(box.left() + 14, box.top() + (box.height() - self._sentence(row).height) / 2)

    def _paint_finding(self, painter: QPainter, row: FindingRow, box: QRectF) -> None:
        look = self.look
        role = "stop" if row.severity is Severity.STOP else "consider"
        ground = box if row.step else box.adjusted(0, 0, 0, -4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(f"{role}-soft"))
        painter.drawRoundedRect(ground, 5, 5)
        painter.setBrush(look.colour(role))
        painter.drawRoundedRect(QRectF(ground.left(), ground.top(), 3, ground.height()), 1.5, 1.5)
        if self.focused == row.key:
            draw_ring(painter, look, ground)
        painter.setPen(look.colour(role))
        self._sentence(row).paint(painter, self._finding_words(row, ground))

    def is_remedy(self, row: Row, rect: QRectF, point: QPointF) -> bool:
        """Tell whether a point of the view is on the link of a finding."""
        if not isinstance(row, FindingRow) or not row.remedy:
            return False
        box = rect.adjusted(MARGIN, 0, -MARGIN, 0)
        if row.step:
            box.adjust(0, 0, 0, -(GAP + 4) if row.is_last else 0)
            box.adjust(INDENT, 1, -PAD, -8 if row.is_last else -2)
        else:
            box.adjust(INDENT * row.is_indented, 0, 0, -4)
        return self._sentence(row).is_link(point - self._finding_words(row, box))
