"""A line of time as a list in order: signs on the line, words beside it, and nothing said by colour alone."""

from __future__ import annotations

import pytest
from documents.pdf.papers import document
from documents.pdf.reading import overlaps, pages, places, structure, text_rects

from painplanner.core.practice import PaperSize
from painplanner.documents.blocks import Moment, Moments, Paragraph, rich
from painplanner.documents.pdf import page_count, write_pdf

LINE = Moments(
    (
        Moment("Jan 13", "You are here", sign="now"),
        Moment("Jan 15 to Feb 15, about 5 weeks", "Sit longer", (rich("", "What it is for"),), "step", "1", "relief"),
        Moment("Jan 27", "We look", (rich("Sitting: 18 minutes."),), "check"),
        Moment("", "You go on by yourself"),
    )
)
SIZES = (PaperSize.LETTER, PaperSize.A4, PaperSize.A5)


def test_who_listens_hears_a_list_when_first_and_then_what() -> None:
    (found,) = structure(write_pdf(document(LINE))).all("L")
    assert [entry.text for entry in found.all("LI")] == [
        "Jan 13 You are here",
        "Jan 15 to Feb 15, about 5 weeks 1 Sit longer What it is for",
        "Jan 27 We look Sitting: 18 minutes.",
        "You go on by yourself",
    ]
    assert [entry.kids[0].kind for entry in found.all("LI")][:3] == ["Lbl", "Lbl", "Lbl"]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("large", [False, True])
def test_nothing_lies_over_another_or_leaves_the_page(size: PaperSize, large: bool) -> None:
    data = write_pdf(document(LINE, paper=size, large=large))
    assert overlaps(data) == []
    for rect, (width, height) in text_rects(data):
        assert rect[0] >= 0
        assert rect[2] <= width
        assert 0 <= rect[1] < rect[3] <= height


def test_days_stand_beside_their_moment_and_above_it_in_large_print() -> None:
    ((_page, when),) = places(write_pdf(document(LINE)), "Jan 27")
    ((_page, what),) = places(write_pdf(document(LINE)), "We look")
    assert when[2] < what[0]
    assert abs(when[1] - what[1]) < 6
    ((_page, when),) = places(write_pdf(document(LINE, large=True)), "Jan 27")
    ((_page, what),) = places(write_pdf(document(LINE, large=True)), "We look")
    assert when[1] > what[3]


@pytest.mark.parametrize("large", [False, True])
def test_a_moment_stays_whole_where_a_page_ends(large: bool) -> None:
    many = Moments(tuple(Moment(f"Day {n}", f"Title {n}.", (rich(f"Line {n}."),)) for n in range(60)))
    data = write_pdf(document(many, large=large))
    shown = pages(data)
    assert len(shown) > 1
    assert all(any(f"Title {n}. Line {n}." in page for page in shown) for n in range(60))


def test_one_that_no_page_can_hold_goes_on_without_its_sign() -> None:
    long = Moment("Jan 13", "Long", tuple(rich(f"Line {n}. " + "word " * 150) for n in range(12)), "step", "1")
    data = write_pdf(document(Paragraph(rich("Before")), Moments((long, *LINE.moments)), large=True))
    text = " ".join(pages(data))
    assert page_count(data) > 2
    assert [text.count(f"Line {n}.") for n in range(12)] == [1] * 12
    assert overlaps(data) == []


def test_a_purpose_that_has_no_colour_is_drawn_all_the_same() -> None:
    step = Moment("Jan 13", "Some step", sign="step", number="1")
    assert "Some step" in pages(write_pdf(document(Moments((step,)))))[0]
