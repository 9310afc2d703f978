"""A tick grid is set in the lowest way: rows of times, or a calendar with several boxes in a day, each easy to tick."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from documents.pdf.papers import document, exercise
from documents.pdf.reading import Element, overlaps, structure

from painplanner.documents.blocks import GridDay, GridRow, TickGrid
from painplanner.documents.pdf import write_pdf

SIX = tuple(str(n) for n in range(1, 7))
SIDES = ("1, left", "1, right", "2, left", "2, right")


def ticks(data: bytes) -> list[tuple[int, float, float, float]]:
    """Return the boxes to tick: page, left, low and size."""
    pdf = pikepdf.open(BytesIO(data))
    found = [
        (n, *(float(number) for number in operands))
        for n, page in enumerate(pdf.pages)
        for operands, operator in pikepdf.parse_content_stream(page)
        if str(operator) == "re"
    ]
    return [(n, x, y, wide) for n, x, y, wide, high in found if wide == high]


def grid(rows: tuple[str, ...], days: int, **changes: bool) -> tuple[bytes, list[Element]]:
    """Return a paper of one exercise and the rows of its grid's tables."""
    data = write_pdf(document(exercise(1, rows=rows, days=days), **changes))
    return data, [row for table in structure(data).all("Table") for row in table.all("TR")]


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("days", [7, 14, 21])
@pytest.mark.parametrize("rows", [("Done",), ("left", "right"), SIX[:2], SIX[:3], SIX, SIDES, (*SIX, "7", "8")])
def test_every_time_of_every_open_day_has_one_box_that_is_easy_to_tick(
    rows: tuple[str, ...], days: int, large: bool
) -> None:
    data, table = grid(rows, days, large=large)
    boxes = ticks(data)
    assert len(boxes) == len(rows) * (days - days // 7)
    assert min(size for *_, size in boxes) >= (15 if large else 12)
    clear = boxes[0][3] + 3
    for n, x, y, _ in boxes:
        near = [one for one in boxes if one[0] == n and abs(one[1] - x) < clear and abs(one[2] - y) < clear]
        assert len(near) == 1, "no other box is as near as to be ticked for it"
    cells = sum(len([cell for cell in row.kids if cell.kind == "TD"]) for row in table)
    assert cells >= len(boxes), "each is a cell for who listens"
    assert overlaps(data) == []


def test_six_times_a_day_are_two_lines_of_three_boxes() -> None:
    data, rows = grid(SIX, 7)
    assert [next(row.all("TH")).text for row in rows] == ["Thu 1", "1–3", "4–6"]
    assert [len(row.kids) for row in rows] == [8, 22, 22]
    assert {int(head.attributes["/ColSpan"]) for head in rows[0].all("TH")} == {3}
    assert len({round(y) for _, _, y, _ in ticks(data)}) == 2


def test_a_side_is_said_at_every_line_of_boxes() -> None:
    _, rows = grid(SIDES, 7)
    assert [next(row.all("TH")).text for row in rows[1:]] == ["1–2, left", "1–2, right"]


def test_three_weeks_are_a_calendar_with_the_day_in_each_cell() -> None:
    _, rows = grid(("Done",), 21)
    assert [head.text for head in rows[0].all("TH")] == ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    assert [[cell.text for cell in row.all("TD")][:3] for row in rows[1:]] == [
        ["1", "2", "3"], ["8", "9", "10"], ["15", "16", "17"],
    ]  # fmt: skip


def test_many_times_a_day_over_two_weeks_are_a_calendar_for_each_week_and_one_table() -> None:
    data, rows = grid(SIX, 14)
    assert len(list(structure(data).all("Table"))) == 1
    assert [next(row.all("TH")).text for row in rows] == ["Thu 1", "1–3", "4–6", "Thu 8", "1–3", "4–6"]


def test_labels_that_only_look_numbered_and_days_of_no_whole_week_are_set_as_they_are() -> None:
    days = tuple(GridDay(f"D{n}", str(n)) for n in range(1, 11))
    labels = ("morning", "noon", "evening", "night")
    data = write_pdf(document(TickGrid(days, tuple(GridRow(label) for label in labels), "Ten days.")))
    assert len(ticks(data)) == 40
    assert [next(row.all("TH")).text for row in structure(data).all("TR")][1:][:4] == list(labels)
