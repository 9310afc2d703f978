"""The practice: what heads every paper, whom its pictures show, who works here, its results, how the window looks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painplanner.core.figure import draw
from painplanner.core.plan import FigureRef
from painplanner.core.practice import ORDINARY, PaperSize, PersonDrawn
from painplanner.core.values import replace
from painplanner.gui import person_drawn
from painplanner.gui.context import AppContext
from painplanner.gui.languages import language_choices
from painplanner.gui.pages.practice.own_papers import OwnPapersSection
from painplanner.gui.pages.practice.paper_look import PaperLookSection
from painplanner.gui.pages.practice.results import ResultsSection
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import Column, Section
from painplanner.gui.widgets.fields import Choice, Field, choice, line_edit
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.person_choice import PersonChoice
from painplanner.gui.widgets.segmented import Segmented
from painplanner.gui.widgets.ticks import ElidedBox
from painplanner.services.words import discipline_words
from painplanner.text import _, has_catalogue

SAMPLE = FigureRef(id="figure.bridge")
"""The picture that shows what a choice of person looks like: skin, hair, both clothes and a shoe are in it."""


class PracticePage(QWidget):
    """Name and numbers are saved together; the look of the window and of its pictures is taken at once."""

    def __init__(self, ctx: AppContext) -> None:
        """Lay out the sections."""
        super().__init__()
        self._ctx = ctx
        self.lines = {
            "name": line_edit(limit=300),
            "phone": line_edit(limit=60),
            "after_hours": line_edit(limit=60),
            "address": line_edit(limit=300),
            "footer": line_edit(limit=300),
        }
        words = {
            "name": _("Name"),
            "phone": _("Phone in office hours"),
            "after_hours": _("Phone after hours"),
            "address": _("Address"),
            "footer": _("Line at the foot of papers"),
        }
        self.fields = {key: Field(words[key], line) for key, line in self.lines.items()}
        self.paper = Segmented(((size, paper_words()[size]) for size in ORDINARY), name=_("Paper"))
        self.names_in_files = ElidedBox()
        self.names_in_files.set_words(_("Names of patients in the names of files"))
        self.look = Segmented(
            (("system", _("Like the system")), ("light", _("Light")), ("dark", _("Dark"))),
            ctx.theme.choice,
            name=_("Appearance"),
        )
        self.look.chosen.connect(self._on_look)
        self.language = _language_choice(ctx.settings.text("language"))
        self.language.activated.connect(lambda _index: self._on_language())
        self.save_button = button(_("Save practice"), self.save, kind="primary")
        self.person_drawn = PersonChoice()
        self.person_drawn.chosen.connect(self._on_person_drawn)
        self.paper_look = PaperLookSection(ctx)
        self.lines["name"].textEdited.connect(self._show_sample)
        self.paper.chosen.connect(self._show_sample)
        self.own_papers = OwnPapersSection(ctx)
        self.results = ResultsSection(ctx)
        self._person = label("", wrap=True)
        self._folder = label("", "minor", wrap=True)
        self._lay_out()

    def _lay_out(self) -> None:
        column = Column(width=720)
        column.lines.addWidget(label(_("Practice"), "title"))
        papers = Section(_("On every paper"), _("The two numbers stand in each stop-and-call box."))
        for keys in (("name",), ("phone", "after_hours"), ("address",), ("footer",)):
            row = QHBoxLayout()
            row.setSpacing(12)
            for key in keys:
                row.addWidget(self.fields[key], 1, Qt.AlignmentFlag.AlignTop)
            papers.lines.addLayout(row)
        papers.lines.addWidget(self.names_in_files)
        foot = QHBoxLayout()
        foot.addWidget(label(_("Paper"), "minor"))
        foot.addWidget(self.paper)
        foot.addStretch(1)
        foot.addWidget(self.save_button)
        papers.lines.addLayout(foot)
        pictures = Section(
            _("Person in the pictures"), _("On new papers and in the window; papers already given stay as they are.")
        )
        pictures.lines.addWidget(self.person_drawn)
        people = Section(_("People"))
        people.lines.addWidget(self._person)
        look = Section(_("Appearance"))
        look.lines.addWidget(self.look)
        look.lines.addWidget(Field(_("Language of the window"), self.language))
        where = Section(
            _("Where it is kept"), _("One encrypted folder on this computer. Copy it whole to keep a copy.")
        )
        where.lines.addWidget(self._folder)
        for section in (papers, self.paper_look, self.own_papers, self.results, pictures, people, look, where):
            column.lines.addWidget(section)
        column.lines.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(column)

    def take_focus(self) -> None:
        """Put the keys into the first field."""
        self.lines["name"].setFocus()

    def refresh(self) -> None:
        """Show the practice."""
        self.results.refresh()
        practice, person = self._ctx.practice, self._ctx.person
        for key, line in self.lines.items():
            line.setText(getattr(practice, key))
        self.paper.set_key(practice.paper)
        self.names_in_files.setChecked(practice.names_in_files)
        self.paper_look.refresh()
        self.own_papers.refresh()
        sample = self._ctx.library.figure(SAMPLE)
        self.person_drawn.show_person(practice.person_drawn, draw(sample, len(sample.frames) - 1) if sample else None)
        discipline = discipline_words(person.discipline)
        self._person.setText(f"{person.name} · {discipline}" if discipline else person.name)
        self._folder.setText(str(self._ctx.store.folder))

    def save(self) -> None:
        """Write name, numbers and paper."""
        if not self.lines["name"].text().strip():
            self.fields["name"].show_problem(_("The name heads every paper."))
            return
        changes = {key: line.text().strip() for key, line in self.lines.items()}
        practice = replace(
            self._ctx.practice,
            **changes,
            paper=PaperSize(self.paper.key()),
            names_in_files=self.names_in_files.isChecked(),
        )
        self._ctx.store.save_practice(practice)
        self._ctx.news.practice_changed.emit()
        self.paper_look.refresh()
        self._ctx.say(
            _("The practice is saved. New papers use it; papers already given stay as they are."), kind="done"
        )

    def _show_sample(self) -> None:
        """Show the head of a paper as what is typed would make it."""
        name, size = self.lines["name"].text().strip(), PaperSize(self.paper.key())
        self.paper_look.show_sample(replace(self._ctx.practice, name=name, paper=size))

    def _on_person_drawn(self, person: PersonDrawn) -> None:
        self._ctx.store.save_practice(replace(self._ctx.practice, person_drawn=person))
        person_drawn.show(person)
        self._ctx.news.practice_changed.emit()

    def _on_look(self, key: str) -> None:
        self._ctx.settings.remember("appearance", key)
        self._ctx.theme.choose(key)

    def _on_language(self) -> None:
        self._ctx.settings.remember("language", self.language.currentData())
        self._ctx.say(_("The window speaks this language from its next start on."), kind="done")


def _language_choice(chosen: str) -> Choice:
    """Return the languages that the window can speak."""
    spoken = (option for option in language_choices() if has_catalogue(option[0]))
    made = choice((("", _("Like the system")), *spoken), chosen, name=_("Language of the window"))
    made.setMaximumWidth(260)
    return made


def paper_words() -> dict[PaperSize, str]:
    """Return what the sizes of paper are called that a practice may choose."""
    return {
        PaperSize.LETTER: _("Letter"),
        PaperSize.LEGAL: _("Legal"),
        PaperSize.A4: _("A4"),
        PaperSize.A5: _("A5"),
    }
