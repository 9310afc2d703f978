"""Rules of function: goals the patient can live, more than relief, and a way to go on without the clinic."""

from __future__ import annotations

from collections.abc import Iterator

from painplanner.core.due import goal_day
from painplanner.core.findings import Severity
from painplanner.core.library import Kind
from painplanner.core.plan import ActionKind, Goal, Purpose, Step
from painplanner.core.review.rule import Rule, Spot, args, cite, on_goal, on_plan
from painplanner.core.review.sight import DROPPED, Sight
from painplanner.core.source import SourceTag

SHOULD, CONSIDER = Severity.SHOULD, Severity.CONSIDER
GOAL_DAYS = 84

_FUNCTION = cite(SourceTag.R, "Article: function as a core outcome; clinical facts 10 rule 34")
_DATED = cite(SourceTag.R, "Article: measurable checkpoints; tissue-level problems improve over 6 to 12 weeks")
_BRIDGE = cite(SourceTag.R, "Article: relief alone keeps people on the carousel; symptom control is a bridge")
_HAND_OVER = cite(SourceTag.R, "Article: a path to self-management; clinical facts 10 rule 37")

_ACTIVE_PURPOSES = frozenset({Purpose.ROOT_CAUSE, Purpose.SELF_MANAGEMENT})
ACTIVE_KINDS = frozenset({Kind.EXERCISE, Kind.BEHAVIOURAL, Kind.EDUCATION, Kind.LIFESTYLE})


def _no_functional_goal(sight: Sight) -> Iterator[Spot]:
    if sight.plan.steps and not any(goal.functional for goal in sight.plan.goals):
        own = tuple(("goal-text", text) for text in sight.patient.goals if text.strip())
        yield on_plan(*own)


def _is_said(goal: Goal) -> bool:
    return bool(goal.text.strip() or goal.words)


def _goal_without_words(sight: Sight) -> Iterator[Spot]:
    return (on_goal(goal) for goal in sight.plan.goals if not _is_said(goal))


def _goal_without_measure(sight: Sight) -> Iterator[Spot]:
    return (on_goal(goal) for goal in sight.plan.goals if _is_said(goal) and goal.criterion is None)


def _goal_without_date(sight: Sight) -> Iterator[Spot]:
    for goal in sight.plan.goals:
        if _is_said(goal) and goal.by is None and goal.by_days is None:
            yield on_goal(goal, *args(days=GOAL_DAYS))


def _goal_passed(sight: Sight) -> Iterator[Spot]:
    for goal in sight.plan.goals:
        day = goal_day(goal, sight.plan, sight.today)
        if day is not None and day < sight.today:
            yield on_goal(goal, *args(on=day))


def _only_pain_scores(sight: Sight) -> Iterator[Spot]:
    measures = [c.measure for check in sight.plan.checkpoints for c in check.criteria]
    known = [sight.library.measures.get(measure) for measure in measures]
    if known and all(measure is not None and not measure.functional for measure in known):
        yield on_plan(*(("measure", measure) for measure in dict.fromkeys(measures)))


def _relief_only(sight: Sight) -> Iterator[Spot]:
    at_work = [step for step in sight.plan.steps if step.status not in DROPPED and step.items]
    if at_work and not any(_is_active(step) for step in at_work):
        yield on_plan()


def _is_active(step: Step) -> bool:
    return step.purpose in _ACTIVE_PURPOSES or any(item.kind in ACTIVE_KINDS for item in step.items)


def _no_self_management(sight: Sight) -> Iterator[Spot]:
    plan = sight.plan
    if not plan.steps:
        return
    steps = any(s.purpose is Purpose.SELF_MANAGEMENT and s.status not in DROPPED for s in plan.steps)
    actions = (a for c in plan.checkpoints for a in (c.on_met, c.on_partly, c.on_not_met) if a is not None)
    if not steps and not any(action.kind is ActionKind.HAND_OVER for action in actions):
        yield on_plan()


RULES = (
    Rule("no-functional-goal", SHOULD, _FUNCTION, _no_functional_goal, "add-goals"),
    Rule("goal-without-words", SHOULD, _FUNCTION, _goal_without_words),
    Rule("goal-without-measure", CONSIDER, _DATED, _goal_without_measure),
    Rule("goal-without-date", CONSIDER, _DATED, _goal_without_date, "date-goal"),
    Rule("goal-passed", CONSIDER, _DATED, _goal_passed),
    Rule("only-pain-scores", SHOULD, _FUNCTION, _only_pain_scores),
    Rule("relief-only", SHOULD, _BRIDGE, _relief_only),
    Rule("no-self-management", CONSIDER, _HAND_OVER, _no_self_management, "add-self-management"),
)
