"""The card for the wallet as a file: it has the size of a bank card and folds so that every side comes upright."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from documents.pdf.reading import Rect, overlaps, pages, places, structure
from documents.sciatica import PATIENT, PLAN, PRACTICE, request

from painplanner.core.practice import PaperSize
from painplanner.core.values import LangText, replace
from painplanner.documents.flare_card import SIZE, flare_card
from painplanner.documents.pdf import write_pdf

MM = 72 / 25.4
WIDE, HIGH = 85.6 * MM, 53.98 * MM
SIGNS = (LangText(lang="en", text="I sleep badly."),)


@cache
def file(size: PaperSize = PaperSize.LETTER) -> bytes:
    practice = replace(PRACTICE, paper=size)
    return write_pdf(flare_card(request(replace(PLAN, early_signs=SIGNS), practice=practice)))


def place(words: str, data: bytes) -> Rect:
    """Return where words stand first within the card."""
    found = [rect for page, rect in places(data, words) if page == 0]
    return max(found, key=lambda rect: rect[3])


def middle(rect: Rect) -> tuple[float, float]:
    return (rect[0] + rect[2]) / 2, (rect[1] + rect[3]) / 2


@pytest.mark.parametrize("size", [PaperSize.LETTER, PaperSize.A4, PaperSize.LEGAL])
def test_the_four_sides_have_the_size_of_a_bank_card(size: PaperSize) -> None:
    data = file(size)
    (card,) = [box for box in boxes(data) if abs(box[2] - box[0] - 2 * WIDE) < 2]
    assert card[3] - card[1] == pytest.approx(2 * HIGH, abs=2)
    assert len(pages(data)) == 1
    for words in ("In office hours", "Numb between your legs"):
        rect = place(words, data)
        assert card[0] < rect[0]
        assert rect[2] < card[2]
        assert card[1] < rect[1]


def boxes(data: bytes) -> list[Rect]:
    """Return each plain rectangle that is drawn on the first page."""
    with pikepdf.open(BytesIO(data)) as pdf:
        drawn = [operands for operands, operator in pikepdf.parse_content_stream(pdf.pages[0]) if str(operator) == "re"]
    corners = [tuple(map(float, each)) for each in drawn]
    return [(x, y, x + width, y + height) for x, y, width, height in corners]


def test_front_and_back_stand_above_what_is_inside_which_is_turned() -> None:
    data = file()
    front, back = middle(place("In office hours", data)), middle(place("Numb between your legs", data))
    signs, today = middle(place("I sleep badly.", data)), middle(place("Keep moving.", data))
    assert back[0] < front[0], "the back is at the left, so that it goes behind the front"
    assert today[0] < signs[0], "turned, the signs are read first"
    assert min(front[1], back[1]) > max(signs[1], today[1])
    head = middle(place("My early signs", data))
    assert head[1] < signs[1], "upside down, the heading is the lowest"


def test_it_is_heard_in_the_order_in_which_it_is_read() -> None:
    said = structure(file()).text
    order = ["In office hours", "My early signs", "I sleep badly.", "What I do today", "STOP Call 911", "Numb between"]
    at = [said.index(words) for words in order]
    assert at == sorted(at)
    assert [head.text for head in structure(file()).all("H2")].count("My early signs") == 1


def test_a_side_that_holds_more_makes_the_card_higher_and_nothing_is_lost() -> None:
    signs = (LangText(lang="en", text="\n".join(f"Sign {n} that takes about a line and a half" for n in range(1, 9))),)
    patient = replace(PATIENT, name="Maximiliana " * 20)
    data = write_pdf(flare_card(request(replace(PLAN, early_signs=signs), patient=patient)))
    assert overlaps(data) == []
    assert all(f"Sign {n} that" in "".join(pages(data)) for n in range(1, 9))


def test_words_that_no_card_holds_go_on_over_pages() -> None:
    signs = (LangText(lang="en", text="\n".join(f"Sign {n} of many that nobody can keep in mind" for n in range(120))),)
    for options in ({}, {SIZE: "a6"}):
        data = write_pdf(flare_card(request(replace(PLAN, early_signs=signs), options=options)))
        assert overlaps(data) == []
        assert all(f"Sign {n} of many" in " ".join(pages(data)) for n in range(120))


@pytest.mark.parametrize("lang", ["en", "es"])
def test_a6_is_one_paper_with_both_sides(lang: str) -> None:
    data = write_pdf(flare_card(request(replace(PLAN, early_signs=SIGNS), language=lang, options={SIZE: "a6"})))
    pdf = pypdfium2.PdfDocument(data)
    assert len(pdf) == 2
    assert all(page.get_size() == pytest.approx((297.64, 419.53), abs=0.1) for page in pdf)
    assert overlaps(data) == []


def test_in_large_print_the_sides_are_boxes_of_ordinary_pages() -> None:
    for options in ({}, {SIZE: "a6"}):
        data = write_pdf(flare_card(request(patient=replace(PATIENT, large_print=True), options=options)))
        assert overlaps(data) == []
        assert "Numb between your legs" in " ".join(pages(data))
