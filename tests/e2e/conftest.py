"""The whole window on folders of its own, driven as a person would, and closed at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from shiboken6 import isValid

from painplanner.gui.main_window import MainWindow
from painplanner.gui.settings import Settings
from painplanner.gui.theme import Theme

OpenWindow = Callable[..., MainWindow]


@pytest.fixture
def open_window(qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenWindow]:
    """Open the window as a start of the program does; `close_window` ends it as closing does."""
    opened: list[MainWindow] = []
    monkeypatch.setattr("painplanner.paths.data_dir", lambda: tmp_path / "data")

    def start(folder: Path | None = None) -> MainWindow:
        window = MainWindow(Settings(tmp_path / "window.ini"), Theme("light"))
        window.resize(1280, 800)
        window.offer_practice(folder)
        opened.append(window)
        with qtbot.waitExposed(window):
            window.show()
        return window

    yield start
    for window in opened:
        close_window(window)


def close_window(window: MainWindow) -> None:
    """Close as a person does; closing twice does nothing."""
    if not isValid(window):
        return
    window.close()
    window.release()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
