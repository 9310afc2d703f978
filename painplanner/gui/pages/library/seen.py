"""What the detail shows: an entry or a template as the person at the desk sees it, with their marks and the patient."""

from __future__ import annotations

from dataclasses import dataclass, field

from painplanner.core.dose import AnyDose
from painplanner.core.library import Intervention, Template
from painplanner.core.plan import Texts, texts_in


@dataclass(frozen=True)
class Marks:
    """What this person and their practice put upon an entry."""

    standing: str = ""
    is_liked: bool = False
    is_hidden: bool = False
    tags: tuple[str, ...] = ()
    usual: AnyDose | None = None


@dataclass(frozen=True)
class Seen:
    """One thing of the library; `misfit` is the sentence that says why it does not fit the open patient."""

    thing: Intervention | Template
    language: str
    marks: Marks = field(default_factory=Marks)
    misfit: str = ""
    is_against: bool = False
    fits: str = ""

    @property
    def texts(self) -> Texts:
        """Return the words in the language of the practice."""
        return texts_in(self.thing.texts, self.language)

    @property
    def languages(self) -> tuple[Texts, ...]:
        """Return the words of every language, the practice's own first."""
        first = self.texts
        return (first, *(texts for texts in self.thing.texts if texts is not first))
