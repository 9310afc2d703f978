"""A scan that a copier saved as PDF: its pages as one tall picture, the first on top. Made in a process of its own."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QSize
from PySide6.QtGui import QImage, QPainter

from painplanner.errors import KnownError
from painplanner.gui.widgets.pdf_pages import PdfPages
from painplanner.text import _

MOST_PAGES = 5
"""A log of four weeks has four pages, and one more in large print."""
WIDTH = 1100
"""Pixels of a page: 130 to the inch, at which a digit in a box is read easily."""
TALLEST = 1_580
"""Pixels of a page that is taller than any paper; five of them are as tall as a picture may be."""
QUALITY = 92


def picture_of_pages(data: bytes) -> bytes:
    """Return the pages of a PDF below one another as a JPEG. Raises KnownError."""
    pages = _opened(data)
    drawn = [_page(pages, n) for n in range(len(pages))]
    whole = QImage(WIDTH, sum(page.height() for page in drawn), QImage.Format.Format_RGB32)
    painter, top = QPainter(whole), 0
    whole.fill(0xFFFFFFFF)
    for page in drawn:
        painter.drawImage((WIDTH - page.width()) // 2, top, page)
        top += page.height()
    painter.end()
    return _jpeg(whole)


def _opened(data: bytes) -> PdfPages:
    try:
        pages = PdfPages(data)
    except KnownError as error:
        raise KnownError(
            _("This PDF cannot be read: it is damaged or locked. Nothing was added. Scan the sheet as JPEG or PNG.")
        ) from error
    if not 0 < len(pages) <= MOST_PAGES:
        raise KnownError(
            _("This PDF has {n} pages, and a log has at most {most}. Nothing was added. Scan only the log.").format(
                n=len(pages), most=MOST_PAGES
            )
        )
    return pages


def _page(pages: PdfPages, n: int) -> QImage:
    size = pages.sizes[n]
    dots = min(WIDTH / max(size.width(), 1.0), TALLEST / max(size.height(), 1.0))
    pixels: QSize = pages.pixels(n, dots)
    return pages.part(n, pixels, QRect(QPoint(0, 0), pixels))


def _jpeg(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", QUALITY)  # type: ignore[call-overload]  (the stub wants bytes)
    return bytes(buffer.data().data())
