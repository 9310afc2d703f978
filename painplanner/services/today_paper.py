"""What is to be done today as a paper, without a window: what is late, due, or may be done at any time.

The page of Today prints its own rows, filtered, sorted and worded as they are seen there (`list_rows`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, time
from typing import TYPE_CHECKING, NamedTuple

from painplanner.core.values import replace
from painplanner.documents.blocks import Document
from painplanner.documents.today_list import ListRow, Shown, today_list
from painplanner.services.words.due import due_name, due_sentence, late_words
from painplanner.text import _, ngettext, speaking

if TYPE_CHECKING:
    from painplanner.store import DueRow, Store

MOST_ROWS = 300
"""About twelve pages: more is no list for a morning."""
URGENT = ("same-day", "red-flag", "log-note")


class Said(NamedTuple):
    """What a row is, why it stands there, and when it is due, in words."""

    what: str
    why: str
    when: str


def today_paper(store: Store, today: date, lang: str) -> Document:
    """Return what is to be done today in a language."""
    from painplanner.store.due_list import DueAsk

    found = store.due_list(DueAsk(today=today, until=today, first=URGENT, most=MOST_ROWS))
    every, late = (sum(getattr(one, name) for one in found.counts) for name in ("count", "late"))
    with speaking(lang):
        rows = list_rows(store, found.rows, lambda row: _said(row, today))
        counts = ngettext("{n} thing to do", "{n} things to do", every).format(n=every)
        counts = _("{things}, {n} late").format(things=counts, n=late) if late else counts
    practice = replace(store.practice, language=lang)
    return today_list(rows, practice, today, lang, Shown(counts, left=every - len(rows)))


def list_rows(store: Store, rows: Sequence[DueRow], say: Callable[[DueRow], Said]) -> tuple[ListRow, ...]:
    """Return rows as they stand on paper, with the record numbers of their patients; `say` words each."""
    records = {row.id: row.record_number for row in store.patient_rows({row.patient for row in rows})}
    return tuple(_row(row, records.get(row.patient, ""), say(row)) for row in rows)


def _said(row: DueRow, today: date) -> Said:
    return Said(due_name(row.kind, row.on, today), due_sentence(row), late_words(row.on, today))


def _row(row: DueRow, record: str, said: Said) -> ListRow:
    at = dict(row.args).get("at", "")
    return ListRow(
        what=said.what,
        who=row.patient_name,
        record=record,
        why=said.why,
        when=said.when,
        person=row.person,
        at=time.fromisoformat(at) if at else None,
    )
