"""How papers are called in the window and as files."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDateTime, QLocale, QTime

from painplanner.gui.dates import day_words, near_day_words
from painplanner.text import _, ngettext

LONGEST_NAME = 60
_NOT_IN_FILE_NAMES = frozenset('<>:"/\\|?*')


def kind_words(kind: str) -> str:
    """Return how a document is called."""
    known = {
        "handout": _("Handout"),
        "exercise-sheet": _("Exercise sheet"),
        "daily-log": _("Daily log"),
        "function-questionnaire": _("Function questionnaire"),
        "handover": _("Going on by yourself"),
        "progress-report": _("Progress report"),
        "team-report": _("Progress report for colleagues"),
    }
    return known.get(kind, kind.replace("-", " ").capitalize())


def pages_words(count: int) -> str:
    """Return a number of pages."""
    return ngettext("{n} page", "{n} pages", count).format(n=count)


def moment_words(moment: datetime) -> str:
    """Write a moment in local time: "20 Jan 2026, 14:32"."""
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(moment.timestamp())), "d MMM yyyy, HH:mm")


def near_moment_words(moment: datetime, today: date) -> str:
    """Write a moment in few words: "20 Jan, 14:32", or "20 Jan 2025" when it is long ago."""
    local = moment.astimezone()
    day = near_day_words(local.date(), today)
    if day == day_words(local.date()):
        return day
    return _("{day}, {time}").format(day=day, time=QLocale().toString(QTime(local.hour, local.minute), "HH:mm"))


def file_name(patient: str, kind: str, on: date, *, is_draft: bool = False) -> str:
    """Return a file name that says whose paper it is and from which day, and that every system takes."""
    parts = (patient[:LONGEST_NAME], kind_words(kind).lower(), on.isoformat(), _("draft") if is_draft else "")
    words = " ".join(part.strip() for part in parts if part.strip())
    kept = "".join(sign if sign.isprintable() and sign not in _NOT_IN_FILE_NAMES else " " for sign in words)
    return " ".join(kept.split()).strip(". ") + ".pdf"


def no_printer_words() -> str:
    """Return what to do where no printer is installed."""
    return _("No printer is installed on this computer. Save the PDF and print it elsewhere.")
