"""However much a plan holds and however long its words are, nothing on its papers overlaps or leaves the page."""

from __future__ import annotations

import dataclasses
from functools import cache
from itertools import product

import pytest
from documents.pdf.every_paper import LANGUAGES, asked
from documents.pdf.reading import overlaps, text_rects
from documents.sciatica import BIRD_DOG, BRIDGE, NAPROXEN, SITTING, SLIDER, WALKING
from documents.test_nasty_texts import LIMITS, filled, whole

from painplanner.core.plan import Item
from painplanner.core.practice import ORDINARY, PaperSize
from painplanner.core.values import replace
from painplanner.documents.pdf import write_pdf
from painplanner.documents.registry import kind_ids
from painplanner.documents.request import Request
from painplanner.services.publish import make_document

ITEMS = (BRIDGE, SITTING, NAPROXEN, SLIDER, BIRD_DOG, WALKING)
WORDS = "A sentence about the back that goes on and on. "
LENGTHS = {
    "LangText.text": 10_000,
    "Step.note": 10_000,
    "Plan.note": 10_000,
    "Closing.note": 10_000,
    "Plan.why": 10_000,
}
LENGTHS |= dict.fromkeys(("Line.text", "Item.note", "Goal.text", "ExerciseDose.note", "ActivityDose.note"), 1_000)
EDGE = 9.0
"""How near to the edge of the page words may come, in points."""


def holding(count: int, request: Request) -> Request:
    """Return a request whose second step has so many items."""
    items = tuple(_named(ITEMS[n % len(ITEMS)], n) for n in range(count))
    first, second, *rest = request.plan.steps
    plan = replace(request.plan, steps=(first, replace(second, items=items), *rest))
    return dataclasses.replace(request, plan=plan)


def _named(item: Item, n: int) -> Item:
    named: Item = replace(item, id=f"item-{n}")
    return named


@cache
def wordy(kind: str, lang: str, *, unbroken: bool) -> Request:
    """Return a request with names of 300 characters and notes of 10,000, or of 3,000 where they are one word."""
    text = "W" * 3_000 if unbroken else WORDS * 220
    return filled(whole(kind, lang), lambda _place: text, LENGTHS | LIMITS)


def faults(request: Request, kind: str, *, large: bool, size: PaperSize) -> list[object]:
    """Return what lies over one another on a paper, and what stands too near to the edge of a page."""
    practice, patient = replace(request.practice, paper=size), replace(request.patient, large_print=large)
    data = write_pdf(make_document(dataclasses.replace(request, practice=practice, patient=patient), kind))
    outside = [
        rect
        for rect, (width, height) in text_rects(data)
        if rect[2] > rect[0] and (min(rect[0], rect[1]) < EDGE or rect[2] > width - EDGE or rect[3] > height - EDGE)
    ]
    return [*overlaps(data), *outside]


@pytest.mark.parametrize("kind", kind_ids())
def test_few_and_many_items_find_room(kind: str) -> None:
    for count, large in product((0, 1, 40), (False, True)):
        request = holding(count, asked(kind, "en"))
        assert faults(request, kind, large=large, size=PaperSize.LETTER) == [], f"{count} {large}"


@pytest.mark.parametrize("kind", kind_ids())
@pytest.mark.parametrize("unbroken", [False, True], ids=["words", "one-word"])
def test_the_longest_words_find_room(kind: str, unbroken: bool) -> None:
    assert faults(wordy(kind, "en", unbroken=unbroken), kind, large=False, size=PaperSize.LETTER) == []


@pytest.mark.long
@pytest.mark.parametrize("kind", kind_ids())
@pytest.mark.parametrize("size", ORDINARY)
def test_any_number_of_items_finds_room_on_any_paper(kind: str, size: PaperSize) -> None:
    for count, lang, large in product((0, 1, 2, 3, 7, 19, 200), LANGUAGES, (False, True)):
        assert faults(holding(count, asked(kind, lang)), kind, large=large, size=size) == [], f"{count} {lang} {large}"


@pytest.mark.long
@pytest.mark.parametrize("kind", kind_ids())
@pytest.mark.parametrize("size", ORDINARY)
def test_the_longest_words_find_room_on_any_paper(kind: str, size: PaperSize) -> None:
    """Large print on half a sheet is left out: names of 300 characters everywhere are more than its tables hold."""
    prints = (False,) if size is PaperSize.A5 else (False, True)
    for unbroken, lang, large in product((False, True), LANGUAGES, prints):
        found = faults(wordy(kind, lang, unbroken=unbroken), kind, large=large, size=size)
        assert found == [], f"{unbroken} {lang} {large}"
