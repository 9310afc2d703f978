"""How the entry is filed and found, for whom it is not, and which picture shows it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from painplanner.core.codes import CAUTIONS, DRUG_CLASSES
from painplanner.core.library import Category, Intervention, Kind, SafetyRule
from painplanner.core.own import new_entry
from painplanner.core.plan import FigureRef, Purpose, texts_in
from painplanner.core.values import Discipline, Mechanism, Region
from painplanner.core.vocabulary import EQUIPMENT, POSITIONS
from painplanner.gui.context import AppContext
from painplanner.gui.form.choice_rows import ChipsRow, ChoiceRow
from painplanner.gui.form.options import disciplines, mechanisms
from painplanner.gui.form.subject import Part, attribute
from painplanner.gui.pages.library.detail.sections import SMALL_FRAME
from painplanner.gui.pages.library.editor.rows import Entry, EntryPart, LinkRow, WordsRow
from painplanner.gui.pages.library.editor.section import EditSection, column
from painplanner.gui.pages.library.words import category_words, sentence
from painplanner.gui.widgets.abreast import Abreast
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.figure_view import FigureStrip
from painplanner.gui.widgets.finder import Found
from painplanner.gui.widgets.layouts import empty
from painplanner.gui.widgets.word_list import matching
from painplanner.services import words
from painplanner.text import _, language

SIDE_BY_SIDE_FROM = 440
Options = tuple[tuple[str, str], ...]


class FilingSection(EditSection):
    """Kind (of a new entry), region, mechanism, who, why, where, with what."""

    def __init__(self, subject: Entry) -> None:
        """Lay out."""
        super().__init__(subject, _("How it is filed"))
        kind = Part(_("Change the kind"), lambda entry: entry.kind, _of_kind)
        self.kind = ChoiceRow(subject, kind, _("Kind"), _kinds(), Kind)
        self.category = ChoiceRow(
            subject, attribute("category", _("Change what it trains")), _("Trains"), _categories(), Category
        )
        mechanism = attribute("mechanisms", _("Change the mechanism"))
        rule = attribute("safety_rule", _("Change the safety line"))
        discipline = attribute("discipline", _("Change the discipline"))
        self.position = ChoiceRow(subject, _position(), _("Position"))
        equipment: EntryPart = attribute("equipment", _("Change the equipment"))
        left = (
            self.kind,
            self.category,
            ChoiceRow(subject, _purpose(), _("Purpose"), _purposes()),
            ChoiceRow(subject, discipline, _("Discipline"), disciplines(), Discipline),
            ChipsRow(subject, mechanism, _("Mechanism"), _mechanisms(), Mechanism),
        )
        right = (
            self.position,
            WordsRow(
                subject,
                equipment,
                _("Equipment"),
                add=_("Add equipment"),
                word=words.equipment_words,
                options=lambda: EQUIPMENT,
                read=as_code,
            ),
            ChoiceRow(subject, _two_sided(), _("Side"), (("", _("Has no side")), ("side", _("Chosen in the plan")))),
            ChoiceRow(subject, rule, _("Safety line"), _rules(), SafetyRule),
        )
        regions = attribute("regions", _("Change the region"))
        known = tuple((one.value, words.region_words(one)) for one in Region)
        self.regions = ChipsRow(subject, regions, _("Region"), known, Region)
        self.lines.addWidget(self.row(self.regions))
        columns = (column(*(self.row(row) for row in side)) for side in (left, right))
        self.lines.addWidget(Abreast(columns, wide_from=SIDE_BY_SIDE_FROM, gap=24, close=12))
        self.is_new = False

    def refresh(self, entry: Intervention) -> None:
        """Offer the kind of a new entry only, and what only exercises have."""
        self.kind.field.setVisible(self.is_new)
        self.category.field.setVisible(entry.kind is Kind.EXERCISE)
        known = [(one, words.position_words(one)) for one in POSITIONS]
        if entry.position and entry.position not in POSITIONS:
            known.append((entry.position, words.position_words(entry.position)))
        self.position.set_options((("", _("Not set")), *known))
        self.position.put(entry.position)


def _of_kind(entry: Intervention, kind: Kind | None) -> dict[str, object]:
    """Return what another kind changes: it begins with an empty dose of its own."""
    if kind is None or kind is entry.kind:
        return {}
    blank = new_entry(kind, entry.id, name=entry.texts[0].name).value
    return {"kind": kind, "dose": blank.dose, "ranges": (), "category": None, "reference": None}


def _kinds() -> Options:
    return tuple((kind.value, words.kind_words(kind)) for kind in Kind)


def _categories() -> Options:
    return (("", _("Not set")), *((one.value, sentence(category_words(one))) for one in Category))


def _purposes() -> Options:
    return (("", _("Not set")), *((one.value, words.purpose_words(one)) for one in Purpose))


def _mechanisms() -> Options:
    return tuple(pair for pair in mechanisms() if pair[0])


def _rules() -> Options:
    return (
        (SafetyRule.GENERAL.value, _("By its kind")),
        (SafetyRule.TENDON.value, _("Tendon: up to 5 of 10")),
        (SafetyRule.NERVE_GLIDE.value, _("Nerve glide: tingling passes")),
        (SafetyRule.GRADED_ACTIVITY.value, _("Graded: by the clock")),
    )


def _purpose() -> EntryPart:
    return Part(_("Change the purpose"), lambda entry: entry.purpose, lambda _entry, key: {"purpose": key or ""})


def _position() -> EntryPart:
    return Part(_("Change the position"), lambda entry: entry.position, lambda _entry, key: {"position": key or ""})


def _two_sided() -> EntryPart:
    return Part(
        _("Change the side"),
        lambda entry: "side" if entry.two_sided else "",
        lambda _entry, key: {"two_sided": bool(key)},
    )


def as_code(text: str) -> str:
    """Return the code of a word that was typed freely."""
    return "-".join(text.casefold().split())


class SafetySection(EditSection):
    """Contraindications, precautions, and the classes of a medicine, picked from the coded list."""

    def __init__(self, subject: Entry) -> None:
        """Lay out."""
        super().__init__(subject, _("Safety"), _("Picked from the list that the review knows, so that it can warn."))
        add = _("Type the first letters of a condition")
        against = attribute("contraindications", _("Change contraindications"))
        careful = attribute("precautions", _("Change precautions"))
        self.against = _codes(subject, against, _("Not with"), add, CAUTIONS)
        self.careful = _codes(subject, careful, _("Take care with"), add, CAUTIONS)
        classes = attribute("drug_classes", _("Change the class of medicine"))
        self.classes = _codes(subject, classes, _("Counts as"), _("Type a class of medicines"), DRUG_CLASSES)
        columns = (column(self.row(row)) for row in (self.against, self.careful))
        self.lines.addWidget(Abreast(columns, wide_from=SIDE_BY_SIDE_FROM, gap=24, close=12))
        self.add(self.classes)

    def refresh(self, entry: Intervention) -> None:
        """Ask for the class of a medicine only."""
        self.classes.field.setVisible(entry.kind is Kind.MEDICINE or bool(entry.drug_classes))


def _codes(subject: Entry, part: EntryPart, name: str, add: str, codes: Iterable[str]) -> WordsRow:
    options = tuple(codes)
    return WordsRow(subject, part, name, add=add, word=words.code_name, options=lambda: options)


class FigureSection(EditSection):
    """The picture: one of those there are, or one that is drawn; `draw_wanted` asks for the page to draw on."""

    draw_wanted = Signal()

    def __init__(self, subject: Entry, ctx: AppContext) -> None:
        """Lay out."""
        super().__init__(subject, _("Picture"))
        self._ctx, self._shown = ctx, ""
        figure = attribute("figure", _("Change the picture"))
        self.figure = LinkRow(subject, figure, _("Picture"), find=self._find, word=figure_words)
        self.figure.field.without_name()
        self._frames = QWidget()
        self._strip = QVBoxLayout(self._frames)
        self._strip.setContentsMargins(0, 0, 0, 0)
        self.lines.addWidget(self._frames)
        self.draw = button(_("Draw"), self.draw_wanted.emit, icon="pencil")
        self.head.addWidget(self.draw)
        self.add(self.figure)

    def _find(self, text: str) -> Found:
        return matching(((key, figure_words(key)) for key in self._ctx.library.value.figures), text)

    def refresh(self, entry: Intervention) -> None:
        """Show the frames of the picture that is chosen."""
        words = _("Change the picture") if entry.figure in self._ctx.library.value.figures else _("Draw")
        self.draw.setText(words)
        self.draw.setAccessibleName(words)
        if entry.figure == self._shown:
            return
        self._shown = entry.figure
        empty(self._strip)
        figure = self._ctx.library.figure(FigureRef(id=entry.figure)) if entry.figure else None
        if figure is not None:
            name, photos = texts_in(entry.texts, language()).name, self._ctx.library.photos(figure)
            self._strip.addWidget(FigureStrip(figure, size=SMALL_FRAME, photos=photos, name=name))
        self._frames.setVisible(figure is not None)

    def show_anew(self) -> None:
        """Show the picture as it was drawn."""
        self._shown = ""
        self.show_entry()
        self.draw.setFocus()


def figure_words(key: str) -> str:
    """Return how a picture is called."""
    name = key.split(".", 1)[-1]
    if key.startswith("own."):
        name = name.rpartition("-")[0] or name
    return sentence(name.replace("_", " "))
