"""The pages of one PDF as pictures: opened from its bytes, any part of a page drawn at any size. No widget here."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from painplanner.errors import KnownError
from painplanner.text import _

_ONE_MORE = QSize(1, 1)
"""Qt takes the distance between the corner pixels of a clip for its size, which is one pixel too few each way."""


class PdfPages:
    """An open PDF; pages count from 0."""

    def __init__(self, data: bytes) -> None:
        """Open it. Raises KnownError when it cannot be read."""
        from PySide6.QtPdf import QPdfDocument

        self._document = QPdfDocument()
        self._buffer = QBuffer(self._document)
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        if self._document.status() is not QPdfDocument.Status.Ready:
            raise KnownError(_("This paper cannot be shown, because its file is not readable. Make it anew."))
        self.sizes = tuple(self._document.pagePointSize(page) for page in range(self._document.pageCount()))

    def __len__(self) -> int:
        """Return how many pages there are."""
        return len(self.sizes)

    @property
    def widest(self) -> float:
        """Return the width of the widest page in points."""
        return max((size.width() for size in self.sizes), default=0.0)

    def pixels(self, page: int, dots: float) -> QSize:
        """Return the size of a page at so many dots in a point."""
        size: QSizeF = self.sizes[page]
        return QSize(max(1, round(size.width() * dots)), max(1, round(size.height() * dots)))

    def part(self, page: int, whole: QSize, part: QRect) -> QImage:
        """Draw a part of a page that is `whole` pixels large, on white."""
        from PySide6.QtPdf import QPdfDocumentRenderOptions

        options = QPdfDocumentRenderOptions()
        options.setScaledSize(whole)
        options.setScaledClipRect(QRect(part.topLeft(), part.size() + _ONE_MORE))
        drawn = self._document.render(page, part.size(), options)
        paper = QImage(part.size(), QImage.Format.Format_RGB32)
        paper.fill(QColor("white"))
        painter = QPainter(paper)
        painter.drawImage(0, 0, drawn)
        painter.end()
        return paper

    def text(self, page: int) -> str:
        """Return the words of a page in reading order."""
        return self._document.getAllText(page).text()
