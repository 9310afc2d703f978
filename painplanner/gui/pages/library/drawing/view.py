"""The picture, large, with the points that can be taken hold of; the frame before shines through.

It knows what is in hand; the mouse and the keys are in `canvas`.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from painplanner.core.drawing import Drawing, Point
from painplanner.core.figure import Figure
from painplanner.core.figure.placeholder import HEIGHT, WIDTH
from painplanner.core.figure.scene import Fit, draw_at, fit
from painplanner.gui import theme
from painplanner.gui.pages.library.drawing.grips import Grip, grips, thing_of, together
from painplanner.gui.pages.library.drawing.painting import (
    Ghost,
    colours_of_person,
    paint_grip,
    paint_limb,
    paint_name,
)
from painplanner.gui.pages.library.drawing.words import again_words, grip_words
from painplanner.gui.pages.library.held_points import HeldPoints
from painplanner.gui.widgets import drawing_painter
from painplanner.text import _

MARGIN = 16
NEAR = 18.0
"""How near the pointer must come to a point, in pixels."""


class PictureView(HeldPoints):
    """Shows one frame of a figure; `chosen` carries what is in hand."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 240)
        self.setAccessibleName(_("Picture"))
        self._figure: Figure | None = None
        self._frame = 0
        self._at: Fit = (1.0, 0.0, 0.0)
        self._grips: tuple[Grip, ...] = ()
        self._is_onion, self._stays, self._is_dragging = True, False, False
        self._drawn: Drawing | None = None
        self._ghost = Ghost()

    def sizeHint(self) -> QSize:
        """Ask for a picture that can be worked on."""
        return QSize(720, 560)

    # What is shown

    @property
    def grips(self) -> tuple[Grip, ...]:
        """Return what can be taken hold of."""
        return self._grips

    def show_frame(self, figure: Figure, frame: int) -> None:
        """Show a frame; while the arrow keys move a point, the picture keeps its scale and place."""
        before = self._figure
        stays = before is not None and (before.id, before.view, self._frame) == (figure.id, figure.view, frame)
        self._figure, self._frame = figure, frame
        if not stays or not self._stays:
            self._at = fit(figure)
        self._take_grips()
        if self._grip(self._hand) is None:
            self.put_in_hand("")
        self.update()

    def show_onion(self, *, on: bool) -> None:
        """Let the frame before shine through, or not."""
        self._is_onion = on
        self.update()

    def _take_grips(self) -> None:
        if self._figure is not None:
            self._grips = grips(self._figure, self._frame, self._at, self._hand)
            self._drawn = draw_at(self._figure, self._frame, self._at)

    def _refit(self) -> None:
        self._stays = False
        if self._figure is not None:
            self._at = fit(self._figure)
            self._take_grips()

    # What is in hand

    def choose(self, name: str) -> None:
        """Take a point in hand, or none."""
        figure = self._figure
        known = grips(figure, self._frame, self._at, name) if name and figure is not None else ()
        if not name or any(one.name == name for one in known):
            self.put_in_hand(name)

    def put_in_hand(self, name: str) -> None:
        """Say what is in hand from now on."""
        if name == self._hand:
            return
        self._hand, self._over = name, ""
        if self._figure is not None:
            self._grips = grips(self._figure, self._frame, self._at, name)
        self._tell_hand()

    def _tell_hand(self) -> None:
        """Say what is in hand."""
        is_named = bool(self._hand) and self._figure is not None
        self.setAccessibleDescription(grip_words(self._hand, self._figure) if is_named and self._figure else "")
        self.chosen.emit(self._hand)
        self.update()

    def _grip(self, name: str) -> Grip | None:
        return next((one for one in self._grips if one.name == name), None)

    def grip_at(self, spot: QPointF) -> Grip | None:
        """Return the nearest point within reach of the pointer.

        Of two in one place it is the one of the thing in hand, else the nearer to the viewer.
        """
        best, found, thing = NEAR, None, thing_of(self._hand)
        is_other = {one.name: thing is None or thing_of(one.name) != thing for one in self._grips}
        for one in sorted(self._grips, key=lambda grip: (is_other[grip.name], -grip.depth)):
            there = self.on_screen(one.x, one.y)
            far = math.hypot(there.x() - spot.x(), there.y() - spot.y())
            if far < best - (2.0 if found is not None else 0.0):
                best, found = far, one
        return found

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
        if self._is_dragging:
            self._paint_dragged(painter)
        else:
            self._paint_grips(painter)
        painter.end()

    def _paint_dragged(self, painter: QPainter) -> None:
        """Paint what is dragged alone: beside the pointer nothing needs to be read."""
        grip = self._grip(self._hand)
        if grip is not None:
            paint_grip(painter, self.on_screen(grip.x, grip.y), grip, is_on=True)

    def _paint_grips(self, painter: QPainter) -> None:
        is_here = self.underMouse() or self.hasFocus()
        shown = (self._over or self._hand) if is_here else self._hand
        self._paint_limb(painter, shown)
        for one in self._grips if is_here else ():
            if one.name not in (shown, self._hand):
                paint_grip(painter, self.on_screen(one.x, one.y), one, is_on=False)
        for name in dict.fromkeys((self._hand, shown)):
            grip = self._grip(name)
            if grip is not None:
                paint_grip(painter, self.on_screen(grip.x, grip.y), grip, is_on=True)
        grip = self._grip(shown)
        if grip is not None and self._figure is not None:
            there, words = self.on_screen(grip.x, grip.y), grip_words(grip.name, self._figure)
            paint_name(painter, there, words, self.size(), self._again(grip))

    def _again(self, grip: Grip) -> str:
        """Return what a click takes in hand next, where points stand in one place."""
        here = together(self._grips, grip)
        if len(here) < 2 or self._figure is None or grip.name != self._hand:
            return ""
        after = here[(here.index(grip) + 1) % len(here)]
        return again_words(grip_words(after.name, self._figure))

    def _paint_limb(self, painter: QPainter, name: str) -> None:
        """Trace the limb of a joint, so that it can be seen which of two is meant."""
        spots = [self._grip(one) for one in _limb(name)]
        if spots:
            paint_limb(painter, [self.on_screen(one.x, one.y) for one in spots if one is not None])


def _limb(name: str) -> tuple[str, ...]:
    """Return the joints of the limb that a joint belongs to, none for the middle of the body."""
    side, _bar, part = name.partition("_")
    if part in {"shoulder", "elbow", "hand", "fingers"}:
        return tuple(f"{side}_{one}" for one in ("shoulder", "elbow", "hand", "fingers"))
    if part in {"knee", "foot", "toe", "heel"}:
        return ("pelvis", *(f"{side}_{one}" for one in ("knee", "foot", "toe")))
    return ()
