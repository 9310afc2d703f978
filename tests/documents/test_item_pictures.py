"""What stands for an exercise on a paper: drawings, photographs, or a place that is neatly left free."""

from __future__ import annotations

import pytest
from core.photographed import TALL, WIDE, figure, jpeg, kept, photo
from documents.sciatica import BRIDGE, request, with_items

from painplanner.core.dose import ExerciseDose
from painplanner.core.drawing import Photograph
from painplanner.core.figure import Figure, Frame, Photo, draw_placeholder
from painplanner.core.plan import Item
from painplanner.core.values import Side, replace
from painplanner.documents.as_text import as_text
from painplanner.documents.blocks import Picture
from painplanner.documents.exercise_sheet import exercise_sheet
from painplanner.documents.item_pictures import pictures
from painplanner.documents.paper import paper_words

ONE, TWO = jpeg(WIDE), jpeg(TALL)
FIRST, SECOND = photo(ONE), photo(TWO, TALL)


def shown(drawn: Figure, photos: dict[str, bytes], item: Item = BRIDGE, lang: str = "en") -> tuple[Picture, ...]:
    made = request(with_items(item), figures={"figure.bridge": drawn}, photos=photos, language=lang)
    return pictures(item, made, paper_words(made))


def is_photograph(picture: Picture) -> bool:
    return any(isinstance(shape, Photograph) for shape in picture.drawing.shapes)


def test_photographs_stand_after_the_drawing_with_their_words_in_the_language_of_the_paper() -> None:
    found = shown(figure(FIRST), kept(ONE), lang="es")
    assert [is_photograph(one) for one in found] == [False, True]
    assert found[1].alt == "Levanta una caja."


def test_words_in_another_language_than_the_paper_are_not_read_out() -> None:
    english: Photo = replace(FIRST, alt=FIRST.alt[:1])
    (spanish,) = shown(figure(english, frames=0), kept(ONE), lang="es")
    assert spanish.alt.startswith("Puente")
    assert "Lifts" not in spanish.alt
    (american,) = shown(figure(english, frames=0), kept(ONE), lang="en-US")
    assert american.alt == "Lifts a box."


@pytest.mark.parametrize(
    ("frames", "photos", "captions"),
    [
        (0, 1, ["", ]),
        (0, 2, ["1 Start", "2 Hold 5 seconds"]),
        (0, 3, ["1 Start", "2", "3 Hold 5 seconds"]),
        (1, 1, ["1", "2"]),
        (2, 1, ["1 Start", "2 Hold 5 seconds", "3"]),
        (2, 2, ["1 Start", "2 Hold 5 seconds", "3", "4"]),
    ],
)  # fmt: skip
def test_photographs_alone_show_the_movement_and_beside_a_drawing_they_are_counted(
    frames: int, photos: int, captions: list[str]
) -> None:
    item: Item = replace(BRIDGE, dose=ExerciseDose(sets=2, hold_s=5))
    found = shown(figure(*(FIRST,) * photos, frames=frames), kept(ONE), item)
    assert [one.caption for one in found] == captions


def test_a_photograph_is_not_mirrored_for_the_left_side() -> None:
    left: Item = replace(BRIDGE, dose=ExerciseDose(sets=2, side=Side.LEFT))
    right: Item = replace(BRIDGE, dose=ExerciseDose(sets=2, side=Side.RIGHT))
    one = figure(FIRST)
    assert shown(one, kept(ONE), left)[1] == shown(one, kept(ONE), right)[1]
    assert shown(one, kept(ONE), left)[0] != shown(one, kept(ONE), right)[0]


def test_a_missing_or_broken_photograph_leaves_its_place_neatly_free() -> None:
    both = figure(FIRST, SECOND, frames=0)
    for photos in (kept(ONE), kept(ONE) | {SECOND.sha256: TWO[:-50]}, kept(ONE) | {SECOND.sha256: ONE}):
        first, second = shown(both, photos)
        assert is_photograph(first)
        assert second.drawing.shapes == draw_placeholder().shapes
        assert (second.caption, second.alt) == ("We will show you", "No picture yet: Bridge")


def test_a_sheet_whose_photographs_are_all_gone_says_the_rest() -> None:
    plan, figures = with_items(BRIDGE), {"figure.bridge": figure(FIRST, frames=0)}
    whole = as_text(exercise_sheet(request(plan, figures=figures, photos=kept(ONE))))
    bare = as_text(exercise_sheet(request(plan, figures=figures)))
    assert "[Picture: Lifts a box.]" in whole
    assert bare == whole.replace("[Picture: Lifts a box.]", "[Picture: We will show you: No picture yet: Bridge]")


def test_a_drawing_without_words_is_told_by_exercise_and_pose_in_the_language_of_the_paper() -> None:
    drawn = Figure(id="own.x", frames=(Frame(base="supine", right_knee=90),), trains="right_knee")
    (english,), (spanish,) = shown(drawn, {}), shown(drawn, {}, lang="es")
    assert english.alt.startswith("Bridge: lying on the back, right knee bent 90 degrees")
    assert spanish.alt.startswith("Puente: persona acostada boca arriba, rodilla derecha doblada 90 grados")
    (left,) = shown(drawn, {}, replace(BRIDGE, dose=ExerciseDose(sets=2, side=Side.LEFT)))
    assert "left knee bent 90 degrees" in left.alt
