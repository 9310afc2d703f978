"""Practices in real folders that the tests of the store share; the costly derivation of the key is done once."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from core.whole_plans import chain

from painplanner.core.due import DueItem, plan_due
from painplanner.core.patient import Patient
from painplanner.core.plan import Plan
from painplanner.core.practice import Person, Practice, PracticeSetup
from painplanner.store import NewPaper, Store, create_store, dialect, files, keys, opening

PASSPHRASE = "marmalade otter violin tarmac"
SETUP = PracticeSetup(
    practice=Practice(id="practice", name="Lindenhof Pain Clinic", phone="555 0100"),
    person=Person(id="person-1", name="Dr. Ada Okafor"),
)
TODAY = date(2026, 3, 2)
ADA = Patient(id="patient-1", name="Łukasz Żak", birth_date=date(1978, 8, 3), record_number="2001")
PDF = b"%PDF-1.7 not a real one, but kept byte for byte\n"


class SteadyClock:
    """A clock that moves one second whenever it is read, or to where it is set."""

    def __init__(self, at: datetime = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)) -> None:
        self.at = at

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, keys.Unlocked]:
    """Return a practice folder that is closed, and its unlocked key."""
    folder = tmp_path_factory.mktemp("made") / "practice"
    create_store(folder, SETUP, PASSPHRASE).close()
    return folder, keys.unlock(files.stored_keys(folder), PASSPHRASE)


@pytest.fixture
def folder(made: tuple[Path, keys.Unlocked], tmp_path: Path) -> Path:
    """Return a closed practice folder of this test's own."""
    shutil.copytree(made[0], tmp_path / "practice")
    return tmp_path / "practice"


Open = Callable[..., Store]


@pytest.fixture
def opened(made: tuple[Path, keys.Unlocked]) -> Iterator[Open]:
    """Return a way to open practices without deriving the key again; all are closed when the test ends."""
    stores: list[Store] = []

    def open_it(folder: Path, clock: Callable[[], datetime] | None = None) -> Store:
        lock = files.take_lock(folder)
        try:
            install = files.stored_keys(folder).practice
            stores.append(opening.enter(folder, made[1], install, lock, clock or SteadyClock()))
        except BaseException:
            lock.release()
            raise
        return stores[-1]

    yield open_it
    for store in stores:
        store.close()


@pytest.fixture
def store(folder: Path, opened: Open) -> Store:
    """Return an open practice with nothing in it."""
    return opened(folder)


@pytest.fixture
def key(made: tuple[Path, keys.Unlocked]) -> bytes:
    """Return the key of the practice file."""
    return keys.database_key(made[1].key)


def plan_for(patient: Patient = ADA, *, name: str = "plan-1", number: int = 1001, steps: int = 3) -> Plan:
    """Return a plan of a few steps."""
    return msgspec.structs.replace(
        chain(steps), id=name, number=number, patient=patient.id, title="Sciatica, left", start=TODAY
    )


def due_of(plan: Plan, *, is_draft: bool = False) -> tuple[DueItem, ...]:
    """Return what is due in a plan."""
    return plan_due(plan, TODAY, is_draft=is_draft)


def paper(title: str = "Handout", *, is_draft: bool = False, pdf: bytes = PDF) -> NewPaper:
    """Return a paper to keep."""
    return NewPaper(document="handout", title=title, language="en", pages=2, pdf=pdf, is_draft=is_draft)


def finalise(store: Store, plan: Plan, *papers: NewPaper, snapshot: bytes = b"") -> str:
    """Keep a plan as a final revision; return the revision's id."""
    kept = store.add_revision(plan, state="final", reason="visit", due=due_of(plan), papers=papers, snapshot=snapshot)
    return kept.id


def everything(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder, but for the lock, with its bytes."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != files.LOCK
    }


def raw(folder: Path, key: bytes) -> Any:
    """Return a connection of the driver's own to a practice file, as the program makes it."""
    return dialect.connect(folder / files.DATABASE, key)
