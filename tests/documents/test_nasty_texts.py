"""Text is only text: whatever is typed into any field is printed as it stands, and does nothing.

Each field of a plan, its patient and its practice holds another of the texts; over all rounds every text meets every
field. A round with marks in place of texts finds which fields each kind of paper shows.
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from io import BytesIO
from typing import Any

import msgspec
import pikepdf
import pytest
from documents.nasty import NASTY
from documents.pdf.every_paper import LANGUAGES, asked
from documents.pdf.reading import said

from painplanner.core.patient import Constraint, FreeText
from painplanner.core.values import LangText, clean_text, replace
from painplanner.documents.blocks import Document
from painplanner.documents.daily_log import log_of
from painplanner.documents.pdf import write_pdf
from painplanner.documents.pdf.direction import has_right_to_left
from painplanner.documents.pdf.words import cleaned
from painplanner.documents.registry import kind_ids
from painplanner.documents.request import Request
from painplanner.services.publish import make_document

# Fields that a person writes words into; everything else is an id, a code or a choice.
FREE = {
    "ActivityDose.note", "Checkpoint.note", "Constraint.text", "Decision.reason", "ExerciseDose.note", "Flare.note",
    "FreeText.text", "Goal.text", "Item.note", "Item.stop_plan", "Line.text", "MedicineDose.note",
    "NextVisit.with_whom", "Owner.name", "Patient.name", "Patient.note", "Patient.record_number", "Plan.note",
    "Plan.title", "Plan.why", "Practice.address", "Practice.after_hours", "Practice.crisis_line", "Practice.emergency",
    "Practice.footer", "Practice.name", "Practice.phone", "ProcedureDose.guidance", "ProcedureDose.level",
    "ProcedureDose.note", "ProcedureDose.site", "RedFlags.action", "Step.note", "Step.title", "Texts.name",
    "Texts.plain_name", "Closing.note", "Patient.goals",
}  # fmt: skip
# Words in several languages, by what they belong to.
WORDED = {"Plan.plain_title", "Plan.why_words", "Goal.words", "Criterion.name", "Criterion.unit", "Step.words"}
LIMITS = {
    "Practice.phone": 60,
    "Practice.after_hours": 60,
    "Practice.crisis_line": 60,
    "Practice.emergency": 60,
    "Patient.record_number": 40,
}
NAME = 300
SHORTEST = min(LIMITS.values())
# What would make a reader do something.
ACTS = {"/URI", "/GoToR", "/GoToE", "/Launch", "/JS", "/JavaScript", "/SubmitForm", "/ImportData", "/OpenAction", "/AA",
        "/EmbeddedFile", "/EF", "/RichMedia", "/Movie", "/Sound", "/Annots", "/AcroForm", "/XFA"}  # fmt: skip
SHORT, STRIDE = 8, 41
"""How many rounds the ordinary run has, and how far texts move on from one to the next."""

Fill = Callable[[int], str]


@cache
def whole(kind: str, lang: str) -> Request:
    """Return a request with words in every field."""
    made = asked(kind, lang)
    patient = replace(
        made.patient, allergies=(FreeText(text="x"),), constraints=(Constraint(text="x"),), goals=("x",), note="x"
    )
    return dataclasses.replace(made, patient=patient)


def filled(request: Request, fill: Fill, limits: Mapping[str, int] = LIMITS) -> Request:
    """Return a request with other words in each field, which `fill` gives by the field's place, cut to its limit."""
    count = iter(range(10_000))
    plan, patient, practice = (
        _filled(one, fill, count, limits) for one in (request.plan, request.patient, request.practice)
    )
    made = dataclasses.replace(request, plan=plan, patient=patient, practice=practice, author=fill(next(count))[:NAME])
    return made if request.log is None else dataclasses.replace(made, log=replace(log_of(made), number=1001))


def _filled(value: Any, fill: Fill, count: Iterator[int], limits: Mapping[str, int], field: str = "") -> Any:
    if isinstance(value, msgspec.Struct):
        name = type(value).__name__
        own = {one: f"{name}.{one}" for one in value.__struct_fields__}
        if field and isinstance(value, LangText):
            own["text"] = field  # such words are known by what they belong to
        parts = {one: _filled(getattr(value, one), fill, count, limits, own[one]) for one in own}
        return msgspec.structs.replace(value, **parts)
    if isinstance(value, tuple):
        return tuple(_filled(one, fill, count, limits, field) for one in value)  # pyright: ignore[reportUnknownVariableType]
    if not (isinstance(value, str) and field in FREE | WORDED):
        return value
    return fill(next(count))[: limits.get(field, NAME)]


