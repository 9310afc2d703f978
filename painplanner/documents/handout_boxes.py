"""The boxes of the handout: what to do now, a flare, before and after a shot, what we ask, what may help."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from painplanner.core.known_dates import KnownDates
from painplanner.core.plan import Item, LineKind, Plan, Step, StepStatus
from painplanner.core.values import Mechanism
from painplanner.documents.blocks import Callout, Rich, rich
from painplanner.documents.day_words import day
from painplanner.documents.dose_words import item_dose
from painplanner.documents.plan_words import patient_name, step_title
from painplanner.documents.request import Request
from painplanner.documents.sheet_items import is_only_clinic, is_sheet_item, is_timed, whole_minutes
from painplanner.documents.words import Words, sentences

_MOST_HELP_LINES = 4
_AFTERCARE_DAYS = 7
_CLOSED = frozenset({StepStatus.DONE, StepStatus.STOPPED, StepStatus.SKIPPED})


def open_now(plan: Plan, dates: KnownDates, w: Words) -> tuple[tuple[Step, Item], ...]:
    """Return what is to be done at home today; before a plan begins, on its first day."""
    day_of = max(w.today, dates.first_day or w.today)
    found: list[tuple[Step, Item]] = []
    for step in plan.steps:
        span = dates.spans.get(step.id)
        if span is None or step.status in _CLOSED or not span.start <= day_of <= (span.end or day_of):
            continue
        found += [(step, item) for item in step.items if item.stopped_on is None or item.stopped_on > day_of]
    return tuple((step, item) for step, item in found if not is_only_clinic(item))


def now_box(request: Request, dates: KnownDates, w: Words) -> Callout | None:
    """Return "What to do now": the open things at home but for medicines, which have a box of their own."""
    t, plan = w.t, request.plan
    opened = [item for _step, item in open_now(plan, dates, w)]
    items = [item for item in opened if item.kind != "medicine" and not _is_visit(item)]
    lines = [rich(line) for line in _after_a_recent_shot(plan, dates, w)]
    lines += [line for item in items if item.kind != "exercise" or is_timed(item) for line in _now_lines(item, w)]
    if any(is_sheet_item(item) and not is_timed(item) for item in items):
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
    return Callout(title=title, items=tuple(lines))


def _next_start(plan: Plan, dates: KnownDates, w: Words) -> tuple[str, ...]:
    """Return the step that begins next, when one lies ahead and the plan has begun."""
    if dates.first_day is None or dates.first_day > w.today:
        return ()
    ahead = [
        (dates.spans[step.id].start, n, step)
        for n, step in enumerate(plan.steps, 1)
        if step.id in dates.spans and dates.spans[step.id].start > w.today and step.status not in _CLOSED
    ]
    if not ahead:
        return ()
    begins, n, step = min(ahead, key=lambda entry: entry[:2])
    said = w.t.gettext("On {day}: begin step {n}, {title}.")
    return (said.format(day=day(begins, w), n=n, title=step_title(step, w)),)


def _now_lines(item: Item, w: Words) -> tuple[Rich, ...]:
    dose = item_dose(item, w)
    words = w.texts(item.texts)
    head = rich("", patient_name(item, w), f": {dose}." if dose else ".")
    if item.kind == "exercise":
        return (head,)
    said = words.of_kind(LineKind.SETUP, LineKind.STEP, LineKind.INFO)
    return (head, *(rich(line) for line in said[:2]))


def _shots(plan: Plan) -> tuple[tuple[Step, Item], ...]:
    going = [step for step in plan.steps if step.status not in {StepStatus.STOPPED, StepStatus.SKIPPED}]
    return tuple((step, item) for step in going for item in step.items if _is_visit(item) and not item.stopped_on)


def _is_visit(item: Item) -> bool:
    """Tell whether an item is something to get ready for: a procedure or a test."""
    return item.kind in {"procedure", "diagnostic"}


def _after_a_recent_shot(plan: Plan, dates: KnownDates, w: Words) -> list[str]:
    lines: list[str] = []
    for step, item in _shots(plan):
        span = dates.spans.get(step.id)
        if span is not None and span.start <= w.today <= span.start + timedelta(days=_AFTERCARE_DAYS):
            lines += w.texts(item.texts).of_kind(LineKind.AFTERCARE)
    return list(dict.fromkeys(lines))


def shot_boxes(plan: Plan, dates: KnownDates, w: Words) -> tuple[Callout, ...]:
    """Return how to get ready for a procedure that is still to come, and what to do after it."""
    t, boxes = w.t, list[Callout]()
    for step, item in _shots(plan):
        span = dates.spans.get(step.id)
        if step.status is StepStatus.DONE or (span is not None and span.start <= w.today):
            continue
        words, name = w.texts(item.texts), patient_name(item, w)
        before, after = words.of_kind(LineKind.PREPARE), words.of_kind(LineKind.AFTERCARE)
        if before:
            boxes.append(Callout(t.gettext("Before: {name}").format(name=name), tuple(rich(x) for x in before)))
        if after:
            boxes.append(Callout(t.gettext("After: {name}").format(name=name), tuple(rich(x) for x in after)))
    return tuple(boxes)


def flare_box(plan: Plan, w: Words) -> Callout:
    """Return the flare plan: the plan's own words, else to keep moving, do half for 2 days, then build up."""
    t = w.t
    own = sentences(w.text(plan.flare))
    has_medicine = any(item.kind == "medicine" for step in plan.steps for item in step.items)
    lines = own or (
        t.gettext("A flare is more of your usual pain. It can happen, and it is no one's fault."),
        t.gettext("Keep moving. Short and easy is fine."),
        t.gettext("For 2 days do half: half the time, half the number."),
        t.gettext("Then build up again over the next 2 days."),
        t.gettext("Heat or cold for 10 to 15 minutes may help. Not on numb skin."),
    )
    always = (
        t.gettext("Keep your medicines as they are.") if has_medicine else "",
        t.gettext("Call us if it lasts more than 7 days."),
        t.gettext("Something new is not a flare. Look at the stop box."),
    )
    return Callout(title=t.gettext("If it flares up"), items=tuple(rich(line) for line in (*lines, *always) if line))


