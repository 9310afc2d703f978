"""What one click can mend: a finding's remedy as an edit of the plan.

A remedy fills in a default of the product [D], never an amount of a medicine; the clinician sees and can undo it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from painplanner.core import edits
from painplanner.core.dose import MedicineDose, StopRule
from painplanner.core.findings import Finding
from painplanner.core.ids import IdFactory
from painplanner.core.known_dates import known_dates
from painplanner.core.plan import AfterStep, Anchor, Lasts, Plan, Purpose, StepStatus, Timing
from painplanner.core.values import Impossible, Side, replace

Remedy = Callable[[Plan, Finding, IdFactory, date], Plan | None]


def apply_remedy(plan: Plan, finding: Finding, new_id: IdFactory, today: date) -> Plan | None:
    """Return the plan with a finding mended, `None` where there is no remedy or the plan has moved on."""
    remedy = _REMEDIES.get(finding.remedy)
    if remedy is None:
        return None
    try:
        return remedy(plan, finding, new_id, today)
    except Impossible:
        return None


def _days(finding: Finding, default: int = 14) -> int:
    text = finding.arg("days")
    return int(text) if text.isdigit() else default


def _add_step(plan: Plan, _finding: Finding, new_id: IdFactory, _today: date) -> Plan:
    return edits.add_step(plan, new_id)


def _set_purpose(plan: Plan, finding: Finding, _new_id: IdFactory, _today: date) -> Plan:
    return edits.set_step(plan, finding.subject, purpose=Purpose(finding.arg("purpose")))


def _end_trial(plan: Plan, finding: Finding, _new_id: IdFactory, _today: date) -> Plan:
    return edits.set_step(plan, finding.subject, trial_end=Lasts(days=_days(finding)))


def _add_checkpoint(plan: Plan, finding: Finding, new_id: IdFactory, _today: date) -> Plan:
    """Look so many days after the start of the finding's step."""
    step = edits.find_step(plan, finding.arg("step") or finding.subject).id
    return edits.add_checkpoint(plan, new_id, steps=(step,), when=_after_start(step, _days(finding)))


def _date_checkpoint(plan: Plan, finding: Finding, _new_id: IdFactory, _today: date) -> Plan | None:
    known = {step.id for step in plan.steps}
    steps = next((check.steps for check in plan.checkpoints if check.id == finding.subject), ())
    step = next((step for step in steps if step in known), None)
    if step is None:
        return None
    return edits.set_checkpoint(plan, finding.subject, when=_after_start(step, _days(finding)))


def _after_start(step: str, days: int) -> AfterStep:
    return AfterStep(step=step, anchor=Anchor.START, days=days)


def _add_goals(plan: Plan, finding: Finding, new_id: IdFactory, _today: date) -> Plan:
    """Take the patient's own goals; an empty one to fill in where none were asked."""
    for text in finding.all_args("goal-text") or ("",):
        plan = edits.add_goal(plan, new_id, text)
    return plan


def _date_goal(plan: Plan, finding: Finding, _new_id: IdFactory, _today: date) -> Plan:
    return edits.set_goal(plan, finding.subject, by_days=_days(finding))


def _add_self_management(plan: Plan, _finding: Finding, new_id: IdFactory, _today: date) -> Plan:
    return edits.add_step(plan, new_id, purpose=Purpose.SELF_MANAGEMENT)


def _add_rehab_step(plan: Plan, finding: Finding, new_id: IdFactory, _today: date) -> Plan:
    """Add an active step behind the procedure that begins in the same week."""
    procedure = edits.find_step(plan, finding.arg("step")).id
    ids = {step.id for step in plan.steps}
    longer = edits.add_step(plan, new_id, after=procedure, purpose=Purpose.ROOT_CAUSE)
    made = next(step.id for step in longer.steps if step.id not in ids)
    after = finding.arg("after")
    return edits.set_step(longer, made, timing=_after_start(procedure, int(after) if after.isdigit() else 0))


def _take_side(plan: Plan, finding: Finding, _new_id: IdFactory, _today: date) -> Plan | None:
    dose = edits.find_item(plan, finding.subject).dose
    side = finding.arg("side")
    if dose is None or not side:
        return None
    return edits.set_dose(plan, finding.subject, replace(dose, side=Side(side)))


def _mark_started(plan: Plan, finding: Finding, _new_id: IdFactory, today: date) -> Plan:
    """Note that a step began on the day it was planned for."""
    planned = finding.arg("on")
    day = date.fromisoformat(planned) if planned else today
    return edits.set_step(plan, finding.subject, status=StepStatus.ACTIVE, started_on=day)


def _untie_step(plan: Plan, finding: Finding, _new_id: IdFactory, _today: date) -> Plan:
    nothing: Timing | None = None
    return edits.set_step(plan, finding.subject, timing=nothing)


def _set_stop_rule(plan: Plan, finding: Finding, _new_id: IdFactory, _today: date) -> Plan:
    return _with_medicine(plan, finding.subject, stop_rule=StopRule(finding.arg("stop-rule")))


def _end_medicine(plan: Plan, finding: Finding, _new_id: IdFactory, today: date) -> Plan | None:
    """End a medicine so many days after it begins, the first day included; never in the past."""
    span = known_dates(plan, today).spans.get(edits.step_of(plan, finding.subject).id)
    if span is None:
        return None
    begun = max(span.start, edits.find_item(plan, finding.subject).added_on or span.start)
    return _with_medicine(plan, finding.subject, trial_end=max(today, begun + timedelta(days=_days(finding) - 1)))


def _with_medicine(plan: Plan, item_id: str, **changes: StopRule | date) -> Plan:
    dose = edits.find_item(plan, item_id).dose
    medicine = dose if isinstance(dose, MedicineDose) else MedicineDose()
    return edits.set_dose(plan, item_id, replace(medicine, **changes))


def _remove_item(plan: Plan, finding: Finding, _new_id: IdFactory, today: date) -> Plan:
    """Take a planned item out; stop one that has begun, so that it stays in the record."""
    step = edits.step_of(plan, finding.subject)
    if step.status is StepStatus.PLANNED and step.started_on is None:
        return edits.remove(plan, (finding.subject,))
    return edits.set_item(plan, finding.subject, stopped_on=today)


_REMEDIES: dict[str, Remedy] = {
    "add-step": _add_step,
    "set-purpose": _set_purpose,
    "end-trial": _end_trial,
    "add-checkpoint": _add_checkpoint,
    "date-checkpoint": _date_checkpoint,
    "add-goals": _add_goals,
    "date-goal": _date_goal,
    "add-self-management": _add_self_management,
    "add-rehab-step": _add_rehab_step,
    "take-side": _take_side,
    "mark-started": _mark_started,
    "untie-step": _untie_step,
    "set-stop-rule": _set_stop_rule,
    "end-medicine": _end_medicine,
    "remove-item": _remove_item,
}
REMEDY_CODES: tuple[str, ...] = tuple(_REMEDIES)
