"""The dose of an item as one line and as fields, its words, its habits; the medicine is never filled in."""

from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from painplanner.core import edits
from painplanner.core.dose import ActivityDose, Progression, StopRule, TimeOfDay, Where
from painplanner.core.plan import OnDate, TeachBack, texts_in
from painplanner.core.values import Side, replace
from painplanner.gui.form.dose_blanks import EMPTY, blanks


def item(session):
    return session.plan.steps[1].items[0]


def type_over(qtbot, line, text):
    line.clear()
    qtbot.keyClicks(line, text)


def test_the_dose_is_one_field(qtbot, item_form, filled):
    type_over(qtbot, item_form.dose.line, "3x10 5s 2/d")
    dose = item(filled).dose
    assert (dose.sets, dose.reps, dose.hold_s, dose.times_per_day) == (3, 10, 5, 2)
    fields = item_form.dose_fields["exercise"].rows
    assert [fields[name].number.line.text() for name in ("sets", "reps", "hold_s")] == ["3", "10", "5"]
    assert "2 times a day" in item_form.dose.field.sentence


def test_fields_and_line_say_the_same(qtbot, item_form, filled):
    type_over(qtbot, item_form.dose_fields["exercise"].rows["sets"].number.line, "4")
    assert item(filled).dose.sets == 4
    assert item_form.dose.line.text().startswith("4 ×")
    filled.undo()
    assert not item_form.dose.line.text().startswith("4 ×")


def test_words_still_being_typed_are_noted_and_refused_when_the_field_is_left(qtbot, item_form, filled):
    before = item(filled).dose
    type_over(qtbot, item_form.dose.line, "3x10 bananas")
    assert "bananas" in item_form.dose.field.sentence
    assert item_form.dose.line.property("wrong") is not True
    item_form.dose.line.editingFinished.emit()
    assert item_form.dose.line.property("wrong") is True
    assert item_form.dose.line.text() == "3x10 bananas"
    assert item(filled).dose == before, "what was understood on the way is taken back"


@pytest.mark.parametrize(("field", "text"), [("sets", "99"), ("reps", "two"), ("times_per_day", "0")])
def test_an_impossible_number_is_said_at_its_field_and_stays(qtbot, item_form, filled, field, text):
    row = item_form.dose_fields["exercise"].rows[field]
    type_over(qtbot, row.number.line, text)
    assert row.field.sentence
    assert row.number.line.text() == text
    here = filled.selection
    filled.select()
    filled.select(*here)
    assert row.number.line.text() == text
    assert row.field.sentence


def test_the_usual_range_stands_beside_the_dose_and_forbids_nothing(qtbot, item_form, filled):
    assert item_form.range.text().startswith("Usual range: 1 to 4 sets · 6 to 15 repetitions")
    type_over(qtbot, item_form.dose.line, "6x10")
    assert item(filled).dose.sets == 6
    assert not item_form.dose.field.sentence.startswith("Sets cannot")


def test_where_it_is_done(qtbot, item_form, filled):
    qtbot.keyClick(item_form.dose_fields["exercise"].rows["where"].segments, Qt.Key.Key_Right)
    assert item(filled).dose.where is Where.CLINIC


def test_a_side_is_asked_only_where_one_is_meant(inspector, filled):
    one_sided, two_sided = filled.plan.steps[1].items
    form = inspector.form("item")
    filled.select(one_sided.id)
    assert not form.dose_fields["exercise"].rows["side"].field.isVisible()
    filled.select(two_sided.id)
    side = form.dose_fields["exercise"].rows["side"]
    assert side.field.isVisible()
    assert side.segments.key() == "right", "taken from the plan"
    side.segments.segment("").click()
    assert filled.plan.steps[1].items[1].dose.side is None


def test_the_usual_dose_is_a_habit_without_this_patients_side(inspector, ctx, filled):
    two_sided = filled.plan.steps[1].items[1]
    filled.select(two_sided.id)
    filled.apply(
        "Dose", lambda plan: edits.set_dose(plan, two_sided.id, replace(two_sided.dose, sets=5, side=Side.LEFT))
    )
    form = inspector.form("item")
    assert form.usual.isEnabled()
    form.usual.click()
    assert ctx.store.usual_doses()[two_sided.source] == replace(two_sided.dose, sets=5, side=None)
    assert not form.usual.isEnabled()
    ctx.store.set_usual_dose(two_sided.source, None)


