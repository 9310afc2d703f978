"""An entry of the library refuses a dose outside its own range and whatever else cannot be; a template too."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from core.whole_plans import story_template

from painplanner.core.dose import ExerciseDose
from painplanner.core.library import DoseRange, Intervention, Kind, MedicineFact
from painplanner.core.plan import Goal, Texts
from painplanner.core.values import Impossible, replace
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


@pytest.mark.parametrize("field", ["expect_days", "reassess_days"])
@pytest.mark.parametrize(
    ("days", "code"),
    [((-1, 5), "out-of-range"), ((1, 10**12), "out-of-range"), ((9, 2), "range-upside-down")],
)
def test_days_that_no_calendar_has_are_refused(field: str, days: tuple[int, int], code: str) -> None:
    with pytest.raises(Impossible, match=code):
        replace(bridge(None), **{field: days})


def test_an_amount_that_would_be_written_with_thousands_of_zeros_is_refused() -> None:
    with pytest.raises(Impossible, match="out-of-range"):
        ExerciseDose(load=Decimal("1e-9999"))
    assert ExerciseDose(load=Decimal("0.000")).load == 0


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"position": "a" * 301}, "too-long"),
        ({"purpose": "a" * 301}, "too-long"),
        ({"equipment": ("a" * 301,)}, "too-long"),
        ({"equipment": ("mat",) * 61}, "too-many"),
        ({"precautions": ("pregnancy",) * 61}, "too-many"),
    ],
)
def test_codes_without_end_are_refused(changes: dict[str, Any], code: str) -> None:
    with pytest.raises(Impossible, match=code):
        replace(bridge(None), **changes)


def test_the_words_beside_a_reference_amount_and_who_checked_a_text_have_an_end() -> None:
    for make in (lambda: MedicineFact(text="a" * 1_001), lambda: Texts(lang="en", name="A", checked_by="a" * 301)):
        with pytest.raises(Impossible, match="too-long"):
            make()


def test_a_template_needs_a_name_and_an_id_of_its_kind() -> None:
    story = story_template()
    for changes, code in (({"texts": ()}, "no-name"), ({"id": "exercise.bridge"}, "id-kind")):
        with pytest.raises(Impossible, match=code):
            replace(story, **changes)
    assert replace(story, id="own.story").id == "own.story"


def test_what_stands_twice_in_a_template_is_refused_before_a_plan_is_made_of_it() -> None:
    story = story_template()
    calm, load = story.steps
    for changes in (
        {"drivers": (story.drivers[0],) * 2},
        {"goals": (Goal(id="g"),) * 2},
        {"steps": (calm, replace(load, items=calm.items))},
    ):
        with pytest.raises(Impossible, match="duplicate-id"):
            replace(story, **changes)
