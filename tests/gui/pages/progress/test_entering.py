"""A number is entered where it is read: refused at the field, written at once, taken back by undo."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from painplanner.core.measure import Better
from painplanner.core.values import Side, replace
from painplanner.gui.pages.progress.stopwatch import Stopwatch, clock_words
from painplanner.gui.session import PlanSession


def readings(ctx, patient, measure: str):
    return ctx.store.series(patient.id, measure)


def form_of(page, measure: str):
    page.add_measure(measure)
    return next(card.form for card in page.cards.cards if card.row.series.measure.id == measure)


@pytest.fixture
def page(session, show):
    return show(session)


def test_without_a_number_the_page_says_how_numbers_get_here(page):
    assert page._empty.isVisible()
    assert "daily log" in page._empty.sentence.text()
    page.take_focus()
    assert QApplication.focusWidget() is page.finder


def test_a_measure_is_found_and_its_first_number_entered_by_keys_alone(qtbot, page, ctx, patient):
    page.finder.setFocus()
    qtbot.keyClicks(page.finder, "pain, 0 to 10")
    qtbot.keyClick(page.finder, Qt.Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "6")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    saved = readings(ctx, patient, "measure.nrs")
    assert [(r.value, r.on) for r in saved] == [(6, ctx.today())]
    assert page.cards.cards[0].row.chart.spots[0].value == 6
    assert not page._empty.isVisible()


def test_a_score_that_cannot_be_is_refused_at_the_field_with_the_range(qtbot, page, ctx, patient):
    form = form_of(page, "measure.nrs")
    qtbot.keyClicks(form.value.line, "12")
    assert "from 0 to 10" in form.value.sentence
    form.save()
    assert form.value.line.text() == "12"
    assert not readings(ctx, patient, "measure.nrs")


def test_a_score_is_named_by_its_band_and_what_is_known_of_its_measure_is_one_press_away(qtbot, page):
    form = form_of(page, "measure.odi")
    qtbot.keyClicks(form.value.line, "46")
    assert form.value.sentence == "0 to 100, lower is better · severe"
    qtbot.keyClicks(form.value.line, "6")
    assert "from 0 to 100" in form.value.sentence
    facts = form.about.findChildren(QLabel)
    assert not any(fact.isVisible() for fact in facts)
    form.about.button.click()
    said = "\n".join(fact.text() for fact in facts if fact.isVisible())
    assert "A change that matters (MCID): 10 percent, low back pain: Ostelo" in said
    assert "A change that matters (MCID): 30 percent of the start, low back pain: Ostelo" in said
    assert "Licence: " in said
    own = form_of(page, "measure.night_wakings")
    qtbot.keyClicks(own.value.line, "3")
    assert own.value.sentence == "0 to 30, lower is better"


def test_a_day_still_to_come_is_refused(page, ctx, patient):
    form = form_of(page, "measure.nrs")
    form.value.line.setText("4")
    form.day.line.setText("3 Mar 2027")
    form.save()
    assert "after today" in form.day.sentence
    assert not readings(ctx, patient, "measure.nrs")


def test_undo_takes_a_number_back_and_redo_brings_it_again(page, session, ctx, patient):
    form = form_of(page, "measure.nrs")
    form.value.line.setText("4")
    form.save()
    session.undo()
    assert not readings(ctx, patient, "measure.nrs")
    session.redo()
    assert [r.value for r in readings(ctx, patient, "measure.nrs")] == [4]


def test_a_number_is_changed_and_deleted_from_the_table_and_both_come_back(qtbot, page, session, ctx, patient):
    form = form_of(page, "measure.nrs")
    form.value.line.setText("4")
    form.save()
    card = page.cards.cards[0]
    card.open_table(ctx.today())
    qtbot.keyClick(card.table.grid, Qt.Key.Key_Return)
    card.form.value.line.setText("5")
    card.form.save()
    assert [r.value for r in readings(ctx, patient, "measure.nrs")] == [5]
    card.open_table(ctx.today())
    qtbot.keyClick(card.table.grid, Qt.Key.Key_Delete)
    assert not readings(ctx, patient, "measure.nrs")
    session.undo()
    session.undo()
    assert [r.value for r in readings(ctx, patient, "measure.nrs")] == [4]


def test_a_number_of_a_log_is_not_changed_here(page, ctx, patient, sit):
    sit(10)
    reading = readings(ctx, patient, "measure.sitting_minutes")[0]
    ctx.store.save_reading(replace(reading, log="log-1"))
    page.refresh()
    card = page.cards.cards[0]
    card.open_table(reading.on)
    assert not card.table.delete.isEnabled()
    assert card.table.of_log.isVisible()


def test_the_answer_to_question_nine_above_nought_asks_for_action_today_until_it_was_taken(page, session, ctx, patient):
    form = form_of(page, "measure.phq9")
    form.value.line.setText("12")
    form.alert.line.setText("4")
    form.save()
    assert "from 0 to 3" in form.alert.sentence
    form.alert.line.setText("1")
    form.save()
    bar = page.alerts.bars[0]
    assert ctx.practice.crisis_line in bar.text
    assert [row.kind for row in ctx.store.due(ctx.today()) if row.patient == patient.id] == ["same-day"]
    bar.button.click()
    assert not page.alerts.bars
    assert readings(ctx, patient, "measure.phq9")[0].alert_done_on == ctx.today()
    session.undo()
    assert page.alerts.bars
    session.redo()
    assert not page.alerts.bars


def test_the_total_alone_is_not_enough_where_one_question_may_ask_for_action(page, ctx, patient):
    form = form_of(page, "measure.phq9")
    form.value.line.setText("12")
    form.save()
    assert form.alert.sentence
    assert not readings(ctx, patient, "measure.phq9")


def test_a_side_is_asked_for_where_sides_are_told_apart(page, ctx, patient):
    form = form_of(page, "measure.heel_raises")
    form.value.line.setText("12")
    form.save()
    assert not readings(ctx, patient, "measure.heel_raises")
    form.side.segment("left").click()
    form.save()
    assert readings(ctx, patient, "measure.heel_raises")[0].side is Side.LEFT
    again = form_of(page, "measure.heel_raises")
    assert again.side.key() == "left"
    again.side.segment("right").click()
    again.value.line.setText("15")
    again.save()
    assert {card.row.title for card in page.cards.cards} == {
        "Heel raises on one leg, left",
        "Heel raises on one leg, right",
    }


def test_the_patients_own_activity_is_written_with_its_rating(page, ctx, patient):
    form = form_of(page, "measure.psfs")
    form.value.line.setText("3")
    form.line(form.activity).setText("Lift my daughter")
    form.save()
    assert readings(ctx, patient, "measure.psfs")[0].activity == "Lift my daughter"


def test_a_measure_of_ones_own_is_made_and_entered(page, ctx, patient):
    page.own_button.click()
    page.own.name_line.setText("Laps in the pool")
    page.own.unit_line.setText("laps")
    page.own.high.line.setText("40")
    page.own.better.set_key(Better.HIGHER.value)
    page.own.save()
    card = next(card for card in page.cards.cards if card.row.title == "Laps in the pool")
    card.form.value.line.setText("41")
    card.form.save()
    assert "from 0 to 40" in card.form.value.sentence
    card.form.value.line.setText("12")
    card.form.save()
    assert card.row.now == "12"


def test_a_range_that_is_upside_down_makes_no_measure(page):
    page.own_button.click()
    page.own.name_line.setText("Odd")
    page.own.low.line.setText("10")
    page.own.high.line.setText("5")
    page.own.save()
    assert page.own.problem.text()
    assert not page.cards.cards


def test_space_starts_and_stops_the_clock_and_the_seconds_become_the_value(qtbot, page):
    form = form_of(page, "measure.tug")
    now = [100.0]
    form.clock._clock = lambda: now[0]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert form.clock.is_running
    now[0] = 112.34
    qtbot.keyClick(form.clock.button, Qt.Key.Key_Space)
    assert form.value.number() == Decimal("12.3")
    assert QApplication.focusWidget() is form.value.line


def test_a_clock_that_runs_down_ends_by_itself_and_asks_for_what_was_reached(qtbot, page):
    form = form_of(page, "measure.chair_stand_30s")
    now = [0.0]
    form.clock._clock = lambda: now[0]
    form.clock.button.click()
    qtbot.keyClick(form.counter, Qt.Key.Key_Plus)
    qtbot.keyClick(form.counter.button, Qt.Key.Key_Space)
    qtbot.keyClick(form.counter.button, Qt.Key.Key_Space)
    qtbot.keyClick(form.counter, Qt.Key.Key_Minus)
    now[0] = 31.0
    form.clock.tick()
    assert not form.clock.is_running
    assert form.value.number() == 2


def test_a_clock_stops_when_its_form_is_left(qtbot, page):
    form = form_of(page, "measure.tug")
    form.clock.button.click()
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert page.cards.cards[0].form is None


def test_a_stopwatch_shows_minutes_seconds_and_tenths(qtbot):
    assert [clock_words(s) for s in (0, 8.44, 75.0, 360.0)] == ["0:00.0", "0:08.4", "1:15.0", "6:00.0"]
    clock = Stopwatch(360)
    qtbot.addWidget(clock)
    assert clock.face.text() == "6:00.0"


def test_numbers_of_a_patient_without_a_plan_are_entered_too(qtbot, ctx, patient, patients, show):
    nothing = PlanSession(ctx)
    page = show(nothing)
    form = form_of(page, "measure.nrs")
    form.value.line.setText("4")
    form.save()
    assert [r.value for r in readings(ctx, patient, "measure.nrs")] == [4]
    patients.undo()
    assert not readings(ctx, patient, "measure.nrs")


# What was chosen


def shown(page) -> list[str]:
    return [card.row.series.measure.id for card in page.cards.cards]


def test_a_measure_that_was_chosen_stays_with_the_plan_and_can_be_taken_off(page, session, patients, patient):
    page.add_measure("measure.nrs")
    plan = session.plan
    assert [one.measure for one in plan.followed] == ["measure.nrs"]
    patients.close()
    session.close()
    patients.open(patient)
    session.open(plan)
    page.refresh()
    assert shown(page) == ["measure.nrs"]
    page.cards.cards[0].drop.click()
    assert (shown(page), session.plan.followed) == ([], ())
    session.undo()
    assert shown(page) == ["measure.nrs"]


def test_a_measure_with_numbers_is_not_taken_off(qtbot, page):
    form = form_of(page, "measure.nrs")
    qtbot.keyClicks(form.value.line, "6")
    form.save()
    assert page.cards.cards[0].drop.isHidden()
