"""What is tracked, as figures of a paper: the steps on the axis by names people know, and the numbers in words.

A chart is the one of the screen; who reads it decides the names. Not here: what is said below it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial

from painplanner.core.charts import Chart, ChartWords, Sign, Spot
from painplanner.core.course import Course, Mark, course
from painplanner.core.measure import Measure, Reading
from painplanner.core.plan import Plan
from painplanner.core.tracking import Tracked, tracked
from painplanner.core.treatment import visit_of
from painplanner.core.values import plain
from painplanner.documents.blocks import ChartFigure, Rich
from painplanner.documents.day_words import brief_day
from painplanner.documents.plan_words import measured, patient_name, whole_target
from painplanner.documents.request import Request
from painplanner.documents.words import Words

_LONGEST = 44
"""Characters of the name of a procedure above a chart over the whole width."""


def all_tracked(request: Request, w: Words, *, clinical: bool = False) -> tuple[Tracked, ...]:
    """Return what has numbers on the axis of the plan: what it asks about first, then what was measured besides."""
    of = course(request.plan, request.measures, request.readings, request.today, lang=w.lang)
    signs = _signs(of, request.plan, w, clinical=clinical)
    found = (tracked(one, of, request.today, visit=request.visit, signs=signs) for one in of.series)
    return tuple(one for one in found if one.chart.spots)


def has_progress(plan: Plan, measures: Mapping[str, Measure], readings: Iterable[Reading], today: date) -> bool:
    """Tell whether anything was measured that a chart can show."""
    of = course(plan, measures, readings, today)
    return any(of.first <= reading.on <= of.last for one in of.series for reading in one.readings)


def figure(one: Tracked, lines: Iterable[Rich], w: Words, *, clinical: bool = False) -> ChartFigure:
    """Return the figure of a measure with the lines that are said of it."""
    name, unit = measured(one.series.criterion, w, clinical=clinical), w.text(one.series.criterion.unit)
    target = aim(one)
    chart = replace(one.chart, target=target)
    is_said = not unit or unit.casefold() in name.casefold() or _range_is_said(one, name)
    return ChartFigure(
        title=name if is_said else f"{name}, {unit}",
        lines=tuple(lines),
        chart=chart,
        words=ChartWords(
            target=w.t.gettext("target {value}").format(value=plain(target)) if target is not None else "",
            start=w.t.gettext("start"),
            day=partial(brief_day, w=w),
            number=plain,
        ),
        alt=_in_words(chart, w),
    )


def aim(one: Tracked) -> Decimal | None:
    """Return the target as every paper writes it: a whole number where the measure is counted in such."""
    target = one.series.target
    return whole_target(target, one.series.criterion) if target is not None else None


def _range_is_said(one: Tracked, name: str) -> bool:
    """Tell whether the name says the scale ("Pain, 0 to 10"), so that no unit need follow."""
    most = one.series.measure.maximum
    return most is not None and plain(most) in name.split()


def _in_words(chart: Chart, w: Words) -> str:
    """Return a chart for those who listen: where it begins and aims, then every number with its day."""
    t = w.t
    first, last = brief_day(chart.first, w), brief_day(chart.last, w)
    parts = [
        t.gettext("Chart from {first} to {last}.").format(first=first, last=last),
        _level(t.gettext("At the start: {value}."), chart.baseline),
        _level(t.gettext("Target: {value}."), chart.target),
        t.gettext("Numbers: {numbers}.").format(numbers="; ".join(_spot(spot, w) for spot in chart.spots)),
    ]
    return " ".join(part for part in parts if part)


def _level(text: str, value: Decimal | None) -> str:
    return text.format(value=plain(value)) if value is not None else ""


def _spot(spot: Spot, w: Words) -> str:
    is_range = spot.low is not None and spot.high is not None
    number = f"{plain(spot.low)}\u2013{plain(spot.high)}" if is_range else plain(spot.value)  # type: ignore[arg-type]
    return f"{brief_day(spot.on, w)}, {number}"


def _signs(of: Course, plan: Plan, w: Words, *, clinical: bool) -> tuple[Sign, ...]:
    """Return the steps on the axis: a procedure by its name where that has room, others by their number."""
    return tuple(_sign(mark, plan, w, clinical=clinical) for mark in of.marks)


def _sign(mark: Mark, plan: Plan, w: Words, *, clinical: bool) -> Sign:
    step = w.t.gettext("step {n}").format(n=mark.number)
    name = mark.procedure if clinical or not mark.procedure else _procedure(mark, plan, w)
    short = step if mark.procedure else str(mark.number)
    return Sign(mark.on, name or step, mark.role, short, keeps=bool(mark.procedure), is_ahead=mark.is_ahead)


def _procedure(mark: Mark, plan: Plan, w: Words) -> str:
    """Return the procedure of a step as the patient calls it, nothing where that finds no room."""
    visit = visit_of(plan.steps[mark.number - 1].items)
    name = patient_name(visit, w) if visit is not None else ""
    return name if len(name) <= _LONGEST else ""
