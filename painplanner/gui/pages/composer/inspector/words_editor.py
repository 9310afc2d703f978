"""The words of an item as its patient reads them: a plain name, sentences with their kinds, and how hard they read."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painplanner.core.plan import Item, LineKind, texts_in
from painplanner.gui.form.line_editor import LineEditor
from painplanner.gui.form.rows import LineRow
from painplanner.gui.form.subject import Part, Subject
from painplanner.gui.languages import language_name
from painplanner.gui.pages.composer.inspector.item_texts import (
    plainly_named,
    with_line,
    with_new_line,
    without_line,
)
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.row_pool import RowPool
from painplanner.services.reading import reading_words
from painplanner.text import _


class WordsEditor(QWidget):
    """Shows the copy in the patient's language; the first change of a language not written yet makes its copy."""

    def __init__(self, subject: Subject[Item]) -> None:
        """Lay out name and sentences."""
        super().__init__()
        self._subject, self._lang = subject, "en"
        self._shown: Any = None
        self._language = label("", "small", wrap=True)
        part: Part[Item, str] = Part(
            _("Change the patient's words"),
            lambda item: texts_in(item.texts, self._lang).plain_name,
            lambda item, text: plainly_named(item, self._changes_lang(item), text),
            "plain-name",
        )
        self.name = LineRow(subject, part, _("Name for the patient"))
        self.pool: RowPool[LineEditor] = RowPool(lambda place: LineEditor(self, place), gap=4)
        self.add_button = button(_("Add a sentence"), self.add, kind="link", icon="plus")
        self.grade = label("", "small")
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        foot.addWidget(self.grade)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        for widget in (self._language, self.name.field, self.pool):
            lines.addWidget(widget)
        lines.addLayout(foot)

    def show_item(self, lang: str) -> None:
        """Show the words of the subject in a language."""
        item = self._subject.value
        is_other_language, self._lang = lang != self._lang, lang
        self.name.show()
        if item.texts is self._shown and not is_other_language:
            return
        self._shown = item.texts
        words = texts_in(item.texts, lang)
        self._say_language(words.lang)
        for editor, line in zip(self.pool.show_rows(len(words.lines)), words.lines, strict=True):
            editor.show_line(line.kind, line.text)
        self.grade.setText(reading_words([line.text for line in words.lines], words.lang))

    def _say_language(self, shown: str) -> None:
        sentence = ""
        if shown.split("-")[0] != self._lang.split("-")[0]:
            sentence = _("Not written in {language} yet; {shown} is shown. A change begins a copy.").format(
                language=language_name(self._lang), shown=language_name(shown)
            )
        elif shown.split("-")[0] != "en":
            sentence = _("In {language}").format(language=language_name(shown))
        self._language.setText(sentence)
        self._language.setVisible(bool(sentence))

    def _changes_lang(self, item: Item) -> str:
        shown = texts_in(item.texts, self._lang).lang
        return shown if shown.split("-")[0] == self._lang.split("-")[0] else self._lang

    def set_text(self, place: int, text: str) -> str:
        """Propose another sentence; return why not, or nothing."""
        return self._subject.change(
            _("Change the patient's words"),
            lambda item: with_line(item, self._changes_lang(item), place, text=text),
            f"line-{place}",
        )

    def set_kind(self, place: int, kind: LineKind) -> None:
        """Propose another kind of sentence."""
        self._subject.change(
            _("Change the kind of sentence"),
            lambda item: with_line(item, self._changes_lang(item), place, kind=kind),
        )

    def add(self) -> None:
        """Propose an empty sentence and go there."""
        self._subject.change(_("Add a sentence"), lambda item: with_new_line(item, self._changes_lang(item)))
        if self.pool.rows:
            self.pool.rows[-1].words.setFocus()

    def remove(self, place: int) -> None:
        """Propose to leave a sentence out."""
        self._subject.change(_("Remove a sentence"), lambda item: without_line(item, self._changes_lang(item), place))
