"""Pages are filled: what may go on on the next one does so rather than leave much of a page empty, and nothing else."""

from __future__ import annotations

import re

import pytest
from documents.golden import documents
from documents.pdf.papers import STEP, STOP, document, exercise, handout, sheet
from documents.pdf.reading import overlaps, pages, places, structure, text_rects
from msgspec.structs import replace

from painplanner.core.figure import draw_placeholder
from painplanner.core.practice import PaperSize
from painplanner.documents.blocks import (
    Bullets,
    Callout,
    Card,
    Cards,
    Check,
    Fill,
    Heading,
    Pair,
    Paragraph,
    Picture,
    StepRow,
    rich,
)
from painplanner.documents.pdf import page_count, write_pdf

PAPERS = documents()
STEP_LINES = tuple(rich(f"Line {n} of the step, long enough to want a row of its own on the page.") for n in range(4))
LONG_STEP = replace(
    STEP,
    lines=STEP_LINES,
    check=Check("How will we know?", ("Leg pain 4 or less", "Sitting"), ("Then this.", "Then that. " * 20)),
)


def filler(lines: int) -> Bullets:
    return Bullets(tuple(rich(f"Filler {n}.") for n in range(lines)))


def left(data: bytes, words: str) -> float:
    """Return the left edge of words, so roughly that letters of different shapes stand at one edge."""
    return round(places(data, words)[0][1][0], -1)


def boxes(*counts: int) -> list[Callout]:
    lines = "Words that are long enough to need two lines in a column."
    return [Callout(f"Box {n}", tuple(rich(lines) for _ in range(count))) for n, count in enumerate(counts, 1)]


@pytest.mark.parametrize("size", [PaperSize.LETTER, PaperSize.A4])
@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("sciatica-handout-en", 3), ("sciatica-handout-es", 3), ("sciatica-sheet-en", 2), ("sciatica-sheet-es", 2),
        ("sciatica-sheet-strong-en", 3), ("bare-handout-en", 2),
    ],
)  # fmt: skip
def test_the_papers_of_the_sciatica_plan_are_short(name: str, most: int, size: PaperSize) -> None:
    assert page_count(write_pdf(replace(PAPERS[name], paper=size))) <= most


@pytest.mark.parametrize("name", [name for name in PAPERS if PAPERS[name].paper is not PaperSize.A6])
@pytest.mark.parametrize("large", [False, True], ids=["ordinary", "large"])
def test_no_page_of_a_paper_is_empty(name: str, large: bool) -> None:
    data = write_pdf(replace(PAPERS[name], large=large))
    for n, text in enumerate(pages(data), 1):
        inside = re.split(r"page \d|página \d", text)[0]
        assert len(inside) > 200, f"page {n} has more than its header and footer"


def test_a_last_page_is_never_a_line_alone() -> None:
    for lines in range(20, 60, 2):
        blocks = [Paragraph(rich(f"Paragraph {n}.")) for n in range(lines)]
        data = write_pdf(document(*blocks, Fill("Questions")))
        last = pages(data)[-1]
        assert "Questions" in last
        assert page_count(data) == 1 or last.count("Paragraph") > 1


def test_a_step_goes_on_before_its_check_or_between_its_lines_rather_than_leave_much_of_a_page_empty() -> None:
    parted = 0
    for lines in range(5, 45):
        data = write_pdf(document(filler(lines), LONG_STEP, Paragraph(rich("After. " * 900))))
        step = next(part for part in structure(data).all("Sect") if LONG_STEP.title in part.text)
        (title,) = (page for page, _ in places(data, LONG_STEP.title))
        check = {
            page
            for words in ("How will we know?", "Leg pain 4 or less", "Then this.")
            for page, _ in places(data, words)
        }
        shown = [places(data, f"Line {n} of the step")[0][0] for n in range(4)]
        assert len(check) == 1, "the check is never parted"
        assert shown[:2] == [title, title], "the title never stands alone"
        assert shown == sorted(shown)
        assert overlaps(data) == []
        parted += len(step.on) > 1
    assert parted


