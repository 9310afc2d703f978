"""The explaining pictures: complete in both languages, within their frames, readable in grey, and where they belong."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from painplanner.core.drawing import Area, Drawing, Line, Text, points_of
from painplanner.core.explaining import PICTURES
from painplanner.core.explaining.sketch import HEIGHT, WIDTH
from painplanner.core.palette import Medium, palette, rgb
from painplanner.core.plan import Item, Plan, Step
from painplanner.core.values import Region
from painplanner.documents.pdf.lines import line
from painplanner.services.explaining import ExplainingPicture, explaining_pictures, picture_for, picture_of
from painplanner.services.library import read_library

WIDER = 1.08
"""How much wider the font of a window may run than that of the papers."""
LANGUAGES = ("en", "es")
DRAWN = [(one, lang) for one in explaining_pictures() for lang in LANGUAGES]
each_drawing = pytest.mark.parametrize(("one", "lang"), DRAWN, ids=[f"{one.id}-{lang}" for one, lang in DRAWN])


def boxes(drawing: Drawing) -> list[tuple[float, float, float, float]]:
    """Return where each line of words is: left, low, right, high."""
    found: list[tuple[float, float, float, float]] = []
    for shape in drawing.shapes:
        if isinstance(shape, Text):
            wide = line(shape.text, shape.size, bold=shape.bold).width * WIDER
            left = shape.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[shape.anchor] * wide
            found.append((left, shape.y - 2.5, left + wide, shape.y + 9.0))
    return found


def test_there_are_twelve_and_each_has_its_words() -> None:
    assert [one.id for one in explaining_pictures()] == list(PICTURES)
    assert len(PICTURES) == 12


@each_drawing
def test_every_label_name_and_alternative_text_is_written_in_both_languages(one: ExplainingPicture, lang: str) -> None:
    assert set(one.words) == set(PICTURES[one.id].labels)
    for texts in (one.name, one.alt, *one.words.values()):
        assert {text.lang for text in texts} == set(LANGUAGES)
        assert all(text.text.strip() for text in texts)
    assert one.drawn(lang).alt in {text.text for text in one.alt if text.lang == lang}
    assert one.sources


@each_drawing
def test_nothing_stands_outside_the_frame(one: ExplainingPicture, lang: str) -> None:
    drawing = one.drawn(lang)
    for shape in drawing.shapes:
        if isinstance(shape, Area | Line):
            around = shape.width / 2
            for x, y in points_of(shape.path):
                assert around <= x <= WIDTH - around, shape
                assert around <= y <= HEIGHT - around, shape
    for left, low, right, high in boxes(drawing):
        assert left >= 2, (left, low)
        assert low >= 0
        assert right <= WIDTH - 2, (right, low)
        assert high <= HEIGHT


@each_drawing
def test_labels_do_not_lie_over_one_another(one: ExplainingPicture, lang: str) -> None:
    for a, b in combinations(boxes(one.drawn(lang)), 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1], (a, b)


@each_drawing
def test_words_stay_readable_when_the_picture_is_printed_small(one: ExplainingPicture, lang: str) -> None:
    assert all(shape.size * 250 / WIDTH >= 10 for shape in one.drawn(lang).shapes if isinstance(shape, Text))


def test_tissues_keep_apart_in_grey() -> None:
    grey = palette("grey")
    steps = sorted(rgb(grey[role])[0] for role in ("bone", "cartilage", "tendon", "muscle", "nerve"))
    assert all(after - before >= 24 for before, after in pairwise(steps))


@pytest.mark.parametrize("medium", ["paper", "grey", "light", "dark"])
def test_every_role_has_a_colour(medium: Medium) -> None:
    colours = palette(medium)
    for one in explaining_pictures():
        for shape in one.drawn("en").shapes:
            roles = (shape.fill, shape.line) if isinstance(shape, Area) else (shape.role,)
            assert all(role in colours for role in roles if role)


def test_a_picture_belongs_to_what_the_library_has() -> None:
    library, _figures = read_library()
    for one in explaining_pictures():
        assert set(one.entries) <= set(library.entries)
        assert set(one.templates) <= set(library.templates)
        assert one.entries or one.templates
    named = [thing for one in explaining_pictures() for thing in (*one.entries, *one.templates)]
    assert len(named) == len(set(named))


def test_a_plan_takes_the_picture_of_its_template() -> None:
    found = picture_for(Plan(id="plan", template="template.sciatica"))
    assert found is not None
    assert found.id == "explain.disc"


def test_a_plan_without_such_a_template_takes_the_picture_of_what_it_teaches() -> None:
    step = Step(id="step", items=(Item(id="item", kind="education", source="education.healing_times"),))
    found = picture_for(Plan(id="plan", steps=(step,)))
    assert found is not None
    assert found == picture_of("education.healing_times")
    assert picture_for(Plan(id="bare")) is None


def test_a_joint_is_shown_only_to_a_plan_for_that_joint() -> None:
    step = Step(id="step", items=(Item(id="item", kind="education", source="education.arthritis_movement"),))
    assert picture_for(Plan(id="hand", region=Region.HAND, steps=(step,))) is None
    found = picture_for(Plan(id="knee", region=Region.KNEE, steps=(step,)))
    assert found is not None
    assert found.id == "explain.knee"


def test_a_language_without_labels_shows_english() -> None:
    one = explaining_pictures()[0]
    assert one.drawn("fr") == one.drawn("en")
    assert one.drawn("es-MX") == one.drawn("es")
