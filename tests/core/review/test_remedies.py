"""What one click mends, and that it is mended then."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from core.drawn_plans import any_day, patients, plans
from core.review.made import (
    TODAY,
    check,
    codes,
    day,
    entry,
    exercise,
    findings,
    found,
    goal,
    library,
    medicine,
    patient,
    plan,
    procedure,
    step,
)
from hypothesis import given

from painplanner.core.dose import ExerciseDose, MedicineDose, StopRule
from painplanner.core.findings import Finding
from painplanner.core.ids import counting_ids
from painplanner.core.library import Library, MedicineReference
from painplanner.core.patient import Coded, Patient
from painplanner.core.plan import AfterStep, Anchor, Lasts, Plan, Purpose, StepStatus
from painplanner.core.review import review
from painplanner.core.review.remedies import apply_remedy
from painplanner.core.values import Side, replace

SHELF = library(
    entry("medicine.ibuprofen", reference=MedicineReference(stop_rule=StopRule.ON_DATE), reassess_days=(7, 14)),
    entry("procedure.radiofrequency", reassess_days=(28, 42)),
    entry("exercise.bridge", contraindications=("osteoporosis",)),
)


def mended(code: str, of: Plan, who: Patient | None = None, shelf: Library | None = None) -> Plan:
    """Return the plan after the one click, in which the finding is gone."""
    finding = found(code, of, who, shelf)
    new = apply_remedy(of, finding, counting_ids(100), TODAY)
    assert new is not None
    assert (code, finding.subject) not in {(f.code, f.subject) for f in findings(new, who, shelf)}
    return new


def test_a_first_step_is_made() -> None:
    assert len(mended("no-steps", plan()).steps) == 1


def test_a_step_takes_its_likely_purpose() -> None:
    assert mended("step-without-purpose", plan(step(medicine(), purpose=None))).steps[0].purpose is Purpose.RELIEF


def test_a_trial_ends_after_six_weeks() -> None:
    assert mended("trial-without-end", plan(step(exercise(), days=None))).steps[0].trial_end == Lasts(days=42)


def test_a_checkpoint_is_set_two_weeks_after_the_start_of_its_step() -> None:
    made = mended("no-checkpoint", plan(step(exercise(), on=5))).checkpoints[0]
    assert made.steps == ("step",)
    assert made.when == AfterStep(step="step", anchor=Anchor.START, days=14)


def test_an_epidural_is_looked_at_in_two_weeks_from_its_own_step() -> None:
    made = mended("epidural-without-look", plan(step(procedure()))).checkpoints[0]
    assert made.when == AfterStep(step="step", anchor=Anchor.START, days=14)


def test_a_medicine_added_later_is_looked_at_from_the_day_it_was_added() -> None:

    late = replace(medicine("tramadol"), added_on=day(10))
    made = mended("opioid-without-look", plan(step(late, days=60))).checkpoints[0]
    assert made.when == AfterStep(step="step", anchor=Anchor.START, days=38)


def test_a_checkpoint_without_a_day_counts_from_its_step() -> None:
    new = mended("checkpoint-without-date", plan(step(exercise()), checkpoints=(check(None),)))
    assert new.checkpoints[0].when == AfterStep(step="step", anchor=Anchor.START, days=14)


def test_the_patients_own_goals_are_taken() -> None:
    new = mended("no-functional-goal", plan(step(exercise())), patient(goals=("Walk the dog", "Sleep")))
    assert [g.text for g in new.goals] == ["Walk the dog", "Sleep"]


def test_where_no_goal_is_known_an_empty_one_waits_for_words() -> None:
    assert "goal-without-words" in codes(mended("no-functional-goal", plan(step(exercise()))))


def test_a_goal_is_dated_twelve_weeks_on() -> None:
    assert mended("goal-without-date", plan(goals=(goal(by_days=None),))).goals[0].by_days == 84


def test_a_plan_gets_a_step_that_hands_over() -> None:
    assert mended("no-self-management", plan(step(exercise()))).steps[-1].purpose is Purpose.SELF_MANAGEMENT


def test_rehabilitation_follows_the_procedure_in_the_same_week() -> None:
    new = mended("procedure-without-rehab", plan(step(procedure(), purpose=Purpose.RELIEF)))
    assert new.steps[1].timing == AfterStep(step="step", anchor=Anchor.START, days=2)


def test_an_exercise_takes_the_side_of_the_plan() -> None:
    dose = mended("item-side-unset", plan(step(exercise(two_sided=True)), side=Side.LEFT)).steps[0].items[0].dose
    assert isinstance(dose, ExerciseDose)
    assert dose.side is Side.LEFT


def test_a_step_is_marked_as_begun_on_the_day_it_was_planned_for() -> None:
    begun = mended("start-passed", plan(step(exercise(), on=-3))).steps[0]
    assert (begun.status, begun.started_on) == (StepStatus.ACTIVE, day(-3))


def test_a_ring_of_steps_is_untied_at_its_last() -> None:
    ring = plan(
        step(exercise(), timing=AfterStep(step="second")),
        step(exercise("bird_dog"), step_id="second", timing=AfterStep(step="step")),
    )
    assert [s.timing is None for s in mended("cycle", ring).steps] == [False, True]


def test_a_medicine_takes_the_stop_rule_of_the_library_and_keeps_what_was_typed() -> None:
    of = plan(step(medicine(stop_rule=None, trial_end=None, amount=Decimal(400))))
    dose = mended("medicine-without-stop-rule", of, shelf=SHELF).steps[0].items[0].dose
    assert isinstance(dose, MedicineDose)
    assert (dose.stop_rule, dose.amount) == (StopRule.ON_DATE, Decimal(400))


def test_an_nsaid_ends_after_two_weeks_the_first_day_included() -> None:
    dose = mended("nsaid-without-end", plan(step(medicine(trial_end=None), days=None))).steps[0].items[0].dose
    assert isinstance(dose, MedicineDose)
    assert dose.trial_end == day(13)


def test_a_medicine_never_ends_in_the_past() -> None:
    of = plan(step(medicine("tizanidine", trial_end=None), days=None, on=-60, status=StepStatus.ACTIVE))
    new = apply_remedy(of, found("relaxant-long", of), counting_ids(), TODAY)
    assert new is not None
    dose = new.steps[0].items[0].dose
    assert isinstance(dose, MedicineDose)
    assert dose.trial_end == TODAY


def test_an_item_against_an_allergy_is_taken_out_before_it_begins_and_stopped_after() -> None:
    allergic = patient(allergies=(Coded(code="allergy.naproxen"),))
    assert mended("allergy", plan(step(medicine())), allergic).steps[0].items == ()
    begun = plan(step(medicine(), status=StepStatus.ACTIVE, started_on=day(-2)))
    assert mended("allergy", begun, allergic).steps[0].items[0].stopped_on == TODAY


def test_a_finding_without_remedy_and_one_the_plan_has_left_behind_change_nothing() -> None:
    of = plan(step(exercise()))
    bare = found("no-checkpoint", of)
    assert (
        apply_remedy(of, Finding(code="x", severity=bare.severity, source=bare.source), counting_ids(), TODAY) is None
    )
    assert apply_remedy(plan(), bare, counting_ids(), TODAY) is None


@given(of=plans(), who=patients, today=any_day)
def test_every_remedy_of_every_finding_mends_it(of: Plan, who: Patient, today: date) -> None:
    for finding in review(of, who, SHELF, today):
        if not finding.remedy:
            continue
        new = apply_remedy(of, finding, counting_ids(1000), today)
        if new is None or finding.remedy == "end-medicine":
            continue
        left = {(f.code, f.subject) for f in review(new, who, SHELF, today)}
        assert (finding.code, finding.subject) not in left, finding
