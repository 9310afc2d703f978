"""The progress report for colleagues: charts two in a row with baseline, target, MCID and MDC, then what was decided.

Clinical names and abbreviations stand here; the one for the patient is `progress_report`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

import msgspec

from painplanner.core.checkpoint import Outcome
from painplanner.core.known_dates import KnownDates, known_dates
from painplanner.core.measure import Change
from painplanner.core.plan import Flare, Item, Plan, items_of
from painplanner.core.progress.standing import NotEnough, Standing
from painplanner.core.source import Source
from painplanner.core.tracking import Tracked
from painplanner.core.values import plain
from painplanner.documents.blocks import Block, Bullets, Charts, Document, Heading, Message, Rich, rich
from painplanner.documents.case_words import problem_title
from painplanner.documents.chart_figures import all_tracked, figure, has_progress
from painplanner.documents.day_words import short_day
from painplanner.documents.dose_words import item_facts
from painplanner.documents.happened import (
    adherence_lines,
    change_words,
    decision,
    medicine_days,
    medicine_dose,
    tag_key,
)
from painplanner.documents.kind import Kind, Reader
from painplanner.documents.paper import paper, paper_words
from painplanner.documents.plan_words import target_words, with_unit
from painplanner.documents.request import Request
from painplanner.documents.words import Words, listed

MOST_CHARTS = 12
_FACTS = re.compile(r",? clinical facts [\d., ]*\d")


def team_report(request: Request) -> Document:
    """Return the progress report for colleagues; it is never set in large print, which is the patient's."""
    w, plan = paper_words(request), request.plan
    shown = all_tracked(request, w, clinical=True)[:MOST_CHARTS]
    dates = known_dates(plan, request.today)
    t = w.t
    blocks = (
        Message(_message(plan, shown, w)),
        *((Charts(tuple(figure(one, _facts(one, w), w, clinical=True) for one in shown), abreast=True),) * bool(shown)),
        *_section(t.gettext("Decisions so far"), (decision(one, plan, w) for one in plan.decisions)),
        *_section(t.gettext("Exercises at home, from the logs"), adherence_lines(request, w)),
        *_section(t.gettext("Flares"), (_flare(flare, plan, w) for flare in plan.flares)),
        *_section(t.gettext("Medicines"), _medicines(request, dates, w)),
        *_section(t.gettext("Sources of MCID and MDC"), _sources(shown, w)),
    )
    made = paper(request, KIND.id, t.gettext("Progress report"), blocks)
    return msgspec.structs.replace(made, large=False, is_close=True)


def _section(title: str, lines: Iterable[Rich]) -> tuple[Block, ...]:
    known = tuple(lines)
    return (Heading(title), Bullets(known)) if known else ()


def _message(plan: Plan, shown: Sequence[Tracked], w: Words) -> Rich:
    t = w.t
    aimed = [one for one in shown if one.series.is_asked and one.series.target is not None]
    met = sum(1 for one in aimed if one.found.outcome is Outcome.MET)
    said = t.ngettext("{met} of {n} target reached.", "{met} of {n} targets reached.", len(aimed))
    title = problem_title(plan, w)
    since = t.gettext("Since {day}.").format(day=short_day(plan.start, w)) if plan.start is not None else ""
    lead = " ".join(part for part in (f"{title}." if title else "", since) if part)
    return rich(f"{lead} ", said.format(met=met, n=len(aimed))) if aimed else rich(lead or t.gettext("Progress report"))


# What is said of a measure


def _facts(one: Tracked, w: Words) -> tuple[Rich, ...]:
    lines = (_baseline(one, w), _now(one, w), _target(one, w), change_words(one.found, w))
    return tuple(rich(line) for line in lines if line)


def _baseline(one: Tracked, w: Words) -> str:
    criterion = one.series.criterion
    if criterion.baseline is None:
        return ""
    number = with_unit(criterion.baseline, criterion, w)
    if criterion.baseline_on is None:
        return w.t.gettext("Baseline {value}.").format(value=number)
    return w.t.gettext("Baseline {value} on {day}.").format(value=number, day=short_day(criterion.baseline_on, w))


