"""The stop box looks the same on every paper: emergency at the left, whom to call at the right, numbers below."""

from __future__ import annotations

import pytest
from documents.golden import documents
from documents.pdf.papers import STOP, document
from documents.pdf.reading import overlaps, places, structure
from msgspec.structs import replace

from painplanner.core.practice import PaperSize
from painplanner.documents.blocks import Stop
from painplanner.documents.pdf import page_count, write_pdf

REAL = next(block for block in documents()["sciatica-handout-en"].blocks if isinstance(block, Stop))
READ = (REAL.emergency_title, *REAL.emergency, REAL.call_title, *REAL.call, "In office hours", "After hours")


@pytest.mark.parametrize("size", [PaperSize.LETTER, PaperSize.LEGAL, PaperSize.A4])
def test_both_parts_stand_side_by_side_and_both_numbers_in_a_row_below(size: PaperSize) -> None:
    data = write_pdf(document(REAL, paper=size))
    ((_, emergency),) = places(data, "Call 911 or go to the")
    ((_, call),) = places(data, REAL.call_title)
    assert emergency[2] < call[0]
    assert emergency[1] - 20 < call[1] < emergency[3]
    ends = [places(data, words)[0][1][1] for words in ("change in how you see", "day or night")]
    numbers = [places(data, number)[-1][1] for _, number in REAL.phones]
    assert numbers[0][1] == pytest.approx(numbers[1][1], abs=1)
    assert max(number[3] for number in numbers) < min(ends)
    assert overlaps(data) == []


def test_the_emergency_is_heard_first_and_the_numbers_last() -> None:
    for large in (False, True):
        text = structure(write_pdf(document(REAL, large=large))).text
        heard = [line.replace("\u00a0", " ") for line in READ]
        assert sorted(heard, key=text.index) == heard


def test_the_box_takes_less_than_half_of_a_page() -> None:
    data = write_pdf(document(REAL))
    top, low = places(data, "Call 911 or go to the")[0][1][3], places(data, "After hours")[-1][1][1]
    assert top - low < 320


@pytest.mark.parametrize(("size", "large"), [(PaperSize.LETTER, True), (PaperSize.A5, False)])
@pytest.mark.parametrize("block", [REAL, STOP], ids=["long", "short"])
def test_in_large_print_and_on_small_paper_the_parts_stand_one_below_the_other(
    block: Stop, size: PaperSize, large: bool
) -> None:
    data = write_pdf(document(block, large=large, paper=size))
    ((first, emergency),) = places(data, "Call 911 or go to")
    ((then, call),) = places(data, block.call_title)
    assert call[0] < emergency[0], "under the octagon, at the left edge"
    assert then > first or call[3] < emergency[1]


def test_lists_too_long_for_columns_are_parted_and_lose_nothing() -> None:
    many = tuple(f"Call when this happens for the {n}th time in a row" for n in range(60))
    data = write_pdf(document(replace(STOP, emergency=many, call=many)))
    assert page_count(data) > 2
    assert [part.text for part in structure(data).all("LBody")] == [*many, *many]
    assert overlaps(data) == []
