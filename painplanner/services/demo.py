"""A practice with invented patients to try things out in, made from the same parts as a real one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from painplanner.core.dose import ProcedureDose
from painplanner.core.edits import plan_from_template, set_dose, set_painful, set_step
from painplanner.core.library import Library
from painplanner.core.measure import Criterion
from painplanner.core.plan import NextVisit, Plan, StepStatus, items_of
from painplanner.core.practice import Person, Practice, PracticeSetup
from painplanner.core.schedule import next_check, schedule
from painplanner.core.values import Discipline
from painplanner.core.values import replace as changed
from painplanner.documents.request import Request
from painplanner.errors import KnownError
from painplanner.services import demo_closed, demo_course, gathering, publish
from painplanner.services.demo_papers import write_papers
from painplanner.services.demo_people import Case, cases
from painplanner.services.plans import save_draft
from painplanner.services.practice import create_practice
from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.store import Store

# The patients do not exist, so the passphrase need not be a secret; it is as long as a real one must be.
PASSPHRASE = "calm river steady walk"  # noqa: S105
Say = Callable[[str], object]
GIVEN = ("handout", "exercise-sheet", "daily-log", "function-questionnaire")
"""What each patient took home after the first visit."""


@dataclass(frozen=True)
class Demo:
    """What was made and what opens it."""

    folder: Path
    passphrase: str
    papers: tuple[Path, ...]


def make_demo(folder: Path, today: date, say: Say = lambda _words: None) -> Demo:
    """Make the practice in a new or empty folder and write every paper beside it. Raises KnownError otherwise."""
    if folder.exists() and any(folder.iterdir()):
        raise KnownError(
            _("{folder} is not empty. Choose a new folder for the demo; nothing was changed.").format(folder=folder)
        )
    store = create_practice(folder, _setup(), PASSPHRASE)
    try:
        plans = [plan for case in cases(today) if (plan := _add(store, case, today)) is not None]
        papers = write_papers(store, plans, today, say)
    finally:
        store.close()
    return Demo(folder, PASSPHRASE, papers)


def _setup() -> PracticeSetup:
    practice = Practice(
        id="practice",
        name="Riverside Pain & Movement",
        phone="555-0142",
        after_hours="555-0199",
        address="12 Mill Lane, Riverside",
    )
    return PracticeSetup(
        practice=practice, person=Person(id="person-1", name="M. Reyes", discipline=Discipline.PHYSICAL_THERAPIST)
    )


def _add(store: Store, case: Case, today: date) -> Plan | None:
    """Add a patient with a plan and the papers that were given; return the plan unless it is still a draft."""
    store.save_patient(case.patient)
    plan = make_plan(case, store.library(), store.new_plan_number(), today)
    if not case.is_final:
        save_draft(store, plan, today)
        return None
    is_over = case.patient.id == demo_closed.WHO
    if is_over:
        plan = demo_closed.closed(store, plan, today)
    if case.patient.id == demo_course.WHO:
        plan = demo_course.with_flares(plan, today)
    request = gathering.gather(store, plan, today)
    request = request if is_over else gathering.with_log(store, request, lambda kind: f"{kind}-{plan.number}")
    papers = publish.make_papers(request, _kinds(request, is_over=is_over))
    publish.keep(store, request, papers, reason=_("Plan closed") if is_over else _("First plan"))
    if case.patient.id == demo_course.WHO:
        demo_course.add_course(store, plan, today)
        _give_reports(store, plan, today)
    return plan


def _give_reports(store: Store, plan: Plan, today: date) -> None:
    """Keep what was printed of the numbers once they were there."""
    request = gathering.gather(store, plan, today)
    publish.keep(store, request, publish.make_papers(request, ("progress-report", "team-report")))


def _kinds(request: Request, *, is_over: bool) -> tuple[str, ...]:
    """Return the papers that say something; at the end only the one for going on alone."""
    if is_over:
        return ("handover",)
    return tuple(kind for kind in GIVEN if not publish.is_empty(kind, request))


def make_plan(case: Case, library: Library, number: int, today: date) -> Plan:
    """Return the plan of a case as a clinician would have left it."""
    numbers = count(1)
    start = today - timedelta(days=case.began)
    plan = plan_from_template(
        library.templates[case.template],
        library,
        lambda kind: f"{kind}-{number}-{next(numbers)}",
        patient=case.patient.id,
        today=start,
        number=number,
    )
    plan = changed(plan, early_signs=case.signs)
    if case.side is not None and plan.region is not None:
        plan = set_painful(plan, plan.region, case.side)
    return _with_visit(_begun(_with_doses(_with_baselines(plan, case), case), today), today)


def _with_baselines(plan: Plan, case: Case) -> Plan:
    def filled(criterion: Criterion) -> Criterion:
        value = case.now.get(criterion.measure.removeprefix("measure."))
        return criterion if value is None else changed(criterion, baseline=value, baseline_on=plan.start)

    goals = tuple(
        changed(goal, criterion=filled(goal.criterion)) if goal.criterion is not None else goal for goal in plan.goals
    )
    checkpoints = tuple(changed(c, criteria=tuple(map(filled, c.criteria))) for c in plan.checkpoints)
    done: Plan = changed(plan, goals=goals, checkpoints=checkpoints)
    return done


def _with_doses(plan: Plan, case: Case) -> Plan:
    for _step, item in items_of(plan):
        if item.source in case.doses:
            plan = set_dose(plan, item.id, case.doses[item.source])
        if isinstance(item.dose, ProcedureDose):
            side = case.side or item.dose.side
            plan = set_dose(plan, item.id, changed(item.dose, level=case.level or item.dose.level, side=side))
    return plan


def _begun(plan: Plan, today: date) -> Plan:
    """Return the plan with the steps under way that were to begin by now."""
    for span in schedule(plan, today).spans:
        if span.start <= today:
            plan = set_step(plan, span.step, status=StepStatus.ACTIVE, started_on=span.start)
    return plan


def _with_visit(plan: Plan, today: date) -> Plan:
    check = next_check(plan, today + timedelta(days=1))
    latest = today + timedelta(days=21)
    day = check[1] if check is not None and check[1] <= latest else today + timedelta(days=14)
    done: Plan = changed(plan, next_visit=NextVisit(on=day, with_whom="M. Reyes"))
    return done
