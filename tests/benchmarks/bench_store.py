"""Saving, opening and searching a practice, against raw SQLCipher and against the key derivation, in one run.

Prints ratios with their aims; never asserts a time.
"""

from __future__ import annotations

import secrets
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from painplanner.core.codec import encode_plan
from painplanner.core.dose import ExerciseDose
from painplanner.core.due import plan_due
from painplanner.core.patient import Patient
from painplanner.core.plan import AfterStep, Checkpoint, Item, Lasts, Line, OnDate, Plan, Purpose, Step, Texts
from painplanner.core.practice import Person, Practice, PracticeSetup
from painplanner.store import Store, create_store, dialect, files, keys, opening

TODAY = date(2026, 3, 2)
PASSPHRASE = "four unrelated words here"
SETUP = PracticeSetup(practice=Practice(id="practice", name="Bench"), person=Person(id="person-1", name="Bench"))
SAVES = 300
PATIENTS = 20_000
FIRST = [
    "Anna",
    "Łukasz",
    "Юлия",
    "Ánh",
    "María",
    "Jürgen",
    "Søren",
    "Zoë",
    "Chloé",
    "Олег",
    "Nguyễn",
    "Bình",
    "Ivan",
    "Elif",
    "Noor",
    "Mei",
]
LAST = [
    "Nowak",
    "Ngô",
    "Петрова",
    "García",
    "Müller",
    "Jensen",
    "Öztürk",
    "Smith",
    "Jones",
    "Иванова",
    "Trần",
    "Horvat",
    "Yılmaz",
    "Haddad",
    "Chen",
]


def plan_of_twelve() -> Plan:
    """Return a plan of four steps with three exercises each, in two languages, and a checkpoint for each step."""
    steps = tuple(_step(n) for n in range(4))
    checkpoints = tuple(
        Checkpoint(id=f"checkpoint-{n}", steps=(f"step-{n}",), when=AfterStep(step=f"step-{n}")) for n in range(4)
    )
    return Plan(
        id="plan-1",
        number=1001,
        patient="patient-1",
        title="Sciatica",
        start=TODAY,
        steps=steps,
        checkpoints=checkpoints,
    )


def _step(n: int) -> Step:
    return Step(
        id=f"step-{n}",
        title=f"Step {n}",
        purpose=Purpose.ROOT_CAUSE,
        timing=OnDate(on=TODAY) if n == 0 else AfterStep(step=f"step-{n - 1}"),
        trial_end=Lasts(days=28),
        items=tuple(_item(f"{n}-{k}") for k in range(3)),
    )


def _item(name: str) -> Item:
    lines = tuple(Line(text=f"Sentence {n} about how this is done, slowly and with a calm breath.") for n in range(7))
    texts = tuple(
        Texts(lang=lang, name=f"Exercise {name}", plain_name=f"Exercise {name}", lines=lines) for lang in "ab"
    )
    return Item(id=f"item-{name}", source="exercise.bridge", texts=texts, dose=ExerciseDose(sets=3, reps=10))


def median(action: Callable[[], object], times: int) -> float:
    """Return the median seconds of an action."""
    return statistics.median(seconds(action) for _ in range(times))


def seconds(action: Callable[[], object]) -> float:
    """Return the seconds of an action."""
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def saving(store: Store, folder: Path) -> None:
    """Print what saving costs beside a raw insert and commit of the same bytes, in turn."""
    plan = plan_of_twelve()
    payload, due = encode_plan(plan), plan_due(plan, TODAY, is_draft=False)
    path = folder / "raw.db"
    path.touch()
    raw = dialect.connect(path, secrets.token_bytes(32))
    raw.execute("CREATE TABLE revisions (id TEXT PRIMARY KEY, payload BLOB)")

    def insert() -> None:
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("INSERT INTO revisions VALUES (?, ?)", (secrets.token_hex(8), payload))
        raw.execute("COMMIT")

    store.save_patient(Patient(id="patient-1", name="Bench Patient"))
    actions: dict[str, Callable[[], object]] = {
        "raw insert": insert,
        "save_draft": lambda: store.save_draft(plan, due),
        "add_revision": lambda: store.add_revision(plan, state="final", reason="bench", due=due),
    }
    times: dict[str, list[float]] = {name: [] for name in actions}
    for turn in range(SAVES + 20):
        for name, action in actions.items():
            took = seconds(action)
            if turn >= 20:
                times[name].append(took)
    raw.close()
    medians = {name: statistics.median(found) for name, found in times.items()}
    print(f"payload {len(payload)} bytes, {len(due)} due rows")
    for name, took in medians.items():
        aim = "   (aim 3.0)" if name == "add_revision" else ""
        print(f"{name:14} {took * 1000:7.2f} ms   x{took / medians['raw insert']:.2f} of raw{aim}")


def entering(folder: Path) -> None:
    """Print what opening costs beyond the derivation of the key, to the first patients found."""
    stored = files.stored_keys(folder)
    unlocked = keys.unlock(stored, PASSPHRASE)
    derived = median(lambda: keys.unlock(stored, PASSPHRASE), 5)
    stores: list[Store] = []

    def enter() -> None:
        stores.append(opening.enter(folder, unlocked, stored.practice, files.take_lock(folder), opening.utc_now))
        stores[-1].search_patients("an")

    times: list[float] = []
    for _ in range(9):
        times.append(seconds(enter))
        stores[-1].close()
    beyond = statistics.median(times)
    print(
        f"key derivation {derived * 1000:6.1f} ms; then open and find {beyond * 1000:5.1f} ms   x{beyond / derived:.2f}"
    )


def searching(store: Store) -> None:
    """Print what one typed letter costs among 20,000 patients."""
    with store._db.writing():
        for n in range(PATIENTS):
            name = f"{FIRST[n % len(FIRST)]} {LAST[n // 7 % len(LAST)]} {n % 97:02d}x"
            born = date(1930, 1, 1) + timedelta(days=n)
            store.save_patient(Patient(id=f"p-{n}", name=name, birth_date=born, record_number=str(10_000 + n)))
    for typed in (
        "",
        "n",
        "ng",
        "ngo",
        "ngo anh",
        "юл",
        "chen m",
        "zzz",
        "1044",
        "3 Aug 1978",
        "8/3/1978",
        "smith 3 aug 1978",
    ):
        took = median(lambda typed=typed: store.search_patients(typed), 15)
        print(f"search {typed!r:20} {took * 1000:6.2f} ms  {len(store.search_patients(typed))} found")
    took = median(lambda: store.near_doubles("Ngo Anh", date(1978, 8, 3)), 15)
    print(f"near doubles {'':14} {took * 1000:6.2f} ms")


def main() -> int:
    """Run all parts in a folder of their own."""
    with tempfile.TemporaryDirectory(prefix="painplanner-bench-", dir=Path.cwd()) as name:
        folder = Path(name) / "practice"
        store = create_store(folder, SETUP, PASSPHRASE)
        try:
            saving(store, Path(name))
            searching(store)
        finally:
            store.close()
        entering(folder)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
