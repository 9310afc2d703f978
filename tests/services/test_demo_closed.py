"""The demonstration has a plan that ended: its goals have outcomes, and the practice has a result."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from painplanner.core.plan import GoalEnd, PlanStatus
from painplanner.services.demo import PASSPHRASE, make_demo
from painplanner.services.demo_closed import WHO
from painplanner.services.practice import open_practice


def test_the_demo_shows_a_plan_that_was_closed_and_what_it_came_to(tmp_path: Path) -> None:
    made = make_demo(tmp_path / "demo", date(2026, 1, 20))
    assert "20423-handover.pdf" in {path.name for path in made.papers}
    store = open_practice(made.folder, PASSPHRASE)
    try:
        plan = store.load_plan(store.plans_of(WHO)[0].id)
        assert plan.status is PlanStatus.FINISHED
        assert plan.closing is not None
        assert GoalEnd.REACHED in dict(plan.closing.goals).values()
        assert plan.closing.keep_doing
        assert [(row.n, row.reason) for row in store.revisions(plan.id)] == [(2, "Plan closed"), (1, "First plan")]
        (tally,) = store.results()
        assert (tally.template, tally.plans, tally.judged) == ("template.sciatica", 1, 1)
        assert not [row for row in store.due(date(2027, 1, 1)) if row.plan == plan.id]
    finally:
        store.close()
