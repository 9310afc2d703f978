"""A decision at a checkpoint moves the plan: steps close and open, a trial goes on or is looked at again.

Dates that were booked stay, what counts from a step follows it, and medicines are never touched: one that goes on is
taken along as it is, or the decision waits until somebody planned its end or wrote how it is taken down.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from painplanner.core.checkpoint import Action, ActionKind, Checkpoint, Decision
from painplanner.core.dose import MedicineDose, StopRule
from painplanner.core.edits.items import move_items
from painplanner.core.edits.parts import find_step, place_of, set_checkpoint, set_item, with_parts, with_step
from painplanner.core.edits.progressing import accept_all
from painplanner.core.edits.stopping import is_never_sudden
from painplanner.core.ids import IdFactory
from painplanner.core.known_dates import KnownDates, known_dates
from painplanner.core.library import Kind
from painplanner.core.outline import CLOSED
from painplanner.core.plan import (
    AfterStep,
    Anchor,
    EveryWeeks,
    Item,
    Lasts,
    OnDate,
    Plan,
    Purpose,
    Step,
    StepStatus,
    item_name,
)
from painplanner.core.progress.decided import Overdue, overdue
from painplanner.core.progress.rules import RECHECK_DAYS, rule_of
from painplanner.core.proposal import Proposal
from painplanner.core.schedule import later
from painplanner.core.values import Impossible, replace

__all__ = ["Overdue", "decide", "overdue"]

_LONGEST = 3650
_GO_ON = frozenset({ActionKind.CONTINUE, ActionKind.RECHECK})


def decide(
    plan: Plan,
    decision: Decision,
    today: date,
    new_id: IdFactory,
    *,
    proposals: Iterable[Proposal] = (),
    taken_down: str = "",
    lang: str = "en",
) -> Plan:
    """Keep a decision and move the plan by it; `proposals` are the doses that are taken with it.

    `taken_down` is the line for medicines that must not stop suddenly and that no open step can take along. Raises
    Impossible: `nothing-decided` without an action, `reason-missing` where the decision is not what the numbers and the
    rule say, `taking-down-missing` without that line, `medicine-goes-on` where another medicine is still taken; they
    name medicines in `lang`.
    """
    check = plan.checkpoints[place_of(plan.checkpoints, decision.checkpoint)]
    action = decision.action
    if action is None:
        raise Impossible("nothing-decided", "action")
    if not decision.reason.strip() and _is_override(check, decision, action):
        raise Impossible("reason-missing", "reason")
    kept = decision if decision.id else replace(decision, id=new_id("decision"))
    moved = _moved(accept_all(plan, proposals, today), check, action, today, new_id)
    moved = _with_medicines(plan, moved, today, taken_down.strip(), lang)
    return with_parts(moved, decisions=(*moved.decisions, kept))


def _is_override(check: Checkpoint, decision: Decision, action: Action) -> bool:
    """Tell whether a decision differs from the numbers or the rule; from too little data one may only go on."""
    if decision.outcome is not decision.found:
        return True
    rule = rule_of(check, decision.outcome)
    if rule is None:
        return action.kind not in _GO_ON
    return rule.kind is not action.kind or bool(rule.target and action.target and rule.target != action.target)


def _moved(plan: Plan, check: Checkpoint, action: Action, today: date, new_id: IdFactory) -> Plan:
    match action.kind:
        case ActionKind.NEXT_STEP:
            follows = _following(plan, check, action.target, today)
            return _opened(_closed(plan, check, StepStatus.DONE, today, but=follows), follows, today)
        case ActionKind.HAND_OVER:
            follows = _alone(plan)
            return _opened(_closed(plan, check, StepStatus.DONE, today, but=follows), follows, today)
        case ActionKind.STOP_TRIAL:
            return _closed(plan, check, StepStatus.STOPPED, today)
        case ActionKind.RECHECK:
            return _looked_again(plan, check, later(today, action.days or RECHECK_DAYS), today, new_id)
        case ActionKind.CONTINUE | ActionKind.PROGRESS:
            return _going_on(plan, check, action, today)
        case _:
            return plan


def _has_begun(step: Step, dates: KnownDates, today: date) -> bool:
    span = dates.spans.get(step.id)
    return step.status is StepStatus.ACTIVE or (span is not None and span.start <= today)


def _under_way(plan: Plan, check: Checkpoint, dates: KnownDates, today: date) -> tuple[Step, ...]:
    """Return the open steps of a checkpoint that have begun."""
    mine = (step for step in plan.steps if step.id in check.steps and step.status not in CLOSED)
    return tuple(step for step in mine if _has_begun(step, dates, today))


def _following(plan: Plan, check: Checkpoint, target: str, today: date) -> str:
    """Return the step to open: the one that is named unless it is closed, else the next one that waits."""
    named = next((step for step in plan.steps if step.id == target), None)
    if named is not None and named.status not in CLOSED:
        return target
    open_now = {step.id for step in _under_way(plan, check, known_dates(plan, today), today)}
    waits = [step.status is StepStatus.PLANNED and step.id not in open_now for step in plan.steps]
    passed = [place for place, step in enumerate(plan.steps) if step.id in check.steps and not waits[place]]
    after = max(passed, default=-1) + 1
    return next((step.id for step, is_waiting in list(zip(plan.steps, waits, strict=True))[after:] if is_waiting), "")


def _alone(plan: Plan) -> str:
    """Return the step in which a patient goes on alone, while it waits."""
    found = (s for s in plan.steps if s.purpose is Purpose.SELF_MANAGEMENT and s.status is StepStatus.PLANNED)
    return next((step.id for step in found), "")


def _closed(plan: Plan, check: Checkpoint, status: StepStatus, today: date, but: str = "") -> Plan:
    """Close the steps of a checkpoint; one that has not begun is left out where the trial stops, else it waits on."""
    dates = known_dates(plan, today)
    for step in plan.steps:
        if step.id not in check.steps or step.status in CLOSED or step.id == but:
            continue
        if _has_begun(step, dates, today):
            started = _first_day(step, dates, today)
            plan = with_step(plan, replace(step, status=status, started_on=started, ended_on=max(started, today)))
        elif status is StepStatus.STOPPED:
            plan = with_step(plan, replace(step, status=StepStatus.SKIPPED))
    return plan


def _first_day(step: Step, dates: KnownDates, today: date) -> date:
    """Return the day a step really began: the day that is written, else the one it was planned for."""
    span = dates.spans.get(step.id)
    return step.started_on or (min(span.start, today) if span is not None else today)


def _opened(plan: Plan, step_id: str, today: date) -> Plan:
    """Open a step today; one that is booked keeps its day, and one that waits so many days after a step waits on."""
    if not step_id:
        return plan
    step, span = find_step(plan, step_id), known_dates(plan, today).spans.get(step_id)
    timing = step.timing
    waits = isinstance(timing, OnDate) or (
        isinstance(timing, AfterStep) and timing.anchor is Anchor.END and timing.days > 0
    )
    if waits and span is not None and span.start > today:
        return plan
    planned = min(span.start, today) if span is not None and timing is not None else today
    opened = replace(step, status=StepStatus.ACTIVE, started_on=step.started_on or planned, ended_on=None)
    return with_step(plan, opened)


def _looked_again(plan: Plan, check: Checkpoint, day: date, today: date, new_id: IdFactory) -> Plan:
    """Look again on a day, until which the trial goes on; a look every so many weeks goes on beside it."""
    plan = _extended(plan, check, day, today, ending_before=day)
    if day in known_dates(plan, today).checks.get(check.id, ()):
        return plan
    if isinstance(check.when, EveryWeeks):
        again: Checkpoint = replace(check, id=new_id("checkpoint"), when=OnDate(on=day))
        return with_parts(plan, checkpoints=(*plan.checkpoints, again))
    return set_checkpoint(plan, check.id, when=OnDate(on=day))


def _going_on(plan: Plan, check: Checkpoint, action: Action, today: date) -> Plan:
    """Let a trial go on until the next look; one that is over by today for as long as to a recheck."""
    coming = (day for day in known_dates(plan, today).checks.get(check.id, ()) if day > today)
    until = later(today, action.days) if action.days else next(coming, None)
    if until is not None:
        return _extended(plan, check, until, today, ending_before=until)
    return _extended(plan, check, later(today, RECHECK_DAYS), today, ending_before=later(today, 1))


def _extended(plan: Plan, check: Checkpoint, until: date, today: date, *, ending_before: date) -> Plan:
    """Let the trials of a checkpoint last until a day, where they end too early."""
    dates = known_dates(plan, today)
    for step in _under_way(plan, check, dates, today):
        span = dates.spans.get(step.id)
        if span is not None and span.end is not None and span.start <= until and span.end < ending_before:
            plan = with_step(plan, _lasting(step, span.start, until))
    return plan


def _lasting(step: Step, start: date, until: date) -> Step:
    if isinstance(step.trial_end, OnDate):
        return replace(step, trial_end=OnDate(on=until))
    return replace(step, trial_end=Lasts(days=min((until - start).days + 1, _LONGEST)))


def _with_medicines(before: Plan, after: Plan, today: date, taken_down: str, lang: str) -> Plan:
    """Take medicines that are still used out of steps that closed, unchanged, into a step that is open."""
    was = {step.id: step.status for step in before.steps}
    closed = [s for s in after.steps if s.status in CLOSED - {StepStatus.SKIPPED} and was.get(s.id) not in CLOSED]
    used = [item for step in closed for item in step.items if is_used(item, today)]
    if not used:
        return after
    dates = known_dates(after, today)
    homes = [s for s in after.steps if s.status is StepStatus.ACTIVE and _is_open(s, dates, today)]
    new = [step for step in homes if was.get(step.id) is not StepStatus.ACTIVE]
    if not homes:
        return _with_their_end(after, [item for item in used if not _is_taken_down(item)], taken_down, lang)
    home = (new or homes)[0]
    return move_items(after, (item.id for item in used), home.id, len(home.items))


def _with_their_end(plan: Plan, unplanned: list[Item], taken_down: str, lang: str) -> Plan:
    """Write how these medicines are taken down; what only the plan itself can say of a medicine is refused."""
    others = tuple(item_name(item, lang) for item in unplanned if not is_never_sudden(item))
    if others:
        raise Impossible("medicine-goes-on", "items", names=others)
    if unplanned and not taken_down:
        raise Impossible("taking-down-missing", "items", names=tuple(item_name(item, lang) for item in unplanned))
    for item in unplanned:
        plan = set_item(plan, item.id, stop_plan=taken_down)
    return plan


def _is_taken_down(item: Item) -> bool:
    """Tell whether it is written how a medicine that must not stop suddenly is taken down, so that its step may end."""
    return is_never_sudden(item) and bool(item.stop_plan.strip())


def _is_open(step: Step, dates: KnownDates, today: date) -> bool:
    span = dates.spans.get(step.id)
    return span is not None and span.start <= today


def is_used(item: Item, today: date) -> bool:
    """Tell whether a medicine is still taken: not stopped, and not over by a date that it stops on."""
    dose = item.dose
    if item.kind != Kind.MEDICINE or (item.stopped_on is not None and item.stopped_on <= today):
        return False
    ends = dose.trial_end if isinstance(dose, MedicineDose) and dose.stop_rule is StopRule.ON_DATE else None
    return ends is None or ends > today
