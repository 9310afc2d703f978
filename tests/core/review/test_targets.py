"""The review of numbers: in range, the right way, beyond error, within reach."""

from __future__ import annotations

from decimal import Decimal

import pytest
from core.review.made import check, codes, criterion, day, exercise, found, goal, ladder, measure, patient, plan, step

from painplanner.core.dose import ActivityDose, Progression
from painplanner.core.library import Library
from painplanner.core.measure import Better, MeasureKind, Reading, Target, TargetKind
from painplanner.core.plan import Checkpoint, Plan
from painplanner.core.values import LangText, replace

MINUTES = (LangText(lang="en", text="minutes"),)


def asking(*criteria: object) -> Plan:
    return plan(step(exercise()), checkpoints=(check(criteria=criteria),))


def pain(target: int | None, baseline: int | None = None, **changes: object) -> object:
    start = None if baseline is None else Decimal(baseline)
    return criterion("measure.nrs", target, better=Better.LOWER, baseline=start, **changes)


def test_a_target_or_baseline_outside_the_range_of_its_measure_is_said() -> None:
    seen = found("number-outside-range", asking(pain(12)))
    assert (seen.subject, seen.arg("value"), seen.arg("high")) == ("check", "12", "10")
    assert found("number-outside-range", asking(pain(4, 11))).arg("value") == "11"
    assert "number-outside-range" not in codes(asking(pain(4, 7)))
    assert found("number-outside-range", plan(goals=(goal(criterion=pain(12)),))).subject == "goal"


def test_a_yes_or_no_is_asked_for_in_days_a_week() -> None:
    slept = measure("measure.slept_through", kind=MeasureKind.YES_NO, maximum=Decimal(1))
    shelf = Library(measures={slept.id: slept})
    assert "number-outside-range" not in codes(asking(criterion(slept.id, 5)), shelf=shelf)
    assert found("number-outside-range", asking(criterion(slept.id, 8)), shelf=shelf).arg("high") == "7"


def test_a_reading_outside_the_range_stops() -> None:
    reading = Reading(id="r", patient="patient", measure="measure.nrs", on=day(0), value=Decimal(11))
    seen = found("reading-outside-range", plan(), readings=(reading,))
    assert (seen.severity, seen.subject_kind, seen.subject) == ("stop", "patient", patient().id)
    fine = Reading(id="r", patient="patient", measure="measure.nrs", on=day(0), value=Decimal(10))
    assert "reading-outside-range" not in codes(plan(), readings=(fine,))


def test_a_change_needs_a_baseline_and_an_mcid_needs_a_measure_that_has_one() -> None:
    by_two = Target(kind=TargetKind.CHANGE, amount=Decimal(2))
    assert found("target-unknown", asking(pain(None, aim=by_two))).arg("missing") == "baseline"
    assert "target-unknown" not in codes(asking(pain(None, 7, aim=by_two)))
    mcid = criterion(aim=Target(kind=TargetKind.MCID), baseline=Decimal(10))
    assert found("target-unknown", asking(mcid)).arg("missing") == "mcid"


def test_a_target_that_is_no_better_than_now_is_said() -> None:
    assert found("target-not-better", asking(pain(8, 7))).arg("baseline") == "7"
    assert "target-not-better" in codes(asking(criterion(target=10, baseline=Decimal(10))))
    assert "target-not-better" not in codes(asking(pain(4, 7), criterion(target=20, baseline=Decimal(10))))


def test_a_change_within_error_is_said_with_the_least_that_counts() -> None:
    assert found("target-within-error", asking(pain(6, 7))).arg("least") == "2"
    assert "target-within-error" not in codes(asking(pain(5, 7)))


def reaching(target: int, after: int, *items: object) -> Plan:
    asked = criterion(target=target, unit=MINUTES)
    return plan(step(*items), checkpoints=(check(after, criteria=(asked,)),))  # type: ignore[arg-type]


