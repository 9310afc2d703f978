"""Draws PDFs on a printer, a band of a page at a time between events, so that the window lives and can stop it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF, QTimer, Signal
from PySide6.QtGui import QPainter

from painplanner.gui.printing.printers import wanted_pages, wishes_of
from painplanner.gui.printing.sheets import Side, sides
from painplanner.gui.printing.taking_back import take_back, waiting_files
from painplanner.text import _

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from painplanner.gui.widgets.pdf_pages import PdfPages

BAND = 256
"""Rows of dots that are drawn at once: a blink and five megabytes at 600 dots an inch."""
FINEST = 600
"""Dots in an inch beyond which the eye sees no more."""


class Spool(QObject):
    """One print; ends with `printed` or `failed`, or with nothing more after `cancel`."""

    progressed = Signal(float, str)
    printed = Signal()
    failed = Signal(str)

    def __init__(
        self, printer: QPrinter, papers: Sequence[PdfPages], parent: QObject | None = None, after: int = 0
    ) -> None:
        """Work out the sides, without pages up to `after`, which came out before; `start` begins."""
        super().__init__(parent)
        self._printer, self._papers = printer, tuple(papers)
        self._sides = sides([len(paper) for paper in papers], wishes_of(printer), wanted_pages(printer, after))
        self._painter = QPainter()
        self._waiting: frozenset[Path] = frozenset()
        self._bands = self._all_bands()
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._on_turn)

    def start(self) -> None:
        """Begin to print."""
        if not self._sides:
            self.failed.emit(_("There is no such page, so nothing was printed. Choose the pages again."))
        elif self._begin():
            self._painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
            self._turn.start()
        else:
            self.failed.emit(_refused())

    def _begin(self) -> bool:
        before = waiting_files()
        is_begun = self._painter.begin(self._printer)
        self._waiting = waiting_files() - before
        return is_begun

    def cancel(self) -> None:
        """Take back what did not go to the printer yet."""
        if self._turn.isActive():
            self._turn.stop()
            if not self._printer.abort():
                take_back(self._waiting)
            self._painter.end()
            if self._printer.outputFileName():  # half a file is none
                take_back(frozenset({Path(self._printer.outputFileName())}))

    def _on_turn(self) -> None:
        try:
            is_going = next(self._bands, None)
        except _Refused:
            self.cancel()
            self.failed.emit(_refused())
            return
        if is_going is None:
            self._turn.stop()
            if self._painter.end():
                self.printed.emit()
            else:
                self.failed.emit(_refused())

    def _all_bands(self) -> Iterator[bool]:
        """Draw everything, a band for each step."""
        count = len(self._sides)
        for place, side in enumerate(self._sides):
            if place and not self._printer.newPage():
                raise _Refused
            self.progressed.emit(place / count, _("Printing page {n} of {count}").format(n=place + 1, count=count))
            if side is not None:
                yield from self._page_bands(side)

    def _page_bands(self, side: Side) -> Iterator[bool]:
        paper = self._papers[side.paper]
        steps = -(-self._printer.resolution() // FINEST)
        room = QRectF(self._printer.paperRect(self._printer.Unit.DevicePixel))
        dots = self._printer.resolution() / steps / 72 * _shrink(paper.sizes[side.page], room, self._printer)
        whole = paper.pixels(side.page, dots)
        left, top = (room.width() - whole.width() * steps) / 2, (room.height() - whole.height() * steps) / 2
        for y in range(0, whole.height(), BAND):
            part = QRect(0, y, whole.width(), min(BAND, whole.height() - y))
            at = QRectF(round(left), round(top) + y * steps, part.width() * steps, part.height() * steps)
            self._painter.drawImage(at, paper.part(side.page, whole, part))
            yield True


class _Refused(Exception):
    """The printer did not take a page."""


def _refused() -> str:
    return _("The printer did not take the pages, and nothing was kept. Look at the printer, then print again.")


def _shrink(page: QSizeF, room: QRectF, printer: QPrinter) -> float:
    """Return 1, or less where the paper in the printer is smaller than the page."""
    dots = printer.resolution() / 72
    return min(1.0, room.width() / (page.width() * dots), room.height() / (page.height() * dots))
