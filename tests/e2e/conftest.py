"""The whole window on folders of its own, driven as a person would, and closed at the end."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from shiboken6 import isValid

from painplanner.core.edits import add_item, new_item
from painplanner.core.ids import counting_ids
from painplanner.core.patient import Patient
from painplanner.core.plan import Plan
from painplanner.core.practice import Person, Practice, PracticeSetup
from painplanner.documents.registry import kind_ids
from painplanner.gui.main_window import MainWindow
from painplanner.gui.settings import Settings
from painplanner.gui.theme import Theme
from painplanner.gui.workspace import Workspace
from painplanner.services import gathering, publish
from painplanner.services.practice import create_practice

PHRASE = "orange ladder quiet boat"
TODAY = date(2026, 1, 20)
LONG = 30_000

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


@pytest.fixture(scope="session")
def printed_practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed practice with one printed plan, made once, because deriving its key is slow on purpose."""
    setup = PracticeSetup(
        practice=Practice(id="practice", name="Riverside Pain", phone="555 0101", after_hours="555 0102"),
        person=Person(id="person", name="M. Reyes"),
    )
    store = create_practice(tmp_path_factory.mktemp("printed") / "practice", setup, PHRASE)
    store.save_patient(Patient(id="daniel", name="Daniel Whitcombe", birth_date=date(1978, 8, 3)))
    library, new_id = store.library(), counting_ids()
    plan = Plan(id="plan", number=store.new_plan_number(), patient="daniel", title="Sciatica", start=TODAY)
    plan = add_item(plan, new_item(library.entries["exercise.bridge"], library, new_id, plan=plan), new_id)
    request = gathering.gather(store, plan, TODAY)
    publish.keep(store, request, publish.make_papers(request, kind_ids()))
    store.close()
    return store.folder


@pytest.fixture
def folder(printed_practice: Path, tmp_path: Path) -> Path:
    """A practice of this test's own with one printed plan."""
    return Path(shutil.copytree(printed_practice, tmp_path / "practice"))


@pytest.fixture
def workspace(qtbot, open_window: OpenWindow, folder: Path) -> Workspace:
    window: MainWindow = open_window(folder)
    qtbot.keyClicks(window._unlock.passphrase, PHRASE)
    qtbot.keyClick(window._unlock.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window._workspace is not None and window._workspace.is_open, timeout=LONG)
    return window.workspace
