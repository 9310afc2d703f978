"""The photograph, large, with what can be taken hold of; what is done to it by mouse and keys is in `canvas`."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy

from painplanner.core.figure import draw_placeholder
from painplanner.gui import person_drawn, theme
from painplanner.gui.pages.library.drawing.painting import paint_name
from painplanner.gui.pages.library.held_points import HeldPoints
from painplanner.gui.pages.library.photo import grips as on
from painplanner.gui.pages.library.photo.framing import box_of
from painplanner.gui.pages.library.photo.grips import Grip, grip_words
from painplanner.gui.pages.library.photo.painting import Place, paint_arrows, paint_cut, paint_grip, paint_turned
from painplanner.gui.pages.library.photo.shots import Shot
from painplanner.gui.widgets import drawing_painter
from painplanner.text import _

MARGIN = 20
NEAR = 14.0
"""How near the pointer must come to a point, in pixels."""
EDGE_NEAR = 8.0
"""How near the pointer must come to an edge anywhere along it."""


@dataclass
class Drag:
    """What is being dragged: a point, or nothing while an arrow is drawn; and what has become of the photograph."""

    shot: Shot
    place: Place
    began: QPointF
    grip: Grip | None
    now: Shot | None = None


class PhotoView(HeldPoints):
    """Shows one photograph; `chosen` follows what is in hand."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(280, 220)
        self.setAccessibleName(_("Photograph"))
        self._shot: Shot | None = None
        self._pixmap: QPixmap | None = None
        self._grips: tuple[Grip, ...] = ()
        self._drag: Drag | None = None

    def sizeHint(self) -> QSize:
        """Ask for a picture that can be worked on."""
        return QSize(720, 560)

    # What is shown

    @property
    def grips(self) -> tuple[Grip, ...]:
        """Return what can be taken hold of."""
        return self._grips

    def show_shot(self, shot: Shot | None, pixmap: QPixmap | None) -> None:
        """Show a photograph; one without pixels is missing, and nothing can be done to it."""
        if shot is None or self._shot is None or shot.sha256 != self._shot.sha256:
            self.put_in_hand("")
        self._drag = None
        self._shot, self._pixmap = shot, pixmap
        self.take_grips()
        if self.grip(self._hand) is None:
            self.put_in_hand("")
        self.update()

    def take_grips(self) -> None:
        """Find anew what can be taken hold of."""
        self._grips = on.grips(self.seen) if self.seen is not None and self._pixmap is not None else ()

    @property
    def seen(self) -> Shot | None:
        """Return the photograph as a drag has made it, or as it is."""
        return self._drag.now if self._drag is not None and self._drag.now is not None else self._shot

    def choose(self, name: str) -> None:
        """Take a point in hand."""
        if self.grip(name) is not None:
            self.put_in_hand(name)

    def put_in_hand(self, name: str) -> None:
        """Say what is in hand from now on."""
        if name == self._hand:
            return
        self._hand = name
        self.setAccessibleDescription(grip_words(name) if name else "")
        self.chosen.emit(name)
        self.update()

    def grip(self, name: str) -> Grip | None:
        """Return a point by its name."""
        return next((one for one in self._grips if one.name == name), None)

    # Where things are on the screen

    @property
    def place(self) -> Place | None:
        """Return where the photograph is; while something is dragged it stays where it was."""
        if self._drag is not None:
            return self._drag.place
        room = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        return Place(self._shot, room) if self._shot is not None else None

    def on_screen(self, grip: Grip) -> QPointF:
        """Return where a point is in the widget."""
        place = self.place
        return place.on_screen((grip.x, grip.y)) if place is not None else QPointF()

    def grip_at(self, spot: QPointF) -> Grip | None:
        """Return the nearest point within reach of the pointer, else the edge it is on."""
        best, found = NEAR, None
        for one in self._grips:
            there = self.on_screen(one)
            far = math.hypot(there.x() - spot.x(), there.y() - spot.y())
            if far < best:
                best, found = far, one
        return found or self._edge_at(spot)

    def _edge_at(self, spot: QPointF) -> Grip | None:
        box = self.cut()
        if not box.adjusted(-EDGE_NEAR, -EDGE_NEAR, EDGE_NEAR, EDGE_NEAR).contains(spot):
            return None
        far = {
            "left": abs(spot.x() - box.left()),
            "right": abs(spot.x() - box.right()),
            "top": abs(spot.y() - box.top()),
            "bottom": abs(spot.y() - box.bottom()),
        }
        nearest = min(far, key=lambda name: far[name])
        return self.grip(nearest) if far[nearest] < EDGE_NEAR else None

    def cut(self) -> QRectF:
        """Return where what a cut leaves is in the widget."""
        place, shot = self.place, self.seen
        return place.box(box_of(shot.size, shot.framing)) if place is not None and shot is not None else QRectF()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the photograph as it is turned, the cut, the arrows and the points."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place, shot = self.place, self.seen
        if place is not None and shot is not None:
            if self._pixmap is None:
                self._paint_missing(painter, place)
            else:
                paint_turned(painter, self._pixmap, shot, place)
                paint_cut(painter, place, shot, is_on=True)
                paint_arrows(painter, shot, self.cut())
                self._paint_grips(painter)
        if self.hasFocus():
            painter.setPen(QPen(theme.current().color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 6, 6)
        painter.end()

    @staticmethod
    def _paint_missing(painter: QPainter, place: Place) -> None:
        medium = "dark" if theme.current().is_dark else "light"
        drawing_painter.paint(painter, draw_placeholder(), place.rect, person_drawn.palette(medium))

    def _paint_grips(self, painter: QPainter) -> None:
        shown = "" if self._drag is not None else self._over or self._hand
        if self.underMouse() or self.hasFocus() or self._drag is not None:
            for one in self._grips:
                paint_grip(painter, self.on_screen(one), one, is_on=one.name in (self._hand, shown))
        grip = self.grip(shown)
        if grip is not None:
            paint_name(painter, self.on_screen(grip), grip_words(grip.name), self.size())
