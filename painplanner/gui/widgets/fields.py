"""Fields: a name above, the editor, and below it the sentence that says what is wrong or what was understood."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import cast

from PySide6 import QtCore
from PySide6.QtCore import QPoint, QPointF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QShowEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyleOptionComboBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from painplanner.gui import theme
from painplanner.gui.widgets.labels import label
from painplanner.text import _

LEFT_OUT = 60
"""The most pixels by which a list opens too short; one that is cut for the edge of the screen lacks more."""


class Field(QWidget):
    """A named editor with its sentence below for bad input."""

    def __init__(self, name: str, editor: QWidget, *, hint: str = "", parent: QWidget | None = None) -> None:
        """Name the editor for eyes and for screen readers."""
        super().__init__(parent)
        self.editor = editor
        self._hint = hint
        self._name = label(name, "minor")
        self._name.setBuddy(editor)
        self._below: QLabel | None = None
        if not editor.accessibleName():
            editor.setAccessibleName(name)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.UNIT)
        for part in (self._name, editor):
            lines.addWidget(part)
        if hint:
            self._say(hint, "small")

    def without_name(self) -> Field:
        """Leave the name to screen readers, where a name above says it already."""
        self._name.hide()
        return self

    def set_name(self, name: str) -> None:
        """Call it something else."""
        if name != self._name.text():
            self._name.setText(name)
            self.editor.setAccessibleName(name)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong; the empty sentence takes it back."""
        self._say(sentence or self._hint, "problem" if sentence else "small")
        if bool(self.editor.property("wrong")) != bool(sentence):
            self.editor.setProperty("wrong", bool(sentence))
            _restyle(self.editor)
        self.editor.setAccessibleDescription(sentence or self._hint)

    def show_hint(self, sentence: str) -> None:
        """Say what was understood, or what is worth knowing."""
        self._hint = sentence
        self.show_problem("")

    @property
    def sentence(self) -> str:
        """Return what stands below the editor."""
        return self._below.text() if self._below is not None else ""

    def _say(self, sentence: str, role: str) -> None:
        """Write below the editor; the line is made for the first sentence, as most fields never say anything."""
        if self._below is None:
            if not sentence:
                return
            self._below = label("", role, wrap=True, parent=self)
            cast("QVBoxLayout", self.layout()).addWidget(self._below)
        self._below.setText(sentence)
        self._below.setVisible(bool(sentence))
        if self._below.property("role") != role:
            self._below.setProperty("role", role)
            _restyle(self._below)


def _restyle(widget: QWidget) -> None:
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def line_edit(
    text: str = "", *, name: str = "", placeholder: str = "", limit: int = 300, secret: bool = False
) -> QLineEdit:
    """Return a field of one line."""
    made = QLineEdit(text)
    made.setPlaceholderText(placeholder)
    made.setMaxLength(limit)
    made.setMinimumHeight(30)
    made.setAccessibleName(name)
    if secret:
        made.setEchoMode(QLineEdit.EchoMode.Password)
    return made


