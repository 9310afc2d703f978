"""A chip that opens a list in which any number of choices is ticked; the list stays open until it is left."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from painplanner.gui import icons, theme
from painplanner.text import _

KEY_ROLE = Qt.ItemDataRole.UserRole
TICK_ROLE = Qt.ItemDataRole.UserRole + 1
ROW_HEIGHT = 30
MOST_ROWS = 12


class _TickDelegate(QStyledItemDelegate):
    """Paints a tick where there is one, and the word."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give each word a line that a finger can hit."""
        return QSize(super().sizeHint(option, index).width() + 56, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw ground, tick and word."""
        colours = theme.current()
        box = QRectF(option.rect)  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.color("accent-soft"))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), 4, 4)
        is_ticked = bool(index.data(TICK_ROLE))
        if is_ticked:
            icons.paint(painter, "check", QRectF(box.left() + 8, box.center().y() - 9, 18, 18), colours.color("accent"))
        painter.setFont(colours.font(bold=is_ticked))
        painter.setPen(colours.color("text"))
        painter.drawText(box.adjusted(34, 0, -8, 0), Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        painter.restore()


class TickList(QListWidget):
    """The list that drops from a chip: a click or Space ticks, Enter ticks and leaves, Esc leaves."""

    ticked = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        """Start empty and out of sight."""
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Popup)
        self.setProperty("role", "matches")
        self.setAccessibleName(name)
        self.setItemDelegate(_TickDelegate(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._tick)

    def _tick(self, row: QListWidgetItem) -> None:
        mark(row, on=not row.data(TICK_ROLE))
        self.ticked.emit(row.data(KEY_ROLE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick, or leave; letters go to the word that begins with them."""
        row = self.currentItem()
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter} and row is not None:
            self._tick(row)
            if event.key() != Qt.Key.Key_Space:
                self.close()
        else:
            super().keyPressEvent(event)


def mark(row: QListWidgetItem, *, on: bool) -> None:
    """Put a tick on a line or off it, and say so."""
    row.setData(TICK_ROLE, on)
    row.setData(Qt.ItemDataRole.AccessibleTextRole, _("{name}, chosen").format(name=row.text()) if on else row.text())


class TickChip(QPushButton):
    """Any of several choices; it shows how many are ticked. `chosen` follows each tick of a person."""

    chosen = Signal()

    def __init__(self, word: str, parent: QWidget | None = None) -> None:
        """Name the chip."""
        super().__init__(word, parent)
        self._word = word
        self._keys: tuple[str, ...] = ()
        self._choices: tuple[tuple[str, str], ...] = ()
        self.setProperty("kind", "chip")
        self.setProperty("menu", True)
        self.setAutoDefault(True)
        self.setCheckable(True)
        self.list = TickList(word, self)
        self.list.ticked.connect(self._on_ticked)
        self.clicked.connect(self.open_list)
        self._show_count()

    def set_choices(self, choices: Iterable[tuple[str, str]]) -> None:
        """Offer (key, words); what is ticked stays where it is still offered."""
        self._choices = tuple(choices)
        offered = {key for key, _words in self._choices}
        self.list.clear()
        for key, words in self._choices:
            row = QListWidgetItem(words)
            row.setData(KEY_ROLE, key)
            self.list.addItem(row)
        self.set_keys(key for key in self._keys if key in offered)

    def choices(self) -> tuple[tuple[str, str], ...]:
        """Return what is offered."""
        return self._choices

    def words(self, key: str) -> str:
        """Return how a choice is called."""
        return dict(self._choices).get(key, key)

    def ticked(self) -> tuple[str, ...]:
        """Return what is ticked, in the order of the list."""
        return self._keys

    def set_keys(self, keys: Iterable[str]) -> None:
        """Tick these and no others, without announcing it."""
        wanted = set(keys)
        self._keys = tuple(key for key, _words in self._choices if key in wanted)
        for place in range(self.list.count()):
            row = self.list.item(place)
            mark(row, on=row.data(KEY_ROLE) in wanted)
        self._show_count()

    def _on_ticked(self, key: str) -> None:
        self.set_keys(set(self._keys) ^ {key})
        self.chosen.emit()

    def _show_count(self) -> None:
        count = len(self._keys)
        self.setText(f"{self._word} · {count}" if count else self._word)
        self.setChecked(bool(count))
        chosen = ", ".join(self.words(key) for key in self._keys)
        self.setAccessibleName(f"{self._word}: {chosen}" if chosen else self._word)
        self.updateGeometry()

    def open_list(self) -> None:
        """Drop the list below the chip, or above it where there is no room."""
        self.setChecked(bool(self._keys))
        shown = self.list
        rows = min(MOST_ROWS, max(1, shown.count()))
        width = max(200, shown.sizeHintForColumn(0) + 28, self.width())
        shown.resize(width, rows * ROW_HEIGHT + 10)
        corner = self.mapToGlobal(QPoint(0, self.height() + 2))
        screen = (self.screen() or QGuiApplication.primaryScreen()).availableGeometry()
        if corner.y() + shown.height() > screen.bottom():
            corner.setY(corner.y() - shown.height() - self.height() - 4)
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - width)))
        shown.move(corner)
        if shown.currentRow() < 0:
            shown.setCurrentRow(0)
        shown.show()
        shown.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip, then the arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.current().color("accent" if self._keys else "muted"), 1.6))
        x, y = self.width() - 15.0, self.height() / 2 - 1.5
        painter.drawPolyline([QPointF(x - 3.5, y), QPointF(x, y + 3.5), QPointF(x + 3.5, y)])
        painter.end()
