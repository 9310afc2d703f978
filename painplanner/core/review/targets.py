"""Rules of numbers: targets that lie in range, point the right way, mean something and can be reached in time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from painplanner.core.dose import ActivityDose, Progression
from painplanner.core.findings import Severity
from painplanner.core.graded import amount_after, counts_from
from painplanner.core.likeness import is_about
from painplanner.core.measure import Better, Change, Criterion, Measure, target_value
from painplanner.core.plan import Checkpoint
from painplanner.core.review.rule import Rule, Spot, args, cite, on_checkpoint, on_goal
from painplanner.core.review.sight import Sight, Treatment
from painplanner.core.source import SourceTag

STOP, SHOULD, CONSIDER = Severity.STOP, Severity.SHOULD, Severity.CONSIDER

_RANGE = cite(SourceTag.R, "Range and direction of the measure; clinical facts 1 and 10 rule 39")
_KNOWN = cite(SourceTag.D, "Product default: a change needs a baseline to be counted from")
_REAL = cite(SourceTag.R, "Clinical facts 1: use the larger of MCID and MDC; a smaller change is no detectable change")
_REACH = cite(SourceTag.D, "Product default: a target is reachable by the step's own progression")

_MINUTES = frozenset({"min", "minute", "minutes", "mins"})


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


def _is_outside(number: Decimal | None, measure: Measure) -> bool:
    if number is None:
        return False
    return number < measure.minimum or (measure.maximum is not None and number > measure.maximum)


def _number_outside_range(sight: Sight) -> Iterator[Spot]:
    for spot, criterion, measure in _asked(sight):
        if measure is None:
            continue
        for number in (criterion.baseline, target_value(criterion, measure)):
            if number is not None and _is_outside(number, measure):
                given = args(measure=measure.id, value=number, low=measure.minimum, high=measure.maximum)
                yield _at(spot, *given)
                break


def _reading_outside_range(sight: Sight) -> Iterator[Spot]:
    for reading in sight.readings:
        measure = sight.library.measures.get(reading.measure)
        if measure is not None and _is_outside(reading.value, measure):
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
        days = sight.dates.checks.get(check.id, ())
        if not days:
            continue
        ladders = [t for step in dict.fromkeys(check.steps) for t in sight.live_of.get(step, ()) if _is_ladder(t)]
        for criterion in check.criteria if ladders else ():
            yield from _reach_of(check, criterion, ladders, days[-1], sight)


def _is_ladder(treatment: Treatment) -> bool:
    dose = treatment.item.dose
    return isinstance(dose, ActivityDose) and dose.progression is not None and treatment.start is not None


def _reach_of(
    check: Checkpoint, criterion: Criterion, ladders: Iterable[Treatment], day: date, sight: Sight
) -> Iterator[Spot]:
    target = target_value(criterion, sight.library.measures.get(criterion.measure))
    if target is None or criterion.better is not Better.HIGHER:
        return
    units = _units(criterion, sight.library.measures.get(criterion.measure))
    reached = ((reach(treatment, units, day), treatment) for treatment in ladders)
    known = [(value, t) for value, t in reached if value is not None and _is_about(t, criterion)]
    if known and all(value < target for value, _ in known):
        value, treatment = max(known, key=lambda entry: entry[0])
        given = args(measure=criterion.measure, target=target, value=value, on=day, item=treatment.item.id)
        yield on_checkpoint(check, *given)


def _is_about(treatment: Treatment, criterion: Criterion) -> bool:
    """Tell whether a ladder trains what a criterion asks about: their ids, or the patient's words, share a stem."""
    trained = treatment.item.source or " ".join(texts.name for texts in treatment.item.texts)
    return is_about(trained, f"{criterion.measure} {criterion.activity}")


def _units(criterion: Criterion, measure: Measure | None) -> frozenset[str]:
    texts = criterion.unit or (measure.unit if measure is not None else ())
    return frozenset(text.text.strip().lower() for text in texts)


def reach(treatment: Treatment, units: frozenset[str], day: date) -> Decimal | None:
    """Return what a ladder comes to on a day, counted in one of these units, `None` when that cannot be known."""
    dose = treatment.item.dose
    if not isinstance(dose, ActivityDose) or dose.progression is None or treatment.start is None:
        return None
    if not _grows(dose.progression) or not _is_counted_in(dose, units) or day < treatment.start:
        return None
    last = min(day, treatment.end) if treatment.end is not None else day
    return amount_after(dose, (last - counts_from(treatment.item, treatment.start)).days)


def _grows(rule: Progression) -> bool:
    return rule.every_days is not None and (rule.add is not None or rule.percent is not None)


def _is_counted_in(dose: ActivityDose, units: frozenset[str]) -> bool:
    """Tell whether what grows, the minutes or else the distance, is counted in one of these units."""
    if dose.minutes is not None:
        return not units.isdisjoint(_MINUTES)
    return dose.distance_unit.strip().lower() in units


RULES = (
    Rule("number-outside-range", SHOULD, _RANGE, _number_outside_range),
    Rule("reading-outside-range", STOP, _RANGE, _reading_outside_range),
    Rule("target-unknown", SHOULD, _KNOWN, _target_unknown),
    Rule("target-not-better", SHOULD, _RANGE, _target_not_better),
    Rule("target-within-error", CONSIDER, _REAL, _target_within_error),
    Rule("target-out-of-reach", SHOULD, _REACH, _out_of_reach),
)
