"""Opening Today in a practice of 100,000 patients and 1,000,000 measurements, beside its raw SQL in the same run.

The raw SQL is the very text of the statements that Today runs, given to the driver, all rows fetched. Beside it stands
the plain one that a list would otherwise be made from: every row that is due with its patient's name, in order.
Prints medians and ratios with their aims; never asserts a time. `--patients N` makes another number of them.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

import msgspec
from sqlalchemy import event

from painplanner.core.codec import encode
from painplanner.core.due import DueItem
from painplanner.core.measure import Reading
from painplanner.core.patient import Patient
from painplanner.core.practice import Person, Practice, PracticeSetup
from painplanner.store import Store, create_store
from painplanner.store.due_list import DueAsk
from painplanner.store.tables import due, patient_words, patients, plans, readings

TODAY = date(2026, 3, 2)
SETUP = PracticeSetup(practice=Practice(id="practice", name="Bench"), person=Person(id="person-1", name="M. Reyes"))
PEOPLE = ("M. Reyes", "Dr. Okafor", "J. Lindqvist")
READINGS_EACH = 10
AT_ONCE = 2000
PLAIN = (
    "SELECT due.*, patients.name FROM due JOIN patients ON due.patient = patients.id "
    "WHERE due_on IS NULL OR due_on <= ? ORDER BY due_on, patients.name"
)


def rows_of(n: int) -> list[DueItem]:
    """Return what the plan of a patient asks for: looks and ends all over the year, some of it long over."""
    patient, plan = f"patient-{n}", f"plan-{n}"

    def row(kind: str, days: int | None, title: str) -> DueItem:
        on = TODAY + timedelta(days=days) if days is not None else None
        return DueItem(
            kind=kind, patient=patient, plan=plan, on=on, subject=f"part-{n}", args=(("title", title),),
            person=PEOPLE[n % len(PEOPLE)],
        )  # fmt: skip

    found = [
        row("checkpoint", n % 390 - 30, "Graded sitting and walking"),
        row("trial-end", n % 391 - 20, "Gabapentin 300 mg at night"),
        row("next-visit", n % 389 - 180, "M. Reyes"),
    ]
    if n % 10 == 0:
        found.append(row("draft", None, "Sciatica, right"))
    if n % 1000 == 0:
        found.append(row("same-day", -(n % 7), "PHQ-9"))
    return found


def fill(store: Store, count: int) -> None:
    """Put patients with a plan, what is due, and their readings into a practice, in bulk."""
    at = datetime(2026, 3, 1, tzinfo=UTC)
    with store._db.writing() as unit:
        for first in range(0, count, AT_ONCE):
            numbers = range(first, min(first + AT_ONCE, count))
            unit.execute(patients.insert(), [_patient_row(n, at) for n in numbers])
            words = [
                {"patient": f"patient-{n}", "word": f"bench{n}", "rank": 0, "sort_name": f"bench{n}"} for n in numbers
            ]
            unit.execute(patient_words.insert(), words)
            unit.execute(plans.insert(), [_plan_row(n, at) for n in numbers])
            unit.execute(due.insert(), [row for n in numbers for row in _due_rows(n)])
            unit.execute(readings.insert(), [row for n in numbers for row in _readings(n)])


def _patient_row(n: int, at: datetime) -> dict[str, Any]:
    patient = Patient(id=f"patient-{n}", name=f"Bench{n} Patient", record_number=str(5000 + n))
    return {
        "id": patient.id, "name": patient.name, "birth_date": None, "record_number": patient.record_number,
        "language": "en", "red_flag_open": False, "name_key": f"bench{n} patient", "record_key": str(5000 + n),
        "edited_at": at, "payload": encode(patient),
    }  # fmt: skip


def _plan_row(n: int, at: datetime) -> dict[str, Any]:
    return {
        "id": f"plan-{n}", "number": 1001 + n, "patient": f"patient-{n}", "title": "Sciatica", "status": "open",
        "is_draft": n % 10 == 0, "edited_at": at,
    }  # fmt: skip


def _due_rows(n: int) -> list[dict[str, Any]]:
    return [
        {
            "owner": f"plan-{n}", "place": place, "kind": item.kind, "patient": item.patient, "plan": item.plan,
            "due_on": item.on, "subject": item.subject, "args": msgspec.json.encode(item.args),
            "person": None if item.kind == "same-day" else item.person,
        }
        for place, item in enumerate(rows_of(n))
    ]  # fmt: skip


def _readings(n: int) -> list[dict[str, Any]]:
    made = (
        Reading(
            id=f"reading-{n}-{k}", patient=f"patient-{n}", measure=f"measure.m{k % 5}", on=TODAY - timedelta(days=k),
            value=Decimal(k),
        )
        for k in range(READINGS_EACH)
    )  # fmt: skip
    return [
        {"id": r.id, "patient": r.patient, "measure": r.measure, "taken_on": r.on, "payload": encode(r)} for r in made
    ]


def in_turn(actions: dict[str, Callable[[], object]], times: int) -> dict[str, float]:
    """Return the median milliseconds of each action, done in turn so that all meet the same machine."""
    found: dict[str, list[float]] = {name: [] for name in actions}
    for turn in range(times + 3):
        for name, action in actions.items():
            began = time.perf_counter()
            action()
            if turn >= 3:
                found[name].append((time.perf_counter() - began) * 1000)
    return {name: statistics.median(times) for name, times in found.items()}


def statements_of(store: Store, action: Callable[[], object]) -> list[tuple[str, Any]]:
    """Return the text and values of every statement that an action runs."""
    heard: list[tuple[str, Any]] = []

    def hear(_connection: object, _cursor: object, text: str, values: Any, *_rest: object) -> None:
        heard.append((text, values))

    event.listen(store._db._engine, "before_cursor_execute", hear)
    action()
    event.remove(store._db._engine, "before_cursor_execute", hear)
    return heard


def open_page(store: Store, folder: Path) -> tuple[Callable[[], object], Callable[[], object]]:
    """Return what opens the page of a window again, and what closes it."""
    from painplanner.gui.context import AppContext
    from painplanner.gui.pages.today import TodayPage
    from painplanner.gui.settings import Settings
    from painplanner.gui.startup import application
    from painplanner.gui.tasks import Tasks
    from painplanner.gui.theme import Theme

    app = application(sys.argv[:1])
    tasks = Tasks()
    settings = Settings(folder / "window.ini")
    ctx = AppContext(store=store, tasks=tasks, theme=Theme("light"), settings=settings, today=lambda: TODAY)
    page = TodayPage(ctx)
    page.resize(1380, 860)
    page.show()

    def shown() -> None:
        page.refresh()
        page.repaint()
        app.processEvents()

    return shown, lambda: (page.close(), page.deleteLater(), app.processEvents(), tasks.stop())


def main() -> None:
    """Print what opening Today takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--patients", type=int, default=100_000)
    count = parser.parse_args().patients
    with tempfile.TemporaryDirectory(prefix="painplanner-bench-", dir=Path.cwd()) as where:
        store = create_store(Path(where) / "practice", SETUP, "four unrelated words here")
        fill(store, count)
        report(store, Path(where), count)
        store.close()


