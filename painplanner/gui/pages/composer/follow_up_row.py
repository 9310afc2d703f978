"""One exercise of the last sheet: what was given, what becomes of it, and the five answers."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from painplanner.core.dose import side_of
from painplanner.core.dose_text import dose_line
from painplanner.core.follow_up import FollowUpRow
from painplanner.core.library import Intervention
from painplanner.core.plan import Item, item_name, texts_in
from painplanner.gui.context import AppContext
from painplanner.gui.pages.composer.follow_up_edits import Answer, answer_of, dose_of, entry_for, given
from painplanner.gui.pages.composer.thumb import Thumb
from painplanner.gui.thumbnails import Thumbnails
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.labels import ElidedLabel, label
from painplanner.text import _

KEYS = {
    Qt.Key.Key_S: Answer.SAME,
    Qt.Key.Key_H: Answer.HARDER,
    Qt.Key.Key_E: Answer.EASIER,
    Qt.Key.Key_W: Answer.SWAP,
    Qt.Key.Key_X: Answer.STOP,
}
PICTURE = QSize(60, 45)


def answer_words() -> dict[Answer, tuple[str, str]]:
    """Return each answer with its key and its word."""
    return {
        Answer.SAME: ("S", _("Same")),
        Answer.HARDER: ("H", _("Harder")),
        Answer.EASIER: ("E", _("Easier")),
        Answer.SWAP: ("W", _("Swap")),
        Answer.STOP: ("X", _("Stop")),
    }


class FollowUpLine(QFrame):
    """Takes the keys; `answered` carries an answer, `moved` a step up or down."""

    answered = Signal(str)
    moved = Signal(int)
    entered = Signal()

    def __init__(self, ctx: AppContext, thumbnails: Thumbnails) -> None:
        """Lay out picture, words and answers."""
        super().__init__()
        self._ctx = ctx
        self._row: FollowUpRow | None = None
        self.setProperty("role", "row")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.thumb = Thumb(thumbnails, PICTURE)
        self.name = label("", "strong", wrap=True)
        self.dose = ElidedLabel("", "minor", fills=True)
        self.becomes = label("", "outcome", wrap=True)
        self.neighbours = label("", "small", wrap=True)
        self.answers: dict[Answer, QPushButton] = {}
        self._lay_out()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self.name, self.dose, self.becomes):
            words.addWidget(part)
        words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.thumb, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        keys = QHBoxLayout()
        keys.setSpacing(4)
        for answer, (key, word) in answer_words().items():
            made = button(word, lambda one=answer: self.answered.emit(one.value), kind="answer", tip=f"{word} ({key})")
            made.setCheckable(True)
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.answers[answer] = made
            keys.addWidget(made, 1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(12, 8, 12, 8)
        lines.setSpacing(8)
        lines.addLayout(head)
        lines.addWidget(self.neighbours)
        lines.addLayout(keys)
        self.neighbours.hide()

    @property
    def row(self) -> FollowUpRow | None:
        """Return what is shown."""
        return self._row

    def show_row(self, row: FollowUpRow, *, is_seen: bool) -> None:
        """Show a line of the last sheet with today's answer."""
        self._row = row
        lang, old = self._ctx.practice.language, given(row)
        name = item_name(old, lang)
        answer = answer_of(row, self._ctx) or (Answer.SAME if is_seen else None)
        self.name.setText(name)
        self.dose.setText(dose_words(old))
        self.thumb.show_figure(row.item.figure, side_of(row.item.dose))
        becomes = self._becomes(row, answer)
        self.becomes.setText(becomes)
        self.becomes.setVisible(bool(becomes))
        for one, made in self.answers.items():
            made.setChecked(one is answer)
        self._show_neighbours(row, old)
        self.setAccessibleName(", ".join(part for part in (name, self.dose.text(), becomes) if part))
        self.setAccessibleDescription(self.neighbours.text())

    def _becomes(self, row: FollowUpRow, answer: Answer | None) -> str:
        if answer is Answer.STOP:
            return _("Stops today")
        if answer in {None, Answer.SAME}:
            return _("Goes on as it is") if answer is Answer.SAME else ""
        name = item_name(row.item, self._ctx.practice.language)
        return " · ".join(part for part in (f"→ {name}", dose_words(row.item)) if part)

    def _show_neighbours(self, row: FollowUpRow, old: Item) -> None:
        lines: list[str] = []
        for answer, none in ((Answer.HARDER, _("no harder one yet")), (Answer.EASIER, _("no easier one yet"))):
            key, word = answer_words()[answer]
            entry = entry_for(row, answer, self._ctx)
            made = self.answers[answer]
            made.setEnabled(entry is not None)
            words = self._entry_words(entry, old) if entry is not None else none
            made.setToolTip(f"{word} ({key}): {words}")
            made.setAccessibleName(f"{word}: {words}")
            lines.append(f"{key}  {words}")
        self.neighbours.setText("\n".join(lines))

    def _entry_words(self, entry: Intervention, old: Item) -> str:
        dose = dose_of(entry, old, self._ctx)
        name = texts_in(entry.texts, self._ctx.practice.language).name
        return " · ".join(part for part in (name, dose_line(dose) if dose is not None else "") if part)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer with a letter, move with the arrows."""
        plain_key = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
        answer = KEYS.get(Qt.Key(event.key())) if plain_key else None
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if answer is not None:
            self.answered.emit(answer.value)
        elif step is not None:
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the keys."""
        self.setFocus()
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show what harder and easier would be."""
        super().focusInEvent(event)
        self.neighbours.show()
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Become small again."""
        super().focusOutEvent(event)
        self.neighbours.hide()


def dose_words(item: Item) -> str:
    """Write the dose of an item as one line."""
    return dose_line(item.dose) if item.dose is not None else ""
