"""The Progress page in words: how each measure stands, what moved since when, and which checkpoint waits to be decided.

Numbers and charts are worked out in `core`; here they are said for the clinician. Not here: widgets.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from painplanner.core.charts import Chart, ChartWords, Sign, Spot
from painplanner.core.checkpoint import Outcome
from painplanner.core.course import Course, Series, course
from painplanner.core.measure import Measure, Reading
from painplanner.core.plan import Plan
from painplanner.core.progress.judge import CriterionResult, Gap
from painplanner.core.progress.since import Since
from painplanner.core.progress.standing import NotEnough, Standing
from painplanner.core.tracking import told, tracked
from painplanner.core.values import plain, text_in
from painplanner.services.readings import number_words, reading_words
from painplanner.services.words import measure_words
from painplanner.services.words.days import day_words, month_names
from painplanner.services.words.results import moved_sentence, win_sentence
from painplanner.text import _, ngettext

if TYPE_CHECKING:
    from painplanner.store import Store


@dataclass(frozen=True)
class Row:
    """One measure as the page shows it; `tone` is the role of the colour that goes with the words of `now`."""

    series: Series
    chart: Chart
    title: str
    unit: str
    now: str
    tone: str
    moved: tuple[str, ...]
    wins: tuple[str, ...]
    is_met: bool | None

    @property
    def key(self) -> str:
        """Return the key of its series."""
        return self.series.key

    @property
    def is_only_chosen(self) -> bool:
        """Tell whether it stands here for nothing but that it was chosen."""
        return not self.series.is_asked and not self.series.entered


@dataclass(frozen=True)
class Progress:
    """The whole page: its measures on one axis, and what is said of all of them."""

    rows: tuple[Row, ...]
    headline: str
    wins: tuple[str, ...]
    alerts: tuple[Reading, ...]


def progress(
    plan: Plan | None,
    measures: Mapping[str, Measure],
    readings: Iterable[Reading],
    today: date,
    *,
    lang: str = "en",
    visit: date | None = None,
    also: tuple[str, ...] = (),
) -> Progress:
    """Return what the page shows on a day; `visit` is the last one before it."""
    known = tuple(readings)
    found = course(plan, measures, known, today, lang=lang, also=also)
    signs = _signs(found)
    rows = tuple(_row(series, found, signs, today, visit, lang) for series in found.series)
    return Progress(
        rows=rows,
        headline=_headline(rows),
        wins=tuple(win for row in rows for win in row.wins),
        alerts=tuple(r for r in known if r.alert and r.alert_done_on is None),
    )


def last_visit(store: Store, plan: Plan, today: date) -> date | None:
    """Return the last day before today on which a revision was made or something decided."""
    made = (revision.at.astimezone().date() for revision in store.revisions(plan.id) if str(revision.state) == "final")
    decided = (decision.on for decision in plan.decisions)
    return max((day for day in (*made, *decided) if day < today), default=None)


def chart_words(row: Row) -> ChartWords:
    """Return the words that stand on a chart."""
    target = row.series.target
    return ChartWords(
        target=_("target {n}").format(n=plain(target)) if target is not None else "",
        start=_("start"),
        day=short_day,
        number=plain,
    )


def short_day(day: date) -> str:
    """Write a day without its year: "12 Jan"."""
    return f"{day.day} {month_names()[day.month - 1]}"


def spot_words(spot: Spot, unit: str) -> str:
    """Return one point of a chart: "Mon 12 Jan 2026: 24 minutes"."""
    number = number_words(spot.value, unit) if spot.low is None else number_words(spot.low, unit, spot.high)
    return f"{day_words(spot.on)}: {number}"


def unit_words(series: Series, lang: str) -> str:
    """Return the unit of a series."""
    return text_in(series.criterion.unit or series.measure.unit, lang)


# One measure


def _row(series: Series, of: Course, signs: tuple[Sign, ...], today: date, visit: date | None, lang: str) -> Row:
    seen = tracked(series, of, today, visit=visit, signs=signs)
    unit = unit_words(series, lang)
    title = measure_words(series.criterion, lang)
    now, tone = _now(seen.found, series, lang)
    outcome = seen.found.outcome
    return Row(
        series=series,
        chart=seen.chart,
        title=title,
        unit=unit,
        now=now,
        tone=tone,
        moved=_moved(seen.moved),
        wins=tuple(win_sentence(win, title, unit) for win in told(seen.moved.wins)),
        is_met=None if series.target is None or outcome is None else outcome is Outcome.MET,
    )


def _moved(found: Since) -> tuple[str, ...]:
    """Return what moved since the last visit, then since the start; the same days are said once."""
    deltas = [delta for delta in (found.visit, found.start) if delta is not None]
    sentences = (moved_sentence(delta) for delta in deltas)
    return tuple(dict.fromkeys(f"{text[:1].upper()}{text[1:]}" for text in sentences))


def _now(found: CriterionResult, series: Series, lang: str) -> tuple[str, str]:
    """Return how a measure stands in a few words, with the role of their colour."""
    standing, baseline = found.standing, series.criterion.baseline
    if not isinstance(standing, Standing):
        return _unknown(standing, series, lang), "muted"
    way = plain(standing.value) if baseline is None else f"{plain(baseline)} → {plain(standing.value)}"
    words, tone = _judged(found)
    return (f"{way}, {words}" if words else way), tone


def _judged(found: CriterionResult) -> tuple[str, str]:
    if found.outcome is Outcome.MET:
        return _("target met"), "done"
    if found.change is not None and found.change < 0 and found.is_mdc is not False:
        return _("worse than at the start"), "stop"
    if found.outcome is Outcome.PARTLY:
        return _("target partly met"), "consider"
    if found.is_mdc is False and found.outcome is not None:
        return _("no detectable change yet"), "consider"
    if found.is_mcid and found.mcid is not None:
        return _("more than the change that matters ({n})").format(n=plain(found.mcid)), "done"
    if found.outcome is Outcome.NOT_MET or (found.gap is Gap.BASELINE and found.target is not None):
        return _("target not met yet"), "consider"
    if found.change == 0:
        return _("no change"), "muted"
    return (_("a little better"), "text") if found.change is not None else ("", "text")


def _unknown(standing: Standing | NotEnough | None, series: Series, lang: str) -> str:
    """Return why there is no number now, with the one that was there last."""
    if isinstance(standing, NotEnough) and standing.count:
        few = ngettext("{n} of {of} days filled, not enough", "{n} of {of} days filled, not enough", standing.count)
        return few.format(n=standing.count, of=standing.of)
    if series.readings:
        last = series.readings[-1]
        number = reading_words(last, series.measure, unit_words(series, lang))
        return _("last {number} on {day}").format(number=number, day=short_day(last.on))
    if series.criterion.baseline is not None:
        return _("{n} at the start").format(n=plain(series.criterion.baseline))
    return _("nothing measured yet")


def _headline(rows: tuple[Row, ...]) -> str:
    """Return how many of the measures with a target are there."""
    judged = [row for row in rows if row.series.is_asked and row.series.target is not None]
    met = sum(1 for row in judged if row.is_met)
    said = ngettext("{met} of {n} measure at its target", "{met} of {n} measures at their target", len(judged))
    return said.format(met=met, n=len(judged)) if judged else ""


def _signs(of: Course) -> tuple[Sign, ...]:
    """Return the steps on the axis in words: a procedure by its name, others by their number."""
    return tuple(
        Sign(
            mark.on,
            mark.procedure or _("step {n}").format(n=mark.number),
            mark.role,
            _("step {n}").format(n=mark.number) if mark.procedure else str(mark.number),
            keeps=bool(mark.procedure),
            is_ahead=mark.is_ahead,
        )
        for mark in of.marks
    )
