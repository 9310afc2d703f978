"""What to do now: the things that are open at home today, and what belongs before and after a procedure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from painplanner.core.graded import asked_on
from painplanner.core.home_items import is_home_item, is_only_clinic
from painplanner.core.known_dates import KnownDates
from painplanner.core.plan import Item, LineKind, Plan, Step, StepStatus
from painplanner.core.treatment import is_visit
from painplanner.documents.aftercare import care_lines, care_points
from painplanner.documents.blocks import Callout, Rich, rich
from painplanner.documents.day_words import day
from painplanner.documents.plan_words import patient_name, step_title
from painplanner.documents.request import Request
from painplanner.documents.words import Words

AFTERCARE_DAYS = 7
_MOST_CARE_LINES = 4
_HOW_LINES = 2
_CLOSED = frozenset({StepStatus.DONE, StepStatus.STOPPED, StepStatus.SKIPPED})


def day_of_now(dates: KnownDates, w: Words) -> date:
    """Return the day that "now" means: today, or the first day of a plan that has not begun."""
    return max(w.today, dates.first_day or w.today)


def items_on(plan: Plan, dates: KnownDates, when: date) -> tuple[Item, ...]:
    """Return what is open on a day and not only done in the clinic, each with what it asks on that day."""
    found: list[Item] = []
    for step in plan.steps:
        span = dates.spans.get(step.id)
        if span is None or step.status in _CLOSED or not span.start <= when <= (span.end or when):
            continue
        going = (item for item in step.items if item.stopped_on is None or item.stopped_on > when)
        found += [asked_on(item, span.start, when, plan.flares) for item in going]
    return tuple(item for item in found if not is_only_clinic(item))


def steps_under_way(plan: Plan, dates: KnownDates, w: Words) -> list[tuple[int, Step]]:
    """Return the steps of today with their numbers; one whose days are over is none, though nobody closed it yet."""
    now = day_of_now(dates, w)
    numbered = [(n, step, dates.spans.get(step.id)) for n, step in enumerate(plan.steps, 1)]
    return [
        (n, step)
        for n, step, span in numbered
        if span is not None and step.status not in _CLOSED and span.start <= now <= (span.end or now)
    ]


def step_words(n: int, step: Step, w: Words) -> str:
    """Return a step as a paper calls it where it does not stand in its list: "step 2, Get strong and walk"."""
    return w.t.gettext("step {n}, {title}").format(n=n, title=step_title(step, w))


def next_step(plan: Plan, dates: KnownDates, w: Words) -> tuple[date, int, Step] | None:
    """Return the day, number and step of what begins next after today."""
    ahead = [
        (dates.spans[step.id].start, n, step)
        for n, step in enumerate(plan.steps, 1)
        if step.id in dates.spans and dates.spans[step.id].start > w.today and step.status not in _CLOSED
    ]
    return min(ahead, key=lambda entry: entry[:2], default=None)


def now_box(request: Request, dates: KnownDates, w: Words) -> Callout | None:
    """Return "What to do now": what the steps do not say, where exercises and medicines stand, and what begins next."""
    t, plan = w.t, request.plan
    opened = items_on(plan, dates, day_of_now(dates, w))
    items = [item for item in opened if item.kind != "medicine" and not is_visit(item)]
    care = _after_a_recent_shot(plan, dates, w)
    lines = [rich(line) for line in care] if len(care) <= _MOST_CARE_LINES else []
    lines += [line for item in items if not is_home_item(item) for line in _how(item, w)]
    if any(is_home_item(item) for item in items):
        lines.append(rich(t.gettext("Do your exercises. They are on your exercise sheet.")))
    if any(item.kind == "medicine" for item in opened):
        lines.append(rich(t.gettext("Take your medicines as it says in “Your medicines”.")))
    lines += [rich(line) for line in _next_start(plan, dates, w)]
    if not lines:
        return None
    begins = dates.first_day
    title = t.gettext("What to do now")
    if begins is not None and begins > w.today:
        title = t.gettext("What to do from {day}").format(day=day(begins, w))
    return Callout(title=title, items=tuple(lines), mark="box")


def _next_start(plan: Plan, dates: KnownDates, w: Words) -> tuple[str, ...]:
    """Return the step that begins next, when one lies ahead and the plan has begun."""
    found = next_step(plan, dates, w)
    if found is None or dates.first_day is None or dates.first_day > w.today:
        return ()
    begins, n, step = found
    said = w.t.gettext("On {day}: begin step {n}, {title}.")
    return (said.format(day=day(begins, w), n=n, title=step_title(step, w)),)


def _how(item: Item, w: Words) -> tuple[Rich, ...]:
    """Return in one line how to do what its step only names; what a lesson only tells is nothing to tick."""
    is_lesson = item.kind == "education"
    kinds = (LineKind.SETUP, LineKind.STEP) if is_lesson else (LineKind.SETUP, LineKind.STEP, LineKind.INFO)
    said = " ".join(w.texts(item.texts).of_kind(*kinds)[:_HOW_LINES])
    return (rich("", patient_name(item, w), f": {said}"),) if said else ()


def lesson_boxes(plan: Plan, dates: KnownDates, w: Words) -> tuple[Callout, ...]:
    """Return what the lessons of today tell, each under its name."""
    lessons = [item for item in items_on(plan, dates, day_of_now(dates, w)) if item.kind == "education"]
    told = [(item, w.texts(item.texts).of_kind(LineKind.INFO)[:_HOW_LINES]) for item in lessons]
    boxes = [Callout(patient_name(item, w), tuple(rich(line) for line in lines)) for item, lines in told if lines]
    return tuple(dict.fromkeys(boxes))


def _shots(plan: Plan) -> tuple[tuple[Step, Item], ...]:
    going = [step for step in plan.steps if step.status not in {StepStatus.STOPPED, StepStatus.SKIPPED}]
    return tuple((step, item) for step in going for item in step.items if is_visit(item) and not item.stopped_on)


def _after_a_recent_shot(plan: Plan, dates: KnownDates, w: Words) -> list[str]:
    lines = [line for step, item in _shots(plan) if _is_recent(step, dates, w) for line in care_lines(item, w)]
    return list(dict.fromkeys(lines))


def _is_recent(step: Step, dates: KnownDates, w: Words) -> bool:
    span = dates.spans.get(step.id)
    return span is not None and span.start <= w.today <= span.start + timedelta(days=AFTERCARE_DAYS)


def shot_boxes(request: Request, dates: KnownDates, w: Words) -> tuple[Callout, ...]:
    """Return how to get ready for a procedure or test that is to come, and what to do after it.

    What to do after a procedure of these days stands here only where it is too long for "What to do now"; after one
    beyond the days of this paper, on the paper that is given then.
    """
    plan = request.plan
    long = len(_after_a_recent_shot(plan, dates, w)) > _MOST_CARE_LINES
    boxes: list[Callout] = []
    for step, item in _shots(plan):
        span = dates.spans.get(step.id)
        is_ahead = step.status is not StepStatus.DONE and (span is None or span.start > w.today)
        is_soon = is_ahead and (span is None or span.start <= request.end)
        if is_ahead:
            boxes += _box(w.t.gettext("Before: {name}"), item, w.texts(item.texts).of_kind(LineKind.PREPARE), w)
        if is_soon or (long and _is_recent(step, dates, w)):
            boxes += _box(w.t.gettext("After: {name}"), item, care_points(item, w), w)
    return tuple(dict.fromkeys(boxes))  # two test shots of one kind are prepared for in the same way


def _box(title: str, item: Item, lines: Sequence[str], w: Words) -> list[Callout]:
    if not lines:
        return []
    return [Callout(title=title.format(name=patient_name(item, w)), items=tuple(rich(line) for line in lines))]
