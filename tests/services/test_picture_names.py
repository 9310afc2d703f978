"""Where pictures are compared, a photograph is called one."""

from __future__ import annotations

import pytest
from core.photographed import figure, jpeg, photo
from core.whole_plans import small_library

from painplanner.core.entry_changes import entry_changes
from painplanner.core.figure import Figure
from painplanner.core.values import replace
from painplanner.services.words.differences import Difference, difference_words
from painplanner.services.words.pictures import picture_name

SHOT = photo(jpeg())


@pytest.mark.parametrize(
    ("key", "shown", "said"),
    [
        ("figure.side_plank", figure(), "side plank"),
        ("figure.side_plank", None, "side plank"),
        ("own.side_plank-3f9a", figure(), "side plank (own drawing)"),
        ("own.side_plank-3f9a", figure(SHOT), "side plank (drawing and 1 photograph)"),
        ("own.side_plank-3f9a", figure(SHOT, SHOT, frames=0), "side plank (2 photographs)"),
        ("own.lift", figure(SHOT, frames=0), "lift (1 photograph)"),
        ("figure.side_plank", figure(SHOT), "side plank (drawing and 1 photograph)"),
    ],
)
def test_a_picture_is_called_by_its_name_and_what_it_shows(key: str, shown: Figure | None, said: str) -> None:
    assert picture_name(key, shown) == said


def test_a_photograph_in_the_place_of_a_drawing_is_told_where_entries_are_compared() -> None:
    bridge = small_library().entries["exercise.bridge"]
    ours = replace(bridge, figure="own.bridge-1")
    shown = {"own.bridge-1": figure(SHOT, frames=0)}
    (told,) = difference_words(entry_changes(bridge, ours), str, str, lambda key: picture_name(key, shown.get(key)))
    assert told == Difference("Picture", "bridge", "bridge (1 photograph)")
