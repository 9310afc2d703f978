"""The parts of a plan in a patient's words: steps and their days, goals, what we look at, and what follows."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from painplanner.core.activities import asked_side, goal_criterion, same_words
from painplanner.core.measure import Better, Criterion, Measure, Reading, TargetKind, target_value
from painplanner.core.plan import (
    Action,
    ActionKind,
    Goal,
    Item,
    Owner,
    Plan,
    Purpose,
    Step,
    StepStatus,
    items_of,
)
from painplanner.core.progress.standing import Standing, standing
from painplanner.core.schedule import Span
from painplanner.core.values import Discipline, plain, replace
from painplanner.documents.day_words import brief_span, short_day
from painplanner.documents.request import Request
from painplanner.documents.words import BLANK, Words, capital, discipline_words, listed, side_words


def patient_name(item: Item, w: Words) -> str:
    """Return the name of an item as the patient reads it."""
    words = w.texts(item.texts)
    return words.plain_name or words.name or w.t.gettext("(no name yet)")


def step_title(step: Step, w: Words) -> str:
    """Return a step's title: the clinician's own words, else the template's plain name, else what is done in it."""
    words = w.texts(step.words)
    known = {name for texts in step.words for name in (texts.name, texts.plain_name)}
    if step.title.strip() and step.title.strip() not in known:
        return step.title.strip()
    named = words.plain_name or words.name or step.title.strip()
    going = [patient_name(item, w) for item in step.items if item.stopped_on is None]
    if named or len(going) == 1:
        return named or going[0]
    return purpose_words(step.purpose, w) or listed(going[:3], w) or w.t.gettext("Step")


def purpose_words(purpose: Purpose | None, w: Words) -> str:
    """Return what a step is for, nothing where that was not said."""
    t = w.t
    known = {
        Purpose.RELIEF: t.gettext("Ease the pain"),
        Purpose.DIAGNOSTIC: t.gettext("Find the cause"),
        Purpose.ROOT_CAUSE: t.gettext("Work on the cause"),
        Purpose.SELF_MANAGEMENT: t.gettext("Keep it going by yourself"),
    }
    return known[purpose] if purpose is not None else ""


def step_when(step: Step, dates: Span | None, w: Words) -> str:
    """Return the days of a step, or that it is done or stopped."""
    ended = step.ended_on or (dates.end if dates else None)
    if step.status is StepStatus.DONE:
        return w.t.gettext("done {day}").format(day=short_day(ended, w)) if ended else w.t.gettext("done")
    if step.status is StepStatus.STOPPED:
        return w.t.gettext("stopped {day}").format(day=short_day(ended, w)) if ended else w.t.gettext("stopped")
    return brief_span(dates.start, dates.end, w) if dates is not None else ""


def owner_words(owner: Owner, w: Words) -> str:
    """Return who a step is with; nothing when that is not known, or when it is the patient alone."""
    if owner.discipline is Discipline.PATIENT and not owner.name:
        return ""
    who = ", ".join(part for part in (owner.name, discipline_words(owner.discipline, w)) if part)
    if owner.name:
        return w.t.gettext("With {who}").format(who=who)
    return w.t.gettext("With your {who}").format(who=who) if who else ""


def goal_text(goal: Goal, w: Words) -> str:
    """Return a goal in the patient's words."""
    return w.text(goal.words, goal.text) or (measured(goal.criterion, w) if goal.criterion else "")


def goal_day(goal: Goal, plan: Plan, w: Words) -> date | None:
    """Return the day by which a goal is meant to be reached."""
    if goal.by is not None or goal.by_days is None:
        return goal.by
    return (plan.start or w.today) + timedelta(days=goal.by_days)


def measured(criterion: Criterion, w: Words, *, clinical: bool = False) -> str:
    """Return what a criterion measures, with its side in words; the clinical name only for colleagues."""
    name = w.text(criterion.name) or criterion.measure.split(".")[-1].replace("_", " ")
    name = criterion.activity or ("" if clinical else w.text(criterion.plain_name)) or name
    sides = criterion.side is not None
    return capital(f"{name}, {side_words(criterion.side, w)}" if sides else name)


def with_unit(n: Decimal | None, criterion: Criterion, w: Words) -> str:
    """Return a number with the unit of its measure, a blank where it is not known."""
    unit = w.text(criterion.unit)
    return f"{number_or_blank(n)} {_one(unit) if n == 1 else unit}".strip()


def number_or_blank(n: Decimal | None) -> str:
    """Return a number, a blank to fill where it is not known."""
    return BLANK if n is None else plain(n)


def _one(unit: str) -> str:
    """Return the unit of a single one: "flight" of "flights", "turno por semana" of "turnos por semana"."""
    first, *rest = unit.split(" ")
    single = "vez" if first == "veces" else first[:-1] if len(first) > 2 and first.endswith("s") else first
    return " ".join((single, *rest))


