"""The list of Today on paper: the rows of the screen with a box to tick, and a word that it stays inside."""

from __future__ import annotations

from datetime import date, time

from documents.pdf.reading import overlaps, pages, structure
from documents.sciatica import PRACTICE

from painplanner.documents.as_text import as_text
from painplanner.documents.blocks import Message, Table, plain
from painplanner.documents.pdf import page_count, write_pdf
from painplanner.documents.registry import kind_ids
from painplanner.documents.today_list import KIND_ID, ListRow, Shown, today_list

TODAY = date(2026, 1, 20)
ROWS = (
    ListRow("Overdue trial", "Daniel Whitcombe", "20418", "Gabapentin: trial to 13 Jan", "7 days late", "Dr. Okafor"),
    ListRow("Visit", "Ngô Thị Ánh", "20421", "Visit: M. Reyes", "due today", at=time(14, 30)),
)
SHOWN = Shown("2 things to do, 1 late: 1 trial · 1 visit", "To do · M. Reyes")


def test_each_row_stands_with_a_box_in_the_order_of_the_screen() -> None:
    text = as_text(today_list(ROWS, PRACTICE, TODAY, "en", SHOWN))
    assert "Done | Who | What and when | Why" in text
    assert (
        "[ ] | Daniel Whitcombe\nrecord 20418 | Overdue trial\n7 days late | "
        "Gabapentin: trial to 13 Jan; for Dr. Okafor"
    ) in text
    assert "[ ] | Ngô Thị Ánh\nrecord 20421 | Visit\ndue today, 2:30 pm | Visit: M. Reyes" in text
    assert text.index("Daniel") < text.index("Ánh")


def test_it_begins_with_how_much_there_is_and_says_that_it_stays_inside_on_every_page() -> None:
    document = today_list(ROWS * 40, PRACTICE, TODAY, "en", SHOWN)
    first = document.blocks[0]
    assert isinstance(first, Message)
    assert plain(first.words) == "2 things to do, 1 late: 1 trial · 1 visit. To do · M. Reyes."
    data = write_pdf(document)
    written = pages(data)
    assert len(written) == page_count(data) > 2
    assert all("keep it inside the practice, shred it." in page and "Riverside" in page for page in written)
    assert all("What and when" in page for page in written)
    assert overlaps(data) == []


def test_it_is_a_paper_of_the_practice_and_of_no_patient() -> None:
    document = today_list(ROWS, PRACTICE, TODAY, "en", SHOWN)
    assert document.title == "Today, Tuesday, January 20"
    assert document.header_right == "January 20, 2026"
    assert KIND_ID not in kind_ids()
    assert document.code == ""


def test_rows_are_told_by_who_they_are_about() -> None:
    (table,) = structure(write_pdf(today_list(ROWS, PRACTICE, TODAY, "en", SHOWN))).all("Table")
    assert [row.kids[1].text for row in table.all("TR")] == [
        "Who",
        "Daniel Whitcombe record 20418",
        "Ngô Thị Ánh record 20421",
    ]
    assert [row.kids[1].kind for row in table.all("TR")] == ["TH"] * 3


def test_what_is_not_on_the_paper_is_counted() -> None:
    text = as_text(today_list(ROWS, PRACTICE, TODAY, "en", SHOWN._replace(left=12)))
    assert "12 more rows are not on this paper." in text


def test_a_day_without_anything_has_a_paper_without_a_table() -> None:
    document = today_list((), PRACTICE, TODAY, "en")
    assert not [block for block in document.blocks if isinstance(block, Table)]
    assert "Nothing is due." in as_text(document)


def test_spanish_is_spanish() -> None:
    text = as_text(today_list(ROWS, PRACTICE, TODAY, "es", SHOWN._replace(left=1)))
    assert "Hoy, martes 20 de enero" in text
    for english in ("Holds patients", "Done |", "record", "more row"):
        assert english not in text
