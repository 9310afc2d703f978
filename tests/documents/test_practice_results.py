"""The results of the practice on paper say no more than the screen does, and how carefully to read them."""

from __future__ import annotations

from datetime import date

from documents.sciatica import PRACTICE

from painplanner.core.outcomes import Tally, total
from painplanner.documents.as_text import as_text
from painplanner.documents.blocks import Paragraph, Table, plain
from painplanner.documents.pdf import page_count, write_pdf
from painplanner.documents.practice_results import ResultRow, practice_results
from painplanner.services.words.outcomes import caution_words, share_words, tally_words

TALLIES = (
    Tally(template="template.sciatica", plans=12, judged=11, reached=15, partly=5, not_reached=4),
    Tally(template="template.knee", plans=2, judged=2, reached=1, partly=1),
)
ROWS = tuple(
    ResultRow(name, tally_words(one), share_words(one))
    for name, one in (("All plans", total(TALLIES)), ("Sciatica", TALLIES[0]), ("Knee", TALLIES[1]))
)


def test_all_plans_come_first_and_the_caution_before_the_table() -> None:
    document = practice_results(ROWS, caution_words(), PRACTICE, date(2026, 1, 20), "en")
    kinds = [type(block) for block in document.blocks]
    assert kinds.index(Paragraph) < kinds.index(Table)
    (caution,) = [plain(block.words) for block in document.blocks if isinstance(block, Paragraph)]
    assert "at least 10 closed plans" in caution
    text = as_text(document)
    assert "All plans: 14 closed plans: 16 of 26 goals reached" in text
    assert "Knee | 2 closed plans: 1 of 2 goals reached; 1 partly | too few plans for a percentage" in text


def test_no_patient_is_named_on_its_one_page() -> None:
    document = practice_results(ROWS, caution_words(), PRACTICE, date(2026, 1, 20), "en")
    assert document.header_right == "January 20, 2026"
    assert page_count(write_pdf(document)) == 1


def test_spanish_heads_are_spanish() -> None:
    text = as_text(practice_results(ROWS[:1], "Cuidado.", PRACTICE, date(2026, 1, 20), "es"))
    assert "Resultados del consultorio" in text
