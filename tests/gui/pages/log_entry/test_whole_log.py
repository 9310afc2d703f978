"""A log is begun for a known patient and day, carries words and a scan, is saved by itself, and can be taken back."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO

import pytest
from gui.pages.log_entry.conftest import BRIDGE, LEG, SITTING
from PIL import Image
from PySide6.QtCore import Qt

from painplanner.core.measure import Criterion
from painplanner.core.plan import Goal
from painplanner.core.values import replace
from painplanner.gui.log_list import LogList
from painplanner.services.logs import is_waited_for, keep_log
from painplanner.services.plans import save_draft


@pytest.fixture
def went(ctx):
    heard: list[tuple[str, str]] = []
    ctx.news.go.connect(lambda place, subject: heard.append((place, subject)))
    return heard


@pytest.fixture
def said(ctx):
    heard = []
    ctx.news.said.connect(heard.append)
    return heard


# Before anything is typed


def test_name_and_birth_date_stand_there_before_anything_is_typed(page, given, ctx, patient):
    page.ask_for(given())
    card = page.start.card
    assert card.name.text() == "Daniel Whitcombe"
    assert card.born.text() == "born 3 Aug 1978, 47 years old"
    assert card.sheet_name.text().startswith("Log ")
    assert not page.is_entering
    assert ctx.store.logs(patient.id) == ()


def test_another_patient_is_left_without_a_trace(page, given, ctx, patient, went):
    page.ask_for(given())
    page.start.card.back_button.click()
    assert went == [("documents", patient.id)]
    assert ctx.store.logs(patient.id) == ()


def test_the_first_day_is_asked_for_and_is_that_of_the_sheet_unless_it_is_changed(page, given, qtbot):
    sheet = given()
    page.ask_for(sheet)
    line = page.start.card.first_day.line
    page.take_focus()
    assert line.hasFocus()
    assert page.start.card.first_day.day() == sheet.first_day
    qtbot.keyClick(line, Qt.Key.Key_Up)
    assert "The first column on paper is" in page.start.card.first_day.sentence
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert page.filling.log.first_day == sheet.first_day + timedelta(days=1)


@pytest.mark.parametrize("typed", ["", "some day", "3 Aug 2099"])
def test_a_first_day_that_cannot_be_is_said_at_its_field(page, given, qtbot, typed):
    page.ask_for(given())
    line = page.start.card.first_day.line
    line.clear()
    qtbot.keyClicks(line, typed)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert not page.is_entering
    assert page.start.card.first_day.sentence
    assert line.text() == typed


def test_a_log_that_was_begun_goes_on_at_its_first_blank_cell(page, given, begin, keys):
    sheet = given((SITTING,))
    begin(sheet)
    keys("5\n6\n")
    page.ask_for(sheet)
    assert page.start.card.said.text().startswith("Begun on ")
    page.start.card.confirm()
    assert (page.grid.current.day, page.filling.text(page.grid.current)) == (2, "")


def test_the_keys_are_at_the_first_day_whatever_was_open_before(page, given, begin, keys):
    begin(given((SITTING,)))
    keys("5\n")
    page.ask_for(given((LEG,)))
    assert page.start.card.first_day.line.hasFocus()


def test_a_copied_sheet_that_comes_back_twice_is_two_logs(page, given, begin, keys, ctx, patient):
    sheet = given((SITTING,))
    begin(sheet)
    keys("5\n")
    page.ask_for(sheet)
    page.start.card.copy_button.click()
    keys("9\n")
    assert page.session.save()
    assert len(ctx.store.logs(patient.id)) == 2


# Told


def test_what_is_told_at_the_visit_needs_no_paper(page, ctx, new_plan, patient, qtbot, keys):
    goal = Goal(id="goal", criterion=Criterion(measure="measure.sitting_minutes"))
    save_draft(ctx.store, replace(new_plan, goals=(goal,)), ctx.today())
    page.ask_what_was_told()
    assert page.start.card.first_day.day() == ctx.today() - timedelta(days=6)
    qtbot.keyClick(page.start.card.first_day.line, Qt.Key.Key_Return)
    assert ctx.store.log_sheets_of(patient.id) == ()
    keys("20\n25\n")
    assert page.session.save()
    (sheet,), (log,) = ctx.store.log_sheets_of(patient.id), ctx.store.logs(patient.id)
    assert log.was_told
    assert log.sheet == sheet.id
    assert sheet.number
    assert [row for row in ctx.store.due(ctx.today()) if row.kind == "log-to-enter" and row.subject == sheet.id] == []
    keys("30\n")
    assert page.session.save()
    assert len(ctx.store.readings(patient.id)) == 3
    page.head.delete_button.click()
    assert [row for row in ctx.store.due(ctx.today()) if row.subject == sheet.id] == []


def test_what_was_told_leaves_no_row_once_it_is_deleted_and_comes_back_whole(
    page, ctx, new_plan, patient, keys, patient_session
):
    goal = Goal(id="goal", criterion=Criterion(measure="measure.sitting_minutes"))
    save_draft(ctx.store, replace(new_plan, goals=(goal,)), ctx.today())
    page.ask_what_was_told()
    page.start.card.confirm()
    keys("20\n25\n")
    assert page.session.save()
    told = ctx.store.logs(patient.id)
    page.head.delete_button.click()
    shown = LogList(ctx)
    assert not shown.show_patient(patient.id)
    patient_session.undo_stack.undo()
    assert ctx.store.logs(patient.id) == told
    assert len(ctx.store.readings(patient.id)) == 2
    assert shown.show_patient(patient.id)
    patient_session.undo_stack.redo()
    assert not shown.show_patient(patient.id)
    patient_session.undo_stack.undo()


def test_any_plan_can_be_told_of(page, ctx, new_plan, patient, keys):
    goal = Goal(id="goal", criterion=Criterion(measure="measure.walking_minutes"))
    save_draft(ctx.store, replace(new_plan, title="Back", goals=(goal,)), ctx.today())
    other = replace(new_plan, id=ctx.new_id("plan"), number=ctx.store.new_plan_number(), title="Knee", goals=(goal,))
    save_draft(ctx.store, other, ctx.today())
    page.ask_what_was_told()
    choice = page.start.card.plan
    assert {choice.itemText(n) for n in range(choice.count())} == {"Back", "Knee"}
    choice.setCurrentIndex(choice.findText("Knee"))
    page.start.card.confirm()
    keys("5\n")
    assert page.session.save()
    assert ctx.store.logs(patient.id)[0].plan == other.id


def test_without_a_plan_it_says_what_to_do(page):
    page.ask_what_was_told()
    assert page.nothing.isVisible()


def test_reading_a_note_gives_the_keys_back_to_the_cells(page, given, begin):
    begin(given((SITTING,)))
    page.filling.set_note(0, "Numb left foot", for_clinician=True)
    page.foot.for_clinician.button.setFocus()
    page.foot.for_clinician.button.click()
    assert page.foot.for_clinician.isHidden()
    assert page.grid.hasFocus()


# Kept


def test_it_is_saved_as_it_is_typed_and_never_asks(page, given, begin, keys, ctx, patient, qtbot):
    begin(given((SITTING,)))
    keys("5")
    with qtbot.waitSignal(page.session.saved, timeout=5000):
        keys("\n")
    assert ctx.store.logs(patient.id)[0].cells[0].value == 5
    page.resize(1300, 700)
    assert page.head.saved.text().startswith("Saved ")


def test_leaving_keeps_the_last_key(page, given, begin, keys, ctx, patient, went):
    begin(given((SITTING,)))
    keys("45")
    page.leave()
    assert went == [("documents", patient.id)]
    assert ctx.store.logs(patient.id)[0].cells[0].value == 45


def test_another_patient_closes_the_log_and_keeps_it(page, given, begin, keys, ctx, patient, patient_session):
    begin(given((SITTING,)))
    keys("45")
    patient_session.close()
    assert not page.filling.is_open
    assert ctx.store.logs(patient.id)[0].cells[0].value == 45


def test_a_first_day_that_brings_days_to_come_is_refused_at_its_field(page, given, begin, keys, ctx, qtbot):
    begin(given((SITTING,), ago=6))
    keys("1\n2\n3\n4\n5\n6\n7\n")
    field = page.head.first_day
    field.line.setFocus()
    field.line.setText((ctx.today() - timedelta(days=3)).isoformat())
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert "still to come" in field.sentence
    assert page.filling.log.first_day == ctx.today() - timedelta(days=6)


def test_the_first_day_moves_all_readings(page, given, begin, keys, ctx, patient, qtbot):
    begin(given((SITTING,)))
    keys("10\n")
    day = page.filling.log.first_day - timedelta(days=1)
    page.head.first_day.line.setFocus()
    page.head.first_day.line.setText(day.isoformat())
    qtbot.keyClick(page.head.first_day.line, Qt.Key.Key_Return)
    assert page.session.save()
    assert [reading.on for reading in ctx.store.readings(patient.id)] == [day]


def test_complete_marks_it_and_takes_it_off_today(page, given, begin, keys, ctx, qtbot, said):
    sheet = given((SITTING,))
    begin(sheet)
    keys("5\n")
    qtbot.keyClick(page.grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.filling.log.is_complete
    assert [row for row in ctx.store.due(ctx.today()) if row.subject == sheet.id] == []
    assert said[-1].text == "The log is entered: 1 of 7 cells filled."
    page.head.complete_button.click()
    assert not page.filling.log.is_complete


def test_what_is_refused_stands_in_the_way_of_complete(page, given, begin, keys):
    begin(given((LEG, SITTING)))
    keys("99")
    page.grid.show_week(0)
    page.head.complete_button.click()
    assert not page.filling.log.is_complete
    assert page.grid.hasFocus()
    assert page.filling.problem(page.grid.current)


def test_deleting_asks_nothing_and_undo_brings_it_back(
    page, given, begin, keys, ctx, patient, patient_session, went, said
):
    begin(given((SITTING,)))
    keys("5\n6\n")
    page.head.delete_button.click()
    assert ctx.store.logs(patient.id) == ()
    assert ctx.store.readings(patient.id) == ()
    assert went == [("documents", patient.id)]
    assert said[-1].action == "Undo"
    said[-1].on_action()
    assert len(ctx.store.logs(patient.id)[0].cells) == 2
    assert len(ctx.store.readings(patient.id)) == 2
    patient_session.undo_stack.redo()
    assert ctx.store.logs(patient.id) == ()


def test_what_is_said_of_a_deleted_log_goes_once_it_is_back(page, given, begin, keys, ctx, patient_session, said):
    hushed: list[object] = []
    ctx.news.hushed.connect(hushed.append)
    begin(given((SITTING,)))
    keys("5\n6\n")
    page.head.delete_button.click()
    assert hushed == []
    patient_session.undo_stack.undo()
    assert hushed == [said[-1]]


def test_a_log_without_anything_leaves_nothing_behind(page, given, begin, ctx, patient, went):
    begin(given((SITTING,)))
    page.head.delete_button.click()
    assert ctx.store.logs(patient.id) == ()
    assert went == [("documents", patient.id)]


# Words of the patient


def test_words_stand_with_their_week_and_can_be_for_the_clinician_today(page, given, begin, ctx, patient, qtbot):
    begin(given((SITTING,), days=14))
    second = page.notes.weeks[1]
    qtbot.keyClicks(second.line, "Left foot drags")
    second.mark.click()
    assert page.foot.for_clinician.text == "For the clinician today: Left foot drags"
    assert page.session.save()
    (note,) = ctx.store.logs(patient.id)[0].notes
    assert (note.text, note.day, note.for_clinician) == ("Left foot drags", 7, True)
    (row,) = [row for row in ctx.store.due(ctx.today()) if row.kind == "log-note" and row.patient == patient.id]
    page.foot.for_clinician.button.click()
    assert page.session.save()
    assert not [one for one in ctx.store.due(ctx.today()) if one.subject == row.subject and one.kind == "log-note"]
    assert page.foot.for_clinician.isHidden()
    qtbot.keyClicks(second.line, " today")
    assert page.filling.log.seen_on is None


def test_undo_takes_words_back_and_the_line_shows_it(page, given, begin, qtbot):
    begin(given((SITTING,)))
    line = page.notes.weeks[0].line
    line.setFocus()
    qtbot.keyClicks(line, "Slept")
    page.session.undo()
    assert line.text() == ""
    assert page.filling.log.notes == ()


def test_a_mark_without_words_waits_for_them(page, given, begin, qtbot):
    begin(given((SITTING,)))
    first = page.notes.weeks[0]
    first.mark.click()
    assert first.line.hasFocus()
    assert first.mark.isChecked()
    qtbot.keyClicks(first.line, "N")
    assert page.filling.log.notes[0].for_clinician


def test_one_line_says_what_cannot_wait_with_its_source(page, given, begin):
    begin(given((SITTING,)))
    for sign in ("weakness", "numb", "bladder", "fever", "911", "STOP box", "[K]"):
        assert sign in page.foot.warning.text


def test_the_keys_go_from_the_cells_to_the_words_to_complete(page, given, begin, keys, qtbot):
    begin(given((LEG,)))
    keys("4")
    line = page.notes.weeks[0].line
    assert page.grid.hasFocus()
    keys("\n")
    assert line.hasFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert page.head.complete_button.hasFocus()
    qtbot.keyClick(page.head.complete_button, Qt.Key.Key_Return)
    assert page.filling.log.is_complete


# A log that is lost


def test_a_log_that_will_not_come_back_is_waited_for_no_longer_and_can_be_again(page, given, ctx, patient):
    sheet = given((BRIDGE,))
    page.ask_for(sheet)
    link, shown = page.start.card.waiting.button, LogList(ctx)
    assert link.text() == "It will not come back"
    link.click()
    assert not is_waited_for(ctx.store, sheet)
    shown.show_patient(patient.id)
    assert [row.state for row in shown.list.rows.rows if row.sheet == sheet] == ["not waited for"]
    link.click()
    assert is_waited_for(ctx.store, sheet)
    shown.deleteLater()


def test_a_log_that_was_begun_is_not_lost(page, given, begin):
    begin(sheet := given((BRIDGE,)))
    page.filling.set_scan("")
    page.ask_for(sheet)
    assert page.start.card.waiting.isVisible() == page.start.card.copy_button.isHidden()


# Scans


def test_a_scan_is_kept_with_the_log_and_shown_beside_it(page, given, begin, qtbot, tmp_path, ctx, patient):
    begin(given((BRIDGE,), days=28))
    path = tmp_path / "sheet.png"
    Image.new("RGB", (300, 400), "white").save(path)
    page.head.scan_button.click()
    assert page.scan.isVisible()
    assert page.grid.layout_now.weeks < 4
    page.scan.take(path)
    qtbot.waitUntil(lambda: bool(page.filling.log.scan), timeout=15_000)
    assert page.session.save()
    kept = ctx.store.picture(ctx.store.logs(patient.id)[0].scan)
    assert kept.startswith(b"\xff\xd8")
    assert page.scan.picture.isVisible()
    whole = page.scan.picture.shown_width
    page.scan.zoom._larger.click()
    assert page.scan.picture.shown_width > whole
    page.scan.zoom.fit_button.click()
    assert page.scan.picture.shown_width == whole
    qtbot.keyClicks(page.scan.picture, "-")
    assert page.scan.picture.shown_width < whole
    page.scan.drop.click()
    assert page.scan.zoom.isHidden()
    assert page.filling.log.scan == ""


def test_the_weeks_stand_above_the_cells_as_soon_as_a_scan_takes_their_room(page, given, begin, qtbot):
    begin(given((BRIDGE,), days=28))
    assert page.weeks.isHidden()
    page.head.scan_button.click()
    qtbot.waitUntil(lambda: page.weeks.isVisible() and page.weeks.height() >= 28)
    assert all(tab.isVisible() and tab.height() >= 28 for tab in page.weeks._tabs.values())
    assert len({tab.x() for tab in page.weeks._tabs.values()}) == 4


def test_a_scan_of_two_pages_from_a_copier_is_kept_as_one_tall_picture(page, given, begin, qtbot, tmp_path, ctx):
    begin(given((BRIDGE,)))
    path = tmp_path / "sheet.pdf"
    one, two = Image.new("RGB", (850, 1100), "white"), Image.new("RGB", (850, 1100), "black")
    one.save(path, save_all=True, append_images=[two])
    page.head.scan_button.click()
    page.scan.take(path)
    qtbot.waitUntil(lambda: bool(page.filling.log.scan), timeout=30_000)
    kept = Image.open(BytesIO(ctx.store.picture(page.filling.log.scan)))
    assert (kept.width, kept.height) == (1100, 2 * 1424)
    assert (kept.getpixel((550, 700)), kept.getpixel((550, 2100))) == ((255, 255, 255), (0, 0, 0))


def test_a_pdf_of_a_whole_record_is_refused_in_place(page, given, begin, qtbot, tmp_path):
    begin(given((BRIDGE,)))
    path = tmp_path / "record.pdf"
    paper = Image.new("RGB", (85, 110), "white")
    paper.save(path, save_all=True, append_images=[paper] * 5)
    page.scan.take(path)
    qtbot.waitUntil(lambda: "6 pages" in page.scan.problem.text, timeout=30_000)
    assert page.filling.log.scan == ""


def test_a_damaged_pdf_is_refused_in_place_with_what_is_allowed(page, given, begin, qtbot, tmp_path):
    begin(given((BRIDGE,)))
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"%PDF-1.7 and so on")
    page.head.scan_button.click()
    page.scan.take(path)
    qtbot.waitUntil(lambda: page.scan.problem.isVisible(), timeout=15_000)
    assert "JPEG or PNG" in page.scan.problem.text
    assert page.filling.log.scan == ""


def test_a_log_of_another_window_is_opened_as_it_was_kept(page, given, begin, keys, ctx, patient):
    begin(given((SITTING,)))
    keys("5\n")
    page.leave()
    (log,) = ctx.store.logs(patient.id)
    keep_log(ctx.store, replace(log, first_day=date(2025, 12, 1)), ctx.today())
    page.open_log(ctx.store.log(log.id))
    assert page.head.first_day.day() == date(2025, 12, 1)
