"""How the page words what an entry holds as numbers and codes: times, ranges, kinds of line, tags of sources."""

from __future__ import annotations

from painplanner.core.library import MedicineFact
from painplanner.core.plan import LineKind
from painplanner.core.source import Source, SourceTag
from painplanner.services import words
from painplanner.text import _, ngettext


def sentence(words: str) -> str:
    """Return words with a capital at their begin."""
    return words[:1].upper() + words[1:]


def kept_together(line: str) -> str:
    """Return parts with dots between them so that a line breaks only between two parts."""
    return " · ".join(part.replace(" ", "\N{NO-BREAK SPACE}") for part in line.split(" · "))


def time_words(days: tuple[int, int] | None) -> str:
    """Return a span of days as people say it: "2 to 6 weeks", "1 to 3 days", "6 months"."""
    if days is None:
        return ""
    first, last = days
    in_weeks = last > 0 and first % 7 == 0 and last % 7 == 0
    low, high = (first // 7, last // 7) if in_weeks else days
    span = str(high) if low == high else _("{low} to {high}").format(low=low, high=high)
    if in_weeks:
        return ngettext("{n} week", "{n} weeks", high).format(n=span)
    return ngettext("{n} day", "{n} days", high).format(n=span)


def fact_words(fact: MedicineFact) -> str:
    """Write a reference amount with the tags of its sources: "100 to 300 mg at night [K]"."""
    tags = "".join(f"[{tag}]" for tag in dict.fromkeys(source.tag.value for source in fact.sources))
    return " ".join(part for part in (words.amount_words(fact), tags) if part)


def line_kind_words(kind: LineKind) -> str:
    """Return what a line of the patient's text is for."""
    return {
        LineKind.SETUP: _("Set-up"),
        LineKind.STEP: _("Steps"),
        LineKind.CUE: _("Form"),
        LineKind.BREATHING: _("Breathing"),
        LineKind.SAFETY: _("Safety"),
        LineKind.BENEFIT: _("Benefit"),
        LineKind.RISK: _("Risks"),
        LineKind.PREPARE: _("Before"),
        LineKind.AFTERCARE: _("Afterwards"),
        LineKind.CALL: _("Stop and call"),
        LineKind.INFO: _("Good to know"),
    }[kind]


def tag_words(tag: SourceTag) -> str:
    """Return what the tag of a source means."""
    return {
        SourceTag.R: _("retrieved and read"),
        SourceTag.R2: _("read second-hand"),
        SourceTag.K: _("from clinical knowledge, to be checked"),
        SourceTag.D: _("a default of the product, to edit"),
    }[tag]


def legend(sources: tuple[Source, ...]) -> str:
    """Return the meaning of the tags that these sources carry, in the order of trust."""
    used = {source.tag for source in sources}
    return "   ".join(f"{tag.value}  {tag_words(tag)}" for tag in SourceTag if tag in used)
