"""The form of a step: what it is for, whom it addresses, who owns it, when it runs and how it went."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from painplanner.core.edits import add_checkpoint, add_driver, first_look, set_step
from painplanner.core.known_dates import known_dates
from painplanner.core.plan import Plan, Purpose, Step, StepStatus
from painplanner.core.schedule import schedule
from painplanner.core.values import Discipline, replace
from painplanner.gui.context import AppContext
from painplanner.gui.dates import day_words
from painplanner.gui.form.choice_rows import ChoiceRow, SegmentRow, TicksRow
from painplanner.gui.form.options import (
    disciplines,
    drivers_of,
    purposes,
    statuses,
    steps_of,
)
from painplanner.gui.form.rows import AreaRow, DayRow, LineRow, beside
from painplanner.gui.form.subject import Changes, Part, attribute, propose
from painplanner.gui.pages.composer.inspector.form import Form
from painplanner.gui.pages.composer.inspector.links import Links
from painplanner.gui.pages.composer.inspector.timing import TrialRow, WhenRow
from painplanner.gui.widgets.buttons import button
from painplanner.text import _, ngettext

if TYPE_CHECKING:
    from painplanner.gui.session import PlanSession

RECHECK_DAYS = 14
"""Days from the start of a step to a new checkpoint where the library says nothing: a default of the product."""


def find(plan: Plan, step_id: str) -> Step | None:
    """Return a step, or nothing when it is gone."""
    return next((step for step in plan.steps if step.id == step_id), None)


class StepForm(Form[Step]):
    """Title, purpose, drivers, owner, timing, trial end, status, note, checkpoints."""

    def __init__(self, session: PlanSession, ctx: AppContext) -> None:
        """Build the rows once."""
        super().__init__(session, ctx, find, self._put)
        subject = self.subject
        self.title = LineRow(subject, attribute("title", _("Change step title"), typed=True), _("Title"))
        purpose = attribute("purpose", _("Change purpose"))
        self.purpose = SegmentRow(subject, purpose, _("Purpose"), purposes(), Purpose, columns=2)
        self.drivers = TicksRow(subject, attribute("drivers", _("Change driver")), _("Addresses"))
        self._name_driver = button(_("Name a driver"), self._on_name_driver, kind="link")
        self.add(self.title, self.purpose, self.drivers, self._name_driver)
        self._add_owner()
        self._add_times()
        self.note = AreaRow(subject, attribute("note", _("Change note"), typed=True), _("Note for the team"))
        self.links = Links(_("Checkpoints of this step"), session)
        self.add_check = button(_("Add checkpoint"), self._on_add_checkpoint, icon="diamond")
        self.add(self.note, self.links, self.add_check)
        self.lines.addStretch(1)

    def _add_owner(self) -> None:
        discipline: Part[Step, Any] = Part(
            _("Change owner"), lambda s: s.owner.discipline, lambda s, v: {"owner": replace(s.owner, discipline=v)}
        )
        name: Part[Step, str] = Part(
            _("Change owner"), lambda s: s.owner.name, lambda s, v: {"owner": replace(s.owner, name=v)}, "owner"
        )
        self.discipline = ChoiceRow(self.subject, discipline, _("Owner"), disciplines(), Discipline)
        self.owner = LineRow(self.subject, name, _("Owner’s name"))
        self.add(self.discipline, self.owner)

    def _add_times(self) -> None:
        today = self.ctx.today
        timing = attribute("timing", _("Change when a step begins"), typed=True)
        self.timing: WhenRow[Step] = WhenRow(self.subject, timing, _("Begins"), today, none=_("With the plan"))
        trial = attribute("trial_end", _("Change the end of a trial"), typed=True)
        self.trial = TrialRow(self.subject, trial, _("Trial ends"), today)
        status: Part[Step, Any] = Part(_("Change status"), lambda s: s.status, self._status_changes)
        self.status = ChoiceRow(self.subject, status, _("Status"), statuses(), StepStatus)
        self.started = DayRow(
            self.subject, attribute("started_on", _("Date the start"), typed=True), _("Began on"), today
        )
        self.ended = DayRow(self.subject, attribute("ended_on", _("Date the end"), typed=True), _("Ended on"), today)
        self.add(self.timing, self.trial, self.status)
        for row in (self.started, self.ended):
            self.row(row)
        self._actual = beside(self.started, self.ended)
        self.add(self._actual)

    def _put(self, plan: Plan, step_id: str, changes: Changes) -> Plan:
        new = set_step(plan, step_id, **changes)
        if "timing" in changes and step_id in known_dates(new, self.ctx.today()).undated:
            schedule(new, self.ctx.today())  # says which steps wait for one another
        return new

    def _status_changes(self, step: Step, status: StepStatus) -> Changes:
        """Return the status with the actual dates that come with it."""
        today = self.ctx.today()
        if status is StepStatus.PLANNED:
            return {"status": status, "started_on": None, "ended_on": None}
        if status is StepStatus.ACTIVE:
            return {"status": status, "started_on": step.started_on or today, "ended_on": None}
        if status is StepStatus.SKIPPED:
            return {"status": status}
        return {"status": status, "ended_on": step.ended_on or today}

    def refresh(self, before: Plan | None, plan: Plan) -> None:
        """Show heading, choices and dates, which hang on the whole plan."""
        step = self.subject.value
        place = next(n for n, each in enumerate(plan.steps) if each.id == step.id)
        dates = known_dates(plan, self.ctx.today())
        span = dates.spans.get(step.id)
        number = _("Step {n} of {count}").format(n=place + 1, count=len(plan.steps))
        days = span_words(span.start, span.end) if span is not None else _("no date yet")
        self.head(number, days)
        if before is None or before.steps is not plan.steps:
            default = plan.steps[place - 1].id if place else next((s.id for s in plan.steps[1:2]), "")
            self.timing.set_steps(steps_of(plan, but=step.id), default)
            self.timing.show_hint(day_words(span.start, weekday=True) if span is not None else "")
            self.trial.show_hint(day_words(span.end, weekday=True) if span is not None and span.end else "")
        self._show_drivers(before, plan)
        self._actual.setVisible(step.status is not StepStatus.PLANNED or bool(step.started_on or step.ended_on))
        checks = tuple((c.id, _check_name(dates.checks.get(c.id, ()))) for c in plan.checkpoints if step.id in c.steps)
        self.links.show_links(checks)

    def _show_drivers(self, before: Plan | None, plan: Plan) -> None:
        if before is not None and before.drivers is plan.drivers:
            return
        self.drivers.set_options(drivers_of(plan, self.ctx.practice.language))
        self.drivers.field.setVisible(bool(plan.drivers))
        self._name_driver.setVisible(not plan.drivers)

    def _on_name_driver(self) -> None:
        propose(self.session, _("Add driver"), lambda plan: add_driver(plan, self.ctx.new_id))
        self.session.select(self.session.plan.drivers[-1].id)

    def _on_add_checkpoint(self) -> None:
        step = self.subject.value
        when = first_look(self.session.plan, step.id, self._recheck_days(step), self.ctx.today())
        known = {c.id for c in self.session.plan.checkpoints}
        propose(
            self.session,
            _("Add checkpoint"),
            lambda plan: add_checkpoint(plan, self.ctx.new_id, steps=(step.id,), when=when),
        )
        self.session.select(*(c.id for c in self.session.plan.checkpoints if c.id not in known))

    def _recheck_days(self, step: Step) -> int:
        entries = (self.ctx.library.entries.get(item.source) for item in step.items)
        return min((e.reassess_days[0] for e in entries if e is not None and e.reassess_days), default=RECHECK_DAYS)


def span_words(start: date, end: date | None) -> str:
    """Write the days of a step."""
    first = day_words(start, weekday=True)
    return f"{first} – {day_words(end, weekday=True)}" if end is not None else _("from {day}").format(day=first)


def _check_name(days: tuple[date, ...]) -> str:
    if not days:
        return _("Checkpoint without a date")
    first = day_words(days[0], weekday=True)
    if len(days) == 1:
        return first
    more = ngettext("and {n} more", "and {n} more", len(days) - 1).format(n=len(days) - 1)
    return f"{first}, {more}"
