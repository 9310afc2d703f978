"""Shows a PDF page below page: fit to the width or zoomed, only what is in sight is drawn, paper stays white.

New bytes of the same document take the place of the old ones without a flicker, where they were scrolled to.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from painplanner.gui import theme
from painplanner.gui.widgets.pdf_pages import PdfPages
from painplanner.gui.widgets.zooming import larger, smaller, zoomed_by_key, zoomed_by_wheel
from painplanner.text import _

MARGIN = 12
GAP = 12
ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
"""Steps of the zoom; 1 shows an inch of paper as an inch of the screen."""
INCH = 96 / 72
"""Pixels in a point at zoom 1."""
WHOLE_PAGE_PIXELS = 3_000_000
"""Pages larger than this are drawn in parts, so that a large zoom stays light."""


class _Tile(NamedTuple):
    """What was drawn of a page: the page's size then, the part, and the picture of it, in pixels of the screen."""

    whole: QSize
    part: QRect
    picture: QPixmap


class PdfView(QAbstractScrollArea):
    """A view of one PDF; `page_changed` tells which page is in sight, from 0."""

    page_changed = Signal(int)
    zoom_changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 120)
        self._pages: PdfPages | None = None
        self._key = ""
        self._zoom: float | None = None
        self._page = -1
        self._tops: tuple[float, ...] = ()
        self._tiles: dict[int, _Tile] = {}
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._note_page())

    # What is shown

    @property
    def pages(self) -> PdfPages | None:
        """Return the pages that are shown."""
        return self._pages

    @property
    def page(self) -> int:
        """Return the page in sight, -1 when there is none."""
        return self._page

    @property
    def zoom(self) -> float | None:
        """Return the zoom, `None` while pages fit the width."""
        return self._zoom

    def show_pdf(self, data: bytes, key: str = "") -> None:
        """Show a PDF; one of the same `key` keeps its place. Raises KnownError and goes on showing the one before."""
        pages = PdfPages(data)
        keeps = bool(key) and key == self._key
        place = self._place() if keeps else (0, 0.0)
        self._pages, self._key = pages, key
        self._tiles.clear()
        self._lay_out(place)
        self._note_page(is_new=True)

    def clear(self) -> None:
        """Show nothing."""
        self._pages, self._key, self._page = None, "", -1
        self._tiles.clear()
        self._lay_out((0, 0.0))

    # Zoom

    def set_zoom(self, zoom: float | None) -> None:
        """Show pages at a zoom, or fit to the width; what is in sight stays."""
        wanted = None if zoom is None else min(max(zoom, ZOOMS[0]), ZOOMS[-1])
        if wanted != self._zoom:
            place, self._zoom = self._place(), wanted
            self._lay_out(place)
            self.zoom_changed.emit()

    def zoom_in(self) -> None:
        """Show pages larger."""
        self.set_zoom(larger(ZOOMS, self._scale() / INCH))

    def zoom_out(self) -> None:
        """Show pages smaller."""
        self.set_zoom(smaller(ZOOMS, self._scale() / INCH))

    def fit(self) -> None:
        """Fit pages to the width."""
        self.set_zoom(None)

    # Where pages stand

    def go_to(self, page: int) -> None:
        """Show the top of a page."""
        if self._pages is not None and len(self._pages):
            top = self._tops[min(max(page, 0), len(self._pages) - 1)]
            self.verticalScrollBar().setValue(round(top - MARGIN))

    def _scale(self) -> float:
        """Return the pixels of the screen in a point."""
        if self._zoom is not None or self._pages is None:
            return (self._zoom or 1.0) * INCH
        bar = self.verticalScrollBar().sizeHint().width()  # in sight or not, so that pages never jump
        room = self.width() - 2 * MARGIN - bar
        return max(0.05, room / max(1.0, self._pages.widest))

    def _lay_out(self, place: tuple[int, float]) -> None:
        """Work out where pages stand and put `place`, a page and a share of its height, at the top."""
        scale, top, tops = self._scale(), float(MARGIN), list[float]()
        for size in self._pages.sizes if self._pages is not None else ():
            tops.append(top)
            top += size.height() * scale + GAP
        self._tops = tuple(tops)
        wide = (self._pages.widest if self._pages is not None else 0) * scale + 2 * MARGIN
        self._set_range(round(wide), round(top - GAP + MARGIN) if tops else 0)
        self._go_back_to(place)
        self.viewport().update()

    def _set_range(self, wide: int, high: int) -> None:
        across, down, room = self.horizontalScrollBar(), self.verticalScrollBar(), self.viewport().size()
        across.setRange(0, 0 if self._zoom is None else max(0, wide - room.width()))
        down.setRange(0, max(0, high - room.height()))
        for bar, step in ((across, room.width()), (down, room.height())):
            bar.setPageStep(max(1, step - 2 * GAP))
            bar.setSingleStep(48)

    def _place(self) -> tuple[int, float]:
        """Return the page at the top of the view and the share of its height that is above."""
        if self._pages is None or not self._tops:
            return 0, 0.0
        y = self.verticalScrollBar().value()
        page = max((n for n, top in enumerate(self._tops) if top - GAP <= y), default=0)
        return page, (y - self._tops[page]) / max(1.0, self._pages.sizes[page].height() * self._scale())

    def _go_back_to(self, place: tuple[int, float]) -> None:
        if self._pages is None or not self._tops:
            return
        page = min(place[0], len(self._tops) - 1)
        high = self._pages.sizes[page].height() * self._scale()
        y = self._tops[page] + place[1] * high if place != (0, 0.0) else 0
        self.verticalScrollBar().setValue(round(y))

    def _note_page(self, *, is_new: bool = False) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 3
        page = max((n for n, top in enumerate(self._tops) if top <= middle), default=-1)
        if page != self._page or is_new:
            self._page = page
            count = len(self._tops)
            self.setAccessibleDescription(_("Page {n} of {count}").format(n=page + 1, count=count) if count else "")
            self.page_changed.emit(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is in sight."""
        place = self._place()
        super().resizeEvent(event)
        self._lay_out(place)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, the pages in sight, and the ring of the focus."""
        del event
        colours = theme.current()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), colours.color("sunken"))
        in_sight = dict(self._boxes())
        for page, box in in_sight.items():
            self._draw_page(painter, page, box)
            painter.setPen(QPen(colours.color("line"), 1))
            painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))
        self._tiles = {page: tile for page, tile in self._tiles.items() if page in in_sight}
        if self.hasFocus():
            painter.setPen(QPen(colours.color("accent"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _boxes(self) -> Iterator[tuple[int, QRectF]]:
        """Yield the pages in sight with their places, on whole pixels of the screen so that type stays sharp."""
        if self._pages is None:
            return
        scale, ratio = self._scale(), self.devicePixelRatioF()
        down, room = self.verticalScrollBar().value(), QRectF(self.viewport().rect())
        for page, top in enumerate(self._tops):
            size = self._pages.pixels(page, scale * ratio)
            x = max(float(MARGIN), (room.width() - size.width() / ratio) / 2) - self.horizontalScrollBar().value()
            corner = QPointF(round(x * ratio) / ratio, round((top - down) * ratio) / ratio)
            box = QRectF(corner.x(), corner.y(), size.width() / ratio, size.height() / ratio)
            if box.intersects(room):
                yield page, box

    def _draw_page(self, painter: QPainter, page: int, box: QRectF) -> None:
        if self._pages is None:
            return
        ratio = self.devicePixelRatioF()
        seen = box.intersected(QRectF(self.viewport().rect())).translated(-box.topLeft())
        needed = QRectF(seen.topLeft() * ratio, seen.size() * ratio).toAlignedRect()
        tile = self._tile(self._pages, page, needed, ratio)
        painter.drawPixmap(box.topLeft() + QPointF(tile.part.topLeft()) / ratio, tile.picture)

    def _tile(self, pages: PdfPages, page: int, needed: QRect, ratio: float) -> _Tile:
        """Return a picture of at least the needed part of a page, the one from before where it will do."""
        whole = pages.pixels(page, self._scale() * ratio)
        all_of_it = QRect(QPoint(0, 0), whole)
        needed = needed.intersected(all_of_it)
        kept = self._tiles.get(page)
        if kept is not None and kept.whole == whole and kept.part.contains(needed):
            return kept
        beyond = self.viewport().height() // 2
        is_light = whole.width() * whole.height() <= WHOLE_PAGE_PIXELS
        part = all_of_it if is_light else needed.adjusted(0, -beyond, 0, beyond).intersected(all_of_it)
        picture = QPixmap.fromImage(pages.part(page, whole, part))
        picture.setDevicePixelRatio(ratio)
        self._tiles[page] = _Tile(whole, part, picture)
        return self._tiles[page]

    # Keys and wheel

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, turn pages and zoom."""
        if not (zoomed_by_key(self, event) or self._turn(event)):
            super().keyPressEvent(event)

    def _turn(self, event: QKeyEvent) -> bool:
        bar, key = self.verticalScrollBar(), event.key()
        if key == Qt.Key.Key_Space:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            bar.setValue(bar.value() + (-bar.pageStep() if back else bar.pageStep()))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar.setValue(bar.minimum() if key == Qt.Key.Key_Home else bar.maximum())
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not self.horizontalScrollBar().maximum():
            self.go_to(self._page + (1 if key == Qt.Key.Key_Right else -1))
        else:
            return False
        return True

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if not zoomed_by_wheel(self, event):
            super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()
