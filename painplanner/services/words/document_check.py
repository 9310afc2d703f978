"""The check of a paper in words for its author: how it reads, how much of each scale is met, and what to do better."""

from __future__ import annotations

from painplanner.services.document_check import DocumentCheck, Scale
from painplanner.text import _

SOURCES = "PEMAT-P (PMC11033604), CDC Clear Communication Index (cdc.gov/ccindex)"


def check_line(check: DocumentCheck) -> str:
    """Return the check in one line: "grade 5.4 · PEMAT-P 94 % · CDC Index 93 %"."""
    scores = (
        _reading(check),
        _("PEMAT-P {n} %").format(n=check.score(Scale.PEMAT)),
        _("CDC Index {n} %").format(n=check.score(Scale.INDEX)),
    )
    return " · ".join(part for part in scores if part)


def _reading(check: DocumentCheck) -> str:
    if check.reading is None:
        return ""
    if check.lang == "es":
        return _("INFLESZ {ease}").format(ease=f"{check.reading:.0f}")
    return _("grade {grade}").format(grade=f"{max(0.0, check.reading):.1f}")


def faults(check: DocumentCheck) -> tuple[str, ...]:
    """Return what could be better, a sentence each, with where it was seen first."""
    lines = tuple(_with_place(advice_words(aspect.code), where) for aspect, where in check.failed)
    return (*_grave(check), *lines)


def _grave(check: DocumentCheck) -> tuple[str, ...]:
    """Return what should stop an author: too hard to read, or nothing on when to call (rule 40)."""
    hard = _("Too hard to read for many patients. Shorten words and sentences before it is handed out.")
    call = _("It does not say when to stop and call.")
    return tuple(line for holds, line in ((check.is_too_hard, hard), (not check.has_call_box, call)) if holds)


def _with_place(advice: str, where: str) -> str:
    return _("{advice} First at: “{where}”").format(advice=advice, where=_short(where)) if where else advice


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 80 else words[:79].rstrip() + "…"


def advice_words(code: str) -> str:
    """Return what to do about an aspect that is not met."""
    known = {
        "purpose": _("Say in the title and the first sentence what the paper is for."),
        "one-message": _("Give the paper one main message."),
        "message-first": _("Put the main message first."),
        "lead-short": _("Make the main message shorter: at most 4 sentences."),
        "reads-easily": _("Use shorter words and shorter sentences."),
        "no-worrying-words": _("Replace words that frighten and do not explain."),
        "active-voice": _("Say who does what: “we look”, not “it is looked at”."),
        "numbers": _("Write numbers as figures."),
        "no-sums": _("Work out numbers for the patient instead of asking for it."),
        "chunks": _("At most 5 points below one heading."),
        "headings": _("Add headings."),
        "summary": _("Say in short what the paper says."),
        "cues": _("Let what matters stand out."),
        "lists": _("Use a list where things belong together."),
        "pictures": _("Add a picture of the exercise."),
        "captions": _("Say below each picture what it shows."),
        "charts-explained": _("Say in words what each chart shows."),
        "action": _("Name at least 1 thing to do."),
        "you": _("Speak to the patient: “you”."),
        "steps": _("Say step by step how it is done."),
        "tool": _("Add something to tick or to fill in."),
    }
    return known.get(code, code)
