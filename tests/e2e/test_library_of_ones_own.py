"""A library of one's own through the real window: edited, compared, taken back, used in a plan, carried elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from e2e.conftest import LONG, PHRASE
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from painplanner.core.dose import ExerciseDose
from painplanner.core.own import Standing
from painplanner.core.practice import Person, Practice, PracticeSetup
from painplanner.gui.pages.library import LibraryPage
from painplanner.gui.workspace import Workspace
from painplanner.services.practice import create_practice

CTRL = Qt.KeyboardModifier.ControlModifier
BRIDGE = "exercise.bridge"


@pytest.fixture
def page(workspace: Workspace) -> LibraryPage:
    workspace.do("library")
    return workspace.pages.page("library")  # type: ignore[return-value]


def keys(qtbot, text: str) -> None:
    """Type where the keys are."""
    qtbot.keyClicks(QApplication.focusWidget(), text)


def retype(qtbot, line, text: str) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)


def find(qtbot, page: LibraryPage, text: str, thing_id: str) -> None:
    page.take_focus()
    keys(qtbot, text)
    qtbot.waitUntil(lambda: page.detail.subject == thing_id, timeout=LONG)


def test_a_built_in_entry_is_edited_undone_compared_and_taken_back(
    qtbot, workspace: Workspace, page: LibraryPage
) -> None:
    find(qtbot, page, "bridge", BRIDGE)
    qtbot.keyClick(page.pane.search, Qt.Key.Key_Return)
    qtbot.keyClick(page.detail.body, Qt.Key.Key_Return, CTRL)
    editor = page.side.page("editor")
    assert editor.names.names["en"].line.hasFocus()
    retype(qtbot, editor.names.names["en"].line, "Bridge on heels")
    retype(qtbot, editor.dose.dose.line, "2x8 5s 2/d")
    assert workspace.actions["undo"].text() == "&Undo: Change dose"
    workspace.do("undo")
    assert editor.dose.dose.line.text() == "3 × 12 · 3 s · 1/d · 4/w"
    workspace.do("redo")
    qtbot.keyClick(editor.dose.dose.line, Qt.Key.Key_Escape)
    assert page.detail.head.name.text() == "Bridge on heels"

    page.side.do("compare", BRIDGE)
    compare = page.side.page("compare")
    assert ("Name, English", "Bridge", "Bridge on heels") in compare.differences
    compare.take.setFocus()
    qtbot.keyClick(compare.take, Qt.Key.Key_Return)
    assert page.detail.head.name.text() == "Bridge"
    workspace.do("undo")
    assert page.detail.head.name.text() == "Bridge on heels"
    assert page.finding.how_it_stands(BRIDGE) is Standing.EDITED


def test_an_own_entry_goes_into_a_plan_and_later_edits_leave_the_plan_alone(
    qtbot, workspace: Workspace, page: LibraryPage
) -> None:
    page.own_bar.kinds.actions()[0].trigger()
    editor = page.side.page("editor")
    keys(qtbot, "Wall clock reach")
    retype(qtbot, editor.dose.dose.line, "3x10 1/d")
    qtbot.keyClick(editor.dose.dose.line, Qt.Key.Key_Escape)
    own = page.detail.subject

    workspace.go("plan", "plan")
    composer = workspace.plan_tab.composer
    workspace.do("find-entry")
    qtbot.keyClicks(composer.picker.search, "clock reach")
    qtbot.waitUntil(lambda: own in [row.id for row in composer.picker.list.entries.rows], timeout=LONG)
    qtbot.keyClick(composer.picker.search, Qt.Key.Key_Return)
    item = workspace.plan_tab.session.plan.steps[-1].items[-1]
    assert item.source == own
    assert item.dose == ExerciseDose(sets=3, reps=10, times_per_day=1)

    workspace.do("library")
    find(qtbot, page, "clock reach", own)
    page.own_actions.edit.click()
    retype(qtbot, editor.names.names["en"].line, "Star reach")
    retype(qtbot, editor.dose.dose.line, "1x5")
    workspace.go("plan", "plan")
    assert workspace.plan_tab.session.plan.steps[-1].items[-1] == item
    assert workspace.ctx.library.entries[own].texts[0].name == "Star reach"


def test_what_is_ours_goes_to_another_practice(qtbot, workspace: Workspace, page: LibraryPage, tmp_path: Path) -> None:
    find(qtbot, page, "bridge", BRIDGE)
    page.own_actions.edit.click()
    editor = page.side.page("editor")
    retype(qtbot, editor.names.names["en"].line, "Bridge on heels")
    editor.done.click()
    page.own_bar.exports.click()
    page.side.page("export").save_to(tmp_path / "ours.painpack")
    qtbot.waitUntil(lambda: page.side.is_detail, timeout=LONG)

    setup = PracticeSetup(practice=Practice(id="lake", name="Lakeside"), person=Person(id="lu", name="L. Ortiz"))
    other = create_practice(tmp_path / "lakeside", setup, PHRASE)
    workspace.close_practice()
    workspace.open(other)
    workspace.do("library")
    assert page.detail.subject == ""
    assert other.own_library().entries == ()
    page.own_bar.imports.click()
    taking = page.side.page("import")
    taking.read_from(tmp_path / "ours.painpack")
    qtbot.waitUntil(lambda: taking.preview is not None, timeout=LONG)
    taking.replace.box(BRIDGE).click()
    taking.take.click()
    qtbot.waitUntil(lambda: page.side.is_detail, timeout=LONG)
    assert other.library().entries[BRIDGE].texts[0].name == "Bridge on heels"
    workspace.do("undo")
    assert other.library().entries[BRIDGE].texts[0].name == "Bridge"


def test_saving_the_work_of_the_window_keeps_what_was_typed_last(
    qtbot, workspace: Workspace, page: LibraryPage
) -> None:
    find(qtbot, page, "bridge", BRIDGE)
    page.own_actions.edit.click()
    retype(qtbot, page.side.page("editor").names.names["en"].line, "Bridge on heels")
    assert workspace.work.save()
    assert workspace.ctx.store.library().entries[BRIDGE].texts[0].name == "Bridge on heels"


def test_a_plan_becomes_a_template_that_is_found_in_the_library(qtbot, workspace: Workspace, page: LibraryPage) -> None:
    workspace.go("plan", "plan")
    workspace.do("save-template")
    panel = workspace.plan_tab.composer.side.page("template")
    assert panel.name.hasFocus()
    keys(qtbot, "Leg pain, our way")
    qtbot.keyClick(panel.name, Qt.Key.Key_Return)
    (kept,) = workspace.ctx.store.own_library().templates
    workspace.do("library")
    page.pane.scope.segment("templates").click()
    page.take_focus()
    keys(qtbot, "our way")
    qtbot.waitUntil(lambda: page.detail.subject == kept.value.id, timeout=LONG)
    page.own_actions.wanted.emit("drop", kept.value.id)
    assert workspace.ctx.store.own_library().templates == ()
    workspace.do("undo")
    assert workspace.ctx.store.own_library().templates == (kept,)
