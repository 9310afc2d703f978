"""Rules of the frame: every step a time-limited trial with a purpose, and checkpoints that can decide."""

from __future__ import annotations

from collections.abc import Iterator

from painplanner.core.findings import Severity
from painplanner.core.library import Kind
from painplanner.core.measure import TargetKind
from painplanner.core.plan import ActionKind, Checkpoint, Purpose, Step
from painplanner.core.review.rule import Rule, Spot, args, cite, on_checkpoint, on_plan, on_step
from painplanner.core.review.sight import Sight, Treatment
from painplanner.core.source import SourceTag

SHOULD, CONSIDER = Severity.SHOULD, Severity.CONSIDER
TRIAL_DAYS = 42
CHECK_DAYS = 14

_SEQUENCE = cite(SourceTag.R, "Article: logical steps and checkpoints in sequence, not treatments all at once")
_TRIALS = cite(SourceTag.R, "Article: time-limited trials, measurable checkpoints; tissue improves over 6 to 12 weeks")
_BRIDGE = cite(SourceTag.R, "Article: symptom control as a bridge to root-cause work")
_DECIDE = cite(SourceTag.R, "Article: the plan is a hypothesis, the follow-up confirms or challenges it")
_DRIVERS = cite(SourceTag.R, "Article: pain has multiple drivers, the plan confronts each layer")
_DEFAULT = cite(SourceTag.D, "Product default: what a checkpoint needs to be decided")

# What goes on for a while, as against what is done once.
_LASTING = frozenset({Kind.EXERCISE, Kind.MEDICINE, Kind.BEHAVIOURAL, Kind.LIFESTYLE, Kind.HANDS_ON})
_PURPOSES = {
    Kind.EXERCISE: Purpose.ROOT_CAUSE,
    Kind.MEDICINE: Purpose.RELIEF,
    Kind.PROCEDURE: Purpose.RELIEF,
    Kind.DIAGNOSTIC: Purpose.DIAGNOSTIC,
    Kind.BEHAVIOURAL: Purpose.ROOT_CAUSE,
    Kind.EDUCATION: Purpose.SELF_MANAGEMENT,
    Kind.LIFESTYLE: Purpose.SELF_MANAGEMENT,
    Kind.HANDS_ON: Purpose.RELIEF,
    Kind.COORDINATION: Purpose.ROOT_CAUSE,
}


def _no_steps(sight: Sight) -> Iterator[Spot]:
    if not sight.plan.steps:
        yield on_plan()


def _step_without_items(sight: Sight) -> Iterator[Spot]:
    return (on_step(step) for step in sight.live_steps if not sight.live_of[step.id])


def _step_without_purpose(sight: Sight) -> Iterator[Spot]:
    for step in sight.live_steps:
        if step.purpose is None:
            purpose = likely_purpose(sight.live_of[step.id])
            yield on_step(step, *args(purpose=purpose and purpose.value), can_mend=purpose is not None)


def likely_purpose(treatments: tuple[Treatment, ...]) -> Purpose | None:
    """Return what a step is for by its first treatment: as the library says, else by its kind."""
    for treatment in treatments:
        if treatment.entry is not None and treatment.entry.purpose in set(Purpose):
            return Purpose(treatment.entry.purpose)
        if treatment.item.kind in set(Kind):
            return _PURPOSES[Kind(treatment.item.kind)]
    return None


def is_lasting(step: Step, sight: Sight) -> bool:
    """Tell whether a step holds something that goes on for a while."""
    return any(treatment.item.kind in _LASTING for treatment in sight.live_of[step.id])


def _trial_without_end(sight: Sight) -> Iterator[Spot]:
    for step in sight.live_steps:
        is_open = step.trial_end is None and step.ended_on is None
        if is_open and step.purpose is not Purpose.SELF_MANAGEMENT and is_lasting(step, sight):
            yield on_step(step, *args(days=TRIAL_DAYS))


def _no_checkpoint(sight: Sight) -> Iterator[Spot]:
    if sight.live_steps and not sight.plan.checkpoints:
        step = sight.live_steps[0]
        yield on_plan(*args(step=step.id, days=first_look(sight.live_of[step.id])))


def _step_without_checkpoint(sight: Sight) -> Iterator[Spot]:
    if not sight.plan.checkpoints:
        return
    for step in sight.live_steps:
        if step.id not in sight.checks_of and sight.live_of[step.id]:
            yield on_step(step, *args(days=first_look(sight.live_of[step.id])))


