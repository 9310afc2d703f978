"""PDFs of the practice: taken in as pages alone, refused in one sentence, handed out in the order they were chosen."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from core.photographed import WIDE, jpeg
from documents.pdf.reading import pages
from pikepdf import Array, Dictionary, Name, String
from services.test_logs import clinic, walking_plan
from store.practices import TODAY, folder, made, opened, store

from painplanner.core.inks import INKS, Ink
from painplanner.core.values import replace
from painplanner.documents.bundle import Binding
from painplanner.documents.pdf import page_count
from painplanner.documents.pdf.signs import colour
from painplanner.errors import KnownError
from painplanner.services import gathering, publish
from painplanner.services.own_papers import MOST_BYTES, own_papers_of, read_own_paper, take_in, take_in_apart
from painplanner.store import Store

__all__ = ["clinic", "folder", "made", "opened", "store"]


def file(pages: int = 2, encryption: pikepdf.Encryption | None = None) -> bytes:
    """Return a PDF that opens a link, runs a script and carries a file."""
    pdf = pikepdf.new()
    for _ in range(pages):
        page = pdf.add_blank_page()
        page.Contents = pdf.make_stream(b"0 0 m 9 9 l S")
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]))
        link.A = Dictionary(S=Name.URI, URI=String("https://example.org"))
        page.Annots = Array([pdf.make_indirect(link)])
        page.AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    pdf.attachments["x.exe"] = b"MZ"
    out = BytesIO()
    pdf.save(out, encryption=encryption)
    return out.getvalue()


def test_pages_come_in_and_nothing_that_acts() -> None:
    made, count = take_in_apart(file(3))
    assert count == page_count(made) == 3
    with pikepdf.open(BytesIO(made)) as pdf:
        assert set(pdf.Root.keys()) == {"/Type", "/Pages"}
        assert not any({"/Annots", "/AA"} & set(page.obj.keys()) for page in pdf.pages)
        text = b"".join(bytes(one.unparse(resolved=True)) for one in pdf.objects)
    assert b"JavaScript" not in text
    assert b"example.org" not in text


def test_the_name_of_the_file_is_the_title(tmp_path: Path) -> None:
    path = tmp_path / "house_rules  2026.pdf"
    path.write_bytes(file(1))
    found = read_own_paper(path)
    assert (found.title, found.pages) == ("House rules 2026", 1)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "no PDF"),
        (b"PK\x03\x04 a document", "no PDF"),
        (b"%PDF-1.7 and then nothing", "damaged"),
        (file(2)[: len(file(2)) // 3], "damaged"),
        (file(51), "51 pages"),
        (file(1, encryption=pikepdf.Encryption(owner="o", user="u")), "password"),
    ],
)
def test_what_cannot_be_used_is_refused_in_a_sentence(data: bytes, why: str) -> None:
    with pytest.raises(KnownError, match=why) as refused:
        take_in(data)
    assert "Nothing was added." in refused.value.sentence


def test_what_is_too_large_is_never_opened() -> None:
    with pytest.raises(KnownError, match="larger than 20 MB"):
        take_in_apart(b"%PDF-" + bytes(MOST_BYTES))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="could not be read"):
        read_own_paper(tmp_path / "none.pdf")


def test_chosen_papers_follow_those_of_the_plan_in_the_order_they_were_chosen(clinic: Store) -> None:
    first, second = (clinic.add_own_paper(title, file(count), count) for title, count in (("Rules", 2), ("Way", 1)))
    chosen = own_papers_of(clinic, (second.id, "gone", first.id, second.id))
    assert [(paper.title, paper.pages) for paper in chosen] == [("Way", 1), ("Rules", 2)]
    request = gathering.gather(clinic, clinic.load_plan(walking_plan().id), TODAY)
    alone = publish.make_paper(request, ("exercise-sheet",))
    paper = publish.make_paper(request, ("exercise-sheet",), Binding(own=chosen))
    assert paper.pages == page_count(paper.pdf) == alone.pages + 3 + 1, "and a page of contents"
    assert "Way" in pages(paper.pdf)[0]


def test_papers_of_a_plan_carry_the_logo_and_the_ink_of_the_practice(clinic: Store) -> None:
    plan, logo = clinic.load_plan(walking_plan().id), clinic.add_picture(jpeg(WIDE))
    clinic.save_practice(replace(clinic.practice, logo=logo, ink=Ink.WINE))
    paper = publish.make_paper(gathering.gather(clinic, plan, TODAY), ("exercise-sheet",))
    assert jpeg(WIDE) in paper.pdf
    with pikepdf.open(BytesIO(paper.pdf)) as pdf:
        code = pdf.pages[0].Contents.read_bytes().decode("latin-1")
    assert f"{colour(INKS[Ink.WINE])} rg" in code
