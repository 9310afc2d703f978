"""How goals stand when a plan is closed, what its patient keeps, and what a practice may say of its results."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from painplanner.core.dose import ExerciseDose, MedicineDose, StopRule, Where
from painplanner.core.edits.closing import close_plan, reopen_plan
from painplanner.core.edits.removal import remove
from painplanner.core.measure import Better, Criterion, Measure, MeasureKind, Reading, Target
from painplanner.core.outcomes import (
    FEWEST_PLANS,
    Tally,
    can_keep,
    goals_seen,
    share,
    still_taken,
    tally_of,
    total,
    would_keep,
)
from painplanner.core.plan import Closing, Goal, GoalEnd, Item, Plan, PlanStatus, Purpose, Step, StepStatus, Texts
from painplanner.core.values import Impossible, LangText, Side, replace

START, TODAY = date(2026, 1, 5), date(2026, 4, 1)
SITTING = Measure(id="sitting", name=(LangText(lang="en", text="Sitting"),), kind=MeasureKind.SCORE)
PAIN = replace(SITTING, id="pain", better=Better.LOWER)
STEPS = replace(SITTING, id="steps", kind=MeasureKind.TRACKED)
KNEE = replace(SITTING, id="knee", kind=MeasureKind.RANGE_OF_MOTION, by_side=True)
DOING = replace(SITTING, id="doing", kind=MeasureKind.ACTIVITY)
MEASURES = {m.id: m for m in (SITTING, PAIN, STEPS, KNEE, DOING)}


def asks(measure: str, baseline: int | None, target: int, **more: object) -> Criterion:
    base = Decimal(baseline) if baseline is not None else None
    aim = Target(amount=Decimal(target))
    return Criterion(measure=measure, baseline=base, baseline_on=START, target=aim, **more)  # type: ignore[arg-type]


def read(measure: str, value: int, on: date = TODAY, side: Side | None = None) -> Reading:
    name = f"{measure}-{value}-{on}-{side}"
    return Reading(id=name, patient="p", measure=measure, on=on, value=Decimal(value), side=side)


def week(measure: str, *values: int) -> tuple[Reading, ...]:
    return tuple(read(measure, value, TODAY - timedelta(days=n)) for n, value in enumerate(values))


def end_of(criterion: Criterion | None, *readings: Reading) -> GoalEnd | None:
    plan = Plan(id="plan", start=START, goals=(Goal(id="g", criterion=criterion),))
    (seen,) = goals_seen(plan, MEASURES, readings, TODAY)
    return seen.end


@pytest.mark.parametrize(
    ("criterion", "readings", "end"),
    [
        (asks("sitting", 10, 20), (read("sitting", 25),), GoalEnd.REACHED),
        (asks("sitting", 10, 20), (read("sitting", 20),), GoalEnd.REACHED),
        (asks("sitting", 10, 20), (read("sitting", 15),), GoalEnd.PARTLY),
        (asks("sitting", 10, 20), (read("sitting", 11),), GoalEnd.NOT_REACHED),
        (asks("pain", 8, 4, better=Better.LOWER), (read("pain", 3),), GoalEnd.REACHED),
        (asks("pain", 8, 4, better=Better.LOWER), (read("pain", 9),), GoalEnd.NOT_REACHED),
        (asks("sitting", 10, 20), (), None),
        (asks("sitting", 10, 20), (read("sitting", 25, TODAY + timedelta(days=1)),), None),
        (asks("sitting", 10, 20), (read("sitting", 25, START - timedelta(days=9)),), None),
        (asks("sitting", 10, 20), (read("sitting", 10, START),), None),
        (asks("steps", 2000, 5000), week("steps", 5000, 5200, 5100), None),
        (asks("steps", 2000, 5000), week("steps", 5000, 5200, 5100, 4900), GoalEnd.REACHED),
        (asks("knee", 90, 120, side=Side.BOTH), (read("knee", 125, side=Side.LEFT),), None),
        (
            asks("knee", 90, 120, side=Side.BOTH),
            (read("knee", 125, side=Side.LEFT), read("knee", 95, side=Side.RIGHT)),
            GoalEnd.NOT_REACHED,
        ),
        (asks("gone", 10, 20), (read("gone", 25),), None),
        (None, (read("sitting", 25),), None),
    ],
)
def test_the_end_of_a_goal_is_proposed_from_what_was_measured(
    criterion: Criterion | None, readings: tuple[Reading, ...], end: GoalEnd | None
) -> None:
    assert end_of(criterion, *readings) is end


def test_a_goal_of_the_painful_side_is_not_judged_by_the_other_one() -> None:
    goal = Goal(id="g", criterion=asks("knee", 90, 120))
    numbers = (read("knee", 125, side=Side.LEFT), read("knee", 95, side=Side.RIGHT))
    for side, end in (
        (Side.LEFT, GoalEnd.REACHED),
        (Side.RIGHT, GoalEnd.NOT_REACHED),
        (Side.BOTH, GoalEnd.NOT_REACHED),
    ):
        (seen,) = goals_seen(Plan(id="plan", start=START, side=side, goals=(goal,)), MEASURES, numbers, TODAY)
        assert seen.end is end


def test_goals_that_are_rated_end_each_by_its_own_words_and_not_by_their_mean() -> None:
    asked = asks("doing", 2, 8)
    goals = tuple(Goal(id=text, text=text, criterion=asked) for text in ("Dine out", "Walk"))
    rated = [replace(read("doing", 9), activity="dine out", id="a"), replace(read("doing", 2), activity="Walk", id="b")]
    seen = goals_seen(Plan(id="plan", start=START, goals=goals), MEASURES, rated, TODAY)
    assert [(goal.goal, goal.end) for goal in seen] == [("Dine out", GoalEnd.REACHED), ("Walk", GoalEnd.NOT_REACHED)]


def exercise(name: str, **more: object) -> Item:
    words = (Texts(lang="en", name=name),)
    return Item(**{"id": name, "kind": "exercise", "texts": words, "dose": ExerciseDose(sets=3, reps=10), **more})  # type: ignore[arg-type]


def pill(name: str, **more: object) -> Item:
    return exercise(name, kind="medicine", dose=MedicineDose(**more))  # type: ignore[arg-type]


def course() -> Plan:
    first = Step(
        id="first",
        status=StepStatus.DONE,
        started_on=START,
        ended_on=START + timedelta(days=20),
        items=(exercise("glide"), exercise("old", stopped_on=START), exercise("shot", kind="procedure", dose=None)),
    )
    second = Step(
        id="second",
        status=StepStatus.ACTIVE,
        started_on=START + timedelta(days=21),
        items=(
            exercise("bridge"),
            exercise("gym", dose=ExerciseDose(where=Where.CLINIC)),
            pill("gabapentin", stop_rule=StopRule.NEVER_SUDDENLY),
            pill("naproxen", stop_rule=StopRule.ON_DATE, trial_end=START + timedelta(days=14)),
        ),
    )
    last = Step(id="last", purpose=Purpose.SELF_MANAGEMENT, items=(exercise("walk", kind="lifestyle"),))
    left_out = Step(id="left", status=StepStatus.SKIPPED, items=(exercise("bird"), pill("never")))
    goals = (Goal(id="sit", text="Sit"), Goal(id="sleep", text="Sleep"), Goal(id="work", text="Work"))
    return Plan(
        id="plan", start=START, goals=goals, steps=(first, second, last, left_out), template="template.sciatica"
    )


def test_what_can_be_kept_is_done_at_home_and_was_not_given_up() -> None:
    assert [item.id for item in can_keep(course())] == ["glide", "bridge", "walk"]
    assert would_keep(course(), TODAY) == ("bridge", "walk")


def test_where_all_is_done_what_was_done_last_is_kept() -> None:
    plan = course()
    done = replace(plan, steps=(plan.steps[0], replace(plan.steps[1], status=StepStatus.DONE, ended_on=TODAY)))
    assert would_keep(done, TODAY) == ("bridge",)
    assert would_keep(Plan(id="empty"), TODAY) == ()


def test_exercises_that_were_done_last_are_kept_beside_what_was_meant_for_alone() -> None:
    plan = course()
    steps = (plan.steps[0], replace(plan.steps[1], status=StepStatus.DONE, ended_on=TODAY))
    habits = replace(plan.steps[2], items=(exercise("breaks", kind="lifestyle", dose=None),))
    assert would_keep(replace(plan, steps=(*steps, habits)), TODAY) == ("bridge", "breaks")


def test_a_medicine_goes_on_past_the_end_of_a_plan_until_its_own_end() -> None:
    assert [item.id for item in still_taken(course(), TODAY)] == ["gabapentin"]
    assert [item.id for item in still_taken(course(), START + timedelta(days=21))] == ["gabapentin"]
    waiting = replace(course(), steps=(replace(course().steps[1], status=StepStatus.PLANNED),))
    assert [item.id for item in still_taken(waiting, START)] == []


ENDS = (("sit", GoalEnd.REACHED), ("sleep", GoalEnd.NO_LONGER_WANTED))


def test_closing_touches_nothing_but_its_own_words() -> None:
    plan = course()
    closing = Closing(on=TODAY, goals=(*ENDS, ("gone", GoalEnd.PARTLY)), keep_doing=("bridge", "gone", "bridge"))
    closed = close_plan(plan, closing)
    assert closed.status is PlanStatus.FINISHED
    assert closed.closing == Closing(on=TODAY, goals=ENDS, keep_doing=("bridge",))
    assert closed.steps is plan.steps
    assert reopen_plan(closed) == plan


def test_a_plan_cannot_be_closed_before_it_began() -> None:
    with pytest.raises(Impossible) as refused:
        close_plan(course(), Closing(on=START - timedelta(days=1)))
    assert (refused.value.code, refused.value.field) == ("ends-before-start", "on")


def test_what_is_taken_out_of_a_closed_plan_goes_from_its_closing_too() -> None:
    closed = close_plan(course(), Closing(on=TODAY, goals=ENDS, keep_doing=("bridge", "walk")))
    left = remove(closed, ("sleep", "last")).closing
    assert left == Closing(on=TODAY, goals=ENDS[:1], keep_doing=("bridge",))


def test_a_plan_counts_once_it_is_closed() -> None:
    assert tally_of(course()) is None
    closed = close_plan(course(), Closing(on=TODAY, goals=ENDS))
    assert tally_of(closed) == Tally(
        template="template.sciatica", plans=1, judged=1, reached=1, no_longer_wanted=1, unknown=1
    )
    unjudged = tally_of(close_plan(course(), Closing(on=TODAY, goals=ENDS[1:])))
    assert unjudged is not None
    assert (unjudged.judged, unjudged.known) == (0, 0)


@pytest.mark.parametrize(
    ("judged", "reached", "known", "said"),
    [
        (9, 9, 9, None),
        (10, 5, 10, (50, 23, 77)),
        (10, 0, 10, (0, 0, 28)),
        (10, 10, 10, (100, 72, 100)),
        (10, 20, 40, (50, 23, 77)),
        (100, 50, 100, (50, 40, 60)),
    ],
)
def test_a_share_is_said_from_ten_plans_on_with_its_range(
    judged: int, reached: int, known: int, said: tuple[int, int, int] | None
) -> None:
    found = share(Tally(plans=judged, judged=judged, reached=reached, not_reached=known - reached))
    assert (found and (found.percent, found.low, found.high)) == said


@given(st.integers(FEWEST_PLANS, 5000), st.integers(0, 5000), st.integers(0, 5000))
def test_a_share_always_lies_in_its_range(judged: int, reached: int, others: int) -> None:
    tally = Tally(plans=judged, judged=judged, reached=reached, not_reached=max(others, judged - reached))
    found = share(tally)
    assert found is not None
    assert 0 <= found.low <= found.percent <= found.high <= 100


def test_all_templates_together_are_the_sum_of_them() -> None:
    one, two = Tally(template="a", plans=2, judged=1, reached=3), Tally(template="b", plans=1, unknown=2)
    assert total((one, two)) == Tally(plans=3, judged=1, reached=3, unknown=2)
    assert total(()) == Tally()
