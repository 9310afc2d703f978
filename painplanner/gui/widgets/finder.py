"""A field that finds one thing of many while it is typed: a few matches hang below it, Enter takes the marked one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from painplanner.text import ngettext

Found = Sequence[tuple[str, str]]
"""Matches as (key, words), the best first."""

MOST = 8


def is_begun(words: str, typed: str) -> bool:
    """Tell whether a word of these begins with what was typed."""
    line, begun = f" {words.casefold()}", f" {typed.strip().casefold()}"
    return begun in line or begun in line.replace("(", " ").replace("-", " ")


class Finder(QLineEdit):
    """`picked` carries the key of what was taken; `entered_words` free words, where `free` allows them."""

    picked = Signal(str)
    entered_words = Signal(str)

    def __init__(
        self,
        find: Callable[[str], Found],
        *,
        name: str = "",
        placeholder: str = "",
        free: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Find with a function of the typed text."""
        super().__init__(parent)
        self._find, self._free, self._shown = find, free, ""
        self._list: QListWidget | None = None
        self.setMinimumHeight(30)
        self.setMaxLength(300)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.textEdited.connect(self._on_edited)

    def set_words(self, words: str) -> None:
        """Show what is chosen now."""
        self._shown = words
        if self.text() != words:
            self.setText(words)
            self.setCursorPosition(0)
        self.close_matches()

    @property
    def matches(self) -> tuple[str, ...]:
        """Return the words of the matches that hang below, none while it is closed."""
        shown = self._list
        if shown is None or shown.isHidden():
            return ()
        return tuple(shown.item(row).text() for row in range(shown.count()))

    def _on_edited(self, text: str) -> None:
        found = self._find(text)[:MOST] if text.strip() else ()
        if found:
            self._show_matches(found)
        else:
            self.close_matches()

    def _matches_list(self) -> QListWidget:
        if self._list is None:
            self._list = QListWidget(self.window())
            self._list.setProperty("role", "matches")
            self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
            self._list.setAccessibleName(self.accessibleName())
            self._list.itemClicked.connect(self._on_clicked)
            self._list.hide()
        return self._list

    def _show_matches(self, found: Found) -> None:
        shown = self._matches_list()
        if shown.parentWidget() is not self.window():
            shown.setParent(self.window())
        shown.clear()
        for key, words in found:
            row = QListWidgetItem(words)
            row.setData(Qt.ItemDataRole.UserRole, key)
            row.setToolTip(words)
            shown.addItem(row)
        is_meant = not self._free or is_begun(found[0][1], self.text())
        shown.setCurrentRow(0 if is_meant else -1)
        shown.setGeometry(self._place(shown, len(found)))
        shown.show()
        shown.raise_()
        self.setAccessibleDescription(ngettext("{n} match", "{n} matches", len(found)).format(n=len(found)))
        self.window().installEventFilter(self)

    def _place(self, shown: QListWidget, count: int) -> QRect:
        height = shown.sizeHintForRow(0) * count + 2 * shown.frameWidth() + 8
        window = self.window().rect()
        width = min(max(self.width(), 340), window.width() - 16)
        corner = self.mapTo(self.window(), QPoint(0, self.height() + 2))
        left = max(8, min(corner.x(), window.width() - width - 8))
        if corner.y() + height > window.height() - 4:
            corner.setY(max(4, corner.y() - self.height() - height - 4))
        return QRect(left, corner.y(), width, height)

    def close_matches(self) -> None:
        """Take the matches away."""
        if self._list is not None and not self._list.isHidden():
            self._list.hide()
            self.setAccessibleDescription("")
            self.window().removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close when the window moves or changes its size."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self.close_matches()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the matches, take one, or close them."""
        key, shown = event.key(), self._list
        is_open = shown is not None and not shown.isHidden()
        if is_open and shown is not None and key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            step = 1 if key == Qt.Key.Key_Down else -1
            shown.setCurrentRow(max(0, min(shown.count() - 1, shown.currentRow() + step)))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.enter()
        elif is_open and key == Qt.Key.Key_Escape:
            self.close_matches()
        else:
            super().keyPressEvent(event)

    def _marked(self) -> QListWidgetItem | None:
        shown = self._list
        return shown.currentItem() if shown is not None and not shown.isHidden() else None

    def enter(self) -> None:
        """Take the marked match, or the words where they are free and no match begins with them."""
        row = self._marked()
        if row is not None:
            self._take(row)
        elif self._free:
            self._give_words()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Take the marked match before free words would be left as they are."""
        if self._free and self._marked() is not None:
            self.enter()
        return super().focusNextPrevChild(forward)

    def _on_clicked(self, row: QListWidgetItem) -> None:
        self._take(row)

    def _take(self, row: QListWidgetItem) -> None:
        key = str(row.data(Qt.ItemDataRole.UserRole))
        self.set_words(row.text())
        self.picked.emit(key)

    def _give_words(self) -> None:
        self.close_matches()
        if self.text() != self._shown:
            self._shown = self.text()
            self.entered_words.emit(self.text().strip())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take free words, or show again what is chosen."""
        super().focusOutEvent(event)
        self.close_matches()
        if self._free:
            self._give_words()
