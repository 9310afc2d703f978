"""What a kind of paper was printed on last: the printer, the size in it, two sides or one, and the tray."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPageSize

from painplanner.documents.bundle import kinds_in

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from painplanner.gui.settings import Settings

SEVERAL = "bundle"
"""Under this name is remembered how several papers as one file are printed."""
_GAP = "\n"


class Setup(NamedTuple):
    """How a printer was set; `size` is that of the paper in it in points, empty where it is that of the page.

    The tray is the paper source of Windows and macOS; Qt's own dialog on Linux neither tells nor takes one.
    """

    printer: str = ""
    size: str = ""
    duplex: str = ""
    tray: str = ""

    def two_sided(self) -> Setup:
        """Return this for both sides of a sheet, which is what papers were bound for."""
        return self if self.is_two_sided else self._replace(duplex="DuplexLongSide")

    @property
    def is_two_sided(self) -> bool:
        """Tell whether both sides of a sheet were printed."""
        return self.duplex not in {"", "DuplexNone"}


def key_of(document: str) -> str:
    """Return under which name the printing of a file is remembered."""
    kinds = kinds_in(document)
    return kinds[0] if len(kinds) == 1 else SEVERAL


def remembered(settings: Settings, key: str) -> Setup:
    """Return how this kind was printed last, nothing in particular where it never was."""
    parts = settings.text(f"printer/{key}").split(_GAP) if key else []
    return Setup(*parts) if len(parts) == len(Setup._fields) else Setup()


def remember(settings: Settings, key: str, setup: Setup) -> None:
    """Remember how this kind was printed."""
    if key:
        settings.remember(f"printer/{key}", _GAP.join(part.replace(_GAP, " ") for part in setup))


def setup_of(printer: QPrinter, page: QSizeF, before: Setup) -> Setup:
    """Return how a printer is set for pages of a size; printing into a file says nothing of printers."""
    size = printer.pageLayout().pageSize().sizePoints()
    is_other = abs(size.width() - page.width()) > 2 or abs(size.height() - page.height()) > 2  # a fuzzy match is none
    other = f"{size.width()} {size.height()}" if is_other else ""
    if not printer.printerName():
        return before._replace(size=other)
    return Setup(
        printer=printer.printerName(),
        size=other,
        duplex=printer.duplex().name,
        tray=printer.paperSource().name,
    )


def set_up(printer: QPrinter, setup: Setup) -> None:
    """Set a printer as it was; what it does not know any more stays as it is."""
    from PySide6.QtPrintSupport import QPrinter

    if setup.printer:
        printer.setPrinterName(setup.printer)
    if setup.size:
        width, height = (float(side) for side in setup.size.split())
        nearest = QPageSize.SizeMatchPolicy.FuzzyMatch
        printer.setPageSize(QPageSize(QSizeF(width, height), QPageSize.Unit.Point, "", nearest))
    if setup.duplex in QPrinter.DuplexMode.__members__:
        printer.setDuplex(QPrinter.DuplexMode[setup.duplex])
    if setup.tray in QPrinter.PaperSource.__members__:
        printer.setPaperSource(QPrinter.PaperSource[setup.tray])
