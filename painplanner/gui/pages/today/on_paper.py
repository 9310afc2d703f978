"""Today as it goes on paper: the rows that the page asks for, all of them and not a screenful, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from painplanner.core.values import replace
from painplanner.gui.pages.today.counts import count_words
from painplanner.gui.pages.today.kinds import kind_of
from painplanner.gui.pages.today.row import lateness
from painplanner.text import language

if TYPE_CHECKING:
    from painplanner.documents.blocks import Document
    from painplanner.gui.context import AppContext
    from painplanner.store import DueRow
    from painplanner.store.due_list import DueAsk


def list_on_paper(ctx: AppContext, ask: DueAsk, chosen: Sequence[str]) -> Document:
    """Return the list that was asked for; `chosen` are the words of what it is narrowed to."""
    from painplanner.documents.today_list import Shown, today_list
    from painplanner.services.today_paper import MOST_ROWS, Said, list_rows

    def said(row: DueRow) -> Said:
        kind = kind_of(row.kind)
        when, _role = lateness(row.on, ctx.today(), is_news=kind.is_news)
        return Said(kind.named(row, ctx.today()), kind.reason(row), when)

    found = ctx.store.due_list(replace(ask, most=MOST_ROWS))
    rows = list_rows(ctx.store, found.rows, said)
    left = sum(count.count for count in found.counts) - len(rows)
    shown = Shown(count_words(found.counts), " · ".join(word for word in chosen if word), left)
    return today_list(rows, ctx.practice, ctx.today(), language(), shown)