def folded(text: str) -> str:
    """Return what is compared of a text: a sentence may gain a capital and a stop, a list loses its dashes."""
    kept = re.sub(r"[\s\u200b\u2060•·.…:!?-]+", "", unicodedata.normalize("NFKC", cleaned(clean_text(text))))
    return kept.casefold()


def words(value: Any) -> Iterator[str]:
    """Return every text of a document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:  # pyright: ignore[reportUnknownVariableType]
            yield from words(one)
    elif isinstance(value, msgspec.Struct) and type(value).__name__ != "Drawing":
        for name in value.__struct_fields__:
            yield from words(getattr(value, name))


def told(document: Document) -> str:
    return folded(" ".join(words(document)))


@cache
def shown(kind: str, lang: str) -> frozenset[int]:
    """Return the places of the fields that a kind of paper shows whatever they say; marks have no digit to go by."""
    document = make_document(filled(whole(kind, lang), _mark), kind)
    found = re.findall(r"mark([a-j]+)end", told(document))
    return frozenset(int(one.translate(_DIGITS)) for one in found)


_DIGITS = str.maketrans("abcdefghij", "0123456789")
_LETTERS = str.maketrans("0123456789", "abcdefghij")


def _mark(place: int) -> str:
    return f"Mark{str(place).translate(_LETTERS)}end"


def is_one_sentence(text: str) -> bool:
    """Tell whether a text stays in one piece: notes are parted into sentences, long words into lines, and a
    mark joins the letter before it."""
    clean = clean_text(text)
    is_mark = bool(unicodedata.combining(clean[:1] or " "))
    return not is_mark and len(clean.splitlines()) == 1 and not re.search(r"[.!?:;] ", clean) and len(clean) < 60


def is_on(paper: str, text: str) -> bool:
    """Tell whether a page holds a text; what runs from right to left stands on it as it is seen."""
    if has_right_to_left(text):
        return set(filter(str.isalpha, folded(text))) <= set(paper)
    return folded(text) in paper


def faults(kind: str, lang: str, turn: int) -> list[str]:
    """Return what one paper of one round does wrong."""
    placed: dict[int, str] = {}

    def fill(place: int) -> str:
        placed[place] = NASTY[(place + turn) % len(NASTY)]
        return placed[place]

    document = make_document(filled(whole(kind, lang), fill), kind)
    data = write_pdf(document)
    text, paper = told(document), folded(said(data))
    due = [placed[place][:SHORTEST] for place in shown(kind, lang) if is_one_sentence(placed[place])]
    lost = [f"{kind}: {one!r} is not in the paper" for one in due if folded(one) not in text]
    lost += [f"{kind}: {one!r} is not on the page" for one in due if folded(one) in text and not is_on(paper, one)]
    return [*lost, *(f"{kind}: {one}" for one in acting(data))]


def acting(data: bytes) -> set[str]:
    """Return what in a file could act, lead away or show a foreign picture."""
    found: set[str] = set()
    pdf = pikepdf.open(BytesIO(data))
    for one in pdf.objects:
        if isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
            found |= ACTS & set(one.keys())
            found |= {str(value) for key, value in one.items() if key in {"/S", "/Subtype"} and str(value) in ACTS}
            found |= {"image"} if one.get("/Subtype") == "/Image" else set()
    assert pdf.check_pdf_syntax() == []
    return found


@pytest.mark.parametrize("kind", kind_ids())
def test_any_text_in_any_field_is_only_text(kind: str) -> None:
    turns = range(0, SHORT * STRIDE, STRIDE)
    assert [fault for turn in turns for fault in faults(kind, LANGUAGES[turn % 2], turn)] == []


@pytest.mark.long
@pytest.mark.parametrize("kind", kind_ids())
def test_every_text_in_every_field_is_only_text(kind: str) -> None:
    assert [fault for turn in range(len(NASTY)) for fault in faults(kind, LANGUAGES[turn % 2], turn)] == []


def test_there_are_three_hundred_texts_and_each_kind_shows_many_fields() -> None:
    assert len(set(NASTY)) >= 300
    assert sum(len(shown(kind, "en")) for kind in kind_ids()) > 100
    assert all(len(shown(kind, "en")) >= 5 for kind in kind_ids())
