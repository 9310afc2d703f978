"""What tests of the window stand on: one real practice with the built-in library, a fresh patient, and an open plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from painplanner.core.ids import counting_ids
from painplanner.core.patient import Coded, Patient
from painplanner.core.plan import Plan
from painplanner.core.practice import Person, Practice, PracticeSetup
from painplanner.core.values import Discipline, Region, Side
from painplanner.gui.context import AppContext
from painplanner.gui.library_cache import LibraryCache
from painplanner.gui.printing.printers import prepare
from painplanner.gui.session import PlanSession
from painplanner.gui.settings import Settings
from painplanner.gui.tasks import Tasks
from painplanner.gui.theme import Theme

if TYPE_CHECKING:
    from painplanner.store import Store

TODAY = date(2026, 1, 20)
NOW = datetime(2026, 1, 20, 14, 32, tzinfo=UTC)
PASSPHRASE = "orange ladder quiet boat"

_patients = count(1)


@pytest.fixture(scope="session")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One practice for all tests, because deriving its key is slow on purpose; tests add patients of their own."""
    from painplanner.services.practice import create_practice

    setup = PracticeSetup(
        practice=Practice(id="practice-1", name="Riverside Pain", phone="555 0101", after_hours="555 0102"),
        person=Person(id="person-1", name="M. Reyes", discipline=Discipline.PHYSICAL_THERAPIST),
    )
    folder: Path = tmp_path_factory.mktemp("practice") / "riverside"
    store = create_practice(folder, setup, PASSPHRASE)
    yield store
    store.close()


@pytest.fixture(scope="session")
def library_read(practice: Store) -> LibraryCache:
    """The library of that practice before anything is made its own, taken in once for all tests."""
    read = LibraryCache(practice)
    assert read.offered_templates
    assert read.catalogue
    assert read.is_read
    return read


def library_for(made: AppContext, read: LibraryCache) -> LibraryCache:
    """Return a library of a test's own that holds what was read; what changes is read anew, as in the window."""
    library = LibraryCache(made.store, made.news.library_read.emit)
    library._built_in, library._own, library._value = read._built_in, read._own, read._value
    library._catalogue = read._catalogue
    return library


@pytest.fixture
def ctx(qapp, practice: Store, library_read: LibraryCache, tmp_path: Path) -> Iterator[AppContext]:
    """The window's context on a fixed day, with predictable ids and settings of its own."""
    tasks = Tasks()
    number = next(_patients) * 100_000
    made = AppContext(
        store=practice,
        tasks=tasks,
        theme=Theme("light"),
        settings=Settings(tmp_path / "window.ini"),
        today=lambda: TODAY,
        now=lambda: NOW,
        new_id=counting_ids(number),
    )
    made._library = library_for(made, library_read)
    yield made
    tasks.stop()
    leave_nothing(practice)


def leave_nothing(store: Store) -> None:
    """Take away what a test made that every test would see: rows of Today, and what the practice made its own."""
    from sqlalchemy import select

    from painplanner.store import tables

    shared = (
        tables.due, tables.own_entries, tables.own_templates, tables.own_measures, tables.own_figures,
        tables.own_parts, tables.hidden_ids, tables.tags, tables.library_news_seen,
    )  # fmt: skip
    with store._db.reading() as unit:
        left = [table for table in shared if unit.execute(select(table).limit(1)).first() is not None]
    if left:
        with store._db.writing() as unit:
            for table in left:
                unit.execute(table.delete())


@pytest.fixture
def patient(ctx: AppContext) -> Patient:
    """The man of the article, fresh for each test."""
    made = Patient(
        id=ctx.new_id("patient"),
        name="Daniel Whitcombe",
        birth_date=date(1978, 8, 3),
        record_number=f"R{next(_patients)}",
        allergies=(Coded(code="medicine.naproxen"),),
    )
    ctx.store.save_patient(made)
    return made


@pytest.fixture
def new_plan(ctx: AppContext, patient: Patient) -> Plan:
    """An empty plan for a painful low back, right."""
    return Plan(
        id=ctx.new_id("plan"),
        number=ctx.store.new_plan_number(),
        patient=patient.id,
        region=Region.LUMBAR,
        side=Side.RIGHT,
        start=TODAY,
    )


@pytest.fixture
def session(ctx: AppContext, new_plan: Plan) -> Iterator[PlanSession]:
    """The session of that plan."""
    made = PlanSession(ctx)
    made.open(new_plan)
    yield made
    made.close()


@pytest.fixture
def sciatica(ctx: AppContext, session: PlanSession) -> PlanSession:
    """The session, with the plan that the library's sciatica template makes."""
    from painplanner.core.edits import plan_from_template

    library = ctx.library.value
    plan = session.plan
    session.open(
        plan_from_template(
            library.templates["template.sciatica"],
            library,
            ctx.new_id,
            patient=plan.patient,
            today=TODAY,
            number=plan.number,
        )
    )
    return session


class FilePrinters:
    """What Qt prints, printed into `path`; `answer` is what a person does with the dialog."""

    def __init__(self, path: Path) -> None:
        self.path, self.answer, self.installed, self.orders = path, "accept", ("Office",), []
        self.change = lambda printer: None

    def names(self):
        return self.installed

    def ask(self, parent, order, on_accepted, on_left):
        from PySide6.QtPrintSupport import QPrinter

        self.orders.append(order)
        if self.answer != "accept":
            on_left()
            return
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.path))
        prepare(printer, order)
        self.change(printer)
        on_accepted(printer)


@pytest.fixture
def printers(tmp_path: Path) -> FilePrinters:
    return FilePrinters(tmp_path / "printed.pdf")
