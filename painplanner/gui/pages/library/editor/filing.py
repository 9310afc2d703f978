"""How the entry is filed and found, and for whom it is not."""

from __future__ import annotations

from collections.abc import Iterable

from painplanner.core.codes import CAUTIONS, DRUG_CLASSES
from painplanner.core.library import Category, Intervention, Kind, SafetyRule
from painplanner.core.own import new_entry
from painplanner.core.plan import Purpose
from painplanner.core.values import Discipline, Mechanism, Region
from painplanner.core.vocabulary import EQUIPMENT, POSITIONS
from painplanner.gui.form.choice_rows import ChipsRow, ChoiceRow
from painplanner.gui.form.options import disciplines, mechanisms
from painplanner.gui.form.subject import Part, attribute
from painplanner.gui.pages.library.editor.rows import Entry, EntryPart, WordsRow
from painplanner.gui.pages.library.editor.section import EditSection, column
from painplanner.gui.pages.library.words import sentence
from painplanner.gui.widgets.abreast import Abreast
from painplanner.services import words
from painplanner.text import _

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
    return (("", _("Not set")), *((one.value, sentence(words.category_words(one))) for one in Category))


def _purposes() -> Options:
    return (("", _("Not set")), *((one.value, words.purpose_words(one)) for one in Purpose))


def _mechanisms() -> Options:
    return tuple(pair for pair in mechanisms() if pair[0])


def _rules() -> Options:
    order = (SafetyRule.GENERAL, SafetyRule.TENDON, SafetyRule.NERVE_GLIDE, SafetyRule.GRADED_ACTIVITY)
    return tuple((one.value, words.safety_words(one)) for one in order)


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
