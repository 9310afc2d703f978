"""The review of the frame: steps with a purpose, an end and checkpoints that can decide."""

from __future__ import annotations

from core.review.made import check, codes, criterion, entry, exercise, found, item, library, medicine, plan, step

from painplanner.core.library import Kind
from painplanner.core.measure import Target, TargetKind
from painplanner.core.plan import Action, ActionKind, AfterStep, Driver, Purpose, StepStatus


def test_a_plan_without_steps_is_said() -> None:
    assert found("no-steps", plan()).remedy == "add-step"
    assert "no-steps" not in codes(plan(step()))


def test_an_empty_step_is_said() -> None:
    assert found("step-without-items", plan(step())).subject == "step"
    assert "step-without-items" not in codes(plan(step(exercise())))


def test_a_step_is_asked_for_its_purpose_and_offered_the_likely_one() -> None:
    assert found("step-without-purpose", plan(step(medicine(), purpose=None))).arg("purpose") == "relief"
    shelf = library(entry("exercise.bridge", purpose="self-management"))
    assert found("step-without-purpose", plan(step(exercise(), purpose=None)), shelf=shelf).arg("purpose") == (
        "self-management"
    )
    assert "step-without-purpose" not in codes(plan(step(exercise())))


def test_an_empty_step_without_purpose_has_no_remedy() -> None:
    assert found("step-without-purpose", plan(step(purpose=None))).remedy == ""


def test_a_trial_without_an_end_is_offered_six_weeks() -> None:
    open_ended = plan(step(exercise(), days=None))
    assert found("trial-without-end", open_ended).arg("days") == "42"
    assert "trial-without-end" not in codes(plan(step(exercise(), days=28)))


def test_self_management_and_what_is_done_once_need_no_end() -> None:
    by_themselves = step(exercise(), days=None, purpose=Purpose.SELF_MANAGEMENT)
    assert "trial-without-end" not in codes(plan(by_themselves))
    assert "trial-without-end" not in codes(plan(step(item(Kind.DIAGNOSTIC, "nerve_test"), days=None)))


def test_a_plan_without_any_checkpoint_is_said_once() -> None:
    steps = plan(step(exercise()), step(exercise("bird_dog"), step_id="second"))
    assert found("no-checkpoint", steps).arg("step") == "step"
    assert "step-without-checkpoint" not in codes(steps)
    assert "no-checkpoint" not in codes(plan(step(exercise()), checkpoints=(check(),)))


def test_beside_others_a_step_without_checkpoint_is_said_with_the_interval_of_the_library() -> None:
    steps = (step(exercise()), step(exercise("bird_dog"), step_id="second"))
    partly = plan(*steps, checkpoints=(check(),))
    assert found("step-without-checkpoint", partly).subject == "second"
    shelf = library(entry("exercise.bird_dog", reassess_days=(28, 42)))
    assert found("step-without-checkpoint", partly, shelf=shelf).arg("days") == "28"
    assert "step-without-checkpoint" not in codes(plan(*steps, checkpoints=(check(steps=("step", "second")),)))


def test_a_checkpoint_needs_criteria_a_day_a_step_and_what_follows() -> None:
    bare = check(None, criteria=(), steps=(), on_met=None)
    seen = codes(plan(step(exercise()), checkpoints=(bare,)))
    names = {"checkpoint-without-criteria", "checkpoint-without-date", "checkpoint-without-step"}
    assert names | {"checkpoint-without-decision"} <= set(seen)
    assert not [code for code in codes(plan(step(exercise()), checkpoints=(check(),))) if code.startswith("checkpoint")]


def test_a_checkpoint_without_a_day_can_be_dated_from_its_step() -> None:
    undated = plan(step(exercise()), checkpoints=(check(None),))
    assert found("checkpoint-without-date", undated).remedy == "date-checkpoint"
    without_step = plan(step(exercise()), checkpoints=(check(None, steps=()),))
    assert found("checkpoint-without-date", without_step).remedy == ""


def test_a_checkpoint_counted_from_an_open_end_has_no_day() -> None:
    counted = check(None, when=AfterStep(step="step"))
    assert "checkpoint-without-date" in codes(plan(step(exercise(), days=None), checkpoints=(counted,)))
    assert "checkpoint-without-date" not in codes(plan(step(exercise()), checkpoints=(counted,)))


def test_an_action_that_leads_nowhere_is_said() -> None:
    lost = check(on_met=Action(kind=ActionKind.NEXT_STEP, target="gone"))
    assert found("action-without-target", plan(step(exercise()), checkpoints=(lost,))).arg("action") == "next-step"
    led = check(on_met=Action(kind=ActionKind.NEXT_STEP, target="step"))
    assert "action-without-target" not in codes(plan(step(exercise()), checkpoints=(led,)))


def test_a_criterion_needs_a_target_and_the_mcid_is_one() -> None:
    without = check(criteria=(criterion(target=None),))
    assert found("criterion-without-target", plan(step(exercise()), checkpoints=(without,))).arg("measure")
    mcid = check(criteria=(criterion("measure.nrs", None, aim=Target(kind=TargetKind.MCID)),))
    assert "criterion-without-target" not in codes(plan(step(exercise()), checkpoints=(mcid,)))


def test_more_criteria_than_there_are_cannot_be_met() -> None:
    seen = found("at-least-impossible", plan(step(exercise()), checkpoints=(check(at_least=2),)))
    assert (seen.arg("limit"), seen.arg("n")) == ("2", "1")
    assert "at-least-impossible" not in codes(plan(step(exercise()), checkpoints=(check(at_least=1),)))


def test_a_driver_that_no_step_addresses_is_said() -> None:
    drivers = (Driver(id="driver", text="Weak hip"),)
    assert found("driver-without-step", plan(step(exercise()), drivers=drivers)).arg("driver") == "driver"
    assert "driver-without-step" not in codes(plan(step(exercise(), drivers=("driver",)), drivers=drivers))


def test_a_closed_step_is_not_mended_any_more() -> None:
    closed = step(days=None, purpose=None, status=StepStatus.SKIPPED)
    mended = {"step-without-items", "step-without-purpose", "trial-without-end", "no-checkpoint"}
    assert not mended & set(codes(plan(closed)))
