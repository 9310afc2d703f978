"""A plan with two exercises and a medicine, a driver, a goal and a checkpoint, and the inspector that shows it."""

from __future__ import annotations

import pytest

from painplanner.core import edits
from painplanner.core.plan import AfterStep, Anchor, Purpose
from painplanner.core.values import replace
from painplanner.gui.pages.composer.inspector import Inspector
from painplanner.gui.pages.composer.inspector.measures import new_criterion


@pytest.fixture
def filled(ctx, session):
    """The session with that plan."""
    library, new_id = ctx.library.value, ctx.new_id
    plan = replace(session.plan, title="Sciatica, right", why="A nerve is sore.")
    plan = edits.add_driver(plan, new_id, "Sitting intolerance")
    for title, purpose in (("Calm it", Purpose.RELIEF), ("Load it", Purpose.ROOT_CAUSE)):
        plan = edits.add_step(plan, new_id, title=title, purpose=purpose)
    for name, step in (
        ("medicine.gabapentin", 0),
        ("exercise.bridge", 1),
        ("exercise.sciatic_slider_sitting", 1),
    ):
        item = edits.new_item(library.entries[name], library, new_id, plan=plan)
        plan = edits.add_item(plan, item, new_id, step=plan.steps[step].id)
    plan = edits.add_goal(plan, new_id, "Sit through a meeting")
    first = plan.steps[0].id
    when = AfterStep(step=first, anchor=Anchor.START, days=14)
    plan = edits.add_checkpoint(plan, new_id, steps=(first,), when=when)
    session.open(plan)
    return session


@pytest.fixture
def inspector(qtbot, ctx, filled):
    """The inspector of that session, shown."""
    made = Inspector(filled, ctx)
    qtbot.addWidget(made)
    made.resize(340, 900)
    made.show()
    yield made
    made.hide()


@pytest.fixture
def step_form(inspector, filled):
    """The form of the second step."""
    filled.select(filled.plan.steps[1].id)
    return inspector.form("step")


@pytest.fixture
def item_form(inspector, filled):
    """The form of the first exercise."""
    filled.select(filled.plan.steps[1].items[0].id)
    return inspector.form("item")


@pytest.fixture
def check_form(inspector, filled):
    """The form of the checkpoint."""
    filled.select(filled.plan.checkpoints[0].id)
    return inspector.form("checkpoint")


@pytest.fixture
def plan_form(inspector, filled):
    """The form of the plan."""
    filled.select()
    return inspector.form("plan")


@pytest.fixture
def measured(ctx, filled):
    """The same plan whose checkpoint asks about sitting."""
    found = ctx.library.measures["measure.sitting_minutes"]
    criterion = new_criterion(found, ())
    filled.open(edits.set_checkpoint(filled.plan, filled.plan.checkpoints[0].id, criteria=(criterion,)))
    return filled
