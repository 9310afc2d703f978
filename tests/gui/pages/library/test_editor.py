"""Editing an entry in place: every field proposes, is saved as it goes, and is undone."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from painplanner.core.dose import BehaviouralDose, ExerciseDose
from painplanner.core.dose_text import dose_line
from painplanner.core.library import Kind
from painplanner.core.own import PRACTICE, Standing
from painplanner.core.plan import LineKind
from painplanner.core.source import SourceTag
from painplanner.core.values import LangText, Region
from painplanner.errors import KnownError
from painplanner.gui.pages.library import LibraryPage
from painplanner.gui.pages.library.editor import EntryEditor
from painplanner.gui.pages.library.editor.rows import WordsRow
from painplanner.gui.widgets.tab_order import tab_stops

pytestmark = pytest.mark.usefixtures("nothing_own")


def value(editor: EntryEditor):
    return editor.editing.session.value.entry.value


def retype(qtbot, line, text: str) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)


def test_editing_a_built_in_entry_keeps_nothing_before_the_first_change(page: LibraryPage, editor, ctx) -> None:
    assert page.side.currentWidget() is editor
    editor.left.emit()
    assert ctx.store.own_library().entries == ()
    assert page.side.is_detail
    assert page.undo_stack.count() == 0


def test_a_changed_name_is_kept_in_the_place_of_the_original(qtbot, page: LibraryPage, editor, ctx) -> None:
    retype(qtbot, editor.names.names["en"].line, "Bridge on heels")
    editor.left.emit()
    assert ctx.store.library().entries["exercise.bridge"].texts[0].name == "Bridge on heels"
    assert page.finding.how_it_stands("exercise.bridge") is Standing.EDITED
    assert page.detail.head.name.text() == "Bridge on heels"


def test_typing_is_one_step_and_undo_shows_the_field_as_it_was(qtbot, editor) -> None:
    line = editor.names.names["en"].line
    retype(qtbot, line, "Hip lift")
    assert value(editor).texts[0].name == "Hip lift"
    editor.undo.click()
    assert line.text() == value(editor).texts[0].name == "Bridge"
    editor.redo.click()
    assert line.text() == "Hip lift"


def test_what_is_undone_to_the_original_is_no_copy_any_more(qtbot, page: LibraryPage, editor, ctx) -> None:
    retype(qtbot, editor.names.names["en"].line, "Hip lift")
    assert editor.editing.session.save()
    assert ctx.store.own_library().entries
    editor.undo.click()
    editor.left.emit()
    assert ctx.store.own_library().entries == ()


def test_the_whole_edit_is_one_step_on_the_page(qtbot, page: LibraryPage, editor, ctx) -> None:
    retype(qtbot, editor.names.names["en"].line, "Hip lift")
    retype(qtbot, editor.dose.dose.line, "2x8 5s 2/d")
    editor.left.emit()
    assert page.shown_stack.undoText() == "Edit Bridge"
    page.shown_stack.undo()
    assert page.detail.head.name.text() == "Bridge"
    assert ctx.store.own_library().entries == ()
    page.shown_stack.redo()
    assert page.detail.head.name.text() == "Hip lift"


def test_undo_belongs_to_the_entry_while_it_is_open(qtbot, page: LibraryPage, editor) -> None:
    retype(qtbot, editor.names.names["en"].line, "Hip lift")
    assert page.shown_stack is editor.editing.session.undo_stack
    editor.left.emit()
    assert page.shown_stack is page.undo_stack


def test_an_entry_without_a_name_is_refused_at_the_field_and_nothing_is_lost(qtbot, page: LibraryPage, spoken) -> None:
    page.side.new_entry(Kind.EXERCISE)
    editor = page.side.page("editor")
    row = editor.names.names["en"]
    retype(qtbot, row.line, "Wall clock reach")
    row.line.selectAll()
    qtbot.keyClick(row.line, Qt.Key.Key_Backspace)
    assert "needs a name" in row.field.sentence
    assert value(editor).texts[0].name == "New exercise"
    editor.done.click()
    assert spoken[-1].text == row.field.sentence


def test_a_dose_is_read_as_it_is_typed(qtbot, editor) -> None:
    retype(qtbot, editor.dose.dose.line, "2x8 5s 2/d")
    assert value(editor).dose == ExerciseDose(sets=2, reps=8, hold_s=5, times_per_day=2)
    assert "hold 5 seconds" in editor.dose.dose.field.sentence


def test_a_dose_that_cannot_be_read_says_so_and_stays(qtbot, page: LibraryPage, editor, spoken) -> None:
    before = value(editor).dose
    retype(qtbot, editor.dose.dose.line, "2x8 qqq")
    assert value(editor).dose == before
    editor.done.click()
    assert page.side.currentWidget() is editor
    assert "qqq" in spoken[-1].text
    assert editor.dose.dose.line.hasFocus()
    assert not editor.dose.dose.line.visibleRegion().isEmpty()
    spoken[-1].on_action()
    assert page.side.is_detail
    page.own_actions.edit.click()
    assert editor.dose.dose.line.text() == dose_line(before)


def test_the_message_about_a_text_goes_once_the_text_is_understood(qtbot, page: LibraryPage, editor, ctx) -> None:
    hushed = []
    ctx.news.hushed.connect(hushed.append)
    retype(qtbot, editor.dose.dose.line, "2x8 qqq")
    editor.done.click()
    assert not hushed
    retype(qtbot, editor.dose.dose.line, "2x8")
    assert "qqq" in hushed[-1].text


def test_a_dose_outside_its_range_is_refused_with_the_range(qtbot, editor) -> None:
    retype(qtbot, editor.dose.dose.line, "9x12")
    assert "the range of this entry goes from" in editor.dose.dose.field.sentence


def test_a_range_upside_down_is_refused_where_it_is_typed(qtbot, editor) -> None:
    row = editor.dose.ranges["exercise", "sets"]
    before = value(editor).ranges
    retype(qtbot, row.low.line, "9")
    assert "upside down" in row.field.sentence
    assert value(editor).ranges == before


def test_ranges_and_times_are_kept(qtbot, editor) -> None:
    retype(qtbot, editor.dose.ranges["exercise", "sets"].high.line, "5")
    retype(qtbot, editor.dose.expect.low.line, "7")
    found = {one.field: (one.low, one.high) for one in value(editor).ranges}
    assert found["sets"] == (Decimal(1), Decimal(5))
    assert value(editor).expect_days == (7, 56)


def test_another_kind_of_dose_begins_empty(editor) -> None:
    choice = editor.dose.kind.choice
    choice.setCurrentIndex(choice.findData("behavioural"))
    choice.activated.emit(choice.currentIndex())
    assert value(editor).dose == BehaviouralDose()
    assert value(editor).ranges == ()


def test_cautions_are_picked_from_the_coded_list_only(qtbot, editor) -> None:
    words = editor.safety.against.words
    qtbot.keyClicks(words.line, "osteop")
    assert words.line.matches[0] == "Osteoporosis"
    qtbot.keyClick(words.line, Qt.Key.Key_Return)
    assert value(editor).contraindications == ("osteoporosis",)
    qtbot.keyClicks(words.line, "no such thing")
    qtbot.keyClick(words.line, Qt.Key.Key_Return)
    assert value(editor).contraindications == ("osteoporosis",)
    words.chips.chips[0].click()
    assert value(editor).contraindications == ()


def test_equipment_may_be_the_practices_own(qtbot, editor) -> None:
    row = next(r for r in editor.filing._rows if r.field.editor.accessibleName() == "Equipment")
    qtbot.keyClicks(row.words.line, "Wobble cushion")
    qtbot.keyClick(row.words.line, Qt.Key.Key_Return)
    assert value(editor).equipment[-1] == "wobble-cushion"
    assert row.words.chips.chips[-1].text().startswith("Wobble cushion")


def test_other_names_are_found_again(qtbot, page: LibraryPage, editor) -> None:
    row = next(row for row in editor.names._rows if isinstance(row, WordsRow))
    qtbot.keyClicks(row.words.line, "zebra lift")
    qtbot.keyClick(row.words.line, Qt.Key.Key_Return)
    assert LangText(lang="en", text="zebra lift") in value(editor).synonyms
    editor.left.emit()
    qtbot.keyClicks(page.pane.search, "zebra")
    qtbot.waitUntil(lambda: page.pane.found.ids == ("exercise.bridge",))


def test_links_lead_to_entries_found_by_name(qtbot, editor) -> None:
    finder = editor.dose.harder.finder
    retype(qtbot, finder, "bird d")
    qtbot.keyClick(finder, Qt.Key.Key_Return)
    assert value(editor).harder == "exercise.bird_dog"
    editor.dose.harder.clear.click()
    assert value(editor).harder == ""


def test_a_link_offers_nothing_that_was_hidden(qtbot, ctx, editor) -> None:
    ctx.store.set_hidden("exercise.bird_dog", True, "")
    ctx.library.forget_own(only_hidden=True)
    retype(qtbot, editor.dose.harder.finder, "bird d")
    offered = editor.dose.harder.finder.matches
    ctx.store.set_hidden("exercise.bird_dog", False, "")
    assert "Bird dog" not in offered


def test_lines_are_added_moved_retyped_and_removed(qtbot, editor) -> None:
    english = editor.patient_text.languages["en"]
    before = [line.text for line in english.lines]
    english.add_button.click()
    qtbot.keyClicks(english.editors[-1].words, "Smile.")
    assert [line.text for line in english.lines] == [*before, "Smile."]
    english.editors[-1].mover_up.click()
    assert english.lines[-2].text == "Smile."
    english.editors[-2].kind.setCurrentIndex(english.editors[-2].kind.findData("info"))
    english.editors[-2].kind.activated.emit(0)
    assert english.lines[-2].kind is LineKind.INFO
    english.remove(len(english.lines) - 2)
    assert [line.text for line in english.lines] == before
    spanish = editor.patient_text.languages["es"]
    assert len(spanish.lines) == len(spanish.editors)


def test_the_reading_grade_follows_the_typing(qtbot, editor) -> None:
    english = editor.patient_text.languages["en"]
    easy = english.grade.text()
    assert easy.startswith("reads at grade")
    qtbot.keyClicks(
        english.editors[0].words, "Extraordinarily complicated physiotherapeutic considerations notwithstanding, "
    )
    assert english.grade.text() != easy


def test_a_line_that_is_too_long_is_refused_and_kept_until_it_is_left_out(page, editor, spoken) -> None:
    english = editor.patient_text.languages["en"]
    english.editors[0].words.setPlainText("x" * 1200)
    assert "1000 fit" in english.editors[0]._problem.text()
    editor.done.click()
    assert page.side.currentWidget() is editor
    assert len(english.editors[0].words.text()) == 1200
    spoken[-1].on_action()
    assert page.side.is_detail
    assert english.editors[0].words.text() != "x" * 1200


def test_sources_carry_a_tag(qtbot, editor) -> None:
    editor.sources.add_button.click()
    row = editor.sources.pool.rows[-1]
    qtbot.keyClicks(row.words, "Own audit, 2026")
    row.tag.setCurrentIndex(row.tag.findData("R"))
    row.tag.activated.emit(0)
    assert value(editor).sources[-1].tag is SourceTag.R
    assert value(editor).sources[-1].text == "Own audit, 2026"


def test_who_checked_the_words_is_kept_by_language(qtbot, editor) -> None:
    qtbot.keyClicks(editor.patient_text.languages["es"].checked.line, "Dra. Ruiz")
    assert [one.checked_by for one in value(editor).texts] == ["", "Dra. Ruiz"]


def test_the_saved_state_is_always_in_sight(qtbot, editor) -> None:
    assert editor.saved.text()
    retype(qtbot, editor.names.names["en"].line, "Hip lift")
    assert editor.saved.text() == "Saving…"
    editor.editing.session.save()
    assert editor.saved.text().startswith("Saved ")


def test_for_whom_is_one_choice_that_is_remembered(qtbot, page: LibraryPage, editor, ctx) -> None:
    editor.owner.segment("me").click()
    retype(qtbot, editor.names.names["en"].line, "Hip lift")
    editor.left.emit()
    assert [one.owner for one in ctx.store.own_library().entries] == [ctx.person.id]
    page.show_thing("exercise.bird_dog")
    page.own_actions.edit.click()
    assert editor.owner.key() == "me"
    editor.owner.segment("practice").click()
    retype(qtbot, editor.names.names["en"].line, "Bird dog, slow")
    editor.left.emit()
    assert {one.owner for one in ctx.store.own_library().entries} == {PRACTICE, ctx.person.id}


def test_tags_are_part_of_the_edit(qtbot, page: LibraryPage, editor, ctx) -> None:
    qtbot.keyClicks(editor.tags.line, "ward")
    qtbot.keyClick(editor.tags.line, Qt.Key.Key_Return)
    editor.left.emit()
    assert ctx.store.own_library().tags["exercise.bridge"] == ("ward",)
    page.shown_stack.undo()
    assert "exercise.bridge" not in ctx.store.own_library().tags


def test_a_new_entry_begins_with_its_kind_and_is_found(qtbot, page: LibraryPage, ctx) -> None:
    page.own_bar.kinds.actions()[0].trigger()
    editor = page.side.page("editor")
    assert editor.names.names["en"].line.selectedText() == "New exercise"
    qtbot.keyClicks(editor.names.names["en"].line, "Wall clock reach")
    retype(qtbot, editor.dose.dose.line, "3x10")
    editor.filing.regions.chips._chips["shoulder"].click()
    editor.left.emit()
    made = ctx.store.own_library().entries[0].value
    assert made.id.startswith("own.")
    assert made.kind is Kind.EXERCISE
    assert Region.SHOULDER in made.regions
    assert page.detail.subject == made.id
    qtbot.keyClicks(page.pane.search, "clock rea")
    qtbot.waitUntil(lambda: page.pane.found.ids[:1] == (made.id,))


def test_a_new_entry_that_nothing_was_typed_into_leaves_nothing(page: LibraryPage, ctx) -> None:
    page.side.new_entry(Kind.MEDICINE)
    page.side.finish()
    assert ctx.store.own_library().entries == ()
    assert page.undo_stack.count() == 0


def test_another_kind_of_a_new_entry_brings_its_own_dose(page: LibraryPage) -> None:
    page.side.new_entry(Kind.EXERCISE)
    editor = page.side.page("editor")
    choice = editor.filing.kind.choice
    choice.setCurrentIndex(choice.findData("procedure"))
    choice.activated.emit(0)
    assert value(editor).kind is Kind.PROCEDURE
    assert not editor.filing.category.field.isVisibleTo(editor)


def test_pointing_to_another_entry_ends_the_edit_and_keeps_it(qtbot, page: LibraryPage, editor, ctx) -> None:
    retype(qtbot, editor.names.names["en"].line, "Hip lift")
    page.pane.point_to("exercise.bird_dog")
    qtbot.waitUntil(lambda: page.detail.subject == "exercise.bird_dog")
    assert page.side.is_detail
    assert ctx.store.library().entries["exercise.bridge"].texts[0].name == "Hip lift"


def test_esc_ends_and_letters_stay_in_the_editor(qtbot, page: LibraryPage, editor) -> None:
    editor.done.setFocus()
    qtbot.keyClick(editor.done, Qt.Key.Key_X)
    assert page.pane.search.text() == ""
    qtbot.keyClick(editor.done, Qt.Key.Key_Escape)
    assert page.side.is_detail
    assert page.detail.body.hasFocus()


def test_ctrl_enter_edits(qtbot, page: LibraryPage) -> None:
    page.show_thing("exercise.bridge")
    page.detail.take_focus()
    qtbot.keyClick(page.detail.body, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not page.side.is_detail


def test_every_field_has_a_name_that_is_read_out(editor: EntryEditor) -> None:
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit

    nameless = [
        part
        for kind in (QLineEdit, QPlainTextEdit, QComboBox, QAbstractButton)
        for part in editor.findChildren(kind)
        if part.isVisibleTo(editor) and not part.accessibleName() and part.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert nameless == []


def test_tab_goes_through_the_fields_as_they_are_laid_out(qtbot, page: LibraryPage, editor) -> None:
    editor.patient_text.languages["en"].add_button.click()
    qtbot.keyClicks(editor.safety.careful.words.line, "preg")
    qtbot.keyClick(editor.safety.careful.words.line, Qt.Key.Key_Return)
    wanted = [part for part in tab_stops(editor.column.widget()) if part.isVisible()]
    wanted[0].setFocus()
    followed = [wanted[0]]
    while followed[-1] in wanted:
        editor.focusNextChild()
        followed.append(page.window().focusWidget())
    spoken = [part.accessibleName() for part in followed[:-1] if not isinstance(part, QPushButton)]
    assert spoken == [part.accessibleName() for part in wanted if not isinstance(part, QPushButton)]


def test_what_cannot_be_saved_stays_open_and_says_why(qtbot, page: LibraryPage, editor, ctx, spoken) -> None:
    retype(qtbot, editor.names.names["en"].line, "Hip lift")
    store = ctx.store

    class Full:
        def __getattr__(self, name: str):
            return getattr(store, name)

        def change_own(self, change):
            raise KnownError("The disk is full. Nothing was lost.")

    ctx.store = Full()
    try:
        editor.left.emit()
        assert page.side.currentWidget() is editor
        assert spoken[-1].text == "The disk is full. Nothing was lost."
        assert editor.saved.text() == "Not saved yet"
    finally:
        ctx.store = store
    editor.left.emit()
    assert page.detail.head.name.text() == "Hip lift"
