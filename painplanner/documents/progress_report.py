"""How you are doing: what got better first, then charts on one time axis, then what comes next.

Plain words and no blame: a number that got worse shows what to try next. The one for colleagues is `team_report`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from painplanner.core.checkpoint import Checkpoint, Outcome
from painplanner.core.known_dates import KnownDates, known_dates
from painplanner.core.log_making import PAIN
from painplanner.core.measure import Better, MeasureKind
from painplanner.core.plan import Plan
from painplanner.core.progress.since import Win, WinKind
from painplanner.core.progress.standing import WEEK, Standing
from painplanner.core.tracking import Tracked, told
from painplanner.core.values import plain
from painplanner.documents.blocks import (
    Block,
    Bullets,
    Callout,
    Charts,
    Document,
    Fill,
    Heading,
    Message,
    Rich,
    rich,
)
from painplanner.documents.chart_figures import all_tracked, figure, has_progress
from painplanner.documents.check_words import check_lead, outcomes
from painplanner.documents.daily_log import stop_line
from painplanner.documents.day_words import day, short_day
from painplanner.documents.kind import Kind
from painplanner.documents.paper import next_visit_block, paper, paper_words
from painplanner.documents.plan_words import as_read, criterion_words, measured, target_words, with_unit
from painplanner.documents.request import Request
from painplanner.documents.words import Words, sentence

MOST_CHARTS = 4
_MOST_WINS = 3


def progress_report(request: Request) -> Document:
    """Return the progress report that the patient takes home."""
    w = paper_words(request)
    known = all_tracked(request, w)
    shown = _shown(known, request.plan)
    best = _best(shown)
    blocks: tuple[Block | None, ...] = (
        Message(_message(known, shown, best, w), is_summary=True),
        _wins(known, shown, w, is_since_visit=request.visit is not None),
        Charts(tuple(figure(one, (_said(one, w),), w) for one in shown)) if shown else None,
        _reading(shown, w) if shown else None,
        _next(request, known_dates(request.plan, request.today), w),
        *_until_then(request.plan, w),
        stop_line(request, w),
        next_visit_block(request, w),
        Fill(label=w.t.gettext("My questions")),
    )
    title = w.t.gettext("How you are doing")
    return paper(request, KIND.id, title, tuple(block for block in blocks if block is not None))


def _shown(known: Sequence[Tracked], plan: Plan) -> tuple[Tracked, ...]:
    """Return at most four measures: those of the goals, then what else the plan asks about and pain.

    Where the plan asks about nothing it is what has a better direction.
    """
    goals = {goal.criterion.measure for goal in plan.goals if goal.criterion is not None}
    wanted = [one for one in known if one.series.criterion.better is not Better.NONE]
    asked = [one for one in wanted if one.series.is_asked or one.series.measure.id == PAIN]
    first = sorted(asked or wanted, key=lambda one: one.series.measure.id not in goals)[:MOST_CHARTS]
    return tuple(one for one in asked or wanted if one in first)


# The one message


def _best(shown: Iterable[Tracked]) -> Tracked | None:
    """Return what got better most: a target that is reached first, then the largest part of the way to it."""
    better = [one for one in shown if _gain(one) > 0]
    return max(better, key=lambda one: (one.found.outcome is Outcome.MET, _share(one)), default=None)


def _gain(one: Tracked) -> Decimal:
    """Return how much better it is than at the start; a change inside the error of its measure is none."""
    start = one.moved.start
    is_error = one.found.is_mdc is False
    return start.gain if start is not None and start.gain is not None and not is_error else Decimal(0)


def _share(one: Tracked) -> Decimal:
    start, target = one.moved.start, one.series.target
    whole = abs(target - start.was) if start is not None and target is not None else abs(start.was if start else 0)
    return _gain(one) / whole if whole else Decimal(0)


def _message(known: Sequence[Tracked], shown: Sequence[Tracked], best: Tracked | None, w: Words) -> Rich:
    t = w.t
    if best is None:
        return rich("", t.gettext("Thank you for writing it down."), " " + _no_win(shown, w))
    way = t.gettext("{name}: {way}.").format(name=measured(best.series.criterion, w), way=_way(best, w))
    lead = t.gettext("You reached a target.") if best.found.outcome is Outcome.MET else t.gettext("You moved forward.")
    count = _count(known, w)
    return rich("", lead, f" {way} " if count else f" {way}", count)


def _no_win(shown: Sequence[Tracked], w: Words) -> str:
    if any(_is_worse(one) for one in shown):
        return w.t.gettext("These weeks were not easy. Your numbers show us what to try next.")
    return w.t.gettext("It is early. Here is where you are now.")


def _is_worse(one: Tracked) -> bool:
    start = one.moved.start
    return start is not None and start.gain is not None and start.gain < 0 and one.found.is_mdc is not False


def _count(known: Sequence[Tracked], w: Words) -> str:
    """Return how many targets of the plan are reached, where there are several and one of them is."""
    aimed = [one for one in known if one.series.is_asked and one.series.target is not None]
    met = sum(1 for one in aimed if one.found.outcome is Outcome.MET)
    if len(aimed) < 2 or not met:
        return ""
    if met == len(aimed):
        return w.t.gettext("All your targets are reached.")
    said = w.t.ngettext("{met} of your {n} target is reached.", "{met} of your {n} targets are reached.", len(aimed))
    return said.format(met=met, n=len(aimed))


def _way(one: Tracked, w: Words) -> str:
    """Return "from 10 to 20 minutes since January 13"."""
    start = one.moved.start
    if start is None:
        return ""
    words = w.t.gettext("from {was} to {now} since {day}")
    was = as_read(start.was, one.series.criterion, one.series.measure)
    return words.format(was=plain(was), now=_amount(start.now, one, w), day=short_day(start.since, w))


def _amount(n: Decimal, one: Tracked, w: Words) -> str:
    n = as_read(n, one.series.criterion, one.series.measure)
    if one.series.measure.kind is MeasureKind.YES_NO and one.series.measure.is_daily:
        return w.t.gettext("{n} of {of} days").format(n=plain(n), of=WEEK)
    return with_unit(n, one.series.criterion, w)


def _wins(known: Iterable[Tracked], shown: Sequence[Tracked], w: Words, *, is_since_visit: bool) -> Callout | None:
    """Return what also went well, at most three lines: what no chart says, and days that were counted."""
    asked = [one for one in known if one.series.is_asked or one.series.measure.kind is MeasureKind.YES_NO]
    pairs = [(win, one) for one in asked for win in told(one.moved.wins)]
    lines = [
        _win(win, one, w, is_since_visit=is_since_visit)
        for win, one in pairs
        if win.kind is WinKind.YES_DAYS or one not in shown
    ]
    return (
        Callout(w.t.gettext("This also went well"), tuple(rich(line) for line in lines[:_MOST_WINS])) if lines else None
    )


def _win(win: Win, one: Tracked, w: Words, *, is_since_visit: bool) -> str:
    t, name = w.t, measured(one.series.criterion, w)
    if win.kind is WinKind.YES_DAYS:
        text = t.ngettext("{name}: {n} time.", "{name}: {n} times.", win.count)
        if is_since_visit:
            text = t.ngettext(
                "{name}: {n} time since your last visit.", "{name}: {n} times since your last visit.", win.count
            )
        return text.format(name=name, n=win.count)
    text = t.gettext("{name}: your best so far, {value}.") if win.kind is WinKind.BEST else ""
    text = text or t.gettext("{name}: you reached your target, {value}.")
    return text.format(name=name, value=_amount(win.value or Decimal(0), one, w))


# The charts


def _said(one: Tracked, w: Words) -> Rich:
    """Return what a chart shows: how it goes, which direction is better, and the target."""
    t = w.t
    better = (
        t.gettext("Up is better.") if one.series.criterion.better is Better.HIGHER else t.gettext("Down is better.")
    )
    verdict, way = _verdict(one, w)
    rest = " ".join(part for part in (better, _aim(one, w)) if part)
    return rich("", verdict, f"{way} {rest}")


def _verdict(one: Tracked, w: Words) -> tuple[str, str]:
    """Return a word in bold and from what to what; of too few numbers only that they are."""
    t, start, standing = w.t, one.moved.start, one.found.standing
    if not isinstance(standing, Standing):
        return t.gettext("Too few numbers this week to say."), " " + t.gettext("Empty days are all right.")
    if start is None or start.gain is None:
        return t.gettext("Now: {value}.").format(value=_amount(standing.value, one, w)), ""
    way = f": {_way(one, w)}."
    if start.gain == 0 or one.found.is_mdc is False:
        return t.gettext("About the same"), way
    return (t.gettext("Better") if start.gain > 0 else t.gettext("Harder for now")), way


def _aim(one: Tracked, w: Words) -> str:
    t, criterion = w.t, one.series.criterion
    if one.series.target is None:
        return ""
    said = {
        Outcome.MET: t.gettext("You reached your target: {target}."),
        Outcome.PARTLY: t.gettext("You are part of the way to your target: {target}."),
    }
    text = said.get(one.found.outcome) if one.found.outcome is not None else None
    return (text or t.gettext("Your target: {target}.")).format(target=target_words(criterion, w, one.series.measure))


def _reading(shown: Sequence[Tracked], w: Words) -> Callout:
    """Return how to read the charts: only of what stands on one of them."""
    t, charts = w.t, [one.chart for one in shown]
    lines = (
        (True, t.gettext("A dot is a number. Where the line stops, days are missing.")),
        (any(c.target is not None for c in charts), t.gettext("The long dashes are your target.")),
        (any(c.baseline is not None for c in charts), t.gettext("The dotted line is where you began.")),
        (
            any(c.mcid is not None for c in charts),
            t.gettext("Inside the shaded band from side to side, a change is still small."),
        ),
        (any(c.flares for c in charts), t.gettext("A shaded strip from top to bottom is a flare. Flares happen.")),
    )
    return Callout(t.gettext("How to read the charts"), tuple(rich(line) for is_there, line in lines if is_there))


# What comes next


def _next(request: Request, dates: KnownDates, w: Words) -> Callout | None:
    """Return the next look: when, at what, and what follows."""
    plan = request.plan
    coming = [(d, n) for n, c in enumerate(plan.checkpoints) for d in dates.checks.get(c.id, ()) if d > w.today]
    if not coming:
        return None
    checkpoint = plan.checkpoints[min(coming)[1]]
    return Callout(w.t.gettext("What comes next"), _look(checkpoint, request, dates, w))


def _look(checkpoint: Checkpoint, request: Request, dates: KnownDates, w: Words) -> tuple[Rich, ...]:
    lead = rich(check_lead(checkpoint, dates.checks.get(checkpoint.id, ()), w))
    known = ((criterion, request.measures.get(criterion.measure)) for criterion in checkpoint.criteria)
    asked = tuple(rich("", sentence(criterion_words(criterion, w, measure))) for criterion, measure in known)
    then = outcomes(checkpoint, request.plan, w)
    return (lead, *asked, *((rich(then),) if then else ()))


def _until_then(plan: Plan, w: Words) -> tuple[Block, ...]:
    """Return what to do until the next visit, to tick; what to go on with after a plan is said by its hand-over."""
    t, visit = w.t, plan.next_visit.on
    if plan.closing is not None:
        after = (
            t.gettext("Go on with what helps you. Some days will be less, and that is all right."),
            t.gettext("Write down your questions below."),
        )
        return (Heading(t.gettext("From here on")), Bullets(tuple(rich(line) for line in after), mark="box"))
    when = t.gettext("Come on {day}.").format(day=day(visit, w)) if visit is not None and visit > w.today else ""
    lines = (
        t.gettext("Go on with your plan. Some days will be less, and that is all right."),
        t.gettext("Fill in your daily log and bring it back."),
        t.gettext("Write down your questions below."),
        when,
    )
    return (Heading(t.gettext("Until then")), Bullets(tuple(rich(line) for line in lines if line), mark="box"))


KIND = Kind(
    id="progress-report",
    make=progress_report,
    name=lambda t: t.gettext("Progress report"),
    about=lambda t: t.gettext("charts of what was measured, for the patient"),
    is_empty=lambda request: not has_progress(request.plan, request.measures, request.readings, request.today),
    empty_words=lambda t: t.gettext("A progress report prints once something was measured."),
)
