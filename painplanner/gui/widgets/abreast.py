"""Widgets beside one another where there is room, below one another where there is not."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget


class Abreast(QWidget):
    """Columns of the same width from a width on; rows below it."""

    def __init__(self, parts: Iterable[QWidget], *, wide_from: int, gap: int = 24, close: int = 6) -> None:
        """Take the parts; `gap` stands between columns, `close` between rows."""
        super().__init__()
        self._wide_from, self._gap, self._close = wide_from, gap, close
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            self._box.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        self._set_out(is_wide=True)

    @property
    def is_wide(self) -> bool:
        """Tell whether the parts stand beside one another."""
        return self._box.direction() is QBoxLayout.Direction.LeftToRight

    def minimumSizeHint(self) -> QSize:
        """Be content with the widest part, because the others go below it where there is no room."""
        hint = super().minimumSizeHint()
        found = (self._box.itemAt(place) for place in range(self._box.count()))
        return QSize(max((item.minimumSize().width() for item in found if item is not None), default=0), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the parts as the room asks for."""
        super().resizeEvent(event)
        self._set_out(is_wide=event.size().width() >= self._wide_from)

    def _set_out(self, *, is_wide: bool) -> None:
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if self._box.direction() is not way:
            self._box.setDirection(way)
        self._box.setSpacing(self._gap if is_wide else self._close)
