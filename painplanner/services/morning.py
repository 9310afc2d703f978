"""One plan of a morning's printing: what its patient gets, or why nothing of it is printed with the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from painplanner.core.findings import Finding, Severity
from painplanner.core.values import Impossible
from painplanner.documents.bundle import Binding
from painplanner.documents.registry import kind_of, kinds
from painplanner.errors import KnownError
from painplanner.services.batch import Order
from painplanner.text import _

if TYPE_CHECKING:
    from datetime import date

    from painplanner.core.ids import IdFactory
    from painplanner.core.library import Library
    from painplanner.core.plan import Plan
    from painplanner.store import NewPaper, PaperRow, RevisionRow, Store


class Wish(NamedTuple):
    """What is wanted for one patient: of which plan, and which papers."""

    plan: str
    name: str
    kinds: tuple[str, ...]


class Ready(NamedTuple):
    """A final plan whose papers can be made, and the revision they are kept with."""

    wish: Wish
    order: Order
    revision: RevisionRow


class Skipped(NamedTuple):
    """A plan of which nothing is printed, and why."""

    wish: Wish
    why: str


class Desk(NamedTuple):
    """What a morning is printed with: the practice, its library and the day, and what was chosen for all."""

    store: Store
    library: Library
    today: date
    new_id: IdFactory
    binding: Binding = Binding()
    options: Mapping[str, str] = {}


def warm() -> None:
    """Import what preparing needs, so that the first patient takes no longer than the others."""
    for name in ("gathering", "publish", "words"):
        import_module(f"painplanner.services.{name}")
    kinds()


def prepare(desk: Desk, wish: Wish) -> Ready | Skipped:
    """Gather what one patient gets; a plan that is not final, or that the review stops, is left to its clinician."""
    try:
        return _prepared(desk, wish)
    except KnownError as error:
        return Skipped(wish, error.sentence)
    except Impossible as refusal:
        from painplanner.services.words import impossible_sentence

        return Skipped(wish, impossible_sentence(refusal))


def _prepared(desk: Desk, wish: Wish) -> Ready | Skipped:
    from painplanner.services.gathering import gather, reviewed, with_log
    from painplanner.services.plans import is_final
    from painplanner.services.publish import is_empty

    store = desk.store
    plan = store.load_plan(wish.plan)
    newest = next(iter(store.revisions(plan.id)), None)
    if newest is None or not is_final(store, plan):
        return Skipped(wish, _("This plan is not final yet. Print it from the plan."))
    findings = reviewed(store, plan, store.patient(plan.patient), desk.today, desk.library)
    stop = next((finding for finding in findings if finding.severity is Severity.STOP), None)
    if stop is not None:
        return Skipped(wish, _stop_words(desk, stop, plan))
    request = gather(store, plan, desk.today, options=desk.options, findings=findings)
    offered = (kind for kind in wish.kinds if kind_of(kind).is_offered(plan))
    full = tuple(kind for kind in offered if not is_empty(kind, request))
    if not full:
        return Skipped(wish, _("None of these papers says anything of this plan."))
    if any(kind_of(kind).takes_log for kind in full):
        request = with_log(store, request, desk.new_id)
    return Ready(wish, Order(replace(request, revision=newest.n), full, desk.binding), newest)


def _stop_words(desk: Desk, stop: Finding, plan: Plan) -> str:
    from painplanner.services.words import finding_sentence

    practice = desk.store.practice
    return finding_sentence(stop, plan, practice.crisis_line, practice.language)


def keep_printed(store: Store, ready: Ready, paper: NewPaper) -> PaperRow:
    """Keep what came out of the printer with its revision, and return its row."""
    from painplanner.services.publish import keep_with

    request = ready.order.request
    keep_with(store, request, (paper,), ready.revision)
    return next(row for row in store.papers_of(request.plan.patient) if row.document == paper.document)
