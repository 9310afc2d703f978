"""Rows of a form: each ties one field to one part of the subject, shows it when it changed, and keeps what was refused.

A row leaves alone what is being typed; text that could not be taken stays in its field with its sentence, even when
something else is looked at in between, and the value has again what stood before the typing began.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any, Generic

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from painplanner.gui.form.subject import Part, S, Subject, V
from painplanner.gui.unread import UnreadText
from painplanner.gui.widgets.fields import DateField, Field, line_edit
from painplanner.gui.widgets.flow import FlowLayout
from painplanner.gui.widgets.fold import Fold
from painplanner.gui.widgets.growing_text import GrowingText
from painplanner.gui.widgets.number_field import NumberField

_NEVER = object()
_YEAR_HALF_TYPED = re.compile(r"^\s*(?!\d{4})\w+\W+\w+\W+\d{1,3}\s*$")
"""A third part of one to three digits: a year on its way, which waits until the field is left."""


class Row(Generic[S, V]):
    """What all rows share; `field` is what a form places."""

    is_read = False
    """Whether the text is read into something else, so that its beginning may mean another thing than all of it."""

    def __init__(self, subject: Subject[S], part: Part[S, V], field: Field) -> None:
        """Tie a field to a part."""
        self._subject, self._part, self.field = subject, part, field
        self._id, self._shown, self._is_mine = "", _NEVER, False
        self._refused, self._hint = "", ""
        self._kept: dict[str, tuple[str, str]] = {}
        self._ways: dict[str, Callable[[], None]] = {}
        subject.unread.watch(self._unread_text)

    def put(self, value: V) -> None:
        """Show a value in the editor."""
        raise NotImplementedError

    def typed(self) -> str:
        """Return the text in the editor, for editors that hold text."""
        return ""

    def put_typed(self, text: str) -> None:
        """Show a text that was typed before and not taken."""

    def unread(self) -> str:
        """Return the sentence about a text that cannot be read, or nothing."""
        return ""

    def show(self) -> None:
        """Show the part of the subject, where it is not what the field says already."""
        value = self._part.get(self._subject.value)
        if self._subject.id != self._id:
            self._keep()
            self._id = self._subject.id
            self._ways = {one: self._ways[one] for one in self._kept}
            self._ways[self._id] = self._subject.way()
            self._show_value(value)
            self._bring_back()
        elif self._is_mine:
            self._shown = value
        elif value is not self._shown and value != self._shown:
            self._show_value(value)

    def _show_value(self, value: V) -> None:
        self._shown, self._refused = value, ""
        self.put(value)
        self.field.show_problem("")

    def _keep(self) -> None:
        sentence = self._refused or self.unread()
        if self._id and sentence:
            self._kept[self._id] = (self.typed(), sentence)

    def leave(self) -> None:
        """Keep a text that was not understood before the field is put away because another part is shown."""
        if self._id != self._subject.id and is_offered(self.field):
            self._keep()
            self._id, self._refused = "", ""

    def _bring_back(self) -> None:
        text, sentence = self._kept.pop(self._id, ("", ""))
        if text:
            self.put_typed(text)
            self._refused = sentence
            self.field.show_problem(sentence)

    def enter(self, value: V) -> None:
        """Propose what was entered; a refusal is said below the field and the text stays."""
        if self.is_read:
            self._subject.keep_typing()
        self._is_mine = True
        try:
            self._refused = self._subject.set(self._part, value)
        finally:
            self._is_mine = False
        if self._refused:
            self.take_back()
        self.field.show_problem(self._refused)

    def take_back(self) -> None:
        """Give back what stood there before this text was begun; the text stays."""
        self._is_mine = True
        try:
            self._subject.take_back(self._part)
        finally:
            self._is_mine = False

    def _unread_text(self) -> UnreadText | None:
        """Return the text that the value does not hold, here or kept for a part that is not shown now."""
        sentence = self._refused or self.unread()
        if sentence and is_offered(self.field) and self._subject.is_there(self._id):
            return UnreadText(self.typed(), sentence, lambda: self._go_to(self._id), self._forget)
        for one, (text, kept) in self._kept.items():
            if self._subject.is_there(one):
                return UnreadText(text, kept, lambda one=one: self._go_to(one), lambda one=one: self._drop(one))
        return None

    def _go_to(self, subject_id: str) -> None:
        way = self._ways.get(subject_id)
        if way is not None:
            way()
        open_folds(self.field)
        self.editor().setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(self.field)

    def _forget(self) -> None:
        """Show again what the value holds, in place of a text that was not taken."""
        self._show_value(self._part.get(self._subject.value))

    def _drop(self, subject_id: str) -> None:
        """Keep no text for a part that is not shown now."""
        self._kept.pop(subject_id, None)

    def editor(self) -> QWidget:
        """Return what takes the keys."""
        return self.field.editor

    def refuse(self, sentence: str) -> None:
        """Say below the field why nothing was changed."""
        self._refused = sentence
        self.field.show_problem(sentence)

    def show_hint(self, sentence: str) -> None:
        """Say below the field what is worth knowing, unless it says what is wrong."""
        if sentence == self._hint:
            return
        self._hint = sentence
        self.field.show_hint(sentence)
        self.field.show_problem(self._refused or self.unread())


class LineRow(Row[S, str]):
    """Words of one line."""

    def __init__(
        self, subject: Subject[S], part: Part[S, str], name: str, *, placeholder: str = "", limit: int = 300
    ) -> None:
        """Lay out the field."""
        self.line = line_edit(placeholder=placeholder, limit=limit)
        super().__init__(subject, part, Field(name, self.line))
        self.line.textEdited.connect(self.enter)

    def put(self, value: str) -> None:
        """Show the words, from their beginning."""
        self.line.setText(value)
        self.line.setCursorPosition(0)

    def typed(self) -> str:
        """Return the words."""
        return self.line.text()

    def put_typed(self, text: str) -> None:
        """Show words again."""
        self.line.setText(text)


class AreaRow(Row[S, str]):
    """Words of several lines."""

    def __init__(
        self,
        subject: Subject[S],
        part: Part[S, str],
        name: str,
        *,
        placeholder: str = "",
        least: int = 2,
        most: int = 10,
    ) -> None:
        """Lay out the field."""
        self.area = GrowingText(placeholder=placeholder, least=least, most=most)
        super().__init__(subject, part, Field(name, self.area))
        self.area.edited.connect(self.enter)

    def put(self, value: str) -> None:
        """Show the words."""
        self.area.set_text(value)

    def typed(self) -> str:
        """Return the words."""
        return self.area.text()

    def put_typed(self, text: str) -> None:
        """Show words again."""
        self.area.set_text(text)


class NumberRow(Row[S, Any]):
    """A number or nothing."""

    is_read = True

    def __init__(
        self, subject: Subject[S], part: Part[S, Any], name: str, *, whole: bool = True, unit: str = ""
    ) -> None:
        """Lay out the field."""
        self.number = NumberField(name, whole=whole, unit=unit)
        super().__init__(subject, part, self.number)
        self.number.entered.connect(self.enter)
        self.number.refused.connect(self.take_back)

    def put(self, value: Any) -> None:
        """Show the number."""
        self.number.set_number(value)

    def typed(self) -> str:
        """Return what stands in the field."""
        return self.number.line.text()

    def put_typed(self, text: str) -> None:
        """Show what stood in the field."""
        self.number.line.setText(text)

    def unread(self) -> str:
        """Return why it is not a number."""
        return self.number.problem()


class DayRow(Row[S, "date | None"]):
    """A date or nothing."""

    is_read = True

    def __init__(
        self,
        subject: Subject[S],
        part: Part[S, date | None],
        name: str,
        today: Callable[[], date],
        *,
        after: Callable[[date], str] | None = None,
    ) -> None:
        """Lay out the field."""
        self.day = DateField(name, None, today, after=after, ahead=True)
        super().__init__(subject, part, self.day)
        self.day.changed.connect(self._on_changed)
        self.day.refused.connect(self.take_back)
        self.day.line.editingFinished.connect(self._on_left)

    def _on_changed(self) -> None:
        if not _YEAR_HALF_TYPED.search(self.day.line.text()):
            self._enter_day()

    def _on_left(self) -> None:
        if self.day.is_readable() and self.day.day() != self._shown:
            self._enter_day()

    def _enter_day(self) -> None:
        hint = self.day.sentence
        self.enter(self.day.day())
        if not self._refused:
            self.day.show_hint(hint)

    def put(self, value: date | None) -> None:
        """Show the date."""
        self.day.line.clear()
        self.day.set_day(value)

    def typed(self) -> str:
        """Return what stands in the field."""
        return self.day.line.text()

    def put_typed(self, text: str) -> None:
        """Show what stood in the field."""
        self.day.line.setText(text)

    def unread(self) -> str:
        """Return why it is not a date."""
        return "" if self.day.is_readable() else self.day.sentence or " "


def is_offered(field: QWidget) -> bool:
    """Tell whether a form offers a field, be it behind a fold that is closed."""
    one: QWidget | None = field
    while one is not None and not isinstance(one, QScrollArea):
        above = one.parentWidget()
        if one.isHidden() and not isinstance(above, Fold):
            return False
        one = above
    return True


def open_folds(field: QWidget) -> None:
    """Open what a field is folded away in."""
    one = field.parentWidget()
    while one is not None:
        if isinstance(one, Fold):
            one.set_open(True)
        one = one.parentWidget()


def bring_into_sight(field: QWidget) -> None:
    """Scroll to a field, and to what is said below it."""
    one = field.parentWidget()
    while one is not None and not isinstance(one, QScrollArea):
        one = one.parentWidget()
    if one is not None:
        one.ensureWidgetVisible(field, 0, 24)


def in_flow(*widgets: QWidget, gap: int = 8) -> QWidget:
    """Return buttons set like words, wrapping where it is narrow."""
    box = QWidget()
    flow = FlowLayout(box, gap=gap)
    for widget in widgets:
        flow.addWidget(widget)
    return box


def beside(*parts: QWidget | Row[Any, Any], gap: int = 8) -> QWidget:
    """Return fields side by side, their names on one line."""
    box = QWidget()
    line = QHBoxLayout(box)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(gap)
    for part in parts:
        line.addWidget(part.field if isinstance(part, Row) else part, 1, Qt.AlignmentFlag.AlignTop)
    return box
