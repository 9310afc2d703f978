"""How papers are called in the window and as files."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDateTime, QLocale, QTime

from painplanner.documents.bundle import kinds_in
from painplanner.documents.registry import kind_ids, kind_of
from painplanner.gui.dates import day_words, near_day_words
from painplanner.text import _, current, ngettext

LONGEST_NAME = 60
_KIND_GAP = ", "
_NOT_IN_FILE_NAMES = frozenset('<>:"/\\|?*')


def kind_words(document: str) -> str:
    """Return how a kept file is called: its papers by name."""
    return _KIND_GAP.join(_one_kind(kind) for kind in kinds_in(document))


def _one_kind(kind: str) -> str:
    if kind not in kind_ids():  # a paper that an older or newer version made
        return kind.replace("-", " ").capitalize()
    return kind_of(kind).name(current())


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
