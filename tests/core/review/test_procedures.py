"""The review of procedures and tests: the hand-off, the look, the reason, the side and the blood thinner."""

from __future__ import annotations

from core.review.made import (
    check,
    codes,
    day,
    entry,
    exercise,
    found,
    item,
    library,
    patient,
    plan,
    procedure,
    step,
    takes,
)

from painplanner.core.dose import CourseDose, ProcedureDose
from painplanner.core.library import Kind
from painplanner.core.patient import RedFlagAnswer, RedFlags
from painplanner.core.plan import NextVisit, Plan, Purpose, StepStatus
from painplanner.core.values import Answer, Mechanism, Side


def needle_step(**changes: object) -> object:
    return step(procedure(), step_id="needle-step", days=1, purpose=Purpose.RELIEF, **changes)


def with_rehab(on: int, **changes: object) -> Plan:
    return plan(needle_step(), step(exercise(), on=on, **changes))  # type: ignore[arg-type]


def test_a_procedure_is_followed_by_rehabilitation_within_two_weeks() -> None:
    seen = found("procedure-without-rehab", with_rehab(15))
    assert (seen.subject, seen.arg("step"), seen.remedy) == ("needle", "needle-step", "add-rehab-step")
    assert "procedure-without-rehab" not in codes(with_rehab(14))
    assert "procedure-without-rehab" not in codes(with_rehab(2))


def test_rehabilitation_that_goes_on_already_counts_and_what_ended_before_does_not() -> None:
    assert "procedure-without-rehab" not in codes(with_rehab(-7, days=28))
    assert "procedure-without-rehab" in codes(with_rehab(-7, days=7))


def test_a_course_of_visits_is_rehabilitation_and_teaching_is_not() -> None:
    visits = item(Kind.COORDINATION, "physical_therapy", dose=CourseDose(visits=6))
    assert "procedure-without-rehab" not in codes(plan(needle_step(), step(visits, on=3)))  # type: ignore[arg-type]
    teaching = step(item(Kind.EDUCATION, "pacing"), on=3)
    assert "procedure-without-rehab" in codes(plan(needle_step(), teaching))  # type: ignore[arg-type]


def test_a_step_that_waits_for_its_exercises_counts_and_says_itself_that_it_is_empty() -> None:
    seen = codes(plan(needle_step(), step(on=2)))  # type: ignore[arg-type]
    assert "procedure-without-rehab" not in seen
    assert "step-without-items" in seen


def test_a_diagnostic_block_needs_no_rehabilitation() -> None:
    block = step(procedure("medial_branch_block"), purpose=Purpose.DIAGNOSTIC)
    assert "procedure-without-rehab" not in codes(plan(block))
    shelf = library(entry("procedure.medial_branch_block", purpose="diagnostic"))
    assert "procedure-without-rehab" not in codes(plan(step(procedure("medial_branch_block"))), shelf=shelf)


def test_what_was_done_long_ago_is_left_alone() -> None:
    old = plan(needle_step(on=-60, status=StepStatus.DONE))  # type: ignore[arg-type]
    assert not {"procedure-without-rehab", "epidural-without-look"} & set(codes(old))
    recent = plan(needle_step(on=-5, status=StepStatus.DONE))  # type: ignore[arg-type]
    assert {"procedure-without-rehab", "epidural-without-look"} <= set(codes(recent))


def test_an_epidural_is_looked_at_in_two_to_three_weeks() -> None:
    seen = found("epidural-without-look", with_rehab(2))
    assert (seen.arg("first"), seen.arg("last"), seen.arg("days")) == ("14", "21", "14")
    for after, is_said in ((13, True), (14, False), (21, False), (22, True)):
        looked = plan(needle_step(), checkpoints=(check(after, steps=("needle-step",)),))  # type: ignore[arg-type]
        assert ("epidural-without-look" in codes(looked)) is is_said, after


def test_the_next_visit_is_a_look_too() -> None:
    visit = plan(needle_step(), next_visit=NextVisit(on=day(16)))  # type: ignore[arg-type]
    assert "epidural-without-look" not in codes(visit)


def test_any_other_procedure_is_looked_at_as_the_library_says() -> None:
    shelf = library(entry("procedure.knee_injection", reassess_days=(21, 28)))
    knee = step(procedure("knee_injection"), days=1)
    assert found("procedure-without-look", plan(knee), shelf=shelf).arg("last") == "28"
    assert "procedure-without-look" not in codes(plan(knee, checkpoints=(check(28),)), shelf=shelf)
    assert "procedure-without-look" not in codes(plan(knee))


