"""The store room: a practice as one encrypted folder. The only room that knows the database library.

What comes out are values of the core and small frozen rows; what goes wrong is a KnownError in one clear sentence.
"""

from __future__ import annotations

from painplanner.store.opening import create_store, open_store
from painplanner.store.rows import (
    BackupRow,
    DueCount,
    DueList,
    DueRow,
    KeptOwnPaper,
    NewPaper,
    OwnPaperRow,
    PaperRow,
    PatientRow,
    PlanRow,
    RevisionRow,
)
from painplanner.store.store import Store

__all__ = [
    "BackupRow",
    "DueCount",
    "DueList",
    "DueRow",
    "KeptOwnPaper",
    "NewPaper",
    "OwnPaperRow",
    "PaperRow",
    "PatientRow",
    "PlanRow",
    "RevisionRow",
    "Store",
    "create_store",
    "open_store",
]
