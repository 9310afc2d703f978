"""What a plan or patient will ask of the clinic, as fixed days: the rows that Today shows are written from these.

Whether a row is late is said on the day it is read, not here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from painplanner.core.dose import MedicineDose
from painplanner.core.findings import Args
from painplanner.core.known_dates import KnownDates, known_dates
from painplanner.core.measure import Criterion, Measure, Reading
from painplanner.core.outline import CLOSED
from painplanner.core.patient import Patient
from painplanner.core.plan import Checkpoint, Goal, Plan, PlanStatus, Step, StepStatus, item_name, texts_in
from painplanner.core.progress.decided import is_decided, is_end_decided
from painplanner.core.progress.judge import Gap, judge_in
from painplanner.core.values import Answer, Value, text_in


class DueItem(Value, frozen=True, kw_only=True):
    """One thing due: `on` is a fixed day or `None` for any time, `args` what its sentence needs, `title` first.

    `person` is the name of who it is for, empty where nobody is named.
    """

    kind: str
    patient: str
    plan: str = ""
    on: date | None = None
    subject: str = ""
    args: Args = ()
    person: str = ""


class _Sight(NamedTuple):
    """What the rows of a plan are made from."""

    plan: Plan
    today: date
    dates: KnownDates
    lang: str
    readings: tuple[Reading, ...]
    measures: Mapping[str, Measure] | None


def plan_due(
    plan: Plan,
    today: date,
    *,
    is_draft: bool,
    lang: str = "en",
    readings: Iterable[Reading] = (),
    measures: Mapping[str, Measure] | None = None,
) -> tuple[DueItem, ...]:
    """Return what is due in a plan: checkpoints, ends of trials, starts, goals, the next visit and an open draft.

    `today` only stands in for the start of a plan that has none, and tells which days of a repeated checkpoint are
    over. A look, or the end of a trial, is due until it was decided; with `measures`, a look whose numbers are missing
    in `readings` asks for them ("reassess") instead of a decision. Names in `args` are in `lang`. A finished plan asks
    for nothing but its open draft.
    """
    rows: list[DueItem] = []
    if plan.status is PlanStatus.OPEN:
        rows += _dated(_Sight(plan, today, known_dates(plan, today), lang, tuple(readings), measures))
    if is_draft:
        rows.append(_row(plan, "draft", None, plan.id, (("title", plan.title),)))
    return tuple(sorted(rows, key=lambda row: (row.on or date.max, row.kind)))


def patient_due(patient: Patient) -> tuple[DueItem, ...]:
    """Return the red flag of a patient that still waits for a dated action."""
    flags = patient.red_flags
    if not flags.is_open:
        return ()
    named = tuple(("flag", a.flag) for a in flags.answers if a.answer is Answer.YES)
    return (DueItem(kind="red-flag", patient=patient.id, on=flags.asked_on, subject=patient.id, args=named),)


def step_name(step: Step, lang: str = "en") -> str:
    """Return the title of a step, else its words, else the names of its items."""
    words = texts_in(step.words, lang).name
    return step.title or words or ", ".join(item_name(item, lang) for item in step.items[:2])


def goal_day(goal: Goal, plan: Plan, today: date) -> date | None:
    """Return the day a goal is set for; days count from the start of the plan."""
    if goal.by or goal.by_days is None:
        return goal.by
    return (plan.start or today) + timedelta(days=goal.by_days)


def _row(plan: Plan, kind: str, on: date | None, subject: str, args: Args, person: str = "") -> DueItem:
    return DueItem(kind=kind, patient=plan.patient, plan=plan.id, on=on, subject=subject, args=args, person=person)


def _dated(sight: _Sight) -> Iterator[DueItem]:
    plan = sight.plan
    steps = {step.id: step for step in plan.steps}
    for checkpoint in plan.checkpoints:
        yield from _check_rows(checkpoint, [steps[s] for s in checkpoint.steps if s in steps], sight)
    for place, step in enumerate(plan.steps, 1):
        if step.status not in CLOSED:
            yield from _step_rows(place, step, sight)
    for goal in plan.goals:
        day = goal_day(goal, plan, sight.today)
        if day is not None:
            yield _row(plan, "goal", day, goal.id, (("title", goal.text or text_in(goal.words, sight.lang)),))
    visit = plan.next_visit
    if visit.on is not None:
        at = visit.at.isoformat("minutes") if visit.at else ""
        yield _row(plan, "next-visit", visit.on, plan.id, (("title", visit.with_whom), ("at", at)))


def _check_rows(checkpoint: Checkpoint, mine: list[Step], sight: _Sight) -> Iterator[DueItem]:
    plan, today = sight.plan, sight.today
    if mine and all(step.status in CLOSED for step in mine):
        return
    days = sight.dates.checks.get(checkpoint.id, ())
    over = [day for day in days if day <= today and not is_decided(plan, checkpoint.id, day)]
    title = ("title", ", ".join(step_name(step, sight.lang) for step in mine))
    owner = next((step.owner.name for step in mine if step.owner.name), "")
    for day in [*over[-1:], *(day for day in days if day > today)]:
        missing = _missing(checkpoint, day, sight)
        kind, named = ("reassess", missing) if missing else ("checkpoint", checkpoint.criteria)
        args = (title, *(("measure", text_in(c.name, sight.lang) or c.measure) for c in named))
        yield _row(plan, kind, day, checkpoint.id, args, owner)


def _missing(checkpoint: Checkpoint, day: date, sight: _Sight) -> tuple[Criterion, ...]:
    """Return the criteria whose numbers a look waits for, on its day and, where that is over, today."""
    if sight.measures is None:
        return ()
    missing: tuple[Criterion, ...] = ()
    for on in sorted({day, max(day, sight.today)}):
        result = judge_in(sight.plan, checkpoint, sight.dates, sight.measures, sight.readings, on)
        if result.outcome is not None:
            return ()
        missing = tuple(part.criterion for part in result.parts if part.gap is Gap.NUMBERS)
    return missing


def _step_rows(place: int, step: Step, sight: _Sight) -> Iterator[DueItem]:
    plan, span, owner = sight.plan, sight.dates.spans.get(step.id), step.owner.name
    if span is None:
        return
    args = (("title", step_name(step, sight.lang)), ("number", str(place)))
    if step.status is StepStatus.PLANNED and step.timing is not None and step.started_on is None:
        yield _row(plan, "step-start", span.start, step.id, args, owner)
    if span.end is not None and step.trial_end is not None and not is_end_decided(plan, step, span.end):
        yield _row(plan, "trial-end", span.end, step.id, args, owner)
    for item in step.items:
        dose = item.dose
        if isinstance(dose, MedicineDose) and dose.trial_end is not None and item.stopped_on is None:
            named = (("title", item_name(item, sight.lang)),)
            yield _row(plan, "trial-end", dose.trial_end, item.id, named, owner)
