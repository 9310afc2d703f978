"""The review of function: goals, more than relief, a way to go on alone."""

from __future__ import annotations

from core.review.made import (
    check,
    codes,
    criterion,
    day,
    exercise,
    found,
    goal,
    item,
    medicine,
    patient,
    plan,
    procedure,
    step,
)

from painplanner.core.library import Kind
from painplanner.core.plan import Action, ActionKind, Purpose, StepStatus


def test_a_plan_needs_one_functional_goal_and_offers_those_of_the_patient() -> None:
    own = patient(goals=("Walk the dog", "Sleep through"))
    assert found("no-functional-goal", plan(step(exercise())), own).all_args("goal-text") == own.goals
    assert "no-functional-goal" in codes(plan(step(exercise()), goals=(goal(functional=False),)))
    assert "no-functional-goal" not in codes(plan(step(exercise()), goals=(goal(),)))


def test_a_goal_needs_words_a_measure_and_a_date() -> None:
    assert found("goal-without-words", plan(goals=(goal(" "),))).subject == "goal"
    assert found("goal-without-measure", plan(goals=(goal(criterion=None),))).subject_kind == "goal"
    assert found("goal-without-date", plan(goals=(goal(by_days=None),))).arg("days") == "84"
    assert not [code for code in codes(plan(goals=(goal(),))) if code.startswith("goal")]


def test_an_empty_goal_is_said_once() -> None:
    empty = codes(plan(goals=(goal("", criterion=None, by_days=None),)))
    assert [code for code in empty if code.startswith("goal")] == ["goal-without-words"]


def test_a_goal_whose_day_has_passed_is_said() -> None:
    assert found("goal-passed", plan(goals=(goal(by=day(-1), by_days=None),))).arg("on") == day(-1).isoformat()
    assert "goal-passed" not in codes(plan(goals=(goal(by=day(0), by_days=None),)))


def test_checkpoints_that_ask_only_for_pain_scores_are_said() -> None:
    pain = check(criteria=(criterion("measure.nrs", 4),))
    assert found("only-pain-scores", plan(step(exercise()), checkpoints=(pain,))).arg("measure") == "measure.nrs"
    both = check(criteria=(criterion("measure.nrs", 4), criterion()))
    assert "only-pain-scores" not in codes(plan(step(exercise()), checkpoints=(both,)))


def test_a_measure_that_is_not_known_is_not_taken_for_a_pain_score() -> None:
    own = check(criteria=(criterion("measure.own", 4),))
    assert "only-pain-scores" not in codes(plan(step(exercise()), checkpoints=(own,)))


def test_relief_alone_is_said() -> None:
    relief = step(procedure(), medicine(), purpose=Purpose.RELIEF)
    assert "relief-only" in codes(plan(relief))
    assert "relief-only" not in codes(plan(relief, step(exercise(), step_id="second", purpose=None)))
    assert "relief-only" in codes(plan(relief, step(exercise(), step_id="second", status=StepStatus.SKIPPED)))
    assert "relief-only" not in codes(plan(step(item(Kind.EDUCATION, "pacing"), purpose=None)))


def test_a_plan_hands_over_by_a_step_or_by_a_checkpoint() -> None:
    assert found("no-self-management", plan(step(exercise()))).remedy == "add-self-management"
    assert "no-self-management" not in codes(plan(step(exercise(), purpose=Purpose.SELF_MANAGEMENT)))
    handing = check(on_met=Action(kind=ActionKind.HAND_OVER))
    assert "no-self-management" not in codes(plan(step(exercise()), checkpoints=(handing,)))