def test_a_target_beyond_the_progression_of_its_step_is_said() -> None:
    # 10 min, 2 more every 3rd day: 18 min after 14 days.
    seen = found("target-out-of-reach", reaching(20, 14, ladder(10, 2, 3)))
    assert (seen.arg("value"), seen.arg("target"), seen.arg("item")) == ("18", "20", "graded_sitting")
    assert "target-out-of-reach" not in codes(reaching(18, 14, ladder(10, 2, 3)))


def test_a_progression_stops_at_its_own_top_and_with_its_step() -> None:
    assert found("target-out-of-reach", reaching(20, 21, ladder(10, 2, 3, up_to=15))).arg("value") == "15"
    late = reaching(40, 60, ladder(10, 2, 3))
    assert found("target-out-of-reach", late).arg("value") == "28", "the step ends after 28 days"


def test_a_progression_that_was_started_anew_is_counted_from_that_day() -> None:
    sitting = ladder(10, 2, 3)
    rule = replace(sitting.dose.progression, since=day(8))  # type: ignore[union-attr]
    later = replace(sitting, dose=replace(sitting.dose, progression=rule))
    assert found("target-out-of-reach", reaching(18, 14, later)).arg("value") == "14"


def test_a_progression_by_percent_climbs_on_itself_in_numbers_a_patient_can_count() -> None:
    dose = ActivityDose(minutes=Decimal(10), progression=Progression(percent=Decimal(10), every_days=7))
    sitting = exercise("sitting", kind="lifestyle", dose=dose)
    assert found("target-out-of-reach", reaching(13, 14, sitting)).arg("value") == "12"
    assert "target-out-of-reach" not in codes(reaching(12, 14, sitting))


@pytest.mark.parametrize(
    "items",
    [(exercise("walking", dose=ActivityDose(minutes=Decimal(5))),), (exercise(),)],
    ids=["no progression", "no ladder"],
)
def test_without_a_ladder_about_it_nothing_is_said_of_reach(items: tuple[object, ...]) -> None:
    assert "target-out-of-reach" not in codes(reaching(90, 14, *items))


def test_a_ladder_about_something_else_is_not_blamed() -> None:
    walking = ladder(5, 1, 7).id
    other = exercise(walking, source="exercise.cycling", dose=ladder(5, 1, 7).dose)
    assert "target-out-of-reach" not in codes(reaching(90, 14, other))


def test_a_patients_own_activity_finds_its_ladder() -> None:
    own = criterion("measure.own_goal", 90, activity="Walk the dog", unit=MINUTES)
    walking = exercise("walking_intervals", dose=ladder(5, 1, 7).dose)
    assert "target-out-of-reach" in codes(plan(step(walking), checkpoints=(check(criteria=(own,)),)))
    therapy = exercise("the_class", dose=ladder(5, 1, 7).dose)
    assert "target-out-of-reach" not in codes(plan(step(therapy), checkpoints=(check(criteria=(own,)),)))


def test_a_distance_is_counted_in_its_own_unit() -> None:
    rungs = Progression(add=Decimal(100), every_days=7)
    walk = exercise("walking", dose=ActivityDose(distance=Decimal(500), distance_unit="m", progression=rungs))
    metres = criterion("measure.walking_distance", 900, unit=(LangText(lang="en", text="m"),))
    asked = plan(step(walk), checkpoints=(check(criteria=(metres,)),))
    assert found("target-out-of-reach", asked).arg("value") == "700"
    yards = criterion("measure.walking_distance", 900, unit=(LangText(lang="en", text="yd"),))
    assert "target-out-of-reach" not in codes(plan(step(walk), checkpoints=(check(criteria=(yards,)),)))


def test_an_empty_checkpoint_says_nothing_of_numbers() -> None:
    assert not {"target-unknown", "target-not-better"} & set(codes(plan(checkpoints=(Checkpoint(id="check"),))))
