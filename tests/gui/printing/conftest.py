"""A plan with exercises for home, and the panel that prints it."""

from __future__ import annotations

import pytest

from painplanner.core.edits import add_item, new_item, set_step
from painplanner.core.plan import Purpose
from painplanner.gui.printing.panel import PrintPanel

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


@pytest.fixture
def panel(qtbot, ctx, exercises, printers):
    """The print panel, open for the plan as it stands."""
    made = PrintPanel(exercises, ctx, printers=printers)
    qtbot.addWidget(made)
    made.resize(300, 700)
    with qtbot.waitActive(made):
        made.show()
    made.open_for()
    return made
