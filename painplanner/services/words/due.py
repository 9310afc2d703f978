"""Why a row stands on Today, in one sentence."""

from __future__ import annotations

from typing import Protocol

from painplanner.services.words.days import in_words
from painplanner.text import _


class Row(Protocol):
    """What a row of Today carries."""

    @property
    def kind(self) -> str:
        """Return the kind of row."""
        ...

    @property
    def args(self) -> tuple[tuple[str, str], ...]:
        """Return what the sentence needs."""
        ...


def due_sentence(row: Row) -> str:
    """Return the reason in words."""
    args = {key: in_words(value) for key, value in row.args}
    measures = ", ".join(value for key, value in row.args if key == "measure")
    if row.kind == "reassess" and measures and args.get("title"):
        return _("{title}: numbers are missing for {measures}").format(title=args["title"], measures=measures)
    if row.kind == "log-note" and "told" in args and args.get("title"):
        return _("Told at the visit: {title}").format(title=args["title"])
    template, fallback = _sentences().get(row.kind, ("{title}", ""))
    title = args.get("title") or args.get("text") or fallback
    return template.format(title=title) if title else fallback


def _sentences() -> dict[str, tuple[str, str]]:
    """Return for each kind of row the sentence and what stands for a missing title."""
    return {
        "red-flag": (_("A red flag was answered yes and nothing is noted that was done"), _("A red flag waits")),
        "same-day": (_("{title}: an answer asks for action the same day"), _("An answer asks for action the same day")),
        "log-note": (_("The patient writes: {title}"), _("A note for the clinician")),
        "log-to-enter": (_("Log {title} should be back"), _("A log should be back")),
        "checkpoint": (_("Checkpoint: {title}"), _("A checkpoint is due")),
        "trial-end": (_("The trial ends: {title}"), _("A trial ends")),
        "reassess": (_("Reassess: {title}"), _("Reassess")),
        "next-visit": (_("Visit: {title}"), _("The next visit")),
        "goal": (_("Goal: {title}"), _("A goal is due")),
        "step-start": (_("Starts: {title}"), _("A step starts")),
        "print": (_("To print: {title}"), _("A paper waits to be printed")),
        "print-handover": (_("The plan is closed: {title}"), _("The plan is closed")),
        "draft": (_("Draft: {title}"), _("A draft that is not final")),
    }
