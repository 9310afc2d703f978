"""What the plan itself comes to: the amount a growing dose has reached by the day of a checkpoint, beside its target.

Nobody can be judged by a target that a patient who does everything cannot reach. Only doses that grow are counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal

from painplanner.core.checkpoint import Checkpoint
from painplanner.core.dose import ActivityDose, Progression
from painplanner.core.graded import amount_after, grown_days, item_start
from painplanner.core.known_dates import KnownDates
from painplanner.core.measure import Better, Criterion, Measure
from painplanner.core.outline import CLOSED
from painplanner.core.plan import Flare, Item, Plan
from painplanner.core.progress.judge import aim_of
from painplanner.core.schedule import Span
from painplanner.core.training import trains
from painplanner.core.values import Value

_MINUTES = frozenset({"min", "minute", "minutes", "mins"})


class Reach(Value, frozen=True, kw_only=True):
    """What the dose of an item (by its id) comes to by a day, and what a criterion asks for."""

    criterion: Criterion
    item: str
    on: date
    amount: Decimal
    target: Decimal

    @property
    def is_out_of_reach(self) -> bool:
        """Tell whether even a patient who does everything will not be there."""
        return self.amount < self.target


def reach(
    checkpoint: Checkpoint,
    plan: Plan,
    dates: KnownDates,
    measures: Mapping[str, Measure],
    today: date | None = None,
) -> tuple[Reach, ...]:
    """Return for each criterion what the open steps of its checkpoint come to by its last day, of several the most.

    Nothing is said of a criterion that no growing dose is about, or of one where less is better. What was stopped by
    `today` no longer counts.
    """
    days = dates.checks.get(checkpoint.id, ())
    if not days:
        return ()
    growing = tuple(_growing(checkpoint, plan, dates, today))
    found = (
        _of(criterion, measures.get(criterion.measure), growing, plan, days[-1]) for criterion in checkpoint.criteria
    )
    return tuple(one for one in found if one is not None)


def _growing(checkpoint: Checkpoint, plan: Plan, dates: KnownDates, today: date | None) -> Iterator[tuple[Item, Span]]:
    """Yield the items of open steps whose dose grows, with the days of their step."""
    for step in plan.steps:
        span = dates.spans.get(step.id)
        if step.id not in checkpoint.steps or step.status in CLOSED or span is None:
            continue
        for item in step.items:
            is_stopped = today is not None and item.stopped_on is not None and item.stopped_on <= today
            if not is_stopped and isinstance(item.dose, ActivityDose) and item.dose.progression is not None:
                yield item, span


def _of(
    criterion: Criterion, measure: Measure | None, growing: tuple[tuple[Item, Span], ...], plan: Plan, day: date
) -> Reach | None:
    target = aim_of(criterion, measure)
    if target is None or criterion.better is not Better.HIGHER:
        return None
    units = _units(criterion, measure)
    about = ((item, span) for item, span in growing if trains(item, criterion.measure, criterion.activity))
    reached = [(amount_by(item, span, units, day, plan.flares), item.id) for item, span in about]
    known = [(amount, item) for amount, item in reached if amount is not None]
    if not known:
        return None
    amount, item = max(known, key=lambda entry: entry[0])
    return Reach(criterion=criterion, item=item, on=day, amount=amount, target=target)


def _units(criterion: Criterion, measure: Measure | None) -> frozenset[str]:
    texts = criterion.unit or (measure.unit if measure is not None else ())
    return frozenset(text.text.strip().lower() for text in texts)


def amount_by(
    item: Item, span: Span, units: frozenset[str], day: date, flares: tuple[Flare, ...] = ()
) -> Decimal | None:
    """Return what a growing dose comes to by a day, counted in one of these units, `None` when that cannot be known."""
    dose = item.dose
    if not isinstance(dose, ActivityDose) or dose.progression is None or day < item_start(item, span.start):
        return None
    if not _grows(dose.progression) or not _is_counted_in(dose, units):
        return None
    stopped = item.stopped_on - timedelta(days=1) if item.stopped_on is not None else None
    last = min([day, *(end for end in (span.end, stopped) if end is not None)])
    return amount_after(dose, grown_days(item, span.start, last, flares))


def _grows(rule: Progression) -> bool:
    return rule.every_days is not None and (rule.add is not None or rule.percent is not None)


def _is_counted_in(dose: ActivityDose, units: frozenset[str]) -> bool:
    """Tell whether what grows, the minutes or else the distance, is counted in one of these units."""
    if dose.minutes is not None:
        return not units.isdisjoint(_MINUTES)
    return dose.distance_unit.strip().lower() in units
