"""The review of medicines beside one another and beside what the patient has."""

from __future__ import annotations

from datetime import date

import pytest
from core.review.made import codes, day, exercise, found, has, item, medicine, patient, plan, step, takes

from painplanner.core.library import Kind
from painplanner.core.plan import StepStatus, Texts
from painplanner.core.values import Answer, replace

OLD = date(1950, 1, 1)


@pytest.mark.parametrize(
    ("code", "severity", "one", "other"),
    [
        ("opioid-benzodiazepine", "stop", "tramadol", "diazepam"),
        ("opioid-gabapentinoid", "should", "oxycodone", "gabapentin"),
        ("opioid-depressant", "should", "oxycodone", "methocarbamol"),
        ("opioid-depressant", "should", "oxycodone", "zolpidem"),
        ("opioid-antagonist", "stop", "morphine", "naltrexone"),
        ("two-nsaids", "should", "ibuprofen", "naproxen"),
        ("nsaid-oral-and-topical", "should", "meloxicam", "diclofenac_gel"),
        ("nsaid-blood-thinner", "stop", "ibuprofen", "apixaban"),
        ("nsaid-bleeding", "should", "ibuprofen", "clopidogrel"),
        ("nsaid-bleeding", "should", "ibuprofen", "sertraline"),
        ("nsaid-bleeding", "should", "ibuprofen", "duloxetine"),
        ("nsaid-level", "should", "ibuprofen", "lithium"),
        ("serotonergic-maoi", "stop", "duloxetine", "phenelzine"),
        ("serotonergic-pair", "should", "duloxetine", "tramadol"),
        ("tizanidine-inhibitor", "stop", "tizanidine", "ciprofloxacin"),
    ],
)
def test_two_medicines_meet_in_the_plan_and_with_what_the_patient_takes(
    code: str, severity: str, one: str, other: str
) -> None:
    both = found(code, plan(step(medicine(one), medicine(other))))
    assert (both.severity, both.subject, both.args[0]) == (severity, other, ("with-item", one))
    anyway = found(code, plan(step(medicine(one))), patient(medicines=takes(other)))
    assert (anyway.subject, anyway.args[0]) == (one, ("with-code", f"medicine.{other}"))
    assert code not in codes(plan(step(medicine(one))))
    assert code not in codes(plan(step(medicine(other))))


def test_two_medicines_that_the_patient_takes_anyway_are_said_of_the_patient() -> None:
    seen = found("opioid-benzodiazepine", plan(step(exercise())), patient(medicines=takes("oxycodone", "diazepam")))
    assert (seen.subject_kind, seen.subject) == ("patient", "patient")
    assert seen.args == (("code", "medicine.diazepam"), ("with-code", "medicine.oxycodone"))


def test_the_same_medicine_is_no_second_one() -> None:
    assert "two-nsaids" not in codes(plan(step(medicine("naproxen"))), patient(medicines=takes("naproxen")))
    twice = (medicine("naproxen"), replace(medicine("naproxen"), id="again"))
    assert "two-nsaids" not in codes(plan(step(*twice)))


def test_medicines_that_are_never_taken_together_do_not_meet() -> None:
    first = step(medicine("ibuprofen", trial_end=day(6)))
    after = step(medicine("naproxen", trial_end=day(20)), step_id="after", on=7)
    assert "two-nsaids" not in codes(plan(first, after))
    overlapping = step(medicine("naproxen", trial_end=day(20)), step_id="after", on=6)
    assert "two-nsaids" in codes(plan(first, overlapping))


def test_a_stopped_medicine_meets_nothing() -> None:
    stopped = replace(medicine("naproxen"), stopped_on=day(0))
    assert "two-nsaids" not in codes(plan(step(medicine(), stopped)))
    skipped = step(medicine("naproxen"), step_id="skipped", status=StepStatus.SKIPPED)
    assert "two-nsaids" not in codes(plan(step(medicine()), skipped))


@pytest.mark.parametrize(
    "who",
    [
        patient(birth_date=OLD),
        patient(conditions=has("copd")),
        patient(conditions=has("sleep-apnoea")),
        patient(safety={"kidney_disease": Answer.YES}),
    ],
    ids=["age", "copd", "apnoea", "kidney"],
)
def test_an_opioid_beside_a_gabapentinoid_stops_where_breathing_is_at_risk(who: object) -> None:
    both = plan(step(medicine("oxycodone"), medicine("pregabalin")))
    seen = codes(both, who)  # type: ignore[arg-type]
    assert "opioid-gabapentinoid-risk" in seen
    assert "opioid-gabapentinoid" not in seen
    assert "opioid-gabapentinoid-risk" not in codes(both)


