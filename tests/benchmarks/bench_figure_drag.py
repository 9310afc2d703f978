"""One step of dragging a joint until it is repainted: p95 for each joint, and as a ratio to painting all of it."""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from painplanner.core.figure import Figure, decode_figures
from painplanner.core.figure.arranging import picture_of
from painplanner.gui.pages.library.drawing.canvas import DrawingCanvas
from painplanner.gui.pages.library.drawing.preview import PrintedPicture
from painplanner.gui.startup import application
from painplanner.gui.theme import Theme
from painplanner.paths import resources

STEPS = 120
AIM_MS = 16.0
JOINTS = ("right_hand", "right_foot", "right_knee", "right_elbow", "pelvis", "chest", "waist", "head", "right_shoulder")
PICTURES = ("figure.bridge", "figure.bird_dog", "figure.mini_squat", "figure.seated_knee_extension_slider")


def figures() -> dict[str, Figure]:
    """Return the built-in figures by id, read from their files."""
    found: dict[str, Figure] = {}
    for path in sorted(Path(str(resources() / "library" / "figures")).glob("*.toml")):
        found.update({figure.id: figure for figure in decode_figures(path.read_bytes())})
    return found


def timed(call: Callable[[], object]) -> float:
    """Return the milliseconds of a call until everything it caused is painted."""
    began = time.perf_counter()
    call()
    QApplication.processEvents()
    return (time.perf_counter() - began) * 1000


def p95(times: list[float]) -> float:
    """Return the 95th percentile."""
    return statistics.quantiles(times, n=20)[-1]


def steps(canvas: DrawingCanvas, joint: str) -> list[float]:
    """Return the times of a drag that goes round a small circle."""
    grip = next((one for one in canvas.grips if one.name == joint), None)
    if grip is None:
        return []
    start = canvas.on_screen(grip.x, grip.y).toPoint()
    if (taken := canvas.grip_at(QPointF(start))) is None:
        return []
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    times: list[float] = []
    for n in range(STEPS):
        to = start + QPoint(round(50 * n / STEPS) + n % 3, -round(70 * n / STEPS))
        moved = QMouseEvent(
            QMouseEvent.Type.MouseMove,
            QPointF(to),
            QPointF(canvas.mapToGlobal(to)),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )

        def step(event: QMouseEvent = moved) -> None:
            QApplication.sendEvent(canvas, event)

        times.append(timed(step))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start)
    return times if taken.name else []


def main() -> int:
    """Measure, and print."""
    application([])
    Theme("light")
    canvas = DrawingCanvas()
    canvas.resize(960, 720)
    canvas.show()
    printed = PrintedPicture()
    printed.show()
    canvas.dragging.connect(printed.show_drawing)
    known, worst, every = figures(), 0.0, list[float]()
    canvas.show_frame(known[PICTURES[0]], 1)
    QTest.qWait(50)
    floor = p95([timed(canvas.repaint) for _ in range(STEPS)])
    for key in PICTURES:
        figure = picture_of(known[key], known[key])
        for joint in JOINTS:
            canvas.show_frame(figure, len(figure.frames) - 1)
            printed.show_figure(figure, len(figure.frames) - 1)
            printed.show_now()
            QTest.qWait(20)
            times = steps(canvas, joint)
            if times:
                every += times
                worst = max(worst, p95(times))
                middle = statistics.median(times)
                print(f"{key.removeprefix('figure.'):32} {joint:16} p95 {p95(times):5.1f} ms   median {middle:5.1f} ms")
    print(
        f"drag to screen   p95 {p95(every):5.1f} ms   x{p95(every) / floor:.1f} of a whole repaint ({floor:.1f} ms)   "
        f"worst joint {worst:.1f} ms   aim: at most {AIM_MS:.0f} ms"
    )
    printed.close()
    canvas.close()
    return 0 if p95(every) <= AIM_MS else 1


if __name__ == "__main__":
    sys.exit(main())
