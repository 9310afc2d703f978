"""A field of several lines that is as high as its words, between a least and a greatest number of lines."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

LONGEST = 20_001
"""Characters; no text of the program may have so many."""
PADDING = 14
"""Pixels above and below the words: the padding of the style sheet and the line around it."""


class GrowingText(QPlainTextEdit):
    """Plain words; `edited` carries what a person typed, never what was shown by `set_text`."""

    edited = Signal(str)
    left = Signal()

    def __init__(
        self, *, name: str = "", placeholder: str = "", least: int = 1, most: int = 8, parent: QWidget | None = None
    ) -> None:
        """Start empty."""
        super().__init__(parent)
        self._least, self._most = least, most
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(1)
        self._height = 0
        self._is_over = False
        self._fit()
        self.textChanged.connect(self._on_text_changed)

    def text(self) -> str:
        """Return the words."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show words that came from elsewhere; nothing is announced."""
        if text == self.toPlainText():
            return
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        self._fit()

    def _on_text_changed(self) -> None:
        self._fit()
        self.edited.emit(self.toPlainText())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count the lines anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take no more of what is pasted or dropped than is enough to be refused: a megabyte would stop the window."""
        room = LONGEST - self.document().characterCount() + len(self.textCursor().selectedText()) + 1
        if source.hasText():
            self.insertPlainText(source.text()[: max(0, room)])

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, unless there are more words than the field may show."""
        if self._is_over:
            super().wheelEvent(event)
        else:
            event.ignore()

    def _fit(self) -> None:
        lines = max(self._least, min(self._most, self._line_count()))
        over = self._is_over = self._line_count() > self._most
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if over else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() != policy:
            self.setVerticalScrollBarPolicy(policy)
        height = lines * ceil(QFontMetricsF(self.font()).lineSpacing()) + PADDING
        if height != self._height:
            self._height = height
            self.setFixedHeight(height)

    def _line_count(self) -> int:
        return max(1, int(self.document().size().height()))

    def sizeHint(self) -> QSize:
        """Ask for the height of the words."""
        return QSize(super().sizeHint().width(), self._height)
