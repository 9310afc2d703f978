"""What every test stands on: an off-screen Qt, private files, and nothing left over when a test ends."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.umask(0o077)

settings.register_profile("painplanner", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
settings.load_profile("painplanner")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run the long form of slow matrices")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--long"):
        return
    skip = pytest.mark.skip(reason="the long form runs with --long")
    for item in items:
        if "long" in item.keywords:
            item.add_marker(skip)


@pytest.fixture(autouse=True)
def private_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the settings and data of the person who runs it."""
    home = tmp_path_factory.getbasetemp() / "home"
    home.mkdir(exist_ok=True)
    for name in (
        "HOME",
        "USERPROFILE",
        "XDG_CONFIG_HOME",
        "XDG_DATA_HOME",
        "XDG_CACHE_HOME",
        "LOCALAPPDATA",
        "APPDATA",
    ):
        monkeypatch.setenv(name, str(home))


@pytest.fixture(autouse=True)
def nothing_left_over(request: pytest.FixtureRequest) -> Iterator[None]:
    """A window, timer or thread that outlives its test fails it."""
    uses_qt = "qtbot" in request.fixturenames
    before = set(threading.enumerate())
    if uses_qt:
        # What was there before is set aside, so that collecting and looking through cost only what the test made.
        gc.freeze()
    yield
    late = {t for t in set(threading.enumerate()) - before if t.is_alive() and not t.daemon}
    assert not late, f"threads outlived the test: {late}"
    if uses_qt:
        _check_windows()
        running = _timers_and_threads()
        assert not running, f"timers or threads of Qt outlived the test: {running}"


def _check_windows() -> None:
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    QApplication.clipboard().clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    open_windows = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    names = [f"{type(w).__name__} {w.objectName()}" for w in open_windows]
    for window in open_windows:
        window.close()
    assert not names, f"windows outlived the test: {names}"


def _timers_and_threads() -> set[object]:
    """Return the running timers and threads of Qt that the test made and Python code still holds."""
    from PySide6.QtCore import QThread, QTimer
    from shiboken6 import isValid

    gc.collect()
    kept = [o for o in gc.get_objects() if issubclass(type(o), (QThread, QTimer)) and isValid(o)]
    return {o for o in kept if (o.isActive() if isinstance(o, QTimer) else o.isRunning())}
