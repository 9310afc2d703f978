"""Who listens to a paper hears it in the order in which others read it, with pictures in words."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest
from documents.pdf.papers import document, handout, sheet
from documents.pdf.reading import Element, structure

from painplanner.core.drawing import Area, Drawing, Text, rectangle
from painplanner.documents.blocks import Exercise, Paragraph, Picture, rich
from painplanner.documents.pdf import write_pdf
from painplanner.documents.pdf.tags import Tag, text_string, walk


def texts(paper: Element, *kinds: str) -> list[str]:
    return [part.text for part in paper.all() if part.kind in kinds]


def test_a_handout_is_heard_in_reading_order() -> None:
    paper = structure(write_pdf(handout()))
    assert paper.kind == "Document"
    assert texts(paper, "H1", "H2", "H3") == [
        "Your plan", "What you want to do again", "Your steps", "1 Shot near the nerve", "2 Sit with support", "Today",
        "If it flares up", "Your medicines", "Call 911 or go to the emergency room now", "Call us today", "For you",
    ]  # fmt: skip
    whole = paper.text
    order = (
        "The shot calms", "Sit 45 minutes", "6 times a day", "How will we know?", "Leg pain 4 or less",
        "If not, we look again.", "A fall", "In office hours 555-0142", "Ask us.", "My questions",
    )  # fmt: skip
    assert sorted(order, key=whole.index) == list(order)


def test_lists_have_their_marks_and_words() -> None:
    paper = structure(write_pdf(handout()))
    numbered = next(part for part in paper.all("L") if "Ask us." in part.text)
    assert str(numbered.attributes["/ListNumbering"]) == "/Decimal"
    assert texts(numbered, "Lbl") == ["1.", "2."]
    assert texts(numbered, "LBody") == ["Ask us.", "Tell us."]


def test_an_exercise_is_heard_as_title_pictures_facts_steps_and_grid() -> None:
    paper = structure(write_pdf(sheet(3)))
    parts = [part for part in paper.all("Sect") if part.text.startswith("1 Exercise 1")]
    kinds = [kid.kind for kid in parts[0].kids]
    assert kinds == ["H2", "Div", "L", "L", "P", "Table"]
    assert [kid.kind for kid in parts[0].kids[1].kids] == ["Figure", "P", "Figure", "P"]
    assert [part.alt for part in paper.all("Figure")] == [f"Picture {n}.{i}" for n in range(1, 4) for i in range(2)]
    assert all("/BBox" in part.attributes for part in paper.all("Figure"))
    assert texts(parts[0], "LBody")[:4] == ["3 rounds", "10 times", "Circle: left / right / both", "____ seconds"]


def test_words_in_a_picture_belong_to_it() -> None:
    drawing = Drawing(160, 120, (Area(rectangle(0, 0, 160, 120), fill="prop"), Text(80, 60, "90°", anchor="middle")))
    empty = Drawing(160, 120, ())
    pictures = (Picture(drawing, "An angle", "A knee bent by 90 degrees"), Picture(empty, "", "Nothing yet"))
    paper = structure(write_pdf(document(Exercise("1", "Bend", pictures=pictures))))
    assert [(part.alt, part.text) for part in paper.all("Figure")] == [
        ("A knee bent by 90 degrees", "90°"), ("Nothing yet", ""),
    ]  # fmt: skip


def test_a_grid_is_a_table_with_heads_and_as_many_cells_in_each_row() -> None:
    paper = structure(write_pdf(sheet(1)))
    table = next(paper.all("Table"))
    rows = list(table.all("TR"))
    assert [len(row.kids) for row in rows] == [15, 15, 15]
    assert texts(rows[0], "TH")[:3] == ["Thu 1", "Fri 2", "Sat 3"]
    assert {str(head.attributes["/Scope"]) for head in rows[0].all("TH")} == {"/Column"}
    assert [next(row.all("TH")).text for row in rows[1:]] == ["left", "right"]
    assert {str(next(row.all("TH")).attributes["/Scope"]) for row in rows[1:]} == {"/Row"}
    assert str(table.attributes["/Summary"]) == "Two weeks, one box a day."


def test_a_paragraph_goes_on_over_the_ends_of_pages() -> None:
    paper = structure(write_pdf(document(Paragraph(rich("word " * 2000)))))
    (part,) = paper.all("P")
    assert part.on == {0, 1, 2, 3}
    assert part.text.split() == ["word"] * 2000


def test_headers_and_footers_are_not_heard() -> None:
    whole = structure(write_pdf(sheet(12, draft_words="Draft"))).text
    for words in ("Riverside", "Łukasz", "Next visit", "Plan 20418", "page 1", "Draft"):
        assert words not in whole


def test_levels_of_headings_are_never_skipped() -> None:
    for made in (handout(), sheet(2)):
        levels = [int(part.kind[1]) for part in structure(write_pdf(made)).all() if part.kind in {"H1", "H2", "H3"}]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("data", [write_pdf(handout()), write_pdf(sheet(4))], ids=["handout", "sheet"])
def test_the_file_says_that_it_can_be_listened_to(data: bytes) -> None:
    pdf = pikepdf.open(BytesIO(data))
    root = pdf.Root
    assert bool(root.MarkInfo.Marked)
    assert str(root.Lang) == "en"
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    assert {str(page.Tabs) for page in pdf.pages} == {"/S"}
    with pdf.open_metadata() as meta:
        assert meta["pdfuaid:part"] == "1"
        assert meta["dc:title"] == str(pdf.docinfo.Title)
    assert pdf.check_pdf_syntax() == [] if hasattr(pdf, "check_pdf_syntax") else pdf.check() == []


@pytest.mark.parametrize("data", [write_pdf(handout()), write_pdf(sheet(4))], ids=["handout", "sheet"])
def test_every_mark_leads_to_its_element_and_everything_drawn_is_marked(data: bytes) -> None:
    pdf = pikepdf.open(BytesIO(data))
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    tree = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    for page in pdf.pages:
        owners = tree[int(page.StructParents)]
        depth, marks = 0, []
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in {"BDC", "BMC"}:
                depth += 1
                if len(operands) > 1 and "/MCID" in operands[1]:
                    marks.append((int(operands[1].MCID), str(operands[0])))
            elif name == "EMC":
                depth -= 1
            elif name in {"Tj", "TJ", "Do", "S", "f", "b", "s"}:
                assert depth >= 1
        assert depth == 0
        assert [n for n, _ in marks] == list(range(len(owners)))
        assert [str(owners[n].S) for n, _ in marks] == [kind for _, kind in marks]


def test_elements_join_the_tree_when_they_are_drawn() -> None:
    root = Tag("Document")
    first, second = root.child("P"), root.child("P")
    cell = root.child("Table").child("TR").child("TD")
    second.join()
    cell.join()
    first.join()
    assert [tag.kind for tag in walk(root)] == ["Document", "P", "Table", "TR", "TD", "P"]
    assert root.kids[0] is second


def test_strings_of_the_file_hold_any_sign() -> None:
    assert text_string("a (b) \\") == "(a \\(b\\) \\\\)"
    assert bytes.fromhex(text_string("Łódź")[5:-1]).decode("utf-16-be") == "Łódź"
