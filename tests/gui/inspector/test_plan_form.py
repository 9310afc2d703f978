"""The plan itself: region and side entered once, why and goals in the patient's words, the next visit."""

from datetime import date, time
from decimal import Decimal

from PySide6.QtCore import Qt

from painplanner.core.plan import texts_in
from painplanner.core.values import LangText, Region, Side, replace
from painplanner.documents.handout import title
from painplanner.documents.words import words_in


def type_over(qtbot, line, text):
    line.clear()
    qtbot.keyClicks(line, text)


def test_the_painful_side_is_entered_once_and_taken_by_two_sided_exercises(plan_form, filled):
    plan_form.side.segments.segment("left").click()
    assert filled.plan.side is Side.LEFT
    assert [item.dose.side for item in filled.plan.steps[1].items] == [None, Side.LEFT]
    filled.undo()
    assert filled.plan.steps[1].items[1].dose.side is Side.RIGHT
    assert plan_form.side.segments.key() == "right"


def test_region_and_mechanism_come_from_closed_lists(plan_form, filled):
    choice = plan_form.region.choice
    choice.setCurrentIndex(choice.findData("hip"))
    choice.activated.emit(choice.currentIndex())
    assert filled.plan.region is Region.HIP
    choice.setCurrentIndex(0)
    choice.activated.emit(0)
    assert filled.plan.region is None


def test_the_reason_has_a_reading_grade_while_it_is_typed(qtbot, plan_form, filled):
    plan_form.why.area.selectAll()
    qtbot.keyClicks(plan_form.why.area, "A disc in your back presses on a nerve and it is sore.")
    assert filled.plan.why.startswith("A disc")
    assert "grade" in plan_form.why.field.sentence


def test_ready_words_are_shown_in_the_patients_language_until_own_words_are_typed(qtbot, plan_form, filled):
    ready = (LangText(lang="en", text="A nerve is pressed."), LangText(lang="es", text="Un nervio."))
    filled.apply("Ready", lambda plan: replace(plan, why="", why_words=ready))
    assert plan_form.why.area.text() == "A nerve is pressed."
    plan_form.why.area.selectAll()
    qtbot.keyClicks(plan_form.why.area, "Own")
    assert filled.plan.why == "Own"
    plan_form.why.area.selectAll()
    qtbot.keyClick(plan_form.why.area, Qt.Key.Key_Delete)
    assert (filled.plan.why, filled.plan.why_words) == ("", ()), "an emptied text stays empty"


def test_a_retitled_plan_prints_the_clinicians_title_in_every_language(qtbot, plan_form, filled):
    ready = (LangText(lang="en", text="leg pain"), LangText(lang="es", text="dolor de pierna"))
    filled.apply("Ready", lambda plan: replace(plan, title="Sciatica", plain_title=ready))
    type_over(qtbot, plan_form.title.line, "Back after the fall")
    assert [title(filled.plan, words_in(lang, date(2026, 3, 2))) for lang in ("en", "es")] == [
        "Your plan: Back after the fall",
        "Su plan: Back after the fall",
    ]


def test_ready_words_that_are_emptied_stay_empty(qtbot, plan_form, filled):
    ready = (LangText(lang="en", text="A nerve is pressed."),)
    filled.apply("Ready", lambda plan: replace(plan, why="", why_words=ready))
    plan_form.why.area.selectAll()
    qtbot.keyClick(plan_form.why.area, Qt.Key.Key_Delete)
    assert (filled.plan.why, filled.plan.why_words) == ("", ())


def test_the_flare_plan_is_written_in_the_patients_language(qtbot, plan_form, filled):
    qtbot.keyClicks(plan_form.flare.area, "Half for two days.")
    assert filled.plan.flare == (LangText(lang="en", text="Half for two days."),)


