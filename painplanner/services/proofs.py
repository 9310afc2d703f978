"""A paper read before it is printed: how it does on plain language, and what it would lack in its language or fonts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from painplanner.documents.kind import Reader
from painplanner.documents.registry import kind_of
from painplanner.documents.request import Request
from painplanner.services.document_check import DocumentCheck, check_document
from painplanner.services.languages import Gap, Unprintable, unprintable, untranslated
from painplanner.services.publish import make_document


@dataclass(frozen=True)
class Proof:
    """What was found in one paper; papers for colleagues are not checked for plain language."""

    kind: str
    check: DocumentCheck | None
    gaps: tuple[Gap, ...]
    unprintable: tuple[Unprintable, ...]


def proofs(request: Request, kinds: Iterable[str]) -> tuple[Proof, ...]:
    """Return what was found in each paper. Needs no store, so that it may run in a worker."""
    return tuple(_proof(request, kind) for kind in kinds)


def _proof(request: Request, kind: str) -> Proof:
    document = make_document(request, kind)
    is_for_patient = kind_of(kind).reader is Reader.PATIENT
    return Proof(
        kind=kind,
        check=check_document(document) if is_for_patient else None,
        gaps=untranslated(request, kind),
        unprintable=unprintable(document),
    )