def text_area(text: str = "", *, name: str = "", placeholder: str = "", lines: int = 3) -> QPlainTextEdit:
    """Return a field of several lines; Tab leaves it."""
    made = QPlainTextEdit(text)
    made.setPlaceholderText(placeholder)
    made.setAccessibleName(name)
    made.setTabChangesFocus(True)
    made.setFixedHeight(lines * theme.current().pixels() * 3 // 2 + 18)
    return made


class Choice(QComboBox):
    """A closed list with an arrow of its own, because a style sheet takes the style's arrow away."""

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys from a click or Tab, never from the wheel; said late, as it loads the names of all of Qt."""
        super().showEvent(event)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)

    def showPopup(self) -> None:
        """Open high enough for its lines, measured once they have their place."""
        super().showPopup()
        QTimer.singleShot(0, self, self._grow)

    def _grow(self) -> None:
        """Add the room that a style sheet puts around the lines, where the style left it out."""
        if 0 < self._lacking() <= LEFT_OUT:
            self._stretch(self._lacking())
            QTimer.singleShot(0, self, self._trim)

    def _trim(self) -> None:
        """Take back the room of the arrows, which are gone once every line has its place."""
        if -LEFT_OUT <= self._lacking() < 0:
            self._stretch(self._lacking())

    def _lacking(self) -> int:
        """Return how many pixels the open list is too low, below 0 too high."""
        view = self.view()
        lines = sum(view.sizeHintForRow(row) for row in range(self.count()))
        return lines - view.viewport().height() if view.isVisible() else 0

    def _stretch(self, by: int) -> None:
        frame = self.view().window()
        is_above = frame.y() < self.mapToGlobal(QPoint(0, 0)).y()
        frame.setGeometry(frame.x(), frame.y() - (by if is_above else 0), frame.width(), frame.height() + by)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Shorten what the field is too narrow for, as the style would cut it in the middle of a letter."""
        super().initStyleOption(option)
        part, words = QStyle.SubControl.SC_ComboBoxEditField, self.currentText()
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width() - 2
        if self.fontMetrics().horizontalAdvance(words) > room:  # asked first, as the mode loads the names of all of Qt
            words = self.fontMetrics().elidedText(words, QtCore.Qt.TextElideMode.ElideRight, room)
            option.currentText = words  # type: ignore[attr-defined]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, then the arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.current().color("muted"), 1.6))
        x, y = self.width() - 16.0, self.height() / 2 - 2
        painter.drawPolyline([QPointF(x - 4, y), QPointF(x, y + 4), QPointF(x + 4, y)])
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, so that scrolling never changes an answer."""
        event.ignore()


def choice(options: Iterable[tuple[str, str]], chosen: str = "", *, name: str = "") -> Choice:
    """Return a closed list of (key, words); `currentData()` is the key."""
    made = Choice()
    made.setAccessibleName(name)
    made.setMinimumHeight(30)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(6)
    for key, words in options:
        made.addItem(words, key)
    made.setCurrentIndex(max(0, made.findData(chosen)))
    return made


class SearchField(QLineEdit):
    """Search as you type: `searched` comes once the fingers rest, Esc empties it."""

    searched = Signal(str)

    def __init__(self, placeholder: str, parent: QWidget | None = None, *, rest_ms: int = 0) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setMinimumHeight(34)
        self._pause = QTimer(self, singleShot=True, interval=rest_ms)
        self._pause.timeout.connect(lambda: self.searched.emit(self.text()))
        self.textChanged.connect(lambda: self._pause.start())

    def show_sign(self) -> None:
        """Put the magnifying glass in; apart from the constructor so that the first window needs no icon font."""
        from painplanner.gui import icons

        sign = self.addAction(icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        sign.setText(self.placeholderText())
        for tool in self.findChildren(QToolButton):
            tool.setAccessibleName(self.placeholderText())


class DateField(Field):
    """A date typed as people write it; below it stands the date that was understood, if one was."""

    changed = Signal()
    refused = Signal()

    def __init__(
        self,
        name: str,
        day: date | None,
        today: Callable[[], date],
        *,
        after: Callable[[date], str] | None = None,
        ahead: bool = False,
    ) -> None:
        """Show a date; `after` adds words such as the age; `ahead` reads dates that are planned."""
        from painplanner.gui.dates import day_words

        self._ahead = ahead
        example = _("such as 3 Aug") if ahead else _("such as 3 Aug 1978")
        self.line = line_edit(day_words(day) if day else "", placeholder=example, limit=40)
        self._today, self._after = today, after
        super().__init__(name, self.line)
        self.line.textEdited.connect(self._on_edited)
        self.line.editingFinished.connect(self._on_left)

    def day(self) -> date | None:
        """Return the date, `None` when empty or not readable."""
        from painplanner.core.values import Impossible
        from painplanner.gui.dates import read_day

        try:
            return read_day(self.line.text(), today=self._today(), ahead=self._ahead)
        except Impossible:
            return None

    def set_day(self, day: date | None) -> None:
        """Show a date that came from elsewhere."""
        from painplanner.gui.dates import day_words

        if day != self.day() or not self.line.text():
            self.line.setText(day_words(day) if day else "")
        self.show_hint("")

    def is_readable(self) -> bool:
        """Tell whether the field is empty or holds a date."""
        return not self.line.text().strip() or self.day() is not None

    def _on_edited(self) -> None:
        from painplanner.gui.dates import day_words, long_day_words

        day = self.day()
        words = "" if day is None else long_day_words(day) if self._ahead else day_words(day)
        self.show_hint(f"{words}{self._after(day)}" if day and self._after else words)
        if self.is_readable():
            self.changed.emit()
        else:
            self.refused.emit()

    def _on_left(self) -> None:
        if not self.is_readable():
            self.show_problem(_("This date was not understood. Type it like 3 Aug 1978 or 1978-08-03."))
