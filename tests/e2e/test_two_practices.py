"""One window holds one practice at a time: entering another one from a locked door lets the first one go."""

from __future__ import annotations

from pathlib import Path

import pytest
from e2e.conftest import LONG, PHRASE
from PySide6.QtCore import Qt

from painplanner.core.practice import Person, Practice, PracticeSetup
from painplanner.core.values import replace
from painplanner.gui.main_window import MainWindow
from painplanner.gui.workspace import Workspace
from painplanner.services.practice import create_practice
from painplanner.store import open_store

OTHER_PHRASE = "violet harbour slow train"


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A second practice, without patients."""
    setup = PracticeSetup(
        practice=Practice(id="practice", name="Hillside Pain", phone="555 0201", after_hours="555 0202"),
        person=Person(id="person", name="A. Lind"),
    )
    create_practice(tmp_path / "hillside", setup, OTHER_PHRASE).close()
    return tmp_path / "hillside"


@pytest.fixture
def locked(workspace: Workspace) -> MainWindow:
    """The first practice, locked in the middle of an edited plan."""
    workspace.go("plan", "plan")
    workspace.plan_tab.session.apply("Title", lambda plan: replace(plan, title="Half a tho"))
    workspace.patient_session.apply("Note", lambda patient: replace(patient, note="Called at noon"))
    window: MainWindow = workspace._window  # type: ignore[assignment]
    window.lock()
    return window


def unlock(qtbot, window: MainWindow, folder: Path, passphrase: str) -> None:
    door = window._unlock
    assert door is not None
    door.offer((folder, *door._folders))
    door.passphrase.clear()
    qtbot.keyClicks(door.passphrase, passphrase)
    qtbot.keyClick(door.passphrase, Qt.Key.Key_Return)


def wait_for(qtbot, window: MainWindow, name: str) -> None:
    workspace = window.workspace
    qtbot.waitUntil(
        lambda: window._stack.currentWidget() is workspace and workspace.ctx.practice.name == name, timeout=LONG
    )


def assert_first_is_gone(window: MainWindow, folder: Path) -> None:
    workspace = window.workspace
    assert not workspace.patient_session.is_open
    assert not workspace.plan_tab.has_plan
    assert not workspace.plan_tab.session.is_open
    assert not workspace.actions["undo"].isEnabled()
    first = open_store(folder, PHRASE)
    assert first.load_plan("plan").title == "Half a tho"
    assert first.patient("daniel").note == "Called at noon"
    first.close()


def test_another_practice_lets_the_locked_one_go(qtbot, locked: MainWindow, folder: Path, other: Path) -> None:
    unlock(qtbot, locked, other, OTHER_PHRASE)
    wait_for(qtbot, locked, "Hillside Pain")
    assert_first_is_gone(locked, folder)
    assert locked.workspace.place == "today"
    locked.lock()
    unlock(qtbot, locked, other, OTHER_PHRASE)
    wait_for(qtbot, locked, "Hillside Pain")


def test_a_new_practice_lets_the_locked_one_go(qtbot, locked: MainWindow, folder: Path, tmp_path: Path) -> None:
    locked.show_first_start()
    form = locked._first
    assert form is not None
    texts = {"name": "Lakeside", "phone": "555", "after_hours": "556", "person": "B. Ode"}
    for name, text in (texts | {"passphrase": OTHER_PHRASE, "again": OTHER_PHRASE}).items():
        qtbot.keyClicks(getattr(form, name), text)
    form.create_button.click()
    wait_for(qtbot, locked, "Lakeside")
    assert_first_is_gone(locked, folder)


def test_the_demo_lets_the_locked_practice_go(qtbot, locked: MainWindow, folder: Path) -> None:
    assert locked._unlock is not None
    locked._unlock.demo_wanted.emit()
    qtbot.waitUntil(lambda: locked.workspace.ctx.store.folder != folder, timeout=LONG)
    assert_first_is_gone(locked, folder)


def test_a_wrong_passphrase_for_another_practice_leaves_the_locked_one_as_it_stands(
    qtbot, locked: MainWindow, folder: Path, other: Path
) -> None:
    unlock(qtbot, locked, other, "not the right words")
    assert locked._unlock is not None
    qtbot.waitUntil(lambda: bool(locked._unlock.problem), timeout=LONG)
    unlock(qtbot, locked, folder / ".." / folder.name, PHRASE)
    wait_for(qtbot, locked, "Riverside Pain")
    assert locked.workspace.plan_tab.session.plan.title == "Half a tho"
    assert locked.workspace.place == "patient"


def test_a_half_typed_patient_does_not_go_along_into_another_practice(qtbot, workspace: Workspace, other: Path) -> None:
    workspace.do("new-patient")
    page = workspace.pages.page("patients")
    qtbot.keyClicks(page.form.name, "Rosa Mar")
    window: MainWindow = workspace._window  # type: ignore[assignment]
    window.lock()
    unlock(qtbot, window, other, OTHER_PHRASE)
    wait_for(qtbot, window, "Hillside Pain")
    workspace.do("patients")
    assert page.form is None
    assert page.search.text() == ""
