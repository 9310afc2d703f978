"""A choice between a few words in equal boxes, one of them on, which breaks into two lines where it is narrow."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QSizePolicy, QWidget

from painplanner.gui import theme
from painplanner.gui.widgets.buttons import button

Option = tuple[str, str] | tuple[str, str, str]
"""A key and its word, and where the choice has a colour the role of it."""

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SegmentGrid(QWidget):
    """Fills the width; the arrow keys move the choice, and only the chosen word takes the Tab key."""

    chosen = Signal(str)

    def __init__(
        self,
        options: Iterable[Option],
        key: str = "",
        *,
        name: str = "",
        columns: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """Make one box for each option; `columns` fixes how many stand side by side."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(1, 1, 1, 1)
        self._grid.setSpacing(1)
        self._group = QButtonGroup(self)
        self._segments: dict[str, QPushButton] = {}
        self._fixed, self._columns = columns, 0
        for option in options:
            self._add(option, name)
        self._place(columns or len(self._segments))
        self.set_key(key)

    def _add(self, option: Option, name: str) -> None:
        key, word = option[:2]
        made = button(word, kind="box", name=f"{name}: {word}" if name else word)
        made.setCheckable(True)
        if len(option) == 3:
            made.setProperty("tone", option[2])
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        made.clicked.connect(lambda _on=False: self._on_clicked(key))
        self._group.addButton(made)
        self._segments[key] = made

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, made in enumerate(self._segments.values()):
            self._grid.addWidget(made, place // columns, place % columns)
        for column in range(len(self._segments)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._share_room()
        self.updateGeometry()

    def _share_room(self) -> None:
        """Let a long word take room from a short one beside it, as far as there is room for both."""
        widths = self._widths()
        least = [max(widths[column :: self._columns]) for column in range(min(self._columns, len(widths)))]
        fits = sum(least) + len(least) + 1 <= self.width()
        for column in range(len(widths)):
            self._grid.setColumnMinimumWidth(column, least[column] if fits and column < len(least) else 0)

    def _widths(self) -> tuple[int, ...]:
        """Return the room that each word needs while it is chosen."""
        metrics = QFontMetrics(theme.current().font(bold=True))
        return tuple(metrics.horizontalAdvance(made.text()) + 14 for made in self._segments.values())

    def _widest(self) -> int:
        return max(self._widths(), default=0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break into two lines where the words do not fit side by side."""
        super().resizeEvent(event)
        count = len(self._segments)
        if not self._fixed and count > 2:
            fits = self.width() >= self._widest() * count
            self._place(count if fits else (count + 1) // 2)
        self._share_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame of a field around the words, and the lines between them."""
        del event
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.color("border"), 1))
        painter.setBrush(colours.color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(colours.color("line"), 1))
        boxes = [made.geometry() for made in self._segments.values()]
        for x in {box.left() - 1 for box in boxes if box.left() > 2}:
            painter.drawLine(x, 6, x, self.height() - 7)
        for y in {box.top() - 1 for box in boxes if box.top() > 2}:
            painter.drawLine(6, y, self.width() - 7, y)
        painter.end()

    def minimumSizeHint(self) -> QSize:
        """Be content with two words side by side."""
        return QSize(0, super().minimumSizeHint().height())

    def key(self) -> str:
        """Return the key that is on, or nothing."""
        return next((key for key, made in self._segments.items() if made.isChecked()), "")

    def set_key(self, key: str) -> None:
        """Show a choice without announcing it."""
        if self._segments and key == self.key() and key:
            return
        self._group.setExclusive(False)
        for one, made in self._segments.items():
            made.setChecked(one == key)
        self._group.setExclusive(True)
        self._take_tab(key)

    def _take_tab(self, key: str) -> None:
        target = key if key in self._segments else next(iter(self._segments), "")
        for one, made in self._segments.items():
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if one == target else Qt.FocusPolicy.ClickFocus)

    def segment(self, key: str) -> QPushButton:
        """Return the button of a choice."""
        return self._segments[key]

    def _on_clicked(self, key: str) -> None:
        self._take_tab(key)
        self.chosen.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the choice with the arrow keys."""
        step = _STEPS.get(Qt.Key(event.key()))
        keys = list(self._segments)
        if step is None or not keys:
            super().keyPressEvent(event)
            return
        focused = next((one for one, made in self._segments.items() if made.hasFocus()), self.key())
        here = keys.index(focused) if focused in keys else -step
        target = keys[max(0, min(len(keys) - 1, here + step))]
        self._segments[target].setFocus()
        self._segments[target].click()