def test_a_step_stays_whole_where_that_leaves_only_a_little_of_a_page_empty() -> None:
    short = StepRow("1", "Walk", lines=(rich("A little."),), check=Check("How will we know?", ("Ten minutes",)))
    for lines in range(20, 45):
        step = structure(write_pdf(document(filler(lines), short))).all("Sect")
        assert len(next(step).on) == 1


def test_callouts_that_follow_one_another_stand_in_two_columns_in_the_order_in_which_they_are_read() -> None:
    first, second, third, fourth = boxes(8, 3, 2, 6)
    data = write_pdf(document(Pair(first, second), third, fourth))
    assert page_count(data) == 1
    assert len({left(data, f"Box {n}") for n in range(1, 5)}) == 2
    assert [part.text for part in structure(data).all("H2")] == ["Box 1", "Box 2", "Box 3", "Box 4"]
    assert overlaps(data) == []


def test_columns_of_callouts_are_as_even_as_may_be() -> None:
    data = write_pdf(document(*boxes(8, 5, 5, 2)))
    xs = [left(data, f"Box {n}") for n in range(1, 5)]
    assert xs[0] == xs[3] < xs[1] == xs[2], "8 and 2 beside 5 and 5"


def test_a_callout_alone_and_callouts_in_large_print_have_the_whole_width() -> None:
    alone, large = write_pdf(document(*boxes(3))), write_pdf(document(*boxes(3, 3), large=True))
    assert left(large, "Box 1") == left(large, "Box 2")
    for data, words in ((alone, "to need two lines in a column."), (large, "that are long enough to need")):
        assert max(rect[2] for _, rect in places(data, words)) > 300


def test_a_pair_is_two_callouts_on_two_pages_where_that_saves_one() -> None:
    pair = Pair(*boxes(6, 6))
    parted = 0
    for lines in range(15, 35):
        data = write_pdf(document(filler(lines), pair, STOP))
        assert overlaps(data) == []
        parts = [part for part in structure(data).all("Sect") if part.text.startswith("Box")]
        assert [len(part.on) for part in parts] == [1, 1], "no callout is parted"
        parted += len({min(part.on) for part in parts}) > 1
    assert parted


def test_short_sentences_of_a_step_share_a_row_and_boxes_to_tick_stand_side_by_side() -> None:
    data = write_pdf(handout())
    rows = [places(data, words)[0][1][1] for words in ("Ten minutes", "With M. Reyes.")]
    assert rows[0] == pytest.approx(rows[1], abs=4)
    ticks = [places(data, words)[0][1] for words in ("Leg pain 4 or less", "Sitting 20 minutes")]
    assert ticks[0][1] == pytest.approx(ticks[1][1], abs=4)
    assert ticks[0][2] + 20 < ticks[1][0]
    step = next(part for part in structure(data).all("Sect") if "Sit with support" in part.text)
    assert [part.text for part in step.all("P")][1:3] == ["Ten minutes, 6 times a day.", "With M. Reyes."]


def test_cards_in_large_print_stand_one_below_the_other() -> None:
    cards = Cards((Card("Walk", ("Now: 10",)), Card("Stairs", ("Now: 1",)), Card("Garden")))
    data = write_pdf(document(cards, large=True))
    assert len({left(data, card.title) for card in cards.cards}) == 1
    across = write_pdf(document(cards))
    assert len({left(across, card.title) for card in cards.cards}) == 3


def test_lists_that_follow_one_another_stay_together() -> None:
    for lines in range(25, 40):
        check = (Heading("How will we know?", level=3), Bullets((rich("Box."),), mark="box"), Bullets((rich("Then."),)))
        data = write_pdf(document(*(Paragraph(rich(f"Paragraph {n}.")) for n in range(lines)), *check))
        assert len({places(data, words)[0][0] for words in ("How will we know?", "Box.", "Then.")}) == 1


