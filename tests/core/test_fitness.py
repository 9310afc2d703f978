"""What suits a patient: not asked is never no."""

from __future__ import annotations

from painplanner.core.dose import ProcedureDose
from painplanner.core.fitness import CLEAR, Fitness, answers_of, coded_allergies, fitness_of, questions_of
from painplanner.core.library import Intervention, Kind
from painplanner.core.patient import Coded, FreeText, Patient, SafetyAnswers
from painplanner.core.plan import Texts
from painplanner.core.values import Answer

ALL_NO = SafetyAnswers(**dict.fromkeys(SafetyAnswers.__struct_fields__, Answer.NO))


def entry(kind: Kind = Kind.EXERCISE, **fields: object) -> Intervention:
    return Intervention(id=f"{kind.value}.one", kind=kind, texts=(Texts(lang="en", name="One"),), **fields)  # type: ignore[arg-type]


def judged(one: Intervention, **fields: object) -> Fitness:
    patient = Patient(id="p", **fields)  # type: ignore[arg-type]
    return fitness_of(one, answers_of(patient), coded_allergies(patient), questions_of(one))


def test_an_entry_without_cautions_suits_everybody() -> None:
    assert judged(entry()) is CLEAR
    assert CLEAR.fits


def test_a_contraindication_that_was_answered_yes_speaks_against_it() -> None:
    one = entry(contraindications=("pregnancy",), precautions=("fall-risk",))
    found = judged(one, safety=SafetyAnswers(pregnancy=Answer.YES, fall_risk=Answer.YES))
    assert found == Fitness(against=("pregnancy",), careful=("fall-risk",))
    assert not found.fits


def test_a_question_that_nobody_asked_is_open_and_no_fit() -> None:
    one = entry(contraindications=("pregnancy",), precautions=("fall-risk",))
    assert judged(one).unasked == ("pregnancy", "fall-risk")
    assert not judged(one).fits
    assert judged(one, safety=ALL_NO).fits


def test_a_precaution_asks_for_care_and_still_fits() -> None:
    one = entry(precautions=("condition.diabetes",))
    found = judged(one, safety=ALL_NO, conditions=(Coded(code="condition.diabetes"),))
    assert found == Fitness(careful=("condition.diabetes",))
    assert found.fits


def test_a_condition_that_is_not_on_the_list_of_the_patient_asks_nothing() -> None:
    assert judged(entry(contraindications=("condition.active-infection",))).fits


def test_a_condition_of_a_safety_question_is_known_only_when_that_was_answered() -> None:
    one = entry(contraindications=("condition.pacemaker",))
    assert judged(one).unasked == ("implanted-device",)
    assert judged(one, safety=ALL_NO).fits
    some_device = SafetyAnswers(implanted_device=Answer.YES)
    assert judged(one, safety=some_device).unasked == ("condition.pacemaker",), "which device it is was not said"
    with_pacemaker = judged(one, conditions=(Coded(code="condition.pacemaker"),))
    assert with_pacemaker.against == ("condition.pacemaker",)


def test_an_allergy_concerns_the_whole_class_and_free_words_nothing() -> None:
    one = entry(Kind.MEDICINE, drug_classes=("nsaid",))
    naproxen = Coded(code="medicine.naproxen")
    assert judged(one, safety=ALL_NO, allergies=(naproxen, FreeText(text="pollen"))).against == ("medicine.naproxen",)
    assert judged(one, safety=ALL_NO, allergies=(FreeText(text="naproxen"),)).fits


def test_a_needle_asks_for_blood_thinners_and_a_swallowed_nsaid_for_the_kidneys_too() -> None:
    assert questions_of(entry(Kind.PROCEDURE)) == ("blood-thinner",)
    assert questions_of(entry(Kind.DIAGNOSTIC, dose=ProcedureDose())) == ("blood-thinner",)
    assert questions_of(entry(Kind.DIAGNOSTIC)) == ()
    assert questions_of(entry(Kind.MEDICINE, drug_classes=("nsaid",))) == ("blood-thinner", "kidney-disease")
    assert questions_of(entry(Kind.MEDICINE, drug_classes=("nsaid", "topical-nsaid"))) == ()
    assert questions_of(entry(Kind.MEDICINE, drug_classes=("gabapentinoid",))) == ("kidney-disease",)
    assert judged(entry(Kind.PROCEDURE)).unasked == ("blood-thinner",)


def test_allergies_must_be_known_before_a_drug_suits_anybody() -> None:
    one = entry(Kind.MEDICINE, drug_classes=("muscle-relaxant",))
    pollen = FreeText(text="pollen")
    assert judged(one, safety=ALL_NO).unasked == ("allergies",)
    assert judged(one, safety=ALL_NO, allergies_answer=Answer.YES).unasked == ("allergies",), "none was named"
    assert judged(one, safety=ALL_NO, allergies_answer=Answer.YES, allergies=(pollen,)).fits
    assert judged(one, safety=ALL_NO, allergies_answer=Answer.NO).fits
    assert judged(entry(), safety=ALL_NO).fits, "an exercise asks for no allergy"
