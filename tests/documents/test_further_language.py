"""A language that the program never saw, written from right to left, needs a catalogue and texts and nothing else."""

from __future__ import annotations

import dataclasses
import re
import subprocess
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from shutil import which
from typing import Any

import msgspec
import pytest
from documents.golden import rated
from documents.pdf.opened import Opened
from documents.pdf.reading import Element, overlaps, structure, text_rects
from documents.pdf.test_matterhorn import CONDITIONS
from documents.pdf.test_real_papers import words as printed
from documents.pseudo import LANG, meant, said, translated, write_catalogue
from documents.sciatica import BRIDGE, PLAN, request
from documents.tracked import KNOWN, reported, tracked_plan
from pdfua import validate

from painplanner.core.edits.closing import close_plan
from painplanner.core.plan import Closing, GoalEnd
from painplanner.core.values import replace
from painplanner.documents.as_text import as_text
from painplanner.documents.blocks import Document
from painplanner.documents.daily_log import log_of
from painplanner.documents.kind import Kind
from painplanner.documents.pdf import missing_characters, write_pdf
from painplanner.documents.registry import kind_ids, kind_of
from painplanner.documents.request import Request
from painplanner.services.colleague_words import names_said
from painplanner.text import has_catalogue, translator

LEFT_AS_IT_IS = {"mg", "mcid", "mdc", "l", "r", "x"}
"""Units, abbreviations of a clinic, nerves by their number, and marks as they are written stay in every language."""
needs_letters = pytest.mark.skipif(
    bool(missing_characters(("אבגדהוזחטיכלמנסעפצקרשת",))), reason="no font with Hebrew letters is installed here"
)


@pytest.fixture(scope="module", autouse=True)
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The catalogue lies in a folder of its own, which is named as a translator would name it."""
    folder = tmp_path_factory.mktemp("translations")
    write_catalogue(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PAINPLANNER_TRANSLATIONS", str(folder))
        translator.cache_clear()
        yield
    translator.cache_clear()


def asked(kind: Kind) -> Request:
    """Return a request of which a kind of paper has something to say: weeks on, at the end, or on the first day."""
    goals = tuple((goal.id, GoalEnd.REACHED) for goal in PLAN.goals)
    closing = Closing(on=date(2026, 4, 1), goals=goals, keep_doing=(BRIDGE.id,))
    untitled = replace(tracked_plan(), title="")  # a title is typed in one language: others say the plain one
    plans = (replace(untitled, goals=rated().goals), close_plan(untitled, closing))
    found = [*(reported(plan=plan, measures=KNOWN) for plan in plans), request()]
    one = next(one for one in found if kind.is_offered(one.plan) and not kind.is_empty(one))
    names = names_said(one.patient, one.practice)
    return dataclasses.replace(one, log=replace(log_of(one), number=1001), names=names)


def in_our_language(english: Request) -> Request:
    parts = ("plan", "log", "sheets", "measures", "before", "readings", "logs")
    changed = {name: translated(getattr(english, name)) for name in parts}
    figures = {key: translated(figure) for key, figure in english.figures.items()}
    practice = replace(english.practice, language=LANG)
    changed["names"] = {code: said(name) for code, name in english.names.items()}
    return dataclasses.replace(english, language=LANG, figures=figures, practice=practice, **changed)


@cache
def both(kind: str) -> tuple[Document, Document]:
    """Return a paper in English and in the language."""
    english, make = asked(kind_of(kind)), kind_of(kind).make
    return make(english), make(in_our_language(english))


def names(asked_for: Request) -> set[str]:
    """Return what stands on a paper as it was typed or, of a study, quoted, in whatever language."""
    visit = asked_for.plan.next_visit.with_whom
    owners = [step.owner.name for step in asked_for.plan.steps]
    quoted = [change.population for measure in asked_for.measures.values() for change in (*measure.mcid, *measure.mdc)]
    own = [asked_for.patient.name, asked_for.practice.name, asked_for.practice.footer, asked_for.author, visit]
    return set(re.findall(r"[a-z]+", " ".join([*own, *owners, *quoted]).lower()))


def spoken(element: Element, understood: Any) -> list[tuple[str, str]]:
    """Return kind and words of everything that is heard, but for words inside pictures, which their alt text tells."""
    heard = [one for one in element.all() if one.kind != "Figure" and one.words.strip()]
    return [(one.kind, "".join(understood(one.words).split())) for one in heard]


def test_the_catalogue_is_found_where_it_was_named() -> None:
    assert has_catalogue(LANG)
    assert translator(LANG).gettext("STOP") == said("STOP")


def test_each_number_has_the_plural_form_of_its_language() -> None:
    forms = [translator(LANG).ngettext("{n} time", "{n} times", n) for n in (1, 2, 5)]
    assert len(set(forms)) == 3
    assert [meant(form) for form in forms] == ["{n} time", "{n} times", "{n} times"]


@pytest.mark.parametrize("kind", kind_ids())
def test_a_paper_says_all_that_the_english_one_says(kind: str) -> None:
    english, ours = both(kind)
    assert ours.language == LANG
    assert meant(as_text(ours)) == as_text(english).lower()


@pytest.mark.parametrize("kind", kind_ids())
def test_no_english_word_is_left(kind: str) -> None:
    _english, ours = both(kind)
    left = set(re.findall(r"[a-z]+", as_text(ours).lower()))
    assert left - names(asked(kind_of(kind))) - LEFT_AS_IT_IS == set()


@needs_letters
@pytest.mark.parametrize("kind", kind_ids())
def test_a_file_is_in_its_language_and_heard_in_the_order_of_the_english_one(kind: str) -> None:
    english, ours = (write_pdf(one) for one in both(kind))
    assert spoken(structure(ours), meant) == spoken(structure(english), str.lower)
    alts = [meant(figure.alt) for figure in structure(ours).all("Figure")]
    assert alts == [figure.alt.lower() for figure in structure(english).all("Figure")]


@needs_letters
@pytest.mark.parametrize("kind", kind_ids())
def test_a_file_is_as_accessible_as_any_other(kind: str, tmp_path: Path) -> None:
    data = write_pdf(both(kind)[1])
    opened = Opened(data)
    assert {row.words: found for row in CONDITIONS if (found := row.check(opened))} == {}
    opened.close()
    (tmp_path / "paper.pdf").write_bytes(data)
    assert [one.message for one in validate(str(tmp_path / "paper.pdf")).findings] == []


@needs_letters
@pytest.mark.parametrize("large", [False, True], ids=["ordinary", "large"])
@pytest.mark.parametrize("kind", kind_ids())
def test_nothing_lies_over_another_or_leaves_the_page(kind: str, large: bool) -> None:
    data = write_pdf(msgspec.structs.replace(both(kind)[1], large=large))
    assert overlaps(data) == []
    for (left, low, right, top), (width, height) in text_rects(data):
        assert 0 <= left <= right <= width
        assert 0 <= low <= top <= height


@needs_letters
@pytest.mark.skipif(which("pdftotext") is None, reason="poppler is not installed here")
@pytest.mark.parametrize("kind", kind_ids())
def test_other_programs_read_its_words_as_they_are_said(kind: str) -> None:
    _english, ours = both(kind)
    made = subprocess.run(["pdftotext", "-", "-"], input=write_pdf(ours), capture_output=True, check=True)
    shown = set(re.findall("[א-ת]+", made.stdout.decode()))
    words = {word for text in printed(ours) for word in re.findall("[א-ת]+", text)}
    assert words - shown == set()
