"""How much and how often: the dose as one line, the range of its fields, times, and what is easier or harder."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from painplanner.core.dose import AnyDose, MedicineDose
from painplanner.core.entry_edits import exact_text, range_of, with_range, with_text
from painplanner.core.library import Intervention, Kind
from painplanner.core.plan import texts_in
from painplanner.core.shelf import Filters
from painplanner.core.values import Impossible
from painplanner.gui.context import AppContext
from painplanner.gui.form.choice_rows import ChoiceRow
from painplanner.gui.form.dose_blanks import EMPTY, Blank, blanks, kind_of
from painplanner.gui.form.dose_line import DoseLineRow
from painplanner.gui.form.options import dose_kinds
from painplanner.gui.form.rows import LineRow
from painplanner.gui.form.subject import Part
from painplanner.gui.languages import language_name
from painplanner.gui.pages.library.editor.rows import Entry, EntryPart, LinkRow, SpanRow
from painplanner.gui.pages.library.editor.section import EditSection, column
from painplanner.gui.widgets.abreast import Abreast
from painplanner.gui.widgets.finder import Found
from painplanner.gui.widgets.fold import Fold
from painplanner.gui.widgets.labels import label
from painplanner.text import _

SIDE_BY_SIDE_FROM = 440
NAME_WIDTH = 92
_KINDS = {kind for kind in EMPTY if kind != "medicine"}


class DoseSection(EditSection):
    """The dose with its ranges at the left, times and ways easier and harder at the right."""

    def __init__(
        self, subject: Entry, ctx: AppContext, languages: tuple[str, ...], paper: Callable[[Intervention], str]
    ) -> None:
        """Lay out; `paper` says a dose as it is printed."""
        super().__init__(subject, _("Dose and time"))
        self._ctx = ctx
        self.kind = ChoiceRow(subject, _kind_part(), _("Kind of dose"), _kinds())
        self.dose: DoseLineRow[Intervention] = DoseLineRow(subject, paper)
        self._opened_for = ""
        self._folds: dict[str, Fold] = {}
        self.ranges: dict[tuple[str, str], SpanRow] = {}
        self._range_boxes = {kind: self._ranges_of(kind) for kind in _KINDS}
        expect = days_part("expect_days", _("Change when an effect is expected"))
        reassess = days_part("reassess_days", _("Change when to reassess"))
        self.expect = SpanRow(subject, expect, _("Expect an effect after"), unit=_("days"))
        self.reassess = SpanRow(subject, reassess, _("Reassess after"), unit=_("days"))
        self.easier, self.harder = (self._link(field) for field in ("easier", "harder"))
        left = column(self.row(self.kind), self.row(self.dose), self.row(self.expect), self.row(self.reassess))
        right = column(*self._range_boxes.values())
        self.lines.addWidget(Abreast((left, right), wide_from=SIDE_BY_SIDE_FROM, gap=24, close=12))
        ways = (
            column(*self._ways(self.easier, "easier_how", _("Made easier"), languages)),
            column(*self._ways(self.harder, "harder_how", _("Made harder"), languages)),
        )
        self.ways = Abreast(ways, wide_from=SIDE_BY_SIDE_FROM, gap=24, close=12)
        self.lines.addWidget(self.ways)

    def _ranges_of(self, kind: str) -> QWidget:
        """Set the ranges of a kind of dose below one another; those of rare fields wait behind a fold."""
        fold = Fold(_("More ranges"))
        often, rarely = self._range_lines(), self._range_lines()
        fold.lines.addLayout(rarely)
        for blank in _numbers(kind):
            whole = blank.kind == "whole"
            row = SpanRow(self.subject, range_part(blank), blank.name, unit=blank.unit, whole=whole)
            self.ranges[kind, blank.field] = row
            grid = rarely if blank.is_rare else often
            place = grid.rowCount()
            name = label(blank.name, "minor", wrap=True)
            name.setFixedWidth(NAME_WIDTH)
            name.setMinimumHeight(30)  # beside its fields also where a sentence stands below them
            grid.addWidget(name, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self.row(row.without_name()), place, 1)
        box = column(label(_("Usual range"), "minor"), often, fold)
        fold.setVisible(rarely.count() > 0)
        self._folds[kind] = fold
        return box

    @staticmethod
    def _range_lines() -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        return grid

    def _link(self, field: str) -> LinkRow:
        name = _("Easier entry") if field == "easier" else _("Harder entry")
        part: EntryPart = Part(
            _("Change the easier entry") if field == "easier" else _("Change the harder entry"),
            lambda entry: getattr(entry, field),
            lambda _entry, key: {field: key},
        )
        return LinkRow(self.subject, part, name, find=self._find, word=self._name)

    def _ways(self, link: LinkRow, field: str, name: str, languages: tuple[str, ...]) -> tuple[QWidget, ...]:
        hows = tuple(
            LineRow(
                self.subject,
                lang_part(field, lang, _("Change how it is made easier or harder")),
                f"{name}, {language_name(lang)}",
                limit=1000,
            )
            for lang in languages
        )
        return (self.row(link), *(self.row(how) for how in hows))

    def _find(self, text: str) -> Found:
        found = [one.id for one in self._ctx.shelf().shown(Filters(text=text), 8)]
        return [(key, self._name(key)) for key in found if key != self.subject.id]

    def _name(self, key: str) -> str:
        entry = self._ctx.library.entries.get(key)
        return texts_in(entry.texts, self._ctx.practice.language).name if entry is not None else ""

    def refresh(self, entry: Intervention) -> None:
        """Show the fields of the kind of dose there is; a medicine has no dose here."""
        kind = kind_of(entry.dose)
        is_medicine = entry.kind is Kind.MEDICINE or isinstance(entry.dose, MedicineDose)
        self.kind.field.setVisible(not is_medicine)
        self.dose.field.setVisible(bool(kind) and not is_medicine)
        for one, box in self._range_boxes.items():
            box.setVisible(one == kind and not is_medicine)
        self.ways.setVisible(
            not is_medicine or bool(entry.easier or entry.harder or entry.easier_how or entry.harder_how)
        )
        if entry.id != self._opened_for:
            self._opened_for = entry.id
            rare = {blank.field for blank in _numbers(kind) if blank.is_rare} if kind in self._folds else set[str]()
            for fold in self._folds.values():
                fold.set_open(any(one.field in rare for one in entry.ranges))
        self.dose.show_words()


def _kinds() -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in dose_kinds() if not pair[0] or pair[0] in _KINDS)


def _kind_part() -> EntryPart:
    """Return the kind of the dose; another kind begins empty, and the ranges of the one before go."""
    return Part(
        _("Change the kind of dose"),
        lambda entry: kind_of(entry.dose),
        lambda entry, key: {} if key == kind_of(entry.dose) else {"dose": EMPTY.get(key or ""), "ranges": ()},
    )


def _numbers(kind: str) -> tuple[Blank, ...]:
    """Return the fields of a dose that can have a range."""
    return tuple(one for one in blanks(kind) if one.kind in {"whole", "decimal"} and "." not in one.field)


def range_part(blank: Blank) -> EntryPart:
    """Return the range of a field of the dose."""

    def changes(entry: Intervention, ends: tuple[Decimal | None, Decimal | None]) -> dict[str, Any]:
        dose: AnyDose | None = entry.dose
        if dose is None or blank.field not in dose.__struct_fields__:
            return {}
        return {"ranges": with_range(entry.ranges, blank.field, *ends)}

    return Part(_("Change a range"), lambda entry: range_of(entry.ranges, blank.field), changes, f"range-{blank.field}")


def days_part(field: str, title: str) -> EntryPart:
    """Return a span of whole days; one end alone stands for both."""

    def changes(_entry: Intervention, ends: tuple[Decimal | None, Decimal | None]) -> dict[str, Any]:
        known = [int(end) for end in ends if end is not None]
        for days in known:
            if not 0 <= days <= MOST_DAYS:
                raise Impossible("out-of-range", "days", value=days, low=0, high=MOST_DAYS)
        return {field: (known[0], known[-1]) if known else None}

    return Part(title, lambda entry: getattr(entry, field) or (None, None), changes, field)


MOST_DAYS = 3650


def lang_part(field: str, lang: str, title: str) -> EntryPart:
    """Return a text of an entry in a language."""
    return Part(
        title,
        lambda entry: exact_text(getattr(entry, field), lang),
        lambda entry, text: {field: with_text(getattr(entry, field), lang, text)},
        f"{field}-{lang}",
    )
