"""The steps of a plan as bars in time, with diamonds where it is decided, and the line of today."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from painplanner.core.outline import Outline
from painplanner.core.plan import Plan
from painplanner.gui.context import AppContext
from painplanner.gui.dates import near_day_words
from painplanner.gui.pages.composer.look import Look, draw_diamond, purpose_role, write
from painplanner.gui.pages.composer.rows import step_heading
from painplanner.gui.pages.composer.timeline_layout import HEAD, PAD, SMALLEST_WORDED, Bar, Picture, picture
from painplanner.text import _, ngettext


class Timeline(QWidget):
    """Paints the outline of a plan; a click selects a step or a checkpoint."""

    part_clicked = Signal(str)

    def __init__(self, ctx: AppContext) -> None:
        """Show nothing yet."""
        super().__init__()
        self._ctx = ctx
        self._look = Look(ctx.theme)
        self._shown: tuple[Plan, Outline, date] | None = None
        self._picture: Picture | None = None
        self._selection: frozenset[str] = frozenset()
        self._room = 190
        self.setAccessibleName(_("Timeline"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        ctx.theme.changed.connect(self._on_theme_changed)

    @property
    def picture(self) -> Picture | None:
        """Return what is painted."""
        return self._picture

    def set_room(self, height: int) -> None:
        """Say how high it may become."""
        if height != self._room:
            self._room = height
            self._lay_out()

    def show_plan(self, plan: Plan, outline: Outline, today: date) -> None:
        """Show a plan; one that looks the same is not painted again."""
        self._shown = (plan, outline, today)
        self._lay_out()

    def show_selection(self, ids: tuple[str, ...]) -> None:
        """Mark what is selected."""
        chosen = frozenset(ids)
        if chosen != self._selection:
            self._selection = chosen
            self.update()

    def _lay_out(self) -> None:
        if self._shown is None:
            return
        plan, outline, today = self._shown
        size = (max(200, self.width()), self._room)
        look = self._look
        made = picture(
            plan,
            outline,
            today,
            size=size,
            measure=lambda words: look.width(look.small_strong, words),
            lang=self._ctx.practice.language,
        )
        if made == self._picture:
            return
        self._picture = made
        self.setFixedHeight(made.height)
        steps = ngettext("{n} step", "{n} steps", len(made.bars)).format(n=len(made.bars))
        last = near_day_words(outline.last_day, today) if outline.last_day else ""
        self.setAccessibleDescription(
            _("{steps}, the last day is {day}").format(steps=steps, day=last) if last else steps
        )
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the height of the lanes."""
        return QSize(400, self._picture.height if self._picture else HEAD)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the whole plan into the new width."""
        super().resizeEvent(event)
        self._lay_out()

    def _on_theme_changed(self) -> None:
        self._look = Look(self._ctx.theme)
        self._picture = None
        self._lay_out()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, weeks, bars, diamonds and today."""
        del event
        made, look = self._picture, self._look
        if made is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("line"), 1))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        self._paint_ticks(painter, made)
        for bar in made.bars:
            self._paint_bar(painter, made, bar)
        self._paint_today(painter, made)
        for diamond in made.diamonds:
            middle = made.lane_top(diamond.lane) + made.pitch / 2
            radius = min(6.5, made.pitch / 2)
            if diamond.checkpoint in self._selection:
                draw_diamond(painter, look, QPointF(diamond.x, middle), radius + 3, "accent")
            draw_diamond(painter, look, QPointF(diamond.x, middle), radius)
        painter.end()

    def _today_box(self, made: Picture) -> QRectF:
        """Return where the word of today stands."""
        if made.today is None:
            return QRectF()
        wide = self._look.width(self._look.small_strong, _("Today")) + 12
        left = min(max(made.today - wide / 2, 3.0), self.width() - wide - 3)
        return QRectF(left, 3, wide, HEAD - 6)

    def _paint_ticks(self, painter: QPainter, made: Picture) -> None:
        look, today = self._look, self._today_box(made)
        for tick in made.ticks:
            painter.setPen(QPen(look.colour("line"), 1))
            x = round(tick.x) + 0.5
            painter.drawLine(QPointF(x, 6), QPointF(x, self.height() - 4))
            words = near_day_words(tick.day, tick.day) if tick.is_month else str(tick.day.day)
            box = QRectF(x + 5, 2, look.width(look.small, words) + 1, HEAD - 4)
            if not box.intersects(today) and box.right() < self.width() - 4:
                write(painter, look, box, words, look.small, "muted")

    def _paint_today(self, painter: QPainter, made: Picture) -> None:
        if made.today is None:
            return
        look, box = self._look, self._today_box(made)
        x = round(made.today) + 0.5
        painter.setPen(QPen(look.colour("text"), 2))
        painter.drawLine(QPointF(x, HEAD - 4), QPointF(x, self.height() - 4))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("text"))
        painter.drawRoundedRect(box, 4, 4)
        write(painter, look, box.adjusted(6, 0, 0, 0), _("Today"), look.small_strong, "surface")

    def _paint_bar(self, painter: QPainter, made: Picture, bar: Bar) -> None:
        look, role = self._look, purpose_role(bar.purpose)
        box = self._bar_box(made, bar)
        painter.setPen(QPen(look.colour(role), 2 if bar.step in self._selection else 1))
        painter.setBrush(look.colour(f"{role}-soft" if bar.purpose else "sunken"))
        if bar.is_open:
            painter.drawPath(_arrow(box))
        else:
            painter.drawRoundedRect(box, 3, 3)
        if made.pitch >= SMALLEST_WORDED:
            words = QRectF(bar.label.x, box.top(), bar.label.width + 1, box.height())
            write(painter, look, words, bar.label.text, look.small_strong, role if bar.purpose else "muted")

    def _bar_box(self, made: Picture, bar: Bar) -> QRectF:
        top = made.lane_top(bar.lane)
        return QRectF(bar.left + 0.5, round(top) + 1.5, bar.right - bar.left - 1, made.pitch - 4)

    # Mouse

    def _part_at(self, point: QPointF) -> tuple[str, str]:
        """Return the id and the words of what lies under a point."""
        made = self._picture
        if made is None:
            return "", ""
        for diamond in made.diamonds:
            middle = QPointF(diamond.x, made.lane_top(diamond.lane) + made.pitch / 2)
            if (middle - point).manhattanLength() <= PAD + 3:
                return diamond.checkpoint, _("Checkpoint")
        for bar in made.bars:
            box = self._bar_box(made, bar)
            words = QRectF(bar.label.x, box.top(), bar.label.width, box.height())
            if box.united(words).contains(point):
                return bar.step, self._title(bar.step)
        return "", ""

    def _title(self, step_id: str) -> str:
        plan = self._shown[0] if self._shown is not None else None
        step = next((step for step in plan.steps if step.id == step_id), None) if plan is not None else None
        return step_heading(step, self._ctx.practice.language) if step is not None else ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select what was clicked."""
        part, _words = self._part_at(event.position())
        if part:
            self.part_clicked.emit(part)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be clicked."""
        part, _words = self._part_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if part else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        """Show the whole title of a bar as a tip."""
        if isinstance(event, QHelpEvent):
            _part, words = self._part_at(event.pos().toPointF())
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)


def _arrow(box: QRectF) -> QPainterPath:
    """Return the outline of a bar without an end: it points on."""
    tip = min(7.0, box.width() / 2)
    path = QPainterPath(QPointF(box.right() - tip, box.top()))
    path.lineTo(box.right(), box.center().y())
    path.lineTo(box.right() - tip, box.bottom())
    path.lineTo(box.left() + 3, box.bottom())
    path.quadTo(box.bottomLeft(), QPointF(box.left(), box.bottom() - 3))
    path.lineTo(box.left(), box.top() + 3)
    path.quadTo(box.topLeft(), QPointF(box.left() + 3, box.top()))
    path.closeSubpath()
    return path
