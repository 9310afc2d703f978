"""From Enter on the passphrase to the first letter in the patient search, and the memory of the open program.

Times are beyond the key derivation and as ratios to a bare PySide6 window; memory as a ratio to that window idle.
Memory is what is resident, Qt's libraries included, for both. The private part alone (USS) depends on who else runs:
one other PySide6 process takes Qt's pages out of both sides and leaves a ratio of Python heaps, where a clinic's
computer runs this program alone and holds all of it.
"""

from __future__ import annotations

import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import psutil
from bench_startup import first_window
from screen import BARE, environment, private_screen

ROOT = Path(__file__).parents[2]
SCRIPT = Path(__file__).with_name("window_script.py")
RUNS = 5


def bare_memory(screen: str, home: str) -> int:
    """Return the memory (resident, bytes) of a bare window that is idle."""
    process = subprocess.Popen([sys.executable, "-c", BARE], env=environment(screen, home), start_new_session=True)
    time.sleep(2.5)
    used = psutil.Process(process.pid).memory_info().rss
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return int(used)


def drive(screen: str, home: str, folder: Path, what: str) -> dict[str, float]:
    """Run the real window once and return what it measured."""
    command = [sys.executable, str(SCRIPT), str(folder), what]
    env = {**environment(screen, home), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, check=True, timeout=120)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def report(what: str, value: float, unit: str, bare: float, aim: float) -> None:
    """Print one line: what, how much, and the ratio to bare with its aim."""
    print(f"{what:32} {value:7.1f} {unit:4} x{value / bare:.2f} of bare (aim {aim:.2f})")


def main() -> int:
    """Measure in turn and print medians and ratios."""
    from painplanner.services.demo import make_demo

    with private_screen() as screen, tempfile.TemporaryDirectory() as home:
        if screen is None:
            print("bench_unlock: needs Xvfb; skipped")
            return 0
        folder = Path(home) / "practice"
        make_demo(folder, date(2026, 3, 2))
        bare: list[float] = []
        opened: list[float] = []
        for turn in range(RUNS + 1):
            seconds = first_window([sys.executable, "-c", BARE], screen)
            found = drive(screen, home, folder, "unlock")
            if turn and seconds is not None:
                bare.append(seconds)
                opened.append(found["unlock"] - found["key"])
        base = statistics.median(bare)
        report("bare window", base * 1000, "ms", base * 1000, 1)
        report("Enter to first letter, no key", statistics.median(opened) * 1000, "ms", base * 1000, 1.0)
        memory = bare_memory(screen, home) / 2**20
        report("bare window idle", memory, "MiB", memory, 1)
        for what, aim in (("open", 2.7), ("preview", 3.5)):
            report(f"plan open, {what}", drive(screen, home, folder, what)["bytes"] / 2**20, "MiB", memory, aim)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
