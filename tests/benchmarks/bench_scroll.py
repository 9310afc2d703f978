"""Scrolling the library's grid from end to end at 60 frames a second: how long after its tick each frame is painted.

The real window and its real event loop, first while the pictures are still to be drawn, then when they are all there.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent))

TICK = 1 / 60
AIM_MS = 16.0
STEP = 48
"""Pixels a frame: a fast turn of the wheel, some 2,900 pixels a second."""
LEAST_PICTURES = 170


def pane_of(window: Any) -> Any:
    """Return the finding part of the library page, its grid in front with every entry in it."""
    from PySide6.QtWidgets import QApplication
    from window_script import idle, wait

    app = QApplication.instance()
    window.resize(1400, 900)
    window.workspace.go("library", "")
    wait(app, lambda: window.workspace.ctx.library.is_read)
    pane = window.workspace.pages.page("library").pane
    if pane.view != "grid":
        pane.toggle_view()
    idle(app, 1.0)
    return pane


def scroll(app: Any, grid: Any) -> list[float]:
    """Scroll to the end, one step a tick, and return the milliseconds from each tick to its painted frame."""
    bar, late = grid.verticalScrollBar(), list[float]()
    bar.setValue(0)
    app.processEvents()
    tick = time.perf_counter()
    while bar.value() < bar.maximum():
        while time.perf_counter() < tick:
            app.processEvents()
        bar.setValue(bar.value() + STEP)
        grid.viewport().repaint()
        painted = time.perf_counter()
        late.append((painted - tick) * 1000)
        tick = max(tick + TICK, painted)
    return late


def report(name: str, times: list[float]) -> None:
    """Print the middle and the slow end of the frames."""
    p95 = statistics.quantiles(times, n=20)[-1]
    print(
        f"{name:28} {len(times):4} frames: p50 {statistics.median(times):5.1f} ms, p95 {p95:5.1f} ms, worst"
        f" {max(times):5.1f} ms, x{p95 / AIM_MS:.2f} of a frame (aim {AIM_MS:.0f} ms)"
    )


def main() -> int:
    """Scroll there twice and print both."""
    from bench_library import unlocked
    from window_script import wait

    from painplanner.gui.startup import application
    from painplanner.services.demo import make_demo

    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "practice"
        make_demo(folder, date(2026, 3, 2))
        app = application(sys.argv[:1])
        window = unlocked(app, folder)
        pane = pane_of(window)
        grid, thumbnails = pane.grid, pane._thumbnails
        thumbnails.forget()
        report("pictures still to be drawn", scroll(app, grid))
        wait(app, lambda: not thumbnails._queue)
        report("all pictures there", scroll(app, grid))
        shown = len(thumbnails._kept)
        print(f"{shown} pictures, {len(grid.found.ids)} entries")
        window.close()
        window.release()
    return 0 if shown >= LEAST_PICTURES else 1


if __name__ == "__main__":
    raise SystemExit(main())
