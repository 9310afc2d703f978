"""What to expect: the weeks of a plan as one line, what each part is for, and what may be felt when.

Ups and downs are part of it, and the paper says so.
"""

from __future__ import annotations

from datetime import date

from painplanner.core.known_dates import KnownDates, known_dates
from painplanner.documents.blocks import (
    Block,
    Bullets,
    Callout,
    Document,
    Fill,
    Heading,
    Message,
    Moments,
    Rich,
    rich,
)
from painplanner.documents.day_words import day, short_day
from painplanner.documents.handout_boxes import how_long
from painplanner.documents.kind import Kind
from painplanner.documents.paper import next_visit_block, paper, paper_words
from painplanner.documents.plan_words import step_title
from painplanner.documents.request import Request
from painplanner.documents.stop import stop_box
from painplanner.documents.timeline_moments import Dated, dated_moments, going
from painplanner.documents.words import Words, listed

_MOST_OF_A_HEADING = 5


def timeline(request: Request) -> Document:
    """Return what to expect of a plan."""
    w = paper_words(request)
    dates = known_dates(request.plan, request.today)
    found = dated_moments(request, dates, w)
    blocks: tuple[Block, ...] = (
        _message(w),
        *_summary(request, dates, found, w),
        *_line(found, w),
        _ups_and_downs(request, w),
        *_check(w),
        next_visit_block(request, w),
        Fill(label=w.t.gettext("My questions"), lines=2),
        stop_box(request.plan, request.patient, request.practice, w),
    )
    return paper(request, KIND.id, w.t.gettext("What to expect"), blocks)


def _message(w: Words) -> Message:
    t = w.t
    steps = t.gettext("Your plan goes step by step. We look together how it goes.")
    return Message(rich(f"{steps} ", t.gettext("Ups and downs are part of it.")))


def _summary(request: Request, dates: KnownDates, found: tuple[Dated, ...], w: Words) -> tuple[Block, ...]:
    t, steps = w.t, going(request)
    spans = {step.id: dates.spans[step.id] for _n, step in steps if step.id in dates.spans}
    now = [step_title(step, w) for _n, step in steps if step.id in spans and spans[step.id].start <= w.today]
    ahead = [(spans[s.id].start, step_title(s, w)) for _n, s in steps if s.id in spans and spans[s.id].start > w.today]
    looks = [one.on for one in found if one.moment.sign == "check" and one.on is not None]
    lines: list[Rich] = []
    if now:
        lines.append(rich("", t.gettext("Now:"), f" {listed(now, w)}."))
    if ahead:
        on, title = min(ahead)
        lines.append(rich("", t.gettext("Next, on {day}:").format(day=day(on, w)), f" {title}."))
    if looks:
        lines.append(rich("", t.gettext("We look together how it goes:"), f" {day(min(looks), w)}."))
    if dates.last_day is not None and dates.last_day > w.today:
        lines.append(rich("", t.gettext("Your plan runs until about:"), f" {short_day(dates.last_day, w)}."))
    return (Callout(t.gettext("In short"), tuple(lines), is_summary=True),) if lines else ()


def _line(found: tuple[Dated, ...], w: Words) -> tuple[Block, ...]:
    """Return the line of weeks, under a heading for at most five moments."""
    blocks: list[Block] = []
    for n in range(0, len(found), _MOST_OF_A_HEADING):
        some = found[n : n + _MOST_OF_A_HEADING]
        line = tuple(one.moment for one in some)
        goes_on = n + _MOST_OF_A_HEADING < len(found)
        blocks += [Heading(_heading(some[0].on, w, is_first=n == 0)), Moments(line, goes_on, is_rest=n > 0)]
    return tuple(blocks)


def _heading(on: date | None, w: Words, *, is_first: bool) -> str:
    t = w.t
    if is_first:
        return t.gettext("Your weeks")
    return t.gettext("From {day} on").format(day=short_day(on, w)) if on is not None else t.gettext("Later")


def _ups_and_downs(request: Request, w: Words) -> Callout:
    """Return how long it may take, and that the way there is rarely straight."""
    t = w.t
    lines = (
        *how_long(request.plan.mechanism, w),
        t.gettext("Good and bad days may take turns. Look at whole weeks, not at one day."),
        t.gettext("More of your usual pain is a flare. Something new is not: look at the stop box."),
        t.gettext("If your life gets in the way, tell us. We can change the plan."),
    )
    return Callout(t.gettext("How long it may take"), tuple(rich(line) for line in lines))


def _check(w: Words) -> tuple[Block, ...]:
    t = w.t
    lines = (
        t.gettext("I put these days in my calendar."),
        t.gettext("I know what I do this week."),
        t.gettext("I know on which day we look how it goes."),
        t.gettext("I call you if I cannot come."),
    )
    return (Heading(t.gettext("What I can do now")), Bullets(tuple(rich(line) for line in lines), mark="box"))


KIND = Kind(
    id="what-to-expect",
    make=timeline,
    name=lambda t: t.gettext("What to expect"),
    about=lambda t: t.gettext("the plan as a line of weeks, and what may be felt when"),
    is_offered=lambda plan: plan.closing is None,
    is_empty=lambda request: not going(request),
    empty_words=lambda t: t.gettext("The plan has no step that is under way or to come."),
)
