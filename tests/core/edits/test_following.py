"""A measure that was chosen stays with its plan until it is taken off again."""

from __future__ import annotations

from core.progress.numbers import PAIN, SITTING

from painplanner.core.edits.following import follow, follow_no_longer
from painplanner.core.plan import Plan

PLAN = Plan(id="plan-1")


def test_a_measure_is_followed_once_in_the_order_of_choosing() -> None:
    plan = follow(follow(PLAN, PAIN), SITTING)
    assert [one.measure for one in plan.followed] == [PAIN.id, SITTING.id]
    assert plan.followed[0].name == PAIN.name, "it keeps its name where the library loses it"
    assert follow(plan, PAIN) is plan


def test_a_measure_can_be_taken_off_again() -> None:
    assert follow_no_longer(follow(PLAN, PAIN), PAIN.id) == PLAN
