"""Facts in two columns: what it is called, and what it is; the names of all such tables align."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from painplanner.gui.widgets.labels import label

NAME_WIDTH = 132


class Facts(QWidget):
    """Lines of a name and its words, or a widget; what has no words is left out."""

    def __init__(self, name: str = "", *, name_width: int = NAME_WIDTH) -> None:
        """Start empty."""
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._name_width = name_width
        self._grid.setColumnMinimumWidth(0, name_width)
        self._grid.setColumnStretch(1, 1)
        self._shown: list[tuple[str, str]] = []

    @property
    def shown(self) -> tuple[tuple[str, str], ...]:
        """Return the lines as (name, words)."""
        return tuple(self._shown)

    def __len__(self) -> int:
        """Return the number of lines."""
        return len(self._shown)

    def add(self, name: str, words: str, *, role: str = "body", tip: str = "") -> None:
        """Add a line of words, or nothing where there are none."""
        if not words.strip():
            return
        shown = label(words, role, wrap=True)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        shown.setAccessibleName(f"{name}: {words}")
        shown.setToolTip(tip)
        self.add_widget(name, shown, words)

    def add_widget(self, name: str, widget: QWidget, words: str = "") -> None:
        """Add a line whose second part is a widget."""
        row = len(self._shown)
        called = label(name, "muted", wrap=True)
        called.setFixedWidth(self._name_width)
        self._grid.addWidget(called, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(widget, row, 1)
        self._shown.append((name, words))
