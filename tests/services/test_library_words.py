"""Filters and fitness say in words what the library files in codes."""

from __future__ import annotations

import pytest

from painplanner.core.fitness import Fitness
from painplanner.core.own import Standing
from painplanner.core.vocabulary import EQUIPMENT, POSITIONS
from painplanner.services.words.library import (
    _furniture,
    _loads,
    _small_things,
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
