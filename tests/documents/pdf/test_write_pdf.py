"""A document becomes pages that a person can read and a machine can listen to."""

from __future__ import annotations

import pypdfium2

from painplanner.documents.blocks import Document, DocumentKind, Paragraph, rich
from painplanner.documents.pdf import page_count, write_pdf


def note(*texts: str) -> Document:
    blocks = tuple(Paragraph(rich(text)) for text in texts)
    return Document(kind=DocumentKind.HANDOUT, title="A note", language="en", blocks=blocks)


def test_what_was_typed_is_what_can_be_read() -> None:
    texts = ("Łukasz", "Ngô Thị Ánh", "Юлия", "<img src=/etc/passwd>", "<b>severe", "a & b")
    pdf = pypdfium2.PdfDocument(write_pdf(note(*texts)))
    assert pdf[0].get_textpage().get_text_range().splitlines()[1:7] == list(texts)


def test_pages_are_counted() -> None:
    assert page_count(write_pdf(note("one"))) == 1
    assert page_count(write_pdf(note(*(f"line {n}" for n in range(60))))) == 2
