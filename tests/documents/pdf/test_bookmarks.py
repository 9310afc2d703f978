"""A paper's headings are its bookmarks, and its file knows its day and the language of every passage."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from documents.pdf.every_paper import LANGUAGES, files, mixed_bundle
from documents.pdf.every_paper import document as paper_of
from documents.pdf.opened import Opened
from documents.pdf.papers import document, handout, sheet
from documents.pdf.reading import structure
from documents.sciatica import BRIDGE, SLIDER, request, with_step

from painplanner.core.values import replace
from painplanner.documents.blocks import Paragraph, rich
from painplanner.documents.exercise_sheet import exercise_sheet
from painplanner.documents.pdf import write_pdf
from painplanner.documents.pdf.tags import Tag
from painplanner.documents.registry import kind_ids

ROOT = Path(__file__).parents[3]
DAY = date(2026, 1, 13)


def listed(items: Any, depth: int = 1) -> list[tuple[int, str]]:
    """Return bookmarks with their depth, in order."""
    return [pair for one in items for pair in [(depth, one.title), *listed(one.children, depth + 1)]]


def bookmarks(data: bytes) -> list[tuple[int, str]]:
    with pikepdf.open(BytesIO(data)).open_outline() as outline:
        return listed(outline.root)


@pytest.mark.parametrize("name", sorted(files()))
def test_the_bookmarks_are_the_headings_in_their_order(name: str) -> None:
    data = files()[name]
    heads = [part for part in structure(data).all() if part.kind[:1] == "H"]
    assert [title for _depth, title in bookmarks(data)] == [part.text for part in heads]
    assert [depth for depth, _title in bookmarks(data)] == [int(part.kind[1:]) for part in heads]


@pytest.mark.parametrize("name", sorted(files()))
def test_a_bookmark_leads_to_the_page_and_the_height_of_its_heading(name: str) -> None:
    opened = Opened(files()[name])
    pages: dict[Any, int] = {page.objgen: n for n, page in enumerate(opened.pdf.pages)}
    places = {element.node.objgen: place[0] for place, element in reversed(opened.owned.items())}
    items: list[Any] = [one for one in opened.pdf.objects if isinstance(one, pikepdf.Dictionary) and "/SE" in one]
    assert items
    for item in items:
        page, kind, _left, top, _zoom = item.Dest
        assert (pages[page.objgen], str(kind)) == (places[item.SE.objgen], "/XYZ")
        assert 0 < float(top) <= float(page.MediaBox[3])


def test_bookmarks_stand_beside_the_pages_where_there_are_several() -> None:
    modes = {len(pdf.pages) > 1: str(pdf.Root.PageMode) for pdf in map(pikepdf.open, map(BytesIO, files().values()))}
    assert modes[True] == "/UseOutlines"
    one = write_pdf(document(Paragraph(rich("Rest."))))
    assert str(pikepdf.open(BytesIO(one)).Root.PageMode) == "/UseNone"
    assert bookmarks(one) == [(1, "Your plan")]


def test_a_bundle_has_each_paper_with_its_headings_below_it() -> None:
    titles = [title for depth, title in bookmarks(mixed_bundle()) if depth == 1]
    assert len(titles) == len(kind_ids()) + 1
    tops = [item for item, after in pairwise(bookmarks(mixed_bundle())) if item[0] == 1 and after[0] > 1]
    assert len(tops) >= len(kind_ids()) - 1


def test_a_name_in_any_script_is_a_bookmark() -> None:
    assert bookmarks(write_pdf(document(title="Łukasz: план (1) \\ 日本")))[0][1] == "Łukasz: план (1) \\ 日本"


def test_a_passage_in_another_language_says_so() -> None:
    root = Tag("Document")
    assert b"/Lang (es)" in root.child("P", lang="es").format(None)  # pyright: ignore[reportArgumentType]
    assert b"/Lang" not in root.child("P").format(None)  # pyright: ignore[reportArgumentType]


def test_each_paper_of_a_mixed_bundle_is_in_its_language() -> None:
    opened = Opened(mixed_bundle())
    own = str(opened.root.Lang)
    heads = [one for one in opened.elements if one.kind == "H1"]
    papers = [paper_of(kind, LANGUAGES[n % 2]) for n, kind in enumerate(kind_ids())]
    assert [one.lang or own for one in heads] == [own, *(paper.language for paper in papers)]
    assert {paper.language for paper in papers} == set(LANGUAGES)


def test_an_exercise_without_words_in_the_language_of_its_paper_says_in_which_they_are() -> None:
    english = replace(BRIDGE, id="item-other", texts=tuple(one for one in BRIDGE.texts if one.lang == "en"))
    strong = with_step("step-sit", items=(english, SLIDER))
    opened = Opened(write_pdf(exercise_sheet(request(strong, language="es"))))
    titles = {str(one.node.get("/Lang", "")) for one in opened.elements if one.kind == "H2"}
    assert titles == {"", "en"}
    steps = [one for one in opened.elements if one.kind == "L" and one.lang == "en"]
    assert len(steps) == 1
    opened.close()


def test_a_file_has_the_day_of_its_revision() -> None:
    pdf = pikepdf.open(BytesIO(write_pdf(handout(made_on=DAY))))
    assert str(pdf.docinfo.CreationDate) == str(pdf.docinfo.ModDate) == "D:20260113"
    with pdf.open_metadata() as found:
        assert found["xmp:CreateDate"] == found["xmp:ModifyDate"] == "2026-01-13"


def test_every_paper_has_the_day_it_was_asked_for() -> None:
    for data in files().values():
        assert str(pikepdf.open(BytesIO(data)).docinfo.CreationDate) == "D:20260210"


def test_a_paper_of_no_day_names_none() -> None:
    assert "/CreationDate" not in pikepdf.open(BytesIO(write_pdf(sheet(1)))).docinfo


WRITE = """
import hashlib, sys, time
now = time.time
time.time = lambda: now() + float(sys.argv[1])
from documents.pdf.every_paper import files
for name, data in sorted(files().items()):
    print(name, hashlib.sha256(data).hexdigest())
"""


def test_the_same_papers_are_the_same_bytes_in_another_process_years_later() -> None:
    def written(seed: str, zone: str, later: str) -> str:
        way = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
        env = {**os.environ, "PYTHONPATH": way, "PYTHONHASHSEED": seed, "TZ": zone}
        return subprocess.run(
            [sys.executable, "-c", WRITE, later], env=env, capture_output=True, text=True, check=True
        ).stdout

    first = written("1", "UTC", "0")
    assert first == written("4294967295", "Pacific/Auckland", "100000000")
    assert first.count("\n") == len(files())
