"""The lines of the history: drafts that are not kept yet, revisions and papers, newest first."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from painplanner.core.ids import printed_number
from painplanner.gui.printing.paper_words import kind_words
from painplanner.gui.revisions.versions import DRAFT, kept_words
from painplanner.text import _, ngettext

if TYPE_CHECKING:
    from painplanner.store import PaperRow, PlanRow, RevisionRow, Store


class Event(NamedTuple):
    """One thing that happened; `plan` and `version` are set where it can be compared with what was before it."""

    key: str
    at: datetime
    what: str
    more: str
    icon: str
    plan: str = ""
    version: str = ""


def events_of(store: Store, patient: str) -> tuple[Event, ...]:
    """Return everything that is kept of a patient's plans, newest first."""
    plans = store.plans_of(patient)
    found = [event for plan in plans for event in _of_plan(store, plan, is_alone=len(plans) == 1)]
    found += [_of_paper(paper) for paper in store.papers_of(patient)]
    return tuple(sorted(found, key=lambda event: event.at, reverse=True))


def _of_plan(store: Store, plan: PlanRow, *, is_alone: bool) -> list[Event]:
    """Return the lines of a plan, which is named where it is not the only one."""
    rows, title = store.revisions(plan.id), "" if is_alone else _title(plan)
    events = [_of_revision(plan, row, title) for row in rows]
    if rows and store.has_draft(plan.id):
        what = _("Draft, not kept yet")
        events.append(Event(f"d-{plan.id}", plan.edited_at, what, title, "pencil", plan.id, DRAFT))
    return events


def _of_revision(plan: PlanRow, row: RevisionRow, title: str) -> Event:
    more = " · ".join(part for part in (title, row.reason, row.by) if part)
    return Event(f"r-{row.id}", row.at, kept_words(row), more, "clipboard", plan.id, row.id)


def _of_paper(paper: PaperRow) -> Event:
    pages = ngettext("{n} page", "{n} pages", paper.pages).format(n=paper.pages)
    more = " · ".join(part for part in (pages, paper.by) if part)
    return Event(
        f"p-{paper.id}",
        paper.printed_at,
        _("{paper} printed").format(paper=kind_words(paper.document)),
        more,
        "printer",
    )


def _title(plan: PlanRow) -> str:
    return plan.title or _("Plan {number}").format(number=printed_number(plan.number))
