"""A plan with exercises for home."""

from __future__ import annotations

import pytest

from painplanner.core.edits import add_item, new_item, set_step
from painplanner.core.plan import Purpose

EXERCISES = ("exercise.bridge", "exercise.bird_dog")


@pytest.fixture
def exercises(ctx, session):
    """The session, with a step of two exercises for home."""
    library = ctx.library.value
    plan = session.plan
    for one in EXERCISES:
        plan = add_item(plan, new_item(library.entries[one], library, ctx.new_id, plan=plan), ctx.new_id)
    plan = set_step(plan, plan.steps[0].id, title="Build a base", purpose=Purpose.ROOT_CAUSE)
    session.open(plan)
    return session
