"""From a plan to papers that stay the same for ever: gather, write, and keep them with the revision they belong to.

Gathering and keeping touch the store; `make_papers` only turns values into bytes and may run in a worker.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from painplanner.core.codec import content_hash, encode, encode_plan
from painplanner.core.daily_log import LogSheet
from painplanner.core.figure import Figure, decode_figure
from painplanner.core.findings import Finding
from painplanner.core.ids import IdFactory
from painplanner.core.log_making import PAIN
from painplanner.core.measure import Measure, Reading
from painplanner.core.patient import Patient
from painplanner.core.plan import Plan, items_of
from painplanner.core.practice import Practice
from painplanner.core.schedule import paper_days
from painplanner.core.values import replace as changed
from painplanner.documents.blocks import Document
from painplanner.documents.bundle import Binding, Bundle, bundle_id, kinds_in
from painplanner.documents.contents import contents
from painplanner.documents.daily_log import log_of
from painplanner.documents.kind import Reader
from painplanner.documents.registry import kind_of
from painplanner.documents.request import Request
from painplanner.services.colleague_words import findings_said, names_said, reviewed
from painplanner.services.explaining import picture_for
from painplanner.services.logs import printed_sheet, sheet_to_print
from painplanner.services.plans import due_of, save_draft
from painplanner.services.progress import last_visit

if TYPE_CHECKING:
    from painplanner.store import NewPaper, RevisionRow, Store

_HANDOUT = "handout"


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


def gather(
    store: Store,
    plan: Plan,
    today: date,
    *,
    days: tuple[date, date] | None = None,
    language: str = "",
    is_draft: bool = False,
    patient: Patient | None = None,
    options: Mapping[str, str] | None = None,
    findings: Iterable[Finding] | None = None,
) -> Request:
    """Return everything a paper of this plan may say, read from the store; `days` are both included.

    `findings` are what the review sees; where it was not asked yet, it is asked here.
    """
    made = gather_words(
        store, plan, today, days=days, language=language, is_draft=is_draft, patient=patient, options=options
    )
    figures, explaining = figures_of(store, plan), picture_for(plan)
    if findings is None:
        findings = reviewed(store, plan, made.patient, today)
    shown = replace(
        made,
        figures=figures,
        photos={**photos_of(store, figures.values()), **logo_of(store, made.practice)},
        findings=findings_said(findings, plan, made.practice),
    )
    return replace(shown, explaining=explaining.drawn(made.lang)) if explaining is not None else shown


def gather_words(
    store: Store,
    plan: Plan,
    today: date,
    *,
    days: tuple[date, date] | None = None,
    language: str = "",
    is_draft: bool = False,
    patient: Patient | None = None,
    options: Mapping[str, str] | None = None,
) -> Request:
    """Return the same without pictures: enough to know which papers would say something."""
    start, end = days or paper_days(plan, today)
    readings = store.readings(plan.patient)
    patient = patient or store.patient(plan.patient)
    return Request(
        plan=plan,
        patient=patient,
        practice=store.practice,
        today=today,
        start=start,
        end=end,
        author=store.person.name,
        revision=next_revision(store, plan),
        is_draft=is_draft,
        language=language,
        readings=readings,
        measures=measures_of(store, plan, readings),
        before=plan_before(store, plan),
        logs=store.logs(plan.patient),
        sheets=store.log_sheets(plan.id),
        visit=last_visit(store, plan, today),
        options=options or {},
        names=names_said(patient, store.practice),
    )


def before_a_plan(store: Store, patient: Patient, today: date) -> Request:
    """Return what a paper may say to a patient who has no plan yet."""
    empty = Plan(id="", patient=patient.id)
    return replace(gather_words(store, empty, today, patient=patient), revision=None)


def with_log(store: Store, request: Request, new_id: IdFactory) -> Request:
    """Return a request with the daily log that goes along; a draft takes no number."""
    asked: LogSheet = changed(log_of(request), id=new_id("sheet"))
    if request.is_draft:
        return replace(request, log=asked)
    if not (store.has_draft(request.plan.id) or store.revisions(request.plan.id)):
        save_draft(store, request.plan, request.today)  # a plan that was never saved has no place for a log yet
    return replace(request, log=sheet_to_print(store, asked))


def with_printed_log(store: Store, request: Request) -> Request:
    """Return a request with the daily log that was printed before; where there is none it has no number."""
    return request if request.is_draft else replace(request, log=printed_sheet(store, log_of(request)))


def measures_of(store: Store, plan: Plan, readings: Iterable[Reading] = ()) -> dict[str, Measure]:
    """Return the measures that a plan asks about by id, pain, which every log asks about, and what was measured."""
    criteria = [one for check in plan.checkpoints for one in check.criteria]
    criteria += [goal.criterion for goal in plan.goals if goal.criterion is not None]
    return dict(store.measures_by_id(sorted({PAIN, *(one.measure for one in (*criteria, *readings))})))


def plan_before(store: Store, plan: Plan) -> Plan:
    """Return the plan of the last handout that said something else, the plan itself where there was none."""
    own = content_hash(encode_plan(plan))
    papers = store.papers_of(plan.patient)
    given = {row.revision for row in papers if _HANDOUT in kinds_in(row.document) and not row.is_draft}
    earlier = (row for row in store.revisions(plan.id) if row.id in given and row.sha256 != own)
    newest = next(earlier, None)
    return store.revision_plan(newest.id) if newest is not None else plan


def next_revision(store: Store, plan: Plan) -> int:
    """Return the number that this plan has, or will have when it is kept."""
    newest = next(iter(store.revisions(plan.id)), None)
    if newest is None:
        return 1
    return newest.n if is_final(store, plan) else newest.n + 1


def is_final(store: Store, plan: Plan) -> bool:
    """Tell whether the newest revision is final and says exactly this."""
    newest = next(iter(store.revisions(plan.id)), None)
    return newest is not None and newest.state == "final" and store.revision_plan(newest.id) == plan


def figures_of(store: Store, plan: Plan) -> dict[str, Figure]:
    """Return the pictures of a plan's items by content hash, and by id where an item names no hash."""
    keys = {item.figure.sha256 or item.figure.id for _step, item in items_of(plan) if item.figure is not None}
    data = {key: store.figure_bytes(key) for key in sorted(keys)}
    return {key: decode_figure(found) for key, found in data.items() if found}


def photos_of(store: Store, figures: Iterable[Figure]) -> dict[str, bytes]:
    """Return the photographs of pictures by content hash; what the practice does not have is left out."""
    wanted = sorted({photo.sha256 for figure in figures for photo in figure.photos})
    return store.pictures(wanted) if wanted else {}


def logo_of(store: Store, practice: Practice) -> dict[str, bytes]:
    """Return the logo of the practice by its content hash; nothing where it has none."""
    return store.pictures((practice.logo,)) if practice.logo else {}


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
