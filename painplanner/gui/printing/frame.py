"""What stands round the content of a print panel: its head with the way out, and the foot that stays in sight."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from painplanner.gui.widgets.buttons import icon_button
from painplanner.gui.widgets.cards import Column
from painplanner.gui.widgets.labels import label


def framed(
    panel: QWidget, head: QHBoxLayout, content: tuple[QWidget, ...], foot: QFrame, *, width: int = 920
) -> Column:
    """Lay out a panel: head, a column that scrolls, foot; return the column. Its content is at most `width` wide."""
    column = Column(width=width, margin=16, gap=16)
    canvas = column.widget()
    if canvas is not None:
        canvas.setProperty("role", "pane")
    for part in content:
        column.lines.addWidget(part)
    column.lines.addStretch(1)
    outer = QVBoxLayout(panel)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    outer.addLayout(head)
    outer.addWidget(column, 1)
    outer.addWidget(foot)
    return column


def head_with(title: str, leave: str, on_left: Callable[[], object]) -> QHBoxLayout:
    """Return the title with the way out; `leave` is read out."""
    head = QHBoxLayout()
    head.setContentsMargins(16, 12, 8, 0)
    head.addWidget(label(title, "section"))
    head.addStretch(1)
    head.addWidget(icon_button("close", leave, on_left))
    return head


def foot_with(*parts: QWidget) -> QFrame:
    """Return a foot with parts one below the other."""
    foot = QFrame()
    foot.setProperty("role", "foot")
    lines = QVBoxLayout(foot)
    lines.setContentsMargins(16, 12, 16, 12)
    lines.setSpacing(8)
    for part in parts:
        lines.addWidget(part)
    return foot
