"""The head of a paper as the practice will print it: what its settings show before they are kept."""

from __future__ import annotations

from painplanner.core.practice import Practice
from painplanner.documents.blocks import Document, Message, rich
from painplanner.documents.paper import logo_of
from painplanner.text import translator


def header_sample(practice: Practice, logo: bytes) -> bytes:
    """Return a PDF whose first page begins as every paper of the practice will. Needs no store; may run in a worker."""
    from painplanner.documents.pdf import write_pdf

    t = translator(practice.language)
    words = Message(rich("", t.gettext("These papers belong together."), " " + t.gettext("Keep them in one place.")))
    made = Document(
        kind="sample",
        title=t.gettext("Your papers"),
        language=practice.language,
        blocks=(words,),
        header_left=practice.name,
        paper=practice.paper,
        logo=logo_of(practice, {practice.logo: logo}),
    )
    return write_pdf(made, practice.paper_colours())
