"""A step is edited field by field; each edit undoes, and what cannot be is said at its field."""

from datetime import date

from PySide6.QtCore import Qt

from painplanner.core import edits
from painplanner.core.plan import AfterStep, Anchor, Lasts, OnDate, Purpose, StepStatus
from painplanner.core.values import Discipline
from painplanner.gui.session import PlanSession

TODAY = date(2026, 1, 20)


def step(session: PlanSession):
    return session.plan.steps[1]


def choose(box, key):
    box.setCurrentIndex(box.findData(key))
    box.activated.emit(box.currentIndex())


def test_a_title_is_taken_as_it_is_typed_and_typing_undoes_at_once(qtbot, step_form, filled):
    step_form.title.line.clear()
    qtbot.keyClicks(step_form.title.line, "Strength")
    assert step(filled).title == "Strength"
    filled.undo()
    assert step(filled).title == "Load it"
    assert step_form.title.line.text() == "Load it"
    filled.redo()
    assert step_form.title.line.text() == "Strength"


def test_the_purpose_is_one_of_four_and_moves_with_the_arrow_keys(qtbot, step_form, filled):
    qtbot.keyClick(step_form.purpose.segments, Qt.Key.Key_Right)
    assert step(filled).purpose is Purpose.SELF_MANAGEMENT
    filled.undo()
    assert step_form.purpose.segments.key() == "root-cause"


def test_a_step_says_which_driver_it_addresses(step_form, filled):
    driver = filled.plan.drivers[0].id
    step_form.drivers.ticks.box(driver).click()
    assert step(filled).drivers == (driver,)
    filled.undo()
    assert step_form.drivers.ticks.keys() == ()


def test_a_plan_without_drivers_offers_to_name_one(inspector, filled):
    filled.apply("Remove", lambda plan: edits.remove(plan, (plan.drivers[0].id,)))
    filled.select(filled.plan.steps[0].id)
    form = inspector.form("step")
    assert not form.drivers.field.isVisible()
    form._name_driver.click()
    assert len(filled.plan.drivers) == 1
    assert filled.selection == (filled.plan.drivers[0].id,)


def test_owner_discipline_and_name(qtbot, step_form, filled):
    choose(step_form.discipline.choice, "physical-therapist")
    qtbot.keyClicks(step_form.owner.line, "M. Reyes")
    assert step(filled).owner.discipline is Discipline.PHYSICAL_THERAPIST
    assert step(filled).owner.name == "M. Reyes"


def test_a_step_begins_on_a_date(qtbot, step_form, filled):
    choose(step_form.timing.kind, "on")
    assert step(filled).timing == AfterStep(step=filled.plan.steps[0].id), "no date is made up"
    qtbot.keyClicks(step_form.timing.date.line, "2 Mar")
    assert step(filled).timing == OnDate(on=date(2026, 3, 2))
    assert "2026" in step_form.timing.field.sentence
    filled.undo()
    assert step_form.timing.kind.currentData() == "end"


def test_a_step_begins_days_after_another_one(qtbot, step_form, filled):
    choose(step_form.timing.kind, "start")
    step_form.timing.number.line.clear()
    qtbot.keyClicks(step_form.timing.number.line, "2")
    assert step(filled).timing == AfterStep(step=filled.plan.steps[0].id, anchor=Anchor.START, days=2)


def test_steps_that_would_wait_for_one_another_are_refused_in_words(inspector, filled):
    filled.select(filled.plan.steps[0].id)
    form = inspector.form("step")
    choose(form.timing.kind, "end")
    assert filled.plan.steps[0].timing is None
    assert "wait for one another" in form.timing.field.sentence


def test_a_trial_lasts_weeks_or_days_or_until_a_date(qtbot, step_form, filled):
    choose(step_form.trial.kind, "weeks")
    assert step(filled).trial_end is None
    qtbot.keyClicks(step_form.trial.number.line, "4")
    assert step(filled).trial_end == Lasts(days=28)
    assert "2026" in step_form.trial.field.sentence
    choose(step_form.trial.kind, "days")
    assert step_form.trial.number.line.text() == "28"
    filled.undo()
    assert step(filled).trial_end is None
    assert step_form.trial.kind.currentData() == ""


def test_an_impossible_length_is_said_and_the_typed_text_stays(qtbot, step_form, filled):
    choose(step_form.trial.kind, "days")
    qtbot.keyClicks(step_form.trial.number.line, "0")
    assert step(filled).trial_end is None
    assert step_form.trial.field.sentence
    assert step_form.trial.number.line.text() == "0"


def test_a_status_brings_its_actual_dates(step_form, filled):
    choose(step_form.status.choice, "active")
    assert (step(filled).status, step(filled).started_on) == (StepStatus.ACTIVE, TODAY)
    assert step_form.started.day.day() == TODAY
    choose(step_form.status.choice, "done")
    assert step(filled).ended_on == TODAY
    filled.undo()
    assert step(filled).ended_on is None
    choose(step_form.status.choice, "planned")
    assert step(filled).started_on is None


def test_an_end_before_the_start_is_refused_at_its_field_and_survives_a_look_elsewhere(qtbot, step_form, filled):
    choose(step_form.status.choice, "active")
    qtbot.keyClicks(step_form.ended.day.line, "2026-01-05")
    assert step(filled).ended_on is None
    sentence = step_form.ended.field.sentence
    assert "before" in sentence
    here = filled.selection
    filled.select(filled.plan.steps[0].id)
    assert step_form.ended.day.line.text() == ""
    filled.select(*here)
    assert step_form.ended.day.line.text() == "2026-01-05"
    assert step_form.ended.field.sentence == sentence


def test_a_year_on_its_way_changes_nothing_yet(qtbot, step_form, filled):
    choose(step_form.status.choice, "active")
    step_form.started.day.line.clear()
    qtbot.keyClicks(step_form.started.day.line, "5 Jan 20")
    assert step(filled).started_on == date(2027, 1, 5), "what was read before the year"
    qtbot.keyClicks(step_form.started.day.line, "26")
    assert step(filled).started_on == date(2026, 1, 5)


def test_a_checkpoint_is_added_and_selected(inspector, step_form, filled):
    step_form.add_check.click()
    made = filled.plan.checkpoints[-1]
    assert made.steps == (step(filled).id,)
    assert isinstance(made.when, AfterStep)
    assert filled.selection == (made.id,)
    filled.undo()
    assert len(filled.plan.checkpoints) == 1


def test_its_checkpoints_are_a_click_away(inspector, filled):
    filled.select(filled.plan.steps[0].id)
    form = inspector.form("step")
    form.links.pool.rows[0].click()
    assert filled.selection == (filled.plan.checkpoints[0].id,)