def test_a_medicine_shows_its_reference_and_is_never_filled_in(inspector, qtbot, filled):
    medicine = filled.plan.steps[0].items[0]
    filled.select(medicine.id)
    form = inspector.form("item")
    assert form.reference.isVisible()
    assert any("[" in fact.text() for fact in form.reference.facts.values())
    fields = form.dose_fields["medicine"].rows
    assert fields["amount"].number.line.text() == ""
    assert not form.usual.isVisible()
    type_over(qtbot, fields["amount"].number.line, "0,5")
    type_over(qtbot, fields["unit"].line, "mg")
    fields["times"].chips.set_keys(("bedtime",))
    fields["times"].chips.chosen.emit()
    fields["stop_rule"].segments.segment("never-suddenly").click()
    dose = filled.plan.steps[0].items[0].dose
    assert (dose.amount, dose.unit, dose.times) == (Decimal("0.5"), "mg", (TimeOfDay.BEDTIME,))
    assert dose.stop_rule is StopRule.NEVER_SUDDENLY
    assert form.dose.line.text().startswith("0.5 mg")


def test_the_reference_goes_with_the_medicine(inspector, filled):
    filled.select(filled.plan.steps[0].items[0].id)
    filled.select(filled.plan.steps[1].items[0].id)
    assert not inspector.form("item").reference.isVisible()


def test_it_was_shown_and_done_back(item_form, filled):
    item_form.shown.segments.segment("partly").click()
    assert item(filled).shown is TeachBack.PARTLY
    filled.undo()
    assert item_form.shown.segments.key() == "not-recorded"


def test_the_name_and_the_note_are_the_plans_own(qtbot, item_form, ctx, filled):
    item_form.words_fold.set_open(True)
    type_over(qtbot, item_form.name.line, "Bridge on the heels")
    qtbot.keyClicks(item_form.note.area, "On the bed.")
    assert texts_in(item(filled).texts, "en").name == "Bridge on the heels"
    assert item(filled).note == "On the bed."
    assert texts_in(ctx.library.entries["exercise.bridge"].texts, "en").name != "Bridge on the heels"


def open_words(form):
    if not form.words_fold.is_open:
        form.words_fold.button.click()
    return form.words


def test_a_sentence_is_changed_added_and_removed(qtbot, item_form, filled):
    words = open_words(item_form)
    count = len(texts_in(item(filled).texts, "en").lines)
    first = words.pool.rows[0]
    first.words.selectAll()
    qtbot.keyClicks(first.words, "Lie down.")
    assert texts_in(item(filled).texts, "en").lines[0].text == "Lie down."
    words.add_button.click()
    assert len(texts_in(item(filled).texts, "en").lines) == count + 1
    words.remove(count)
    filled.undo()
    filled.undo()
    filled.undo()
    assert len(words.pool.rows) == count
    assert words.pool.rows[0].words.text() != "Lie down."


def test_a_language_not_written_yet_begins_as_a_copy(qtbot, ctx, inspector, filled):
    reader = replace(filled.patient, language="pl")
    ctx.store.save_patient(reader)
    ctx.news.patient_changed.emit(reader.id)
    filled.select(item(filled).id)
    form = inspector.form("item")
    words = open_words(form)
    assert "Not written" in words._language.text()
    first = words.pool.rows[0]
    first.words.selectAll()
    qtbot.keyClicks(first.words, "Siadaj.")
    written = {texts.lang: texts for texts in item(filled).texts}
    assert written["pl"].lines[0].text == "Siadaj."
    assert written["pl"].checked_by == ""
    assert written["en"].lines[0].text != "Siadaj."
    assert "Polski" in words._language.text()


def test_its_pictures_stand_above_the_dose(inspector, filled):
    filled.select(item(filled).id)
    form = inspector.form("item")
    assert form.pictures.isVisible()
    assert [frame.caption.text() for frame in form.pictures.frames] == ["1 Start", "2 Finish"]
    assert form.pictures.frames[0].thumb.accessibleName()
    filled.select(filled.plan.steps[0].items[0].id)
    assert not form.pictures.isVisible(), "a medicine has none"


