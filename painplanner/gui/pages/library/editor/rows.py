"""Rows that only the library's editor has: lists of codes or words, spans of two numbers, links to one of many."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from painplanner.core.library import Intervention
from painplanner.core.values import Impossible
from painplanner.gui.form.rows import Row
from painplanner.gui.form.subject import Part, Subject
from painplanner.gui.messages import impossible_sentence
from painplanner.gui.widgets.buttons import icon_button
from painplanner.gui.widgets.fields import Field
from painplanner.gui.widgets.finder import Finder, Found
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.number_field import NumberField
from painplanner.gui.widgets.word_list import WordList, matching
from painplanner.text import _

Entry = Subject[Intervention]
EntryPart = Part[Intervention, Any]
Span = tuple[Decimal | None, Decimal | None]


class WordsRow(Row[Intervention, "tuple[str, ...]"]):
    """Any number of codes of a list, or of words that may also be typed freely."""

    def __init__(
        self,
        subject: Entry,
        part: EntryPart,
        name: str,
        *,
        add: str,
        word: Callable[[str], str] = str,
        options: Callable[[], Iterable[str]] = tuple,
        read: Callable[[str], str] | None = None,
    ) -> None:
        """Lay out the words; `options` are the codes to find, `read` makes a code of free words."""

        def find(text: str) -> Found:
            return matching(((code, word(code)) for code in options()), text)

        self.words = WordList(find, word, name=name, add=add, free=read is not None, read=read or str.strip)
        super().__init__(subject, part, Field(name, self.words))
        self.words.changed.connect(self._on_changed)

    def _on_changed(self, keys: tuple[str, ...]) -> None:
        self.enter(keys)
        self.words.set_keys(self._part.get(self._subject.value))

    def put(self, value: tuple[str, ...]) -> None:
        """Show the words."""
        self.words.set_keys(value)


class SpanRow(Row[Intervention, Span]):
    """A lower and an upper end, each of which may be left open."""

    is_read = True

    def __init__(self, subject: Entry, part: EntryPart, name: str, *, unit: str = "", whole: bool = True) -> None:
        """Lay out the two numbers."""
        self.low = NumberField(_("{name}: from").format(name=name), unit=unit, whole=whole)
        self.high = NumberField(_("{name}: to").format(name=name), unit=unit, whole=whole)
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.low.without_name(), 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(_("to"), "muted"))
        row.addWidget(self.high.without_name(), 1, Qt.AlignmentFlag.AlignTop)
        super().__init__(subject, part, Field(name, box))
        for number in (self.low, self.high):
            number.entered.connect(lambda _n: self._on_entered())
            number.refused.connect(self.take_back)

    def without_name(self) -> SpanRow:
        """Leave the name to what stands beside it."""
        self.field.without_name()
        return self

    def put(self, value: Span) -> None:
        """Show both ends."""
        self.low.set_number(value[0])
        self.high.set_number(value[1])

    def _on_entered(self) -> None:
        if self.low.problem() or self.high.problem():
            return
        low, high = self.low.number(), self.high.number()
        if low is not None and high is not None and low > high:
            self.take_back()
            self.refuse(impossible_sentence(Impossible("range-upside-down", "range", low=low, high=high)))
            return
        self.enter((_decimal(low), _decimal(high)))

    def typed(self) -> str:
        """Return what stands in both fields."""
        return f"{self.low.line.text()}\n{self.high.line.text()}"

    def put_typed(self, text: str) -> None:
        """Show what stood in both fields."""
        low, _line, high = text.partition("\n")
        self.low.line.setText(low)
        self.high.line.setText(high)

    def unread(self) -> str:
        """Return why one of them is not a number."""
        return self.low.problem() or self.high.problem()

    def editor(self) -> QWidget:
        """Return what takes the keys."""
        return self.high.line if self.high.problem() else self.low.line


def _decimal(number: int | Decimal | None) -> Decimal | None:
    return None if number is None else Decimal(number)


class LinkRow(Row[Intervention, str]):
    """One thing of many, found by its name while it is typed, or none."""

    def __init__(
        self, subject: Entry, part: EntryPart, name: str, *, find: Callable[[str], Found], word: Callable[[str], str]
    ) -> None:
        """Lay out the field; `word` says how a key is called."""
        self._word = word
        self.finder = Finder(find, name=name, placeholder=_("None; type its first letters"))
        self.clear = icon_button("close", _("Remove {name}").format(name=name), lambda: self._take(""))
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.finder, 1)
        row.addWidget(self.clear)
        super().__init__(subject, part, Field(name, box))
        self.finder.picked.connect(self._take)
        self.finder.editingFinished.connect(self._on_left)

    def _take(self, key: str) -> None:
        self.enter(key)
        self.put(self._part.get(self._subject.value))

    def _on_left(self) -> None:
        """Take the link away with its words; other words that name nothing are put back."""
        if not self._subject.is_set or self.finder.matches:
            return
        if not self.finder.text().strip() and self._part.get(self._subject.value):
            self._take("")
        else:
            self.put(self._part.get(self._subject.value))

    def put(self, value: str) -> None:
        """Show what it leads to."""
        self.finder.set_words((self._word(value) or value) if value else "")
        self.clear.setVisible(bool(value))

    def editor(self) -> QWidget:
        """Return what takes the keys."""
        return self.finder
