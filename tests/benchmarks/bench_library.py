"""Opening the Library page with 10,000 entries against the shipped library: a fresh process each, the real window.

From the click on Library to the page painted with its list, in a practice that was just unlocked; then how long the
first letter takes at once, and until everything is taken in.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

ROOT = Path(__file__).parents[2]
RUNS = 7
MANY = 10_000
SHIPPED, BUILT_IN, OWN = "shipped", "built in", "own"
LARGE = (BUILT_IN, OWN)


def fill(folder: Path) -> None:
    """Put 10,000 entries into a practice."""
    from many_entries import many

    from painplanner.services.demo import PASSPHRASE
    from painplanner.services.library import read_library
    from painplanner.store import open_store

    store = open_store(folder, PASSPHRASE)
    library, figures = read_library()
    store.replace_library(many(library, MANY), figures)
    store.close()


def fill_own(folder: Path) -> None:
    """Put as many entries of its own into a practice, as a pack from elsewhere would."""
    from many_entries import many

    from painplanner.core.own import Held, OwnChange, OwnEntry
    from painplanner.core.values import replace
    from painplanner.services.demo import PASSPHRASE
    from painplanner.services.library import read_library
    from painplanner.store import open_store

    shipped = read_library()[0].entries
    new = [entry for key, entry in many(read_library()[0], MANY).entries.items() if key not in shipped]
    store = open_store(folder, PASSPHRASE)
    own = [OwnEntry(value=replace(entry, id=f"own.{n}")) for n, entry in enumerate(new)]
    store.change_own(OwnChange(entries={Held(one.value.id): one for one in own}))
    store.close()


def measure(folder: Path) -> dict[str, float]:
    """Open the page in a process of its own and return what it measured."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, __file__, str(folder)]
    done = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, check=False, timeout=180)
    if done.returncode:
        raise SystemExit(done.stderr)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def drive(folder: Path) -> dict[str, float]:
    """Unlock the practice and open the page, inside this process."""
    from PySide6.QtWidgets import QApplication
    from window_script import idle, wait

    from painplanner.gui.startup import application

    app = application(sys.argv[:1])
    window = unlocked(app, folder)
    idle(app, 1.5)
    began = time.perf_counter()
    window.workspace.go("library", "")
    QApplication.processEvents()
    window.repaint()
    opened = time.perf_counter() - began
    began = time.perf_counter()
    library = window.workspace.ctx.library
    assert library.index.find("bri", 5)
    letter = time.perf_counter() - began
    wait(app, lambda: library.is_read)
    result = {"opened": opened, "letter": letter, "read": time.perf_counter() - began, "entries": len(library.entries)}
    window.close()
    window.release()
    return result


def unlocked(app: object, folder: Path) -> Any:
    """Return the real window with the practice open."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from window_script import idle, wait

    from painplanner.gui.main_window import MainWindow
    from painplanner.gui.settings import Settings
    from painplanner.gui.theme import Theme
    from painplanner.services.demo import PASSPHRASE

    window: Any = MainWindow(Settings(folder.parent / "window.ini"), Theme("light"))
    window.resize(1300, 820)
    window.offer_practice(folder)
    window.show()
    idle(app, 1.0)
    QTest.keyClicks(window._unlock.passphrase, PASSPHRASE)
    QTest.keyClick(window._unlock.passphrase, Qt.Key.Key_Return)
    wait(app, lambda: window._workspace is not None and window._workspace.is_open)
    return window


def main() -> int:
    """Measure all in turn and print the medians and what a large library adds."""
    if len(sys.argv) > 1:
        print(json.dumps(drive(Path(sys.argv[1]))), flush=True)
        return 0
    found = measure_all()
    if {one["entries"] for name in LARGE for one in found[name]} != {MANY}:
        print(
            "bench_library: the files of the library changed meanwhile, so the practice was brought up to them; again"
        )
        return 1
    report(
        {name: {key: statistics.median(one[key] for one in runs) for key in runs[0]} for name, runs in found.items()}
    )
    return 0


def measure_all() -> dict[str, list[dict[str, float]]]:
    """Make a practice of each size and open each in turn, a first time for nothing."""
    from painplanner.services.demo import make_demo

    with tempfile.TemporaryDirectory() as home:
        folders = {name: Path(home) / name / "practice" for name in (SHIPPED, *LARGE)}
        for folder in folders.values():
            folder.parent.mkdir()
            make_demo(folder, date(2026, 3, 2))
        fill(folders[BUILT_IN])
        fill_own(folders[OWN])
        turns = [{name: measure(folder) for name, folder in folders.items()} for _turn in range(RUNS + 1)]
    return {name: [turn[name] for turn in turns[1:]] for name in folders}


def report(middle: dict[str, dict[str, float]]) -> None:
    """Print each, and what the large ones add."""
    for name, one in middle.items():
        print(
            f"{name:8} {one['entries']:6.0f} entries: page opened {one['opened'] * 1000:6.1f} ms,"
            f" first letter at once {one['letter'] * 1000:5.1f} ms, all taken in after {one['read']:.2f} s"
        )
    shipped = middle[SHIPPED]["opened"]
    for name in LARGE:
        added, ratio = (middle[name]["opened"] - shipped) * 1000, middle[name]["opened"] / shipped
        print(f"10,000 entries, {name}, add {added:.1f} ms, x{ratio:.2f} of the shipped library (aim: 50 ms)")


if __name__ == "__main__":
    raise SystemExit(main())
