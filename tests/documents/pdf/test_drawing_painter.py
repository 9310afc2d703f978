"""Figures reach paper as vector paths, small, with the palette's colours, and words where they belong."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from painplanner.core.drawing import Area, Drawing, Line, Text, circle, polygon, rectangle
from painplanner.core.figure import decode_figures, draw
from painplanner.core.palette import palette, rgb
from painplanner.documents.pdf.contact_sheet import contact_sheet
from painplanner.documents.pdf.drawing_painter import number, operators, paint

FIGURES = decode_figures((Path(__file__).parents[3] / "resources/library/figures/trunk.toml").read_bytes())
SAMPLE = Drawing(
    40,
    30,
    (
        Area(rectangle(0, 0, 40, 30), fill="skin"),
        Area(circle(20, 15, 5), fill="shirt", line="ink", width=1),
        Line(polygon([(0, 0), (40, 30)]), "arrow", 2, "butt", (3, 2)),
        Text(20, 20, "90 %", anchor="middle"),
    ),
)


def page(drawing: Drawing) -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(200, 150))
    paint(canvas, drawing, 0, 0, 200, 150, palette("paper"))
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def test_a_painted_page_has_paths_words_and_colours() -> None:
    pdf = pypdfium2.PdfDocument(page(SAMPLE))
    kinds = [thing.type for thing in pdf[0].get_objects()]
    assert kinds.count(pypdfium2.raw.FPDF_PAGEOBJ_PATH) == 3
    assert pdf[0].get_textpage().get_text_range().strip() == "90 %"
    picture = pdf[0].render(scale=1).to_pil().convert("RGB")
    for spot, role in (((5, 75), "skin"), ((100, 60), "shirt")):
        assert picture.getpixel(spot) == pytest.approx(rgb(palette("paper")[role]), abs=2)


def test_a_figure_is_painted_inside_its_box_and_nowhere_else() -> None:
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(300, 300))
    paint(canvas, draw(FIGURES[0], 1), 100, 100, 100, 75, palette("paper"))
    canvas.showPage()
    canvas.save()
    picture = pypdfium2.PdfDocument(buffer.getvalue())[0].render(scale=1).to_pil().convert("L")
    inked = picture.point(lambda level: 255 if level < 250 else 0).getbbox()
    assert inked is not None
    left, top, right, low = inked
    assert left >= 99
    assert right <= 201
    assert top >= 300 - 176
    assert low <= 201


def test_the_same_drawing_and_palette_give_the_same_kept_operators() -> None:
    assert operators(SAMPLE, palette("paper")) is operators(SAMPLE, palette("paper"))
    assert operators(SAMPLE, palette("paper")) != operators(SAMPLE, palette("grey"))


def test_numbers_are_short_and_never_minus_zero() -> None:
    assert [number(n) for n in (1.0, 0.126, -0.001, 10.5, 100.0)] == ["1", "0.13", "0", "10.5", "100"]


def test_no_figure_takes_more_than_a_few_kilobytes() -> None:
    assert max(len(operators(draw(figure, 1), palette("paper"))) for figure in FIGURES) < 40_000


def test_the_contact_sheet_shows_every_frame_under_its_name() -> None:
    pdf = pypdfium2.PdfDocument(contact_sheet(FIGURES))
    text = "".join(pdf[i].get_textpage().get_text_range() for i in range(len(pdf)))
    for figure in FIGURES:
        for i in range(len(figure.frames)):
            assert f"{figure.id} {i + 1}/{len(figure.frames)}" in text
