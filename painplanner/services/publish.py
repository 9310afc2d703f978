"""From a request to papers that stay the same for ever: written as files, and kept with the revision they belong to.

Keeping touches the store; `make_papers` only turns values into bytes and may run in a worker.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from painplanner.core.codec import encode
from painplanner.core.daily_log import LogSheet
from painplanner.core.measure import Reading
from painplanner.core.patient import Patient
from painplanner.core.practice import Practice
from painplanner.documents.blocks import Document
from painplanner.documents.bundle import Binding, Bundle, bundle_id
from painplanner.documents.contents import contents
from painplanner.documents.kind import Reader
from painplanner.documents.registry import kind_of
from painplanner.documents.request import Request
from painplanner.services.plans import due_of, is_final

if TYPE_CHECKING:
    from painplanner.store import NewPaper, RevisionRow, Store


class Snapshot(msgspec.Struct, frozen=True):
    """What papers were made from beside the plan: kept with the revision."""

    patient: Patient
    practice: Practice
    author: str
    today: date
    start: date
    end: date
    readings: tuple[Reading, ...] = ()
    log: LogSheet | None = None


def is_empty(kind: str, request: Request) -> bool:
    """Tell whether a kind of paper would say nothing of this request; `request` needs no pictures for that."""
    return kind_of(kind).is_empty(request)


def make_document(request: Request, kind: str) -> Document:
    """Return the content of one paper, in the language of who reads it: colleagues read that of the practice."""
    return kind_of(kind).make(_read_by(request, kind))


def _read_by(request: Request, kind: str) -> Request:
    is_for_colleagues = kind_of(kind).reader is Reader.COLLEAGUE
    return replace(request, language=request.practice.language) if is_for_colleagues else request


def make_papers(request: Request, kinds: Iterable[str]) -> tuple[NewPaper, ...]:
    """Write each paper as a file of its own. Needs no store, so that it may run in a worker."""
    return tuple(make_paper(request, (kind,)) for kind in kinds)


def make_paper(request: Request, kinds: Sequence[str], binding: Binding = Binding()) -> NewPaper:
    """Write one file: a paper alone, or several as one bundle with contents. Needs no store; may run in a worker."""
    from painplanner.documents.pdf import write_bundle
    from painplanner.store import NewPaper

    documents = tuple(make_document(request, kind) for kind in kinds)
    bundle = Bundle(documents, binding, contents=partial(contents, request))
    made = write_bundle(bundle, request.practice.paper_colours())
    return NewPaper(
        document=bundle_id(kinds),
        title=documents[0].title,
        language=_read_by(request, kinds[0]).lang,
        pages=made.pages,
        pdf=made.pdf,
        is_draft=request.is_draft,
    )


def keep(store: Store, request: Request, papers: tuple[NewPaper, ...], reason: str = "") -> RevisionRow | None:
    """Keep papers with the final revision of their plan; a print marked as draft is kept without making one.

    An unchanged final revision takes further papers that carry its number; anything else becomes the next revision.
    """
    plan = request.plan
    if request.is_draft:
        for paper in papers:
            store.add_paper(plan.id, paper)
        return None
    newest = next(iter(store.revisions(plan.id)), None)
    if newest is not None and request.revision == newest.n and is_final(store, plan):
        keep_with(store, request, papers, newest)
        return newest
    made = store.add_revision(
        plan,
        state="final",
        reason=reason,
        due=due_of(store, plan, request.today, is_draft=False),
        papers=papers,
        snapshot=snapshot(request),
    )
    _give_log(store, request)
    return made


def keep_with(store: Store, request: Request, papers: tuple[NewPaper, ...], revision: RevisionRow) -> None:
    """Keep further papers with a revision that is there already."""
    for paper in papers:
        store.add_paper(request.plan.id, paper, revision=revision.id, snapshot=snapshot(request))
    _give_log(store, request)


def _give_log(store: Store, request: Request) -> None:
    """Wait for the log that was handed out."""
    if request.log is not None and request.log.number:
        store.give_log_sheet(request.log.id)


def snapshot(request: Request) -> bytes:
    """Return what the papers were made from, as canonical bytes."""
    return encode(
        Snapshot(
            patient=request.patient,
            practice=request.practice,
            author=request.author,
            today=request.today,
            start=request.start,
            end=request.end,
            readings=request.readings,
            log=request.log,
        )
    )
