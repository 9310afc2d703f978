"""Keeping a log, changing one cell of it, and reading a patient's numbers among very many, beside raw SQLCipher.

Prints medians with their aims and what raw statements take; never asserts a time. `--readings N` makes more of them.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from painplanner.core.codec import encode
from painplanner.core.daily_log import CellState, FilledLog, LogCell, LogRow, LogRowKind, LogSheet
from painplanner.core.due import plan_due
from painplanner.core.log_reading import readings_of
from painplanner.core.measure import Reading
from painplanner.core.patient import Patient
from painplanner.core.plan import Plan
from painplanner.core.practice import Person, Practice, PracticeSetup
from painplanner.core.values import replace
from painplanner.store import Store, create_store
from painplanner.store.tables import readings

TODAY = date(2026, 3, 2)
SETUP = PracticeSetup(practice=Practice(id="practice", name="Bench"), person=Person(id="person-1", name="Bench"))
EACH = 250
MEASURES = tuple(f"measure.m{n}" for n in range(5))
AIM_MS = 16


def sheet_of_four_weeks() -> LogSheet:
    """Return a sheet of 28 days with five numbers and four exercises."""
    rows = [LogRow(id=f"r{n}", kind=LogRowKind.MEASURE, measure=name) for n, name in enumerate(MEASURES)]
    rows += [LogRow(id=f"e{n}", kind=LogRowKind.EXERCISE, item=f"item-{n}") for n in range(4)]
    return LogSheet(
        id="sheet-1", number=0, plan="plan-1", patient="patient-0", printed_on=TODAY, first_day=TODAY, days=28,
        rows=tuple(rows),
    )  # fmt: skip


def filled(sheet: LogSheet, days: int) -> FilledLog:
    """Return a log of which so many days are filled."""
    cells = (
        LogCell(row=row.id, day=day, state=CellState.NUMBER, value=Decimal(day))
        if row.kind is LogRowKind.MEASURE
        else LogCell(row=row.id, day=day, state=CellState.DONE)
        for row in sheet.rows
        for day in range(days)
    )
    return FilledLog(
        id="log-1", sheet=sheet.id, plan=sheet.plan, patient=sheet.patient, first_day=sheet.first_day,
        entered_on=TODAY + timedelta(days=28), cells=tuple(cells),
    )  # fmt: skip


def many(count: int) -> Iterator[list[dict[str, Any]]]:
    """Yield rows of readings, a patient's at a time."""
    for n in range(count // EACH):
        made = (
            Reading(
                id=f"reading-{n}-{k}", patient=f"patient-{n}", measure=MEASURES[k % len(MEASURES)],
                on=TODAY - timedelta(days=k), value=Decimal(k % 60),
            )
            for k in range(EACH)
        )  # fmt: skip
        yield [
            {"id": r.id, "patient": r.patient, "measure": r.measure, "taken_on": r.on, "payload": encode(r)}
            for r in made
        ]


def fill(store: Store, count: int) -> None:
    """Put patients, one plan and their readings into a practice."""
    with store._db.writing() as unit:
        for n, rows in enumerate(many(count)):
            store.save_patient(Patient(id=f"patient-{n}", name=f"Bench Patient {n}", record_number=str(5000 + n)))
            unit.execute(readings.insert(), rows)
    plan = Plan(id="plan-1", number=1001, patient="patient-0", start=TODAY)
    store.save_draft(plan, plan_due(plan, TODAY, is_draft=True))


def timed(action: Callable[[], object], times: int = 40) -> float:
    """Return the median milliseconds of an action."""
    found: list[float] = []
    for _ in range(times):
        began = time.perf_counter()
        action()
        found.append((time.perf_counter() - began) * 1000)
    return statistics.median(found)


def _with_one_more(log: FilledLog, sheet: LogSheet, n: int) -> tuple[FilledLog, tuple[Reading, ...]]:
    """Return a log in which one number is another one, with its readings."""
    cell = LogCell(row="r0", day=0, state=CellState.NUMBER, value=Decimal(n % 1000))
    changed: FilledLog = replace(log, cells=(cell, *log.cells[1:]))
    return changed, readings_of(changed, sheet)


def raw_series(store: Store) -> object:
    """Read the payloads of one series and nothing else."""
    with store._db.reading() as unit:
        said = "SELECT payload FROM readings WHERE patient = ? AND measure = ? ORDER BY taken_on, id"
        return unit.exec_driver_sql(said, ("patient-7", MEASURES[0])).all()


def main() -> None:
    """Print what each action takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--readings", type=int, default=100_000)
    count = parser.parse_args().readings
    with tempfile.TemporaryDirectory() as where:
        store = create_store(Path(where) / "practice", SETUP, "four unrelated words here")
        fill(store, count)
        sheet = store.new_log_sheet(sheet_of_four_weeks())
        whole = filled(sheet, 28)
        found = readings_of(whole, sheet)
        store.save_log(whole, found)
        notes = iter(range(10**6))
        actions: dict[str, Callable[[], object]] = {
            "take away and keep 28 days x 5 measures": lambda: (
                store.delete_log("log-1"),
                store.save_log(whole, found),
            ),
            "and again with one more cell": lambda: store.save_log(*_with_one_more(whole, sheet, next(notes))),
            "read its numbers out of its cells": lambda: readings_of(whole, sheet),
            "one series of a patient": lambda: store.series("patient-7", MEASURES[0]),
            "the same in raw SQL": lambda: raw_series(store),
            "all numbers of a patient": lambda: store.readings("patient-7"),
        }
        for name, action in actions.items():
            print(f"{name:40} {timed(action):8.2f} ms   (aim: {AIM_MS} ms, {count} readings in the practice)")
        store.close()


if __name__ == "__main__":
    main()
