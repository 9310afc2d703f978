"""The picture that explains the plan: beside the message where it costs no page, and left out where it would."""

from __future__ import annotations

import msgspec
import pytest
from documents.pdf.reading import overlaps, pages, structure

from painplanner.core.drawing import Drawing, Text
from painplanner.core.practice import ORDINARY, PaperSize
from painplanner.documents.blocks import Block, Document, Message, Paragraph, Picture, rich
from painplanner.documents.pdf import page_count, write_pdf

DRAWING = Drawing(300, 190, (Text(20, 90, "a label"),), alt="What it shows")
MESSAGE = Message(rich("A disc may bother a nerve. ", "Moving makes it last."), Picture(DRAWING, alt=DRAWING.alt))


def paper(*blocks: Block, large: bool = False, size: PaperSize = PaperSize.LETTER) -> Document:
    return Document("handout", "Your plan", "en", (MESSAGE, *blocks), large=large, paper=size)


def lines(count: int) -> tuple[Block, ...]:
    return tuple(Paragraph(rich(f"Line {n}")) for n in range(count))


@pytest.mark.parametrize("large", [False, True], ids=["ordinary", "large"])
@pytest.mark.parametrize("size", ORDINARY)
def test_it_stands_with_the_message_where_there_is_room(large: bool, size: PaperSize) -> None:
    data = write_pdf(paper(large=large, size=size))
    assert [figure.alt for figure in structure(data).all("Figure")] == ["What it shows"]
    assert "a label" in "".join(pages(data))
    assert overlaps(data) == []


def test_it_never_costs_a_page() -> None:
    shown: set[bool] = set()
    for count in range(18, 60, 3):
        made = paper(*lines(count))
        bare = msgspec.structs.replace(made, blocks=(Message(MESSAGE.words), *made.blocks[1:]))
        data = write_pdf(made)
        assert page_count(data) == page_count(write_pdf(bare))
        shown.add("a label" in "".join(pages(data)))
    assert shown == {True, False}
