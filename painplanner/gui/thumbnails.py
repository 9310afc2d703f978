"""Small pictures of figures, drawn one at a time between events and kept, so that no list waits for them.

The picture of a figure at full size is `widgets.figure_view`; this is for lists and cards.
"""

from __future__ import annotations

from collections import deque
from typing import Literal, NamedTuple

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QPixmap

from painplanner.core.figure import Figure
from painplanner.core.figure.scene import let_go
from painplanner.core.figure.shown import NO_PHOTOS, Photos, shown, shown_count
from painplanner.core.plan import FigureRef
from painplanner.core.practice import PersonDrawn
from painplanner.core.values import Side
from painplanner.gui import person_drawn
from painplanner.gui.context import AppContext
from painplanner.gui.widgets import drawing_painter

LAST = -1
"""The frame that shows a movement at its end: drawn, where photographs stand beside the drawing."""

_KEPT = 800


class _Wanted(NamedTuple):
    figure: str
    frame: int
    side: Literal["left", "right"] | None
    width: int
    height: int
    ratio: float
    is_dark: bool
    person: PersonDrawn


def picture(
    figure: Figure,
    size: QSize,
    ratio: float = 1.0,
    *,
    frame: int = LAST,
    side: Side | None = None,
    is_dark: bool,
    photos: Photos = NO_PHOTOS,
) -> QPixmap:
    """Draw one picture of a figure now, on a transparent ground."""
    drawing = shown(figure, number_of(figure, frame), _limb(side), photos)
    return drawing_painter.pixmap(drawing, size, person_drawn.palette("dark" if is_dark else "light"), ratio)


def number_of(figure: Figure, frame: int) -> int:
    """Return the number of a frame, `LAST` included."""
    return frame if frame >= 0 else (len(figure.frames) or shown_count(figure)) - 1


def _limb(side: Side | None) -> Literal["left", "right"] | None:
    return "left" if side is Side.LEFT else "right" if side is Side.RIGHT else None


class Thumbnails(QObject):
    """Pictures by figure, frame, side, size and theme; what is not there yet follows with `drawn`."""

    drawn = Signal()

    def __init__(self, ctx: AppContext, parent: QObject | None = None) -> None:
        """Keep nothing yet."""
        super().__init__(parent)
        self._ctx = ctx
        self._kept: dict[_Wanted, QPixmap | None] = {}
        self._moving: dict[FigureRef, bool] = {}
        self._queue: deque[tuple[_Wanted, FigureRef]] = deque()
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._on_turn)
        ctx.news.library_changed.connect(self._on_library_changed)

    def picture(
        self, ref: FigureRef, size: QSize, ratio: float, *, frame: int = LAST, side: Side | None = None
    ) -> QPixmap | None:
        """Return a picture that is kept; `None` while it is not drawn yet, or when the figure has none."""
        key = ref.sha256 or ref.id
        is_dark, person = self._ctx.theme.is_dark, person_drawn.shown()
        wanted = _Wanted(key, frame, _limb(side), size.width(), size.height(), ratio, is_dark, person)
        if wanted not in self._kept:
            self._kept[wanted] = None
            self._queue.append((wanted, ref))
            self._turn.start()
        return self._kept[wanted]

    def is_moving(self, ref: FigureRef) -> bool:
        """Tell whether a figure shows a start and an end, rather than one scene."""
        if ref not in self._moving:
            figure = self._ctx.library.figure(ref)
            self._moving[ref] = figure is not None and number_of(figure, LAST) > 0
        return self._moving[ref]

    def forget(self) -> None:
        """Let go of every picture, and of those that were still to be drawn."""
        self._queue.clear()
        self._on_library_changed()

    def _on_library_changed(self) -> None:
        self._kept.clear()
        self._moving.clear()

    def _on_turn(self) -> None:
        if not self._queue:
            return
        wanted, ref = self._queue.popleft()
        figure = self._ctx.library.figure(ref)
        if figure is not None and wanted.frame < shown_count(figure):
            if len(self._kept) > _KEPT:
                self._kept.clear()
            side = Side(wanted.side) if wanted.side else None
            size = QSize(wanted.width, wanted.height)
            self._kept[wanted] = picture(
                figure,
                size,
                wanted.ratio,
                frame=wanted.frame,
                side=side,
                is_dark=wanted.is_dark,
                photos=self._ctx.library.photos(figure),
            )
            self.drawn.emit()
        if self._queue:
            self._turn.start()
        else:
            let_go()
