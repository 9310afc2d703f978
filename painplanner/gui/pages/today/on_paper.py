"""Today as it goes on paper: the rows that the page asks for, all of them and not a screenful, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import TYPE_CHECKING

from painplanner.core.values import replace
from painplanner.gui.pages.today.counts import count_words
from painplanner.gui.pages.today.kinds import kind_of
from painplanner.gui.pages.today.row import lateness
from painplanner.text import language

if TYPE_CHECKING:
    from painplanner.documents.blocks import Document
    from painplanner.documents.today_list import ListRow
    from painplanner.gui.context import AppContext
    from painplanner.store import DueRow
    from painplanner.store.due_list import DueAsk

MOST_ROWS = 300
"""About twelve pages: more is no list for a morning."""


def list_on_paper(ctx: AppContext, ask: DueAsk, chosen: Sequence[str]) -> Document:
    """Return the list that was asked for; `chosen` are the words of what it is narrowed to."""
    from painplanner.documents.today_list import Shown, today_list

    found = ctx.store.due_list(replace(ask, most=MOST_ROWS))
    records = {row.id: row.record_number for row in ctx.store.patient_rows({row.patient for row in found.rows})}
    rows = [_row(row, records.get(row.patient, ""), ctx.today()) for row in found.rows]
    left = sum(count.count for count in found.counts) - len(rows)
    shown = Shown(count_words(found.counts), " · ".join(word for word in chosen if word), left)
    return today_list(rows, ctx.practice, ctx.today(), language(), shown)


def _row(row: DueRow, record: str, today: date) -> ListRow:
    from painplanner.documents.today_list import ListRow

    kind = kind_of(row.kind)
    at = dict(row.args).get("at", "")
    when, _role = lateness(row.on, today, is_news=kind.is_news)
    return ListRow(
        what=kind.named(row, today),
        who=row.patient_name,
        record=record,
        why=kind.reason(row),
        when=when,
        person=row.person,
        at=time.fromisoformat(at) if at else None,
    )
