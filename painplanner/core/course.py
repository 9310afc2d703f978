"""The course of a patient: one series for each thing that a plan asks about or that was measured, on one time axis.

A series becomes a chart with its baseline, target and band; steps, procedures and flares stand on the axis of all.
Not here: words, and how a chart is drawn.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from painplanner.core.activities import asked_side, goal_criterion, same_words
from painplanner.core.charts import Chart, Sign, Spot, Stretch
from painplanner.core.known_dates import KnownDates, known_dates
from painplanner.core.measure import Criterion, Measure, MeasureKind, Reading
from painplanner.core.outline import CLOSED
from painplanner.core.plan import Flare, Plan, Purpose, Step, StepStatus, item_name, texts_in
from painplanner.core.progress.judge import aim_of, default_mcid
from painplanner.core.progress.standing import WEEK, Standing, at_side, by_day, series_of
from painplanner.core.treatment import visit_of
from painplanner.core.values import Side, Value, replace

BEFORE_DAYS = 28
"""How far before the plan the axis reaches back for numbers that were measured then."""
AHEAD_DAYS = 28
"""How far beyond today the axis goes, at most, to show the day of the next look."""
AFTER_DAYS = 7
LEAST_DAYS = 28
LABEL = 28
"""Characters of the longest name that stands on the axis."""
_ROLES = {
    Purpose.RELIEF: "relief",
    Purpose.DIAGNOSTIC: "diagnostic",
    Purpose.ROOT_CAUSE: "root_cause",
    Purpose.SELF_MANAGEMENT: "self_management",
}


class Series(Value, frozen=True, kw_only=True):
    """The readings of one measure, side and activity, oldest first, and what is asked of them.

    `is_asked` says that a checkpoint or goal of the plan asks; else the criterion only names what was measured.
    `entered` is what was written down; it differs from `readings` where those are the means of several activities.
    """

    criterion: Criterion
    measure: Measure
    readings: tuple[Reading, ...] = ()
    entered: tuple[Reading, ...] = ()
    is_asked: bool = False

    @property
    def key(self) -> str:
        """Return what tells one series from another."""
        return _key(self.criterion)

    @property
    def target(self) -> Decimal | None:
        """Return the number that is asked for."""
        return aim_of(self.criterion, self.measure)


class Mark(Value, frozen=True, kw_only=True):
    """A step on the axis: its day, its number, the role of its colour, and the name of a procedure in it."""

    on: date
    number: int
    role: str
    procedure: str = ""
    is_ahead: bool = False


class Course(Value, frozen=True, kw_only=True):
    """All series of a patient with the time axis they share, both days included."""

    first: date
    last: date
    series: tuple[Series, ...] = ()
    marks: tuple[Mark, ...] = ()
    flares: tuple[Stretch, ...] = ()


def course(
    plan: Plan | None,
    measures: Mapping[str, Measure],
    readings: Iterable[Reading],
    today: date,
    *,
    lang: str = "en",
    also: Sequence[str] = (),
) -> Course:
    """Return the course up to today; `also` names measures that are to be shown without a number or a question yet."""
    known = tuple(sorted((r for r in readings if r.measure in measures), key=lambda r: r.on))
    dates = known_dates(plan, today) if plan is not None else KnownDates()
    found: dict[str, Series] = {}
    for criterion, is_asked in _wanted(plan, measures, known, today, dates, also):
        series = _series(criterion, measures[criterion.measure], known, is_asked=is_asked)
        found.setdefault(series.key, series)
    first, last = _axis(plan, dates, known, today)
    return Course(
        first=first,
        last=last,
        series=tuple(found.values()),
        marks=tuple(_marks(plan, dates, today, lang)) if plan is not None else (),
        flares=tuple(Stretch(f.on, _flare_end(f, today)) for f in plan.flares) if plan is not None else (),
    )


def _series(criterion: Criterion, measure: Measure, known: tuple[Reading, ...], *, is_asked: bool) -> Series:
    return Series(
        criterion=criterion, measure=measure, readings=series_of(measure, known, criterion),
        entered=_entered(criterion, measure, known), is_asked=is_asked,
    )  # fmt: skip


def chart_of(series: Series, of: Course, today: date, signs: tuple[Sign, ...] = ()) -> Chart:
    """Return the chart of a series on the axis of its course; `signs` are the marks of the course in words."""
    measure, criterion = series.measure, series.criterion
    is_by_week = measure.is_daily and measure.kind is MeasureKind.YES_NO
    return Chart(
        spots=_weeks(series, of) if is_by_week else _spots(series, of),
        first=of.first,
        last=of.last,
        minimum=measure.minimum,
        maximum=Decimal(WEEK) if is_by_week else measure.maximum,
        baseline=criterion.baseline,
        target=series.target,
        mcid=default_mcid(measure, criterion.baseline) if criterion.baseline is not None else None,
        signs=signs,
        flares=of.flares,
        gap_days=gap_days(measure),
        is_whole=measure.decimals == 0,
        today=today,
    )


def gap_days(measure: Measure) -> int:
    """Return how far apart two numbers may lie before a line between them would hide a gap."""
    if measure.is_daily:
        return 3
    return max(10, (measure.interval_days or 28) * 8 // 5)


def _spots(series: Series, of: Course) -> tuple[Spot, ...]:
    mine = [r for r in series.readings if of.first <= r.on <= of.last]
    ends: dict[date, Reading] = {r.on: r for r in mine if r.value_to is not None}
    return tuple(
        Spot(on, value, ends[on].value, ends[on].value_to) if on in ends else Spot(on, value)
        for on, value in by_day(series.measure, mine).items()
    )


def _weeks(series: Series, of: Course) -> tuple[Spot, ...]:
    """Return a yes or no of each day as days a week, on every day by which enough of the last seven are filled."""
    known = [r.on for r in series.readings]
    found: list[Spot] = []
    for day in sorted({on for on in known if of.first <= on <= of.last}):
        week = series.readings[bisect_left(known, day - timedelta(days=WEEK)) : bisect_right(known, day)]
        at = at_side(series.measure, week, day)
        if isinstance(at, Standing):
            found.append(Spot(day, at.value))
    return tuple(found)


# What is shown


def _key(criterion: Criterion) -> str:
    return f"{criterion.measure}|{criterion.side or ''}|{same_words(criterion.activity)}"


def _wanted(
    plan: Plan | None,
    measures: Mapping[str, Measure],
    readings: Sequence[Reading],
    today: date,
    dates: KnownDates,
    also: Sequence[str],
) -> Iterator[tuple[Criterion, bool]]:
    """Yield what the plan asks, the next look first; then what was measured besides, and what is to be measured."""
    seen: set[str] = set()
    for criterion in _asked(plan, measures, today, dates) if plan is not None else ():
        measure = measures.get(criterion.measure)
        if measure is None:
            continue
        for side in _sides(criterion, measure, plan, readings):
            one: Criterion = replace(criterion, side=side)
            seen.add(_key(one))
            seen.update(_key(bare_criterion(measure, r.side, r.activity)) for r in _entered(one, measure, readings))
            yield one, True
    for reading in reversed(readings):
        bare = bare_criterion(measures[reading.measure], reading.side, reading.activity)
        if _key(bare) not in seen:
            seen.add(_key(bare))
            yield bare, False
    for wanted in also:
        if wanted in measures and not any(key.startswith(f"{wanted}|") for key in seen):
            yield bare_criterion(measures[wanted]), False


def _entered(criterion: Criterion, measure: Measure, readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """Return what was written down for a criterion: where it asks for the mean of activities, every one of them."""
    if measure.kind is not MeasureKind.ACTIVITY or criterion.activity:
        return series_of(measure, readings, criterion)
    rated = (r for r in readings if r.measure == measure.id)
    return tuple(r for r in rated if series_of(measure, (r,), criterion))


def bare_criterion(measure: Measure, side: Side | None = None, activity: str = "") -> Criterion:
    """Return what is asked of a measure without a start and a target."""
    return Criterion(
        measure=measure.id,
        name=measure.name,
        plain_name=measure.plain_name,
        unit=measure.unit,
        better=measure.better,
        side=side,
        activity=activity,
    )


def _asked(plan: Plan, measures: Mapping[str, Measure], today: date, dates: KnownDates) -> Iterator[Criterion]:
    """Yield the criteria of open checkpoints by day, then of goals, then of what was decided."""
    closed = {step.id for step in plan.steps if step.status in CLOSED}

    def order(place: int) -> tuple[bool, date, int]:
        check = plan.checkpoints[place]
        days = dates.checks.get(check.id, ())
        coming = next((day for day in days if day >= today), days[-1] if days else date.max)
        return bool(check.steps) and closed.issuperset(check.steps), coming, place

    ordered = [(order(place), check) for place, check in enumerate(plan.checkpoints)]
    ordered.sort(key=lambda one: one[0])
    for (is_over, _day, _place), check in ordered:
        if not is_over:
            yield from check.criteria
    for goal in plan.goals:
        criterion = goal_criterion(goal, measures)
        if criterion is not None:
            yield criterion
    for (is_over, _day, _place), check in ordered:
        if is_over:
            yield from check.criteria


def _sides(
    criterion: Criterion, measure: Measure, plan: Plan | None, readings: Sequence[Reading]
) -> tuple[Side | None, ...]:
    side = asked_side(criterion, measure, plan)
    if side is Side.BOTH:
        return (Side.LEFT, Side.RIGHT)
    if side is None and measure.by_side:
        read = {r.side for r in readings if r.measure == measure.id}
        return tuple(one for one in (Side.LEFT, Side.RIGHT) if one in read) or (None,)
    return (side,)


# The axis


def _axis(plan: Plan | None, dates: KnownDates, readings: Sequence[Reading], today: date) -> tuple[date, date]:
    """Return the first and last day: from the start of the plan, or numbers just before it, to the next look."""
    starts = [day for day in (plan.start if plan else None, dates.first_day) if day is not None]
    begun: date | None = min(starts) if starts else None
    read = [r.on for r in readings if begun is None or r.on >= begun - timedelta(days=BEFORE_DAYS)]
    opening = [*read, today] if begun is None or begun > today else [*read, today, begun]
    first: date = min(opening)
    ahead = sorted(day for days in dates.checks.values() for day in days if day > today)
    near = [day for day in ahead[:1] if (day - today).days <= AHEAD_DAYS] or [today + timedelta(days=AFTER_DAYS)]
    last: date = max([today, *read, *near])
    return first, max(last, first + timedelta(days=LEAST_DAYS))


def _marks(plan: Plan, dates: KnownDates, today: date, lang: str) -> Iterator[Mark]:
    for place, step in enumerate(plan.steps, 1):
        span = dates.spans.get(step.id)
        if span is None or step.status is StepStatus.SKIPPED:
            continue
        role = "muted" if step.purpose is None else _ROLES[step.purpose]
        is_ahead = span.start > today
        yield Mark(on=span.start, number=place, role=role, procedure=_procedure(step, lang), is_ahead=is_ahead)


def _procedure(step: Step, lang: str) -> str:
    """Return the procedure of a step by a name that finds room on an axis: its own, else that of the step."""
    visit = visit_of(step.items)
    if visit is None:
        return ""
    own = item_name(visit, lang).split("(")[0].split(",")[0].strip()
    names = (own, step.title, texts_in(step.words, lang).name)
    return next((name for name in names if name and len(name) <= LABEL), "")


def _flare_end(flare: Flare, today: date) -> date:
    """Return the last day of a flare; on the day it is back by, the full plan is done."""
    return max(flare.on, today if flare.back_on is None else flare.back_on - timedelta(days=1))