def test_the_scenes_of_a_lesson_have_no_start_and_no_finish(ctx, inspector, filled):
    library = ctx.library.value
    lesson = edits.new_item(library.entries["lifestyle.sleep_positions"], library, ctx.new_id, plan=filled.plan)
    filled.apply("Add", lambda plan: edits.add_item(plan, lesson, ctx.new_id))
    filled.select(lesson.id)
    frames = [frame for frame in inspector.form("item").pictures.frames if frame.isVisible()]
    assert len(frames) == 2
    assert not [frame for frame in frames if frame.caption.isVisible()]


def test_sources_stand_with_their_tags(item_form):
    assert item_form.sources_fold.isVisible()
    assert "[K]" in item_form._sources.text()


def test_an_item_stops_and_is_taken_up_again(ctx, item_form, filled):
    item_form.stop.click()
    assert item(filled).stopped_on == ctx.today()
    assert item_form.stop.text() == "Take up again"
    item_form.stop.click()
    assert item(filled).stopped_on is None


def test_an_item_without_a_dose_can_take_one(inspector, filled):
    here = item(filled)
    filled.apply("None", lambda plan: edits.set_dose(plan, here.id, None))
    filled.select(here.id)
    form = inspector.form("item")
    assert form.dose_kind.field.isVisible()
    assert not form.dose.field.isVisible()
    form.dose_kind.choice.setCurrentIndex(form.dose_kind.choice.findData("activity"))
    form.dose_kind.choice.activated.emit(1)
    assert form.dose.field.isVisible()
    assert "minutes" in form.dose_fields["activity"].rows


def test_removing_is_undone(item_form, filled):
    gone = item(filled).id
    item_form.remove.click()
    assert gone not in {each.id for each in filled.plan.steps[1].items}
    filled.undo()
    assert item(filled).id == gone


@pytest.mark.parametrize("kind", list(EMPTY))
def test_every_kind_of_dose_has_its_line_and_its_fields(inspector, filled, kind):
    here = item(filled)
    filled.apply("Kind", lambda plan: edits.set_dose(plan, here.id, EMPTY[kind]))
    filled.select(here.id)
    form = inspector.form("item")
    assert [key for key, fields in form.dose_fields.items() if fields.isVisible()] == [kind]
    assert form.dose.field.isVisible()
    for blank in blanks(kind):
        assert blank.field.partition(".")[0] in EMPTY[kind].__struct_fields__


def test_a_progression_is_part_of_an_activity(qtbot, inspector, filled):
    here = item(filled)
    filled.apply("Kind", lambda plan: edits.set_dose(plan, here.id, EMPTY["activity"]))
    filled.select(here.id)
    rows = inspector.form("item").dose_fields["activity"].rows
    qtbot.keyClicks(rows["minutes"].number.line, "10")
    qtbot.keyClicks(rows["progression.add"].number.line, "2")
    qtbot.keyClicks(rows["progression.every_days"].number.line, "3")
    progression = item(filled).dose.progression
    assert (progression.add, progression.every_days) == (2, 3)
    rows["progression.add"].number.line.clear()
    rows["progression.add"].number.line.textEdited.emit("")
    rows["progression.every_days"].number.line.clear()
    rows["progression.every_days"].number.line.textEdited.emit("")
    assert item(filled).dose.progression is None


def test_another_amount_of_a_dose_under_way_counts_from_today(qtbot, inspector, filled, ctx):
    here, today = item(filled), ctx.today()
    step = edits.step_of(filled.plan, here.id).id
    rule = Progression(add=Decimal(2), every_days=3)
    graded = ActivityDose(minutes=Decimal(8), times_per_day=6, days_per_week=7, progression=rule)
    begun = OnDate(on=today - timedelta(days=14))
    filled.apply("Graded", lambda plan: edits.set_step(edits.set_dose(plan, here.id, graded), step, timing=begun))
    filled.select(here.id)
    form = inspector.form("item")
    assert form.dose.field.sentence.startswith("16 minutes"), "what a paper of today says"
    type_over(qtbot, form.dose.line, "12 min 6/d 7/w +2 every 3 d")
    assert item(filled).dose.progression.since == today
    assert form.dose.field.sentence.startswith("12 minutes")
    form.usual.click()
    usual = ctx.store.usual_doses()[here.source]
    assert usual.progression == rule, "a habit counts from no day"
