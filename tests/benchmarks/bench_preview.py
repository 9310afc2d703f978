"""From an edit to the page on the screen, against writing the same paper plainly, in turn in one run.

Each turn is another title after a rest, so that neither side repeats itself: that is one edit; in the middle of typing
the preview waits for a pause first. Last comes a bundle of the print panel.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from painplanner.core.edits import plan_from_template, set_step  # noqa: E402
from painplanner.core.ids import counting_ids  # noqa: E402
from painplanner.core.measure import Reading  # noqa: E402
from painplanner.core.patient import Patient  # noqa: E402
from painplanner.core.plan import Plan  # noqa: E402
from painplanner.core.practice import Person, Practice, PracticeSetup  # noqa: E402
from painplanner.documents.pdf import write_pdf  # noqa: E402
from painplanner.gui.context import AppContext  # noqa: E402
from painplanner.gui.pages.composer.preview import QUIET_MS, PreviewPanel  # noqa: E402
from painplanner.gui.printing.panel import PrintPanel  # noqa: E402
from painplanner.gui.session import PlanSession  # noqa: E402
from painplanner.gui.settings import Settings  # noqa: E402
from painplanner.gui.tasks import Tasks  # noqa: E402
from painplanner.gui.theme import Theme  # noqa: E402
from painplanner.services.gathering import gather  # noqa: E402
from painplanner.services.practice import create_practice  # noqa: E402
from painplanner.services.publish import make_document  # noqa: E402
from painplanner.store import Store  # noqa: E402

TODAY = date(2026, 1, 20)
TURNS = 15
MOST_MS = 150
BUNDLE = ("handout", "what-to-expect")


def practice(folder: Path) -> Store:
    """Return a practice with one patient."""
    setup = PracticeSetup(
        practice=Practice(id="practice", name="Riverside Pain", phone="555 0101", after_hours="555 0102"),
        person=Person(id="person", name="M. Reyes"),
    )
    store = create_practice(folder, setup, "orange ladder quiet boat")
    store.save_patient(Patient(id="patient", name="Daniel Whitcombe", birth_date=date(1978, 8, 3)))
    return store


def sciatica(ctx: AppContext) -> Plan:
    """Return the plan of the library's sciatica template."""
    library = ctx.library.value
    template = library.templates["template.sciatica"]
    return plan_from_template(template, library, ctx.new_id, patient="patient", today=TODAY, number=1001)


def add_readings(ctx: AppContext, plan: Plan) -> None:
    """Keep four weeks of each day for all that the plan asks about, so that its charts are full."""
    for criterion in (one for check in plan.checkpoints for one in check.criteria):
        for day in range(28):
            on, value = TODAY + timedelta(days=day - 28), Decimal(3 + day % 5)
            which = f"{criterion.measure}-{criterion.activity}-{day}"
            if which not in {reading.id for reading in ctx.store.readings(plan.patient)}:
                ctx.store.save_reading(
                    Reading(
                        id=which, patient=plan.patient, measure=criterion.measure, on=on, value=value,
                        side=criterion.side, activity=criterion.activity,
                    )
                )  # fmt: skip


def wait_for(app: QApplication, is_there: object) -> None:
    """Let the window live until something is there."""
    while not is_there():  # type: ignore[operator]
        app.processEvents()
        time.sleep(0.0005)


def measure(app: QApplication, ctx: AppContext, session: PlanSession, panel: PreviewPanel) -> tuple[float, float]:
    """Return the milliseconds from an edit to its page, and those of writing the same paper plainly."""
    shown = edit(app, session, panel)
    document = make_document(gather(ctx.store, session.plan, TODAY), str(panel.kinds.currentData()))
    begun = time.perf_counter()
    write_pdf(document)
    return shown, (time.perf_counter() - begun) * 1000


def edit(app: QApplication, session: PlanSession, panel: PreviewPanel) -> float:
    """Return the milliseconds from an edit after a rest to its page."""
    rested = time.perf_counter() + QUIET_MS / 1000 * 1.2
    wait_for(app, lambda: time.perf_counter() > rested)
    seen: list[int] = []
    panel.view.page_changed.connect(seen.append)
    step = session.plan.steps[0]
    begun = time.perf_counter()
    session.apply("Title", lambda plan: set_step(plan, step.id, title=f"Step of turn {begun:.6f}"))
    wait_for(app, lambda: bool(seen))
    panel.view.repaint()
    shown = (time.perf_counter() - begun) * 1000
    panel.view.page_changed.disconnect(seen.append)
    return shown


def measure_bundle(app: QApplication, ctx: AppContext, session: PlanSession, panel: PreviewPanel) -> PrintPanel:
    """Measure what the open print panel would print, print how long it takes, and return that panel to be closed."""
    printing = PrintPanel(session, ctx)
    printing.show()
    printing.open_for()
    printing.choices.papers.set_keys(BUNDLE)
    panel.follow(printing)
    wait_for(app, lambda: not panel.is_waiting)
    edit(app, session, panel)
    times = sorted(edit(app, session, panel) for _turn in range(TURNS))
    pages = len(panel.view.pages or ())
    print(
        f"a bundle of {pages} pages: {statistics.median(times):.0f} ms from an edit to its page "
        f"(best {times[0]:.0f}, worst {times[-1]:.0f}, aim {MOST_MS}); load {os.getloadavg()[0]:.1f}"
    )
    return printing


def run(app: QApplication, ctx: AppContext) -> None:
    """Measure every paper and print the ratios."""
    session = PlanSession(ctx)
    session.open(sciatica(ctx))
    add_readings(ctx, session.plan)
    panel = PreviewPanel(session, ctx)
    panel.resize(420, 760)
    panel.show()
    wait_for(app, lambda: panel.view.pages is not None)
    for place in range(panel.kinds.count()):
        kind = str(panel.kinds.itemData(place))
        panel.kinds.setCurrentIndex(place)
        panel.kinds.activated.emit(panel.kinds.currentIndex())
        wait_for(app, lambda: not panel.is_waiting)
        measure(app, ctx, session, panel)
        pairs = [measure(app, ctx, session, panel) for _turn in range(TURNS)]
        whole = statistics.median(shown for shown, _plain in pairs)
        plain = statistics.median(one for _shown, one in pairs)
        worst = max(shown for shown, _plain in pairs)
        print(
            f"{kind}: {whole:.0f} ms from an edit to its page (worst {worst:.0f}, aim {MOST_MS}), "
            f"which is {whole / plain:.1f} x write_pdf ({plain:.1f} ms)"
        )
    printing = measure_bundle(app, ctx, session, panel)
    for window in (panel, printing):
        window.close()
        window.deleteLater()
    session.close()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def main() -> None:
    """Make a practice, measure, and leave nothing."""
    app = QApplication([])
    with tempfile.TemporaryDirectory(prefix="painplanner-bench-") as folder:
        store = practice(Path(folder) / "practice")
        tasks = Tasks()
        ctx = AppContext(
            store=store,
            tasks=tasks,
            theme=Theme("light"),
            settings=Settings(Path(folder) / "window.ini"),
            today=lambda: TODAY,
            new_id=counting_ids(),
        )
        run(app, ctx)
        tasks.stop()
        store.close()


if __name__ == "__main__":
    main()
