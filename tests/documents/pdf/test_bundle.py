"""Several papers as one file: contents, numbers that run through, fronts of sheets, and the practice's own papers."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import pikepdf
import pytest
from documents.pdf.papers import document
from documents.pdf.reading import pages, structure

from painplanner.documents.blocks import Contents, ContentsRow, Document, Paragraph, rich
from painplanner.documents.bundle import Binding, Bundle, Entry, OwnPaper, bundle_id, kinds_in
from painplanner.documents.pdf import write_bundle, write_pdf

LONG = tuple(Paragraph(rich(f"Line {n} of many words that fill the page.")) for n in range(60))


def listing(entries: Sequence[Entry]) -> Document:
    rows = tuple(ContentsRow(one.title, one.page, one.lang) for one in entries)
    return document(Contents(rows), title="Your papers")


def bundle(binding: Binding = Binding(), count: int = 2) -> Bundle:
    plan = document(*LONG, title="Your plan")
    rest = [document(Paragraph(rich("Words.")), title=f"Paper {n}", language="es") for n in range(count - 1)]
    return Bundle((plan, *rest), binding, listing)


def own(title: str = "Our house rules", count: int = 2) -> OwnPaper:
    pdf = pikepdf.new()
    for _page in range(count):
        pdf.add_blank_page(page_size=(612, 792))
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    pdf.pages[0].obj.Annots = pikepdf.Array(
        [pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, A=pikepdf.Dictionary(URI="http://x"))]
    )
    out = BytesIO()
    pdf.save(out)
    return OwnPaper(title, out.getvalue(), count)


def test_contents_name_each_paper_with_the_page_it_begins_on() -> None:
    written = write_bundle(bundle())
    found = pages(written.pdf)
    assert written.pages == len(found) == 4
    assert "Your plan 2" in found[0]
    assert "Paper 0 4" in found[0]
    assert "Paper 0" in found[3]
    assert [f"page {n} of 4" in text for n, text in enumerate(found, 1)] == [True] * 4


def test_one_paper_alone_is_the_same_file_as_ever() -> None:
    alone = document(*LONG)
    assert write_bundle(Bundle((alone,), Binding(), listing)).pdf == write_pdf(alone)


def test_contents_can_be_left_out() -> None:
    found = pages(write_bundle(bundle(Binding(has_contents=False))).pdf)
    assert len(found) == 3
    assert "page 3 of 3" in found[2]


def test_each_paper_begins_on_the_front_of_a_sheet_when_both_sides_are_printed() -> None:
    found = pages(write_bundle(bundle(Binding(is_two_sided=True), count=3)).pdf)
    assert ["Your papers" in found[0], found[1] == "", "Your plan" in found[2]] == [True] * 3
    assert "Paper 0" in found[4]
    assert "Paper 1" in found[6]
    assert "page 5 of 5" in found[6]


def test_each_paper_is_a_part_with_its_language() -> None:
    parts = structure(write_bundle(bundle()).pdf).kids
    assert [part.kind for part in parts] == ["Part"] * 3
    assert [next(part.all("H1")).text for part in parts] == ["Your papers", "Your plan", "Paper 0"]
    with pikepdf.open(BytesIO(write_bundle(bundle()).pdf)) as pdf:
        kids = pdf.Root.StructTreeRoot.K[0].K
        assert [str(kid.Lang) for kid in kids] == ["en", "en", "es"]


def test_papers_of_the_practice_follow_as_they_are_and_nothing_in_them_acts() -> None:
    written = write_bundle(bundle(Binding(own=(own(),))))
    assert written.pages == 6
    assert "Our house rules 5" in pages(written.pdf)[0]
    with pikepdf.open(BytesIO(written.pdf)) as pdf:
        assert "/OpenAction" not in pdf.Root
        assert all("/Annots" not in page.obj for page in pdf.pages)
        assert b"pdfuaid:part" not in pdf.Root.Metadata.read_bytes()


def test_papers_of_the_practice_begin_on_a_front_too() -> None:
    assert write_bundle(bundle(Binding(is_two_sided=True, own=(own(),)))).pages == 8


@pytest.mark.parametrize("binding", [Binding(), Binding(own=(own(),))], ids=["ours", "with own"])
def test_the_same_papers_are_the_same_bytes(binding: Binding) -> None:
    assert write_bundle(bundle(binding)).pdf == write_bundle(bundle(binding)).pdf


def test_a_kept_bundle_knows_its_kinds() -> None:
    assert kinds_in(bundle_id(("handout", "daily-log"))) == ("handout", "daily-log")
    assert kinds_in("handout") == ("handout",)
