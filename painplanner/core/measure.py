"""Measures with their range and direction, readings of them, and criteria that a checkpoint asks about."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

from painplanner.core.source import Source
from painplanner.core.values import (
    LINE_LIMIT,
    NAME_LIMIT,
    Impossible,
    LangText,
    Side,
    Value,
    amount,
    sensible_date,
    tidy,
    whole,
)


class Better(StrEnum):
    """Which direction is better; a screen has none."""

    HIGHER = "higher"
    LOWER = "lower"
    NONE = "none"


class MeasureKind(StrEnum):
    """How a number comes about: a score entered, a test timed or counted, a number the patient tracks."""

    SCORE = "score"
    TIMED = "timed"
    COUNT = "count"
    TRACKED = "tracked"
    YES_NO = "yes-no"
    ACTIVITY = "activity"
    RANGE_OF_MOTION = "range-of-motion"


class Change(Value, frozen=True, kw_only=True):
    """A change worth noting (MCID) or beyond error (MDC): absolute or percent of baseline, with its population."""

    amount: Decimal
    percent: bool = False
    population: str = ""
    sources: tuple[Source, ...] = ()

    def __post_init__(self) -> None:
        """Normalise the amount."""
        amount(self, "amount")


class Band(Value, frozen=True, kw_only=True):
    """A named band of scores from `low` to `high`, both included."""

    low: Decimal
    high: Decimal
    label: tuple[LangText, ...]


class Measure(Value, frozen=True, kw_only=True):
    """A measure: what may be entered and how a change reads. Item wording of instruments is never kept.

    `plain_name` is what a patient reads where the clinical name would say nothing, or would frighten. `alert` names the
    one question whose answer above 0 calls for action the same day (PHQ-9: question 9). `weekly` marks a tracked number
    that stands for a whole week (nights slept through), of which one is enough; the others are asked for each day.
    `lasts_s` is how long a test runs by the clock, whose number is what was reached by then; without it a timed test
    is the seconds it took.
    """

    id: str
    name: tuple[LangText, ...]
    plain_name: tuple[LangText, ...] = ()
    kind: MeasureKind = MeasureKind.SCORE
    minimum: Decimal = Decimal(0)
    maximum: Decimal | None = None
    decimals: int = 0
    unit: tuple[LangText, ...] = ()
    better: Better = Better.HIGHER
    functional: bool = True
    mcid: tuple[Change, ...] = ()
    mdc: tuple[Change, ...] = ()
    bands: tuple[Band, ...] = ()
    interval_days: int | None = None
    by_side: bool = False
    weekly: bool = False
    lasts_s: int | None = None
    how_to: tuple[LangText, ...] = ()
    alert: tuple[LangText, ...] = ()
    licence: str = ""
    sources: tuple[Source, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a range that is none or upside down."""
        amount(self, "minimum", low="-1000000")
        amount(self, "maximum", low="-1000000")
        whole(self, "lasts_s", 1, 3600)
        whole(self, "interval_days", 1, 365)
        if self.maximum is not None and self.maximum < self.minimum:
            raise Impossible("range-upside-down", "maximum", low=self.minimum, high=self.maximum)

    @property
    def is_daily(self) -> bool:
        """Tell whether it is asked for each day, so that a week of days counts and not the newest number alone."""
        return self.kind in {MeasureKind.TRACKED, MeasureKind.YES_NO} and not self.weekly


class Reading(Value, frozen=True, kw_only=True):
    """One number measured on one day; a row of the store, never a part of the plan.

    `value_to` closes a range that the patient wrote, whose middle counts; `log` is the filled log it came from. `alert`
    is the answer to the one question of a measure that calls for action the same day, `alert_done_on` when that was
    taken.
    """

    id: str
    patient: str
    measure: str
    on: date
    value: Decimal
    side: Side | None = None
    activity: str = ""
    note: str = ""
    value_to: Decimal | None = None
    log: str = ""
    alert: int | None = None
    alert_done_on: date | None = None

    def __post_init__(self) -> None:
        """Refuse odd dates; ranges are checked against the measure by `check_reading`."""
        sensible_date(self, "on")
        sensible_date(self, "alert_done_on")
        amount(self, "value", low="-1000000")
        amount(self, "value_to", low="-1000000")
        whole(self, "alert", 0, 10)
        tidy(self, "note", LINE_LIMIT)

    @property
    def middle(self) -> Decimal:
        """Return the number that counts: of a range its middle."""
        return self.value if self.value_to is None else (self.value + self.value_to) / 2


def check_reading(measure: Measure, value: Decimal) -> None:
    """Refuse a score outside the range of its measure."""
    over = measure.maximum is not None and value > measure.maximum
    if value < measure.minimum or over:
        raise Impossible("out-of-range", "value", value=value, low=measure.minimum, high=measure.maximum)


class TargetKind(StrEnum):
    """How a target is meant."""

    VALUE = "value"
    CHANGE = "change"
    PERCENT = "percent"
    MCID = "mcid"


class Target(Value, frozen=True, kw_only=True):
    """Reach a value, change by an amount or a percentage, or change by at least the MCID (`amount` unset)."""

    kind: TargetKind = TargetKind.VALUE
    amount: Decimal | None = None

    def __post_init__(self) -> None:
        """Normalise the amount."""
        amount(self, "amount", low="-1000000")


class Criterion(Value, frozen=True, kw_only=True):
    """One question of a checkpoint: a measure from its baseline to its target.

    `name`, `plain_name` and `unit` are the plan's own copy; `activity` is the patient's own activity of a PSFS or goal
    measure. `partly` says from where a target counts as partly reached; unset: from the MCID, else half way.
    """

    measure: str
    name: tuple[LangText, ...] = ()
    plain_name: tuple[LangText, ...] = ()
    unit: tuple[LangText, ...] = ()
    better: Better = Better.HIGHER
    activity: str = ""
    side: Side | None = None
    baseline: Decimal | None = None
    baseline_on: date | None = None
    target: Target | None = None
    partly: Target | None = None

    def __post_init__(self) -> None:
        """Clean and normalise."""
        tidy(self, "activity", NAME_LIMIT)
        amount(self, "baseline", low="-1000000")
        sensible_date(self, "baseline_on")


def target_value(criterion: Criterion, measure: Measure | None = None) -> Decimal | None:
    """Return the number a criterion asks for, worked out from its baseline, or `None` when it cannot be known."""
    target = criterion.target
    if target is None:
        return None
    if target.kind is TargetKind.VALUE:
        return target.amount
    change = _change(criterion, target, measure)
    if change is None or criterion.baseline is None:
        return None
    return criterion.baseline - change if criterion.better is Better.LOWER else criterion.baseline + change


def _change(criterion: Criterion, target: Target, measure: Measure | None) -> Decimal | None:
    """Return by how much better a target is than the baseline; "-2" of a pain score means 2 better, as "2" does."""
    size = None if target.amount is None else abs(target.amount)
    if target.kind is TargetKind.CHANGE:
        return size
    if target.kind is TargetKind.PERCENT and size is not None and criterion.baseline is not None:
        return abs(criterion.baseline) * size / 100
    if target.kind is TargetKind.MCID and measure is not None and measure.mcid:
        mcid = measure.mcid[0]
        if not mcid.percent:
            return mcid.amount
        return None if criterion.baseline is None else abs(criterion.baseline) * mcid.amount / 100
    return None
