"""A plan at a glance: numbered steps with their dates and weeks, checkpoints between them, what a day asks.

The composer draws these lines and keeps no arithmetic of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from painplanner.core.dose import Where, minutes_a_day
from painplanner.core.graded import asked_on
from painplanner.core.known_dates import KnownDates, known_dates
from painplanner.core.plan import Checkpoint, Flare, Item, Plan, Step, StepStatus
from painplanner.core.values import Value

CLOSED = frozenset({StepStatus.DONE, StepStatus.STOPPED, StepStatus.SKIPPED})


class StepLine(Value, frozen=True, kw_only=True):
    """A step by id: its number, dates (both days included), week from 0, and the days of its checkpoints.

    `start` is `None` while its date cannot be known; `minutes` is what its home items ask on one of their days.
    """

    step: str
    number: str
    start: date | None = None
    end: date | None = None
    week: int = 0
    checks: tuple[date, ...] = ()
    minutes: Decimal = Decimal(0)
    is_open: bool = False


class CheckLine(Value, frozen=True, kw_only=True):
    """A checkpoint by id: its days, and the step after whose card it stands ("" = after the last one)."""

    checkpoint: str
    number: str
    dates: tuple[date, ...] = ()
    after: str = ""


class Outline(Value, frozen=True, kw_only=True):
    """All lines in plan order with the span of the timeline.

    `first_day` is the Monday of week 0. `minutes` and `things` are what is asked at home on the day that matters now:
    today, or the next day on which anything is asked.
    """

    lines: tuple[StepLine, ...] = ()
    checks: tuple[CheckLine, ...] = ()
    first_day: date
    last_day: date | None = None
    weeks: int = 0
    minutes: Decimal = Decimal(0)
    things: int = 0
    items: int = 0
    undated: tuple[str, ...] = ()

    def line(self, step_id: str) -> StepLine | None:
        """Return the line of a step."""
        return next((line for line in self.lines if line.step == step_id), None)

    def check(self, checkpoint_id: str) -> CheckLine | None:
        """Return the line of a checkpoint."""
        return next((check for check in self.checks if check.checkpoint == checkpoint_id), None)


def plan_outline(plan: Plan, today: date) -> Outline:
    """Return the lines of a plan; what has no date yet, such as steps that wait for one another, has none here."""
    dates = known_dates(plan, today)
    monday = _monday(dates.first_day or plan.start or today)
    day = max(today, dates.first_day or today)
    lines = tuple(_line(place, step, plan, dates, monday, day) for place, step in enumerate(plan.steps, 1))
    asked = _asked_next(plan, dates, day)
    last_day = dates.last_day
    return Outline(
        lines=lines,
        checks=tuple(_check(place, c, plan, dates) for place, c in enumerate(plan.checkpoints, 1)),
        first_day=monday,
        last_day=last_day,
        weeks=(last_day - monday).days // 7 + 1 if last_day and last_day >= monday else 0,
        minutes=sum((minutes_a_day(item.dose) for item in asked), Decimal(0)),
        things=len(asked),
        items=sum(len(step.items) for step in plan.steps),
        undated=dates.undated,
    )


def is_asked(item: Item, day: date) -> bool:
    """Tell whether an item is something to do at home on a day."""
    if item.stopped_on is not None and item.stopped_on <= day:
        return False
    return item.dose is not None and item.dose.where is not Where.CLINIC


def _asked(step: Step, flares: Sequence[Flare], dates: KnownDates, day: date) -> list[Item]:
    """Return what a step asks at home on a day, each with the amount it has come to by then, less in a flare."""
    span = dates.spans.get(step.id)
    items = [item for item in step.items if is_asked(item, day)]
    return items if span is None else [asked_on(item, span.start, day, flares) for item in items]


def _asked_next(plan: Plan, dates: KnownDates, day: date) -> list[Item]:
    """Return what is asked at home on a day, or on the next day on which anything is."""
    starts = {span.start for span in dates.spans.values() if span.start > day}
    for one in (day, *sorted(starts)):
        asked = [
            item for step in plan.steps if _is_open(step, dates, one) for item in _asked(step, plan.flares, dates, one)
        ]
        if asked:
            return asked
    return []


def _is_open(step: Step, dates: KnownDates, day: date) -> bool:
    span = dates.spans.get(step.id)
    return span is not None and step.status not in CLOSED and span.start <= day <= (span.end or day)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _line(place: int, step: Step, plan: Plan, dates: KnownDates, monday: date, day: date) -> StepLine:
    span = dates.spans.get(step.id)
    days = {d for c in plan.checkpoints if step.id in c.steps for d in dates.checks.get(c.id, ())}
    return StepLine(
        step=step.id,
        number=str(place),
        start=span.start if span else None,
        end=span.end if span else None,
        week=(span.start - monday).days // 7 if span else 0,
        checks=tuple(sorted(days)),
        minutes=sum((minutes_a_day(item.dose) for item in _asked(step, plan.flares, dates, day)), Decimal(0)),
        is_open=_is_open(step, dates, day),
    )


def _check(place: int, checkpoint: Checkpoint, plan: Plan, dates: KnownDates) -> CheckLine:
    mine = [step.id for step in plan.steps if step.id in checkpoint.steps]
    return CheckLine(
        checkpoint=checkpoint.id,
        number=str(place),
        dates=dates.checks.get(checkpoint.id, ()),
        after=mine[-1] if mine else "",
    )
