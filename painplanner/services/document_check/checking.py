"""From a paper to its check: what fails and where, the two scores, and the reading figure of its language."""

from __future__ import annotations

from dataclasses import dataclass

from painplanner.documents.blocks import Document
from painplanner.services.document_check.aspects import ASPECTS, Aspect, Scale
from painplanner.services.document_check.features import has_call_box, looked
from painplanner.services.reading import english_grade, inflesz

HARD_GRADE = 8.0
"""A paper above this US grade is too hard to hand out (Flesch-Kincaid; the bound is the product's own [D])."""
HARD_INFLESZ = 55.0
"""Below this a Spanish text is somewhat hard on the INFLESZ scale (Barrio-Cantalejo et al., 2008)."""


@dataclass(frozen=True)
class DocumentCheck:
    """The check of one paper; `failed` holds each aspect with where it fails first."""

    title: str
    lang: str
    passed: tuple[Aspect, ...]
    failed: tuple[tuple[Aspect, str], ...]
    reading: float | None
    """The US grade of an English paper, the INFLESZ ease of a Spanish one; no figure for another language."""
    has_call_box: bool

    def score(self, scale: Scale) -> int:
        """Return the share of a scale's checked items that are met, in percent."""
        met = sum(scale in aspect.scales for aspect in self.passed)
        asked = met + sum(scale in aspect.scales for aspect, _where in self.failed)
        return round(100 * met / asked) if asked else 100

    @property
    def is_too_hard(self) -> bool:
        """Tell whether it reads so hard that it should not be handed out."""
        if self.reading is None:
            return False
        return self.reading > HARD_GRADE if self.lang == "en" else self.reading < HARD_INFLESZ


def check_document(document: Document) -> DocumentCheck:
    """Return the check of a paper."""
    paper = looked(document)
    asked = [(aspect, aspect.fails(paper)) for aspect in ASPECTS if aspect.asks(paper)]
    return DocumentCheck(
        title=document.title,
        lang=paper.lang,
        passed=tuple(aspect for aspect, where in asked if where is None),
        failed=tuple((aspect, where) for aspect, where in asked if where is not None),
        reading=_reading(paper.lines, paper.lang),
        has_call_box=has_call_box(document.blocks),
    )


def _reading(lines: tuple[str, ...], lang: str) -> float | None:
    if not lines:
        return None
    return {"en": english_grade, "es": inflesz}[lang](lines) if lang in {"en", "es"} else None
