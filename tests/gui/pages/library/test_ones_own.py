"""What is one's own beside the built-in library: comparing, taking back, keeping, deleting, copying, usual doses."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from painplanner.core.dose import ExerciseDose
from painplanner.core.own import OwnEntry, OwnTemplate, Standing, edited_copy, fresh_template
from painplanner.core.values import replace
from painplanner.gui.pages.library import LibraryPage
from painplanner.gui.pages.library.detail.usual_dose import UsualDose

pytestmark = pytest.mark.usefixtures("nothing_own")
BRIDGE = "exercise.bridge"


@pytest.fixture
def edited(ctx, page: LibraryPage) -> LibraryPage:
    """Return the page with an edited bridge."""
    bridge = ctx.library.built_in.entries[BRIDGE]
    copy = edited_copy(bridge)
    ctx.store.keep_own_entry(OwnEntry(value=replace(bridge, dose=ExerciseDose(sets=2, reps=8)), original=copy.original))
    page.side.owning.forget()
    page.refresh()
    page.show_thing(BRIDGE)
    return page


@pytest.fixture
def outdated(ctx, page: LibraryPage) -> LibraryPage:
    """Return the page with an edited bridge whose original was another one then."""
    bridge = ctx.library.built_in.entries[BRIDGE]
    before = replace(bridge, position="prone")
    ctx.store.keep_own_entry(OwnEntry(value=replace(before, two_sided=True), original=before))
    page.side.owning.forget()
    page.refresh()
    page.show_thing(BRIDGE)
    return page


def lines(page: LibraryPage) -> list[str]:
    return [action for action, _words in page.own_actions.lines() if action]


def test_a_built_in_entry_offers_a_copy_but_nothing_to_delete(page: LibraryPage) -> None:
    page.show_thing(BRIDGE)
    assert page.own_actions.edit.text() == "Edit"
    assert "drop" not in lines(page)
    assert "compare" not in lines(page)


def test_compare_shows_what_differs_in_words(edited: LibraryPage) -> None:
    edited.side.compare(BRIDGE)
    compare = edited.side.page("compare")
    assert edited.side.currentWidget() is compare
    assert ("Dose: sets", "3", "2") in compare.differences
    assert not compare.keep.isVisible()
    assert compare.take.text() == "Take the original"


def test_taking_the_original_is_undone(edited: LibraryPage, ctx) -> None:
    edited.side.compare(BRIDGE)
    edited.side.page("compare").take.click()
    assert edited.side.is_detail
    assert edited.finding.how_it_stands(BRIDGE) is Standing.BUILT_IN
    hushed = []
    ctx.news.hushed.connect(hushed.append)
    edited.shown_stack.undo()
    assert [message.text for message in hushed] == ["Bridge is the original again."]
    assert edited.finding.how_it_stands(BRIDGE) is Standing.EDITED
    assert ctx.store.library().entries[BRIDGE].dose.sets == 2


def test_a_changed_original_is_told_and_compared_with_both_ways_to_go_on(outdated: LibraryPage) -> None:
    assert outdated.own_actions.changed.isVisible()
    outdated.own_actions.changed.button.click()
    compare = outdated.side.page("compare")
    assert compare.take.text() == "Take the new original"
    assert compare.keep.hasFocus()
    assert ("Position", "On the back", "On the belly") in compare.differences


def test_keep_mine_ends_the_reminder_and_is_undone(outdated: LibraryPage, ctx) -> None:
    outdated.side.do("keep-mine", BRIDGE)
    assert outdated.finding.how_it_stands(BRIDGE) is Standing.EDITED
    assert not outdated.own_actions.changed.isVisible()
    assert ctx.store.library().entries[BRIDGE].two_sided
    outdated.shown_stack.undo()
    assert outdated.own_actions.changed.isVisible()


def test_the_message_undoes_only_what_it_speaks_of(edited: LibraryPage, spoken, ctx) -> None:
    edited.side.do("drop", BRIDGE)
    message = spoken[-1]
    edited.marking.toggle_favourite(BRIDGE)
    message.on_action()
    assert edited.finding.how_it_stands(BRIDGE) is Standing.BUILT_IN
    edited.undo_stack.undo()
    message.on_action()
    assert edited.finding.how_it_stands(BRIDGE) is Standing.EDITED


def test_a_copy_is_kept_at_once_and_deleted_with_undo(qtbot, page: LibraryPage, ctx) -> None:
    page.show_thing(BRIDGE)
    page.side.do("duplicate", BRIDGE)
    page.side.finish()
    (made,) = ctx.store.own_library().entries
    assert made.value.texts[0].name == "Bridge (copy)"
    assert page.detail.subject == made.value.id
    assert page.finding.how_it_stands(made.value.id) is Standing.OWN
    page.side.do("drop", made.value.id)
    assert ctx.store.own_library().entries == ()
    page.shown_stack.undo()
    assert [one.value.id for one in ctx.store.own_library().entries] == [made.value.id]


def test_an_own_template_is_renamed_and_deleted(qtbot, page: LibraryPage, ctx) -> None:
    sciatica = ctx.library.built_in.templates["template.sciatica"]
    mine = fresh_template(sciatica, ctx.new_id("template"), names={"en": "Leg pain, our way"})
    ctx.store.keep_own_template(mine)
    page.side.owning.forget()
    page.refresh()
    page.show_thing(mine.value.id)
    assert page.own_actions.edit.text() == "Rename"
    page.own_actions.edit.click()
    names = page.side.page("names")
    line = names.lines["en"]
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    names.keep.click()
    assert not page.side.is_detail
    qtbot.keyClicks(line, "Leg pain")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert page.detail.head.name.text() == "Leg pain"
    page.side.do("drop", mine.value.id)
    assert ctx.store.own_library().templates == ()
    page.shown_stack.undo()
    page.shown_stack.undo()
    (back,) = ctx.store.own_library().templates
    assert back == OwnTemplate(value=mine.value)


def test_a_template_is_duplicated_and_its_name_asked_for(page: LibraryPage, ctx) -> None:
    page.show_thing("template.sciatica")
    assert not page.own_actions.edit.isVisible()
    page.side.do("duplicate", "template.sciatica")
    names = page.side.page("names")
    assert names.lines["en"].text().endswith("(copy)")
    assert names.lines["en"].hasFocus()


def test_a_usual_dose_is_typed_where_the_entry_shows_it(qtbot, page: LibraryPage, ctx) -> None:
    page.show_thing(BRIDGE)
    field = next(part for part in page.detail.findChildren(UsualDose) if part.isVisible())
    qtbot.keyClicks(field.line, "2x6 1/d")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: BRIDGE in ctx.store.usual_doses())
    assert ctx.store.usual_doses()[BRIDGE] == ExerciseDose(sets=2, reps=6, times_per_day=1)
    page.shown_stack.undo()
    assert BRIDGE not in ctx.store.usual_doses()


def test_a_usual_dose_that_cannot_be_read_is_not_taken(qtbot, page: LibraryPage, ctx) -> None:
    page.show_thing(BRIDGE)
    field = next(part for part in page.detail.findChildren(UsualDose) if part.isVisible())
    qtbot.keyClicks(field.line, "two by six")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert "was not understood" in field.problem.text()
    assert BRIDGE not in ctx.store.usual_doses()


def test_a_usual_dose_outside_the_range_of_the_entry_is_not_taken(qtbot, page: LibraryPage, ctx) -> None:
    page.show_thing(BRIDGE)
    field = next(part for part in page.detail.findChildren(UsualDose) if part.isVisible())
    qtbot.keyClicks(field.line, "2x80")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert "the range of this entry goes from" in field.problem.text()
    assert BRIDGE not in ctx.store.usual_doses()


def test_the_dose_shown_becomes_my_default(page: LibraryPage, ctx, spoken) -> None:
    page.show_thing(BRIDGE)
    assert "usual" in lines(page)
    page.side.do("usual", BRIDGE)
    assert ctx.store.usual_doses()[BRIDGE] == ctx.library.entries[BRIDGE].dose
    assert "usual" not in lines(page)
    assert "forget-usual" in lines(page)
    spoken[-1].on_action()
    assert BRIDGE not in ctx.store.usual_doses()


def test_a_medicine_has_no_usual_dose(page: LibraryPage) -> None:
    page.show_thing("medicine.gabapentin")
    assert "usual" not in lines(page)
