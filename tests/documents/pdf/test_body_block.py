"""Outlines of a body on paper: large enough to draw on, told to who listens, no word on them."""

from __future__ import annotations

from datetime import date

import pytest
from documents.pdf.papers import document
from documents.pdf.reading import overlaps, places, structure

from painplanner.core.practice import PaperSize
from painplanner.documents.blocks import BodyMap, Heading
from painplanner.documents.body_map import body_map
from painplanner.documents.pdf import page_count, write_pdf
from painplanner.documents.words import words_in

TODAY = date(2026, 1, 13)


def drawn(lang: str = "en") -> BodyMap:
    return body_map(words_in(lang, TODAY))


def test_each_outline_is_a_figure_with_words_below_its_name() -> None:
    paper = structure(write_pdf(document(Heading("Where"), drawn())))
    figures = list(paper.all("Figure"))
    assert [figure.alt for figure in figures] == [view.alt for view in drawn().views]
    assert "Front" in [part.words.strip() for part in paper.all("P")]


@pytest.mark.parametrize("size", [PaperSize.LETTER, PaperSize.A4, PaperSize.A5])
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("lang", ["en", "es"])
def test_it_is_large_enough_to_draw_on_and_nothing_lies_over_another(size: PaperSize, large: bool, lang: str) -> None:
    data = write_pdf(document(drawn(lang), paper=size, large=large))
    assert page_count(data) == 1 or (large and size is PaperSize.A5)
    assert overlaps(data) == []
    figures = list(structure(data).all("Figure"))
    for figure in figures:
        left, low, right, top = (float(n) for n in figure.attributes["/BBox"])
        assert top - low >= 200
        assert right - left >= 120


def test_right_and_left_stand_at_the_sides_of_a_body() -> None:
    data = write_pdf(document(drawn()))
    rights, lefts = places(data, "right"), places(data, "left")
    (front_right, back_right), (front_left, back_left) = rights[-2:], lefts[-2:]
    assert front_right[1][2] < front_left[1][0]
    assert back_left[1][2] < back_right[1][0]
