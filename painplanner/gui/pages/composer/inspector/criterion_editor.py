"""One criterion: which measure, from what now to which target, and what the target works out to."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painplanner.core.measure import Better, Criterion, Measure, MeasureKind, Target, TargetKind, target_value
from painplanner.core.plan import Plan
from painplanner.core.progress.judge import aim_of, partly_from, reaches
from painplanner.core.progress.standing import most_asked
from painplanner.core.values import Impossible, plain, replace, text_in
from painplanner.gui.context import AppContext
from painplanner.gui.dates import day_words
from painplanner.gui.form.choice_rows import ChoiceRow, SegmentRow
from painplanner.gui.form.options import read_side, sides, target_kinds
from painplanner.gui.form.rows import LineRow, NumberRow, Row, beside
from painplanner.gui.form.subject import Changes, Part, attribute
from painplanner.gui.pages.composer.inspector.measures import new_criterion
from painplanner.gui.pages.composer.inspector.subject import PlanSubject
from painplanner.gui.widgets.buttons import icon_button
from painplanner.gui.widgets.fields import Field
from painplanner.gui.widgets.finder import Finder
from painplanner.gui.widgets.labels import label
from painplanner.services.readings import find_measures
from painplanner.services.words import measure_words
from painplanner.text import _, pgettext

if TYPE_CHECKING:
    from painplanner.gui.session import PlanSession

_BOTTOM = Qt.AlignmentFlag.AlignBottom
OF_A_PATIENT = {MeasureKind.ACTIVITY}
"""Kinds whose criterion names the patient's own activity."""


class CriterionEditor(QWidget):
    """Shows one criterion of a checkpoint or a goal; `on_remove` takes it away."""

    def __init__(
        self,
        session: PlanSession,
        ctx: AppContext,
        find: Callable[[Plan, str], Criterion | None],
        put: Callable[[Plan, str, Changes], Plan],
        on_remove: Callable[[str], None],
    ) -> None:
        """Lay out the rows once."""
        super().__init__()
        self._session, self._ctx = session, ctx
        self.subject: PlanSubject[Criterion] = PlanSubject(session, find, put)
        self.measure = Finder(self._find, name=_("Measure"), placeholder=_("Find a measure"))
        self.measure.picked.connect(self._on_picked)
        self._measure_field = Field(_("Measure"), self.measure)
        subject = self.subject
        self.activity = LineRow(
            subject, attribute("activity", _("Change activity"), typed=True), _("The patient’s own activity")
        )
        self.side = SegmentRow(subject, attribute("side", _("Change side")), _("Side"), sides(), read_side)
        self.now = NumberRow(subject, self._now_part(), _("Now"), whole=False)
        kind: Part[Criterion, Any] = Part(_("Change target"), _target_kind, _with_target_kind)
        self.kind = ChoiceRow(subject, kind, _("Target"), target_kinds(), TargetKind)
        amount: Part[Criterion, Any] = Part(
            _("Change target"), lambda c: c.target.amount if c.target else None, _with_amount, "target"
        )
        self.amount = NumberRow(subject, amount, _("By how much"), whole=False)
        self.partly = NumberRow(subject, self._partly_part(), _("Partly met from"), whole=False)
        self.works_out = label("", "outcome", wrap=True)
        self.lacking = label("", "small", wrap=True)
        self._rows: tuple[Row[Criterion, Any], ...] = (
            self.activity,
            self.side,
            self.now,
            self.kind,
            self.amount,
            self.partly,
        )
        self._lay_out(on_remove)

    def _lay_out(self, on_remove: Callable[[str], None]) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 8)
        lines.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._measure_field, 1)
        self.remove = icon_button("close", _("Remove this criterion"), lambda: on_remove(self.subject.id))
        head.addWidget(self.remove)
        head.setAlignment(self.remove, _BOTTOM)
        lines.addLayout(head)
        lines.addWidget(self.activity.field)
        lines.addWidget(self.side.field)
        lines.addWidget(self.kind.field)
        lines.addWidget(beside(self.now, self.amount))
        lines.addWidget(self.works_out)
        lines.addWidget(self.lacking)
        lines.addWidget(self.partly.field)

    def show_criterion(self, subject_id: str) -> None:
        """Show a criterion of the plan as it is now."""
        is_new = self.subject.take(subject_id)
        if not self.subject.is_set or not is_new:
            return
        for row in self._rows:
            row.show()
        criterion, measure = self.subject.value, self._measure
        lang = self._ctx.practice.language
        self.measure.set_words(text_in(criterion.name, lang) or measure_words(criterion, lang))
        self._show_fields(criterion, measure)

    @property
    def _measure(self) -> Measure | None:
        return self._ctx.library.measures.get(self.subject.value.measure)

    def _show_fields(self, criterion: Criterion, measure: Measure | None) -> None:
        kind = criterion.target.kind if criterion.target is not None else None
        unit = text_in(criterion.unit, self._ctx.practice.language)
        own = measure is not None and measure.kind in OF_A_PATIENT
        self.activity.field.setVisible(own or bool(criterion.activity))
        self.side.field.setVisible(criterion.side is not None or (measure is not None and measure.by_side))
        self.amount.field.setVisible(kind in {TargetKind.VALUE, TargetKind.CHANGE, TargetKind.PERCENT})
        self.amount.number.set_name(pgettext("target", "To") if kind is TargetKind.VALUE else pgettext("target", "By"))
        self.now.number.line.set_unit(unit)
        self.amount.number.line.set_unit("%" if kind is TargetKind.PERCENT else unit)
        on = criterion.baseline_on
        self.now.show_hint(_("measured {day}").format(day=day_words(on)) if on is not None else "")
        self._show_partly(criterion, measure, unit)
        known = works_out(criterion, measure, unit)
        lacking = "" if known else what_lacks(criterion, measure)
        for part, words in ((self.works_out, known), (self.lacking, lacking)):
            part.setText(words)
            part.setVisible(bool(words))

    def _show_partly(self, criterion: Criterion, measure: Measure | None, unit: str) -> None:
        """Ask from where a target that is known is partly met, and say what counts as long as nothing is typed."""
        aim, usual = aim_of(criterion, measure), partly_from(criterion, measure)
        self.partly.field.setVisible(criterion.partly is not None or aim is not None)
        self.partly.number.line.set_unit(unit)
        if criterion.partly is not None or usual is None or aim is None or reaches(usual, aim, criterion.better):
            self.partly.show_hint("")
            return
        self.partly.show_hint(_("Left empty: {value} {unit}").format(value=plain(usual), unit=unit).strip())

    def _find(self, text: str) -> tuple[tuple[str, str], ...]:
        return find_measures(self._ctx.library.measures, text, self._ctx.practice.language)

    def _on_picked(self, measure_id: str) -> None:
        measure = self._ctx.library.measures[measure_id]
        made = new_criterion(measure, self._session.readings)
        fields = {name: getattr(made, name) for name in made.__struct_fields__}
        self.subject.change(_("Change measure"), lambda _old: fields)

    def _now_part(self) -> Part[Criterion, Any]:
        def changes(criterion: Criterion, value: Decimal | None) -> Changes:
            measure = self._ctx.library.measures.get(criterion.measure)
            check_range(measure, value)
            return {"baseline": value, "baseline_on": self._ctx.today() if value is not None else None}

        return Part(_("Change the value now"), lambda c: c.baseline, changes, "now")

    def _partly_part(self) -> Part[Criterion, Any]:
        def shown(criterion: Criterion) -> Decimal | None:
            measure = self._ctx.library.measures.get(criterion.measure)
            return aim_of(replace(criterion, target=criterion.partly), measure)

        def changes(criterion: Criterion, value: Decimal | None) -> Changes:
            check_range(self._ctx.library.measures.get(criterion.measure), value)
            return {"partly": Target(amount=value) if value is not None else None}

        return Part(_("Change from where a target is partly met"), shown, changes, "partly")


