"""The form of an item: its dose first, then side and place, the patient's words, how it was shown, where it is from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from painplanner.core.dose import AnyDose, MedicineDose, has_side
from painplanner.core.edits import is_never_sudden, remove, resume_item, set_dose, set_item, step_of, stop_item
from painplanner.core.graded import on_day, progression_of, uncounted
from painplanner.core.known_dates import known_dates
from painplanner.core.library import Intervention
from painplanner.core.plan import Item, Plan, TeachBack, items_of, texts_in
from painplanner.core.values import Side, replace
from painplanner.documents.dose_words import item_dose
from painplanner.documents.words import words_in
from painplanner.gui.context import AppContext
from painplanner.gui.dates import day_words
from painplanner.gui.form.choice_rows import ChoiceRow, SegmentRow
from painplanner.gui.form.dose_blanks import EMPTY, kind_of
from painplanner.gui.form.dose_line import DoseLineRow
from painplanner.gui.form.options import answers_back, dose_kinds
from painplanner.gui.form.rows import AreaRow, LineRow, in_flow
from painplanner.gui.form.subject import Changes, Part, attribute, propose
from painplanner.gui.pages.composer.inspector.dose_fields import DoseFields
from painplanner.gui.pages.composer.inspector.form import Form
from painplanner.gui.pages.composer.inspector.item_texts import named
from painplanner.gui.pages.composer.inspector.pictures import Pictures
from painplanner.gui.pages.composer.inspector.reference import ReferenceAmounts, source_lines
from painplanner.gui.pages.composer.inspector.words_editor import WordsEditor
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.fold import Fold
from painplanner.gui.widgets.labels import label
from painplanner.services.words import kind_words, step_title
from painplanner.services.words.ranges import range_line
from painplanner.text import _

if TYPE_CHECKING:
    from datetime import date

    from painplanner.gui.session import PlanSession


def find(plan: Plan, item_id: str) -> Item | None:
    """Return an item, or nothing when it is gone."""
    return next((item for _step, item in items_of(plan) if item.id == item_id), None)


def put(plan: Plan, item_id: str, changes: Changes, today: date) -> Plan:
    """Change an item; another amount of a graded dose that is under way counts from today."""
    if "dose" not in changes:
        return set_item(plan, item_id, **changes)
    others = {field: value for field, value in changes.items() if field != "dose"}
    return set_dose(set_item(plan, item_id, **others), item_id, changes["dose"], today)


class ItemForm(Form[Item]):
    """Name, dose line and dose fields, usual dose, words, shown and done back, note, sources, stop and remove."""

    def __init__(self, session: PlanSession, ctx: AppContext) -> None:
        """Build the rows once; the fields of a kind of dose come with the first dose of that kind."""
        super().__init__(
            session, ctx, find, lambda plan, which, changes: put(plan, which, changes, ctx.today()), heading="heading"
        )
        name: Part[Item, str] = Part(
            _("Rename"),
            lambda item: texts_in(item.texts, ctx.practice.language).name,
            lambda item, text: named(item, ctx.practice.language, text),
            "name",
        )
        self.name = LineRow(self.subject, name, _("Name"))
        self.dose = DoseLineRow(self.subject, self._dose_in_words)
        self.dose_fields: dict[str, DoseFields] = {}
        kind: Part[Item, Any] = Part(
            _("Change kind of dose"),
            lambda item: kind_of(item.dose),
            lambda _item, key: {"dose": EMPTY.get(key or "")},
        )
        self.dose_kind = ChoiceRow(self.subject, kind, _("Kind of dose"), dose_kinds())
        self.usual = button("", self._on_usual, kind="link", icon="star-outline")
        self.range = label("", "small", wrap=True)
        self.reference = ReferenceAmounts()
        self.pictures = Pictures(ctx)
        self.add(self.pictures, self.dose, self.dose_kind, self.range)
        self._dose_place = self.lines.count()
        self.add(self.usual)
        taken_down: Part[Item, str] = attribute("stop_plan", _("Change how it is taken down"), typed=True)
        self.stop_plan = AreaRow(self.subject, taken_down, _("How it is taken down, for the team"), least=1)
        self.add(self.stop_plan)
        self._add_words()
        self._add_foot()

    def _add_words(self) -> None:
        shown = attribute("shown", _("Record shown and done back"))
        self.shown = SegmentRow(self.subject, shown, _("Shown and done back"), answers_back(), TeachBack)
        self.note = AreaRow(
            self.subject, attribute("note", _("Change note"), typed=True), _("Note for the patient"), least=1
        )
        self.words_fold = Fold(_("In the patient’s words"))
        self.words = WordsEditor(self.subject)
        self.add(self.name, into=self.words_fold.lines)
        self.words_fold.lines.addWidget(self.words)
        self.words_fold.opened.connect(lambda _open: self._show_words())
        self.add(self.shown, self.note, self.words_fold)

    def _add_foot(self) -> None:
        self.sources_fold = Fold(_("Sources"))
        self._sources = label("", "small", wrap=True)
        self.sources_fold.lines.addWidget(self._sources)
        self.stop = button(_("Stop from today"), self._on_stop)
        self.remove = button(_("Remove"), self._on_remove, kind="danger")
        self.add(self.sources_fold, in_flow(self.stop, self.remove))
        self.lines.addStretch(1)

    def refresh(self, before: Plan | None, plan: Plan) -> None:
        """Show what hangs on the plan and the library around the item."""
        item = self.subject.value
        step = step_of(plan, item.id)
        entry = self.ctx.library.entries.get(item.source)
        where = _("in step {n}, {title}").format(n=plan.steps.index(step) + 1, title=step_title(step, plan))
        self.head(texts_in(item.texts, self.ctx.practice.language).name or _("Without a name"), _kind(item, where))
        self.pictures.show_item(item)
        self._show_dose(item, entry, is_other=before is None)
        self.stop_plan.field.setVisible(is_never_sudden(item) or bool(item.stop_plan))
        self._show_words()
        self._show_range(item, entry)
        self._show_usual(item, entry)
        lines = source_lines(entry)
        self.sources_fold.setVisible(bool(lines))
        if self._sources.text() != lines:
            self._sources.setText(lines)
        self.stop.setText(_("Take up again") if item.stopped_on else _("Stop from today"))
        self.stop.setAccessibleName(self.stop.text())

    def _show_dose(self, item: Item, entry: Intervention | None, *, is_other: bool) -> None:
        kind = kind_of(item.dose)
        if kind:
            self.fields_of(kind)
        for key, fields in self.dose_fields.items():
            if key == kind:
                fields.show_dose(is_other=is_other)
            elif is_other:
                fields.leave()
            fields.setVisible(key == kind)
        self.dose.field.setVisible(bool(kind))
        self.dose_kind.field.setVisible(not kind)
        self.dose.show_words()
        if kind == "medicine":
            self.reference.show_entry(entry if item.kind == "medicine" else None)

    def fields_of(self, kind: str) -> DoseFields:
        """Return the fields of a kind of dose, made now if they were not yet."""
        if kind not in self.dose_fields:
            reference = self.reference if kind == "medicine" else None
            fields = DoseFields(kind, self.subject, self.ctx.today, reference)
            fields.hide()
            self.dose_fields[kind] = fields
            self.lines.insertWidget(self._dose_place, fields)
        return self.dose_fields[kind]

    def _dose_in_words(self, item: Item) -> str:
        today = self.ctx.today()
        words = item_dose(on_paper(self.session.plan, item, today), words_in(self.ctx.practice.language, today))
        return words if any(ch.isalnum() for ch in words) else ""

    def _show_words(self) -> None:
        if self.words_fold.is_open and self.subject.is_set:
            self.words.show_item(self.session.patient.language)

    def _show_range(self, item: Item, entry: Intervention | None) -> None:
        """Say the usual range of the dose, which is no limit: the clinician may leave it."""
        same_kind = entry is not None and kind_of(entry.dose) == kind_of(item.dose)
        words = range_line(entry.ranges) if entry is not None and same_kind else ""
        self.range.setText(_("Usual range: {range}").format(range=words) if words else "")
        self.range.setVisible(bool(words))

    def _show_usual(self, item: Item, entry: Intervention | None) -> None:
        may = entry is not None and item.dose is not None and not isinstance(item.dose, MedicineDose)
        self.usual.setVisible(may)
        if not may:
            return
        is_usual = self.ctx.store.usual_doses().get(item.source) == usual_dose(item)
        words = _("This is your usual dose") if is_usual else _("Make this my usual dose")
        self.usual.setEnabled(not is_usual)
        self.usual.setText(words)
        self.usual.setAccessibleName(words)

    def _on_usual(self) -> None:
        item = self.subject.value
        self.ctx.store.set_usual_dose(item.source, usual_dose(item))
        self._show_usual(item, self.ctx.library.entries.get(item.source))
        self.ctx.news.library_changed.emit()
        name = texts_in(item.texts, self.ctx.practice.language).name
        self.ctx.say(_("“{name}” comes with this dose from now on.").format(name=name), kind="done")

    def _on_stop(self) -> None:
        item, today = self.subject.value, self.ctx.today()
        if item.stopped_on:
            propose(self.session, _("Take up again"), lambda plan: resume_item(plan, item.id))
        else:
            propose(self.session, _("Stop"), lambda plan: stop_item(plan, item.id, today))

    def _on_remove(self) -> None:
        item = self.subject.value
        propose(self.session, _("Remove"), lambda plan: remove(plan, (item.id,)))


def usual_dose(item: Item) -> AnyDose | None:
    """Return the dose as a habit of the clinician: without the side of this patient, and counted from no day."""
    dose = uncounted(item.dose)
    if dose is None or not has_side(dose) or getattr(dose, "side", None) is Side.BOTH:
        return dose
    return replace(dose, side=None)


def on_paper(plan: Plan, item: Item, today: date) -> Item:
    """Return an item with the amount that a paper of today prints: what a graded dose has come to."""
    if progression_of(item.dose) is None:
        return item
    span = known_dates(plan, today).spans.get(step_of(plan, item.id).id)
    return item if span is None else on_day(item, span.start, today, plan.flares)


def _kind(item: Item, where: str) -> str:
    parts = [kind_words(item.kind), where]
    if item.stopped_on:
        parts.append(_("stopped {day}").format(day=day_words(item.stopped_on)))
    return " · ".join(parts)
