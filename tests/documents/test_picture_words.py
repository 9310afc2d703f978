"""Every picture has words for who cannot see it: its author's, else made of exercise, pose and view in the language."""

from __future__ import annotations

from pathlib import Path

import pytest

from painplanner.core.figure import Figure, Frame, decode_figures
from painplanner.core.figure.value import Prop
from painplanner.core.values import LangText, replace
from painplanner.documents.picture_words import generated_words, picture_words

FOLDER = Path(__file__).parents[2] / "resources" / "library" / "figures"
FIGURES = [figure for path in sorted(FOLDER.glob("*.toml")) for figure in decode_figures(path.read_bytes())]
OWN = Figure(
    id="own.leg_press-1",
    frames=(Frame(base="supine", right_hip=90, right_knee=90), Frame(right_hip=20, right_knee=0)),
    trains="right_knee",
    props=(Prop(kind="floor"), Prop(kind="mat")),
)


def test_a_drawing_of_ones_own_is_told_by_exercise_pose_and_view() -> None:
    assert picture_words(OWN, 0, "Leg press", "en") == (
        "Leg press, picture 1 of 2: lying on the back, right knee bent 90 degrees, right hip bent 90 degrees."
        " Seen from the side."
    )
    assert picture_words(OWN, 1, "Leg press", "en") == (
        "Leg press, picture 2 of 2: lying on the back, right knee straight, right hip bent 20 degrees."
        " Seen from the side."
    )


def test_and_in_spanish_on_a_spanish_paper() -> None:
    assert picture_words(OWN, 0, "Prensa", "es-MX") == (
        "Prensa, imagen 1 de 2: persona acostada boca arriba, rodilla derecha doblada 90 grados,"
        " cadera derecha doblada 90 grados. Vista de lado."
    )


def test_the_mirror_image_is_told_of_the_other_side() -> None:
    left = picture_words(OWN, 0, "Leg press", "en", is_left=True)
    assert "left knee bent 90 degrees" in left
    assert "right" not in left
    turned = Figure(id="own.x", frames=(Frame(base="standing", neck=(0, 0, 40)),))
    assert "turned to the left" in picture_words(turned, 0, "Look", "en", is_left=True)


def test_one_picture_alone_is_not_counted() -> None:
    assert picture_words(replace(OWN, frames=OWN.frames[:1]), 0, "Press", "en").startswith("Press: lying on the back,")


def test_what_its_author_wrote_goes_first_in_the_language_it_was_written_in() -> None:
    english = replace(OWN, alt=((LangText(lang="en", text="Push the wall."),),))
    assert picture_words(english, 0, "Leg press", "en-US") == "Push the wall."
    assert picture_words(english, 0, "Prensa", "es").startswith("Prensa, imagen 1 de 2: persona")
    assert picture_words(english, 0, "Presse", "fr") == "Push the wall."
    assert picture_words(english, 1, "Leg press", "en").startswith("Leg press, picture 2 of 2:")


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.id)
def test_every_picture_of_the_library_could_be_told(figure: Figure, lang: str) -> None:
    for index in range(len(figure.frames)):
        for is_left in (False, True):
            words = generated_words(figure, index, "Name", lang, is_left=is_left)
            assert words.startswith("Name")
            assert words.endswith(".")
            assert "{" not in words
            assert ", ." not in words
            assert len(words) < 260
