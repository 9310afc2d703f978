"""Filters and fitness say in words what the library files in codes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from painplanner.core.dose import ProcedureDose
from painplanner.core.fitness import Fitness
from painplanner.core.library import Intervention, Kind, MedicineFact, MedicineReference
from painplanner.core.own import Standing
from painplanner.core.plan import Texts
from painplanner.core.vocabulary import EQUIPMENT, POSITIONS
from painplanner.services.words.library import (
    _furniture,
    _loads,
    _small_things,
    dose_words,
    equipment_words,
    fitness_sentence,
    position_words,
    standing_words,
    waiting_sentence,
)


def test_every_position_and_piece_of_equipment_has_a_word_of_its_own() -> None:
    assert {**_loads(), **_furniture(), **_small_things()}.keys() == set(EQUIPMENT)
    words = [position_words(one) for one in POSITIONS]
    assert len(set(words)) == len(words)
    assert not any("-" in word for word in words)


def test_a_word_of_the_practice_is_shown_as_it_was_given() -> None:
    assert equipment_words("balance-cushion") == "Balance cushion"
    assert position_words("half-kneeling") == "Half kneeling"


@pytest.mark.parametrize(
    ("fitness", "sentence"),
    [
        (Fitness(), ""),
        (Fitness(against=("blood-thinner",)), "Not with a blood thinner."),
        (Fitness(against=("medicine.naproxen", "pregnancy")), "Allergy: naproxen."),
        (Fitness(against=("pregnancy",), unasked=("fall-risk",)), "Not with pregnancy."),
        (Fitness(unasked=("pregnancy", "kidney-disease")), "Not asked yet: pregnancy, kidney disease."),
        (Fitness(careful=("condition.copd",)), "Take care: COPD."),
    ],
)
def test_fitness_is_one_sentence_about_what_matters_most(fitness: Fitness, sentence: str) -> None:
    assert fitness_sentence(fitness) == sentence


def test_what_waits_for_an_answer_is_counted() -> None:
    assert waiting_sentence(0, ()) == ""
    assert waiting_sentence(1, ("pregnancy",)) == "1 more needs a safety question answered: pregnancy."
    assert waiting_sentence(3, ("pregnancy", "fall-risk")) == (
        "3 more need a safety question answered: pregnancy, risk of falls."
    )


def test_only_what_is_not_built_in_says_how_it_stands() -> None:
    assert standing_words(Standing.BUILT_IN) == ""
    assert all(standing_words(one) for one in Standing if one is not Standing.BUILT_IN)


def _medicine(usual: MedicineFact | None = None, start: MedicineFact | None = None) -> Intervention:
    texts = (Texts(lang="en", name="Drug"),)
    return Intervention(
        id="medicine.drug", kind=Kind.MEDICINE, texts=texts, reference=MedicineReference(start=start, usual=usual)
    )


def test_a_list_shows_the_usual_amount_of_a_medicine_or_the_first_one_with_a_number() -> None:
    start = MedicineFact(amount=Decimal(800), unit="mg", text="3 to 4 times a day")
    usual = MedicineFact(text="900 to 1800 mg a day in 3 doses")
    assert dose_words(_medicine(start=start, usual=usual), None) == "900–1800 mg a day in 3 doses"
    told = MedicineFact(text="As at the start")
    assert dose_words(_medicine(start=start, usual=told), None) == "Start: 800 mg 3–4 times a day"
    assert dose_words(_medicine(usual=told), None) == ""


def test_a_list_shows_a_dose_without_the_quotes_that_typing_it_needs() -> None:
    assert dose_words(_medicine(), ProcedureDose(guidance="X-ray or ultrasound")) == "guided X-ray or ultrasound"
