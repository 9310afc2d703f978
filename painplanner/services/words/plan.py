"""The parts of a plan in words: purposes, owners, timings, outcomes, actions and criteria."""

from __future__ import annotations

from decimal import Decimal

from painplanner.core.library import Kind
from painplanner.core.measure import Better, Criterion, Measure, TargetKind, target_value
from painplanner.core.plan import (
    Action,
    ActionKind,
    AfterStep,
    Anchor,
    Checkpoint,
    Combine,
    EveryWeeks,
    Lasts,
    OnDate,
    Outcome,
    Plan,
    Purpose,
    Step,
    StepStatus,
    Timing,
    TrialEnd,
    When,
)
from painplanner.core.values import Discipline, Mechanism, Side, plain, text_in
from painplanner.services.words.days import day_words
from painplanner.services.words.talked_about import thing_words
from painplanner.text import _, ngettext, pgettext


def purpose_words(purpose: Purpose | None) -> str:
    """Return the word that goes with a purpose's colour."""
    return {
        Purpose.RELIEF: _("Symptom relief"),
        Purpose.DIAGNOSTIC: _("Diagnostic"),
        Purpose.ROOT_CAUSE: _("Root cause"),
        Purpose.SELF_MANAGEMENT: _("Self-management"),
    }.get(purpose or "", _("No purpose yet"))  # type: ignore[arg-type]


def discipline_words(discipline: Discipline | None) -> str:
    """Return how a member of the team is called."""
    known = {
        Discipline.PHYSICIAN: _("Physician"),
        Discipline.PHYSIATRIST: _("Physiatrist"),
        Discipline.INTERVENTIONAL: _("Interventional pain physician"),
        Discipline.PHYSICAL_THERAPIST: _("Physical therapist"),
        Discipline.OCCUPATIONAL_THERAPIST: _("Occupational therapist"),
        Discipline.PSYCHOLOGIST: _("Psychologist"),
        Discipline.PHARMACIST: _("Pharmacist"),
        Discipline.DIETITIAN: _("Dietitian"),
        Discipline.NURSE: _("Nurse"),
        Discipline.SURGEON: _("Surgeon"),
        Discipline.STAFF: _("Front desk"),
        Discipline.PATIENT: _("Patient"),
    }
    return known[discipline] if discipline is not None else ""


def kind_words(kind: str) -> str:
    """Return how a kind of intervention is called."""
    known = {
        Kind.EXERCISE: _("Exercise"),
        Kind.MEDICINE: _("Medicine"),
        Kind.PROCEDURE: _("Procedure"),
        Kind.DIAGNOSTIC: _("Diagnostic"),
        Kind.BEHAVIOURAL: _("Behavioural"),
        Kind.EDUCATION: _("Education"),
        Kind.LIFESTYLE: _("Lifestyle"),
        Kind.HANDS_ON: _("Hands-on"),
        Kind.COORDINATION: _("Coordination"),
    }
    return known[Kind(kind)] if kind in set(Kind) else kind.replace("_", " ")


def status_words(status: StepStatus) -> str:
    """Return where a step stands."""
    return {
        StepStatus.PLANNED: _("Planned"),
        StepStatus.ACTIVE: _("Under way"),
        StepStatus.DONE: _("Done"),
        StepStatus.STOPPED: _("Stopped"),
        StepStatus.SKIPPED: _("Left out"),
    }[status]


def side_words(side: Side | None) -> str:
    """Return a side in a word; an unset one says so."""
    known = {Side.LEFT: _("left"), Side.RIGHT: _("right"), Side.BOTH: _("both sides")}
    return known[side] if side is not None else _("side not set")


def step_title(step: Step, plan: Plan) -> str:
    """Return a step's title, or "Step 2" when it has none."""
    if step.title.strip():
        return step.title
    number = next((n for n, each in enumerate(plan.steps, 1) if each.id == step.id), 0)
    return _("Step {n}").format(n=number)


def _title(plan: Plan, step_id: str) -> str:
    step = next((s for s in plan.steps if s.id == step_id), None)
    return step_title(step, plan) if step is not None else _("a step that is gone")


def timing_words(timing: Timing | When | None, plan: Plan) -> str:
    """Return when a step begins or a checkpoint is due."""
    if timing is None:
        return _("not dated yet")
    if isinstance(timing, OnDate):
        return day_words(timing.on)
    if isinstance(timing, EveryWeeks):
        return ngettext("every week", "every {n} weeks", timing.weeks).format(n=timing.weeks)
    title = _title(plan, timing.step)
    if timing.days == 0:
        return (
            _("with the start of “{step}”").format(step=title)
            if _at_start(timing)
            else _("after “{step}”").format(step=title)
        )
    days = ngettext("{n} day", "{n} days", timing.days).format(n=timing.days)
    where = _("{days} after the start of “{step}”") if _at_start(timing) else _("{days} after “{step}”")
    return where.format(days=days, step=title)


def _at_start(timing: AfterStep) -> bool:
    return timing.anchor is Anchor.START


def trial_words(end: TrialEnd | None) -> str:
    """Return how long a trial lasts."""
    if end is None:
        return _("no end set")
    if isinstance(end, Lasts):
        weeks, rest = divmod(end.days, 7)
        if weeks and not rest:
            return ngettext("{n} week", "{n} weeks", weeks).format(n=weeks)
        return ngettext("{n} day", "{n} days", end.days).format(n=end.days)
    return _("until {day}").format(day=day_words(end.on))


