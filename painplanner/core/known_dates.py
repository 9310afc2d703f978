"""The dates of a draft: what `schedule` knows, and for steps that wait for one another no date instead of a refusal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from painplanner.core.plan import AfterStep, Plan, Step
from painplanner.core.schedule import Span, schedule
from painplanner.core.values import Impossible, replace


@dataclass(frozen=True)
class KnownDates:
    """Spans by step and days by checkpoint; `ring` holds the steps that wait for one another.

    `undated` holds every step without dates: the ring, what hangs on it, or all when a date is beyond the calendar.
    """

    spans: Mapping[str, Span] = field(default_factory=dict[str, Span])
    checks: Mapping[str, tuple[date, ...]] = field(default_factory=dict[str, tuple[date, ...]])
    ring: tuple[str, ...] = ()
    undated: tuple[str, ...] = ()

    @property
    def first_day(self) -> date | None:
        """Return the first day of any step."""
        return min((span.start for span in self.spans.values()), default=None)

    @property
    def last_day(self) -> date | None:
        """Return the last day that any step or checkpoint names."""
        days = [span.end or span.start for span in self.spans.values()]
        return max([*days, *(day for found in self.checks.values() for day in found)], default=None)


def known_dates(plan: Plan, today: date) -> KnownDates:
    """Give dates to every step that can have one; never refuses a plan."""
    rings, undated = waiting_steps(plan)
    datable: Plan = plan
    if undated:
        datable = replace(plan, steps=tuple(step for step in plan.steps if step.id not in undated))
    try:
        dates = schedule(datable, today)
    except (Impossible, RecursionError):  # a date beyond the calendar, or a chain of many hundred steps
        return KnownDates(ring=rings, undated=tuple(step.id for step in plan.steps))
    spans = {span.step: span for span in dates.spans}
    return KnownDates(
        spans={step.id: spans[step.id] for step in plan.steps if step.id in spans},
        checks={check.checkpoint: check.dates for check in dates.checks},
        ring=rings,
        undated=undated,
    )


def waiting_steps(plan: Plan) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the steps in rings of waiting, and all steps without a date because of them, both in plan order."""
    before = {step.id: _waits_for(step) for step in plan.steps}
    ring: set[str] = set()
    lost: set[str] = set()
    free: set[str] = set()
    for start in before:
        path: list[str] = []
        at = start
        while at in before and at not in free and at not in lost and at not in path:
            path.append(at)
            at = before[at]
        if at in path:
            ring.update(path[path.index(at) :])
        (lost if at in path or at in lost else free).update(path)
    return tuple(s for s in before if s in ring), tuple(s for s in before if s in lost)


def _waits_for(step: Step) -> str:
    if step.started_on is None and isinstance(step.timing, AfterStep):
        return step.timing.step
    return ""
