"""The moments of a plan on the line of its weeks: now, steps, looks, ends of medicines, goals, the next visit.

They stand in the order of their days. What has no day yet stands after them, the end of the plan last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from painplanner.core.dose import StopRule
from painplanner.core.known_dates import KnownDates
from painplanner.core.plan import Checkpoint, EveryWeeks, Step, StepStatus
from painplanner.core.schedule import Span
from painplanner.documents.blocks import Moment, Rich, plain, rich
from painplanner.documents.day_words import brief_day, brief_span, clock
from painplanner.documents.felt_words import felt_lines
from painplanner.documents.medicines_taken import medicines_taken
from painplanner.documents.plan_words import (
    criterion_words,
    goal_day,
    goal_text,
    owner_words,
    patient_name,
    purpose_words,
    step_title,
    step_when,
    target_words,
)
from painplanner.documents.request import Request
from painplanner.documents.words import Words

_WEEK = 7
_OF_A_DAY = frozenset({1, 3, 4, 6})
"""The ranks of what shares a moment where it shares its day: today, the next visit, looks, goals."""
_ENDED = frozenset({StepStatus.DONE, StepStatus.STOPPED})


@dataclass(frozen=True)
class Dated:
    """A moment with its day, none while that is not known; `rank` orders what falls on one day."""

    on: date | None
    rank: int
    moment: Moment


def dated_moments(request: Request, dates: KnownDates, w: Words) -> tuple[Dated, ...]:
    """Return all moments from today on in their order; what lies behind the patient stands with today."""
    found = [
        Dated(w.today, 1, _now(request, dates, w)),
        *_steps(request, dates, w),
        *_looks(request, dates, w),
        *_medicines(request, dates, w),
        *_goals(request, w),
        *_visit(request, w),
        _end(dates, w),
    ]
    ordered = sorted(found, key=lambda one: (one.on is None, one.on or w.today, one.rank))
    days = groupby(ordered, key=lambda one: one.on if one.rank in _OF_A_DAY else one.moment)
    return tuple(_as_one(tuple(some)) for _day, some in days)


def _as_one(some: Sequence[Dated]) -> Dated:
    """Return what falls on one day as one moment, the first of it as its title."""
    first, *others = some
    if not others:
        return first
    is_look = first.moment.sign != "now" and any(one.moment.sign == "check" for one in some)
    said = tuple(_said_below(one.moment) for one in others)
    one = first.moment
    merged = Moment(one.when, one.title, (*one.lines, *said), "check" if is_look else one.sign)
    return Dated(first.on, first.rank, merged)


def _said_below(one: Moment) -> Rich:
    """Return a moment as a line of the one whose day it shares."""
    title = one.title if one.title.endswith(":") else f"{one.title}."
    return rich("", title, "".join(f" {plain(line)}" for line in one.lines))


def going(request: Request) -> list[tuple[int, Step]]:
    """Return the steps that are or will be done, with their numbers."""
    closed = (*_ENDED, StepStatus.SKIPPED)
    return [(n, step) for n, step in enumerate(request.plan.steps, 1) if step.status not in closed]


def _now(request: Request, dates: KnownDates, w: Words) -> Moment:
    """Return today with what is behind the patient, or with the day on which the plan begins."""
    t, first = w.t, dates.first_day
    ended = [(n, step) for n, step in enumerate(request.plan.steps, 1) if _is_behind(step, dates, w)]
    said = "; ".join(f"{n}. {step_title(step, w)}, {step_when(step, dates.spans.get(step.id), w)}" for n, step in ended)
    lines = [rich("", t.gettext("Behind you:"), f" {said}.")] if said else []
    if first is not None and first > w.today:
        lines.append(rich(t.gettext("Your plan begins on {day}.").format(day=brief_day(first, w))))
    return Moment(brief_day(w.today, w), t.gettext("You are here"), tuple(lines), "now")


def _is_behind(step: Step, dates: KnownDates, w: Words) -> bool:
    """Tell whether a step is over: closed, or its days have passed and nobody closed it yet."""
    span = dates.spans.get(step.id)
    is_over = span is not None and span.end is not None and span.end < w.today
    return step.status in _ENDED or (is_over and step.status is not StepStatus.SKIPPED)


def _steps(request: Request, dates: KnownDates, w: Words) -> Iterator[Dated]:
    for n, step in going(request):
        if _is_behind(step, dates, w):
            continue
        span = dates.spans.get(step.id)
        when = _days(span, w) if span is not None else w.t.gettext("day not set yet")
        on = max(span.start, w.today) if span is not None else None
        role = step.purpose.value.replace("-", "_") if step.purpose is not None else ""
        yield Dated(on, 2, Moment(when, step_title(step, w), _about(step, w), "step", str(n), role))


def _days(span: Span, w: Words) -> str:
    """Return the days of a step, with about how many weeks they are."""
    said = brief_span(span.start, span.end, w)
    days = (span.end - span.start).days + 1 if span.end is not None else 0
    if days < _WEEK:
        return said
    weeks = round(days / _WEEK)
    about = w.t.ngettext("about {n} week", "about {n} weeks", weeks).format(n=weeks)
    return f"{said}, {about}"


def _about(step: Step, w: Words) -> tuple[Rich, ...]:
    """Return what a step is for, with whom it is done, and what may be felt when."""
    title, purpose, owner = step_title(step, w), purpose_words(step.purpose, w), owner_words(step.owner, w)
    why = w.t.gettext("What it is for: {purpose}.").format(purpose=purpose) if purpose and purpose != title else ""
    who = f"{owner}." if owner else ""
    said = (rich("", why, f" {who}" if who else ""),) if why else (rich(who),) if who else ()
    return (*said, *felt_lines(step, w))


def _looks(request: Request, dates: KnownDates, w: Words) -> Iterator[Dated]:
    """Return what is looked at next of each checkpoint; one whose day is over, or that has none, at the next visit."""
    plan, visit = request.plan, request.plan.next_visit.on
    ended = {step.id for step in plan.steps if step.status in {*_ENDED, StepStatus.SKIPPED}}
    decided = {decision.checkpoint for decision in plan.decisions}
    for check in plan.checkpoints:
        known = dates.checks.get(check.id, ())
        day = next((day for day in known if day >= w.today), None)
        is_over = bool(known and check.id in decided) or bool(check.steps and set(check.steps) <= ended)
        if day is not None:
            yield Dated(day, 1 if day == w.today else 4, _look(check, brief_day(day, w), w))
        elif not is_over:
            on = visit if visit is not None and visit >= w.today else None
            yield Dated(on, 4, _look(check, w.t.gettext("at your next visit"), w))


def _look(check: Checkpoint, when: str, w: Words) -> Moment:
    t = w.t
    lines = [rich(f"{criterion_words(one, w)}.") for one in check.criteria]
    if isinstance(check.when, EveryWeeks):
        weeks = check.when.weeks
        again = t.ngettext("Then again every week.", "Then again every {n} weeks.", weeks)
        lines.append(rich(again.format(n=weeks)))
    return Moment(when, t.gettext("We look at this together:"), tuple(lines), "check")


def _medicines(request: Request, dates: KnownDates, w: Words) -> Iterator[Dated]:
    t = w.t
    for one in medicines_taken(request.plan, dates, w.today):
        last, name = one.dose.trial_end, patient_name(one.item, w)
        if last is None or last < w.today:
            continue
        is_over = one.dose.stop_rule is StopRule.ON_DATE
        title = t.gettext("Last day of {medicine}") if is_over else t.gettext("We look at your medicine: {medicine}")
        lines = () if is_over else (rich(t.gettext("Do not stop by yourself. Call us first.")),)
        yield Dated(last, 7, Moment(brief_day(last, w), title.format(medicine=name), lines))


def _goals(request: Request, w: Words) -> Iterator[Dated]:
    for goal in request.plan.goals:
        on, text = goal_day(goal, request.plan, w), goal_text(goal, w)
        if on is None or on < w.today or not text:
            continue
        has_target = goal.criterion is not None and goal.criterion.target is not None
        lines = (rich(f"{target_words(goal.criterion, w)}."),) if goal.criterion is not None and has_target else ()
        yield Dated(on, 6, Moment(brief_day(on, w), w.t.gettext("Your goal: {goal}").format(goal=text), lines))


def _visit(request: Request, w: Words) -> Iterator[Dated]:
    visit, t = request.plan.next_visit, w.t
    if visit.on is None or visit.on < w.today:
        return
    when = brief_day(visit.on, w)
    at = t.gettext("{day} at {time}").format(day=when, time=clock(visit.at, w)) if visit.at is not None else when
    whom = t.gettext("Your next visit, with {who}").format(who=visit.with_whom) if visit.with_whom else ""
    yield Dated(visit.on, 3, Moment(at, whom or t.gettext("Your next visit")))


def _end(dates: KnownDates, w: Words) -> Dated:
    t, last = w.t, dates.last_day
    after = t.gettext("after {day}").format(day=brief_day(last, w)) if last is not None and last >= w.today else ""
    line = t.gettext("We are here when you need us.")
    return Dated(None, 9, Moment(after, t.gettext("You know what helps, and go on by yourself"), (rich(line),)))