def test_stomach_protection_answers_the_bleeding_of_an_antiplatelet() -> None:
    protected = patient(medicines=takes("clopidogrel", "omeprazole"))
    assert "nsaid-bleeding" not in codes(plan(step(medicine())), protected)


def test_a_blood_thinner_that_is_not_named_stops_an_nsaid() -> None:
    unnamed = patient(safety={"blood_thinner": Answer.YES})
    assert found("nsaid-blood-thinner", plan(step(medicine())), unnamed).severity == "stop"
    named = patient(safety={"blood_thinner": Answer.YES}, medicines=takes("aspirin_low_dose"))
    assert "nsaid-blood-thinner" not in codes(plan(step(medicine())), named)
    assert "nsaid-bleeding" in codes(plan(step(medicine())), named)


@pytest.mark.parametrize(
    ("code", "field", "caution"),
    [("nsaid-kidney", "kidney_disease", "kidney-disease"), ("nsaid-pregnancy", "pregnancy", "pregnancy")],
)
def test_an_nsaid_stops_at_a_yes_and_asks_at_not_asked(code: str, field: str, caution: str) -> None:
    seen = found(code, plan(step(medicine())), patient(safety={field: Answer.YES}))
    assert (seen.severity, seen.arg("caution")) == ("stop", caution)
    assert code not in codes(plan(step(medicine())))
    unknown = patient(safety={field: Answer.NOT_ASKED})
    assert code not in codes(plan(step(medicine())), unknown)
    asked = found("safety-not-asked", plan(step(medicine())), unknown)
    assert (asked.severity, asked.arg("question"), asked.arg("item")) == ("consider", caution, "ibuprofen")


def test_a_coded_kidney_disease_is_a_yes() -> None:
    dialysis = patient(conditions=has("dialysis"))
    assert "nsaid-kidney" in codes(plan(step(medicine())), dialysis)


def test_an_nsaid_on_top_of_a_pressure_medicine_and_a_water_pill_stops() -> None:
    both = patient(medicines=takes("lisinopril", "furosemide"))
    seen = found("nsaid-triple", plan(step(medicine())), both)
    assert seen.all_args("with-code") == ("medicine.lisinopril", "medicine.furosemide")
    assert "nsaid-triple" not in codes(plan(step(medicine())), patient(medicines=takes("lisinopril")))


def test_an_nsaid_stops_at_a_failing_heart() -> None:
    assert "nsaid-heart-failure" in codes(plan(step(medicine())), patient(conditions=has("heart-failure")))
    assert "nsaid-heart-failure" not in codes(plan(step(medicine())), patient(conditions=has("heart-disease")))


def test_pregnancy_is_checked_before_opioids_gabapentinoids_and_images() -> None:
    expecting = patient(safety={"pregnancy": Answer.YES})
    assert found("pregnancy-check", plan(step(medicine("gabapentin"))), expecting).subject == "gabapentin"
    assert "pregnancy-check" in codes(plan(step(item(Kind.DIAGNOSTIC, "xray_lumbar"))), expecting)
    assert "pregnancy-check" not in codes(plan(step(medicine("gabapentin"))))
    assert "pregnancy-check" not in codes(plan(step(medicine("acetaminophen"))), expecting)


def test_an_ultrasound_needs_no_pregnancy_check_unless_another_image_may_be_taken() -> None:
    expecting = patient(safety={"pregnancy": Answer.YES})
    assert "pregnancy-check" not in codes(plan(step(item(Kind.DIAGNOSTIC, "ultrasound"))), expecting)
    typed = item(Kind.DIAGNOSTIC, "own", source="", texts=(Texts(lang="en", name="Ultrasound scan of the shoulder"),))
    assert "pregnancy-check" not in codes(plan(step(typed)), expecting)
    assert "pregnancy-check" in codes(plan(step(item(Kind.DIAGNOSTIC, "mri_or_ultrasound"))), expecting)


def test_three_medicines_for_the_nerves_are_many_from_65_on() -> None:
    three = plan(step(medicine("gabapentin"), medicine("amitriptyline"), medicine("tizanidine")))
    assert found("many-cns-active", three, patient(birth_date=OLD)).arg("n") == "3"
    assert "many-cns-active" not in codes(three)
    two = plan(step(medicine("gabapentin"), medicine("amitriptyline")))
    assert "many-cns-active" not in codes(two, patient(birth_date=OLD))
