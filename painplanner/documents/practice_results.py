"""The results of the practice on paper: goals reached by template, and how carefully so few plans are to be read.

The rows and the caution come in words, the same as on the screen; no patient is named.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from painplanner.core.practice import Practice
from painplanner.documents.blocks import Column, Document, Message, Paragraph, Table, rich
from painplanner.documents.practice_paper import practice_paper
from painplanner.documents.words import sentence, words_in

KIND_ID = "practice-results"


class ResultRow(NamedTuple):
    """A row in words: the template, what its goals came to, and the share with its range."""

    name: str
    goals: str
    share: str


def practice_results(rows: Sequence[ResultRow], caution: str, practice: Practice, today: date, lang: str) -> Document:
    """Return the results as a paper of the practice; the first row is that of all plans."""
    w = words_in(lang, today)
    t = w.t
    every, *templates = rows
    heads = (
        Column(t.gettext("Made from")),
        Column(t.gettext("Goals")),
        Column(t.gettext("Share of goals reached")),
    )
    cells = tuple((rich("", row.name), rich(row.goals), rich(row.share)) for row in templates)
    caption = t.gettext("What closed plans came to, a row for each template.")
    blocks = (
        Message(rich("", f"{every.name}: {sentence(every.goals)}", f" {sentence(every.share)}")),
        Paragraph(rich(caution)),
        *((Table(heads, cells, caption),) if cells else ()),
    )
    return practice_paper(KIND_ID, t.gettext("Results of the practice"), practice, w, blocks)
