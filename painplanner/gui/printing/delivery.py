"""Takes papers to a printer or into files and tells when they are there; new papers and kept ones alike."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from painplanner.errors import KnownError
from painplanner.gui.printing.places import ask_place
from painplanner.gui.printing.printers import Printers, PrintOrder, SystemPrinters
from painplanner.gui.printing.spool import Spool
from painplanner.gui.widgets.pdf_pages import PdfPages
from painplanner.services.files import write_whole
from painplanner.text import _

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from painplanner.gui.context import AppContext


class Paper(NamedTuple):
    """A finished paper: its file name and its bytes."""

    name: str
    pdf: bytes


class Delivery(QObject):
    """One at a time. Ends with `printed`, `saved` (the places), `failed` (a sentence), or `left` when given up."""

    printed = Signal()
    saved = Signal(object)
    failed = Signal(str)
    left = Signal()
    progressed = Signal(float, str)

    def __init__(self, ctx: AppContext, over: QWidget, printers: Printers | None = None) -> None:
        """Dialogs open over a widget; `printers` are those of the system unless others are given."""
        super().__init__(over)
        self._ctx, self._over = ctx, over
        self._printers = printers or SystemPrinters()
        self._spool: Spool | None = None

    def has_printer(self) -> bool:
        """Tell whether any printer is installed."""
        return bool(self._printers.names())

    def print(self, papers: Sequence[Paper], title: str) -> None:
        """Ask for a printer in the system's dialog and print."""
        try:
            opened = tuple(PdfPages(paper.pdf) for paper in papers)
        except KnownError as error:
            self.failed.emit(error.sentence)
            return
        order = PrintOrder(title, sum(len(pages) for pages in opened), opened[0].sizes[0])
        self._printers.ask(self._over.window(), order, partial(self._spool_to, opened), self.left.emit)

    def save(self, papers: Sequence[Paper]) -> None:
        """Ask for a place and save there."""
        names = [paper.name for paper in papers]
        on_chosen = partial(self._write, tuple(papers))
        ask_place(self._over.window(), self._ctx.settings, names, on_chosen, self.left.emit)

    def cancel(self) -> None:
        """Stop printing."""
        spool = self._spool
        if spool is not None:
            spool.cancel()
            self._end_spool()
            self.left.emit()

    def _spool_to(self, papers: Sequence[PdfPages], printer: QPrinter) -> None:
        self._spool = Spool(printer, papers, self)
        self._spool.progressed.connect(self.progressed)
        self._spool.printed.connect(self._on_printed)
        self._spool.failed.connect(self._on_failed)
        self._spool.start()

    def _end_spool(self) -> None:
        if self._spool is not None:
            self._spool.deleteLater()
            self._spool = None

    def _on_printed(self) -> None:
        self._end_spool()
        self.printed.emit()

    def _on_failed(self, sentence: str) -> None:
        self._end_spool()
        self.failed.emit(sentence)

    def _write(self, papers: tuple[Paper, ...], places: tuple[Path, ...]) -> None:
        try:
            for paper, place in zip(papers, places, strict=True):
                write_whole(place, paper.pdf)
        except KnownError as error:
            words = _("{what} Nothing was kept. Choose another folder.").format(what=error.sentence)
            self.failed.emit(words)
        else:
            self.saved.emit(places)
