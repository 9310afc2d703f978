"""When each step and checkpoint falls: dates worked out from timings, with actual dates winning over planned ones."""

from __future__ import annotations

from datetime import date, timedelta

from painplanner.core.plan import (
    AfterStep,
    Anchor,
    Checkpoint,
    EveryWeeks,
    Item,
    Lasts,
    OnDate,
    Plan,
    Step,
    StepStatus,
)
from painplanner.core.values import Impossible, Value

# Product defaults [D]: reassessment in 2 to 3 weeks; more than four weeks of boxes is more than one sheet carries.
_WEEKS_OF_A_PAPER = 2
_MOST_WEEKS_OF_A_PAPER = 4
_WEEKS_AHEAD = 12


class Span(Value, frozen=True, kw_only=True):
    """The days of a step, both included; `end` is `None` while it is open ended."""

    step: str
    start: date
    end: date | None = None


class CheckDue(Value, frozen=True, kw_only=True):
    """The days on which a checkpoint is looked at; empty when it has no date yet."""

    checkpoint: str
    dates: tuple[date, ...] = ()


class Schedule(Value, frozen=True, kw_only=True):
    """All spans by start date (plan order breaks ties) and the days of all checkpoints in plan order."""

    spans: tuple[Span, ...] = ()
    checks: tuple[CheckDue, ...] = ()

    def span(self, step_id: str) -> Span | None:
        """Return the span of a step."""
        return next((s for s in self.spans if s.step == step_id), None)

    def check_dates(self, checkpoint_id: str) -> tuple[date, ...]:
        """Return the days of a checkpoint."""
        return next((c.dates for c in self.checks if c.checkpoint == checkpoint_id), ())

    @property
    def last_day(self) -> date | None:
        """Return the last known day of the plan."""
        days = [s.end or s.start for s in self.spans] + [d for c in self.checks for d in c.dates]
        return max(days, default=None)


class OpenItem(Value, frozen=True, kw_only=True):
    """An item whose step is open in a range of days, with the days of the range on which it is.

    `opens` is the first day of its step, which may lie before the range.
    """

    step: Step
    item: Item
    opens: date
    start: date
    end: date

    @property
    def last(self) -> date:
        """Return the last day of the item; the day it is stopped on is no longer one."""
        stopped = self.item.stopped_on
        return min(self.end, stopped - timedelta(days=1)) if stopped is not None else self.end


def schedule(plan: Plan, today: date) -> Schedule:
    """Give every step its dates. Raises Impossible `cycle` with the titles of steps that wait for one another."""
    spans = _Spans(plan, today).all()
    order = {step.id: place for place, step in enumerate(plan.steps)}
    by_date = sorted(spans.values(), key=lambda s: (s.start, order[s.step]))
    checks = tuple(CheckDue(checkpoint=c.id, dates=_check_dates(c, plan, spans, today)) for c in plan.checkpoints)
    return Schedule(spans=tuple(by_date), checks=checks)


class _Spans:
    """Works the spans out, each once, remembering the path to find a cycle."""

    def __init__(self, plan: Plan, today: date) -> None:
        self._steps = {step.id: step for step in plan.steps}
        self._first = plan.start or today
        self._found: dict[str, Span] = {}

    def all(self) -> dict[str, Span]:
        for step in self._steps.values():
            self._span(step, ())
        return self._found

    def _span(self, step: Step, path: tuple[str, ...]) -> Span:
        if step.id in path:
            ring = path[path.index(step.id) :]
            raise Impossible("cycle", "timing", steps=tuple(self._steps[s].title or s for s in ring))
        if step.id not in self._found:
            start = step.started_on or self._start(step, (*path, step.id))
            self._found[step.id] = Span(step=step.id, start=start, end=_end(step, start))
        return self._found[step.id]

    def _start(self, step: Step, path: tuple[str, ...]) -> date:
        timing = step.timing
        if isinstance(timing, OnDate):
            return timing.on
        if isinstance(timing, AfterStep) and timing.step in self._steps:
            other = self._span(self._steps[timing.step], path)
            anchor = other.start if timing.anchor is Anchor.START else other.end or other.start
            return later(anchor, timing.days)
        return self._first


