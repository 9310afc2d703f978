"""What a plan or patient will ask of the clinic, as fixed days: the rows that Today shows are written from these.

Whether a row is late is said on the day it is read, not here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from painplanner.core.dose import MedicineDose
from painplanner.core.findings import Args
from painplanner.core.known_dates import KnownDates, known_dates
from painplanner.core.outline import CLOSED
from painplanner.core.patient import Patient
from painplanner.core.plan import Checkpoint, Goal, Plan, PlanStatus, Step, StepStatus, item_name, texts_in
from painplanner.core.progress.decided import is_decided, is_end_decided
from painplanner.core.values import Answer, Value, text_in


class DueItem(Value, frozen=True, kw_only=True):
    """One thing due: `on` is a fixed day or `None` for any time, `args` what its sentence needs, `title` first."""

    kind: str
    patient: str
    plan: str = ""
    on: date | None = None
    subject: str = ""
    args: Args = ()


def plan_due(plan: Plan, today: date, *, is_draft: bool, lang: str = "en") -> tuple[DueItem, ...]:
    """Return what is due in a plan: checkpoints, ends of trials, starts, goals, the next visit and an open draft.

    `today` only stands in for the start of a plan that has none, and tells which days of a repeated checkpoint are
    over. A look, or the end of a trial, is due until it was decided. Names in `args` are in `lang`. A finished plan
    asks for nothing but its open draft.
    """
    rows: list[DueItem] = []
    if plan.status is PlanStatus.OPEN:
        rows += _dated(plan, known_dates(plan, today), today, lang)
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


def _row(plan: Plan, kind: str, on: date | None, subject: str, args: Args) -> DueItem:
    return DueItem(kind=kind, patient=plan.patient, plan=plan.id, on=on, subject=subject, args=args)


def _dated(plan: Plan, dates: KnownDates, today: date, lang: str) -> Iterator[DueItem]:
    steps = {step.id: step for step in plan.steps}
    for checkpoint in plan.checkpoints:
        yield from _check_rows(checkpoint, plan, steps, dates, today, lang)
    for place, step in enumerate(plan.steps, 1):
        if step.status not in CLOSED:
            yield from _step_rows(place, step, plan, dates, lang)
    for goal in plan.goals:
        day = goal_day(goal, plan, today)
        if day is not None:
            yield _row(plan, "goal", day, goal.id, (("title", goal.text or text_in(goal.words, lang)),))
    visit = plan.next_visit
    if visit.on is not None:
        at = visit.at.isoformat("minutes") if visit.at else ""
        yield _row(plan, "next-visit", visit.on, plan.id, (("title", visit.with_whom), ("at", at)))


def _check_rows(
    checkpoint: Checkpoint, plan: Plan, steps: dict[str, Step], dates: KnownDates, today: date, lang: str
) -> Iterator[DueItem]:
    mine = [steps[s] for s in checkpoint.steps if s in steps]
    if mine and all(step.status in CLOSED for step in mine):
        return
    days = dates.checks.get(checkpoint.id, ())
    over = [day for day in days if day <= today and not is_decided(plan, checkpoint.id, day)]
    args = (
        ("title", ", ".join(step_name(step, lang) for step in mine)),
        *(("measure", text_in(c.name, lang) or c.measure) for c in checkpoint.criteria),
    )
    for day in [*over[-1:], *(day for day in days if day > today)]:
        yield _row(plan, "checkpoint", day, checkpoint.id, args)


def _step_rows(place: int, step: Step, plan: Plan, dates: KnownDates, lang: str) -> Iterator[DueItem]:
    span = dates.spans.get(step.id)
    if span is None:
        return
    args = (("title", step_name(step, lang)), ("number", str(place)))
    if step.status is StepStatus.PLANNED and step.timing is not None and step.started_on is None:
        yield _row(plan, "step-start", span.start, step.id, args)
    if span.end is not None and step.trial_end is not None and not is_end_decided(plan, step, span.end):
        yield _row(plan, "trial-end", span.end, step.id, args)
    for item in step.items:
        dose = item.dose
        if isinstance(dose, MedicineDose) and dose.trial_end is not None and item.stopped_on is None:
            yield _row(plan, "trial-end", dose.trial_end, item.id, (("title", item_name(item, lang)),))
