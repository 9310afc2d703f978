"""The picture taken hold of with the mouse or the arrow keys.

A drag is drawn here alone, from the figure it began with, and proposed once when it ends.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

from painplanner.core.drawing import Point
from painplanner.core.figure import Figure
from painplanner.core.figure.scene import draw_at
from painplanner.core.values import Impossible
from painplanner.gui.pages.library.drawing.grips import (
    Grip,
    alone,
    area_changed,
    grips,
    joints,
    moved,
    name_when_moved,
    removed,
    stepped,
    together,
)
from painplanner.gui.pages.library.drawing.taken import Taken
from painplanner.gui.pages.library.drawing.view import PictureView
from painplanner.gui.pages.library.drawing.words import grip_words
from painplanner.text import _

STEP, LARGE_STEP = 1.0, 5.0
_STEPS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, 1.0),
    Qt.Key.Key_Down: (0.0, -1.0),
}
_PAD = 14
"""How far outlines and points reach beyond their places, in pixels."""
_LEAST_DRAG = 3
"""A press that moves less is a click, in pixels."""


class DrawingCanvas(PictureView):
    """`changed(figure, words, key)` proposes, `dragging(drawing)` follows a drag, `chosen` what is in hand."""

    changed = Signal(object, str, str)
    dragging = Signal(object)

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._from: Taken | None = None

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take what is under the pointer; of joints in one place, the one that is in hand stays there."""
        grip = self.grip_at(event.position())
        if event.button() is not Qt.MouseButton.LeftButton or grip is None or self._figure is None:
            self.put_in_hand("")
            return
        self._refit()
        here = together(self._grips, self._grip(grip.name) or grip)
        again = next((one for one in here if one.name == self._hand), None)
        grip = again or here[0]
        self.put_in_hand(grip.name)
        is_joint = grip.kind == "joint"
        start = alone(self._figure, self._frame) if is_joint else self._figure
        frame = 0 if is_joint else self._frame
        after = here[(here.index(again) + 1) % len(here)].name if again is not None else ""
        self._from = Taken(self._figure, start, frame, grip, event.position(), after)
        self._is_dragging = True
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Bring what is in hand to the pointer, or show what could be taken."""
        taken = self._from
        if taken is None:
            self._point_at(event.position())
            return
        away = event.position() - taken.began
        if taken.now is None and math.hypot(away.x(), away.y()) < _LEAST_DRAG:
            return
        there = self.on_screen(taken.grip.x, taken.grip.y) + away
        taken.now = self._moved(taken, self.in_picture(there))
        self._hand = name_when_moved(taken.grip)
        self._draw_taken(taken, taken.now)
        self.dragging.emit(self._drawn)

    def _moved(self, taken: Taken, to: Point) -> Figure:
        try:
            return moved(taken.start, taken.frame, taken.grip, to, self._at, ties=True)
        except Impossible:
            return taken.start

    def _draw_taken(self, taken: Taken, now: Figure) -> None:
        """Show what the drag makes, and paint only what differs."""
        before, old = self._drawn, self._grip(self._hand)
        self._drawn = draw_at(now, taken.frame, self._at)
        is_joint = taken.grip.kind == "joint"
        self._grips = joints(now, taken.frame, self._at) if is_joint else grips(now, taken.frame, self._at, self._hand)
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
        """Propose what the drag made; a click on what is in hand takes the next one in its place."""
        taken = self._from
        if taken is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        self._let_go(Qt.CursorShape.OpenHandCursor)
        if taken.now is not None:
            now = taken.whole(self._frame)
            self.changed.emit(now, _("Move: {what}").format(what=grip_words(taken.grip.name, taken.figure)), "")
            self._tell_hand()
        elif taken.after:
            self.put_in_hand(taken.after)

    def _let_go(self, cursor: Qt.CursorShape) -> None:
        """End a drag; one that comes to nothing leaves the picture as it was."""
        self._from, self._is_dragging = None, False
        self.setCursor(cursor)
        self._refit()
        self.update()

    def _point_at(self, spot: QPointF) -> None:
        grip = self.grip_at(spot)
        here = together(self._grips, grip) if grip is not None else ()
        in_hand = any(one.name == self._hand for one in here)
        over = self._hand if in_hand else here[0].name if here else ""
        if over != self._over:
            self._over = over
            self.setCursor(Qt.CursorShape.OpenHandCursor if over else Qt.CursorShape.ArrowCursor)
            self.update()

    # The keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move what is in hand with the arrow keys, take a thing away with Delete, let go with Esc."""
        grip, figure = self._grip(self._hand), self._figure
        if self._from is not None:
            if event.key() == Qt.Key.Key_Escape:
                self._hand = self._from.grip.name
                self._let_go(Qt.CursorShape.ArrowCursor)
            return
        step = _STEPS.get(Qt.Key(event.key()))
        if grip is None or figure is None:
            super().keyPressEvent(event)
        elif step is not None:
            size = LARGE_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
            self._step(figure, grip, (step[0] * size, step[1] * size))
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and grip.kind != "joint":
            said = _("Take away: {what}").format(what=grip_words(grip.name, figure))
            self.changed.emit(removed(figure, grip), said, "")
        elif event.key() == Qt.Key.Key_Space and len(here := together(self._grips, grip)) > 1:
            self.put_in_hand(here[(here.index(grip) + 1) % len(here)].name)
        elif event.key() == Qt.Key.Key_Escape:
            self.put_in_hand("")
        else:
            super().keyPressEvent(event)

    def _step(self, figure: Figure, grip: Grip, by: Point) -> None:
        """Move what is in hand by a step."""
        self._stays = True
        said = _("Move: {what}").format(what=grip_words(grip.name, figure))
        try:
            now = stepped(figure, self._frame, grip, by, self._at)
        except Impossible:
            return
        self._hand = name_when_moved(grip)
        self.changed.emit(now, said, f"{self._frame}:{self._hand}")
        if self._hand != grip.name:
            self._tell_hand()

    def stops(self) -> list[str]:
        """Return the names of the points that Tab stops at."""
        return [one.name for one in self._grips]

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  (Qt's name)
        """Go from point to point; the picture finds its scale and place anew with the next one."""
        self._stays = False
        return super().focusNextPrevChild(next)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let the picture find its scale and place anew."""
        super().focusOutEvent(event)
        if self._from is None:
            self._refit()
        self.update()
