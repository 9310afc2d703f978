"""The patient's words in every language side by side: lines to add, remove and reorder, and how hard they read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from painplanner.core.entry_edits import with_line, with_moved_line, with_new_line, with_words, without_line, words_in
from painplanner.core.library import Intervention
from painplanner.core.plan import Line, LineKind
from painplanner.gui.form.line_editor import LineEditor
from painplanner.gui.form.rows import LineRow, bring_into_sight
from painplanner.gui.languages import language_name
from painplanner.gui.pages.library.editor.names import text_part
from painplanner.gui.pages.library.editor.rows import Entry
from painplanner.gui.pages.library.editor.section import EditSection
from painplanner.gui.unread import UnreadText
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.labels import label
from painplanner.services.reading import reading_words
from painplanner.text import _

SIDE_BY_SIDE_FROM = 510
BETWEEN = 12
"""Pixels between one language and the one below it."""


class LanguageLines:
    """The lines of one language; their place on the screen is the section's business."""

    def __init__(self, subject: Entry, lang: str) -> None:
        """Make what stands above and below the lines."""
        self._subject, self.lang = subject, lang
        self.spoken = language_name(lang)
        self.editors: list[LineEditor] = []
        self._refused: tuple[int, str, str] | None = None
        subject.unread.watch(self.unread)
        self.head = QWidget()
        row = QHBoxLayout(self.head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(label(self.spoken, "strong"))
        self.grade: QLabel = label("", "small", wrap=True)
        self.grade.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.grade, 1)
        self.add_button = button(
            _("Add a sentence"),
            self.add,
            kind="link",
            icon="plus",
            name=f"{_('Add a sentence')}, {self.spoken}",
        )
        part = text_part("checked_by", lang, _("Change who checked the words"))
        self.checked = LineRow(
            subject, part, _("Checked by"), placeholder=_("Not yet checked by a clinician"), limit=120
        )
        self.checked.line.setAccessibleName(f"{_('Checked by')}, {self.spoken}")

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return the lines of the entry."""
        return words_in(self._subject.value.texts, self.lang).lines

    def show(self) -> bool:
        """Show the lines; tell whether there are more or fewer than before."""
        lines = self.lines
        before = len(self.editors)
        while len(self.editors) < len(lines):
            self.editors.append(LineEditor(self, len(self.editors), move=self.move, spoken=self.spoken))
        for place, line in enumerate(lines):
            self.editors[place].show_line(line.kind, line.text)
            self.editors[place].show_ends(is_first=place == 0, is_last=place == len(lines) - 1)
        for gone in self.editors[len(lines) :]:
            gone.hide()
            gone.deleteLater()
        del self.editors[len(lines) :]
        self.grade.setText(reading_words([line.text for line in lines], self.lang))
        return len(self.editors) != before

    def _change(self, title: str, fn: Callable[[tuple[Line, ...]], tuple[Line, ...]], merge: str = "") -> str:
        def changes(entry: Intervention) -> dict[str, Any]:
            lines = fn(words_in(entry.texts, self.lang).lines)
            return {"texts": with_words(entry.texts, self.lang, lines=lines)}

        return self._subject.change(title, changes, merge)

    def set_text(self, place: int, text: str) -> str:
        """Propose other words; return why not, or nothing."""
        title, merge = _("Change the patient's words"), f"line-{self.lang}-{place}"
        sentence = self._change(title, lambda lines: with_line(lines, place, text=text), merge)
        self._refused = (place, text, sentence) if sentence else None
        return sentence

    def unread(self) -> UnreadText | None:
        """Return the sentence that the entry does not hold."""
        if self._refused is None or self._refused[0] >= len(self.editors):
            return None
        place, text, sentence = self._refused
        return UnreadText(text, sentence, lambda: self._go_to(place), self._forget)

    def _go_to(self, place: int) -> None:
        self.editors[place].words.setFocus()
        bring_into_sight(self.editors[place])

    def _forget(self) -> None:
        self._refused = None
        self.show()

    def set_kind(self, place: int, kind: LineKind) -> None:
        """Propose another kind of sentence."""
        self._change(_("Change the kind of sentence"), lambda lines: with_line(lines, place, kind=kind))

    def add(self) -> None:
        """Propose an empty sentence and go there."""
        self._change(_("Add a sentence"), with_new_line)
        if self.editors:
            self.editors[-1].words.setFocus()

    def remove(self, place: int) -> None:
        """Propose to leave a sentence out; the keys go to its neighbour."""
        self._refused = None
        self._change(_("Remove a sentence"), lambda lines: without_line(lines, place))
        if self.editors:
            self.editors[min(place, len(self.editors) - 1)].words.setFocus()
        else:
            self.add_button.setFocus()

    def move(self, place: int, by: int) -> None:
        """Propose another order; the keys follow the sentence."""
        self._change(_("Move a sentence"), lambda lines: with_moved_line(lines, place, by))
        target = self.editors[max(0, min(len(self.editors) - 1, place + by))]
        mover = target.mover_up if by < 0 else target.mover_down
        if mover is not None:
            (mover if mover.isEnabled() else target.words).setFocus()


class LinesGrid(QWidget):
    """Sets languages beside one another, line by line, or below one another where it is narrow."""

    def __init__(self, languages: tuple[LanguageLines, ...]) -> None:
        """Take the languages."""
        super().__init__()
        self._languages, self._is_wide = languages, True
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(6)

    def minimumSizeHint(self) -> QSize:
        """Be content with one language."""
        items = (self._grid.itemAt(place) for place in range(self._grid.count()))
        widest = max((item.minimumSize().width() for item in items if item is not None), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the languages as the room asks for."""
        super().resizeEvent(event)
        is_wide = event.size().width() >= SIDE_BY_SIDE_FROM
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self.set_out()

    def set_out(self) -> None:
        """Place every line anew."""
        while self._grid.takeAt(0) is not None:
            pass
        most = max(len(one.editors) for one in self._languages)
        row = 0
        for column, one in enumerate(self._languages):
            row = 0 if self._is_wide else row
            at = column if self._is_wide else 0
            for place, part in enumerate((one.head, *one.editors)):
                self._put(part, row + place, at)
            below = row + 1 + (most if self._is_wide else len(one.editors))
            self._put(one.add_button, below, at, Qt.AlignmentFlag.AlignLeft)
            self._put(one.checked.field, below + 1, at)
            self._grid.setRowMinimumHeight(below + 2, 0 if self._is_wide else BETWEEN)
            row = below + 3
        for column in range(len(self._languages)):
            self._grid.setColumnStretch(column, 1 if self._is_wide or not column else 0)

    def _put(self, part: QWidget, row: int, column: int, side: Qt.AlignmentFlag = Qt.AlignmentFlag(0)) -> None:
        self._grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignTop | side)
        part.show()


class PatientTextSection(EditSection):
    """The lines of every language."""

    def __init__(self, subject: Entry, languages: tuple[str, ...]) -> None:
        """Lay out the languages."""
        super().__init__(subject, _("In the patient’s words"))
        self.languages = {lang: LanguageLines(subject, lang) for lang in languages}
        self.grid = LinesGrid(tuple(self.languages.values()))
        self.lines.addWidget(self.grid)
        for one in self.languages.values():
            self.row(one.checked)
        self.grid.set_out()

    def refresh(self, entry: Intervention) -> None:
        """Show the lines, set out anew where there are more or fewer."""
        del entry
        if any([one.show() for one in self.languages.values()]):  # noqa: C419  (each of them is shown)
            self.grid.set_out()
