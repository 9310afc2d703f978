"""A plain table: heads of their columns, rows that stay whole, and everything told to those who listen."""

from __future__ import annotations

import pytest
from documents.pdf.papers import document
from documents.pdf.reading import overlaps, pages, places, structure, text_rects

from painplanner.core.practice import PaperSize
from painplanner.documents.as_text import as_text
from painplanner.documents.blocks import Column, Heading, Table, rich
from painplanner.documents.pdf import page_count, write_pdf

COLUMNS = (Column("Done", "box"), Column("Medicine"), Column("A day", "number"), Column("Why"))


def table(rows: int = 3, why: str = "for the night") -> Table:
    made = tuple(((), rich("", f"Pill {n}"), rich(f"{n * 10} mg"), rich(why)) for n in range(1, rows + 1))
    return Table(COLUMNS, made, "What is taken.")


def paper(block: Table, **changes: object) -> bytes:
    return write_pdf(document(Heading("Medicines"), block, **changes))


def test_heads_and_the_names_of_rows_are_told_as_such() -> None:
    (found,) = structure(paper(table())).all("Table")
    first, *rows = found.all("TR")
    assert [cell.text for cell in first.kids] == ["Done", "Medicine", "A day", "Why"]
    assert {(cell.kind, str(cell.attributes["/Scope"])) for cell in first.kids} == {("TH", "/Column")}
    assert [[cell.kind for cell in row.kids] for row in rows] == [["TD", "TH", "TD", "TD"]] * 3
    assert str(rows[0].kids[1].attributes["/Scope"]) == "/Row"
    assert str(found.attributes["/Summary"]) == "What is taken."


def test_plain_text_says_the_same_a_row_to_a_line() -> None:
    text = as_text(document(table(2)))
    assert "Done | Medicine | A day | Why\n[ ] | Pill 1 | 10 mg | for the night\n[ ] | Pill 2 | 20 mg" in text


def test_numbers_end_below_one_another() -> None:
    data = paper(
        Table((Column("Name"), Column("A day", "number")), ((rich("A"), rich("5")), (rich("B"), rich("1250"))))
    )
    ends = [round(places(data, words)[0][1][2]) for words in ("5", "1250")]
    assert abs(ends[0] - ends[1]) <= 1


def test_rows_go_on_below_the_heads_again_and_none_is_parted() -> None:
    data = paper(table(60, why="a reason that takes two lines in its column, because it is long enough for that " * 2))
    written = pages(data)
    assert page_count(data) > 2
    assert all("Medicine" in page for page in written)
    for n in range(1, 61):
        (page,) = {place[0] for place in places(data, f"Pill {n} ")} or {
            place[0] for place in places(data, f"Pill {n}")
        }
        assert f"{n * 10} mg" in written[page]
    (found,) = structure(data).all("Table")
    assert len(list(found.all("TR"))) == 61
    assert all(len(row.on) == 1 for row in found.all("TR"))
    assert overlaps(data) == []


@pytest.mark.parametrize("size", [PaperSize.LETTER, PaperSize.A5])
@pytest.mark.parametrize("large", [False, True])
def test_a_row_that_no_page_can_hold_is_parted_and_nothing_leaves_the_page(size: PaperSize, large: bool) -> None:
    data = paper(table(3, why="endless " * 700), paper=size, large=large)
    assert overlaps(data) == []
    for (left, low, right, top), (wide, high) in text_rects(data):
        assert left >= 0
        assert low >= 0
        assert right <= wide
        assert top <= high
    assert sum(page.count("endless") for page in pages(data)) == 2100


def test_a_name_of_one_endless_word_is_broken_and_the_others_keep_their_room() -> None:
    data = paper(Table(COLUMNS, (((), rich("x" * 300), rich("10 mg"), rich("for the night")),)))
    assert overlaps(data) == []
    assert places(data, "for the night")


def test_a_table_without_rows_has_its_heads() -> None:
    assert "Medicine" in pages(paper(table(0)))[0]
