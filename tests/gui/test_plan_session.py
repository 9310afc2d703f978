"""The open plan has a selection that only names what is there, and findings that follow edits and the patient."""

from __future__ import annotations

import pytest

from painplanner.core.edits import add_goal, add_step, remove
from painplanner.core.plan import Plan
from painplanner.core.values import Answer, replace


@pytest.fixture
def two_steps(session, ctx):
    for _ in range(2):
        session.apply("Add a step", lambda plan: add_step(plan, ctx.new_id))
    return session


def test_another_plan_comes_without_an_old_one(qtbot, two_steps, ctx):
    other = Plan(id=ctx.new_id("plan"), patient=two_steps.plan.patient)
    with qtbot.waitSignal(two_steps.plan_changed) as heard:
        two_steps.open(other)
    assert heard.args == [None, other]
    assert two_steps.selection == ()


def test_an_edit_tells_the_plan_before_it(qtbot, session, ctx):
    before = session.plan
    with qtbot.waitSignal(session.plan_changed) as heard:
        session.apply("Add a goal", lambda plan: add_goal(plan, ctx.new_id, "Walk the dog"))
    assert heard.args == [before, session.plan]


def test_only_parts_of_the_plan_can_be_selected_each_once(qtbot, two_steps):
    first, second = (step.id for step in two_steps.plan.steps)
    two_steps.select(second, "nothing", first, second)
    assert two_steps.selection == (second, first)
    with qtbot.assertNotEmitted(two_steps.selection_changed):
        two_steps.select(second, first)


def test_what_is_removed_is_no_longer_selected(qtbot, two_steps):
    first, second = (step.id for step in two_steps.plan.steps)
    two_steps.select(first, second)
    with qtbot.waitSignal(two_steps.selection_changed):
        two_steps.apply("Remove", lambda plan: remove(plan, (first,)))
    assert two_steps.selection == (second,)


def codes(session):
    return {finding.code for finding in session.findings}


def test_findings_follow_an_edit(qtbot, two_steps, ctx):
    before = codes(two_steps)
    with qtbot.waitSignal(two_steps.findings_changed):
        two_steps.apply("Add a goal", lambda plan: add_goal(plan, ctx.new_id, "Walk the dog"))
    assert codes(two_steps) != before


def test_findings_follow_what_is_learned_of_the_patient(qtbot, two_steps, ctx):
    patient = two_steps.patient
    flags = replace(patient.red_flags, overall=Answer.YES)
    before = codes(two_steps)
    with qtbot.waitSignal(two_steps.findings_changed):
        ctx.store.save_patient(replace(patient, red_flags=flags))
        ctx.news.patient_changed.emit(patient.id)
    assert codes(two_steps) != before


def test_the_lists_of_plans_hear_of_a_draft_once_and_of_a_new_title(qtbot, session, ctx):
    heard = []
    ctx.news.plans_changed.connect(heard.append)
    session.apply("Add a goal", lambda plan: add_goal(plan, ctx.new_id, "Walk"))
    session.save()
    session.apply("Add a goal", lambda plan: add_goal(plan, ctx.new_id, "Sit"))
    session.save()
    assert heard == [session.plan.patient]
    session.apply("Change title", lambda plan: replace(plan, title="Sciatica"))
    session.save()
    assert len(heard) == 2


def test_a_closed_session_holds_nothing(qtbot, session):
    before = session.plan
    with qtbot.waitSignal(session.plan_changed) as heard:
        session.close()
    assert heard.args == [before, None]
    assert not session.is_open
    assert session.findings == ()
