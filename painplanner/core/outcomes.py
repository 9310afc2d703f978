"""How plans came out: how each goal stands when one is closed, and how many goals the plans of a practice met.

A share is said only from ten closed plans on, and always with the range it may really lie in. Not here: closing a plan
(`core.edits.closing`) and the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from math import ceil, floor, sqrt

from painplanner.core.activities import asked_side, goal_criterion
from painplanner.core.checkpoint import Outcome
from painplanner.core.edits.deciding import is_used
from painplanner.core.follow_up import is_on_sheet, last_sheet
from painplanner.core.home_items import is_only_clinic
from painplanner.core.known_dates import known_dates
from painplanner.core.library import Kind
from painplanner.core.measure import Measure, Reading
from painplanner.core.plan import GoalEnd, Item, Plan, PlanStatus, Purpose, StepStatus, items_of
from painplanner.core.progress.judge import CriterionResult, judge_criterion
from painplanner.core.values import Value, replace

FEWEST_PLANS = 10
"""Closed plans below which no percentage is said: a default of the product [D]."""
_Z = 1.96
"""Of a normal distribution, so that 95 of 100 ranges hold the true share."""

_ENDS = {Outcome.MET: GoalEnd.REACHED, Outcome.PARTLY: GoalEnd.PARTLY, Outcome.NOT_MET: GoalEnd.NOT_REACHED}
_ALONE = frozenset({Kind.EXERCISE, Kind.BEHAVIOURAL, Kind.LIFESTYLE})


class GoalSeen(Value, frozen=True, kw_only=True):
    """How a goal (by its id) stands in the numbers; `end` is `None` where they do not say."""

    goal: str
    end: GoalEnd | None = None
    result: CriterionResult | None = None


class Tally(Value, frozen=True, kw_only=True):
    """What became of the goals of closed plans that were made from one template, or of all of them.

    `judged` counts the plans of which at least one goal that was still wanted has an outcome; `unknown` are goals whose
    outcome nobody said.
    """

    template: str = ""
    plans: int = 0
    judged: int = 0
    reached: int = 0
    partly: int = 0
    not_reached: int = 0
    no_longer_wanted: int = 0
    unknown: int = 0

    @property
    def known(self) -> int:
        """Return how many goals that were still wanted have an outcome."""
        return self.reached + self.partly + self.not_reached


class Share(Value, frozen=True, kw_only=True):
    """The share of goals that were reached in percent, and the range it may really lie in."""

    percent: int
    low: int
    high: int


def goals_seen(
    plan: Plan, measures: Mapping[str, Measure], readings: Iterable[Reading], on: date
) -> tuple[GoalSeen, ...]:
    """Return how each goal stands on a day in what was measured since the plan began; a proposal, never the verdict."""
    known = tuple(readings)
    found: list[GoalSeen] = []
    for goal in plan.goals:
        asked = goal_criterion(goal, measures)
        if asked is None:
            found.append(GoalSeen(goal=goal.id))
            continue
        measure = measures.get(asked.measure)
        asked = replace(asked, side=asked_side(asked, measure, plan))
        result = judge_criterion(asked, measure, known, on, since=plan.start)
        end = _ENDS[result.outcome] if result.outcome is not None else None
        found.append(GoalSeen(goal=goal.id, end=end, result=result))
    return tuple(found)


def can_keep(plan: Plan) -> tuple[Item, ...]:
    """Return what a patient can go on with alone, in plan order: done at home, and not given up before."""
    return tuple(
        item
        for step, item in items_of(plan)
        if item.kind in _ALONE
        and item.stopped_on is None
        and step.status not in {StepStatus.STOPPED, StepStatus.SKIPPED}
        and not is_only_clinic(item)
    )


def would_keep(plan: Plan, on: date) -> tuple[str, ...]:
    """Return the ids of what is usually kept: what is at work, what was meant for alone, else the last that was done.

    Where no exercise is among it, those of the last step that has any are kept too.
    """
    able = can_keep(plan)
    steps = {item.id: step for step, item in items_of(plan) if item in able}
    at_work = {item.id for _step, item in last_sheet(plan, on)}
    wanted = {i for i, step in steps.items() if i in at_work or step.purpose is Purpose.SELF_MANAGEMENT}
    moving = [item.id for item in able if is_on_sheet(item)]
    if moving and not wanted & set(moving):
        wanted |= {i for i in moving if steps[i] is steps[moving[-1]]}
    return tuple(i for i in steps if i in wanted) or tuple(i for i in steps if steps[i] is [*steps.values()][-1])


def still_taken(plan: Plan, on: date) -> tuple[Item, ...]:
    """Return the medicines that are taken on a day: closing a plan never stops one."""
    spans = known_dates(plan, on).spans
    begun = {step_id for step_id, span in spans.items() if span.start <= on}
    return tuple(
        item
        for step, item in items_of(plan)
        if item.kind == Kind.MEDICINE
        and step.status is not StepStatus.SKIPPED
        and (step.id in begun or step.status is not StepStatus.PLANNED)
        and is_used(item, on)
    )


def tally_of(plan: Plan) -> Tally | None:
    """Return what a closed plan adds to the results of a practice; one at work adds nothing."""
    if plan.status is not PlanStatus.FINISHED or plan.closing is None:
        return None
    said = dict(plan.closing.goals)
    ends = [said.get(goal.id) for goal in plan.goals]
    known = any(end is not None and end is not GoalEnd.NO_LONGER_WANTED for end in ends)
    return Tally(
        template=plan.template,
        plans=1,
        judged=int(known),
        reached=ends.count(GoalEnd.REACHED),
        partly=ends.count(GoalEnd.PARTLY),
        not_reached=ends.count(GoalEnd.NOT_REACHED),
        no_longer_wanted=ends.count(GoalEnd.NO_LONGER_WANTED),
        unknown=ends.count(None),
    )


def total(tallies: Iterable[Tally]) -> Tally:
    """Return several tallies as one, of no template."""
    given = tuple(tallies)
    return Tally(
        plans=sum(one.plans for one in given),
        judged=sum(one.judged for one in given),
        reached=sum(one.reached for one in given),
        partly=sum(one.partly for one in given),
        not_reached=sum(one.not_reached for one in given),
        no_longer_wanted=sum(one.no_longer_wanted for one in given),
        unknown=sum(one.unknown for one in given),
    )


def share(tally: Tally) -> Share | None:
    """Return the share of goals reached with its range; none where there are too few plans to say one.

    Wilson's score interval (Wilson 1927, J Am Stat Assoc 22:209), which holds for few cases (Brown, Cai and DasGupta
    2001, Stat Sci 16:101). Goals of one patient go together, so it is as wide as one case for each plan makes it.
    """
    if tally.judged < FEWEST_PLANS:
        return None
    n, p = tally.judged, tally.reached / tally.known
    middle = p + _Z**2 / (2 * n)
    reach = _Z * sqrt(p * (1 - p) / n + _Z**2 / (4 * n**2))
    low, high = (100 * (middle + sign * reach) / (1 + _Z**2 / n) for sign in (-1, 1))
    percent = round(100 * p)
    return Share(
        percent=percent, low=max(0, min(percent, floor(low + 1e-9))), high=min(100, max(percent, ceil(high - 1e-9)))
    )
