"""A part of a form that opens and closes under its title, so that rare fields do not stand in the way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from painplanner.gui.widgets.buttons import button

SIDES = 12
"""Room around the words of the title in pixels."""


class Fold(QWidget):
    """A title that opens its body; put things into `lines`."""

    opened = Signal(bool)

    def __init__(self, title: str, *, is_open: bool = False, parent: QWidget | None = None) -> None:
        """Name it."""
        super().__init__(parent)
        self._title = title
        self.button = button("", self._on_clicked, kind="fold", name=title)
        self.button.setCheckable(True)
        self.button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.button.installEventFilter(self)
        self._body = QWidget()
        self.lines = QVBoxLayout(self._body)
        self.lines.setContentsMargins(0, 0, 0, 4)
        self.lines.setSpacing(12)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        outer.addWidget(self.button)
        outer.addWidget(self._body)
        self.set_open(is_open)

    @property
    def is_open(self) -> bool:
        """Tell whether the body is shown."""
        return not self._body.isHidden()

    def set_open(self, is_open: bool) -> None:
        """Show or hide the body."""
        self.button.setChecked(is_open)
        self._body.setVisible(is_open)
        self._show_title()

    def set_title(self, title: str) -> None:
        """Name it anew, such as with a count."""
        self._title = title
        self.button.setAccessibleName(title)
        self._show_title()

    def _show_title(self) -> None:
        arrow = "\u25be" if self.is_open else "\u25b8"
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        mirrored = "\u25c2" if right_to_left and not self.is_open else arrow
        whole = f"{mirrored}  {self._title}"
        shown = self._fitted(whole)
        self.button.setText(shown.replace("&", "&&"))
        self.button.setToolTip(self._title if shown != whole else "")

    def _fitted(self, words: str) -> str:
        """End words in dots where they do not fit, as the button would cut them in the middle of a letter."""
        room = self.button.width() - SIDES
        metrics = self.button.fontMetrics()
        if not self.button.isVisible() or metrics.horizontalAdvance(words) <= room:
            return words
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the title to the width of the button."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Show}:
            self._show_title()
        return super().eventFilter(watched, event)

    def _on_clicked(self) -> None:
        self.set_open(not self.is_open)
        self.opened.emit(self.is_open)
