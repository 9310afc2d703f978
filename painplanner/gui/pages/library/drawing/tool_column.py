"""The column of tools beside a picture: titled boxes below one another, as wide with a scroll bar as without one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from painplanner.gui.widgets.cards import Column
from painplanner.gui.widgets.labels import label

WIDTH = 344
_MARGIN, _BESIDE_BAR = 12, 4


class ToolColumn(Column):
    """Puts boxes into `lines`."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__(width=WIDTH, margin=_MARGIN, gap=16)
        self.setFixedWidth(WIDTH)
        canvas, inner = self.widget(), self.lines.parentWidget()
        row = canvas.layout() if canvas is not None else None
        if inner is not None and row is not None:
            bar = self.verticalScrollBar().sizeHint().width()
            inner.setFixedWidth(WIDTH - _MARGIN - bar - _BESIDE_BAR)
            row.setContentsMargins(_MARGIN, _MARGIN, 0, _MARGIN)
            row.setAlignment(inner, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def box(self, title: str, *parts: QWidget) -> QWidget:
        """Put parts below a title in."""
        made = QWidget()
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        lines = QVBoxLayout(made)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(label(title, "strong"))
        for part in parts:
            is_narrow = part.maximumWidth() < WIDTH
            lines.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft if is_narrow else Qt.AlignmentFlag(0))
        self.lines.addWidget(made)
        return made
