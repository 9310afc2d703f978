"""The versions of a plan that can be compared: its revisions, and the draft that is not kept yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from painplanner.gui.printing.paper_words import moment_words
from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.core.plan import Plan
    from painplanner.store import RevisionRow, Store

DRAFT = "draft"


class Version(NamedTuple):
    """A version by its key (the id of a revision, or `DRAFT`), with the words of a list and of a column."""

    key: str
    words: str
    short: str


def versions_of(store: Store, plan_id: str) -> tuple[Version, ...]:
    """Return the versions of a plan, newest first."""
    kept = tuple(Version(row.id, _in_list(row), short_words(row)) for row in store.revisions(plan_id))
    draft = _("Draft, not kept yet")
    return (Version(DRAFT, draft, draft), *kept) if store.has_draft(plan_id) else kept


def plan_at(store: Store, plan_id: str, version: str) -> Plan:
    """Return a plan as a version has it; a draft that was kept meanwhile is the newest revision."""
    return store.load_plan(plan_id) if version == DRAFT else store.revision_plan(version)


def kept_words(row: RevisionRow) -> str:
    """Return which revision it is, and whether it was printed as final."""
    state = _("final") if row.state == "final" else _("draft")
    return _("Revision {n}, {state}").format(n=row.n, state=state)


def short_words(row: RevisionRow) -> str:
    """Return a revision as the head of a column."""
    return _("Revision {n}, {moment}").format(n=row.n, moment=moment_words(row.at))


def _in_list(row: RevisionRow) -> str:
    return " · ".join(part for part in (short_words(row), row.reason) if part)