def test_the_patients_early_signs_are_written_a_line_for_each_and_taken_back(qtbot, plan_form, filled):
    qtbot.keyClicks(plan_form.early_signs.area, "I sleep badly.")
    qtbot.keyClick(plan_form.early_signs.area, Qt.Key.Key_Return)
    qtbot.keyClicks(plan_form.early_signs.area, "I skip my walk.")
    assert filled.plan.early_signs == (LangText(lang="en", text="I sleep badly.\nI skip my walk."),)
    filled.undo()
    assert (filled.plan.early_signs, plan_form.early_signs.area.text()) == ((), "")


def test_drivers_are_lines(qtbot, plan_form, filled):
    plan_form.drivers.add.click()
    line = plan_form.drivers.pool.rows[1].row.area
    qtbot.keyClicks(line, "Weak hips")
    assert [driver.text for driver in filled.plan.drivers] == ["Sitting intolerance", "Weak hips"]
    filled.undo()
    assert line.text() == ""
    filled.undo()
    assert len(plan_form.drivers.pool.rows) == 1


def test_a_goal_is_measured_and_dated(qtbot, plan_form, filled):
    goal = plan_form.goals.pool.rows[0]
    qtbot.keyClicks(goal.finder, "sitting")
    qtbot.keyClick(goal.finder, Qt.Key.Key_Return)
    qtbot.keyClicks(goal.criterion.now.number.line, "10")
    goal.criterion.kind.choice.setCurrentIndex(1)
    goal.criterion.kind.choice.activated.emit(1)
    qtbot.keyClicks(goal.criterion.amount.number.line, "60")
    qtbot.keyClicks(goal.by.day.line, "1 Apr")
    made = filled.plan.goals[0]
    assert made.criterion.measure == "measure.sitting_minutes"
    assert (made.criterion.baseline, made.criterion.target.amount) == (Decimal(10), Decimal(60))
    assert made.by == date(2026, 4, 1)


def test_the_patients_own_goals_are_taken_with_one_click(ctx, inspector, filled):
    ctx.store.save_patient(replace(filled.patient, goals=("Walk the dog", "Sit through a meeting")))
    ctx.news.patient_changed.emit(filled.plan.patient)
    filled.select(filled.plan.steps[0].id)
    filled.select()
    goals = inspector.form("plan").goals
    assert "(1)" in goals.own.text(), "one of the two is in the plan already"
    goals.own.click()
    assert [goal.text for goal in filled.plan.goals] == ["Sit through a meeting", "Walk the dog"]
    assert not goals.own.isVisible()


def test_a_selected_goal_takes_the_keys(inspector, filled, qtbot):
    filled.select(filled.plan.steps[0].id)
    filled.select(filled.plan.goals[0].id)
    assert inspector.currentWidget() is inspector.form("plan")


def test_the_next_visit_has_day_time_and_person(qtbot, plan_form, filled):
    qtbot.keyClicks(plan_form.visit_on.day.line, "3 Feb")
    qtbot.keyClicks(plan_form.visit_at.line, "2:30 pm")
    qtbot.keyClicks(plan_form.visit_with.line, "M. Reyes")
    visit = filled.plan.next_visit
    assert (visit.on, visit.at, visit.with_whom) == (date(2026, 2, 3), time(14, 30), "M. Reyes")


def test_a_time_that_cannot_be_read_is_said_and_stays(qtbot, plan_form, filled):
    qtbot.keyClicks(plan_form.visit_at.line, "soon")
    assert filled.plan.next_visit.at is None
    assert "soon" in plan_form.visit_at.field.sentence
    assert plan_form.visit_at.line.text() == "soon"


def test_a_typed_title_takes_the_place_of_the_ready_ones(qtbot, plan_form, filled):
    filled.apply("Ready", lambda plan: replace(plan, plain_title=(LangText(lang="es", text="Ciática"),)))
    type_over(qtbot, plan_form.title.line, "Leg pain")
    assert (filled.plan.title, filled.plan.plain_title) == ("Leg pain", ())


def test_items_keep_their_names(filled):
    assert texts_in(filled.plan.steps[1].items[0].texts, "en").name == "Bridge"
