"""A photograph reaches paper as the JPEG it is kept as, once, tagged, and nothing about it can break the file."""

from __future__ import annotations

import gc
import sys
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest
from core.photographed import ARROW, BLUE, GREEN, RED, TALL, WIDE, figure, jpeg, kept, photo
from documents.pdf.papers import document
from documents.pdf.reading import structure

from painplanner.core.drawing import Drawing, Photograph
from painplanner.core.figure import Figure
from painplanner.core.figure.shown import shown, shown_count
from painplanner.documents.blocks import Exercise, Picture
from painplanner.documents.pdf import write_pdf
from painplanner.documents.pdf.pictures import common_crop

ONE, TWO, FLAT = jpeg(WIDE), jpeg(TALL), jpeg((400, 100))


def sheet(*figures: Figure, photos: dict[str, bytes] | None = None, large: bool = False) -> bytes:
    blocks = [
        Exercise(
            number=str(n),
            title=f"Lifting {n}",
            pictures=tuple(
                Picture(shown(one, i, None, photos or {}), f"{i + 1}", "Levanta una caja.")
                for i in range(shown_count(one))
            ),
            steps=("Stand tall.", "Lift the box."),
        )
        for n, one in enumerate(figures, 1)
    ]
    return write_pdf(document(*blocks, large=large))


def images(pdf: pikepdf.Pdf) -> list[Any]:
    return [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]


def opened(data: bytes) -> pikepdf.Pdf:
    pdf = pikepdf.open(BytesIO(data))
    assert not pdf.check_pdf_syntax()
    return pdf


def test_the_jpeg_is_in_the_file_as_it_is_kept() -> None:
    pdf = opened(sheet(figure(photo(ONE)), photos=kept(ONE)))
    (found,) = images(pdf)
    assert found.read_raw_bytes() == ONE
    assert (found.Filter, found.Width, found.Height) == ("/DCTDecode", *WIDE)
    assert pikepdf.PdfImage(found).as_pil_image().size == WIDE


def test_a_photograph_that_repeats_is_stored_once() -> None:
    again = figure(photo(ONE), photo(TWO, TALL), photo(ONE, WIDE, ARROW), frames=0)
    pdf = opened(sheet(again, figure(photo(ONE)), photos=kept(ONE, TWO)))
    assert sorted(int(one.Width) for one in images(pdf)) == [TALL[0], WIDE[0]]


def test_a_photograph_is_a_tagged_figure_with_words() -> None:
    data = sheet(figure(photo(ONE), frames=0), photos=kept(ONE))
    (tagged,) = structure(data).all("Figure")
    assert tagged.alt == "Levanta una caja."
    box = [float(n) for n in tagged.attributes["/BBox"]]
    assert box[0] < box[2]
    assert box[1] < box[3]
    assert b"pdfuaid" in pikepdf.open(BytesIO(data)).Root.Metadata.read_bytes()


@pytest.mark.parametrize("large", [False, True])
def test_it_is_seen_upright_in_its_frame_with_the_arrow_over_it(large: bool) -> None:
    data = sheet(figure(photo(ONE, WIDE, ARROW), frames=0), photos=kept(ONE), large=large)
    page = pypdfium2.PdfDocument(data)[0]
    left, low, right, top = (float(n) for n in next(structure(data).all("Figure")).attributes["/BBox"])
    seen = page.render(scale=4).to_pil().convert("RGB")

    def at(x: float, y: float) -> Any:
        return seen.getpixel(
            (int((left + x * (right - left)) * 4), int((page.get_height() - low - y * (top - low)) * 4))
        )

    arrow = (200, 48, 72)
    for spot, colour in (((0.2, 0.6), RED), ((0.8, 0.4), GREEN), ((0.5, 0.9), BLUE), ((0.3, 0.35), arrow)):
        assert at(*spot) == pytest.approx(colour, abs=30), spot


def test_a_photograph_fills_its_frame() -> None:
    (crop,) = {common_crop((shown(figure(photo(ONE), frames=0), 0, None, kept(ONE)),))}
    assert tuple(crop) == pytest.approx((0, 0, 160, 120))
    tall = common_crop((shown(figure(photo(TWO, TALL), frames=0), 0, None, kept(TWO)),))
    assert tall.height == pytest.approx(120)
    assert tall.x + tall.width / 2 == pytest.approx(80)
    flat = common_crop((shown(figure(photo(FLAT, (400, 100)), frames=0), 0, None, kept(FLAT)),))
    assert flat.width == pytest.approx(160)
    assert flat.y + flat.height / 2 == pytest.approx(60)


@pytest.mark.parametrize("data", [b"", b"<svg/>", ONE[:-40], ONE + b"x", b"\xff\xd8\xff\xd9", jpeg(progressive=True)])
def test_bytes_that_are_no_clean_jpeg_never_reach_the_file(data: bytes) -> None:
    broken = Drawing(160, 120, (Photograph(0, 0, 160, 120, "0" * 64, data),), "Lifts a box.")
    made = write_pdf(document(Exercise(number="1", title="Lift", pictures=(Picture(broken, "", "Lifts."),))))
    pdf = opened(made)
    assert not images(pdf)
    page = pypdfium2.PdfDocument(made)[0]
    assert "Lift" in page.get_textpage().get_text_range()
    page.render(scale=1).to_pil()


def test_a_whole_file_with_photographs_is_sound_and_the_same_each_time() -> None:
    made = [sheet(figure(photo(ONE), photo(TWO, TALL, ARROW)), photos=kept(ONE, TWO)) for _ in range(2)]
    assert made[0] == made[1]
    opened(made[0])


def test_nothing_that_is_kept_between_papers_holds_a_photograph() -> None:
    data = jpeg((160, 120))
    before = sys.getrefcount(data)
    sheet(figure(photo(data, (160, 120)), frames=0), photos={photo(data).sha256: data})
    gc.collect()
    assert sys.getrefcount(data) == before
