"""A checkpoint that is added to a step under way looks at a day to come."""

from __future__ import annotations

import pytest
from core.review.made import day, plan, step

from painplanner.core.edits import first_look
from painplanner.core.plan import OnDate, StepStatus
from painplanner.core.values import replace


@pytest.mark.parametrize(
    ("began", "wanted"),
    [(0, 14), (5, 14), (-13, 14), (-14, 14), (-15, 28), (-19, 28), (-29, 42)],
    ids=["today", "to come", "tomorrow", "today is the day", "yesterday", "running", "twice over"],
)
def test_the_first_look_is_the_next_round_of_days_after_the_step_began(began: int, wanted: int) -> None:
    sit = replace(step(step_id="sit", timing=OnDate(on=day(began))), status=StepStatus.ACTIVE)
    found = first_look(plan(sit), "sit", 14, day(0))
    assert (found.step, found.days) == ("sit", wanted)


def test_a_step_without_a_day_is_looked_at_after_the_days_that_are_asked() -> None:
    assert first_look(plan(step(step_id="sit", timing=None)), "sit", 42, day(0)).days == 42
