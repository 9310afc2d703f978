"""What to expect: the weeks of a plan as one line, what each part is for, and what may be felt when.

Ups and downs are part of it, and the paper says so.
"""

from __future__ import annotations

from datetime import date
from math import ceil

from painplanner.core.known_dates import KnownDates, known_dates
from painplanner.documents.blocks import (
    Block,
    Callout,
    Document,
    Fill,
    Heading,
    Message,
    Moments,
    Pair,
    rich,
)
from painplanner.documents.daily_log import stop_line
from painplanner.documents.day_words import day, short_day
from painplanner.documents.handout_boxes import how_long, next_look, where
from painplanner.documents.kind import Kind
from painplanner.documents.now_boxes import next_step, step_words
from painplanner.documents.paper import next_visit, next_visit_block, paper, paper_words
from painplanner.documents.request import Request
from painplanner.documents.timeline_moments import Dated, dated_moments, going
from painplanner.documents.words import Words

_MOST_OF_A_HEADING = 5


def timeline(request: Request) -> Document:
    """Return what to expect of a plan."""
    w = paper_words(request)
    dates = known_dates(request.plan, request.today)
    found = dated_moments(request, dates, w)
    blocks: tuple[Block, ...] = (
        _message(w),
        *_summary(request, dates, w),
        *_line(found, w),
        Pair(_ups_and_downs(request, w), _check(w)),
        *(() if next_visit(request, w) else (next_visit_block(request, w),)),
        Fill(label=w.t.gettext("My questions")),
        stop_line(request, w),
    )
    return paper(request, KIND.id, w.t.gettext("What to expect"), blocks)


def _message(w: Words) -> Message:
    t = w.t
    steps = t.gettext("Your plan goes step by step.")
    return Message(rich(f"{steps} ", t.gettext("Ups and downs are part of it.")))


def _summary(request: Request, dates: KnownDates, w: Words) -> tuple[Block, ...]:
    t, plan = w.t, request.plan
    has_begun = dates.first_day is not None and dates.first_day <= w.today
    lines = where(plan, dates, w) if has_begun else []
    ahead = next_step(plan, dates, w)
    if ahead is not None:
        on, n, step = ahead
        lines.append((t.gettext("Next, on {day}:").format(day=day(on, w)), f" {step_words(n, step, w)}."))
    lines += next_look(dates, w)
    if dates.last_day is not None and dates.last_day > w.today:
        lines.append((t.gettext("Your plan runs until about:"), f" {short_day(dates.last_day, w)}."))
    said = tuple(rich("", bold, rest) for bold, rest in lines)
    return (Callout(t.gettext("In short"), said, is_summary=True),) if said else ()


def _line(found: tuple[Dated, ...], w: Words) -> tuple[Block, ...]:
    """Return the line of weeks, under a heading for at most five moments, each with about as many."""
    blocks: list[Block] = []
    each = ceil(len(found) / ceil(len(found) / _MOST_OF_A_HEADING))
    for n in range(0, len(found), each):
        some = found[n : n + each]
        line = tuple(one.moment for one in some)
        goes_on = n + each < len(found)
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
        t.gettext("If your life gets in the way, tell us. We can change the plan."),
    )
    return Callout(t.gettext("How long it may take"), tuple(rich(line) for line in lines))


def _check(w: Words) -> Callout:
    t = w.t
    lines = (
        t.gettext("I put these days in my calendar."),
        t.gettext("I know on which day we look how it goes."),
        t.gettext("I call you if I cannot come."),
    )
    return Callout(t.gettext("What I can do now"), tuple(rich(line) for line in lines), mark="box")


KIND = Kind(
    id="what-to-expect",
    make=timeline,
    name=lambda t: t.gettext("What to expect"),
    about=lambda t: t.gettext("the plan as a line of weeks, and what may be felt when"),
    is_offered=lambda plan: plan.closing is None,
    is_empty=lambda request: not going(request),
    empty_words=lambda t: t.gettext("The plan has no step that is under way or to come."),
)
