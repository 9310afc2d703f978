"""An entry of the library refuses a dose outside its own range, and a range that cannot be."""

from __future__ import annotations

from decimal import Decimal

import pytest

from painplanner.core.dose import ExerciseDose
from painplanner.core.library import DoseRange, Intervention, Kind
from painplanner.core.plan import Texts
from painplanner.core.values import Impossible
from painplanner.services.words.refusals import impossible_sentence


def bridge(dose: ExerciseDose | None, *ranges: DoseRange) -> Intervention:
    return Intervention(
        id="exercise.bridge", kind=Kind.EXERCISE, texts=(Texts(lang="en", name="Bridge"),), dose=dose, ranges=ranges
    )


def test_a_dose_inside_its_range_and_an_unset_one_are_kept() -> None:
    sets = DoseRange(field="sets", low=Decimal(1), high=Decimal(4))
    assert bridge(ExerciseDose(sets=4), sets).ranges == (sets,)
    assert bridge(ExerciseDose(reps=10), sets).ranges == (sets,)


def test_a_dose_outside_its_range_is_refused_with_both_ends() -> None:
    with pytest.raises(Impossible) as refused:
        bridge(ExerciseDose(sets=5), DoseRange(field="sets", low=Decimal(1), high=Decimal(4)))
    sentence = impossible_sentence(refused.value)
    assert sentence == "Sets cannot be 5: the range of this entry goes from 1 to 4."


def test_a_range_of_a_field_the_dose_does_not_have_is_refused() -> None:
    with pytest.raises(Impossible) as refused:
        bridge(ExerciseDose(sets=3), DoseRange(field="minutes", low=Decimal(1)))
    assert impossible_sentence(refused.value) == ("Minutes has a range, but the dose of this entry has no such field.")


def test_a_range_upside_down_is_refused() -> None:
    with pytest.raises(Impossible, match="upside-down"):
        DoseRange(field="sets", low=Decimal(4), high=Decimal(1))
