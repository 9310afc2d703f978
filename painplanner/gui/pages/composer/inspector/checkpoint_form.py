"""The form of a checkpoint: which steps it judges, when, by what, and what follows each outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from painplanner.core.edits import remove, set_checkpoint
from painplanner.core.known_dates import known_dates
from painplanner.core.measure import Criterion
from painplanner.core.plan import Checkpoint, Combine, Plan, texts_in
from painplanner.core.shelf import Filters
from painplanner.core.values import replace
from painplanner.gui.context import AppContext
from painplanner.gui.dates import day_words
from painplanner.gui.form.choice_rows import SegmentRow, TicksRow
from painplanner.gui.form.options import combines, drivers_of, steps_of
from painplanner.gui.form.rows import AreaRow, NumberRow
from painplanner.gui.form.subject import Changes, Part, attribute, propose
from painplanner.gui.pages.composer.inspector.action_row import ActionRow
from painplanner.gui.pages.composer.inspector.criterion_editor import CriterionEditor
from painplanner.gui.pages.composer.inspector.form import Form
from painplanner.gui.pages.composer.inspector.measures import new_criterion
from painplanner.gui.pages.composer.inspector.timing import WhenRow
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.fields import Field
from painplanner.gui.widgets.finder import Finder
from painplanner.gui.widgets.labels import label, rule
from painplanner.gui.widgets.row_pool import RowPool
from painplanner.services.readings import find_measures
from painplanner.text import _, ngettext

if TYPE_CHECKING:
    from painplanner.gui.session import PlanSession


def find(plan: Plan, checkpoint_id: str) -> Checkpoint | None:
    """Return a checkpoint, or nothing when it is gone."""
    return next((each for each in plan.checkpoints if each.id == checkpoint_id), None)


def find_criterion(plan: Plan, key: str) -> Criterion | None:
    """Return a criterion by "checkpoint#place"."""
    checkpoint_id, _mark, place = key.rpartition("#")
    checkpoint = find(plan, checkpoint_id)
    if checkpoint is None or int(place) >= len(checkpoint.criteria):
        return None
    return checkpoint.criteria[int(place)]


def put_criterion(plan: Plan, key: str, changes: Changes) -> Plan:
    """Change a criterion."""
    checkpoint_id, _mark, place = key.rpartition("#")
    checkpoint, at = find(plan, checkpoint_id), int(place)
    if checkpoint is None:
        return plan
    new = replace(checkpoint.criteria[at], **changes)
    return set_checkpoint(
        plan, checkpoint_id, criteria=(*checkpoint.criteria[:at], new, *checkpoint.criteria[at + 1 :])
    )


class CheckpointForm(Form[Checkpoint]):
    """Steps, when, criteria, how they join, the three outcomes, note."""

    def __init__(self, session: PlanSession, ctx: AppContext) -> None:
        """Build the rows once."""
        super().__init__(session, ctx, find, lambda plan, which, changes: set_checkpoint(plan, which, **changes))
        self.steps = TicksRow(self.subject, attribute("steps", _("Change steps of a checkpoint")), _("Decides about"))
        when = attribute("when", _("Change when a checkpoint is"), typed=True)
        self.when: WhenRow[Checkpoint] = WhenRow(
            self.subject, when, _("When"), ctx.today, none=_("Not dated yet"), repeats=True
        )
        self.add(self.when, self.steps, rule(), label(_("Measured by"), "section"))
        self._add_criteria()
        self.add(rule(), label(_("What follows"), "section"))
        self._add_outcomes()
        self.note = AreaRow(self.subject, attribute("note", _("Change note"), typed=True), _("Note for the team"))
        self.remove = button(_("Remove checkpoint"), self._on_remove, kind="danger")
        self.add(self.note, self.remove)
        self.lines.addStretch(1)

    def _add_criteria(self) -> None:
        self.criteria: RowPool[CriterionEditor] = RowPool(
            lambda _n: CriterionEditor(self.session, self.ctx, find_criterion, put_criterion, self._on_remove_criterion)
        )
        self.finder = Finder(self._find, name=_("Add a measure"), placeholder=_("such as: sitting, walking, PSFS"))
        self.finder.picked.connect(self._on_measure)
        combine: Part[Checkpoint, Any] = Part(
            _("Change how criteria join"),
            lambda c: c.combine,
            lambda c, v: {"combine": v, "at_least": (c.at_least or 1) if v is Combine.AT_LEAST else None},
        )
        self.combine = SegmentRow(self.subject, combine, _("Met when these are"), combines(), Combine)
        self.at_least = NumberRow(
            self.subject, attribute("at_least", _("Change how criteria join"), typed=True), _("How many")
        )
        self.add(self.criteria, Field(_("Add a measure"), self.finder), self.combine, self.at_least)

    def _add_outcomes(self) -> None:
        names = {"on_met": _("If met"), "on_partly": _("If partly met"), "on_not_met": _("If not met")}
        self.outcomes: dict[str, ActionRow] = {}
        for field, name in names.items():
            part = attribute(field, _("Change what follows"), typed=True)
            self.outcomes[field] = ActionRow(self.subject, part, name, self._find_entry, self._entry_name)
            self.add(self.outcomes[field])

    def refresh(self, before: Plan | None, plan: Plan) -> None:
        """Show heading, choices and criteria."""
        checkpoint = self.subject.value
        number = plan.checkpoints.index(checkpoint) + 1
        days = known_dates(plan, self.ctx.today()).checks.get(checkpoint.id, ())
        words = ", ".join(day_words(day, weekday=True) for day in days[:3])
        self.head(_("Checkpoint {n}").format(n=number), words or _("no date yet"))
        self.when.show_hint(_with_more(words, len(days) - 3))
        if before is None or before.steps is not plan.steps or before.drivers is not plan.drivers:
            steps = steps_of(plan)
            self.steps.set_options(steps)
            self.when.set_steps(steps, next(iter(checkpoint.steps), steps[0][0] if steps else ""))
            for row in self.outcomes.values():
                row.set_targets(steps, drivers_of(plan, self.ctx.practice.language))
        count = len(checkpoint.criteria)
        for place, editor in enumerate(self.criteria.show_rows(count)):
            editor.show_criterion(f"{checkpoint.id}#{place}")
        self.combine.field.setVisible(count > 1)
        self.at_least.field.setVisible(count > 1 and checkpoint.combine is Combine.AT_LEAST)
        self.at_least.show_hint(_("of {n}").format(n=count))

    @property
    def measures_nothing(self) -> bool:
        """Tell whether the checkpoint that is shown asks for no number yet."""
        return self.subject.is_set and not self.subject.value.criteria

    def _find(self, text: str) -> tuple[tuple[str, str], ...]:
        return find_measures(self.ctx.library.measures, text, self.ctx.practice.language)

    def _on_measure(self, measure_id: str) -> None:
        made = new_criterion(self.ctx.library.measures[measure_id], self.session.readings)
        self.subject.change(_("Add a measure"), lambda c: {"criteria": (*c.criteria, made)})
        self.finder.set_words("")
        if self.criteria.rows:
            self.criteria.rows[-1].now.number.line.setFocus()

    def _on_remove_criterion(self, key: str) -> None:
        place = int(key.rpartition("#")[2])
        self.subject.change(
            _("Remove a measure"), lambda c: {"criteria": (*c.criteria[:place], *c.criteria[place + 1 :])}
        )

    def _find_entry(self, text: str) -> tuple[tuple[str, str], ...]:
        found = self.ctx.shelf().shown(Filters(text=text), 8)
        return tuple((one.id, self._entry_name(one.id)) for one in found)

    def _entry_name(self, entry_id: str) -> str:
        entry = self.ctx.library.entries.get(entry_id)
        return texts_in(entry.texts, self.ctx.practice.language).name if entry is not None else ""

    def _on_remove(self) -> None:
        gone = self.subject.id
        propose(self.session, _("Remove checkpoint"), lambda plan: remove(plan, (gone,)))


def _with_more(words: str, more: int) -> str:
    if more <= 0:
        return words
    return ngettext("{days} and {n} more", "{days} and {n} more", more).format(days=words, n=more)
