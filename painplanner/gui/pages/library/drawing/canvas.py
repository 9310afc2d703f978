"""The picture, large, to be taken hold of with the mouse or the arrow keys; the frame before shines through.

A drag is drawn here alone, from the figure it began with, and proposed once when it ends.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from painplanner.core.drawing import Drawing, Point
from painplanner.core.figure import Figure
from painplanner.core.figure.placeholder import HEIGHT, WIDTH
from painplanner.core.figure.scene import Fit, draw_at, fit
from painplanner.core.palette import Palette
from painplanner.core.values import Impossible
from painplanner.gui import person_drawn, theme
from painplanner.gui.pages.library.drawing.grips import Grip, alone, area_changed, grips, moved, removed, with_frame
from painplanner.gui.pages.library.drawing.words import grip_words
from painplanner.gui.widgets import drawing_painter
from painplanner.text import _

MARGIN = 16
NEAR = 18.0
"""How near the pointer must come to a point, in pixels."""
STEP, LARGE_STEP = 1.0, 5.0
_STEPS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, 1.0),
    Qt.Key.Key_Down: (0.0, -1.0),
}
_ONION = 0.28
_PAD = 14
"""How far outlines and points reach beyond their places, in pixels."""


@dataclass
class _Taken:
    """What is being dragged: the figure, the part of it that is drawn meanwhile, and what has become of that."""

    figure: Figure
    start: Figure
    frame: int
    grip: Grip
    began: QPointF
    now: Figure | None = None

    def whole(self, frame: int) -> Figure:
        """Return the whole figure with what the drag made."""
        if self.now is None:
            return self.figure
        return with_frame(self.figure, frame, self.now) if self.grip.kind == "joint" else self.now


class DrawingCanvas(QWidget):
    """`changed(figure, words, key)` proposes, `dragging(drawing)` follows a drag, `chosen` what is held."""

    changed = Signal(object, str, str)
    dragging = Signal(object)
    chosen = Signal(str)

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 240)
        self.setAccessibleName(_("Picture"))
        self._figure: Figure | None = None
        self._frame = 0
        self._at: Fit = (1.0, 0.0, 0.0)
        self._grips: tuple[Grip, ...] = ()
        self._hand, self._over = "", ""
        self._from: _Taken | None = None
        self._is_onion = True
        self._drawn: Drawing | None = None
        self._ghost: tuple[object, QPixmap | None] = (None, None)
        self._stays = False

    def sizeHint(self) -> QSize:
        """Ask for a picture that can be worked on."""
        return QSize(720, 560)

    # What is shown

    @property
    def grips(self) -> tuple[Grip, ...]:
        """Return what can be taken hold of."""
        return self._grips

    @property
    def hand(self) -> str:
        """Return the name of what is in hand, nothing when nothing is."""
        return self._hand

    def show_frame(self, figure: Figure, frame: int) -> None:
        """Show a frame; while the arrow keys move a point, the picture keeps its scale and place."""
        before = self._figure
        stays = before is not None and (before.id, before.view, self._frame) == (figure.id, figure.view, frame)
        self._figure, self._frame = figure, frame
        if not stays or not self._stays:
            self._at = fit(figure)
        self._take_grips()
        if self._hand not in {one.name for one in self._grips}:
            self._choose("")
        self.update()

    def show_onion(self, *, on: bool) -> None:
        """Let the frame before shine through, or not."""
        self._is_onion = on
        self.update()

    def _take_grips(self) -> None:
        if self._figure is not None:
            self._grips = grips(self._figure, self._frame, self._at)
            self._drawn = draw_at(self._figure, self._frame, self._at)

    def choose(self, name: str) -> None:
        """Take a point in hand."""
        if any(one.name == name for one in self._grips):
            self._choose(name)

    def _choose(self, name: str) -> None:
        if name == self._hand:
            return
        self._hand = name
        said = grip_words(name, self._figure) if name and self._figure is not None else ""
        self.setAccessibleDescription(said)
        self.chosen.emit(name)
        self.update()

    def _grip(self, name: str) -> Grip | None:
        return next((one for one in self._grips if one.name == name), None)

    # Where things are on the screen

    def box(self) -> QRectF:
        """Return where the picture is."""
        room = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        scale = min(room.width() / WIDTH, room.height() / HEIGHT)
        made = QRectF(0, 0, WIDTH * scale, HEIGHT * scale)
        made.moveCenter(room.center())
        return made

    def on_screen(self, x: float, y: float) -> QPointF:
        """Return where a place of the picture is in the widget."""
        box = self.box()
        scale = box.width() / WIDTH
        return QPointF(box.left() + x * scale, box.bottom() - y * scale)

    def in_picture(self, spot: QPointF) -> Point:
        """Return which place of the picture a place in the widget is."""
        box = self.box()
        scale = box.width() / WIDTH
        return ((spot.x() - box.left()) / scale, (box.bottom() - spot.y()) / scale)

    def grip_at(self, spot: QPointF) -> Grip | None:
        """Return the nearest point within reach of the pointer; of two in one place, the nearer to the viewer."""
        best, found = NEAR, None
        for one in sorted(self._grips, key=lambda grip: -grip.depth):
            there = self.on_screen(one.x, one.y)
            far = math.hypot(there.x() - spot.x(), there.y() - spot.y())
            if far < best - (2.0 if found is not None else 0.0):
                best, found = far, one
        return found

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take what is under the pointer."""
        grip = self.grip_at(event.position())
        if event.button() is not Qt.MouseButton.LeftButton or grip is None or self._figure is None:
            self._choose("")
            return
        self._refit()
        grip = self._grip(grip.name) or grip
        self._choose(grip.name)
        is_joint = grip.kind == "joint"
        start = alone(self._figure, self._frame) if is_joint else self._figure
        self._from = _Taken(self._figure, start, 0 if is_joint else self._frame, grip, event.position())
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Bring what is in hand to the pointer, or show what could be taken."""
        taken = self._from
        if taken is None:
            self._point_at(event.position())
            return
        away = event.position() - taken.began
        if taken.now is None and math.hypot(away.x(), away.y()) < 3:
            return
        there = self.on_screen(taken.grip.x, taken.grip.y) + away
        taken.now = self._moved(taken.start, taken.frame, taken.grip, self.in_picture(there))
        self._draw_taken(taken, taken.now)
        self.dragging.emit(self._drawn)

    def _draw_taken(self, taken: _Taken, now: Figure) -> None:
        """Show what the drag makes, and paint only what differs."""
        before, old = self._drawn, self._grip(self._hand)
        self._drawn = draw_at(now, taken.frame, self._at)
        self._grips = grips(now, taken.frame, self._at)
        new = self._grip(self._hand)
        area = area_changed(before, self._drawn) if before is not None else None
        if area is None or old is None or new is None:
            self.update()
            return
        left, low, right, top = area
        dirty = QRectF(self.on_screen(left, top), self.on_screen(right, low))
        for grip in (old, new):
            dirty |= QRectF(self.on_screen(grip.x, grip.y), QSizeF(1, 1))
        self.update(dirty.adjusted(-_PAD, -_PAD, _PAD, _PAD).toAlignedRect())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Propose what the drag made."""
        taken = self._from
        if taken is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        self._from = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.update()
        if taken.now is not None:
            now = taken.whole(self._frame)
            self.changed.emit(now, _("Move: {what}").format(what=grip_words(taken.grip.name, now)), "")

    def _point_at(self, spot: QPointF) -> None:
        grip = self.grip_at(spot)
        over = grip.name if grip is not None else ""
        if over != self._over:
            self._over = over
            self.setCursor(Qt.CursorShape.OpenHandCursor if over else Qt.CursorShape.ArrowCursor)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show no points any more."""
        super().leaveEvent(event)
        self._over = ""
        self.update()

    def enterEvent(self, event: QEvent) -> None:  # type: ignore[override]
        """Show the points."""
        super().enterEvent(event)  # type: ignore[arg-type]
        self.update()

    def _moved(self, figure: Figure, frame: int, grip: Grip, to: Point) -> Figure:
        try:
            return moved(figure, frame, grip, to, self._at)
        except Impossible:
            return figure

    def _give_up(self) -> None:
        """End a drag as if it had not begun."""
        self._from = None
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._refit()
        self.update()

    def _refit(self) -> None:
        self._stays = False
        if self._figure is not None:
            self._at = fit(self._figure)
            self._take_grips()

    # The keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move what is in hand with the arrow keys, take a thing away with Delete."""
        grip, figure = self._grip(self._hand), self._figure
        if self._from is not None:
            if event.key() == Qt.Key.Key_Escape:
                self._give_up()
            return
        step = _STEPS.get(Qt.Key(event.key()))
        if grip is None or figure is None:
            super().keyPressEvent(event)
        elif step is not None:
            size = LARGE_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
            to = (grip.x + step[0] * size, grip.y + step[1] * size)
            self._stays = True
            said = _("Move: {what}").format(what=grip_words(grip.name, figure))
            self.changed.emit(self._moved(figure, self._frame, grip, to), said, f"{self._frame}:{grip.name}")
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and grip.kind != "joint":
            said = _("Take away: {what}").format(what=grip_words(grip.name, figure))
            self.changed.emit(removed(figure, grip), said, "")
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  (Qt's name)
        """Let Tab go from point to point, and on after the last."""
        names = [one.name for one in self._grips]
        place = names.index(self._hand) if self._hand in names else -1 if next else len(names)
        place += 1 if next else -1
        if 0 <= place < len(names):
            self._stays = False
            self._choose(names[place])
            return True
        self._choose("")
        return super().focusNextPrevChild(next)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the first or last point in hand when Tab comes here."""
        super().focusInEvent(event)
        if self._grips and not self._hand:
            if event.reason() is Qt.FocusReason.TabFocusReason:
                self._choose(self._grips[0].name)
            elif event.reason() is Qt.FocusReason.BacktabFocusReason:
                self._choose(self._grips[-1].name)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let the picture find its scale and place anew."""
        super().focusOutEvent(event)
        if self._from is None:
            self._refit()
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, the frame before, the picture and its points."""
        del event
        colours, box = theme.current(), self.box()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.color("accent" if self.hasFocus() else "line"), 2 if self.hasFocus() else 1))
        painter.setBrush(colours.color("surface"))
        painter.drawRoundedRect(box.adjusted(-6, -6, 6, 6), 6, 6)
        self._paint_ghost(painter, box)
        if self._drawn is not None:
            drawing_painter.paint(painter, self._drawn, box, _colours())
        if self.underMouse() or self.hasFocus() or self._from is not None:
            self._paint_grips(painter)
        painter.end()

    def _paint_ghost(self, painter: QPainter, box: QRectF) -> None:
        if not self._is_onion or not self._frame or self._figure is None:
            return
        before = self._figure.frames[self._frame - 1]
        looks = (before, self._figure.view, self._figure.camera, self._figure.props, self._at, box.size(), _colours())
        if self._ghost[0] != looks:
            drawn = draw_at(self._figure, self._frame - 1, self._at)
            size = box.size().toSize()
            made = drawing_painter.pixmap(drawn, size, _colours(), self.devicePixelRatioF())
            self._ghost = (looks, made)
        painter.setOpacity(_ONION)
        if self._ghost[1] is not None:
            painter.drawPixmap(box.topLeft(), self._ghost[1])
        painter.setOpacity(1.0)

    def _paint_grips(self, painter: QPainter) -> None:
        if self._from is not None:  # a finger's breadth beside the pointer nothing needs to be read
            grip = self._grip(self._hand)
            if grip is not None:
                self._paint_grip(painter, grip, 7.0, is_on=True)
            return
        shown = self._over or self._hand
        for one in self._grips:
            if one.name not in (shown, self._hand):
                self._paint_grip(painter, one, 4.0, is_on=False)
        for name in dict.fromkeys((self._hand, shown)):
            grip = self._grip(name)
            if grip is not None:
                self._paint_grip(painter, grip, 7.0, is_on=True)
        grip = self._grip(shown)
        if grip is not None and self._figure is not None:
            self._paint_name(painter, grip, grip_words(grip.name, self._figure))

    def _paint_grip(self, painter: QPainter, grip: Grip, size: float, *, is_on: bool) -> None:
        """Draw a point: round for a joint, square for a hand or foot that is held, a diamond for things and signs."""
        colours, middle = theme.current(), self.on_screen(grip.x, grip.y)
        painter.setPen(QPen(colours.color("surface"), 3))
        painter.setBrush(colours.color("accent" if is_on else "border"))
        for ring in (True, False):
            painter.setPen(QPen(colours.color("surface"), 3) if ring else Qt.PenStyle.NoPen)
            _SHAPES["held" if grip.is_held else "joint" if grip.kind == "joint" else "thing"](painter, middle, size)

    def _paint_name(self, painter: QPainter, grip: Grip, words: str) -> None:
        colours, there = theme.current(), self.on_screen(grip.x, grip.y)
        font = colours.font("minor", bold=True)
        wide, high = QFontMetricsF(font).horizontalAdvance(words) + 16, QFontMetricsF(font).height() + 8
        left = max(4.0, min(self.width() - wide - 4, there.x() + 14))
        top = max(4.0, min(self.height() - high - 4, there.y() - high - 10))
        place = QRectF(left, top, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.color("accent"))
        painter.drawRoundedRect(place, 5, 5)
        painter.setPen(colours.color("on-accent"))
        painter.setFont(font)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)


def _colours() -> Palette:
    return person_drawn.palette("dark" if theme.current().is_dark else "light")


def _round(painter: QPainter, middle: QPointF, size: float) -> None:
    painter.drawEllipse(middle, size, size)


def _square(painter: QPainter, middle: QPointF, size: float) -> None:
    painter.drawRect(QRectF(middle.x() - size, middle.y() - size, 2 * size, 2 * size))


def _diamond(painter: QPainter, middle: QPointF, size: float) -> None:
    size *= 1.3
    ways = ((0, -size), (size, 0), (0, size), (-size, 0))
    painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in ways]))


_SHAPES: dict[str, Callable[[QPainter, QPointF, float], None]] = {
    "joint": _round,
    "held": _square,
    "thing": _diamond,
}
