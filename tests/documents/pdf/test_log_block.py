"""A week of a log as a table: real boxes, days above it on every page, and nothing under 12 points."""

from __future__ import annotations

import re
from datetime import date, timedelta
from io import BytesIO

import pikepdf
import pytest
from documents.golden import logged, rated
from documents.pdf.papers import document
from documents.pdf.reading import overlaps, pages, places, structure, text_rects
from documents.sciatica import BRIDGE, PATIENT, PLAN, PRACTICE, START, request, with_items

from painplanner.core.practice import ORDINARY, PaperSize
from painplanner.core.values import replace
from painplanner.documents.blocks import Document, GridDay, Heading, LogKey, LogLine, LogMark, LogTable, Paragraph, rich
from painplanner.documents.daily_log import daily_log
from painplanner.documents.function_questionnaire import function_questionnaire
from painplanner.documents.pdf import page_count, write_pdf

WEEK = tuple(GridDay(weekday=day) for day in ("Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"))
EVERY, LAST = (True,) * 7, (False,) * 6 + (True,)


def table(rows: int, name: str = "Row") -> LogTable:
    lines = tuple(LogLine(label=f"{name} {n}", asked=EVERY, note="minutes", is_number=n == 0) for n in range(rows))
    weekly = LogLine(label="Pain", asked=LAST, note="once", is_number=True, is_weekly=True)
    return LogTable(days=WEEK, rows=(*lines, weekly), caption="One week.")


def boxes(data: bytes, page: int = 0) -> list[tuple[float, float]]:
    """Return width and height of every box that is drawn black without a filling."""
    pdf = pikepdf.open(BytesIO(data))
    code = pdf.pages[page].Contents.read_bytes().decode("latin-1")
    groups = re.findall(r"q 0 G 1 w 0 j (.*?) S Q", code)
    found = [re.findall(r"\S+ \S+ (\S+) (\S+) re", group) for group in groups]
    return [(float(wide), float(high)) for group in found for wide, high in group]


@pytest.mark.parametrize("large", [False, True])
def test_it_is_a_table_with_heads_for_days_and_rows_and_a_cell_for_every_day(large: bool) -> None:
    found = next(structure(write_pdf(document(table(2), large=large))).all("Table"))
    rows = list(found.all("TR"))
    assert [len(row.kids) for row in rows] == [8, 8, 8, 8]
    assert [head.text for head in rows[0].all("TH")] == [day.weekday for day in WEEK]
    assert {str(head.attributes["/Scope"]) for head in rows[0].all("TH")} == {"/Column"}
    assert [next(row.all("TH")).text for row in rows[1:]] == ["Row 0 minutes", "Row 1 minutes", "Pain once"]
    assert {str(next(row.all("TH")).attributes["/Scope"]) for row in rows[1:]} == {"/Row"}
    assert str(found.attributes["/Summary"]) == "One week."


@pytest.mark.parametrize("large", [False, True])
def test_numbers_have_wide_boxes_marks_square_ones_and_a_weekly_row_has_one(large: bool) -> None:
    found = boxes(write_pdf(document(table(2), large=large)))
    wide, square = [box for box in found if box[0] > box[1]], [box for box in found if box[0] == box[1]]
    assert (len(wide), len(square)) == (8, 7)
    assert min(box[1] for box in found) >= 19


def test_many_rows_go_on_below_the_days_on_the_next_page() -> None:
    data = write_pdf(document(table(60)))
    count = page_count(data)
    assert count > 1
    assert [page for page, _ in places(data, "Thu")] == list(range(count))
    found = next(structure(data).all("Table"))
    assert len(list(found.all("TR"))) == 62
    assert len(list(found.all("TH"))) == 7 + 61


def test_a_week_that_fits_on_a_page_is_not_parted() -> None:
    blocks = (Paragraph(rich("Words. " * 450)), table(10))
    data = write_pdf(document(*blocks))
    assert {page for page, _ in places(data, "Row")} == {1}


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", ORDINARY)
def test_long_names_neither_overlap_nor_leave_the_page(large: bool, size: PaperSize) -> None:
    data = write_pdf(document(table(8, "W" * 150 + " name" * 30), large=large, paper=size))
    assert overlaps(data) == []
    for (left, low, right, top), (width, height) in text_rects(data):
        assert left >= 0
        assert low >= 0
        assert right <= width
        assert top <= height


def test_a_page_of_its_own_begins_a_page_and_is_never_moved_up() -> None:
    data = write_pdf(document(Paragraph(rich("One.")), Heading("Second", new_page=True), Paragraph(rich("Two."))))
    assert ["Second" in text for text in pages(data)] == [False, True]


def test_the_key_says_its_marks_to_those_who_listen() -> None:
    key = LogKey("Write:", (LogMark("", "done"), LogMark("S", "too sore"), LogMark("20", "a number")))
    found = next(structure(write_pdf(document(key))).all("L"))
    assert [(mark.alt or mark.text) for mark in found.all("Lbl")] == ["✓", "S", "20"]
    assert [words.text for words in found.all("LBody")] == ["done", "too sore", "a number"]


PAPERS = {"log": daily_log(logged()), "questionnaire": function_questionnaire(request(rated()))}


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize(("large", "least"), [(False, 12.0), (True, 18.0)])
def test_nothing_is_set_smaller_than_12_points(name: str, large: bool, least: float) -> None:
    pdf = pikepdf.open(BytesIO(write_pdf(replace(PAPERS[name], large=large))))
    for page in pdf.pages:
        sizes = [float(size) for size in re.findall(rb"/\S+ ([\d.]+) Tf", page.Contents.read_bytes())]
        assert min(sizes) >= least


@pytest.mark.parametrize("size", [PaperSize.LETTER, PaperSize.LEGAL, PaperSize.A4])
@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("weeks", [1, 2, 4])
def test_a_log_of_usual_length_is_a_page_a_week(size: PaperSize, lang: str, weeks: int) -> None:
    items = tuple(replace(BRIDGE, id=f"item-{n}") for n in range(4))
    plan = replace(PLAN, steps=with_items(*items).steps)
    made = logged(plan=plan, language=lang, practice=replace(PRACTICE, paper=size), end=_last(weeks))
    data = write_pdf(daily_log(made))
    assert page_count(data) == weeks


def test_every_page_names_the_patient_and_the_code() -> None:
    document: Document = daily_log(logged(patient=replace(PATIENT, large_print=True), end=_last(4)))
    for text in pages(write_pdf(document)):
        assert "Daniel Whitcombe, born August 3, 1978" in text
        assert document.code_words in text
        assert "revision 3" in text


def _last(weeks: int) -> date:
    return START + timedelta(days=7 * weeks - 1)
