"""Treatments for colleagues: medicines with their end and morphine equivalents, procedures, and the course of steps.

Only doses that a clinician typed; the equivalents are those of `core.review.morphine`, a measure of risk and no dose.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from painplanner.core.dose import MedicineDose, ProcedureDose, ReferralDose, StopRule
from painplanner.core.graded import on_day
from painplanner.core.known_dates import KnownDates
from painplanner.core.library import Library
from painplanner.core.outcomes import still_taken
from painplanner.core.plan import Item, Plan, Step, StepStatus, items_of
from painplanner.core.review.morphine import Unknown, mme_of
from painplanner.core.review.opioids import highest_total
from painplanner.core.review.sight import Sight
from painplanner.core.treatment import is_needle
from painplanner.core.values import plain
from painplanner.documents.blocks import Block, Column, Paragraph, Rich, Table, rich
from painplanner.documents.blocks import plain as unmarked
from painplanner.documents.case_words import clinical_title, last_look
from painplanner.documents.day_words import brief_day
from painplanner.documents.dose_words import item_facts
from painplanner.documents.happened import decision, looked, medicine_dose
from painplanner.documents.request import Request
from painplanner.documents.words import BLANK, Words, sentence, side_words

_GAP = ", "
_SAID_ELSEWHERE = frozenset({"exercise", "education"})
_NOT_DONE = frozenset({StepStatus.PLANNED, StepStatus.SKIPPED})


# Medicines


def medicine_table(request: Request, dates: KnownDates, w: Words) -> tuple[Block, ...]:
    """Return the medicines that are taken or to come, and what their opioids come to; nothing where there is none."""
    t = w.t
    found = _medicines(request, dates)
    if not found:
        return ()
    heads = (Column(t.gettext("Medicine")), Column(t.gettext("Dose")), Column(t.gettext("From")),
             Column(t.gettext("How it ends")))  # fmt: skip
    sight = Sight(request.plan, request.patient, Library(), request.today)
    equivalents = {one.item.id: mme_of(one) for one in sight.treatments if "opioid" in one.classes}
    rows = tuple(_medicine(step, item, dates, equivalents.get(item.id), w) for step, item in found)
    table = Table(heads, rows, t.gettext("Medicines of the plan with dose, start and end."))
    return (table, *_total(sight, len(equivalents), w))


def no_medicine(w: Words) -> str:
    """Return that there is none."""
    return w.t.gettext("The plan gives no medicine now.")


def _medicines(request: Request, dates: KnownDates) -> list[tuple[Step, Item]]:
    taken = {item.id for item in still_taken(request.plan, request.today)}

    def is_coming(step: Step, item: Item) -> bool:
        span = dates.spans.get(step.id)
        is_open = step.status in {StepStatus.PLANNED, StepStatus.ACTIVE} and item.stopped_on is None
        return is_open and (span is None or span.start > request.today)

    every = ((step, item) for step, item in items_of(request.plan) if item.kind == "medicine")
    return [(step, item) for step, item in every if item.id in taken or is_coming(step, item)]


def _medicine(
    step: Step, item: Item, dates: KnownDates, mme: Decimal | Unknown | None, w: Words
) -> tuple[Rich, ...]:  # fmt: skip
    span = dates.spans.get(step.id)
    begun = item.added_on if item.added_on is not None and span and item.added_on > span.start else None
    start = begun or (span.start if span is not None else None)
    said = (medicine_dose(item, w), item.dose.note if item.dose is not None else "", _equivalent(mme, w))
    return (
        rich("", w.texts(item.texts).name or w.t.gettext("(no name yet)")),
        rich("; ".join(part for part in said if part)),
        rich(brief_day(start, w) if start is not None else w.t.gettext("no date yet")),
        rich(_end(item, w)),
    )


def _end(item: Item, w: Words) -> str:
    t, dose = w.t, item.dose
    if not isinstance(dose, MedicineDose):
        return t.gettext("not set")
    day = brief_day(dose.trial_end, w) if dose.trial_end is not None else ""
    if dose.stop_rule is StopRule.ON_DATE:
        return t.gettext("stops {day}").format(day=day) if day else t.gettext("stops on a date, not set")
    look = t.gettext("look again {day}").format(day=day) if day else ""
    never = t.gettext("never stop suddenly") if dose.stop_rule is StopRule.NEVER_SUDDENLY else ""
    down = t.gettext("taken down: {how}").format(how=item.stop_plan.strip()) if item.stop_plan.strip() else ""
    return "; ".join(part for part in (never, look, down) if part) or t.gettext("not set")


def _equivalent(mme: Decimal | Unknown | None, w: Words) -> str:
    t = w.t
    if mme is None:
        return ""
    if isinstance(mme, Decimal):
        return t.gettext("{n} MME a day").format(n=plain(mme))
    return {
        Unknown.NOT_COUNTED: t.gettext("not counted in MME"),
        Unknown.NO_FACTOR: t.gettext("no factor for MME"),
        Unknown.NO_AMOUNT: t.gettext("MME not known"),
    }[mme]


def _total(sight: Sight, opioids: int, w: Words) -> tuple[Block, ...]:
    """Return the highest morphine equivalent of a day, with what it is (CDC 2022)."""
    total, _parts = highest_total(sight)
    if not opioids or not total:
        return ()
    said = w.t.gettext(
        "Opioids at the most: {n} MME a day (CDC 2022), counted from the doses as typed, as needed ones at their most."
        " A measure of risk, not a dose to change to."
    )
    return (Paragraph(rich(said.format(n=plain(total)))),)


# Procedures and steps


def procedure_lines(plan: Plan, dates: KnownDates, w: Words) -> Iterator[Rich]:
    """Yield each procedure with level, side and day, and what the look after it came to."""
    for step, item in items_of(plan):
        if is_needle(item) and step.status is not StepStatus.SKIPPED and item.stopped_on is None:
            look = last_look(plan, step) if has_begun(step, dates, w) else None
            lead = w.texts(item.texts).name or w.t.gettext("(no name yet)")
            facts = (*_where(item, w), _when(step, dates, w))
            tail = (sentence(item.note), looked(look, w) if look is not None else "")
            said = f"{_GAP.join(fact for fact in facts if fact)}."
            yield rich("", f"{lead}: ", " ".join(part for part in (said, *tail) if part))


def _where(item: Item, w: Words) -> tuple[str, ...]:
    dose = item.dose
    if not isinstance(dose, ProcedureDose):
        return ()
    is_open = dose.side is None and item.two_sided
    side = w.t.gettext("side not set") if is_open else side_words(dose.side, w) if dose.side is not None else ""
    return (
        dose.site,
        dose.level or ("" if dose.site else w.t.gettext("level not set")),
        side,
        _guidance(dose.guidance, w),
    )


def _guidance(typed: str, w: Words) -> str:
    """Return what a needle is led by; what the library does not know stays as it was typed."""
    t = w.t
    known = {
        "X-ray": t.gettext("X-ray"),
        "ultrasound": t.gettext("ultrasound"),
        "X-ray or ultrasound": t.gettext("X-ray or ultrasound"),
        "X-ray or CT": t.gettext("X-ray or CT"),
    }
    return known.get(typed, typed)


def _when(step: Step, dates: KnownDates, w: Words) -> str:
    t, span = w.t, dates.spans.get(step.id)
    if span is None:
        return t.gettext("no date yet")
    day = brief_day(step.started_on or span.start, w)
    if step.status in _NOT_DONE and span.start > w.today:
        return t.gettext("planned for {day}").format(day=day)
    return day


def tried_table(request: Request, dates: KnownDates, w: Words) -> tuple[Block, ...]:
    """Return what was tried: each step that has begun with what was done in it, its days, and what came of it."""
    t, plan = w.t, request.plan
    begun = [step for step in plan.steps if has_begun(step, dates, w)]
    if not begun:
        return (Paragraph(rich(t.gettext("Nothing of this plan has begun yet."))),)
    heads = (Column(t.gettext("What was tried")), Column(t.gettext("When")), Column(t.gettext("What came of it")))
    told: set[str] = set()
    rows = tuple(
        (_tried(step, plan, dates, w), rich(_days(step, dates, w)), rich(_came(step, plan, told, w))) for step in begun
    )
    return (Table(heads, rows, t.gettext("What was tried, when, and what came of it.")),)


def has_begun(step: Step, dates: KnownDates, w: Words) -> bool:
    """Tell whether anything of a step was done."""
    span = dates.spans.get(step.id)
    if step.status is StepStatus.PLANNED:
        return span is not None and span.start <= w.today
    return step.status is not StepStatus.SKIPPED


def _tried(step: Step, plan: Plan, dates: KnownDates, w: Words) -> Rich:
    """Return a step with what was done in it: exercises by name, everything else with how much it came to.

    What was talked about is said where the letter tells what the patient knows.
    """
    exercises = [w.texts(item.texts).name for item in step.items if item.kind == "exercise"]
    others = (item for item in step.items if item.kind not in _SAID_ELSEWHERE)
    others = (item for item in others if not isinstance(item.dose, ReferralDose))
    lines = [_done(_grown(item, step, plan, dates, w), w) for item in others]
    lines += [_GAP.join(name for name in exercises if name)] if exercises else []
    return rich("", clinical_title(step, w), "".join(f"\n{line}" for line in lines))


def _grown(item: Item, step: Step, plan: Plan, dates: KnownDates, w: Words) -> Item:
    """Return an item with the amount it has come to by now, or had come to on the last day of its step."""
    span = dates.spans.get(step.id)
    if span is None:
        return item
    last = min(day for day in (w.today, span.end, item.stopped_on) if day is not None)
    return on_day(item, span.start, max(last, span.start), plan.flares)


def _done(item: Item, w: Words) -> str:
    name = w.texts(item.texts).name or w.t.gettext("(no name yet)")
    unset = side_words(None, w)
    facts = [fact for fact in item_facts(item, w) if BLANK not in fact and fact != unset]
    stopped = w.t.gettext("stopped {day}").format(day=brief_day(item.stopped_on, w)) if item.stopped_on else ""
    return _GAP.join(part for part in (name, *facts, stopped) if part)


def _days(step: Step, dates: KnownDates, w: Words) -> str:
    t, span = w.t, dates.spans.get(step.id)
    first = step.started_on or (span.start if span is not None else None)
    last = step.ended_on or (span.end if span is not None else None)
    if first is None:
        return t.gettext("no date yet")
    if last is None or last >= w.today or step.status is StepStatus.ACTIVE:
        return brief_day(first, w) if last == first else t.gettext("since {day}").format(day=brief_day(first, w))
    if last == first:
        return brief_day(first, w)
    return t.gettext("{first} to {last}").format(first=brief_day(first, w), last=brief_day(last, w))


def _came(step: Step, plan: Plan, told: set[str], w: Words) -> str:
    """Return what the last look at a step came to, in full the first time; nobody's look is said as such."""
    t = w.t
    ended = {
        StepStatus.DONE: t.gettext("Done."),
        StepStatus.STOPPED: t.gettext("Stopped."),
    }.get(step.status, "")
    look = last_look(plan, step)
    found = t.gettext("No decision is noted.") if ended else t.gettext("Not decided yet.")
    if look is not None:
        found = looked(look, w) if look.id in told else unmarked(decision(look, plan, w))
        told.add(look.id)
    return " ".join(part for part in (ended, found, sentence(step.note)) if part)
