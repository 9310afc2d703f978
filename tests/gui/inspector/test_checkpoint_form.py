"""A checkpoint is composed: when, by what, and what follows each outcome."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from painplanner.core.measure import Reading, Target, TargetKind
from painplanner.core.plan import ActionKind, AfterStep, Combine, EveryWeeks


def checkpoint(session):
    return session.plan.checkpoints[0]


def choose(box, key):
    box.setCurrentIndex(box.findData(key))
    box.activated.emit(box.currentIndex())


def tab_chain(first):
    """Return everything from a widget on, as Tab goes."""
    found = [first]
    while (following := found[-1].nextInFocusChain()) is not first:
        found.append(following)
    return found


def add_measure(qtbot, form, text):
    qtbot.keyClicks(form.finder, text)
    qtbot.keyClick(form.finder, Qt.Key.Key_Return)
    return form.criteria.rows[-1]


def test_a_measure_is_found_by_its_name(qtbot, check_form, filled):
    editor = add_measure(qtbot, check_form, "sitting")
    criterion = checkpoint(filled).criteria[0]
    assert criterion.measure == "measure.sitting_minutes"
    assert criterion.name
    assert editor.measure.text() == criterion.name[0].text
    assert check_form.finder.text() == ""
    filled.undo()
    assert check_form.criteria.rows == ()


def test_what_was_measured_last_is_the_value_now(qtbot, ctx, check_form, filled):
    for day, value in ((5, 8), (12, 10)):
        ctx.store.save_reading(
            Reading(
                id=ctx.new_id("reading"),
                patient=filled.plan.patient,
                measure="measure.sitting_minutes",
                on=date(2026, 1, day),
                value=Decimal(value),
            )
        )
    filled.reload()
    editor = add_measure(qtbot, check_form, "sitting")
    assert checkpoint(filled).criteria[0].baseline == 10
    assert checkpoint(filled).criteria[0].baseline_on == date(2026, 1, 12)
    assert "12 Jan" in editor.now.field.sentence


def test_a_week_of_answers_is_the_value_now_in_days_a_week(qtbot, ctx, check_form, filled):
    for n, answer in enumerate((1, 0, 1, 1)):
        on = date(2026, 1, 9 + n)
        ctx.store.save_reading(
            Reading(
                id=ctx.new_id("reading"), patient=filled.plan.patient, measure="measure.reach_overhead", on=on,
                value=Decimal(answer),
            )
        )  # fmt: skip
    filled.reload()
    add_measure(qtbot, check_form, "overhead")
    assert checkpoint(filled).criteria[0].baseline == Decimal("5.3"), "3 of 4 days, counted for a week"


def test_the_target_works_out_from_now(qtbot, check_form, filled):
    editor = add_measure(qtbot, check_form, "sitting")
    choose(editor.kind.choice, "percent")
    qtbot.keyClicks(editor.amount.number.line, "50")
    assert "Needs the value now" in editor.lacking.text()
    qtbot.keyClicks(editor.now.number.line, "10")
    target = checkpoint(filled).criteria[0].target
    assert (target.kind, target.amount) == (TargetKind.PERCENT, Decimal(50))
    assert "at least 15" in editor.works_out.text()
    choose(editor.kind.choice, "value")
    assert checkpoint(filled).criteria[0].target.amount is None, "fifty percent is not fifty minutes"


def test_from_where_a_target_is_partly_met_is_said_and_can_be_changed(qtbot, check_form, filled):
    editor = add_measure(qtbot, check_form, "sitting")
    assert not editor.partly.field.isVisible(), "nothing is asked for yet"
    choose(editor.kind.choice, "value")
    qtbot.keyClicks(editor.now.number.line, "10")
    qtbot.keyClicks(editor.amount.number.line, "20")
    assert "15 minutes" in editor.partly.field.sentence, "half way, as long as nothing is typed"
    qtbot.keyClicks(editor.partly.number.line, "12")
    assert checkpoint(filled).criteria[0].partly == Target(amount=Decimal(12))
    editor.partly.number.line.clear()
    qtbot.keyClicks(editor.partly.number.line, "2000")
    assert "from 0 to 1440" in editor.partly.field.sentence
    qtbot.keyClick(editor.partly.number.line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(editor.partly.number.line, Qt.Key.Key_Delete)
    assert checkpoint(filled).criteria[0].partly is None


def test_a_value_its_measure_cannot_have_is_refused(qtbot, check_form, filled):
    editor = add_measure(qtbot, check_form, "psfs")
    qtbot.keyClicks(editor.now.number.line, "11")
    assert checkpoint(filled).criteria[0].baseline is None
    assert "from 0 to 10" in editor.now.field.sentence
    assert editor.now.number.line.text() == "11"
    assert editor.activity.field.isVisible(), "the patient names the activity"


def test_a_question_of_each_day_is_asked_for_in_days_a_week(qtbot, check_form, filled):
    editor = add_measure(qtbot, check_form, "overhead")
    qtbot.keyClicks(editor.now.number.line, "2")
    choose(editor.kind.choice, "value")
    qtbot.keyClicks(editor.amount.number.line, "5")
    criterion = checkpoint(filled).criteria[0]
    assert (criterion.baseline, criterion.target.amount) == (2, 5)
    editor.now.number.line.clear()
    qtbot.keyClicks(editor.now.number.line, "8")
    assert "from 0 to 7" in editor.now.field.sentence


def test_criteria_join_only_when_there_are_several(qtbot, check_form, filled):
    add_measure(qtbot, check_form, "sitting")
    assert not check_form.combine.field.isVisible()
    add_measure(qtbot, check_form, "walking")
    assert check_form.combine.field.isVisible()
    check_form.combine.segments.segment("at-least").click()
    assert checkpoint(filled).combine is Combine.AT_LEAST
    check_form.at_least.number.line.clear()
    qtbot.keyClicks(check_form.at_least.number.line, "2")
    assert checkpoint(filled).at_least == 2


def test_a_criterion_is_removed(qtbot, check_form, filled):
    add_measure(qtbot, check_form, "sitting")
    add_measure(qtbot, check_form, "walking")
    check_form.criteria.rows[0].remove.click()
    assert [c.measure for c in checkpoint(filled).criteria] == ["measure.walking_minutes"]
    assert check_form.criteria.rows[0].measure.text().startswith("Walking")


def test_it_comes_every_so_many_weeks(qtbot, check_form, filled):
    choose(check_form.when.kind, "every")
    check_form.when.number.line.clear()
    qtbot.keyClicks(check_form.when.number.line, "2")
    assert checkpoint(filled).when == EveryWeeks(weeks=2)
    assert "2026" in check_form.when.field.sentence


def test_days_become_the_weeks_they_are_and_weeks_their_days(check_form, filled):
    assert checkpoint(filled).when.days == 14
    choose(check_form.when.kind, "every")
    assert checkpoint(filled).when == EveryWeeks(weeks=2)
    choose(check_form.when.kind, "start")
    when = checkpoint(filled).when
    assert isinstance(when, AfterStep)
    assert when.days == 14


def test_days_that_are_no_whole_weeks_change_nothing_until_the_weeks_are_typed(qtbot, check_form, filled):
    check_form.when.number.line.clear()
    qtbot.keyClicks(check_form.when.number.line, "10")
    before = checkpoint(filled).when
    choose(check_form.when.kind, "every")
    assert checkpoint(filled).when == before
    qtbot.keyClicks(check_form.when.number.line, "3")
    assert checkpoint(filled).when == EveryWeeks(weeks=3)


def test_it_judges_steps(check_form, filled):
    second = filled.plan.steps[1].id
    check_form.steps.ticks.box(second).click()
    assert checkpoint(filled).steps == tuple(step.id for step in filled.plan.steps)


def test_each_outcome_is_followed_by_one_action(qtbot, check_form, filled):
    met, partly, not_met = (check_form.outcomes[key] for key in ("on_met", "on_partly", "on_not_met"))
    choose(met.kind, "next-step")
    choose(met.target, filled.plan.steps[1].id)
    choose(partly.kind, "recheck")
    qtbot.keyClicks(partly.days.line, "14")
    choose(not_met.kind, "reconsider")
    choose(not_met.target, filled.plan.drivers[0].id)
    made = checkpoint(filled)
    assert (made.on_met.kind, made.on_met.target) == (ActionKind.NEXT_STEP, filled.plan.steps[1].id)
    assert (made.on_partly.kind, made.on_partly.days) == (ActionKind.RECHECK, 14)
    assert (made.on_not_met.kind, made.on_not_met.target) == (ActionKind.RECONSIDER, filled.plan.drivers[0].id)


def test_what_to_discuss_is_an_entry_or_words(qtbot, check_form, filled):
    row = check_form.outcomes["on_not_met"]
    choose(row.kind, "discuss")
    qtbot.keyClicks(row.words, "gabap")
    qtbot.keyClick(row.words, Qt.Key.Key_Return)
    assert checkpoint(filled).on_not_met.target == "medicine.gabapentin"
    assert row.words.text() == "Gabapentin"
    row.words.clear()
    qtbot.keyClicks(row.words, "going part time")
    qtbot.keyClick(row.words, Qt.Key.Key_Return)
    assert checkpoint(filled).on_not_met.target == "going part time"


def test_a_recheck_in_no_days_is_refused(qtbot, check_form, filled):
    row = check_form.outcomes["on_partly"]
    choose(row.kind, "recheck")
    qtbot.keyClicks(row.days.line, "0")
    assert checkpoint(filled).on_partly.days is None
    assert row.field.sentence


def test_removing_it_is_undone(check_form, filled):
    check_form.remove.click()
    assert filled.plan.checkpoints == ()
    filled.undo()
    assert len(filled.plan.checkpoints) == 1


def test_tab_goes_from_field_to_field_downwards_also_to_measures_that_were_added(qtbot, check_form, filled):
    for name in ("sitting", "walking"):
        add_measure(qtbot, check_form, name)
    first, second = check_form.criteria.rows
    order = tab_chain(check_form.when.kind)
    box = check_form.steps.ticks.findChild(QCheckBox)
    rows = (box, first.now.number.line, second.now.number.line, check_form.finder)
    wanted = (*rows, check_form.outcomes["on_met"].kind, check_form.note.area, check_form.remove)
    places = [order.index(widget) for widget in wanted]
    assert places == sorted(places)
