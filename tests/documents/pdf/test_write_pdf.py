"""A document becomes pages that hold together, carry what every paper carries, and say what was put in."""

from __future__ import annotations

import re
import subprocess
import sys
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from documents.pdf.papers import document, exercise, handout, sheet
from documents.pdf.reading import overlaps, pages, structure, text_rects
from msgspec.structs import replace

from painplanner.core.practice import ORDINARY, PaperSize
from painplanner.documents.blocks import (
    Bullets,
    Callout,
    Card,
    Cards,
    Check,
    Document,
    Exercise,
    Fill,
    Heading,
    Pair,
    Paragraph,
    StepRow,
    Stop,
    rich,
)
from painplanner.documents.pdf import page_count, write_pdf

LONG_NAME = "Wolfeschlegelsteinhausenbergerdorff " * 8 + "Łukasz"


@pytest.mark.parametrize(
    "text",
    [
        "Łukasz", "Ngô Thị Ánh", "Юлия", "Ελένη", "<img src=/etc/passwd>", "<b>severe", "a & b &amp; c",
        "100 % (5 < 6)", "\\(not a PDF string", "don’t “quote” – 5 × 10", "{page} %s %(name)s",
    ],
)  # fmt: skip
def test_what_was_typed_is_what_can_be_read(text: str) -> None:
    data = write_pdf(document(Paragraph(rich(text, text)), title=text, header_right=f"{text}, born 1 May 1970"))
    assert pages(data)[0].count(text) == 4
    assert structure(data).text == f"{text} {text}{text}"
    assert pypdfium2.PdfDocument(data).get_metadata_value("Title") == text


def test_nothing_of_a_text_is_taken_for_markup_or_fetched() -> None:
    data = write_pdf(document(Paragraph(rich('<img src="/etc/hostname"/><a href="file:///etc/passwd">x</a>'))))
    pdf = pikepdf.open(BytesIO(data))
    assert "/XObject" not in pdf.pages[0].Resources or not pdf.pages[0].Resources.XObject
    assert "/Annots" not in pdf.pages[0]


def test_signs_that_nobody_sees_are_left_out() -> None:
    data = write_pdf(document(Paragraph(rich("a\x00b\u202ec\ud800d\te"))))
    assert structure(data).text == "Your plan abcd e"


@pytest.mark.parametrize("size", ORDINARY)
@pytest.mark.parametrize("large", [False, True])
def test_pages_have_the_size_of_the_paper_and_everything_is_on_it(size: PaperSize, large: bool) -> None:
    sizes = {PaperSize.LETTER: (612, 792), PaperSize.LEGAL: (612, 1008), PaperSize.A4: (595.28, 841.89)}
    wanted = sizes.get(size, (419.53, 595.28))
    side = (36 if size is PaperSize.A5 else 72) if large else 27
    for made in (sheet(3, paper=size, large=large), handout(paper=size, large=large)):
        for (left, low, right, top), page in text_rects(write_pdf(made)):
            assert page == pytest.approx(wanted, abs=0.1)
            assert side <= left + 1
            assert right <= page[0] - side + 3, "but for a blank at the end of a line"
            assert min(25, side / 2) < low < top < page[1] - min(25, side / 2)


@pytest.mark.parametrize("count", [1, 12, 30])
@pytest.mark.parametrize("name", ["Łukasz", LONG_NAME, "W" * 300], ids=["short", "long", "one word"])
def test_nothing_lies_over_anything_else(count: int, name: str) -> None:
    made = sheet(count, header_right=f"{name}, born 13 January 1980", header_left=name, title=f"For {name}", code="7-1")
    assert overlaps(write_pdf(made)) == []


@pytest.mark.parametrize("large", [False, True])
def test_no_block_lies_over_another(large: bool) -> None:
    assert overlaps(write_pdf(handout(large=large, draft_words="Draft. Not final yet.", code="20418-1"))) == []


@pytest.mark.parametrize("large", [False, True])
def test_an_exercise_stands_on_one_page(large: bool) -> None:
    found = [part for part in structure(write_pdf(sheet(12, large=large))).all("Sect") if "Exercise" in part.text]
    assert len(found) == 12
    assert {len(part.on) for part in found} == {1}


