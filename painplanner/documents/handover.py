"""Going on by yourself: the paper a patient takes along when a plan is closed.

What was reached, what to keep doing, medicines that go on, a flare, when to come back, and when to stop and call.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from painplanner.core.dose import ActivityDose, ExerciseDose
from painplanner.core.graded import on_day
from painplanner.core.known_dates import KnownDates, known_dates
from painplanner.core.outcomes import still_taken
from painplanner.core.plan import Closing, Goal, GoalEnd, Item, Plan, Step, items_of
from painplanner.core.treatment import has_medicine
from painplanner.core.values import plain, replace
from painplanner.documents.blocks import (
    Block,
    Bullets,
    Callout,
    Document,
    Fill,
    Heading,
    Message,
    Paragraph,
    Rich,
    rich,
)
from painplanner.documents.dose_words import item_facts
from painplanner.documents.handout_boxes import flare_box
from painplanner.documents.kind import Kind
from painplanner.documents.medicine_boxes import medicine_box
from painplanner.documents.paper import next_visit, next_visit_block, paper, paper_words
from painplanner.documents.plan_words import goal_text, now_value, patient_name, with_unit
from painplanner.documents.request import Request
from painplanner.documents.stop import stop_box
from painplanner.documents.words import BLANK, Words

SHOT_DAYS = 30
"""How long the stop box names what can follow a shot: signs of infection come within 30 days [D]."""
_SHOWN = frozenset({GoalEnd.REACHED, GoalEnd.PARTLY, GoalEnd.NOT_REACHED})


def handover(request: Request) -> Document:
    """Return the hand-over of a closed plan; of one at work, what it would be with nothing said about its end."""
    w, plan = paper_words(request), request.plan
    closing = plan.closing or Closing(on=request.today)
    dates = known_dates(plan, request.today)
    blocks: tuple[Block | None, ...] = (
        Message(_message(closing, w), is_summary=True),
        *_goals(request, closing, w),
        *_keep(plan, closing, dates, w),
        *_medicines(plan, dates, request, w),
        *_flare_and_return(plan, w),
        next_visit_block(request, w) if next_visit(request, w) else None,
        stop_box(_without_old_shots(plan, dates, request.today), request.patient, request.practice, w),
        Fill(label=w.t.gettext("My questions")),
    )
    title = w.t.gettext("Going on by yourself")
    made = paper(request, KIND.id, title, tuple(block for block in blocks if block is not None))
    return msgspec.structs.replace(
        made, footer_left=""
    )  # a visit that is still booked is said once, and not as what follows


def is_closed(plan: Plan) -> bool:
    """Tell whether there is a hand-over to print."""
    return plan.closing is not None


def _message(closing: Closing, w: Words) -> Rich:
    t = w.t
    ends = {end for _goal, end in closing.goals}
    did = t.gettext("You reached what you worked for.") if ends == {GoalEnd.REACHED} else ""
    ends_here = t.gettext("Your plan ends here.")
    alone = t.gettext("We are here when you need us.")
    return rich(" ".join(part for part in (did, ends_here) if part) + " ", alone)


def _goals(request: Request, closing: Closing, w: Words) -> tuple[Block, ...]:
    """Return what came of each goal, from where to where; what is no longer wanted is left out."""
    said = dict(closing.goals)
    known = ((goal, said.get(goal.id)) for goal in request.plan.goals if goal_text(goal, w))
    lines = tuple(_goal_line(goal, end, request, w) for goal, end in known if end in _SHOWN and end is not None)
    return (Heading(w.t.gettext("What you worked for")), Bullets(lines)) if lines else ()


def _goal_line(goal: Goal, end: GoalEnd, request: Request, w: Words) -> Rich:
    t, asked = w.t, goal.criterion
    words = {
        GoalEnd.REACHED: t.gettext("Reached"),
        GoalEnd.PARTLY: t.gettext("Partly reached"),
        GoalEnd.NOT_REACHED: t.gettext("Not yet"),
    }
    facts = [words[end]]
    now = now_value(goal, request, w)
    if asked is not None and asked.baseline is not None and now not in {None, asked.baseline}:
        said = t.gettext("From {start} to {now}")
        facts.append(said.format(start=plain(asked.baseline), now=with_unit(now, asked, w)))
    return rich("", goal_text(goal, w), f": {'. '.join(facts)}.")


def _keep(plan: Plan, closing: Closing, dates: KnownDates, w: Words) -> tuple[Block, ...]:
    """Return what to go on with, each with its amount of today, and that less is all right."""
    kept = [(step, item) for step, item in items_of(plan) if item.id in closing.keep_doing]
    if not kept:
        return ()
    t = w.t
    today = [on_day(i, dates.spans[s.id].start, w.today, ()) if s.id in dates.spans else i for s, i in kept]
    said = [(patient_name(item, w), _amount(item, w)) for item in today]
    with_amount = [rich("", name, f": {amount}.") for name, amount in said if amount]
    without = "; ".join(name for name, amount in said if not amount)
    lines = (*with_amount, *([rich("", without)] if without else []))
    return (Heading(t.gettext("Keep doing")), Bullets(lines, mark="box"), Paragraph(rich(_how_to_keep(today, w))))


def _amount(item: Item, w: Words) -> str:
    """Return how much is kept up; once a day need not be said beside the days of the week."""
    dose = item.dose
    if isinstance(dose, ExerciseDose | ActivityDose) and dose.times_per_day == 1 and dose.days_per_week is not None:
        item = replace(item, dose=replace(dose, times_per_day=None))
    return ", ".join(fact for fact in item_facts(item, w) if BLANK not in fact)


def _how_to_keep(items: Iterable[Item], w: Words) -> str:
    t = w.t
    has_exercise = any(item.kind == "exercise" for item in items)
    sheet = t.gettext("Keep your last exercise sheet: it shows how.") if has_exercise else ""
    return " ".join(filter(None, (sheet, t.gettext("Some days will be less. That is all right."))))


def _medicines(plan: Plan, dates: KnownDates, request: Request, w: Words) -> tuple[Block, ...]:
    """Return the box of each medicine that goes on: the end of a plan stops none."""
    taken = {item.id for item in still_taken(plan, request.today)}
    boxes = [medicine_box(step, item, request.patient, dates, w) for step, item in items_of(plan) if item.id in taken]
    return (Heading(w.t.gettext("Your medicines go on")), *boxes) if boxes else ()


def _flare_and_return(plan: Plan, w: Words) -> tuple[Block, ...]:
    """Return the flare box of the plan, and when to make a visit again."""
    back = Callout(title=w.t.gettext("When to come back"), items=tuple(rich(line) for line in _come_back(plan, w)))
    return flare_box(plan, w), back


def _come_back(plan: Plan, w: Words) -> list[str]:
    """Return when to make a visit again: the product's own [D]; the days of a flare are said with it."""
    t = w.t
    lines = (
        t.gettext("For 2 weeks you can do clearly less than now."),
        t.gettext("You want to change or stop a medicine.") if has_medicine(plan) else "",
        t.gettext("You have a new goal, or you are not sure how to go on."),
    )
    return [line for line in lines if line]


def _without_old_shots(plan: Plan, dates: KnownDates, today: date) -> Plan:
    """Return the plan without the procedures that are so long over that the stop box need not name them."""
    steps = tuple(
        replace(step, items=tuple(item for item in step.items if item.kind != "procedure"))
        if _is_long_over(step, dates, today)
        else step
        for step in plan.steps
    )
    found: Plan = replace(plan, steps=steps)
    return found


def _is_long_over(step: Step, dates: KnownDates, today: date) -> bool:
    """Tell whether the last day on which a shot of a step can have been given is long over."""
    span = dates.spans.get(step.id)
    last = step.ended_on or (span.end or span.start if span is not None else None)
    return last is not None and (today - last).days > SHOT_DAYS


KIND = Kind(
    id="handover",
    make=handover,
    name=lambda t: t.gettext("Going on by yourself"),
    about=lambda t: t.gettext("of a closed plan, what the patient goes on with alone"),
    is_offered=is_closed,
    is_empty=lambda request: not is_closed(request.plan),
    empty_words=lambda t: t.gettext("“Going on by yourself” prints once the plan is closed."),
)
