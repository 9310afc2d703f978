"""A save that fails keeps the window, the patient and the plan where they are, with the work on the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from painplanner.core.patient import Patient
from painplanner.core.values import replace
from painplanner.gui.main_window import MainWindow
from painplanner.gui.workspace import Workspace
from painplanner.store import open_store
from painplanner.store.faults import disk_full

from .conftest import PHRASE, close_window


@pytest.fixture
def full(workspace: Workspace) -> Iterator[Callable[[], None]]:
    """Let the disk be full until it is called; there is a second patient."""
    store = workspace.ctx.store
    store.save_patient(Patient(id="rosa", name="Rosa Mar"))
    patch = pytest.MonkeyPatch()

    def refuse(*_args: object) -> None:
        raise disk_full(store.folder)

    workspace.go("plan", "plan")
    for name in ("save_draft", "save_patient"):
        patch.setattr(store, name, refuse)
    yield patch.undo
    patch.undo()


@pytest.fixture
def window(workspace: Workspace) -> MainWindow:
    found = workspace.window()
    assert isinstance(found, MainWindow)
    return found


def edit_plan(workspace: Workspace) -> None:
    workspace.plan_tab.session.apply("Title", lambda plan: replace(plan, title="Half a tho"))


def edit_patient(workspace: Workspace) -> None:
    workspace.patient_session.apply("Note", lambda patient: replace(patient, note="Called at noon"))


EDITS = pytest.mark.parametrize("edit", [edit_plan, edit_patient])


@EDITS
def test_closing_stays_and_offers_to_close_without_saving(workspace, window, full, folder, edit):
    edit(workspace)
    assert not window.close()
    assert window.isVisible()
    assert "is full" in workspace.messages.text
    assert workspace.messages.notice.button.text() == "Close without saving"
    workspace.messages.notice.button.click()
    assert not window.isVisible()
    close_window(window)
    full()
    store = open_store(folder, PHRASE)
    assert store.load_plan("plan").title == "Sciatica"
    store.close()


@EDITS
def test_closing_works_again_with_space(workspace, window, full, folder, edit):
    edit(workspace)
    assert not window.close()
    full()
    workspace.messages.notice.button.click()
    assert not window.isVisible()
    close_window(window)
    store = open_store(folder, PHRASE)
    assert store.load_plan("plan").title == "Half a tho" or store.patient("daniel").note == "Called at noon"
    store.close()


@EDITS
@pytest.mark.parametrize("way", [("patient", "rosa"), ("new-plan", "rosa"), ("documents", "rosa"), ("plan", "plan")])
def test_another_patient_or_plan_waits_for_the_save(workspace, full, edit, way):
    edit(workspace)
    plan, patient = workspace.plan_tab.session.plan, workspace.patient_session.patient
    workspace.go(*way)
    assert workspace.plan_tab.session.plan is plan
    assert workspace.patient_session.patient is patient
    assert workspace.place == "patient"
    assert workspace.patient_page.tabs.key() == "plan"
    assert "is full" in workspace.messages.text
    full()
    workspace.go(*way)
    assert workspace.patient_session.patient.id == ("daniel" if way[1] == "plan" else "rosa")


def test_opening_the_open_plan_again_keeps_its_newest_words(workspace):
    workspace.go("plan", "plan")
    edit_plan(workspace)
    workspace.go("plan", "plan")
    assert workspace.plan_tab.session.plan.title == "Half a tho"


@EDITS
def test_the_staff_view_waits_for_the_save(workspace, full, edit):
    edit(workspace)
    workspace.do("staff")
    assert not workspace.is_staff_view
    assert workspace.plan_tab.has_plan
    full()


class Session:
    """What Qt hands over when the computer ends the session."""

    is_cancelled = False

    def cancel(self) -> None:
        self.is_cancelled = True


@EDITS
def test_the_end_of_the_session_of_the_computer_waits_for_the_save(workspace, window, full, edit):
    edit(workspace)
    asked = Session()
    window._on_session_ending(asked)
    assert asked.is_cancelled
    full()
    again = Session()
    window._on_session_ending(again)
    assert not again.is_cancelled


def test_a_locked_window_that_cannot_save_says_so_at_the_door(workspace, window, full):
    edit_plan(workspace)
    window.lock()
    assert not window.close()
    assert "is full" in window._unlock.problem
    assert workspace.plan_tab.session.plan.title == "Half a tho"
    full()
