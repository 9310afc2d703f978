"""What a paper looked up while it was made: the texts it took from the plan, and the fixed words it did not find.

It is noted for who asks before printing; what is missing in a language is judged in services.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from painplanner.core.plan import Texts
from painplanner.core.values import LangText
from painplanner.text import noting_missing

ByLanguage = tuple[LangText, ...] | tuple[Texts, ...]


@dataclass(frozen=True)
class Lookups:
    """Texts in all their languages, as they were taken, and fixed words that print in English."""

    texts: list[ByLanguage] = field(default_factory=list[ByLanguage])
    fixed: list[str] = field(default_factory=list[str])


_noted: ContextVar[Lookups | None] = ContextVar("noted", default=None)


@contextmanager
def noting() -> Generator[Lookups]:
    """Note what papers look up meanwhile."""
    with noting_missing() as fixed:
        before = _noted.set(found := Lookups(fixed=fixed))
        try:
            yield found
        finally:
            _noted.reset(before)


def note(texts: ByLanguage) -> None:
    """Note texts that are about to be taken in some language."""
    noted = _noted.get()
    if noted is not None and texts:
        noted.texts.append(texts)
