"""Prints papers for many patients, one job each in order, while the next ones are made in processes beside the window.

A file is kept once it is printed. After a stop it goes on with what is left, and after a jam with the kept files again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QSizeF, QTimer, Signal
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import QWidget

from painplanner.errors import KnownError
from painplanner.gui.printing.delivery import gone_words
from painplanner.gui.printing.paper_words import kind_words
from painplanner.gui.printing.printer_memory import SEVERAL, Setup, remember, remembered, setup_of
from painplanner.gui.printing.printers import Printers, PrintOrder, SystemPrinters
from painplanner.gui.printing.spool import Spool
from painplanner.gui.widgets.pdf_pages import PdfPages
from painplanner.services.batch import Batch, Order
from painplanner.services.morning import Desk, Ready, Skipped, Wish, keep_printed, prepare
from painplanner.text import _

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from painplanner.core.practice import PaperSize
    from painplanner.gui.context import AppContext
    from painplanner.store import NewPaper, PaperRow

LOOK_MS = 15


class Done(NamedTuple):
    """A patient whose papers are printed and kept."""

    wish: Wish
    row: PaperRow


class Again(NamedTuple):
    """A kept file to print once more, without pages up to `after`."""

    done: Done
    after: int


class MorningRun(QObject):
    """One run at a time. Ends with `over`, `failed` (a sentence), or `left` when no printer was chosen."""

    progressed = Signal(float, str)
    over = Signal()
    failed = Signal(str)
    left = Signal()
    noted = Signal(str)

    def __init__(self, ctx: AppContext, over: QWidget, printers: Printers | None = None) -> None:
        """Start idle; the dialog of the system opens over a widget."""
        super().__init__(over)
        self._ctx, self._over = ctx, over
        self._printers = printers or SystemPrinters()
        self._wishes: deque[Wish] = deque()
        self._ready: deque[Ready] = deque()
        self._again: deque[Again] = deque()
        self.done: list[Done] = []
        self.skipped: list[Skipped] = []
        self._batch: Batch | None = None
        self._spool: Spool | None = None
        self._count = 0
        self._clock = QTimer(self, interval=LOOK_MS)
        self._clock.timeout.connect(self._on_look)

    @property
    def is_busy(self) -> bool:
        """Tell whether it prints."""
        return self._clock.isActive()

    @property
    def waiting(self) -> int:
        """Return for how many patients nothing was printed yet."""
        return len(self._wishes) + len(self._ready)

    def has_printer(self) -> bool:
        """Tell whether any printer is installed."""
        return bool(self._printers.names())

    def start(self, wishes: Sequence[Wish], desk: Desk) -> None:
        """Ask for a printer, then print for all; does nothing while it prints."""
        if self.is_busy:
            return
        self._wishes, self._desk = deque(wishes), desk
        self._ready.clear()
        self._again.clear()
        self.done, self.skipped = [], []
        self._count = len(wishes)
        self._ask()

    def go_on(self, place: int, after: int) -> None:
        """Print a patient's file again without pages up to `after`, those after it whole, and then what is left."""
        jobs = [Again(done, after if n == 0 else 0) for n, done in enumerate(self.done[place:])]
        self._again = deque(jobs)
        self._ask()

    def cancel(self) -> None:
        """Stop; what is not printed is left for `go_on`."""
        if self._spool is not None:
            self._spool.cancel()
        if self.is_busy:
            self._rest()
            self.over.emit()

    def forget(self) -> None:
        """Stop, and hold nothing of whom it printed for."""
        self.cancel()
        for held in (self._wishes, self._ready, self._again, self.done, self.skipped):
            held.clear()

    # Asking

    def _ask(self) -> None:
        setup = remembered(self._ctx.settings, SEVERAL)
        if setup.printer and setup.printer not in self._printers.names():
            self.noted.emit(gone_words(setup.printer))
            setup = Setup()
        size = page_size(self._ctx.practice.paper)
        order = PrintOrder(_("Papers of the morning"), 0, size, setup, is_ranged=False)
        self._printers.ask(self._over.window(), order, partial(self._begin, order), self.left.emit)

    def _begin(self, order: PrintOrder, printer: QPrinter) -> None:
        remember(self._ctx.settings, SEVERAL, setup_of(printer, order.size, order.setup))
        self._printer = printer
        self._batch = Batch(self._orders()) if self.waiting else None
        self._clock.start()
        self._say()

    def _orders(self) -> Iterator[Order | None]:
        """Give what is to be made: first what was made before a stop, then one plan after another."""
        for ready in tuple(self._ready):
            yield ready.order
        while self._wishes:
            prepared = prepare(self._desk, self._wishes.popleft())
            if isinstance(prepared, Skipped):
                self.skipped.append(prepared)
                yield None
            else:
                self._ready.append(prepared)
                yield prepared.order

    # Printing

    def _on_look(self) -> None:
        """Print the next file when the printer is free, and keep the processes busy in any case."""
        try:
            if self._spool is not None:
                if self._batch is not None:
                    self._batch.feed()
            elif self._again:
                self._print_again(self._again[0])
            else:
                self._look_for_made()
        except KnownError as error:
            self._stop(error.sentence)

    def _look_for_made(self) -> None:
        made = self._batch.look() if self._batch is not None else None
        if made is not None and made.paper is not None:
            self._print(made.paper.pdf, made.paper.document, partial(self._on_printed, made.paper))
        elif made is not None:
            self.skipped.append(Skipped(self._ready.popleft().wish, made.problem))
            self._say()
        elif self._batch is None or self._batch.is_over:
            self._rest()
            self.over.emit()

    def _print_again(self, again: Again) -> None:
        pdf = self._ctx.store.paper_bytes(again.done.row.id)
        self._print(pdf, again.done.row.document, self._on_printed_again, again.after)

    def _print(self, pdf: bytes, document: str, on_printed: Callable[[], None], after: int = 0) -> None:
        pages = PdfPages(pdf)
        self._printer.setDocName(kind_words(document))  # the queue of a printer names no patient
        self._spool = Spool(self._printer, (pages,), self, after=after)
        self._spool.printed.connect(on_printed)
        self._spool.failed.connect(self._stop)
        self._spool.start()

    def _on_printed(self, paper: NewPaper) -> None:
        self._end_spool()
        ready = self._ready.popleft()
        try:
            row = keep_printed(self._ctx.store, ready, paper)
        except KnownError as error:
            self._stop(_("The papers are out, but they were not kept. {why}").format(why=error.sentence))
            return
        self.done.append(Done(ready.wish, row))
        self._ctx.news.papers_changed.emit(ready.order.request.plan.patient)
        self._say()

    def _on_printed_again(self) -> None:
        self._end_spool()
        self._again.popleft()
        self._say()

    def _say(self) -> None:
        count, n = self._count, len(self.done) + len(self.skipped)
        words = _("Printing for patient {n} of {count}").format(n=min(n + 1, count), count=count)
        self.progressed.emit(n / count if count else 1.0, words)

    # Ending

    def _stop(self, sentence: str) -> None:
        self._rest()
        self.failed.emit(sentence)

    def _rest(self) -> None:
        """Let the processes go; what they made but nobody printed is made again when it goes on."""
        self._clock.stop()
        self._end_spool()
        if self._batch is not None:
            self._batch.close()
            self._batch = None

    def _end_spool(self) -> None:
        if self._spool is not None:
            self._spool.deleteLater()
            self._spool = None


def page_size(paper: PaperSize) -> QSizeF:
    """Return the size of the practice's paper in points."""
    ids = {"letter": QPageSize.PageSizeId.Letter, "legal": QPageSize.PageSizeId.Legal, "a5": QPageSize.PageSizeId.A5}
    return QSizeF(QPageSize(ids.get(paper.value, QPageSize.PageSizeId.A4)).sizePoints())
