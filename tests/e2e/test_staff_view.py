"""The staff view finds and prints; what the clinician did stays as it is."""

from __future__ import annotations

from painplanner.core.values import replace
from painplanner.gui.workspace import Workspace


def test_the_staff_view_takes_no_edit_of_the_clinician_back(workspace: Workspace) -> None:
    workspace.go("patient", "daniel")
    workspace.patient_session.apply("Name", lambda patient: replace(patient, name="Daniel Whitcombe Jr"))
    assert workspace.actions["undo"].isEnabled()
    workspace.do("staff")
    assert not workspace.patient_session.is_open
    workspace.go("patient", "daniel")
    assert workspace.place == "patient"
    assert not workspace.actions["undo"].isEnabled()
    assert not workspace.actions["redo"].isEnabled()


def test_nothing_done_while_the_staff_view_is_on_can_be_undone_by_a_key(workspace: Workspace) -> None:
    workspace.do("staff")
    workspace.go("patient", "daniel")
    workspace.patient_session.apply("Note", lambda patient: replace(patient, note="Called"))
    assert not workspace.actions["undo"].isEnabled()
    workspace.do("undo")
    assert workspace.patient_session.patient.note == "Called"


def test_coming_back_from_the_staff_view_offers_undo_again(workspace: Workspace) -> None:
    workspace.do("staff")
    workspace.set_staff_view(on=False)
    workspace.go("patient", "daniel")
    workspace.patient_session.apply("Note", lambda patient: replace(patient, note="Called"))
    assert workspace.actions["undo"].isEnabled()


def test_the_way_back_says_what_it_is_for_and_lets_one_stay(qtbot, workspace: Workspace) -> None:
    window = workspace.window()
    workspace.do("staff")
    workspace.do("staff")
    door = window._unlock
    assert window._stack.currentWidget() is door
    assert "staff view" in door._where.text()
    assert not door.other_ways.isVisible()
    door.back_button.click()
    assert window._stack.currentWidget() is workspace
    assert workspace.is_staff_view
    window.lock()
    assert not door.back_button.isVisible()
    assert door.other_ways.isVisible()


def test_the_staff_view_finds_patients_and_adds_none(qtbot, workspace: Workspace) -> None:
    workspace.do("staff")
    page = workspace.pages.page("patients")
    page.find("Nobody of that name")
    assert page._not_found.isVisible()
    assert not page._not_found.action.isVisible()
    assert not page.new_button.isVisible()
    workspace.set_staff_view(on=False)
    page.find("Nobody of that name")
    assert page._not_found.action.isVisibleTo(page)
