"""What is to be done today as a paper, without a window: what is late, due, or may be done at any time.

The page of Today prints its own rows, filtered and sorted as they are seen there.
"""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from painplanner.core.values import replace
from painplanner.documents.blocks import Document
from painplanner.documents.today_list import ListRow, Shown, today_list
from painplanner.services.words.due import due_name, due_sentence, late_words
from painplanner.text import _, ngettext, speaking

if TYPE_CHECKING:
    from painplanner.store import DueRow, Store

MOST_ROWS = 300
URGENT = ("same-day", "red-flag", "log-note")


def today_paper(store: Store, today: date, lang: str) -> Document:
    """Return what is to be done today in a language."""
    from painplanner.store.due_list import DueAsk

    found = store.due_list(DueAsk(today=today, until=today, first=URGENT, most=MOST_ROWS))
    records = {row.id: row.record_number for row in store.patient_rows(row.patient for row in found.rows)}
    every, late = (sum(getattr(one, name) for one in found.counts) for name in ("count", "late"))
    with speaking(lang):
        rows = [_row(row, records.get(row.patient, ""), today) for row in found.rows]
        counts = ngettext("{n} thing to do", "{n} things to do", every).format(n=every)
        counts = _("{things}, {n} late").format(things=counts, n=late) if late else counts
    practice = replace(store.practice, language=lang)
    return today_list(rows, practice, today, lang, Shown(counts, left=every - len(rows)))


def _row(row: DueRow, record: str, today: date) -> ListRow:
    at = dict(row.args).get("at", "")
    return ListRow(
        what=due_name(row.kind, row.on, today),
        who=row.patient_name,
        record=record,
        why=due_sentence(row),
        when=late_words(row.on, today),
        person=row.person,
        at=time.fromisoformat(at) if at else None,
    )
