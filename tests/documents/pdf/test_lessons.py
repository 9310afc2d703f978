"""Lessons under a heading of the sheet: on one page each, below that heading in the outline, whole in every size."""

from __future__ import annotations

import msgspec
import pytest
from documents.lessons import LESSONS
from documents.pdf.reading import overlaps, pages, places, structure
from documents.sciatica import BRIDGE, SLIDER, request, with_items

from painplanner.core.practice import ORDINARY, PaperSize
from painplanner.documents.blocks import Document, Exercise
from painplanner.documents.exercise_sheet import exercise_sheet
from painplanner.documents.pdf import write_pdf


def sheet(lang: str = "en", *, large: bool = False, size: PaperSize = PaperSize.LETTER) -> Document:
    made = exercise_sheet(request(with_items(BRIDGE, SLIDER, *LESSONS), language=lang))
    changed: Document = msgspec.structs.replace(made, large=large, paper=size)
    return changed


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("large", [False, True], ids=["ordinary", "large"])
@pytest.mark.parametrize("size", ORDINARY)
def test_no_lesson_is_parted_and_no_word_is_lost(lang: str, large: bool, size: PaperSize) -> None:
    document = sheet(lang, large=large, size=size)
    data = write_pdf(document)
    paper, shown = structure(data), "".join("".join(pages(data)).split())
    assert overlaps(data) == []
    for block in (block for block in document.blocks if isinstance(block, Exercise) and not block.number):
        (part,) = [one for one in paper.all("Sect") if one.text.startswith(block.title)]
        assert len(part.on) == 1
        assert [figure.alt for figure in part.all("Figure")] == [picture.alt for picture in block.pictures]
        assert not list(part.all("Table"))
        said = (*block.steps, *(run.text for note in block.notes for run in note))
        assert [text for text in said if "".join(text.split()) not in shown] == []


def test_the_heading_stays_with_the_first_lesson_and_stands_above_their_titles() -> None:
    for large in (False, True):
        paper = structure(write_pdf(sheet(large=large)))
        (head,) = [one for one in paper.all("H2") if one.text == "In your day"]
        first = next(one for one in paper.all("Sect") if one.text.startswith("Lie well at night"))
        assert head.on == first.on
        assert [one.text for one in paper.all("H3")][:2] == ["Lie well at night", "Carry in parts"]
        assert "1 Bridge" in [one.text for one in paper.all("H2")]


def test_a_lesson_without_steps_tells_its_words_beside_its_pictures() -> None:
    data = write_pdf(sheet())
    (_page, (left, *_rest)) = places(data, "Talk early with your boss.")[0]
    assert left > 200
