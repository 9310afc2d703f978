"""First window of the program against a bare PySide6 window, in turn under one private screen; prints the ratio.

It measures both first windows: the door of a practice, as every day begins, and the form of the very first start.

Needs Xvfb and python-xlib, which the machines of the project have; says so and stops where they are missing.
"""

from __future__ import annotations

import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from screen import BARE, environment, private_screen

ROOT = Path(__file__).parents[2]
RUNS = 7
PROGRAM = [sys.executable, "-m", "painplanner"]
COMMANDS = {"bare": [sys.executable, "-c", BARE], "door": PROGRAM, "first start": PROGRAM}


def remember_practice(home: str) -> None:
    """Leave the settings of a person who opened a practice before."""
    settings = Path(home, "CONFIG", "PainPlanner", "window.ini")
    settings.parent.mkdir(parents=True)
    settings.write_text(f"[practice]\nrecent={home}\n")


def first_window(command: list[str], screen: str, limit: float = 30, *, is_known: bool = False) -> float | None:
    """Return the seconds from exec to the first mapped window of a size; `is_known` when a practice is remembered."""
    from Xlib import X, display

    link = display.Display(screen)
    link.screen().root.change_attributes(event_mask=X.SubstructureNotifyMask)
    link.sync()
    home = tempfile.mkdtemp()
    if is_known:
        remember_practice(home)
    env = environment(screen, home)
    began = time.perf_counter()
    process = subprocess.Popen(command, env=env, cwd=ROOT, stdout=-3, stderr=-3, start_new_session=True)
    try:
        while time.perf_counter() - began < limit and process.poll() is None:
            while link.pending_events():
                event = link.next_event()
                if event.type == X.MapNotify and event.window.get_geometry().width >= 300:
                    return time.perf_counter() - began
            time.sleep(0.001)
        return None
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        link.close()
        shutil.rmtree(home, ignore_errors=True)


def main() -> int:
    """Measure both in turn and print the medians and their ratio."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    with private_screen() as screen:
        if screen is None:
            print("bench_startup: needs Xvfb; skipped")
            return 0
        for turn in range(RUNS + 1):
            for name, command in COMMANDS.items():
                seconds = first_window(command, screen, is_known=name == "door")
                if turn and seconds is not None:
                    times[name].append(seconds)
    medians = {name: statistics.median(found) for name, found in times.items() if found}
    for name, median in medians.items():
        print(f"first window  {name:12} {median * 1000:6.0f} ms   x{median / medians['bare']:.2f} of bare (aim 1.60)")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
