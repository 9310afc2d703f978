"""How papers are called in the window and as files."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QTime

from painplanner.core.ids import printed_number
from painplanner.documents.bundle import kinds_in
from painplanner.documents.registry import kind_ids, kind_of
from painplanner.gui.dates import day_words, near_day_words
from painplanner.text import _, current, ngettext

if TYPE_CHECKING:
    from painplanner.core.patient import Patient
    from painplanner.core.practice import Practice

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


def whose_words(patient: Patient, plan_number: int, practice: Practice) -> str:
    """Return how files say whose they are: by record number, else by plan; by name only where the practice wants it."""
    if practice.names_in_files and patient.name:
        return patient.name
    return patient.record_number or (printed_number(plan_number) if plan_number else "")


def file_name(whose: str, document: str, on: date, *, is_draft: bool = False) -> str:
    """Return a file name: whose paper it is, from which day, and what; every system takes it."""
    papers = kinds_in(document)
    what = kind_words(document).lower() if len(papers) == 1 else _("papers")
    parts = (whose[:LONGEST_NAME], on.isoformat(), what, _("draft") if is_draft else "")
    words = " ".join(part.strip() for part in parts if part.strip())
    kept = "".join(sign if sign.isprintable() and sign not in _NOT_IN_FILE_NAMES else " " for sign in words)
    return " ".join(kept.split()).strip(". ") + ".pdf"


def no_printer_words() -> str:
    """Return what to do where no printer is installed."""
    return _("No printer is installed on this computer. Save the PDF and print it elsewhere.")
