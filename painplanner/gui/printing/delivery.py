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
from painplanner.gui.printing.printer_memory import Setup, key_of, remember, remembered, setup_of
from painplanner.gui.printing.printers import Printers, PrintOrder, SystemPrinters
from painplanner.gui.printing.spool import Spool
from painplanner.gui.widgets.pdf_pages import PdfPages
from painplanner.services.files import write_whole
from painplanner.text import _

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from painplanner.gui.context import AppContext


class Paper(NamedTuple):
    """A finished paper: its file name, its bytes, and which papers are in it."""

    name: str
    pdf: bytes
    document: str = ""


class Delivery(QObject):
    """One at a time. Ends with `printed`, `saved` (the places), `failed` (a sentence), or `left` when given up.

    `noted` says on the way what is not as it was last time.
    """

    printed = Signal()
    saved = Signal(object)
    failed = Signal(str)
    left = Signal()
    noted = Signal(str)
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

    def print(self, paper: Paper, title: str, after: int = 0, *, is_two_sided: bool = False) -> None:
        """Ask for a printer in the system's dialog and print, without pages up to `after`, which are out already."""
        try:
            pages = PdfPages(paper.pdf)
        except KnownError as error:
            self.failed.emit(error.sentence)
            return
        key = key_of(paper.document)
        setup = self.setup(key).two_sided() if is_two_sided else self.setup(key)
        order = PrintOrder(title, len(pages), pages.sizes[0], setup, after)
        self._printers.ask(self._over.window(), order, partial(self._spool_to, pages, order, key), self.left.emit)

    def setup(self, key: str) -> Setup:
        """Return how such papers were printed last; where that printer is gone, say so and leave it out."""
        setup = remembered(self._ctx.settings, key)
        if not setup.printer or setup.printer in self._printers.names():
            return setup
        self.noted.emit(gone_words(setup.printer))
        return Setup()

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
            self.noted.emit(_("Printing was stopped. Throw away pages that came out."))
            self.left.emit()

    def _spool_to(self, pages: PdfPages, order: PrintOrder, key: str, printer: QPrinter) -> None:
        remember(self._ctx.settings, key, setup_of(printer, order.size, order.setup))
        self._spool = Spool(printer, (pages,), self, after=order.after)
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


def gone_words(printer: str) -> str:
    """Return what became of a printer that was used last and is not there any more."""
    words = _("The printer “{name}” is not there any more, so the usual printer of this computer is offered.")
    return words.format(name=printer)
