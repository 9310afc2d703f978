"""The header: the logo beside the practice's name on the first page only, never higher than half an inch."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from core.photographed import WIDE, jpeg
from documents.pdf.papers import STOP, document, handout
from documents.pdf.reading import overlaps, places, structure, text_rects

from painplanner.core.codec import content_hash
from painplanner.core.drawing import Drawing, Photograph
from painplanner.core.practice import ORDINARY, PaperSize
from painplanner.documents.blocks import Paragraph, rich
from painplanner.documents.pdf import write_pdf

WORDS = tuple(Paragraph(rich(f"Paragraph {n}. " * 20)) for n in range(30))


def logo(size: tuple[int, int] = WIDE) -> Drawing:
    data = jpeg(size)
    name = content_hash(data)
    return Drawing(*size, (Photograph(0, 0, *size, name, data),))


def shown(data: bytes) -> list[str]:
    """Return for each page how its logo is placed, nothing where it has none."""
    found: list[str] = []
    for page in pikepdf.open(BytesIO(data)).pages:
        code = page.Contents.read_bytes().decode("latin-1")
        found += [" ".join(code[: code.index(" Do Q")].rsplit("cm", 1)[0].split()[-6:])] if " Do Q" in code else [""]
    return found


@pytest.mark.parametrize("size", ORDINARY)
@pytest.mark.parametrize("large", [False, True])
def test_the_logo_stands_on_the_first_page_and_nothing_lies_over_it(size: PaperSize, large: bool) -> None:
    data = write_pdf(document(*WORDS, paper=size, large=large, logo=logo()))
    first, *others = shown(data)
    assert first
    assert not any(others)
    scale = float(first.split()[0])
    assert scale * WIDE[1] <= 36.1
    left, low = float(first.split()[4]), float(first.split()[5])
    right, top = left + scale * WIDE[0], low + scale * WIDE[1]
    on_first = [rect for rect, _ in text_rects(write_pdf(document(paper=size, large=large, logo=logo())))]
    assert not [r for r in on_first if r[0] < right - 1 and r[2] > left and r[1] < top - 1 and r[3] > low + 1]
    assert overlaps(data) == []


@pytest.mark.parametrize("shape", [(2000, 48), (48, 2000), (400, 400)])
def test_any_shape_of_logo_leaves_room_for_the_names(shape: tuple[int, int]) -> None:
    data = write_pdf(handout(logo=logo(shape)))
    first = float(shown(data)[0].split()[0])
    assert first * shape[1] <= 36.1
    assert first * shape[0] <= 528 * 0.36
    assert overlaps(data) == []


def test_the_logo_is_no_part_of_what_is_read() -> None:
    with_logo, without = structure(write_pdf(handout(logo=logo()))), structure(write_pdf(handout()))
    assert with_logo.text == without.text
    assert not list(with_logo.all("Figure"))


def test_the_first_page_has_less_room_and_no_other() -> None:
    for made in (document(*WORDS, STOP, logo=logo()), document(*WORDS, STOP)):
        data = write_pdf(made)
        tops = [rect[3] for _page, rect in places(data, "Riverside Pain")]
        assert max(tops[1:]) - min(tops[1:]) < 1


def test_without_the_name_of_the_practice_there_is_no_logo() -> None:
    assert shown(write_pdf(document(logo=logo(), header_left=""))) == [""]
