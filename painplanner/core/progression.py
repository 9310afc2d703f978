"""The next dose of what is done at home, proposed from its log by the rule that fits it.

A proposal is a value with a reason in codes; the clinician takes it (`core.edits.progressing`) or not. Medicines have
no rule. Not here: the rules (`core.progression_rules`), what a log says (`core.log_evidence`), and any words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from painplanner.core.daily_log import FilledLog, LogSheet
from painplanner.core.dose import ActivityDose, ExerciseDose
from painplanner.core.dose_moves import share_of, tops
from painplanner.core.flares import flare_on, last_back
from painplanner.core.follow_up import last_sheet
from painplanner.core.graded import item_start, on_day, progression_of
from painplanner.core.known_dates import known_dates
from painplanner.core.library import Intervention, Kind
from painplanner.core.log_evidence import Went, measured, pain_weeks, ticks, went
from painplanner.core.measure import Criterion, Reading
from painplanner.core.plan import Item, Plan
from painplanner.core.progression_rules import RULES, Case, Moving
from painplanner.core.proposal import Proposal, ProposalKind, Reason
from painplanner.core.training import counts_minutes, trains

__all__ = ["Proposal", "ProposalKind", "Reason", "proposals", "start_from"]


def start_from(tolerated: Decimal) -> Decimal:
    """Return the first amount of sitting or walking where so much is tolerated: about 80 % of it."""
    return share_of(tolerated)


@dataclass(frozen=True)
class _Desk:
    """Everything the proposals of a plan are made from."""

    plan: Plan
    logs: tuple[FilledLog, ...]
    sheets: tuple[LogSheet, ...]
    readings: tuple[Reading, ...]
    entries: Mapping[str, Intervention]
    today: date


def proposals(
    plan: Plan,
    logs: Iterable[FilledLog],
    sheets: Iterable[LogSheet],
    readings: Iterable[Reading],
    today: date,
    *,
    entries: Mapping[str, Intervention] | None = None,
) -> tuple[Proposal, ...]:
    """Return what to propose for the exercises and activities of the last sheet, in plan order.

    `entries` of the library give the ranges that a dose stays in. Nothing is proposed for what is in a flare, and
    nothing from a log that says too little.
    """
    desk = _Desk(plan, tuple(logs), tuple(sheets), tuple(readings), entries or {}, today)
    found = (_first_said(case) for case in _cases(desk))
    return tuple(proposal for proposal in found if proposal is not None)


def _first_said(case: Case) -> Proposal | None:
    said = (rule.proposal(case) for rule in RULES)
    return next((proposal for proposal in said if proposal is not None), None)


def _cases(desk: _Desk) -> Iterator[Case]:
    spans = known_dates(desk.plan, desk.today).spans
    pain = pain_weeks(desk.readings, desk.today)
    for step, item in last_sheet(desk.plan, desk.today):
        opens = spans[step.id].start if step.id in spans else desk.today
        if item.kind != Kind.MEDICINE and flare_on(item, desk.plan.flares, desk.today) is None:
            yield from _case(item, opens, pain, desk)


def _case(item: Item, opens: date, pain: tuple[Decimal, Decimal | None] | None, desk: _Desk) -> Iterator[Case]:
    """Yield the case of an item that has a dose which may move, and has not been stopped."""
    if item.stopped_on is not None and item.stopped_on <= desk.today:
        return
    how = went(ticks(item.id, desk.logs, desk.sheets), item, _since(item, opens, desk), desk.today)
    now, reached = _dose_on(item, opens, desk.today, desk), _dose_on(item, opens, _last_done(how, desk), desk)
    if now is None or reached is None:
        return
    by_day, entry = measured(item, desk.readings, desk.today), desk.entries.get(item.source)
    yield Case(
        item=item,
        dose=now,
        reached=reached,
        today=desk.today,
        went=how,
        measured=by_day,
        tolerated=by_day[max(by_day)] if by_day else _baseline(item, desk.plan),
        pain=pain,
        top=tops(entry.ranges) if entry is not None else {},
    )


def _dose_on(item: Item, opens: date, day: date, desk: _Desk) -> Moving | None:
    dose = on_day(item, opens, day, desk.plan.flares).dose
    return dose if isinstance(dose, ExerciseDose | ActivityDose) else None


def _last_done(how: Went | None, desk: _Desk) -> date:
    """Return the last day on which a dose was done, today where nobody wrote that it was left out."""
    return how.last - timedelta(days=how.missed) if how is not None and how.missed else desk.today


def _since(item: Item, opens: date, desk: _Desk) -> date:
    """Return the day from which a log speaks of the dose an item has now: the day after it was changed."""
    rule, back = progression_of(item.dose), last_back(item, desk.plan.flares, desk.today)
    changed = [day + timedelta(days=1) for day in (item.dosed_on, rule.since if rule else None) if day is not None]
    return max([item_start(item, opens), *changed, *([back] if back is not None else [])])


def _baseline(item: Item, plan: Plan) -> Decimal | None:
    """Return what was tolerated when the plan was made, from a goal or checkpoint that counts its minutes."""
    for criterion in _criteria(plan):
        if counts_minutes(criterion.measure) and criterion.baseline is not None and _is_of(item, criterion):
            return criterion.baseline
    return None


def _is_of(item: Item, criterion: Criterion) -> bool:
    return trains(item, criterion.measure, criterion.activity)


def _criteria(plan: Plan) -> Iterator[Criterion]:
    for checkpoint in plan.checkpoints:
        yield from checkpoint.criteria
    yield from (goal.criterion for goal in plan.goals if goal.criterion is not None)