def asked_box(request: Request, dates: KnownDates, w: Words) -> Callout | None:
    """Return what we ask of the patient a day, in minutes."""
    t = w.t
    items = [item for _step, item in open_now(request.plan, dates, w)]
    exercise = whole_minutes([item for item in items if not is_timed(item)])
    clock = whole_minutes([item for item in items if is_timed(item)])
    if not exercise and not clock:
        return None
    often = t.ngettext(
        "About {n} minute a day for your exercises.", "About {n} minutes a day for your exercises.", exercise
    )
    timed = t.ngettext("About {n} minute a day by the clock.", "About {n} minutes a day by the clock.", clock)
    lines = (
        often.format(n=exercise) if exercise else "",
        timed.format(n=clock) if clock else "",
        t.gettext("Some days will be less. That is all right."),
    )
    return Callout(title=t.gettext("What we ask of you"), items=tuple(rich(line) for line in lines if line))


def help_box(plan: Plan, w: Words) -> Callout | None:
    """Return what may help and how long it may take, hedged (times from clinical-facts 7.1)."""
    items = [i for step in plan.steps if step.status not in _CLOSED for i in step.items if i.stopped_on is None]
    if not items:
        return None
    said = [line for item in items for line in w.texts(item.texts).of_kind(LineKind.BENEFIT)]
    lines = (*list(dict.fromkeys(said))[:_MOST_HELP_LINES], *_how_long(plan.mechanism, w))
    return Callout(title=w.t.gettext("What may help, and how long it may take"), items=tuple(rich(x) for x in lines))


def _how_long(mechanism: Mechanism | None, w: Words) -> Sequence[str]:
    t = w.t
    tissue = t.gettext("Many people get clearly better in 6 to 12 weeks. Some need longer.")
    nerve = t.gettext("Nerves may need longer, often some months.")
    whole = t.gettext("Steady small steps can calm the pain over some weeks. It is rarely a matter of days.")
    return {
        Mechanism.NEUROPATHIC: (tissue, nerve),
        Mechanism.MIXED: (tissue, nerve),
        Mechanism.NOCIPLASTIC: (whole,),
    }.get(mechanism or Mechanism.NOCICEPTIVE, (tissue,))
