"""From Today to the page that prints for many patients, and back with one key."""

from __future__ import annotations

from PySide6.QtCore import Qt

from painplanner.gui.workspace import Workspace


def test_today_leads_to_the_morning_and_esc_back(qtbot, workspace: Workspace) -> None:
    today = workspace.pages.page("today")
    qtbot.mouseClick(today.morning, Qt.MouseButton.LeftButton)
    morning = workspace.pages.currentWidget()
    assert morning is workspace.pages.page("morning")
    qtbot.keyClick(morning, Qt.Key.Key_Escape)
    assert workspace.place == "today"