def first_look(treatments: tuple[Treatment, ...]) -> int:
    """Return after how many days to look first: the shortest interval of the library, else 14 days."""
    days = [t.entry.reassess_days[0] for t in treatments if t.entry is not None and t.entry.reassess_days]
    return max(1, min(days, default=CHECK_DAYS))


def _checkpoint_without_criteria(sight: Sight) -> Iterator[Spot]:
    return (on_checkpoint(check) for check in sight.plan.checkpoints if not check.criteria)


def _checkpoint_without_date(sight: Sight) -> Iterator[Spot]:
    for check in sight.plan.checkpoints:
        if not sight.dates.checks.get(check.id):
            step = next((s for s in check.steps if s in sight.steps), "")
            yield on_checkpoint(check, *args(days=CHECK_DAYS), can_mend=bool(step) and step not in sight.dates.undated)


def _checkpoint_without_step(sight: Sight) -> Iterator[Spot]:
    for check in sight.plan.checkpoints:
        if not any(step in sight.steps for step in check.steps):
            yield on_checkpoint(check)


def _checkpoint_without_decision(sight: Sight) -> Iterator[Spot]:
    for check in sight.plan.checkpoints:
        if check.on_met is None or check.on_not_met is None:
            yield on_checkpoint(check, can_mend=False)


def _action_without_target(sight: Sight) -> Iterator[Spot]:
    drivers = {driver.id for driver in sight.plan.drivers}
    for check in sight.plan.checkpoints:
        for action in (check.on_met, check.on_partly, check.on_not_met):
            if action is None:
                continue
            known = sight.steps if action.kind is ActionKind.NEXT_STEP else drivers
            if action.kind in {ActionKind.NEXT_STEP, ActionKind.RECONSIDER} and action.target not in known:
                yield on_checkpoint(check, ("action", action.kind.value))
                break


def _criterion_without_target(sight: Sight) -> Iterator[Spot]:
    for check in sight.plan.checkpoints:
        missing = [c.measure for c in check.criteria if c.target is None or _is_blank(c.target.kind, c.target.amount)]
        if missing:
            yield on_checkpoint(check, *(("measure", measure) for measure in missing))


def _is_blank(kind: TargetKind, amount: object) -> bool:
    return amount is None and kind is not TargetKind.MCID


def _at_least_impossible(sight: Sight) -> Iterator[Spot]:
    for check in sight.plan.checkpoints:
        if _asks_for_more(check):
            yield on_checkpoint(check, *args(limit=check.at_least, n=len(check.criteria)))


def _asks_for_more(check: Checkpoint) -> bool:
    return check.at_least is not None and bool(check.criteria) and check.at_least > len(check.criteria)


def _driver_without_step(sight: Sight) -> Iterator[Spot]:
    addressed = {driver for step in sight.plan.steps for driver in step.drivers}
    for driver in sight.plan.drivers:
        if sight.plan.steps and driver.id not in addressed:
            yield on_plan(*args(driver=driver.id))


RULES = (
    Rule("no-steps", SHOULD, _SEQUENCE, _no_steps, "add-step"),
    Rule("step-without-items", CONSIDER, _SEQUENCE, _step_without_items),
    Rule("step-without-purpose", CONSIDER, _BRIDGE, _step_without_purpose, "set-purpose"),
    Rule("trial-without-end", SHOULD, _TRIALS, _trial_without_end, "end-trial"),
    Rule("no-checkpoint", SHOULD, _TRIALS, _no_checkpoint, "add-checkpoint"),
    Rule("step-without-checkpoint", CONSIDER, _TRIALS, _step_without_checkpoint, "add-checkpoint"),
    Rule("checkpoint-without-criteria", SHOULD, _TRIALS, _checkpoint_without_criteria),
    Rule("checkpoint-without-date", SHOULD, _TRIALS, _checkpoint_without_date, "date-checkpoint"),
    Rule("checkpoint-without-step", CONSIDER, _DEFAULT, _checkpoint_without_step),
    Rule("checkpoint-without-decision", CONSIDER, _DECIDE, _checkpoint_without_decision),
    Rule("action-without-target", CONSIDER, _DEFAULT, _action_without_target),
    Rule("criterion-without-target", SHOULD, _TRIALS, _criterion_without_target),
    Rule("at-least-impossible", SHOULD, _DEFAULT, _at_least_impossible),
    Rule("driver-without-step", CONSIDER, _DRIVERS, _driver_without_step),
)
