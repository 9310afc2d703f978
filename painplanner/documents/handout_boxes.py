"""The boxes of the handout beside what to do now: a flare, what we ask a day, and what may help."""

from __future__ import annotations

from collections.abc import Sequence

from painplanner.core.known_dates import KnownDates
from painplanner.core.plan import Item, LineKind, Plan, StepStatus
from painplanner.core.treatment import has_medicine
from painplanner.core.values import Mechanism
from painplanner.documents.blocks import Callout, rich
from painplanner.documents.day_load import by_feel, by_the_clock
from painplanner.documents.day_words import day, short_day
from painplanner.documents.now_boxes import day_of_now, items_on, next_step, step_words, steps_under_way
from painplanner.documents.plan_words import patient_name
from painplanner.documents.request import Request
from painplanner.documents.words import Words, sentence, sentences

_MOST_HELP_LINES = 5
"""A list is read to its fifth point."""
_CLOSED = frozenset({StepStatus.DONE, StepStatus.STOPPED, StepStatus.SKIPPED})


def flare_box(plan: Plan, w: Words) -> Callout:
    """Return the flare plan: the plan's own words, else to keep moving, do half for 2 days, then build up."""
    t = w.t
    own = sentences(w.text(plan.flare))
    half = t.gettext("For 2 days do half: half the time, half the number.")
    lines = own or (
        t.gettext("A flare is more of your usual pain. It can happen, and it is no one's fault."),
        t.gettext("Keep moving. Short and easy is fine."),
        f"{half} {t.gettext('Then build up again over the next 2 days.')}",
        t.gettext("Heat or cold for 10 to 15 minutes may help. Not on numb skin."),
    )
    usual = (
        t.gettext("Keep your medicines as they are.") if has_medicine(plan) else "",
        t.gettext("Call us if it lasts more than 7 days."),
    )
    # One point, for a list is read to its fifth; what must not be missed stands out in it.
    closing = rich(" ".join(line for line in usual if line) + " ", _new_is_no_flare(w))
    return Callout(title=t.gettext("If it flares up"), items=(*(rich(line) for line in lines), closing))


def _new_is_no_flare(w: Words) -> str:
    return w.t.gettext("Something new is not a flare. Look at the stop box.")


def short_box(plan: Plan, dates: KnownDates, w: Words) -> Callout | None:
    """Return the plan in short: how many steps, where we are in it, and when we look again."""
    t = w.t
    going = [step for step in plan.steps if step.status is not StepStatus.SKIPPED]
    if not going:
        return None
    lines = (*_length(len(going), dates, w), *where(plan, dates, w), *next_look(dates, w))
    return Callout(
        title=t.gettext("In short"), items=tuple(rich("", bold, rest) for bold, rest in lines), is_summary=True
    )


def _length(count: int, dates: KnownDates, w: Words) -> list[tuple[str, str]]:
    t = w.t
    steps = t.ngettext("{n} step", "{n} steps", count).format(n=count)
    ends = [span.end for span in dates.spans.values()]
    first, last = dates.first_day, max((end for end in ends if end is not None), default=None)
    if first is None or last is None or None in ends:
        return [(f"{steps}.", "")]
    return [
        (steps, " " + t.gettext("from {first} to {last}.").format(first=short_day(first, w), last=short_day(last, w)))
    ]


def where(plan: Plan, dates: KnownDates, w: Words) -> list[tuple[str, str]]:
    """Return the steps that are under way."""
    said = "; ".join(step_words(n, step, w) for n, step in steps_under_way(plan, dates, w))
    return [(w.t.gettext("Now:"), f" {said}.")] if said else []


def next_look(dates: KnownDates, w: Words) -> list[tuple[str, str]]:
    """Return the day after today on which we look next: a look of today is made as this paper is given."""
    coming = min((one for days in dates.checks.values() for one in days if one > w.today), default=None)
    return [(w.t.gettext("We look again:"), f" {day(coming, w)}.")] if coming is not None else []


def asked_box(request: Request, dates: KnownDates, w: Words) -> Callout | None:
    """Return what we ask of the patient a day, in minutes; from the next step on where today asks for none."""
    t, plan = w.t, request.plan
    title, lines = t.gettext("What we ask of you"), _asked(items_on(plan, dates, day_of_now(dates, w)), w)
    ahead = next_step(plan, dates, w)
    if not lines and ahead is not None:
        lines = _asked(items_on(plan, dates, ahead[0]), w)
        title = t.gettext("What we ask of you from {day}").format(day=day(ahead[0], w))
    if not lines:
        return None
    lines.append(t.gettext("Some days will be less. That is all right."))
    return Callout(title=title, items=tuple(rich(line) for line in lines))


def _asked(items: Sequence[Item], w: Words) -> list[str]:
    felt, timed = by_feel(items), [sentence(part) for part in by_the_clock(items, w)]
    often = w.t.ngettext(
        "About {n} minute a day for your exercises.", "About {n} minutes a day for your exercises.", felt
    ).format(n=felt)
    return [often, *timed] if felt else timed


def help_box(plan: Plan, w: Words) -> Callout | None:
    """Return what may help and how long it may take, hedged."""
    items = [i for step in plan.steps if step.status not in _CLOSED for i in step.items if i.stopped_on is None]
    if not items:
        return None
    items.sort(key=_costs_most)
    said = [(patient_name(item, w), line) for item in items for line in w.texts(item.texts).of_kind(LineKind.BENEFIT)]
    long = how_long(plan.mechanism, w)
    benefits = list(dict.fromkeys(said))[: _MOST_HELP_LINES - len(long)]
    lines = (*(rich("", name, f": {line}") for name, line in benefits), *(rich(line) for line in long))
    return Callout(title=w.t.gettext("What may help, and how long it may take"), items=lines)


def _costs_most(item: Item) -> int:
    """Rank what costs or risks more before the rest, for few lines fit."""
    kinds = ("procedure", "medicine", "hands_on", "behavioural", "exercise")
    return kinds.index(item.kind) if item.kind in kinds else len(kinds)


def how_long(mechanism: Mechanism | None, w: Words) -> Sequence[str]:
    """Return how long it may take to get better: tissue 6 to 12 weeks, nerves months [R]."""
    t = w.t
    tissue = t.gettext("Many people get clearly better in 6 to 12 weeks. Some need longer.")
    nerve = t.gettext("Nerves may need longer, often some months.")
    whole = t.gettext("Steady small steps can calm the pain over some weeks. It is rarely a matter of days.")
    return {
        Mechanism.NEUROPATHIC: (tissue, nerve),
        Mechanism.MIXED: (tissue, nerve),
        Mechanism.NOCIPLASTIC: (whole,),
    }.get(mechanism or Mechanism.NOCICEPTIVE, (tissue,))