def report(store: Store, where: Path, count: int) -> None:
    """Measure and print."""
    ask = DueAsk(today=TODAY, until=TODAY, first=("same-day", "red-flag", "log-note"))
    texts = statements_of(store, lambda: store.due_list(ask))
    driver: Any = store._db._connection.connection.driver_connection
    shown, close = open_page(store, where)
    actions: dict[str, Callable[[], object]] = {
        "Today opens and is painted": shown,
        "its rows are read": lambda: store.due_list(ask),
        "its statements, raw": lambda: [driver.execute(text, values).fetchall() for text, values in texts],
        "the plain statement, raw": lambda: driver.execute(PLAIN, (TODAY.isoformat(),)).fetchall(),
        "everything": lambda: store.due_list(msgspec.structs.replace(ask, until=None)),
        "one person": lambda: store.due_list(msgspec.structs.replace(ask, person="Dr. Okafor")),
        "by name": lambda: store.due_list(msgspec.structs.replace(ask, order="who")),
        "by reason": lambda: store.due_list(msgspec.structs.replace(ask, order="why")),
    }
    found = in_turn(actions, 9)
    close()
    rows = driver.execute("SELECT count(*) FROM due").fetchone()[0]
    print(f"{count} patients, {count * READINGS_EACH} measurements, {rows} rows due")
    for name, took in found.items():
        print(f"  {name:30} {took:8.2f} ms")
    opened, read = found["Today opens and is painted"], found["its rows are read"]
    raw, plain = found["its statements, raw"], found["the plain statement, raw"]
    print(f"opens: {opened:.1f} ms (aim: 100 ms), x{opened / plain:.2f} of the plain statement (aim: 3)")
    print(f"reads: x{read / raw:.2f} of its own statements, raw (aim: 3); all of Today: x{opened / raw:.2f}")


if __name__ == "__main__":
    main()