def test_a_step_stays_with_its_check_and_a_heading_with_what_follows() -> None:
    for lines in range(20, 45):
        filler = Bullets(tuple(rich(f"Line {n}.") for n in range(lines)))
        paper = structure(write_pdf(document(filler, Heading("Your steps"), *handout().blocks[5:6])))
        step = next(part for part in paper.all("Sect") if "Sit with support" in part.text)
        heading = next(part for part in paper.all("H2") if part.text == "Your steps")
        assert len(step.on) == 1
        assert heading.on == step.on


def test_every_page_names_practice_patient_visit_plan_and_page() -> None:
    data = write_pdf(sheet(12))
    wanted = (
        "Riverside Pain & Movement", "Łukasz Nguyễn, born 13 January 1980", "Call 555-0142 · after hours 555-0199",
        "Next visit: Tuesday, 27 January", "Plan 20418-1 · revision 3",
    )  # fmt: skip
    for n, text in enumerate(pages(data), 1):
        assert [words for words in (*wanted, f"page {n} of {page_count(data)}") if words not in text] == []


def test_a_name_too_long_for_the_header_keeps_its_beginning_and_the_birth_date() -> None:
    text = pages(write_pdf(document(header_right=f"{LONG_NAME}, born 13 January 1980")))[0]
    assert "Wolfeschlegelsteinhausenbergerdorff Wolfe" in text
    assert "… Łukasz, born 13 January 1980" in text


def test_a_draft_says_so_on_every_page() -> None:
    data = write_pdf(sheet(12, draft_words="Draft. Not final yet."))
    assert all("Draft. Not final yet." in text for text in pages(data))
    assert not any("Draft" in text for text in pages(write_pdf(sheet(12))))


def test_page_words_are_those_of_the_language() -> None:
    assert "página 1 de 1" in pages(write_pdf(document(language="es", page_words="página {page} de {pages}")))[0]


@pytest.mark.parametrize(("large", "least"), [(False, 12), (True, 15)])
def test_nothing_is_smaller_than_a_patient_can_read_and_all_is_black(large: bool, least: float) -> None:
    for data in (write_pdf(handout(large=large)), write_pdf(sheet(2, large=large, draft_words="Draft"))):
        pdf = pikepdf.open(BytesIO(data))
        for page in pdf.pages:
            colours = ["0"]
            for operands, operator in pikepdf.parse_content_stream(page):
                match str(operator):
                    case "q":
                        colours.append(colours[-1])
                    case "Q":
                        colours.pop()
                    case "g":
                        colours[-1] = str(operands[0])
                    case "Tf":
                        assert operands[1] >= least
                    case "Tj" | "TJ":
                        assert colours[-1] in {"0", "1"}, "black, or white on black"
                    case _:
                        pass


def test_phone_numbers_are_big_and_bold() -> None:
    pdf = pikepdf.open(BytesIO(write_pdf(handout())))
    sizes = [
        (str(operands[0]), float(operands[1]))
        for page in pdf.pages
        for operands, operator in pikepdf.parse_content_stream(page)
        if str(operator) == "Tf"
    ]
    assert sizes.count(("/OpenSans-Bold", 16)) >= 2


def test_only_embedded_parts_of_fonts_are_used() -> None:
    pdf = pikepdf.open(BytesIO(write_pdf(sheet(2))))
    for font in (font for page in pdf.pages for font in page.Resources.Font.values()):
        assert font.Subtype == "/Type0"
        assert re.fullmatch(r"/[A-Z]{6}\+OpenSans-(Regular|Bold)", str(font.BaseFont))
        program = font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()
        assert 1000 < len(program) < 40_000


def test_the_same_document_gives_the_same_bytes() -> None:
    code = (
        "import sys, hashlib; sys.path[:0] = ['.', 'tests']; from documents.pdf.papers import sheet, handout;"
        "from painplanner.documents.pdf import write_pdf;"
        "print([hashlib.sha256(write_pdf(d)).hexdigest() for d in (sheet(3, code='1-2'), handout())])"
    )
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True) for _ in range(2)]
    assert runs[0].stdout == runs[1].stdout
    assert "/CreationDate" not in pikepdf.open(BytesIO(write_pdf(sheet(1)))).docinfo
    assert write_pdf(sheet(2)) != write_pdf(sheet(2, header_right="Another, born 1 May 1970"))


