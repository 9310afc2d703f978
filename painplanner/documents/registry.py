"""The kinds of paper about one plan, in the order in which they are offered and bound: a line for each module."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from painplanner.documents.kind import Kind

MODULES = (
    "handout",
    "exercise_sheet",
    "daily_log",
    "function_questionnaire",
    "medicine_schedule",
    "timeline",
    "first_visit",
    "procedure",
    "flare_card",
    "handover",
    "progress_report",
    "team_report",
    "clinician_summary",
    "referral_letter",
)


@cache
def kinds() -> tuple[Kind, ...]:
    """Return every kind of paper."""
    return tuple(import_module(f"painplanner.documents.{name}").KIND for name in MODULES)


def kind_of(kind_id: str) -> Kind:
    """Return the kind of an id; KeyError is raised for another word."""
    return {kind.id: kind for kind in kinds()}[kind_id]


def usual_ids() -> tuple[str, ...]:
    """Return the ids of the kinds that are ticked before anything was chosen."""
    return tuple(kind.id for kind in kinds() if kind.is_usual)


def kind_ids() -> tuple[str, ...]:
    """Return the ids of all kinds, in order."""
    return tuple(kind.id for kind in kinds())
