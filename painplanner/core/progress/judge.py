"""What the numbers say of a checkpoint: met, partly or not met, or not enough to say, and what its rule makes of that.

The result is only worked out here; what counts is decided by the clinician (`core.edits.deciding`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum

from painplanner.core.activities import asked_side
from painplanner.core.checkpoint import Action, Checkpoint, Combine, Outcome
from painplanner.core.known_dates import KnownDates
from painplanner.core.measure import Better, Change, Criterion, Measure, Reading, TargetKind, target_value
from painplanner.core.plan import Plan
from painplanner.core.progress.rules import rule_of
from painplanner.core.progress.standing import NotEnough, Standing, most_asked, standing
from painplanner.core.source import SourceTag
from painplanner.core.values import Value, replace

_RANKS = {Outcome.NOT_MET: 0, Outcome.PARTLY: 1, Outcome.MET: 2}
_RELATIVE = frozenset({TargetKind.PERCENT, TargetKind.MCID})


class Gap(StrEnum):
    """Why a criterion cannot be judged."""

    NUMBERS = "numbers"
    TARGET = "target"
    BASELINE = "baseline"
    DIRECTION = "direction"
    MEASURE = "measure"


class CriterionResult(Value, frozen=True, kw_only=True):
    """What the numbers say of one criterion.

    `change` is how much better it is than the baseline, below 0 worse. `mcid` and `mdc` are the amounts of change that
    matter and that are beyond error, with the tags of their sources; `is_mcid` and `is_mdc` are `None` where no such
    amount, or no change, is known. `is_at_end` says that the target lies beyond the scale and its best end was reached.
    `gap` says why there is no outcome.
    """

    criterion: Criterion
    standing: Standing | NotEnough | None = None
    target: Decimal | None = None
    change: Decimal | None = None
    mcid: Decimal | None = None
    mdc: Decimal | None = None
    mcid_tag: str = ""
    mdc_tag: str = ""
    is_mcid: bool | None = None
    is_mdc: bool | None = None
    is_at_end: bool = False
    outcome: Outcome | None = None
    gap: Gap | None = None


class CheckResult(Value, frozen=True, kw_only=True):
    """What the numbers say of a checkpoint (by its id) on a day; `action` is what its rule says then."""

    checkpoint: str
    on: date
    outcome: Outcome | None = None
    parts: tuple[CriterionResult, ...] = ()
    action: Action | None = None


def judge(
    checkpoint: Checkpoint,
    measures: Mapping[str, Measure],
    readings: Iterable[Reading],
    on: date,
    *,
    since: date | None = None,
    looked_on: date | None = None,
) -> CheckResult:
    """Return what the readings up to a day say of a checkpoint, read as in `standing`."""
    known = tuple(readings)
    parts = tuple(
        judge_criterion(c, measures.get(c.measure), known, on, since=since, looked_on=looked_on)
        for c in checkpoint.criteria
    )
    outcome = combined(checkpoint, [part.outcome for part in parts])
    return CheckResult(
        checkpoint=checkpoint.id, on=on, outcome=outcome, parts=parts, action=rule_of(checkpoint, outcome)
    )


def judge_in(
    plan: Plan,
    checkpoint: Checkpoint,
    dates: KnownDates,
    measures: Mapping[str, Measure],
    readings: Iterable[Reading],
    on: date,
) -> CheckResult:
    """Judge a checkpoint of a plan: by what was read in its steps, and what is new since it was last decided.

    Where a measure tells sides apart and the criterion does not, the painful side of the plan is asked.
    """
    asked = tuple(replace(c, side=asked_side(c, measures.get(c.measure), plan)) for c in checkpoint.criteria)
    return judge(
        replace(checkpoint, criteria=asked),
        measures,
        readings,
        on,
        since=first_day(checkpoint, dates),
        looked_on=last_decided(plan, checkpoint.id, on),
    )


def first_day(checkpoint: Checkpoint, dates: KnownDates) -> date | None:
    """Return the first day of the steps that a checkpoint looks at, `None` where that is not known."""
    spans = (dates.spans.get(step) for step in checkpoint.steps)
    return min((span.start for span in spans if span is not None), default=None)


def last_decided(plan: Plan, checkpoint_id: str, before: date) -> date | None:
    """Return the last day before another on which a checkpoint, or another one that asks the same, was decided."""
    alike = _alike(plan, checkpoint_id)
    return max((d.on for d in plan.decisions if d.checkpoint in alike and d.on < before), default=None)


def _alike(plan: Plan, checkpoint_id: str) -> frozenset[str]:
    """Return the checkpoints (by id) that ask the same of the same steps: a number decided on at one is old to all."""
    asked = [(check.steps, check.criteria) for check in plan.checkpoints if check.id == checkpoint_id]
    return frozenset({checkpoint_id, *(c.id for c in plan.checkpoints if (c.steps, c.criteria) in asked)})


def judge_criterion(
    criterion: Criterion,
    measure: Measure | None,
    readings: Iterable[Reading],
    on: date,
    *,
    since: date | None = None,
    looked_on: date | None = None,
) -> CriterionResult:
    """Return what the readings up to a day say of one criterion."""
    if measure is None:
        return CriterionResult(criterion=criterion, gap=Gap.MEASURE)
    now = standing(measure, readings, criterion, on, since=since, looked_on=looked_on)
    target = aim_of(criterion, measure)
    seen = CriterionResult(criterion=criterion, standing=now, target=target)
    if isinstance(now, NotEnough):
        return replace(seen, gap=Gap.NUMBERS)
    seen = _with_change(seen, measure, gain(criterion, now.value))
    seen = replace(seen, is_at_end=_is_at_end(criterion, measure, target, now.value))
    outcome, gap = _outcome(seen, measure, now.value)
    return replace(seen, outcome=outcome, gap=gap)


def _is_at_end(criterion: Criterion, measure: Measure, target: Decimal | None, value: Decimal) -> bool:
    """Tell whether a number is the best there can be, and a target worked out from the baseline lies beyond it."""
    end = measure.minimum if criterion.better is Better.LOWER else most_asked(measure)
    is_worked_out = criterion.target is not None and criterion.target.kind is not TargetKind.VALUE
    if not is_worked_out or target is None or end is None or criterion.better is Better.NONE:
        return False
    return not reaches(end, target, criterion.better) and reaches(value, end, criterion.better)


def aim_of(criterion: Criterion, measure: Measure | None) -> Decimal | None:
    """Return the number a criterion asks for; a share of nothing asks for nothing and is no target."""
    number = target_value(criterion, measure)
    is_relative = criterion.target is not None and criterion.target.kind in _RELATIVE
    return None if is_relative and number == criterion.baseline else number


def gain(criterion: Criterion, value: Decimal) -> Decimal | None:
    """Return how much better a number is than the baseline, below 0 where it is worse."""
    if criterion.baseline is None or criterion.better is Better.NONE:
        return None
    return criterion.baseline - value if criterion.better is Better.LOWER else value - criterion.baseline


def reaches(value: Decimal, target: Decimal, better: Better) -> bool:
    """Tell whether a number is as good as another."""
    return value <= target if better is Better.LOWER else value >= target


def default_mcid(measure: Measure, baseline: Decimal | None) -> Decimal | None:
    """Return the change that matters: the first of a measure is the default of the product."""
    return _amount(measure.mcid[:1], baseline)


def sourced_mdc(measure: Measure, baseline: Decimal | None) -> Decimal | None:
    """Return the change beyond error, where a publication says one: a default of the product does not count.

    The first source is that of the number; what it was worked out from may stand behind it.
    """
    return _amount(measure.mdc[:1], baseline) if _tag(measure.mdc) not in {"", SourceTag.D} else None


def _amount(changes: Sequence[Change], baseline: Decimal | None) -> Decimal | None:
    for change in changes:
        if change.percent and baseline is None:
            return None
        amount = abs(baseline or Decimal(0)) * change.amount / 100 if change.percent else change.amount
        return amount or None
    return None


def _tag(changes: Sequence[Change]) -> str:
    """Return the tag of the first source of the default change, the empty string where it has none."""
    sources = changes[0].sources if changes else ()
    return sources[0].tag.value if sources else ""


def _with_change(seen: CriterionResult, measure: Measure, change: Decimal | None) -> CriterionResult:
    baseline = seen.criterion.baseline
    mcid, mdc = default_mcid(measure, baseline), sourced_mdc(measure, baseline)
    return replace(
        seen,
        change=change,
        mcid=mcid,
        mdc=mdc,
        mcid_tag=_tag(measure.mcid),
        mdc_tag=_tag(measure.mdc),
        is_mcid=None if change is None or mcid is None else change >= mcid,
        is_mdc=None if change is None or mdc is None else abs(change) >= mdc,
    )


def _outcome(seen: CriterionResult, measure: Measure, value: Decimal) -> tuple[Outcome | None, Gap | None]:
    """Return the outcome of a number, or why there is none."""
    criterion = seen.criterion
    if criterion.better is Better.NONE:
        return None, Gap.DIRECTION
    if seen.target is None:
        needs_start = criterion.target is not None and criterion.target.kind is not TargetKind.VALUE
        return None, Gap.BASELINE if needs_start and criterion.baseline is None else Gap.TARGET
    if seen.is_at_end or reaches(value, seen.target, criterion.better):
        return Outcome.MET, None
    least = partly_from(criterion, measure)
    if least is None:  # from here to the target may be half way or none of it
        return None, Gap.BASELINE
    return (Outcome.PARTLY if reaches(value, least, criterion.better) else Outcome.NOT_MET), None


def partly_from(criterion: Criterion, measure: Measure | None) -> Decimal | None:
    """Return the number from which a target is partly reached: as it was said, else by the MCID, else half way.

    A change inside the error of a measure is none (clinical facts 1: the larger of MCID and MDC counts).
    """
    said = aim_of(replace(criterion, target=criterion.partly), measure)
    target, start = aim_of(criterion, measure), criterion.baseline
    if said is not None or target is None or start is None or measure is None:
        return said
    mcid, mdc = default_mcid(measure, start), sourced_mdc(measure, start)
    wanted = max(mcid if mcid is not None else abs(target - start) / 2, mdc or Decimal(0))
    return start - wanted if criterion.better is Better.LOWER else start + wanted


def combined(checkpoint: Checkpoint, outcomes: Sequence[Outcome | None]) -> Outcome | None:
    """Join the outcomes of the criteria; where what is missing could change the result, there is none yet."""
    if not outcomes:
        return None
    worst = _joined(checkpoint, [outcome or Outcome.NOT_MET for outcome in outcomes])
    best = _joined(checkpoint, [outcome or Outcome.MET for outcome in outcomes])
    return worst if worst is best else None


def _joined(checkpoint: Checkpoint, outcomes: Sequence[Outcome]) -> Outcome:
    """Return met where enough criteria are met, not met where none is even partly, else partly."""
    if outcomes.count(Outcome.MET) >= needed(checkpoint):
        return Outcome.MET
    return Outcome.PARTLY if any(_RANKS[outcome] > 0 for outcome in outcomes) else Outcome.NOT_MET


def needed(checkpoint: Checkpoint) -> int:
    """Return how many of its criteria a checkpoint asks for; never more than it has."""
    every = len(checkpoint.criteria)
    if checkpoint.combine is Combine.ANY:
        return 1
    return min(checkpoint.at_least or every, every) if checkpoint.combine is Combine.AT_LEAST else every