def check_range(measure: Measure | None, value: Decimal | None) -> None:
    """Refuse a value that its measure cannot have."""
    if measure is None or value is None:
        return
    most = most_asked(measure)
    if value < measure.minimum or (most is not None and value > most):
        high = plain(most) if most is not None else ""
        raise Impossible("out-of-range", "baseline", value=plain(value), low=plain(measure.minimum), high=high)


def _target_kind(criterion: Criterion) -> TargetKind | None:
    return criterion.target.kind if criterion.target is not None else None


def _with_target_kind(criterion: Criterion, kind: TargetKind | None) -> Changes:
    """Return a target of another kind; an amount stays only where it means the same."""
    if kind is None:
        return {"target": None}
    amount = criterion.target.amount if criterion.target is not None and criterion.target.kind is kind else None
    return {"target": Target(kind=kind, amount=amount)}


def _with_amount(criterion: Criterion, amount: Decimal | None) -> Changes:
    target = criterion.target or Target()
    return {"target": replace(target, amount=amount)}


def works_out(criterion: Criterion, measure: Measure | None, unit: str) -> str:
    """Say what number a relative target asks for; nothing for one that is a number itself, or not known yet."""
    value = target_value(criterion, measure)
    if value is None or criterion.target is None or criterion.target.kind is TargetKind.VALUE:
        return ""
    sign = {Better.HIGHER: _("at least"), Better.LOWER: _("at most"), Better.NONE: ""}[criterion.better]
    return _("Works out to {sign} {value} {unit}").format(sign=sign, value=plain(value), unit=unit).strip()


def what_lacks(criterion: Criterion, measure: Measure | None) -> str:
    """Say why a relative target cannot be worked out yet."""
    target = criterion.target
    if target is None or target.kind is TargetKind.VALUE:
        return ""
    if target.kind is TargetKind.MCID and (measure is None or not measure.mcid):
        return _("No change that matters is known for this measure.")
    if target.amount is None and target.kind is not TargetKind.MCID:
        return ""
    return _("Needs the value now to work out.") if criterion.baseline is None else ""
