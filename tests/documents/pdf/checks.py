"""What the Matterhorn Protocol lets a program test, as functions of an opened file that return what is wrong with it.

`test_matterhorn` names the condition of each.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from documents.pdf.opened import Element, Opened

_KINDS = """Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private H H1 H2 H3 H4 H5 H6 P L LI
Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT
WP Figure Formula Form"""
STANDARD = frozenset(_KINDS.split())
# What may stand in what (ISO 32000-1, tables 333, 336 and 337).
_GROUPS = ("THead", "TBody", "TFoot")
_IN_TABLE = {"TR": {"Table", *_GROUPS}, "TH": {"TR"}, "TD": {"TR"}} | {group: {"Table"} for group in _GROUPS}
_OF_TABLE = {"Table": {"TR", "Caption", *_GROUPS}, "TR": {"TH", "TD"}} | {group: {"TR"} for group in _GROUPS}
_IN_LIST, _OF_LIST = {"LI": {"L"}, "LBody": {"LI"}}, {"L": {"L", "LI", "Caption"}, "LI": {"Lbl", "LBody"}}
_IN_CONTENTS, _OF_CONTENTS = {"TOCI": {"TOC"}}, {"TOC": {"TOC", "TOCI", "Caption"}}
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def artifact_in_content(file: Opened) -> list[str]:
    return [one.marks[-1].tag for one in _marked(file) if _is_artifact(one) and _numbers(one.marks[:-1])]


def content_in_artifact(file: Opened) -> list[str]:
    return [
        one.marks[-1].tag
        for one in _marked(file)
        if one.marks[-1].number >= 0 and any(mark.tag == "/Artifact" for mark in one.marks[:-1])
    ]


def not_marked(file: Opened) -> list[str]:
    """Also a mark whose element does not know it is neither real content nor an artifact."""
    found: list[str] = []
    for n, page in enumerate(file.pages):
        for step in page:
            numbers = _numbers(step.marks)
            if not numbers and not any(mark.tag == "/Artifact" for mark in step.marks):
                found.append(f"page {n}: {step.operator} has no mark")
            for number in numbers:
                owner, element = file.owners.get((n, number)), file.owned.get((n, number))
                if owner is None or element is None or owner.objgen != element.node.objgen:
                    found.append(f"page {n}: mark {number} leads to no element")
    return found


def suspected(file: Opened) -> list[str]:
    marks = file.at("/MarkInfo")
    return ["not marked"] * (not bool(marks.get("/Marked", False))) + ["suspects"] * bool(marks.get("/Suspects", False))


def strange_kinds(file: Opened) -> list[str]:
    roles = _roles(file)
    return [one.kind for one in file.elements if _role(one.kind, roles) not in STANDARD]


def circular_kinds(file: Opened) -> list[str]:
    return [kind for kind in _roles(file) if _role(kind, _roles(file)) is None]


def changed_kinds(file: Opened) -> list[str]:
    return [kind for kind in _roles(file) if kind in STANDARD]


def odd_tables(file: Opened) -> list[str]:
    """Also rows of one table that have different numbers of columns."""
    tables = [one for one in file.elements if one.kind == "Table"]
    uneven = [str(counts) for one in tables if len(counts := {_columns(row) for row in _rows(one)}) > 1]
    return [*_misplaced(file, _IN_TABLE, _OF_TABLE), *uneven]


def odd_lists(file: Opened) -> list[str]:
    return list(_misplaced(file, _IN_LIST, _OF_LIST))


def odd_contents(file: Opened) -> list[str]:
    return list(_misplaced(file, _IN_CONTENTS, _OF_CONTENTS))


def no_language_of_words(file: Opened) -> list[str]:
    return [str(place) for place, one in file.owned.items() if not _is_language(one.lang or _language(file))]


def no_language_of_alternatives(file: Opened) -> list[str]:
    said = [one for one in file.elements if "/Alt" in one.node or "/ActualText" in one.node]
    return [one.kind for one in said if not _is_language(one.lang or _language(file))]


def no_language_of_outline(file: Opened) -> list[str]:
    return ["outline"] * ("/Outlines" in file.root and not _is_language(_language(file)))


def no_language_of_metadata(file: Opened) -> list[str]:
    return ["metadata"] * (not _is_language(_language(file)))


def no_alternative(file: Opened) -> list[str]:
    return [str(one.node.objgen) for one in file.elements if one.kind == "Figure" and not _is_said(one.node)]


def no_alternative_of_formula(file: Opened) -> list[str]:
    return [str(one.node.objgen) for one in file.elements if one.kind == "Formula" and not _is_said(one.node)]


def first_heading(file: Opened) -> list[str]:
    return [f"H{level}" for level in _levels(file)[:1] if level != 1]


def skipped_headings(file: Opened) -> list[str]:
    return [f"H{after} after H{before}" for before, after in pairwise(_levels(file)) if after > before + 1]


def doubled_headings(file: Opened) -> list[str]:
    return [one.kind for one in file.elements if sum(str(kid.S) == "/H" for kid in one.elements) > 1]


def mixed_headings(file: Opened) -> list[str]:
    return ["H"] * (bool(_levels(file)) and any(one.kind == "H" for one in file.elements))


def no_scope(file: Opened) -> list[str]:
    heads = [one for one in file.elements if one.kind == "TH"]
    return [str(one.node.objgen) for one in heads if "/Scope" not in one.node.get("/A", {}) and "/ID" not in one.node]


def notes_without_id(file: Opened) -> list[str]:
    return [one.kind for one in file.elements if one.kind == "Note" and "/ID" not in one.node]


def notes_of_one_id(file: Opened) -> list[str]:
    ids = Counter(str(one.node.ID) for one in file.elements if one.kind == "Note" and "/ID" in one.node)
    return [one for one, count in ids.items() if count > 1]


def no_metadata(file: Opened) -> list[str]:
    return ["no stream"] * ("/Metadata" not in file.root)


def no_claim(file: Opened) -> list[str]:
    return ["no claim"] * (_metadata(file, "pdfuaid:part") != "1")


def no_title(file: Opened) -> list[str]:
    return ["no title"] * (not _metadata(file, "dc:title"))


def title_not_asked_for(file: Opened) -> list[str]:
    return ["no entry"] * ("/DisplayDocTitle" not in file.at("/ViewerPreferences"))


def title_not_shown(file: Opened) -> list[str]:
    return ["false"] * (not bool(file.at("/ViewerPreferences").get("/DisplayDocTitle", True)))


def nameless_layers(file: Opened) -> list[str]:
    layers = file.at("/OCProperties")
    return [str(one) for one in [layers.get("/D"), *layers.get("/Configs", [])] if one and not one.get("/Name")]


def layers_by_themselves(file: Opened) -> list[str]:
    layers = file.at("/OCProperties")
    return ["AS" for one in [layers.get("/D"), *layers.get("/Configs", [])] if one and "/AS" in one]


def nameless_attachments(file: Opened) -> list[str]:
    specs = [one for one in file.pdf.objects if isinstance(one, type(file.root)) and "/EF" in one]
    return ["EF" for one in specs if "/F" not in one or "/UF" not in one]


def forms_that_change(file: Opened) -> list[str]:
    return ["XFA"] * ("/XFA" in file.at("/AcroForm"))


def not_open_to_readers(file: Opened) -> list[str]:
    return ["encrypted"] * (file.pdf.is_encrypted and not file.pdf.allow.accessibility)


def notes_outside_structure(file: Opened) -> list[str]:
    return [str(note.get("/Subtype")) for page in file.pdf.pages for note in page.get("/Annots", []) if _is_loose(note)]


def notes_unsaid(file: Opened) -> list[str]:
    notes = [note for page in file.pdf.pages for note in page.get("/Annots", [])]
    return [str(one.get("/Subtype")) for one in notes if not str(one.get("/Contents", one.get("/TU", "")))]


def tabs_not_by_structure(file: Opened) -> list[str]:
    return [str(n) for n, page in enumerate(file.pdf.pages) if str(page.get("/Tabs", "")) != "/S"]


def outside_pictures(file: Opened) -> list[str]:
    return [str(one.objgen) for one in _forms(file) if "/Ref" in one]


def marked_pictures(file: Opened) -> list[str]:
    return [str(one.objgen) for one in _forms(file) if b"/MCID" in one.read_bytes()]


def _marked(file: Opened) -> Iterator[Any]:
    return (one for page in file.pages for one in page if one.operator in {"BDC", "BMC"})


def _is_artifact(step: Any) -> bool:
    return step.marks[-1].tag == "/Artifact"


def _numbers(marks: Any) -> list[int]:
    return [mark.number for mark in marks if mark.number >= 0]


def _roles(file: Opened) -> dict[str, str]:
    return {str(a)[1:]: str(b)[1:] for a, b in file.at("/StructTreeRoot", "/RoleMap").items()}


def _role(kind: str, roles: dict[str, str]) -> str | None:
    """Return what a kind stands for in the end, nothing where that goes round in a circle."""
    met: set[str] = set()
    while kind in roles and kind not in STANDARD:
        if kind in met:
            return None
        met.add(kind)
        kind = roles[kind]
    return kind


def _misplaced(file: Opened, within: dict[str, set[str]], holding: dict[str, set[str]]) -> Iterator[str]:
    for one in file.elements:
        parent = str(one.above[-1].S)[1:] if one.above else ""
        if one.kind in within and parent not in within[one.kind]:
            yield f"{one.kind} in {parent}"
        for kid in one.elements if one.kind in holding else ():
            if str(kid.S)[1:] not in holding[one.kind]:
                yield f"{str(kid.S)[1:]} in {one.kind}"


def _rows(table: Element) -> list[Element]:
    below = [Element(kid, ()) for kid in table.elements]
    return [row for one in below for row in ([one] if one.kind == "TR" else _rows(one))]


def _columns(row: Element) -> int:
    return sum(int(cell.get("/A", {}).get("/ColSpan", 1)) for cell in row.elements)


def _language(file: Opened) -> str:
    return str(file.root.get("/Lang", ""))


def _is_language(text: str) -> bool:
    return _LANGUAGE.fullmatch(text) is not None


def _is_said(node: Any) -> bool:
    return bool(str(node.get("/Alt", "")) or str(node.get("/ActualText", "")))


def _levels(file: Opened) -> list[int]:
    return [int(one.kind[1:]) for one in file.elements if re.fullmatch("H[1-6]", one.kind)]


def _metadata(file: Opened, name: str) -> str:
    with file.pdf.open_metadata(set_pikepdf_as_editor=False) as found:
        return str(found.get(name, "") or "")


def _is_loose(note: Any) -> bool:
    return str(note.get("/Subtype")) != "/PrinterMark" and "/StructParent" not in note


def _forms(file: Opened) -> list[Any]:
    pictures: list[Any] = [page.Resources["/XObject"] for page in file.pdf.pages if "/XObject" in page.Resources]
    return [form for shown in pictures for form in shown.values()]
