"""What a page's end parts is one thing to those who listen: a step, a list, a table and a grid keep one element."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from documents.pdf.checks import odd_tables
from documents.pdf.opened import Opened
from documents.pdf.papers import document
from documents.pdf.reading import Element, structure
from hypothesis import given, settings
from hypothesis import strategies as st

from painplanner.documents.blocks import (
    Block,
    Bullets,
    Callout,
    Check,
    Column,
    Exercise,
    GridDay,
    GridRow,
    Paragraph,
    StepRow,
    Table,
    TickGrid,
    rich,
)
from painplanner.documents.pdf import write_pdf

LONG = "Sit tall and breathe. " * 30
MANY = tuple(rich(f"Line {n}. {LONG if n % 7 == 3 else ''}") for n in range(60))
FIRST = date(2026, 1, 15)
DAYS = tuple(
    GridDay(f"{day:%a}", str(day.day), is_off=n % 7 == 3)
    for n in range(150)
    for day in [FIRST + timedelta(days=n)]
)  # fmt: skip


def read(*blocks: Block, large: bool = False) -> Element:
    return structure(write_pdf(document(*blocks, large=large)))


def test_a_list_is_one_list_with_each_point_once() -> None:
    paper = read(Bullets(MANY, mark="number"))
    (part,) = paper.all("L")
    assert len(part.on) > 2
    assert [kid.kind for kid in part.kids] == ["LI"] * len(MANY)
    assert [[kid.kind for kid in entry.kids] for entry in part.kids] == [["Lbl", "LBody"]] * len(MANY)
    assert any(len(entry.on) == 2 for entry in part.kids)


def test_a_step_is_one_section_with_its_check() -> None:
    check = Check("How will we know?", tuple(f"Sign {n}" for n in range(40)), ("Then we look again.",))
    paper = read(StepRow("1", "Sit longer", "January", MANY, check))
    parts = [part for part in paper.all("Sect") if "Sit longer" in part.text]
    assert len(parts) == 1
    assert len(parts[0].on) > 2
    assert parts[0].text.count("Sign ") == 40


def test_a_callout_is_one_section() -> None:
    paper = read(Callout("Good to know", MANY))
    (part,) = [one for one in paper.all("Sect") if "Good to know" in one.text]
    assert len(part.on) > 2
    assert len(list(part.all("L"))) == 1


@pytest.mark.parametrize("large", [False, True])
def test_a_table_is_one_table_and_its_heads_are_heard_once(large: bool) -> None:
    rows = tuple((rich(f"Row {n}"), rich("x" * 30), rich("")) for n in range(90))
    columns = (Column("Medicine"), Column("How much"), Column("Done", kind="box"))
    paper = read(Table(columns, rows, "A long table."), large=large)
    (part,) = paper.all("Table")
    assert len(part.on) > 1
    assert len(part.kids) == 91
    assert {len(row.kids) for row in part.kids} == {3}
    assert part.text.count("How much") == 1


@pytest.mark.parametrize("count", [15, 20, 40, 150])
@pytest.mark.parametrize("rows", [("left", "right"), ("morning", "noon", "evening", "night"), ("",)])
def test_a_grid_of_many_weeks_is_one_table_with_even_rows(count: int, rows: tuple[str, ...]) -> None:
    grid = TickGrid(DAYS[:count], tuple(map(GridRow, rows)), "Many weeks.")
    for block in (grid, Exercise("1", "Walk", grid=grid)):
        for large in (False, True):
            data = write_pdf(document(block, large=large))
            (part,) = structure(data).all("Table")
            assert len(part.on) > 1 or count < 150
            opened = Opened(data)
            assert odd_tables(opened) == []
            opened.close()


@settings(max_examples=12)
@given(st.lists(st.integers(1, 90), min_size=1, max_size=6), st.booleans())
def test_nothing_is_heard_twice_or_out_of_turn(lengths: list[int], large: bool) -> None:
    words = [" ".join(f"w{n}x{k}" for k in range(length * 5)) for n, length in enumerate(lengths)]
    paper = read(*(Paragraph(rich(text)) for text in words), Bullets(tuple(map(rich, words))), large=large)
    heard = [part.text for part in paper.all() if part.kind in {"P", "LBody"}]
    assert heard == words + words
    pages = [part.on for part in paper.all("P")]
    assert all(max(one) <= min(after) for one, after in pairwise(pages))
