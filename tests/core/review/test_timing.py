"""The review of time: rings of waiting, what has passed unmarked, too much at once."""

from __future__ import annotations

from decimal import Decimal

from core.review.made import TODAY, check, codes, criterion, day, exercise, found, item, medicine, plan, procedure, step

from painplanner.core.library import Kind
from painplanner.core.measure import Reading
from painplanner.core.plan import AfterStep, StepStatus


def test_steps_that_wait_for_one_another_are_said_with_all_of_them() -> None:
    ring = plan(
        step(exercise(), timing=AfterStep(step="second")),
        step(exercise("bird_dog"), step_id="second", timing=AfterStep(step="step")),
    )
    seen = found("cycle", ring)
    assert seen.all_args("step") == ("step", "second")
    assert seen.remedy == "untie-step"
    assert "cycle" not in codes(plan(step(exercise()), step(step_id="second", timing=AfterStep(step="step"))))


def test_dates_beyond_the_calendar_are_said_and_nothing_else_fails() -> None:
    chain = [step(exercise("first"), step_id="0")]
    chain += [step(step_id=str(n), timing=AfterStep(step=str(n - 1), days=3650)) for n in range(1, 820)]
    assert found("date-beyond-calendar", plan(*chain)).subject_kind == "plan"
    assert "date-beyond-calendar" in codes(plan(*reversed(chain)))
    assert "date-beyond-calendar" not in codes(plan(*chain[:4]))


def test_a_step_that_waits_for_nothing_is_said() -> None:
    assert found("after-nothing", plan(step(exercise(), timing=AfterStep(step="gone")))).subject == "step"
    assert "after-nothing" not in codes(plan(step(exercise())))


def test_a_planned_step_whose_day_has_passed_is_asked_about() -> None:
    passed = plan(step(exercise(), on=-3))
    assert found("start-passed", passed).arg("on") == day(-3).isoformat()
    assert "start-passed" not in codes(plan(step(exercise(), on=0)))
    assert "start-passed" not in codes(plan(step(exercise(), on=-3, status=StepStatus.ACTIVE)))


def test_a_trial_that_ran_out_is_said_with_its_days() -> None:
    over = plan(step(exercise(), on=-30, days=28))
    assert found("trial-overdue", over).arg("days") == "3"
    assert "start-passed" not in codes(over)
    assert "trial-overdue" not in codes(plan(step(exercise(), on=-30, days=40)))
    assert "trial-overdue" not in codes(plan(step(exercise(), on=-30, days=28, status=StepStatus.DONE)))


def test_a_checkpoint_before_its_step_is_said() -> None:
    early = plan(step(exercise(), on=7), checkpoints=(check(3),))
    assert found("checkpoint-before-step", early).arg("start") == day(7).isoformat()
    assert "checkpoint-before-step" not in codes(plan(step(exercise(), on=7), checkpoints=(check(14),)))


def test_a_checkpoint_that_is_due_asks_for_readings() -> None:
    due = plan(step(exercise(), on=-14, status=StepStatus.ACTIVE), checkpoints=(check(-1),))
    assert found("checkpoint-unread", due).all_args("measure") == ("measure.sitting_minutes",)
    reading = Reading(id="r", patient="patient", measure="measure.sitting_minutes", on=TODAY, value=Decimal(20))
    assert "checkpoint-unread" not in codes(due, readings=(reading,))
    old = Reading(id="r", patient="patient", measure="measure.sitting_minutes", on=day(-20), value=Decimal(10))
    assert "checkpoint-unread" in codes(due, readings=(old,))


def test_three_treatments_begun_in_a_week_are_said_with_their_names() -> None:
    stacked = plan(
        step(procedure(), step_id="first"),
        step(medicine("gabapentin"), step_id="second"),
        step(exercise(), exercise("bird_dog"), step_id="third", on=6),
    )
    seen = found("many-at-once", stacked)
    assert (seen.arg("n"), seen.all_args("item"), seen.all_args("step")) == ("3", ("needle", "gabapentin"), ("third",))


def test_the_exercises_of_a_step_are_one_treatment_and_teaching_is_none() -> None:
    paired = plan(
        step(procedure(), step_id="first"),
        step(exercise(), exercise("bird_dog"), item(Kind.LIFESTYLE, "timer"), step_id="second", on=2),
        step(item(Kind.EDUCATION, "pacing"), step_id="third"),
    )
    assert "many-at-once" not in codes(paired)


def test_treatments_a_week_apart_are_not_stacked() -> None:
    spread = plan(
        step(procedure(), step_id="first"),
        step(medicine("gabapentin"), step_id="second", on=3),
        step(exercise(), step_id="third", on=7),
    )
    assert "many-at-once" not in codes(spread)


def test_what_began_long_ago_is_not_said_to_be_stacked() -> None:
    begun = plan(step(procedure(), medicine("gabapentin"), exercise(), on=-20, status=StepStatus.ACTIVE))
    assert "many-at-once" not in codes(begun)


def test_the_criteria_of_a_checkpoint_are_named_once() -> None:
    twice = check(-1, criteria=(criterion(), criterion()))
    due = plan(step(exercise(), on=-14, status=StepStatus.ACTIVE), checkpoints=(twice,))
    assert found("checkpoint-unread", due).all_args("measure") == ("measure.sitting_minutes",)