def test_an_ablation_waits_for_two_blocks() -> None:
    burn = step(procedure("rfa_medial_branch", dose=ProcedureDose(site="L4/5")), step_id="burn", on=40)
    blocks = step(procedure("mbb_lumbar", item_id="one"), procedure("mbb_lumbar", item_id="two"))
    assert found("ablation-without-blocks", plan(burn)).arg("n") == "0"
    assert "ablation-without-blocks" not in codes(plan(blocks, burn))
    assert "ablation-without-blocks" not in codes(plan(step(procedure("genicular_rfa"))))
    others = step(procedure("occipital_nerve_block", item_id="one"), procedure("occipital_nerve_block", item_id="two"))
    assert "ablation-without-blocks" in codes(plan(others, burn))


def test_needles_alone_are_no_plan_for_sensitised_pain() -> None:
    needles = step(procedure(), procedure("trigger_point", item_id="second"))
    alone = plan(needles, mechanism=Mechanism.NOCIPLASTIC)
    assert found("invasive-when-sensitised", alone).all_args("item") == ("needle", "second")
    active = plan(needles, step(item(Kind.EDUCATION, "pain"), step_id="second"), mechanism=Mechanism.NOCIPLASTIC)
    assert "invasive-when-sensitised" not in codes(active)
    assert "invasive-when-sensitised" not in codes(plan(needles, mechanism=Mechanism.NEUROPATHIC))


def test_an_image_needs_a_reason_or_a_red_flag() -> None:
    image = step(item(Kind.DIAGNOSTIC, "mri_lumbar"))
    assert found("imaging-without-reason", plan(image)).subject == "mri_lumbar"
    reasoned = step(item(Kind.DIAGNOSTIC, "mri_lumbar", note="Decides between block and surgery"))
    assert "imaging-without-reason" not in codes(plan(reasoned))
    flags = RedFlags(answers=(RedFlagAnswer(flag="red-flag.cancer", answer=Answer.YES),))
    assert "imaging-without-reason" not in codes(plan(image), patient(red_flags=flags))
    assert "imaging-without-reason" not in codes(plan(step(item(Kind.DIAGNOSTIC, "nerve_conduction"))))


def test_a_needle_names_its_side_and_its_site() -> None:
    vague = procedure(two_sided=True, dose=ProcedureDose())
    assert found("needle-without-side", plan(step(vague), side=Side.RIGHT)).arg("side") == "right"
    assert found("needle-without-side", plan(step(vague))).remedy == ""
    assert found("needle-without-site", plan(step(vague))).subject == "needle"
    clear = procedure(two_sided=True, dose=ProcedureDose(level="L5", side=Side.LEFT))
    assert not {"needle-without-side", "needle-without-site"} & set(codes(plan(step(clear))))


def test_a_needle_near_the_spine_stops_at_a_blood_thinner_until_someone_talks_to_the_prescriber() -> None:
    thinned = patient(safety={"blood_thinner": Answer.YES})
    assert found("spine-needle-blood-thinner", plan(step(procedure())), thinned).severity == "stop"
    assert "spine-needle-blood-thinner" in codes(plan(step(procedure())), patient(medicines=takes("apixaban")))
    assert "spine-needle-blood-thinner" not in codes(plan(step(procedure())))
    talk = step(item(Kind.COORDINATION, "anticoagulant_hold"), step_id="talk")
    assert "spine-needle-blood-thinner" not in codes(plan(step(procedure()), talk), thinned)


def test_any_other_needle_is_talked_about() -> None:
    thinned = patient(safety={"blood_thinner": Answer.YES})
    knee = plan(step(procedure("knee_injection")))
    assert found("needle-blood-thinner", knee, thinned).severity == "should"
    assert "spine-needle-blood-thinner" not in codes(knee, thinned)
    assert "needle-blood-thinner" not in codes(plan(step(procedure())), thinned)
    assert "needle-blood-thinner" not in codes(knee)


def test_a_facet_block_in_the_neck_is_near_the_spine_and_one_in_the_back_is_not() -> None:
    thinned = patient(safety={"blood_thinner": Answer.YES})
    neck = plan(step(procedure("medial_branch_block", dose=ProcedureDose(level="C4/5"))))
    back = plan(step(procedure("medial_branch_block", dose=ProcedureDose(level="L4/5"))))
    assert "spine-needle-blood-thinner" in codes(neck, thinned)
    assert "needle-blood-thinner" in codes(back, thinned)
