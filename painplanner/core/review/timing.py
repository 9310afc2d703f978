"""Rules of time: what waits for itself, what has passed unmarked, and too much begun at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from painplanner.core.findings import Severity
from painplanner.core.library import Kind
from painplanner.core.plan import AfterStep, StepStatus
from painplanner.core.review.rule import Rule, Spot, args, cite, on_checkpoint, on_plan, on_step
from painplanner.core.review.sight import LIVE, Sight, Treatment
from painplanner.core.source import SourceTag

SHOULD, CONSIDER = Severity.SHOULD, Severity.CONSIDER
NEW_TREATMENTS = 3
NEW_WITHIN_DAYS = 7
READING_AGE_DAYS = 7

_ORDER = cite(SourceTag.D, "Product default: every step of a sequence needs a date that can be worked out")
_STATUS = cite(SourceTag.D, "Product default: what was done is noted, so that the next visit can build on it")
_TRIALS = cite(SourceTag.R, "Article: time-limited trials, measurable checkpoints")
_LOG = cite(SourceTag.R, "Article: a simple log tracks progress; the follow-up confirms or challenges the plan")
_ONE_CHANGE = cite(
    SourceTag.D, "Clinical facts 6.3 and 10 rule 33: one change at a time, reassess each in 2 to 4 weeks"
)

# Each of these is a treatment of its own; the exercises and habits of a step are one programme.
_SINGLE = frozenset({Kind.MEDICINE, Kind.PROCEDURE, Kind.HANDS_ON, Kind.BEHAVIOURAL})
_PROGRAMME = frozenset({Kind.EXERCISE, Kind.LIFESTYLE})


def _cycle(sight: Sight) -> Iterator[Spot]:
    ring = sight.dates.ring
    if ring:
        yield on_step(sight.steps[ring[-1]], *(("step", step) for step in ring))


def _no_date(sight: Sight) -> Iterator[Spot]:
    if sight.dates.undated and not sight.dates.ring:
        yield on_plan()


def _after_nothing(sight: Sight) -> Iterator[Spot]:
    for step in sight.live_steps:
        if step.started_on is None and isinstance(step.timing, AfterStep) and step.timing.step not in sight.steps:
            yield on_step(step)


def _start_passed(sight: Sight) -> Iterator[Spot]:
    for step in sight.live_steps:
        span = sight.dates.spans.get(step.id)
        if span is None or step.status is not StepStatus.PLANNED or step.started_on is not None:
            continue
        if span.start < sight.today and (span.end is None or span.end >= sight.today):
            yield on_step(step, *args(on=span.start))


def _trial_overdue(sight: Sight) -> Iterator[Spot]:
    for step in sight.live_steps:
        span = sight.dates.spans.get(step.id)
        if span is not None and span.end is not None and span.end < sight.today:
            yield on_step(step, *args(on=span.end, days=(sight.today - span.end).days))


def _checkpoint_before_step(sight: Sight) -> Iterator[Spot]:
    for check in sight.plan.checkpoints:
        starts = [sight.dates.spans[step].start for step in check.steps if step in sight.dates.spans]
        days = sight.dates.checks.get(check.id, ())
        if starts and days and days[0] < min(starts):
            yield on_checkpoint(check, *args(on=days[0], start=min(starts)))


def _checkpoint_unread(sight: Sight) -> Iterator[Spot]:
    for check in sight.plan.checkpoints:
        days = [day for day in sight.dates.checks.get(check.id, ()) if day <= sight.today]
        if not days or not any(s in sight.steps and sight.steps[s].status in LIVE for s in check.steps):
            continue
        unread = _unread(sight, tuple(c.measure for c in check.criteria), days[-1])
        if unread:
            yield on_checkpoint(check, ("on", days[-1].isoformat()), *(("measure", m) for m in unread))


def _unread(sight: Sight, measures: tuple[str, ...], day: date) -> tuple[str, ...]:
    since = day - timedelta(days=READING_AGE_DAYS)
    read = {reading.measure for reading in sight.readings if since <= reading.on <= sight.today}
    return tuple(measure for measure in dict.fromkeys(measures) if measure not in read)


def _many_at_once(sight: Sight) -> Iterator[Spot]:
    begun = sorted(_beginnings(sight).items(), key=lambda entry: entry[1])
    for place in range(len(begun) - NEW_TREATMENTS + 1):
        first = begun[place][1]
        together = [key for key, day in begun[place:] if (day - first).days < NEW_WITHIN_DAYS]
        last = begun[place + len(together) - 1][1]
        if len(together) >= NEW_TREATMENTS and last >= sight.today:
            yield on_plan(*args(n=len(together), days=NEW_WITHIN_DAYS, on=first), *together)
            return


def _beginnings(sight: Sight) -> dict[tuple[str, str], date]:
    """Return the first day of each treatment: items that stand alone, and programmes by step."""
    found: dict[tuple[str, str], date] = {}
    for treatment in sight.live:
        key = _beginner(treatment)
        if key is not None and treatment.start is not None:
            found[key] = min(found.get(key, treatment.start), treatment.start)
    return found


def _beginner(treatment: Treatment) -> tuple[str, str] | None:
    if treatment.item.kind in _SINGLE:
        return ("item", treatment.item.id)
    return ("step", treatment.step.id) if treatment.item.kind in _PROGRAMME else None


RULES = (
    Rule("cycle", SHOULD, _ORDER, _cycle, "untie-step"),
    Rule("date-beyond-calendar", SHOULD, _ORDER, _no_date),
    Rule("after-nothing", CONSIDER, _ORDER, _after_nothing, "untie-step"),
    Rule("start-passed", CONSIDER, _STATUS, _start_passed, "mark-started"),
    Rule("trial-overdue", SHOULD, _TRIALS, _trial_overdue),
    Rule("checkpoint-before-step", CONSIDER, _ORDER, _checkpoint_before_step),
    Rule("checkpoint-unread", CONSIDER, _LOG, _checkpoint_unread),
    Rule("many-at-once", SHOULD, _ONE_CHANGE, _many_at_once),
)
