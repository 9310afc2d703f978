"""The invented course of the demonstration: the same on every day it is made, with a checkpoint ready to decide."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from documents.pdf.reading import pages

from painplanner.core.checkpoint import Outcome
from painplanner.core.flares import is_running
from painplanner.services.demo import PASSPHRASE, make_demo
from painplanner.services.demo_course import WHO
from painplanner.services.looks import look_view, looks
from painplanner.services.practice import open_practice

TODAY = date(2026, 1, 20)


def test_the_demo_shows_three_weeks_of_numbers_and_a_checkpoint_that_is_met(tmp_path: Path) -> None:
    store = open_practice(make_demo(tmp_path / "demo", TODAY).folder, PASSPHRASE)
    try:
        readings = store.readings(WHO)
        assert min(r.on for r in readings) == TODAY - timedelta(days=21)
        assert max(r.on for r in readings) == TODAY
        plan = store.load_plan(store.plans_of(WHO)[0].id)
        first = looks(plan, TODAY)[0]
        assert (first.on, first.is_ready) == (TODAY, True)
        view = look_view(store, plan, first, store.library(), TODAY, "en")
        assert view.result.outcome is Outcome.MET
        assert any("too sore" in line for line in view.beside)
        assert [is_running(flare, TODAY) for flare in plan.flares] == [False, True]
        assert any("After a long drive" in line for line in view.beside)
        assert view.reach == (), "what was reached is not out of reach"
        sheet = next(row for row in store.papers_of(WHO) if row.document == "exercise-sheet")
        assert "flare" in " ".join(pages(store.paper_bytes(sheet.id))).lower()
    finally:
        store.close()
