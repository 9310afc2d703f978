"""Why a row stands on Today, in one sentence."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from painplanner.services.words.days import in_words
from painplanner.text import _, ngettext


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


def due_names() -> dict[str, str]:
    """Return what each kind of row is called; with ".due" once its day has come, with ".late" once that is over."""
    return {
        "same-day": _("Same day"),
        "red-flag": _("Red flag"),
        "log-note": _("Note for today"),
        "trial-end": _("Trial ends"),
        "trial-end.late": _("Overdue trial"),
        "checkpoint": _("Checkpoint"),
        "checkpoint.due": _("Ready to decide"),
        "reassess": _("Reassess"),
        "goal": _("Goal due"),
        "log-to-enter": _("Log to enter"),
        "print": _("Handout to print"),
        "print-handover": _("Hand-over to print"),
        "draft": _("Draft"),
        "next-visit": _("Visit"),
        "step-start": _("Step starts"),
    }


def due_name(kind: str, on: date | None, today: date) -> str:
    """Return what a row is called today."""
    names = due_names()
    usual = names.get(kind, kind.replace("-", " ").capitalize())
    if on is None or on > today:
        return usual
    return (names.get(f"{kind}.late", "") if on < today else "") or names.get(f"{kind}.due", "") or usual


def late_words(on: date | None, today: date) -> str:
    """Return how late a row is, or that it is due today or at any time; nothing for a day to come."""
    if on is None:
        return _("any time")
    days = (today - on).days
    if days < 0:
        return ""
    return ngettext("{n} day late", "{n} days late", days).format(n=days) if days else _("due today")
