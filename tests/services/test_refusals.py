"""A refused value gets a sentence: what is wrong and what is allowed."""

from __future__ import annotations

from datetime import date

import pytest

from painplanner.core.dose import ExerciseDose
from painplanner.core.plan import Step
from painplanner.core.values import Impossible, parse_decimal
from painplanner.services.words.refusals import impossible_sentence


def refusal(make: object) -> str:
    assert callable(make)
    with pytest.raises(Impossible) as caught:
        make()
    return impossible_sentence(caught.value)


def test_a_number_out_of_range_says_the_range() -> None:
    assert refusal(lambda: ExerciseDose(sets=99)) == "Sets cannot be 99: from 1 to 20."


@pytest.mark.parametrize(
    ("value", "high", "unit", "sentence"),
    [
        ("4", "20", "points", "4 is too low. This goes from 9 to 20 points."),
        ("21", "20", "", "21 is too high. This goes from 9 to 20."),
        ("4", None, "minutes", "4 is too low. This goes from 9 minutes up."),
        ("NaN", "20", "", "The value cannot be NaN: from 9 to 20."),
    ],
)
def test_a_number_beyond_its_scale_is_told_as_a_person_would(
    value: str, high: str | None, unit: str, sentence: str
) -> None:
    assert (
        impossible_sentence(Impossible("out-of-range", "value", value=value, low="9", high=high, unit=unit)) == sentence
    )


def test_a_group_separator_is_refused_with_what_to_write() -> None:
    assert "Write 1000 without a separator" in refusal(lambda: parse_decimal("1,000.5"))


def test_dates_are_written_with_their_month() -> None:
    said = refusal(lambda: Step(id="s", started_on=date(2026, 3, 2), ended_on=date(2026, 2, 1)))
    assert said == "The end (1 Feb 2026) lies before the start (2 Mar 2026)."


@pytest.mark.parametrize("code", ["newer-schema", "unknown-schema", "unreadable", "duplicate-id"])
def test_what_cannot_be_read_says_that_nothing_changed(code: str) -> None:
    assert "Nothing was changed." in impossible_sentence(Impossible(code))


def test_an_unknown_refusal_still_has_a_sentence() -> None:
    assert impossible_sentence(Impossible("odd")) == "That is not possible here (odd). Nothing was changed."
