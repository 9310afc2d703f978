"""How the entry is called, in every language beside one another, and the words it is also found by."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from painplanner.core.entry_edits import texts_of, with_texts, with_words, words_in
from painplanner.core.library import Intervention
from painplanner.gui.form.rows import LineRow
from painplanner.gui.form.subject import Part
from painplanner.gui.languages import language_name
from painplanner.gui.pages.library.editor.rows import Entry, EntryPart, WordsRow
from painplanner.gui.pages.library.editor.section import EditSection, column
from painplanner.gui.widgets.abreast import Abreast
from painplanner.gui.widgets.labels import label
from painplanner.text import _

SIDE_BY_SIDE_FROM = 440


class NamesSection(EditSection):
    """Name, name for the patient and other names."""

    def __init__(self, subject: Entry, languages: tuple[str, ...]) -> None:
        """Lay out a column for each language."""
        super().__init__(subject, _("Names"))
        self.names: dict[str, LineRow[Intervention]] = {}
        columns = tuple(self._column(lang) for lang in languages)
        self.lines.addWidget(Abreast(columns, wide_from=SIDE_BY_SIDE_FROM, gap=24, close=16))

    def _column(self, lang: str) -> QWidget:
        spoken = language_name(lang)
        name = LineRow(self.subject, text_part("name", lang, _("Change the name")), _("Name"))
        plain = LineRow(
            self.subject,
            text_part("plain_name", lang, _("Change the name for patients")),
            _("Name for patients"),
            placeholder=_("The same"),
        )
        also = WordsRow(self.subject, _synonyms(lang), _("Also called"), add=_("Add another name"), read=_one_line)
        for row in (name, plain):
            row.line.setAccessibleName(f"{row.line.accessibleName()}, {spoken}")
        also.words.line.setAccessibleName(f"{also.words.line.accessibleName()}, {spoken}")
        self.names[lang] = name
        return column(label(spoken, "strong"), self.row(name), self.row(plain), self.row(also))

    def refresh(self, entry: Intervention) -> None:
        """Say which name stands for one that is missing."""
        for lang, row in self.names.items():
            missing = not words_in(entry.texts, lang).name.strip()
            row.show_hint(_("Not written yet; the other name is used.") if missing else "")


def text_part(field: str, lang: str, title: str) -> EntryPart:
    """Return one field of the words in a language."""
    return Part(
        title,
        lambda entry: getattr(words_in(entry.texts, lang), field),
        lambda entry, text: {"texts": with_words(entry.texts, lang, **{field: text.strip()})},
        f"{field}-{lang}",
    )


def _synonyms(lang: str) -> EntryPart:
    return Part(
        _("Change other names"),
        lambda entry: texts_of(entry.synonyms, lang),
        lambda entry, found: {"synonyms": with_texts(entry.synonyms, lang, found)},
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())
