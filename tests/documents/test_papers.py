"""What every paper carries, how plainly it speaks, and the papers as they are, kept word by word."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from documents.golden import GOLDEN, documents, texts
from documents.sciatica import PATIENT, PLAN, PRACTICE, request

from painplanner.core.ids import printed_number
from painplanner.core.plan import NextVisit
from painplanner.core.practice import PaperSize
from painplanner.core.values import replace
from painplanner.documents.as_text import as_text
from painplanner.documents.blocks import (
    Bullets,
    Callout,
    Card,
    Cards,
    Document,
    GridDay,
    GridRow,
    Heading,
    Pair,
    Paragraph,
    TickGrid,
    rich,
)
from painplanner.documents.daily_log import daily_log
from painplanner.documents.exercise_sheet import exercise_sheet
from painplanner.documents.function_questionnaire import function_questionnaire
from painplanner.documents.handout import handout
from painplanner.documents.progress_report import progress_report
from painplanner.documents.request import Request
from painplanner.documents.team_report import team_report
from painplanner.services.reading import english_grade, sentences_of

PAPERS = [handout, exercise_sheet, daily_log, function_questionnaire, progress_report, team_report]
# What frightens, commands or abbreviates.
WORDS_TO_AVOID = ["degenerat", "wear and tear", "bone on bone", "damage", "instab", "you must", " harm", "!", "BID"]


@pytest.mark.parametrize("paper", PAPERS)
def test_every_page_names_the_patient_by_two_identifiers(paper: Callable[[Request], Document]) -> None:
    assert paper(request()).header_right == "Daniel Whitcombe, born August 3, 1978"
    unknown = paper(request(patient=replace(PATIENT, birth_date=None)))
    assert unknown.header_right == "Daniel Whitcombe, born ____________"


@pytest.mark.parametrize("name", ["Łukasz Żółć", "Ngô Thị Ánh", "Юлия Петрова", "<b>x</b> & y", "N" * 300])
def test_a_name_is_carried_as_it_is(name: str) -> None:
    assert name in handout(request(patient=replace(PATIENT, name=name))).header_right


@pytest.mark.parametrize("paper", PAPERS)
def test_every_page_names_practice_plan_revision_visit_and_numbers(paper: Callable[[Request], Document]) -> None:
    document = paper(request())
    assert document.header_left == "Riverside Pain & Movement"
    assert document.footer_right == f"Plan {printed_number(20418)} · revision 3"
    assert document.footer_left == "Next visit: Tuesday, January 27 at 10:30 am with M. Reyes"
    assert document.footer_note == (
        "Call 555-0142 · after hours 555-0199 · Made January 13, 2026 by Dr. Okafor · 12 River Road"
    )
    assert document.page_words.format(page=1, pages=2) == "page 1 of 2"
    has_code_of_log = document.kind == "daily-log"
    assert document.code == ("" if has_code_of_log else printed_number(20418))


def test_what_is_not_known_yet_leaves_no_empty_words() -> None:
    plan = replace(PLAN, number=0, next_visit=NextVisit())
    document = handout(request(plan, revision=None, author="", practice=replace(PRACTICE, phone="", after_hours="")))
    assert (document.footer_right, document.footer_left, document.code) == ("", "", "")
    assert document.footer_note == "Made January 13, 2026 · 12 River Road"


def test_a_draft_says_so_and_a_final_paper_does_not() -> None:
    assert handout(request(is_draft=True)).draft_words == "Draft. Not final yet."
    assert handout(request()).draft_words == ""


def test_paper_size_and_large_print_are_those_of_practice_and_patient() -> None:
    document = handout(
        request(practice=replace(PRACTICE, paper=PaperSize.A4), patient=replace(PATIENT, large_print=True))
    )
    assert document.paper is PaperSize.A4
    assert document.large
    assert document.kind == "handout"


def test_a_paper_speaks_the_language_of_its_patient() -> None:
    spanish = handout(request(patient=replace(PATIENT, language="es-MX")))
    assert spanish.title == "Su plan: dolor de pierna y espalda"
    assert spanish.language == "es-MX"
    assert handout(request(language="es")).page_words == "página {page} de {pages}"


def test_a_language_without_catalogue_has_its_fixed_words_in_english() -> None:
    paper = exercise_sheet(request(language="pl"))
    assert paper.title == "Your exercises at home"
    assert paper.language == "en"


@pytest.mark.parametrize("name", sorted(documents()))
def test_a_paper_reads_as_it_was_kept(name: str) -> None:
    assert texts()[name] == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


def test_no_golden_text_is_left_over() -> None:
    assert {path.stem for path in Path(GOLDEN).glob("*.txt")} == set(texts())


def spoken(document: Document) -> str:
    """Return the words of a paper without grids and rules."""
    lines = [line.strip(" -") for line in as_text(document).splitlines()]
    return "\n".join(
        line for line in lines if re.search(r"[a-z]{2}", line) and not re.search(r"\[ \]|  (Mon|Tue) ", line)
    )


@pytest.mark.parametrize("name", [name for name in sorted(documents()) if name.endswith("-en")])
def test_patients_read_it_at_grade_six_or_below(name: str) -> None:
    assert english_grade(sentences_of(spoken(documents()[name]))) <= 6


@pytest.mark.parametrize("name", [name for name in sorted(documents()) if name.endswith("-en")])
def test_words_to_avoid_are_avoided(name: str) -> None:
    said = spoken(documents()[name])
    assert [word for word in WORDS_TO_AVOID if word in said] == []


@pytest.mark.parametrize("name", sorted(documents()))
def test_no_date_is_a_bare_number(name: str) -> None:
    assert not re.search(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}", as_text(documents()[name]))


class TestPlainText:
    def text(self, *blocks: object) -> str:
        document = Document(kind="handout", title="T", language="en", blocks=blocks)  # pyright: ignore[reportArgumentType]
        return as_text(document).split("\n\n", 1)[1].rsplit("\n\n", 1)[0]

    def test_each_block_has_its_form(self) -> None:
        assert self.text(Heading("Why"), Heading("More", level=3)) == "Why\n---\n\nMore"
        assert self.text(Paragraph(rich("Sit ", "10 minutes", "."))) == "Sit 10 minutes."
        assert self.text(Bullets((rich("a"), rich("b")), mark="box")) == "[ ] a\n[ ] b"
        assert self.text(Bullets((rich("a"), rich("b")), mark="number")) == "1. a\n2. b"
        assert self.text(Cards((Card("Walk", ("now 8", "by March")),))) == "- Walk (now 8; by March)"
        assert self.text(Pair(Callout("A", (rich("x"),)), Callout("B", ()))) == "A\n-\n- x\n\nB\n-"

    def test_a_grid_is_a_line_of_boxes_a_week(self) -> None:
        days = tuple(GridDay(weekday=f"D{n}", is_off=n == 1) for n in range(8))
        grid = TickGrid(days=days, rows=(GridRow("Done"),), caption="Eight days.")
        lines = self.text(grid).splitlines()
        assert lines[0] == "Eight days."
        assert [line.count("[ ]") for line in lines] == [0, 0, 6, 0, 1]
        assert "--" in lines[2]

    def test_it_has_no_blanks_at_the_end_of_a_line(self) -> None:
        assert not [line for text in texts().values() for line in text.splitlines() if line != line.rstrip()]


def test_thirty_exercises_and_long_names_make_a_paper() -> None:
    step = PLAN.steps[1]
    items = tuple(replace(step.items[1], id=f"item-{n}", note="n" * 1000) for n in range(30))
    plan = replace(PLAN, steps=(replace(step, title="T" * 300, items=items, timing=None),))
    document = exercise_sheet(request(plan))
    assert "30. Straighten your knee" in as_text(document)
