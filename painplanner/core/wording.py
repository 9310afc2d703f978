"""The words of an item or an entry in one language: names, and typed lines that say what kind of sentence each is.

`core.plan` offers them with the rest of a plan.
"""

from __future__ import annotations

from enum import StrEnum

from painplanner.core.values import LINE_LIMIT, NAME_LIMIT, Value, tidy


class LineKind(StrEnum):
    """The kinds of typed line in a patient text."""

    SETUP = "setup"
    STEP = "step"
    CUE = "cue"
    BREATHING = "breathing"
    SAFETY = "safety"
    BENEFIT = "benefit"
    RISK = "risk"
    PREPARE = "prepare"
    AFTERCARE = "aftercare"
    CALL = "call"
    INFO = "info"


class Line(Value, frozen=True, kw_only=True):
    """One sentence for the patient with its kind."""

    kind: LineKind = LineKind.STEP
    text: str

    def __post_init__(self) -> None:
        """Clean the words."""
        tidy(self, "text", LINE_LIMIT)


class Texts(Value, frozen=True, kw_only=True):
    """The words of one language: a name, a plain name for the patient, typed lines, and who checked them."""

    lang: str
    name: str
    plain_name: str = ""
    lines: tuple[Line, ...] = ()
    checked_by: str = ""

    def __post_init__(self) -> None:
        """Clean the names."""
        tidy(self, "name", NAME_LIMIT)
        tidy(self, "plain_name", NAME_LIMIT)
        tidy(self, "checked_by", NAME_LIMIT)

    def of_kind(self, *kinds: LineKind) -> tuple[str, ...]:
        """Return the sentences of these kinds in their order."""
        return tuple(line.text for line in self.lines if line.kind in kinds)


def texts_in(texts: tuple[Texts, ...], lang: str) -> Texts:
    """Return the words in `lang`, else English, else the first; an empty name when there are none."""
    found = {entry.lang: entry for entry in texts}
    return found.get(lang) or found.get("en") or next(iter(texts), Texts(lang=lang, name=""))
