"""Drives the real window from inside its own process for a benchmark, and prints what was measured as JSON.

usage: window_script.py FOLDER unlock|open|preview
It waits asleep, as the window's own loop does: a loop that asks again and again would take the interpreter from the
worker that opens the practice.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

TYPING_SECONDS = 2.5
"""How long a person types a passphrase, during which the program may load."""
LIMIT_SECONDS = 30


def wait(app: object, done: Callable[[], bool]) -> None:
    """Run the event loop until something is so; a tick wakes it where nothing else does."""
    from PySide6.QtCore import QEventLoop, QTimer

    end = time.perf_counter() + LIMIT_SECONDS
    tick = QTimer(interval=2)
    tick.start()
    while not done() and time.perf_counter() < end:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)  # type: ignore[attr-defined]
    tick.stop()


def idle(app: object, seconds: float) -> None:
    """Run the event loop for a while."""
    end = time.perf_counter() + seconds
    wait(app, lambda: time.perf_counter() >= end)


def main() -> None:
    """Open the door of the practice, type, press Enter, and go as far as asked."""
    folder, what = Path(sys.argv[1]), sys.argv[2]
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from painplanner.gui.main_window import MainWindow
    from painplanner.gui.settings import Settings
    from painplanner.gui.startup import application
    from painplanner.gui.theme import Theme

    app = application(sys.argv[:1])
    window = MainWindow(Settings(), Theme("light"))
    window.offer_practice(folder)
    window.show()
    idle(app, TYPING_SECONDS)
    wait(app, lambda: not any(t.name == "painplanner-warm" for t in threading.enumerate()))
    door = window._unlock
    QTest.keyClicks(door.passphrase, "calm river steady walk")
    key = watch_key()
    began = time.perf_counter()
    QTest.keyClick(door.passphrase, Qt.Key.Key_Return)
    wait(app, lambda: window._workspace is not None and window._workspace.is_open)
    wait(app, lambda: hasattr(window.focusWidget(), "searched"))
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_D)
    wait(app, lambda: getattr(window.focusWidget(), "text", str)().casefold() == "d")
    window.focusWidget().repaint()
    result = {"unlock": time.perf_counter() - began, "key": sum(key)}
    if what != "unlock":
        result["bytes"] = go_on(app, window, what)
    print(json.dumps(result), flush=True)
    window.close()
    window.release()


def watch_key() -> list[float]:
    """Return a list that is given the seconds of every key derivation from now on.

    It is timed where it happens: its time varies more from one run to the next than all that is measured here.
    """
    from painplanner.store import keys

    unlock, times = keys.unlock, list[float]()

    def timed(*given: object) -> object:
        began = time.perf_counter()
        try:
            return unlock(*given)  # type: ignore[arg-type]
        finally:
            times.append(time.perf_counter() - began)

    keys.unlock = timed  # type: ignore[assignment]
    return times


def go_on(app: object, window: object, what: str) -> int:
    """Open a plan, and its preview when asked; return the memory of this process (resident, bytes)."""
    import psutil

    workspace = window.workspace  # type: ignore[attr-defined]
    workspace.go("patient", "patient-whitcombe")
    workspace.do("tab-plan")
    idle(app, 1.0)
    if what == "preview":
        workspace.plan_tab.composer.do_preview()
        idle(app, 2.5)
    return int(psutil.Process().memory_info().rss)


if __name__ == "__main__":
    main()
