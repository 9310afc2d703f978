"""Where the keys are after going somewhere by key: in the page, never left behind on a tab or the rail."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from painplanner.gui.workspace import Workspace


def keys() -> QWidget:
    field = QApplication.focusWidget()
    assert field is not None
    return field


@pytest.mark.parametrize("place", ["today", "library", "patients"])
def test_a_place_reached_by_key_begins_with_its_search(workspace: Workspace, place: str) -> None:
    workspace.do("practice")
    workspace.do(place)
    page = workspace.pages.page(place)
    assert keys() is getattr(page, "pane", page).search  # type: ignore[attr-defined]


@pytest.mark.parametrize("tab", ["overview", "plan", "progress", "documents", "history"])
def test_a_tab_reached_by_key_has_the_keys_in_its_page(workspace: Workspace, tab: str) -> None:
    workspace.go("patient", "daniel")
    workspace.do("tab-history" if tab != "history" else "tab-overview")
    workspace.do(f"tab-{tab}")
    assert workspace.patient_page.pages.page(tab).isAncestorOf(keys())


def test_a_plan_with_steps_is_moved_in_at_once(workspace: Workspace) -> None:
    workspace.go("plan", "plan")
    assert keys() is workspace.plan_tab.composer.middle.sequence


def test_a_plan_opened_from_the_list_of_plans_is_moved_in_at_once(qtbot, workspace: Workspace) -> None:
    workspace.go("plan", "plan")
    workspace.do("tab-overview")
    qtbot.keyClick(keys(), Qt.Key.Key_Return)
    assert keys() is workspace.plan_tab.composer.middle.sequence


def test_a_new_patient_is_one_enter_away_from_a_plan(qtbot, workspace: Workspace) -> None:
    workspace.do("new-patient")
    form = workspace.pages.page("patients").form  # type: ignore[attr-defined]
    form.name.setText("Ana Novak")
    form.birth.line.setText("3 Aug 1990")
    form.submit()
    overview = workspace.patient_page.pages.page("overview")
    assert keys() is overview.plans.new_button
    qtbot.keyClick(keys(), Qt.Key.Key_Return)
    assert keys() is workspace.plan_tab.composer.picker.search


def test_a_tab_chosen_on_the_row_of_tabs_keeps_the_keys_there(qtbot, workspace: Workspace) -> None:
    workspace.go("patient", "daniel")
    tabs = workspace.patient_page.tabs
    tabs.setFocus()
    keys_before = tabs.focusWidget() or tabs
    qtbot.keyClick(keys_before, Qt.Key.Key_Right)
    assert tabs.key() == "plan"
    assert tabs.isAncestorOf(keys())


def test_a_new_patient_that_is_half_typed_is_still_there_on_coming_back(workspace: Workspace) -> None:
    workspace.do("new-patient")
    page = workspace.pages.page("patients")
    page.form.name.setText("Ana Nov")  # type: ignore[attr-defined]
    workspace.do("today")
    workspace.do("patients")
    assert page.form.name.text() == "Ana Nov"  # type: ignore[attr-defined]
    assert keys() is page.form.name  # type: ignore[attr-defined]


def test_enter_saves_a_new_patient_from_any_field_and_escape_leaves(qtbot, workspace: Workspace) -> None:
    workspace.do("new-patient")
    page = workspace.pages.page("patients")
    form = page.form  # type: ignore[attr-defined]
    qtbot.keyClick(form.language, Qt.Key.Key_Return)
    assert form.name_field.sentence
    qtbot.keyClick(form.language, Qt.Key.Key_Escape)
    assert page.form is None  # type: ignore[attr-defined]


def test_go_to_anything_is_as_high_as_what_it_found(qtbot, workspace: Workspace) -> None:
    workspace.do("anything")
    card = keys().parentWidget()
    every_action = card.height()
    qtbot.keyClicks(keys(), "daniel")
    qtbot.waitUntil(lambda: card.height() < every_action)


def test_the_row_of_tabs_stays_where_it_is_from_tab_to_tab(workspace: Workspace) -> None:
    workspace.go("plan", "plan")
    tabs = workspace.patient_page.tabs
    workspace.patient_page.layout().activate()
    place = tabs.mapTo(workspace, tabs.rect().topLeft())
    workspace.do("tab-overview")
    workspace.patient_page.layout().activate()
    assert tabs.mapTo(workspace, tabs.rect().topLeft()) == place


def test_a_list_that_gets_the_keys_shows_which_row_has_them(workspace: Workspace) -> None:
    workspace.go("documents", "daniel")
    workspace.do("tab-history")
    assert workspace.patient_page.pages.page("history").list.selectionModel().hasSelection()  # type: ignore[attr-defined]


def test_a_revision_in_the_history_leads_to_its_plan(qtbot, workspace: Workspace) -> None:
    workspace.go("history", "daniel")
    page = workspace.patient_page.pages.page("history")
    events = page.list  # type: ignore[attr-defined]
    events.select([bool(event.plan) for event in events.rows.rows].index(True))
    qtbot.keyClick(events, Qt.Key.Key_Return)
    page.compare.open_button.click()  # type: ignore[attr-defined]
    assert workspace.patient_page.tabs.key() == "plan"
    assert workspace.plan_tab.session.plan.id == "plan"
