"""Rules of numbers: targets that lie in range, point the right way, mean something and can be reached in time."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from painplanner.core.findings import Severity
from painplanner.core.measure import Better, Change, Criterion, Measure, target_value
from painplanner.core.progress.reach import reach
from painplanner.core.progress.standing import most_asked
from painplanner.core.review.rule import Rule, Spot, args, cite, on_checkpoint, on_goal
from painplanner.core.review.sight import Sight
from painplanner.core.source import SourceTag

STOP, SHOULD, CONSIDER = Severity.STOP, Severity.SHOULD, Severity.CONSIDER

_RANGE = cite(SourceTag.R, "Range and direction of the measure; clinical facts 1 and 10 rule 39")
_KNOWN = cite(SourceTag.D, "Product default: a change needs a baseline to be counted from")
_REAL = cite(SourceTag.R, "Clinical facts 1: use the larger of MCID and MDC; a smaller change is no detectable change")
_REACH = cite(SourceTag.D, "Product default: a target is reachable by the step's own progression")


def _asked(sight: Sight) -> Iterator[tuple[Spot, Criterion, Measure | None]]:
    """Yield every criterion of checkpoints and goals with where it stands and its measure."""
    for check in sight.plan.checkpoints:
        for criterion in check.criteria:
            yield on_checkpoint(check), criterion, sight.library.measures.get(criterion.measure)
    for goal in sight.plan.goals:
        if goal.criterion is not None:
            yield on_goal(goal), goal.criterion, sight.library.measures.get(goal.criterion.measure)


def _at(spot: Spot, *given: tuple[str, str]) -> Spot:
    return Spot(spot.subject, spot.kind, given)


def _is_outside(number: Decimal, low: Decimal, high: Decimal | None) -> bool:
    return number < low or (high is not None and number > high)


def _number_outside_range(sight: Sight) -> Iterator[Spot]:
    for spot, criterion, measure in _asked(sight):
        if measure is None:
            continue
        low, high = measure.minimum, most_asked(measure)
        for number in (criterion.baseline, target_value(criterion, measure)):
            if number is not None and _is_outside(number, low, high):
                given = args(measure=measure.id, value=number, low=low, high=high)
                yield _at(spot, *given)
                break


def _reading_outside_range(sight: Sight) -> Iterator[Spot]:
    for reading in sight.readings:
        measure = sight.library.measures.get(reading.measure)
        if measure is not None and _is_outside(reading.value, measure.minimum, measure.maximum):
            given = args(measure=measure.id, value=reading.value, on=reading.on, low=measure.minimum)
            yield Spot(sight.patient.id, "patient", (*given, *args(high=measure.maximum)))


def _target_unknown(sight: Sight) -> Iterator[Spot]:
    for spot, criterion, measure in _asked(sight):
        has_target = criterion.target is not None and (criterion.target.amount is not None or _is_mcid(criterion))
        if has_target and target_value(criterion, measure) is None:
            missing = "baseline" if criterion.baseline is None else "mcid"
            yield _at(spot, *args(measure=criterion.measure, missing=missing))


def _is_mcid(criterion: Criterion) -> bool:
    return criterion.target is not None and criterion.target.kind.value == "mcid"


def _target_not_better(sight: Sight) -> Iterator[Spot]:
    for spot, criterion, measure in _asked(sight):
        gain = _gain(criterion, measure)
        if gain is not None and gain <= 0:
            target = target_value(criterion, measure)
            yield _at(spot, *args(measure=criterion.measure, baseline=criterion.baseline, target=target))


def _gain(criterion: Criterion, measure: Measure | None) -> Decimal | None:
    """Return how much better the target is than the baseline, negative when worse, `None` when not known."""
    target = target_value(criterion, measure)
    if target is None or criterion.baseline is None or criterion.better is Better.NONE:
        return None
    return criterion.baseline - target if criterion.better is Better.LOWER else target - criterion.baseline


def _target_within_error(sight: Sight) -> Iterator[Spot]:
    for spot, criterion, measure in _asked(sight):
        gain = _gain(criterion, measure)
        if measure is None or gain is None or criterion.baseline is None:
            continue
        least = _least_change(measure, criterion.baseline)
        if 0 < gain < least:
            yield _at(spot, *args(measure=measure.id, value=gain, least=least))


def _least_change(measure: Measure, baseline: Decimal) -> Decimal:
    """Return the larger of the default MCID and MDC (the first of each is the default of the product)."""
    return max((_absolute(c, baseline) for c in (*measure.mcid[:1], *measure.mdc[:1])), default=Decimal(0))


def _absolute(change: Change, baseline: Decimal) -> Decimal:
    return abs(baseline) * change.amount / 100 if change.percent else change.amount


def _out_of_reach(sight: Sight) -> Iterator[Spot]:
    for check in sight.plan.checkpoints:
        for one in reach(check, sight.plan, sight.dates, sight.library.measures, sight.today):
            if one.is_out_of_reach:
                given = args(measure=one.criterion.measure, target=one.target, value=one.amount, on=one.on)
                yield on_checkpoint(check, *given, ("item", one.item))


RULES = (
    Rule("number-outside-range", SHOULD, _RANGE, _number_outside_range),
    Rule("reading-outside-range", STOP, _RANGE, _reading_outside_range),
    Rule("target-unknown", SHOULD, _KNOWN, _target_unknown),
    Rule("target-not-better", SHOULD, _RANGE, _target_not_better),
    Rule("target-within-error", CONSIDER, _REAL, _target_within_error),
    Rule("target-out-of-reach", SHOULD, _REACH, _out_of_reach),
)
