"""The picture, large, to be taken hold of with the mouse or the arrow keys; the frame before shines through.

A drag is drawn here alone, from the figure it began with, and proposed once when it ends.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from painplanner.core.drawing import Drawing, Point
from painplanner.core.figure import Figure
from painplanner.core.figure.placeholder import HEIGHT, WIDTH
from painplanner.core.figure.scene import Fit, draw_at, fit
from painplanner.core.values import Impossible
from painplanner.gui import theme
from painplanner.gui.pages.library.drawing.grips import Grip, alone, area_changed, grips, joints, moved, removed
from painplanner.gui.pages.library.drawing.painting import Ghost, colours_of_person, paint_grip, paint_name
from painplanner.gui.pages.library.drawing.taken import Taken
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
_PAD = 14
"""How far outlines and points reach beyond their places, in pixels."""


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
        self._from: Taken | None = None
        self._is_onion = True
        self._drawn: Drawing | None = None
        self._ghost = Ghost()
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
        self._from = Taken(self._figure, start, 0 if is_joint else self._frame, grip, event.position())
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

    def _draw_taken(self, taken: Taken, now: Figure) -> None:
        """Show what the drag makes, and paint only what differs."""
        before, old = self._drawn, self._grip(self._hand)
        self._drawn = draw_at(now, taken.frame, self._at)
        of = joints if taken.grip.kind == "joint" else grips
        self._grips = of(now, taken.frame, self._at)
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
        self._refit()  # a drag that came to nothing leaves the picture as it was
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
        if self._is_onion and self._frame and self._figure is not None:
            self._ghost.paint(painter, self._figure, self._frame - 1, self._at, box)
        if self._drawn is not None:
            drawing_painter.paint(painter, self._drawn, box, colours_of_person())
        if self.underMouse() or self.hasFocus() or self._from is not None:
            self._paint_grips(painter)
        painter.end()

    def _paint_grips(self, painter: QPainter) -> None:
        if self._from is not None:  # a finger's breadth beside the pointer nothing needs to be read
            grip = self._grip(self._hand)
            if grip is not None:
                paint_grip(painter, self.on_screen(grip.x, grip.y), grip, is_on=True)
            return
        shown = self._over or self._hand
        for one in self._grips:
            if one.name not in (shown, self._hand):
                paint_grip(painter, self.on_screen(one.x, one.y), one, is_on=False)
        for name in dict.fromkeys((self._hand, shown)):
            grip = self._grip(name)
            if grip is not None:
                paint_grip(painter, self.on_screen(grip.x, grip.y), grip, is_on=True)
        grip = self._grip(shown)
        if grip is not None and self._figure is not None:
            paint_name(painter, self.on_screen(grip.x, grip.y), grip_words(grip.name, self._figure), self.size())
