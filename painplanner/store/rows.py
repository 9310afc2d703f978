"""The small frozen rows that lists are made of, and a paper on its way in; never a row of the database library."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from painplanner.core.values import Value


class PatientRow(Value, frozen=True, kw_only=True):
    """A patient in a list."""

    id: str
    name: str
    birth_date: date | None = None
    record_number: str = ""
    language: str = "en"
    red_flag_open: bool = False
    trial_overdue: bool = False


class PlanRow(Value, frozen=True, kw_only=True):
    """A plan in a list; `is_draft` while its newest state is not final."""

    id: str
    number: int
    title: str
    status: str
    is_draft: bool
    edited_at: datetime
    patient: str
    patient_name: str


class RevisionRow(Value, frozen=True, kw_only=True):
    """A revision in the history of a plan; `state` is "draft" or "final", `at` is in UTC."""

    id: str
    plan: str
    n: int
    state: str
    at: datetime
    by: str
    reason: str
    sha256: str


class NewPaper(Value, frozen=True, kw_only=True):
    """A printed paper that is to be kept: its bytes and what a list says of it."""

    document: str
    title: str
    language: str
    pages: int
    pdf: bytes
    is_draft: bool = False


class OwnPaperRow(Value, frozen=True, kw_only=True):
    """A PDF of the practice in a list; `added_at` is in UTC."""

    id: str
    title: str
    pages: int
    added_at: datetime


class KeptOwnPaper(Value, frozen=True, kw_only=True):
    """A PDF of the practice with its bytes."""

    row: OwnPaperRow
    pdf: bytes


class PaperRow(Value, frozen=True, kw_only=True):
    """A kept paper in a list; `printed_at` is in UTC, `revision` is empty for a print of a draft."""

    id: str
    plan: str
    revision: str
    document: str
    title: str
    language: str
    pages: int
    printed_at: datetime
    by: str
    is_draft: bool


class DueRow(Value, frozen=True, kw_only=True):
    """One thing that is due, with the name of the patient beside it; `person` is who it is for, empty for everybody."""

    kind: str
    patient: str
    patient_name: str
    plan: str
    on: date | None
    subject: str
    args: tuple[tuple[str, str], ...] = ()
    person: str = ""


class DueCount(Value, frozen=True, kw_only=True):
    """How many rows of a kind there are, and how many of them are of an earlier day; counting ends at a thousand."""

    kind: str
    count: int
    late: int


class DueList(Value, frozen=True, kw_only=True):
    """The first rows of what was asked for, how many there are by kind, and everybody who has any."""

    rows: tuple[DueRow, ...]
    counts: tuple[DueCount, ...]
    people: tuple[str, ...]


class BackupRow(Value, frozen=True, kw_only=True):
    """One verified backup: a folder of its own with the practice file and its key file."""

    path: Path
    at: datetime
    reason: str
    size: int
