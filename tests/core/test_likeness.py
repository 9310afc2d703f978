"""A measure and what trains it are told to be of one thing by their words, in whatever form those stand."""

import pytest

from painplanner.core.likeness import is_about


@pytest.mark.parametrize(
    ("trained", "asked", "is_one"),
    [
        ("lifestyle.graded_sitting", "measure.sitting_minutes", True),
        ("exercise.walking_programme", "measure.walking_minutes", True),
        ("lifestyle.graded_sitting", "measure.psfs sit in a meeting", True),
        ("exercise.walking_programme", "measure.sitting_minutes", False),
        ("exercise.bridge", "measure.nrs", False),
        ("", "measure.sitting_minutes", False),
    ],
)
def test_what_is_trained_and_what_is_asked_share_a_word(trained: str, asked: str, is_one: bool) -> None:
    assert is_about(trained, asked) is is_one
