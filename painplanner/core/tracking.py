"""One thing that is tracked, on one day: its chart, how it stands, and how it moved since when.

What the Progress page shows and the progress report prints come from here. Not here: words.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from painplanner.core.charts import Chart, Sign
from painplanner.core.course import Course, Series, chart_of
from painplanner.core.progress.judge import CriterionResult, judge_criterion
from painplanner.core.progress.since import Since, Win, WinKind, since
from painplanner.core.values import Value


class Tracked(Value, frozen=True, kw_only=True):
    """A series of a course with its chart on the axis of all, what the numbers say of it, and what changed."""

    series: Series
    chart: Chart
    found: CriterionResult
    moved: Since


def tracked(
    series: Series, of: Course, today: date, *, visit: date | None = None, signs: tuple[Sign, ...] = ()
) -> Tracked:
    """Return how a series stands; `visit` is the last one before that day, `signs` the marks of its course in words."""
    criterion = series.criterion
    return Tracked(
        series=series,
        chart=chart_of(series, of, today, signs),
        found=judge_criterion(criterion, series.measure, series.readings, today),
        moved=since(
            series.readings,
            criterion.better,
            measure=series.measure,
            on=today,
            visit=visit,
            baseline=criterion.baseline,
            baseline_on=criterion.baseline_on,
            target=series.target,
        ),
    )


def told(wins: Iterable[Win]) -> tuple[Win, ...]:
    """Return what is called out: where a target is reached, that says more than the best number so far."""
    known = tuple(wins)
    is_reached = any(win.kind is WinKind.TARGET for win in known)
    return tuple(win for win in known if not (is_reached and win.kind is WinKind.BEST))
