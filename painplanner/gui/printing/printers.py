"""The printers of this computer and the system's print dialog, which is asked and never waited for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import QDialog, QWidget

from painplanner.gui.printing.printer_memory import Setup, set_up
from painplanner.gui.printing.sheets import Wishes

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class PrintOrder(NamedTuple):
    """What is to be printed: its name in the queue, how many pages it has, and their size in points.

    `setup` is what such papers were printed on last. Pages up to `after` came out before; without `is_ranged` nobody
    chooses pages, as one printer is asked for several files.
    """

    title: str
    pages: int
    size: QSizeF
    setup: Setup = Setup()
    after: int = 0
    is_ranged: bool = True


class Printers(Protocol):
    """What the print panel needs of printers."""

    def names(self) -> tuple[str, ...]:
        """Return the printers that are installed."""
        ...

    def ask(
        self,
        parent: QWidget,
        order: PrintOrder,
        on_accepted: Callable[[QPrinter], object],
        on_left: Callable[[], object],
    ) -> None:
        """Let a person choose printer, copies and pages."""
        ...


class SystemPrinters:
    """The printers that the system knows."""

    def names(self) -> tuple[str, ...]:
        """Return the printers that are installed."""
        from PySide6.QtPrintSupport import QPrinterInfo

        return tuple(QPrinterInfo.availablePrinterNames())

    def ask(
        self,
        parent: QWidget,
        order: PrintOrder,
        on_accepted: Callable[[QPrinter], object],
        on_left: Callable[[], object],
    ) -> None:
        """Open the system's dialog; copies, pages and printer are its business."""
        from PySide6.QtPrintSupport import QPrintDialog

        printer = printer_for(order)
        dialog = QPrintDialog(printer, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, order.is_ranged)
        if order.is_ranged:
            dialog.setMinMax(order.after + 1, order.pages)
            dialog.setFromTo(order.after + 1, order.pages)

        def on_finished(result: int) -> None:
            if result == int(QDialog.DialogCode.Accepted):
                on_accepted(printer)
            else:
                on_left()

        dialog.finished.connect(on_finished)
        QDialog.open(dialog)  # QPrintDialog hides it behind a call of its own


def printer_for(order: PrintOrder) -> QPrinter:
    """Return the printer of last time, else the default one, set to the name and the paper of what is to be printed."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    prepare(printer, order)
    return printer


def prepare(printer: QPrinter, order: PrintOrder) -> None:
    """Set a printer to what is to be printed, as it was last time; pages bring their own margins."""
    set_up(printer, order.setup._replace(size=""))
    printer.setDocName(order.title)
    printer.setCreator("PainPlanner")
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(order.size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
    set_up(printer, Setup(size=order.setup.size))


def wishes_of(printer: QPrinter) -> Wishes:
    """Return what the program has to do itself of what was chosen."""
    from PySide6.QtPrintSupport import QPrinter

    return Wishes(
        copies=1 if printer.supportsMultipleCopies() else max(1, printer.copyCount()),
        is_collated=printer.collateCopies(),
        is_backwards=printer.pageOrder() is QPrinter.PageOrder.LastPageFirst,
        is_two_sided=printer.duplex() is not QPrinter.DuplexMode.DuplexNone,
    )


def wanted_pages(printer: QPrinter, after: int = 0) -> Callable[[int], bool]:
    """Return whether a page number was chosen; `after` is the last one that came out before.

    A printer that begins with the last page has the earlier ones still to print.
    """
    from PySide6.QtPrintSupport import QPrinter

    ranges, is_backwards = printer.pageRanges(), printer.pageOrder() is QPrinter.PageOrder.LastPageFirst
    is_all = printer.printRange() is not QPrinter.PrintRange.PageRange or ranges.isEmpty()

    def is_left(page: int) -> bool:
        return not after or (page < after if is_backwards else page > after)

    return lambda page: is_left(page) and (is_all or (is_backwards and after > 0) or ranges.contains(page))
