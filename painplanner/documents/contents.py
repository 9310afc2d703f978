"""The first page of a bundle: what is in it and on which page, what to do first, and when not to wait for the visit."""

from __future__ import annotations

from collections.abc import Sequence

from painplanner.documents.blocks import Bullets, Contents, ContentsRow, Document, Fill, Heading, Message, rich
from painplanner.documents.bundle import Entry
from painplanner.documents.daily_log import stop_line
from painplanner.documents.paper import next_visit_block, paper, paper_words
from painplanner.documents.request import Request

ID = "contents"


def contents(request: Request, entries: Sequence[Entry]) -> Document:
    """Return the page of contents of a bundle."""
    w = paper_words(request)
    t = w.t
    first = entries[0]
    blocks = (
        Message(rich("", t.gettext("These papers belong together."), " " + t.gettext("Keep them in one place."))),
        Contents(tuple(ContentsRow(entry.title, entry.page, entry.lang) for entry in entries)),
        Heading(t.gettext("To do first")),
        Bullets(
            (
                rich(t.gettext("Read “{title}”.").format(title=first.title)),
                rich(t.gettext("Tell someone at home what you are going to do.")),
                rich(t.gettext("Write down what you want to ask us.")),
            ),
            mark="box",
        ),
        stop_line(request, w),
        next_visit_block(request, w),
        Fill(label=t.gettext("My questions"), lines=2),
    )
    return paper(request, ID, t.gettext("Your papers"), blocks)
