"""Charts on paper: on one time axis, each a figure with its numbers in words, every letter large and dark enough."""

from __future__ import annotations

import re
from io import BytesIO

import msgspec
import pikepdf
import pytest
from documents.pdf.reading import overlaps, pages, places, structure, text_rects
from documents.tracked import reported

from painplanner.core.palette import palette
from painplanner.core.practice import ORDINARY, PaperSize
from painplanner.documents.blocks import Charts, Document
from painplanner.documents.pdf import page_count, write_pdf
from painplanner.documents.progress_report import progress_report
from painplanner.documents.team_report import team_report


def charts_of(document: Document) -> Charts:
    return next(block for block in document.blocks if isinstance(block, Charts))


@pytest.mark.parametrize("large", [False, True])
def test_a_chart_is_a_figure_that_says_every_number(large: bool) -> None:
    document = msgspec.structs.replace(progress_report(reported()), large=large)
    found = structure(write_pdf(document))
    figures = [one for one in found.all("Figure") if one.alt.startswith("Chart")]
    assert [one.alt for one in figures] == [one.alt for one in charts_of(document).charts]
    assert all("/BBox" in one.attributes for one in figures)


def test_title_chart_and_words_of_a_measure_are_read_one_after_another_and_stay_together() -> None:
    document = progress_report(reported())
    found = structure(write_pdf(document))
    parts = [one for one in found.all("Sect") if any(kid.kind == "Figure" for kid in one.kids)]
    assert [[kid.kind for kid in one.kids] for one in parts] == [["H2", "Figure", "P"]] * 2
    assert all(len(one.on) == 1 for one in parts)


def test_the_same_day_stands_at_the_same_place_on_every_chart() -> None:
    found = places(write_pdf(progress_report(reported())), "Jan 27")
    assert len(found) == 2
    assert len({round(box[0], 1) for _page, box in found}) == 1


def test_for_colleagues_two_stand_in_a_row() -> None:
    found = places(write_pdf(team_report(reported())), "Jan 27")
    assert len({round(box[0]) for _page, box in found}) == 2


def test_charts_of_a_row_stand_level_though_one_title_takes_two_lines() -> None:
    made = team_report(reported())
    charts = charts_of(made)
    longer = msgspec.structs.replace(charts.charts[0], title="How long you can sit without a break on a usual day")
    row = msgspec.structs.replace(charts, charts=(longer, charts.charts[1]))
    blocks = tuple(row if block is charts else block for block in made.blocks)
    found = structure(write_pdf(msgspec.structs.replace(made, blocks=blocks)))
    tops = [float(list(one.attributes["/BBox"])[3]) for one in found.all("Figure") if one.alt.startswith("Chart")]
    assert tops[0] == pytest.approx(tops[1], abs=0.1)


@pytest.mark.parametrize("size", ORDINARY)
@pytest.mark.parametrize("large", [False, True])
def test_nothing_lies_over_another_and_nothing_is_small(size: PaperSize, large: bool) -> None:
    for made in (progress_report(reported()), team_report(reported(language="es"))):
        data = write_pdf(msgspec.structs.replace(made, paper=size, large=large))
        assert overlaps(data) == []
        for rect, (width, height) in text_rects(data):
            assert 0 <= rect[0] <= rect[2] <= width
            assert 0 <= rect[1] <= rect[3] <= height
        sizes = {float(n) for n in re.findall(rb"/\S+ ([\d.]+) Tf", _code(data))}
        assert min(sizes) >= (18 if large else 12)


def test_every_letter_is_ink() -> None:
    code = _code(write_pdf(team_report(reported())))
    inside = re.findall(rb"/Figure <</MCID \d+>> BDC(.*?)EMC", code, re.DOTALL)
    assert inside
    assert not any(b" rg " in part for part in inside)


def test_grey_colours_draw_the_same_chart() -> None:
    document = progress_report(reported())
    colour, grey = write_pdf(document), write_pdf(document, palette("grey"))
    assert pages(colour) == pages(grey)
    assert colour != grey


def test_the_same_numbers_are_the_same_bytes() -> None:
    assert write_pdf(progress_report(reported())) == write_pdf(progress_report(reported()))


def test_many_charts_go_on_over_pages_none_parted() -> None:
    document = team_report(reported())
    one = charts_of(document)
    many = msgspec.structs.replace(document, blocks=(Charts(one.charts * 6, abreast=True),))
    data = write_pdf(many)
    assert page_count(data) > 1
    found = structure(data)
    parts = [each for each in found.all("Sect") if any(kid.kind == "Figure" for kid in each.kids)]
    assert len(parts) == len(one.charts) * 6
    assert all(len(each.on) == 1 for each in parts)


def _code(data: bytes) -> bytes:
    pdf = pikepdf.open(BytesIO(data))
    return b"\n".join(page.Contents.read_bytes() for page in pdf.pages)
