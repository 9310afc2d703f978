"""The separate fields of one kind of dose, two in a row, with side and place below them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from painplanner.core.dose import AnyDose, Progression, StopRule, TimeOfDay, Urgency, Where, has_side
from painplanner.core.plan import Item
from painplanner.core.values import replace
from painplanner.gui.form.choice_rows import ChipsRow, ChoiceRow, SegmentRow
from painplanner.gui.form.dose_blanks import EMPTY, Blank, blanks
from painplanner.gui.form.options import (
    places,
    read_side,
    sides,
    stop_rules,
    times_of_day,
    urgencies,
)
from painplanner.gui.form.rows import DayRow, LineRow, NumberRow, Row
from painplanner.gui.form.subject import Changes, Part, Subject
from painplanner.gui.widgets.fold import Fold
from painplanner.text import _

if TYPE_CHECKING:
    from datetime import date

DoseRow = Row[Item, Any]


def dose_part(field: str) -> Part[Item, Any]:
    """Return one field of an item's dose; "progression.add" reaches inside."""
    return Part(_("Change dose"), lambda item: read(item.dose, field), lambda item, v: write(item, field, v), field)


def read(dose: AnyDose | None, field: str) -> Any:
    """Return a field of a dose, nothing where the dose has no such field."""
    value: Any = dose
    for name in field.split("."):
        value = getattr(value, name, None)
    return value


def write(item: Item, field: str, value: Any) -> Changes:
    """Return the item's dose with another field; a progression without anything in it is none.

    A field that is left after the item took a dose of another kind changes nothing.
    """
    dose, inner = item.dose, field.partition(".")[2]
    if dose is None or field.partition(".")[0] not in dose.__struct_fields__:
        return {}
    if not inner:
        return {"dose": replace(dose, **{field: value})}
    progression = replace(read(dose, "progression") or Progression(), **{inner: value})
    is_empty = replace(progression, since=None) == Progression()
    return {"dose": replace(dose, progression=None if is_empty else progression)}


class Pairs:
    """Sets fields two in a row; what takes the whole width begins a new line."""

    def __init__(self, lines: QVBoxLayout) -> None:
        """Fill these lines."""
        self._lines = lines
        self._grid: QGridLayout | None = None
        self._count = 0

    def add(self, widget: QWidget) -> None:
        """Set a field beside the one before, or below it."""
        if self._grid is None:
            self._grid, self._count = QGridLayout(), 0
            self._grid.setHorizontalSpacing(8)
            self._grid.setVerticalSpacing(12)
            for column in (0, 1):
                self._grid.setColumnStretch(column, 1)
            self._lines.addLayout(self._grid)
        place, self._count = self._count, self._count + 1
        self._grid.addWidget(widget, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)

    def add_wide(self, widget: QWidget) -> None:
        """Set something on a line of its own."""
        self._grid = None
        self._lines.addWidget(widget)


class DoseFields(QWidget):
    """The fields of a kind of dose; an item form makes one for each kind it meets."""

    def __init__(
        self, kind: str, subject: Subject[Item], today: Callable[[], date], reference: QWidget | None = None
    ) -> None:
        """Build the fields from their list; `reference` stands below the amount."""
        super().__init__()
        self._subject, self._today = subject, today
        self.rows: dict[str, DoseRow] = {}
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        self.more = Fold(_("More about the dose"))
        self._common, self._rare = Pairs(lines), Pairs(self.more.lines)
        for place, blank in enumerate(blanks(kind)):
            self._add(blank)
            if reference is not None and place == 1:
                self._common.add_wide(reference)
        if has_side(EMPTY[kind]):
            self.rows["side"] = SegmentRow(subject, dose_part("side"), _("Side"), sides(), read_side)
            self._common.add_wide(self.rows["side"].field)
        self.rows["where"] = SegmentRow(subject, dose_part("where"), _("Where"), places(), Where)
        self.rows["note"] = LineRow(
            subject, dose_part("note"), _("With the dose, in words"), placeholder=_("such as: red band")
        )
        self._common.add_wide(self.rows["where"].field)
        self._rare.add_wide(self.rows["note"].field)
        self._common.add_wide(self.more)
        self._rare_fields = ("note", *(blank.field for blank in blanks(kind) if blank.is_rare))

    def _add(self, blank: Blank) -> None:
        row = self._row(blank)
        self.rows[blank.field] = row
        pairs = self._rare if blank.is_rare else self._common
        if blank.is_wide:
            pairs.add_wide(row.field)
        else:
            pairs.add(row.field)

    def _row(self, blank: Blank) -> DoseRow:
        subject, part, name = self._subject, dose_part(blank.field), blank.name
        if blank.kind in {"whole", "decimal"}:
            return NumberRow(subject, part, name, whole=blank.kind == "whole", unit=blank.unit)
        if blank.kind == "times":
            return ChipsRow(subject, part, name, times_of_day(), TimeOfDay)
        if blank.kind == "rule":
            return SegmentRow(subject, part, name, stop_rules(), StopRule, columns=1)
        if blank.kind == "urgency":
            return ChoiceRow(subject, part, name, urgencies(), Urgency)
        if blank.kind == "day":
            return DayRow(subject, part, name, self._today)
        return LineRow(subject, part, name)

    def leave(self) -> None:
        """Keep what was not understood before the fields of another kind come in place of these."""
        for row in self.rows.values():
            row.leave()

    def show_dose(self, *, is_other: bool) -> None:
        """Show the dose of the item; what is rare opens by itself for another item that has it."""
        for row in self.rows.values():
            row.show()
        item = self._subject.value
        side = self.rows.get("side")
        if side is not None:
            side.field.setVisible(item.two_sided or item.kind != "exercise" or read(item.dose, "side") is not None)
        if is_other:
            self.more.set_open(any(read(item.dose, field) not in {None, ""} for field in self._rare_fields))
