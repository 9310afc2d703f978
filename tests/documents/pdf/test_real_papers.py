"""The papers of the sciatica plan, in each language, on each paper and in large print: nothing lost, nothing parted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from documents.golden import documents
from documents.pdf.reading import overlaps, pages, structure

from painplanner.core.drawing import Drawing
from painplanner.core.practice import ORDINARY, PaperSize
from painplanner.documents.blocks import Document, Exercise
from painplanner.documents.pdf import write_pdf

PAPERS = documents()


def words(value: Any) -> Iterator[str]:
    """Return every text that a value holds, but for what only steers how it looks."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from words(one)
    elif isinstance(value, msgspec.Struct) and not isinstance(value, Drawing):
        hidden = {"kind", "language", "paper", "mark", "sign", "author", "code", "caption", "alt", "page_words", "role"}
        for name in value.__struct_fields__:
            if name not in hidden:
                yield from words(getattr(value, name))


def plain(text: str) -> str:
    return "".join(sign for sign in text if not sign.isspace() and sign != "·")


EACH_SIZE = [(size, False, name) for size in ORDINARY for name in PAPERS]
IN_LARGE = [(size, True, name) for size in (PaperSize.LETTER, PaperSize.A4) for name in PAPERS]
IN_LARGE += [(PaperSize.A5, True, name) for name in ("sciatica-handout-en", "sciatica-sheet-es")]


@pytest.mark.parametrize(("size", "large", "name"), EACH_SIZE + IN_LARGE)
def test_every_word_of_a_paper_is_on_it_once_and_none_over_another(name: str, large: bool, size: PaperSize) -> None:
    made: Document = msgspec.structs.replace(PAPERS[name], large=large, paper=size)
    data = write_pdf(made)
    shown = plain("".join((*pages(data), *pages(data, turned=180), structure(data).text)))
    assert [text for text in words(made) if plain(text) not in shown] == []
    assert overlaps(data) == []


@pytest.mark.parametrize("name", [name for name in PAPERS if "sheet" in name and "logged" not in name])
def test_each_exercise_has_its_pictures_and_one_page(name: str) -> None:
    exercises = [block for block in PAPERS[name].blocks if isinstance(block, Exercise)]
    paper = structure(write_pdf(PAPERS[name]))
    for n, block in enumerate(exercises, 1):
        part = next(one for one in paper.all("Sect") if one.text.startswith(f"{n} {block.title}"))
        assert [figure.alt for figure in part.all("Figure")] == [picture.alt for picture in block.pictures]
        assert len(part.on) == 1
        assert len(list(part.all("Table"))) == 1