def _now(one: Tracked, w: Words) -> str:
    t, standing = w.t, one.found.standing
    if isinstance(standing, Standing):
        value = plain(standing.value)
        if standing.value_from_days:
            words = t.gettext("Now {value}: {n} of the last {of} days filled.")
            return words.format(value=value, n=standing.count, of=standing.of)
        return t.gettext("Now {value}, on {day}.").format(value=value, day=short_day(standing.on, w))
    if isinstance(standing, NotEnough) and standing.of > 1:
        few = t.gettext("Now: not enough data, {n} of the last {of} days filled.")
        return few.format(n=standing.count, of=standing.of)
    return t.gettext("Now: not enough data.")


def _target(one: Tracked, w: Words) -> str:
    t = w.t
    if one.series.target is None:
        return ""
    target = target_words(one.series.criterion, w, one.series.measure)
    words = {
        Outcome.MET: t.gettext("Target {target}: met."),
        Outcome.PARTLY: t.gettext("Target {target}: partly met."),
        Outcome.NOT_MET: t.gettext("Target {target}: not met."),
    }
    text = words[one.found.outcome] if one.found.outcome is not None else t.gettext("Target {target}.")
    return text.format(target=target)


def _sources(shown: Iterable[Tracked], w: Words) -> Iterator[Rich]:
    """Yield where the amounts of each measure come from, once for a measure."""
    for one in {one.series.measure.id: one for one in shown}.values():
        name = w.text(one.series.measure.name)
        parts = (_source("MCID", one.series.measure.mcid[:1], w), _source("MDC", one.series.measure.mdc[:1], w))
        said = " ".join(part for part in parts if part)
        if said:
            yield rich("", f"{name}: ", said)
    changes = [c for one in shown for c in (*one.series.measure.mcid[:1], *one.series.measure.mdc[:1])]
    key = tag_key((source.tag.value for change in changes for source in change.sources), w)
    if key:
        yield rich(key)


def _source(name: str, changes: Sequence[Change], w: Words) -> str:
    if not changes:
        return ""
    change = changes[0]
    amount = w.t.gettext("{n} percent").format(n=plain(change.amount)) if change.percent else plain(change.amount)
    whom = f" ({change.population})" if change.population else ""
    cited = "; ".join(_cited(source) for source in change.sources)
    return f"{name} {amount}{whom}{f': {cited}' if cited else ''}."


def _cited(source: Source) -> str:
    """Return a source as it is cited; where it stands in the facts behind the program says nothing to a colleague."""
    return f"{_FACTS.sub('', source.text).rstrip('.')} [{source.tag.value}]"


# What happened


def _flare(flare: Flare, plan: Plan, w: Words) -> Rich:
    t = w.t
    names = {item.id: item.texts for _step, item in items_of(plan)}
    last = flare.back_on - timedelta(days=1) if flare.back_on is not None else None
    first = short_day(flare.on, w)
    if last is None:
        days = t.gettext("from {day}").format(day=first)
    else:
        days = (
            first if last <= flare.on else t.gettext("{first} to {last}").format(first=first, last=short_day(last, w))
        )
    tied = listed([w.texts(names[item]).name for item in flare.items if item in names], w)
    return rich("", days, "".join(f"; {part}" for part in (tied, flare.note) if part) + ".")


def _medicines(request: Request, dates: KnownDates, w: Words) -> Iterator[Rich]:
    """Yield each medicine with its dose, when it began and ended, and what changed since the handout before."""
    before = {item.id: item for _step, item in items_of(request.before)} if request.before is not None else {}
    for step, item in items_of(request.plan):
        if item.kind == "medicine":
            parts = (
                medicine_dose(item, w),
                medicine_days(step, item, dates, w),
                _changed(before.get(item.id), item, w),
            )
            yield rich("", f"{w.texts(item.texts).name}: ", "; ".join(part for part in parts if part) + ".")


def _changed(before: Item | None, item: Item, w: Words) -> str:
    """Return what the dose was on the handout before, where it was another."""
    if before is None or item_facts(before, w) == item_facts(item, w):
        return ""
    return w.t.gettext("changed, before: {dose}").format(dose=medicine_dose(before, w))


KIND = Kind(
    id="team-report",
    make=team_report,
    name=lambda t: t.gettext("Progress report for colleagues"),
    about=lambda t: t.gettext("the same charts with MCID, decisions and medicines, for colleagues"),
    reader=Reader.COLLEAGUE,
    is_empty=lambda request: not has_progress(request.plan, request.measures, request.readings, request.today),
    empty_words=lambda t: t.gettext("A progress report prints once something was measured."),
)
