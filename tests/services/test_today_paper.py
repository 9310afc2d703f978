"""What is to be done today as a paper: urgent rows first, names in the language that was asked for."""

from __future__ import annotations

from datetime import timedelta

from services.test_logs import clinic, walking_plan
from store.practices import TODAY, folder, made, opened, store

from painplanner.core.due import DueItem
from painplanner.core.plan import Plan
from painplanner.core.values import replace
from painplanner.documents.as_text import as_text
from painplanner.services.today_paper import today_paper
from painplanner.services.words.due import due_name, late_words
from painplanner.store import Store

__all__ = ["clinic", "folder", "made", "opened", "store"]


def due(clinic: Store) -> None:
    plan: Plan = replace(walking_plan(), id="plan-today", number=1997)

    def row(kind: str, days: int, title: str) -> DueItem:
        args = (("title", title),)
        return DueItem(kind=kind, patient=plan.patient, plan=plan.id, on=TODAY + timedelta(days=days), args=args)

    rows = (row("trial-end", -3, "Walking"), row("red-flag", 0, ""), row("goal", 30, "Far ahead"))
    clinic.save_draft(plan, rows)


def test_late_and_urgent_rows_are_on_it_and_what_is_far_ahead_is_not(clinic: Store) -> None:
    due(clinic)
    text = as_text(today_paper(clinic, TODAY, "en"))
    assert "1 late" in text
    assert text.index("Red flag") < text.index("Overdue trial\n3 days late")
    assert "Far ahead" not in text


def test_spanish_rows_are_spanish(clinic: Store) -> None:
    due(clinic)
    text = as_text(today_paper(clinic, TODAY, "es"))
    assert "Prueba vencida\n3 días de retraso" in text
    for english in ("Red flag", "days late", "The trial ends", "thing to do", "Nothing is"):
        assert english not in text


def test_a_row_is_called_by_its_day() -> None:
    days = (None, TODAY + timedelta(days=1), TODAY, TODAY - timedelta(days=1))
    assert [due_name("checkpoint", day, TODAY) for day in days] == [
        "Checkpoint", "Checkpoint", "Ready to decide", "Ready to decide",
    ]  # fmt: skip
    assert due_name("trial-end", days[3], TODAY) == "Overdue trial"
    assert due_name("call-back", None, TODAY) == "Call back"
    assert [late_words(day, TODAY) for day in days] == ["any time", "", "due today", "1 day late"]
