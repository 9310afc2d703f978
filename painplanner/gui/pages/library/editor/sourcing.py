"""Where the facts of an entry come from: sources with their tag, and the reference amounts of a medicine."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from painplanner.core.entry_edits import with_fact
from painplanner.core.library import Intervention, Kind
from painplanner.core.source import Source, SourceTag
from painplanner.core.values import Impossible, replace
from painplanner.core.vocabulary import UNITS
from painplanner.gui.form.choice_rows import ChoiceRow
from painplanner.gui.form.rows import AreaRow, NumberRow
from painplanner.gui.form.subject import Part
from painplanner.gui.messages import impossible_sentence
from painplanner.gui.pages.library.editor.rows import Entry, EntryPart
from painplanner.gui.pages.library.editor.section import EditSection
from painplanner.gui.pages.library.words import tag_words
from painplanner.gui.widgets.buttons import button, icon_button
from painplanner.gui.widgets.fields import choice
from painplanner.gui.widgets.growing_text import GrowingText
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.row_pool import RowPool
from painplanner.text import _

TAG_WIDTH = 68
FACTS = ("start", "usual", "maximum", "trial")


class SourceLine(QWidget):
    """One source: its tag, its words, a sign that takes it away."""

    def __init__(self, section: SourcesSection, place: int) -> None:
        """Lay out the source at a place."""
        super().__init__()
        self._section, self._place = section, place
        named = _("Source {n}").format(n=place + 1)
        self.tag = choice(
            ((tag.value, tag.value) for tag in SourceTag), name=_("{name}: how it was found").format(name=named)
        )
        self.tag.setMinimumContentsLength(2)
        self.tag.setFixedWidth(TAG_WIDTH)
        self.words = GrowingText(name=named, most=4, placeholder=_("Author, title, journal, year"))
        self._problem = label("", "problem", wrap=True)
        self._problem.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.tag, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1, Qt.AlignmentFlag.AlignTop)
        remove = _("Remove {name}").format(name=named.lower())
        row.addWidget(icon_button("close", remove, lambda: section.remove(place)), 0, Qt.AlignmentFlag.AlignTop)
        self.tag.activated.connect(lambda _at: section.set_source(place, tag=SourceTag(self.tag.currentData())))
        self.words.edited.connect(lambda text: self._on_edited(text))

    def _on_edited(self, text: str) -> None:
        sentence = self._section.set_source(self._place, text=text)
        self.words.setProperty("wrong", bool(sentence))
        self.words.setToolTip(sentence)
        self.words.setAccessibleDescription(sentence)
        self._section.say_problem(sentence)

    def show_source(self, source: Source) -> None:
        """Show a source, leaving alone what says the same."""
        if self.words.text() != source.text:
            self.words.set_text(source.text)
        if self.tag.currentData() != source.tag.value:
            self.tag.setCurrentIndex(self.tag.findData(source.tag.value))


class SourcesSection(EditSection):
    """The list of sources."""

    def __init__(self, subject: Entry) -> None:
        """Lay out."""
        super().__init__(subject, _("Sources"))
        self.pool: RowPool[SourceLine] = RowPool(lambda place: SourceLine(self, place))
        self.problem = label("", "problem", wrap=True)
        self.problem.hide()
        self.add_button = button(_("Add a source"), self.add_source, kind="link", icon="plus")
        for part in (self.pool, self.problem):
            self.lines.addWidget(part)
        self.lines.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.lines.addWidget(
            label("   ".join(f"{tag.value}  {tag_words(tag)}" for tag in SourceTag), "small", wrap=True)
        )

    def refresh(self, entry: Intervention) -> None:
        """Show the sources."""
        for row, source in zip(self.pool.show_rows(len(entry.sources)), entry.sources, strict=True):
            row.show_source(source)

    def say_problem(self, sentence: str) -> None:
        """Say why a source was not taken, or nothing."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def set_source(self, place: int, **changes: Any) -> str:
        """Propose another tag or other words; return why not, or nothing."""
        sources = self.subject.value.sources
        try:
            new: Source = replace(sources[place], **changes)
        except Impossible as refusal:
            return impossible_sentence(refusal)
        merge = f"source-{place}" if "text" in changes else ""
        return self._change(_("Change a source"), (*sources[:place], new, *sources[place + 1 :]), merge)

    def _change(self, title: str, sources: tuple[Source, ...], merge: str = "") -> str:
        return self.subject.change(title, lambda _entry: {"sources": sources}, merge)

    def add_source(self) -> None:
        """Propose an empty source, from knowledge until its tag says better."""
        self._change(_("Add a source"), (*self.subject.value.sources, Source(tag=SourceTag.K, text="")))
        if self.pool.rows:
            self.pool.rows[-1].words.setFocus()

    def remove(self, place: int) -> None:
        """Propose to leave a source out."""
        sources = self.subject.value.sources
        self._change(_("Remove a source"), (*sources[:place], *sources[place + 1 :]))


class ReferenceSection(EditSection):
    """Start, usual range, maximum and trial of a medicine: numbers with units, or words where these say more."""

    def __init__(self, subject: Entry) -> None:
        """Lay out."""
        super().__init__(
            subject,
            _("Reference amounts"),
            _("To look at only: the dose is typed for each patient, nothing is filled in."),
        )
        for which in FACTS:
            self.lines.addWidget(self._fact(which))

    def _fact(self, which: str) -> QWidget:
        name = _fact_names()[which]
        number = NumberRow(self.subject, _fact_part(which, "amount"), name, whole=False)
        units = (("", _("No unit")), *((unit, unit) for unit in UNITS))
        unit = ChoiceRow(self.subject, _fact_part(which, "unit"), _("Unit"), units)
        text = AreaRow(self.subject, _fact_part(which, "text"), _("In words"), least=1, most=6)
        unit.choice.setAccessibleName(_("{name}: unit").format(name=name))
        text.area.setAccessibleName(_("{name}: in words").format(name=name))
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part, share in ((number, 1), (unit, 1), (text, 3)):
            row.addWidget(self.row(part), share, Qt.AlignmentFlag.AlignTop)
        return box

    def refresh(self, entry: Intervention) -> None:
        """Show the amounts of medicines only."""
        self.setVisible(entry.kind is Kind.MEDICINE)


def _fact_names() -> dict[str, str]:
    return {"start": _("Start"), "usual": _("Usual"), "maximum": _("Maximum"), "trial": _("Trial")}


def _fact_part(which: str, field: str) -> EntryPart:
    return Part(
        _("Change a reference amount"),
        lambda entry: getattr(getattr(entry.reference, which, None), field, None if field == "amount" else ""),
        lambda entry, value: {"reference": with_fact(entry.reference, which, **{field: _blank(field, value)})},
        f"{which}-{field}",
    )


def _blank(field: str, value: Any) -> Any:
    return "" if value is None and field != "amount" else value
