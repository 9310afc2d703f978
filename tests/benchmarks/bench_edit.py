"""An edit in a 40-step plan until it is on the screen: p95 of 200 edits, and as a ratio to a bare list's repaint."""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QStringListModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView

from painplanner.core.edits import add_item, add_step, move_steps, new_item, remove, set_item, set_step
from painplanner.core.ids import counting_ids
from painplanner.core.measure import Criterion, Target
from painplanner.core.patient import Patient
from painplanner.core.plan import Action, ActionKind, AfterStep, Anchor, Checkpoint, Lasts, Plan, Purpose, Step
from painplanner.core.practice import Person, Practice, PracticeSetup
from painplanner.core.values import Region, Side, replace
from painplanner.gui.context import AppContext
from painplanner.gui.pages.composer import ComposerPage
from painplanner.gui.session import PlanSession
from painplanner.gui.settings import Settings
from painplanner.gui.startup import application
from painplanner.gui.tasks import Tasks
from painplanner.gui.theme import Theme
from painplanner.services.practice import create_practice

STEPS = 40
EDITS = 200
TODAY = date(2026, 1, 20)
EXERCISES = ("bridge", "bird_dog", "calf_raise", "clamshell", "dead_bug", "quad_set")


def long_plan(ctx: AppContext) -> Plan:
    """Return a plan of 40 steps with three exercises each and a checkpoint behind every third."""
    library = ctx.library.value
    plan = Plan(id="plan-1", number=1, patient="patient-1", region=Region.LUMBAR, side=Side.RIGHT, start=TODAY)
    steps: list[Step] = []
    for n in range(STEPS):
        entries = [library.entries[f"exercise.{EXERCISES[(n + k) % len(EXERCISES)]}"] for k in range(3)]
        timing = AfterStep(step=f"step-{n - 1}", anchor=Anchor.START, days=7) if n else None
        items = tuple(new_item(entry, library, ctx.new_id, plan=plan) for entry in entries)
        purpose = tuple(Purpose)[n % 4]
        steps.append(
            Step(id=f"step-{n}", title=f"Stage {n + 1} of the way back to work", purpose=purpose, timing=timing)
        )
        steps[-1] = replace(steps[-1], items=items, trial_end=Lasts(days=21))
    checks = (
        Checkpoint(
            id=f"check-{n}",
            steps=(f"step-{n}",),
            when=AfterStep(step=f"step-{n}", anchor=Anchor.START, days=14),
            criteria=(Criterion(measure="measure.psfs", activity="sitting", target=Target()),),
            on_met=Action(kind=ActionKind.CONTINUE),
            on_not_met=Action(kind=ActionKind.DISCUSS),
        )
        for n in range(0, STEPS, 3)
    )
    return replace(plan, steps=tuple(steps), checkpoints=tuple(checks))


def edits(session: PlanSession, ctx: AppContext) -> list[Callable[[], object]]:
    """Return 200 edits as they come in a visit: typing most of all, doses, adding, moving, removing."""
    entry = ctx.library.value.entries["exercise.wall_slide"]

    def edit(n: int) -> Callable[[Plan], Plan]:
        def change(plan: Plan) -> Plan:
            step = plan.steps[(n * 7) % len(plan.steps)]
            if n % 10 == 3:
                return add_item(plan, new_item(entry, ctx.library.value, ctx.new_id), ctx.new_id, step=step.id)
            if n % 10 == 4:
                return move_steps(plan, (step.id,), n % STEPS)
            if n % 10 == 5:
                return remove(plan, [item.id for s in plan.steps[:9] for item in s.items][-1:])
            if n % 10 == 6:
                return add_step(plan, ctx.new_id, after=plan.steps[5].id)
            if n % 10 == 7:
                return remove(plan, (plan.steps[6].id,))
            if n % 10 == 8 and step.items:
                return set_item(plan, step.items[0].id, note="x" * (n % 20))
            return set_step(plan, step.id, title=f"Stage {n} {'x' * (n % 20)}")

        return change

    return [lambda n=n: session.apply(f"edit {n}", edit(n)) for n in range(EDITS)]


def timed(call: Callable[[], object]) -> float:
    """Return the milliseconds of a call until everything it caused is painted."""
    began = time.perf_counter()
    call()
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    return (time.perf_counter() - began) * 1000


def p95(times: list[float]) -> float:
    """Return the 95th percentile."""
    return statistics.quantiles(times, n=20)[-1]


def bare() -> float:
    """Return the p95 of repainting a bare list of as many rows."""
    view = QListView()
    view.setModel(QStringListModel([f"Row {n} of a list that does nothing else" for n in range(STEPS * 5)]))
    view.resize(680, 700)
    view.show()
    QTest.qWait(50)
    times = [timed(view.viewport().repaint) for _ in range(EDITS)]
    view.close()
    return p95(times)


def main() -> int:
    """Measure, and print both."""
    application([])
    with tempfile.TemporaryDirectory() as folder:
        setup = PracticeSetup(practice=Practice(id="practice-1", name="Bench"), person=Person(id="person-1", name="B"))
        store = create_practice(Path(folder) / "practice", setup, "orange ladder quiet boat")
        store.save_patient(Patient(id="patient-1", name="Bench"))
        ctx = AppContext(store, Tasks(), Theme("light"), Settings(Path(folder) / "window.ini"), today=lambda: TODAY)
        ctx.new_id = counting_ids(1000)
        session = PlanSession(ctx)
        page = ComposerPage(session, ctx)
        session.open(long_plan(ctx))
        page.resize(1376, 780)
        page.show()
        session.select("step-7")
        QTest.qWait(600)
        times = [timed(call) for call in edits(session, ctx)]
        reviewed = timed(lambda: session.findings_changed.emit())
        floor = bare()
        print(
            f"edit to screen, {STEPS} steps   p95 {p95(times):6.1f} ms   median {statistics.median(times):5.1f} ms",
            end="",
        )
        print(f"   x{p95(times) / floor:.1f} of a bare list's repaint ({floor:.1f} ms)   aim: under 16 ms")
        print(f"review to screen             {reviewed:6.1f} ms, after a pause in typing")
        session.close()
        page.close()
        store.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
