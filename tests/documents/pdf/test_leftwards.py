"""A paper in a language from right to left is the mirror image of what was laid out, but for what must not turn."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import msgspec
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from documents.golden import documents
from documents.pdf.papers import STEP, document, exercise, handout
from documents.pdf.reading import Rect, overlaps, places, structure, text_rects

from painplanner.documents.blocks import Bullets, Document, Fill, LogKey, LogMark, Paragraph, rich
from painplanner.documents.bundle import Binding, Bundle
from painplanner.documents.pdf import write_bundle, write_pdf
from painplanner.documents.pdf.direction import is_right_to_left, levels, running, runs_left
from painplanner.documents.pdf.lines import joined, line
from painplanner.documents.pdf.paper import paper
from painplanner.documents.pdf.pen import Box, Pen

WIDTH = 612.0
PAPERS = {name: one for name, one in documents().items() if name.endswith("-en") or name == "sciatica-team"}


def mirrored(made: Document) -> Document:
    """Return the same words in a paper of a language that runs from right to left: the places are all that changes."""
    return msgspec.structs.replace(made, language="he")


def objects(data: bytes, kind: int) -> list[list[Rect]]:
    """Return the boxes round all things of a kind on each page, those of texts and shapes rounded to points."""
    found = []
    for page in pypdfium2.PdfDocument(data):
        boxes = [thing.get_bounds() for thing in page.get_objects([kind], max_depth=1)]
        found.append(boxes)
    return found


def across(boxes: list[Rect]) -> list[tuple[int, ...]]:
    return sorted(tuple(round(at) for at in box) for box in boxes)


def turned(boxes: list[Rect], width: float) -> list[Rect]:
    return [(width - right, low, width - left, top) for left, low, right, top in boxes]


def near(some: list[tuple[int, ...]], others: list[tuple[int, ...]]) -> bool:
    """Tell whether boxes are the same to a point; rounding may fall either way."""
    rest = list(others)
    for one in some:
        match = next((two for two in rest if all(abs(a - b) <= 1 for a, b in zip(one, two, strict=True))), None)
        if match is None:
            return False
        rest.remove(match)
    return not rest


@pytest.mark.parametrize("name", PAPERS)
def test_boxes_rules_and_grids_stand_across(name: str) -> None:
    plain, turned_over = (
        objects(write_pdf(one), pdfium.FPDF_PAGEOBJ_PATH) for one in (PAPERS[name], mirrored(PAPERS[name]))
    )
    assert len(plain) == len(turned_over)
    width = paper(PAPERS[name].paper, large=False).width
    for here, there in zip(plain, turned_over, strict=True):
        assert near(across(turned(here, width)), across(there))


@pytest.mark.parametrize("name", PAPERS)
def test_nothing_lies_over_another_or_leaves_the_page(name: str) -> None:
    data = write_pdf(mirrored(PAPERS[name]))
    assert overlaps(data) == []
    for (left, low, right, top), (width, height) in text_rects(data):
        assert 0 <= left <= right <= width
        assert 0 <= low <= top <= height


@pytest.mark.parametrize(
    ("words", "indent"), [("Your plan", 0), ("Rest the leg.", None), ("Riverside Pain & Movement", 0)]
)
def test_words_begin_at_the_right(words: str, indent: float | None) -> None:
    (_, here), *_ = places(write_pdf(handout()), words)
    (_, there), *_ = places(write_pdf(mirrored(handout())), words)
    assert there[2] == pytest.approx(WIDTH - here[0], abs=2)
    assert indent is None or there[2] == pytest.approx(WIDTH - 42 - indent, abs=2)


def test_the_number_of_a_step_stands_at_its_right_and_its_days_at_the_left() -> None:
    data = write_pdf(mirrored(document(STEP)))
    (_, title), (_, days) = places(data, "Sit with support")[0], places(data, "15 January to 15 February")[0]
    discs = [box for box in objects(data, pdfium.FPDF_PAGEOBJ_PATH)[0] if 20 < box[2] - box[0] < 25]
    assert days[2] < title[0]
    assert any(box[0] > title[2] for box in discs)


def test_the_first_day_of_a_grid_is_at_the_right() -> None:
    data = write_pdf(mirrored(document(exercise(1, days=7))))
    days = [places(data, day)[0][1][0] for day in ("Thu 1", "Fri 2", "Wed 7")]
    assert days == sorted(days, reverse=True)


def test_pictures_change_sides_and_are_not_turned_over() -> None:
    plain, turned_over = (write_pdf(one) for one in (document(exercise(1)), mirrored(document(exercise(1)))))
    forms = [matrices(data) for data in (plain, turned_over)]
    assert all(matrix[0] > 0 and matrix[3] > 0 for matrix in forms[1])
    assert [matrix[0] for matrix in forms[0]] == [matrix[0] for matrix in forms[1]]
    here, there = (places(data, "1 Start")[0][1] for data in (plain, turned_over))
    assert here[0] < WIDTH / 2 < there[0]
    for left, right in zip(figure_boxes(plain), figure_boxes(turned_over), strict=True):
        assert (right[0], right[2]) == pytest.approx((WIDTH - left[2], WIDTH - left[0]), abs=0.2)


def matrices(data: bytes) -> list[tuple[float, ...]]:
    """Return how each picture of the first page lies on it."""
    page = pypdfium2.PdfDocument(data)[0]
    return [thing.get_matrix().get() for thing in page.get_objects([pdfium.FPDF_PAGEOBJ_FORM], max_depth=1)]


def figure_boxes(data: bytes) -> list[list[float]]:
    return [[float(at) for at in figure.attributes["/BBox"]] for figure in structure(data).all("Figure")]


def test_time_runs_to_the_right_in_charts() -> None:
    data = write_pdf(mirrored(PAPERS["sciatica-progress-en"]))
    days = [places(data, day)[0][1][0] for day in ("Jan 13", "Jan 20", "Feb 3", "Feb 10")]
    assert days == sorted(days)


def test_bars_are_read_as_ever() -> None:
    paper = document(Paragraph(rich("Words.")), code="20418-1")
    plain, turned_over = (bars(write_pdf(one)) for one in (paper, mirrored(paper)))
    assert [round(box[0] - plain[0][0], 1) for box in plain] == [
        round(box[0] - turned_over[0][0], 1) for box in turned_over
    ]
    assert turned_over[-1][2] < WIDTH / 2 < plain[0][0]


def bars(data: bytes) -> list[Rect]:
    """Return the boxes that are filled together as a bar code."""
    pdf = pikepdf.open(BytesIO(data))
    moved, found, boxes = 0.0, [], []
    for operands, operator in pikepdf.parse_content_stream(pdf.pages[0]):
        name = str(operator)
        if name == "cm":
            moved = float(operands[4])
        elif name == "re":
            x, y, width, height = map(float, operands)
            boxes.append((x + moved, y, x + moved + width, y + height))
        elif name in {"f", "S", "s", "b", "n"}:
            found = boxes if name == "f" and len(boxes) > 20 else found
            boxes, moved = [], 0.0
    return found


def test_a_tick_leans_as_a_pen_makes_it() -> None:
    key = document(LogKey("Write:", (LogMark("", "done"), LogMark("–", "not done"))))
    steps = [tick(write_pdf(one)) for one in (key, mirrored(key))]
    assert steps[0] == steps[1]


def tick(data: bytes) -> list[tuple[float, float]]:
    """Return the way of the pen from the first point of a tick."""
    pdf = pikepdf.open(BytesIO(data))
    content = pdf.pages[0].Contents.read_bytes().decode("latin-1")
    at = content.index("1 j 1 J")
    numbers = content[at:].split(" S Q", 1)[0].split()[4:]
    points = [(float(numbers[n]), float(numbers[n + 1])) for n in range(0, len(numbers) - 1, 3)]
    return [(round(x - points[0][0], 1), round(y - points[0][1], 1)) for x, y in points]


def test_lists_and_lines_to_write_on_begin_at_the_right() -> None:
    data = write_pdf(mirrored(document(Bullets((rich("Ask us."), rich("Tell us.")), mark="box"), Fill("My questions"))))
    (_, words), (_, label) = places(data, "Ask us.")[0], places(data, "My questions")[0]
    shapes = objects(data, pdfium.FPDF_PAGEOBJ_PATH)[0]
    assert any(box[0] > words[2] and box[2] - box[0] < 20 for box in shapes)
    assert any(box[2] < label[0] and box[0] < 50 and box[2] - box[0] > 300 for box in shapes)


@pytest.mark.parametrize(
    ("language", "is_leftwards"),
    [
        ("ar", True), ("ar-EG", True), ("he", True), ("fa_IR", True), ("ur", True), ("yi", True), ("dv", True),
        ("ps", True), ("ckb", True), ("pa-Arab", True), ("az-Arab-IR", True), ("he-x-pseudo", True),
        ("en", False), ("es-MX", False), ("ur-Latn", False), ("pa", False), ("zh-Hant", False), ("", False),
    ],
)  # fmt: skip
def test_a_language_runs_the_way_of_its_script(language: str, is_leftwards: bool) -> None:
    assert is_right_to_left(language) is is_leftwards


def test_the_direction_holds_while_a_paper_is_set() -> None:
    with running("he"):
        assert runs_left()
        with running("en"):
            assert not runs_left()
        assert runs_left()
    assert not runs_left()


@pytest.mark.parametrize(
    ("text", "leftwards", "last"),
    [
        ("אבג, 3.", True, 1),
        ("1.", True, 1),
        ("Go to bed.", True, 0),
        ("Go to bed.", False, 0),
        ("Ann אבג.", True, 1),
        ("Ann אבג.", False, 0),
    ],
)
def test_a_full_stop_stands_where_its_sentence_ends(text: str, leftwards: bool, last: int) -> None:
    assert levels(text, leftwards=leftwards)[-1] == last


def test_words_in_several_sizes_run_as_their_paper_does() -> None:
    parts = (("3", 16.0), (" פעמים", 12.0))
    with running("he"):
        leftwards = joined(parts)
    assert leftwards.is_turned
    assert leftwards.text == "3 פעמים"
    assert leftwards.width == pytest.approx(line("3", 16, bold=True).width + line("פעמים", 12, bold=True).width, abs=4)
    assert float(leftwards.show.split()[0]) > 20  # the number, which is said first, stands at the right


def test_a_pen_that_is_not_mirrored_moves_nothing() -> None:
    pen = Pen()
    with pen.kept(100, 20):
        assert pen.left(105, 5) == 105
    assert pen.left(30, 10) == 30


def test_what_is_kept_moves_across_as_a_whole() -> None:
    pen = Pen(WIDTH)
    assert pen.left(42, 100) == WIDTH - 142
    with pen.kept(100, 20):
        assert pen.left(100, 20) == WIDTH - 120
        assert pen.left(105, 5) == WIDTH - 115
    pen.box(Box(42, 10, 100, 20), stroke="0 0 0")
    assert f"1 0 0 1 {WIDTH - 142:.2f} 10.00 cm" in pen.finished().decode()


def test_a_file_says_which_way_it_runs_but_leaves_names_in_it_whole() -> None:
    plain, turned_over = (pikepdf.open(BytesIO(write_pdf(one))) for one in (handout(), mirrored(handout())))
    # A viewer of pages in the other order takes Latin names apart when they are searched for or copied.
    assert "/Direction" not in turned_over.Root.ViewerPreferences
    assert places(write_pdf(mirrored(handout())), "Riverside Pain & Movement")
    first: Any = turned_over.Root.StructTreeRoot.K[0]
    assert str(first.A.WritingMode) == "/RlTb"
    assert "/A" not in plain.Root.StructTreeRoot.K[0]


def test_a_bracket_means_itself_after_a_paper_that_turned_it_over() -> None:
    paper = document(Paragraph(rich("Walk (slowly) home.")))
    before = write_pdf(paper)
    write_pdf(mirrored(document(Paragraph(rich("ללכת (לאט) הביתה.")))))
    assert write_pdf(paper) == before
    assert "Walk (slowly) home." in structure(before).text


def test_an_element_says_what_its_turned_letters_mean() -> None:
    paper = mirrored(document(Paragraph(rich("ללכת (לאט) 5 דקות."))))
    assert next(structure(write_pdf(paper)).all("P")).text == "ללכת (לאט) 5 דקות."


def test_each_paper_of_a_bundle_runs_as_its_own_language_does() -> None:
    ours, english = mirrored(document(STEP)), document(STEP)
    data = write_bundle(Bundle((ours, english), Binding(has_contents=False))).pdf
    (_, there), (_, here) = sorted(places(data, "Sit with support"))
    assert there[2] == pytest.approx(WIDTH - here[0], abs=1.5)
    parts = [one.attributes.get("/WritingMode") for one in structure(data).all("Part")]
    assert [str(part) for part in parts] == ["/RlTb", "None"]
