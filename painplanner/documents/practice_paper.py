"""What a paper of the practice itself carries round its content: its name, the day, and that it stays inside.

Such a paper is about no single patient, so it has no plan, no revision, and belongs to no kind of `registry`.
"""

from __future__ import annotations

from painplanner.core.practice import Practice
from painplanner.documents.blocks import Block, Document
from painplanner.documents.day_words import full_day
from painplanner.documents.words import Words


def practice_paper(
    kind: str, title: str, practice: Practice, w: Words, blocks: tuple[Block, ...], note: str = ""
) -> Document:
    """Return a document with the header and footer of a practice; `note` stands at the foot of each page."""
    return Document(
        kind=kind,
        title=title,
        language=w.printed_lang,
        blocks=blocks,
        header_left=practice.name,
        header_right=full_day(w.today, w),
        footer_note=note,
        page_words=w.t.gettext("page {page} of {pages}"),
        paper=practice.paper,
        made_on=w.today,
    )
