"""Every paper passes what the Matterhorn Protocol 1.1 (for PDF/UA-1) lets a program test, by checks of our own.

The table holds each condition with its check and a way to break a file, so that no check passes whatever it is given.
Left out are conditions of what a paper never has: ruby, links, fields, sound, and character maps of other kinds.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import NamedTuple

import pikepdf
import pytest
from documents.pdf import breaking as broken
from documents.pdf import checks, font_checks
from documents.pdf.every_paper import files
from documents.pdf.opened import Opened
from pikepdf import Array, Dictionary, Name, String

from painplanner.documents.registry import kind_ids


class Condition(NamedTuple):
    """A condition: its number in the protocol, what is wrong where it is met, the check, and how a file comes to it."""

    number: str
    words: str
    check: Callable[[Opened], list[str]]
    breaks: broken.Break


CONDITIONS = [
    Condition(
        "01-003", "an artifact inside tagged content", checks.artifact_in_content,
        broken.content(b"/H1 <</MCID 0>> BDC\n", b"/H1 <</MCID 0>> BDC\n/Artifact BMC 0 0 1 1 re f EMC\n"),
    ),
    Condition(
        "01-004", "tagged content inside an artifact", checks.content_in_artifact,
        broken.content(b"/Artifact BMC\n", b"/Artifact BMC\n/P <</MCID 0>> BDC EMC\n"),
    ),
    Condition(
        "01-005", "content that is neither tagged nor an artifact", checks.not_marked,
        broken.content(b"/Artifact", b"0 0 1 1 re f\n/Artifact"),
    ),
    Condition(
        "01-005", "a mark that the tree of parents does not know", checks.not_marked,
        broken.having("/StructTreeRoot", "/ParentTree", Dictionary(Nums=Array([]))),
    ),
    Condition(
        "01-007", "a file that is marked as suspect", checks.suspected,
        broken.having("/MarkInfo", "/Suspects", True),
    ),
    Condition("01-007", "a file that is not marked as tagged", checks.suspected, broken.without("/MarkInfo")),
    Condition("02-001", "a kind of element nobody knows", checks.strange_kinds, broken.renamed("P", "Words")),
    Condition(
        "02-003", "kinds that stand for one another in a circle", checks.circular_kinds,
        broken.having("/StructTreeRoot", "/RoleMap", Dictionary(One=Name("/Other"), Other=Name("/One"))),
    ),
    Condition(
        "02-004", "a standard kind that stands for another", checks.changed_kinds,
        broken.having("/StructTreeRoot", "/RoleMap", Dictionary(P=Name("/H1"))),
    ),
    Condition("06-001", "no description of the file", checks.no_metadata, broken.without("/Metadata")),
    Condition("06-002", "no claim in it", checks.no_claim, broken.metadata(b"<pdfuaid:part>1</pdfuaid:part>", b"")),
    Condition("06-003", "no title in it", checks.no_title, broken.metadata(b"dc:title", b"dc:source")),
    Condition(
        "07-001", "nothing about showing the title", checks.title_not_asked_for,
        broken.without("/ViewerPreferences", "/DisplayDocTitle"),
    ),
    Condition(
        "07-002", "the name of the file in place of the title", checks.title_not_shown,
        broken.having("/ViewerPreferences", "/DisplayDocTitle", False),
    ),
    Condition("09-004", "a table with odd parts", checks.odd_tables, broken.renamed("TR", "P")),
    Condition("09-004", "a cell outside a row", checks.odd_tables, broken.renamed("P", "TD")),
    Condition("09-005", "a list with odd parts", checks.odd_lists, broken.renamed("LI", "P")),
    Condition("09-006", "contents with odd parts", checks.odd_contents, broken.renamed("P", "TOCI")),
    Condition("10-001", "a sign that stands for no character", font_checks.no_meaning, broken.less_meaning()),
    Condition("11-001", "words in no language", checks.no_language_of_words, broken.without("/Lang")),
    Condition("11-002", "an alternative in no language", checks.no_language_of_alternatives, broken.without("/Lang")),
    Condition("11-003", "bookmarks in no language", checks.no_language_of_outline, broken.without("/Lang")),
    Condition(
        "11-006", "a description in no language", checks.no_language_of_metadata,
        broken.having("/Lang", String("")),
    ),
    Condition("13-004", "a figure without words for it", checks.no_alternative, broken.lacking("Figure", "/Alt")),
    Condition("14-002", "a first heading of another level than 1", checks.first_heading, broken.renamed("H1", "H2")),
    Condition("14-003", "a level of headings that is left out", checks.skipped_headings, broken.renamed("H2", "H3")),
    Condition("14-006", "two headings without a level in one element", checks.doubled_headings, broken.two_headings),
    Condition("14-007", "headings with and without a level", checks.mixed_headings, broken.renamed("H2", "H")),
    Condition("15-003", "a header cell that says nothing of its scope", checks.no_scope, broken.lacking("TH", "/A")),
    Condition(
        "17-002", "a formula without words for it", checks.no_alternative_of_formula,
        broken.renamed("P", "Formula"),
    ),
    Condition("19-003", "a note without an id", checks.notes_without_id, broken.notes("")),
    Condition("19-004", "two notes of one id", checks.notes_of_one_id, broken.notes("a", "a")),
    Condition("20-001", "layers without a name", checks.nameless_layers, broken.layer(Order=Array([]))),
    Condition("20-003", "layers that switch by themselves", checks.layers_by_themselves, broken.layer(AS=Array([]))),
    Condition("21-001", "an attachment without its name", checks.nameless_attachments, broken.attached),
    Condition(
        "25-001", "a form that changes while it is seen", checks.forms_that_change,
        broken.having("/AcroForm", "/XFA", Array([])),
    ),
    Condition("28-002", "a note of a reader outside the structure", checks.notes_outside_structure, broken.annotated()),
    Condition("28-004", "a note of a reader without words", checks.notes_unsaid, broken.annotated(StructParent=99)),
    Condition(
        "28-009", "tabs in another order than the structure's", checks.tabs_not_by_structure,
        broken.page("/Tabs", Name.R),
    ),
    Condition("30-001", "a picture taken from another file", checks.outside_pictures, broken.picture(Ref=Dictionary())),
    Condition("30-002", "a shared picture with marks of its own", checks.marked_pictures, broken.picture()),
    Condition(
        "31-004", "codes that lead to no glyphs", font_checks.glyphs_by_no_number,
        broken.font(lambda _font, inner: setattr(inner, "CIDToGIDMap", Name.Other)),
    ),
    Condition(
        "31-005", "nothing about how codes lead to glyphs", font_checks.glyphs_by_no_number,
        broken.font(lambda _font, inner: inner.__delitem__("/CIDToGIDMap")),
    ),
    Condition(
        "31-006", "codes of a kind nobody knows", font_checks.strange_codes,
        broken.font(lambda font, _inner: setattr(font, "Encoding", Name("/Other"))),
    ),
    Condition(
        "31-009", "a font that is not in the file", font_checks.not_embedded,
        broken.font(lambda _font, inner: inner.FontDescriptor.__delitem__("/FontFile2")),
    ),
    Condition(
        "31-011", "a glyph that the font has not", font_checks.missing_glyphs,
        broken.content(b" Tj", b" Tj <FFF0> Tj"),
    ),
    Condition(
        "31-027", "a font that says nothing of characters", font_checks.no_table_of_meanings,
        broken.font(lambda font, _inner: font.__delitem__("/ToUnicode")),
    ),
    Condition("31-028", "a sign that stands for zero", font_checks.meanings_of_zero, broken.meaning("0000")),
    Condition(
        "31-029", "a sign that stands for no character at all", font_checks.meanings_of_nothing,
        broken.meaning("FEFF"),
    ),
    Condition(
        "31-030", "an empty box in place of a character", font_checks.empty_boxes,
        broken.content(b" Tj", b" Tj <0000> Tj"),
    ),
]  # fmt: skip


@pytest.mark.parametrize("name", [*kind_ids(), "bundle"])
def test_a_paper_meets_no_condition_of_failure(name: str) -> None:
    for one in (found for found in files() if found.startswith(name)):
        opened = Opened(files()[one])
        assert {row.words: found for row in CONDITIONS if (found := row.check(opened))} == {}, one
        opened.close()


@pytest.fixture(scope="module")
def sample() -> bytes:
    return files()["exercise-sheet-en-ordinary"]


@pytest.mark.parametrize("row", CONDITIONS, ids=[f"{row.number} {row.words}" for row in CONDITIONS])
def test_each_check_sees_what_it_looks_for(row: Condition, sample: bytes) -> None:
    pdf = pikepdf.open(BytesIO(sample))
    row.breaks(pdf)
    out = BytesIO()
    pdf.save(out)
    opened = Opened(out.getvalue())
    assert row.check(opened), row.number
    opened.close()


def test_a_locked_file_is_open_to_those_who_listen(sample: bytes) -> None:
    """Condition 26-002; it cannot stand in the table, as a file is locked when it is written."""
    out = BytesIO()
    closed = pikepdf.Permissions(accessibility=False)
    lock = pikepdf.Encryption(user="", owner="x", R=3, aes=False, metadata=False, allow=closed)
    pikepdf.open(BytesIO(sample)).save(out, encryption=lock)
    assert checks.not_open_to_readers(Opened(out.getvalue())) == ["encrypted"]
    assert not any(checks.not_open_to_readers(Opened(data)) for data in files().values())