def test_title_and_facts_stand_over_the_whole_width_where_they_would_fill_rows_beside_the_pictures() -> None:
    many = exercise(1)
    few = replace(many, facts=("3 rounds", "10 times"))
    for block, is_beside in ((many, False), (few, True)):
        data = write_pdf(document(block))
        title, step = places(data, "Exercise 1")[0][1], places(data, "Sit tall.")[0][1]
        assert (title[0] > 300) is is_beside
        assert step[0] > 300
        assert overlaps(data) == []


def test_a_title_of_two_rows_has_its_flag_after_its_last_word() -> None:
    title = "Reach one arm and the other leg far out, then come back to your hands and knees"
    data = write_pdf(document(replace(exercise(1), title=title, flag="New")))
    first, last, flag = (places(data, words)[0][1] for words in ("Reach", "knees", "New"))
    assert last[1] < first[1], "two rows"
    assert last[1] < (flag[1] + flag[3]) / 2 < last[3]
    assert last[2] < flag[0] < last[2] + 30


def test_twelve_exercises_take_no_more_than_half_as_many_pages() -> None:
    assert page_count(write_pdf(sheet(12))) <= 6
    assert page_count(write_pdf(sheet(4))) <= 3


def test_a_practice_and_a_patient_that_need_two_rows_begin_at_one_edge() -> None:
    data = write_pdf(document(header_right="Maximiliana Wolfeschlegelsteinhausenberger-Dorff, born 13 January 1980"))
    assert places(data, "Riverside")[0][1][0] == pytest.approx(places(data, "Maximiliana")[0][1][0], abs=2)
    assert all(rect[2] < size[0] - 30 for rect, size in text_rects(data))


def test_no_title_ends_with_a_word_alone() -> None:
    data = write_pdf(
        document(Heading("What may help you to walk and to sleep, and how long it may take to get so far"))
    )
    rows = [places(data, words)[0][1] for words in ("What may help", "so far")]
    assert rows[1][1] < rows[0][1], "two lines"
    assert places(data, "get so far")[0][1][2] > 200


def test_a_placeholder_takes_little_room() -> None:
    empty = Picture(draw_placeholder("No picture yet"), "We will show you", "No picture yet")
    heights = [
        places(data, "Exercise 1")[0][1][3] - places(data, "Thu")[0][1][1]
        for pictures in ((empty,), exercise(1).pictures[:1])
        for data in (write_pdf(document(replace(exercise(1), pictures=pictures, facts=("3 rounds",), notes=()))),)
    ]
    assert heights[0] < heights[1]


def test_a_grid_that_finds_no_room_below_its_exercise_has_the_next_page_whole_below_the_title() -> None:
    long = replace(exercise(1, rows=tuple("123456")), steps=("Lift it slowly, then rest. " * 3,) * 4)
    data = write_pdf(document(long, large=True))
    paper = structure(data)
    title = [page for page, _ in places(data, "Exercise 1")]
    grids = {page for table in paper.all("Table") for page in table.on}
    assert len(grids) == 1
    assert title[0] < min(grids)
    assert title[-1] == min(grids), "the title is repeated"
    assert paper.text.count("Exercise 1") == 1, "and not read again"
    assert overlaps(data) == []


def test_on_short_lines_the_next_visit_stands_at_the_foot_of_the_first_page_only() -> None:
    words = [Paragraph(rich("Words. " * 40)) for _ in range(30)]
    for short in (document(*words, large=True, code="7-1"), document(*words, paper=PaperSize.A5, code="7-1")):
        first, *others = pages(write_pdf(short))
        assert "Next visit" in first
        assert not any("Next visit" in text for text in others)
        assert all("page" in text and "555-0142" in text and "revision 3" in text for text in (first, *others))
    assert all("Next visit" in text for text in pages(write_pdf(document(*words, code="7-1"))))
