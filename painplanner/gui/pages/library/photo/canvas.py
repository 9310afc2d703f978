"""The photograph to work on: edges and corners are dragged to cut it, a drag inside draws an arrow; keys do the same.

A drag is shown here alone, from the photograph it began with, and proposed once when it ends.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

from painplanner.core.values import Impossible
from painplanner.gui.pages.library.photo import grips as on
from painplanner.gui.pages.library.photo.framing import Spot, turned_size
from painplanner.gui.pages.library.photo.grips import Grip, grip_words
from painplanner.gui.pages.library.photo.shots import Shot, seen_arrow, with_arrow_added
from painplanner.gui.pages.library.photo.view import Drag, PhotoView
from painplanner.text import _

DRAWS_FROM = 6.0
"""From how many pixels on a drag draws an arrow."""
STEP, LARGE_STEP = 0.01, 0.05
"""How far a key moves what is in hand, as a share of the photograph."""
_STEPS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}
_SHAPES = {
    "left": Qt.CursorShape.SizeHorCursor,
    "right": Qt.CursorShape.SizeHorCursor,
    "top": Qt.CursorShape.SizeVerCursor,
    "bottom": Qt.CursorShape.SizeVerCursor,
    "top_left": Qt.CursorShape.SizeFDiagCursor,
    "bottom_right": Qt.CursorShape.SizeFDiagCursor,
    "top_right": Qt.CursorShape.SizeBDiagCursor,
    "bottom_left": Qt.CursorShape.SizeBDiagCursor,
}


class PhotoCanvas(PhotoView):
    """`changed(shot, words, key)` proposes, `dragging(shot)` follows a drag, `refused` says that it cannot be."""

    changed = Signal(object, str, str)
    dragging = Signal(object)
    refused = Signal(object)

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take what is under the pointer, or begin an arrow there."""
        place, grip = self.place, self.grip_at(event.position())
        if event.button() is not Qt.MouseButton.LeftButton or place is None or self._shot is None or not self._grips:
            return
        self.put_in_hand(grip.name if grip is not None else "")
        if grip is not None or self.cut().contains(event.position()):
            self._drag = Drag(self._shot, place, event.position(), grip)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Bring what is in hand to the pointer, or show what could be taken."""
        drag = self._drag
        if drag is None:
            self._point_at(event.position())
            return
        away = event.position() - drag.began
        far = math.hypot(away.x(), away.y())
        if drag.now is None and far < (3 if drag.grip is not None else DRAWS_FROM):
            return
        if drag.grip is None:
            self._draw_arrow(drag, event.position())
        else:
            there = drag.place.on_screen((drag.grip.x, drag.grip.y)) + away
            drag.now = _moved(drag.shot, drag.grip, drag.place.in_picture(there)) or drag.now
        self.take_grips()
        self.update()
        self.dragging.emit(self.seen)

    def _draw_arrow(self, drag: Drag, spot: QPointF) -> None:
        start, end = drag.place.in_picture(drag.began), drag.place.in_picture(spot)
        try:
            drag.now = with_arrow_added(drag.shot, on.drawn(drag.shot, start, end))
        except Impossible as refusal:
            self._drag = None
            self.refused.emit(refusal)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Propose what the drag made."""
        drag = self._drag
        if drag is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        self._drag = None
        self.take_grips()
        self.update()
        now = drag.now
        if now is None:
            return
        if drag.grip is not None:
            self.changed.emit(now, _("Move: {what}").format(what=grip_words(drag.grip.name)), "")
        elif seen_arrow(now, now.arrows[-1]) is not None:
            self.changed.emit(now, _("Draw an arrow"), "")
            self.choose(f"tip:{len(now.arrows) - 1}")

    def _point_at(self, spot: QPointF) -> None:
        grip = self.grip_at(spot)
        over = grip.name if grip is not None else ""
        inside = Qt.CursorShape.CrossCursor if self._grips and self.cut().contains(spot) else Qt.CursorShape.ArrowCursor
        self.setCursor(_SHAPES.get(over, Qt.CursorShape.OpenHandCursor) if over else inside)
        if over != self._over:
            self._over = over
            self.update()

    # The keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move what is in hand with the arrow keys, take an arrow away with Delete, let go or give up with Esc."""
        if self._drag is not None:
            if event.key() == Qt.Key.Key_Escape:
                self._give_up()
            return
        grip, shot, step = self.grip(self._hand), self._shot, _STEPS.get(Qt.Key(event.key()))
        if grip is None or shot is None:
            super().keyPressEvent(event)
        elif step is not None:
            share = LARGE_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
            by = max(turned_size(shot.size, shot.framing)) * share
            now = _moved(shot, grip, (grip.x + step[0] * by, grip.y + step[1] * by))
            if now is not None:
                self.changed.emit(now, _("Move: {what}").format(what=grip_words(grip.name)), f"move:{grip.name}")
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and grip.is_arrow:
            self.changed.emit(on.removed(shot, grip), _("Take an arrow away"), "")
        elif event.key() == Qt.Key.Key_Escape:
            self.put_in_hand("")
        else:
            super().keyPressEvent(event)

    def _give_up(self) -> None:
        """End a drag as if it had not begun."""
        self._drag = None
        self.take_grips()
        self.update()
        if self._shot is not None:
            self.dragging.emit(self._shot)

    def stops(self) -> list[str]:
        """Return the points that Tab stops at: corners do nothing that edges do not."""
        return [one.name for one in self._grips if not one.is_corner]

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Draw without the ring."""
        super().focusOutEvent(event)
        self.update()


def _moved(shot: Shot, grip: Grip, to: Spot) -> Shot | None:
    """Return the photograph with a point brought to a place, nothing when an arrow would be too short to be seen."""
    made = on.moved(shot, grip, to)
    return None if grip.is_arrow and seen_arrow(made, made.arrows[grip.number]) is None else made