def _end(step: Step, start: date) -> date | None:
    if step.ended_on:
        return step.ended_on
    if isinstance(step.trial_end, OnDate):
        return max(step.trial_end.on, start)
    if isinstance(step.trial_end, Lasts):
        return later(start, step.trial_end.days - 1)
    return None


def later(day: date, days: int) -> date:
    """Return the day `days` later; refuse one beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise Impossible("date-out-of-range", "timing", value=days, low="", high="") from None


def _check_dates(checkpoint: Checkpoint, plan: Plan, spans: dict[str, Span], today: date) -> tuple[date, ...]:
    when = checkpoint.when
    if isinstance(when, OnDate):
        return (when.on,)
    if isinstance(when, AfterStep):
        span = spans.get(when.step)
        if span is None:
            return ()
        anchor = span.start if when.anchor is Anchor.START else span.end
        return () if anchor is None else (later(anchor, when.days),)
    if isinstance(when, EveryWeeks):
        return _every(when, checkpoint, plan, spans, today)
    return ()


def _every(
    when: EveryWeeks, checkpoint: Checkpoint, plan: Plan, spans: dict[str, Span], today: date
) -> tuple[date, ...]:
    """Return the days of a repeated look until its step ends; of one that stays open, twelve weeks ahead of today."""
    step_id = when.step or next(iter(checkpoint.steps), "") or next((s.id for s in plan.steps), "")
    span = spans.get(step_id)
    if span is None:
        return ()
    last = span.end or later(max(span.start, today), 7 * max(_WEEKS_AHEAD, when.weeks))
    count = (last - span.start).days // (7 * when.weeks)
    return tuple(later(span.start, 7 * when.weeks * n) for n in range(1, max(count, 1) + 1))


def open_items(plan: Plan, start: date, end: date, today: date) -> tuple[OpenItem, ...]:
    """Return the items that are done between `start` and `end`, in order of step dates then plan order."""
    steps = {step.id: step for step in plan.steps}
    found: list[OpenItem] = []
    for span in schedule(plan, today).spans:
        step = steps[span.step]
        if step.status in {StepStatus.STOPPED, StepStatus.SKIPPED} or span.start > end:
            continue
        last = min(span.end or end, end)
        first = max(span.start, start)
        if last < first:
            continue
        open_now = (item for item in step.items if not _stopped(item, first))
        found += [OpenItem(step=step, item=i, opens=span.start, start=first, end=last) for i in open_now]
    return tuple(found)


def _stopped(item: Item, first: date) -> bool:
    return item.stopped_on is not None and item.stopped_on <= first


def next_check(plan: Plan, today: date) -> tuple[Checkpoint, date] | None:
    """Return the first checkpoint from today on, with its day."""
    dates = schedule(plan, today)
    coming = [(d, n, c) for n, c in enumerate(plan.checkpoints) for d in dates.check_dates(c.id) if d >= today]
    if not coming:
        return None
    day, _, checkpoint = min(coming, key=lambda entry: entry[:2])
    return checkpoint, day


def paper_days(plan: Plan, today: date) -> tuple[date, date]:
    """Return the days a paper handed out on `today` is for: whole weeks until the next look, two when none is set.

    The first day is today, or the day the first open step begins when that lies ahead.
    """
    spans = schedule(plan, today).spans
    open_spans = [s for s in spans if s.end is None or s.end >= today]
    start = max(today, min((s.start for s in open_spans), default=today))
    return start, later(start, 7 * _weeks_until(start, _next_look(plan, start)) - 1)


def _next_look(plan: Plan, start: date) -> date | None:
    visit = plan.next_visit.on
    if visit is not None and visit > start:
        return visit
    check = next_check(plan, later(start, 1))
    return check[1] if check is not None else None


def _weeks_until(start: date, look: date | None) -> int:
    if look is None:
        return _WEEKS_OF_A_PAPER
    return max(1, min(_MOST_WEEKS_OF_A_PAPER, -(-(look - start).days // 7)))
