"""A paper that was opened in a viewer is gone when the program locks, closes, or starts again."""

from __future__ import annotations

from painplanner.gui.workspace import Workspace
from painplanner.services.viewed import viewed_folder, write_viewed


def test_locking_takes_opened_papers_away(qtbot, workspace: Workspace) -> None:
    write_viewed(b"%PDF looked at")
    workspace.window().lock()
    assert list(viewed_folder().iterdir()) == []


def test_closing_takes_opened_papers_away(qtbot, workspace: Workspace) -> None:
    write_viewed(b"%PDF looked at")
    workspace.window().release()
    assert list(viewed_folder().iterdir()) == []


def test_a_start_takes_away_what_a_crash_left(qtbot, open_window, folder) -> None:
    write_viewed(b"%PDF left over")
    open_window(folder)
    qtbot.waitUntil(lambda: list(viewed_folder().iterdir()) == [])
