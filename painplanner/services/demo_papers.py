"""The papers of the demonstration practice as files: one of each kind, and a bundle, in English and in Spanish."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from painplanner.core.plan import Plan
from painplanner.core.values import replace as changed
from painplanner.documents.bundle import Binding
from painplanner.documents.kind import Kind
from painplanner.documents.registry import kinds
from painplanner.documents.request import Request
from painplanner.documents.today_list import KIND_ID
from painplanner.services import gathering, publish
from painplanner.services.colleague_words import findings_said, names_said
from painplanner.services.files import write_whole
from painplanner.services.today_paper import today_paper

if TYPE_CHECKING:
    from painplanner.store import NewPaper, Store

LANGUAGES = ("en", "es")
BUNDLE = "papers"
_MOST_BOUND = 4


def write_papers(store: Store, plans: Iterable[Plan], today: date, say: Callable[[str], object]) -> tuple[Path, ...]:
    """Write each kind of paper for the first plan that has something to say on it, in a folder for each language."""
    from painplanner.documents.pdf import write_pdf

    found: list[Path] = []
    known = tuple(plans)
    for lang in LANGUAGES:
        folder = store.folder / lang
        folder.mkdir()
        made = {name: paper.pdf for name, paper in _papers([_request(store, plan, today, lang) for plan in known])}
        for name, pdf in (made | {KIND_ID: write_pdf(today_paper(store, today, lang))}).items():
            path = folder / f"{name}.pdf"
            write_whole(path, pdf)
            say(str(path))
            found.append(path)
    return tuple(found)


def _request(store: Store, plan: Plan, today: date, lang: str) -> Request:
    """Return what a plan says in a language, to its patient and to colleagues alike."""
    patient, practice = store.patient(plan.patient), changed(store.practice, language=lang)
    findings = gathering.reviewed(store, plan, patient, today)
    request = gathering.gather(store, plan, today, language=lang, findings=findings)
    return replace(
        gathering.with_printed_log(store, request),
        practice=practice,
        names=names_said(patient, practice),
        findings=findings_said(findings, plan, practice),
    )


def _papers(requests: list[Request]) -> Iterator[tuple[str, NewPaper]]:
    """Yield each paper with the name of its file."""
    for kind in kinds():
        request = next((one for one in requests if _says_something(kind, one)), None)
        if request is not None:
            yield _name(request, kind.id), publish.make_paper(request, (kind.id,))
    first = requests[0]
    bound = [kind.id for kind in kinds() if _says_something(kind, first)][:_MOST_BOUND]
    yield _name(first, BUNDLE), publish.make_paper(first, bound, Binding(is_two_sided=True))


def _says_something(kind: Kind, request: Request) -> bool:
    return kind.is_offered(request.plan) and not kind.is_empty(request)


def _name(request: Request, what: str) -> str:
    return f"{request.patient.record_number}-{what}"