def now_value(goal: Goal, request: Request, w: Words) -> Decimal | None:
    """Return where a goal stands as it is judged, of a daily number the mean of a week.

    Where there is too little for that it is the newest number, and without any the baseline.
    """
    asked = goal_criterion(goal, request.measures)
    if asked is None:
        return None
    measure = request.measures.get(asked.measure)
    asked = replace(asked, side=asked_side(asked, measure, request.plan))
    if measure is not None:
        found = standing(measure, request.readings, asked, w.today, since=request.plan.start)
        if isinstance(found, Standing):
            return as_read(found.value, asked, measure)
    mine = [r for r in request.readings if _is_about(r, asked) and r.on <= w.today]
    return max(mine, key=lambda r: r.on).middle if mine else asked.baseline


def _is_about(reading: Reading, criterion: Criterion) -> bool:
    is_activity = same_words(reading.activity) == same_words(criterion.activity)
    return is_activity and (reading.measure, reading.side) == (criterion.measure, criterion.side)


def target_words(criterion: Criterion, w: Words, measure: Measure | None = None) -> str:
    """Return what is aimed for: "20 minutes or more", "4 or less", or how much better than before."""
    number = target_value(criterion, measure)
    if number is not None:
        shown = with_unit(whole_target(number, criterion), criterion, w)
        if criterion.better is Better.LOWER:
            return w.t.gettext("{number} or less").format(number=shown)
        return w.t.gettext("{number} or more").format(number=shown) if criterion.better is Better.HIGHER else shown
    target = criterion.target
    if target is not None and target.kind is TargetKind.PERCENT and target.amount is not None:
        return w.t.gettext("better by {n} percent").format(n=plain(target.amount))
    return w.t.gettext("clearly better than before")


def whole_target(number: Decimal, criterion: Criterion) -> Decimal:
    """Return a target that was worked out from whole numbers as one: of 0 to 10, "4.9 or less" is 4 or less."""
    target, base = criterion.target, criterion.baseline
    is_typed = target is None or target.kind is TargetKind.VALUE
    if is_typed or base is None or base != base.to_integral_value():
        return number
    return number.to_integral_value(ROUND_FLOOR if criterion.better is Better.LOWER else ROUND_CEILING)


def as_read(n: Decimal, criterion: Criterion, measure: Measure | None) -> Decimal:
    """Return a mean as a patient reads it: a whole number where its measure counts in such (AHRQ [K]).

    Where a whole one would reach a target that is not reached, or miss one that is, it stays as it is.
    """
    whole, target = n.to_integral_value(ROUND_HALF_UP), target_value(criterion, measure)
    if measure is not None and measure.decimals:
        return n
    if target is not None and ((n < target) is not (whole < target) or (n > target) is not (whole > target)):
        return n
    return whole


def criterion_words(criterion: Criterion, w: Words, measure: Measure | None = None) -> str:
    """Return one thing to tick: "Sitting without a break: 20 minutes or more"."""
    target = target_words(criterion, w, measure)
    return w.t.gettext("{measure}: {target}").format(measure=measured(criterion, w), target=target)


def action_words(action: Action, plan: Plan, w: Words) -> str:
    """Return what follows, said to the patient."""
    t = w.t
    if action.kind is ActionKind.NEXT_STEP:
        return _next_step(action, plan, w)
    if action.kind is ActionKind.RECHECK and action.days:
        return t.ngettext("we look again in {n} day", "we look again in {n} days", action.days).format(n=action.days)
    if action.kind is ActionKind.DISCUSS:
        about = _about(action.target, plan, w)
        return t.gettext("we talk about this: {thing}").format(thing=about) if about else _plain_action(action.kind, w)
    if action.kind is ActionKind.REFER and action.target in set(Discipline):
        who = discipline_words(Discipline(action.target), w)
        return t.gettext("we may ask someone else to see you: {who}").format(who=who)
    return _plain_action(action.kind, w)


def _plain_action(kind: ActionKind, w: Words) -> str:
    t = w.t
    return {
        ActionKind.CONTINUE: t.gettext("we go on as planned"),
        ActionKind.PROGRESS: t.gettext("we add a little more"),
        ActionKind.NEXT_STEP: t.gettext("we go on to the next step"),
        ActionKind.STOP_TRIAL: t.gettext("we stop this and try something else"),
        ActionKind.RECHECK: t.gettext("we look again soon"),
        ActionKind.RECONSIDER: t.gettext("we look again at the cause"),
        ActionKind.DISCUSS: t.gettext("we talk about what else may help"),
        ActionKind.REFER: t.gettext("we may ask someone else to see you"),
        ActionKind.HAND_OVER: t.gettext("you carry on with the plan by yourself"),
    }[kind]


def _next_step(action: Action, plan: Plan, w: Words) -> str:
    found = next((n for n, step in enumerate(plan.steps, 1) if step.id == action.target), None)
    if found is None:
        return _plain_action(action.kind, w)
    return w.t.gettext("we go on to step {n}").format(n=found)


def _about(target: str, plan: Plan, w: Words) -> str:
    """Return what is to be talked about: words as typed; a library entry only when the plan knows its name."""
    item = next((item for _step, item in items_of(plan) if item.source == target), None)
    if item is not None:
        return patient_name(item, w)
    return "" if "." in target and " " not in target else target
