"""The review of a single medicine: typed, ended, looked at, fitting."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from core.review.made import (
    check,
    codes,
    day,
    entry,
    exercise,
    found,
    goal,
    has,
    library,
    medicine,
    patient,
    plan,
    step,
    takes,
)

from painplanner.core.dose import StopRule, TimeOfDay
from painplanner.core.library import MedicineFact, MedicineReference
from painplanner.core.plan import NextVisit, StepStatus
from painplanner.core.values import Answer, Mechanism, replace

OLD = date(1950, 1, 1)


def test_a_medicine_whose_dose_nobody_typed_is_said() -> None:
    assert found("medicine-without-dose", plan(step(medicine(amount=None)))).subject == "ibuprofen"
    assert "medicine-without-dose" not in codes(plan(step(medicine())))


def test_an_amount_needs_its_unit() -> None:
    assert found("medicine-without-unit", plan(step(medicine(unit=" ", amount=Decimal("0.5"))))).arg("value") == "0.5"
    assert "medicine-without-unit" not in codes(plan(step(medicine())))
    assert "medicine-without-unit" not in codes(plan(step(medicine(unit="", amount=None))))


def test_a_medicine_says_how_it_stops_and_the_library_offers_the_rule() -> None:
    open_ended = plan(step(medicine("gabapentin", stop_rule=None, trial_end=None)))
    assert found("medicine-without-stop-rule", open_ended).remedy == ""
    shelf = library(entry("medicine.gabapentin", reference=MedicineReference(stop_rule=StopRule.NEVER_SUDDENLY)))
    seen = found("medicine-without-stop-rule", open_ended, shelf=shelf)
    assert (seen.remedy, seen.arg("stop-rule")) == ("set-stop-rule", "never-suddenly")
    assert "medicine-without-stop-rule" not in codes(plan(step(medicine("gabapentin"))))


def test_a_day_does_not_say_whether_a_medicine_may_stop_on_it() -> None:
    dated = plan(step(medicine("gabapentin", stop_rule=None)))
    assert found("medicine-without-stop-rule", dated).subject == "gabapentin"
    assert "medicine-without-stop-rule" not in codes(plan(step(medicine("naloxone", stop_rule=None, trial_end=None))))


def test_a_medicine_that_ends_on_a_day_needs_the_day() -> None:
    open_ended = plan(step(medicine("acetaminophen", trial_end=None), days=None))
    assert found("medicine-without-end", open_ended).remedy == ""
    shelf = library(entry("medicine.acetaminophen", reassess_days=(7, 14)))
    assert found("medicine-without-end", open_ended, shelf=shelf).arg("days") == "14"
    assert "medicine-without-end" not in codes(plan(step(medicine("acetaminophen", trial_end=None), days=28)))


def test_a_rescue_medicine_has_no_end() -> None:
    assert "medicine-without-end" not in codes(plan(step(medicine("naloxone", trial_end=None), days=None)))


@pytest.mark.parametrize(
    ("companion", "beside"),
    [("senna", "tramadol"), ("polyethylene_glycol", "oxycodone"), ("omeprazole", "ibuprofen")],
)
def test_protection_ends_with_the_medicine_it_stands_beside_and_alone_needs_its_day(
    companion: str, beside: str
) -> None:
    protection = medicine(companion, trial_end=None)
    assert "medicine-without-end" not in codes(plan(step(protection, medicine(beside), days=None)))
    taken = patient(medicines=takes(beside))
    assert "medicine-without-end" not in codes(plan(step(protection, days=None)), taken)
    assert found("medicine-without-end", plan(step(protection, days=None))).subject == companion
    other = plan(step(protection, medicine("gabapentin"), days=None))
    assert found("medicine-without-end", other).subject == companion


def test_an_nsaid_has_an_end() -> None:
    open_ended = plan(step(medicine(trial_end=None), days=None))
    assert found("nsaid-without-end", open_ended).arg("days") == "14"
    assert "medicine-without-end" not in codes(open_ended)
    assert "nsaid-without-end" not in codes(plan(step(medicine())))


def test_an_nsaid_beyond_two_weeks_is_looked_at_in_two_weeks() -> None:
    long = step(medicine(trial_end=day(20)))
    assert found("nsaid-long", plan(long)).arg("n") == "21"
    assert "nsaid-long" not in codes(plan(long, checkpoints=(check(14),)))
    assert "nsaid-long" in codes(plan(long, checkpoints=(check(15),)))
    assert "nsaid-long" not in codes(plan(step(medicine(trial_end=day(13)))))


def test_a_gel_is_no_swallowed_nsaid() -> None:
    gel = plan(step(medicine("diclofenac_gel", trial_end=None), days=60))
    assert not [code for code in codes(gel) if code.startswith("nsaid")]


def test_a_muscle_relaxant_ends_within_three_weeks() -> None:
    assert found("relaxant-long", plan(step(medicine("tizanidine", trial_end=day(21))))).arg("n") == "22"
    assert "relaxant-long" in codes(plan(step(medicine("tizanidine", trial_end=None), days=None)))
    assert "relaxant-long" not in codes(plan(step(medicine("tizanidine", trial_end=day(20)))))


def test_an_opioid_has_an_exit_a_goal_and_a_look_within_four_weeks() -> None:
    bare = codes(plan(step(medicine("tramadol", trial_end=None), days=None)))
    assert {"opioid-without-exit", "opioid-without-goal", "opioid-without-look"} <= set(bare)
    planned = replace(medicine("tramadol"), stop_plan="As written for the pharmacy")
    whole = codes(plan(step(planned), goals=(goal(),), next_visit=NextVisit(on=day(28))))
    assert not [code for code in whole if code.startswith("opioid")]


def test_a_look_on_the_first_day_or_after_four_weeks_is_none() -> None:
    assert "opioid-without-look" in codes(plan(step(medicine("tramadol")), checkpoints=(check(0),)))
    assert "opioid-without-look" in codes(plan(step(medicine("tramadol")), checkpoints=(check(29),)))


def test_a_trigger_asks_for_naloxone_beside_an_opioid() -> None:
    tramadol = plan(step(medicine("tramadol")))
    assert found("opioid-without-naloxone", tramadol, patient(conditions=has("sleep-apnoea"))).arg("caution")
    assert found("opioid-without-naloxone", tramadol, patient(birth_date=OLD)).arg("age") == "76"
    assert "opioid-without-naloxone" not in codes(tramadol)
    with_rescue = plan(step(medicine("tramadol"), medicine("naloxone")))
    assert "opioid-without-naloxone" not in codes(with_rescue, patient(birth_date=OLD))


def test_the_opioid_the_patient_takes_anyway_counts() -> None:
    seen = found("opioid-without-naloxone", plan(step(exercise())), patient(medicines=takes("oxycodone", "diazepam")))
    assert (seen.subject_kind, seen.arg("class")) == ("patient", "benzodiazepine")


def test_a_medicine_for_another_mechanism_is_thought_about() -> None:
    shelf = library(entry("medicine.ibuprofen", mechanisms=(Mechanism.NOCICEPTIVE,)))
    seen = found("mechanism-differs", plan(step(medicine()), mechanism=Mechanism.NOCIPLASTIC), shelf=shelf)
    assert (seen.arg("mechanism"), seen.all_args("fits")) == ("nociplastic", ("nociceptive",))
    for mechanism in (Mechanism.NOCICEPTIVE, Mechanism.MIXED, None):
        assert "mechanism-differs" not in codes(plan(step(medicine()), mechanism=mechanism), shelf=shelf)


def test_what_is_hard_on_older_people_is_said_from_65_on() -> None:
    tricyclic = plan(step(medicine("amitriptyline")))
    assert found("hard-on-older", tricyclic, patient(birth_date=date(1961, 1, 14))).arg("class") == "tca"
    assert "hard-on-older" not in codes(tricyclic, patient(birth_date=date(1961, 1, 15)))
    assert "hard-on-older" not in codes(tricyclic, patient(birth_date=None))


def test_a_typed_day_above_the_maximum_is_said() -> None:
    maximum = MedicineFact(amount=Decimal(3600), unit="mg/day")
    shelf = library(entry("medicine.gabapentin", reference=MedicineReference(maximum=maximum)))
    high = plan(step(medicine("gabapentin", amount=Decimal(1300), unit="mg", times_per_day=3)))
    assert found("above-maximum", high, shelf=shelf).arg("value") == "3900"
    fine = plan(step(medicine("gabapentin", amount=Decimal(1200), unit="mg", times_per_day=3)))
    assert "above-maximum" not in codes(fine, shelf=shelf)
    other_unit = plan(step(medicine("gabapentin", amount=Decimal(9000), unit="drops", times_per_day=3)))
    assert "above-maximum" not in codes(other_unit, shelf=shelf)


def test_times_of_day_count_where_no_number_was_typed() -> None:
    twice = (TimeOfDay.MORNING, TimeOfDay.BEDTIME, TimeOfDay.AS_NEEDED)
    maximum = MedicineReference(maximum=MedicineFact(amount=Decimal(60), unit="mg"))
    shelf = library(entry("medicine.duloxetine", reference=maximum))
    typed = medicine("duloxetine", amount=Decimal(60), unit="mg", times_per_day=None, times=twice)
    assert found("above-maximum", plan(step(typed)), shelf=shelf).arg("value") == "120"


@pytest.mark.parametrize(("times", "is_stop"), [(4, False), (5, True)])
def test_acetaminophen_above_four_grams_stops(times: int, is_stop: bool) -> None:
    typed = plan(step(medicine("acetaminophen", amount=Decimal(1), unit="g", times_per_day=times)))
    assert ("acetaminophen-above-maximum" in codes(typed)) is is_stop


def test_acetaminophen_above_three_grams_is_careful_with_age_or_liver() -> None:
    typed = plan(step(medicine("acetaminophen", amount=Decimal(1000), unit="mg", times_per_day=4)))
    assert found("acetaminophen-careful", typed, patient(birth_date=OLD)).arg("value") == "4000"
    assert "acetaminophen-careful" in codes(typed, patient(conditions=has("cirrhosis")))
    assert "acetaminophen-careful" not in codes(typed)


def test_medicines_of_closed_steps_are_not_reviewed() -> None:
    closed = plan(step(medicine("tramadol", amount=None, trial_end=None), status=StepStatus.DONE))
    assert not {"medicine-without-dose", "opioid-without-exit"} & set(codes(closed, patient(birth_date=OLD)))


def test_not_asked_is_no_trigger() -> None:
    unknown = patient(safety={"kidney_disease": Answer.NOT_ASKED})
    assert "opioid-without-naloxone" not in codes(plan(step(medicine("tramadol"))), unknown)
