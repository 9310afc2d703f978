"""The bars of a printed number are those of the standard, on every page, where no words are."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from documents.pdf.papers import document, sheet
from reportlab.graphics.barcode import code128

from painplanner.documents.pdf import write_pdf
from painplanner.documents.pdf.barcode import _WIDTHS, bars, bars_width


def test_every_sign_has_the_widths_that_others_know() -> None:
    known = ["".join(str("abcd".index(sign) + 1) for sign in code128._patterns[n].lower()) for n in range(107)]
    assert list(_WIDTHS) == known


@pytest.mark.parametrize("text", ["A", "Plan-7", "20418-1"])
def test_bars_are_start_signs_check_and_stop(text: str) -> None:
    values = [ord(sign) - 32 for sign in text]
    check = (104 + sum(n * value for n, value in enumerate(values, 1))) % 103
    place, wanted = 0, []
    for n, width in enumerate("".join(_WIDTHS[value] for value in (104, *values, check, 106))):
        if n % 2 == 0:
            wanted.append((place, int(width)))
        place += int(width)
    assert bars(text) == wanted
    assert bars_width(text) == place == 11 * (len(text) + 3) + 2


def test_bars_agree_with_another_maker_of_them() -> None:
    other = code128.Code128("Plan-7")
    other.validate()
    other.encode()
    other.decompose()
    widths = ["abcd".index(sign.lower()) + 1 for sign in other.decomposed]
    assert [width for _, width in bars("Plan-7")] == widths[::2]


def test_the_number_is_on_every_page_as_bars() -> None:
    pdf = pikepdf.open(BytesIO(write_pdf(sheet(6, code="20418-1"))))
    for page in pdf.pages:
        boxes = [o for o, op in pikepdf.parse_content_stream(page) if str(op) == "re" and float(o[3]) == 14]
        assert len(boxes) == len(bars("20418-1"))
    plain = pikepdf.open(BytesIO(write_pdf(document())))
    assert not [o for o, op in pikepdf.parse_content_stream(plain.pages[0]) if str(op) == "re"]
