"""A list of boxes to tick, one below the other, whose words are shortened rather than widening the page."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

Options = tuple[tuple[str, str], ...]


class ElidedBox(QCheckBox):
    """A box whose words end in dots where they do not fit; the whole words are its tip and its name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without words."""
        super().__init__(parent)
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str) -> None:
        """Show other words."""
        if words != self._words:
            self._words = words
            self.setAccessibleName(words)
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """Be content with any width."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, max(0, self.width() - 30))
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(self._words if shown != self._words else "")


class TickList(QWidget):
    """Any number of options may be on; `chosen` follows a person's tick."""

    chosen = Signal()

    def __init__(self, *, name: str = "", parent: QWidget | None = None) -> None:
        """Offer nothing yet."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._boxes: list[ElidedBox] = []
        self._options: Options = ()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)

    def set_options(self, options: Options) -> None:
        """Offer these, keeping what is on."""
        if options == self._options:
            return
        on = self.keys()
        self._options = options
        while len(self._boxes) < len(options):
            box = ElidedBox()
            box.clicked.connect(lambda _on=False: self.chosen.emit())
            self._lines.addWidget(box)
            self._boxes.append(box)
        for place, box in enumerate(self._boxes):
            box.setVisible(place < len(options))
            if place < len(options):
                box.set_words(options[place][1])
        self.set_keys(on)

    def keys(self) -> tuple[str, ...]:
        """Return the keys that are on, in their order."""
        return tuple(key for (key, _words), box in zip(self._options, self._boxes, strict=False) if box.isChecked())

    def set_keys(self, keys: tuple[str, ...]) -> None:
        """Show what is on without announcing it."""
        for (key, _words), box in zip(self._options, self._boxes, strict=False):
            box.setChecked(key in keys)

    def box(self, key: str) -> ElidedBox:
        """Return the box of an option."""
        return self._boxes[next(place for place, (one, _w) in enumerate(self._options) if one == key)]