def outcome_words(outcome: Outcome) -> str:
    """Return the name of an outcome."""
    return {Outcome.MET: _("met"), Outcome.PARTLY: _("partly"), Outcome.NOT_MET: _("not met")}[outcome]


def combine_words(checkpoint: Checkpoint) -> str:
    """Return how the criteria of a checkpoint join."""
    if checkpoint.combine is Combine.AT_LEAST and checkpoint.at_least is not None:
        return _("at least {n} of {m}").format(n=checkpoint.at_least, m=len(checkpoint.criteria))
    return _("any") if checkpoint.combine is Combine.ANY else _("all")


def action_words(action: Action | None, plan: Plan, lang: str = "en") -> str:
    """Return what follows an outcome; what the plan names itself is in the language of its texts."""
    if action is None:
        return _("not decided yet")
    target = action.target
    if action.kind is ActionKind.NEXT_STEP:
        return _("go on to “{step}”").format(step=_title(plan, target)) if target else _("go on to the next step")
    if action.kind is ActionKind.RECHECK and action.days:
        days = ngettext("{n} day", "{n} days", action.days).format(n=action.days)
        return _("recheck in {days}").format(days=days)
    return _plain_action(action.kind, _named(action, plan, lang))


def _named(action: Action, plan: Plan, lang: str) -> str:
    if action.kind is ActionKind.RECONSIDER:
        driver = next((d for d in plan.drivers if d.id == action.target), None)
        return driver.text or text_in(driver.words, lang) if driver is not None else action.target
    if action.kind is ActionKind.REFER and action.target in set(Discipline):
        return discipline_words(Discipline(action.target)).lower()
    return thing_words(action.target) if action.kind is ActionKind.DISCUSS else action.target


def _plain_action(kind: ActionKind, target: str) -> str:
    with_target = {
        ActionKind.RECONSIDER: _("reconsider “{target}”"),
        ActionKind.DISCUSS: _("discuss {target}"),
        ActionKind.REFER: _("refer to {target}"),
    }
    if target and kind in with_target:
        return with_target[kind].format(target=target)
    return bare_action_words(kind)


def bare_action_words(kind: ActionKind) -> str:
    """Return a kind of action without its target."""
    return {
        ActionKind.CONTINUE: _("continue"),
        ActionKind.PROGRESS: _("progress the dose"),
        ActionKind.NEXT_STEP: _("go on to the next step"),
        ActionKind.STOP_TRIAL: _("stop the trial"),
        ActionKind.RECHECK: _("recheck"),
        ActionKind.RECONSIDER: _("reconsider the cause"),
        ActionKind.DISCUSS: _("discuss what else may help"),
        ActionKind.REFER: _("refer"),
        ActionKind.HAND_OVER: _("hand over to self-management"),
    }[kind]


def mechanism_words(mechanism: Mechanism) -> str:
    """Return how a pain mechanism is called."""
    return {
        Mechanism.NOCICEPTIVE: _("nociceptive"),
        Mechanism.NEUROPATHIC: _("neuropathic"),
        Mechanism.NOCIPLASTIC: _("nociplastic"),
        Mechanism.MIXED: _("mixed"),
    }[mechanism]


def measure_words(criterion: Criterion, lang: str = "en") -> str:
    """Return what a criterion measures: the patient's own activity where there is one, else the measure's name."""
    name = criterion.activity or text_in(criterion.name, lang) or criterion.measure.split(".")[-1].replace("_", " ")
    return f"{name}, {side_words(criterion.side)}" if criterion.side is not None else name


def criterion_words(criterion: Criterion, measure: Measure | None = None, lang: str = "en") -> str:
    """Return a criterion in one line: "Sitting: 10 → ≥ 20 min"."""
    unit = text_in(criterion.unit, lang) if _counts_units(criterion, measure) else ""
    now = plain(criterion.baseline) if criterion.baseline is not None else "?"
    way = " ".join(part for part in (now, "→", _goal(criterion, measure), unit) if part)
    return f"{measure_words(criterion, lang)}: {way}"


def _counts_units(criterion: Criterion, measure: Measure | None) -> bool:
    """Tell whether the target is a number of units: a share, or a change that matters, is not."""
    relative = criterion.target is not None and criterion.target.kind in {TargetKind.PERCENT, TargetKind.MCID}
    return not relative or target_value(criterion, measure) is not None


def _goal(criterion: Criterion, measure: Measure | None) -> str:
    target = criterion.target
    if target is None:
        return "?"
    number = target_value(criterion, measure)
    if number is not None:
        return f"{_sign(criterion.better)} {plain(number)}".strip()
    if target.kind is TargetKind.MCID:
        return _("a change that matters")
    return _relative(target.kind, target.amount, criterion.better)


def _relative(kind: TargetKind, amount: Decimal | None, better: Better) -> str:
    if amount is None:
        return "?"
    direction = "−" if better is Better.LOWER else "+"
    return f"{direction}{plain(amount)} %" if kind is TargetKind.PERCENT else f"{direction}{plain(amount)}"


def _sign(better: Better) -> str:
    return {Better.HIGHER: pgettext("at least", "≥"), Better.LOWER: pgettext("at most", "≤"), Better.NONE: ""}[better]
