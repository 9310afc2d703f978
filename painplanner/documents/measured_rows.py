"""What a plan measures, as rows of a table for colleagues: start, now, target, what came of it.

Too few numbers are "not enough data", never a bad result.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace as replace_words
from datetime import date
from typing import NamedTuple

from painplanner.core.activities import asked_side, goal_criterion, same_words
from painplanner.core.checkpoint import Outcome
from painplanner.core.measure import Better, Criterion, Measure
from painplanner.core.plan import Goal
from painplanner.core.progress.judge import CriterionResult, judge_criterion
from painplanner.core.progress.standing import NotEnough, Standing
from painplanner.core.values import plain, replace
from painplanner.documents.blocks import Block, Column, Paragraph, Rich, Table, rich
from painplanner.documents.day_words import brief_day
from painplanner.documents.happened import change_words, tag_key
from painplanner.documents.plan_words import goal_day, goal_text, measured, target_words, whole_target, with_unit
from painplanner.documents.request import Request
from painplanner.documents.words import Words, sentence

_NONE = "\u2013"
_MONTHS_AHEAD = 300


class _Asked(NamedTuple):
    """What is asked: the goal it belongs to, what is measured of it, and what the numbers say."""

    goal: Goal | None
    found: CriterionResult | None


def measured_table(request: Request, w: Words, *, in_full: bool = False) -> tuple[Block, ...]:
    """Return the table of goals and measures, a line each; `in_full` says on what a result stands, and MCID and MDC."""
    t, rows = w.t, tuple(_asked(request))
    if not rows:
        return ()
    heads = (Column(t.gettext("Goal or measure")), Column(t.gettext("Start"), "number"),
             Column(t.gettext("Now"), "number"), Column(t.gettext("Target")),
             Column(t.gettext("What came of it")))  # fmt: skip
    made = tuple(_row(row, request, w, in_full=in_full) for row in rows)
    table = Table(heads, made, t.gettext("Goals and measures: at the start, now, and what is aimed for."))
    found = [row.found for row in rows if row.found is not None] if in_full else []
    key = tag_key((tag for one in found for tag in (one.mcid_tag, one.mdc_tag)), w)
    return (table, Paragraph(rich(key))) if key else (table,)


def _asked(request: Request) -> Iterator[_Asked]:
    """Yield each goal, then what checkpoints ask about besides."""
    known: set[object] = set()
    for goal in request.plan.goals:
        criterion = goal_criterion(goal, request.measures)
        if criterion is not None:
            known.add(_key(criterion))
        yield _Asked(goal, _judged(criterion, request) if criterion is not None else None)
    goals = [goal_criterion(goal, request.measures) for goal in request.plan.goals]
    for criterion in (one for check in request.plan.checkpoints for one in check.criteria):
        if _key(criterion) not in known and not _is_the_one_goal(criterion, goals):
            known.add(_key(criterion))
            yield _Asked(None, _judged(criterion, request))


def _is_the_one_goal(criterion: Criterion, goals: Sequence[Criterion | None]) -> bool:
    """Tell whether a measure of the patient's own activities is asked without one, and one goal alone has it."""
    same = [goal for goal in goals if goal is not None and goal.measure == criterion.measure]
    return not criterion.activity and len(same) == 1 and bool(same[0].activity)


def _key(criterion: Criterion) -> object:
    return criterion.measure, same_words(criterion.activity), criterion.side


def _judged(criterion: Criterion, request: Request) -> CriterionResult:
    measure = request.measures.get(criterion.measure)
    asked = replace(criterion, side=asked_side(criterion, measure, request.plan))
    return judge_criterion(asked, measure, request.readings, request.today, since=request.plan.start)


def _row(asked: _Asked, request: Request, w: Words, *, in_full: bool) -> tuple[Rich, ...]:
    found = asked.found
    last = _result(asked, request, w, in_full=in_full)
    if found is None:
        return (_name(asked, w), rich(_NONE), rich(_NONE), rich(_NONE), rich(last))
    criterion, standing = found.criterion, found.standing
    now = plain(standing.value) if isinstance(standing, Standing) else _NONE
    start = plain(criterion.baseline) if criterion.baseline is not None else _NONE
    target = _target(criterion, request.measures.get(criterion.measure), w)
    return (_name(asked, w), rich(start), rich("", now), rich(target), rich(last))


def _name(asked: _Asked, w: Words) -> Rich:
    """Return the goal in the patient's words, of what no goal asks the name of the measure."""
    goal, found = asked
    text = goal_text(goal, w) if goal is not None else ""
    return rich(
        "", text or (measured(found.criterion, w, clinical=True) if found is not None else w.t.gettext("not set"))
    )


def _target(criterion: Criterion, measure: Measure | None, w: Words) -> str:
    """Return the target in few signs, with its unit."""
    if criterion.target is None:
        return _NONE
    number = judge_criterion(criterion, measure, (), w.today).target if measure is not None else criterion.target.amount
    if number is None:
        return target_words(criterion, w, measure)
    sign = {Better.LOWER: "\u2264\u00a0", Better.HIGHER: "\u2265\u00a0"}.get(criterion.better, "")
    return f"{sign}{with_unit(whole_target(number, criterion), criterion, w)}"


def _result(asked: _Asked, request: Request, w: Words, *, in_full: bool) -> str:
    """Return whether it is met and by when it is meant to be; in full also on what that stands, and how much it is."""
    t, (goal, found) = w.t, asked
    day = goal_day(goal, request.plan, w) if goal is not None else None
    by = t.gettext("by {day}").format(day=_coming(day, w)) if day is not None else ""
    parts = (*(_outcome(found, w, in_full=in_full) if found is not None else (t.gettext("not measured"),)), by)
    said = sentence(", ".join(part for part in parts if part))
    change = change_words(found, w) if found is not None and in_full else ""
    return " ".join(part for part in (said, change) if part)


def _coming(day: date, w: Words) -> str:
    """Return a day without its year where it is one of the months ahead, so that a row stays on its line."""
    is_near = 0 <= (day - w.today).days < _MONTHS_AHEAD
    return brief_day(day, replace_words(w, today=day) if is_near else w)


def _outcome(found: CriterionResult, w: Words, *, in_full: bool) -> tuple[str, ...]:
    """Return the outcome and, in full, the days or the day it stands on."""
    t, standing = w.t, found.standing
    known = {
        Outcome.MET: t.gettext("met"),
        Outcome.PARTLY: t.gettext("partly met"),
        Outcome.NOT_MET: t.gettext("not met"),
    }
    if not isinstance(standing, Standing):
        few = isinstance(standing, NotEnough) and standing.of > 1 and standing.count and in_full
        is_none = isinstance(standing, NotEnough) and not standing.count
        return (
            t.gettext("no data yet") if is_none else t.gettext("not enough data"),
            _days(standing, w) if few else "",
        )
    if found.outcome is None and not standing.value_from_days:
        return (t.gettext("measured {day}").format(day=brief_day(standing.on, w)),)
    outcome = known[found.outcome] if found.outcome is not None else ""
    basis = _days(standing, w) if standing.value_from_days else brief_day(standing.on, w)
    return (outcome, basis if in_full or not outcome else "")


def _days(found: Standing | NotEnough | None, w: Words) -> str:
    return w.t.gettext("{n} of {of} days").format(n=found.count, of=found.of) if found is not None else ""
