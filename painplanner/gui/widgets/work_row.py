"""A line of words with a bar and a way to cancel, shown once work takes longer than a blink."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.labels import label
from painplanner.text import _

SHOWS_AFTER_MS = 250


class WorkRow(QWidget):
    """Hidden while nothing is under way."""

    cancelled = Signal()

    def __init__(self) -> None:
        """Start hidden."""
        super().__init__()
        self.words = label("", "minor")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Progress"))
        self.cancel_button = button(_("Cancel"), self.cancelled.emit)
        self._blink = QTimer(self, singleShot=True, interval=SHOWS_AFTER_MS)
        self._blink.timeout.connect(self.show)
        lines = QVBoxLayout()
        lines.setSpacing(4)
        for part in (self.words, self.bar):
            lines.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(lines, 1)
        row.addWidget(self.cancel_button, 0, Qt.AlignmentFlag.AlignBottom)
        self.hide()

    def show_work(self, share: float, words: str) -> None:
        """Say what is done and how far it is; no share is known at 0."""
        self.words.setText(words)
        self.bar.setRange(0, 100 if share else 0)
        self.bar.setValue(int(share * 100))
        if self.isHidden() and not self._blink.isActive():
            self._blink.start()

    def rest(self) -> None:
        """Go, because nothing is under way."""
        self._blink.stop()
        self.hide()
