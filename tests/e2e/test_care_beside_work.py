"""Looking after the practice file goes on beside the work: nothing that a person waits for waits for it."""

from __future__ import annotations

import threading

import pytest
from e2e.conftest import LONG, PHRASE
from PySide6.QtCore import Qt

from painplanner.gui.main_window import MainWindow
from painplanner.gui.workspace import Workspace


@pytest.fixture
def long_care(workspace: Workspace, monkeypatch: pytest.MonkeyPatch):
    """A check of the file that lasts until it is let end, with a sentence for its end."""
    begun, end = threading.Event(), threading.Event()

    def look_after(_store: object, _now: object) -> str:
        begun.set()
        end.wait(LONG / 1000)
        return "The practice file is damaged in places."

    monkeypatch.setattr("painplanner.services.care.look_after", look_after)
    window: MainWindow = workspace._window  # type: ignore[assignment]
    window._look_after()
    assert begun.wait(LONG / 1000)
    yield end
    end.set()


def test_unlocking_does_not_wait_for_the_check_of_the_file(qtbot, workspace: Workspace, long_care) -> None:
    window: MainWindow = workspace._window  # type: ignore[assignment]
    window.lock()
    qtbot.keyClicks(window._unlock.passphrase, PHRASE)
    qtbot.keyClick(window._unlock.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window._stack.currentWidget() is workspace, timeout=LONG // 3)
    assert not long_care.is_set()


def test_work_for_a_page_does_not_wait_for_the_check_of_the_file(qtbot, workspace: Workspace, long_care) -> None:
    done: list[str] = []
    workspace.ctx.tasks.run(lambda: "paper", done.append, lane="preview")
    qtbot.waitUntil(lambda: done == ["paper"], timeout=LONG // 3)
    assert not long_care.is_set()


def test_what_the_check_found_is_said_when_it_ends(qtbot, workspace: Workspace, long_care) -> None:
    said: list[str] = []
    workspace.ctx.news.said.connect(lambda message: said.append(message.text))
    long_care.set()
    qtbot.waitUntil(lambda: "The practice file is damaged in places." in said, timeout=LONG)
