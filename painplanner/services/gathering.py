"""Everything a paper of a plan may say, read from the store into one request. Writing and keeping: `publish`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, TypedDict, Unpack

from painplanner.core.codec import content_hash, encode_plan
from painplanner.core.daily_log import LogSheet
from painplanner.core.figure import Figure, decode_figure
from painplanner.core.findings import Finding
from painplanner.core.ids import IdFactory
from painplanner.core.library import Library
from painplanner.core.log_making import PAIN
from painplanner.core.measure import Measure, Reading
from painplanner.core.patient import Patient
from painplanner.core.plan import Plan, items_of
from painplanner.core.practice import Practice
from painplanner.core.review import review
from painplanner.core.schedule import paper_days
from painplanner.core.values import replace as changed
from painplanner.documents.bundle import kinds_in
from painplanner.documents.daily_log import log_of
from painplanner.documents.request import Request
from painplanner.services.colleague_words import findings_said, names_said
from painplanner.services.explaining import picture_for
from painplanner.services.logs import printed_sheet, sheet_to_print
from painplanner.services.plans import next_revision, save_draft
from painplanner.services.progress import last_visit

if TYPE_CHECKING:
    from painplanner.store import Store

_HANDOUT = "handout"


class Asked(TypedDict, total=False):
    """What may be chosen of papers: their days (both included), their language, and what each kind offers itself.

    `patient` stands in for the stored one while edits of the patient are not saved yet.
    """

    days: tuple[date, date] | None
    language: str
    is_draft: bool
    patient: Patient | None
    options: Mapping[str, str] | None


def gather(
    store: Store, plan: Plan, today: date, *, findings: Iterable[Finding] | None = None, **asked: Unpack[Asked]
) -> Request:
    """Return everything a paper of this plan may say.

    `findings` are what the review sees; where it was not asked yet, it is asked here.
    """
    made = gather_words(store, plan, today, **asked)
    figures, explaining = figures_of(store, plan), picture_for(plan)
    if findings is None:
        findings = reviewed(store, plan, made.patient, today)
    return replace(
        made,
        figures=figures,
        photos={**photos_of(store, figures.values()), **logo_of(store, made.practice)},
        findings=findings_said(findings, plan, made.practice),
        explaining=None if explaining is None else explaining.drawn(made.lang),
    )


def reviewed(
    store: Store, plan: Plan, patient: Patient, today: date, library: Library | None = None
) -> tuple[Finding, ...]:
    """Return what the review sees of a plan today, in the light of a library that was read already or of the stored."""
    return review(plan, patient, library or store.library(), today, store.readings(plan.patient))


def gather_words(store: Store, plan: Plan, today: date, **asked: Unpack[Asked]) -> Request:
    """Return the same without pictures: enough to know which papers would say something."""
    start, end = asked.get("days") or paper_days(plan, today)
    readings = store.readings(plan.patient)
    patient = asked.get("patient") or store.patient(plan.patient)
    return Request(
        plan=plan,
        patient=patient,
        practice=store.practice,
        today=today,
        start=start,
        end=end,
        author=store.person.name,
        revision=next_revision(store, plan),
        is_draft=asked.get("is_draft", False),
        language=asked.get("language", ""),
        readings=readings,
        measures=measures_of(store, plan, readings),
        before=plan_before(store, plan),
        logs=store.logs(plan.patient),
        sheets=store.log_sheets(plan.id),
        visit=last_visit(store, plan, today),
        options=asked.get("options") or {},
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