def test_a_picture_that_repeats_is_stored_once() -> None:
    papers = [pikepdf.open(BytesIO(write_pdf(document(*[exercise(1)] * n)))) for n in (1, 2)]
    once, twice = (set(pdf.pages[0].Resources.XObject.keys()) for pdf in papers)
    assert once == twice
    assert len(once) == 2


def test_what_no_page_can_hold_is_parted_and_loses_nothing() -> None:
    lines = tuple(rich(f"Line number {n}.") for n in range(120))
    data = write_pdf(document(Callout("A very long box", lines)))
    assert page_count(data) >= 3
    assert overlaps(data) == []
    assert [part.text for part in structure(data).all("LBody")] == [f"Line number {n}." for n in range(120)]


@pytest.mark.parametrize("text", ["W" * 700, "Sit tall and breathe. " * 120], ids=["one word", "many words"])
@pytest.mark.parametrize("large", [False, True])
def test_no_text_is_too_long_for_any_block(text: str, large: bool) -> None:
    name, lines = text[:300], (text, text)
    rows = tuple(rich(line) for line in lines)
    box = Callout(name, rows)
    data = write_pdf(
        document(
            Cards((Card(name, lines), Card("short"), Card(name))),
            StepRow("10", name, name, rows, Check(text, lines, lines)),
            Pair(box, box),
            box,
            replace(exercise(1, rows=(name, name)), title=name, facts=(name, name), steps=lines, notes=rows),
            Stop(name, lines, name, lines, ((name[:60], "555-0142"), (name[:60], "555-0199"))),
            Heading(name),
            Bullets(rows, mark="box"),
            large=large,
        )
    )
    assert overlaps(data) == []
    assert all(30 < r[0] < r[2] < size[0] - 30 and 25 < r[1] < r[3] < size[1] - 25 for r, size in text_rects(data))


def test_an_exercise_without_pictures_facts_or_grid_is_still_one() -> None:
    paper = structure(write_pdf(document(Exercise("1", "Walk"), Exercise("2", "Rest", steps=("Lie down.",)))))
    assert paper.text == "Your plan 1 Walk 2 Rest 1. Lie down."
    only = Exercise("1", "Walk", pictures=tuple(replace(one, alt="", caption="") for one in exercise(1).pictures))
    for large in (False, True):
        alone = structure(write_pdf(document(only, large=large)))
        assert alone.text == "Your plan 1 Walk"
        assert all(figure.alt for figure in alone.all("Figure"))


def test_a_short_paper_is_one_page_and_an_empty_one_too() -> None:
    assert page_count(write_pdf(sheet(1))) == 1
    assert page_count(write_pdf(Document(kind=handout().kind, title="", language="en", blocks=()))) == 1


def test_the_library_is_not_loaded_whole() -> None:
    code = "import sys, painplanner.documents.pdf; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {"reportlab.platypus", "reportlab.graphics", "pikepdf"} & set(done.stdout.split()) == set()


@pytest.mark.parametrize("large", [False, True])
def test_a_line_to_write_on_stands_below_a_label_that_would_leave_it_no_room(large: bool) -> None:
    label = "Others, also herbs and all that you buy yourself in a store or from a friend or on the web"
    data = write_pdf(document(Fill(label, lines=2), paper=PaperSize.A5, large=large))
    assert label in pages(data)[0]
    assert all(rect[2] <= width - 20 for rect, (width, _height) in text_rects(data))


@pytest.mark.parametrize("size", ORDINARY)
def test_large_print_has_18_points_and_lines_of_at_most_six_inches(size: PaperSize) -> None:
    for made in (sheet(3, paper=size, large=True, code="7-1"), handout(paper=size, large=True, code="7-1")):
        data = write_pdf(made)
        assert min(sizes_of_type(data)) >= 18
        assert max(right - left for (left, _low, right, _top), _page in text_rects(data)) <= 432.5


def test_bold_print_sets_every_word_bold() -> None:
    data = write_pdf(handout(large=True, bold=True))
    (name,) = {
        str(font.BaseFont) for page in pikepdf.open(BytesIO(data)).pages for font in page.Resources.Font.values()
    }
    assert "Bold" in name
    assert structure(data).text == structure(write_pdf(handout(large=True))).text


def sizes_of_type(data: bytes) -> set[float]:
    codes = (page.Contents.read_bytes() for page in pikepdf.open(BytesIO(data)).pages)
    return {float(size) for code in codes for size in re.findall(rb"/\S+ ([\d.]+) Tf", code)}
