"""The list of Today on paper, with a box to tick: as the screen shows it, for the practice alone.

The rows come in words; which they are and in which order was chosen on the screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import NamedTuple

from painplanner.core.practice import Practice
from painplanner.documents.blocks import Block, Column, Document, Message, Paragraph, Rich, Table, rich
from painplanner.documents.day_words import clock, day
from painplanner.documents.practice_paper import practice_paper
from painplanner.documents.words import Words, sentence, words_in

KIND_ID = "today-list"


class ListRow(NamedTuple):
    """A row in words: what, of whom, their record number, why, when, for whom in the team, and the hour of a visit."""

    what: str
    who: str
    record: str
    why: str
    when: str
    person: str = ""
    at: time | None = None


class Shown(NamedTuple):
    """What the screen says of the rows: how many there are in words, what was chosen, and how many are not listed."""

    counts: str = ""
    chosen: str = ""
    left: int = 0


def today_list(rows: Sequence[ListRow], practice: Practice, today: date, lang: str, shown: Shown = Shown()) -> Document:
    """Return the list as a paper of the practice, in the language its rows are worded in."""
    w = words_in(lang, today)
    t = w.t
    privacy = t.gettext("Holds patients' names: keep it inside the practice, shred it.")
    counts = shown.counts or t.gettext("Nothing is due.")
    blocks: tuple[Block, ...] = (
        Message(rich("", sentence(counts), f" {sentence(shown.chosen)}" if shown.chosen else "")),
        Paragraph(rich("", privacy)),
        *_table(rows, w),
        *_left(shown.left, w),
    )
    title = t.gettext("Today, {day}").format(day=day(today, w))
    return practice_paper(KIND_ID, title, practice, w, blocks, note=privacy)


def _table(rows: Sequence[ListRow], w: Words) -> tuple[Block, ...]:
    t = w.t
    if not rows:
        return ()
    heads = (
        Column(t.gettext("Done"), "box"),
        Column(t.gettext("Who")),
        Column(t.gettext("What and when")),
        Column(t.gettext("Why")),
    )
    return (
        Table(heads, tuple(_row(row, w) for row in rows), t.gettext("What is due, a row each, with a box to tick.")),
    )


def _row(row: ListRow, w: Words) -> tuple[Rich, ...]:
    t = w.t
    record = t.gettext("record {number}").format(number=row.record) if row.record else ""
    when = f"{row.when}, {clock(row.at, w)}" if row.at is not None else row.when
    is_named = row.person and row.person not in row.why
    why = f"{row.why}; {t.gettext('for {name}').format(name=row.person)}" if is_named else row.why
    return ((), rich("", row.who, f"\n{record}" if record else ""), rich(f"{row.what}\n{when}"), rich(why))


def _left(count: int, w: Words) -> tuple[Block, ...]:
    if count <= 0:
        return ()
    said = w.t.ngettext("{n} more row is not on this paper.", "{n} more rows are not on this paper.", count)
    return (Paragraph(rich(said.format(n=count))),)
