"""The form of the plan itself, shown while nothing is selected: what is treated, why, to which end, and what next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from painplanner.core.edits import set_painful, set_plan
from painplanner.core.ids import printed_number
from painplanner.core.plan import Plan
from painplanner.core.values import Mechanism, Region, replace
from painplanner.gui.context import AppContext
from painplanner.gui.dates import read_clock
from painplanner.gui.form.choice_rows import ChoiceRow, SegmentRow
from painplanner.gui.form.options import mechanisms, read_side, regions, sides
from painplanner.gui.form.rows import AreaRow, DayRow, LineRow, beside
from painplanner.gui.form.subject import Changes, Part, attribute
from painplanner.gui.pages.composer.inspector.drivers_editor import DriversEditor
from painplanner.gui.pages.composer.inspector.form import Form
from painplanner.gui.pages.composer.inspector.goals_editor import GoalsEditor
from painplanner.gui.pages.composer.inspector.spoken import spoken, with_text
from painplanner.gui.widgets.labels import label, rule
from painplanner.services.reading import reading_words, sentences_of
from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.gui.session import PlanSession


def find(plan: Plan, plan_id: str) -> Plan | None:
    """Return the plan, or nothing when another one is open."""
    return plan if plan.id == plan_id else None


def put(plan: Plan, _plan_id: str, changes: Changes) -> Plan:
    """Change the plan; two-sided items take its painful side, and typed words replace the ready ones."""
    if "region" in changes or "side" in changes:
        return set_painful(plan, changes.get("region", plan.region), changes.get("side", plan.side))
    return set_plan(plan, **changes)


class PlanForm(Form[Plan]):
    """Title, region and side, mechanism, start, why, drivers, goals, flare, next visit, note."""

    def __init__(self, session: PlanSession, ctx: AppContext) -> None:
        """Build the rows once."""
        super().__init__(session, ctx, find, put)
        subject = self.subject
        title: Part[Plan, str] = attribute("title", _("Change plan title"), typed=True)
        self.title = LineRow(subject, title, _("Title"), placeholder=_("such as: sciatica, right"))
        self.region = ChoiceRow(
            subject, attribute("region", _("Change region")), _("Painful region"), regions(), Region
        )
        self.side = SegmentRow(subject, attribute("side", _("Change side")), _("Painful side"), sides(), read_side)
        self.mechanism = ChoiceRow(
            subject, attribute("mechanism", _("Change mechanism")), _("Mechanism"), mechanisms(), Mechanism
        )
        start: Part[Plan, Any] = attribute("start", _("Change start"), typed=True)
        self.start: DayRow[Plan] = DayRow(subject, start, _("Plan starts"), ctx.today)
        why: Part[Plan, str] = Part(
            _("Change why"),
            lambda p: spoken(p.why, p.why_words, self._lang),
            lambda _p, v: {"why": v} if v else {"why": "", "why_words": ()},
            "why",
        )
        self.why = AreaRow(subject, why, _("Why, in the patient’s words"), least=3)
        self.add(self.title, self.region, self.side)
        for row in (self.mechanism, self.start):
            self.row(row)
        self.add(beside(self.mechanism, self.start), self.why)
        self.drivers = DriversEditor(session, ctx)
        self.goals = GoalsEditor(session, ctx)
        self.add(rule(), self.drivers, rule(), self.goals)
        self._add_flare()
        self._add_last()

    def _add_flare(self) -> None:
        flare: Part[Plan, str] = Part(
            _("Change flare plan"),
            lambda p: spoken("", p.flare, self._lang),
            lambda p, v: {"flare": with_text(p.flare, self._lang, v) if v else ()},
            "flare",
        )
        signs: Part[Plan, str] = Part(
            _("Change early signs of a flare"),
            lambda p: spoken("", p.early_signs, self._lang),
            lambda p, v: {"early_signs": with_text(p.early_signs, self._lang, v) if v else ()},
            "early-signs",
        )
        self.early_signs = AreaRow(self.subject, signs, _("Early signs of a flare, one a line"), least=3)
        self.flare = AreaRow(self.subject, flare, _("In a flare, in the patient’s words"), least=3)
        self.add(rule(), self.early_signs, self.flare)

    def _add_last(self) -> None:
        visit = _("Change next visit")
        on: Part[Plan, Any] = _visit_part("on", visit)
        self.visit_on: DayRow[Plan] = DayRow(self.subject, on, _("On"), self.ctx.today)
        at: Part[Plan, str] = Part(
            visit,
            lambda p: p.next_visit.at.strftime("%H:%M") if p.next_visit.at else "",
            lambda p, v: {"next_visit": replace(p.next_visit, at=read_clock(v))},
            "visit-at",
        )
        self.visit_at = LineRow(self.subject, at, _("At"), placeholder=_("such as 14:30"), limit=20)
        self.visit_with = LineRow(self.subject, _visit_part("with_whom", visit), _("With"))
        note = attribute("note", _("Change note"), typed=True)
        self.note = AreaRow(self.subject, note, _("Note for the team, never printed"), least=3)
        for row in (self.visit_on, self.visit_at):
            self.row(row)
        self.add(rule(), label(_("Next visit"), "section"))
        self.add(beside(self.visit_on, self.visit_at), self.visit_with, rule(), self.note)
        self.lines.addStretch(1)

    @property
    def _lang(self) -> str:
        return self.session.patient.language

    def refresh(self, before: Plan | None, plan: Plan) -> None:
        """Show heading, reading grade, drivers and goals."""
        number = _("Plan {number}").format(number=printed_number(plan.number)) if plan.number else _("Plan")
        self.head(number, _("What is treated, why, and to which end"))
        if before is None or before.why != plan.why or before.why_words is not plan.why_words:
            self._show_grade(plan)
        if before is None or before.drivers is not plan.drivers:
            self.drivers.show_drivers(plan)
        if before is None or before.goals is not plan.goals:
            self.goals.show_goals(plan)

    def _show_grade(self, plan: Plan) -> None:
        why = spoken(plan.why, plan.why_words, self._lang)
        self.why.show_hint(reading_words(sentences_of(why), self._lang))

    def focus(self, part_id: str) -> None:
        """Go to a driver or a goal."""
        self.drivers.focus(part_id)
        self.goals.focus(part_id)


def _visit_part(field: str, label_: str) -> Part[Plan, Any]:
    return Part(
        label_,
        lambda p: getattr(p.next_visit, field),
        lambda p, v: {"next_visit": replace(p.next_visit, **{field: v})},
        f"visit-{field}",
    )
