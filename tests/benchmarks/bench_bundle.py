"""Bundles of four papers for 200 patients: two processes against one, in turn in one run, from a real practice.

Prints the longest time that the window's events waited meanwhile, and the most memory this process held at patient 50
and at the last one: what is made is taken, so both are nearly the same.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from painplanner.core.edits import plan_from_template  # noqa: E402
from painplanner.core.ids import counting_ids  # noqa: E402
from painplanner.core.library import Library  # noqa: E402
from painplanner.core.patient import Patient  # noqa: E402
from painplanner.core.practice import Person, Practice, PracticeSetup  # noqa: E402
from painplanner.gui.printing.morning_run import LOOK_MS  # noqa: E402
from painplanner.services.batch import Batch  # noqa: E402
from painplanner.services.library import read_library  # noqa: E402
from painplanner.services.morning import Desk, Ready, Wish, prepare, warm  # noqa: E402
from painplanner.services.practice import create_practice  # noqa: E402
from painplanner.store import Store  # noqa: E402

TODAY = date(2026, 1, 20)
PATIENTS = 200
PART = 50
KINDS = ("handout", "exercise-sheet", "daily-log", "what-to-expect")
LEAST_RATIO, MOST_GAP_MS = 1.7, 100


def practice(folder: Path, library: Library) -> tuple[Store, list[Wish]]:
    """Return a practice with so many patients, each with a final plan, and what is wanted for them."""
    setup = PracticeSetup(
        practice=Practice(id="practice", name="Riverside Pain", phone="555 0101", after_hours="555 0102"),
        person=Person(id="person", name="M. Reyes"),
    )
    store = create_practice(folder, setup, "orange ladder quiet boat")
    new_id, template, wishes = counting_ids(), library.templates["template.sciatica"], list[Wish]()
    for n in range(PATIENTS):
        patient = Patient(id=f"patient-{n}", name=f"Patient {n}", birth_date=date(1978, 8, 3))
        store.save_patient(patient)
        plan = plan_from_template(template, library, new_id, patient=patient.id, today=TODAY, number=1001 + n)
        store.add_revision(plan, state="final", reason="", due=())
        wishes.append(Wish(plan.id, patient.name, KINDS))
    return store, wishes


class Watch:
    """Notes the longest time between two turns of the window's events."""

    def __init__(self) -> None:
        """Begin to note."""
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer = QTimer(interval=0)
        self._timer.timeout.connect(self._on_turn)
        self._timer.start()

    def _on_turn(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now
        time.sleep(0.001)  # so that watching leaves the processes their cores

    def stop(self) -> float:
        """Return the longest wait in milliseconds."""
        self._timer.stop()
        return self.longest * 1000


def make(desk: Desk, wishes: list[Wish], workers: int) -> tuple[float, int, float]:
    """Make the bundles beside a living window; return the seconds from the first one on, all pages, longest wait."""
    prepared = (prepare(desk, wish) for wish in wishes)
    batch = Batch((one.order for one in prepared if isinstance(one, Ready)), workers)
    loop, pages, taken, begun, watch = QEventLoop(), 0, 0, 0.0, Watch()

    def look() -> None:
        nonlocal pages, taken, begun
        made = batch.look()
        if made is not None and made.paper is not None:
            taken, pages = taken + 1, pages + made.paper.pages
            begun = begun or time.perf_counter()  # without the start of the processes, which a morning has once
        if batch.is_over:
            loop.quit()

    clock = QTimer(interval=LOOK_MS)
    clock.timeout.connect(look)
    clock.start()
    loop.exec()
    seconds, longest = time.perf_counter() - begun, watch.stop()
    clock.stop()
    batch.close()
    assert taken == len(wishes), f"{taken} of {len(wishes)} were made"
    return seconds, pages, longest


def megabytes() -> float:
    """Return the most memory that this process held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Make a practice, measure part after part, and leave nothing."""
    app = QApplication([])
    library, _photographs = read_library()
    warm()  # as the page does when it opens
    with tempfile.TemporaryDirectory(prefix="painplanner-bench-") as folder:
        store, wishes = practice(Path(folder) / "practice", library)
        desk = Desk(store, library, TODAY, counting_ids(10**6))
        one = two = gap = 0.0
        memory, pages = list[float](), 0
        for start in range(0, PATIENTS, PART):
            part = wishes[start : start + PART]
            two_seconds, count, longest = make(desk, part, 2)
            one += make(desk, part, 1)[0]
            two, pages, gap = two + two_seconds, pages + count, max(gap, longest)
            memory.append(megabytes())
        store.close()
    app.quit()
    load = os.getloadavg()[0]
    print(
        f"{PATIENTS} bundles of {len(KINDS)} papers, {pages} pages: {two:.1f} s on two processes, {one:.1f} s on one, "
        f"{one / two:.2f} x (aim {LEAST_RATIO}); longest wait of the window {gap:.0f} ms (aim {MOST_GAP_MS}); "
        f"memory {memory[0]:.0f} MB at patient {PART}, {memory[-1]:.0f} MB at {PATIENTS}; load {load:.1f}"
    )


if __name__ == "__main__":
    main()
